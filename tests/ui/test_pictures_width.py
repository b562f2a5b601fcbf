"""Pictures of several characters take the same room in every terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style

from reader.ui.barelines import strip_of
from reader.ui.pictures import of_one_width


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("👍🏽 so", "👍 so"),
        ("👩\u200d👩\u200d👧 so", "👩 so"),
        ("🤷🏻\u200d♀\ufe0f so", "🤷 so"),
        ("❤\ufe0f so", "❤  so"),
        ("1\ufe0f\u20e3 so", "1  so"),
        ("🇩🇪 so", "🇩🇪 so"),
        ("क्\u200dष می\u200cخواهم", "क्\u200dष می\u200cخواهم"),
    ],
)
def test_the_first_picture_alone_is_drawn(text: str, drawn: str) -> None:
    assert of_one_width(text) == drawn
    strip = strip_of([(text, "text")], 12, lambda _: Style(), ground="text", ascii_only=False)
    assert strip.text.rstrip() == drawn
    assert strip.cell_length == 12


@given(st.text(st.sampled_from("a1 ❤👍👩🏽\ufe0f\u20e3")))
def test_the_room_stays_and_each_character_has_its_own(text: str) -> None:
    drawn = of_one_width(text)
    assert cell_len(drawn) == sum(map(cell_len, drawn))
    if not any(text.startswith(sign) for sign in "🏽\ufe0f\u20e3"):
        assert cell_len(drawn) <= cell_len(text) + 2 * text.count("🏽")
