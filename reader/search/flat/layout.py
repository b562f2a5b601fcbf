"""A file of named arrays that is mapped, not read; damage to it is noticed."""

from __future__ import annotations

import json
import mmap
import os
import struct
import sys
import zlib
from array import array
from collections.abc import Mapping
from pathlib import Path
from typing import Any

FORMAT = 1
_MAGIC = b"flat\x00" + sys.byteorder.encode()[:3]
# Format, bytes of the table and of the whole file, CRC-32 of the table and of what follows it.
_HEAD = struct.Struct("=8sIIQII")
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
        magic, form, table_size, size, table_sum, rest_sum = _HEAD.unpack_from(view)
        start = _HEAD.size + table_size
        if (magic, form, size) != (_MAGIC, FORMAT, len(view)) or start > size:
            raise FlatDamaged("cut off, or of another format")
        table = bytes(view[_HEAD.size : start])
        if zlib.crc32(table) != table_sum or (read_all and zlib.crc32(view[start:]) != rest_sum):
            raise FlatDamaged("changed")
        about = json.loads(table)
        self.about: dict[str, Any] = about["about"]
        self.places: dict[str, tuple[int, int]] = {}
        self._views: dict[str, memoryview] = {}
        for name, (code, at, length) in about["arrays"].items():
            self.places[name] = (start + at, start + at + length)
            self._views[name] = view[start + at : start + at + length].cast(code)

    def __getitem__(self, name: str) -> memoryview:
        return self._views[name]


def write(path: Path, about: Mapping[str, Any], arrays: Mapping[str, array[int] | bytes]) -> None:
    """Write a file in one step; OSError where the disk refuses, and then nothing is left."""
    table: dict[str, tuple[str, int, int]] = {}
    parts: list[memoryview] = []
    at = 0
    for name, values in arrays.items():
        code = "B" if isinstance(values, bytes) else values.typecode
        view = memoryview(values).cast("B")
        table[name] = (code, at, len(view))
        padding = bytes(-len(view) % _ALIGN)
        parts += [view, memoryview(padding)]
        at += len(view) + len(padding)
    head = json.dumps({"about": dict(about), "arrays": table}).encode()
    head += b" " * (-(len(head) + _HEAD.size) % _ALIGN)
    rest_sum = 0
    for part in parts:
        rest_sum = zlib.crc32(part, rest_sum)
    size = _HEAD.size + len(head) + at
    fresh = path.with_suffix(f".{os.getpid()}.new")
    try:
        with fresh.open("wb") as file:
            file.write(_HEAD.pack(_MAGIC, FORMAT, len(head), size, zlib.crc32(head), rest_sum))
            file.write(head)
            for part in parts:
                file.write(part)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
