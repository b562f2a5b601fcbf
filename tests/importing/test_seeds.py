"""Real pasted pages: the title, nothing of the page around them, and every paragraph."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.importing.files import read
from reader.model import Draft
from tests.importing.lines import removed_lines

# File number, the title's first words (None: it has none), lines cut, first words of the last one.
SEEDS = [
    ("000", "Zuckerberg And LeCun Clash", 5, "Your email address"),
    ("001", "The Scorching Release", 3, "Write A Comment"),
    ("002", "Meta’s AI Divide", 0, ""),
    ("003", "Yann LeCun Leaves Meta", 0, ""),
    ("004", None, 4, "Bellini College"),
]


@pytest.mark.parametrize(("number", "title", "cut", "last"), SEEDS)
def test_seeds(shared: Path, number: str, title: str | None, cut: int, last: str) -> None:
    (path,) = (shared / "seeds").glob(f"{number}_*.txt")
    (found,) = read(path)
    assert isinstance(found, Draft)
    assert (found.title or "").startswith(title or "")
    assert (found.title is None) == (title is None)
    assert len(removed_lines(found)) == cut
    assert (removed_lines(found) or ("",))[-1].startswith(last)
    assert found.language == "en"
    assert (found.outlet, found.byline, found.published) == (None, None, None)
    lines = [line.strip() for line in path.read_text("utf-8").split("\n") if line.strip()]
    kept = [line for line in found.text.split("\n") if line]
    assert kept == [line for line in lines if line not in (*removed_lines(found), found.title)]
    assert all(len(line.split()) < 30 for line in removed_lines(found))
