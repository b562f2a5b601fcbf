"""Lines are cut, padded and wrapped by cells; nothing is lost but spaces at breaks."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.ui.draw import (
    clip,
    cut,
    fit,
    fit_right,
    fitting,
    pad,
    spread,
    styled,
    width,
    wrap,
    wrapped,
)

texts = st.text(alphabet=st.sampled_from("ab ñ漢字é\u0301-—“”\n"), max_size=80)


@pytest.mark.parametrize(
    ("text", "cells", "shown"),
    [
        ("short", 10, "short"),
        ("exactly ten", 11, "exactly ten"),
        ("a longer headline", 9, "a longer…"),
        ("漢字漢字", 5, "漢字…"),
        ("anything", 0, ""),
        ("anything", 1, "…"),
    ],
)
def test_cut(text: str, cells: int, shown: str) -> None:
    assert cut(text, cells) == shown


@given(texts, st.integers(0, 40))
def test_fit_takes_exactly_its_cells(text: str, cells: int) -> None:
    flat = text.replace("\n", " ")
    assert cell_len(fit(flat, cells)) == cells
    assert cell_len(fit_right(flat, cells)) == cells


@given(texts, st.integers(2, 30))
def test_wrapped_lines_fit_and_lose_only_white_space(text: str, cells: int) -> None:
    places = wrap(text, cells)
    assert all(cell_len(text[a:b]) <= cells for a, b in places)
    assert "".join(text[a:b] for a, b in places).split() == "".join(text.split()).split() or (
        "".join("".join(text[a:b].split()) for a, b in places) == "".join(text.split())
    )
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(places))


@given(texts, st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80)), max_size=4))
def test_styled_runs_join_to_the_text(text: str, spans: list[tuple[int, int]]) -> None:
    marks = [(min(s), max(s), "found") for s in spans]
    assert "".join(t for t, _ in styled(text, 0, len(text), marks)) == text


def test_the_later_mark_wins() -> None:
    runs = styled("abcdef", 0, 6, [(0, 6, "strong"), (2, 4, "found")])
    assert runs == [("ab", "strong"), ("cd", "found"), ("ef", "strong")]


def test_lines_are_clipped_padded_and_spread() -> None:
    assert width(clip([("hello ", "text"), ("world", "dim")], 8)) == 8
    assert pad([("ab", "text")], 4) == [("ab", "text"), ("  ", "text")]
    line = spread([("left", "text")], [("right", "dim")], 12)
    assert "".join(t for t, _ in line) == "left   right"


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    lines = wrapped("one two three four five six", 9, most=2)
    assert len(lines) == 2
    assert "".join(t for t, _ in lines[-1]).endswith("…")


def test_what_does_not_fit_as_a_whole_is_left_out() -> None:
    line = [("4 art. ", "dim"), ("≠12 ", "differs"), ('"103 ', "quote")]
    assert fitting(line, 16) == line
    assert fitting(line, 15) == [*line[:2], ("…", "dim")]
    assert fitting(line, 11) == [line[0], ("…", "dim")]
