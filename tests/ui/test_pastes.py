"""What is pasted is text, whatever stands in it."""

from __future__ import annotations

import time

import pytest
from textual import events

from reader.ui.pastes import WholePastes

BEGIN, END = "\x1b[200~", "\x1b[201~"


def told(*fed: str) -> list[str]:
    """Keys by name, pastes with their text."""
    parser = WholePastes()
    found = [each for data in fed for each in parser.feed(data)]
    return [
        f"paste {each.text}" if isinstance(each, events.Paste) else each.key
        for each in found
        if isinstance(each, events.Paste | events.Key)
    ]


def test_escapes_in_it_are_no_keys() -> None:
    hostile = "one \x1b[A two \x1bq three \x1b]0;title\x07"
    assert told(f"a{BEGIN}{hostile}{END}b") == ["a", f"paste {hostile}", "b"]


@pytest.mark.parametrize("cut", range(7, 30))
def test_it_may_come_in_pieces(cut: int) -> None:
    whole = f"{BEGIN}one \x1b[20 two{END}{BEGIN}three{END}x"
    assert told(whole[:cut], whole[cut:]) == ["paste one \x1b[20 two", "paste three", "x"]


def test_a_megabyte_of_escapes_takes_no_time() -> None:
    began = time.process_time()
    text = "\x1b[31mred " * 100_000
    pieces = [text[at : at + 4096] for at in range(0, len(text), 4096)]
    assert told(BEGIN, *pieces, END) == [f"paste {text}"]
    assert time.process_time() - began < 2  # Textual alone: minutes


def test_keys_are_as_ever() -> None:
    assert told("a\x1b[A\x7f\r") == ["a", "up", "backspace", "enter"]
