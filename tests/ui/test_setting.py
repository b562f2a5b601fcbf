"""A text set in lines: items and quotations moved in, wide and combining characters kept whole."""

from __future__ import annotations

import pytest
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
    return [f"{line.lead}{seen(words[line.start : line.end])}{line.tail}" for line in lines]


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
