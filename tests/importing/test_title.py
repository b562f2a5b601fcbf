"""A title is found where it plainly is one; a first sentence is no title."""

from __future__ import annotations

import time

import pytest

from reader.importing.plain.cleaning import cleaned
from tests.importing.lines import removed_lines

P = "The harbour froze over on Sunday for the first time in nine years, the port said.\n"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            f"Harbour freezes over after a cold week\n\n{P}",
            "Harbour freezes over after a cold week",
        ),
        (f"Harbour freezes over after a cold week\n{P}", "Harbour freezes over after a cold week"),
        (f"# Ice\n\n{P}", "Ice"),
        (f"## Ice in the harbour ##\n{P}", "Ice in the harbour"),
        (f"# Ice and C#\n{P}", "Ice and C#"),
        (f"**Ice in the harbour**\n\n{P}", "Ice in the harbour"),
        (f"# *Ice* in [the harbour](https://a.example)\n\n{P}", "Ice in the harbour"),
        (f"Ice\n===\n\n{P}", "Ice"),
        (f"Will the ice hold until spring?\n\n{P}", "Will the ice hold until spring?"),
        (f"Ice closes port in the U.S.\n\n{P}", "Ice closes port in the U.S."),
        (f"“The ice sang”: a night on the pier\n\n{P}", "“The ice sang”: a night on the pier"),
        (f"iPhone found under the harbour ice\n\n{P}", "iPhone found under the harbour ice"),
        (f"7 things to know about harbour ice\n\n{P}", "7 things to know about harbour ice"),
        (
            f"Harbour freezes over after a cold week\n\nIt may last for days\n\nBy Sea desk\n\n{P}",
            "Harbour freezes over after a cold week",
        ),
        # Said twice, it is a title whatever it looks like.
        (f"Ice.\n\n{P}", None),
        (f"Harbour ice holds.\n\nHarbour Ice Holds\n\n{P}", "Harbour ice holds."),
        (f"Ice in port | Coast Daily\nIce in port\n{P}", "Ice in port"),
        (f"Home » Ice\n\nIce in the port\n\n{P}", "Ice in the port"),
        (f"Home > News > Ice in the port\nIce in the port\n{P}", "Ice in the port"),
    ],
)
def test_found_or_known_to_be_missing(text: str, title: str | None) -> None:
    found = cleaned(text)
    assert found.title == title
    assert P.strip() in found.text
    if title:
        assert title not in found.text.split("\n")


@pytest.mark.parametrize(
    "first",
    [
        P.strip(),
        "“The ice sang all night.”",
        "The ice came early.",
        "PORT ANSEL (Lodestar) — The harbour froze over on Sunday, the port said.",
        "This is a first paragraph that somebody forgot to end and that runs on for so many words "
        "that nobody would print it above a text",
        "For the record:",
        "It began on Sunday,",
        "ANALYSIS",
        "## Key points",
        "BREAKING NEWS",
        "By Dora Vale, Sea desk",
        "Dora Vale and Piet Anders",
        "12 January 2026",
        "Skaters on the harbour ice (Photo: Dora Vale)",
        "Skaters on the harbour ice. Dora Vale/Getty Images",
        "https://coast.example/ice-in-the-harbour today",
        "- ice on the harbour",
        "1. Ice on the harbour",
        "and then the ice came back",
        "* * *",
        "Who would have thought that the ice would hold for so long and carry so many of us home?",
    ],
)
def test_what_is_no_title_stays_in_the_text_or_is_cut_as_what_it_is(first: str) -> None:
    found = cleaned(f"{first}\n\n{P}{P}")
    assert found.title is None
    assert first in found.text.split("\n") or first in removed_lines(found)


def test_a_paragraph_broken_at_a_column_has_no_title() -> None:
    text = (
        "The harbour froze over on Sunday night for the first time since\n"
        "the new pier was built, and by noon the first skaters were out\n"
        "on the ice between the lamps and the old customs house.\n"
        "\n"
        "Nobody had expected it so early in the year, least of all the\n"
        "pilots, who had to walk to work.\n"
    )
    assert cleaned(text).title is None
    assert cleaned(text).text == text
    assert cleaned(f"Ice on the harbour\n\n{text}").title == "Ice on the harbour"


@pytest.mark.parametrize(
    "text", ["Ice in the harbour\n", "Ice in the harbour\n\nSnow on the hill\n"]
)
def test_a_title_needs_a_text_below(text: str) -> None:
    assert cleaned(text).title is None
    assert cleaned(text).text == text


def test_a_title_that_is_known_is_taken_out_of_the_text() -> None:
    text = f"# Ice, in the harbour!\n\nIce in the Harbour\n\nAnother headline of its own\n\n{P}"
    found = cleaned(text, title="Ice in the harbour")
    assert found.text == f"Another headline of its own\n\n{P}"
    assert found.title is None
    assert removed_lines(found) == ("Ice in the Harbour",)


def test_a_sentence_that_repeats_the_title_stays() -> None:
    text = "Harbour freezes over\n\nHarbour freezes over and nobody knows why the ice came.\n"
    assert cleaned(text).text == "Harbour freezes over and nobody knows why the ice came.\n"


@pytest.mark.parametrize(
    "text",
    [
        "# a" + " " * 200_000 + f"b\n\n{P}",
        "a b\n" * 50_000,
        "![" * 200_000 + f"\n{P}",
        "Home » " * 200_000 + f"\n{P}",
        f"{P}\n" + ("Subscribe " + "our free " * 40 + "\n") * 2_000,
    ],
    ids=["spaces", "refrain", "brackets", "crumbs", "notices"],
)
def test_odd_texts_take_no_longer_than_others(text: str) -> None:
    start = time.process_time()
    cleaned(text)
    assert time.process_time() - start < 5, "measured: below one second"
