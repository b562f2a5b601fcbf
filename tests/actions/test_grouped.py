"""Grouping in steps: progress is told, terms are worked out once, a stop loses nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.actions.group import events, grouped
from reader.model import Draft, When
from reader.workspace import Workspace

TEXT = (
    "The Tolliver Bridge in Port Ansel was shut on Tuesday after inspectors found a crack in a "
    "main girder. The harbour authority puts the repair at $12.4 million. Report {n}."
)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(tmp_path) as opened:
        for n in range(3):
            title = f"Crack closes Tolliver Bridge {n}"
            day = When("2025-11-14")
            opened.library.add(Draft(TEXT.format(n=n), f"/{n}", title, published=day))
        yield opened


def test_progress_is_told_and_then_nothing_is_left_to_do(workspace: Workspace) -> None:
    assert set(grouped(workspace)) == {(3, 3)}
    assert list(grouped(workspace)) == []
    assert any(len(event.articles) > 1 for event in events(workspace))


def test_terms_are_worked_out_once(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    first = events(workspace)

    def again(_: object) -> object:
        raise AssertionError("terms were worked out again")

    monkeypatch.setattr("reader.events.terms.terms", again)
    assert events(workspace, force=True) == first


def test_a_stop_in_the_middle_keeps_the_old_events(workspace: Workspace) -> None:
    before = events(workspace)
    workspace.library.add(Draft("A museum opens in spring with a show of clocks.", "/other"))
    steps = grouped(workspace)
    next(steps)
    steps.close()
    assert workspace.library.events() == before
    assert len(events(workspace)) == len(before) + 1


def test_lost_terms_cost_only_time(workspace: Workspace) -> None:
    before = events(workspace)
    (workspace.cache / "terms.sqlite3").write_bytes(b"not a database" * 50)
    assert events(workspace, force=True) == before


WIRE = (
    "PORT ANSEL - The Tolliver Bridge was shut on Tuesday after inspectors found a crack in a main "
    "girder, the harbour authority said. Engineers from the north will measure how deep the crack "
    "reaches before anyone decides on a repair, which may take until spring. Some 14,000 drivers "
    "cross the bridge each day. Two ferries began to run every twenty minutes on Tuesday night, "
    "and the authority asked drivers to leave earlier or to stay at home.\n"
)


def test_who_prints_one_text_is_one_voice_and_is_heard_once(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    day = When("2025-11-14")
    for outlet, more in (("Coast Daily", ""), ("Hill Times", "The mayor could not be reached.\n")):
        title = "Crack closes Tolliver Bridge for weeks"
        draft = Draft(WIRE + more, f"/{outlet}", title, outlet, published=day)
        workspace.library.add(draft)
    (event,) = (each for each in events(workspace) if each.voices)
    (voice,) = event.voices
    outlets = {article.outlet for article in workspace.library.articles(voice.articles)}
    assert outlets == {"Coast Daily", "Hill Times"}
    assert voice.share > 0.9
    assert "2 print one text, which is one voice: Coast Daily, Hill Times" in event.why

    def again(_: object) -> object:
        raise AssertionError("texts were compared again")

    monkeypatch.setattr("reader.events.group.print_of", again)
    workspace.library.add(Draft("A museum opens in spring with a show of clocks.", "/other"))
    assert event in events(workspace)


def test_what_an_edit_changes_is_worked_out_again(workspace: Workspace) -> None:
    (event,) = (each for each in events(workspace) if len(each.articles) > 1)
    assert "of the same day" in event.why
    workspace.library.edit(event.articles[0], published="2025-11-16")
    (event,) = (each for each in events(workspace) if len(each.articles) > 1)
    assert "2 days apart" in event.why or "two days apart" in event.why
    assert events(workspace) == events(workspace, force=True)
