"""Reading on: the place, found words, outline, addresses, back and forward, only the text."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.model import Draft, Event
from reader.tour import STEPS, told
from reader.ui.app import ReaderApp
from reader.ui.article_screen import ArticleScreen
from reader.ui.touring import DONE, TourLine
from reader.workspace import Workspace
from tests.ui.scenes import opened, plain, press, settle

TEXT = "".join(
    f"The lamp number {n} stands at the old harbour, where it was put up long ago by hand. "
    f"It went out on a Tuesday, as the keeper of the lamps said when she was asked.\n\n"
    for n in range(60)
)
LINKED = f"More at https://a.example/one and https://b.example/two\x07.\n\n{TEXT}"


def library(folder: Path) -> Workspace:
    """Three articles, each alone."""
    workspace = Workspace.open(folder)
    kept = workspace.library
    ids = [kept.add(Draft(f"{n} {LINKED}", f"/{n}", f"Lamp {n}"))[1].id for n in range(3)]
    kept.save_events([Event(f"e{id}", "Lamp", (id,)) for id in ids], kept.revision)
    return workspace


def article(pilot: Pilot[int]) -> ArticleScreen:
    assert isinstance(pilot.app, ReaderApp)
    screen = pilot.app.front
    assert isinstance(screen, ArticleScreen)
    return screen


async def test_the_place_is_kept_through_sizes_and_a_restart(tmp_path: Path) -> None:
    with library(tmp_path) as workspace:
        async with opened(workspace, (120, 40)) as pilot:
            await press(pilot, ["enter", "space", "space", "j", "j"])
            top = article(pilot).text.offset_in_sight()
            assert top > 0
            for size in ((80, 24), (61, 30), (120, 40)):
                await pilot.resize_terminal(*size)
                await settle(pilot)
                assert article(pilot).text.offset_in_sight() == top
            await press(pilot, ["q", "enter"])
            assert article(pilot).text.offset_in_sight() == top
            await press(pilot, ["Q"])
        async with opened(workspace, (80, 24)) as pilot:
            await press(pilot, ["enter"])
            assert article(pilot).text.offset_in_sight() == top
            assert " %  " in plain(pilot)[0]
            assert "left" in plain(pilot)[0]


async def test_found_places_are_counted_and_go_round(tmp_path: Path) -> None:
    with library(tmp_path) as workspace:
        async with opened(workspace, (80, 24)) as pilot:
            await press(pilot, ["enter", "slash", "'keeper'", "enter"])
            screen = article(pilot)
            assert screen.said == "Place 1 of 60"
            await press(pilot, ["n"])
            assert screen.said == "Place 2 of 60"
            await press(pilot, ["N", "N"])
            assert screen.said == "Place 60 of 60, from the end"
            await press(pilot, ["n"])
            assert screen.said == "Place 1 of 60, from the top again"


async def test_outline_leads_there_and_addresses_are_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    visited: list[str] = []

    def visit(url: str) -> bool:
        visited.append(url)
        return True

    monkeypatch.setattr("webbrowser.open", visit)
    with library(tmp_path) as workspace:
        async with opened(workspace, (80, 24)) as pilot:
            await press(pilot, ["enter", "O", "G", "enter"])
            assert article(pilot).text.progress > 90
            await press(pilot, ["g", "f", "2", "enter"])
            assert visited == ["https://b.example/two"]
            text = article(pilot).text
            links = {segment.style.link for y in range(text.size.height)
                     for segment in text.render_line(y) if segment.style}  # fmt: skip
            assert links == {None, "https://a.example/one", "https://b.example/two"}
            assert "[1-2]" in "\n".join(plain(pilot))


async def test_words_that_lead_to_an_address_have_its_number_behind_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    visited: list[str] = []
    monkeypatch.setattr("webbrowser.open", visited.append)
    said = "It is in [the report of 2 May](https://a.example/r) as she said.\n\n> One\n> line.\n"
    with Workspace.open(tmp_path) as workspace:
        workspace.library.add(Draft(said, "/report", "Lamp"))
        async with opened(workspace, (80, 24)) as pilot:
            await press(pilot, ["enter"])
            shown = "\n".join(plain(pilot))
            assert "It is in the report of 2 May[1] as she said." in shown
            assert "a.example" not in shown
            text = article(pilot).text
            links = {segment.text: segment.style.link for y in range(text.size.height)
                     for segment in text.render_line(y) if segment.style}  # fmt: skip
            assert links["the report of 2 May"] == "https://a.example/r"
            cells = text.cell_of(said.index(" as she")) - text.cell_of(0)
            assert cells == len("It is in the report of 2 May[1]")
            await press(pilot, ["f"])
            assert "[1] https://a.example/r  the report of 2 May" in "\n".join(plain(pilot))
            await press(pilot, ["enter", "v", "y"])
            assert visited == ["https://a.example/r"]
            assert "“It is in the report of 2 May as she said.”" in pilot.app.clipboard


async def test_back_forward_and_next_unread(tmp_path: Path) -> None:
    with library(tmp_path) as workspace:
        async with opened(workspace, (80, 24)) as pilot:
            await press(pilot, ["enter"])
            first = article(pilot).current_article()
            await press(pilot, ["r"])
            second = article(pilot).current_article()
            assert second != first
            await press(pilot, ["q"])
            assert article(pilot).current_article() == first
            await press(pilot, ["F"])
            assert article(pilot).current_article() == second
            await press(pilot, ["F"])
            assert article(pilot).said == "Nothing was left by going back"
            await press(pilot, ["r", "r"])
            assert article(pilot).said == "All articles are read"


async def test_only_the_text_and_everything_again(tmp_path: Path) -> None:
    with library(tmp_path) as workspace:
        async with opened(workspace, (120, 40)) as pilot:
            await press(pilot, ["enter", "z", "j"])
            lines = plain(pilot)
            assert "1 Library" not in lines[0]
            assert "keys" not in lines[-1]
            text = article(pilot).text.region
            assert abs(text.x - (120 - text.right)) <= 1
            await press(pilot, ["q"])
            assert "1 Library" in plain(pilot)[0]
            assert article(pilot).filled


def test_every_step_of_the_tour_fits_eighty_cells() -> None:
    leave = len(" T leaves ")
    for step in STEPS:
        assert len(f" 1 of 8  {step.keys}  {step.why}") + leave < 80, step.name
    assert {step.name for step in STEPS} == DONE.keys()
    assert len(told()) == len(STEPS)


async def test_the_tour_goes_on_with_each_key_and_can_be_left(workspace: Workspace) -> None:
    async with opened(workspace, (80, 24)) as pilot:
        app = pilot.app
        assert isinstance(app, ReaderApp)

        async def step() -> str:
            await pilot.pause(0.5)
            await settle(pilot)
            return next(line.strip() for line in plain(pilot) if "T leaves" in line)

        await press(pilot, ["T"])
        assert (await step()).startswith("1 of 8  Enter")
        walk = (["enter"], ["j"], ["enter", "enter"], ["m"], ["1"], ["slash", "'council'"])
        for number, keys in enumerate(walk, 2):
            await press(pilot, keys)
            assert (await step()).startswith(f"{number} of 8"), keys
        await press(pilot, ["escape", "escape", "a"])
        await step()
        await press(pilot, ["escape"])
        assert (await step()).startswith("8 of 8  ?")
        await press(pilot, ["question_mark"])
        await step()
        await press(pilot, ["escape"])
        assert (await step()).startswith("That was the tour")
        await press(pilot, ["T"])
        assert app.front is not None
        assert not app.front.query(TourLine)


async def test_the_length_of_a_line_is_kept_through_a_restart(workspace: Workspace) -> None:
    async with opened(workspace, (120, 40)) as pilot:
        await press(pilot, ["right", "j", "enter", "less_than_sign", "less_than_sign"])
        assert "64 cells a line" in plain(pilot)[-1]
    assert workspace.chosen.measure(0) == 64
    workspace.chosen.keep_measure(68)


async def test_colours_from_the_palette_are_kept_through_a_restart(workspace: Workspace) -> None:
    async with opened(workspace, (80, 24)) as pilot:
        await press(pilot, ["colon", "'light'", "enter"])
        assert pilot.app.theme == "reader-light"
        assert "Colours: light, from now on" in plain(pilot)[-1]
        assert workspace.chosen.look("auto", ("light",)) == "light"
        await press(pilot, ["colon", "'as the terminal asks'", "enter"])
        assert workspace.chosen.look("auto", ("auto", "light")) == "auto"
