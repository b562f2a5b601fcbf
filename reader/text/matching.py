"""What two sequences of words have in common, in order: the ground of a word diff.

A sequence is a string with one character per word, equal where the words are. Runs of words that
stand once in each are found first (patience diff), so that what moved or came in does not shred
what stayed; between them paragraphs are paired, and words only within a pair.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel, LCSseq, Postfix, Prefix

# So many words in a row, once in each text, are the same place in both.
_ANCHOR = 8
# Two paragraphs are one rewritten if so much of them is common, in order (Dice); below, what they
# share is articles, prepositions and full stops. The gate are the examples in test_changes.py.
SAME_PARAGRAPH = 0.45
# Pairs of paragraphs, and cells of a word table (bits: 50 MB), that may be tried in one gap;
# what goes beyond is taken for rewritten.
_MOST_PAIRS = 20_000
_MOST_CELLS = 400_000_000


class Match(NamedTuple):
    """Words that are equal: where they begin in each sequence, and how many they are."""

    old: int
    new: int
    size: int


class Sequences(NamedTuple):
    """Two sequences and where their paragraphs begin (0 included)."""

    old: str
    new: str
    old_breaks: Sequence[int]
    new_breaks: Sequence[int]


class _Gap(NamedTuple):
    """What lies between two anchors: half-open ranges of both sequences."""

    old: int
    old_end: int
    new: int
    new_end: int


def matches(of: Sequences) -> list[Match]:
    """The equal runs of two sequences, in the order of both; neighbours are joined."""
    head = _same_opening(of)
    found = [Match(0, 0, head)]
    at = (head, head)
    anchors = (
        Match(head + anchor.old, head + anchor.new, anchor.size)
        for anchor in _anchors(of.old[head:], of.new[head:])
    )
    for anchor in [*anchors, Match(len(of.old), len(of.new), 0)]:
        found += _between(of, _Gap(at[0], anchor.old, at[1], anchor.new))
        found.append(anchor)
        at = (anchor.old + anchor.size, anchor.new + anchor.size)
    return joined(found)


def _same_opening(of: Sequences) -> int:
    """How many words the paragraphs have that both begin with, word for word."""
    size = Prefix.similarity(of.old, of.new)
    if size == len(of.old) == len(of.new):
        return size
    starts = set(of.old_breaks).intersection(of.new_breaks)
    return max((start for start in starts if start <= size), default=0)


def joined(found: Sequence[Match]) -> list[Match]:
    """The matches without empty ones, and those that follow on one another as one."""
    result: list[Match] = []
    for match in found:
        if not match.size:
            continue
        if result:
            last = result[-1]
            if (last.old + last.size, last.new + last.size) == match[:2]:
                result[-1] = last._replace(size=last.size + match.size)
                continue
        result.append(match)
    return result


def _anchors(old: str, new: str) -> list[Match]:
    """The longest chain of runs that stand once in each sequence; they do not overlap."""
    there = _once(new)
    pairs = [(at, there[run]) for run, at in _once(old).items() if run in there]
    found: list[Match] = []
    for at, other in _rising(pairs):
        if found:
            last = found[-1]
            ahead = max(last.old + last.size - at, last.new + last.size - other, 0)
            if ahead >= _ANCHOR:
                continue
            found.append(Match(at + ahead, other + ahead, _ANCHOR - ahead))
        else:
            found.append(Match(at, other, _ANCHOR))
    return joined(found)


def _once(text: str) -> dict[str, int]:
    """Where each run of words stands that stands there once, in order."""
    first: dict[str, int] = {}
    twice: set[str] = set()
    for at in range(len(text) - _ANCHOR + 1):
        run = text[at : at + _ANCHOR]
        if first.setdefault(run, at) != at:
            twice.add(run)
    return {run: at for run, at in first.items() if run not in twice}


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest subsequence whose second numbers rise too; the first ones rise already."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (_, other) in enumerate(pairs):
        length = bisect_left(tails, other)
        tails[length : length + 1] = [other]
        ends[length : length + 1] = [index]
        before.append(ends[length - 1] if length else -1)
    chain: list[tuple[int, int]] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        chain.append(pairs[index])
        index = before[index]
    return chain[::-1]


def _between(of: Sequences, gap: _Gap) -> Iterator[Match]:
    """The matches between two anchors."""
    if gap.old == gap.old_end or gap.new == gap.new_end:
        return
    # What goes on in the paragraph of an anchor goes on in both texts alike.
    begun = _units(of.old_breaks, gap.old, gap.old_end)[0]
    begun_new = _units(of.new_breaks, gap.new, gap.new_end)[0]
    if not (_is_break(of.old_breaks, gap.old) and _is_break(of.new_breaks, gap.new)):
        size = Prefix.similarity(of.old[slice(*begun)], of.new[slice(*begun_new)])
        yield Match(gap.old, gap.new, size)
        gap = gap._replace(old=gap.old + size, new=gap.new + size)
    tail = Match(gap.old_end, gap.new_end, 0)
    if gap.old < gap.old_end and gap.new < gap.new_end:
        last = _units(of.old_breaks, gap.old, gap.old_end)[-1]
        last_new = _units(of.new_breaks, gap.new, gap.new_end)[-1]
        if not (
            _is_end(of.old_breaks, of.old, gap.old_end)
            and _is_end(of.new_breaks, of.new, gap.new_end)
        ):
            size = Postfix.similarity(of.old[slice(*last)], of.new[slice(*last_new)])
            tail = Match(gap.old_end - size, gap.new_end - size, size)
            gap = gap._replace(old_end=tail.old, new_end=tail.new)
    if gap.old < gap.old_end and gap.new < gap.new_end:
        yield from _paired(of, gap)
    yield tail


def _is_break(breaks: Sequence[int], at: int) -> bool:
    index = bisect_left(breaks, at)
    return index < len(breaks) and breaks[index] == at


def _is_end(breaks: Sequence[int], text: str, at: int) -> bool:
    return at == len(text) or _is_break(breaks, at)


def _units(breaks: Sequence[int], start: int, end: int) -> list[tuple[int, int]]:
    """The parts of a range that lie in different paragraphs; one or more."""
    inner = breaks[bisect_right(breaks, start) : bisect_left(breaks, end)]
    return list(zip([start, *inner], [*inner, end], strict=True))


def _paired(of: Sequences, gap: _Gap) -> Iterator[Match]:
    """The matches within the paragraphs of a gap that are one another's."""
    olds = _units(of.old_breaks, gap.old, gap.old_end)
    news = _units(of.new_breaks, gap.new, gap.new_end)
    # Beside an anchor in its paragraph all is one passage, however much of it was rewritten.
    whole = any(
        _is_break(breaks, start) and _is_end(breaks, text, end)
        for breaks, text, units in (
            (of.old_breaks, of.old, olds),
            (of.new_breaks, of.new, news),
        )
        for start, end in units
    )
    if not whole:
        yield from _words(of, gap)
    elif len(olds) * len(news) <= _MOST_PAIRS:
        for pair in _pairing(of, olds, news):
            yield from _words(of, pair)


_STEPS = ((1, 1), (1, 2), (2, 1))


def _pairing(
    of: Sequences, olds: Sequence[tuple[int, int]], news: Sequence[tuple[int, int]]
) -> list[_Gap]:
    """Paragraphs that are one another's, in order; two may have become one, or one two.

    Of all ways to pair them the one with the most words in common, each pair counted by what it
    has beyond the least that makes it one.
    """
    rows, columns = len(olds) + 1, len(news) + 1
    best = [[0.0] * columns for _ in range(rows)]
    step: list[list[tuple[int, int]]] = [[(1, 0)] * columns for _ in range(rows)]
    for i in range(rows):
        for j in range(columns):
            if i and best[i - 1][j] >= best[i][j]:
                best[i][j], step[i][j] = best[i - 1][j], (1, 0)
            if j and (not i or best[i][j - 1] > best[i][j]):
                best[i][j], step[i][j] = best[i][j - 1], (0, 1)
            for down, right in _STEPS:
                if i >= down and j >= right:
                    pair = _Gap(
                        olds[i - down][0], olds[i - 1][1], news[j - right][0], news[j - 1][1]
                    )
                    gain = best[i - down][j - right] + _gain(of, pair)
                    if gain > best[i][j]:
                        best[i][j], step[i][j] = gain, (down, right)
    pairs: list[_Gap] = []
    i, j = rows - 1, columns - 1
    while i or j:
        down, right = step[i][j]
        if down and right:
            pairs.append(
                _Gap(olds[i - down][0], olds[i - 1][1], news[j - right][0], news[j - 1][1])
            )
        i, j = i - down, j - right
    return pairs[::-1]


def _gain(of: Sequences, pair: _Gap) -> float:
    """Words in common beyond the least that makes two passages one; 0 if there are fewer."""
    old, new = of.old[pair.old : pair.old_end], of.new[pair.new : pair.new_end]
    least = SAME_PARAGRAPH * (len(old) + len(new)) / 2
    if min(len(old), len(new)) < least or len(old) * len(new) > _MOST_CELLS:
        return 0.0
    return max(0.0, LCSseq.similarity(old, new, score_cutoff=int(least)) - least)


def _words(of: Sequences, gap: _Gap) -> Iterator[Match]:
    """The matches of two passages, word by word."""
    old, new = of.old[gap.old : gap.old_end], of.new[gap.new : gap.new_end]
    head = Prefix.similarity(old, new)
    tail = Postfix.similarity(old[head:], new[head:])
    old, new = old[head : len(old) - tail], new[head : len(new) - tail]
    yield Match(gap.old, gap.new, head)
    if len(old) * len(new) <= _MOST_CELLS:
        for block in Indel.editops(old, new).as_matching_blocks():
            yield Match(gap.old + head + block.a, gap.new + head + block.b, block.size)
    yield Match(gap.old_end - tail, gap.new_end - tail, tail)
