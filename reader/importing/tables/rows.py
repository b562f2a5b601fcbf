"""Data sets: JSON Lines, JSON arrays, CSV and TSV, row by row in bounded memory."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import replace
from hashlib import blake2b
from itertools import chain, islice
from pathlib import Path
from typing import BinaryIO

from reader.importing import packed
from reader.importing.found import LARGEST, Failure, Item, Refused
from reader.importing.tables.columns import Columns, Row, names, row_draft, row_id
from reader.importing.tables.jsonrows import Numbered, Unread, json_rows
from reader.model import Draft
from reader.text.safety import clean, storable

_TRIED = 100  # rows without any text after which a file is taken to have none
_FEW = 20  # rows at the beginning that are each told about if no row can be read
_SHOWN = 40  # columns
_LOOKED_AT = 200  # lines from which the shape of a table is told
_SEPARATORS = ",;\t|"
_LONGEST_ID = 200  # characters


def rows(path: Path, fields: Mapping[str, str]) -> Iterator[Item]:
    """The articles of a data set, its kind told by the suffix before a `.gz`.

    `fields` maps FIELDS to columns. Raises ValueError for other names, OSError.
    """
    name = path.name.lower().removesuffix(".gz")
    separators = "\t" if name.endswith(".tsv") else _SEPARATORS if name.endswith(".csv") else None
    with packed.Packed(path) as file:
        source = storable(str(path))
        yield from packed.paced(rows_of(file.stream, source, fields, separators), file.share)


def rows_of(
    stream: BinaryIO,
    source: str,
    fields: Mapping[str, str],
    separators: str | None = None,
    *,
    named: bool = True,
) -> Iterator[Draft | Failure | None]:
    """The articles of a stream: of a table with one of these separators, else of JSON.

    A row without an id of its own is called by its address or else by its text, or as the whole
    source if it is not to be `named`.
    """
    columns = Columns(fields)
    found = _table(stream, separators, fields) if separators else json_rows(stream)
    without: list[Failure] = []
    unread = 0
    seen: dict[str, None] = {}
    good = False
    try:
        for number, row in found:
            item: Draft | Failure
            if isinstance(row, Unread):
                item = Failure(f"{source}#{number}", f"row {number} is not read: {row.reason}")
                unread += 1
            else:
                item = _item(row, columns, source, number, named=named)
            if good or isinstance(item, Draft):
                good = True
                yield from without
                without.clear()
                yield item
                continue
            without.append(item)
            if not isinstance(row, Unread):
                seen.update(dict.fromkeys(islice(names(row), _SHOWN)))
            if len(without) >= _TRIED:
                break
    except packed.BROKEN:
        yield Failure(source, "its compression is damaged, or its end is missing; the rest is lost")
    except Refused as error:
        yield Failure(source, str(error))
    yield from _summed_up(without, unread, source, seen)


def _summed_up(
    without: list[Failure], unread: int, source: str, seen: Mapping[str, None]
) -> Iterator[Failure]:
    """One failure for rows that have nothing where all are alike, else each."""
    if any(failure.reason.endswith(_NO_TEXT) for failure in without):
        yield Failure(source, _no_texts(seen))
    elif len(without) == unread > _FEW:
        # A file of another kind; ten thousand times the same would say no more.
        why = without[0].reason.partition(": ")[2]
        yield Failure(source, f"none of its first {unread} rows can be read: {why}")
    else:
        yield from without


_NO_TEXT = "has no text"


def _item(row: Row, columns: Columns, source: str, number: int, *, named: bool) -> Draft | Failure:
    own = row_id(row, columns)
    shown = f"{source}#{own[:_LONGEST_ID] if own else number}"
    try:
        draft = row_draft(row, columns, source)
    except Refused as error:
        return Failure(shown, f"row {number} is not read: {error}")
    if draft is None:
        return Failure(shown, f"row {number} {_NO_TEXT}")
    # Not the number: the next export of the same data may have its newest row on top.
    name = own or (draft.url or _digest(draft.text) if named else "")
    return replace(draft, source=f"{source}#{name[:_LONGEST_ID]}") if name else draft


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _no_texts(seen: Mapping[str, None]) -> str:
    known = ", ".join(name[:40] for name in islice(seen, _SHOWN))
    return (
        "no row has a text under a usual name; name its column with --field text=COLUMN;"
        f" there are: {known}"
    )


def _table(stream: BinaryIO, separators: str, fields: Mapping[str, str]) -> Iterator[Numbered]:
    # The default of 131,072 characters stops at long articles.
    csv.field_size_limit(LARGEST)
    unread: list[tuple[int, Refused]] = []
    lines = _taken(packed.lines(stream), unread)
    opening = list(islice(lines, 1))
    before = 0
    if opening and opening[0].strip().casefold().startswith("sep="):  # a line that only Excel reads
        separators = opening[0].strip()[4:5] or separators
        opening = []
        before = 1
    opening += islice(lines, _LOOKED_AT)
    first = next((line for line in opening if line.strip()), None)
    if first is None:
        raise Refused("it has no rows")
    separator = max(separators, key=first.count)
    quoted = not _is_unquoted(opening, separator)
    reader = csv.reader(
        chain(opening, lines),
        delimiter=separator,
        quoting=csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE,
    )
    header: list[str] | None = None
    while True:
        number = before + reader.line_num + 1
        try:
            values = next(reader)
        except StopIteration:
            break
        except csv.Error as error:
            yield number, Unread(str(error))
            continue
        yield from _told(unread)
        if header is None and values:
            header = _header(values, fields)
        elif header is not None and any(values):
            row = dict(zip(reversed(header), reversed(_as_wide(values, header)), strict=True))
            yield number, row
    yield from _told(unread)


def _taken(lines: Iterator[str | Refused], unread: list[tuple[int, Refused]]) -> Iterator[str]:
    """The lines that can be read; an empty one for each other, so that the numbers stay."""
    for number, line in enumerate(lines, start=1):
        if isinstance(line, Refused):
            unread.append((number, line))
            yield "\n"
        else:
            yield line


def _told(unread: list[tuple[int, Refused]]) -> Iterator[Numbered]:
    yield from ((number, Unread(str(why))) for number, why in unread)
    unread.clear()


def _header(values: list[str], fields: Mapping[str, str]) -> list[str]:
    """The names of the columns; raises Refused if one that a person named is not among them."""
    header = [" ".join(clean(value).split()) for value in values]
    known = {name.casefold() for name in header}
    for column in fields.values():
        if column.casefold() not in known:
            shown = ", ".join(name[:40] for name in header[:_SHOWN])
            raise Refused(f"it has no column {column}; there are: {shown}")
    return header


def _as_wide(values: list[str], header: list[str]) -> list[str]:
    return (values + [""] * len(header))[: len(header)]


def _is_unquoted(opening: list[str], separator: str) -> bool:
    """Whether quotation marks in a table are part of its texts, as in exports of databases."""
    if separator != "\t":
        return False
    split = [line.rstrip("\r\n").split(separator) for line in opening]
    stray = any(
        value.startswith('"') and (len(value) == 1 or not value.endswith('"'))
        for values in split
        for value in values
    )
    return stray and all(len(values) == len(split[0]) for values in split)
