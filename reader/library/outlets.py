"""Outlets that go by several names: one of them stands for all, as a person said."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from reader.errors import UsageError
from reader.library.database import Database
from reader.library.intake import other_names, settle, touch
from reader.text.safety import one_line


class OutletStore:
    """The names of outlets. Every method is one transaction.

    What the sources say is kept: a name that is taken back stands again as it was, and so does
    whatever went by it.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def outlets(self) -> dict[str, str]:
        """Each other name as it was written, and the one that stands for it."""
        with self._database.read() as connection:
            known = other_names(connection)
            rows = connection.execute("SELECT other FROM outlets ORDER BY other")
            return {other: known[other.casefold()] for (other,) in rows}

    def same_outlet(self, other: str, name: str) -> int:
        """Have one name stand for another; how many articles changed.

        Raises UsageError if one of them is empty, or if they are one already.
        """
        other, name = one_line(other), one_line(name)
        if not other or not name:
            raise UsageError("an outlet needs a name.")
        with self._database.write() as connection:
            known = other_names(connection)
            name = known.get(name.casefold(), name)
            if other.casefold() in (name.casefold(), *known):
                raise UsageError(f"{other} stands for {known.get(other.casefold(), name)} already.")
            connection.execute("INSERT INTO outlets VALUES (?, ?)", (other, name))
            return _settled(connection, [other])

    def own_outlet(self, other: str) -> int:
        """Have a name stand for itself again; how many articles changed.

        Raises UsageError if it stood for itself.
        """
        folded = one_line(other).casefold()
        with self._database.write() as connection:
            known = other_names(connection)
            if folded not in known:
                raise UsageError(f"{one_line(other)} is no other name of an outlet.")
            names = connection.execute("SELECT other FROM outlets").fetchall()
            written = next(name for (name,) in names if name.casefold() == folded)
            connection.execute("DELETE FROM outlets WHERE other = ?", (written,))
            return _settled(connection, [known[folded]])


def _settled(connection: sqlite3.Connection, outlets: Iterable[str]) -> int:
    """Write the outlet that holds into the articles that have one of these now."""
    wanted = {outlet.casefold() for outlet in outlets}
    found = connection.execute("SELECT key, outlet FROM articles WHERE outlet IS NOT NULL")
    changed = 0
    for key in [key for key, outlet in found if outlet.casefold() in wanted]:
        if settle(connection, key):
            touch(connection, key)
            changed += 1
    return changed
