"""What stands between quotation marks, and who is named beside it, as search sees them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from reader.model import Span
from reader.search.scan import runs_in
from reader.search.syntax import Run
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


def quotations(text: str) -> tuple[list[str], list[str]]:
    """What is quoted, each stretch for itself, and who is named beside the quotations, in full."""
    quoted, named = _spans(text)
    names = dict.fromkeys(span.of(text) for span in named)
    full = (in_full for name in names if (in_full := _in_full(text, name)))
    return [span.of(text) for span in quoted], [*names, *full]


def quoted_runs(text: str, run: Run) -> Iterator[Span]:
    """Where a run stands in a text: anywhere, in its quotations, or as the name of a speaker."""
    if run.part not in ("quoted", "speaker"):
        yield from runs_in(text, run)
        return
    quoted, named = (_kept if len(text) <= _LONGEST_KEPT else _spans)(text)
    if run.part == "quoted":
        for piece in quoted:
            for span in runs_in(piece.of(text), run):
                yield Span(piece.start + span.start, piece.start + span.end)
        return
    known: dict[str, bool] = {}
    for span in named:
        name = span.of(text)
        if name not in known:
            spelled = (name, _in_full(text, name))
            known[name] = any(True for each in spelled for _ in runs_in(each, run))
        if known[name]:
            yield span


def _spans(text: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    found = find_quotations(text)
    return (
        tuple(piece for quotation in found for piece in quotation.pieces),
        tuple(quotation.speaker for quotation in found if quotation.speaker),
    )


_kept = lru_cache(maxsize=64)(_spans)


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
