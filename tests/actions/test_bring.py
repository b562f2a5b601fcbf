"""Sources become articles; what fails is named and stops nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from reader.actions.bring import add
from reader.errors import LibraryError
from reader.workspace import Workspace

ROOT = Path(__file__).parents[2]


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def _report(number: int) -> str:
    return f"Lamp {number} goes out\n\nLamp number {number} on the pier went out in the night.\n"


def _outcomes(workspace: Workspace, *sources: str | Path) -> list[str]:
    return [brought.outcome for brought in add(workspace, sources)]


def test_a_folder_a_failure_and_a_file(workspace: Workspace, tmp_path: Path) -> None:
    for number in range(2):
        _write(tmp_path / "in" / f"{number}.txt", _report(number))
    _write(tmp_path / "in" / "empty.txt", "")
    single = _write(tmp_path / "single.md", _report(9))
    brought = list(add(workspace, [tmp_path / "in", "/no/such/file.txt", str(single)]))
    assert [one.outcome for one in brought] == ["added", "added", "failed", "failed", "added"]
    assert [one.reason for one in brought] == [
        "",
        "",
        "it is empty",
        "there is no such file",
        "",
    ]
    assert [one.article.title for one in brought if one.article] == [
        "Lamp 0 goes out",
        "Lamp 1 goes out",
        "Lamp 9 goes out",
    ]
    assert brought[3].source == "/no/such/file.txt"
    assert workspace.library.count() == 3


def test_adding_again_changes_nothing(workspace: Workspace, tmp_path: Path) -> None:
    _write(tmp_path / "in" / "1.txt", _report(1))
    assert _outcomes(workspace, tmp_path / "in") == ["added"]
    revision = workspace.library.revision
    assert _outcomes(workspace, tmp_path / "in", tmp_path / "in" / "1.txt") == ["unchanged"] * 2
    assert workspace.library.revision == revision


def test_a_changed_file_is_an_update_that_keeps_what_a_person_did(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = _write(tmp_path / "1.txt", _report(1))
    (first,) = add(workspace, [path])
    assert first.article is not None
    library = workspace.library
    library.edit(first.article.id, outlet="Coast Daily")
    library.mark(first.article.id, starred=True)
    _write(path, _report(2))
    (again,) = add(workspace, [path])
    assert again.article is not None
    assert (again.outcome, again.article.id) == ("updated", first.article.id)
    assert (again.article.title, again.article.outlet) == ("Lamp 2 goes out", "Coast Daily")
    assert library.marks(first.article.id).starred


def test_two_files_with_one_text(workspace: Workspace, tmp_path: Path) -> None:
    paths = [_write(tmp_path / name, _report(1)) for name in ("a.txt", "b.md")]
    assert _outcomes(workspace, *paths) == ["added", "updated"]
    (article,) = workspace.library.articles()
    assert article.sources == (str(paths[0]), str(paths[1]))
    assert _outcomes(workspace, *paths) == ["unchanged", "unchanged"]


def test_a_library_that_fails_is_no_failure_of_the_source(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = _write(tmp_path / "1.txt", _report(1))
    workspace.library.close()
    with pytest.raises(LibraryError):
        list(add(workspace, [path]))


IMPORTER = """
import sys
from pathlib import Path
from reader.actions.bring import add
from reader.workspace import Workspace

with Workspace.open(Path(sys.argv[1])) as workspace:
    for brought in add(workspace, sys.argv[2:]):
        print(brought.article.id, flush=True)
"""


def test_a_killed_import_keeps_every_article_it_reported_and_can_go_on(tmp_path: Path) -> None:
    for number in range(300):
        _write(tmp_path / "in" / f"{number:03}.txt", _report(number))
    process = subprocess.Popen(
        [sys.executable, "-c", IMPORTER, str(tmp_path / "w"), str(tmp_path / "in")],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    assert process.stdout is not None
    reported = [process.stdout.readline().strip() for _ in range(25)]
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    reported += process.stdout.read().split("\n")[:-1]
    process.stdout.close()
    with Workspace.open(tmp_path / "w") as workspace:
        kept = workspace.library.count()
        assert set(reported) <= set(workspace.library.ids())
        assert workspace.library.check() == []
        outcomes = _outcomes(workspace, tmp_path / "in")
        assert outcomes == ["unchanged"] * kept + ["added"] * (300 - kept)
