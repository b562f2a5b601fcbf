"""Answers from flat arrays: what a Segment must know, by rank instead of by document number."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from functools import cached_property
from itertools import compress, islice

from reader.search.bm25 import Statistics, idf, norm, top
from reader.search.evaluate import Scores
from reader.search.flat.lists import (
    BEGINNING,
    BEGINNING_OF_TITLE,
    FORM,
    KEYS,
    OTHER,
    WEIGHT_SHIFT,
    Lists,
)
from reader.search.flat.phrases import beside
from reader.search.lexicon import BETWEEN
from reader.search.port import GOES_ON, TITLE_WEIGHT, is_short, scored_stems
from reader.search.syntax import Published, Run

_FEW = 3  # lists that are better looked into one by one than united
_IN_TITLE = TITLE_WEIGHT * GOES_ON


class _Worth(dict[int, float]):
    """What a code is worth, as a share of the most; worked out when it is met."""

    def __init__(self, norms: Sequence[float]) -> None:
        self._norms = norms

    def __missing__(self, code: int) -> float:
        weight = code >> WEIGHT_SHIFT
        self[code] = found = weight / (weight + self._norms[code & 255])
        return found


class FlatSegment:
    """One file of lists in one state of its deleted documents; for one thread at a time."""

    def __init__(self, lists: Lists, dead: Iterable[int], statistics: Statistics) -> None:
        self.lists = lists
        self.dead = frozenset(dead)
        """The ranks of deleted documents."""
        self.statistics = statistics
        self._opened: tuple[Run | None, tuple[int, Sequence[int]]] = (None, (-1, ()))
        self._worth = _Worth([norm(length, statistics.average) for length in lists.lengths])

    @cached_property
    def rank_of(self) -> dict[str, int]:
        """The rank of each article, for ids that are asked for one by one."""
        ids = self.lists.article_ids
        return {id: rank for rank, id in enumerate(ids) if rank not in self.dead}

    def all_ids(self) -> Iterable[str]:
        """Every article."""
        return self.rank_of

    def frequency(self, part: str, stem: str) -> int:
        """In how many documents a stem stands, deleted ones among them."""
        index = self.find(part, stem)
        return self.lists.frequencies[index] if index >= 0 else 0

    def stems(self, prefix: bytes) -> tuple[Iterable[tuple[bytes, int]], set[bytes]]:
        """See Lexicon."""
        lists = self.lists
        counted: dict[bytes, int] = {}
        for part in ("text", "outlet"):
            for index in self._beginning(KEYS[part] + prefix):
                stem = lists.key(index)[1:]
                counted[stem] = counted.get(stem, 0) + lists.frequencies[index]
        forms = (lists.key(index)[1:] for index in self._beginning(FORM + prefix))
        stems = (form.partition(BETWEEN.encode())[2] for form in forms)
        return counted.items(), {stem for stem in stems if not stem.startswith(prefix)}

    def others(self, letters: str) -> Iterable[str]:
        """See Lexicon."""
        found = map(self.lists.key, self._beginning(OTHER + letters.encode() + BETWEEN.encode()))
        return [key.decode().partition(BETWEEN)[2] for key in found]

    def run(self, run: Run, among: Collection[int] | None) -> Scores:
        """See Segment."""
        ranks = self.alive(self.ranks(run) if among is None else self.within(run, sorted(among)))
        return dict(zip(ranks, self.scores(run, ranks), strict=True))

    def size(self, run: Run) -> int:
        """See Segment."""
        if is_short(run.typed, run.part, len(run.stems)):
            return self.lists.count
        sizes = [
            sum(self.lists.size(index) for index in self._indexes(run.part, stems))
            for stems in run.stems
        ]
        return min(sizes)

    def documents(self) -> Iterable[int]:
        """See Segment."""
        return self.alive(range(self.lists.count))

    def having(self, ids: frozenset[str]) -> Iterable[int]:
        """See Segment."""
        return (self.rank_of[id] for id in ids if id in self.rank_of)

    def published(self, days: Published) -> Iterable[int]:
        """See Segment."""
        return self.alive(self.between(days, range(self.lists.count)))

    def alive(self, ranks: Sequence[int]) -> Sequence[int]:
        """Those of the documents that are not deleted."""
        return [rank for rank in ranks if rank not in self.dead] if self.dead else ranks

    def between(self, days: Published, ranks: Sequence[int]) -> Sequence[int]:
        """Those of ascending documents that were surely published then."""
        earliest = days.first.toordinal() if days.first else 1
        latest = days.last.toordinal() if days.last else date.max.toordinal()
        lists = self.lists
        # Ranks go from the last day to the first, undated ones (day 0) come after all.
        begin = bisect_left(range(lists.count), -latest, key=lambda rank: -lists.last[rank])
        end = bisect_right(range(lists.count), -earliest, key=lambda rank: -lists.last[rank])
        found = ranks[bisect_left(ranks, begin) : bisect_left(ranks, end)]
        vague = lists.vague[bisect_left(lists.vague, begin) : bisect_left(lists.vague, end)]
        unsure = {rank for rank in vague if lists.first[rank] < earliest}
        return [rank for rank in found if rank not in unsure] if unsure else found

    def find(self, part: str, stem: str) -> int:
        """The index of a stem; -1 without it."""
        return self.lists.find(KEYS[part] + stem.encode())

    def ranks(self, run: Run) -> Sequence[int]:
        """All documents with a run, ascending, deleted ones among them."""
        if len(run.stems) > 1:
            places = [self._indexes(run.part, stems) for stems in run.stems]
            return beside(self.lists, places) if all(places) else []
        heavy, others = self._open(run)
        if heavy < 0:
            return self._united(others)
        ids = self.lists.ids_of(heavy)
        more = self._united(others)
        more = [
            r for r, code in zip(more, self.lists.codes_at(heavy, more), strict=True) if not code
        ]
        return sorted([*ids, *more]) if more else ids

    def within(self, run: Run, ranks: Sequence[int]) -> Sequence[int]:
        """Those of ascending documents that have a run."""
        heavy, others = (-1, []) if len(run.stems) > 1 else self._open(run)
        indexes = [heavy, *others] if heavy >= 0 else others
        if not ranks or not 0 < len(indexes) <= _FEW:
            return sorted(set(ranks).intersection(self.ranks(run)))
        columns = [self.lists.codes_at(index, ranks) for index in indexes]
        if len(columns) == 1:
            return list(compress(ranks, columns[0]))
        return list(compress(ranks, map(any, zip(*columns, strict=True))))

    def scores(self, run: Run, ranks: Sequence[int]) -> list[float]:
        """What a run is worth in each of ascending documents that have it."""
        columns = [
            column
            for stem in scored_stems(run)
            if (column := self._term(run.part, stem, ranks)) is not None
        ]
        if run.typed and len(run.stems) == 1:
            columns.append(self._goes_on(run, ranks))
        if len(columns) == 1:
            return columns[0]
        return list(map(sum, zip(*columns, strict=True))) if columns else [0.0] * len(ranks)

    def likely(self, run: Run, most: int) -> Sequence[int]:
        """Documents, ascending, among which are as many of the best as asked for."""
        scored = scored_stems(run)
        if run.typed and len(run.stems) == 1:
            return self._likely_typed(run, scored, most)
        ranks = self.ranks(run)
        if len(run.stems) > 1 or len(scored) > 1:
            return self.alive(ranks)
        if run.part != "text" or not scored:
            return self._first(ranks, most)
        best = self.alive(self.lists.best_of(self.find(run.part, scored[0])))
        if len(best) < most or not self._still_best(run, best, most):
            return self.alive(ranks)
        return sorted(best)

    def _still_best(self, run: Run, best: Sequence[int], most: int) -> bool:
        """Whether none that was left out can have become better than the last one asked for.

        As the mean length grows by a factor, a score grows by no more than that.
        """
        scores = self.scores(run, sorted(best))
        last = min(scores) * max(1.0, self.lists.average / self.statistics.average)
        return sorted(scores, reverse=True)[most - 1] >= last

    def _likely_typed(self, run: Run, scored: Sequence[str], most: int) -> Sequence[int]:
        heavy, _ = self._open(run)
        titled: Sequence[int] = sorted(self._titled(run))
        found = {*self._first(self.ranks(run), most), *self._first(titled, most)}
        if heavy >= 0:
            title = self.lists.find(BEGINNING_OF_TITLE + run.typed.encode())
            found.update(self._first(self.lists.ids_of(title), most))
        exact = self._united(self._indexes(run.part, scored))
        return sorted(found.union(self.alive(exact)))

    def _first(self, ranks: Sequence[int], most: int) -> Sequence[int]:
        return list(islice((r for r in ranks if r not in self.dead), most))

    def _term(self, part: str, stem: str, ranks: Sequence[int]) -> list[float] | None:
        index = self.find(part, stem)
        if index < 0:
            return None
        frequency = self.statistics.frequency(part, stem)
        codes = self.lists.codes_at(index, ranks)
        if part != "text":
            worth = idf(self.statistics.documents, frequency)
            return [worth if code else 0.0 for code in codes]
        most = top(self.statistics.documents, frequency)
        return [most * share for share in map(self._worth.__getitem__, codes)]

    def _goes_on(self, run: Run, ranks: Sequence[int]) -> list[float]:
        """What the documents are worth as having a word that begins so, in the title or not."""
        heavy, _ = self._open(run)
        titled = self._titled(run)
        if heavy < 0:
            return [_IN_TITLE if rank in titled else GOES_ON for rank in ranks]
        codes = self.lists.codes_at(heavy, ranks)
        if not titled:
            return [_IN_TITLE if code == TITLE_WEIGHT else GOES_ON for code in codes]
        return [
            _IN_TITLE if code == TITLE_WEIGHT or rank in titled else GOES_ON
            for rank, code in zip(ranks, codes, strict=True)
        ]

    def _titled(self, run: Run) -> set[int]:
        """The documents with such a word in the title, but those that the heavy list tells."""
        if run.part != "text":
            return set()
        heavy, others = self._open(run)
        stems = {self.lists.key(index)[1:] for index in others}
        found = self._known(KEYS["title"], stems, run.typed.encode() if heavy < 0 else b"")
        return set(self._united(found))

    def _open(self, run: Run) -> tuple[int, Sequence[int]]:
        """The list of all documents with words that begin so, -1 if none is kept; other lists."""
        if self._opened[0] is not run:
            self._opened = (run, self._looked_up(run))
        return self._opened[1]

    def _looked_up(self, run: Run) -> tuple[int, Sequence[int]]:
        stems = {stem.encode() for stem in run.stems[0]}
        typed, letter = run.typed.encode(), KEYS[run.part]
        if not is_short(run.typed, run.part, 1):
            return -1, self._known(letter, stems, typed)
        heavy = self.lists.find(BEGINNING + typed)
        if heavy < 0:
            others = self._known(letter, {s for s in stems if not s.startswith(typed)}, b"")
            return -1, [*self._beginning(letter + typed), *others]
        return heavy, self._known(letter, {s for s in stems if not s.startswith(typed)}, b"")

    def _known(self, letter: bytes, stems: Collection[bytes], start: bytes) -> Sequence[int]:
        """The indexes of the stems that there are; most of them begin with what is typed."""
        key = self.lists.key
        found: Sequence[int] = ()
        if start and len(stems) > _FEW:
            found = self._beginning(letter + start)
            if len(found) > len(stems) or not all(key(index)[1:] in stems for index in found):
                found = [index for index in found if key(index)[1:] in stems]
            stems = [stem for stem in stems if not stem.startswith(start)]
        more = (self.lists.find(letter + stem) for stem in sorted(stems))
        others = [index for index in more if index >= 0]
        return [*found, *others] if others else found

    def _united(self, indexes: Sequence[int]) -> Sequence[int]:
        """The documents of several lists, ascending."""
        if len(indexes) == 1:
            return self.lists.ids_of(indexes[0])
        if isinstance(indexes, range) and indexes:
            return sorted(set(self.lists.ids_of(indexes[0], indexes[-1] + 1)))
        return sorted(set().union(*map(self.lists.ids_of, indexes)))

    def _indexes(self, part: str, stems: Iterable[str]) -> list[int]:
        found = (self.find(part, stem) for stem in sorted(stems))
        return [index for index in found if index >= 0]

    def _beginning(self, key: bytes) -> range:
        """The indexes of the terms whose keys begin so."""
        return range(self.lists.bisect(key), self.lists.bisect(key + b"\xff"))
