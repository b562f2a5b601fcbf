"""Mailboxes: the letters of an `.mbox` file, one after the other in bounded memory."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import BinaryIO

from reader.importing import packed
from reader.importing.found import LARGEST, Failure, Item, Refused, too_large
from reader.importing.mail.letters import letter, name_of
from reader.model import Draft
from reader.text.safety import storable

# `From alice@coast.example Tue Mar  5 10:00:00 2024`, and `From - Tue ...` of some programs.
_START = re.compile(
    rb"From (?:\S+[ ].{0,200}\d\d?:\d\d.{0,60}|\S+@\S+\s*|-\s*|MAILER-DAEMON.*)\r?\n?"
)
_HEADER = re.compile(rb">?[!-9;-~]+:|\r?\n|>?From ")
_QUOTED = re.compile(rb">+From ")
_LONGEST_LINE = 1 << 20  # bytes held of one line


def mailbox(path: Path) -> Iterator[Item]:
    """The letters of a mailbox, each called by its Message-ID or a digest; raises OSError."""
    with packed.Packed(path) as file:
        yield from packed.paced(letters(file.stream, storable(str(path))), file.share)


def letters(
    stream: BinaryIO, source: str, *, named: bool = True
) -> Iterator[Draft | Failure | None]:
    """The letters of a stream; one without a name is called as the source if not to be `named`."""
    count = 0
    try:
        for count, data in enumerate(_split(stream), start=1):
            if isinstance(data, Refused):
                yield Failure(f"{source}#{count}", str(data))
                continue
            own = name_of(data)
            name = own or (_digest(data) if named else None)
            try:
                yield letter(data, f"{source}#{name}" if name else source)
            except Refused as error:
                yield Failure(f"{source}#{own or count}", str(error))
    except packed.BROKEN:
        yield Failure(source, "its compression is damaged, or its end is missing; the rest is lost")
    if not count:
        yield Failure(source, "it holds no letters")


def _split(stream: BinaryIO) -> Iterator[bytes | Refused]:
    """The bytes of each letter; of one that is too large only why it is not read."""
    held: list[bytes] | None = None
    size = 0
    blank = True
    line = stream.readline(_LONGEST_LINE)
    while line:
        after = stream.readline(_LONGEST_LINE)
        if blank and _START.fullmatch(line) and _HEADER.match(after):
            if held is not None:
                yield _whole(held, size)
            held, size = [], 0
        elif held is not None:
            size += len(line)
            if size <= LARGEST:
                held.append(line[1:] if _QUOTED.match(line) else line)
            else:
                held.clear()
        blank = not line.strip()
        line = after
    if held is not None:
        yield _whole(held, size)


def _whole(held: list[bytes], size: int) -> bytes | Refused:
    return Refused(too_large(size)) if size > LARGEST else b"".join(held)


def _digest(data: bytes) -> str:
    """A name for a letter without one: its number changes when others are deleted."""
    return blake2b(data, digest_size=8).hexdigest()
