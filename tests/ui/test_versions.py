"""What a source changed, the lines that were cut, and wire copy, as a person sees them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reader.actions.group import events
from reader.model import Draft, Removed, Span, Version, Voice, When
from reader.text.changes import Change
from reader.ui.app import ReaderApp
from reader.ui.difflines import merge, paragraphs
from reader.ui.versionsview import about, difference
from reader.workspace import Workspace
from tests.ui.scenes import opened, plain, press

ADDRESS = "https://coast.example/bridge"
FIRST = (
    "The council voted on Tuesday to close the harbour bridge for six weeks.\n"
    "Nobody had been in danger at any time, the chief engineer said.\n"
    "Ferries will run every twenty minutes from Monday on.\n"
    "The repair will cost $12.4 million, half of it paid by the region.\n"
)
SECOND = FIRST.replace("six", "eight").replace("12.4", "13.9")
THIRD = SECOND.replace("Nobody had been in danger at any time, the chief engineer said.\n", "")
CUT = "Read more: the ferry timetable for spring"


@pytest.fixture
def bridge(tmp_path: Path) -> Iterator[Workspace]:
    """An article of three versions with a cut line, and one of which two outlets print a copy."""
    with Workspace.open(tmp_path / "bridge") as workspace:
        library = workspace.library
        for text, title in (
            (FIRST, "Harbour bridge closed"),
            (SECOND, "Harbour bridge shut"),
            (THIRD, "Harbour bridge shut"),
        ):
            removed = (Removed(CUT, text.index("Ferries")),)
            draft = Draft(text, ADDRESS, title, "Coast Daily", url=ADDRESS, removed=removed)
            library.add_all([replace(draft, published=When("2026-03-10"))])
        for name in ("North Bank Post", "Ferry News"):
            text = FIRST + f"This was printed by the {name}.\n"
            day = When("2026-03-11")
            library.add_all([Draft(text, f"/{name}", f"{name}: closed", name, published=day)])
        groups = events(workspace)
        copies = [id for id in groups[0].articles if library.get(id).url is None]
        assert len(copies) == 2
        voiced = replace(groups[0], why=("share words",), voices=(Voice(tuple(copies), 0.928),))
        library.save_events([voiced], library.revision)
        yield workspace


def shown(lines: list[str]) -> str:
    return "\n".join(line.rstrip() for line in lines)


def merged(old: str, new: str, *changes: Change) -> str:
    return merge(changes, old, new).text


@pytest.mark.parametrize(
    ("old", "new", "changes", "text"),
    [
        (
            "a b c", "a x c",
            [Change("same", Span(0, 1), Span(0, 1)), Change("replaced", Span(2, 3), Span(2, 3)),
             Change("same", Span(4, 5), Span(4, 5))],
            "a [−b] [+x] c",
        ),
        (
            "a\nb\nc\n", "a\nc\n",
            [Change("same", Span(0, 1), Span(0, 1)), Change("taken-out", Span(2, 3), None),
             Change("same", Span(4, 5), Span(2, 3))],
            "a\n[−b]\nc\n",
        ),
        (
            "a\nc\n", "a\nb\nd\nc\n",
            [Change("same", Span(0, 1), Span(0, 1)), Change("put-in", None, Span(2, 5)),
             Change("same", Span(2, 3), Span(6, 7))],
            "a\n[+b]\n[+d]\nc\n",
        ),
        ("a big dog", "a dog",
         [Change("same", Span(0, 1), Span(0, 1)), Change("taken-out", Span(2, 5), None),
          Change("same", Span(6, 9), Span(2, 5))],
         "a [−big] dog"),
        ("", "a", [Change("put-in", None, Span(0, 1))], "[+a]"),
        ("a", "", [Change("taken-out", Span(0, 1), None)], "[−a]"),
    ],
)  # fmt: skip
def test_two_texts_read_as_one(old: str, new: str, changes: list[Change], text: str) -> None:
    assert merged(old, new, *changes) == text


def test_each_line_of_what_was_put_in_has_brackets_of_its_own() -> None:
    found = merge([Change("put-in", None, Span(0, 3))], "", "b\nd")
    lines = list(paragraphs(found))
    assert [[p.change for p in line.pieces] for line in lines] == [[0], [0]]
    assert found.changes == 1


def version(number: int, text: str, **fields: str) -> Version:
    known = {"source": ADDRESS, "seen": "2026-03-10T09:00:00+00:00", "read_by": "1", **fields}
    return Version(number, "Harbour bridge", text, **known)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, ""),
        ({"source": "/saved.html"}, "Read from another place"),
        ({"read_by": "2"}, "Read by another version of reader"),
    ],
)
def test_what_may_come_from_the_reading_is_said(fields: dict[str, str], said: str) -> None:
    found = difference(version(1, FIRST), version(2, SECOND, **fields))
    words = [text for text, _ in about(found)]
    honest = [text for text in words if "may come from the reading" in text]
    assert (honest[0] if honest else "").startswith(said)
    assert bool(honest) == bool(said)
    assert "2 changes: 2 words out, 2 in" in words


async def test_the_last_two_versions_and_the_ones_before(bridge: Workspace) -> None:
    async with opened(bridge, (80, 24)) as pilot:
        await press(pilot, ["down", "V"])
        lines = plain(pilot)
        assert "change 1 of 1" in lines[0]
        assert "version 3, read" in shown(lines)
        gone = next(line for line in lines if "[−Nobody" in line)
        assert gone.startswith(" ▌− ")
        assert "… 1 paragraph unchanged" in shown(lines)
        assert "Ferries will run" not in shown(lines)
        await press(pilot, ["v"])
        assert "Ferries will run" in shown(plain(pilot))
        await press(pilot, ["h"])
        lines = plain(pilot)
        assert "change 1 of 3" in lines[0]
        assert any("Harbour bridge [−closed] [+shut]" in line for line in lines)
        assert "[−six]" in shown(lines)
        assert "[+eight]" in shown(lines)
        await press(pilot, ["h"])
        assert "These are the first two versions" in plain(pilot)[-1]
        await press(pilot, ["J", "J"])
        assert "change 3 of 3" in plain(pilot)[0]
        current = next(line for line in plain(pilot) if line.startswith(" ▌"))
        assert "$[−12.4] [+13.9]" in current
        await press(pilot, ["J"])
        assert "The last change" in plain(pilot)[-1]
        await press(pilot, ["l", "l"])
        assert "These are the last two versions" in plain(pilot)[-1]


async def test_an_article_says_what_else_there_is_of_it(bridge: Workspace) -> None:
    async with opened(bridge, (80, 24)) as pilot:
        assert " v3 " in next(line for line in plain(pilot) if "Harbour bridge shut" in line)
        await press(pilot, ["down", "enter"])
        text = shown(plain(pilot))
        assert "version 3 of 3: V what changed · 1 line cut: b shows them" in text
        await press(pilot, ["V"])
        assert "version 2, read" in shown(plain(pilot))
        await press(pilot, ["q"])
        assert "V what changed" in shown(plain(pilot))
        await press(pilot, ["J", "V"])
        assert "One version only" in plain(pilot)[-1]
        await press(pilot, ["b"])
        assert "No line was cut from this article" in plain(pilot)[-1]


async def test_versions_without_colour_or_symbols(bridge: Workspace) -> None:
    async with opened(bridge, (80, 24), look="none", ascii_only=True) as pilot:
        await press(pilot, ["down", "V", "h"])
        text = shown(plain(pilot))
    assert "[-six]" in text
    assert "[+eight]" in text
    assert text.isascii()


async def test_a_cut_line_is_put_back_and_taken_out_again(bridge: Workspace) -> None:
    async with opened(bridge, (80, 24)) as pilot:
        app = pilot.app
        assert isinstance(app, ReaderApp)
        before = app.library_screen.shelf.cards
        await press(pilot, ["down", "enter", "b"])
        box = shown(plain(pilot))
        assert "Lines cut from this article" in box
        assert box.count(CUT) == 2, "in the list, and where it stood"
        assert "Ferries will run" in box
        await press(pilot, ["enter"])
        lines = plain(pilot)
        assert f"Put back: “{CUT[:20]}" in lines[-1]
        assert any(line.strip().endswith(CUT) for line in lines)
        assert "cut: b shows" not in shown(lines)
        changed = [c for id, c in app.library_screen.shelf.cards.items() if before[id] != c]
        assert [card.words - before[card.id].words for card in changed] == [len(CUT.split())]
        await press(pilot, ["U"])
        lines = plain(pilot)
        assert "Taken out again" in lines[-1]
        assert "1 line cut: b shows them" in shown(lines)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_one_voice_is_said_where_the_event_is(
    bridge: Workspace, size: tuple[int, int]
) -> None:
    async with opened(bridge, size) as pilot:
        lines = plain(pilot)
        assert any("3 art. =2" in line for line in lines)
        assert sum("= North Bank" in line or "= Ferry News" in line for line in lines) == 2
        assert "One voice: B C print the same text, 92 %" in shown(lines)
        await press(pilot, ["enter"])
        assert "= B C one voice, 92 %" in plain(pilot)[1]
        await press(pilot, ["4"])
        if size[0] > 100:
            assert "One voice: B C" in shown(plain(pilot))
