"""The worker process as the screens use it: asked, stopped, killed."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from reader.errors import Cancelled, ReaderError
from reader.model import Draft
from reader.ui.worker import Worker
from reader.workspace import Workspace

TEXT = (
    "The Tolliver Bridge in Port Ansel was shut on Tuesday after a crack was found. Number {n}.\n"
)


@pytest.fixture
async def worker(tmp_path: Path) -> AsyncIterator[Worker]:
    with Workspace.open(tmp_path) as workspace:
        for n in range(4):
            workspace.library.add(Draft(TEXT.format(n=n) * 3, f"/{n}", f"Bridge shut {n}"))
        started = Worker(workspace.data, workspace.cache)
        yield started
        started.stop()


async def test_it_groups_indexes_and_compares(worker: Worker, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    assert await worker.ask("group", progress=lambda d, n: told.append((d, n))) is True
    assert set(told) == {(4, 4)}
    assert await worker.ask("index") is None
    with Workspace.open(tmp_path) as workspace:
        ids = tuple(workspace.library.ids()[:2])
        assert workspace.index.revision == workspace.library.revision
    comparison = await worker.ask("compare", ids)
    assert comparison.articles == ids


async def test_what_cannot_be_is_a_sentence(worker: Worker) -> None:
    with pytest.raises(ReaderError, match="no article has the id 'nosuch'"):
        await worker.ask("compare", ("nosuch", "other"))


async def test_a_killed_worker_says_so_and_the_next_question_starts_another(
    worker: Worker,
) -> None:
    await worker.ask("group")
    assert worker._process is not None
    os.kill(worker._process.pid, signal.SIGSTOP)
    asked = asyncio.create_task(worker.ask("index"))
    await asyncio.sleep(0.1)
    os.kill(worker._process.pid, signal.SIGKILL)
    with pytest.raises(ReaderError, match="background process ended"):
        await asyncio.wait_for(asked, 20)
    assert await asyncio.wait_for(worker.ask("index"), 20) is None


async def test_who_awaits_a_stopped_worker_is_told_and_no_other_is_started(
    worker: Worker,
) -> None:
    await worker.ask("group")
    assert worker._process is not None
    os.kill(worker._process.pid, signal.SIGSTOP)
    asked = asyncio.create_task(worker.ask("index"))
    await asyncio.sleep(0.1)
    await asyncio.to_thread(worker.stop)
    worker.give_up()
    with pytest.raises(Cancelled):
        await asyncio.wait_for(asked, 20)
    with pytest.raises(Cancelled):
        await worker.ask("index")
    assert not worker.running


async def test_what_is_asked_while_a_thread_stops_it_is_given_up(
    worker: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = worker.start

    def start_and_be_stopped() -> None:
        start()
        worker.stop()

    monkeypatch.setattr(worker, "start", start_and_be_stopped)
    asked = asyncio.create_task(worker.ask("revision"))
    await asyncio.sleep(0)
    worker.give_up()
    with pytest.raises(Cancelled):
        await asyncio.wait_for(asked, 20)


async def test_added_sources_come_back_with_what_became_of_them(
    worker: Worker, tmp_path: Path
) -> None:
    path = tmp_path / "new.md"
    path.write_text("A museum opens in spring with a show of clocks.\n")
    tally = await worker.ask("add", (str(path), str(tmp_path / "missing.md")))
    assert (len(tally.added), [source for source, _ in tally.failed]) == (
        1,
        [str(tmp_path / "missing.md")],
    )
