"""Keys that come together do what they do one after the other."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot

from reader.ui import inorder
from reader.ui.app import ReaderApp
from reader.ui.article_screen import ArticleScreen
from reader.ui.desk import Desk
from reader.workspace import Workspace
from tests.ui.scenes import opened, settle

NAMED = {"/": "slash", " ": "space"}


async def together(pilot: Pilot[int], keys: Iterable[str]) -> ReaderApp:
    """Press keys before the first of them has done anything."""
    app = pilot.app
    assert isinstance(app, ReaderApp)
    for key in keys:
        app.post_message(events.Key(NAMED.get(key, key), key if len(key) == 1 else None))
    await settle(pilot)
    return app


@pytest.mark.parametrize(
    ("keys", "typed"),
    [
        (["/", *"ab", "backspace", "backspace", *"pool"], "pool"),
        (["/", *"road", "ctrl+u", *"pool"], "pool"),
        (["/", *"pl", "left", *"oo"], "pool"),
    ],
)
async def test_an_input_takes_them_in_their_order(
    workspace: Workspace, keys: list[str], typed: str
) -> None:
    async with opened(workspace, (100, 30)) as pilot:
        app = await together(pilot, keys)
        assert app.library_screen.finder.input.value == typed


async def test_behind_the_key_that_leaves_an_input_nothing_is_typed_into_it(
    workspace: Workspace,
) -> None:
    async with opened(workspace, (100, 30)) as pilot:
        app = await together(pilot, ["/", *"bridge", "down", "j", "j"])
        screen = app.library_screen
        assert screen.finder.input.value == "bridge"
        rows = screen.documents
        assert rows.has_focus
        found = [row for row in rows.items if row.kind == "article"]
        assert rows.current in found[1:]


async def test_the_way_into_the_results_waits_for_them(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    find = Desk.find

    async def slow(desk: Desk, *asked: Any, **more: Any) -> Any:
        await asyncio.sleep(0.2)
        return await find(desk, *asked, **more)

    monkeypatch.setattr(Desk, "find", slow)
    async with opened(workspace, (100, 30)) as pilot:
        app = await together(pilot, ["/", *"launch bicycles", "down", "enter"])
        rows = app.library_screen.documents.items
        first = next(row for row in rows if row.kind == "article")
        assert isinstance(app.screen, ArticleScreen)
        assert app.screen.current_article() == first.id


async def test_keys_go_on_where_what_took_one_is_gone(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inorder, "_PATIENCE", 0.05)
    lost = iter([True])

    async def lose_one(app: ReaderApp, key: int) -> None:
        if not next(lost, False):
            await done(app, key)

    done = ReaderApp._unless_done
    monkeypatch.setattr(ReaderApp, "_unless_done", lose_one)
    async with opened(workspace, (100, 30)) as pilot:
        app = await together(pilot, ["/", *"pool"])
        await pilot.pause(0.2)
        assert app.library_screen.finder.input.value == "pool"
