"""A comparison as one HTML page that needs nothing else: no script, no address, no font.

It reads on a phone and on paper, in light and dark. Every word from outside is escaped, and a
content policy forbids the page to load anything, should an escape ever be missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape as _escape

from reader.exporting.report import Column, Entry, Quote, Report, Section, report
from reader.exporting.stylesheet import STYLE
from reader.model import Article, Comparison
from reader.text.safety import one_line, visible

_WEB = re.compile(r"https?://\S+", re.IGNORECASE)


def html(comparison: Comparison, articles: Sequence[Article]) -> str:
    """The comparison as a page; `articles` are those compared, in that order."""
    return page([report(comparison, articles)])


def page(reports: Sequence[Report], title: str = "") -> str:
    """Comparisons as one page, by default called as the first of them."""
    return "\n".join(_page(reports, escape(one_line(title or reports[0].title)))) + "\n"


def escape(text: str) -> str:
    """Text from outside as HTML that shows exactly that text."""
    return _escape(visible(text), quote=True)


def _page(reports: Sequence[Report], title: str) -> Iterator[str]:
    yield "<!DOCTYPE html>"
    yield '<html lang="en">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield (
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">"
    )
    yield '<meta name="referrer" content="no-referrer">'
    yield f"<title>{title}</title>"
    yield f"<style>{STYLE}</style>"
    yield "</head>"
    yield "<body>"
    yield "<main>"
    for each in reports:
        yield from _report(each)
    yield "</main>"
    yield "</body>"
    yield "</html>"


def _report(report: Report) -> Iterator[str]:
    yield f"<header><h1>{escape(one_line(report.title))}</h1>"
    yield '<ol class="articles">'
    for column in report.columns:
        yield _column(column)
    yield f"</ol><p>{report.note}</p></header>"
    if report.first:
        yield "<section><h2>First</h2>"
        yield from map(_entry, report.first)
        yield "</section>"
    for section in report.sections:
        yield from _section(section)
    yield from _points(report)


def _column(column: Column) -> str:
    url = column.article.url or ""
    headline = escape(one_line(column.headline))
    if _WEB.fullmatch(url):
        headline = f'<a href="{escape(url)}" rel="noopener noreferrer nofollow">{headline}</a>'
    return (
        f"<li><b>{column.letter}</b> <span>{headline}<br>"
        f"<small>{escape(one_line(column.details))}</small></span></li>"
    )


def _section(section: Section) -> Iterator[str]:
    yield f"<section><h2>{escape(section.title)} <small>{escape(section.status)}</small></h2>"
    yield from map(_entry, section.entries)
    yield "</section>"


def _entry(entry: Entry) -> str:
    quotes = "".join(map(_quote, entry.quotes))
    return (
        f'<article><h3><span class="sign" aria-hidden="true">{escape(entry.sign)}</span> '
        f"{escape(one_line(entry.summary))}</h3>"
        f'<p class="why">{escape(one_line(entry.verdict))} · {escape(one_line(entry.certainty))}'
        f'</p><div class="passages">{quotes}</div></article>'
    )


def _quote(quote: Quote) -> str:
    at, parts = 0, []
    for mark in quote.marks:
        parts += [
            escape(quote.text[at : mark.start]),
            f"<mark>{escape(mark.of(quote.text))}</mark>",
        ]
        at = mark.end
    parts.append(escape(quote.text[at:]))
    place = escape(one_line(quote.place))
    return (
        f"<figure><figcaption>{quote.letter} <small>{place}</small></figcaption>"
        f"<blockquote>{''.join(parts)}</blockquote></figure>"
    )


def _points(page: Report) -> Iterator[str]:
    if not page.rows:
        return
    yield "<section><h2>What several articles say</h2>"
    for row in page.rows:
        perhaps = '<p class="why">perhaps</p>' if row.certainty == "perhaps" else ""
        quotes = "".join(map(_quote, row.quotes))
        yield f'<article class="point">{perhaps}<div class="passages">{quotes}</div></article>'
    yield "</section>"
