"""Bring articles into the library."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from io import BufferedReader, BytesIO
from pathlib import Path
from time import monotonic
from typing import Literal

from reader.errors import LibraryError
from reader.importing.found import Failure, Item, Reached
from reader.model import Draft
from reader.workspace import Workspace

# One transaction costs as much as putting in some ten articles; what is lost to a sudden death is
# read again next time.
_AT_ONCE = 64
# Seconds that an article which has been read waits for others.
_LONGEST_WAIT = 0.25


@dataclass(frozen=True, slots=True)
class Brought:
    """What became of one source."""

    source: str
    outcome: Literal["added", "updated", "unchanged", "followed", "failed"]
    article: str | None = None
    """The id of its article; None if it failed or is a feed."""
    reason: str = ""
    """Why it failed, as a clause without capital and full stop."""
    feed: str = ""
    """The address of the feed that points at it, if the person did not name it."""
    unread: tuple[str, ...] = ()
    """What it says of itself that could not be read, as `date: soon`."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What became of one feed."""

    address: str
    title: str | None
    outcome: Literal["read", "unchanged", "failed", "waits"]
    reason: str = ""
    """Why it failed or waits, as a clause."""


@dataclass
class Tally:
    """What became of many sources, without their texts."""

    added: list[str] = field(default_factory=list)
    """Ids of articles, as in the next two."""
    updated: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    followed: list[str] = field(default_factory=list)
    """Addresses of feeds that are followed now."""
    failed: list[tuple[str, str]] = field(default_factory=list)
    """Source and reason."""
    unread: list[tuple[str, str]] = field(default_factory=list)
    """Sources that were taken, with what they say of themselves that could not be read."""
    feeds: int = 0
    """Feeds that were asked and did not fail."""
    pointed: dict[str, str] = field(default_factory=dict)
    """Failed sources that no person named, with the feeds that point at them."""

    @property
    def articles(self) -> list[str]:
        """All that are in the library now, whether they were before or not."""
        return self.added + self.updated + self.unchanged

    @property
    def count(self) -> int:
        """How many articles that is."""
        return len(self.added) + len(self.updated) + len(self.unchanged)

    def take(self, brought: Brought | Checked) -> None:
        """Count one more."""
        if isinstance(brought, Checked):
            if brought.outcome == "failed":
                self.failed.append((brought.address, brought.reason))
            else:
                self.feeds += 1
        elif brought.outcome == "failed":
            self.failed.append((brought.source, brought.reason))
            if brought.feed:
                self.pointed[brought.source] = brought.feed
        elif brought.outcome == "followed":
            self.followed.append(brought.source)
        elif brought.article is not None:
            getattr(self, brought.outcome).append(brought.article)
            self.unread += [(brought.source, said) for said in brought.unread]


def add(
    workspace: Workspace, sources: Iterable[str | Path], *, fields: Mapping[str, str] | None = None
) -> Iterator[Brought | Reached]:
    """Put every article of these sources into the library.

    Sources are files, folders, `-` (stdin), addresses of pages and feeds (which are followed from
    then on), and OPML lists of feeds. `fields` names the columns of data sets. Each article is in
    the library when it is yielded; a source that fails is yielded, too, and the others go on.
    Closing the generator keeps what has been read. Raises LibraryError when the library itself
    cannot be written.
    """
    given = list(sources)
    addresses = [str(source) for source in given if "://" in str(source)]
    paths = [source for source in given if "://" not in str(source)]
    for number, source in enumerate(paths):
        for each in _from_path(workspace, source, fields or {}):
            yield Reached((number + each.share) / len(given)) if isinstance(each, Reached) else each
        yield Reached((number + 1) / len(given))
    if addresses:
        from reader.actions.web import from_addresses

        for done, brought in from_addresses(workspace, addresses):
            if brought is not None:
                yield brought
            yield Reached((len(paths) + done) / len(given))


def add_text(workspace: Workspace, text: str) -> Iterator[Brought | Reached]:
    """Put what was pasted into the library, as what comes through a pipe."""
    from reader.importing import piped

    stream = BufferedReader(BytesIO(text.encode(errors="replace")))
    yield from put_in(workspace, piped.read({}, stream))


def _from_path(
    workspace: Workspace, source: str | Path, fields: Mapping[str, str]
) -> Iterator[Brought | Reached]:
    from reader.importing.files import read

    if Path(source).suffix.lower() in (".opml", ".xml", ".rss", ".atom"):
        from reader.actions.web import from_feed_file

        yield from from_feed_file(workspace, Path(source))
        return
    yield from put_in(workspace, read(source, fields=fields))


def put_in(workspace: Workspace, items: Iterable[Item]) -> Iterator[Brought | Reached]:
    """Put drafts into the library, some in each transaction, and hand everything else on."""
    pending: list[Draft] = []
    began = 0.0
    try:
        for item in items:
            if isinstance(item, Draft):
                began = began if pending else monotonic()
                pending.append(item)
                if len(pending) >= _AT_ONCE or monotonic() - began > _LONGEST_WAIT:
                    yield from _committed(workspace, pending)
            elif isinstance(item, Failure):
                yield from _committed(workspace, pending)
                yield Brought(item.source, "failed", reason=item.reason)
            else:
                yield item
    except LibraryError:
        raise
    except BaseException:
        # A stop, or a defect: what has been read is kept.
        workspace.library.add_all(pending)
        raise
    yield from _committed(workspace, pending)


def _committed(workspace: Workspace, pending: list[Draft]) -> list[Brought]:
    drafts = pending.copy()
    taken = workspace.library.add_all(drafts) if drafts else []
    # Emptied only once they are kept, so that a stop in between does not lose them.
    pending.clear()
    return [
        Brought(draft.source, each.outcome, each.article, unread=_unread(draft, each.outcome))
        for draft, each in zip(drafts, taken, strict=True)
    ]


def _unread(draft: Draft, outcome: str) -> tuple[str, ...]:
    """Said once, and not again each time that a folder is looked through."""
    return () if outcome == "unchanged" else tuple(f"{key}: {said}" for key, said in draft.unread)
