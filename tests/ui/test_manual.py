"""The manual inside the program."""

from __future__ import annotations

import pytest
from textual.widgets import Markdown

from reader.manual import PAGES
from reader.ui.manualbox import ManualBox
from reader.workspace import Workspace
from tests.ui.scenes import opened, plain, press


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


async def test_words_are_found_in_a_page(workspace: Workspace) -> None:
    async with opened(workspace, (80, 24)) as pilot:
        await press(pilot, ["colon", "'user guide'", "enter", "slash", "'backup'", "enter"])
        assert "place 1 of" in "\n".join(plain(pilot))
        assert "export alone everything" in "\n".join(plain(pilot))
        await press(pilot, ["n"])
        assert "place 2 of" in "\n".join(plain(pilot))
        await press(pilot, ["slash", "'zeppelin'", "enter"])
        assert "Nothing here says “zeppelin”" in "\n".join(plain(pilot))
        await press(pilot, ["slash", "escape"])
        assert isinstance(pilot.app.screen, ManualBox)
        await press(pilot, ["escape"])
        assert not isinstance(pilot.app.screen, ManualBox)
