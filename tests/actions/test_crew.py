"""Work spread over further processes: nothing is lost, and no process stays."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
import types
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from reader.actions.crew import Crew

ROOT = Path(__file__).parents[2]


def half(number: int) -> float:
    return number / 2


def where(_: object) -> int:
    return os.getpid()


def reciprocal(number: int) -> float:
    return 1 / number


def end(number: int) -> int:
    """End the helper, but not the program that the tests run in."""
    if os.getpid() != number:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def locked(_: object) -> Any:
    lock = threading.Lock()
    lock.acquire()
    return lock


def wait(path: str) -> None:
    if "reader.actions.crew" in sys.orig_argv:
        time.sleep(20)
    Path(path).touch()


def talk(number: int) -> int:
    print("said in passing", flush=True)
    return number


@pytest.fixture(autouse=True)
def two(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[subprocess.Popen[bytes]]]:
    """The processes that were started; none is left, nor a pipe to one."""
    made: list[subprocess.Popen[bytes]] = []
    start = subprocess.Popen

    def note(*args: Any, **more: Any) -> subprocess.Popen[bytes]:
        made.append(start(*args, **more))
        return made[-1]

    monkeypatch.setattr(subprocess, "Popen", note)
    yield made
    for each in made:
        assert each.returncode is not None
        assert each.stdin is not None
        assert each.stdin.closed
        assert each.stdout is not None
        assert each.stdout.closed


Started = list[subprocess.Popen[bytes]]


def test_answers_come_in_the_order_of_the_pieces(started: Started) -> None:
    with Crew(needed=True) as helpers:
        assert list(helpers.map(half, range(50))) == [number / 2 for number in range(50)]
        pids = set(helpers.map(where, range(8)))
        assert list(helpers.map(half, [])) == []
    assert pids == {each.pid for each in started}
    assert len(pids) == 2


def test_no_process_where_there_is_little_to_do(started: Started) -> None:
    with Crew(needed=False) as helpers:
        assert set(helpers.map(where, range(3))) == {os.getpid()}
    assert started == []


@pytest.mark.parametrize("processors", [None, 1])
def test_no_more_helpers_than_processors(
    processors: int | None, started: Started, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: processors)
    with Crew(needed=True) as helpers:
        assert len(set(helpers.map(where, range(4)))) == 1
    assert len(started) == 1


def test_a_killed_helper_loses_nothing(started: Started) -> None:
    with Crew(needed=True) as helpers:
        answers = helpers.map(half, range(40))
        found = [next(answers) for _ in range(3)]
        started[0].kill()
        found += answers
        assert found == [number / 2 for number in range(40)]
        assert started[1].pid in set(helpers.map(where, range(4))), "the other one goes on"


def test_work_that_ends_its_helper_is_done_here(started: Started) -> None:
    with Crew(needed=True) as helpers:
        assert list(helpers.map(end, [os.getpid()] * 6)) == [os.getpid()] * 6


def test_what_fails_is_told_where_it_is_asked_for(
    started: Started, capfd: pytest.CaptureFixture[str]
) -> None:
    with Crew(needed=True) as helpers:
        answers = helpers.map(reciprocal, [1, 2, 0, 4])
        assert [next(answers), next(answers)] == [1, 0.5]
        with pytest.raises(ZeroDivisionError):
            next(answers)
        assert list(helpers.map(half, range(9))) == [number / 2 for number in range(9)]
    assert capfd.readouterr().err == "", "nothing is written over the screen"


def test_what_cannot_be_sent_is_done_here(started: Started) -> None:
    with Crew(needed=True) as helpers:
        assert list(helpers.map(lambda number: number + 1, range(5))) == [1, 2, 3, 4, 5]
        assert set(helpers.map(where, range(4))) == {each.pid for each in started}


def test_an_answer_that_cannot_be_sent_is_worked_out_here(started: Started) -> None:
    with Crew(needed=True) as helpers:
        (lock,) = helpers.map(locked, [1])
        assert lock.locked()


def test_what_a_helper_does_not_know_is_done_here(
    started: Started, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    unknown = types.ModuleType("unknown_there")
    exec("def work(number): return -number", unknown.__dict__)
    monkeypatch.setitem(sys.modules, "unknown_there", unknown)
    with Crew(needed=True) as helpers:
        assert list(helpers.map(unknown.work, range(4))) == [0, -1, -2, -3]
    assert capfd.readouterr().err == ""


def test_what_work_prints_is_no_answer(started: Started) -> None:
    with Crew(needed=True) as helpers:
        assert list(helpers.map(talk, range(4))) == [0, 1, 2, 3]


def test_a_block_that_is_left_early_leaves_no_process(started: Started) -> None:
    with suppress(KeyError), Crew(needed=True) as helpers:
        next(helpers.map(half, range(100)))
        raise KeyError
    with Crew(needed=True) as helpers:
        helpers.map(half, range(100))
    assert len(started) == 4


def test_work_that_is_not_wanted_any_more_is_not_begun_here(
    started: Started, tmp_path: Path
) -> None:
    with Crew(needed=True) as helpers:
        helpers.map(wait, [str(tmp_path / "done")] * 2)
        time.sleep(0.5)
    assert not (tmp_path / "done").exists()


def test_without_processes_the_work_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("no more processes")

    monkeypatch.setattr(subprocess, "Popen", refuse)
    with Crew(needed=True) as helpers:
        assert set(helpers.map(where, range(4))) == {os.getpid()}


SCRIPT = """
import math
from reader.actions.crew import Crew
with Crew(needed=True) as helpers:
    print(*helpers.map(math.sqrt, [1, 4, 9]))
"""


def run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(words, capture_output=True, text=True, cwd=ROOT, timeout=60)


def test_it_works_in_a_program_without_a_file() -> None:
    done = run(sys.executable, "-W", "error", "-c", SCRIPT)
    assert (done.stdout, done.stderr) == ("1.0 2.0 3.0\n", "")


def test_a_helper_ends_when_nobody_asks_any_more() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "reader.actions.crew"],
        input=b"",
        capture_output=True,
        cwd=ROOT,
        timeout=60,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
