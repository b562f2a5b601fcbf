"""Searching on the screen: typing on, what is wrong, queries before, kept searches, filters."""

from __future__ import annotations

import asyncio
import re
import shutil
from pathlib import Path
from typing import Any
from unittest.mock import Mock, patch

import pytest
from textual import events

from reader.actions import find, reading
from reader.actions.completing import Completion
from reader.actions.find import search
from reader.keymap import keys_of
from reader.model import Draft, Event, When
from reader.search.found import Ids
from reader.ui import library_deeds, mistakes
from reader.ui.app import ReaderApp
from reader.ui.article_screen import ArticleScreen
from reader.ui.asking import ask
from reader.ui.compare_screen import CompareScreen
from reader.ui.draw import marked
from reader.ui.filterline import Filters
from reader.ui.foundview import nothing
from reader.ui.history import History
from reader.ui.library_screen import LibraryScreen
from reader.ui.listview import DocumentList
from reader.ui.narrowing import filters_of, with_term
from reader.ui.results import FIRST, ORDERS, Found, hit_rows
from reader.ui.searchline import QueryInput
from reader.ui.shelf import read_shelf
from reader.ui.worker import Worker
from reader.workspace import Workspace
from tests.ui.scenes import opened, plain, press, settle

MEDIUM = (120, 40)


def text(lines: list[str]) -> str:
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("pool", "2 of 3 have all words"),
        ("pool swimmers", "1 of 3 has all words"),
        ("pool is:unread", "1 of 3 found"),
        ("is:unread", "2 of 3 found"),
        ("outlet:a", "1 of 3 found"),
        ("pool -swimmers", "1 of 3 found"),
        ("baths", "all have all words"),
    ],
)
def test_of_an_event_it_is_said_how_many_were_found(tmp_path: Path, query: str, said: str) -> None:
    texts = ("The baths pool with swimmers.", "The baths have a pool.", "The baths shut.")
    with Workspace.open(tmp_path / "own") as own:
        ids = [
            own.library.add(Draft(text, f"/{outlet}", text[:9], outlet))[1].id
            for text, outlet in zip(texts, "abc", strict=True)
        ]
        own.library.mark(ids[0], read=True)
        own.library.save_events([Event("ev", "Baths", tuple(ids))], own.library.revision)
        shelf = read_shelf(own.library)
        rows = hit_rows(search(own, query, limit=1), shelf, own.library)
        view = DocumentList()
        view.shelf = shelf
        assert said in text([words for words, *_ in view._hit(rows[0], 80)])


async def test_who_leaves_before_the_typing_pauses_leaves_nothing_behind(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mistakes, "REST", 0.5)
    failed = Mock()
    asyncio.get_running_loop().set_exception_handler(failed)
    async with opened(workspace, (100, 30)) as pilot:
        await press(pilot, ["slash", "'pool'"])
    await asyncio.sleep(0.6)
    failed.assert_not_called()


# Without a terminal


def test_with_each_key_the_articles_found_are_not_gone_through(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They may be a hundred thousand; what counts them comes when the keys pause."""
    shelf = read_shelf(workspace.library)
    every = ask(workspace, "the", shelf, True, ORDERS[0], 100, False)
    assert every.total > FIRST
    gone_through = Mock(return_value=iter(()))
    for name in ("__iter__", "counts"):
        monkeypatch.setattr(Ids, name, gone_through)
    top = ask(workspace, "the", shelf, True, ORDERS[0], None, False)
    assert top.total == every.total
    gone_through.assert_not_called()


def test_queries_before_are_walked_and_what_was_typed_comes_back() -> None:
    history = History()
    history.entries = ("bridge", "ferry", "bread")
    assert history.newer("br") is None
    assert history.older("br") == "bridge"
    assert history.older("bridge") == "bread"
    assert history.older("bread") is None
    assert history.newer("bread") == "bridge"
    assert history.newer("bridge") == "br"
    assert history.newer("br") is None


def test_other_words_begin_another_walk() -> None:
    history = History()
    history.entries = ("bridge", "ferry")
    assert history.older("") == "bridge"
    assert history.older("f") == "ferry"
    history.add("ferry")
    assert history.entries == ("ferry", "bridge")


@pytest.mark.parametrize(
    ("query", "term", "becomes"),
    [
        ("bridge", "is:unread", "bridge is:unread"),
        ("bridge is:unread", "is:unread", "bridge"),
        ('bridge outlet:"A B" ferry', 'outlet:"A B"', "bridge ferry"),
        ("bridge OR ferry", "is:unread", "(bridge OR ferry) is:unread"),
        ('"old bridge', "is:unread", '"old bridge" is:unread'),
        ("", "is:unread", "is:unread"),
    ],
)
def test_a_filter_narrows_all_of_the_query_and_goes_again(
    query: str, term: str, becomes: str
) -> None:
    assert with_term(query, term) == becomes


def labels(query: str, total: int, counts: dict[str, dict[str, int]]) -> list[str]:
    events = {
        "e1": Event("e1", "Storm", ("a", "b")),
        "e2": Event("e2", "Storm over “Ellersby”", ("c", "d")),
    }
    return [f"{f.term} {f.count}" for f in filters_of(query, total, counts, events)]


def test_only_what_some_of_them_have_narrows() -> None:
    counts = {"is": {"unread": 3, "starred": 0}, "outlet": {"Coast Daily": 2, "": 1}}
    assert labels("bridge", 3, counts) == ['outlet:"Coast Daily" 2']


def test_months_are_told_apart_within_one_year() -> None:
    years = {"date": {"2025": 2, "2026": 1, "": 1}, "month": {"2025-11": 2, "2026-01": 1}}
    assert labels("bridge", 4, years) == ["date:2025 2", "date:2026 1"]
    months = {"date": {"2025": 3, "": 1}, "month": {"2025-11": 2, "2025-12": 1}}
    assert labels("bridge", 4, months) == ["date:2025-11 2", "date:2025-12 1"]


def test_a_year_that_is_on_stands_before_its_months() -> None:
    counts = {"date": {"2025": 3}, "month": {"2025-11": 2, "2025-12": 1}}
    assert labels("bridge date:2025", 3, counts) == [
        "date:2025 3", "date:2025-11 2", "date:2025-12 1",
    ]  # fmt: skip


def test_what_is_on_is_listed_however_many_all_have() -> None:
    counts = {"tag": dict.fromkeys("abcdef", 2)}
    assert labels("bridge tag:f", 2, counts) == ["tag:f 2"]


def test_an_event_is_written_by_its_label_unless_another_one_has_it_too() -> None:
    counts = {"event": {"e1": 1, "e2": 1, "gone": 1}}
    assert labels("bridge", 3, counts) == ["event:e1 1", 'event:"Storm over Ellersby" 1']


def test_what_is_on_comes_first_in_the_order_of_the_query() -> None:
    counts = {"is": {"unread": 2}, "tag": {"later": 2}, "outlet": {"Beacon": 1}}
    query = "bridge tag:later is:unread"
    assert labels(query, 2, counts) == ["tag:later 2", "is:unread 2", "outlet:Beacon 1"]


def test_words_are_marked_across_runs() -> None:
    line = [("the old ", "text"), ("bri", "strong"), ("dge", "dim")]
    assert marked(line, re.compile("bridge")) == [
        ("the old ", "text"), ("bri", "found"), ("dge", "found"),
    ]  # fmt: skip


def test_a_completion_is_shown_without_its_quotation_marks() -> None:
    assert Completion('"Coast Daily"', 0, 0, "value").shown == "Coast Daily"


# On the screen


@pytest.mark.parametrize("key", ["tab", "right"])
async def test_what_is_offered_is_typed_by_a_key(workspace: Workspace, key: str) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["slash", "'pool ou'"])
        assert " / pool outlet:" in plain(pilot)[1]
        assert "Tab outlet:" in plain(pilot)[-1]
        await press(pilot, [key])
        assert " / pool outlet:" in plain(pilot)[1]
        screen = pilot.app.screen
        assert isinstance(screen, LibraryScreen)
        assert screen.finder.input.value == "pool outlet:"
        outlets = {card.outlet for card in workspace.library.cards() if card.outlet}
        assert any(outlet in plain(pilot)[2] for outlet in outlets)
        await press(pilot, [key])
        assert screen.finder.query.removeprefix("pool outlet:").strip('"') in outlets
        assert screen.finder.typing


async def test_a_blank_behind_what_was_taken_is_not_typed_twice(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["slash", "'outlet:'", "tab"])
        line = pilot.app.screen.query_one(QueryInput)
        taken = line.value
        assert taken.startswith("outlet:")
        assert taken.endswith(" ")
        await press(pilot, ["space"])
        assert line.value == taken
        await press(pilot, ["p"])
        assert line.value == f"{taken}p"
        await press(pilot, ["space", "space"])
        assert line.value == f"{taken}p  "


async def test_a_typed_key_lays_out_nothing_and_offers_at_once(workspace: Workspace) -> None:
    """Else a key costs twice as much, and a second frame before its results."""
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["/", "f"])
        screen, laid_out = pilot.app.screen, list[object]()
        screen.screen_layout_refresh_signal.subscribe(screen, laid_out.append)
        line = screen.query_one(QueryInput)
        line.insert_text_at_cursor("e")
        assert line.offer is not None
        assert line.offer.text.startswith("fe")
        await settle(pilot)
        await press(pilot, ["r"])
        assert laid_out == []


async def test_a_shorter_list_is_painted_over_the_longer_one(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, LibraryScreen)
        rows, shelf = screen.documents.items, screen.shelf
        for before, after in ((rows, rows[:2]), (rows[:2], rows)):
            screen.documents.show(before, shelf)
            await settle(pilot)
            with patch.object(screen.documents, "refresh") as refreshed:
                screen.documents.show(after, shelf)
            (region,) = refreshed.call_args.args
            assert region.height == min(len(rows), screen.documents.size.height)


async def test_with_nothing_offered_tab_goes_to_the_filters(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["slash", "'pool '", "tab"])
        screen = pilot.app.screen
        assert isinstance(screen, LibraryScreen)
        assert screen.finder.line.has_focus
        first = screen.finder.line.current
        assert first is not None
        await press(pilot, ["enter"])
        assert screen.finder.query == f"pool {first.term}"
        assert "✓" in plain(pilot)[2]
        assert screen.finder.line.has_focus
        await press(pilot, ["backspace"])
        assert screen.finder.query == "pool"
        await press(pilot, ["enter", "enter"])
        assert screen.finder.query == "pool"


async def test_among_the_filters_keys_do_nothing_to_the_list(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["slash", "'pool '", "tab"])
        screen = pilot.app.screen
        assert isinstance(screen, LibraryScreen)
        list_before, finder = plain(pilot)[4:-1], screen.finder
        await press(pilot, ["d", "s", "L", "u", "c", "v", "J", "g", "G", "pagedown", "w"])
        assert (pilot.app.screen, finder.line.has_focus) == (screen, True)
        assert "These are the filters: ↓ goes to the results" in plain(pilot)[-1]
        assert plain(pilot)[4:-1] == list_before
        at = screen.documents.cursor
        await press(pilot, ["down"])
        assert (screen.focused, screen.documents.cursor) == (screen.documents, at)
        screen.set_focus(finder.line)
        await press(pilot, ["up"])
        assert finder.typing


async def test_a_second_enter_before_the_filter_is_shown_as_on_takes_nothing_off(
    workspace: Workspace,
) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["slash", "'pool '", "tab"])
        screen = pilot.app.screen
        assert isinstance(screen, LibraryScreen)
        line = screen.finder.line
        assert line.current
        term = line.current.term
        line.action_narrow()
        line.action_narrow()
        await settle(pilot)
        assert screen.finder.query == f"pool {term}"
        assert "take off" in plain(pilot)[-1]


@pytest.mark.parametrize("off", ["enter", "backspace"])
async def test_a_year_that_was_chosen_is_taken_off_again(workspace: Workspace, off: str) -> None:
    for year in (2025, 2026):
        words = f"A pool was built in {year}. It is deep."
        when = When(f"{year}-05-02")
        workspace.library.add(Draft(words, f"pool-{year}", words, published=when))
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["slash", "'pool built '", "tab"])
        screen = pilot.app.screen
        assert isinstance(screen, LibraryScreen)
        line = screen.finder.line
        for _ in line.filters:
            if line.current and line.current.term == "date:2025":
                break
            await press(pilot, ["right"])
        await press(pilot, ["enter"])
        assert screen.finder.query == "pool built date:2025"
        await press(pilot, [off])
        assert screen.finder.query == "pool built"


def test_what_is_wrong_ends_in_an_ellipsis_where_there_is_no_room() -> None:
    filters = Filters()
    filters.wrong = 3, "no such field: " + "words " * 20
    said = "".join(text for text, _ in filters.runs(60))
    assert said.startswith(" ↑ no such field")
    assert said.endswith("…")
    assert len(said) <= 60


async def test_what_is_wrong_is_marked_at_its_place(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["slash", "'pool is:unraed x'"])
        line, below = plain(pilot)[1:3]
        assert "is: knows unread, read, starred, later and marked; left out." in below
        assert below.index("↑") == line.index("unraed")
        screen = pilot.app.screen
        assert isinstance(screen, LibraryScreen)
        assert screen.finder.input.wrong == (8, 14)
        await press(pilot, ["ctrl+u", "'pool'"])
        assert "↑" not in plain(pilot)[2]
        assert screen.finder.input.wrong is None


@pytest.mark.parametrize("typed", ["is:nonsense", "date:foo", "words:many", "lang:english"])
async def test_a_filter_that_a_blank_finishes_is_told_at_once(
    workspace: Workspace, typed: str
) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["slash", f"' pool {typed}'"])
        screen = pilot.app.screen
        assert isinstance(screen, LibraryScreen)
        before = screen.finder.input.wrong
        await press(pilot, ["space"])
        at = 6 + typed.index(":") + 1
        assert [before, screen.finder.input.wrong] == [None, (at, 6 + len(typed))]
        assert typed.split(":")[0] in plain(pilot)[2]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("pool is:nonsense", "↑ is: knows unread, read, starred, later and marked."),
        ("(pool", "↑ A parenthesis is not closed."),
        ('"the pool', "↑ A quotation mark is not closed."),
        ("pool OR", "↑ OR needs something on both sides."),
    ],
)
async def test_what_is_wrong_at_the_end_is_told_after_a_pause(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, typed: str, said: str
) -> None:
    monkeypatch.setattr(mistakes, "REST", 0.05)
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["slash", f"'{typed}'"])
        await asyncio.sleep(0.1)
        await pilot.pause()
        line = pilot.app.screen.query_one(QueryInput)
        assert said in plain(pilot)[2]
        assert (line.value, line.has_focus) == (typed, True)
        monkeypatch.setattr(mistakes, "REST", 60.0)
        await press(pilot, ["space", "x"])
        assert line.wrong is None or "is:nonsense" in typed


@pytest.mark.parametrize(
    ("typed", "narrows"),
    [
        ("^2", True),
        ("a", True),
        ("date:20188", True),
        ("date:2018", False),
        ("pool date:20188", False),
        ("date:", False),
        ("pool", False),
        ("*", False),
        ("", False),
    ],
)
def test_what_narrows_nothing_before_it_is_finished(typed: str, narrows: bool) -> None:
    assert mistakes.narrows_once_finished(typed) is narrows


async def test_one_letter_is_looked_for_after_a_pause_and_when_the_line_is_left(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = search(workspace, "^4").total
    assert 0 < found < workspace.library.count()
    monkeypatch.setattr(mistakes, "REST", 60.0)
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["slash", "'^4'"])
        screen = pilot.app.screen
        assert isinstance(screen, LibraryScreen)
        assert screen.finder.found
        assert screen.finder.found.total > found
        await press(pilot, ["down"])
        assert screen.finder.found.total == found
        monkeypatch.setattr(mistakes, "REST", 0.05)
        await press(pilot, ["slash", "backspace", "4"])
        await asyncio.sleep(0.1)
        await settle(pilot)
        assert screen.finder.found.total == found


async def test_an_index_that_is_lost_is_built_again_by_itself(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["slash", "'swimmers'"])
        before = plain(pilot)[0]
        shutil.rmtree(workspace.cache / "index")
        await press(pilot, ["space"])
        assert plain(pilot)[0] == before, "the texts are read meanwhile"
        for _ in range(200):
            if (workspace.cache / "index" / "seal.json").exists():
                break
            await asyncio.sleep(0.1)
        await settle(pilot)
        assert workspace.index.revision == workspace.library.revision
        assert plain(pilot)[0] == before


async def test_where_no_index_can_be_written_all_articles_are_read_and_it_is_said(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.rmtree(workspace.cache / "index", ignore_errors=True)
    workspace.cache.mkdir(parents=True, exist_ok=True)
    (workspace.cache / "index").mkdir()
    (workspace.cache / "index" / "lock").mkdir()  # so that no lock is to be had, by root either
    monkeypatch.setattr(find, "_MOST_SCANNED", 2)
    monkeypatch.setattr(reading, "_AT_ONCE", 5)
    async with opened(workspace, MEDIUM) as pilot:
        assert "No search index: allow writing in " in plain(pilot)[-1]
        await press(pilot, ["slash", "'the '"])
        assert "Every article was read for this." in plain(pilot)[-1]
        assert plain(pilot)[0].count(" 18 of ")


@pytest.mark.parametrize("key", ["down", "escape"])
@pytest.mark.parametrize("typed", ["is:nothing", "date:foo", "is:pool"])
async def test_a_query_that_is_left_finds_what_is_said(
    workspace: Workspace, typed: str, key: str
) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["slash", f"'{typed}'", key])
        screen = pilot.app.screen
        assert isinstance(screen, LibraryScreen)
        assert "Searched as plain words." in plain(pilot)[2]
        assert screen.finder.found is not None
        expected = find.search(workspace, typed, sync=False, respell=False)
        assert screen.finder.found.total == expected.total
        assert plain(pilot)[0].count(f" {expected.total} of ")


async def test_queries_that_led_somewhere_come_back(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["slash", "'pool'", "escape", "slash", "ctrl+u"])
        await press(pilot, ["'xylophone'", "escape", "escape", "slash", "up"])
        assert " / pool" in plain(pilot)[1]
        await press(pilot, ["down"])
        assert " / search all articles" in plain(pilot)[1]
    assert workspace.library.asked() == ("pool",)


async def test_a_kept_search_is_a_folder(workspace: Workspace) -> None:
    async with opened(workspace, (160, 40)) as pilot:
        await press(pilot, ["slash", "'pool'", "ctrl+s", "escape"])
        assert workspace.library.saved_searches() == ()
        await press(pilot, ["ctrl+s", "enter", "escape", "escape"])
        assert "Kept searches" in plain(pilot)[3]
        unread = workspace.library.marked(read=False)
        screen = pilot.app.screen
        assert isinstance(screen, LibraryScreen)
        (search,) = workspace.library.saved_searches()
        total, new = screen.saved.counts[search.number]
        assert 0 < new <= min(total, len(unread))
        assert f"● {new}" in plain(pilot)[4]
        await press(pilot, ["slash", "down", "enter"])
        assert " / pool" in plain(pilot)[1]
        assert screen.documents.has_focus
        await press(pilot, ["R", "ctrl+u", "'Baths'", "enter"])
        assert "Baths" in plain(pilot)[5]
        await press(pilot, ["U"])
        assert "pool" in plain(pilot)[5]


async def test_what_is_typed_right_behind_keeping_a_search_is_its_name(
    workspace: Workspace,
) -> None:
    """Keys that wait in the queue go to the box."""
    async with opened(workspace, (160, 40)) as pilot:
        await press(pilot, ["slash", "'pool'"])
        for key in ("ctrl+s", *"Baths"):
            pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await settle(pilot)
        await press(pilot, ["enter"])
        line = pilot.app.screen.query_one(QueryInput)
        assert line.value == "pool"
    (search,) = workspace.library.saved_searches()
    assert (search.name, search.query) == ("Baths", "pool")


async def test_a_kept_search_goes_and_comes_back(workspace: Workspace) -> None:
    search = workspace.library.save_search("Baths", "pool")
    async with opened(workspace, (80, 24)) as pilot:
        assert "Baths" not in text(plain(pilot))
        await press(pilot, ["slash"])
        assert "Baths" in text(plain(pilot))
        assert "down" not in keys_of("keep-search")
        await press(pilot, ["down", "d"])
        assert workspace.library.saved_searches() == ()
        assert "Not kept any more: Baths" in plain(pilot)[-1]
        await press(pilot, ["U"])
        assert workspace.library.saved_searches() == (search,)


async def test_what_comes_in_is_counted_in_kept_searches(workspace: Workspace) -> None:
    search = workspace.library.save_search("", "xylophone")
    async with opened(workspace, (160, 40)) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, LibraryScreen)
        assert screen.saved.counts[search.number] == (0, 0)
        workspace.library.add(Draft("A xylophone was played at the baths.", "/x.txt"))
        await screen.reload()
        await settle(pilot, quiet=0.5)
        assert screen.saved.counts[search.number] == (1, 1)
        assert "xylophone" in plain(pilot)[4]
        assert "● 1" in plain(pilot)[4]


async def test_two_kept_searches_cannot_have_one_name(workspace: Workspace) -> None:
    for name, query in (("Baths", "pool"), ("Water", "swim")):
        workspace.library.save_search(name, query)
    async with opened(workspace, (80, 24)) as pilot:
        await press(pilot, ["slash", "down", "R", "ctrl+u", "'Water'", "enter"])
        assert "Another search is called so: Water" in plain(pilot)[-1]
    assert [each.name for each in workspace.library.saved_searches()] == ["Baths", "Water"]


async def test_escape_and_q_lead_out_of_the_kept_searches(workspace: Workspace) -> None:
    workspace.library.save_search("Baths", "pool")
    async with opened(workspace, (80, 24)) as pilot:
        for key in ("escape", "q"):
            await press(pilot, ["slash", "down", key])
            screen = pilot.app.screen
            assert isinstance(screen, LibraryScreen)
            assert screen.documents.has_focus
            assert pilot.app.is_running


async def test_hits_can_be_listed_without_their_events(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["slash", "'swimmers'", "escape"])
        screen = pilot.app.screen
        assert isinstance(screen, LibraryScreen)
        assert any(item.kind == "event" for item in screen.documents.items)
        await press(pilot, ["v"])
        assert screen.documents.items
        assert all(item.kind == "article" for item in screen.documents.items)


async def test_the_help_begins_with_searching_while_a_query_is_typed(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["slash", "f1"])
        shown = plain(pilot)
        assert "Searching" in text(shown[:3])
        assert "What to search for" in text(shown[:5])
        assert "harbour is:unread" in text(shown)


async def test_what_was_looked_for_is_marked_in_the_comparison(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["slash", "'swimmers'", "escape", "c", "v"])
        view = pilot.app.screen.query_one("#points")
        pattern = getattr(view, "looked_for", None)
        assert pattern is not None
        assert pattern.search("Swimmers, all of them")
        assert not pattern.search("swimmersome")


@pytest.mark.parametrize(("query", "told"), [("'baths'", True), ("'is:unread'", False)])
async def test_others_of_an_event_are_headed_only_where_something_is_said_of_them(
    workspace: Workspace, query: str, told: bool
) -> None:
    async with opened(workspace, (120, 40)) as pilot:
        await press(pilot, ["slash", query])
        shown = "\n".join(plain(pilot))
        assert "of 18 samples" in shown
        assert ("Others of this event" in shown) is told


def in_front(app: ReaderApp) -> object:
    """The screen in front: asked for anew, it may be another one than before a key."""
    return app.front


async def test_escape_first_forgets_what_was_looked_for_in_an_article(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        app = pilot.app
        assert isinstance(app, ReaderApp)
        await press(pilot, ["slash", "'swimmers'", "enter"])
        article = app.front
        assert isinstance(article, ArticleScreen)
        assert article.text.found
        await press(pilot, ["slash", "'the'", "enter"])
        assert len(article.text.found) > 2
        await press(pilot, ["escape"])
        assert in_front(app) is article
        assert not article.text.found
        await press(pilot, ["escape"])
        assert in_front(app) is app.library_screen


async def test_behind_an_article_that_was_found_the_header_has_how_many_were(
    workspace: Workspace,
) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["slash", "'pool'"])
        before = plain(pilot)[0]
        await press(pilot, ["enter", "q"])
        assert plain(pilot)[0] == before
        await press(pilot, ["escape", "escape"])
        assert " of " not in plain(pilot)[0]


async def test_escape_goes_back_at_once_from_a_hit(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        app = pilot.app
        assert isinstance(app, ReaderApp)
        await press(pilot, ["slash", "'swimmers'", "enter", "escape"])
        assert in_front(app) is app.library_screen


async def test_escape_first_forgets_what_was_looked_for_in_a_comparison(
    workspace: Workspace,
) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        app = pilot.app
        assert isinstance(app, ReaderApp)
        await press(pilot, ["c", "slash", "'swimmers'", "enter"])
        comparison = app.front
        assert isinstance(comparison, CompareScreen)
        assert comparison.main_view().looked_for is not None
        await press(pilot, ["escape"])
        assert in_front(app) is comparison
        assert comparison.main_view().looked_for is None
        await press(pilot, ["escape"])
        assert in_front(app) is app.library_screen


async def test_while_the_search_is_built_every_article_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is found among what is not read yet: it says so, and goes on."""
    ask, held = Worker.ask, True

    async def asked(self: Worker, job: str, *args: Any, **given: Any) -> Any:
        return None if held and job in ("index", "mend") else await ask(self, job, *args, **given)

    monkeypatch.setattr(Worker, "ask", asked)
    monkeypatch.setattr(find, "_MOST_SCANNED", 0)
    with Workspace.open(tmp_path / "own") as own:
        own.library.add(Draft("A ferry sank off Harrow.\n", "/a", "Ferry sank"))
        own.library.add(Draft("Nothing moves.\n", "/b", "Calm", published=When("2025-01-01")))
        monkeypatch.setattr(reading, "_AT_ONCE", 1)
        monkeypatch.setattr(library_deeds, "READS", 0.0)
        seen: list[list[str]] = []
        async with opened(own, (120, 40)) as pilot:
            app = pilot.app
            assert isinstance(app, ReaderApp)
            show = app.library_screen.finder._show

            def shown(found: Found) -> None:
                show(found)
                blocks = nothing(found, found.query, 80) if not found.rows else []
                said = "".join(text for each in blocks for line in each.lines for text, *_ in line)
                seen.append([plain(pilot)[0], said])

            monkeypatch.setattr(app.library_screen.finder, "_show", shown)
            await press(pilot, ["slash", *"ferry"])
            assert any("0 so far of 2 articles" in line for line, _ in seen)
            assert any("Nothing found yet" in said for _, said in seen)
            assert "1 of 2 articles" in plain(pilot)[0]
            held = False
            before = plain(pilot)[:-1]
            seen.clear()
            await app.library_screen.bring_up_to_date()
            await settle(pilot)
            assert plain(pilot)[:-1] == before
            assert {line for line, _ in seen} == {before[0]}
            assert own.index.revision == own.library.revision
            assert "being built" not in plain(pilot)[-1]


async def test_the_key_that_undoes_is_one_that_types_nothing(workspace: Workspace) -> None:
    async with opened(workspace, (120, 40)) as pilot:
        await press(pilot, ["slash", "'ferry'", "ctrl+s", "enter"])
        assert "Ctrl+Y undo" in plain(pilot)[-1]
        await press(pilot, ["ctrl+y"])
        assert "Not kept: ferry" in plain(pilot)[-1]


async def test_where_there_is_no_index_kept_searches_and_events_know_all_articles(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not the newest alone, which are read with every key."""
    search = workspace.library.save_search("Everything", "the")
    shutil.rmtree(workspace.cache / "index", ignore_errors=True)
    (workspace.cache / "index" / "lock").mkdir(parents=True)
    monkeypatch.setattr(find, "_MOST_SCANNED", 2)
    monkeypatch.setattr(reading, "_AT_ONCE", 5)
    monkeypatch.setattr(library_deeds, "READS", 0.0)  # so that each asks several times
    async with opened(workspace, (80, 24)) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, LibraryScreen)
        assert "No search index: allow writing in " in plain(pilot)[-1]
        assert screen.saved.counts[search.number][0] == 18
        await press(pilot, ["4", "slash", "'the'", "enter"])
        assert "Every article was read for this." in plain(pilot)[-1]


async def test_enter_tells_what_is_not_understood_and_opens_nothing(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["slash", "'date:foo'", "enter"])
        screen = pilot.app.screen
        assert isinstance(screen, LibraryScreen)
        assert "Searched as plain words." in plain(pilot)[2]
        assert screen.finder.typing, "it can be mended"
        assert plain(pilot)[0].count(" 0 of "), "no text has these words"
        await press(pilot, ["ctrl+u", "'pool'", "enter"])
        assert pilot.app.screen is not screen
