"""Every quotation in an export stands in its article, character for character."""

from __future__ import annotations

import functools
import json
import re
from html.parser import HTMLParser
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader.exporting.forms import Form, written
from reader.exporting.wording import letter
from reader.framing.compare import compare
from reader.importing import samples
from reader.model import Article
from reader.text.safety import visible


@functools.cache
def articles() -> tuple[Article, ...]:
    """The bundled samples."""
    place = samples.folder()
    assert place is not None
    return tuple(
        Article(f"s{number}", draft.text, draft.title, draft.outlet, url=draft.url, words=9)
        for number, draft in enumerate(samples.drafts(place))
    )


some = st.lists(st.integers(0, 17), min_size=2, max_size=4, unique=True).map(tuple)


@functools.cache
def exported(chosen: tuple[int, ...], form: Form) -> str:
    compared = [articles()[number] for number in chosen]
    return written(form, compare(compared, one_event=True), compared, {})


def sources(chosen: tuple[int, ...]) -> dict[str, Article]:
    return {letter(at): articles()[number] for at, number in enumerate(chosen)}


class Quotes(HTMLParser):
    """The quotations of a page, each with what stands above it."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, str]] = []
        self._in = ""
        self._caption = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("figcaption", "blockquote"):
            self._in = tag
            if tag == "figcaption":
                self._caption = ""
            else:
                self.found.append((self._caption, ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == self._in:
            self._in = ""

    def handle_data(self, data: str) -> None:
        if self._in == "figcaption":
            self._caption += data
        elif self._in == "blockquote":
            self.found[-1] = (self.found[-1][0], self.found[-1][1] + data)


def stands(caption: str, quote: str, chosen: tuple[int, ...]) -> bool:
    name, _, place = caption.partition(" ")
    article = sources(chosen)[name]
    return quote in visible(article.field("title" if place == "headline" else "text"))


@settings(max_examples=12)
@given(some)
def test_of_the_page(chosen: tuple[int, ...]) -> None:
    quotes = Quotes(exported(chosen, "html")).found
    assert quotes
    assert [q for q in quotes if not (q[1] and stands(*q, chosen))] == []


@settings(max_examples=12)
@given(some)
def test_of_markdown(chosen: tuple[int, ...]) -> None:
    tokens = MarkdownIt("commonmark").parse(exported(chosen, "markdown"))
    caption, quoted, found = "", False, []
    for token in tokens:
        if token.type in ("blockquote_open", "blockquote_close"):
            quoted = token.type == "blockquote_open"
        elif token.type == "inline":
            words = "".join(
                "\n" if c.type == "softbreak" else c.content for c in token.children or ()
            )
            if quoted:
                found.append((caption, words))
            elif re.fullmatch(r"[A-D] (headline|¶\d+)", words):
                caption = words
    assert found
    assert [q for q in found if not stands(*q, chosen)] == []


@settings(max_examples=12)
@given(some)
def test_of_json(chosen: tuple[int, ...]) -> None:
    by_id = {article.id: article for article in sources(chosen).values()}
    found = list(spans(json.loads(exported(chosen, "json"))))
    assert found
    for span in found:
        field = by_id[span["article"]].field(span["field"])
        assert field[span["start"] : span["end"]] == span["text"]


def spans(value: Any) -> list[dict[str, Any]]:
    """Everything in a document that is a place in an article."""
    if isinstance(value, dict):
        if value.keys() == {"article", "field", "start", "end", "text"}:
            return [value]
        return [span for each in value.values() for span in spans(each)]
    return [span for each in value for span in spans(each)] if isinstance(value, list) else []
