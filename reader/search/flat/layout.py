"""A file of named arrays that is mapped, not read; damage to it is noticed."""

from __future__ import annotations

import json
import mmap
import os
import struct
import sys
import zlib
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

_KIND = f"flat 7, {sys.byteorder}"
# The last bytes: where the table begins, CRC-32 of the arrays and of the table.
_END = struct.Struct("<QII")


class FlatDamaged(Exception):
    """A file that is missing, cut off, foreign, of another format or changed."""


class Flat:
    """The arrays of a file by name, as views that any thread may read."""

    def __init__(self, path: Path, *, read_all: bool) -> None:
        try:
            with path.open("rb") as file:
                view = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
            table_at, arrays_sum, table_sum = _END.unpack(view[-_END.size :])
            table = view[table_at : -_END.size]
            if zlib.crc32(table) != table_sum:
                raise ValueError("cut off or changed")
            if read_all and zlib.crc32(view[:table_at]) != arrays_sum:
                raise ValueError("changed")
            self.about: dict[str, Any] = json.loads(bytes(table))
            if self.about.pop("kind", "") != _KIND:
                raise ValueError("of another format")
            self._places = self.about.pop("arrays")
        except (OSError, ValueError, struct.error) as error:
            raise FlatDamaged(str(error)) from error
        self._view = view

    def __getitem__(self, name: str) -> memoryview:
        code, begin, end = self._places[name]
        return self._view[begin:end].cast(code)


class Writer:
    """Writes the arrays of such a file, one after the other."""

    def __init__(self, file: BinaryIO) -> None:
        self.about: dict[str, Any] = {}
        """What the file is to say of itself."""
        self._file = file
        self._places: dict[str, tuple[str, int, int]] = {}
        self._at = self._sum = 0

    def add(self, name: str, values: array[Any] | bytes | bytearray) -> None:
        """Begin an array, or go on with the last one."""
        code = values.typecode if isinstance(values, array) else "B"
        _, begin, _ = self._places.get(name, (code, self._at, 0))
        part = memoryview(values).cast("B")
        self._file.write(part)
        self._sum = zlib.crc32(part, self._sum)
        self._at += len(part)
        self._places[name] = (code, begin, self._at)

    def end(self) -> None:
        """Write where the arrays are."""
        table = json.dumps({**self.about, "kind": _KIND, "arrays": self._places}).encode()
        self._file.write(table + _END.pack(self._at, self._sum, zlib.crc32(table)))


@contextmanager
def writing(path: Path) -> Iterator[Writer]:
    """Write such a file in one step, or not at all; OSError where the disk refuses."""
    fresh = path.with_suffix(f".{os.getpid()}.new")
    try:
        with fresh.open("wb") as file:
            writer = Writer(file)
            yield writer
            writer.end()
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
