"""An HTTP response turned into an answer, or into the reason why it is none."""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from reader.importing.found import Refused, too_large
from reader.importing.web.addresses import Place, place
from reader.importing.web.fetched import Answer, NotFetched, Wanted
from reader.text.safety import clean

if TYPE_CHECKING:
    from urllib3.response import BaseHTTPResponse

REDIRECTS = frozenset({301, 302, 303, 307, 308})
PERMANENT = frozenset({301, 308})

_BLOCK = 65_536
# Whoever says more means never, or has mixed up units; a feed is asked again after a week.
_LONGEST_WAIT = timedelta(days=7)
_LONGEST_VALUE = 1_000  # characters of a header that is kept
_CHARSET = re.compile(r"""charset\s*=\s*["']?([A-Za-z0-9_.:+-]{1,40})""", re.IGNORECASE)
_KIND = re.compile(r"[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+")
_SAID = {
    401: "it asks for a password",
    402: "it asks for payment",
    403: "it lets nobody in there",
    404: "not found",
    410: "gone for good",
    429: "too many requests",
    451: "not available for legal reasons",
}


@dataclass(frozen=True, slots=True)
class Said:
    """What one host said to one request."""

    status: int
    headers: Mapping[str, str]
    """By names in any case."""
    data: bytes = b""
    """The unpacked body, of a 200 alone."""


def answer(said: Said, address: str, moved: str | None, wanted: Wanted) -> Answer:
    """The answer that a 200 or a 304 is."""
    media, charset = kind(said.headers)
    # A 304 need not repeat what it confirms.
    old = wanted if said.status == HTTPStatus.NOT_MODIFIED else Wanted(address)
    return Answer(
        address=address,
        status=said.status,
        data=said.data,
        kind=media,
        charset=charset,
        etag=kept(said.headers, "ETag") or old.etag,
        modified=kept(said.headers, "Last-Modified") or old.modified,
        moved=moved,
    )


def redirected(here: Place, said: Said) -> Place:
    """Where a redirect leads; raises NotFetched where that is no web address."""
    location = said.headers.get("Location", "").strip()
    if not location:
        raise NotFetched("it redirects, but does not say where")
    # Headers come in as Latin-1; servers that do not escape write UTF-8.
    with suppress(UnicodeError):
        location = location.encode("latin-1").decode("utf-8")
    try:
        return place(urljoin(here.address, location))
    except (Refused, ValueError) as refused:
        reason = refused if isinstance(refused, Refused) else "where it leads is no address"
        raise NotFetched(f"it redirects, but {reason}") from refused


_PASSING = (408, 425, 429)
"""Statuses below 500 that say: not now."""


def refusal(status: int, headers: Mapping[str, str], now: datetime) -> NotFetched:
    """What a status other than 200, 304 and a redirect says."""
    try:
        said = _SAID.get(status) or HTTPStatus(status).phrase.lower()
    except ValueError:
        said = "which means nothing"
    return NotFetched(
        f"the server says {status}, {said}",
        retry_at=retry_at(headers.get("Retry-After", ""), now) if status in (429, 503) else None,
        gone=status == HTTPStatus.GONE,
        passing=status >= 500 or status in _PASSING,
    )


def retry_at(value: str, now: datetime) -> datetime | None:
    """When a `Retry-After` ends, in seconds or as an HTTP date; at most a week from now."""
    value = value.strip()
    if value.isascii() and value.isdigit():
        seconds = min(int(value[:10]), int(_LONGEST_WAIT.total_seconds()))
        return now + timedelta(seconds=seconds)
    try:
        then = parsedate_to_datetime(value)
    except (ValueError, OverflowError):
        return None
    then = then.replace(tzinfo=then.tzinfo or UTC)
    try:
        return min(max(then.astimezone(UTC), now), now + _LONGEST_WAIT)
    except OverflowError:
        return None


def kind(headers: Mapping[str, str]) -> tuple[str, str | None]:
    """Media type and charset of a `Content-Type`: empty and None where it does not say."""
    value = headers.get("Content-Type", "")
    name = value.partition(";")[0].strip().lower()
    charset = _CHARSET.search(value)
    return (name if _KIND.fullmatch(name) else ""), (charset[1].lower() if charset else None)


def kept(headers: Mapping[str, str], name: str) -> str | None:
    """A header that is sent back the next time; None where it could not be."""
    value = headers.get(name, "").strip()
    sound = value.isascii() and clean(value) == value and len(value) <= _LONGEST_VALUE
    return value if value and sound else None


def body(response: BaseHTTPResponse, largest: int) -> bytes:
    """The unpacked body; raises NotFetched where it is too large, cut or damaged.

    Neither what is on the wire nor what comes out of it is ever held beyond `largest` bytes.
    """
    length = response.length_remaining
    if length is not None and length > largest:
        raise NotFetched(too_large(length, largest))
    unpacking = _unpacking(response.headers.get("Content-Encoding", ""))
    data = bytearray()
    wire = 0
    while block := response.read(_BLOCK, decode_content=False):
        wire += len(block)
        if wire > largest:
            raise NotFetched(f"it does not end after {largest / 1e6:.0f} MB")
        data += unpacking.take(block, largest + 1 - len(data)) if unpacking else block
        if len(data) > largest:
            raise NotFetched(f"unpacked it has more than {largest / 1e6:.0f} MB")
    if wire and unpacking and not unpacking.ended:
        raise NotFetched("its answer was cut off before its end", passing=True)
    return bytes(data)


def _unpacking(encoding: str) -> _Unpacking | None:
    names = [name for name in re.split(r"[,\s]+", encoding.lower()) if name not in ("", "identity")]
    if not names:
        return None
    if len(names) > 1 or names[0] not in ("gzip", "x-gzip", "deflate"):
        raise NotFetched("it is packed in a way that nobody asked for")
    return _Unpacking()


class _Unpacking:
    """gzip and deflate, a bounded piece at a time.

    Not urllib3's own: that one takes a stream that ends too early for whole, and only its latest
    versions bound what one block becomes.
    """

    def __init__(self) -> None:
        self._member = zlib.decompressobj(32 + zlib.MAX_WBITS)
        self._begun = False
        self._done = False

    @property
    def ended(self) -> bool:
        """Whether the packed data reached its end."""
        return self._done or self._member.eof

    def take(self, block: bytes, most: int) -> bytes:
        """What a block becomes, up to `most` bytes; the caller gives up when that many came."""
        out = bytearray()
        while block and len(out) < most and not self._done:
            if self._member.eof:
                self._member = zlib.decompressobj(32 + zlib.MAX_WBITS)
                self._done = not block.startswith(b"\x1f\x8b")  # padding, which all ignore
                continue
            out += self._unpack(block, most - len(out))
            block = self._member.unconsumed_tail or self._member.unused_data
        return bytes(out)

    def _unpack(self, block: bytes, most: int) -> bytes:
        begun, self._begun = self._begun, True
        try:
            return self._member.decompress(block, most)
        except zlib.error as error:
            if begun:
                raise NotFetched("its packed data is damaged") from error
        # Some servers mean raw deflate when they say deflate.
        self._member = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            return self._member.decompress(block, most)
        except zlib.error as error:
            raise NotFetched("its packed data is damaged") from error
