"""Comparisons as Markdown."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader.exporting.markdown import escape, markdown
from reader.exporting.notes import paragraph
from reader.framing.compare import compare
from reader.model import Article, Comparison, Span
from reader.text.safety import visible

EXPECTED = """\
# 2 articles compared

- **A** Bridge [shut] \\<for> \\*good\\*\\
  Coast & Sons · 2026-03-02 · 13 words · <https://coast.example/a?b=1&c=2>
- **B** no headline: The bridge was shut Monday after a crack. …\\
  no outlet · no date · 12 words

Not known to be one event.

## First

### ≈ cost: amount A $14 million · B 14.3 million dollars

Rounded. sure: equal to 2 figures

A ¶2

> It cost $14 million, the mayor said.

B ¶2

> Repairs cost 14.3 million dollars.

## Facts

1 found.

### ≈ cost: amount A $14 million · B 14.3 million dollars

Rounded. sure: equal to 2 figures

A ¶2

> It cost $14 million, the mayor said.

B ¶2

> Repairs cost 14.3 million dollars.

## Quotations

Looked, found none.

## Only here

1 found.

### \\+ A: mayor

Only here. perhaps

A ¶2

> It cost $14 million, the mayor said.

## Left out

Cannot say: not one event.

## What several articles say

### 1, perhaps

A ¶1

> The bridge was shut on Monday.

B ¶1

> The bridge was shut Monday after a crack.
"""


def test_whole_page(comparison: Comparison, articles: list[Article]) -> None:
    assert markdown(comparison, articles) == EXPECTED


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("plain words, $14 million (or more)!", "plain words, $14 million (or more)!"),
        ("snake_case [sic] stays", "snake_case [sic] stays"),
        ("R&D & Sons", "R&D & Sons"),
        ("&lt;b&gt;", "\\&lt;b\\&gt;"),
        ("[click](http://evil.example)", "[click\\](http://evil.example)"),
        ("[note]: http://evil.example", "[note\\]: http://evil.example"),
        ("<script>x</script>", "\\<script>x\\</script>"),
        ("**bold** _it_ `code` ~~x~~", "\\*\\*bold\\*\\* \\_it\\_ \\`code\\` \\~\\~x\\~\\~"),
        ("# no heading", "\\# no heading"),
        ("- no item", "\\- no item"),
        ("2026. No item", "2026\\. No item"),
        ("> no quotation", "\\> no quotation"),
        ("    no code", "no code"),
        ("\x1b[2Jgone", "\ufffd[2Jgone"),
    ],
)
def test_escape(text: str, escaped: str) -> None:
    assert escape(text) == escaped


@given(st.text(st.characters(blacklist_characters="\n\r\v\f\x85\u2028\u2029\t")))
def test_markdown_shows_exactly_the_text(text: str) -> None:
    shown = MarkdownIt("commonmark").parse(f"> {escape(text)}")
    inline = [token.content for token in shown if token.type == "inline"]
    children = [child for token in shown for child in token.children or []]
    assert {child.type for child in children} <= {"text", "text_special"}
    assert len(inline) <= 1
    assert "".join(child.content for child in children).strip() == visible(text).strip()


def test_address_that_is_no_web_address_is_no_link(
    comparison: Comparison, articles: list[Article]
) -> None:
    for url in ("javascript:alert(1)", "https://x.example/> <script>", "https://x\u202e.example"):
        page = markdown(comparison, [replace(articles[0], url=url), articles[1]])
        assert url not in page


def test_a_paragraph_has_the_number_that_it_has_on_the_screen() -> None:
    said = "The bridge was shut on Monday after a crack was found in its second pier."
    one = Article("a", f"It was cold.\n\nThe figures\n\n{said} It cost $14 million in all.", "A")
    other = Article("b", f"{said} It cost 15 million dollars in all.", "B")
    written = markdown(compare([one, other], one_event=True), [one, other])
    at = Span(one.text.index(said), len(one.text))
    assert paragraph(one, at) == 2
    assert "A ¶2" in written
    assert "A ¶3" not in written
