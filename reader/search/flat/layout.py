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
from typing import Any

FORMAT = 5
_MAGIC = b"flat\x00" + sys.byteorder.encode()[:3]
# The last bytes: format, where the table begins, CRC-32 of the arrays and of the table.
_END = struct.Struct("=8sIQII")
_ALIGN = 8


class FlatDamaged(Exception):
    """A file that is missing, cut off, foreign, of another format or changed."""


class Flat:
    """The arrays of a file by name, as views that any thread may read."""

    def __init__(self, path: Path, *, read_all: bool) -> None:
        try:
            with path.open("rb") as file:
                self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError) as error:
            raise FlatDamaged(str(error)) from error
        view = memoryview(self._map)
        if len(view) < _END.size:
            raise FlatDamaged("cut off")
        end = len(view) - _END.size
        magic, form, table_at, arrays_sum, table_sum = _END.unpack_from(view, end)
        if (magic, form) != (_MAGIC, FORMAT) or table_at > end:
            raise FlatDamaged("cut off, or of another format")
        table = bytes(view[table_at:end])
        if zlib.crc32(table) != table_sum:
            raise FlatDamaged("changed")
        if read_all and zlib.crc32(view[:table_at]) != arrays_sum:
            raise FlatDamaged("changed")
        self.about: dict[str, Any] = json.loads(table)
        self._places: dict[str, tuple[Any, int, int]] = self.about.pop("arrays")

    def __getitem__(self, name: str) -> memoryview:
        return _array(self._map, *self._places[name])


class Writer:
    """Writes the arrays of such a file, one after the other, and has what was written."""

    def __init__(self, file: Any) -> None:
        self.about: dict[str, Any] = {}
        """What the file is to say of itself."""
        self._file = file
        self._places: dict[str, tuple[Any, int, int]] = {}
        self._at = self._sum = 0

    def add(self, name: str, values: array[int] | bytes) -> None:
        """Begin an array, or go on with the last one."""
        if name not in self._places:
            self._write(bytes(-self._at % _ALIGN))
            self._places[name] = (getattr(values, "typecode", "B"), self._at, self._at)
        self._write(memoryview(values).cast("B"))
        self._places[name] = (*self._places[name][:2], self._at)

    def __getitem__(self, name: str) -> memoryview:
        self._file.flush()
        written = mmap.mmap(self._file.fileno(), 0, access=mmap.ACCESS_READ)
        return _array(written, *self._places[name])

    def end(self) -> None:
        """Write where the arrays are."""
        table = json.dumps({**self.about, "arrays": self._places}).encode()
        end = _END.pack(_MAGIC, FORMAT, self._at, self._sum, zlib.crc32(table))
        self._file.write(table + end)

    def _write(self, part: memoryview | bytes) -> None:
        self._file.write(part)
        self._sum = zlib.crc32(part, self._sum)
        self._at += len(part)


@contextmanager
def writing(path: Path) -> Iterator[Writer]:
    """Write such a file in one step, or not at all; OSError where the disk refuses."""
    fresh = path.with_suffix(f".{os.getpid()}.new")
    try:
        with fresh.open("w+b") as file:
            writer = Writer(file)
            yield writer
            writer.end()
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)


def _array(file: mmap.mmap, code: Any, begin: int, end: int) -> memoryview:
    return memoryview(file)[begin:end].cast(code)
