"""Events are worked out when something changed, and only then."""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator

import pytest

from reader.actions.group import events
from reader.events import regroup
from reader.events.making import Making
from reader.events.regroup import Changes
from reader.model import Draft
from reader.workspace import Workspace

Regrouping = Callable[[Making, Collection[str]], Generator[None, None, Changes]]


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many articles were grouped anew each time."""
    seen: list[int] = []
    really: Regrouping = regroup.regrouped

    def noted(making: Making, moved: Collection[str]) -> Generator[None, None, Changes]:
        seen.append(len(moved))
        return (yield from really(making, moved))

    monkeypatch.setattr(regroup, "regrouped", noted)
    return seen


def test_once_for_every_change(workspace: Workspace, calls: list[int]) -> None:
    assert events(workspace) == ()
    assert calls == [], "nothing came yet"
    _, first = workspace.library.add(Draft("One lamp.\n", "/1"))
    assert [event.articles for event in events(workspace)] == [(first.id,)]
    events(workspace)
    workspace.library.mark(first.id, read=True)
    events(workspace)
    assert calls == [1], "marks change no event"
    workspace.library.edit(first.id, title="Lamp")
    assert [event.label for event in events(workspace)] == ["Lamp"]
    assert calls == [1, 1]
    events(workspace, force=True)
    assert calls == [1, 1, 1]
    workspace.library.remove([first.id])
    assert events(workspace) == ()


def test_the_samples_have_events(workspace: Workspace) -> None:
    with workspace.samples() as samples:
        sizes = sorted(len(event.articles) for event in events(samples))
        assert sum(sizes) == samples.library.count()
        assert sizes[-1] >= 3
