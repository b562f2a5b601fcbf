"""Lines that are taken as they are drawn look as Textual would have made them."""

from __future__ import annotations

import pytest
from rich.style import Style
from textual._styles_cache import StylesCache

from reader.ui.barelines import BareLines, strip_of
from reader.ui.bars import TopBar
from reader.ui.lineview import LineView
from reader.workspace import Workspace
from tests.ui.scenes import opened, press, settle

PLAIN = Style()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("pool", "pool   "),
        ("ein Bad, das", "ein Bad"),
        ("浴場浴場浴", "浴場浴 "),
        ("a\tb\nc", "a b c  "),
        ("a\x1b[2Jb\u202e", "a\ufffd[2Jb\ufffd"),
    ],
)
def test_a_line_fills_its_cells_and_nothing_in_it_moves_the_cursor(text: str, shown: str) -> None:
    strip = strip_of([(text, "text")], 7, lambda _: PLAIN, ground="text", ascii_only=False)
    assert strip.text == shown
    assert strip.cell_length == 7


@pytest.mark.parametrize("keys", [["slash", "'pool'"], ["enter"], ["enter", "v"]])
async def test_screens_are_as_textual_makes_them(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, keys: list[str]
) -> None:
    async with opened(workspace, (120, 40)) as pilot:
        await press(pilot, keys)
        drawn = pilot.app.screen._compositor.render_strips()
        assert isinstance(pilot.app.screen.query(LineView).first()._styles_cache, BareLines)
        monkeypatch.setattr(BareLines, "render_line", StylesCache.render_line)
        for widget in pilot.app.screen.query("*"):
            widget.refresh()
        await settle(pilot)
        made = pilot.app.screen._compositor.render_strips()
    for ours, theirs in zip(drawn, made, strict=True):
        assert list(ours.simplify()) == list(theirs.simplify())


@pytest.mark.parametrize(
    ("cells", "right"), [(120, "200 so far of 10,000 articles"), (80, "200 so far"), (56, "")]
)
def test_a_narrow_header_keeps_the_count(cells: int, right: str) -> None:
    bar = TopBar("library")
    bar._right = "200 so far of 10,000 articles"
    drawn = "".join(text for text, _ in bar.runs(cells))
    assert drawn.partition("4 Events")[2].strip() == right
