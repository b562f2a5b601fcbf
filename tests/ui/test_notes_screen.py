"""All notes on one screen: found, opened, changed, taken away, written into a file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

import pytest
from textual.pilot import Pilot

from reader.actions.noting import place_at
from reader.model import Draft, Span
from reader.ui.app import ReaderApp
from reader.ui.article_screen import ArticleScreen
from reader.ui.notes_screen import NotesScreen
from reader.workspace import Workspace
from tests.ui.scenes import opened, plain, press, settle

TEXT = "The tide came in at noon. Nobody saw it.\n\nThe pier stood, though. Nine ferries waited.\n"


def marked(workspace: Workspace, id: str, words: str, text: str, day: int) -> None:
    article = workspace.library.get(id)
    start = article.text.index(words)
    place = place_at(article, Span(start, start + len(words)))
    now = datetime(2026, 3, day, 9, tzinfo=UTC)
    workspace.library.write_note(id, text, place, now=now)


@pytest.fixture
def noted(tmp_path: Path) -> Iterator[Workspace]:
    """Two articles with two notes and one place that is only marked."""
    workspace = Workspace.open(tmp_path / "library")
    library = workspace.library
    tide = library.add(Draft(TEXT, "/tide", "Tide", "Coast Daily"))[1].id
    lamp = library.add(Draft("The lamp [b]went[/b] out.\n", "/lamp", "Lamp"))[1].id
    marked(workspace, tide, "Nobody saw it.", "", 1)
    marked(workspace, tide, "The pier", "Which *one*?\n# Ask", 2)
    library.write_note(lamp, "Odd.", now=datetime(2026, 3, 3, 9, tzinfo=UTC))
    yield workspace
    workspace.close()


def front(pilot: Pilot[int]) -> object:
    return cast("ReaderApp", pilot.app).front


async def test_all_are_listed_the_last_written_first(noted: Workspace) -> None:
    async with opened(noted) as pilot:
        await press(pilot, ["6"])
        shown = plain(pilot)
        assert "6 Notes" in shown[0]
        assert "3 notes" in shown[0]
        for line, words in enumerate(("» Odd.", "» Which *one*? # Ask", "│ “Nobody"), 1):
            assert words in shown[line]
        assert "Lamp" in shown[1]
        await press(pilot, ["down"])
        shown = plain(pilot)
        assert any("“The pier”" in line for line in shown)
        assert any("¶2" in line for line in shown)


async def test_enter_goes_to_the_words_and_back(noted: Workspace) -> None:
    async with opened(noted) as pilot:
        await press(pilot, ["6", "down", "down", "enter"])
        screen = front(pilot)
        assert isinstance(screen, ArticleScreen)
        assert screen.page is not None
        assert screen.page.article.title == "Tide"
        await press(pilot, ["q"])
        assert isinstance(front(pilot), NotesScreen)


async def test_words_narrow_the_list_and_back_shows_all(noted: Workspace) -> None:
    async with opened(noted) as pilot:
        await press(pilot, ["6", "slash", "'TIDE which'", "enter"])
        assert "1 of 3 notes" in plain(pilot)[0]
        await press(pilot, ["q"])
        assert "  3 notes" in plain(pilot)[0]
        await press(pilot, ["slash", "'nowhere'", "enter"])
        assert "No note has these words: nowhere" in "\n".join(plain(pilot))
        await press(pilot, ["escape"])
        assert isinstance(front(pilot), NotesScreen)
        await press(pilot, ["escape"])
        assert not isinstance(front(pilot), NotesScreen)


async def test_one_is_taken_away_and_put_back(noted: Workspace) -> None:
    before = noted.library.notes()
    async with opened(noted) as pilot:
        await press(pilot, ["6", "d"])
        assert noted.library.notes() == before[1:]
        assert "Note taken away   U undo" in plain(pilot)[-1]
        await press(pilot, ["U"])
        assert noted.library.notes() == before
        assert "3 notes" in plain(pilot)[0]


async def test_one_is_written_on(noted: Workspace) -> None:
    async with opened(noted) as pilot:
        await press(pilot, ["6", "down", "down", "w", "'Sure?'", "escape"])
        (first, *_) = noted.library.notes()
        assert first.text == "Sure?"
        assert first.place is not None


async def test_words_that_are_gone_are_said_to_be(noted: Workspace) -> None:
    noted.library.add(Draft("Nothing is left of it all.\n", "/tide", "Tide"))
    async with opened(noted) as pilot:
        await press(pilot, ["6", "down"])
        assert any("no longer in the text" in line for line in plain(pilot))
        await press(pilot, ["enter"])
        assert "These words are no longer in the text" in plain(pilot)[-1]


@pytest.mark.parametrize("size", [(80, 24), (40, 10), (120, 40)], ids=str)
async def test_without_notes_it_says_how_to_write_one(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    workspace = Workspace.open(tmp_path)
    workspace.library.add(Draft(TEXT, "/tide", "Tide"))
    async with opened(workspace, size) as pilot:
        await press(pilot, ["6"])
        assert any("No notes yet" in line for line in plain(pilot))
        await press(pilot, ["enter", "d", "w", "e", "y"])
        assert isinstance(front(pilot), NotesScreen)


async def test_they_are_written_into_a_file(noted: Workspace, tmp_path: Path) -> None:
    async with opened(noted) as pilot:
        await press(pilot, ["6", "e", "ctrl+u", f"'{tmp_path}/a.html'", "enter"])
        assert "Let its name end with .md or .json" in "\n".join(plain(pilot))
        await press(pilot, ["ctrl+u", f"'{tmp_path}/a.md'", "enter"])
        await settle(pilot)
        written = (tmp_path / "a.md").read_text()
        assert "## Lamp\n" in written
        assert "> The pier\n>\n> ¶2, 2026-03-02\n\nWhich \\*one\\*?\\\n\\# Ask\n" in written
        await press(pilot, ["slash", "'lamp'", "enter"])
        await press(pilot, ["e", "ctrl+u", f"'{tmp_path}/a.json'", "enter"])
        await settle(pilot)
        (only,) = json.loads((tmp_path / "a.json").read_text())["notes"]
        assert only["text"] == "Odd."


async def test_the_event_under_the_cursor_is_written_from_the_list(
    workspace: Workspace, tmp_path: Path
) -> None:
    async with opened(workspace) as pilot:
        await press(pilot, ["e", "ctrl+u", f"'{tmp_path}/a.md'", "enter"])
        await settle(pilot)
        assert "\n\n3 articles compared. One event.\n" in (tmp_path / "a.md").read_text()
        await press(pilot, ["v", "home", "space", "e"])
        assert "Nothing to compare here" in plain(pilot)[-1]
        await press(pilot, ["space", "e", "ctrl+u", f"'{tmp_path}/b.md'", "enter"])
        await settle(pilot)
        assert (tmp_path / "b.md").read_text().startswith("# 2 articles compared")


async def test_marked_articles_stand_below_the_notes(noted: Workspace, tmp_path: Path) -> None:
    library = noted.library
    pier = library.add(Draft("A pier stands.\n", "/pier", "Pier", "Hill Times"))[1].id
    library.mark(pier, starred=True, later=True)
    library.tag(pier, ["water"])
    async with opened(noted) as pilot:
        await press(pilot, ["6"])
        shown = plain(pilot)
        assert "3 notes, 1 marked" in shown[0]
        assert "★ starred, read later, tag: water" in shown[4]
        await press(pilot, ["slash", "'water'", "enter"])
        assert "1 of 3 notes, 1 marked" in plain(pilot)[0]
        await press(pilot, ["e", "ctrl+u", f"'{tmp_path}/a.md'", "enter"])
        await settle(pilot)
        said = "- Pier, Hill Times · no date · 3 words: starred, later, tag: water\n"
        assert (tmp_path / "a.md").read_text() == f"# Marked articles\n\n{said}"
        await press(pilot, ["e", "ctrl+u", f"'{tmp_path}/a.json'", "enter"])
        await settle(pilot)
        (only,) = json.loads((tmp_path / "a.json").read_text())["articles"]
        assert (only["id"], only["starred"], only["tags"]) == (pier, True, ["water"])
        await press(pilot, ["enter"])
        screen = front(pilot)
        assert isinstance(screen, ArticleScreen)
        assert screen.page is not None
        assert screen.page.article.id == pier


async def test_a_search_says_what_stands_in_notes(noted: Workspace) -> None:
    async with opened(noted) as pilot:
        await press(pilot, ["slash", "'odd'", "enter"])
        assert "note:odd" in "\n".join(plain(pilot))
