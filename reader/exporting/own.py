"""Articles with what a person did to them, as JSON and Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reader.exporting.markdown import escape
from reader.exporting.notes import note_json, of_article
from reader.exporting.shapes import Shape, article_json
from reader.model import PIPE, Article, Marks, Note
from reader.text.sentences import paragraphs

_UNQUOTED = re.compile(r"^[ \t]*(?:>[ \t]?)+")


@dataclass(frozen=True, slots=True)
class Own:
    """What a person did to one article."""

    marks: Marks
    notes: tuple[Note, ...] = ()
    edits: Mapping[str, str | None] = field(default_factory=dict)
    """What they wrote in place of what its sources say."""
    restored: tuple[str, ...] = ()
    """Lines that had been cut and that they put back."""

    def __bool__(self) -> bool:
        return bool(
            self.marks.read or self.marks.starred or self.marks.later or self.marks.tags
            or self.notes or self.edits or self.restored
        )  # fmt: skip


Owned = tuple[Article, Own]


def owned_json(owned: Owned, event: str | None, *, texts: bool) -> Shape:
    """An article, what was done to it, and its text where that is wanted."""
    article, own = owned
    shape = article_json(article, event) | {
        "read": own.marks.read,
        "starred": own.marks.starred,
        "later": own.marks.later,
        "tags": list(own.marks.tags),
        "notes": [note_json(note, article) for note in own.notes],
        "edited": dict(own.edits),
        "restored": list(own.restored),
    }
    return shape | {"text": article.text} if texts else shape


def owned_markdown(found: Sequence[Owned], title: str, *, texts: bool) -> str:
    """Articles one after the other, each with what is known of it, its notes, and its text."""
    lines = [f"# {escape(title)}", ""]
    for article, own in found:
        lines += of_article(article, own.notes, tuple(_known(article, own)))
        if texts:
            lines += _text(article)
    return "\n".join(lines).rstrip("\n") + "\n"


def _known(article: Article, own: Own) -> Iterator[str]:
    marks = own.marks
    said = {"starred": marks.starred, "to be read later": marks.later, "read": marks.read}
    if article.byline:
        yield article.byline
    if marks.tags:
        yield f"Tags: {', '.join(marks.tags)}"
    if any(said.values()):
        yield ", ".join(words for words, so in said.items() if so).capitalize()
    if places := [place for place in article.sources if place not in (article.url, PIPE)]:
        yield f"From: {', '.join(places)}"


def _text(article: Article) -> Iterator[str]:
    for paragraph in paragraphs(article.text):
        words = paragraph.span.of(article.text)
        if paragraph.heading:
            yield f"### {escape(words)}"
        else:
            sign = "> " if paragraph.quoted else ""
            yield from (
                sign + escape(_UNQUOTED.sub("", line) if sign else line)
                for line in words.split("\n")
            )
        yield ""
