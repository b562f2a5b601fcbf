"""The members of a gzip file (RFC 1952, section 2.2), each unpacked by itself."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import BinaryIO

from reader.importing.found import Refused

_START = b"\x1f\x8b\x08"
_PIECE = 1 << 16  # bytes read, and unpacked, at a time


def members(raw: BinaryIO, most: int) -> Iterator[bytes | Refused]:
    """What each member holds; of one that is damaged or unpacks to more than `most` bytes, why.

    After damage it goes on with the next member that can be unpacked.
    """
    data = raw.read(_PIECE)
    sound = True
    while data := _from_start(data, raw):
        held: list[bytes] = []
        size = 0
        engine = zlib.decompressobj(31)
        fresh = True  # the mark of this member is still in `data`
        try:
            while not engine.eof:
                piece = engine.decompress(data, _PIECE)
                size += len(piece)
                if size <= most:
                    held.append(piece)
                else:
                    held.clear()
                data = engine.unconsumed_tail
                if not data and not engine.eof:
                    fresh = False
                    data = raw.read(_PIECE)
                    if not data and not piece:
                        yield Refused("its end is missing")
                        return
        except zlib.error:
            # What looks like a member within a damaged one is not told again.
            if sound:
                yield Refused("a record is damaged; it is passed over")
            sound = False
            data = data[1:] if fresh else data
            continue
        sound = True
        data = engine.unused_data
        yield (
            b"".join(held)
            if size <= most
            else Refused(f"a record unpacks to more than {most / 1e6:.0f} MB; it is passed over")
        )


def _from_start(data: bytes, raw: BinaryIO) -> bytes:
    """The bytes from the next mark of a member on; none at the end of the file."""
    while True:
        at = data.find(_START)
        if at >= 0:
            return data[at:]
        more = raw.read(_PIECE)
        if not more:
            return b""
        data = data[-(len(_START) - 1) :] + more
