"""E-books: a book is one article, a newspaper made by calibre one for each of its articles."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from reader.importing.books.book import Archive, Book, opened
from reader.importing.extras import needed
from reader.importing.found import Failure, Item, Refused
from reader.importing.plain.cutting import cleaned_without
from reader.model import Draft
from reader.text.language import language
from reader.text.safety import clean, storable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_ARTICLE = re.compile(r"(?:^|/)(feed_\d+/article_\d+)/")
_NAVIGATION = re.compile(
    r"(?:[\s|]*\b(?:next|previous|section menu|main menu|up one level)\b[\s|]*)+", re.IGNORECASE
)
_ORIGIN = re.compile(
    r"this article was downloaded by calibre from (?P<address>https?://\S+)", re.IGNORECASE
)
_HEADING = re.compile(r"<h[1-3]\b[^>]{0,500}>(.{1,1000}?)</h[1-3]>", re.IGNORECASE | re.DOTALL)
_TITLE = re.compile(r"<title\b[^>]{0,500}>(.{1,1000}?)</title>", re.IGNORECASE | re.DOTALL)
_ISSUE = re.compile(r"\s*\[[^\[\]]{4,40}\]$")  # calibre's day of the issue behind the name
_MAKER = "calibre"


def epub(path: Path) -> Iterator[Item]:
    """The articles of a book; raises Refused for one that cannot be read, OSError."""
    source = storable(str(path))
    try:
        with zipfile.ZipFile(path) as archive:
            yield from _items(Archive(archive), source)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, EOFError) as error:
        raise Refused("it is no e-book, or it is damaged") from error


def _items(archive: Archive, source: str) -> Iterator[Item]:
    book = opened(archive)
    chapters: list[tuple[str, str]] = []
    for name in book.spine:
        try:
            chapters.append((name, archive.text(name)))
        except Refused as error:
            yield Failure(f"{source}#{storable(clean(name))}", str(error))
    articles: dict[str, list[str]] = {}
    for name, page in chapters:
        if match := _ARTICLE.search(name):
            articles.setdefault(match[1], []).append(page)
    if articles:
        for name, pages in articles.items():
            try:
                yield _article(pages, book, f"{source}#{name}")
            except Refused as error:
                yield Failure(f"{source}#{name}", str(error))
    else:
        yield _whole([page for _, page in chapters], book, source)


def _article(pages: Sequence[str], book: Book, source: str) -> Draft:
    """One article of a newspaper."""
    fragment = _fragment()
    heading = next((match for page in pages if (match := _HEADING.search(page))), None)
    heading = heading or next((match for page in pages if (match := _TITLE.search(page))), None)
    title = " ".join(fragment(f"<p>{heading[1]}</p>").split()) if heading else None
    lines = "\n\n".join(fragment(page) for page in pages).split("\n")
    origin = next((match for line in lines if (match := _ORIGIN.search(line))), None)
    cut = {
        index
        for index, line in enumerate(lines)
        if line.strip() and (_NAVIGATION.fullmatch(line) or _ORIGIN.search(line))
    }
    found = cleaned_without(lines, cut, title=title)
    if not found.text.strip():
        raise Refused("it has no text")
    return Draft(
        text=found.text,
        source=source,
        title=title or found.title,
        outlet=_ISSUE.sub("", book.title) if book.title else None,
        byline=found.byline,
        published=found.published or book.published,
        url=origin["address"].rstrip(".") if origin else None,
        language=book.language or language(found.text),
        removed=found.removed,
    )


def _whole(pages: Sequence[str], book: Book, source: str) -> Draft:
    """A book, of which nothing is cut."""
    fragment = _fragment()
    text = "\n\n".join(part for page in pages if (part := fragment(page).strip("\n")))
    if not text.strip():
        raise Refused("it has pictures of pages but no text" if pages else "it has no text")
    return Draft(
        text=text + "\n",
        source=source,
        title=book.title,
        outlet=book.publisher if (book.publisher or "").casefold() != _MAKER else None,
        byline=", ".join(name for name in book.creators if name.casefold() != _MAKER) or None,
        published=book.published,
        language=book.language or language(text),
    )


def _fragment() -> Callable[[str], str]:
    try:
        import lxml  # noqa: F401
    except ImportError as error:
        raise needed("web", "e-books") from error
    from reader.importing.html.pages import fragment

    return fragment
