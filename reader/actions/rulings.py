"""Correct the grouping: what a person says of it is kept, and stronger than what is worked out.

Each function keeps one ruling and returns it; events are grouped anew when they are next asked
for. All of them raise UsageError, in a sentence that can be shown, for what cannot be or would
change nothing. They go by the events as last saved, which are the ones that a person sees.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reader.errors import NoSuchEvent, UsageError
from reader.events.rulings import ruled
from reader.model import Event, Ruling
from reader.text.safety import clean, one_line
from reader.workspace import Workspace

LONGEST_NAME = 200
"""Characters of a name; the longest headlines of newspapers have some 150."""


def join(workspace: Workspace, events: Sequence[str]) -> Ruling:
    """Say that these are one event, two or more."""
    found = _events(workspace, events)
    if len(found) < 2:
        raise UsageError("joining takes two events or more.")
    return workspace.library.rule("join", one=_articles(found))


def split(workspace: Workspace, articles: Sequence[str]) -> Ruling:
    """Take articles out of their event, several together as one event of their own.

    They must be of one event and not all of it.
    """
    leaving = _each_once(articles)
    homes = _homes(workspace, leaving)
    if len(homes) != 1:
        raise UsageError("these articles are of several events; take them out event by event.")
    rest = _without(homes[0].articles, leaving)
    if not rest:
        if len(leaving) == 1:
            raise UsageError(f"{leaving[0]} stands alone already.")
        raise UsageError("these are all articles of their event; leave out those that stay.")
    together = leaving if len(leaving) > 1 else ()
    return workspace.library.rule("split", one=together, apart=(leaving, rest))


def move(workspace: Workspace, articles: Sequence[str], event: str) -> Ruling:
    """Take articles out of their events and into another one."""
    target = _event(workspace, event)
    moving = _without(_each_once(articles), target.articles)
    if not moving:
        raise UsageError(f"nothing to change: all of them are in the event {event} already.")
    left = _without(_articles(_homes(workspace, moving)), moving)
    apart = (moving, left) if left else ((), ())
    return workspace.library.rule("move", one=(*moving, *target.articles), apart=apart)


def part(workspace: Workspace, events: Sequence[str]) -> Ruling:
    """Say that two events, which are separate now, are not the same, whatever comes in."""
    found = _events(workspace, events)
    if len(found) != 2:
        raise UsageError("keeping apart takes two events.")
    return _part(workspace, found[0].articles, found[1].articles)


def part_articles(workspace: Workspace, articles: Sequence[str], event: str) -> Ruling:
    """Say that articles which perhaps belong to an event do not."""
    target = _event(workspace, event)
    outside = _each_once(articles)
    for home in _homes(workspace, outside):
        if home.id == target.id:
            raise UsageError(f"the event {event} has them now; take them out instead.")
    return _part(workspace, outside, target.articles)


def name(workspace: Workspace, id: str, text: str) -> Ruling:
    """Name an event or a story; an empty text gives it back its headline."""
    given = one_line(clean(text))
    if len(given) > LONGEST_NAME:
        raise UsageError(f"a name has {LONGEST_NAME} characters at most, not {len(given):,}.")
    articles, is_story = _named(workspace, id)
    has = ruled(workspace.library.rulings()).name_of(
        articles, story=is_story, present=frozenset(workspace.library.ids())
    )
    if given == (has or ""):
        raise UsageError(
            "nothing to change: " + ("it has that name." if has else "it has no name.")
        )
    return workspace.library.rule("name-story" if is_story else "name", one=articles, name=given)


def take_back(workspace: Workspace, number: int | None = None) -> Ruling:
    """Let a ruling hold no more, the last one by default; raises NoSuchRuling."""
    if number is None:
        said = workspace.library.rulings()
        if not said:
            raise UsageError("nothing to take back: nothing was corrected.")
        number = said[-1].number
    return workspace.library.take_back(number)


def _part(workspace: Workspace, one: Sequence[str], other: Sequence[str]) -> Ruling:
    now = ruled(workspace.library.rulings())
    if all(now.foes(article).issuperset(other) for article in one):
        raise UsageError("nothing to change: they are kept apart already.")
    return workspace.library.rule("part", apart=(one, other))


def _event(workspace: Workspace, id: str) -> Event:
    (event,) = _events(workspace, [id])
    return event


def _events(workspace: Workspace, ids: Iterable[str]) -> list[Event]:
    """The events with these ids, each once, in this order; raises NoSuchEvent."""
    wanted = list(dict.fromkeys(ids))
    found = {event.id: event for event in workspace.library.some_events(wanted)}
    for id in wanted:
        if id not in found:
            raise NoSuchEvent(f"no event has the id {id}.")
    return [found[id] for id in wanted]


def _homes(workspace: Workspace, articles: Sequence[str]) -> list[Event]:
    """The events of some articles; raises NoSuchArticle, and NoSuchEvent before the grouping."""
    if not articles:
        raise UsageError("name the articles that are meant.")
    of = workspace.library.event_of(articles)
    for article in articles:
        if article not in of:
            workspace.library.get(article)
            raise NoSuchEvent(f"{article} has not been grouped yet.")
    return _events(workspace, (of[article] for article in articles))


def _named(workspace: Workspace, id: str) -> tuple[tuple[str, ...], bool]:
    """The articles of an event or story, and whether it is a story."""
    found = workspace.library.some_events([id])
    if found:
        return found[0].articles, False
    story = next((each for each in workspace.library.stories() if each.id == id), None)
    if story is None:
        raise NoSuchEvent(f"no event and no story has the id {id}.")
    return _articles(_events(workspace, story.events)), True


def _articles(events: Iterable[Event]) -> tuple[str, ...]:
    return tuple(article for event in events for article in event.articles)


def _each_once(articles: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(articles))


def _without(articles: Iterable[str], others: Iterable[str]) -> tuple[str, ...]:
    left_out = frozenset(others)
    return tuple(article for article in articles if article not in left_out)
