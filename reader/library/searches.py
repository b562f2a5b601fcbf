"""What a person has looked for: the queries they kept under a name, and those before."""

from __future__ import annotations

from reader.errors import NoSuchSearch
from reader.library.database import Database
from reader.model import SavedSearch
from reader.text.safety import one_line

REMEMBERED = 200
"""Queries that are remembered: a year of one a day is walked through by nobody."""


class SearchStore:
    """The searches of a library. Every method is one transaction; none changes an article."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def saved_searches(self) -> tuple[SavedSearch, ...]:
        """Those that were kept, in the order in which they were."""
        with self._database.read() as connection:
            rows = connection.execute(
                "SELECT number, name, query FROM saved_searches ORDER BY number"
            )
            return tuple(SavedSearch(*row) for row in rows)

    def save_search(self, name: str, query: str, number: int | None = None) -> SavedSearch:
        """Keep a query under a name, in place of what had it; at a number it had before, if given.

        An empty name is the query itself.
        """
        query = one_line(query)
        name = one_line(name) or query
        with self._database.write() as connection:
            connection.execute("DELETE FROM saved_searches WHERE name = ?", (name,))
            cursor = connection.execute(
                "INSERT INTO saved_searches VALUES (?, ?, ?)", (number, name, query)
            )
            return SavedSearch(int(cursor.lastrowid or 0), name, query)

    def rename_search(self, number: int, name: str) -> SavedSearch:
        """Give one another name, an empty one being its query; raises NoSuchSearch.

        Another search of that name goes.
        """
        with self._database.write() as connection:
            row = connection.execute(
                "SELECT query FROM saved_searches WHERE number = ?", (number,)
            ).fetchone()
            if row is None:
                raise NoSuchSearch("this search is not kept any more")
            name = one_line(name) or str(row[0])
            connection.execute(
                "DELETE FROM saved_searches WHERE name = ? AND number <> ?", (name, number)
            )
            connection.execute(
                "UPDATE saved_searches SET name = ? WHERE number = ?", (name, number)
            )
            return SavedSearch(number, name, str(row[0]))

    def forget_search(self, number: int) -> None:
        """Keep one no more; harmless if it is not kept."""
        with self._database.write() as connection:
            connection.execute("DELETE FROM saved_searches WHERE number = ?", (number,))

    def asked(self) -> tuple[str, ...]:
        """The queries that led somewhere, the last one first."""
        with self._database.read() as connection:
            rows = connection.execute("SELECT query FROM asked ORDER BY number DESC")
            return tuple(str(query) for (query,) in rows)

    def note_asked(self, query: str) -> None:
        """Remember a query as the last one; the oldest beyond REMEMBERED go."""
        query = one_line(query)
        if not query:
            return
        with self._database.write() as connection:
            connection.execute("DELETE FROM asked WHERE query = ?", (query,))
            connection.execute("INSERT INTO asked (query) VALUES (?)", (query,))
            connection.execute(
                "DELETE FROM asked WHERE number NOT IN"
                " (SELECT number FROM asked ORDER BY number DESC LIMIT ?)",
                (REMEMBERED,),
            )
