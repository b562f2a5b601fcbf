"""What was closed is gone: neither the app nor Textual keeps boxes, their parts, their lines."""

from __future__ import annotations

import gc
from typing import Any
from weakref import ref

import pytest
from textual.geometry import Region
from textual.widget import Widget

from reader.ui.boxes import Over
from reader.ui.help import HelpBox
from reader.workspace import Workspace
from tests.ui.scenes import opened, press

BOXES = {
    "AddBox": ["a"],
    "AskBox": ["right", "d"],
    "ChooseBox": ["right", "c", "x"],
    "ExportBox": ["e"],
    "HelpBox": ["question_mark"],
    "InfoBox": ["right", "i"],
    "Jump": ["semicolon"],
    "NoteBox": ["right", "w", "'a word'"],
    "PaletteBox": ["colon", "'co'"],
    "PickBox": ["right", "enter", "O"],
    "TagBox": ["right", "t", "'new'"],
}


async def test_what_a_box_put_off_is_not_done_once_it_is_taken_away(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(workspace, (120, 40)) as pilot:
        await press(pilot, ["question_mark"])
        box = pilot.app.screen
        assert isinstance(box, HelpBox)
        done: list[str] = []
        box.call_after_refresh(done.append, "there")
        await pilot.pause()
        assert done == ["there"]
        kept: list[Any] = []
        monkeypatch.setattr(box, "post_message", kept.append)
        box.call_after_refresh(done.append, "gone")
        monkeypatch.undo()
        closing = box.remove()
        kept[0].callback()
        await closing
        assert done == ["there"]


async def test_what_was_worked_out_for_another_size_is_gone(workspace: Workspace) -> None:
    async with opened(workspace, (120, 40)) as pilot:
        for n in range(2000):
            Region(n, 0, 1, 1).union(Region(0, n, 1, 1))
        await pilot.resize_terminal(90, 30)
        await pilot.pause()
        assert Region.union.cache_info().currsize < 1000


@pytest.mark.parametrize("name", BOXES)
async def test_a_closed_box_is_gone_with_all_that_was_drawn_in_it(
    workspace: Workspace, name: str
) -> None:
    async with opened(workspace, (120, 40)) as pilot:
        await press(pilot, BOXES[name])
        box = pilot.app.screen
        assert isinstance(box, Over)
        assert type(box).__name__ == name
        parts = [box, *box.walk_children(Widget)]
        refs = [ref(each) for part in parts for each in (part, part._styles_cache)]
        del box, parts
        await press(pilot, ["escape"])
        assert not isinstance(pilot.app.screen, Over)
        await pilot.pause(0.6)
        gc.collect()
        assert [alive for each in refs if (alive := each()) is not None] == []
