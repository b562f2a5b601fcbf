"""The pairs of articles that matter, in the file of the grouping."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from reader.events.scoring import Pair
from reader.library.grouping_file import GroupingFile

_PAIRS = "SELECT key, other, dot, gap, trust, quoted FROM pairs"


class PairsFile(GroupingFile):
    """The part of the store that holds pairs, and the keys of articles by their ids."""

    def __init__(self, path: Path | str, made_by: str, patience: float) -> None:
        self._keys: dict[str, int] = {}
        super().__init__(path, made_by, patience)

    def present(self, ids: Collection[str]) -> set[str]:
        """Those of the articles that are there."""
        unknown = [id for id in ids if id not in self._keys]
        rows = self._rows("SELECT id, key FROM articles", "id", unknown)
        self._keys.update(rows)
        return {id for id in ids if id in self._keys}

    def pairs(self, ids: Collection[str]) -> Iterator[Pair]:
        """All pairs that one or both of these are in, each once."""
        return self._pairs(ids)

    def strong_pairs(self, ids: Collection[str]) -> Iterator[Pair]:
        """Those of the pairs that may tie a story."""
        return self._pairs(ids, where="most >= 1.0")

    def pairs_with(self, ids: Collection[str], others: Collection[str]) -> Iterator[Pair]:
        """All pairs of one of these with one of these or of some others, each once."""
        keys = [(self._keys[id],) for id in self.present({*ids, *others})]
        self._connection.execute("DELETE FROM chosen")
        self._connection.executemany("INSERT INTO chosen VALUES (?)", keys)
        return self._pairs(ids, where="other IN chosen")

    def put_pairs(self, pairs: Iterable[tuple[Pair, float]]) -> None:
        """Keep pairs."""
        # Under both ends, so that those of an article stand side by side.
        self._connection.executemany(
            "INSERT OR REPLACE INTO pairs VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (self._key(end), self._key(other), *p[2:], most)
                for p, most in pairs
                for end, other in ((p.one, p.other), (p.other, p.one))
            ],
        )

    def drop_pairs(self, key: int) -> None:
        """Forget the pairs of an article."""
        others = self._connection.execute("SELECT other FROM pairs WHERE key = ?", (key,))
        ends = [(other, key) for (other,) in others]
        self._connection.execute("DELETE FROM pairs WHERE key = ?", (key,))
        self._connection.executemany("DELETE FROM pairs WHERE key = ? AND other = ?", ends)

    def _pairs(self, ids: Collection[str], where: str = "true") -> Iterator[Pair]:
        present = self.present(ids)
        wanted = {self._keys[id]: id for id in present}
        rows = list(self._rows(_PAIRS, f"{where} AND key", list(wanted)))
        known = wanted | self._ids({other for _, other, *_ in rows} - wanted.keys())
        for key, other, *rest in rows:
            if other not in wanted or key < other:
                one, two = known[key], known[other]
                yield Pair(*((one, two) if one < two else (two, one)), *rest)

    def _ids(self, keys: Collection[int]) -> dict[int, str]:
        return dict(self._rows("SELECT key, id FROM articles", "key", list(keys)))

    def _key(self, id: str) -> int | None:
        if id not in self._keys:
            row = self._one("SELECT key FROM articles WHERE id = ?", (id,))
            if row is None:
                return None
            self._keys[id] = int(row[0])
        return self._keys[id]
