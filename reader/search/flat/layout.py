"""A file of named arrays that is mapped, not read; damage to it is noticed."""

from __future__ import annotations

import json
import mmap
import os
import struct
import sys
import zlib
from array import array
from pathlib import Path
from types import TracebackType
from typing import Any

FORMAT = 3
_MAGIC = b"flat\x00" + sys.byteorder.encode()[:3]
# Format, where the table begins and the file ends, CRC-32 of the arrays and of the table.
_HEAD = struct.Struct("=8sIQQII")
_ALIGN = 8


class FlatDamaged(Exception):
    """A file that is missing, cut off, foreign, of another format or changed."""


class Flat:
    """The arrays of a file by name, as views that any thread may read."""

    def __init__(self, path: Path, *, read_all: bool) -> None:
        try:
            with path.open("rb") as file:
                self.map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError) as error:
            raise FlatDamaged(str(error)) from error
        view = memoryview(self.map)
        if len(view) < _HEAD.size:
            raise FlatDamaged("cut off")
        magic, form, table_at, size, arrays_sum, table_sum = _HEAD.unpack_from(view)
        if (magic, form, size) != (_MAGIC, FORMAT, len(view)) or table_at > size:
            raise FlatDamaged("cut off, or of another format")
        table = view[table_at:]
        arrays = view[_HEAD.size : table_at]
        if zlib.crc32(table) != table_sum or (read_all and zlib.crc32(arrays) != arrays_sum):
            raise FlatDamaged("changed")
        self.about: dict[str, Any] = json.loads(bytes(table))
        self.places: dict[str, tuple[Any, int, int]] = self.about.pop("arrays")

    def __getitem__(self, name: str) -> memoryview:
        return _array(self.map, *self.places[name])


class Writer:
    """Writes such a file, to be used in a `with` block: in one step, or not at all.

    OSError where the disk refuses.
    """

    def __init__(self, path: Path) -> None:
        self.about: dict[str, Any] = {}
        """What the file is to say of itself."""
        self._path, self._fresh = path, path.with_suffix(f".{os.getpid()}.new")
        self._places: dict[str, tuple[Any, int, int]] = {}
        self._file = self._fresh.open("w+b")
        self._file.write(bytes(_HEAD.size))
        self._at, self._sum = _HEAD.size, 0

    def add(self, name: str, values: array[int] | bytes) -> None:
        """Begin an array, or go on with the last one."""
        if name not in self._places:
            self._write(bytes(-self._at % _ALIGN))
            code = getattr(values, "typecode", "B")
            self._places[name] = (code, self._at, self._at)
        code, begin, _ = self._places[name]
        self._write(memoryview(values).cast("B"))
        self._places[name] = (code, begin, self._at)

    def read(self, name: str) -> memoryview:
        """What was written of an array."""
        self._file.flush()
        written = mmap.mmap(self._file.fileno(), 0, access=mmap.ACCESS_READ)
        return _array(written, *self._places[name])

    def _write(self, part: memoryview | bytes) -> None:
        self._file.write(part)
        self._sum = zlib.crc32(part, self._sum)
        self._at += len(part)

    def __enter__(self) -> Writer:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        try:
            with self._file as file:
                table = json.dumps({**self.about, "arrays": self._places}).encode()
                file.write(table)
                file.seek(0)
                sums = (self._sum, zlib.crc32(table))
                file.write(_HEAD.pack(_MAGIC, FORMAT, self._at, self._at + len(table), *sums))
                file.flush()
                os.fsync(file.fileno())
            if error is None:
                self._fresh.replace(self._path)
        finally:
            self._fresh.unlink(missing_ok=True)


def _array(file: mmap.mmap, code: Any, begin: int, end: int) -> memoryview:
    return memoryview(file)[begin:end].cast(code)
