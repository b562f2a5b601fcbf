"""Tags from the screens: completed, given to several, taken away, and undone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.widgets import Input

from reader.model import Draft
from reader.ui.tagbox import line_of, tags_in
from reader.workspace import Workspace
from tests.ui.scenes import opened, plain, press


@pytest.fixture
def three(tmp_path: Path) -> Iterator[Workspace]:
    """A library of three articles, of which the last two have tags."""
    workspace = Workspace.open(tmp_path)
    library = workspace.library
    for name, tags in (("Lamp", ()), ("Pier", ("harbour",)), ("Quay", ("Harbour", "to, do"))):
        draft = Draft(f"The {name.lower()} is out of use.\n", f"/{name}", name, tags=tags)
        library.add(draft)
    yield workspace
    workspace.close()


@pytest.mark.parametrize(
    ("line", "tags"),
    [
        ("", []),
        ("sea", ["sea"]),
        (" sea ,, to  do, ", ["sea", "to do"]),
        ('"to, do", x', ["to, do", "x"]),
        ('a "b" c', ['a "b" c']),
    ],
)
def test_tags_stand_between_commas(line: str, tags: list[str]) -> None:
    assert tags_in(line) == tags
    assert tags_in(line_of(tags)) == tags


async def test_a_known_tag_is_written_out_and_its_spelling_kept(three: Workspace) -> None:
    library = three.library
    async with opened(three) as pilot:
        await press(pilot, ["end", "t", "'ha'"])
        shown = "\n".join(plain(pilot))
        assert "Tags of “Lamp”" in shown
        assert "harbour" in shown
        await press(pilot, ["tab", "'new'", "enter"])
        (lamp,) = [card for card in library.cards() if card.title == "Lamp"]
        assert len(lamp.marks.tags) == 2
        assert "Tagged " in plain(pilot)[-1]
        assert "tags: " in "\n".join(plain(pilot))
        await press(pilot, ["U"])
        assert library.marks(lamp.id).tags == ()
        assert "Taken back: tags" in plain(pilot)[-1]


async def test_the_picked_ones_are_tagged_together(three: Workspace) -> None:
    library = three.library
    async with opened(three) as pilot:
        await press(pilot, ["home", "space", "space", "t"])
        assert "Tags of 2 articles" in "\n".join(plain(pilot))
        await press(pilot, ["'sea'", "enter"])
        assert library.tags()["sea"] == 2
        await press(pilot, ["t"])
        line = pilot.app.screen.query_one(Input)
        assert line.value == "sea, "
        await press(pilot, ["ctrl+u", "enter"])
        assert "sea" not in library.tags()
        assert "to, do" in library.tags()
        await press(pilot, ["U", "U"])
        assert "sea" not in library.tags()


async def test_leaving_the_box_changes_nothing(three: Workspace) -> None:
    before = three.library.tags()
    async with opened(three) as pilot:
        await press(pilot, ["home", "t", "'sea'", "escape"])
        assert three.library.tags() == before
        await press(pilot, ["t", "enter", "U"])
        assert "Nothing to undo" in plain(pilot)[-1]


async def test_an_article_is_put_aside_and_taken_up_again(three: Workspace) -> None:
    async with opened(three) as pilot:
        await press(pilot, ["home", "L"])
        assert len(three.library.marked(later=True)) == 1
        assert "later" in plain(pilot)[3]
        await press(pilot, ["slash", "'is:later'", "down"])
        assert len(pilot.app.screen.query_one("#list").items) == 1  # type: ignore[attr-defined]
        await press(pilot, ["escape", "escape", "L", "U", "U"])
        assert three.library.marked(later=True) == set()


async def test_references_are_copied(three: Workspace) -> None:
    async with opened(three) as pilot:
        await press(pilot, ["home", "space", "space", "Y"])
        assert pilot.app.clipboard.count("@article{") == 2
        assert "Copied 2 references as BibTeX" in plain(pilot)[-1]
