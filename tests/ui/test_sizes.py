"""Terminals of every size: what is needed is said, nothing is cut misleadingly, the place stays."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from textual.pilot import Pilot

from reader.ui.app import ReaderApp
from reader.ui.roles import Look
from reader.workspace import Workspace
from tests.ui.scenes import opened, plain, press, settle

PLACES = {
    "library": (),
    "article": ("right", "enter"),
    "findings": ("enter",),
    "points": ("enter", "v"),
    "reading": ("enter", "v", "v"),
    "events": ("4",),
    "feeds": ("5",),
    "notes": ("6",),
    "help": ("question_mark",),
    "palette": ("colon",),
    "adding": ("a",),
    "search": ("slash", "'swim'"),
}


@pytest.mark.parametrize("keys", PLACES.values(), ids=PLACES)
async def test_with_no_room_only_that_is_said(workspace: Workspace, keys: Sequence[str]) -> None:
    async with opened(workspace, (120, 40)) as pilot:
        await press(pilot, keys)
        for size in ((20, 5), (30, 10), (39, 24), (80, 9)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            assert " ".join(" ".join(plain(pilot)).split()) == "too small: 40x10 needed"
        await pilot.resize_terminal(120, 40)
        await settle(pilot)
        assert "too small" not in "\n".join(plain(pilot))


async def test_with_no_room_keys_do_nothing_but_leave(workspace: Workspace) -> None:
    async with opened(workspace, (120, 40)) as pilot:
        await press(pilot, ["v"])
        app = pilot.app
        assert isinstance(app, ReaderApp)
        shown = plain(pilot)
        await pilot.resize_terminal(20, 5)
        await press(pilot, ["s", "down", "X", "enter", "a", "x"])
        await pilot.resize_terminal(120, 40)
        await settle(pilot)
        assert plain(pilot) == shown
        await pilot.resize_terminal(20, 5)
        await pilot.press("Q")
        assert app.return_value == 0


@pytest.mark.parametrize("look", ["16", "none"])
async def test_a_box_says_so_too_where_nothing_shines_through(
    workspace: Workspace, look: Look
) -> None:
    async with opened(workspace, (120, 40), look=look) as pilot:
        for key in ("question_mark", "a"):
            await press(pilot, [key])
            await pilot.resize_terminal(20, 5)
            await settle(pilot)
            assert " ".join(" ".join(plain(pilot)).split()) == "too small: 40x10 needed"
            await pilot.resize_terminal(120, 40)
            await press(pilot, ["escape"])


async def test_half_a_name_of_a_filter_is_not_shown(workspace: Workspace) -> None:
    async with opened(workspace, (40, 12)) as pilot:
        await press(pilot, ["enter", "v"])
        assert "next" in plain(pilot)[1]
        assert "…" not in plain(pilot)[1]


@pytest.mark.parametrize("size", [(40, 12), (60, 15), (80, 24), (300, 80)])
async def test_the_present_screen_is_named_at_every_width(
    workspace: Workspace, size: tuple[int, int]
) -> None:
    names = {"1": "1 Library", "2": "2 Article", "3": "3 Compare", "4": "4 Events"}
    names |= {"5": "5 Feeds", "6": "6 Notes"}
    async with opened(workspace, size) as pilot:
        for key, name in names.items():
            await press(pilot, [key])
            lines = plain(pilot)
            assert name in lines[0]
            assert lines[-1].endswith("? keys   q back ") or key == "1"


async def test_narrow_tabs_name_the_present_view(workspace: Workspace) -> None:
    async with opened(workspace, (40, 12)) as pilot:
        await press(pilot, ["enter"])
        for name in ("Findings", "Points", "Reading"):
            assert f"▸ {name}" in plain(pilot)[1]
            await press(pilot, ["v"])


@pytest.mark.parametrize(
    "keys",
    [("enter", "j", "j", "j"), ("enter", "v", "J", "J"), ("enter", "v", "v", "J"), ("4", "j", "j")],
    ids=["findings", "points", "reading", "events"],
)
async def test_the_place_stays_through_sizes(workspace: Workspace, keys: Sequence[str]) -> None:
    async with opened(workspace, (120, 40)) as pilot:
        await press(pilot, keys)
        where = place(pilot)
        for size in ((20, 5), (80, 24), (40, 10), (300, 80), (20, 5), (120, 40)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
        assert place(pilot) == where


def place(pilot: Pilot[int]) -> object:
    """The item under the cursor of the pane in front."""
    assert isinstance(pilot.app, ReaderApp)
    front = pilot.app.front
    assert front is not None
    main = front.main_view()
    assert main is not None
    return main.words_of(main.cursor), main.cursor
