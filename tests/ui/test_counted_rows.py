"""Rows of findings that count, not differ: who speaks, and sources."""

from __future__ import annotations

from reader.framing.compare import compare
from reader.model import Article, Comparison, Finding
from reader.ui.findings import cell, contrast, counts, phrase, question, signed, verdict
from reader.ui.marks import margin

LEE = (
    "Ann Lee said “the ferry had been late on every day of the summer, that nobody had come to "
    "tell the islanders why, and that the harbour would have to answer for it in the autumn.”"
)
RAY = (
    "Bob Ray said “the ferry had been on time on most days of the summer, and that he would show "
    "the books of the harbour to anybody who came to ask him for them.”"
)


def compared() -> Comparison:
    articles = [
        Article("a", LEE),
        Article("b", RAY + "\n\nThe harbour was built by Ann Lee in June."),
    ]
    return compare(articles, one_event=True)


def finding(lens: str, starts: str) -> Finding:
    return next(f for f in compared().findings if f.lens == lens and f.summary.startswith(starts))


def shown(line: list[tuple[str, str]]) -> str:
    return "".join(text for text, _ in line)


def test_a_person_s_row_tells_the_words_of_each_article() -> None:
    lee = finding("quoted", "Ann Lee")
    assert (question(lee), verdict(lee)) == ("Ann Lee: words", "named, no words")
    assert phrase(lee) == "Heard in one, only named in another"
    assert shown(cell(lee, 0, 30)).startswith("33 words the ferry")
    assert shown(cell(lee, 1, 30)) == "only named"
    assert shown(contrast(lee, 60)) == "A 33 words quoted, B only the name"
    ray = finding("quoted", "Bob Ray")
    assert shown(cell(ray, 0, 30)) == "·"
    assert shown(contrast(ray, 60)) == "B 31 words quoted"


def test_a_row_of_sources_tells_how_many() -> None:
    named = finding("sources", "named sources")
    assert question(named) == "named sources"
    assert shown(cell(named, 1, 30)) == "1 Bob Ray"
    assert shown(contrast(named, 60)) == "A 1 Ann Lee; B 1 Bob Ray"


def test_they_claim_no_difference_and_mark_no_line() -> None:
    comparison = compared()
    counted = [f for f in comparison.findings if f.lens in ("quoted", "sources")]
    assert {shown(signed(f)).strip() for f in counted} == {"·"}
    assert counts(comparison).differs == 0
    marked = [mark.finding for column in (0, 1) for mark in margin(comparison, column)]
    assert not any(f is not None and f.lens in ("quoted", "sources") for f in marked)
