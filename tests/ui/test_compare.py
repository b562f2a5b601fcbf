"""The compare screen: three views in step, and what a person says of them."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from reader.ui.app import ReaderApp
from reader.ui.compare_screen import CompareScreen
from reader.ui.compareheads import READING
from reader.ui.writingdeeds import sheet_text, write
from reader.workspace import Workspace
from tests.ui.scenes import opened, plain, press, settle
from tests.ui.told import many

MEDIUM, NARROW, WIDE = (120, 40), (80, 24), (200, 50)


def text(pilot: Pilot[int]) -> str:
    return "\n".join(plain(pilot))


def screen(pilot: Pilot[int]) -> CompareScreen:
    app = pilot.app
    assert isinstance(app, ReaderApp)
    assert isinstance(app.front, CompareScreen)
    return app.front


def rows_of_the_chosen(pilot: Pilot[int]) -> list[int | None]:
    """On which row of the screen the aligned passage of each column begins."""
    view = screen(pilot).reading
    return [
        None if span is None else column.line_of(span.start) - top
        for span, column, top in zip(view.chosen, view._columns, view._tops, strict=True)
    ]


async def test_what_is_set_of_an_article_is_shown_in_an_open_comparison(
    workspace: Workspace,
) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["enter", "j", "q", "right", "j"])
        await press(pilot, ["equals_sign", "'The New Daily'", "enter", "i", "'Other '", "ctrl+s"])
        await press(pilot, ["3"])
        sheet = screen(pilot).sheet
        assert sheet is not None
        assert "The New Daily" in [page.article.outlet for page in sheet.pages]
        assert any("Other" in (page.article.title or "") for page in sheet.pages)
        assert "finding 2 of" in text(pilot)


async def test_another_event_opens_at_its_findings_and_a_point_has_its_number(
    workspace: Workspace,
) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["c", "s", "v"])
        assert "▸ Points" in text(pilot)
        assert "point 1 of " in plain(pilot)[0]
        await press(pilot, ["1", "3"])
        assert "▸ Points" in text(pilot)
        await press(pilot, ["1", "J", "c"])
        assert "▸ Findings" in text(pilot)


# Reading -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [MEDIUM, WIDE])
async def test_what_says_the_same_stands_on_one_row(
    workspace: Workspace, size: tuple[int, int]
) -> None:
    async with opened(workspace, size) as pilot:
        await press(pilot, ["enter", "v", "v"])
        assert "▸ Reading" in text(pilot)
        assert "columns follow A" in text(pilot)
        view, seen = screen(pilot).reading, 0
        for column in (0, 1, 2):
            view.go_to(column, 0)
            while view.step(1):
                rows = [row for row in rows_of_the_chosen(pilot) if row is not None]
                assert len(set(rows)) == 1
                assert rows[0] in range(view.size.height)
                seen += len(rows) > 1
        assert seen > 20
        view.go_to(0, 0)
        await press(pilot, ["J"])
        await press(pilot, ["l"])
        view = screen(pilot).reading
        assert "columns follow B" in text(pilot)
        assert view.span == view.chosen[1], "at what says the same there"


async def test_texts_without_a_common_passage_pass_at_an_even_pace(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["down", "space", "G", "right", "G", "space", "c", "v", "v"])
        view = screen(pilot).reading
        assert view.each
        for item in range(0, view.count(), 4):
            view.go_to(0, view.points.passages(0)[item].span.start)  # type: ignore[union-attr]
            lines = [view.draw(row, 119) for row in range(view.size.height)]
            second = ["".join(words for words, _ in line)[60:].strip(" │▌") for line in lines]
            assert sum(map(bool, second)) > view.size.height // 2


async def test_columns_are_held_and_follow_again(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["enter", "v", "v", "J", "L"])
        view = screen(pilot).reading
        before = view._tops[1:]
        await press(pilot, ["G"])
        assert view._tops[1:] == before
        assert "columns held" in text(pilot)
        await press(pilot, ["L"])
        assert view._tops[1:] != before


async def test_a_gap_stands_in_the_head(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["enter", "v", "v"])
        view = screen(pilot).reading
        while not any(view.gap(column) for column in range(3)):
            view.move(1)
        await settle(pilot)
        heads = next(line for line in plain(pilot) if line.startswith("  A "))
        assert "· " in heads


async def test_enter_opens_the_passage_and_back_keeps_it(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["enter", "v", "v", "J", "J", "l"])
        before = screen(pilot).reading.cursor
        await press(pilot, ["enter"])
        assert "2 Article" in plain(pilot)[0]
        await press(pilot, ["q"])
        assert screen(pilot).reading.cursor == before
        assert "▸ Reading" in text(pilot)


async def test_tabs_where_columns_do_not_fit(workspace: Workspace) -> None:
    async with opened(workspace, NARROW) as pilot:
        await press(pilot, ["enter", "v", "v"])
        assert " A  B  C " in plain(pilot)[1]
        assert "All" not in plain(pilot)[1]
        view = screen(pilot)
        assert view.tab.opened is not None
        await press(pilot, ["J", "J", "l"])
        assert view.tab_shown == 1
        await press(pilot, ["h", "h"])
        assert view.tab_shown == 0
        await pilot.resize_terminal(*MEDIUM)
        await settle(pilot)
        assert "columns follow" in text(pilot)


async def test_the_view_keeps_its_place_through_sizes_and_views(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["enter", "v", "J", "J"])
        points = screen(pilot).points
        place = points.place_in_text()
        await press(pilot, ["v"])
        view = screen(pilot).reading
        assert view.span is not None
        assert place == (view.column, view.span.start)
        for size in ((60, 15), (300, 80), (40, 10), MEDIUM):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            assert text(pilot).strip()
        assert screen(pilot).view_shown == READING


# Points and findings -----------------------------------------------------------------------------


async def test_points_are_filtered(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["enter", "v"])
        view = screen(pilot).points
        total = view.count()
        await press(pilot, ["f"])
        assert "f shared" in plain(pilot)[1]
        assert "shared" in plain(pilot)[0]
        assert view.row is not None
        shared = view.count()
        for _ in range(shared):
            assert view.row is not None
            assert not view.row.alone
            view.move(1)
        await press(pilot, ["f"])
        assert view.count() == total - shared
        assert view.row.alone
        await press(pilot, ["f"])
        assert "f differing" in plain(pilot)[1]
        assert 0 < view.count() < shared
        await press(pilot, ["f"])
        assert view.count() == total


async def test_strips_stand_above_every_view(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["enter"])
        for _ in range(3):
            lines = plain(pilot)
            head = next(i for i, line in enumerate(lines) if "A Ellersby" in line)
            column = lines[head].index("B Council")
            strip = lines[head + 1][column:].split("│")[0].strip()
            assert len(strip) > 10
            assert set(strip) <= set('≠≈=+−"─·')
            await press(pilot, ["v"])


async def test_points_are_shown_before_the_lenses_are_ready(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        app = pilot.app
        assert isinstance(app, ReaderApp)
        ask, go_on = app.desk.worker.ask, asyncio.Event()

        async def slow(job: str, *args: Any, **options: Any) -> Any:
            if job == "compare":
                await go_on.wait()
            return await ask(job, *args, **options)

        app.desk.worker.ask = slow  # type: ignore[method-assign]
        await press(pilot, ["down", "space"])
        await pilot.press("space", "c")
        for _ in range(100):
            await pilot.pause(0.05)
            if "looking …" in text(pilot):
                break
        assert "Quotations  looking …" in text(pilot)
        await pilot.press("v", "J")
        await pilot.pause(0.2)
        assert "▸ Points" in text(pilot)
        assert "point" in plain(pilot)[0]
        place = screen(pilot).points.place_in_text()
        go_on.set()
        await settle(pilot)
        assert screen(pilot).sheet is not None
        assert screen(pilot).sheet.comparison.reports  # type: ignore[union-attr]
        assert screen(pilot).points.place_in_text() == place
        await press(pilot, ["v", "v"])
        assert "looking …" not in text(pilot)


# Judging -----------------------------------------------------------------------------------------


async def test_keep_hide_and_undo(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["enter", "j", "j"])
        view = screen(pilot)
        finding = view.table.finding
        assert finding is not None
        await press(pilot, ["s"])
        assert view.sheet is not None
        assert view.sheet.comparison.first[0] == finding.id
        assert "★" in text(pilot)
        assert "Kept, stands first" in plain(pilot)[-1]
        await press(pilot, ["s"])
        assert not view.sheet.comparison.kept
        await press(pilot, ["U"])
        assert finding.id in view.sheet.comparison.kept
        await press(pilot, ["d"])
        assert "Hidden:" in plain(pilot)[-1]
        assert finding.id not in {f.id for f in view.sheet.comparison.findings}
        await press(pilot, ["G"])
        assert "▸ Hidden  1: →" in text(pilot)
        await press(pilot, ["right", "j"])
        assert view.table.finding == finding
        assert "hidden" in text(pilot)
        await press(pilot, ["d"])
        assert "Shown again" in plain(pilot)[-1]
        assert not view.sheet.comparison.hidden
        await press(pilot, ["U"])
        assert "Taken back: shown again" in plain(pilot)[-1]
        assert finding in view.sheet.comparison.hidden
    async with opened(workspace, (80, 24)) as pilot:
        await press(pilot, ["enter", "G", "right", "j"])
        assert "d show again" in plain(pilot)[-1]
        await press(pilot, ["d"])
        sheet = screen(pilot).sheet
        assert sheet is not None
        assert finding in sheet.comparison.findings
        await press(pilot, ["U"])
    with Workspace(workspace.data, workspace.cache, is_samples=True) as again:
        assert [each.act for each in again.library.judgements()] == ["keep", "hide"]


async def test_what_is_hidden_is_hidden_in_the_library_too(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        assert "≠ Nadia Brookhurst" in text(pilot)
        await press(pilot, ["enter", "j"])
        assert "Nadia Brookhurst" in str(screen(pilot).table.finding)
        await press(pilot, ["d", "q"])
        assert "by event, newest first" in text(pilot)
        assert "≠ Nadia Brookhurst" not in text(pilot)
        assert "3 art. ≠" in text(pilot)
        await press(pilot, ["U"])
        assert "≠ Nadia Brookhurst" in text(pilot)


async def test_two_passages_do_not_say_the_same_and_then_do(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["enter", "v", "f", "home"])
        view = screen(pilot)
        row = view.points.row
        assert row is not None
        here = next(i for i, passage in enumerate(row.passages) if passage)
        there = next(i for i, passage in enumerate(row.passages) if passage and i != here)
        one, other = row.passages[here], row.passages[there]
        assert one is not None
        assert other is not None
        view.points.column = here

        def together() -> bool:
            sheet = view.point_sheet
            assert sheet is not None
            at = sheet.row_at(here, one.span.start)
            return at is not None and at == sheet.row_at(there, other.span.start)

        assert together()
        await press(pilot, ["d"])
        assert "Not the same: “" in plain(pilot)[-1]
        assert not together()
        await press(pilot, ["U"])
        assert together()
        await press(pilot, ["d"])
        assert not together()
        view.points.go_to(here, one.span.start)
        await press(pilot, ["+"])
        assert "Held: “" in plain(pilot)[-1]
        view.points.go_to(there, other.span.start)
        await press(pilot, ["plus"])
        assert "Say the same" in plain(pilot)[-1]
        assert together()


async def test_passages_are_joined_from_tab_to_tab(workspace: Workspace) -> None:
    async with opened(workspace, NARROW) as pilot:
        await press(pilot, ["enter", "v", "v", "J", "plus"])
        view = screen(pilot)
        one = view.held
        assert one is not None
        await press(pilot, ["l", "J", "J", "J", "plus"])
        assert "Say the same" in plain(pilot)[-1]
        word = view.reader.desk.workspace.library.judgements()[-1]
        assert [place.article for place in word.places] == list(view.ids[:2])
        assert word.places[0].start == one.span.start


async def test_sentences_are_joined_and_parted_while_reading(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["enter", "v", "v"])
        view = screen(pilot).reading
        while view.row is None or any(view.chosen[1:]):
            view.move(1)
        one = view.span
        assert one is not None
        await press(pilot, ["plus", "l", "j", "plus"])
        assert "Say the same" in plain(pilot)[-1]
        other, mates = view.span, [view.chosen[0]]
        for key in ("d", "U"):
            await press(pilot, [key])
            mates.append(view.chosen[0])
        assert mates == [one, None, one]
        assert view.span == other


async def test_a_held_passage_is_let_go(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["enter", "plus"])
        assert "v shows them" in plain(pilot)[-1]
        await press(pilot, ["v", "v", "plus", "escape"])
        assert screen(pilot).held is None
        assert "▸ Reading" in text(pilot), "Esc lets go, it does not leave"


async def test_a_mark_of_an_article_is_hidden_and_comes_back(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["right", "enter", "m"])
        of = plain(pilot)[0].partition("mark ")[2].split()[2]
        await press(pilot, ["d"])
        assert plain(pilot)[0].partition("mark ")[2].split()[2] != of
        await press(pilot, ["U"])
        assert plain(pilot)[0].partition("mark ")[2].split()[2] == of


# Columns and files -------------------------------------------------------------------------------


async def test_the_first_column_can_be_another_one(workspace: Workspace) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["enter", "v", "l"])
        ids = screen(pilot).ids
        await press(pilot, ["P"])
        assert screen(pilot).ids == (ids[1], ids[0], *ids[2:])
        sheet = screen(pilot).sheet
        assert sheet is not None
        starts = [p.passages[0].span.start for p in sheet.comparison.points if p.passages[0]]
        assert starts == sorted(starts)


async def test_a_key_goes_through_an_event_of_more_than_four(tmp_path: Path) -> None:
    workspace = many(tmp_path, [6])
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["enter"])
        first = screen(pilot).ids
        event = screen(pilot).event()
        assert event is not None
        assert len(first) == 4
        assert "4 of 6 articles" in plain(pilot)[0]
        await press(pilot, ["X"])
        second = screen(pilot).ids
        assert second[0] == first[0]
        assert {*first, *second} == set(event.articles)
        assert len(second) == 3, "none stands there twice before all have"
        assert "3 of 6 articles" in plain(pilot)[0]
        assert "A beside 2 of its 5 others   X the first ones again" in plain(pilot)[-1]
        await press(pilot, ["X"])
        assert screen(pilot).ids == first
        assert "X the next ones" in plain(pilot)[-1]
    workspace.close()


async def test_it_is_written_and_nothing_is_written_over_unasked(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["enter", "e"])
        assert "Write a comparison" in text(pilot)
        await press(pilot, ["ctrl+u", f"'{tmp_path}/all.txt'", "enter"])
        assert "end with .html, .md or .json" in text(pilot)
        await press(pilot, ["ctrl+u", f"'{tmp_path}/all.json'", "enter"])
        assert f"Written: {tmp_path}/all.json" in text(pilot)
        made = json.loads((tmp_path / "all.json").read_text())
        assert [article["id"] for article in made["articles"]] == list(screen(pilot).ids)
        (tmp_path / "mine.html").write_text("mine")
        await press(pilot, ["e", "ctrl+u", f"'{tmp_path}/mine.html'", "enter"])
        assert "is there already" in text(pilot)
        await press(pilot, ["escape"])
        assert (tmp_path / "mine.html").read_text() == "mine"
        await press(pilot, ["e", "ctrl+u", f"'{tmp_path}/mine.html'", "enter", "enter"])
        assert (tmp_path / "mine.html").read_text().startswith("<!DOCTYPE html>")
        await press(pilot, ["e", "ctrl+u", f"'{tmp_path}/no/folder.md'", "enter"])
        assert "There is no folder" in text(pilot)
        (tmp_path / "no").mkdir()
        await press(pilot, ["enter"])
        assert f"Written: {tmp_path}/no/folder.md" in text(pilot)
        with monkeypatch.context() as patched:
            patched.setattr("os.access", lambda path, mode: False)
            await press(pilot, ["e", "ctrl+u", f"'{tmp_path}/one.md'", "enter"])
        assert "cannot be written to" in text(pilot)
        await press(pilot, ["ctrl+u", f"'{tmp_path}/{'x' * 300}.md'", "enter"])
        assert "No file can have this name" in text(pilot)


async def test_from_an_article_its_comparison_is_written(
    workspace: Workspace, tmp_path: Path
) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["right", "enter", "e", "ctrl+u", f"'{tmp_path}/all.md'", "enter"])
        assert f"Written: {tmp_path}/all.md" in text(pilot)
        text_of = (tmp_path / "all.md").read_text()
        assert "\n\n3 articles compared. One event.\n" in text_of


async def test_a_comparison_for_a_file_says_how_far_it_is_and_is_stopped(tmp_path: Path) -> None:
    workspace = many(tmp_path, [6])
    async with opened(workspace, MEDIUM) as pilot:
        app = pilot.app
        assert isinstance(app, ReaderApp)
        ask, begun = app.desk.worker.ask, asyncio.Event()

        async def slow(job: str, *args: Any, progress: Any = None) -> Any:
            if job != "compare-many":
                return await ask(job, *args, progress=progress)
            progress(3, 12)
            begun.set()
            await asyncio.sleep(60)
            return None

        app.desk.worker.ask = slow  # type: ignore[method-assign]
        await press(pilot, ["e", "ctrl+u", f"'{tmp_path}/all.md'"])
        await pilot.press("enter")
        await asyncio.wait_for(begun.wait(), 10)
        await pilot.pause()
        assert plain(pilot)[-1].startswith(" Comparing 6 articles, 25 %   Esc stop")
        await pilot.press("j")  # the keys go on working, and the next word of progress is told
        await press(pilot, ["escape"])
        assert "Stopped; nothing was written" in plain(pilot)[-1]
    assert not (tmp_path / "all.md").exists()


async def test_of_an_event_of_more_than_four_all_articles_are_written(tmp_path: Path) -> None:
    workspace = many(tmp_path, [6])
    async with opened(workspace, MEDIUM) as pilot:
        for keys, name, count in (
            (["enter", "e"], "all", 6),
            (["e", "tab"], "some", 4),
            (["4", "e"], "event", 6),
        ):
            await press(pilot, keys)
            whole = f"All {count} articles of the event" in text(pilot)
            assert whole or (count == 4 and "These 4 articles" in text(pilot))
            await press(pilot, ["ctrl+u", f"'{tmp_path}/{name}.json'", "enter"])
            assert f"Written: {tmp_path}/{name}.json" in text(pilot)
        all, some, event = (
            [each["id"] for each in json.loads((tmp_path / f"{name}.json").read_text())["articles"]]
            for name in ("all", "some", "event")
        )
        assert all[:4] == some, "letters are those of the screen"
        assert len(set(all)) == 6
        assert set(event) == set(all)
    workspace.close()


async def test_a_file_that_appears_meanwhile_is_left_alone(
    workspace: Workspace, tmp_path: Path
) -> None:
    async with opened(workspace, MEDIUM) as pilot:
        await press(pilot, ["enter"])
        sheet, path = screen(pilot).sheet, tmp_path / "a.html"
        assert sheet is not None
        path.write_text("mine")
        with pytest.raises(FileExistsError):
            write(path, False, sheet_text("html", sheet, {}))
        assert path.read_text() == "mine"


@pytest.mark.parametrize("views", [["v"], ["v", "v"]], ids=["points", "reading"])
async def test_the_last_column_is_none_of_fewer_articles_that_are_asked_for(
    workspace: Workspace, views: list[str]
) -> None:
    async with opened(workspace, WIDE) as pilot:
        await press(pilot, ["enter", *views, "l", "l"])
        compare = screen(pilot)
        assert compare.column() == 2
        await compare.load(compare.ids[:2])
        assert compare.column() is None
        await compare.action_note()
        await compare.action_pivot()
        await settle(pilot)


async def test_keys_and_words_at_the_foot_of_a_comparison(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    visited: list[str] = []
    monkeypatch.setattr("webbrowser.open", visited.append)
    async with opened(workspace, (80, 24)) as pilot:
        await press(pilot, ["enter", "slash", "'zzzq'", "enter"])
        assert "Not here: zzzq" in plain(pilot)[-1]
        await press(pilot, ["n"])
        assert "Not further here: zzzq" in plain(pilot)[-1]
        await press(pilot, ["escape", "o"])
        assert visited or "This article has no address" in plain(pilot)[-1]
        await press(pilot, ["x"])
        assert plain(pilot)[-1].strip() == "", "no keys of what is below"
        await press(pilot, ["escape"])
        assert "? keys" in plain(pilot)[-1]
        while "≠ headline" not in next(line for line in plain(pilot) if line.startswith("▌")):
            await press(pilot, ["j"])
        assert any(line.startswith(" A headline Ellersby ends") for line in plain(pilot))
