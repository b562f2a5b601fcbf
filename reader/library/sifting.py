"""Which articles have what is known of them in common: length, language, address, tags, event."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

from reader.library.database import Database


class SiftStore:
    """Ids of the articles of a library by what is known of them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_length(self, least: int | None, most: int | None) -> set[str]:
        """Those with so many words, both ends included; None leaves that side open."""
        return self._ids(
            "words >= ? AND words <= ?", least or 0, (1 << 62) if most is None else most
        )

    def in_language(self, code: str, *, begins: bool = False) -> set[str]:
        """Those in a language (`en` has `en-GB`), or with `begins` in any that begins so."""
        if begins:
            return self._ids("substr(language, 1, ?) = ?", len(code), code)
        return self._ids(
            "language = ? OR substr(language, 1, ?) = ?", code, len(code) + 1, f"{code}-"
        )

    def at_address(self, part: str) -> set[str]:
        """Those whose address has these letters in it, in capitals or not."""
        return self._ids("instr(lower(url), lower(?)) > 0", part)

    def of_outlets(self, names: Collection[str]) -> set[str]:
        """Those of outlets that are called so, in capitals or not."""
        wanted = {name.casefold() for name in names}
        known = [outlet for outlet in self.values("outlet") if outlet.casefold() in wanted]
        return self._ids(f"outlet IN ({', '.join('?' * len(known))})", *known)

    def tagged(self) -> set[str]:
        """Those with any tag."""
        return self._ids("key IN (SELECT article FROM tags)")

    def grouped(self) -> set[str]:
        """Those of an event of two and more articles."""
        return self._ids(
            "key IN (SELECT m.article FROM members m JOIN events e ON e.id = m.event"
            " WHERE e.size > 1)"
        )

    def values(self, field: Literal["outlet", "byline", "language"]) -> dict[str, int]:
        """Every value of a field, and how many articles have it."""
        query = f"SELECT {field}, count(*) FROM articles WHERE {field} IS NOT NULL GROUP BY {field}"
        with self._database.read() as connection:
            return {value: int(count) for value, count in connection.execute(query)}

    def _ids(self, test: str, *values: object) -> set[str]:
        with self._database.read() as connection:
            return {
                id for (id,) in connection.execute(f"SELECT id FROM articles WHERE {test}", values)
            }
