"""Articles from standard input, or pasted, whose kind only its first bytes tell."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator, Mapping
from typing import Any

from reader.importing import packed
from reader.importing.found import LARGEST, Failure, Item, Refused, too_large
from reader.importing.kinds import MAILBOX, TABLE, kind_in
from reader.model import PIPE

SOURCE = PIPE
"""What comes through a pipe has no place, so every article of it is called this; but a row of a
data set with an id of its own is `stdin#ID`, and a letter of a mailbox `stdin#MESSAGE-ID`: these
mean the same article when they come again."""


def read(fields: Mapping[str, str], stream: io.BufferedReader[Any] | None = None) -> Iterator[Item]:
    """The article or, of a data set or mailbox, the articles of a stream, else standard input."""
    try:
        yield from _items(fields, stream or _standard_input())
    except Refused as error:
        yield Failure(SOURCE, str(error))
    except OSError as error:
        yield Failure(SOURCE, (error.strerror or str(error)).lower())


def _standard_input() -> io.BufferedReader[Any]:
    stream: Any = sys.stdin.buffer
    return stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream)


def _items(fields: Mapping[str, str], stream: io.BufferedReader[Any]) -> Iterator[Item]:
    kind = kind_in(packed.opening(stream))
    if kind is TABLE:
        from reader.importing.tables.rows import rows_of

        yield from _only_items(rows_of(stream, SOURCE, fields, named=False))
    elif kind is MAILBOX:
        from reader.importing.mail.mailboxes import letters

        yield from _only_items(letters(stream, SOURCE, named=False))
    else:
        data = stream.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise Refused(too_large(len(data), LARGEST))
        assert kind.document
        yield kind.document(data, SOURCE)


def _only_items(items: Iterator[Item | None]) -> Iterator[Item]:
    yield from (item for item in items if item is not None)
