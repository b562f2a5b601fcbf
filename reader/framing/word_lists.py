"""The word lists of the lenses: files of the project's own, one entry a line.

A line that begins with `#` says where the entries come from or what they have in common. A person
can add entries to many of them, and take entries out; `WordLists` is what a comparison then uses.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).with_name("lists")


@cache
def entries(name: str) -> tuple[str, ...]:
    """The entries of a list, in the order of its file."""
    lines = (_FOLDER / f"{name}.txt").read_text("utf-8").splitlines()
    return tuple(entry for line in lines if (entry := line.strip()) and not entry.startswith("#"))


# The others hold parts of the method, such as given names and aliases.
_OPEN = ("boosters", "cause-", "hedges", "loaded-")


@cache
def names() -> tuple[str, ...]:
    """The names of the lists that a person can change, by alphabet."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.txt") if path.stem.startswith(_OPEN)))


@dataclass(frozen=True, slots=True)
class Own:
    """What a person changes in one list."""

    list: str
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WordLists:
    """The lists with what a person changed in them."""

    own: tuple[Own, ...] = ()
    problems: tuple[str, ...] = ()
    """What of the person's files could not be used: clauses that begin with `words/` and a name."""

    def entries(self, name: str) -> tuple[str, ...]:
        """The entries of a list: the project's without those taken out, then the person's."""
        changes = [own for own in self.own if own.list == name]
        if not changes:
            return entries(name)
        removed = {_same(entry) for own in changes for entry in own.removed}
        added = [entry for own in changes for entry in own.added]
        kept = (*entries(name), *added)
        return tuple(entry for entry in kept if _same(entry) not in removed)

    def groups(self, prefix: str) -> Mapping[str, tuple[str, ...]]:
        """The entries of all lists whose names begin so, by the rest of their names."""
        return {
            name.removeprefix(prefix): self.entries(name)
            for name in names()
            if name.startswith(prefix)
        }

    def problems_of(self, prefix: str) -> str:
        """What could not be used of the lists whose names begin so, as one clause."""
        return "; ".join(each for each in self.problems if each.startswith(f"words/{prefix}"))

    def is_own(self, name: str, entry: str) -> bool:
        """Whether a person added the entry to the list."""
        return any(own.list == name and _in(entry, own.added) for own in self.own)


UNCHANGED = WordLists()
"""The project's own lists."""


def _in(entry: str, others: Iterable[str]) -> bool:
    return _same(entry) in map(_same, others)


def _same(entry: str) -> str:
    return " ".join(entry.casefold().replace("’", "'").split())
