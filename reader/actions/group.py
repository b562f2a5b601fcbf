"""Know which articles report the same happening."""

from __future__ import annotations

from reader.model import Event
from reader.workspace import Workspace


def events(workspace: Workspace, *, force: bool = False) -> tuple[Event, ...]:
    """All events of the library, those of one article included, newest first.

    Worked out again only if an article came, changed or went since, or if forced.
    """
    library = workspace.library
    revision = library.revision
    if force or library.events_revision != revision:
        from reader.events.group import group

        groups = group(list(library.articles()), previous=library.events())
        library.save_events(groups, revision)
    return library.events()
