"""Words of a text chosen with keys or the mouse, marked, written about, copied."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from textual.geometry import Offset
from textual.pilot import Pilot
from textual.selection import Selection

from reader import keymap
from reader.model import Article, Draft
from reader.text.document import Document
from reader.ui.app import ReaderApp
from reader.ui.article_screen import ArticleScreen
from reader.ui.choice import Choice
from reader.workspace import Workspace
from tests.ui.scenes import opened, plain, press, settle

TEXT = "The tide came in at noon. Nobody saw it.\nThe pier stood, though. Nine ferries waited.\n"


@pytest.fixture
def one(tmp_path: Path) -> Iterator[Workspace]:
    """A library of one article."""
    workspace = Workspace.open(tmp_path)
    workspace.library.add(Draft(TEXT, "/tide", "Tide"))
    yield workspace
    workspace.close()


def screen(pilot: Pilot[int]) -> ArticleScreen:
    return cast("ArticleScreen", cast("ReaderApp", pilot.app).front)


@pytest.mark.parametrize(
    ("moves", "words"),
    [
        ("", "Nobody saw it."),
        ("turn+", "The pier stood, though."),
        ("turn- turn-", "The tide came in at noon."),
        ("turn+ turn+ turn+ turn+", "Nine ferries waited."),
        ("stretch+", "Nobody saw it.\nThe pier stood, though."),
        ("stretch+ stretch-", "Nobody saw it."),
        ("stretch-", "Nobody"),
        ("grow+ grow+", "Nobody saw it.\nThe pier"),
        ("grow- grow-", "Nobody saw"),
        ("swap grow+ grow+", "it."),
        ("swap grow-", ". Nobody saw it."),
        ("swap stretch-", "The tide came in at noon. Nobody saw it."),
        ("swap stretch+ stretch+", "."),
        ("swap grow+ swap grow-", "saw it"),
        ("grow- turn+", "The pier stood, though."),
    ],
)
def test_words_are_chosen(moves: str, words: str) -> None:
    choice = Choice(Document(Article("a", TEXT)), TEXT.index("Nobody"))
    for move in moves.split():
        if move == "swap":
            choice.swap()
        else:
            getattr(choice, move[:-1])(1 if move[-1] == "+" else -1)
    assert choice.span.of(TEXT) == words


async def test_chosen_words_are_marked_shown_and_marked_no_more(one: Workspace) -> None:
    library = one.library
    async with opened(one) as pilot:
        await press(pilot, ["enter", "v"])
        assert "H mark" in plain(pilot)[-1]
        await press(pilot, ["j", "h", "H"])
        (note,) = library.notes()
        assert note.place is not None
        assert note.place.words == "Nobody saw it"
        assert "Marked: “Nobody saw it”   U undo" in plain(pilot)[-1]
        line = next(line for line in plain(pilot) if "Nobody" in line)
        assert line[5] == "│"
        text = screen(pilot).text
        drawn = text.draw(text.line_of(TEXT.index("Nobody")), 70)
        assert ("Nobody saw it", "text marked") in drawn
        await press(pilot, ["v", "j", "H"])
        assert library.notes() == ()
        await press(pilot, ["U"])
        assert library.notes() == (note,)
        await press(pilot, ["U"])
        assert library.notes() == ()


async def test_a_note_is_written_on_chosen_words_and_told_beside_them(one: Workspace) -> None:
    async with opened(one) as pilot:
        await press(pilot, ["enter", "v", "w", "'odd'", "escape"])
        (note,) = one.library.notes()
        assert note.place is not None
        assert (note.place.words, note.text) == ("The tide came in at noon.", "odd")
        shown = plain(pilot)
        assert next(line for line in shown if line[7:15] == "The tide")[5] == "»"
        assert any(line.rstrip().endswith("  odd") for line in shown)
        # What was written is not taken away with the key that marks words.
        await press(pilot, ["v", "H"])
        assert one.library.notes() == (note,)
        assert "A note is written on these words" in plain(pilot)[-1]
        await press(pilot, ["v", "w", "'!'", "escape"])
        assert one.library.notes()[0].text == "odd!"
        assert len(one.library.notes()) == 1


async def test_what_the_mouse_chose_is_marked(one: Workspace) -> None:
    async with opened(one) as pilot:
        await press(pilot, ["enter"])
        text = screen(pilot).text
        line = text.line_of(TEXT.index("pier"))
        start = TEXT.index("pier") - TEXT.index("The pier") + 7
        chosen = Selection(Offset(start, line), Offset(start + 10, line))
        pilot.app.screen.selections = {text: chosen}
        await settle(pilot)
        await press(pilot, ["H"])
        (note,) = one.library.notes()
        assert note.place is not None
        assert note.place.words == "pier stood"
        assert not pilot.app.screen.selections


async def test_what_the_mouse_chose_is_copied_as_it_was_written(one: Workspace) -> None:
    async with opened(one) as pilot:
        await press(pilot, ["enter"])
        text = screen(pilot).text
        line = text.line_of(TEXT.index("pier"))
        # From the middle of a word on: whole words are meant.
        start = TEXT.index("pier") - TEXT.index("The pier") + 8
        pilot.app.screen.selections = {
            text: Selection(Offset(start, line), Offset(start + 8, line))
        }
        await settle(pilot)
        assert "H mark" in plain(pilot)[-1]
        await press(pilot, ["y"])
        assert pilot.app.clipboard.startswith("“pier stood”\n")
        assert "Tide" in pilot.app.clipboard.partition("\n")[2]
        await press(pilot, ["escape"])
        assert not pilot.app.screen.selections
        assert "2 Article" in plain(pilot)[0]
        assert "pier stood" in "\n".join(plain(pilot)), "only what was selected is let go"
        await press(pilot, ["escape"])
        assert "1 article" in plain(pilot)[0]


async def test_marks_outlive_a_new_version_of_the_text(one: Workspace) -> None:
    async with opened(one) as pilot:
        await press(pilot, ["enter", "v", "j", "H"])
    one.library.add(Draft(TEXT.replace("The tide", "At last the tide"), "/tide", "Tide"))
    async with opened(one) as pilot:
        await press(pilot, ["enter"])
        assert next(line for line in plain(pilot) if "Nobody" in line)[5] == "│"


async def test_leaving_chooses_nothing_and_stays_in_the_article(one: Workspace) -> None:
    async with opened(one) as pilot:
        for key in ("escape", "q", "v"):
            await press(pilot, ["enter"] if key == "escape" else [])
            await press(pilot, ["v", "J", key])
            assert screen(pilot).SHOWS == "article"
            assert screen(pilot).text.choice is None
        assert one.library.notes() == ()


async def test_the_terminals_cursor_follows_what_is_chosen(one: Workspace) -> None:
    async with opened(one) as pilot:
        await press(pilot, ["enter", "v"])
        first = pilot.app.cursor_position
        await press(pilot, ["j", "j"])
        assert pilot.app.cursor_position.y > first.y


async def test_chosen_words_are_copied_with_their_source(one: Workspace) -> None:
    async with opened(one) as pilot:
        await press(pilot, ["enter", "v", "y"])
        assert screen(pilot).copied().startswith("“The tide came in at noon.”\nTide, ")


async def test_keys_that_a_person_bound_choose_too(
    one: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(keymap._bound, "down", ("z",))
    async with opened(one) as pilot:
        await press(pilot, ["enter", "v", "z"])
        choice = screen(pilot).text.choice
        assert choice is not None
        assert choice.span.of(TEXT) == "Nobody saw it."


async def test_hints_choose_when_they_are_clicked(one: Workspace) -> None:
    async with opened(one) as pilot:
        await press(pilot, ["enter", "v"])
        for hint in screen(pilot).hints()[3:]:
            await screen(pilot).run_action(hint.action)
        choice = screen(pilot).text.choice
        assert choice is not None
        assert choice.span.of(TEXT) == "Nobody saw it.\nThe pier stood, though. Nine"


def test_the_sign_of_a_heading_belongs_to_no_sentence() -> None:
    text = "The tide came on Monday.\n## At noon\n\n> Nobody\n> saw it.\n\n- A gull sat there.\n"
    document = Document(Article("a", text))
    choice, chosen = Choice(document, 0), []
    for _ in range(4):
        chosen.append(choice.span.of(text))
        choice.turn(1)
    assert chosen == ["The tide came on Monday.", "At noon", "Nobody", "saw it."]
    choice = Choice(document, 0)
    choice.stretch(1)
    assert choice.span.of(text) == "The tide came on Monday.\n## At noon"
