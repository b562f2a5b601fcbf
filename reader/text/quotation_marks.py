"""Which quotation marks open and which close: pairs of marks, paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reader.model import Span
from reader.text.sentences import paragraphs

# An apostrophe between letters is left out: it never quotes. The marks come first and what must
# stand around them after: a search for one set of characters is ten times as fast as one for
# alternatives.
_MARK = re.compile(
    "[“”„‟\"＂«»‹›「『」』'‘’‚`](?:(?<=[“”„‟\"＂«»‹›「『」』])|(?<=`)`|(?<=')'|(?<=’)’|(?<=‘)‘"
    r"|(?<=['‘’‚`])(?<![^\W_].)|(?<=['’])(?![^\W_]))"
)
_FAMILY = dict.fromkeys(["“", "”", "„", "‟", '"', "＂", "``", "''", "’’", "‘‘"], "double")
_FAMILY |= dict.fromkeys("«»", "guillemet") | dict.fromkeys("‹›", "angle")
_FAMILY |= dict.fromkeys("「」『』", "corner") | dict.fromkeys("'‘’‚`", "single")
_OPENING = frozenset(["“", "„", "‟", "``", "‘‘", "「", "『", "‘", "‚", "`"])
_CLOSING = frozenset(["”", "''", "’’", "」", "』", "’"])
_STRICT = frozenset("「」『』")
_BEFORE_OPENING = frozenset(" \t\n\u00a0\u2009\u202f([{—–-/…:")
_AFTER_CLOSING = frozenset(" \t\n\u00a0\u2009\u202f.,;:!?)]}—–-/…*")
# Words that begin with a lost letter, so that their apostrophe opens nothing.
_ELISION = re.compile(
    r"\d0s\b|\d\d\b|(?:em|til|till|tis|twas|twill|cause|cuz|coz|bout|round|neath|n|nuff|kay)\b",
    re.IGNORECASE,
)
# A single mark is believed only if its partner is near: British papers quote single sentences so.
_SINGLE_REACH = 1500
_SINGLE_TRIES = 24
_CHAIN = 20  # paragraphs that one quotation may go on for


@dataclass(frozen=True, slots=True)
class Mark:
    """One quotation mark and what it can do where it stands."""

    start: int
    end: int
    family: str
    opens: bool
    closes: bool


@dataclass(frozen=True, slots=True)
class Marked:
    """Words between marks; more than one piece if the quotation goes on in the next paragraph."""

    span: Span
    """From the first mark to the last, marks included."""
    pieces: tuple[Span, ...]
    """What stands between the marks, one per paragraph, without the marks."""
    family: str
    paragraph: tuple[int, int]
    """First and last paragraph that it stands in."""


def marked(text: str) -> tuple[Marked, ...]:
    """Everything between quotation marks, outermost marks only, in order."""
    found: list[Marked] = []
    chain: list[tuple[Mark, Span, int]] = []
    for index, paragraph in enumerate(paragraphs(text)):
        marks = list(_marks(text, paragraph.span))
        if chain and not _goes_on(chain, marks, paragraph.span):
            chain = []
        pending: Mark | None = None
        for at, mark in enumerate(marks):
            if pending is None:
                if mark.opens and (mark.family != "single" or _partner(text, marks, at)):
                    pending = mark
                elif mark.opens and _mistaken(text, marks, at):
                    pending = replace(mark, family="double")
            elif mark.family == pending.family:
                if mark.closes and (
                    mark.family != "single" or _ends_single(text, pending, marks, at)
                ):
                    found += _close(text, chain, pending, mark, index)
                    pending, chain = None, []
                elif mark.opens and mark.family != "single":
                    pending, chain = mark, []
        chain = _carry(text, chain, pending, paragraph.span, index)
    return tuple(found)


def _marks(text: str, span: Span) -> Iterator[Mark]:
    for match in _MARK.finditer(text, span.start, span.end):
        glyph = match[0]
        family = _FAMILY[glyph]
        before = text[match.start() - 1] if match.start() > span.start else " "
        after = text[match.end()] if match.end() < span.end else " "
        if family == "single" and before.isalnum() and after.isalnum():
            continue  # an apostrophe inside a word, which neither opens nor closes
        left = before in _BEFORE_OPENING or before in _OPENING or before in "\"'«‹"
        right = after in _AFTER_CLOSING or after in _CLOSING or after in "\"'»›"
        if glyph in _STRICT:
            opens, closes = glyph in _OPENING, glyph in _CLOSING
        elif family == "single":
            opens = left and not after.isspace() and glyph != "’"
            opens = opens and not _ELISION.match(text, match.end())
            closes = glyph != "‘" and not before.isspace() and not after.isalnum()
        elif left == right:
            opens = glyph in _OPENING or (left and glyph not in _CLOSING)
            closes = glyph not in _OPENING
        else:
            opens, closes = left, right or glyph in _CLOSING
        yield Mark(match.start(), match.end(), family, opens, closes)


def _partner(text: str, marks: list[Mark], at: int) -> bool:
    """Whether a single mark has a closing one nearby, with whole pairs of others between."""
    doubles = 0
    for other in range(at + 1, min(len(marks), at + _SINGLE_TRIES)):
        mark = marks[other]
        if mark.start - marks[at].end > _SINGLE_REACH:
            return False
        if mark.family == "double":
            doubles += 1
        elif mark.family == "single" and mark.closes:
            if doubles % 2 == 0 and _ends_single(text, marks[at], marks, other):
                return True
        elif mark.family == "single" and mark.opens:
            return False
    return False


def _mistaken(text: str, marks: list[Mark], at: int) -> bool:
    """Whether a `‘` has no partner, but the next mark closes a double one that nothing opened."""
    if text[marks[at].start : marks[at].end] != "‘" or at + 1 == len(marks):
        return False
    closing = marks[at + 1]
    return closing.family == "double" and closing.closes and not closing.opens


def _ends_single(text: str, opening: Mark, marks: list[Mark], at: int) -> bool:
    """Whether a closing single mark is no possessive (`the workers' pay`)."""
    mark = marks[at]
    if mark.start <= opening.end:
        return False
    if text[mark.start - 1] not in "sS" or not text[mark.end : mark.end + 2].strip(" "):
        return True
    if not re.match(r" [a-z]", text[mark.end : mark.end + 2]):
        return True
    if text[opening.start : opening.end] == "‘" and text[mark.start] == "’":
        later = marks[at + 1 : at + _SINGLE_TRIES]
        return not any(m.family == "single" and m.closes and not m.opens for m in later)
    return text.count(" ", opening.end, mark.start) < 3


def _close(
    text: str, chain: list[tuple[Mark, Span, int]], opening: Mark, closing: Mark, index: int
) -> Iterator[Marked]:
    last = _inside(text, opening.end, closing.start)
    pieces = (*(piece for _, piece, _ in chain), *((last,) if last else ()))
    first = chain[0][0] if chain else opening
    begun = chain[0][2] if chain else index
    if pieces:
        span = Span(first.start, closing.end)
        yield Marked(span, pieces, opening.family, (begun, index))


def _goes_on(chain: list[tuple[Mark, Span, int]], marks: list[Mark], paragraph: Span) -> bool:
    """Whether a paragraph begins with the mark that repeats the one left open before it."""
    if not marks or len(chain) >= _CHAIN:
        return False
    first = marks[0]
    return first.start == paragraph.start and first.opens and first.family == chain[-1][0].family


def _carry(
    text: str,
    chain: list[tuple[Mark, Span, int]],
    pending: Mark | None,
    paragraph: Span,
    index: int,
) -> list[tuple[Mark, Span, int]]:
    if pending is None or pending.family == "single":
        return []
    piece = _inside(text, pending.end, paragraph.end)
    return [*chain, (pending, piece, index)] if piece else []


def _inside(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if any(c.isalnum() for c in text[start:end]) else None
