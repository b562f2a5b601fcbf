"""What stands between quotation marks, and who is named beside it, as search sees them.

Quotations are numbered in their order in the text, in an index by where each begins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from functools import lru_cache

from reader.model import Span
from reader.search.scan import runs_in
from reader.search.syntax import And, Node, Or, Run, SameQuotation
from reader.text.quotations import find_quotations

# `Ann Lee`, `Ann van der Lee`: what may stand before a surname where a person is named in full.
_BEFORE = re.compile(
    r"(?:[^\W\d_a-z](?:\.|[\w’'-]{0,30}) (?:(?:van|von|de|der|da|di|du|la|le|bin|al|el) ){0,2})"
    r"{1,3}\Z"
)
_REACH = 80  # characters in front of a surname that are looked at
_LOOKED_AT = 8  # places of a surname, the first of which usually has the name in full

# Longer texts are not kept to be asked again.
_LONGEST_KEPT = 50_000


Quoted = tuple[tuple[Span, ...], Span | None]
"""What is quoted, each stretch for itself, and the name beside it."""


def quotations(text: str) -> list[tuple[list[str], list[str]]]:
    """What is quoted, each stretch for itself, and how who says it is named, for each quotation."""
    return [
        ([span.of(text) for span in pieces], _spelled(text, name.of(text)) if name else [])
        for pieces, name in _spans(text)
    ]


def quoted_runs(text: str, run: Run, within: Collection[int] | None = None) -> Iterator[Span]:
    """Where a run stands in a text: anywhere, in its quotations, or as the name of a speaker.

    In some of the quotations only, if they are given by their numbers.
    """
    if run.part not in ("quoted", "speaker"):
        yield from runs_in(text, run)
        return
    for number, span in _numbered_runs(text, run):
        if within is None or number in within:
            yield span


def same_quotation(text: str, wanted: SameQuotation) -> frozenset[int]:
    """The numbers of the quotations of a text of which all parts hold."""
    return agreeing(
        wanted, lambda run: frozenset(number for number, _ in _numbered_runs(text, run))
    )


def agreeing(node: Node, having: Callable[[Run], frozenset[int]]) -> frozenset[int]:
    """The numbers of the quotations of which a tree holds, by those that have a run."""
    if isinstance(node, Run):
        return having(node)
    assert isinstance(node, And | Or | SameQuotation)
    found = [agreeing(part, having) for part in node.parts]
    return (
        frozenset[int]().union(*found)
        if isinstance(node, Or)
        else found[0].intersection(*found[1:])
    )


def _numbered_runs(text: str, run: Run) -> Iterator[tuple[int, Span]]:
    """Where a run stands, with the number of the quotation."""
    known: dict[str, bool] = {}
    for number, (pieces, named) in enumerate(
        (_kept if len(text) <= _LONGEST_KEPT else _spans)(text)
    ):
        if run.part == "quoted":
            for piece in pieces:
                for span in runs_in(piece.of(text), run):
                    yield number, Span(piece.start + span.start, piece.start + span.end)
        elif named is not None:
            name = named.of(text)
            if name not in known:
                spelled = _spelled(text, name)
                known[name] = any(True for each in spelled for _ in runs_in(each, run))
            if known[name]:
                yield number, named


def _spans(text: str) -> tuple[Quoted, ...]:
    return tuple((quotation.pieces, quotation.speaker) for quotation in find_quotations(text))


_kept = lru_cache(maxsize=64)(_spans)


def _spelled(text: str, name: str) -> list[str]:
    """A name as it stands beside a quotation, and in full."""
    full = _in_full(text, name)
    return [name, full] if full else [name]


def _in_full(text: str, name: str) -> str:
    """A surname with the given names that stand before it somewhere; empty if none do."""
    if " " in name:
        return ""
    at = -1
    for _ in range(_LOOKED_AT):
        at = text.find(name, at + 1)
        if at < 0:
            break
        before = _BEFORE.search(text[max(0, at - _REACH) : at])
        if before:
            return f"{before[0]}{name}"
    return ""
