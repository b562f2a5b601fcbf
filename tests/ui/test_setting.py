"""A text set in lines: items and quotations moved in, wide and combining characters kept whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.text.links import find_links
from reader.text.sentences import paragraphs
from reader.text.shown import seen, shown
from reader.ui.draw import wrap
from reader.ui.setting import set_lines


def drawn(text: str, cells: int) -> list[str]:
    """The lines as they stand on the screen."""
    lines = set_lines(text, paragraphs(text), cells, find_links(text))
    words = shown(text, numbered=True).replace("\n", " ")
    bodies = (line.spaced([(words[line.start : line.end], "text")]) for line in lines)
    said = ["".join(seen(run) for run, _ in body) for body in bodies]
    return [f"{line.lead}{body}{line.tail}" for line, body in zip(lines, said, strict=True)]


def test_items_hang_and_stand_together() -> None:
    text = (
        "There are two reasons.\n\n- The lamp was broken then.\n- nobody saw it.\n\nThat is all.\n"
    )
    assert drawn(text, 18) == [
        "There are two",
        "reasons.",
        "",
        "• The lamp was",
        "  broken then.",
        "• nobody saw it.",
        "",
        "That is all.",
    ]


def test_numbers_of_items_are_kept() -> None:
    text = "10. The first lamp went out.\n11. The second one too.\n"
    assert drawn(text, 20) == [
        "10. The first lamp",
        "    went out.",
        "11. The second one",
        "    too.",
    ]


def test_quotations_have_a_bar_on_every_line() -> None:
    text = "He wrote this.\n\n> The lamp went out at noon.\n> Nobody saw it.\n\nThat was all.\n"
    assert drawn(text, 18)[2:6] == [
        "│ The lamp went",
        "│ out at noon.",
        "│ Nobody saw it.",
        "",
    ]


def test_a_quotation_wrapped_by_its_source_flows() -> None:
    line = "> The lamp at the harbour went out shortly before\n"
    assert drawn(f"{line}{line}> midnight.\n", 40) == [
        "│ The lamp at the harbour went out",
        "│ shortly before The lamp at the harbour",
        "│ went out shortly before midnight.",
    ]


def test_a_paragraph_wrapped_by_its_source_flows() -> None:
    text = "The lamp at the harbour went out shortly before\n" * 3 + "midnight.\n"
    assert drawn(text, 68)[0].replace("\n", " ").endswith("before The lamp at the")


def test_addresses_are_numbered_within_the_lines() -> None:
    text = "See https://a.example and https://b.example now, and more at https://c.example\n"
    lines = drawn(text, 50)
    assert all(cell_len(line) <= 50 for line in lines)
    assert lines[0].endswith(" [1-2]")
    assert lines[1].endswith(" [3]")


@pytest.mark.parametrize(
    "text",
    [
        "北京市政府周二宣布，老码头将关闭一周，" * 5,
        "e\u0301" * 40,
        "❤️" * 40,
        "👩‍👩‍👧 wide 中文 " * 20,
        "שלום עולם " * 20 + "مرحبا بالعالم " * 20,
        "नमस्ते दुनिया " * 20,
    ],
)
@pytest.mark.parametrize("cells", [7, 20, 33])
def test_no_line_is_wider_than_its_cells(text: str, cells: int) -> None:
    places = wrap(text, cells)
    for start, end in places:
        assert cell_len(text[start:end]) <= cells
        assert start == 0 or text[start] not in "\u0301\ufe0f，"
    kept = "".join(text[start:end] for start, end in places)
    assert kept.replace(" ", "") == text.replace(" ", "")


def test_only_what_is_seen_takes_room() -> None:
    text = "The [lamp at the pier](https://a.example/a/long/one) went out, see https://b.example.\n"
    assert drawn(text, 40) == ["The lamp at the pier[1] went out,", "see https://b.example. [2]"]


def test_a_table_has_aligned_columns_where_there_is_room() -> None:
    text = "| Port | Tons |\n|---|--:|\n| Orrin *Bay* | 1,200 |\n|Ely|7|\n"
    assert drawn(text, 20) == [
        "Port      |  Tons",
        "Orrin Bay | 1,200",
        "Ely       |     7",
    ]
    assert drawn(text, 12) == ["Port |", "  Tons", "Orrin Bay", "  | 1,200", "Ely|7"]


def test_code_keeps_its_lines() -> None:
    text = "It runs:\n\n```\ndef f(x):\n    return x ** 2 ** x\n\nf(1)\n```\n"
    assert drawn(text, 40) == [
        "It runs:",
        "  def f(x):",
        "      return x ** 2 ** x",
        "",
        "  f(1)",
    ]


def test_the_number_of_an_address_stands_where_it_ends() -> None:
    text = "See https://a.example/a/long/one/that/goes/on/and/on and that was it.\n"
    lines = drawn(text, 30)
    assert [line.endswith("[1]") for line in lines] == [False, False, True, False]


@given(st.text(st.sampled_from("ab|-:`\\* \n#>"), max_size=60), st.integers(8, 30))
def test_every_letter_of_the_paragraphs_is_on_a_line_in_order(text: str, cells: int) -> None:
    kept = "".join(each.span.of(text) for each in paragraphs(text))
    shown_letters = [c for c in "".join(drawn(text, cells)) if c in "ab"]
    assert shown_letters == [c for c in kept if c in "ab"]
    assert all(cell_len(line) <= cells for line in drawn(text, cells))
