"""How articles and events are named on the command line."""

from __future__ import annotations

import os
import shlex
from collections import deque
from collections.abc import Iterable, Sequence

from reader.actions.group import events
from reader.actions.group import grouped as regrouped
from reader.cli.progress import progress
from reader.errors import NoSuchArticle, NoSuchEvent
from reader.exporting.shapes import Shape, article_json
from reader.model import Article, Event, Story
from reader.text.safety import storable
from reader.workspace import Workspace


def article_id(workspace: Workspace, name: str) -> str:
    """The article that a name means: its id, a unique prefix of it, or its source."""
    try:
        return workspace.library.resolve(storable(name))
    except NoSuchArticle as error:
        if os.path.isfile(name):
            raise NoSuchArticle(
                f"{name!r} is not in the library yet. First: reader add {shlex.quote(name)}"
            ) from error
        raise


def article_ids(workspace: Workspace, names: Iterable[str]) -> list[str]:
    """The articles that the names mean, each once, in their order."""
    return list(dict.fromkeys(article_id(workspace, name) for name in names))


def articles(workspace: Workspace, ids: Sequence[str]) -> list[Article]:
    """The articles with these ids, in this order."""
    return list(workspace.library.articles(ids))


def grouped(workspace: Workspace) -> tuple[Event, ...]:
    """All events, newest first, groups of one included; grouped anew if the library changed."""
    with progress("Grouping by event"):
        return events(workspace)


def event_of(workspace: Workspace, ids: Iterable[str]) -> dict[str, str]:
    """The event of two and more articles of each of these that belongs to one; grouped anew."""
    return {
        id: event.id
        for event in events_of(workspace, ids)
        if len(event.articles) > 1
        for id in event.articles
    }


def event_named(workspace: Workspace, name: str) -> Event:
    """The event that a name means: its id or a unique prefix of it."""
    found = [event for event in grouped(workspace) if event.id.startswith(name)]
    exact = [event for event in found if event.id == name]
    if len(exact or found) == 1 and name:
        return (exact or found)[0]
    several = f"{len(found)} events begin with" if found else "no event has the id"
    raise NoSuchEvent(f"{several} {name}. See: reader events")


def events_of(workspace: Workspace, ids: Iterable[str]) -> list[Event]:
    """The events of some articles, each once, in their order; grouped anew as by `grouped`."""
    articles = list(ids)
    with progress("Grouping by event"):
        deque(regrouped(workspace), maxlen=0)
    of = workspace.library.event_of(articles)
    found = {event.id: event for event in workspace.library.some_events(set(of.values()))}
    homes = dict.fromkeys(of[article] for article in articles if article in of)
    return [found[id] for id in homes if id in found]


def story_named(workspace: Workspace, name: str) -> Story | None:
    """The story, as last grouped, that a name means: its id or a unique prefix of it."""
    stories = workspace.library.stories()
    exact = [story for story in stories if story.id == name]
    found = exact or [story for story in stories if name and story.id.startswith(name)]
    return found[0] if len(found) == 1 else None


def article_shapes(workspace: Workspace, found: Iterable[Article]) -> list[Shape]:
    """The articles as JSON has them, each with its event."""
    listed = list(found)
    events_by_article = event_of(workspace, [each.id for each in listed]) if listed else {}
    return [article_json(article, events_by_article.get(article.id)) for article in listed]
