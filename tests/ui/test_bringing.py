"""Adding and syncing: what is asked, how far it is, what became of it, and Esc."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Input

from reader.actions.bring import Tally
from reader.model import Feed
from reader.ui import bringing, library_deeds
from reader.ui.addbox import sources_in
from reader.ui.app import ReaderApp
from reader.ui.library_screen import LibraryScreen
from reader.ui.outcome import told
from reader.ui.pathline import PathsInput, completed, is_text, path_in
from reader.ui.progress import Progress
from reader.ui.results import ORDERS
from reader.ui.worker import OnProgress
from reader.workspace import Workspace
from tests.server import Server
from tests.ui.scenes import opened, plain, press, settle


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Workspace]:
    """An empty library of a person's own."""
    with Workspace.open(tmp_path / "own") as workspace:
        yield workspace


@pytest.mark.parametrize(
    ("line", "sources"),
    [
        ("", []),
        ("  ", []),
        ("/a/b.txt", ["/a/b.txt"]),
        ("/a folder/b c.txt", ["/a folder/b c.txt"]),
        ("/a\\ folder/b.txt", ["/a folder/b.txt"]),
        ("'/a b' \"/c d\"", ["/a b", "/c d"]),
        ("/home/o'brien/x y.txt", ["/home/o'brien/x y.txt"]),
        ("https://a.example/x", ["https://a.example/x"]),
        ("https://a.example/x  http://b.example", ["https://a.example/x", "http://b.example"]),
        ("https://a.example/x '/a b.txt'", ["https://a.example/x", "/a b.txt"]),
        ("'/unfinished quote", ["/unfinished quote"]),
        ("https://a.example/x /a b.txt", ["https://a.example/x", "/a b.txt"]),
        ("/a b.txt https://a.example/x", ["/a b.txt", "https://a.example/x"]),
        ("www.a.example/x", ["https://www.a.example/x"]),
        ("/www.a.example/x y", ["/www.a.example/x y"]),
        ("/*.txt /b", ["/*.txt /b"]),
    ],
)
def test_the_sources_in_a_line(line: str, sources: list[str]) -> None:
    assert sources_in(line) == sources


def test_what_is_there_is_taken_as_it_stands(tmp_path: Path) -> None:
    odd, one, two = tmp_path / 'it\'s "odd" www.x', tmp_path / "one.txt", tmp_path / "t wo.txt"
    for path in (odd, one, two):
        path.touch()
    assert sources_in(f" {odd} ") == [str(odd)]
    assert sources_in(f"{one} {two}") == [f"{one} {two}"]
    assert sources_in(f"{one} {str(two).replace(' ', chr(92) + ' ')}") == [str(one), str(two)]
    assert sources_in(f"{one} {one}") == [str(one), str(one)]


@pytest.mark.parametrize(
    ("tally", "feeds", "said"),
    [
        (Tally(), False, "Nothing there to add"),
        (Tally(added=["a"]), False, "1 added"),
        (Tally(["a"], ["b"], ["c", "d"]), False, "1 added, 1 updated, 2 unchanged"),
        (Tally(followed=["f"]), False, "1 feed followed"),
        (Tally(["a"], followed=["f", "g"]), False, "1 added, 2 feeds followed"),
        (Tally(failed=[("/x", "it is empty")]), False,
         "Not added: /x, it is empty   f try again"),
        (Tally(["a"], failed=[("/x", "it is empty"), ("/y", "no")]), False,
         "Not added: /x, it is empty; 1 added and 1 more   f all of them"),
        (Tally(feeds=14), True, "Nothing new from 14 feeds"),
        (Tally(["a"], ["b"], ["c"], feeds=1), True, "1 new, 1 updated from 1 feed"),
        (Tally(failed=[("https://a.example", "no answer in 20 s")]), True,
         "Not read: https://a.example, no answer in 20 s   f try again"),
    ],
)  # fmt: skip
def test_what_became_of_it(tally: Tally, feeds: bool, said: str) -> None:
    assert told(tally, 100, feeds=feeds) == (said, bool(tally.failed))


@pytest.mark.parametrize(
    ("tally", "said"),
    [
        (Tally(["a"]), "1 added: The tower of…"),
        (Tally(unchanged=["a"]), "1 unchanged: The tower o…"),
        (Tally(["a"], followed=["f"]), "1 added, 1 feed followed"),
        (Tally(["a", "b"]), "2 added"),
        (Tally(["gone"]), "1 added"),
    ],
)
def test_an_article_that_came_alone_is_named(tally: Tally, said: str) -> None:
    titles = {"a": "The tower of the old harbour"}
    assert told(tally, 22, name=lambda id: titles.get(id, "")) == (said, False)


def test_a_long_source_gives_way_to_how_it_goes_on() -> None:
    tally = Tally(failed=[("/long/" * 40, "it is empty"), ("/y", "no")])
    said, _ = told(tally, 80)
    assert len(said) <= 80
    assert said.startswith("Not added: /long/")
    assert "…" in said[:34]
    assert said.endswith("/long//long/, it is empty and 1 more   f all of them")
    said, _ = told(tally, 52)
    assert len(said) <= 52
    assert said.endswith("… and 1 more   f all of them")


def test_the_line_of_progress() -> None:
    progress = Progress("Adding", now=100.0)
    progress.take(0, 0, 0.0, now=100.0)
    for second in range(1, 10):
        progress.take(second * 512, second // 5, second / 22, now=100.0 + second)
    assert progress.line(120) == (
        "Adding: 4,608 articles, 1 not  512/s  ████░░░░░░ 40 %   Esc stop"
    )
    assert progress.line(50) == "Adding: 4,608 articles, 1 not  512/s  40 %   Esc stop"
    assert "search: 5 of 9" in progress.line(120, "search: 5 of 9")


async def test_what_failed_can_be_read_and_tried_again(own: Workspace, tmp_path: Path) -> None:
    late = tmp_path / "late.txt"
    async with opened(own, (120, 40)) as pilot:
        await press(pilot, ["f"])
        assert "Nothing failed the last time" in plain(pilot)[-1]
        await add(pilot, f'"{late}" "{tmp_path}/never.txt"')
        assert "and 1 more   f all of them" in plain(pilot)[-1]
        await press(pilot, ["f"])
        box = "\n".join(plain(pilot))
        assert "What was not added" in box
        assert "late.txt" in box
        assert "never.txt" in box
        late.write_text("The museum opens in spring, the town said on Monday.\n")
        await press(pilot, ["r"])
        assert "1 added" in plain(pilot)[-1]
        assert "1 article" in plain(pilot)[0]


async def until(condition: Callable[[], bool], seconds: float = 20) -> None:
    """Wait until something holds, and fail if it never does."""
    for _ in range(int(seconds / 0.05)):
        await asyncio.sleep(0.05)
        if condition():
            return
    raise AssertionError("it never came to that")


async def add(pilot: Pilot[int], line: str) -> None:
    """Add what a line says."""
    await pilot.press("a")
    pilot.app.screen.query_one(Input).value = line
    await press(pilot, ["enter"])


async def leave(pilot: Pilot[int], library: LibraryScreen) -> None:
    """Stop the import, and then what would be done with all that came in."""
    await pilot.press("escape")
    await until(lambda: not library.bringing.running)
    await pilot.press("escape")


def many(path: Path, count: int) -> Path:
    with path.open("w") as file:
        for number in range(count):
            text = f"The harbour board met on day {number} to look at plan {number}. " * 12
            row = {"title": f"Plan {number}", "text": text, "url": f"https://x.example/{number}"}
            file.write(json.dumps(row) + "\n")
    return path


async def test_esc_stops_and_says_what_is_kept(own: Workspace, tmp_path: Path) -> None:
    source = many(tmp_path / "many.jsonl", 20_000)
    async with opened(own, (120, 40)) as pilot:
        app = pilot.app
        assert isinstance(app, ReaderApp)
        await pilot.press("a")
        app.screen.query_one(Input).value = str(source)
        await pilot.press("enter")
        await until(lambda: " %   Esc stop" in plain(pilot)[-1])
        line = plain(pilot)[-1]
        assert "Adding: " in line
        assert " %   Esc stop" in line
        await pilot.press("a")
        app.screen.query_one(Input).value = str(source)
        await pilot.press("enter")
        assert "Articles are coming in already" in plain(pilot)[-1]
        await pilot.press("escape")
        await until(lambda: "Stopped: " in plain(pilot)[-1])
        count = len(own.library.ids())
        assert 0 < count < 20_000
        assert f"Stopped: {count:,} new articles are kept; adding the same" in plain(pilot)[-1]
        assert f"{count:,} articles" in plain(pilot)[0]
        await leave(pilot, app.library_screen)


async def test_what_has_come_in_can_be_read_and_found_while_the_rest_comes(
    own: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bringing, "LOOK", 0.3)
    source = many(tmp_path / "many.jsonl", 30_000)
    async with opened(own, (120, 40), process=True) as pilot:
        app = pilot.app
        assert isinstance(app, ReaderApp)
        library = app.library_screen
        await pilot.press("a")
        app.screen.query_one(Input).value = str(source)
        await pilot.press("enter")
        await until(lambda: len(library.shelf.cards) > 100)
        assert library.bringing.running
        await pilot.press("down", "down", "space", "down")
        view = library.documents
        held, line = view.current, view.cursor - view.scroll_offset.y
        picked = list(view.picked)
        before = len(library.shelf.cards)
        await until(lambda: len(library.shelf.cards) > before)
        assert library.bringing.running
        assert view.current == held
        assert view.cursor - view.scroll_offset.y == line
        assert view.picked == picked
        assert len(picked) == 1
        found = await app.desk.find(
            "harbour", library.shelf, typing=False, order=ORDERS[0], limit=5
        )
        assert found is not None
        assert found.total > 0
        await leave(pilot, library)


async def test_without_feeds_r_says_how_to_follow_one(own: Workspace) -> None:
    async with opened(own, (80, 24)) as pilot:
        await press(pilot, ["r"])
        assert "No feeds yet: a follows one by its address" in plain(pilot)[-1]


async def test_samples_have_no_feeds(workspace: Workspace) -> None:
    async with opened(workspace, (80, 24)) as pilot:
        await press(pilot, ["r"])
        assert "These are samples: a adds your own" in plain(pilot)[-1]


async def test_a_feed_that_fails_is_said_and_shown(own: Workspace) -> None:
    own.library.subscribe(Feed("http://127.0.0.1:9/feed", "Coast Daily", trusted=""))
    async with opened(own, (120, 40)) as pilot:
        await press(pilot, ["r"])
        assert "Not read: http://127.0.0.1:9/feed" in plain(pilot)[-1]
        await press(pilot, ["5"])
        row = next(line for line in plain(pilot) if line.startswith("▌"))
        assert row.startswith("▌! Coast Daily")
        assert "failing" in row


async def test_the_preview_stays_where_it_was_read_when_the_list_is_read_again(
    workspace: Workspace,
) -> None:
    async with opened(workspace, (80, 24)) as pilot:
        app = pilot.app
        assert isinstance(app, ReaderApp)
        await press(pilot, ["v", "down", "tab", "j", "j", "j"])
        pane = app.library_screen.preview
        assert pane.scroll_offset.y == 3
        app.library_screen.fill_list()
        await settle(pilot)
        assert pane.scroll_offset.y == 3


async def test_a_star_in_a_path_stands_for_letters(own: Workspace, tmp_path: Path) -> None:
    for name in ("a1.txt", "a2.txt", "b.txt", "c[1].txt"):
        (tmp_path / name).write_text(f"The museum of {name} opens in spring.\n")
    async with opened(own, (120, 40)) as pilot:
        await add(pilot, f"{tmp_path}/a*.txt")
        assert "2 added" in plain(pilot)[-1]
        await add(pilot, f"{tmp_path}/c[1].txt")
        assert "1 added: no headline: The museum of c[1].txt" in plain(pilot)[-1]


async def test_a_slow_host_is_waited_for_in_sight_of_the_person(own: Workspace) -> None:
    with Server() as server:
        address = server.silent("/slow")
        async with opened(own, (80, 24)) as pilot:
            app = pilot.app
            assert isinstance(app, ReaderApp)
            await pilot.press("a")
            app.screen.query_one(Input).value = address
            await pilot.press("enter")
            await until(lambda: "Adding …   Esc stop" in plain(pilot)[-1])
            await pilot.press("escape")
            await until(lambda: "Stopped: nothing new had come in" in plain(pilot)[-1], seconds=5)
            await leave(pilot, app.library_screen)


async def test_a_worker_that_ends_is_said_with_what_it_was_reading(
    own: Workspace, tmp_path: Path
) -> None:
    source = many(tmp_path / "many.jsonl", 20_000)
    async with opened(own, (120, 40), process=True) as pilot:
        app = pilot.app
        assert isinstance(app, ReaderApp)
        await pilot.press("a")
        app.screen.query_one(Input).value = str(source)
        await pilot.press("enter")
        await until(lambda: " %   Esc stop" in plain(pilot)[-1])
        process = app.desk.worker._process
        assert process is not None
        process.kill()
        await until(lambda: "Not added: " in plain(pilot)[-1])
        assert "many.jsonl, the background process ended" in plain(pilot)[-1]
        assert plain(pilot)[-1].rstrip().endswith("f try again")
        assert app.library_screen.bringing.failures[0][0] == str(source)
        assert len(app.library_screen.shelf.cards) == len(own.library.ids()) > 0
        await leave(pilot, app.library_screen)


async def test_what_was_pasted_is_taken_whole_up_to_a_bound(own: Workspace) -> None:
    addresses = " ".join(f"https://a.example/{n:04}" for n in range(500))
    async with opened(own, (80, 24)) as pilot:
        await pilot.press("a")
        line = pilot.app.screen.query_one(Input)
        line.post_message(Paste(addresses.replace(" ", "\n")))
        await settle(pilot)
        assert line.value == addresses
        line.post_message(Paste("x" * 1_000_000))
        await settle(pilot)
        assert len(line.value) == PathsInput.LONGEST
        line.value = ""
        line.post_message(Paste("https://a.example/whole " * 50_000))
        await settle(pilot)
        assert 19_000 < len(line.value) <= PathsInput.LONGEST
        assert line.value.endswith("/whole")
        await pilot.press("escape")


@pytest.mark.parametrize(
    ("line", "path"),
    [
        ("/a b/c", "/a b/c"),
        ("'/a b' '/c d", "/c d"),
        ("'/a b' ", "'/a b' "),
        ("/home/o'brien/x", "/home/o'brien/x"),
        ("https://a.example/x /a b", "/a b"),
        ("https://a.example/x", ""),
        ("/srv/www.a.example/ar", "/srv/www.a.example/ar"),
        ("a" * 20_000, "a" * 20_000),  # at once
    ],
    ids=lambda text: text[:20],
)
def test_the_path_that_is_being_typed(line: str, path: str) -> None:
    assert path_in(line) == path


def test_a_path_is_written_out_as_far_as_one_name(tmp_path: Path) -> None:
    (tmp_path / "a folder").mkdir()
    for name in ("a folder/b.txt", ".hidden", "bad\x1b[31m", "c.txt", "cd.txt"):
        (tmp_path / name).write_text("")
    assert completed(f"{tmp_path}/") == f"{tmp_path}/a folder/"
    assert completed(f"{tmp_path}/a folder/") == f"{tmp_path}/a folder/b.txt"
    assert completed(f"{tmp_path}/c") == f"{tmp_path}/c.txt"
    assert completed(f"{tmp_path}/.") == f"{tmp_path}/.hidden"
    assert completed(f"{tmp_path}/a", whole=False) == f"{tmp_path}/a folder/"
    (tmp_path / "c.text").write_text("")
    assert completed(f"{tmp_path}/c.", whole=False) == f"{tmp_path}/c.t"
    assert completed(f"{tmp_path}/c", whole=False) == f"{tmp_path}/c"
    for none in ("", "~", f"{tmp_path}/bad", f"{tmp_path}/x", "/nowhere/at/all", "a\0"):
        assert completed(none) is None


async def test_tab_writes_a_path_out_and_esc_leaves_it(own: Workspace, tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "one.md").write_text("# One\n\nThe plan was put off.\n")
    async with opened(own, (120, 40)) as pilot:
        await pilot.press("a")
        line = pilot.app.screen.query_one(PathsInput)
        for begun, written in (("ne", "news/"), ("o", "news/one.md")):
            line.value = f"{tmp_path}/{begun}" if begun == "ne" else f"{line.value}{begun}"
            line.action_end()
            await until(lambda: line._suggestion.endswith(written))  # noqa: B023
            await pilot.press("tab")
            assert line.value == f"{tmp_path}/{written}"
        (tmp_path / "news" / "one.txt").write_text("")
        line.value = f"{tmp_path}/news/o"
        for written in ("one.", "one.md"):
            await settle(pilot)
            await pilot.press("tab")
            assert line.value == f"{tmp_path}/news/{written}", "stops where two fit"
        await pilot.press("escape")


async def test_a_path_with_markup_is_shown_as_it_is(own: Workspace) -> None:
    async with opened(own, (120, 40)) as pilot:
        await press(pilot, ["a", "'/no/[/b] such [red]'", "enter"])
        assert "Not added: /no/[/b] such [red], " in plain(pilot)[-1]
        await press(pilot, ["f"])
        assert "/no/[/b] such [red]" in "\n".join(plain(pilot))


async def test_numbers_on_rows_wait_while_articles_come_in(workspace: Workspace) -> None:
    async with opened(workspace, (120, 40)) as pilot:
        app = pilot.app
        assert isinstance(app, ReaderApp)
        library = app.library_screen
        counts = library.documents.counts
        counts.clear()
        library.bringing.running = True
        library.previewer.count_soon()
        await settle(pilot)
        assert not counts
        library.bringing.running = False
        library.previewer.count_soon()
        await settle(pilot)
        assert counts


async def test_progress_of_the_search_leaves_what_was_said_meanwhile(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(workspace, (80, 24)) as pilot:
        app = pilot.app
        assert isinstance(app, ReaderApp)
        library, ask, go_on = app.library_screen, app.desk.worker.ask, asyncio.Event()
        tell: list[OnProgress] = []

        async def slow(job: str, *args: Any, progress: OnProgress | None = None) -> Any:
            if job == "index" and progress is not None:
                tell.append(progress)
                await go_on.wait()
                return "The search was built anew"
            return await ask(job, *args, progress=progress)

        app.desk.worker.ask = slow  # type: ignore[method-assign]
        monkeypatch.setattr(library_deeds, "UNTOLD", -1.0)
        bringing_up = asyncio.ensure_future(library.bring_up_to_date())
        await until(lambda: bool(tell))
        tell[0](1, 3)
        assert library.said.startswith("Building the search: 1 of 3")
        library.say("sort ended with 3")
        tell[0](2, 3)
        assert library.said == "sort ended with 3", "until a key"
        await pilot.press("down")
        tell[0](3, 3)
        assert library.said.startswith("Building the search: 3 of 3")
        library.say("sort ended with 4.")
        go_on.set()
        await bringing_up
        assert library.said == "sort ended with 4.  The search was built anew"


@pytest.mark.parametrize(
    ("pasted", "text"),
    [
        ("", False),
        ("a.txt", False),
        ("/a b.txt\n", False),
        ("/a.txt\n~/b.txt\n'/c d.txt'", False),
        ("https://a.example/x\rwww.b.example", False),
        ("https://a.example/ " * 30, False),
        ("The tide went home.\nNobody saw it.", True),
        ("Read this:\nhttps://a.example/x", True),
        ("The tide went home " * 10, True),
        ("The tide went home", False),
    ],
)
def test_a_text_is_told_from_paths(pasted: str, text: bool) -> None:
    assert is_text(pasted) is text


ARTICLE = "Ferry runs aground\n12 March 2026\n\n" + (
    "The ferry ran aground off the quay on Thursday morning, the harbour master said.\n\n" * 3
)


async def test_a_pasted_text_is_added_and_taken_out_again(own: Workspace) -> None:
    async with opened(own, (80, 24)) as pilot:
        await press(pilot, ["a"])
        pilot.app.post_message(Paste(ARTICLE.replace("\n", "\r")))
        await settle(pilot)
        shown = "\n".join(plain(pilot))
        assert "A text of 48 words is pasted: “Ferry runs aground 12 March 2026" in shown
        await press(pilot, ["enter"])
        (article,) = own.library.articles(own.library.ids())
        assert article.title == "Ferry runs aground"
        assert "off the quay" in article.text
        assert "Added: Ferry runs aground; i sets what is not known" in (
            plain(pilot)[-1].replace("1 added", "Added")
        )
        await press(pilot, ["i"])
        assert "What is known of this article" in "\n".join(plain(pilot))
        assert "source      a paste or a pipe" in "\n".join(plain(pilot))
        await press(pilot, ["escape", "U"])
        assert own.library.ids() == []


async def test_a_pasted_text_that_is_none_is_named(own: Workspace) -> None:
    async with opened(own, (80, 24)) as pilot:
        await press(pilot, ["a"])
        pilot.app.post_message(Paste("---\ntitle: Nothing\n---\n\n"))
        await settle(pilot)
        await press(pilot, ["enter"])
        assert "Not added: what was pasted, there is no text below" in plain(pilot)[-1]
        await press(pilot, ["f"])
        assert "stdin" not in "\n".join(plain(pilot))


async def test_what_is_typed_after_a_paste_takes_its_place(own: Workspace, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("The lock of the canal is shut.\n")
    async with opened(own, (80, 24)) as pilot:
        await press(pilot, ["a"])
        pilot.app.post_message(Paste(ARTICLE))
        await settle(pilot)
        await press(pilot, [f"'{tmp_path}/one.txt'", "enter"])
        (article,) = own.library.articles(own.library.ids())
        assert "canal" in article.text


async def test_a_megabyte_is_pasted_at_once(own: Workspace) -> None:
    text = (
        ARTICLE + "The ferry was pulled off the sand by two tugs, and nobody was hurt.\n" * 15_000
    )
    async with opened(own, (80, 24)) as pilot:
        await press(pilot, ["a"])
        began = time.monotonic()
        pilot.app.post_message(Paste(text))
        await pilot.pause()
        assert time.monotonic() - began < 1
        assert "words is pasted" in "\n".join(plain(pilot))
        await press(pilot, ["enter"])
        assert len(own.library.ids()) == 1
