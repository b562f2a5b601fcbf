"""Know which articles report the same happening."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Sequence

from reader.model import Article, Event, Voice
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
    from reader.events.group import group, one_voice
    from reader.events.terms import Terms, terms

    changed: set[str] = set()
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
    previous = library.events()
    heard = {
        event.articles: event.voices for event in previous if changed.isdisjoint(event.articles)
    }

    def voices_of(members: Sequence[Article]) -> tuple[Voice, ...]:
        ids = tuple(article.id for article in members)
        known_voices = heard.get(ids) if len(ids) > 1 else ()
        return one_voice(members) if known_voices is None else known_voices

    groups = group(
        articles,
        previous=previous,
        terms_of=lambda each: known.get(each.id) or terms(each),
        voices_of=voices_of,
    )
    library.save_events(groups, revision)
    return True
