"""Know which articles report the same happening."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator

from reader.model import Event
from reader.workspace import Workspace

# About half a second of work: between two batches the worker does what is more urgent.
_BATCH = 100


def events(workspace: Workspace, *, force: bool = False) -> tuple[Event, ...]:
    """All events of the library, those of one article included, newest first.

    Worked out again only if an article came, changed or went since, or if forced.
    """
    deque(grouped(workspace, force=force), maxlen=0)
    return workspace.library.events()


def grouped(workspace: Workspace, *, force: bool = False) -> Generator[tuple[int, int], None, bool]:
    """Bring the events up to date, yielding articles done and in all; True if they may differ."""
    library = workspace.library
    revision = library.revision
    if not force and library.events_revision == revision:
        return False
    from reader.events.group import grouping
    from reader.events.terms import Terms, terms

    changed = set(library.changed_since(library.events_revision)[0])
    ids = library.ids()
    # First what takes long, holding nothing: a stop or a lack of memory later loses none of it.
    for start in range(0, len(ids), _BATCH):
        batch = list(library.articles(ids[start : start + _BATCH]))
        if missing := workspace.grouping_terms.missing(batch):
            workspace.grouping_terms.put({article: terms(article) for article in missing})
            changed.update(article.id for article in missing)
            yield min(start + _BATCH, len(ids)), len(ids)
    articles = list(library.articles(ids))
    known: dict[str, Terms] = {}
    for start in range(0, len(articles), _BATCH):
        known.update(workspace.grouping_terms.get(articles[start : start + _BATCH]))
    steps = grouping(
        articles,
        previous=library.events(),
        terms_of=lambda each: known.get(each.id) or terms(each),
        changed=None if force else changed,
    )
    while True:
        try:
            next(steps)
        except StopIteration as end:
            library.save_events(end.value, revision)
            return True
        yield len(ids), len(ids)
