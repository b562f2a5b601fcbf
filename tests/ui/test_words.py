"""Signs as words: nothing drawn, one column, nothing that looks alone would tell."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot

from reader.ui.article_screen import ArticleScreen
from reader.ui.draw import Line, width
from reader.ui.lineview import LineView
from reader.ui.spoken import WORDS, keys_said, spoken
from reader.workspace import Workspace
from tests.ui.scenes import opened, plain, press

NARROW = (80, 24)
SIGNS = re.compile("[≠≈−●★✓▸▾»→←↑↓│─┬┼├┤┴╌━╶╴▌█░┌┐└┘]")


def said(*line: tuple[str, str], cells: int = 80) -> str:
    return "".join(text for text, _ in spoken(list(line), cells))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ([("≠", "differs bold"), ("?", "dim"), ("2", "differs")], "differs perhaps 2"),
        ([(" ▾ ", "accent"), ("A flood", "strong"), (" " * 20, "text")], "open A flood  "),
        ([("=", "dim"), ("1", "dim"), ("│", "accent"), ("so", "text")], "shared 1 marked so"),
        ([("≠4 ", "differs bold"), ('"2 ', "quote bold")], "differs 4 quotation 2 "),
        ([("A", "text"), (" │ ", "rule"), ("B", "text")], "A  B"),
        ([("│", "accent"), (" ", "text"), ("so", "text")], "marked so"),
        ([("+", "only"), ("  ", "dim"), ("a sentence", "text")], "only here  a sentence"),
        ([("+", "bars-accent"), (" join", "bars")], "+ join"),
        ([("→", "bars-accent"), (" its articles", "bars")], "Right its articles"),
        ([("1 + 1 = 2 ≠ 3 → \" · ─", "text")], '1 + 1 = 2 ≠ 3 → " · ─'),
        ([("+", "text"), ("=", "found")], "+[=]"),
        ([("now ", "text"), ("ten", "differs underline"), (" men", "text")], "now [ten] men"),
        ([(" 4 Events ", "bars-current"), (" ", "bars")], "4 Events here  "),
        ([("2 of 9  ≠ dam: cost", "dim")], "2 of 9  differs dam: cost"),
    ],
)  # fmt: skip
def test_signs_are_words(line: Line, words: str) -> None:
    assert said(*line) == words


def test_what_is_too_long_loses_brackets_first_then_the_end_of_the_longest() -> None:
    line = [("≠ ", "differs"), ("a long row of words", "text underline"), ("  ", "text")]
    assert said(*line) == "differs [a long row of words]  "
    assert said(*line, cells=29) == "differs a long row of words  "
    assert said(*line, cells=20) == "differs a long ro…  "
    assert said(("7" * 15, "dim"), ("7" * 13 + "漢漢", "dim"), cells=20) == "7" * 15 + "7777…"


def test_arrow_keys_are_named_where_their_signs_would_be_other_keys() -> None:
    def named(*line: tuple[str, str], cells: int = 80) -> str:
        return "".join(text for text, _ in keys_said(list(line), cells))

    assert named(("← →", "bars-accent"), (" choose", "bars")) == "Left Right choose"
    assert named(("→ Enter   ", "accent"), ("read", "text")) == "Right Enter read"
    assert named(("→", "text"), ("←", "dim")) == "→←", "an article's own, and what goes on"
    assert (
        named(("→ Enter", "accent"), (" a long row of words", "text"), cells=20)
        == "Right Enter a long…"
    )


async def test_filters_are_chosen_with_the_terminals_cursor_on_them(workspace: Workspace) -> None:
    async with opened(workspace, (100, 30), words=True) as pilot:
        await press(pilot, ["slash", "'council '", "tab"])
        places = set()
        for _ in range(3):
            x, y = pilot.app.cursor_position
            line = plain(pilot)[y]
            assert "filters" in line
            assert line[x] == "{"
            assert line.count("{") == line.count("}") == 1
            places.add((x, line))
            await press(pilot, ["right"])
        assert len(places) == 3
    async with opened(workspace, (100, 30), ascii_only=True) as pilot:
        await press(pilot, ["slash", "'council '", "tab", "right"])
        x, y = pilot.app.cursor_position
        assert plain(pilot)[y][x - 2 : x] == "  "
        assert plain(pilot)[y][x] != " "
        assert "Left Right choose" in plain(pilot)[-1]
        assert "Down to the results" in plain(pilot)[-1]


async def test_chosen_words_stand_in_braces(workspace: Workspace) -> None:
    async with opened(workspace, (100, 30), words=True) as pilot:
        await press(pilot, ["j", "right", "enter", "H"])
        chosen = [line for line in plain(pilot) if "{" in line]
        assert chosen
        assert all(line.count("{") == line.count("}") == 1 for line in chosen)
        await press(pilot, ["escape"])
        assert "{" not in "".join(plain(pilot))


async def test_the_terminals_cursor_is_where_the_next_letter_comes(workspace: Workspace) -> None:
    async with opened(workspace, (100, 30), words=True) as pilot:
        await press(pilot, ["slash", "'wall'"])
        x, y = pilot.app.cursor_position
        assert plain(pilot)[y][:x].endswith("wall")
        await press(pilot, ["left"])
        assert pilot.app.cursor_position == (x - 1, y)


keys = st.sampled_from(["text", "dim", "accent", "rule", "only", "found bold", "bars-current"])
runs = st.lists(st.tuples(st.text(st.sampled_from('ab +="≠▸│─·?→7漢'), max_size=12), keys))


@given(runs, st.integers(30, 90))
def test_an_articles_own_words_are_kept_and_lines_fit(line: Line, cells: int) -> None:
    shown = spoken(line, cells)
    whole = spoken(line, 10_000)
    assert width(shown) <= max(
        cells, width(whole) - max((width([r]) for r in whole), default=0) + 3
    )
    for (text, key), (words, _) in zip(line, whole, strict=True):
        if key == "text" and "│" not in text and "─" not in text:
            assert words.split() == text.split()


SCREENS = [
    [],
    ["right", "s", "j", "space"],
    ["space", "question_mark"],
    ["escape", "colon"],
    ["escape", "i"],
    ["escape", "enter"],
    ["O"],
    ["escape", "1", "g", "enter"],
    ["v"],
    ["l"],
    ["v"],
    ["4"],
    ["right"],
    ["5"],
    ["6"],
    ["1", "slash", "'council'"],
]
"""Keys from one screen to the next."""


async def test_no_screen_has_signs(workspace: Workspace) -> None:
    async with opened(workspace, NARROW, words=True) as pilot:
        for keys in SCREENS:
            await press(pilot, keys)
            screen = "\n".join(plain(pilot))
            assert SIGNS.findall(screen) == [], f"{keys}\n{screen}"
            assert len(screen.split()) > 20, f"{keys}\n{screen}"


async def test_the_cursor_stands_on_the_first_word_of_the_row(workspace: Workspace) -> None:
    async with opened(workspace, (120, 40), words=True) as pilot:
        for keys in ([], ["j"], ["right", "j"], ["4"], ["j"], ["1", "enter"], ["j"], ["v"], ["j"]):
            await press(pilot, keys)
            view = pilot.app.focused
            assert isinstance(view, LineView)
            x, y = pilot.app.cursor_position
            row = plain(pilot)[y]
            assert row[x] != " "
            assert row[:x].strip() == ""
            assert y == view.region.y + view.cursor_line() - view.scroll_offset.y


async def test_there_is_one_column_on_a_wide_screen(workspace: Workspace) -> None:
    async with opened(workspace, (200, 50), words=True) as pilot:
        for keys in ([], ["enter"], ["v"], ["4"]):
            await press(pilot, keys)
            assert all(line[98:].strip() == "" for line in plain(pilot))
            for view in pilot.app.screen.query(LineView):
                assert not view.display or not view.size or view.region.x == 0


async def test_help_is_one_column_read_line_by_line(workspace: Workspace) -> None:
    async with opened(workspace, (120, 40), words=True) as pilot:
        await press(pilot, ["question_mark"])
        lines = [line.strip() for line in plain(pilot)]
        at = lines.index("Signs")
        assert lines[at + 1] == "shared  others say it too; the number: how many"
        assert "j Down  next row or line" in [*lines, *await scrolled(pilot)]


async def scrolled(pilot: Pilot[int]) -> list[str]:
    """The lines a page farther down."""
    await press(pilot, ["pagedown"])
    return [line.strip() for line in plain(pilot)]


async def test_letters_to_jump_by_stand_before_the_words(workspace: Workspace) -> None:
    async with opened(workspace, NARROW, words=True) as pilot:
        for keys in ([], ["right", "enter"], ["c"], ["4"]):
            await press(pilot, keys)
            before = [line.split() for line in plain(pilot)]
            await press(pilot, ["semicolon"])
            labelled = 0
            for was, line in zip(before, map(str.split, plain(pilot)), strict=True):
                labels = next(n for n in range(4) if line[n : n + 2] == was[:2])
                labelled += labels
            assert labelled > 2, keys
            await press(pilot, ["escape"])
            assert [line.split() for line in plain(pilot)] == before


async def test_no_word_of_an_article_is_lost(workspace: Workspace) -> None:
    async with opened(workspace, NARROW, words=True) as pilot:
        await press(pilot, ["right", "enter"])
        for _ in range(3):
            screen = pilot.app.screen
            assert isinstance(screen, ArticleScreen)
            assert screen.page is not None
            assert len(screen.text.marks) > 5
            view, cells = screen.text, screen.text.size.width
            drawn = ([(" ", "text"), *view.draw(at, cells - 1)] for at in range(view.count()))
            lines = ["".join(text for text, _ in view.said(line, cells)) for line in drawn]
            words = iter(" ".join(lines).replace("[", "").replace("]", "").split())
            assert all(word in words for word in screen.page.article.text.replace("#", "").split())
            await press(pilot, ["J"])


def test_every_sign_of_the_program_has_a_word() -> None:
    from reader.ui import signs

    found = {each.symbol for each in vars(signs).values() if isinstance(each, signs.Sign)}
    assert found - set(WORDS) == {"│"}


def test_words_that_both_say_stand_in_brackets() -> None:
    line = spoken([("The ", "text"), ("bridge", "strong both"), (" is shut", "text")], 60)
    assert "".join(text for text, _ in line) == "The [bridge] is shut"
