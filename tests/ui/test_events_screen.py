"""The events screen, driven by keys; the engine that groups is left out of it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual.events import Key
from textual.pilot import Pilot

from reader.library.grouping import Regrouped
from reader.model import Draft, RulingAct
from reader.ui.app import ReaderApp
from reader.ui.chronicle import read_chronicle
from reader.ui.compare_screen import CompareScreen
from reader.ui.events_screen import EventsScreen
from reader.ui.ruled import rulings_said
from reader.ui.shelf import Shelf, read_shelf
from reader.ui.worker import Worker
from reader.workspace import Workspace
from tests.ui.scenes import opened, plain, press, settle
from tests.ui.told import many, told

SIZES = [(120, 40), (80, 24)]


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workspace]:
    """The harbour bridge and two events more; the worker leaves them as they are."""
    ask = Worker.ask

    async def asked(self: Worker, job: str, *args: Any, **given: Any) -> Any:
        return True if job == "group" else await ask(self, job, *args, **given)

    monkeypatch.setattr(Worker, "ask", asked)
    with told(tmp_path / "told") as workspace:
        yield workspace


@asynccontextmanager
async def at_events(
    workspace: Workspace, size: tuple[int, int] = (120, 40), **given: Any
) -> AsyncIterator[tuple[Pilot[int], EventsScreen]]:
    async with opened(workspace, size, **given) as pilot:
        await press(pilot, ["4"])
        app = pilot.app
        assert isinstance(app, ReaderApp)
        assert isinstance(app.front, EventsScreen)
        yield pilot, app.front


def text(pilot: Pilot[int]) -> str:
    return "\n".join(plain(pilot))


def row(pilot: Pilot[int], words: str) -> str:
    """The line of the list that has these words; the panel is cut off."""
    return next(line for line in plain(pilot)[4:] if words in line).split("│")[0]


def acts(workspace: Workspace) -> list[RulingAct]:
    return [ruling.act for ruling in workspace.library.rulings()]


# The list ------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
async def test_stories_stand_with_their_events(library: Workspace, size: tuple[int, int]) -> None:
    async with at_events(library, size) as (pilot, screen):
        lines = plain(pilot)
        labels = [row for row in screen.happenings.rows if row.kind != "gap"]
    kinds = [row.kind for row in labels]
    assert kinds == ["story", "event", "event", "event", "event", "event"]
    assert [row.id for row in labels if row.kind == "event"][:3] == ["shut", "knew", "ferries"]
    assert "1 story  5 events" in lines[0]
    assert "▾ Harbour bridge" in "\n".join(lines)


async def test_dates_are_drawn_as_they_are_known(library: Workspace) -> None:
    async with at_events(library) as (pilot, _):
        assert "●━" in row(pilot, "▸ Crack found, bridge shut")
        assert "╶─" in row(pilot, "▾ Harbour bridge")
        assert "Mar 2026" in row(pilot, "▸ Teachers accept")
        assert "╌" in row(pilot, "▸ Teachers accept")
        assert "●" not in row(pilot, "▸ Teachers accept").split("●2")[1]
        assert "no date" in row(pilot, "▸ A museum")
        assert "Mar" in plain(pilot)[3]


async def test_unread_articles_are_counted(library: Workspace) -> None:
    async with at_events(library) as (pilot, _):
        assert "2 ●1" in row(pilot, "▸ Council asks")
        assert "6 ●5" in row(pilot, "▾ Harbour bridge")


async def test_unfolded_articles_say_who_came_first(library: Workspace) -> None:
    async with at_events(library) as (pilot, _):
        await press(pilot, ["down", "right"])
        assert " first" in row(pilot, "● Coast Daily")
        assert "● 10 Mar" in row(pilot, "● Coast Daily")
        assert " first" not in row(pilot, "● Hill Times")
        await press(pilot, ["left", "down", "right"])
        assert "Coast Daily" in text(pilot)
        assert " first" not in row(pilot, "  Hill Times"), "two on one day: nobody was first"


async def test_outlets_in_place_of_the_time_line(library: Workspace) -> None:
    async with at_events(library, (200, 50)) as (pilot, _):
        await press(pilot, ["v"])
        shown = row(pilot, "▸ Crack found")
        assert "Coast Daily first, Hill Times, Lane & Market" in shown
        await press(pilot, ["v"])
        assert "●━" in row(pilot, "▸ Crack found")


async def test_folding_from_inside_and_steps(library: Workspace) -> None:
    async with at_events(library) as (pilot, screen):
        view = screen.happenings
        await press(pilot, ["down", "right", "down"])
        assert view.current is not None
        assert view.current.kind == "article"
        await press(pilot, ["left"])
        assert view.current.id == "shut"
        await press(pilot, ["left"])
        assert view.current.id == "harbour"
        assert view.count() == 3
        await press(pilot, ["J"])
        assert view.current.id == "teachers"
        await press(pilot, ["K", "right"])
        assert view.current.id == "harbour"


async def test_orders(library: Workspace) -> None:
    async with at_events(library) as (pilot, screen):
        for said in ("most articles first", "unread first", "newest first"):
            await press(pilot, ["S"])
            assert said in plain(pilot)[1]
        assert screen.happenings.rows[0].id == "harbour"


# Panel ---------------------------------------------------------------------------------------


async def test_the_panel_says_why(library: Workspace) -> None:
    async with at_events(library) as (pilot, _):
        await press(pilot, ["down"])
        shown = text(pilot)
        assert "3 articles, 3 outlets, 2 voices, 3 unread" in shown
        assert "Why one event" in shown
        assert "One voice: B C" in shown
        assert "1st of 3 steps" in shown
        assert "in German: other languages" in shown
        await press(pilot, ["down", "down"])
        assert "3rd of 3 steps" in text(pilot)


async def test_the_panel_of_a_story_leads_to_its_events(library: Workspace) -> None:
    async with at_events(library) as (pilot, screen):
        assert "Why one story" in text(pilot)
        await press(pilot, ["left", "tab", "down", "enter"])
        assert screen.happenings.current is not None
        assert screen.happenings.current.id == "knew"


async def test_nothing_is_said_of_languages_where_there_is_one(library: Workspace) -> None:
    async with at_events(library) as (pilot, _):
        await press(pilot, ["J"])
        assert "Teachers accept the offer" in text(pilot)
        assert "Perhaps also" not in text(pilot)


# Filter --------------------------------------------------------------------------------------


async def test_a_query_narrows_events_and_stories(library: Workspace) -> None:
    async with at_events(library) as (pilot, screen):
        await press(pilot, ["slash", "'knew'"])
        ids = [row.id for row in screen.happenings.rows if row.kind != "gap"]
        assert ids == ["harbour", "knew"]
        assert "1 of 5 events" in plain(pilot)[1]
        await press(pilot, ["escape"])
        assert "knew" in plain(pilot)[1]
        await press(pilot, ["escape"])
        assert "Stories and their events" in plain(pilot)[1]
        assert screen.happenings.chronicle.shown == 5


async def test_a_filter_knows_the_query_language(library: Workspace) -> None:
    async with at_events(library) as (pilot, screen):
        await press(pilot, ["slash", "'outlet:hill clocks'", "enter"])
        assert [row.id for row in screen.happenings.rows] == ["clocks"]
        await press(pilot, ["slash", "'zzz'", "down"])
        assert "0 of 5 events" in plain(pilot)[1]
        assert "Esc all events" in plain(pilot)[-1]


async def test_keys_typed_right_after_the_slash_are_typed(library: Workspace) -> None:
    async with at_events(library) as (pilot, screen):
        for key in ("slash", *"dRv"):  # faster than the screen answers
            character = "/" if key == "slash" else key
            pilot.app.post_message(Key(key, character))
        await settle(pilot)
        assert screen.line.query_words == "dRv"
        assert acts(library) == []


# Corrections ---------------------------------------------------------------------------------


async def test_joining_picked_events_and_undoing_it(library: Workspace) -> None:
    async with at_events(library) as (pilot, _):
        await press(pilot, ["down", "space"])
        assert "✓" in row(pilot, "Crack found")
        assert "+ join with it" in plain(pilot)[-1]
        await press(pilot, ["space"])
        assert "+ join 2" in plain(pilot)[-1]
        await press(pilot, ["plus"])
        assert acts(library) == ["join"]
        assert "Joined 2 events: “Crack found, bridge shut”   U undo" in plain(pilot)[-1]
        await press(pilot, ["U"])
        assert acts(library) == []
        assert "Taken back: joined 2 events “Crack found" in plain(pilot)[-1]


async def test_one_picked_event_is_joined_with_the_current_one(library: Workspace) -> None:
    async with at_events(library) as (pilot, _):
        await press(pilot, ["down", "space", "J", "plus"])
        assert acts(library) == ["join"]


async def test_nothing_picked_says_what_joining_takes(library: Workspace) -> None:
    async with at_events(library) as (pilot, _):
        await press(pilot, ["down", "plus"])
        assert "Pick events with Space" in plain(pilot)[-1]
        assert acts(library) == []


async def test_picked_articles_move_to_the_event_under_the_cursor(library: Workspace) -> None:
    async with at_events(library) as (pilot, _):
        await press(pilot, ["down", "right", "down", "space", "J"])
        assert "+ move 1 here" in plain(pilot)[-1]
        await press(pilot, ["plus"])
        assert acts(library) == ["move"]
        assert "Moved “Crack found, bridge shut” to “Teachers" in plain(pilot)[-1]


async def test_taking_an_article_out(library: Workspace) -> None:
    async with at_events(library) as (pilot, _):
        await press(pilot, ["down", "minus"])
        assert "→ shows those of an event" in plain(pilot)[-1]
        await press(pilot, ["right", "down", "down", "minus"])
        assert acts(library) == ["split"]
        assert "Taken out: “Harbour bridge closed”" in plain(pilot)[-1]


async def test_two_picked_events_are_not_the_same(library: Workspace) -> None:
    async with at_events(library) as (pilot, _):
        await press(pilot, ["down", "space", "space", "d"])
        assert acts(library) == ["part"]
        assert "Not the same event: “Crack" in plain(pilot)[-1]


async def test_an_event_is_taken_apart_and_put_together_with_one_key(library: Workspace) -> None:
    async with at_events(library) as (pilot, _):
        await press(pilot, ["down", "delete"])
        assert acts(library) == ["split", "split"]
        await press(pilot, ["U"])
        assert acts(library) == []


async def test_from_perhaps_also_an_article_is_taken_in_or_kept_out(library: Workspace) -> None:
    async with at_events(library) as (pilot, _):
        await press(pilot, ["down", "tab", "down", "down", "down"])
        assert "+ belongs here" in plain(pilot)[-1]
        await press(pilot, ["minus"])
        assert "It is not in this event: + takes it in" in plain(pilot)[-1]
        await press(pilot, ["d"])
        assert acts(library) == ["part"]
        await press(pilot, ["U", "tab", "tab", "down", "down", "down", "plus"])
        assert acts(library) == ["move"]


async def test_an_event_and_a_story_get_names(library: Workspace) -> None:
    async with at_events(library) as (pilot, _):
        await press(pilot, ["down", "R"])
        assert "Name of this event" in text(pilot)
        await press(pilot, ["ctrl+u", "'The [red] crack'", "enter"])
        assert "Named: “The [red] crack”" in plain(pilot)[-1]
        await press(pilot, ["up", "f2", "'Bridge'", "enter"])
        assert acts(library) == ["name", "name-story"]
        assert [ruling.name for ruling in library.library.rulings()] == [
            "The [red] crack",
            "Bridge",
        ]
        await press(pilot, ["R", "escape"])
        assert len(acts(library)) == 2


async def test_what_cannot_be_is_said(library: Workspace) -> None:
    async with at_events(library) as (pilot, _):
        await press(pilot, ["down", "space", "space", "d", "space", "space", "d"])
        assert acts(library) == ["part"]
        assert "kept apart already" in plain(pilot)[-1]


async def test_a_list_that_is_being_grouped_says_so(
    library: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = asyncio.Event()

    async def asked(self: Worker, job: str, *args: Any, **given: Any) -> Any:
        if job != "group":
            return None
        await gate.wait()
        return True

    async with at_events(library) as (pilot, screen):
        monkeypatch.setattr(Worker, "ask", asked)
        await pilot.press("down", "space", "space", "plus")
        await pilot.pause(0.2)
        assert "grouping again" in plain(pilot)[1]
        await pilot.press("down")
        await pilot.pause()
        assert screen.happenings.cursor > 0, "it can be used meanwhile"
        gate.set()
        await settle(pilot)
        assert "newest first" in plain(pilot)[1]


async def test_what_another_program_groups_appears(library: Workspace) -> None:
    async with at_events(library) as (pilot, _):
        with Workspace(library.data, library.cache) as other:
            (shut,) = other.library.some_events(["shut"])
            other.library.add(Draft("A ferry sank.\n", "/told/other", "A ferry sank"))
            named = Regrouped([("9", replace(shut, label="The bridge is shut"))])
            other.library.change_events(named, other.library.revision)
        await asyncio.sleep(2.2)
        await settle(pilot)
        assert "The bridge is shut" in text(pilot)


async def test_a_large_event_is_not_taken_apart_with_one_key(tmp_path: Path) -> None:
    with many(tmp_path / "many", (40,)) as workspace:
        async with at_events(workspace) as (pilot, _):
            await press(pilot, ["d"])
            assert "40 articles: - takes single ones out" in plain(pilot)[-1]
            assert acts(workspace) == []


async def test_events_that_another_program_dissolved_are_left_out(library: Workspace) -> None:
    shelf = read_shelf(library.library)
    gone = Shelf(shelf.cards, {"knew": shelf.events["knew"]})
    chronicle = read_chronicle(library.library, gone)
    assert set(chronicle.events) == {"knew", "ferries"}
    assert chronicle.steps == {"harbour": ("knew", "ferries")}
    assert [row.id for row in chronicle.heads] == ["harbour"]


# Sizes and looks -----------------------------------------------------------------------------


@pytest.mark.parametrize("sizes", [(), (2,), (2, 3, 2), (300, 2)])
async def test_few_and_large_events(tmp_path: Path, sizes: tuple[int, ...]) -> None:
    with many(tmp_path / "many", sizes) as workspace:
        async with at_events(workspace) as (pilot, screen):
            await press(pilot, ["right", "down", "end", "v", "home", "left"])
            assert screen.happenings.count() == len(sizes)
            await press(pilot, ["tab", "G"])
            assert ("276 more" in text(pilot)) == (300 in sizes)
            assert ("No events yet" in text(pilot)) == (not sizes)


@pytest.mark.parametrize("size", [(40, 10), (60, 15), (99, 30), (160, 45)])
async def test_every_size_names_the_events(library: Workspace, size: tuple[int, int]) -> None:
    async with at_events(library, size) as (pilot, _):
        assert "Harbour" in text(pilot)
        await press(pilot, ["down", "right", "v", "slash", "'bridge'", "escape", "escape"])
        assert "Crack" in text(pilot)


async def test_ascii_signs(library: Workspace) -> None:
    async with at_events(library, ascii_only=True) as (pilot, _):
        shown = text(pilot)
    assert "o=" in shown
    assert not [sign for sign in "●━╶╴╌▾▸✓…│" if sign in shown]


# What the lists are made of -------------------------------------------------------------------


async def test_a_filtered_event_keeps_its_place_in_the_story(library: Workspace) -> None:
    async with at_events(library) as (pilot, _):
        await press(pilot, ["slash", "'ferries'", "enter", "down"])
        assert "3rd of 3 steps" in text(pilot)


async def test_corrections_that_show_are_told(library: Workspace) -> None:
    ids = {card.title: card.id for card in library.library.cards()}
    shut = [ids["Crack found, bridge shut"], ids["Harbour bridge closed"]]
    library.library.rule("join", one=shut)
    library.library.rule("join", one=[shut[0], ids["Who knew of the crack?"]])
    library.library.rule(
        "split", apart=([ids["Clocks under one roof"]], [ids["A museum of clocks"]])
    )
    library.library.rule("part", apart=(shut, [ids["Who knew of the crack?"]]))
    async with at_events(library) as (pilot, _):
        await press(pilot, ["down"])
        assert "Your corrections" in text(pilot)
        assert "you joined articles here" in text(pilot)
        assert "you keep it apart" in text(pilot)
        await press(pilot, ["down"])
        assert "you joined" not in text(pilot), "which was undone since"
        await press(pilot, ["end"])
        assert "Your corrections" not in text(pilot), "one event still: the engine knows why"


async def test_what_holds_no_more_is_not_told(library: Workspace) -> None:
    ids = {card.title: card.id for card in library.library.cards()}
    apart = [ids["Crack found, bridge shut"], ids["Who knew of the crack?"]]
    library.library.rule("join", one=apart)
    library.library.rule("name", one=apart, name="Another name")
    shelf = read_shelf(library.library)
    chronicle = read_chronicle(library.library, shelf)
    assert rulings_said(library.library.rulings(), chronicle) == {}


# Compared ------------------------------------------------------------------------------------


async def test_a_story_is_compared_from_its_own_row(library: Workspace) -> None:
    async with at_events(library) as (pilot, _):
        await press(pilot, ["c"])
        app = pilot.app
        assert isinstance(app, ReaderApp)
        assert isinstance(app.front, CompareScreen)
        story = read_chronicle(library.library, read_shelf(library.library)).stories["harbour"]
        events = library.library.some_events(story.events)
        assert len(events) == 3
        within = [id for event in events for id in event.articles]
        assert len({event.id for event in events if set(event.articles) & set(app.front.ids)}) > 1
        assert f"{len(app.front.ids)} of {len(within)} articles" in plain(pilot)[0]
        first, shown = app.front.ids[0], app.front.ids
        await press(pilot, ["X"])
        assert app.front.ids[0] == first
        assert app.front.ids != shown
        assert set(app.front.ids) <= set(within)
        assert "one story: Harbour bridge" in text(pilot)


# Written into files --------------------------------------------------------------------------


async def test_a_story_is_written_from_itself_and_from_its_events(
    library: Workspace, tmp_path: Path
) -> None:
    async with at_events(library) as (pilot, _):
        for keys, name in ((["e"], "head"), (["down", "e", "tab"], "step")):
            await press(pilot, keys)
            assert "The whole story: 3 events" in text(pilot)
            await press(pilot, ["ctrl+u", f"'{tmp_path}/{name}.md'", "enter"])
            assert "Written: " in plain(pilot)[-1]
        await press(pilot, ["e"])
        assert "All 3 articles of the event   Tab the whole story: 3 events" in text(pilot)
    written = (tmp_path / "head.md").read_text()
    assert written == (tmp_path / "step.md").read_text()
    shut, knew, ferries = (
        written.index(f"# {library.library.some_events([id])[0].label}\n")
        for id in ("shut", "knew", "ferries")
    )
    assert shut < knew < ferries
