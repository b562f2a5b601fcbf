"""Which flat files there are, which are of use, and which should be made."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path

from reader.search.bm25 import Statistics
from reader.search.flat.answering import FlatSegment
from reader.search.flat.layout import Flat, FlatDamaged
from reader.search.flat.lists import Lists

# Files up to this size are read whole when they are opened, in some hundredths of a second.
READ_AT_OPEN = 64 << 20
# Smaller segments answer as quickly by themselves.
FEWEST = 200
# One file takes no more documents, so that making it takes minutes.
MOST = 200_000
# So many files of about the same size become one.
_TOGETHER = 3

Group = tuple[str, ...]
"""The names of the segments in one file, in the order of their documents."""


class Flats:
    """The flat files in a folder, for segments given by name, with their numbers of documents."""

    def __init__(self) -> None:
        self._known: dict[Path, tuple[Group, Lists] | None] = {}

    def segments(
        self,
        folder: Path,
        sizes: Mapping[str, int],
        deleted: Mapping[str, Collection[int]],
        statistics: Statistics,
    ) -> tuple[list[FlatSegment], set[str]]:
        """What answers for as many segments as possible, and which those are."""
        found: list[FlatSegment] = []
        covered: set[str] = set()
        for group, lists in self._used(folder, sizes):
            dead: set[int] = set()
            start = 0
            for name in group:
                dead.update(start + number for number in deleted[name])
                start += sizes[name]
            numbers = lists.numbers if dead else ()
            ranks = [rank for rank, number in enumerate(numbers) if number in dead]
            found.append(FlatSegment(lists, ranks, statistics))
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
        self._known = {path: self._known.get(path) or _opened(path) for path in paths}
        found: list[tuple[Group, Lists]] = []
        free = set(sizes)
        opened = [pair for pair in self._known.values() if pair is not None]
        for group, lists in sorted(opened, key=lambda pair: (-pair[1].count, pair[0])):
            if free.issuperset(group):
                free -= set(group)
                found.append((group, lists))
        return found


def _opened(path: Path) -> tuple[Group, Lists] | None:
    try:
        flat = Flat(path, read_all=path.stat().st_size <= READ_AT_OPEN)
        return tuple(flat.about["segments"]), Lists(flat)
    except (FlatDamaged, OSError):
        return None


def _path(folder: Path, group: Group) -> Path:
    named = hashlib.sha256("\n".join(group).encode()).hexdigest()
    return folder / f"{named[:24]}.flat"


def wanted(sizes: Mapping[str, int], groups: Iterable[Group]) -> list[Group]:
    """The groups of segments of which files should be made, beside those that have one."""
    having = list(groups)
    covered = {name for group in having for name in group}
    whole = {group: sum(sizes[name] for name in group) for group in having}
    whole |= {(name,): size for name, size in sizes.items() if name not in covered}
    while parts := _together(whole):
        group = tuple(name for part in parts for name in part)
        whole[group] = sum(whole.pop(part) for part in parts)
    return [group for group, size in whole.items() if group not in having and size >= FEWEST]


def _together(whole: Mapping[Group, int]) -> Sequence[Group]:
    """Groups of about the same size, if they are many, and all smaller ones.

    Each factor of eight is another size.
    """
    for most in sorted({documents.bit_length() // 3 for documents in whole.values()}):
        parts: list[Group] = []
        alike = total = 0
        for group, documents in sorted(whole.items(), key=lambda pair: -pair[1]):
            size = documents.bit_length() // 3
            if size <= most and total + documents <= MOST:
                parts.append(group)
                total += documents
                alike += size == most
        if alike >= _TOGETHER:
            return parts
    return ()
