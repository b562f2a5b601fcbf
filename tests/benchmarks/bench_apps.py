"""The program beside others, in one run: `python -m tests.benchmarks.bench_apps [ARTICLES...]`.

First frame, quitting, a cursor key to its repaint, memory: measured from outside, in a pseudo-
terminal of 120x40. The peer is a minimal Textual app of the same widgets. newsboat and
toolong (`tl`) are left out where they are not on the PATH. Of a number, a library of so many
articles is made, as large as real ones; a folder is a library. It reports, and never fails on time.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from reader.actions.indexing import sync
from reader.model import Draft
from reader.workspace import Workspace
from tests.benchmarks.bench_screens import Session
from tests.benchmarks.newspaper import Newspaper
from tests.soak import resident

RUNS, KEYS = 5, 100
PEER = """
import sys
from textual.app import App
from textual.containers import Horizontal
from textual.widgets import Footer, Header, Input, OptionList, Static
class Peer(App):
    CSS = "OptionList, Static { width: 1fr; height: 1fr; }"
    BINDINGS = [("q", "quit", "Quit")]
    def compose(self):
        yield Header()
        yield Input(placeholder="search all articles")
        with Horizontal():
            yield OptionList(*(f"row {i}" for i in range(int(sys.argv[1]))), markup=False)
            yield Static("preview " * 200, markup=False)
        yield Footer()
    def on_mount(self):
        self.query_one(OptionList).focus()
Peer().run()
"""


@dataclass(frozen=True, slots=True)
class Peer:
    """A program, and how it is used."""

    name: str
    command: Sequence[str]
    shows: bytes
    """Words of its first frame."""
    down: bytes
    quits: bytes
    opens: bytes = b""
    """What is pressed before its list is in front."""


def library(folder: Path, articles: int) -> None:
    """A library of made-up articles, grouped by fiat and indexed."""
    paper = Newspaper()
    with Workspace.open(folder) as workspace:
        made = (paper.article(number) for number in range(articles))
        drafts = (Draft(a.text, f"/{a.id}", a.title, a.outlet, published=a.published) for a in made)
        workspace.library.add_all(drafts)
        workspace.library.save_events((), workspace.library.revision)
        sync(workspace)


def titles(folder: Path) -> Iterator[tuple[str, str]]:
    """Headline and beginning of each article, for the others."""
    with Workspace.open(folder) as workspace:
        for article in workspace.library.articles():
            yield article.title or "no headline", article.text[:500]


def peers(folder: Path, work: Path) -> Iterator[Peer]:
    """The programs that are here, ready to be started on as many articles."""
    python, rows = sys.executable, list(titles(folder))
    shows = f"{len(rows):,} articles".encode()
    yield Peer("reader", [python, "-m", "reader", "--library", str(folder)], shows, b"j", b"Q")
    same = [python, "-c", PEER, str(len(rows))]
    yield Peer("minimal Textual app of the same widgets", same, b"row 1", b"\x1b[B", b"q")
    yield Peer("Textual's own demo", [python, "-m", "textual"], b"Textual", b"\x1b[B", b"\x11")
    if tl := shutil.which("tl"):
        log = work / "titles.log"
        log.write_text("\n".join(title for title, _ in rows) + "\n", encoding="utf-8")
        words = rows[-1][0].split()[0].encode()
        yield Peer("toolong, a line for each article", [tl, str(log)], words, b"\x1b[A", b"\x03")
    if newsboat := shutil.which("newsboat"):
        files = ["-u", str(work / "urls"), "-c", str(work / "cache.db"), "-C", str(work / "config")]
        (work / "urls").write_text(f"file://{work / 'feed.xml'}\n")
        (work / "config").write_text("max-items 0\n")
        items = "".join(
            f"<item><title>{escape(title)}</title><guid>{n}</guid>"
            f"<description>{escape(text)}</description></item>"
            for n, (title, text) in enumerate(rows)
        )
        head = '<rss version="2.0"><channel><title>All of them</title>'
        (work / "feed.xml").write_text(f"{head}{items}</channel></rss>", encoding="utf-8")
        subprocess.run([newsboat, *files, "-x", "reload"], check=True)
        yield Peer("newsboat", [newsboat, *files], b"All of them", b"j", b"Q", b"\r")


def measured(peer: Peer) -> str:
    """One row of the table."""
    frames, quits, keys, megabytes = [], [], [], 0.0
    for run in range(RUNS):
        session = Session(peer.command)
        frames.append(1000 * session.until(peer.shows))
        session.quiet(1.0)
        if run == 0:
            session.answer(peer.opens or peer.down, last=True)
            session.quiet(2.0)
            keys = [k for _ in range(KEYS) if (k := session.answer(peer.down, last=False))]
            megabytes = sum(resident(session.process.pid).values())
        start = time.perf_counter()
        quits.append(session.leave(peer.quits) - start)
        session.close()
    cuts = statistics.quantiles(keys, n=20) if len(keys) > 1 else [float("nan")] * 19
    frame, quit_ = statistics.median(frames), 1000 * statistics.median(quits)
    key = f"{cuts[9]:.1f} / {cuts[18]:.1f}"
    return f"| {peer.name} | {frame:.0f} | {quit_:.0f} | {key} | {megabytes:.0f} |"


def main(asked: Sequence[str]) -> None:
    """Measure on each library."""
    for each in asked:
        with tempfile.TemporaryDirectory() as name:
            work = Path(name)
            folder = Path(each)
            if each.isdigit():
                library(folder := work / "library", int(each))
            print(f"| {each} | first frame | quit | key p50 / p95 | MB |\n|---|---|---|---|---|")
            for peer in peers(folder, work):
                print(measured(peer), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:] or ["100"])
