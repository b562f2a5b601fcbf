"""The kinds of files: which are read, by what, and what each is called."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from reader.importing.found import Item, Refused
from reader.model import Draft

# Each reader is imported when the first file of its kind comes: most take long to load.


def _text(data: bytes, source: str) -> Draft:
    from reader.importing.decoding import decode
    from reader.importing.drafting import draft

    return draft(decode(data), source)


def _page(data: bytes, source: str) -> Draft:
    from reader.importing.html.pages import page

    return page(data, source)


def _saved_page(data: bytes, source: str) -> Draft:
    from reader.importing.html.mhtml import mhtml

    return mhtml(data, source)


def _letter(data: bytes, source: str) -> Draft:
    from reader.importing.mail.letters import letter

    return letter(data, source)


def _pdf(data: bytes, source: str) -> Draft:
    from reader.importing.books.pdf import pdf

    return pdf(data, source)


def _mailbox(path: Path, _fields: Mapping[str, str]) -> Iterator[Item]:
    from reader.importing.mail.mailboxes import mailbox

    return mailbox(path)


def _epub(path: Path, _fields: Mapping[str, str]) -> Iterator[Item]:
    from reader.importing.books.epub import epub

    return epub(path)


def _rows(path: Path, fields: Mapping[str, str]) -> Iterator[Item]:
    from reader.importing.tables.rows import rows

    return rows(path, fields)


def _warc(path: Path, _fields: Mapping[str, str]) -> Iterator[Item]:
    from reader.importing.warc import warc

    return warc(path)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file."""

    name: str
    """What it is called in the help text, in the plural."""
    suffixes: tuple[str, ...]
    """In lower case, with the dot."""
    document: Callable[[bytes, str], Draft] | None = None
    """Reads the bytes of a file that is one article; the other argument is its source."""
    collection: Callable[[Path, Mapping[str, str]], Iterator[Item]] | None = None
    """Reads a file of many articles; the other argument maps fields to columns."""
    packed: bool = True
    """Whether it is also read from `.gz` files."""


TEXT = Kind("texts", (".txt", ".md"), document=_text)
PAGE = Kind("web pages", (".html", ".htm", ".xhtml"), document=_page)
SAVED_PAGE = Kind("saved pages", (".mhtml", ".mht"), document=_saved_page)
LETTER = Kind("letters", (".eml",), document=_letter)
MAILBOX = Kind("mailboxes", (".mbox",), collection=_mailbox)
PDF = Kind("PDF files", (".pdf",), document=_pdf)
EPUB = Kind("e-books", (".epub",), collection=_epub, packed=False)
TABLE = Kind("data sets", (".jsonl", ".ndjson", ".json", ".csv", ".tsv"), collection=_rows)
WARC = Kind("web archives", (".warc",), collection=_warc)

KINDS = (TEXT, PAGE, SAVED_PAGE, LETTER, MAILBOX, PDF, EPUB, TABLE, WARC)
"""Every kind that is read from files and folders."""

FEEDS = (".opml", ".xml", ".rss", ".atom")
"""Suffixes of lists of articles elsewhere, which are followed and not read as files."""

GZIP = ".gz"

_BY_SUFFIX = {suffix: kind for kind in KINDS for suffix in kind.suffixes}
_PAGE_START = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,400}?-->\s*)*<(?:!doctype\s+html|html)\b",
    re.I | re.S,
)
_MAIL_START = re.compile(
    rb"(?:Delivered-To|Return-Path|Received|Message-ID|MIME-Version|X-[\w-]+|From|To|Subject"
    rb"|Date|Reply-To|DKIM-Signature|ARC-[\w-]+|Authentication-Results|Content-Type):"
    rb"[ \t]?[^\r\n]*\r?\n",
    re.I,
)
_MAIL_SURE = re.compile(rb"^(?:From|Date|Message-ID|MIME-Version|Received):", re.I | re.M)
_OTHER = (
    (b"PK\x03\x04", "a ZIP archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xd0\xcf\x11\xe0", "an Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"Rar!", "an archive"),
    (b"7z\xbc\xaf", "an archive"),
)


def kind_of(path: Path) -> Kind | None:
    """The kind that a file's name says, in any case; None for all that is not read."""
    name = path.name.lower()
    packed = name.endswith(GZIP)
    found = _BY_SUFFIX.get(Path(name.removesuffix(GZIP)).suffix)
    return found if found and (found.packed or not packed) else None


def kind_in(opening: bytes) -> Kind:
    """The kind that the first bytes of a text without a name show, a plain text if no other."""
    bare = opening.removeprefix(b"\xef\xbb\xbf").lstrip()
    if bare.startswith(b"%PDF-"):
        return PDF
    if _PAGE_START.match(bare):
        return PAGE
    if bare.startswith(b"From ") and _MAIL_START.match(bare.partition(b"\n")[2]):
        return MAILBOX
    if _MAIL_START.match(bare) and len(_MAIL_SURE.findall(bare)) >= 2:
        return LETTER
    if re.match(rb'\{\s*"|\[\s*\{\s*"', bare):
        return TABLE
    return TEXT


def kind_within(kind: Kind, opening: bytes) -> Kind:
    """The kind of a document by its first bytes, where they contradict its name.

    Raises Refused for what is plainly something else that is not read.
    """
    bare = opening.lstrip()
    if bare.startswith(b"%PDF-"):
        return PDF
    if kind is PDF and _PAGE_START.match(bare):
        raise Refused("its name says .pdf, but it holds a web page")
    if kind is not TEXT:
        for mark, name in _OTHER:
            if opening.startswith(mark):
                raise Refused(f"its name says {kind.suffixes[0]}, but it holds {name}")
    return kind


def suffixes() -> str:
    """All suffixes for a help text: `.txt, .md, .html ...`."""
    return ", ".join(suffix for kind in KINDS for suffix in kind.suffixes)
