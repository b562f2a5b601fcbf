"""A letter and what it finds are painted once, but the letter does not wait for long."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from textual import events
from textual.screen import Screen

from reader.ui import finder
from reader.ui.app import ReaderApp
from reader.ui.article_screen import ArticleScreen
from reader.ui.together import Together
from reader.workspace import Workspace
from tests.ui.scenes import opened, plain, press, settle


async def test_nothing_is_painted_until_the_end_or_too_late(workspace: Workspace) -> None:
    async with opened(workspace, (80, 24)) as pilot:
        app, together = pilot.app, Together()
        together.begin(app.screen, 30)
        together.begin(app.screen, 30)
        assert app._batch_count == 1
        together.end()
        together.end()
        assert app._batch_count == 0
        together.begin(app.screen, 0.01)
        await asyncio.sleep(0.1)
        assert app._batch_count == 0


async def test_a_letter_is_painted_with_what_it_finds(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finder, "TOGETHER", 20.0)
    async with opened(workspace, (80, 24)) as pilot:
        app = pilot.app
        assert isinstance(app, ReaderApp)
        await press(pilot, ["slash"])
        found: list[bool] = []
        paint = app._display

        def displayed(screen: Screen[Any], renderable: object) -> None:
            if renderable is not None and not app._batch_count:
                found.append(app.library_screen.finder.found is not None)
            paint(screen, renderable)  # type: ignore[arg-type]

        monkeypatch.setattr(app, "_display", displayed)
        await pilot.press("p")
        await settle(pilot)
        assert found
        assert all(found)
        assert "p" in plain(pilot)[1]


async def test_a_letter_is_looked_for_once(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(workspace, (80, 24)) as pilot:
        app = pilot.app
        assert isinstance(app, ReaderApp)
        asked: list[str] = []
        find = app.desk.find

        async def counted(query: str, *args: Any, **given: Any) -> Any:
            if given["limit"] is None:
                asked.append(query)
            return await find(query, *args, **given)

        monkeypatch.setattr(app.desk, "find", counted)
        await press(pilot, ["slash", "p", "o"])
        assert asked == ["p", "po"]
        app.library_screen.find_again()
        await settle(pilot)
        assert asked == ["p", "po", "po"]


async def test_enter_opens_what_is_found_when_it_is(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(workspace, (80, 24)) as pilot:
        app = pilot.app
        assert isinstance(app, ReaderApp)
        find = app.desk.find

        async def slow(*args: Any, **given: Any) -> Any:
            await asyncio.sleep(0.3)
            return await find(*args, **given)

        monkeypatch.setattr(app.desk, "find", slow)
        await press(pilot, ["slash"])
        for key in (*"swimmers", "enter"):
            app.post_message(events.Key(key, key if len(key) == 1 else None))
        await settle(pilot)
        assert isinstance(app.front, ArticleScreen)
        assert "swimmers" in app.front.page.article.text if app.front.page else False


@pytest.mark.parametrize("query", ["council", "closed", "pool", "bridge"])
async def test_filters_count_what_is_found(workspace: Workspace, query: str) -> None:
    async with opened(workspace, (80, 24)) as pilot:
        app = pilot.app
        assert isinstance(app, ReaderApp)
        await press(pilot, ["slash", f"'{query}'"])
        found = app.library_screen.finder.found
        assert found is not None
        assert found.filters is not None
