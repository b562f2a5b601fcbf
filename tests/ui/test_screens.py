"""Each screen, driven by keys as a person would."""

from __future__ import annotations

import asyncio
import re
import threading
from pathlib import Path

import pytest
from textual.events import Key

from reader.errors import Cancelled
from reader.library.library import Library
from reader.model import Draft
from reader.ui.app import ReaderApp
from reader.ui.article_screen import ArticleScreen
from reader.ui.listview import DocumentList
from reader.ui.roles import Look
from reader.ui.textview import TextView
from reader.workspace import Workspace
from tests.ui.scenes import opened, plain, press, settle

MEDIUM, NARROW, WIDE = (120, 40), (80, 24), (200, 50)


def text(lines: list[str]) -> str:
    return "\n".join(lines)


async def test_the_first_screen_shows_events_and_findings(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        shown = text(plain(pilot))
        last = plain(pilot)[-1]
    assert "Welcome. These 18 articles are samples." in shown
    assert "▾ Council votes" in shown
    assert "3 art. ≠" in shown
    assert "keeps 5 of B’s 25 words" in shown
    assert "Enter compare" in last


@pytest.mark.parametrize("size", [MEDIUM, NARROW, WIDE])
async def test_enter_compares_the_event(workspace: Workspace, size: tuple[int, int]) -> None:
    async with opened(workspace, size) as pilot:
        await press(pilot, ["enter"])
        shown = text(plain(pilot))
    assert "▸ Findings" in shown
    assert "Quotations  3" in shown
    assert "I will support the closure" in shown


async def test_values_and_passages_stand_under_their_article(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["enter"])
        lines = plain(pilot)
    heads = next(line for line in lines if "│ A Ellersby ends" in line)
    first, second = heads.index("│ A "), heads.index("│ B ")
    row = next(line for line in lines if "5 words" in line)
    assert row.index(" 5 words “I will") == first + 1
    assert row.index(" 25 words “I will") == second + 1
    passage = next(line for line in lines if "B ¶" in line)
    assert passage.index("B ¶") == second + 2


async def test_points_name_what_is_silent(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["enter", "v"])
        shown = text(plain(pilot))
        assert "▸ Points" in shown
        assert "point" in shown.splitlines()[0]
        await press(pilot, ["G"])
        assert "· " in text(plain(pilot))


async def test_a_finding_leads_to_its_place_in_the_article(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["enter", "enter", "l", "enter"])
        lines = plain(pilot)
        app = pilot.app
        assert isinstance(app, ReaderApp)
        assert app.front is not None
        assert app.front.SHOWS == "article"
        view = app.front.query_one(TextView)
        mark = view.marks[view.current]
        assert view.opened is not None
        assert "support the closure" in mark.span.of(view.opened.article.text)
    assert any("Same quotation, cut" in line for line in lines)


async def test_marks_lead_through_the_article_and_back(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["right", "enter", "m", "m"])
        lines = plain(pilot)
        assert "mark 3 of" in lines[0]
        await press(pilot, ["M"])
        assert "mark 2 of" in plain(pilot)[0]
        await press(pilot, ["q"])
        assert "1 Library" in plain(pilot)[0]
        assert "Enter read" in plain(pilot)[-1]


async def test_search_follows_every_key(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["slash", "'grou'"])
        shown = text(plain(pilot))
        assert "of 18 samples" in shown
        view = pilot.app.screen.query_one(DocumentList)
        found = len(view.items)
        assert found > 2
        await press(pilot, ["'nding'"])
        assert "best first" in text(plain(pilot))
        await press(pilot, ["escape"])
        assert "grounding" in text(plain(pilot))
        await press(pilot, ["escape"])
        assert "search all articles" in text(plain(pilot))


async def test_keys_typed_right_after_the_slash_are_typed(workspace: Workspace) -> None:
    """`s` in a word must not star an article because the line has not the focus yet."""
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["down"])
        await pilot.press("slash", *"boss")
        await press(pilot, ["escape"])
        lines = plain(pilot)
        assert "boss" in lines[1]
        assert "★" not in text(lines)


async def test_nothing_found_says_so(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["slash", "'xylophone'"])
        assert "Nothing found" in text(plain(pilot))


async def test_a_hit_opens_at_its_first_place_and_n_goes_on(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["slash", "'swimmers'", "enter"])
        shown = text(plain(pilot))
        assert "swimmers" in shown
        await press(pilot, ["n"])
        assert "Place 2 of 2" in plain(pilot)[-1]
        await press(pilot, ["n"])
        assert "Place 1 of 2, from the top again" in plain(pilot)[-1]


async def test_events_say_why(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["4"])
        shown = text(plain(pilot))
        assert "Why one event" in shown
        assert "5 events" in shown
        await press(pilot, ["right", "down", "enter"])
        assert "2 Article" in plain(pilot)[0]


async def test_star_and_undo(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["down", "s"])
        assert "★" in text(plain(pilot))
        assert "Starred   U undo" in plain(pilot)[-1]
        await press(pilot, ["U"])
        assert "★" not in text(plain(pilot))


async def test_what_is_not_known_can_be_set(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["down", "down", "down", "i"])
        assert "What is known of this article" in text(plain(pilot))
        await press(pilot, ["'2026-03-06'", "ctrl+s"])
        assert "6 Mar" in text(plain(pilot))
        await press(pilot, ["U"])
        assert "Lane & Market   no date" in text(plain(pilot))


async def test_what_takes_several_lines_stays_in_its_column(workspace: Workspace) -> None:
    async with opened(workspace, (60, 30)) as pilot:
        await press(pilot, ["right", "j", "i"])
        facts = [line.split("│")[1] for line in plain(pilot) if line.count("│") == 2]
        at = next(at for at, fact in enumerate(facts) if fact.startswith(" event"))
        assert facts[at + 1].startswith(" " * 13), "the name of the event goes on there"
        assert facts[at][13] != " "
        assert facts[at + 1][13] != " "


async def test_a_date_that_is_none_is_refused_in_place(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["down", "down", "down", "i", "'soon'", "ctrl+s"])
        assert "write 2025, 2025-11 or 2025-11-20" in text(plain(pilot))


async def test_removing_asks(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["down", "d"])
        assert "Remove “Ellersby ends pool" in text(plain(pilot))
        await press(pilot, ["escape"])
        assert "18 samples" in plain(pilot)[0]
        await press(pilot, ["d", "y"])
        assert "17 samples" in plain(pilot)[0]


async def test_picked_articles_are_compared(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["down", "space", "space"])
        assert "compare 2 picked" in plain(pilot)[-1]
        await press(pilot, ["c"])
        assert "2 of 3 articles" in plain(pilot)[0]


async def test_columns_can_be_chosen(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["enter", "x"])
        assert "Which articles" in text(plain(pilot))
        await press(pilot, ["space", "enter"])
        assert "2 of 3 articles" in plain(pilot)[0]


@pytest.mark.parametrize("key", ["question_mark", "f1"])
async def test_help_shows_signs_and_keys(workspace: Workspace, key: str) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, [key])
        shown = text(plain(pilot))
        assert "Keys in Library" in shown
        assert "Signs" in shown
        await press(pilot, ["'star'"])
        assert "pick for a comparison" not in text(plain(pilot))
        await press(pilot, ["escape"])
        assert "Keys in Library" not in text(plain(pilot))


async def test_the_palette_runs_a_command(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["colon", "'events'", "enter"])
        assert "Why one event" in text(plain(pilot))


async def test_own_library_is_empty_and_samples_come_back(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["colon", "'own'", "enter"])
        assert "No articles yet" in text(plain(pilot))
        await press(pilot, ["colon", "'sample'", "enter"])
        assert "18 samples" in plain(pilot)[0]


async def test_escape_never_quits_and_q_does(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["escape", "escape", "escape"])
        assert pilot.app.is_running
        await pilot.press("q")
        assert pilot.app.return_code == 0


@pytest.mark.parametrize("size", [(39, 12), (60, 9), (20, 5)])
async def test_too_small_says_what_is_needed(workspace: Workspace, size: tuple[int, int]) -> None:
    async with opened(workspace, size) as pilot:
        shown = " ".join(text(plain(pilot)).split())
        assert "too small:" in shown


@pytest.mark.parametrize("size", [(40, 10), (60, 15), (79, 23), (100, 24), (300, 80)])
async def test_every_screen_draws_at_every_size(
    workspace: Workspace, size: tuple[int, int]
) -> None:
    async with opened(workspace, size) as pilot:
        for keys in (["enter"], ["v"], ["q", "2"], ["4"], ["question_mark"], ["escape", "1"]):
            await press(pilot, keys)
            assert any(line.strip() for line in plain(pilot))


async def test_resizing_keeps_the_place(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["down", "down"])
        for size in ((80, 24), (30, 8), (200, 50), (120, 40)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        view = pilot.app.screen.query_one(DocumentList)
        assert view.cursor == 2


async def test_ascii_only(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM, ascii_only=True) as pilot:
        shown = text(plain(pilot))
    for symbol in "≠≈▌▾▸●│─…":
        assert symbol not in shown
    assert "v Council votes" in shown


@pytest.mark.parametrize("look", ["dark", "light", "16", "none"])
async def test_every_look_starts(workspace: Workspace, look: Look) -> None:
    async with opened(workspace, MEDIUM, look=look) as pilot:
        await press(pilot, ["enter", "v", "q", "question_mark"])
        assert "Keys in Library" in text(plain(pilot))


async def test_a_click_folds_chooses_and_opens(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        view = pilot.app.screen.query_one(DocumentList)
        assert len(view.items) == 9
        await pilot.click(DocumentList, offset=(2, 0))
        await settle(pilot)
        assert len(view.items) == 6
        await pilot.click(DocumentList, offset=(20, 1))
        await settle(pilot)
        assert view.cursor == 1
        await pilot.click(DocumentList, offset=(20, 1))
        await settle(pilot)
        assert "▸ Findings" in text(plain(pilot))


async def test_the_library_is_the_root(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["enter", "4", "1"])
        assert "q quit" in plain(pilot)[-1]
        await pilot.press("q")
        assert pilot.app.return_code == 0


async def test_back_from_an_article_leads_to_the_one_before(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["right", "enter", "m"])
        first = plain(pilot)[2][:70]
        await press(pilot, ["enter"])
        assert plain(pilot)[2][:70] != first
        await press(pilot, ["q"])
        assert plain(pilot)[2][:70] == first
        await press(pilot, ["q"])
        assert "by event, newest first" in text(plain(pilot))


async def test_focus_survives_being_too_small(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await pilot.resize_terminal(39, 9)
        await settle(pilot)
        await pilot.resize_terminal(120, 40)
        await settle(pilot)
        await press(pilot, ["j"])
        assert "▌" in text(plain(pilot))
        assert pilot.app.screen.query_one(DocumentList).cursor == 1


async def test_a_removed_article_is_named_and_comes_back(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["down", "s", "d"])
        assert "Remove “Ellersby ends pool" in text(plain(pilot))
        await press(pilot, ["y"])
        assert "Removed: “Ellersby ends pool" in plain(pilot)[-1]
        await press(pilot, ["U"])
        assert "18 samples" in plain(pilot)[0]
        assert "★" in text(plain(pilot))


async def test_one_key_hides_the_samples_and_shows_them_again(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        assert "18 samples" in plain(pilot)[0]
        assert "0 hide samples" in plain(pilot)[-1]
        await press(pilot, ["enter", "0"])  # from any screen
        shown = plain(pilot)
        assert "No articles yet" in text(shown)
        assert "sample" not in shown[0]
        assert "The samples are hidden   0 shows them again" in shown[-1]
        assert workspace.samples_hidden
        await press(pilot, ["0"])
        assert "18 samples" in plain(pilot)[0]
        assert "These are samples   0 hides them" in plain(pilot)[-1]
        assert not workspace.samples_hidden


async def test_a_screen_that_waits_for_the_other_library_does_not_keep_it_waiting(
    workspace: Workspace,
) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["right", "j", "enter"])
        app = pilot.app
        assert isinstance(app, ReaderApp)
        article = app.front
        assert isinstance(article, ArticleScreen)
        app.post_message(Key("0", "0"))
        while not app._opening.locked():
            await asyncio.sleep(0)
        article.call_next(article.run_action, "samples")  # as a click on the hint does
        answered = asyncio.Event()
        await asyncio.sleep(0.5)
        app.call_next(answered.set)
        await asyncio.wait_for(answered.wait(), 10)
        await settle(pilot)
        assert app.front is app.library_screen


async def test_what_was_done_is_undone_after_the_other_library_was_looked_at(
    workspace: Workspace,
) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["down", "s", "w", "'wet'", "escape", "d", "y"])
        assert "17 samples" in plain(pilot)[0]
        await press(pilot, ["0", "U"])
        assert "Nothing to undo" in plain(pilot)[-1], "that was done elsewhere"
        await press(pilot, ["0", "U"])
        assert "18 samples" in plain(pilot)[0]
        assert len(workspace.library.notes()) == 1
        await press(pilot, ["U"])
        assert workspace.library.notes() == ()
        assert any(card.marks.starred for card in workspace.library.cards())
        await press(pilot, ["U"])
        assert not any(card.marks.starred for card in workspace.library.cards())


async def test_a_message_makes_room_for_the_hints_of_a_line_to_type_in(
    workspace: Workspace,
) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["down", "s"])
        assert "Starred" in plain(pilot)[-1]
        await press(pilot, ["slash", "'f'"])
        assert "Starred" not in plain(pilot)[-1]


async def test_the_way_back_to_the_samples_is_said_beside_a_long_headline(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "long.md"
    path.write_text(f"---\ntitle: {'A museum of clocks ' * 9}\n---\n\nIt opens in spring.\n")
    async with opened(workspace, NARROW) as pilot:
        await press(pilot, ["a", f"'{path}'", "enter"])
        assert "; 0 shows the samples   U undo" in plain(pilot)[-1]


async def test_the_preview_is_as_wide_as_its_room_when_the_samples_come_back(
    workspace: Workspace,
) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        assert any(line.rstrip().endswith("──") for line in plain(pilot)[3:])
        await press(pilot, ["0", "T"])
        assert "1 of 8" in text(plain(pilot))
        assert "─…" not in text(plain(pilot))


async def test_the_tour_begins_on_events_from_an_empty_library_too(tmp_path: Path) -> None:
    with Workspace.open(tmp_path) as own:
        async with opened(own, MEDIUM) as pilot:
            await press(pilot, ["T"])
            assert "3 art." in text(plain(pilot)), "the samples are grouped"
            await press(pilot, ["enter"])
            assert "2 of 8" in text(plain(pilot))
            await press(pilot, ["0"])
            assert "No articles yet" in text(plain(pilot))


async def test_hiding_the_samples_ends_the_tour(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["T", "0"])
        assert "1 of 8" not in text(plain(pilot))
        assert "No articles yet" in text(plain(pilot))


async def test_a_screen_that_is_asked_for_while_the_library_changes_stays(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["right", "enter", "4", "1"])
        app = pilot.app
        assert isinstance(app, ReaderApp)
        gone, remove = app.made("article"), ArticleScreen.remove

        async def slowly(screen: ArticleScreen) -> None:
            app.go("events")
            await asyncio.sleep(0.2)
            await remove(screen)

        monkeypatch.setattr(ArticleScreen, "remove", slowly)
        await press(pilot, ["0"])
        assert not gone.is_attached
        assert app.front is app.made("events")
        assert app.front.is_attached
        assert "Events" in plain(pilot)[0]


async def test_the_samples_wait_for_what_is_being_added(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        app = pilot.app
        assert isinstance(app, ReaderApp)
        app.library_screen.bringing.running = True
        await press(pilot, ["0"])
        app.library_screen.bringing.running = False
        assert "18 samples" in plain(pilot)[0]
        assert "Articles are being added: 0 when that is done" in plain(pilot)[-1]


async def test_a_failed_first_add_leaves_the_samples(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["a", "'/no/such/file'", "enter"])
        shown = plain(pilot)
        assert "18 samples" in shown[0]
        assert "Not added: /no/such/file" in shown[-1]


async def test_adding_a_file_shows_the_own_library(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "new.md"
    path.write_text("---\ntitle: A museum of clocks\n---\n\nThe museum opens in spring.\n")
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["a", f"'{path}'", "enter"])
        shown = plain(pilot)
        assert "1 article" in shown[0]
        assert "A museum of clocks" in text(shown)
        assert "1 added" in shown[-1]


async def test_what_another_program_adds_appears(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        with Workspace(workspace.data, workspace.cache, is_samples=True) as other:
            other.library.add(Draft("The museum opens in spring.\n", "/x", "A museum of clocks"))
        await asyncio.sleep(2.2)
        await settle(pilot)
        assert "19 samples" in plain(pilot)[0]


async def test_the_compared_finding_is_where_points_open(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["enter", "v"])
        lines = plain(pilot)
        current = next(at for at, line in enumerate(lines) if line.startswith("▌"))
        assert "support the" in text(lines[current : current + 4])


async def test_where_columns_do_not_fit_tabs_show_one_article(workspace: Workspace) -> None:
    async with opened(workspace, NARROW) as pilot:
        await press(pilot, ["enter", "v", "l"])
        lines = plain(pilot)
        assert "All  A  B  C" in lines[1]
        assert any("≈" in line or "=" in line for line in lines[3:])
        assert max(len(line.rstrip()) for line in lines[3:-1]) > 60
        await press(pilot, ["h"])
        assert "point" in plain(pilot)[0]
        assert "▌" in text(plain(pilot))


async def test_nothing_found_offers_what_is_near(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["slash", "'zebra baths'"])
        assert "3 articles" in text(plain(pilot))
        await press(pilot, ["down", "enter"])
        assert " / baths" in plain(pilot)[1]
        assert "3 of 18 samples" in plain(pilot)[0]


async def test_misspelled_words_are_searched_as_they_were_meant(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["slash", "'swimers bahts'"])
        assert "in place of “swimers”" in plain(pilot)[-1]
        assert "samples" in plain(pilot)[0]


async def test_a_query_that_cannot_be_parsed_says_so(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["slash", "'pool AND ('", "down"])
        assert "A parenthesis is not closed; closed at the end." in plain(pilot)[2]


async def test_who_asks_while_another_library_is_opened_gets_an_answer_or_a_sentence(
    workspace: Workspace,
) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        app = pilot.app
        assert isinstance(app, ReaderApp)
        desk, begun, go_on = app.desk, threading.Event(), threading.Event()

        def slow(library: Library) -> int:
            begun.set()
            go_on.wait(10)
            return library.revision

        under_way = asyncio.create_task(desk.of_library(slow))
        behind = asyncio.create_task(desk.of_library(lambda library: library.revision))
        await asyncio.to_thread(begun.wait)
        twice = [asyncio.create_task(app.use_library(samples=False)) for _ in range(2)]
        while app.desk is desk:
            await asyncio.sleep(0.01)
        await press(pilot, ["j"])
        go_on.set()
        await asyncio.gather(*twice)
        # A cancelled answer would end the clock or the loop of keys that awaited it.
        assert await under_way == await behind
        for late in (desk.of_library(slow), desk.worker.ask("index")):
            with pytest.raises(Cancelled):
                await late
        assert not desk.worker.running
        assert "No articles yet" in text(plain(pilot))


async def test_an_event_that_is_picked_says_so_folded(workspace: Workspace) -> None:
    async with opened(workspace, (120, 40)) as pilot:
        await press(pilot, ["left", "space", "up"])
        assert plain(pilot)[3][:6] == "▌ ▸ ✓ "
        await press(pilot, ["right", "j", "space", "left"])
        assert re.match(r"▌ ▸ ✓\d ", plain(pilot)[3])
        await press(pilot, ["space", "up", "space", "up"])
