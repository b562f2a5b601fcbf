"""Which documents have the words of a run, and what these are worth in each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import reduce
from itertools import chain, compress, count, islice
from operator import add

from reader.search.bm25 import Statistics, idf, norm, often, top
from reader.search.flat.lists import (
    BEST,
    IN_TITLE,
    KEYS,
    WEIGHT_SHIFT,
    Lists,
    gathered,
    often_per_norm,
)
from reader.search.flat.phrases import Together, together
from reader.search.port import GOES_ON, TITLE_WEIGHT, goes_on, is_short, scored_stems
from reader.search.syntax import Part, Run

# What a document is worth by what a row has for it: nothing where other lists have it.
_BY_MARK = [GOES_ON, GOES_ON, TITLE_WEIGHT * GOES_ON]
_ONLY_TITLES = bytes(each == IN_TITLE for each in range(256))
_MOST_KEPT = 8  # runs whose documents are kept
_ROUNDED = 1 + 1e-9


class _Worth(dict[int, float]):
    """What a code is worth, as a share of the most; worked out when it is met."""

    def __init__(self, norms: Sequence[float]) -> None:
        self._norms = norms

    def __missing__(self, code: int) -> float:
        weight = code >> WEIGHT_SHIFT
        self[code] = found = weight / (weight + self._norms[code & 255])
        return found


class Runs:
    """Looks runs up in lists; deleted documents are among all that it gives."""

    def __init__(self, lists: Lists, statistics: Statistics) -> None:
        self._lists = lists
        self._statistics = statistics
        self._norms = [norm(length, statistics.average) for length in lists.lengths]
        self._worth = _Worth(self._norms)
        self._norms_then = [norm(length, lists.average) for length in lists.lengths]
        self._phrases: dict[Run, Together] = {}

    def ranks(self, run: Run) -> Sequence[int]:
        """All documents with a run, ascending."""
        if len(run.stems) > 1:
            return self._together(run)[0]
        found, row = self._lists.united(self._indexes_of(run, run.part)), self._row(run)
        if not row:
            return found
        more = [rank for rank in found if not row[rank]]
        having = compress(count(), row)
        return sorted(chain(having, more)) if more else list(having)

    def size(self, run: Run) -> int:
        """About how many documents have a run."""
        sizes = self._lists.sizes
        if len(run.stems) > 1:
            each = (self.indexes(run.part, stems) for stems in run.stems)
            return min(sum(sizes[index] for index in indexes) for indexes in each)
        more = sum(sizes[index] for index in self._indexes_of(run, run.part))
        return more + (self._lists.count if self._row(run) else 0)

    def within(self, run: Run, ranks: Sequence[int]) -> Sequence[int]:
        """Those of ascending documents that have a run."""
        if len(run.stems) == 1:
            row, indexes = self._row(run), self._indexes_of(run, run.part)
            if row and not indexes:
                return list(compress(ranks, gathered(row, ranks)))
            if not row and len(indexes) == 1:
                return list(compress(ranks, self._lists.codes_at(indexes[0], ranks)))
        return sorted(set(ranks).intersection(self.ranks(run)))

    def scores(self, run: Run, ranks: Sequence[int]) -> list[float]:
        """What a run is worth in each of ascending documents that have it."""
        if len(run.stems) > 1:
            return self._phrase(run, ranks)
        columns = [self._term(run.part, stem, ranks) for stem in scored_stems(run)]
        if goes_on(run):
            columns.append(self._goes_on(run, ranks))
        return summed(columns, len(ranks))

    def _goes_on(self, run: Run, ranks: Sequence[int]) -> list[float]:
        """What it is worth to have a word that begins so, in the title or not."""
        row, titled = self._row(run), set(self._titled(run))
        found = [GOES_ON] * len(ranks)
        if row:
            found = list(map(_BY_MARK.__getitem__, gathered(row, ranks)))
        if titled:
            pairs = zip(ranks, found, strict=True)
            found = [_BY_MARK[IN_TITLE] if rank in titled else worth for rank, worth in pairs]
        return found

    def likely(
        self, run: Run, ranks: Sequence[int], most: int, dead: Collection[int]
    ) -> tuple[Sequence[int], float]:
        """Those of all that have a run that may be best, and the most that others are worth.

        Of those that have the word typed so far only as a beginning, the best are the newest that
        have it in the title, then the newest. Outside of the text all are often worth the same.
        """
        if run.part == "text" and len(run.stems) > 1:
            return ranks, 0.0
        alike = run.part != "text" and (len(run.stems) > 1 or len(run.stems[0]) == 1)
        found, others = set[int](), 0.0
        for stem in () if alike else scored_stems(run):
            best, less = self._best(run.part, stem)
            found.update(best)
            others += less
        if others and goes_on(run):
            others += TITLE_WEIGHT * GOES_ON
        titled = compress(count(), self._row(run).translate(_ONLY_TITLES))
        for newest in (ranks, titled, self._titled(run)):
            found.update(islice((rank for rank in newest if rank not in dead), most))
        return sorted(found), others

    def indexes(self, part: Part, stems: Iterable[str]) -> Sequence[int]:
        """The indexes of those of the stems that there are."""
        found = (self._lists.find(KEYS[part] + stem.encode()) for stem in sorted(stems))
        return [index for index in found if index >= 0]

    def _indexes_of(self, run: Run, part: Part) -> Sequence[int]:
        """The lists in one part with the documents of a word, but for those that its row has."""
        if not is_short(run.typed, run.part, 1):
            return self.indexes(part, run.stems[0])
        stems = {stem for stem in run.stems[0] if not stem.startswith(run.typed)}
        if self._row(run):
            return self.indexes(part, stems - self._lists.others(run.typed))
        beginning = self._lists.beginning(KEYS[part] + run.typed.encode())
        return [*beginning, *self.indexes(part, stems)]

    def _row(self, run: Run) -> bytes:
        """For two or three letters the row of the documents with words that begin so, if any."""
        return self._lists.row(run.typed) if is_short(run.typed, run.part, 1) else b""

    def _titled(self, run: Run) -> Sequence[int]:
        """The documents with a word in the title, but for those that its row tells."""
        if run.part != "text":
            return ()
        return self._lists.united(self._indexes_of(run, "title"))

    def _best(self, part: Part, stem: str) -> tuple[Sequence[int], float]:
        """The documents in which a stem is worth most, and the most that it is in others.

        The lengths of articles count by their mean, and that has changed since these were chosen.
        """
        lists, statistics = self._lists, self._statistics
        index, best = self.indexes(part, [stem]), lists.find(BEST + stem.encode())
        if part != "text" or best < 0:
            return lists.united(index), 0.0
        codes = set(lists.codes_of(best))
        least = min(often_per_norm(code, self._norms_then) for code in codes) * _ROUNDED
        least *= max(1.0, statistics.average / lists.average)
        most = top(statistics.documents, statistics.frequency(part, stem))
        return lists.ids_of(best), most * least / (1 + least)

    def _together(self, run: Run) -> Together:
        """All documents with a phrase, and how often each has it."""
        found = self._phrases.get(run)
        if found is None:
            indexes = [self.indexes(run.part, stems) for stems in run.stems]
            found = together(self._lists, indexes, run) if all(indexes) else ((), ())
            if len(self._phrases) > _MOST_KEPT:
                self._phrases.clear()
            self._phrases[run] = found
        return found

    def _phrase(self, run: Run, ranks: Sequence[int]) -> list[float]:
        worth = self._statistics.together(run)
        if run.part != "text":
            return [worth] * len(ranks)
        weights = dict(zip(*self._together(run), strict=True))
        length_of, norms = self._lists.length_of, self._norms
        return [worth * often(weights[rank], norms[length_of[rank]]) for rank in ranks]

    def _term(self, part: Part, stem: str, ranks: Sequence[int]) -> list[float]:
        index = self._lists.find(KEYS[part] + stem.encode())
        if index < 0:
            return [0.0] * len(ranks)
        documents, frequency = self._statistics.documents, self._statistics.frequency(part, stem)
        codes = self._lists.codes_at(index, ranks)
        if part != "text":
            worth = idf(documents, frequency)
            return [worth if code else 0.0 for code in codes]
        most = top(documents, frequency)
        worth_of = {code: most * self._worth[code] for code in set(codes)}
        return list(map(worth_of.__getitem__, codes))


def summed(columns: Sequence[list[float]], count: int) -> list[float]:
    """The sums of columns of so many numbers."""
    if not columns:
        return [0.0] * count
    return reduce(lambda one, other: list(map(add, one, other)), columns)
