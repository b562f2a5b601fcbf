"""What changed between two versions of a text, word by word, with the places in both."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from reader.model import Span
from reader.text.matching import Match, Sequences, joined, matches
from reader.text.versions import TOKEN, Version, cut, is_mark

Kind = Literal["same", "taken-out", "put-in", "replaced"]


@dataclass(frozen=True, slots=True)
class Change:
    """A passage of the old text, of the new one, or of both; neither begins nor ends in space."""

    kind: Kind
    old: Span | None
    """None for what was put in."""
    new: Span | None
    """None for what was taken out."""


# Equal words between two changes are part of one rewriting if they are so few, and what changed
# on either side is so many times longer (Fraser, Diff Strategies, 2006: semantic cleanup; twice
# instead of once keeps a noun between two single words).
_ISLAND_WORDS = 4
_ISLAND_TIMES = 2
# So few equal words at the edge of a paragraph are part of its rewriting, if that is this many
# times longer in both texts.
_EDGE_WORDS = 2
_EDGE_TIMES = 10

# Characters that stand for words: 0 and 1 are words of one text only, which equal nothing.
_CODES = range(2, 0x110000)


def changes(old: str, new: str) -> tuple[Change, ...]:
    """Every passage of two versions, in order: the same, taken out, put in or replaced.

    Spans and the white space between them make up each text. White space and the typography of
    quotation marks, dashes and dots are no change. What moved is taken out and put in.
    """
    before, after = cut(old), cut(new)
    same = matches(_sequences(before, after))
    same = _slid(before, after, same)
    same = _without_islands(before, after, same)
    same = _without_edges(before, after, same)
    found: list[Change] = []
    at = (0, 0)
    for match in [*same, Match(len(before.keys), len(after.keys), 0)]:
        found += _change(before, after, (at[0], match.old), (at[1], match.new))
        at = (match.old + match.size, match.new + match.size)
        if match.size:
            spans = _span(before, match.old, at[0]), _span(after, match.new, at[1])
            found.append(Change("same", *spans))
    return tuple(found)


def counted(changes: Sequence[Change], old: str, new: str) -> tuple[int, int]:
    """How many words were taken out and put in; what was replaced counts in both."""
    out = [change.old for change in changes if change.kind != "same" and change.old]
    put = [change.new for change in changes if change.kind != "same" and change.new]
    return _count(old, out), _count(new, put)


def _count(text: str, spans: Sequence[Span]) -> int:
    return sum(
        not is_mark(match[0])
        for span in spans
        for match in TOKEN.finditer(text, span.start, span.end)
    )


def _sequences(before: Version, after: Version) -> Sequences:
    there = set(after.keys)
    shared = dict.fromkeys(key for key in before.keys if key in there)
    codes = {key: chr(code) for key, code in zip(shared, _CODES, strict=False)}
    return Sequences(
        "".join([codes.get(key, "\0") for key in before.keys]),
        "".join([codes.get(key, "\1") for key in after.keys]),
        before.breaks,
        after.breaks,
    )


def _span(text: Version, start: int, end: int) -> Span:
    return Span(text.spans[start][0], text.spans[end - 1][1])


def _change(
    before: Version, after: Version, old: tuple[int, int], new: tuple[int, int]
) -> tuple[Change, ...]:
    out = _span(before, *old) if old[0] < old[1] else None
    put = _span(after, *new) if new[0] < new[1] else None
    if out and put:
        return (Change("replaced", out, put),)
    if out:
        return (Change("taken-out", out, None),)
    return (Change("put-in", None, put),) if put else ()


def _slid(before: Version, after: Version, same: Sequence[Match]) -> list[Match]:
    """The matches with what was only put in, or only taken out, moved to the best borders.

    `a b [c b] d` and `a [b c] b d` say the same; the first border of the best kind is taken.
    """
    found = list(same)
    for index in range(len(found) - 1):
        one, two = found[index], found[index + 1]
        old_gap = two.old - one.old - one.size
        new_gap = two.new - one.new - one.size
        if bool(old_gap) == bool(new_gap):
            continue
        text, start, length = (
            (before, one.old + one.size, old_gap)
            if old_gap
            else (after, one.new + one.size, new_gap)
        )
        keys = text.keys
        left = 0
        while left < one.size and keys[start - left - 1] == keys[start + length - left - 1]:
            left += 1
        right = 0
        while right < two.size and keys[start + right] == keys[start + length + right]:
            right += 1
        best = max(
            range(-left, right + 1),
            key=lambda by: text.edge(start + by) + text.edge(start + length + by),
        )
        found[index] = one._replace(size=one.size + best)
        found[index + 1] = Match(two.old + best, two.new + best, two.size - best)
    return joined(found)


def _without_islands(before: Version, after: Version, same: Sequence[Match]) -> list[Match]:
    """The matches without those few words that stand alone within a rewritten passage."""
    end = Match(len(before.keys), len(after.keys), 0)
    kept = [Match(0, 0, 0)]
    for match in [*same, end]:
        while len(kept) > 1 and _is_island(before, after, kept[-2], kept[-1], match):
            kept.pop()
        kept.append(match)
    return joined(kept)


def _is_island(before: Version, after: Version, left: Match, island: Match, right: Match) -> bool:
    old_left = before.size(left.old + left.size, island.old)
    new_left = after.size(left.new + left.size, island.new)
    old_right = before.size(island.old + island.size, right.old)
    new_right = after.size(island.new + island.size, right.new)
    # Where words were only put in on both sides, or only taken out, nothing was rewritten.
    if not (old_left or old_right) or not (new_left or new_right):
        return False
    # Marks come with words: longer than this it is not worth counting.
    if island.size > 3 * _ISLAND_WORDS:
        return False
    size = before.size(island.old, island.old + island.size)
    if size * _ISLAND_TIMES > min(max(old_left, new_left), max(old_right, new_right)):
        return False
    if before.words(island.old, island.old + island.size) > _ISLAND_WORDS:
        return False
    whole = (before, island.old), (after, island.new)
    return not all(text.edge(at) == text.edge(at + island.size) == 4 for text, at in whole)


def _without_edges(before: Version, after: Version, same: Sequence[Match]) -> list[Match]:
    """The matches without the word or two that a rewritten paragraph begins or ends with."""
    found = [Match(0, 0, 0), *same, Match(len(before.keys), len(after.keys), 0)]
    for index in range(len(found) - 1):
        one, two = found[index], found[index + 1]
        changed = min(
            before.size(one.old + one.size, two.old), after.size(one.new + one.size, two.new)
        )
        end, new_end = one.old + one.size, one.new + one.size
        begin = _piece(before, one.old, end, back=True)
        begins_alike = begin == _piece(after, one.new, new_end, back=True) < one.size
        if begins_alike and _is_edge(before, end - begin, end, changed):
            found[index] = one._replace(size=one.size - begin)
        rest = _piece(before, two.old, two.old + two.size, back=False)
        ends_alike = rest == _piece(after, two.new, two.new + two.size, back=False) < two.size
        if ends_alike and _is_edge(before, two.old, two.old + rest, changed):
            found[index + 1] = Match(two.old + rest, two.new + rest, two.size - rest)
    return joined(found)


def _piece(text: Version, start: int, end: int, *, back: bool) -> int:
    """How many words of a run lie in the paragraph that it ends in, or begins in."""
    if back:
        return end - max(start, text.breaks[max(bisect_left(text.breaks, end) - 1, 0)])
    index = bisect_right(text.breaks, start)
    return min(end, text.breaks[index] if index < len(text.breaks) else end) - start


def _is_edge(text: Version, start: int, end: int, changed: int) -> bool:
    small = 0 < text.size(start, end) * _EDGE_TIMES <= changed
    return small and text.words(start, end) <= _EDGE_WORDS
