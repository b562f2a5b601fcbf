"""What stands between the command and the first frame is kept small."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from textual.screen import Screen

from reader.ui.frame import FrameScreen
from reader.workspace import Workspace
from tests.ui.scenes import opened

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
