"""A comparison as Markdown (CommonMark), with quotations that read as they stand in the articles.

Words from outside are escaped only where Markdown would take them for more than words, so that a
quotation stays the same, character for character, wherever that can be.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from reader.exporting.report import Column, Entry, Quote, Report, report
from reader.model import Article, Comparison
from reader.text.safety import one_line, visible

# Emphasis, code, raw HTML, strike-through; `]` where it would close a link or a definition;
# `&` where it would begin an entity; `_` unless it stands within a word.
_MARKUP = re.compile(r"[\\`*<~]|\](?=[(\[:])|&(?=#?\w+;)|(?<![^\W_])_|_(?![^\W_])")
# What makes a line a heading, list, quotation, rule or indented code.
_BLOCK = re.compile(r"(?:#{1,6}(?=\s|$)|[-+>=]|\d{1,9}(?=[.)](?:\s|$)))")
_WEB = re.compile(r"https?://[^\s<>]+")


def markdown(comparison: Comparison, articles: Sequence[Article]) -> str:
    """The comparison as one Markdown text; `articles` are those compared, in that order."""
    return text([report(comparison, articles)])


def text(pages: Iterable[Report]) -> str:
    """Comparisons as one Markdown text, one after the other."""
    return "\n".join(line for page in pages for line in _lines(page)).rstrip("\n") + "\n"


def escape(text: str) -> str:
    """One line of text from outside as Markdown that shows exactly that text."""
    line = _MARKUP.sub(r"\\\g<0>", visible(text).lstrip(" \t"))
    block = _BLOCK.match(line)
    if block is None:
        return line
    # A number keeps its digits; the point or bracket after it is escaped.
    at = block.end() if block[0].isdigit() else 0
    return f"{line[:at]}\\{line[at:]}"


def link(url: str | None) -> str:
    """A web address behind a dot; nothing for what is none."""
    return f" · <{url}>" if url and _WEB.fullmatch(url) and visible(url) == url else ""


def _lines(page: Report) -> Iterator[str]:
    yield f"# {escape(one_line(page.title))}"
    yield ""
    for column in page.columns:
        yield from _column(column)
    yield ""
    yield page.note
    yield ""
    if page.first:
        yield "## First"
        yield ""
        for entry in page.first:
            yield from _entry(entry)
    for section in page.sections:
        yield f"## {section.title}"
        yield ""
        yield escape(one_line(section.status[:1].upper() + section.status[1:]) + ".")
        yield ""
        for entry in section.entries:
            yield from _entry(entry)
    if page.rows:
        yield "## What several articles say"
        yield ""
    for number, row in enumerate(page.rows, 1):
        yield f"### {number}{', perhaps' if row.certainty == 'perhaps' else ''}"
        yield ""
        for quote in row.quotes:
            yield from _quote(quote)


def _column(column: Column) -> Iterator[str]:
    headline = escape(one_line(column.headline))
    yield f"- **{column.letter}** {headline}\\"
    yield f"  {escape(one_line(column.details))}{link(column.article.url)}"


def _entry(entry: Entry) -> Iterator[str]:
    yield f"### {escape(entry.sign)} {escape(one_line(entry.summary))}"
    yield ""
    yield escape(one_line(f"{entry.verdict[:1].upper()}{entry.verdict[1:]}. {entry.certainty}"))
    yield ""
    for quote in entry.quotes:
        yield from _quote(quote)


def _quote(quote: Quote) -> Iterator[str]:
    yield f"{quote.letter} {escape(one_line(quote.place))}"
    yield ""
    for line in quote.text.split("\n"):
        yield f"> {escape(line)}".rstrip()
    yield ""
