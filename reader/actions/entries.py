"""Entries of a feed turned into articles."""

from __future__ import annotations

import re
from dataclasses import replace
from hashlib import blake2b
from typing import TYPE_CHECKING

from reader.library.subscriptions import Received
from reader.model import Draft, Feed

if TYPE_CHECKING:
    from reader.importing.feeds.feed import Entry
    from reader.importing.feeds.feed import Feed as FeedFile

# Feeds that give whole articles rarely have shorter ones, and excerpts are rarely longer.
SHORTEST_WHOLE = 120
"""Words of a summary that is taken for a whole article."""
_CUT_SHORT = re.compile(
    r"(?:…|\.\.\.|\[…\]|\[\.\.\.\]"
    r"|(?:read|continue reading|weiterlesen|lire la suite|seguir leyendo)"
    r"(?: more)?\W*)\s*$",
    re.IGNORECASE,
)


def digest(entry: Entry) -> bytes:
    """Changes when the entry does."""
    said = (entry.title, entry.link, entry.html, entry.byline, str(entry.published))
    return blake2b(repr(said).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def source(entry: Entry, feed: Feed) -> str:
    """What the library calls the place of an entry whose text the feed gave."""
    return f"{feed.address}#{entry.key}"


def received(entry: Entry, found: FeedFile, feed: Feed) -> Received | None:
    """An entry with the text that the feed gives; None if it gives none."""
    from reader.importing.html.pages import fragment
    from reader.importing.plain.cleaning import cleaned
    from reader.text.language import language

    text = fragment(entry.html)
    if not text.strip():
        return None
    body = cleaned(text, title=entry.title)
    draft = Draft(
        text=body.text,
        source=source(entry, feed),
        title=entry.title,
        outlet=found.title or feed.title,
        byline=entry.byline or body.byline,
        published=entry.published or body.published,
        url=entry.link,
        language=language(body.text) or entry.language or found.language,
        tags=feed.tags,
        removed=body.removed,
    )
    return Received(entry.key, digest(entry), draft)


def with_entry(draft: Draft, entry: Entry, found: FeedFile, feed: Feed) -> Draft:
    """The page of an entry; what it does not say, the feed does."""
    return replace(
        draft,
        title=draft.title or entry.title,
        outlet=draft.outlet or found.title or feed.title,
        byline=draft.byline or entry.byline,
        published=draft.published or entry.published,
        language=draft.language or entry.language or found.language,
        tags=feed.tags,
    )


def is_whole(entry: Entry, one: Received | None) -> bool:
    """Whether the feed seems to give the whole text of an entry.

    What it gives as the content it calls the whole, however short; a mere summary may be it.
    """
    if one is None or _CUT_SHORT.search(one.draft.text):
        return False
    return not entry.excerpt or len(one.draft.text.split()) >= SHORTEST_WHOLE


def wants_page(entry: Entry, one: Received | None, feed: Feed) -> bool:
    """Whether the page of an entry is to be fetched."""
    if entry.link is None or feed.pages == "never":
        return False
    return feed.pages == "always" or not is_whole(entry, one)
