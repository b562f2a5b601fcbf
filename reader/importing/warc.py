"""Web archives (ISO 28500): the pages of a crawl, record by record in bounded memory."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import redirect_stderr
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from reader.importing import packed
from reader.importing.extras import needed
from reader.importing.found import LARGEST, Failure, Item, Refused, too_large
from reader.importing.kinds import PAGE, kind_in
from reader.importing.members import members
from reader.model import Draft
from reader.text.safety import clean, storable

if TYPE_CHECKING:
    from warcio.archiveiterator import ArchiveIterator
    from warcio.recordloader import ArcWarcRecord

_LONGEST_LINE = 1 << 16  # bytes
_HTML = ("text/html", "application/xhtml+xml")
_ENCODINGS = ("", "identity", "gzip", "x-gzip", "deflate")
_NOTHING = "it holds no web pages"
_DAMAGED = "a record is damaged; it is passed over"


def warc(path: Path) -> Iterator[Item]:
    """The pages of an archive, compressed or not, each called by its address.

    Only answers with status 200 that hold HTML are read. Raises Refused without warcio, OSError.
    """
    try:
        import warcio.archiveiterator  # noqa: F401
    except ImportError as error:
        raise needed("warc", "WARC files") from error
    source = storable(str(path))
    with packed.Packed(path) as file:
        yield from packed.paced(_checked(_records(file, path), source), file.share)


def _checked(
    records: Iterator[ArcWarcRecord | Refused], source: str
) -> Iterator[Draft | Failure | None]:
    """What the records hold; a file without any page is a failure, too."""
    any_page = False
    for record in records:
        if isinstance(record, Refused):
            yield Failure(source, str(record))
            continue
        found = _page(record)
        any_page = any_page or found is not None
        yield found
    if not any_page:
        yield Failure(source, _NOTHING)


def _records(file: packed.Packed, path: Path) -> Iterator[ArcWarcRecord | Refused]:
    """The records of a file, and why some of it is not read.

    Archives are compressed record by record, so that damage to one ends with it. Those that were
    compressed as a whole are read as one stream.
    """
    if not file.unpacks:
        yield from _in_stream(file.stream)
        return
    with path.open("rb") as whole:
        first = next(members(whole, LARGEST), None)
    if isinstance(first, Refused):
        yield from _in_stream(file.stream)
        return
    for member in members(file.raw, LARGEST):
        if isinstance(member, Refused):
            yield member
        else:
            yield from _in_stream(io.BytesIO(member))


def _in_stream(stream: BinaryIO) -> Iterator[ArcWarcRecord | Refused]:
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed
    from warcio.statusandheaders import StatusAndHeadersParserException

    # A record without an address ends in an AttributeError.
    faults = (ValueError, IndexError, AttributeError, TypeError)
    broken = (ArchiveLoadFailed, StatusAndHeadersParserException, *faults)
    archive: ArchiveIterator | None = ArchiveIterator(stream)
    while archive is not None:
        # It prints what it thinks of a record.
        with redirect_stderr(io.StringIO()):
            try:
                record = next(archive, None)
            except (*broken, AssertionError):
                record = Refused(_DAMAGED)
            except packed.BROKEN:
                yield Refused("its compression is damaged, or its end is missing")
                return
        if record is None:
            return
        yield record
        if isinstance(record, Refused):
            archive = _behind(archive)


def _behind(archive: ArchiveIterator) -> ArchiveIterator | None:
    """An iterator that goes on with the next line that begins a record; None if there is none."""
    from warcio.archiveiterator import ArchiveIterator

    while line := archive.reader.readline(_LONGEST_LINE):
        if line.startswith(b"WARC/") and line.endswith(b"\n"):
            rest = ArchiveIterator(archive.fh)
            rest.reader, rest.next_line = archive.reader, line
            return rest
    return None


def _page(record: ArcWarcRecord) -> Draft | Failure | None:
    """The page of a record; None if it holds something else."""
    from reader.importing.html.pages import page

    headers = record.http_headers
    address = _line(record.rec_headers.get_header("WARC-Target-URI")).strip("<>")
    if record.rec_type != "response" or headers is None or headers.get_statuscode() != "200":
        return None
    if not address.lower().startswith(("http://", "https://")):
        return None
    kind, _, parameters = _line(headers.get_header("Content-Type")).partition(";")
    if kind.strip() and kind.strip().lower() not in _HTML:
        return None
    try:
        data = _payload(record)
        if not kind.strip() and kind_in(data[:4096]) is not PAGE:
            return None
        return page(data, address, charset=_charset(parameters), address=address)
    except Refused as error:
        return Failure(address, str(error))


def _payload(record: ArcWarcRecord) -> bytes:
    """The page without the encodings of its transfer; raises Refused if that cannot be had."""
    encoding = _line(record.http_headers.get_header("Content-Encoding")).lower()
    if encoding not in _ENCODINGS:
        raise Refused(f"it is compressed with {encoding[:20]}, which is not read")
    # A chunk is held whole, however large it says it is.
    if record.length is None or record.length > LARGEST:
        raise Refused(too_large(record.length or 0) if record.length else "it has no length")
    with redirect_stderr(io.StringIO()):
        try:
            data: bytes = record.content_stream().read(LARGEST + 1)
        except (ValueError, AssertionError, *packed.BROKEN) as error:
            raise Refused("its content is damaged") from error
    if len(data) > LARGEST:
        raise Refused(f"it unpacks to more than {LARGEST / 1e6:.0f} MB; up to that are read")
    return data


def _charset(parameters: str) -> str | None:
    for parameter in parameters.split(";"):
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return value.strip().strip("\"'") or None
    return None


def _line(value: str | None) -> str:
    return " ".join(clean(value or "").split())
