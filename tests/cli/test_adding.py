"""`reader add` with many sources, columns of data sets, progress, and a stop in between."""

from __future__ import annotations

import io
import json
import os
import re
import signal
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.actions.bring import Brought
from reader.cli.intake import Intake, document, show, taken
from reader.cli.output import Output
from reader.cli.progress import Counting
from reader.model import Draft
from reader.workspace import Workspace
from tests.cli.conftest import Run
from tests.cli.terminal import in_terminal

READER = [sys.executable, "-m", "reader"]


def sentence(number: int) -> str:
    return f"The lighthouse keeper counted {number} gulls on pier {number * 7} and wrote it down."


def rows(path: Path, count: int, **named: str) -> Path:
    """A data set of this many articles."""
    lines = [
        json.dumps({"id": f"n{n}", "headline": f"Gulls {n}", **named, "text": sentence(n)})
        for n in range(count)
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_data_set(run: Run, tmp_path: Path) -> None:
    path = rows(tmp_path / "gulls.jsonl", 150)
    first = run("add", str(path), "--json").json
    assert list(first) == ["added", "updated", "unchanged", "failed"]
    assert [one["title"] for one in first["added"]] == [f"Gulls {n}" for n in range(150)]
    again = run("add", str(path))
    assert (again.code, again.out, again.err) == (0, "", "150 unchanged.\n")


def test_a_date_that_cannot_be_read_is_told_once(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "gulls.md"
    path.write_text(f"---\ndate: one fine day\n---\n{sentence(3)}\n", encoding="utf-8")
    told = f"Added, but not understood: {path}: date: one fine day\n"
    first, again = run("add", str(path)), run("add", str(path))
    assert (first.code, first.err) == (0, told)
    assert (again.code, again.err) == (0, "1 unchanged.\n")


def test_rows_stay_where_nobody_looks(run: Run, tmp_path: Path) -> None:
    """Piped, every article has its row, however many there are."""
    ran = run("add", str(rows(tmp_path / "gulls.jsonl", 40)))
    lines = ran.out.splitlines()
    assert len(lines) == 40
    assert lines[39].split("\t")[::2] == ["added", "Gulls 39"]


@pytest.mark.parametrize(("count", "said"), [(30, "Gulls 29"), (31, "Articles: 31 added.")])
def test_a_person_reads_counts_where_there_are_many(
    run: Run, library: Path, tmp_path: Path, count: int, said: str
) -> None:
    run("add", str(rows(tmp_path / "gulls.jsonl", count)))
    stream = Terminal()
    with Workspace.open(library) as workspace:
        intake = Intake()
        intake.tally.added += workspace.library.ids()
        show(workspace, intake, Output(json=False, stdout=stream))
    assert said in stream.getvalue()
    assert stream.getvalue().count("\n") == (1 if count == 31 else 31)


@pytest.mark.parametrize("form", ["rows", "json"])
def test_texts_are_not_held(library: Path, monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    """Printing 3,000 articles of 10 kB takes a fraction of their 30 MB."""
    monkeypatch.setattr("reader.cli.intake.event_of", lambda _: {})
    drafts = [Draft(f"{n} {'gulls ' * 1_700}", f"/{n}.txt") for n in range(3_000)]
    with Workspace.open(library) as workspace:
        intake = Intake()
        intake.tally.added += [one.article for one in workspace.library.add_all(drafts)]
        drafts.clear()
        tracemalloc.start()
        try:
            if form == "rows":
                show(workspace, intake, Output(json=False, stdout=io.StringIO()))
            else:
                assert len(document(workspace, intake)["added"]) == 3_000
            assert tracemalloc.get_traced_memory()[1] < 20_000_000
        finally:
            tracemalloc.stop()


def test_an_article_is_listed_once(run: Run, tmp_path: Path) -> None:
    """Added by one source and changed by the next it is new, not new and changed."""
    path = tmp_path / "twice.jsonl"
    texts = [sentence(1), sentence(2)]
    path.write_text("\n".join(json.dumps({"id": "a", "text": text}) for text in texts) + "\n")
    added = run("add", str(path), "--json").json
    assert (len(added["added"]), len(added["updated"])) == (1, 0)


def test_fields(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "odd.csv"
    path.write_text(f"key,what,who\n7,{sentence(7)},Gull Gazette\n", encoding="utf-8")
    without = run("add", str(path))
    assert without.code == 1
    assert "--field text=COLUMN" in without.err
    options = ["--field", "text=what", "--field=outlet = who", "--field", "id=key"]
    (article,) = run("add", *options, str(path), "--json").json["added"]
    assert article["outlet"] == "Gull Gazette"
    assert article["source"] == f"{path}#7"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("text", "NAME=COLUMN"),
        ("text=", "NAME=COLUMN"),
        ("words=x", "NAME is one of text, title, outlet, byline, published, url, language, tags"),
        ("text=b", "twice"),
    ],
)
def test_wrong_fields(run: Run, tmp_path: Path, given: str, said: str) -> None:
    path = rows(tmp_path / "gulls.jsonl", 1)
    ran = run("add", "--field", "text=a", "--field", given, str(path))
    assert (ran.code, ran.raw) == (2, b"")
    assert said in ran.err


def test_very_many_failures_are_counted(run: Run, tmp_path: Path) -> None:
    names = [str(tmp_path / f"missing-{n}.txt") for n in range(53)]
    ran = run("add", *names)
    lines = ran.err.splitlines()
    assert ran.code == 1
    assert lines[49] == f"Not added: {names[49]}: there is no such file"
    assert lines[50:] == ["Not added: 3 more."]
    failed = run("add", *names, "--json").json["failed"]
    assert [one["source"] for one in failed] == names


def test_help_names_every_kind(run: Run) -> None:
    shown = run("add", "--help").out
    kinds = (
        "texts Markdown .txt .md .html .mhtml feed .opml newsletters .eml .mbox PDF EPUB "
        ".jsonl .csv .warc address"
    )
    assert [kind for kind in kinds.split() if kind not in shown] == []


LINE = re.compile(r"Adding: ([\d,]+) articles?(?:  [\d,]+/(?:s|min))?(?:  ([█░]+))?(?:  +(\d+) %)?")


def test_the_bar() -> None:
    bar = Counting("Adding")
    start = bar._start
    bar.count, bar.share = 4_100, 0.41
    assert bar.line(start + 8, 79) == ("Adding: 4,100 articles  512/s  ████████░░░░░░░░░░░░  41 %")
    # The rate is that of the last seconds, not of the whole time.
    bar.count = 4_200
    for second in range(9, 16):
        bar.count += 10
        line = bar.line(start + second, 79)
    assert "  10/s  " in line
    bar.failed = 3
    assert bar.line(start + 16, 79).startswith("Adding: 4,270 articles, 3 failed  ")


def test_the_bar_fits() -> None:
    for columns in range(5, 120):
        bar = Counting("Adding")
        bar.count, bar.share, bar.failed = 1_234_567, 0.5, 1_234
        line = bar.line(bar._start + 1, columns)
        assert len(line) <= columns
        assert line.strip()
    assert "50 %" in bar.line(bar._start + 1, 60)


def test_a_slow_rate_is_told_by_the_minute_and_none_not_at_all() -> None:
    bar = Counting("Reading feeds")
    assert bar.line(bar._start + 1, 79) == "Reading feeds: 0 articles …"
    bar.count = 1
    assert bar.line(bar._start + 4, 79) == "Reading feeds: 1 article  15/min …"


TERMINAL = """
import sys, time
from reader.cli.progress import counting
with counting("Adding") as shown:
    for n in range(16):
        shown.count, shown.share = n * 100, n / 16
        time.sleep(0.1)
print("done")
"""


def test_the_bar_in_a_terminal() -> None:
    said, _ = in_terminal([sys.executable, "-c", TERMINAL], columns=80)
    drawn = said.split("\r\x1b[K")
    assert drawn[0] == ""
    assert drawn[-1] == "done\r\n"
    bars = [LINE.fullmatch(line) for line in drawn[1:-1] if line]
    assert len(bars) >= 4
    assert all(bars)
    assert all(len(bar[0]) < 80 for bar in bars if bar)
    counts = [int(bar[1].replace(",", "")) for bar in bars if bar]
    assert counts == sorted(counts)
    # After half a second: five of the sixteen steps.
    assert counts[0] >= 300


def test_the_bar_in_ascii() -> None:
    ascii = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    said, _ = in_terminal([sys.executable, "-c", TERMINAL], columns=80, env=ascii)
    assert re.search(r"  #+\.+  \d+ %", said)
    assert "\\u" not in said
    assert said.isascii()


def test_no_bar_where_nobody_looks() -> None:
    done = subprocess.run([sys.executable, "-c", TERMINAL], capture_output=True, timeout=20)
    assert (done.stdout, done.stderr) == (b"done\n", b"")


def fed(process: subprocess.Popen[bytes], library: Path, count: int) -> int:
    """Feed rows to `add -` until some have been taken; how many articles there are then."""
    assert process.stdin
    for n in range(count):
        line = json.dumps({"id": f"n{n}", "title": f"Gulls {n}", "text": sentence(n)})
        process.stdin.write(line.encode() + b"\n")
    process.stdin.flush()
    end = time.monotonic() + 20
    while time.monotonic() < end:
        time.sleep(0.3)
        with Workspace.open(library) as workspace:
            if workspace.library.count():
                return workspace.library.count()
    raise AssertionError("nothing came in")


def test_ctrl_c_keeps_what_was_read_and_says_so(run: Run, library: Path) -> None:
    process = subprocess.Popen(
        [*READER, "add", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ},
    )
    fed(process, library, 400)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out) == (130, b"")
    told, stopped = err.decode().splitlines()
    with Workspace.open(library) as workspace:
        kept = workspace.library.count()
    assert told == f"{kept:,} new articles so far. The same command goes on from there."
    assert stopped == "Stopped. What was done by then is kept."
    assert run("check").code == 0


def test_ctrl_c_ends_the_reading_while_the_library_is_open(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Articles that have been read and wait for others are put in then."""
    closed: list[int] = []

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    with Workspace.open(library) as workspace:

        def items() -> Iterator[Brought]:
            try:
                yield Brought("a.txt", "unchanged", "a")
            finally:
                closed.append(workspace.library.count())

        held = items()
        monkeypatch.setattr("reader.actions.bring.Tally.take", interrupted)
        with pytest.raises(KeyboardInterrupt):
            taken(workspace, held, "Adding")
        assert closed == [0]


def test_paths_are_opened_by_the_ids_that_came_in(run: Run, folder: Path) -> None:
    alone = run(str(folder / "cheese.txt"))
    assert (alone.code, len(alone.out.splitlines())) == (0, 1)
    again = run(str(folder / "cheese.txt"))
    assert again.out == alone.out
    failing = run(str(folder / "cheese.txt"), "missing.txt")
    assert (failing.code, failing.out) == (1, alone.out)
    assert "Not added: " in failing.err
