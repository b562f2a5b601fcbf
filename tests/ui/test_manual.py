"""The manual inside the program."""

from __future__ import annotations

import pytest
from textual.widgets import Markdown

from reader.manual import PAGES
from reader.ui.manualbox import ManualBox
from reader.workspace import Workspace
from tests.ui.scenes import opened, press


@pytest.mark.parametrize("name", PAGES)
async def test_a_page_opens_from_the_palette_scrolls_and_closes(
    workspace: Workspace, name: str
) -> None:
    async with opened(workspace) as pilot:
        app = pilot.app
        await press(pilot, ["colon", f"'{PAGES[name]}'", "enter"])
        await pilot.pause()
        box = app.screen
        assert isinstance(box, ManualBox)
        assert box.query_one(Markdown).query("MarkdownH2")
        await pilot.press("space")
        await pilot.pause()
        below = box._view.scroll_y
        assert below > 0
        await pilot.press("g")
        await pilot.pause()
        assert box._view.scroll_y == 0
        await pilot.press("q")
        await pilot.pause()
        assert not isinstance(app.screen, ManualBox)
