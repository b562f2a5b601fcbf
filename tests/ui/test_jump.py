"""Letters on everything that can be chosen: one goes there, a capital opens it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from textual.pilot import Pilot

from reader.ui.app import ReaderApp
from reader.ui.article_screen import ArticleScreen
from reader.ui.frame import FrameScreen
from reader.ui.goals import goals
from reader.ui.jump import LETTERS, Goal, Jump, goals_of, labels
from reader.ui.lineview import LineView
from reader.ui.textview import TextView
from reader.workspace import Workspace
from tests.ui.scenes import opened, plain, press, settle

SIZES = [(80, 24), (120, 40)]


def front(pilot: Pilot[int]) -> FrameScreen:
    assert isinstance(pilot.app, ReaderApp)
    assert pilot.app.front is not None
    return pilot.app.front


def label_at(pilot: Pilot[int], x: int, y: int) -> str:
    """The label of what stands at a place of the screen."""
    goals = list(goals_of(front(pilot)))
    names = labels(len(goals))
    return next(name for name, (at, _, _) in zip(names, goals, strict=True) if at == (x, y))


@pytest.mark.parametrize("count", [0, 1, 26, 27, 300, 26 * 26])
def test_no_label_is_the_beginning_of_another(count: int) -> None:
    made = labels(count)
    assert len(set(made)) == count
    assert len({len(label) for label in made}) <= 1
    assert all(set(label) <= set(LETTERS) for label in made)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_labels_stand_beside_what_they_choose(
    workspace: Workspace, size: tuple[int, int]
) -> None:
    async with opened(workspace, size) as pilot:
        for keys in (
            [],
            ["right", "enter"],
            ["1", "g", "enter"],
            ["v"],
            ["v"],
            ["4"],
            ["5"],
            ["6"],
        ):
            await press(pilot, [*keys, "semicolon"])
            assert isinstance(pilot.app.screen, Jump)
            goals: list[Goal] = list(goals_of(front(pilot)))
            lines = plain(pilot)
            places = set()
            for label, (at, before, _) in zip(labels(len(goals)), goals, strict=True):
                x = max(0, at.x - before * len(label))
                assert lines[at.y][x : x + len(label)] == label, keys
                places |= {(x + i, at.y) for i in range(len(label))}
            assert len(places) == sum(map(len, labels(len(goals)))), "none hides another"
            await press(pilot, ["escape"])
            assert isinstance(pilot.app.screen, FrameScreen)
            assert plain(pilot) != lines


async def test_a_letter_goes_there_and_a_capital_opens_it(workspace: Workspace) -> None:
    async with opened(workspace, (80, 24)) as pilot:
        view = pilot.app.focused
        assert isinstance(view, LineView)
        label = label_at(pilot, 0, view.region.y + 2)
        await press(pilot, ["semicolon", label])
        assert view.cursor == 2
        await press(pilot, ["semicolon", label_at(pilot, 0, view.region.y + 1).upper()])
        assert isinstance(front(pilot), ArticleScreen)


async def test_a_mark_of_a_text_becomes_the_current_one(workspace: Workspace) -> None:
    async with opened(workspace, (120, 40)) as pilot:
        await press(pilot, ["right", "enter", "g"])
        text = front(pilot).query_one("#text", TextView)
        seen = [goal for goal in goals(text) if goal[1] == 0]
        assert len(seen) > 3
        line = seen[3][0]
        await press(pilot, ["semicolon", *label_at(pilot, text.region.x, text.region.y + line)])
        assert text.cursor_line() - text.scroll_offset.y == line


async def test_hints_and_names_of_screens_are_done(workspace: Workspace) -> None:
    async with opened(workspace, (80, 24)) as pilot:
        at = plain(pilot)[0].index("4 Events") - 1
        await press(pilot, ["semicolon", label_at(pilot, at, 0)])
        assert front(pilot).SHOWS == "events"
        await press(pilot, ["1"])
        at = plain(pilot)[-1].index("v flat")
        await press(pilot, ["semicolon", label_at(pilot, at, 23)])
        assert "▸" not in "".join(plain(pilot))


@pytest.mark.parametrize("key", ["escape", "full_stop", "enter", "1"])
async def test_another_key_takes_the_labels_away(workspace: Workspace, key: str) -> None:
    async with opened(workspace, (80, 24)) as pilot:
        before = plain(pilot)
        await press(pilot, ["semicolon", key])
        assert plain(pilot) == before


@pytest.mark.parametrize("keys", [("semicolon",), ("question_mark",), ("colon",)])
async def test_what_closes_twice_takes_nothing_else_away(
    workspace: Workspace, keys: Sequence[str]
) -> None:
    async with opened(workspace, (80, 24)) as pilot:
        await press(pilot, ["enter"])
        below = pilot.app.screen
        await press(pilot, keys)
        over = pilot.app.screen
        assert over is not below
        over.dismiss(None)
        over.dismiss(None)
        await settle(pilot)
        assert pilot.app.screen is below
