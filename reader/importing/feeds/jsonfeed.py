"""JSON Feed, versions 1 and 1.1 (jsonfeed.org)."""

from __future__ import annotations

import json
from typing import Any

from reader.importing.feeds.entry import Entry, Feed, code, distinct, entry, line, plain, when
from reader.importing.found import Refused
from reader.importing.web.addresses import joined


def json_feed(data: bytes, address: str) -> Feed:
    """Read a JSON Feed that was fetched from an address; raises Refused."""
    try:
        found = json.loads(data.removeprefix(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError) as error:
        raise Refused("it is broken JSON") from error
    items = found.get("items") if isinstance(found, dict) else None
    if not isinstance(items, list):
        raise Refused("it is no feed")
    language = code(_text(found, "language"))
    site = _text(found, "home_page_url")
    return Feed(
        title=line(_text(found, "title")) or None,
        site=joined(address, site) if site else None,
        language=language,
        entries=distinct([_entry(i, address, language) for i in items if isinstance(i, dict)]),
    )


def _entry(item: dict[str, Any], address: str, language: str | None) -> Entry:
    content = _text(item, "content_html") or plain(_text(item, "content_text"))
    authors = item.get("authors")
    people = authors if isinstance(authors, list) else [item.get("author")]
    return entry(
        id=_text(item, "id"),
        title=line(_text(item, "title")) or None,
        link=_text(item, "url"),
        base=address,
        html=content or plain(_text(item, "summary")),
        excerpt=not content.strip(),
        names=[_text(person, "name") for person in people if isinstance(person, dict)],
        published=when(_text(item, "date_published")),
        language=code(_text(item, "language")) or language,
    )


def _text(found: dict[str, Any], name: str) -> str:
    value = found.get(name)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)  # ids of version 1 may be numbers
    return value.strip() if isinstance(value, str) else ""
