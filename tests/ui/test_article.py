"""The article screen: its marks and what the panel says of them."""

from __future__ import annotations

from pathlib import Path

from reader.model import Draft, Event, Span
from reader.ui.app import ReaderApp
from reader.ui.article_screen import ArticleScreen
from reader.ui.marks import Mark, by_lines
from reader.ui.signs import DIFFERS, NEAR, ONLY, QUOTE, SHARED
from reader.workspace import Workspace
from tests.ui.scenes import opened, plain, press, settle


async def test_an_article_alone_says_so_and_what_perhaps_belongs_to_it(tmp_path: Path) -> None:
    with Workspace.open(tmp_path) as workspace:
        library = workspace.library
        ids = [library.add(Draft(f"The lamp {n} went out.\n", f"/{n}", f"Lamp {n}"))[1].id
               for n in range(2)]  # fmt: skip
        events = [
            Event(f"e{n}", "Lamp", (ids[n],), maybe=((ids[1 - n], "both name a lamp"),))
            for n in range(2)
        ]
        library.save_events(events, library.revision)
        async with opened(workspace, (120, 40)) as pilot:
            await press(pilot, ["enter"])
            first = plain(pilot)[2]
            shown = "\n".join(plain(pilot))
            assert "Alone in its event" in shown
            assert "? perhaps also" in shown
            assert "both name a lamp" in shown
            await press(pilot, ["l", "enter"])
            assert "Lamp" in first
            assert "Lamp" in plain(pilot)[2]
            assert plain(pilot)[2] != first


async def test_the_margin_has_a_sign_for_each_of_four_things(workspace: Workspace) -> None:
    async with opened(workspace, (120, 40)) as pilot:
        await press(pilot, ["right", "enter"])
        app = pilot.app
        assert isinstance(app, ReaderApp)
        screen = app.front
        assert isinstance(screen, ArticleScreen)
        signs = {mark.sign for mark in screen.text.marks}
        assert signs == {SHARED, NEAR, DIFFERS, ONLY, QUOTE}
        margin = {line[2:3] for line in plain(pilot)[2:-1]}
        assert {"=", "≈", "≠", "+", '"'} <= margin
        lines = [(screen.text.line_of(m.span.start), m.strength) for m in screen.text.marks]
        assert lines == sorted(lines), "of one line the strongest is come to first"
        for number in range(1, len(lines)):
            assert screen.text.next_mark(1), number
        assert not screen.text.next_mark(1)
        assert screen.current_mark() == screen.text.marks[-1]


def test_of_one_line_the_strongest_mark_comes_first_and_lines_in_order() -> None:
    signs = {0: SHARED, 3: DIFFERS, 4: ONLY, 10: SHARED, 12: QUOTE}
    marks = [Mark(Span(at, at + 5), sign, 1, "sure") for at, sign in signs.items()]
    placed = by_lines(marks, lambda offset: offset // 10)
    assert [(line, mark.sign) for line, mark in placed] == [
        (0, DIFFERS), (0, ONLY), (0, SHARED), (1, QUOTE), (1, SHARED)
    ]  # fmt: skip


async def test_marks_ahead_are_counted_and_none_is_the_current_one(workspace: Workspace) -> None:
    async with opened(workspace, (80, 24)) as pilot:
        await press(pilot, ["right", "enter"])
        app = pilot.app
        assert isinstance(app, ReaderApp)
        screen = app.front
        assert isinstance(screen, ArticleScreen)
        count = len(screen.text.marks)
        assert f"mark 1 of {count}" in plain(pilot)[0]
        screen.text.current = -1
        screen.shown()
        await settle(pilot)
        assert f"  {count} marks" in plain(pilot)[0]
        assert "mark 0" not in plain(pilot)[0]


async def test_the_current_mark_does_not_outlive_its_marks(workspace: Workspace) -> None:
    async with opened(workspace, (120, 40)) as pilot:
        await press(pilot, ["right", "enter"])
        app = pilot.app
        assert isinstance(app, ReaderApp)
        screen = app.front
        assert isinstance(screen, ArticleScreen)
        text, marks = screen.text, screen.text.marks
        while text.next_mark(1):
            pass
        # Another judgement, or another program, can take marks away; none is left in sight.
        text.mark_with([mark for mark in marks if text.line_of(mark.span.start) < 1] or marks[:1])
        assert text.current == len(text.marks) - 1
        text.mark_with(())
        assert text.current == -1
        await press(pilot, ["O"])
        assert "Outline" in "\n".join(plain(pilot))


async def test_a_mark_that_went_while_the_outline_was_open_leads_to_its_place(
    workspace: Workspace,
) -> None:
    async with opened(workspace, (120, 40)) as pilot:
        await press(pilot, ["right", "enter", "O"])
        screen = pilot.app.screen_stack[-2]
        assert isinstance(screen, ArticleScreen)
        last = screen.text.marks[-1].span.start
        screen.text.mark_with(())
        await press(pilot, ["G", "enter"])
        assert screen.text.current_mark is None
        first, end = screen.text.in_sight()
        assert first <= last <= end


async def test_who_comes_back_from_another_article_is_at_the_same_mark(
    workspace: Workspace,
) -> None:
    async with opened(workspace, (120, 40)) as pilot:
        await press(pilot, ["right", "down", "enter", "m", "m", "m"])
        app = pilot.app
        assert isinstance(app, ReaderApp)
        screen = app.front
        assert isinstance(screen, ArticleScreen)
        assert screen.page is not None
        id, at, top = screen.page.article.id, screen.text.current, screen.text.scroll_offset.y
        assert at >= 3
        await press(pilot, ["enter"])
        assert screen.page.article.id != id
        await press(pilot, ["q"])
        assert (screen.page.article.id, screen.text.current) == (id, at)
        assert screen.text.scroll_offset.y == top


async def test_the_terminals_cursor_is_at_the_place_found(workspace: Workspace) -> None:
    async with opened(workspace, (80, 24), words=True) as pilot:
        await press(pilot, ["right", "enter"])
        screen = pilot.app.screen
        assert isinstance(screen, ArticleScreen)
        text = screen.text
        await press(pilot, ["slash", "'the'", "enter", "n", "n"])
        lines = set()
        for key in ("n", "n", "n"):
            await press(pilot, [key])
            line = text.line_of(text.found[text.found_at].start)
            lines.add(line)
            y = text.content_region.y + line - round(text.scroll_y)
            assert pilot.app.cursor_position.y == y
        assert len(lines) > 1
        await press(pilot, ["m"])
        assert (mark := text.current_mark)
        assert text.cursor_line() == text.line_of(mark.span.start)
