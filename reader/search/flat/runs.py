"""Which documents have the words of a run, and what these are worth in each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import compress, count, islice
from math import ceil
from operator import add

from reader.search.bm25 import Statistics, idf, norm, often, top
from reader.search.flat.lists import BEGINNING, IN_TEXT, KEYS, MOST_MARK, Lists, gathered
from reader.search.flat.phrases import Together, together
from reader.search.port import GOES_ON, TITLE_WEIGHT, goes_on, is_short, scored_stems
from reader.search.syntax import Part, Run

_KEPT = 8  # runs of which the documents are kept
_LEVELS = 255
_ROUNDED = 1 + 1e-9

# What it is worth to have a word that begins so, by the mark for it.
_GOES_ON = [GOES_ON] * MOST_MARK + [TITLE_WEIGHT * GOES_ON]


class Runs:
    """Looks runs up in lists; deleted documents are among all that it gives."""

    def __init__(self, lists: Lists, statistics: Statistics) -> None:
        self._lists = lists
        self._statistics = statistics
        self._norms = [norm(length, statistics.average) for length in lists.lengths]
        self._row = lru_cache(_KEPT)(self._marked)
        self._together = lru_cache(_KEPT)(self._found_together)

    def ranks(self, run: Run) -> Sequence[int]:
        """All documents with a run, ascending."""
        if len(run.stems) > 1:
            return self._together(run)[0]
        if goes_on(run):
            return list(compress(count(), self._row(run)))
        return self._lists.united(self.indexes(run.part, run.stems[0]))

    def size(self, run: Run) -> int:
        """About how many documents have a run."""
        if is_short(run.typed, run.part, len(run.stems)):
            return self._lists.count
        each = (self.indexes(run.part, stems) for stems in run.stems)
        return min(sum(self._lists.sizes[index] for index in indexes) for indexes in each)

    def within(self, run: Run, ranks: Sequence[int]) -> Sequence[int]:
        """Those of ascending documents that have a run."""
        if len(run.stems) == 1 and goes_on(run):
            return list(compress(ranks, gathered(self._row(run), ranks)))
        indexes = self.indexes(run.part, run.stems[0])
        if len(run.stems) == len(indexes) == 1:
            return list(compress(ranks, self._lists.marks_at(indexes[0], ranks)))
        return sorted(set(ranks).intersection(self.ranks(run)))

    def indexes(self, part: Part, stems: Iterable[str]) -> Sequence[int]:
        """The indexes of those of the stems that there are."""
        found = (self._lists.find(KEYS[part] + stem.encode()) for stem in sorted(stems))
        return [index for index in found if index >= 0]

    def scores(self, run: Run, ranks: Sequence[int]) -> list[float]:
        """What a run is worth in each of ascending documents that have it."""
        if len(run.stems) > 1:
            return self._phrase(run, ranks)
        found = [0.0] * len(ranks)
        for index, worth in self._scored(run):
            if run.part != "text":
                more = [worth if mark else 0.0 for mark in self._lists.marks_at(index, ranks)]
            else:
                weights = self._lists.at(index, ranks, self._lists.weights_of(index))
                pairs = zip(weights, self._norms_of(ranks), strict=True)
                more = [worth * (weight / (weight + against)) for weight, against in pairs]
            found = list(map(add, found, more))
        if goes_on(run):
            row = gathered(self._row(run), ranks)
            found = list(map(add, found, map(_GOES_ON.__getitem__, row)))
        return found

    def likely(self, runs: Sequence[Run], ranks: Sequence[int], most: int) -> Sequence[int]:
        """Those of ascending documents with all runs among which so many of the best are.

        What marks add up to is counted in levels, for all documents at once in one number with a
        byte for each. Marks were rounded up, and made when articles had another mean length.
        """
        if any(len(run.stems) > 1 and run.part == "text" for run in runs):
            return ranks
        columns = [column for run in runs for column in self._columns(run, ranks)]
        level = sum(worth for worth, _ in columns) / (_LEVELS - len(columns))
        total = 0
        for worth, marks in columns:
            table = bytes(ceil(worth * mark / MOST_MARK / level) for mark in range(MOST_MARK + 1))
            total += int.from_bytes(marks.translate(table.ljust(256, b"\0")), "little")
        levels = total.to_bytes(len(ranks), "little")
        seen, least = 0, _LEVELS + 1
        while least and seen < most:
            least -= 1
            seen += levels.count(least)
        if len(columns) == 1 and all(goes_on(run) or run.part != "text" for run in runs):
            # Worth exactly what the marks say; of equal ones the first are the best.
            equal = compress(ranks, levels.translate(_only(range(least, least + 1))))
            above = compress(ranks, levels.translate(_only(range(least + 1, 256))))
            return sorted([*above, *islice(equal, most)])
        drift = self._statistics.average / self._lists.average
        least = int((least - len(columns)) / max(drift, 1 / drift) ** 2 / _ROUNDED)
        return list(compress(ranks, levels.translate(_only(range(least + 1, 256)))))

    def _columns(self, run: Run, ranks: Sequence[int]) -> Iterable[tuple[float, bytes]]:
        """The most that each part of a run is worth, and the marks of it in documents."""
        if len(run.stems) > 1:
            yield self._statistics.together(run), bytes([MOST_MARK]) * len(ranks)
            return
        for index, worth in self._scored(run):
            yield worth, self._lists.marks_at(index, ranks)
        if goes_on(run):
            yield _GOES_ON[MOST_MARK], bytes(gathered(self._row(run), ranks))

    def _scored(self, run: Run) -> Iterable[tuple[int, float]]:
        """The terms by which a single word is ranked, and what each is worth at most."""
        worth, statistics = (top if run.part == "text" else idf), self._statistics
        for stem in scored_stems(run):
            for index in self.indexes(run.part, [stem]):
                yield index, worth(statistics.documents, statistics.frequency(run.part, stem))

    def _norms_of(self, ranks: Sequence[int]) -> Iterable[float]:
        return map(self._norms.__getitem__, gathered(self._lists.length_of, ranks))

    def _marked(self, run: Run) -> bytes:
        """For every document whether it has a word that begins so, and in the title or not."""
        lists, letters = self._lists, BEGINNING + run.typed.encode()
        short = is_short(run.typed, run.part, 1)
        row = lists.row(letters) if short else b""
        stems = run.stems[0]
        if row:
            others = lists.others(run.typed)
            stems = frozenset(each for each in stems - others if not each.startswith(run.typed))
        marked = bytearray(row or lists.count)
        for part, mark in ((run.part, IN_TEXT), ("title", MOST_MARK)):
            if mark == IN_TEXT or run.part == "text":
                indexes = {*self.indexes(part, stems)}
                if short and not row:
                    indexes.update(lists.beginning(KEYS[part] + letters[1:]))
                mark_all(marked, map(lists.ids_of, indexes), mark)
        return bytes(marked)

    def _found_together(self, run: Run) -> Together:
        """All documents with a phrase, and how often each has it."""
        indexes = [self.indexes(run.part, stems) for stems in run.stems]
        return together(self._lists, indexes, run) if all(indexes) else ((), ())

    def _phrase(self, run: Run, ranks: Sequence[int]) -> list[float]:
        worth = self._statistics.together(run)
        if run.part != "text":
            return [worth] * len(ranks)
        weights = dict(zip(*self._together(run), strict=True))
        pairs = zip(ranks, self._norms_of(ranks), strict=True)
        return [worth * often(weights[rank], against) for rank, against in pairs]


def mark_all(row: bytearray, lists: Iterable[Iterable[int]], mark: int) -> None:
    """Mark the documents of some terms, unless they have a greater mark."""
    for ids in lists:
        for rank in ids:
            if row[rank] < mark:
                row[rank] = mark


def _only(levels: range) -> bytes:
    """A table that leaves nothing but some levels."""
    return bytes(each in levels for each in range(256))
