"""The table of keys: no clash, every command does something, help and palette have them all."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from reader import manual
from reader.keymap import COMMANDS, bind, keys_of, on_screen, shown
from reader.ui.article_screen import ArticleScreen
from reader.ui.compare_screen import CompareScreen
from reader.ui.events_screen import EventsScreen
from reader.ui.feeds_screen import FeedsScreen
from reader.ui.frame import FrameScreen
from reader.ui.help import _sections
from reader.ui.library_screen import LibraryScreen
from reader.ui.notes_screen import NotesScreen
from reader.ui.palette import choices, narrowed
from reader.ui.versions_screen import VersionsScreen
from reader.workspace import Workspace
from tests.ui.scenes import opened, plain, press

SCREENS: list[type[FrameScreen]] = [
    LibraryScreen,
    ArticleScreen,
    CompareScreen,
    EventsScreen,
    FeedsScreen,
    VersionsScreen,
    NotesScreen,
]


def test_ids_are_unique() -> None:
    assert [id for id, n in Counter(c.id for c in COMMANDS).items() if n > 1] == []


@pytest.mark.parametrize("screen", SCREENS)
def test_a_key_means_one_thing_on_a_screen(screen: type[FrameScreen]) -> None:
    keys = Counter(key for c in on_screen(screen.LETTER) for key in c.keys)
    assert [key for key, n in keys.items() if n > 1] == []


@pytest.mark.parametrize("screen", SCREENS)
def test_every_key_does_something(screen: type[FrameScreen]) -> None:
    missing = [
        c.id
        for c in on_screen(screen.LETTER)
        if not callable(getattr(screen, "action_" + c.action.partition("(")[0], None))
    ]
    assert missing == []


@pytest.mark.parametrize("screen", SCREENS)
def test_the_help_has_every_command(screen: type[FrameScreen]) -> None:
    told = {does for _, rows in _sections(screen.LETTER, "") for _, _, does in rows}
    assert [c.id for c in on_screen(screen.LETTER) if c.does not in told] == []


def test_the_help_narrows() -> None:
    sections = _sections("L", "star")
    assert [head for head, _ in sections] == ["Signs", "Doing", "What to search for"]
    assert all("star" in does for _, rows in sections for _, _, does in rows)


@pytest.mark.parametrize(
    ("key", "written"),
    [("ctrl+q", "Ctrl+Q"), ("slash", "/"), ("j", "j"), ("J", "J"), ("f1", "F1"), ("down", "↓")],
)
def test_keys_are_written_for_people(key: str, written: str) -> None:
    assert shown(key) == written


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("comp", "Compare"),
        ("dark", "Dark colours"),
        ("cmpare", "Compare"),
        ("leave", "Leave reader"),
        ("sample", "Samples or own library"),
        ("own", "Samples or own library"),
        ("feeds", "Feeds"),
        ("changed since", "What changed since"),
        ("not added", "What was not added"),
        ("export", "Write this comparison"),
        ("quit", "Leave reader"),
        ("manual", "The first minutes"),
        ("moving", "Fold, or to the left"),
        ("found previous", "Previous place found"),
        ("did you mean", "Search for what was meant"),
    ],
)
def test_the_palette_finds(typed: str, first: str) -> None:
    found: list[Any] = narrowed(choices("L"), typed)
    assert found[0].name == first


def test_the_palette_finds_a_whole_group() -> None:
    found = [choice.name for choice in narrowed(choices("A"), "manual")]
    assert found == list(manual.PAGES.values())


UNNAMED = {
    "down": "one line: the key is quicker than its name",
    "up": "one line",
    "half-down": "half a page",
    "half-up": "half a page",
    "page-down": "a page",
    "page-up": "a page",
    "page-text": "a page",
    "palette": "the palette itself",
    "escape": "leaves the palette",
}


def test_every_command_is_in_the_palette_of_its_screens() -> None:
    missing = {
        (c.id, letter)
        for letter in "LACEFVN"
        for c in on_screen(letter)
        if c.palette not in {choice.name for choice in choices(letter)}
    }
    assert {id for id, _ in missing} == set(UNNAMED)


@pytest.mark.parametrize("screen", SCREENS)
def test_a_name_in_the_palette_is_one_command(screen: type[FrameScreen]) -> None:
    names = Counter(choice.name for choice in choices(screen.LETTER))
    assert [name for name, n in names.items() if n > 1] == []


async def test_the_palette_moves_too(workspace: Workspace) -> None:
    async with opened(workspace, (120, 40)) as pilot:
        await press(pilot, ["right", "j", "enter"])
        first = plain(pilot)[2]
        await press(pilot, ["colon", "'next in'", "enter"])
        assert plain(pilot)[2] != first
        await press(pilot, ["colon", "'back'", "enter"])
        assert plain(pilot)[2] == first


def test_the_palette_finds_nothing_for_noise() -> None:
    assert narrowed(choices("L"), "xqzw") == []
    assert narrowed(choices("L"), "zxq") == []


async def test_the_palette_says_once_that_nothing_is_called_so(workspace: Workspace) -> None:
    async with opened(workspace, (80, 24)) as pilot:
        await press(pilot, ["colon", "'xqzw'"])
        assert sum("No command is called so" in line for line in plain(pilot)) == 1
        await press(pilot, ["enter"])
        assert "No command" not in "\n".join(plain(pilot))


async def test_palette_and_help_have_a_command_without_a_key(workspace: Workspace) -> None:
    before = {id: keys_of(id) for id in ("star", "unread")}
    try:
        bind({"star": (), "unread": ()})
        async with opened(workspace, (120, 40)) as pilot:
            await press(pilot, ["colon", "'star'"])
            assert "Star" in "\n".join(plain(pilot))
            await press(pilot, ["escape", "question_mark", "escape"])
            await press(pilot, ["v", "colon", "'star'", "enter"])
            assert "★" in "\n".join(plain(pilot)), "it is run from there"
    finally:
        bind(before)
