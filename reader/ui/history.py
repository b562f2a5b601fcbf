"""Walking through the queries before, as shells do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.ui.searchline import QueryInput


class History:
    """Earlier queries, the last one first; those that begin with what was typed are walked."""

    def __init__(self) -> None:
        self.entries: Sequence[str] = ()
        self._typed = ""
        self._shown: str | None = None
        self._at = -1

    def older(self, value: str) -> str | None:
        """The query before the one that stands in the line, None if there is none."""
        if value != self._shown:
            self._typed, self._at = value, -1
        return self._next(range(self._at + 1, len(self.entries)), value)

    def newer(self, value: str) -> str | None:
        """The query after it, at last what was typed; None where nobody is walking."""
        if value != self._shown:
            return None
        found = self._next(range(self._at - 1, -1, -1), value)
        if found is None:
            self._shown, self._at = None, -1
            return self._typed
        return found

    def walk(self, line: QueryInput, *, older: bool) -> bool:
        """Put the query before or after into the line; False where there is none to walk to."""
        other = self.older(line.value) if older else self.newer(line.value)
        if other is not None:
            line.put(other)
        return other is not None

    def add(self, query: str) -> None:
        """A query has led somewhere."""
        self.entries = (query, *(each for each in self.entries if each != query))
        self._shown = None

    def _next(self, places: Iterable[int], value: str) -> str | None:
        begun = self._typed.casefold()
        for at in places:
            entry = self.entries[at]
            if entry != value and entry.casefold().startswith(begun):
                self._at, self._shown = at, entry
                return entry
        return None
