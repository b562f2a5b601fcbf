"""Grouping a library in steps: progress is told, articles are read once, nothing is lost."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.actions import group as actions
from reader.actions.group import events, grouped
from reader.events import profiles
from reader.events.group import group
from reader.events.profiles import Portrait, Profile
from reader.events.rulings import ruled
from reader.library.grouping_store import SqliteGroupingStore
from reader.library.removal import Removal
from reader.model import Article, Draft, When
from reader.workspace import LIBRARY_FILE, Workspace
from tests.events.made import DATES, TITLES, plain, texts
from tests.events.test_regroup import check_ruled

TEXT = (
    "The Tolliver Bridge in Port Ansel was shut on Tuesday after inspectors found a crack in a "
    "main girder. The harbour authority puts the repair at $12.4 million. Report {n}."
)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(tmp_path) as opened:
        for n in range(3):
            title = f"Crack closes Tolliver Bridge {n}"
            day = When("2025-11-14")
            opened.library.add(Draft(TEXT.format(n=n), f"/{n}", title, published=day))
        yield opened


def test_progress_is_told_and_then_nothing_is_left_to_do(workspace: Workspace) -> None:
    assert set(grouped(workspace)) == {(3, 3)}
    assert list(grouped(workspace)) == []
    assert any(len(event.articles) > 1 for event in events(workspace))


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The articles that were taken apart."""
    seen: list[str] = []
    really = profiles.read

    def noted(articles: Sequence[Article]) -> list[tuple[Profile, Portrait]]:
        seen.extend(article.id for article in articles)
        return really(articles)

    monkeypatch.setattr(profiles, "read", noted)
    return seen


def add(workspace: Workspace, text: str, **more: Any) -> str:
    return workspace.library.add(Draft(text, f"/{text}", **more))[1].id


MUSEUM = "A museum opens in spring with a show of clocks."


def test_each_article_is_read_once(workspace: Workspace, read: list[str]) -> None:
    ids = set(workspace.library.ids())
    events(workspace)
    assert sorted(read) == sorted(ids)
    read.clear()
    museum = add(workspace, MUSEUM)
    events(workspace)
    assert read == [museum]
    read.clear()
    workspace.library.remove([museum])
    events(workspace)
    assert read == []
    events(workspace, force=True)
    assert set(read) == ids


def test_a_stop_in_the_middle_keeps_the_old_events(workspace: Workspace) -> None:
    before = events(workspace)
    add(workspace, MUSEUM)
    steps = grouped(workspace)
    next(steps)
    steps.close()
    assert workspace.library.events() == before
    assert len(events(workspace)) == len(before) + 1


def test_what_was_read_before_a_stop_is_not_read_again(
    workspace: Workspace, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(actions, "_BATCH", 1)
    steps = grouped(workspace)
    assert [next(steps), next(steps)] == [(1, 3), (2, 3)]
    steps.close()
    assert len(read) == 2
    found = events(workspace)
    assert sorted(read) == sorted(workspace.library.ids())
    assert events(workspace, force=True) == found


@pytest.mark.parametrize("steps", range(1, 12))
def test_a_stop_anywhere_comes_to_the_same(workspace: Workspace, steps: int) -> None:
    events(workspace)
    ids = workspace.library.ids()
    workspace.library.remove(ids[:1])
    workspace.library.edit(ids[1], published="2025-11-15")
    add(workspace, TEXT.format(n=9), title="Bridge shut", published=When("2025-11-14"))
    stopped = grouped(workspace)
    list(islice(stopped, steps))
    stopped.close()
    check(workspace)


def cache(workspace: Workspace) -> Path:
    return workspace.cache / "grouping.sqlite3"


@pytest.mark.parametrize("damage", ["gone", "foreign", "folder"])
def test_a_lost_file_costs_only_time(workspace: Workspace, damage: str) -> None:
    before = events(workspace)
    cache(workspace).unlink()
    if damage == "foreign":
        cache(workspace).write_bytes(b"not a database" * 500)
    elif damage == "folder":
        cache(workspace).mkdir()
    add(workspace, MUSEUM)
    assert len(events(workspace)) == len(before) + 1
    check(workspace)


@pytest.mark.parametrize("name", ["put_pairs", "moved", "saved"])
def test_a_full_disk_leaves_the_work_to_memory(
    workspace: Workspace, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = getattr(SqliteGroupingStore, name)
    failures = [sqlite3.OperationalError("database or disk is full")]

    def once(*given: Any) -> Any:
        if failures:
            raise failures.pop()
        return really(*given)

    monkeypatch.setattr(SqliteGroupingStore, name, once)
    assert sum(len(event.articles) for event in events(workspace)) == 3
    assert failures == []
    add(workspace, MUSEUM)
    check(workspace)


def test_what_is_damaged_inside_is_made_anew(workspace: Workspace, read: list[str]) -> None:
    for n in range(40):
        add(workspace, f"{MUSEUM} {n}")
    events(workspace)
    content = bytearray(cache(workspace).read_bytes())
    content[8192:] = b"x" * (len(content) - 8192)
    cache(workspace).write_bytes(content)
    for n in (7, 8):
        add(workspace, TEXT.format(n=n))
        check(workspace)
    read.clear()
    last = add(workspace, TEXT.format(n=9))
    check(workspace)
    assert read.count(last) == 1
    assert len(read) == 1, "the file is as good as new"


class PowerCut(BaseException):
    """The program ends here."""


@pytest.mark.parametrize("name", ["saving", "saved"])
def test_an_end_while_saving(
    workspace: Workspace, name: str, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    events(workspace)
    add(workspace, MUSEUM)

    def cut(*_: object) -> None:
        raise PowerCut

    with monkeypatch.context() as patch:
        patch.setattr(SqliteGroupingStore, name, cut)
        with pytest.raises(PowerCut):
            events(workspace)
    read.clear()
    last = add(workspace, TEXT.format(n=9), published=When("2025-11-14"))
    events(workspace)
    assert read == [last]
    check(workspace)


def copied(workspace: Workspace, folder: Path) -> None:
    folder.mkdir()
    with (
        closing(sqlite3.connect(workspace.data / LIBRARY_FILE)) as source,
        closing(sqlite3.connect(folder / LIBRARY_FILE)) as copy,
    ):
        source.backup(copy)


@pytest.mark.parametrize("stopped", [False, True])
def test_a_library_put_back_from_an_earlier_day(
    tmp_path: Path, workspace: Workspace, stopped: bool
) -> None:
    """The cache knows of what came later, and the next change has the number of a lost one."""
    events(workspace)
    copied(workspace, tmp_path / "backup")
    article = workspace.library.ids()[0]
    workspace.library.edit(article, published="2026-05-05")
    add(workspace, MUSEUM)
    if stopped:
        next(steps := grouped(workspace))
        steps.close()
    else:
        events(workspace)
    workspace.close()
    for suffix in ("", "-wal", "-shm"):
        (workspace.data / f"{LIBRARY_FILE}{suffix}").unlink(missing_ok=True)
    shutil.copy(tmp_path / "backup" / LIBRARY_FILE, workspace.data / LIBRARY_FILE)
    check(workspace)
    workspace.library.edit(article, title="Another title", published="2025-12-24")
    check(workspace)


def test_an_older_grouping_replaces_no_newer_one(workspace: Workspace) -> None:
    steps = grouped(workspace)
    next(steps)
    workspace.library.save_events((), workspace.library.revision + 1)
    list(steps)
    assert workspace.library.events() == ()


def check(workspace: Workspace) -> None:
    """See that the events are those of all articles and corrections at once."""
    library = workspace.library
    found = events(workspace)
    said = library.rulings()
    whole = group(library.articles(), rulings=said)
    assert plain(found, library.stories()) == plain(*whole)
    assert [each.articles for each in found] == [each.articles for each in whole.events]
    check_ruled(ruled(said), found, library.ids())


WIRE = (
    "PORT ANSEL - The Tolliver Bridge was shut on Tuesday after inspectors found a crack in a main "
    "girder, the harbour authority said. Engineers from the north will measure how deep the crack "
    "reaches before anyone decides on a repair, which may take until spring. Some 14,000 drivers "
    "cross the bridge each day. Two ferries began to run every twenty minutes on Tuesday night, "
    "and the authority asked drivers to leave earlier or to stay at home.\n"
)


def test_who_prints_one_text_is_one_voice_and_is_heard_once(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    day = When("2025-11-14")
    for outlet, more in (("Coast Daily", ""), ("Hill Times", "The mayor could not be reached.\n")):
        title = "Crack closes Tolliver Bridge for weeks"
        draft = Draft(WIRE + more, f"/{outlet}", title, outlet, published=day)
        workspace.library.add(draft)
    (event,) = (each for each in events(workspace) if each.voices)
    (voice,) = event.voices
    outlets = {article.outlet for article in workspace.library.articles(voice.articles)}
    assert outlets == {"Coast Daily", "Hill Times"}
    assert voice.share > 0.9
    assert "2 print one text, which is one voice: Coast Daily, Hill Times" in event.why

    def again(_: object) -> object:
        raise AssertionError("texts were compared again")

    monkeypatch.setattr("reader.events.making.print_of", again)
    add(workspace, MUSEUM)
    assert event in events(workspace)


def test_what_an_edit_changes_is_worked_out_again(workspace: Workspace) -> None:
    (event,) = (each for each in events(workspace) if len(each.articles) > 1)
    assert "of the same day" in event.why
    workspace.library.edit(event.articles[0], published="2025-11-16")
    (event,) = (each for each in events(workspace) if len(each.articles) > 1)
    assert "2 days apart" in event.why or "two days apart" in event.why
    assert events(workspace) == events(workspace, force=True)


def test_an_event_that_lost_an_article_says_what_is_left(workspace: Workspace) -> None:
    events(workspace)
    ids = workspace.library.ids()
    for gone in ids[:2]:
        workspace.library.remove([gone])
        check(workspace)


@pytest.fixture
def strangers(tmp_path: Path) -> Iterator[tuple[Workspace, list[str]]]:
    """Four articles that have nothing in common but their date."""
    with Workspace.open(tmp_path / "strangers") as opened:
        day = When("2025-11-14")
        texts = ("Apples fell.", "Boats sank.", "Cheese won.", "Dogs ran.")
        ids = [add(opened, text, published=day) for text in texts]
        check(opened)
        yield opened, ids


Strangers = tuple[Workspace, list[str]]


def test_one_of_those_that_are_joined_by_a_word_only_goes(strangers: Strangers) -> None:
    workspace, (a, b, *_) = strangers
    workspace.library.rule("join", one=[a, b])
    check(workspace)
    workspace.library.remove([a])
    check(workspace)


def test_a_word_that_is_taken_back_frees_words_about_others(strangers: Strangers) -> None:
    workspace, (a, b, c, d) = strangers
    library = workspace.library
    for one in ([a, b], [b, c], [c, d]):
        number = library.rule("join", one=one).number
    library.rule("part", apart=([a], [d]))
    library.rule("part", apart=([a, b], [c]))
    check(workspace)
    library.take_back(number)
    check(workspace)
    assert library.event_of([a])[a] == library.event_of([b])[b]


def test_a_name_fits_again_when_others_that_had_it_go_and_come(strangers: Strangers) -> None:
    workspace, (a, b, c, d) = strangers
    library = workspace.library
    library.rule("join", one=[a, b])
    library.rule("name", one=[a, b, c, d], name="The fruit")
    check(workspace)
    removal = library.remove([d])
    check(workspace)
    assert "The fruit" in [event.label for event in library.events()]
    library.put_back(removal)
    check(workspace)
    assert "The fruit" not in [event.label for event in library.events()]


def test_an_edited_date_moves_an_event_in_the_list(strangers: Strangers) -> None:
    workspace, ids = strangers
    for day, id in enumerate(ids, 1):
        workspace.library.edit(id, published=f"2025-12-{day:02}")
        check(workspace)
    assert [event.articles[0] for event in workspace.library.events()] == ids[::-1]


NUMBERS = st.integers(0, 20)
SOME = st.lists(NUMBERS, min_size=1, max_size=4)
STEPS = st.one_of(
    st.tuples(st.just("add"), texts(), DATES, TITLES),
    st.tuples(st.just("add"), texts(), DATES, TITLES),
    st.tuples(st.just("text"), NUMBERS, texts()),
    st.tuples(st.just("edit"), NUMBERS, DATES, TITLES),
    st.tuples(st.just("remove"), NUMBERS),
    st.tuples(st.just("put back")),
    st.tuples(st.just("join"), SOME),
    st.tuples(st.just("part"), SOME, SOME),
    st.tuples(st.sampled_from(["name", "name-story"]), SOME, st.sampled_from(["A", "B", ""])),
    st.tuples(st.just("take back"), NUMBERS),
    st.tuples(st.just("group")),
)


@settings(max_examples=40)
@given(st.lists(STEPS, min_size=4, max_size=25))
def test_a_library_step_by_step_is_as_good_as_all_at_once(steps: list[Any]) -> None:
    with TemporaryDirectory() as folder, Workspace.open(Path(folder)) as workspace:
        known: list[str] = []
        removals: list[Removal] = []
        for number, step in enumerate([*steps, ("group",)]):
            done(workspace, step, number, known, removals)
        check(workspace)


def done(
    workspace: Workspace, step: Any, number: int, known: list[str], removals: list[Removal]
) -> None:
    """Take one step; numbers stand for articles that are there, or that were said something of."""
    library = workspace.library
    here = sorted(library.ids())

    def of(numbers: list[int]) -> list[str]:
        return sorted({known[at % len(known)] for at in numbers})

    match step:
        case ("add", text, date, title):
            when = When(date) if date else None
            _, article = library.add(Draft(text, f"/{number}", title, published=when))
            known.append(article.id)
        case ("text", at, text) if here:
            (article,) = library.articles([here[at % len(here)]])
            library.add(Draft(text, article.source, article.title, published=article.published))
        case ("edit", at, date, title) if here:
            library.edit(here[at % len(here)], published=date or "", title=title or "")
        case ("remove", at) if here:
            removals.append(library.remove([here[at % len(here)]]))
        case ("put back",) if removals:
            library.put_back(removals.pop())
        case ("join", some) if known:
            library.rule("join", one=of(some))
        case ("part", some, others) if known:
            library.rule("part", apart=(of(some), of(others)))
        case ("name" | "name-story" as act, some, text) if known:
            library.rule(act, one=of(some), name=text)
        case ("take back", at) if said := library.rulings():
            library.take_back(said[at % len(said)].number)
        case ("group",):
            check(workspace)
