"""Sources become articles; what fails is named and stops nothing."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from reader.actions.bring import Brought, add, put_in
from reader.errors import LibraryError
from reader.importing.found import Item, Reached
from reader.model import Draft
from reader.workspace import Workspace

ROOT = Path(__file__).parents[2]


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def _report(number: int) -> str:
    return f"Lamp {number} goes out\n\nLamp number {number} on the pier went out in the night.\n"


def _outcomes(workspace: Workspace, *sources: str | Path) -> list[str]:
    return [brought.outcome for brought in _brought(workspace, *sources)]


def _brought(workspace: Workspace, *sources: str | Path) -> list[Brought]:
    return [each for each in add(workspace, sources) if isinstance(each, Brought)]


def test_a_folder_a_failure_and_a_file(workspace: Workspace, tmp_path: Path) -> None:
    for number in range(2):
        _write(tmp_path / "in" / f"{number}.txt", _report(number))
    _write(tmp_path / "in" / "empty.txt", "")
    single = _write(tmp_path / "single.md", _report(9))
    brought = _brought(workspace, tmp_path / "in", "/no/such/file.txt", str(single))
    assert [one.outcome for one in brought] == ["added", "added", "failed", "failed", "added"]
    assert [one.reason for one in brought] == [
        "",
        "",
        "it is empty",
        "there is no such file",
        "",
    ]
    ids = [one.article for one in brought if one.article]
    assert [article.title for article in workspace.library.articles(ids)] == [
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
    (first,) = _brought(workspace, path)
    assert first.article is not None
    library = workspace.library
    library.edit(first.article, outlet="Coast Daily")
    library.mark(first.article, starred=True)
    _write(path, _report(2))
    (again,) = _brought(workspace, path)
    assert (again.outcome, again.article) == ("updated", first.article)
    article = library.get(first.article)
    assert (article.title, article.outlet) == ("Lamp 2 goes out", "Coast Daily")
    assert library.marks(article.id).starred


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


def test_a_stop_keeps_what_has_been_read(workspace: Workspace, tmp_path: Path) -> None:
    for number in range(100):
        _write(tmp_path / "in" / f"{number:03}.txt", _report(number))
    coming = add(workspace, [tmp_path / "in"])
    told = [each for each, _ in zip(coming, range(70), strict=False) if isinstance(each, Brought)]
    coming.close()  # type: ignore[attr-defined]
    kept = workspace.library.count()
    assert len(told) <= kept < 100
    assert workspace.library.ids()
    outcomes = _outcomes(workspace, tmp_path / "in")
    assert outcomes == ["unchanged"] * kept + ["added"] * (100 - kept)


def test_drafts_that_wait_are_kept_at_a_stop(workspace: Workspace) -> None:
    drafts = [Draft(f"Lamp {n} went out.\n", f"/{n}") for n in range(3)]
    items: list[Item] = [*drafts, Reached(0.5)]
    coming = put_in(workspace, items)
    assert next(coming) == Reached(0.5)
    assert workspace.library.count() == 0
    coming.close()  # type: ignore[attr-defined]
    assert workspace.library.count() == 3


def test_how_far_it_is_grows_to_the_end(workspace: Workspace, tmp_path: Path) -> None:
    for number in range(30):
        _write(tmp_path / "in" / f"{number:03}.txt", _report(number))
    shares = [
        each.share
        for each in add(workspace, [tmp_path / "in", "/no/such/file.txt"])
        if isinstance(each, Reached)
    ]
    assert shares == sorted(shares)
    assert (shares[-1], 0.5 in shares) == (1.0, True)


IMPORTER = """
import sys
from pathlib import Path
from reader.actions.bring import Brought, add
from reader.workspace import Workspace

with Workspace.open(Path(sys.argv[1])) as workspace:
    for brought in add(workspace, sys.argv[2:]):
        if isinstance(brought, Brought):
            print(brought.article, flush=True)
print("done", flush=True)
"""
MOMENTS = 50


@pytest.mark.slow
def test_killed_at_fifty_moments_an_import_loses_nothing_it_reported(tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    lamps = 4_000
    rows.write_text(
        "\n".join(json.dumps({"title": f"Lamp {n}", "text": _report(n)}) for n in range(lamps)),
        "utf-8",
    )
    chance = random.Random(7)
    reported: set[str] = set()
    kills = rounds = 0
    while kills < MOMENTS:
        folder = tmp_path / f"w{rounds}"
        ended = _import_and_kill(folder, rows, reported, chance.uniform(0, 0.25))
        kills += not ended
        with Workspace.open(folder) as workspace:
            assert reported <= set(workspace.library.ids())
            assert workspace.library.check() == []
            if ended:
                assert workspace.library.count() == lamps
                reported.clear()
                rounds += 1
    with Workspace.open(folder) as workspace:
        assert _outcomes(workspace, rows).count("failed") == 0
        assert workspace.library.count() == lamps


def _import_and_kill(folder: Path, rows: Path, reported: set[str], after: float) -> bool:
    """Import until some time after the first word; whether it came to its end before."""
    process = subprocess.Popen(
        [sys.executable, "-c", IMPORTER, str(folder), str(rows)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    assert process.stdout is not None
    said = [process.stdout.readline().strip()]
    killer = threading.Timer(after, os.kill, (process.pid, signal.SIGKILL))
    killer.start()
    said += [line.strip() for line in process.stdout if line.endswith("\n")]
    killer.cancel()
    process.wait()
    process.stdout.close()
    reported.update(line for line in said if line != "done")
    return said[-1] == "done"
