"""How feeds are named on the command line, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reader.errors import NoSuchFeed
from reader.exporting.shapes import Shape
from reader.model import Feed
from reader.workspace import Workspace

_MOST_NAMED = 5


def feeds_named(workspace: Workspace, names: Iterable[str]) -> list[Feed]:
    """The feeds that the names mean, each once, in their order; raises NoSuchFeed.

    A name is an address, a title, or a part of either that no other feed has.
    """
    feeds = workspace.library.feeds()
    found = {feed.address: feed for feed in (_named(feeds, name) for name in names)}
    return list(found.values())


def called(feed: Feed) -> str:
    """Its title, or its address if it has none."""
    return feed.title or feed.address


def feed_json(feed: Feed) -> Shape:
    """A feed as JSON has it; what is not known is null."""
    return {
        "url": feed.address,
        "title": feed.title,
        "site": feed.site,
        "tags": list(feed.tags),
        "pages": feed.pages,
        "articles": feed.articles,
        "checked": feed.checked,
        "failed": feed.failed,
        "failed_since": feed.failed_since,
        "retry": feed.not_before,
        "gone": feed.gone,
    }


def _named(feeds: Sequence[Feed], name: str) -> Feed:
    wanted = name.strip().casefold()
    # The surer ways of naming come first, so that one feed's address may be part of another's.
    found: list[Feed] = []
    if wanted:
        found = (
            [feed for feed in feeds if feed.address in (name, _spelled(name))]
            or [feed for feed in feeds if (feed.title or "").casefold() == wanted]
            or [feed for feed in feeds if wanted in _names(feed)]
        )
    if len(found) == 1:
        return found[0]
    if not found:
        raise NoSuchFeed(f"no feed has the address or title {name!r}; see: reader feeds")
    some = ", ".join(feed.address for feed in found[:_MOST_NAMED])
    more = ", ..." if len(found) > _MOST_NAMED else ""
    raise NoSuchFeed(f"{name!r} may be any of {some}{more}; write more of it")


def _names(feed: Feed) -> str:
    return f"{feed.title or ''}\n{feed.address}".casefold()


def _spelled(name: str) -> str | None:
    """The address that a name is, spelled as feeds' addresses are."""
    from reader.importing.found import Refused
    from reader.importing.web.addresses import sound

    try:
        return sound(name)
    except Refused:
        return None
