"""Fenced code and tables: set line by line, and no headings."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reader.text.sentences import paragraphs
from reader.text.shown import as_read

CODE = "It runs.\n\n```python\ndef f(x):\n    # squares\n\n    return x\n```\n\nThat is all.\n"
TABLE = "They fell:\n\n| Port | Tons |\n|:-----|-----:|\n| Orrin | 12 |\n\nThat is all.\n"


def test_lines_of_code_are_paragraphs_and_no_headings() -> None:
    found = paragraphs(CODE)
    words = [each.span.of(CODE) for each in found]
    assert words == ["It runs.", "def f(x):", "# squares", "return x", "That is all."]
    assert [each.code for each in found] == [False, True, True, True, False]
    assert not any(each.heading for each in found)


def test_a_fence_that_is_not_closed_is_none() -> None:
    assert not any(each.code for each in paragraphs("```\nIt went out.\n\nNobody saw it.\n"))


def test_rows_are_paragraphs_without_their_outer_bars() -> None:
    found = paragraphs(TABLE)
    words = [each.span.of(TABLE) for each in found]
    assert words == ["They fell:", "Port | Tons", "Orrin | 12", "That is all."]
    assert [each.heading for each in found] == [True, False, False, False]
    assert as_read(found[1].span.of(TABLE)) == "Port | Tons"


def test_a_bar_within_a_sentence_makes_no_row() -> None:
    text = "Home | News | Sport\nIt went out at |noon| then.\n"
    assert not any(each.row for each in paragraphs(text))


@given(st.text(st.sampled_from("a|-:` \n#>"), max_size=60))
def test_paragraphs_are_in_order_and_lose_no_letter(text: str) -> None:
    found = paragraphs(text)
    for one, other in pairwise(found):
        assert one.span.end <= other.span.start
    info = sum(line.count("a") for line in text.split("\n") if "```" in line)
    assert sum(each.span.of(text).count("a") for each in found) + info >= text.count("a")
