"""How findings that only tell what one article does are put on the screens."""

from __future__ import annotations

import pytest

from reader.framing.compare import compare
from reader.model import Article, Comparison, Finding
from reader.ui.draw import Line
from reader.ui.findings import cell, phrase, question, signed, verdict
from reader.ui.marks import margin
from reader.ui.signs import sign_of

ONE = Article(
    id="one",
    title="Ferry stuck",
    text="The Sandholm ferry ran aground on Monday. The mayor blamed the ferry line for delays. "
    "It was a reckless turn. A gull sat on the reckless captain's hat.",
)
TWO = Article(id="two", title="Aground", text="The Sandholm ferry is aground. No bell rang.")


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return compare([ONE, TWO], one_event=True)


def one(comparison: Comparison, lens: str) -> Finding:
    (finding,) = [finding for finding in comparison.findings if finding.lens == lens]
    return finding


def said(line: Line) -> str:
    return "".join(text for text, _ in line)


def test_an_evaluative_word(comparison: Comparison) -> None:
    finding = one(comparison, "loaded")
    assert (question(finding), verdict(finding)) == ("“reckless”", "writer’s words")
    assert phrase(finding) == "An evaluative word of the writer’s own"
    assert said(cell(finding, 0, 30)) == "reckless × 2"
    assert said(cell(finding, 1, 30)) == "·"
    assert said(cell(finding, 0, 9)) == "reck… × 2"


def test_a_cause(comparison: Comparison) -> None:
    finding = one(comparison, "cause")
    assert (question(finding), verdict(finding)) == ("blame", "")
    assert phrase(finding) == "Who is blamed or praised"
    assert said(cell(finding, 0, 40)).startswith("blamed the ferry line")


def test_neither_is_a_difference_nor_a_mark_in_the_margin(comparison: Comparison) -> None:
    for lens in ("cause", "loaded"):
        finding = one(comparison, lens)
        assert sign_of(finding).symbol == "·"
        assert said(signed(finding)).startswith("·")
        assert all(mark.finding is not finding for mark in margin(comparison, 0))
