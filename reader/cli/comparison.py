"""A comparison on a terminal or in a pipe: the first findings, then the lenses, then the points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.cli.output import Output
from reader.exporting.report import Entry, Quote, Report, report
from reader.model import Article, Comparison, Span
from reader.text.safety import one_line
from reader.text.shown import seen, shown

# Columns that passages stand in from the left.
_INDENT = 4


@dataclass(frozen=True, slots=True)
class Line:
    """One line, unwrapped; `style` is for the whole of it, `marks` are underlined."""

    text: str = ""
    style: str = ""
    indent: int = 0
    marks: tuple[Span, ...] = ()


def show(comparison: Comparison, articles: Sequence[Article], output: Output) -> None:
    """Print a comparison, drawn if stdout is a terminal."""
    if not output.terminal:
        output.write(plain(comparison, articles))
        return
    for line in lines(report(comparison, articles)):
        output.marked(line.text, line.marks, style=line.style, indent=line.indent)


def plain(comparison: Comparison, articles: Sequence[Article]) -> str:
    """The same as text, one line a passage."""
    return "".join(
        f"{' ' * line.indent}{line.text}".rstrip() + "\n"
        for line in lines(report(comparison, articles))
    )


def lines(page: Report) -> Iterator[Line]:
    """The whole report."""
    for column in page.columns:
        yield Line(one_line(f"{column.letter}  {column.headline}"), "bold")
        yield Line(one_line(f"{column.article.id} · {column.details}"), "dim", 3)
    yield Line()
    yield Line(page.note)
    if page.first:
        yield from _heading("First", "")
        for entry in page.first:
            yield Line(one_line(f"{entry.sign} {entry.summary}"))
    yield Line()
    for section in page.sections:
        style = "bold" if section.entries else "dim"
        yield Line(one_line(f"{section.title}: {section.status}"), style)
        for entry in section.entries:
            yield from _entry(entry)
        if section.entries:
            yield Line()
    if page.rows:
        yield from _heading("What several articles say", f"{len(page.rows)} found")
    for number, row in enumerate(page.rows, 1):
        yield Line(f"{number} {row.certainty}", "dim")
        yield from map(_quote, row.quotes)


def _heading(title: str, status: str) -> Iterator[Line]:
    yield Line()
    yield Line(one_line(f"{title}: {status}" if status else title), "bold")


def _entry(entry: Entry) -> Iterator[Line]:
    yield Line(one_line(f"{entry.sign} {entry.summary}"))
    yield Line(one_line(f"{entry.verdict} · {entry.certainty} · {entry.id}"), "dim", 2)
    yield from map(_quote, entry.quotes)


def _quote(quote: Quote) -> Line:
    """One passage as it is read, with the marks moved to where its words stand then."""
    head, words = f"{quote.letter} {one_line(quote.place)}  ", shown(quote.text)
    text = head + one_line(seen(words))
    marks = []
    for mark in quote.marks:
        before = one_line(seen(words[: mark.end]))
        start = len(head) + len(before) - len(one_line(seen(mark.of(words))))
        marks.append(Span(start, len(head) + len(before)))
    return Line(text, "", _INDENT, tuple(marks))
