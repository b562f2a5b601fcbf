"""PDF files, as press offices send them."""

from __future__ import annotations

import io
import logging
import re
import struct
import time
import zlib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from reader.importing.books.pdflines import Line, Paragraph, paragraphs
from reader.importing.extras import needed
from reader.importing.found import Refused
from reader.importing.plain.cutting import cleaned_without
from reader.model import Draft
from reader.text.language import language
from reader.text.safety import clean

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

MOST_PAGES = 500
"""Pages of a document that is still taken for an article."""
_LONGEST = 20.0  # seconds; 500 dense pages take 15 on a slow machine
_MOST_TEXT = 5_000_000  # characters
# A page of small print has 20,000 parsed elements in 300 KB; pypdf's own limits suit drawings.
_LIMITS: dict[str, Any] = {
    "zlib_maximum_output_length": 20_000_000,
    "lzw_maximum_output_length": 20_000_000,
    "run_length_maximum_output_length": 20_000_000,
    "array_based_stream_maximum_output_length": 20_000_000,
    "stream_decoding_work_maximum_length": 40_000_000,
    "stream_parsing_work_maximum_count": 300_000,
}
# What pypdf lets through from damaged files beside its own errors.
_FAULTS = (
    ValueError, TypeError, LookupError, AttributeError, AssertionError, ArithmeticError,
    RecursionError, NotImplementedError, EOFError, OSError, struct.error, zlib.error,
)  # fmt: skip
_NO_TITLE = re.compile(
    r".*\.(?:docx?|pdf|indd|pptx?|odt|rtf|txt|qxd|pub|pages|html?)$"
    r"|microsoft (?:word|powerpoint)\b.*"
    r"|(?:untitled|unbenannt|sans titre|document|dokument|layout|slide|folie|print)\W*\d*"
    r"|(?:press|media|news) releases?|pressemitteilung|medienmitteilung|communiqué de presse|\S+",
    re.IGNORECASE | re.DOTALL,
)
_CONTACT = re.compile(r"@|://|\bwww\.|\b\d{3}[ -]\d{2,4}\b")
_NAME = re.compile(
    r"[A-ZÀ-Þ][\w’'-]+(?: (?:[A-ZÀ-Þ]\.|van|von|de|der|di|da|la|le|bin|al|[A-ZÀ-Þ][\w’'-]+)){1,3}"
)
_NO_NAME = re.compile(
    r"\b(?:office|ministry|department|press|media|communications?|university|institute|team|group"
    r"|admin\w*|user|microsoft|windows|company|agency|council|commission|foundation|news|service"
    r"|gmbh|ag|inc|ltd|llc|corp|staff|editor\w*|public|relations|center|centre|association)\b",
    re.IGNORECASE,
)
_LARGE = 1.2  # times the usual size: a headline
_HEAD = 8  # paragraphs among which the headline is
_SAID = 0.6  # of the words of a title that the head of its text has
_UNREADABLE = 0.2  # of the characters


def pdf(data: bytes, source: str) -> Draft:
    """The draft of one document; raises Refused if there is no text that can be read."""
    try:
        import pypdf
        from pypdf.errors import PyPdfError
    except ImportError as error:
        raise needed("pdf", "PDF files") from error
    # It tells what it finds wrong with a file, and without a handler that goes to the terminal.
    logging.getLogger("pypdf").addHandler(logging.NullHandler())
    logging.getLogger("pypdf").propagate = False
    try:
        with pypdf.apply_configuration(**_LIMITS):
            document = pypdf.PdfReader(io.BytesIO(data))
            _unlock(document)
            pages = len(document.pages)
            if pages > MOST_PAGES:
                raise Refused(f"it has {pages:,} pages; up to {MOST_PAGES} are read")
            lines, unread = _lines(document)
            about = dict(document.metadata or {})
    except (PyPdfError, *_FAULTS) as error:
        raise Refused("it is no PDF file, or it is damaged") from error
    return _draft(list(paragraphs(lines)), about, source, unread)


def _unlock(document: PdfReader) -> None:
    """Open a file that is encrypted so that it cannot be changed, but can be read."""
    from pypdf.errors import DependencyError

    if not document.is_encrypted:
        return
    try:
        opened = document.decrypt("")
    except DependencyError as error:
        raise Refused("it is encrypted; reading it needs pip install 'pypdf[crypto]'") from error
    if not opened:
        raise Refused("it is encrypted with a password")


def _lines(document: PdfReader) -> tuple[list[list[Line]], list[int]]:
    """The lines of each page, and the numbers of the pages that cannot be read."""
    from pypdf.errors import PyPdfError

    end = time.monotonic() + _LONGEST
    found: list[list[Line]] = []
    unread: list[int] = []
    size = 0
    pictures = False
    for number, page in enumerate(document.pages, start=1):
        try:
            lines = _page_lines(page, number, end)
        except (PyPdfError, *_FAULTS):
            unread.append(number)
            lines = []
        size += sum(len(line.text) for line in lines)
        if time.monotonic() > end or size > _MOST_TEXT:
            raise Refused("it takes too long to read" if size <= _MOST_TEXT else "it is too long")
        pictures = pictures or (not lines and _has_pictures(page))
        found.append(lines)
    if unread and len(unread) == len(found):
        raise Refused("it is damaged: none of its pages can be read")
    if not any(line.text.strip() for lines in found for line in lines):
        raise Refused("it has pictures of pages but no text" if pictures else "it has no text")
    return found, unread


def _page_lines(page: PageObject, number: int, end: float) -> list[Line]:
    lines: list[Line] = []
    pieces: list[str] = []
    start = (0.0, 0.0, 0.0)

    def close() -> None:
        if "".join(pieces).strip():
            lines.append(Line("".join(pieces), *start, number))
        pieces.clear()

    def take(
        text: str, outer: Sequence[float], inner: Sequence[float], _: Any, size: float
    ) -> None:
        nonlocal start
        for index, part in enumerate(re.split("\r\n?|\n", text)):
            if index:
                close()
            if part.strip() and not "".join(pieces).strip():
                start = _place(outer, inner, size)
            if part:
                pieces.append(part)

    def watch(*_: object) -> None:
        if time.monotonic() > end:
            raise TimeoutError

    page.extract_text(visitor_operand_before=watch, visitor_text=take)
    close()
    return lines


def _place(
    outer: Sequence[float], inner: Sequence[float], size: float
) -> tuple[float, float, float]:
    """Where a text stands and how large it is, in points."""
    x = inner[4] * outer[0] + inner[5] * outer[2] + outer[4]
    y = inner[4] * outer[1] + inner[5] * outer[3] + outer[5]
    scale = abs(inner[3] * outer[3] + inner[2] * outer[1]) or 1.0
    return x, y, abs(size * scale)


def _has_pictures(page: PageObject) -> bool:
    from pypdf.errors import PyPdfError

    try:
        return len(page.images) > 0
    except (PyPdfError, *_FAULTS):
        return False


def _draft(
    found: list[Paragraph], about: dict[str, Any], source: str, unread: Sequence[int]
) -> Draft:
    body = [paragraph for paragraph in found if not paragraph.running]
    said = clean("\n".join(paragraph.text for paragraph in body))
    strange = sum("\ue000" <= char <= "\uf8ff" or char == "\ufffd" for char in said)
    if not said.strip() or strange > _UNREADABLE * len(said):
        raise Refused("its fonts do not say which letters they show")
    title = _title(about, said) or _headline(body)
    texts = [clean(paragraph.text) for paragraph in found]
    own = next((i for i, text in enumerate(texts[: 2 * _HEAD]) if title and text == title), None)
    lines = [line for i, text in enumerate(texts) if i != own for line in (text, "")]
    kept = [paragraph for i, paragraph in enumerate(found) if i != own]
    cut = {2 * index for index, paragraph in enumerate(kept) if paragraph.running}
    article = cleaned_without(lines, cut, title=title)
    return Draft(
        text=article.text,
        source=source,
        title=title or article.title,
        byline=article.byline or _author(about),
        published=article.published,
        language=language(article.text),
        removed=article.removed,
        extra=(("pages that cannot be read", ", ".join(map(str, unread))),) if unread else (),
    )


def _about(about: dict[str, Any], key: str) -> str:
    try:
        return " ".join(clean(str(about.get(key) or "")).split())[:500]
    except _FAULTS:
        return ""


def _title(about: dict[str, Any], said: str) -> str | None:
    """The title that the file gives, if its text has it, too: templates carry old ones."""
    title = _about(about, "/Title")
    if len(title) > 250 or _NO_TITLE.fullmatch(title):
        return None
    words = re.findall(r"\w+", title.casefold())
    head = set(re.findall(r"\w+", said[:2_000].casefold()))
    return title if words and sum(word in head for word in words) >= _SAID * len(words) else None


def _headline(body: Sequence[Paragraph]) -> str | None:
    """The first of the largest paragraphs at the top of the first page, if plainly larger."""
    sizes = sorted(p.size for p in body for _ in range(min(len(p.text) // 40 + 1, 50)))
    usual = sizes[len(sizes) // 2] if sizes else 0.0
    head = [p for p in body[:_HEAD] if p.page == body[0].page and p.size > _LARGE * usual]
    head = [p for p in head if not _NO_TITLE.fullmatch(p.text) and not _CONTACT.search(p.text)]
    largest = max(head, key=lambda p: p.size, default=None)
    return largest.text if largest and 3 <= len(largest.text.split()) <= 30 else None


def _author(about: dict[str, Any]) -> str | None:
    author = _about(about, "/Author")
    return author if _NAME.fullmatch(author) and not _NO_NAME.search(author) else None
