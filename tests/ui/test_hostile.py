"""No widget passes on what could command a terminal or pass for markup."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reader.model import Draft, Feed, Removed
from reader.workspace import Workspace
from tests.ui.scenes import afresh, opened, plain, press, settle

OSC = "\x1b]52;c;ZXZpbA==\x07"
TITLE = "\x1b]0;owned\x07Harbour \x9b31m[/b] [red]bridge\u202e shut [@click=app.quit]x[/]"
OUTLET = "Coast\x00 [bold]Daily\u2066"
TEXT = (
    "The harbour bridge was shut on Tuesday after a crack was found in the main girder{osc}. "
    "“We will not open it \x1b[2Jbefore the repair is done,” the chief engineer said. "
    "The repair will cost ${sum} million, the harbour authority said [/] on Tuesday.\n"
) * 3
FORBIDDEN = [chr(c) for c in (*range(0x00, 0x0A), *range(0x0B, 0x20), 0x7F, *range(0x80, 0xA0))]
FORBIDDEN += list("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[Workspace]:
    """A library into which hostile words came past the import: display is the second guard."""
    with Workspace.open(tmp_path / "hostile") as workspace:
        for number, amount in enumerate(("12.4", "13.9")):
            text = TEXT.format(osc=OSC, sum=amount)
            draft = Draft(text, f"/feeds/\x1b[31m{number}.txt", TITLE + str(number), OUTLET)
            workspace.library.add(draft)
        changed = Draft(text.replace("Tuesday", "Friday"), draft.source, TITLE + OSC, OUTLET)
        removed = (Removed(f"Read more {OSC}[/b]", 0), Removed("Share \u202e[red]", 10**6))
        workspace.library.add(replace(changed, removed=removed))
        feed = Feed(f"https://a.example/{OSC}", TITLE, site="https://a.example/\x1b[31m")
        workspace.library.subscribe(replace(feed, tags=(OUTLET, "[/b]")))
        workspace.library.feed_failed(feed.address, f"no answer [/b] {OSC}")
        yield workspace


WALKS = {
    "library": [],
    "article row": ["right", "down"],
    "search": ["slash", "'harbour'"],
    "compare": ["enter"],
    "points": ["enter", "v"],
    "passages": ["enter", "enter"],
    "choose": ["enter", "x"],
    "article": ["right", "down", "enter"],
    "article marks": ["right", "down", "enter", "m", "m"],
    "info": ["right", "down", "i"],
    "remove": ["right", "down", "d"],
    "events": ["4"],
    "events unfolded": ["4", "right", "v"],
    "event renamed": ["4", "R"],
    "article taken out": ["4", "right", "down", "minus"],
    "events filtered": ["4", "slash", "'harbour'"],
    "versions": ["right", "down", "V"],
    "versions unfolded": ["right", "down", "V", "v", "J"],
    "cut lines": ["right", "down", "b", "j"],
    "put back": ["right", "down", "b", "enter"],
    "feeds": ["5"],
    "feed": ["5", "enter"],
    "unfollowed": ["5", "d"],
    "not added": ["a", "'/no/such/[/b]'", "enter", "f"],
    "help": ["question_mark"],
    "palette": ["colon"],
    "flat": ["v"],
}


async def test_nothing_hostile_is_drawn(hostile: Workspace) -> None:
    async with opened(hostile, (120, 40)) as pilot:
        for walk, keys in WALKS.items():
            await press(pilot, keys)
            segments = [
                segment.text
                for strip in pilot.app.screen._compositor.render_strips()
                for segment in strip
            ]
            shown = "\n".join(plain(pilot))
            drawn = "".join(segments)
            assert [hex(ord(c)) for c in FORBIDDEN if c in drawn] == [], walk
            if walk in ("library", "article", "compare"):
                assert "Harbour" in shown, walk
            if walk == "article row":
                assert "[/b]" in shown, "markup must be shown as the characters it is"
            await afresh(pilot)


async def test_pasting_escapes_and_a_megabyte_into_the_search(hostile: Workspace) -> None:
    from textual.events import Paste

    async with opened(hostile, (120, 40)) as pilot:
        await press(pilot, ["slash"])
        pilot.app.screen.focused.post_message(Paste(OSC + "word " * 200_000))  # type: ignore[union-attr]
        await pilot.pause()
        await settle(pilot)
        lines = plain(pilot)
        assert "word word" in lines[1]
        assert all(c not in "".join(lines) for c in FORBIDDEN)


@pytest.mark.parametrize("key", ["w", "t", "equals_sign"])
async def test_a_headline_is_no_markup_in_the_border_of_a_box(tmp_path: Path, key: str) -> None:
    with Workspace.open(tmp_path) as workspace:
        workspace.library.add(Draft("It went out.\n", "/a", "[X] [/b] deal", "[/i] Times"))
        async with opened(workspace, (80, 24)) as pilot:
            await press(pilot, [key])
            assert any(words in plain(pilot)[1] for words in ("[X] [/b] deal", "[/i] Times"))
