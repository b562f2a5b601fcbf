"""The part of a letter that is there to be read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.header import decode_header
from email.message import Message

from reader.importing.decoding import NotText, decode
from reader.importing.found import Refused
from reader.importing.mail.texts import ENCRYPTED, plain_text
from reader.text.safety import clean

_DEEPEST = 20  # parts within parts
_MOST_PARTS = 500
# A page with fewer words than this share of the plain text is mostly pictures.
_SHARE = 0.6
# Letters that say Latin-1 have the quotation marks of Windows in fact, as pages do.
_MEANT = dict.fromkeys(("iso-8859-1", "iso8859-1", "latin1", "latin-1", "l1"), "cp1252")


@dataclass(frozen=True, slots=True)
class Readable:
    """The text of a letter and, if it came as a page, the page."""

    text: str
    plain: str = ""
    """The plain-text part as it came, with the addresses of its links."""
    page: str = ""
    """The page; empty if there is none."""


def readable(message: Message) -> Readable | None:
    """The text of a letter, None if it has none.

    A letter has mostly the same twice: as a page, and as plain text made from it, often cut short
    and broken into lines. So the page is taken; the plain text if the page has less to say, or if
    pages cannot be read here. Raises Refused if it is encrypted, or neither can be read.
    """
    plain: list[str] = []
    raw: list[str] = []
    pages: list[str] = []
    for part in _parts(message, 0):
        kind = part.get_content_type()
        if kind == "text/html":
            pages.append(_content(part))
        elif kind == "text/plain":
            raw.append(_content(part))
            plain.append(_plain(part, raw[-1]))
    as_text = "\n\n".join(part.strip("\n") for part in plain if part.strip())
    if as_text.lstrip().startswith(ENCRYPTED):
        raise Refused("it is encrypted")
    as_page = "\n".join(pages)
    if as_page:
        from reader.importing.html.pages import fragment

        try:
            words = fragment(as_page)
        except Refused:
            if not as_text:
                raise
            words = ""
        if words.strip() and len(words.split()) >= _SHARE * len(as_text.split()):
            return Readable(words, "\n".join(raw), as_page)
    return Readable(as_text, "\n".join(raw), as_page) if as_text else None


def inner(message: Message) -> Message | None:
    """The first letter that is attached to a letter."""
    for depth, part in enumerate(message.walk()):
        if depth > _MOST_PARTS:
            return None
        if part.get_content_type() == "message/rfc822" and part is not message:
            payload = part.get_payload()
            if isinstance(payload, list) and payload and isinstance(payload[0], Message):
                return payload[0]
    return None


def _parts(part: Message, depth: int) -> Iterator[Message]:
    """The parts of a letter that are shown, and no attachment."""
    kind = part.get_content_type()
    if kind == "multipart/encrypted" or kind.endswith("/pkcs7-mime"):
        raise Refused("it is encrypted or wrapped in a signature")
    if part.get_content_disposition() == "attachment" or kind == "message/rfc822":
        return
    payload = part.get_payload()
    if not part.is_multipart():
        yield part
        return
    if depth >= _DEEPEST or not isinstance(payload, list):
        return
    for below in payload[:_MOST_PARTS]:
        if isinstance(below, Message):
            yield from _parts(below, depth + 1)


def _plain(part: Message, text: str) -> str:
    flowed = str(part.get_param("format", "")).casefold() == "flowed"
    delete_space = str(part.get_param("delsp", "")).casefold() == "yes"
    return plain_text(text, flowed=flowed, delete_space=delete_space)


def _content(part: Message) -> str:
    """The text of a part in the encoding that it names, if that is one and fits."""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    if not data.isascii():
        # What decodes as UTF-8 beyond ASCII is UTF-8, whatever is said: chance does not do that.
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            pass
    charset = str(part.get_param("charset", "")).strip("'\" ")
    if charset.casefold() not in ("", "us-ascii", "ascii", "unknown-8bit"):
        try:
            return data.decode(_MEANT.get(charset.casefold(), charset))
        except (LookupError, UnicodeDecodeError, ValueError):
            pass
    try:
        return decode(data)
    except NotText:
        return data.decode("latin-1")


def header(message: Message, name: str) -> str | None:
    """A header on one line, its encoded words decoded; None if it is missing or empty."""
    return decoded(as_written(message, name)) or None


def as_written(message: Message, name: str) -> str:
    """A header as it stands, its bytes beyond ASCII as lone surrogates; empty if it is missing."""
    wanted = name.lower()
    return next((str(said) for key, said in message.raw_items() if key.lower() == wanted), "")


def decoded(raw: str) -> str:
    """The encoded words of a header decoded (RFC 2047), bytes beyond ASCII as decode() has them."""
    said = ""
    try:
        pieces = decode_header(re.sub(r"\r?\n", "", raw))
    except (ValueError, TypeError, LookupError):
        pieces = [(raw, None)]
    for piece, charset in pieces:
        data = piece.encode("utf-8", "surrogateescape") if isinstance(piece, str) else piece
        try:
            said += data.decode(charset or "utf-8")
        except (LookupError, ValueError):
            said += data.decode("cp1252", "replace")
    return " ".join(clean(said).split())
