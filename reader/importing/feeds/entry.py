"""A feed and its entries, whatever form they came in."""

from __future__ import annotations

import hashlib
import html
import re
from collections import defaultdict
from dataclasses import dataclass, replace

from reader.importing.stamps import mail_date, moment
from reader.importing.web.addresses import joined
from reader.model import When
from reader.text.safety import clean

_CODE = re.compile(r"([A-Za-z]{2})(?:[-_].*)?")
_LONGEST_KEY = 500
_LONGEST_LINE = 2_000


@dataclass(frozen=True, slots=True)
class Entry:
    """One article as its feed announces it."""

    key: str
    """By which the feed tells it from its others: its id, else its link, else a digest."""
    title: str | None
    link: str | None
    """A sound address, or None."""
    html: str
    """Its content, or else its summary: raw, for `pages.fragment`; may be empty."""
    excerpt: bool
    """Whether there is no content but at most a summary."""
    byline: str | None
    published: When | None
    language: str | None
    """ISO 639-1, as the entry or its feed says."""
    refused: str | None = None
    """What it points at instead of a web page, if it does."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed as it is now."""

    title: str | None
    site: str | None
    """Address of the website that it belongs to."""
    language: str | None
    entries: tuple[Entry, ...]
    """In the order of the feed, each key once."""


def entry(
    *,
    id: str,
    title: str | None,
    link: str,
    base: str,
    html: str,
    excerpt: bool,
    names: list[str],
    published: When | None,
    language: str | None,
) -> Entry:
    """An entry with its key; `link` is as written, `base` the address of the feed.

    Names that are mail addresses are no names.
    """
    address = joined(base, link) if link else None
    lines = [line(name) for name in names]
    byline = ", ".join(dict.fromkeys(name for name in lines if name and "@" not in name))
    return Entry(
        key=line(id)[: _LONGEST_KEY + 1] or address or digest(title or "", html),
        title=title,
        link=address,
        html=html,
        excerpt=excerpt,
        byline=byline or None,
        published=published,
        language=language,
        refused=line(link) if link and address is None else None,
    )


def distinct(entries: list[Entry]) -> tuple[Entry, ...]:
    """Each key once; an id that entries with other links share identifies none of them.

    Entries that say nothing are left out.
    """
    entries = [each for each in entries if each.title or each.link or each.html.strip()]
    links: dict[str, set[str | None]] = defaultdict(set)
    for each in entries:
        links[each.key].add(each.link)
    own = (
        replace(each, key=each.link or digest(each.title or "", each.html))
        if len(links[each.key]) > 1 or len(each.key) > _LONGEST_KEY
        else each
        for each in entries
    )
    return tuple({each.key: each for each in reversed(list(own))}.values())[::-1]


def line(text: str) -> str:
    """A clean one-liner."""
    return " ".join(clean(text[:_LONGEST_LINE]).split())


def code(language: str) -> str | None:
    """ISO 639-1 code of `en-GB` and the like."""
    match = _CODE.fullmatch(language.strip())
    return match[1].lower() if match else None


def when(written: str) -> When | None:
    """The date that is written; what programs put where they know none is None."""
    found = mail_date(written[:100]) or moment(written[:100])
    if found is None or found.first.year <= 1970:
        return None
    # Midnight is what is printed for a day alone.
    return When(found.iso[:10]) if found.iso[10:16] == "T00:00" else found


def digest(*parts: str) -> str:
    """A key for what has no other."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:32]


def plain(text: str) -> str:
    """Plain text as markup."""
    paragraphs = re.split(r"\n\s*\n", text)
    return "".join(f"<p>{html.escape(each)}</p>" for each in paragraphs if each.strip())
