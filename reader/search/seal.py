"""Says what the files of an index must be, so that damage is noticed: engines do not check.

The seal is one small file beside the index, replaced in one step after every change. Whatever
does not agree with it is damaged, foreign, or left behind by a program that was killed.
"""

from __future__ import annotations

import json
import os
import zlib
from dataclasses import asdict, dataclass, field
from pathlib import Path

from reader.errors import IndexDamaged

FORMAT = 3
"""Grows when an index written before cannot be read as it should be any more."""

NAME = "seal.json"
_BLOCK = 1 << 20

# Reading 256 MB takes a quarter of a second where they are cached; beyond that opening an index
# checks lengths only, and `check` the rest.
READ_AT_OPEN = 256 << 20


Sign = tuple[int, int, int]
"""What tells one state of a file from another: when it was written, its number and length."""


@dataclass(frozen=True, slots=True)
class Seal:
    """What was true when the index was last written."""

    folder: str
    """The folder, beside the seal, that the engine keeps its files in."""
    engine: str
    """Name and version of what wrote it."""
    generation: int
    revision: int
    documents: int
    files: dict[str, list[int]] = field(default_factory=dict)
    """Each file's length and CRC-32."""
    format: int = FORMAT


def read(root: Path, engine: str) -> Seal:
    """The seal of an index; IndexDamaged if it is missing, unreadable or not of this engine."""
    try:
        values = json.loads((root / NAME).read_text("utf-8"))
        seal = Seal(**values)
        files = {str(name): [int(n) for n in pair] for name, pair in seal.files.items()}
        # Every key asks for the revision, and a Path for each of a hundred files takes 2 ms.
        plain = all(os.path.basename(name) == name for name in (seal.folder, *files))
        numbers = (seal.generation, seal.revision, seal.documents)
        if not plain or not all(isinstance(number, int) for number in numbers):
            raise ValueError("a field is not what it should be")
    except FileNotFoundError as error:
        raise IndexDamaged("there is no search index yet") from error
    except (OSError, ValueError, TypeError, AttributeError, RecursionError) as error:
        raise IndexDamaged(f"the search index cannot be read: {error}") from error
    if seal.format != FORMAT or seal.engine != engine:
        raise IndexDamaged("the search index is of another version")
    return seal


def write(root: Path, seal: Seal) -> None:
    """Replace the seal in one step."""
    fresh = root / f"{NAME}.{os.getpid()}"
    with fresh.open("w", encoding="utf-8") as file:
        json.dump(asdict(seal), file)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(root / NAME)


def stamp(root: Path) -> Sign:
    """The sign of the seal."""
    return sign(os.path.join(root, NAME))  # with every key; a Path takes ten times as long


def measure(folder: Path, known: dict[str, list[int]]) -> dict[str, list[int]]:
    """Length and checksum of every file; those `known` by name are never written twice."""
    found = {}
    for path in sorted(folder.iterdir()):
        if path.is_file() and not path.name.endswith("LOCK"):
            size = path.stat().st_size
            old = known.get(path.name)
            keep = old is not None and old[0] == size
            found[path.name] = old if old and keep else [size, _checksum(path)]
    return found


def sign(path: str | Path) -> Sign:
    """Another value whenever a file was written again; zeros without one."""
    try:
        found = os.stat(path)
    except OSError:
        return (0, 0, 0)
    return (found.st_mtime_ns, found.st_ino, found.st_size)


def verify(root: Path, seal: Seal, *, read_all: bool, known: dict[str, Sign] | None = None) -> None:
    """Raise IndexDamaged unless every file is as long, and where it is read as it was, as sealed.

    Files that have another sign than the one `known` are read in any case; the signs of those
    that are as they should be are noted there.
    """
    known = {} if known is None else known
    for name, (size, checksum) in seal.files.items():
        path = root / seal.folder / name
        found = sign(path)
        read = read_all or known.get(str(path), found) != found
        try:
            damaged = path.stat().st_size != size or (read and _checksum(path) != checksum)
        except OSError as error:
            raise IndexDamaged(f"a file of the search index cannot be read: {error}") from error
        if damaged:
            raise IndexDamaged(f"{name} of the search index is damaged")
        known[str(path)] = found


def size(seal: Seal) -> int:
    """Bytes of all files."""
    return sum(length for length, _ in seal.files.values())


def _checksum(path: Path) -> int:
    value = 0
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            value = zlib.crc32(block, value)
    return value
