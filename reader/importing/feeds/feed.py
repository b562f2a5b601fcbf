"""Feeds: RSS, Atom and JSON Feed, and where pages name theirs."""

from __future__ import annotations

import re

from reader.importing.extras import needed
from reader.importing.feeds.entry import Entry, Feed
from reader.importing.feeds.jsonfeed import json_feed
from reader.importing.feeds.markup import document, root, sniffed
from reader.importing.feeds.xmlfeed import ROOTS, xml_feed
from reader.importing.found import LARGEST, Refused, too_large
from reader.importing.html.coding import markup
from reader.importing.web.addresses import joined

__all__ = ["FEED_TYPES", "Entry", "Feed", "feed", "is_feed", "links"]

FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json")
"""Media types by which pages name their feeds."""

_JSON = re.compile(r'\s*\{.{0,60000}"https?:\\?/\\?/jsonfeed\.org\\?/version\\?/', re.S)
_MOST_LINKS = 20  # a site with more feeds has a list of them


def is_feed(data: bytes, kind: str = "") -> bool:
    """Whether it is RSS, Atom or JSON Feed; `kind` is the media type that the server says."""
    head = sniffed(data)
    if head.lstrip().startswith("{"):
        return kind == "application/feed+json" or bool(_JSON.match(head))
    return root(head) in ROOTS


def feed(data: bytes, address: str, *, charset: str | None = None) -> Feed:
    """Read a feed that was fetched from an address; raises Refused."""
    if len(data) > LARGEST:
        raise Refused(too_large(len(data)))
    if sniffed(data).lstrip().startswith("{"):
        return json_feed(data, address)
    return xml_feed(document(data, charset), address)


def links(data: bytes, address: str, *, charset: str | None = None) -> tuple[str, ...]:
    """The addresses of the feeds that a page names in its head, in their order, each once."""
    try:
        from lxml import etree, html
    except ImportError as error:
        raise needed("web", "web pages") from error
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    try:
        text = markup(data, charset).replace("\0", "")
        tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, Refused, ValueError, AssertionError):
        return ()
    base = next((joined(address, each.get("href", "")) for each in tree.iter("base")), None)
    found: dict[str, None] = {}
    for link in tree.iter("link"):
        is_other_form = "alternate" in link.get("rel", "").lower().split()
        kind = link.get("type", "").partition(";")[0].strip().lower()
        if is_other_form and kind in FEED_TYPES and link.get("href", "").strip():
            feed = joined(base or address, link.get("href"))
            if feed:
                found[feed] = None
    return tuple(found)[:_MOST_LINKS]
