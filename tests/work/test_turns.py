"""The worker's turns: short jobs go before long ones, one failure ends nothing else."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from reader.errors import UsageError
from reader.work import Reply, Request, Turns, read_frame, write_frame


class Log:
    def __init__(self) -> None:
        self.replies: list[Reply] = []
        self.closed: list[str] = []

    def long(self, name: str, steps: int) -> Iterator[tuple[int, int]]:
        try:
            for step in range(steps):
                yield step + 1, steps
        finally:
            self.closed.append(name)

    def said(self) -> list[tuple[int, str, Any]]:
        return [(reply.number, reply.kind, reply.value) for reply in self.replies]


@pytest.fixture
def log() -> Log:
    return Log()


@pytest.fixture
def turns(log: Log) -> Turns:
    def fail(error: Exception) -> None:
        raise error

    jobs: dict[str, Callable[..., Any]] = {
        "add": lambda a, b: a + b,
        "count": lambda steps: log.long("count", steps),
        "fail": fail,
    }
    return Turns(jobs, log.replies.append, beat=0)


def test_a_short_job_is_done_between_two_steps_of_a_long_one(turns: Turns, log: Log) -> None:
    turns.take(Request(1, "count", (2,)))
    turns.step()
    turns.take(Request(2, "add", (2, 3)))
    turns.step()
    turns.step()
    assert log.said() == [
        (1, "progress", (1, 2)),
        (2, "done", 5),
        (1, "progress", (2, 2)),
        (1, "done", None),
    ]
    assert turns.idle


def test_the_newest_long_job_goes_first(turns: Turns, log: Log) -> None:
    turns.take(Request(1, "count", (1,)))
    turns.take(Request(2, "count", (1,)))
    for _ in range(4):
        turns.step()
    assert [reply.number for reply in log.replies] == [2, 2, 1, 1]


@pytest.mark.parametrize(
    ("error", "sentence"),
    [(UsageError("name two articles"), "name two articles"), (ValueError("x"), "ValueError: x")],
)
def test_a_failure_is_a_sentence_and_ends_nothing_else(
    turns: Turns, log: Log, error: Exception, sentence: str
) -> None:
    turns.take(Request(1, "fail", (error,)))
    turns.take(Request(2, "add", (1, 1)))
    turns.take(Request(3, "no such job"))
    assert log.said()[:2] == [(1, "failed", sentence), (2, "done", 2)]
    assert log.replies[2].kind == "failed"


def test_a_stopped_job_is_closed_and_says_so(turns: Turns, log: Log) -> None:
    turns.take(Request(1, "count", (9,)))
    turns.step()
    turns.take(Request(1, "count", stop=True))
    assert log.said()[-1] == (1, "stopped", None)
    assert log.closed == ["count"]
    assert turns.idle


def test_frames_survive_a_pipe_and_a_cut_one_is_the_end() -> None:
    stream = io.BytesIO()
    write_frame(stream, Request(7, "add", ("å" * 70_000,)))
    stream.seek(0)
    assert read_frame(stream) == Request(7, "add", ("å" * 70_000,))
    with pytest.raises(EOFError):
        read_frame(stream)
