"""Words that Markdown sets apart: bold, italic and code, with the signs that do so.

Stricter than CommonMark, since most texts are none: signs within a word (`f**k`), footnotes
(`rates*`) and arithmetic (`5 * 3`) set nothing apart, nor does anything across a blank line.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.model import Span

_CODE = re.compile(r"(?<![\w`\\])(`{1,3})(?!`)(?P<words>\S(?:[^`\n]{0,500}\S)?)\1(?![\w`])")
_SIGNS = re.compile(r"\*+|_+")
_ESCAPED = re.compile(r"\\(?=[*_`\[\]|])")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_NEVER_FIRST = frozenset("”’»)]}>.,;:!?…")
_NEVER_LAST = frozenset("“‘«([{<")
_OF_NAMES = frozenset("@#/\\=&")  # beside signs that belong to a handle or an address, or are none


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words set apart, and the signs around them."""

    kind: str
    """bold, italic or code."""
    words: Span
    signs: tuple[Span, Span]


def find_emphasis(text: str, taken: Sequence[Span] = ()) -> tuple[Emphasis, ...]:
    """What is set apart in a text, in the order of its ends; addresses (`taken`) are left alone."""
    if not any(sign in text for sign in "*_`"):
        return ()
    code = [
        Emphasis(
            "code",
            Span(*match.span("words")),
            (Span(match.start(), match.start("words")), Span(match.end("words"), match.end())),
        )
        for match in (_CODE.finditer(text) if "`" in text else ())
    ]
    code = [each for each in code if not _within(each.words, taken)]
    held = sorted([*taken, *(each.words for each in code)])
    found: list[Emphasis] = []
    start = 0
    for end in [*(match.start() for match in _BLANK_LINE.finditer(text)), len(text)]:
        found += _paired(text, start, end, held)
        start = end
    return (*code, *found)


def escapes(text: str) -> Iterator[Span]:
    """The backslashes that say that the sign behind them is none."""
    if "\\" in text:
        yield from (Span(*match.span()) for match in _ESCAPED.finditer(text))


# Of a passage cut out of bold words only one end may be there; `f**` at an end is another thing.
_LOOSE = re.compile(r"\A(?:\*{2,3}|_{2,3})(?=[\w“\"‘'(])|(?<=[.!?…”\"’')])(?:\*{2,3}|_{2,3})\Z")


def loose_ends(text: str) -> Iterator[Span]:
    """Signs at the ends of a passage whose other half stands outside of it."""
    if text[:1] in ("*", "_") or text[-1:] in ("*", "_"):
        yield from (Span(*match.span()) for match in _LOOSE.finditer(text))


def _paired(text: str, start: int, end: int, held: Sequence[Span]) -> Iterator[Emphasis]:
    opened: dict[str, Span] = {}
    for match in _SIGNS.finditer(text, start, end):
        signs, run = Span(*match.span()), match[0]
        if len(run) > 3 or _within(signs, held):
            continue
        before = text[signs.start - 1] if signs.start > start else "\n"
        after = text[signs.end] if signs.end < end else "\n"
        if before in _OF_NAMES or after in _OF_NAMES:
            continue
        closes = not (before.isspace() or before in _NEVER_LAST or after.isalnum())
        if closes and run in opened:
            first = opened[run]
            opened = {each: at for each, at in opened.items() if at.start < first.start}
            kind = "italic" if len(run) == 1 else "bold"
            yield Emphasis(kind, Span(first.end, signs.start), (first, signs))
        elif not (after.isspace() or after in _NEVER_FIRST or before.isalnum()):
            opened[run] = signs


def _within(span: Span, others: Sequence[Span]) -> bool:
    """Whether a stretch reaches into one of others, which are in order."""
    at = bisect_right(others, span.end - 1, key=lambda other: other.start) - 1
    return at >= 0 and others[at].end > span.start
