"""Every key that changes the library is taken back by one key, exactly."""

from __future__ import annotations

import sqlite3
from collections import deque
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from types import FunctionType, MethodType
from typing import TYPE_CHECKING, cast

import pytest

from reader.keymap import COMMANDS, on_screen
from reader.library.subscriptions import Received
from reader.model import Draft, Feed
from reader.ui.changes import Changes
from reader.ui.frame import FrameScreen
from reader.workspace import Workspace
from tests.ui.scenes import afresh, opened, plain, press

if TYPE_CHECKING:
    from reader.ui.app import ReaderApp

Rows = dict[str, list[tuple[object, ...]]]
COAST = "https://coast.example/feed"

# What is worked out, counts changes, remembers queries, or is kept to be put back is not what a
# person did.
_PASSED_OVER = {
    "state", "events", "members", "stories", "removed", "removals", "asked", "sqlite_sequence",
}  # fmt: skip
_NUMBERS = {"key", "revision", "opening"}
# Rows are numbered anew when they come back; what they belong to is named by its own name.
_OWN_NUMBERS = {"sources", "versions"}
_PARENTS = {"article": ("articles", "key", "id"), "feed": ("feeds", "key", "address")}
CHANGING = frozenset(
    "star put-aside unread tags note highlight remove join part apart rename keep hide same"
    " unfollow feed take-note add info removed keep-search rename-search follow"
    " refresh feed-again feeds-again failures same-outlet".split()
)
"""Commands that change the library; `undo` aside, and reading on, which marks as read."""
HARMLESS = frozenset(
    # Only shown otherwise, copied, written elsewhere, or moved.
    "mark mark-back down up left right step step-back in-event in-event-back"
    " half-down half-up page-down page-up first"
    " last pane pane-back change change-back earlier later jump open pick pick-event page-text"
    " next-unread outline links zen compare view articles more-articles pivot filter-points hold"
    " write fold export site to-words write-notes side choose browser pager editor pipe versions"
    " copy cite undo sort find spelling filter place place-back narrower wider library article"
    " comparison events feeds notes palette help back forward escape tour suspend quit"
    " samples".split()
)


def rows(workspace: Workspace) -> Rows:
    """All that a library holds, whatever its rows are numbered."""
    found: Rows = {}
    with closing(sqlite3.connect(workspace.library.path)) as connection:
        tables = [name for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table'"
        ) if name not in _PASSED_OVER]  # fmt: skip
        for table in tables:
            names = [str(row[1]) for row in connection.execute(f"PRAGMA table_info({table})")]
            columns = []
            for name in names:
                if name in _NUMBERS or (name == "number" and table in _OWN_NUMBERS):
                    continue
                if name in _PARENTS:
                    of, key, called = _PARENTS[name]
                    columns.append(f"(SELECT p.{called} FROM {of} p WHERE p.{key} = t.{name})")
                else:
                    columns.append(f"t.{name}")
            some = connection.execute(f"SELECT {', '.join(columns)} FROM {table} t").fetchall()
            found[table] = sorted(some, key=repr)
    # No mark at all is as good as none of them.
    found["marks"] = [row for row in found["marks"] if any(row[1:])]
    return found


def happened(workspace: Workspace) -> set[tuple[str, frozenset[str]]]:
    """The events with their names."""
    return {(event.label, frozenset(event.articles)) for event in workspace.library.events()}


@pytest.fixture
def kept(workspace: Workspace) -> Iterator[Workspace]:
    """A library of the samples, with a little of everything that can be changed."""
    own = Workspace(workspace.data, workspace.cache)
    library = own.library
    library.subscribe(Feed(COAST, "Coast Daily", tags=("Harbour",)))
    draft = Draft(
        "The quay is dry.\n", "https://coast.example/1", "Dry", url="https://coast.example/1"
    )
    library.receive(COAST, [Received("1", b"1", draft)])
    library.save_search("Ferries", "ferry")
    first = library.ids()[0]
    library.tag(first, ["sea"])
    library.write_note(first, "Look again")
    yield own
    own.close()


CASES = {
    "articles": {
        "star": ["right", "j", "s"],
        "star taken away": ["right", "j", "s", "s"],
        "put aside": ["right", "j", "L"],
        "unread": ["right", "j", "u"],
        "tag": ["right", "j", "t", "'wet'", "enter"],
        "tags of several": ["right", "j", "space", "j", "space", "t", "'wet'", "enter"],
        "untag": ["slash", "'tag:sea'", "down", "t", "ctrl+u", "enter"],
        "title": ["right", "j", "i", "'Other '", "ctrl+s"],
        "title twice": ["right", "j", "i", "'Other '", "ctrl+s", "i", "'Third '", "ctrl+s"],
    },
    "notes": {
        "note": ["right", "j", "w", "'Dull'", "escape"],
        "note changed": ["6", "w", "'Not '", "escape"],
        "note taken away": ["6", "d"],
        "highlight": ["right", "j", "enter", "v", "H"],
        "highlight taken away": ["right", "j", "enter", "v", "H", "v", "H"],
        "note on words": ["right", "j", "enter", "v", "w", "'Sure'", "escape"],
    },
    "outlets, removal": {
        "outlets joined": ["right", "j", "equals_sign", "'Coast'", "enter"],
        "outlet with a new name": ["right", "j", "equals_sign", "'The New Daily'", "enter"],
        "outlets parted": ["right", "j", "equals_sign", "'New'", "enter", "equals_sign", "enter"],
        "removed": ["right", "j", "d", "y"],
        "several removed": ["right", "j", "space", "j", "space", "d", "y"],
    },
    "comparisons": {
        "finding kept": ["enter", "s"],
        "finding kept no more": ["enter", "s", "s"],
        "finding hidden": ["enter", "d"],
        "mark hidden": ["right", "j", "enter", "m", "d"],
        "passages parted": ["enter", "v", "d"],
        "passages joined": ["enter", "v", "f", "f", "l", "l", "plus", "j", "h", "h", "plus"],
    },
    "events": {
        "events joined": ["4", "space", "j", "space", "plus"],
        "article taken out": ["4", "right", "j", "minus"],
        "article moved": ["4", "right", "j", "space", "left", "j", "plus"],
        "event taken apart": ["4", "d"],
        "event named": ["4", "R", "ctrl+u", "'Baths'", "enter"],
    },
    "searches, feeds, adding": {
        "search kept": ["slash", "'fog'", "down", "ctrl+s", "enter"],
        "search named": ["slash", "'ferry'", "down", "R", "ctrl+u", "'Boats'", "enter"],
        "search kept no more": ["slash", "down", "d"],
        "feed followed no more": ["5", "d"],
        "feed named": ["5", "enter", "'New '", "ctrl+s"],
        "article added": ["a", "'{folder}/one.txt'", "enter"],
        "feeds followed": ["a", "'{folder}/feeds.opml'", "enter"],
    },
}


@pytest.mark.parametrize("group", CASES)
async def test_one_key_takes_it_back(kept: Workspace, tmp_path: Path, group: str) -> None:
    (tmp_path / "one.txt").write_text("The lock of the canal is shut.\n")
    (tmp_path / "feeds.opml").write_text(
        '<opml version="2.0"><body><outline text="Hill" xmlUrl="http://127.0.0.1:9/f"/></body></opml>'
    )
    async with opened(kept, (120, 40)) as pilot:
        for case, keys in CASES[group].items():
            *before, last = [key.format(folder=tmp_path) for key in keys]
            await press(pilot, before)
            known, events = rows(kept), happened(kept) if group == "events" else set()
            await press(pilot, [last])
            assert rows(kept) != known, f"{case} changes something\n{_shown(plain(pilot))}"
            changes = cast("ReaderApp", pilot.app).changes
            assert not [each for each in screens_held(changes) if each.SHOWS != "library"]
            await press(pilot, ["U"])
            assert rows(kept) == known, f"{case}\n{_shown(plain(pilot))}"
            assert group != "events" or happened(kept) == events, case
            await afresh(pilot)


def screens_held(thing: object) -> set[FrameScreen]:
    """The screens that a remembered change holds on to: they would outlive their library."""
    found, seen, todo = set[FrameScreen](), set[int](), [thing]
    while todo:
        each = todo.pop()
        if id(each) in seen:
            continue
        seen.add(id(each))
        if isinstance(each, FrameScreen):
            found.add(each)
        elif isinstance(each, Changes):
            todo += vars(each).values()
        elif isinstance(each, partial):
            todo += [each.func, *each.args, *each.keywords.values()]
        elif isinstance(each, MethodType):
            todo += [each.__self__, each.__func__]
        elif isinstance(each, FunctionType):
            todo += [cell.cell_contents for cell in each.__closure__ or ()]
        elif isinstance(each, deque | tuple | list):
            todo += each
    return found


def _shown(lines: list[str]) -> str:
    return "\n".join(line.rstrip() for line in lines)


async def test_what_was_added_is_put_in_again_by_the_same_key(
    kept: Workspace, tmp_path: Path
) -> None:
    (tmp_path / "one.txt").write_text("The lock of the canal is shut.\n")
    async with opened(kept, (120, 40)) as pilot:
        await press(pilot, ["a", f"'{tmp_path}/one.txt'", "enter"])
        added = rows(kept)
        await press(pilot, ["U"])
        assert "puts them back" in plain(pilot)[-1]
        await press(pilot, ["U"])
        assert rows(kept) == added


async def test_many_changes_are_taken_back_one_by_one(kept: Workspace) -> None:
    states = [rows(kept)]
    async with opened(kept, (120, 40)) as pilot:
        await press(pilot, ["right", "j"])
        for keys in (["s"], ["L"], ["t", "'wet'", "enter"], ["w", "'So'", "escape"], ["d", "y"]):
            await press(pilot, keys)
            states.append(rows(kept))
        for state in reversed(states[:-1]):
            await press(pilot, ["U"])
            assert rows(kept) == state
        await press(pilot, ["U"])
        assert "Nothing to undo" in plain(pilot)[-1]


async def test_what_another_program_removed_meanwhile_is_said(kept: Workspace) -> None:
    async with opened(kept, (120, 40)) as pilot:
        await press(pilot, ["right", "j", "t", "'wet'", "enter"])
        with Workspace(kept.data, kept.cache) as other:
            other.library.remove(other.library.ids())
        await press(pilot, ["U"])
        assert "no article" in plain(pilot)[-1]


def test_every_command_is_known_to_change_the_library_or_not() -> None:
    ids = {command.id for command in COMMANDS}
    assert ids == CHANGING | HARMLESS
    assert not CHANGING & HARMLESS


def test_undo_is_a_key_on_every_screen() -> None:
    for letter in "LACEFVN":
        assert any(command.id == "undo" and command.keys for command in on_screen(letter))


async def test_no_kept_search_takes_the_place_of_another(kept: Workspace) -> None:
    kept.library.save_search("fog", "boats")
    kept.library.save_search("ferry", "ships")
    known = rows(kept)
    async with opened(kept, (120, 40)) as pilot:
        await press(pilot, ["slash", "'fog'", "down", "ctrl+s", "enter"])
        assert "Another search is called so: fog" in plain(pilot)[-1]
        await press(pilot, ["slash", "ctrl+u", "'ferry'", "down", "R", "ctrl+u", "enter"])
        assert "Another search is called so: ferry" in plain(pilot)[-1]
        assert rows(kept) == known


async def test_read_by_opening_is_taken_back_behind_what_was_done(kept: Workspace) -> None:
    before = rows(kept)
    async with opened(kept, (120, 40)) as pilot:
        await press(pilot, ["right", "j", "enter"])
        opened_only = rows(kept)
        assert opened_only != before
        await press(pilot, ["s", "q", "j", "enter", "q"])
        await press(pilot, ["U"])
        assert "Taken back: starred" in plain(pilot)[-1]
        for left in (1, 0):
            await press(pilot, ["U"])
            assert "Taken back: read by opening it" in plain(pilot)[-1]
            assert sum(card.marks.read for card in kept.library.cards()) == left
        await press(pilot, ["U"])
        assert "Nothing to undo" in plain(pilot)[-1]


async def test_setting_a_title_marks_nothing_else_as_read(kept: Workspace) -> None:
    async with opened(kept, (120, 40)) as pilot:
        await press(pilot, ["right", "j", "enter", "q", "u"])
        assert sum(card.marks.read for card in kept.library.cards()) == 0
        await press(pilot, ["j", "i", "'Other '", "ctrl+s"])
        assert sum(card.marks.read for card in kept.library.cards()) == 0


async def test_what_was_removed_on_another_day_is_put_back(kept: Workspace) -> None:
    before = rows(kept)
    first = kept.library.ids()[0]
    kept.library.remove([first])
    async with opened(kept, (120, 40)) as pilot:
        await press(pilot, ["U"])
        assert "Nothing to undo   U puts back “" in plain(pilot)[-1]
        assert first not in kept.library.ids(), "it is told first"
        await press(pilot, ["U"])
        assert "Put back: “" in plain(pilot)[-1]
        assert rows(kept) == before
        await press(pilot, ["U"])
        assert "Taken out again: “" in plain(pilot)[-1]
        assert first not in kept.library.ids()
        await press(pilot, ["U", "U"])
        assert rows(kept) == before
        await press(pilot, ["U", "U"])
