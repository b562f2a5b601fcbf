"""A newcomer's way from installing to the first comparison in a file, with nothing to read."""

from __future__ import annotations

from pathlib import Path

from tests import walk

ROOT = Path(__file__).parents[1]


async def test_the_walk_is_as_the_program_is(tmp_path: Path) -> None:
    shown = await walk.screens(tmp_path)
    kept = walk.PAGE.read_text(encoding="utf-8")
    assert walk.page(shown) == kept, "run: python -m tests.walk"
    written = (tmp_path / "comparison.html").read_text(encoding="utf-8")
    assert "I will support the closure" in written


async def test_search_compare_and_a_finding_are_at_most_five_keys_away(tmp_path: Path) -> None:
    """What the first screen names is enough: nobody has to know a key."""
    first, compared, *_ = await walk.screens(tmp_path)
    assert "Enter compare" in first
    assert "/ search" in first
    assert "A keeps 5 of B’s 25 words" in compared, "one key"
    assert "only when a new pool stands" in compared, "with the words that it rests on"
    assert walk.STEPS[1].keys == ("enter",)


def test_installing_is_what_the_readme_says() -> None:
    assert f"    {walk.INSTALL}\n" in (ROOT / "README.md").read_text(encoding="utf-8")
