"""What the panel beside an article says of a place in another one."""

from __future__ import annotations

import pytest

from reader.model import Article, Comparison, Evidence, Field, Finding, Marks, Span
from reader.ui.desk import Page, Sheet
from reader.ui.marks import Mark
from reader.ui.panel import Target, mark_panel
from reader.ui.signs import sign_of

A = Article("a", "The stark news came on Monday.", title="Ferry sinks")
B = Article("b", "It rained.\n\nIt sank.\n\nStark as it is, it is so.", title="What a stark end")


@pytest.mark.parametrize(
    ("field", "words", "place", "offset"),
    [("title", "stark", "What a stark end: its headline", 0), ("text", "Stark", ", ¶3", 22)],
)
def test_a_word_of_a_headline_has_no_paragraph(
    field: Field, words: str, place: str, offset: int
) -> None:
    start = B.field(field).index(words)
    here = Evidence.at(A, Span(4, 9))
    there = Evidence.at(B, Span(start, start + len(words)), field)
    finding = Finding("f", "loaded", "loaded", None, "used", (here, there), evidence=(here, there))
    sheet = Sheet(Comparison(("a", "b"), (), ()), (Page(A, Marks()), Page(B, Marks())))
    mark = Mark(here.span, sign_of(finding), 1, "sure", finding)
    blocks = mark_panel(mark, sheet, 0, 60)
    told = "\n".join(
        "".join(words for words, _ in line) for block in blocks for line in block.lines
    )
    assert place in told
    assert Target("b", offset) in [block.target for block in blocks]


def test_signs_of_markdown_are_not_shown_within_a_sentence() -> None:
    text = "She saw [it](https://a.example/it)\n> sink in the stark cold."
    there = Article("b", text, title="Sunk")
    here, value = (
        Evidence.at(A, Span(4, 9)),
        Evidence.at(there, Span(at := text.index("st"), at + 5)),
    )
    whole = Evidence.at(there, Span(0, len(text)))
    finding = Finding("f", "loaded", "loaded", None, "used", (here, value), evidence=(here, whole))
    sheet = Sheet(Comparison(("a", "b"), (), ()), (Page(A, Marks()), Page(there, Marks())))
    mark = Mark(here.span, sign_of(finding), 1, "sure", finding)
    lines = [line for block in mark_panel(mark, sheet, 0, 60) for line in block.lines]
    assert "   She saw it sink in the stark cold." in [
        "".join(t for t, _ in line) for line in lines
    ]
    assert "stark" in [words for line in lines for words, key in line if "underline" in key]
