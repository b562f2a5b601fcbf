"""From addresses and feed files into the library."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reader.actions.bring import Brought, put_in
from reader.actions.entries import received
from reader.importing.found import LARGEST, Failure, Refused, refusing, too_large
from reader.model import Draft, Feed
from reader.text.safety import storable
from reader.workspace import Workspace

if TYPE_CHECKING:
    from reader.importing.feeds.opml import Subscription
    from reader.importing.web.fetching import Answer


def from_addresses(
    workspace: Workspace, addresses: Sequence[str]
) -> Iterator[tuple[int, Brought | None]]:
    """Fetch pages and feeds that the person named; with how many of them have been answered.

    None stands for a moment in which nothing came.
    """
    from reader.importing.web.addresses import origin, sound
    from reader.importing.web.fetching import Fetcher, Wanted, patiently

    wanted: dict[str, str] = {}
    done = 0
    for address in dict.fromkeys(addresses):
        try:
            wanted.setdefault(sound(address), address)
        except Refused as error:
            done += 1
            yield done, Brought(storable(address), "failed", reason=str(error))
    try:
        with Fetcher() as fetcher:
            asked = [Wanted(address, trusted=origin(address)) for address in wanted]
            for found in patiently(fetcher, asked):
                if found is None:
                    yield done, None
                    continue
                done += 1
                one, answer = found
                if isinstance(answer, Refused):
                    yield done, Brought(one.address, "failed", reason=str(answer))
                    continue
                for brought in _from_answer(workspace, one.address, answer):
                    yield done, brought
    except Refused as error:
        # Without the packages that fetch, no address can be read.
        for address in wanted:
            yield done, Brought(address, "failed", reason=str(error))


def from_feed_file(workspace: Workspace, path: Path) -> Iterator[Brought]:
    """A list of feeds, which are followed from now on, or a saved feed, whose entries are read."""
    source = storable(str(path.absolute()))
    from reader.importing.feeds.opml import is_opml

    try:
        data = _read(path)
        if is_opml(data):
            yield from _follow_all(workspace, data, trusting=True)
        else:
            yield from _entries_only(workspace, data, source)
    except Refused as error:
        yield Brought(source, "failed", reason=str(error))


def _from_answer(workspace: Workspace, source: str, answer: Answer) -> Iterator[Brought | None]:
    from reader.importing.feeds.feed import is_feed
    from reader.importing.feeds.opml import is_opml

    try:
        if is_opml(answer.data):
            yield from _follow_all(workspace, answer.data, trusting=False)
        elif is_feed(answer.data, answer.kind):
            yield from follow(workspace, source, answer)
        else:
            yield from _brought(workspace, draft_of(answer, source))
    except Refused as error:
        yield Brought(source, "failed", reason=_with_feeds(str(error), answer))


def follow(workspace: Workspace, address: str, answer: Answer) -> Iterator[Brought | None]:
    """Follow the feed at an address, which has just been fetched, and read its entries.

    None stands for a moment in which nothing came.
    """
    from reader.actions.sync import Sync
    from reader.importing.feeds.feed import feed
    from reader.importing.web.addresses import origin

    with refusing():
        found = feed(answer.data, answer.address, charset=answer.charset)
    trusted = origin(address)
    # Else a feed that has moved would be followed twice when it is added again.
    address = answer.moved or address
    new = Feed(address, title=found.title, site=found.site, trusted=trusted)
    if workspace.library.subscribe(new):
        yield Brought(address, "followed")
    (known,) = workspace.library.feeds([address])
    for each in Sync(workspace).read(known, replace(answer, moved=None), found):
        yield each if isinstance(each, Brought) else None


def draft_of(answer: Answer, source: str) -> Draft:
    """The article in what a server answered; raises Refused where there is none."""
    from reader.importing.documents import document

    with refusing():
        draft = document(
            answer.data, answer.kind, source, charset=answer.charset, address=answer.address
        )
    return draft if draft.url else replace(draft, url=answer.address)


def _brought(workspace: Workspace, draft: Draft) -> Iterator[Brought]:
    for each in put_in(workspace, [draft]):
        if isinstance(each, Brought):
            yield each


def _follow_all(workspace: Workspace, data: bytes, *, trusting: bool) -> Iterator[Brought]:
    """Follow the feeds of a list; those of the local network only where the person gave it."""
    from reader.importing.feeds.opml import subscriptions
    from reader.importing.web.addresses import origin, sound

    with refusing():
        listed = subscriptions(data)
    for each in listed:
        try:
            address = sound(each.address)
            trusted = origin(address) if trusting else ""
        except Refused as error:
            yield Brought(each.address, "failed", reason=str(error))
            continue
        new = workspace.library.subscribe(_feed(each, address, trusted))
        yield Brought(address, "followed" if new else "unchanged")


def _feed(subscription: Subscription, address: str, trusted: str) -> Feed:
    return Feed(address, title=subscription.title, tags=subscription.tags, trusted=trusted)


def _entries_only(workspace: Workspace, data: bytes, source: str) -> Iterator[Brought]:
    from reader.importing.feeds.feed import feed, is_feed

    if not is_feed(data, ""):
        raise Refused("it is neither a feed nor a list of feeds")
    with refusing():
        found = feed(data, "")
    own = Feed(source, title=found.title)
    drafts: list[Draft | Failure] = []
    for entry in found.entries:
        one = received(entry, found, own)
        drafts.append(one.draft if one else Failure(f"{source}#{entry.key}", "it has no text"))
    for each in put_in(workspace, drafts):
        if isinstance(each, Brought):
            yield each


def _with_feeds(reason: str, answer: Answer) -> str:
    """Why a page is not taken, with the feeds that it names."""
    from reader.importing.feeds.feed import links

    named = links(answer.data, answer.address) if "html" in answer.kind else ()
    return f"{reason}; it names a feed that can be added: {named[0]}" if named else reason


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise Refused((error.strerror or str(error)).lower()) from error
    if len(data) > LARGEST:
        raise Refused(too_large(path.stat().st_size))
    return data
