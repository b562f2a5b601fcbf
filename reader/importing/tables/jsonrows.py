"""Objects of a JSON document or of JSON Lines, one after the other."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import BinaryIO

from reader.importing import packed
from reader.importing.found import LARGEST, Refused

_LISTS = "articles items data documents docs results entries rows records news response".split()
"""Under what a document keeps its rows."""

_BETWEEN = re.compile(r"[\s,]*")
_PIECE = 1 << 16  # bytes
_DEEP = "it is nested too deep"


@dataclass(frozen=True, slots=True)
class Unread:
    """A row that cannot be read."""

    reason: str


Numbered = tuple[int, Mapping[str, object] | Unread]
"""A row with its number, the first being 1: of its line, or of its place in a list."""


def json_rows(stream: BinaryIO) -> Iterator[Numbered]:
    """The objects of a stream: each on its line, or all in one list, or in one document.

    Raises Refused if it holds no rows, or where the rest cannot be read.
    """
    if _starts_list(packed.opening(stream)):
        yield from _listed(stream)
        return
    lines = packed.lines(stream)
    first: list[str | Refused] = []
    size = 0
    for line in lines:
        first.append(line)
        size += 0 if isinstance(line, Refused) else len(line)
        # A second line that is an object by itself says that each is; else it is one document.
        if size > LARGEST or (len(first) == 2 and isinstance(_parsed(line), dict)):
            break
    else:
        document = _parsed("".join(line for line in first if isinstance(line, str)))
        if isinstance(document, dict):
            yield from _of_document(document)
            return
    if not size and not first:
        raise Refused("it is empty")
    yield from _lined(chain(first, lines))


def _starts_list(opening: bytes) -> bool:
    wide = opening[:2] in packed.WIDE
    text = opening.decode("utf-16" if wide else "utf-8-sig", "replace")
    return text.lstrip().startswith("[")


def _lined(lines: Iterable[str | Refused]) -> Iterator[Numbered]:
    for number, line in enumerate(lines, start=1):
        if isinstance(line, Refused):
            yield number, Unread(str(line))
        elif line.strip():
            yield number, _row(line)


def _row(line: str) -> Mapping[str, object] | Unread:
    try:
        return _as_row(json.loads(line))
    except RecursionError:
        return Unread(_DEEP)
    except ValueError:
        return Unread("it is no JSON")


def _as_row(value: object) -> Mapping[str, object] | Unread:
    return value if isinstance(value, dict) else Unread("it is no JSON object")


def _parsed(line: str | Refused) -> object:
    try:
        return None if isinstance(line, Refused) else json.loads(line)
    except (ValueError, RecursionError):
        return None


def _of_document(document: Mapping[str, object]) -> Iterator[Numbered]:
    """The rows that a document lists, or the document as the only one."""
    for name in _LISTS:
        rows = document.get(name)
        if isinstance(rows, dict):
            rows = next(
                (rows[inner] for inner in _LISTS if isinstance(rows.get(inner), list)), rows
            )
        if isinstance(rows, list) and any(isinstance(row, dict) for row in rows):
            yield from ((number, _as_row(row)) for number, row in enumerate(rows, start=1))
            return
    yield 1, document


def _listed(stream: BinaryIO) -> Iterator[Numbered]:
    """The elements of a list, of which only one is held at a time."""
    pieces = _decoded(stream)
    decoder = json.JSONDecoder()
    text = next(pieces, "")
    at = text.find("[") + 1
    number = 1
    while True:
        at = _end(_BETWEEN.match(text, at), at)
        if text.startswith("]", at):
            return
        try:
            value, end = decoder.raw_decode(text, at)
        except RecursionError as error:
            raise Refused(f"row {number} is nested too deep; the rest is not read") from error
        except ValueError as error:
            if len(text) - at > LARGEST:
                raise Refused(f"row {number} is no JSON or too large; the rest is lost") from error
            # Twice as much each time: what is tried again stays in proportion to what is read.
            more = _at_least(pieces, len(text) - at)
            if not more:
                raise Refused(f"it ends within row {number}, or that is no JSON") from error
            text, at = text[at:] + more, 0
            continue
        yield number, _as_row(value)
        number += 1
        at = end


def _end(match: re.Match[str] | None, otherwise: int) -> int:
    return match.end() if match else otherwise


def _at_least(pieces: Iterator[str], size: int) -> str:
    found: list[str] = []
    length = 0
    for piece in pieces:
        found.append(piece)
        length += len(piece)
        if length >= size:
            break
    return "".join(found)


def _decoded(stream: BinaryIO) -> Iterator[str]:
    wide = packed.opening(stream)[:2] in packed.WIDE
    decoder = codecs.getincrementaldecoder("utf-16" if wide else "utf-8-sig")("replace")
    while piece := stream.read(_PIECE):
        if text := decoder.decode(piece):
            yield text
