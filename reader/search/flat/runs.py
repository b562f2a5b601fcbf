"""Which documents have the words of a run, and what these are worth in each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from functools import reduce
from itertools import chain, compress, islice
from operator import add

from reader.search.bm25 import Statistics, idf, norm, often, top
from reader.search.flat.lists import BEGINNING, BEGINNING_OF_TITLE, KEYS, WEIGHT_SHIFT, Lists
from reader.search.flat.phrases import Together, together
from reader.search.port import GOES_ON, TITLE_WEIGHT, goes_on, is_short, scored_stems
from reader.search.syntax import Part, Run

# What a document is worth by its code in a list of beginnings: one, or three in the title.
_BY_CODE = [GOES_ON, GOES_ON, GOES_ON, TITLE_WEIGHT * GOES_ON]
_MOST_PHRASES = 8  # that are kept
_FEW = 3  # lists that are better looked into one by one than united


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
        self._phrases: dict[Run, Together] = {}
        self._last: tuple[Run | None, int, Sequence[int]] = (None, -1, ())

    def ranks(self, run: Run) -> Sequence[int]:
        """All documents with a run, ascending."""
        lists = self._lists
        if len(run.stems) > 1:
            return self._together(run)[0]
        heavy, others = self._open(run)
        if heavy < 0:
            return lists.united(others)
        more = lists.united(others)
        codes = lists.codes_at(heavy, more)
        more = [rank for rank, code in zip(more, codes, strict=True) if not code]
        return sorted(chain(lists.ids_of(heavy), more)) if more else lists.ids_of(heavy)

    def size(self, run: Run) -> int:
        """About how many documents have a run."""
        if len(run.stems) > 1:
            each = (self.indexes(run.part, stems) for stems in run.stems)
            return min(sum(map(self._lists.size, indexes)) for indexes in each)
        heavy, others = self._open(run)
        return sum(map(self._lists.size, [heavy, *others] if heavy >= 0 else others))

    def within(self, run: Run, ranks: Sequence[int]) -> Sequence[int]:
        """Those of ascending documents that have a run."""
        heavy, others = (-1, []) if len(run.stems) > 1 else self._open(run)
        indexes = [heavy, *others] if heavy >= 0 else others
        if not ranks or not 0 < len(indexes) <= _FEW:
            return sorted(set(ranks).intersection(self.ranks(run)))
        columns = [self._lists.codes_at(index, ranks) for index in indexes]
        having = columns[0] if len(columns) == 1 else map(any, zip(*columns, strict=True))
        return list(compress(ranks, having))

    def scores(self, run: Run, ranks: Sequence[int]) -> list[float]:
        """What a run is worth in each of ascending documents that have it."""
        if len(run.stems) > 1:
            return self._phrase(run, ranks)
        columns = [self._term(run.part, stem, ranks) for stem in scored_stems(run)]
        if goes_on(run):
            columns.append(self._goes_on(run, ranks))
        return summed(columns, len(ranks))

    def likely(
        self, run: Run, ranks: Sequence[int], most: int, dead: Collection[int]
    ) -> Sequence[int] | None:
        """Those of all that have a run that have the best among them; None if any may be best.

        Of those that have the word typed so far only as a beginning, the best are the newest that
        have it in the title, then the newest. In title and outlet all are worth the same.
        """
        if len(run.stems) == 1 and goes_on(run):
            found = set(self._lists.united(self.indexes(run.part, scored_stems(run))))
            newest: list[Sequence[int]] = [ranks, self._titled(run)]
            if self._open(run)[0] >= 0:
                index = self._lists.find(BEGINNING_OF_TITLE + run.typed.encode())
                newest.append(self._lists.ids_of(index))
        elif run.part != "text" and (len(run.stems) > 1 or len(run.stems[0]) == 1):
            found, newest = set(), [ranks]
        else:
            return None
        for some in newest:
            found.update(islice((rank for rank in some if rank not in dead), most))
        return sorted(found)

    def indexes(self, part: Part, stems: Iterable[str]) -> Sequence[int]:
        """The indexes of those of the stems that there are."""
        return self._indexes(KEYS[part], {stem.encode() for stem in stems}, b"")

    def _together(self, run: Run) -> Together:
        """All documents with a phrase, and how often each has it."""
        known = self._phrases.get(run)
        if known is None:
            indexes = [self.indexes(run.part, stems) for stems in run.stems]
            known = together(self._lists, indexes, run.slop) if all(indexes) else ((), ())
            if len(self._phrases) > _MOST_PHRASES:
                self._phrases.clear()
            self._phrases[run] = known
        return known

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
        return [most * share for share in map(self._worth.__getitem__, codes)]

    def _goes_on(self, run: Run, ranks: Sequence[int]) -> list[float]:
        """What the documents are worth as having a word that begins so, in the title or not."""
        heavy, _ = self._open(run)
        found = [GOES_ON] * len(ranks)
        if heavy >= 0:
            found = list(map(_BY_CODE.__getitem__, self._lists.codes_at(heavy, ranks)))
        for rank in self._titled(run):
            at = bisect_left(ranks, rank)
            if at < len(ranks) and ranks[at] == rank:
                found[at] = _BY_CODE[-1]
        return found

    def _titled(self, run: Run) -> Sequence[int]:
        """The documents with such a word in the title, but those that the heavy list tells."""
        if run.part != "text":
            return ()
        heavy, others = self._open(run)
        stems = {self._lists.key(index)[1:] for index in others}
        start = run.typed.encode() if heavy < 0 else b""
        return self._lists.united(self._indexes(KEYS["title"], stems, start))

    def _open(self, run: Run) -> tuple[int, Sequence[int]]:
        """The list of all documents with words that begin so, -1 if none is kept; other lists."""
        if self._last[0] is not run:
            stems = {stem.encode() for stem in run.stems[0]}
            typed, part, heavy = run.typed.encode(), KEYS[run.part], -1
            if is_short(run.typed, run.part, 1):
                heavy = self._lists.find(BEGINNING + typed)
                others = {stem for stem in stems if not stem.startswith(typed)}
                indexes = self._indexes(part, others, b"")
                if heavy < 0:
                    indexes = [*self._lists.beginning(part + typed), *indexes]
            else:
                indexes = self._indexes(part, stems, typed)
            self._last = (run, heavy, indexes)
        return self._last[1:]

    def _indexes(self, part: bytes, stems: set[bytes], start: bytes) -> Sequence[int]:
        """The indexes of the stems that there are; many of them may begin with what is typed."""
        lists = self._lists
        found: Sequence[int] = ()
        if start and len(stems) > _FEW:
            found = [i for i in lists.beginning(part + start) if lists.key(i)[1:] in stems]
            stems = {stem for stem in stems if not stem.startswith(start)}
        others = [lists.find(part + stem) for stem in sorted(stems)]
        return [*found, *(index for index in others if index >= 0)]


def summed(columns: Sequence[list[float]], count: int) -> list[float]:
    """The sums of columns of so many numbers."""
    if not columns:
        return [0.0] * count
    return reduce(lambda one, other: list(map(add, one, other)), columns)
