"""The pairs of articles that matter and their links, in the file of the grouping."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from reader.events.scoring import Link, Pair
from reader.library.grouping_file import GroupingFile


class PairsFile(GroupingFile):
    """The part of the store that holds pairs, and the keys of articles by their ids."""

    def __init__(self, path: Path | str, made_by: str, patience: float) -> None:
        self._keys: dict[str, int] = {}
        self._ids: dict[int, str] = {}
        super().__init__(path, made_by, patience)

    def present(self, ids: Collection[str]) -> set[str]:
        """Those of the articles that are there."""
        unknown = [id for id in ids if id not in self._keys]
        for id, key in self._rows("SELECT id, key FROM articles", "id", unknown):
            self._know(id, key)
        return {id for id in ids if id in self._keys}

    def pairs(self, ids: Collection[str]) -> Iterator[Pair]:
        """All pairs that one or both of these are in, each once."""
        for one, other, rest in self._once("dot, gap, trust, quoted", "true", ids):
            yield Pair(one, other, *rest)

    def put_pairs(self, pairs: Iterable[Pair]) -> None:
        """Keep pairs."""
        # Under both ends, so that those of an article stand side by side.
        self._connection.executemany(
            "INSERT OR REPLACE INTO pairs (key, other, dot, gap, trust, quoted)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            [
                (self._key(end), self._key(other), *each[2:])
                for each in pairs
                for end, other in ((each.one, each.other), (each.other, each.one))
            ],
        )

    def drop_pairs(self, key: int) -> None:
        """Forget the pairs of an article."""
        others = self._connection.execute("SELECT other FROM pairs WHERE key = ?", (key,))
        ends = [(other, key) for (other,) in others]
        self._connection.execute("DELETE FROM pairs WHERE key = ?", (key,))
        self._connection.executemany("DELETE FROM pairs WHERE key = ? AND other = ?", ends)

    def put_links(self, links: Iterable[Link]) -> None:
        """Note how strong links have become."""
        self._connection.executemany(
            "UPDATE pairs SET event = ?, story = ? WHERE key = ? AND other = ?",
            [
                (each.event, each.story, self._key(end), self._key(other))
                for each in links
                for end, other in ((each.one, each.other), (each.other, each.one))
            ],
        )

    def links(self, ids: Collection[str], *, event: bool = False) -> Iterator[Link]:
        """All links that one or both of these are in, or those that may make an event."""
        kept = "event > 0" if event else "(event > 0 OR story > 0)"
        for one, other, rest in self._once("event, story", kept, ids):
            yield Link(one, other, *rest)

    def links_among(self, ids: Collection[str]) -> Iterator[Link]:
        """Those of the links of which both ends are among these and that may make an event."""
        self._choose(dict.fromkeys(ids, (None, 1)))
        rows = self._connection.execute(
            "SELECT p.key, p.other, event, story FROM chosen c CROSS JOIN pairs p ON p.key = c.key"
            " WHERE p.other > p.key AND event > 0 AND p.other IN (SELECT key FROM chosen)"
        )
        for key, other, *rest in rows:
            one, two = self._ids[key], self._ids[other]
            yield Link(*((one, two) if one < two else (two, one)), *rest)

    def tied(self, ids: Collection[str], *, story: bool = False) -> set[str]:
        """The other ends of links that can make an event alone, or tie a story alone."""
        found = self._rows(
            "SELECT DISTINCT other FROM pairs",
            f"{'story' if story else 'event'} >= 1.0 AND key",
            self._keys_of(ids),
        )
        return self._named({key for (key,) in found})

    def nearest(self, ids: Collection[str]) -> Mapping[str, float]:
        """The articles that are linked with these, by the strongest such link for an event."""
        best: dict[int, float] = {}
        rows = self._rows("SELECT other, event FROM pairs", "event > 0 AND key", self._keys_of(ids))
        for key, event in rows:
            best[key] = max(best.get(key, 0.0), event)
        self._named(best.keys())
        return {self._ids[key]: event for key, event in best.items()}

    def story_sums(
        self, homes: Mapping[str, str], others: Mapping[str, str]
    ) -> Mapping[tuple[str, str], float]:
        """The sums of links for stories between groups, of which one at least is in `homes`."""
        names = sorted({*homes.values(), *others.values()})
        place = {name: at for at, name in enumerate(names)}
        self._choose(
            {id: (place[home], 0) for id, home in others.items()}
            | {id: (place[home], 1) for id, home in homes.items()}
        )
        # Links with both ends in `homes` are met from both of them.
        rows = self._connection.execute(
            "SELECT min(a.home, b.home), max(a.home, b.home), sum(story)"
            " FROM chosen a CROSS JOIN pairs p ON p.key = a.key"
            " CROSS JOIN chosen b ON b.key = p.other"
            " WHERE a.fresh AND story > 0 AND a.home <> b.home AND (NOT b.fresh OR a.home < b.home)"
            " GROUP BY 1, 2"
        )
        return {(names[one], names[other]): total for one, other, total in rows}

    def _once(
        self, columns: str, where: str, ids: Collection[str]
    ) -> Iterator[tuple[str, str, Any]]:
        """Rows of pairs with these, each of them once: both ids in ascending order, the rest."""
        wanted = set(self._keys_of(ids))
        query = f"SELECT key, other, {columns} FROM pairs"
        rows = list(self._rows(query, f"{where} AND key", list(wanted)))
        self._named({other for _, other, *_ in rows})
        for key, other, *rest in rows:
            if other not in wanted or key < other:
                one, two = self._ids[key], self._ids[other]
                yield (one, two, rest) if one < two else (two, one, rest)

    def _choose(self, homes: Mapping[str, tuple[int | None, int]]) -> None:
        """Have the table of what is chosen hold these articles, with their groups."""
        there = self.present(homes)
        self._connection.execute("DELETE FROM chosen")
        self._connection.executemany(
            "INSERT INTO chosen VALUES (?, ?, ?)", [(self._keys[id], *homes[id]) for id in there]
        )

    def _keys_of(self, ids: Collection[str]) -> list[int]:
        return [self._keys[id] for id in self.present(ids)]

    def _named(self, keys: Collection[int]) -> set[str]:
        """The ids of articles that are there."""
        unknown = [key for key in keys if key not in self._ids]
        for key, id in self._rows("SELECT key, id FROM articles", "key", unknown):
            self._know(id, key)
        return {self._ids[key] for key in keys}

    def _key(self, id: str) -> int | None:
        known = self._keys.get(id)
        return self._keys[id] if known is None and self.present([id]) else known

    def _know(self, id: str, key: int) -> None:
        self._keys[id] = key
        self._ids[key] = id

    def _forget(self, id: str) -> None:
        self._ids.pop(self._keys.pop(id), None)
