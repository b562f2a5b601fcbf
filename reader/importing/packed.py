"""Files, gzip-compressed or not, read piece by piece: none unpacks into more than is wanted."""

from __future__ import annotations

import codecs
import gzip
import io
import os
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import AnyStr, BinaryIO

from reader.importing.decoding import NotText, decode
from reader.importing.found import LARGEST, Failure, Reached, Refused, too_large
from reader.model import Draft

GZIP = b"\x1f\x8b"
BROKEN = (EOFError, zlib.error, gzip.BadGzipFile)
"""What reading compressed bytes raises where they are damaged or cut off."""

_EVERY = 200  # items between two words about progress
_LOOK = 512  # bytes
_STEP = 0.01  # share of the bytes between two words about progress
WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
"""Marks at the beginning of texts in UTF-16."""


class Packed:
    """A file opened for reading, unpacked on the way if it is a gzip file."""

    def __init__(self, path: Path) -> None:
        """Raises OSError."""
        self.raw: BinaryIO = path.open("rb")
        """The bytes as they are in the file."""
        self._size = os.fstat(self.raw.fileno()).st_size
        head = self.raw.read(len(GZIP))
        self.raw.seek(0)
        self.unpacks = head == GZIP
        self.stream: BinaryIO = (
            io.BufferedReader(gzip.GzipFile(fileobj=self.raw)) if self.unpacks else self.raw
        )

    def __enter__(self) -> Packed:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.raw.close()

    def share(self) -> float:
        """How much of the file has been read, 0 to 1."""
        return min(self.raw.tell() / self._size, 1.0) if self._size else 1.0


def unpacked(path: Path, most: int = LARGEST) -> bytes:
    """All bytes of a file; raises Refused if there are too many or they cannot be unpacked."""
    with Packed(path) as file:
        if not file.unpacks and (size := os.stat(path).st_size) > most:
            raise Refused(too_large(size, most))
        try:
            data = file.stream.read(most + 1)
        except BROKEN as error:
            raise Refused("its compression is damaged, or its end is missing") from error
    if len(data) > most:
        raise Refused(f"it unpacks to more than {most / 1e6:.0f} MB; up to that are read")
    return data


def paced(
    items: Iterator[Draft | Failure | None], share: Callable[[], float]
) -> Iterator[Draft | Failure | Reached]:
    """The items, and now and then how far they are; None is a stretch without any."""
    told = 0.0
    for count, item in enumerate(items, start=1):
        if item is not None:
            yield item
        reached = share()
        if reached - told >= _STEP or (count % _EVERY == 0 and reached != told):
            told = reached
            yield Reached(reached)


def lines(stream: BinaryIO, most: int = LARGEST) -> Iterator[str | Refused]:
    """The lines of a text with their ends; one that cannot be taken is why, and is never held.

    Raises what BROKEN names where a compressed file is damaged.
    """
    if opening(stream)[:2] in WIDE:
        wide = io.TextIOWrapper(stream, "utf-16", errors="replace", newline="\n")
        try:
            yield from _lines(wide.readline, "\n", most)
        finally:
            wide.detach()  # the stream is not its to close
        return
    for line in _lines(stream.readline, b"\n", most):
        if isinstance(line, Refused):
            yield line
            continue
        try:
            yield decode(line.replace(b"\0", b""))
        except NotText as error:
            yield error


def _lines(readline: Callable[[int], AnyStr], end: AnyStr, most: int) -> Iterator[AnyStr | Refused]:
    while line := readline(most + 1):
        if len(line) <= most or line.endswith(end):
            yield line
            continue
        size = len(line)
        while line and not line.endswith(end):
            line = readline(1 << 16)
            size += len(line)
        yield Refused(too_large(size, most))


def opening(stream: BinaryIO) -> bytes:
    """What a stream begins with, left in it; nothing if it cannot be looked into."""
    return stream.peek(_LOOK)[:_LOOK] if isinstance(stream, io.BufferedReader) else b""
