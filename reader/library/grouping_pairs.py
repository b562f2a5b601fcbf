"""The pairs of articles that matter, in the file of the grouping."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from reader.events.scoring import Pair
from reader.library.grouping_file import GroupingFile
from reader.library.grouping_rows import pair_of

_PAIRS = (
    "SELECT a.id, b.id, p.dot, p.gap, p.trust, p.quoted FROM pairs p"
    " JOIN articles a ON a.key = p.one JOIN articles b ON b.key = p.other"
)


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
        return self._pairs(ids, "")

    def strong_pairs(self, ids: Collection[str]) -> Iterator[Pair]:
        """Those of the pairs that may tie a story."""
        return self._pairs(ids, "p.most >= 1.0 AND")

    def pairs_among(self, ids: Collection[str]) -> Iterator[Pair]:
        """All pairs of which both are among these, each once."""
        keys = [(self._keys[id],) for id in self.present(ids)]
        self._connection.execute("DELETE FROM chosen")
        self._connection.executemany("INSERT INTO chosen VALUES (?)", keys)
        within = "p.one IN chosen AND p.other IN chosen"
        return map(pair_of, self._connection.execute(f"{_PAIRS} WHERE {within}").fetchall())

    def put_pairs(self, pairs: Iterable[tuple[Pair, float]]) -> None:
        """Keep pairs."""
        self._connection.executemany(
            "INSERT OR REPLACE INTO pairs VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (self._key(p.one), self._key(p.other), p.dot, p.gap, p.trust, p.quoted, most)
                for p, most in pairs
            ],
        )

    def _pairs(self, ids: Collection[str], only: str) -> Iterator[Pair]:
        wanted = frozenset(ids)
        keys = [self._keys[id] for id in self.present(wanted)]
        for row in self._rows(_PAIRS, f"{only} p.one", keys):
            yield pair_of(row)
        for row in self._rows(_PAIRS, f"{only} p.other", keys):
            if row[0] not in wanted:
                yield pair_of(row)

    def _key(self, id: str) -> int | None:
        if id not in self._keys:
            row = self._one("SELECT key FROM articles WHERE id = ?", (id,))
            if row is None:
                return None
            self._keys[id] = int(row[0])
        return self._keys[id]
