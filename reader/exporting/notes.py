"""Notes and marked words as Markdown and JSON, with their quotations and places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from reader.exporting.markdown import escape, link
from reader.exporting.shapes import Shape
from reader.exporting.wording import details, headline
from reader.model import Article, Marks, Note, Span
from reader.text.places import where
from reader.text.safety import one_line
from reader.text.sentences import paragraphs


def notes_json(notes: Sequence[Note], articles: Mapping[str, Article]) -> Shape:
    """All of them, in their order; `span` is null where the words stand in the text no more."""
    return {"notes": [_shape(note, articles[note.article]) for note in notes]}


def _shape(note: Note, article: Article) -> Shape:
    number, *rest = note_json(note, article).items()
    return dict([number, ("article", _about(article)), *rest])


def _about(article: Article) -> Shape:
    return {
        "id": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published.iso if article.published else None,
        "url": article.url,
    }


def note_json(note: Note, article: Article) -> Shape:
    """One of them, without its article."""
    place = note.place
    span = where(place, article.text) if place else None
    return {
        "number": note.number,
        "words": (place.words or place.passage) if place else None,
        "sentence": place.passage if place else None,
        "span": {"start": span.start, "end": span.end} if span else None,
        "paragraph": paragraph(article, span) if span else None,
        "text": note.text or None,
        "made": note.made,
        "changed": note.changed,
    }


def notes_markdown(notes: Sequence[Note], articles: Mapping[str, Article]) -> str:
    """All of them under the headlines of their articles, each in the order of the text."""
    lines = ["# Notes", ""]
    for id in dict.fromkeys(note.article for note in notes):
        lines += of_article(articles[id], [note for note in notes if note.article == id])
    return "\n".join(lines).rstrip("\n") + "\n"


def marked_json(marked: Sequence[tuple[Article, Marks]]) -> Shape:
    """Articles that were marked as a whole; nothing without any."""
    if not marked:
        return {}
    return {
        "articles": [
            _about(article)
            | {"starred": marks.starred, "later": marks.later, "tags": list(marks.tags)}
            for article, marks in marked
        ]
    }


def marked_markdown(marked: Sequence[tuple[Article, Marks]]) -> str:
    """Articles that were marked as a whole, an item each; nothing without any."""
    lines = ["# Marked articles", ""] if marked else []
    for article, marks in marked:
        done = [word for word, so in (("starred", marks.starred), ("later", marks.later)) if so]
        done += [f"tag: {tag}" for tag in marks.tags]
        about = f"{one_line(headline(article))}, {one_line(details(article))}"
        lines.append(f"- {escape(about)}{link(article.url)}: {escape(one_line(', '.join(done)))}")
    return "".join(f"{line}\n" for line in lines)


def paragraph(article: Article, span: Span) -> int:
    """The number, from 1, of the paragraph that a span begins in; headings do not count."""
    before = (p for p in paragraphs(article.text) if p.span.start <= span.start)
    return max(1, sum(not each.heading for each in before))


def of_article(article: Article, notes: Sequence[Note], known: Sequence[str] = ()) -> Iterator[str]:
    """The headline of an article, what is known of it line by line, and its notes."""
    yield f"## {escape(one_line(headline(article)))}"
    yield ""
    yield escape(one_line(details(article))) + link(article.url) + ("\\" if known else "")
    yield from (f"{escape(one_line(line))}\\" for line in known[:-1])
    yield from (escape(one_line(line)) for line in known[-1:])
    yield ""
    placed = [(where(note.place, article.text) if note.place else None, note) for note in notes]
    # What is said of the whole stands first, what is no longer in the text last.
    order = sorted(
        placed,
        key=lambda each: (
            each[1].place is not None,
            each[1].place is not None and each[0] is None,
            each[0].start if each[0] else 0,
        ),
    )
    for span, note in order:
        yield from _one(article, span, note)


def _one(article: Article, span: Span | None, note: Note) -> Iterator[str]:
    if note.place is not None:
        yield f"> {escape(one_line(note.place.words or note.place.passage))}"
        yield ">"
        place = f"¶{paragraph(article, span)}" if span else "no longer in the text"
        yield f"> {place}, {note.changed[:10]}"
        yield ""
    lines = note.text.split("\n") if note.text else []
    for line, after in pairwise([*lines, ""]):
        # A line that ends within a paragraph ends in Markdown, too.
        yield escape(line) + ("\\" if line.strip() and after.strip() else "")
    if lines:
        yield ""
