"""Byline and date of a plain text are read only where they are unmistakable."""

from __future__ import annotations

import pytest

from reader.importing.plain.cleaning import cleaned
from reader.model import When
from tests.importing.lines import removed_lines

P = "The harbour froze over on Sunday for the first time in nine years, the port said."


@pytest.mark.parametrize(
    ("line", "byline", "date"),
    [
        ("By City desk", "City desk", None),
        ("By Dora Vale", "Dora Vale", None),
        ("By DORA VALE, Staff Writer", "DORA VALE, Staff Writer", None),
        ("Written by Dora Vale and Piet van Anders", "Dora Vale and Piet van Anders", None),
        ("Published: 12 March 2025", None, "2025-03-12"),
        ("Published on March 12, 2025", None, "2025-03-12"),
        ("Posted 2025-03-12 10:30", None, "2025-03-12T10:30"),
        ("March 12, 2025", None, "2025-03-12"),
        ("Wed, 12 March 2025, 10:30 GMT", None, "2025-03-12"),
        ("By Dora Vale | March 12, 2025", "Dora Vale", "2025-03-12"),
        ("By Dora Vale — 12 Mar 2025 — Updated: 14 Mar 2025", "Dora Vale", "2025-03-12"),
        ("Updated: 14 March 2025", None, None),
    ],
)
def test_read(line: str, byline: str | None, date: str | None) -> None:
    found = cleaned(f"Ice in the harbour\n\n{line}\n\n{P}\n")
    assert (found.byline, found.published) == (byline, When(date) if date else None)
    assert removed_lines(found) == (line,)
    assert found.text == f"{P}\n"


@pytest.mark.parametrize(
    "line",
    [
        "By the numbers",
        "By Design",
        "By and large a cold week",
        "March 2025",
        "03/04/2025",
        "12 March",
        "Published: last week",
        "A week that began on March 12, 2025",
        "Dora Vale",
        "By Dora Vale in the harbour",
    ],
)
def test_not_read(line: str) -> None:
    found = cleaned(f"Ice in the harbour\n\n{line}\n\n{P}\n")
    assert (found.byline, found.published, removed_lines(found)) == (None, None, ())
    assert line in found.text


@pytest.mark.parametrize("line", ["By Dora Vale", "March 12, 2025"])
def test_not_read_below_the_first_paragraph(line: str) -> None:
    found = cleaned(f"Ice in the harbour\n\n{P}\n\n{line}\n\n{P}\n")
    assert (found.byline, found.published, removed_lines(found)) == (None, None, ())


def test_read_without_a_title_too() -> None:
    found = cleaned(f"By City desk\n12 March 2025\n\n{P}\n")
    assert (found.title, found.byline, found.published) == (None, "City desk", When("2025-03-12"))
