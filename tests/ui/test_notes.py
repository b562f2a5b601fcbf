"""Notes from the screens: kept however one leaves the box, shown, changed, and undone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual import events

from reader.library.library import Library
from reader.model import Draft, Note
from reader.ui.notebox import NoteArea
from reader.workspace import Workspace
from tests.ui.scenes import opened, plain, press, settle


@pytest.fixture
def one(tmp_path: Path) -> Iterator[Workspace]:
    """A library of one article."""
    workspace = Workspace.open(tmp_path)
    text = "The tide came in at noon. Nobody saw it.\n\nThe pier stood. Nine ferries waited.\n"
    workspace.library.add(Draft(text, "/tide", "Tide"))
    yield workspace
    workspace.close()


def only(library: Library) -> Note:
    (note,) = library.notes()
    return note


@pytest.mark.parametrize("leave", ["escape", "ctrl+s"])
async def test_what_is_written_is_kept_and_undone(one: Workspace, leave: str) -> None:
    async with opened(one) as pilot:
        await press(pilot, ["w", "'ask'", "enter", "'twice'", leave])
        assert only(one.library).text == "ask\ntwice"
        assert only(one.library).place is None
        shown = "\n".join(plain(pilot))
        assert "Note written   U undo" in shown
        assert "Tide note" in shown
        assert "» ask twice" in shown
        await press(pilot, ["U"])
        assert one.library.notes() == ()
        assert "Tide note" not in "\n".join(plain(pilot))


async def test_the_note_on_an_article_is_one_that_is_written_on(one: Workspace) -> None:
    async with opened(one) as pilot:
        await press(pilot, ["w", "'one'", "escape", "enter", "w", "' two'", "escape"])
        assert only(one.library).text == "one two"
        assert "» one two" in "\n".join(plain(pilot))
        await press(pilot, ["U"])
        assert only(one.library).text == "one"


async def test_an_emptied_note_is_taken_away_and_comes_back(one: Workspace) -> None:
    async with opened(one) as pilot:
        await press(pilot, ["w", "'one'", "escape", "w", "ctrl+u", "escape"])
        assert one.library.notes() == ()
        assert "Note taken away" in plain(pilot)[-1]
        await press(pilot, ["U"])
        assert only(one.library).text == "one"


async def test_it_is_kept_while_one_writes(one: Workspace) -> None:
    async with opened(one) as pilot:
        await press(pilot, ["w", "'half a'"])
        await settle(pilot, quiet=1.0)
        assert only(one.library).text == "half a"
        await press(pilot, ["' word'", "ctrl+q"])
    assert only(one.library).text == "half a word"


async def test_a_note_that_another_program_took_away_is_written_again(one: Workspace) -> None:
    async with opened(one) as pilot:
        await press(pilot, ["w", "'one'", "escape", "w", "' two'"])
        one.library.take_note(only(one.library).number)
        await press(pilot, ["escape"])
        assert only(one.library).text == "one two"


async def test_what_cannot_be_kept_stays_in_the_box(one: Workspace) -> None:
    async with opened(one) as pilot:
        await press(pilot, ["w", "'one'"])
        one.library.remove([one.library.ids()[0]])
        await press(pilot, ["escape"])
        shown = "\n".join(plain(pilot))
        assert "Not kept: no article has the id" in shown
        assert pilot.app.screen.query_one(NoteArea).text == "one"


async def test_the_terminals_cursor_is_in_the_note_from_the_start(one: Workspace) -> None:
    async with opened(one) as pilot:
        await press(pilot, ["w"])
        area = pilot.app.screen.query_one(NoteArea)
        assert pilot.app.cursor_position == area.cursor_screen_offset
        assert area.content_region.contains_point(pilot.app.cursor_position)


async def test_what_is_pasted_is_cleaned(one: Workspace) -> None:
    async with opened(one) as pilot:
        await press(pilot, ["w"])
        pilot.app.post_message(events.Paste("a\x1b]0;x\x07b\r\n\u202ec"))
        await settle(pilot)
        assert pilot.app.screen.query_one(NoteArea).text == "ab\nc"


async def test_the_passage_under_the_cursor_is_written_about(workspace: Workspace) -> None:
    async with opened(workspace, (160, 40)) as pilot:
        await press(pilot, ["enter", "v", "w", "'why'", "escape"])
        note = only(workspace.library)
        assert note.place is not None
        text = workspace.library.get(note.article).text
        assert note.place.words in " ".join(text.split())
        await press(pilot, ["w", "' so'", "escape"])
        assert only(workspace.library).text == "why so"
