"""An error that nobody foresaw: the terminal is given back, a sentence and a file tell of it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.css.query import NoMatches
from textual.events import Paste

from reader.errors import NoSuchArticle
from reader.ui.app import ReaderApp
from reader.ui.article_screen import ArticleScreen
from reader.ui.guarded import NotThere
from reader.ui.library_screen import LibraryScreen
from reader.ui.tasks import begin
from reader.workspace import Workspace
from tests.cli.terminal import in_terminal
from tests.ui.scenes import opened, plain, press

CRASHING = """
import sys
from reader.ui.app import ReaderApp
from reader.ui.article_screen import ArticleScreen
from reader.ui.guarded import NotThere
from reader.ui.library_screen import LibraryScreen
from reader.__main__ import main
secret = "\\x1b]0;owned\\x07"
async def in_a_task(self):
    from reader.ui.tasks import begin
    async def work():
        raise KeyError(secret)
    begin(self, "crash", work)
def at_once(self):
    raise KeyError(secret)
def in_the_input(self):
    self.say("broken now")
    def read(*_):
        raise KeyError(secret)
    self.app._driver.process_message = read
LibraryScreen.action_sort = {how}
sys.exit(main(["--library", {library!r}]))
"""


LEAVING = """
import asyncio, sys
from reader.ui.app import ReaderApp
from reader.ui.article_screen import ArticleScreen
from reader.ui.guarded import NotThere
from reader.ui.library_screen import LibraryScreen
from reader.__main__ import main
async def late(self):
    from reader.ui.tasks import begin
    async def work():
        await asyncio.sleep(0)
        raise KeyError("a widget that is gone")
    self.reader.exit(0)
    begin(self, "late", work)
LibraryScreen.action_sort = late
sys.exit(main(["--library", {library!r}]))
"""


def test_work_that_fails_while_the_program_is_left_is_no_crash(tmp_path: Path) -> None:
    code = LEAVING.format(library=str(tmp_path / "library"))
    said, ended = in_terminal([sys.executable, "-c", code], typed=[("Welcome", "S")], seconds=15)
    assert ended == 0
    assert "reader:" not in said


def lost() -> None:
    raise NoSuchArticle("There is no article “gone”.")


async def by_a_key(screen: LibraryScreen) -> None:
    lost()


async def by_a_task(screen: LibraryScreen) -> None:
    async def work() -> None:
        lost()

    begin(screen, "lost", work)


async def by_a_callback(screen: LibraryScreen) -> None:
    screen.call_after_refresh(lost)


async def by_a_message(screen: LibraryScreen) -> None:
    screen.post_message(Paste("gone"))


@pytest.mark.parametrize("how", [by_a_key, by_a_task, by_a_callback, by_a_message])
async def test_what_fails_with_a_sentence_is_told_and_the_program_goes_on(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, how: Callable[..., object]
) -> None:
    monkeypatch.setattr(LibraryScreen, "action_sort", how)
    monkeypatch.setattr(LibraryScreen, "on_paste", lambda *_: lost(), raising=False)
    async with opened(workspace, (80, 24)) as pilot:
        await press(pilot, ["S"])
        assert "There is no article “gone”." in plain(pilot)[-1]
        await press(pilot, ["3"])  # messages still arrive
        assert "There is no article" not in plain(pilot)[-1]
        await press(pilot, ["1", "slash", "'ferry'"])
        assert "samples" in plain(pilot)[0]


async def test_a_key_for_a_screen_that_is_taken_away_does_nothing(workspace: Workspace) -> None:
    async with opened(workspace, (120, 40)) as pilot:
        await press(pilot, ["right", "j", "enter"])
        screen = pilot.app.screen
        assert isinstance(screen, ArticleScreen)
        await screen.query("*").remove()
        await press(pilot, ["n", "N", "m", "v", "q"])
        assert pilot.app.is_running
        assert isinstance(pilot.app, ReaderApp)
        assert pilot.app.crash is None


async def test_a_part_that_a_whole_screen_lacks_is_an_error(workspace: Workspace) -> None:
    async with opened(workspace, (80, 24)) as pilot:
        with pytest.raises(NoMatches) as raised:
            pilot.app.screen.query_one("#nowhere")
        assert not isinstance(raised.value, NotThere)


async def test_a_part_of_a_box_that_is_being_closed_is_not_there(workspace: Workspace) -> None:
    async with opened(workspace, (80, 24)) as pilot:
        await press(pilot, ["enter", "x"])
        box = pilot.app.screen
        gone = box.query_one("#box").remove()
        with pytest.raises(NotThere):
            box.query_one("#nowhere")
        await gone
        pilot.app.pop_screen()
        with pytest.raises(NotThere):
            box.query_one("#said")


@pytest.mark.parametrize("how", ["at_once", "in_a_task", "in_the_input"])
def test_a_crash_gives_the_terminal_back_and_is_told_in_one_line(tmp_path: Path, how: str) -> None:
    code = CRASHING.format(how=how, library=str(tmp_path / "library"))
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    said, ended = in_terminal(
        [sys.executable, "-c", code],
        typed=[("Welcome", "S"), ("broken now", "j")],
        env={"TMPDIR": str(temporary), "HOME": str(temporary)},
        columns=120,
        seconds=15,
    )
    assert ended == 70
    left = said[said.rindex("\x1b[?1049l") :]
    assert "\x1b[?25h" in left
    assert "Traceback" not in said
    assert "owned" not in said
    assert "reader: something went wrong that should not" in left
    (file,) = temporary.rglob("reader-error-*")
    assert file.parent != temporary, "in the folder for logs"
    assert str(file) in left
    assert "KeyError" in file.read_text()
