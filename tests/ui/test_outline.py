"""The outline of an article: what heads others, and not what only stands on a short line."""

from __future__ import annotations

from reader.model import Article, Marks
from reader.ui.desk import Page
from reader.ui.outline import outline


def told(text: str) -> list[str]:
    """The rows of the outline of a text without marks."""
    page = Page(Article("a", text, "t", source="/t", added="2026-03-01"), Marks())
    return [place.pick.left[0][0].strip() for place in outline(page, ())]


SAID = "The lamp at the harbour went out at noon.\n\n"


def test_headings_by_sign_and_by_form_are_listed() -> None:
    text = f"{SAID}## **Who** saw it\n\n{SAID}Nobody asked\n\n{SAID}"
    assert told(text) == ["The lamp at the harbour went out at noon.", "Who saw it", "Nobody asked"]


def test_what_stands_before_the_first_sentence_is_none() -> None:
    text = f"Ann Lee\n\nSPECIAL TO THE TIMES\n\n{SAID}Nobody asked\n\n{SAID}"
    assert told(text) == ["Ann Lee", "Nobody asked"]


def test_bylines_and_addresses_are_none() -> None:
    rest = f"Share this: https://a.example\n\n{SAID}# So\n\n{SAID}"
    text = f"{SAID}By Ann Lee and Bo Ray, CNN\n\n{SAID}{rest}"
    assert told(text)[1:] == ["So"]


def test_rows_are_none() -> None:
    rows = "Ellersby 7%\n\nOrrin 6%\n\nMaren 2%\n\nTolliver 1%\n\n"
    assert told(f"{SAID}{rows}{SAID}Nobody asked\n\n{SAID}")[1:] == ["Ellersby 7%", "Nobody asked"]
    assert told(f"{SAID}| Port | Tons |\n|--|--|\n| Orrin | 2 |\n\n{SAID}## So\n\n{SAID}")[1:] == [
        "So"
    ]
