"""The worker groups once at a time, however often it is asked, and compares meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.actions.jobs import jobs
from reader.model import Draft, When
from reader.work import Reply, Request, Turns
from reader.workspace import Workspace

TEXT = "The Tolliver Bridge in Port Ansel was shut after inspectors found a crack. Report {n}."


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workspace]:
    # Where two want the file, the one that waits fails at once.
    monkeypatch.setattr("reader.library.grouping_store.PATIENCE", 0.1)
    with Workspace.open(tmp_path) as opened:
        add(opened, 0, 3)
        yield opened


def add(workspace: Workspace, first: int, last: int) -> list[str]:
    day = When("2025-11-14")
    return [
        workspace.library.add(Draft(TEXT.format(n=n), f"/{n}", f"Bridge {n}", published=day))[1].id
        for n in range(first, last)
    ]


def test_asked_in_its_middle_it_serves_both_and_heeds_what_came_since(workspace: Workspace) -> None:
    replies: list[Reply] = []
    turns = Turns(jobs(workspace), replies.append)
    turns.take(Request(1, "group"))
    turns.step()
    late = add(workspace, 3, 4)
    turns.take(Request(2, "group"))
    while not turns.idle:
        turns.step()
    ended = {reply.number: reply for reply in replies if reply.kind != "progress"}
    assert {(number, reply.kind) for number, reply in ended.items()} == {(1, "done"), (2, "done")}
    assert ended[2].value is True
    assert late[0] in workspace.library.event_of(late)


def test_a_stop_of_the_first_leaves_the_second_its_work(workspace: Workspace) -> None:
    replies: list[Reply] = []
    turns = Turns(jobs(workspace), replies.append)
    turns.take(Request(1, "group"))
    turns.step()
    turns.take(Request(2, "group"))
    turns.step()
    turns.take(Request(1, "group", stop=True))
    while not turns.idle:
        turns.step()
    assert {reply.number: reply.kind for reply in replies if reply.kind != "progress"} == {
        1: "stopped",
        2: "done",
    }
    assert len(workspace.library.events()) < 3


def test_a_comparison_does_not_wait_for_the_grouping(workspace: Workspace) -> None:
    replies: list[Reply] = []
    turns = Turns(jobs(workspace), replies.append)
    ids = add(workspace, 5, 7)
    turns.take(Request(1, "group"))
    turns.step()
    turns.take(Request(2, "compare", (tuple(ids),)))
    assert [reply.kind for reply in replies if reply.number == 2] == ["done"]
