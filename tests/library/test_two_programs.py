"""Several processes and threads use one library; one that dies takes nothing with it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

from reader.library.library import Library
from reader.model import Draft

ROOT = Path(__file__).parents[2]

WRITER = """
import sys
from pathlib import Path
from reader.library.library import Library
from reader.model import Draft

with Library.open(Path(sys.argv[1])) as library:
    for number in range(int(sys.argv[3])):
        draft = Draft(f"{sys.argv[2]} wrote note {number}.\\n", f"/{sys.argv[2]}/{number}.txt")
        outcome, article = library.add(draft)
        library.mark(article.id, starred=True)
        print(outcome, article.id, flush=True)
"""


def _writer(path: Path, name: str, count: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), name, str(count)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )


def test_two_processes_write_into_a_new_library_at_once(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite3"
    writers = [_writer(path, name, 150) for name in ("left", "right", "left")]
    printed = [writer.communicate(timeout=60)[0].split() for writer in writers]
    assert [writer.returncode for writer in writers] == [0, 0, 0]
    assert all(len(words) == 300 for words in printed)
    with Library.open(path) as library:
        assert set(library.ids()) == {word for words in printed for word in words[1::2]}
        assert library.count() == 300
        assert library.marked(starred=True) == set(library.ids())
        assert library.check() == []
        outcomes = [word for words in printed for word in words[::2]]
        assert (outcomes.count("added"), outcomes.count("unchanged")) == (300, 150)


def test_a_killed_process_leaves_every_article_it_reported(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite3"
    for stop in (1, 7, 40):
        writer = _writer(path, f"killed{stop}", 100_000)
        assert writer.stdout is not None
        reported = [writer.stdout.readline().split()[1] for _ in range(stop)]
        os.kill(writer.pid, signal.SIGKILL)
        rest = writer.stdout.read().split("\n")
        reported += [line.split()[1] for line in rest[:-1]]
        writer.stdout.close()
        writer.wait()
        with Library.open(path) as library:
            assert set(reported) <= set(library.ids())
            assert library.check() == []


def test_threads_share_a_library(library: Library) -> None:
    failures: list[BaseException] = []

    def write(name: str) -> None:
        try:
            for number in range(30):
                library.add(Draft(f"{name} {number}.\n", f"/{name}/{number}"))
                assert library.count() > 0
        except BaseException as error:  # noqa: BLE001 shown below
            failures.append(error)

    threads = [threading.Thread(target=write, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert library.count() == 120


def test_connections_of_threads_that_ended_are_closed(library: Library) -> None:
    for _ in range(20):
        thread = threading.Thread(target=library.count)
        thread.start()
        thread.join()
    assert len(library._database._open) <= 2


def test_a_reader_sees_whole_changes_only(library: Library) -> None:
    with library._database.read() as connection:
        before = connection.execute("SELECT count(*) FROM articles").fetchone()
        thread = threading.Thread(target=library.add, args=(Draft("Late news.\n", "/late"),))
        thread.start()
        thread.join()
        assert connection.execute("SELECT count(*) FROM articles").fetchone() == before
    assert library.count() == 1
