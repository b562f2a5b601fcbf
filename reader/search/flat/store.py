"""Which flat files there are, which are of use, and which should be made."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Collection, Iterable, Mapping
from itertools import chain
from pathlib import Path

from reader.search.bm25 import Statistics
from reader.search.flat.layout import Flat, FlatDamaged
from reader.search.flat.lists import Lists
from reader.search.seal import Sign, sign
from reader.search.segment import ListSegment

# Files up to this size are read whole when they are opened, in some hundredths of a second.
READ_AT_OPEN = 64 << 20
# Smaller segments answer as quickly by themselves.
FEWEST = 200
# One file takes no more documents, so that making it takes minutes.
MOST = 200_000
# Making a file again takes as long as making it, and each one costs every query a look.
_TOGETHER = 1.5

Group = tuple[str, ...]
"""The names of the segments in one file, in the order of their documents."""


class Flats:
    """The flat files in a folder, for segments given by name, with their numbers of documents."""

    def __init__(self) -> None:
        self._known: dict[Path, tuple[Group, Lists] | None] = {}
        self._signs: dict[Path, Sign] = {}
        self.watched: tuple[tuple[str, Sign], ...] = ()
        """The files that are used, as they were when they were opened."""

    def segments(
        self,
        folder: Path,
        sizes: Mapping[str, int],
        deleted: Mapping[str, Collection[int]],
        statistics: Statistics,
    ) -> tuple[list[ListSegment], set[str]]:
        """What answers for as many segments as possible, and which those are."""
        found: list[ListSegment] = []
        covered: set[str] = set()
        used = self._used(folder, sizes)
        paths = [path for path, known in self._known.items() if known in used]
        self.watched = tuple((str(path), self._signs[path]) for path in paths)
        for group, lists in used:
            dead: set[int] = set()
            start = 0
            for name in group:
                dead.update(start + number for number in deleted[name])
                start += sizes[name]
            numbers = lists.numbers if dead else ()
            ranks = [rank for rank, number in enumerate(numbers) if number in dead]
            found.append(ListSegment(lists, ranks, statistics))
            covered.update(group)
        return found, covered

    def missing(self, folder: Path, sizes: Mapping[str, int]) -> list[tuple[Path, Group]]:
        """The files that should be made; those that are of no use are deleted."""
        used = [group for group, _ in self._used(folder, sizes)]
        paths = {_path(folder, group) for group in used}
        for path in set(folder.iterdir()) - paths if folder.is_dir() else ():
            with contextlib.suppress(OSError):
                path.unlink()
        return [(_path(folder, group), group) for group in wanted(sizes, used)]

    def check(self, folder: Path) -> None:
        """Read all of every file, and delete those that are damaged."""
        for path in folder.glob("*.flat"):
            try:
                Flat(path, read_all=True)
            except FlatDamaged:
                self._known.pop(path, None)
                path.unlink(missing_ok=True)

    def _used(self, folder: Path, sizes: Mapping[str, int]) -> list[tuple[Group, Lists]]:
        """Files that cover different ones of these segments, the largest first."""
        paths = sorted(folder.glob("*.flat"))
        before, self._signs = self._signs, {path: sign(path) for path in paths}
        self._known = {
            path: self._known[path]
            if self._known.get(path) and before.get(path) == self._signs[path]
            else _opened(path, changed=path in before)
            for path in paths
        }
        found: list[tuple[Group, Lists]] = []
        free = set(sizes)
        opened = [pair for pair in self._known.values() if pair is not None]
        for group, lists in sorted(opened, key=lambda pair: (-len(pair[1].last), pair[0])):
            if free.issuperset(group):
                free -= set(group)
                found.append((group, lists))
        return found


def _opened(path: Path, *, changed: bool) -> tuple[Group, Lists] | None:
    try:
        flat = Flat(path, read_all=changed or path.stat().st_size <= READ_AT_OPEN)
        return tuple(flat.about["segments"]), Lists(flat)
    except (FlatDamaged, OSError):
        return None


def _path(folder: Path, group: Group) -> Path:
    named = hashlib.sha256("\n".join(group).encode()).hexdigest()
    return folder / f"{named[:24]}.flat"


def wanted(sizes: Mapping[str, int], groups: Iterable[Group]) -> list[Group]:
    """The groups of segments of which files should be made, beside those that have one.

    As soon as all smaller groups together are some times as large as one, they become one with it.
    """
    having = list(groups)
    whole = {group: sum(sizes[name] for name in group) for group in having}
    covered = set().union(*having)
    whole |= {(name,): size for name, size in sizes.items() if name not in covered}
    ordered = sorted(whole, key=lambda group: -whole[group])
    smaller = sum(whole.values())
    for at, group in enumerate(ordered):
        smaller -= whole[group]
        if smaller >= _TOGETHER * whole[group] and smaller + whole[group] <= MOST:
            ordered[at:] = [tuple(chain.from_iterable(ordered[at:]))]
            break
    return [
        group
        for group in ordered
        if group not in having and sum(sizes[name] for name in group) >= FEWEST
    ]
