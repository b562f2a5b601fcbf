"""Which documents have the words of a run, and what these are worth in each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import compress, islice
from math import ceil
from operator import add

from reader.search.bm25 import Statistics, idf, norm, often, top
from reader.search.flat.lists import (
    BEGINNING,
    IN_TEXT,
    IN_TITLE,
    KEYS,
    MOST_MARK,
    Lists,
    in_row,
)
from reader.search.flat.phrases import Together, together
from reader.search.port import GOES_ON, TITLE_WEIGHT, goes_on, is_short, scored_stems
from reader.search.syntax import Part, Run

_MANY = 3  # from one of so many documents on, all are as soon looked at
_KEPT = 8  # runs of which the documents are kept
_ROUNDED = 1 + 1e-9

# What it is worth to have a word that begins so, by the mark for it.
_GOES_ON = [0.0, *[GOES_ON] * (IN_TITLE - 1), TITLE_WEIGHT * GOES_ON]


class Runs:
    """Looks runs up in lists; deleted documents are among all that it gives."""

    def __init__(self, lists: Lists, statistics: Statistics) -> None:
        self._lists = lists
        self._statistics = statistics
        self._norms = [norm(length, statistics.average) for length in lists.lengths]
        self._row = lru_cache(_KEPT)(self.marked)
        self._together = lru_cache(_KEPT)(self._found_together)

    def ranks(self, run: Run) -> Sequence[int]:
        """All documents with a run, ascending."""
        if not self.size(run):
            return ()
        if len(run.stems) > 1:
            return self._together(run)[0]
        index = self._single(run)
        if index is None:
            return list(compress(self._lists.everyone, self._row(run)))
        return self._lists.ids_of(index)

    def size(self, run: Run) -> int:
        """About how many documents have a run."""
        if is_short(run.typed, run.part, len(run.stems)):
            return self._lists.count
        each = (self.indexes(run.part, stems) for stems in run.stems)
        return min(sum(self._lists.sizes[index] for index in indexes) for indexes in each)

    def within(self, run: Run, ranks: Sequence[int]) -> Sequence[int]:
        """Those of ascending documents that have a run."""
        if len(run.stems) > 1:
            return sorted(set(ranks).intersection(self.ranks(run)))
        index = self._single(run)
        if index is None:
            return list(compress(ranks, in_row(self._row(run), ranks)))
        return list(compress(ranks, self._lists.marks_at(index, ranks)))

    def _single(self, run: Run) -> int | None:
        """The only list of a word; None of one that stands for several, which has a row."""
        indexes = () if goes_on(run) else self.indexes(run.part, run.stems[0])
        return indexes[0] if len(indexes) == 1 else None

    def indexes(self, part: Part, stems: Iterable[str]) -> Sequence[int]:
        """The indexes of those of the stems that there are."""
        found = (self._lists.find(KEYS[part] + stem.encode()) for stem in sorted(stems))
        return [index for index in found if index >= 0]

    def scores(self, run: Run, ranks: Sequence[int]) -> list[float]:
        """What a run is worth in each of ascending documents that have it."""
        if len(run.stems) > 1:
            return self._phrase(run, ranks)
        found: list[float] = []
        norms, lengths = self._norms, self._lists.length_of
        for index, worth in self._scored(run):
            if run.part != "text":
                more = [worth if mark else 0.0 for mark in self._lists.marks_at(index, ranks)]
            else:
                weights = self._lists.at(index, ranks, self._lists.weights_of(index))
                pairs = zip(weights, ranks, strict=True)
                more = [worth * (each / (each + norms[lengths[rank]])) for each, rank in pairs]
            found = list(map(add, found, more)) if found else more
        if goes_on(run):
            row = in_row(self._row(run), ranks)
            more = list(map(_GOES_ON.__getitem__, row))
            found = list(map(add, found, more)) if found else more
        return found or [0.0] * len(ranks)

    def likely(self, runs: Sequence[Run], ranks: Sequence[int], most: int) -> Sequence[int]:
        """Those of ascending documents with all runs among which so many of the best are.

        What they are worth is added up in levels, for all documents at once in one number with a
        byte for each. Marks were rounded up, and made when articles had another mean length.
        """
        if any(len(run.stems) > 1 and run.part == "text" for run in runs):
            return ranks
        many = len(ranks) * _MANY > self._lists.count
        if many and len(runs) == 1 and goes_on(runs[0]):
            row = self._row(runs[0])
            if len(ranks) == len(row) - row.count(0):
                ranks = self._lists.everyone  # rows are then as they should be
        columns = [column for run in runs for column in self._columns(run, ranks)]
        level = sum(worths[-1] for worths, _ in columns) / (255 - len(columns))
        total = 0
        for worths, marks in columns:
            table = bytes(ceil(worth / level) for worth in worths).ljust(256, b"\0")
            total += int.from_bytes(marks.translate(table), "little")
        levels = total.to_bytes(len(ranks), "little")

        def fewer(least: int) -> int:
            return -int.from_bytes(levels.translate(_between(least, 256)), "little").bit_count()

        least = bisect_right(range(1, 256), -most, key=fewer)
        if len(columns) == 1 and all(goes_on(run) or run.part != "text" for run in runs):
            # Worth exactly what the marks say; of equal ones the first are the best.
            equal = compress(ranks, levels.translate(_between(least, least + 1)))
            above = compress(ranks, levels.translate(_between(least + 1, 256)))
            return sorted([*above, *islice(equal, most)])
        drift = self._statistics.average / self._lists.average
        least = int((least - len(columns)) / max(drift, 1 / drift) ** 2 / _ROUNDED)
        return list(compress(ranks, levels.translate(_between(least + 1, 256))))

    def _columns(
        self, run: Run, ranks: Sequence[int]
    ) -> Iterable[tuple[Sequence[float], bytes | bytearray]]:
        """What each mark is worth, and the marks of documents that have a run, for each of its
        terms.
        """
        if len(run.stems) > 1:
            yield [0.0, self._statistics.together(run)], b"\1" * len(ranks)
            return
        for index, most in self._scored(run):
            worths = [most * mark / MOST_MARK for mark in range(MOST_MARK + 1)]
            yield worths, self._lists.marks_at(index, ranks)
        if goes_on(run):
            yield _GOES_ON, in_row(self._row(run), ranks)

    def _scored(self, run: Run) -> Iterable[tuple[int, float]]:
        """The terms by which a single word is ranked, and what each is worth at most."""
        worth, statistics = (top if run.part == "text" else idf), self._statistics
        for stem in scored_stems(run):
            for index in self.indexes(run.part, [stem]):
                yield index, worth(statistics.documents, statistics.frequency(run.part, stem))

    def marked(self, run: Run) -> bytes:
        """For every document whether it has any of the words that a run may be.

        Of those that begin so also whether one is in the title.
        """
        lists, letters, stems = self._lists, run.typed.encode(), run.stems[0]
        short = is_short(run.typed, run.part, 1)
        kept = lists.row(BEGINNING + letters) if short else b""
        if kept:
            stems = frozenset(each for each in stems if not each.startswith(run.typed))
        marks = int.from_bytes(kept, "little")
        rarer: list[tuple[Iterable[int], int]] = []
        for part, mark in ((run.part, IN_TEXT), ("title", IN_TITLE)):
            if mark == IN_TITLE and run.part != "text":
                break
            indexes = {*self.indexes(part, stems)}
            if short and not kept:
                indexes.update(lists.beginning(KEYS[part] + letters))
            for index in indexes:
                row = lists.row(lists.key(index))
                marks |= int.from_bytes(row.translate(_marking(mark)), "little")
                rarer += [] if row else [(lists.ids_of(index), mark)]
        marked = bytearray(marks.to_bytes(lists.count, "little"))
        for ids, mark in rarer:
            mark_all(marked, ids, mark)
        return bytes(marked)

    def _found_together(self, run: Run) -> Together:
        """All documents with a phrase, and how often each has it."""
        indexes = [self.indexes(run.part, stems) for stems in run.stems]
        return together(self._lists, indexes, run)

    def _phrase(self, run: Run, ranks: Sequence[int]) -> list[float]:
        worth = self._statistics.together(run)
        if run.part != "text":
            return [worth] * len(ranks)
        weights = dict(zip(*self._together(run), strict=True))
        norms, lengths = self._norms, self._lists.length_of
        return [worth * often(weights[rank], norms[lengths[rank]]) for rank in ranks]


def mark_all(row: bytearray, ids: Iterable[int], mark: int) -> None:
    """Mark documents, unless they have a greater mark."""
    for rank in ids:
        if row[rank] < mark:
            row[rank] = mark


@cache
def _between(least: int, end: int) -> bytes:
    """A table that leaves nothing but some levels."""
    return bytes(least <= each < end for each in range(256))


@cache
def _marking(mark: int) -> bytes:
    """A table that makes all marks one."""
    return bytes([0, *[mark] * 255])
