"""Events are worked out when something changed, and only then."""

from __future__ import annotations

from collections.abc import Generator, Sequence

import pytest

from reader.actions.group import events
from reader.model import Article, Draft, Event
from reader.workspace import Workspace


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, int]]:
    """Stands in for the grouping: notes how many articles and previous events it was given."""
    seen: list[tuple[int, int]] = []

    def grouping(
        articles: Sequence[Article], *, previous: Sequence[Event], **_: object
    ) -> Generator[None, None, tuple[Event, ...]]:
        seen.append((len(articles), len(previous)))
        yield
        return tuple(Event(article.id, article.text, (article.id,)) for article in articles)

    monkeypatch.setattr("reader.events.group.grouping", grouping)
    return seen


def test_once_for_every_change(workspace: Workspace, calls: list[tuple[int, int]]) -> None:
    assert events(workspace) == ()
    assert calls == [], "nothing came yet"
    _, first = workspace.library.add(Draft("One lamp.\n", "/1"))
    assert [event.id for event in events(workspace)] == [first.id]
    events(workspace)
    workspace.library.mark(first.id, read=True)
    events(workspace)
    assert calls == [(1, 0)], "marks change no event"
    workspace.library.edit(first.id, title="Lamp")
    events(workspace)
    assert calls == [(1, 0), (1, 1)]
    events(workspace, force=True)
    assert calls == [(1, 0), (1, 1), (1, 1)]
    workspace.library.remove([first.id])
    assert events(workspace) == ()


def test_the_samples_have_events(workspace: Workspace) -> None:
    with workspace.samples() as samples:
        sizes = sorted(len(event.articles) for event in events(samples))
        assert sum(sizes) == samples.library.count()
        assert sizes[-1] >= 3
