"""Work of a screen: what it may do when the screen is being taken away."""

from __future__ import annotations

import asyncio

import pytest
from textual.css.query import NoMatches
from textual.worker import WorkerFailed

from reader.ui.tasks import begin
from reader.workspace import Workspace
from tests.ui.scenes import opened


async def test_what_outlives_the_parts_of_its_screen_ends_in_silence(workspace: Workspace) -> None:
    async with opened(workspace, (80, 24)) as pilot:
        screen, gone, ended = pilot.app.screen, asyncio.Event(), asyncio.Event()

        async def look() -> None:
            await gone.wait()
            ended.set()
            screen.query_one("#list")

        begin(screen, "looking", look)
        await screen.remove_children()
        gone.set()
        await ended.wait()
        await pilot.pause()


async def test_what_misses_a_part_of_a_screen_that_is_there_fails(workspace: Workspace) -> None:
    async def look_for_nothing() -> None:
        async with opened(workspace, (80, 24)) as pilot:
            screen = pilot.app.screen

            async def look() -> None:
                screen.query_one("#nosuch")

            begin(screen, "looking", look)
            await pilot.pause(0.2)

    with pytest.raises(WorkerFailed) as failed:
        await look_for_nothing()
    assert isinstance(failed.value.error, NoMatches)
