"""What stands between the command and the first frame is kept small."""

from __future__ import annotations

import asyncio
import gc
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.screen import Screen

from reader.ui.app import ReaderApp
from reader.ui.desk import Desk
from reader.ui.frame import FrameScreen
from reader.ui.shelf import Shelf, read_beginning, read_shelf
from reader.ui.steady import steady
from reader.workspace import Workspace
from tests.ui.scenes import opened, plain, press, settle
from tests.ui.told import many

LATER = (
    "reader.text.document",
    "reader.exporting.forms",
    "reader.framing",
    "reader.alignment",
    "reader.events",
    "reader.importing.files",
    "reader.importing.plain",
    "reader.search.query",
    "whoosh",
    "numpy",
    "httpx",
    "tomllib",
)
"""Wanted by what a person does later, or by the worker: together they take a third of the start."""
NEVER = (*LATER, "_hashlib")
"""Samples are told apart by their digest; a library is not."""
SCREENS = (
    "import reader.cli.guard, reader.cli.run, reader.ui.start, reader.ui.shelf\n"
    "import reader.ui.app, reader.ui.desk, reader.ui.worker\n"
)
OPENED = (
    "from pathlib import Path\nfrom reader.workspace import Workspace\n"
    "from reader.ui.start import settled\n"
    "with Workspace.open(Path(sys.argv[1])) as own, own.samples() as samples:\n"
    "    settled(samples.settings_file), reader.ui.shelf.read_shelf(samples.library)\n"
)


@pytest.mark.parametrize(
    ("then", "later"), [("", NEVER), (OPENED, LATER)], ids=["imported", "samples-read"]
)
def test_what_is_wanted_later_is_loaded_later(
    tmp_path: Path, then: str, later: tuple[str, ...]
) -> None:
    with Workspace.open(tmp_path) as own, own.samples():
        pass  # made, as they are when the program is started for the second time
    loaded = f"print(*(n for n in sys.modules if n.startswith({later!r})))"
    code = f"import sys\n{SCREENS}{then}{loaded}"
    done = subprocess.run(
        [sys.executable, "-c", code, tmp_path], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == ""


async def test_what_is_drawn_is_shown(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    batched = []
    refresh = Screen._compositor_refresh

    def seen(screen: Screen[object]) -> None:
        if isinstance(screen, FrameScreen):
            batched.append(screen.app._batch_count)
        refresh(screen)

    monkeypatch.setattr(Screen, "_compositor_refresh", seen)
    async with opened(workspace):
        pass
    assert batched
    assert not any(batched)


async def test_the_first_frame_knows_the_first_articles_and_the_rest_follows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = many(tmp_path, [3, 2, 4])
    library = workspace.library
    ids = library.ids()
    library.mark(ids[-1], read=True)
    first, whole = read_beginning(library, 2), read_shelf(library)
    assert (first.total, first.unread) == (whole.total, whole.unread) == (9, 8)
    assert len(first.cards) < 9
    rows = first.rows(set(), flat=False)
    assert rows == whole.rows(set(), flat=False)[: len(rows)], "with all articles of their events"
    assert read_beginning(library, 9) == whole
    go_on = asyncio.Event()
    read = Desk.shelf

    async def slow(desk: Desk, warm: Callable[[Shelf], object] | None = None) -> Shelf:
        await go_on.wait()
        monkeypatch.undo()
        return await read(desk, warm)

    # What is held back here is waited for only so long; undone with the others, by `slow`.
    monkeypatch.setattr("tests.ui.scenes.PATIENCE", 3.0)
    monkeypatch.setattr(Desk, "shelf", slow)
    monkeypatch.setattr("tests.ui.scenes.shelf.read_shelf", lambda _: read_beginning(library, 2))
    async with opened(workspace) as pilot:
        app = pilot.app
        assert isinstance(app, ReaderApp)
        screen = app.library_screen
        assert "9 articles  8 unread" in plain(pilot)[0]
        assert len(screen.documents.items) < 6
        await press(pilot, ["down"])
        on = screen.documents.current
        await pilot.press("/", *"ferr")
        assert not screen.finder.active, "what is found is shown with what is known of it"
        go_on.set()
        await settle(pilot)
        assert screen.shelf.counted is None
        await press(pilot, ["escape", "escape"])
        assert screen.documents.current == on
    workspace.close()


def test_a_key_does_not_wait_for_garbage_to_be_looked_for() -> None:
    """It leaves some three thousand objects, and Python looks among the first 700.

    Yet all are looked at as often: of each 60,000 new ones, where Python does of 70,000.
    """
    before = gc.get_threshold()
    try:
        steady()
        assert gc.isenabled()
        assert gc.get_threshold() == (10_000, 3, 2)
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
