"""RSS and Atom by feedparser."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reader.importing.extras import needed
from reader.importing.feeds.entry import Entry, Feed, code, distinct, entry, line, plain, when
from reader.importing.feeds.markup import fault, is_tractable, root
from reader.importing.found import Refused
from reader.importing.web.addresses import joined

ROOTS = frozenset({"rss", "rdf", "feed"})
"""Names of their outermost elements, in lower case and without prefix."""

_TAGS = re.compile(r"</?[A-Za-z][^<>]*>")
_MAIL = re.compile(r"[<(]?[^\s@<>()]{1,64}@[^\s@<>()]{1,255}[>)]?")
_RDF = ("rss090", "rss10")
_DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
_UPDATING = ("http://www.w3.org/2005/Atom", "http://purl.org/dc/terms/")


@dataclass(frozen=True, slots=True)
class _Form:
    """What the form of a feed decides."""

    atom: bool
    dated: bool
    """Whether `updated` is when an entry appeared."""


def xml_feed(text: str, address: str) -> Feed:
    """Read a document that `feedxml.document` gave; raises Refused."""
    if root(text) not in ROOTS:
        raise Refused("it is no feed")
    try:
        import feedparser
    except ImportError as error:
        raise needed("web", "feeds") from error
    broken = fault(text)
    if broken and not is_tractable(text):
        raise Refused(f"it is broken XML: {broken}")
    # A stream: feedparser takes other bytes for the name of a file or an address. Nothing is
    # sanitised, since only plain text is taken from the markup, nor resolved, since ids must
    # stay the same wherever the feed moves to.
    found = feedparser.parse(
        io.BytesIO(text.encode()),
        response_headers={"content-type": "application/xml; charset=utf-8"},
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    head = found["feed"]
    language = code(_said(head, "language"))
    form = _Form(
        atom=found["version"].startswith("atom"),
        dated=_dates_are_publication(found["version"], found.get("namespaces", {})),
    )
    entries = distinct([_entry(each, address, language, form) for each in found["entries"]])
    if broken and not entries:
        raise Refused(f"it is broken XML: {broken}")
    return Feed(
        title=_headline(head),
        site=joined(address, _said(head, "link")) if _said(head, "link") else None,
        language=language,
        entries=entries,
    )


def _entry(found: dict[str, Any], address: str, language: str | None, form: _Form) -> Entry:
    content = [each for each in dict.get(found, "content", []) if each.get("value", "").strip()]
    marked = [each for each in content if "html" in each.get("type", "")] or content
    summary = dict.get(found, "summary_detail") or {}
    body = marked[0] if marked else summary
    written = _said(found, "feedburner_origlink") or _said(found, "link")
    published = _said(found, "published") or (_said(found, "updated") if form.dated else "")
    return entry(
        id=_said(found, "id"),
        title=_headline(found),
        link=written,
        base=address,
        html=_markup(body),
        excerpt=not marked,
        names=_names(found, form),
        published=when(published),
        language=code(_said(found, "language") or (body.get("language") or "")) or language,
    )


def _markup(body: dict[str, Any]) -> str:
    value = str(body.get("value") or "")
    return plain(value) if body.get("type") == "text/plain" else value


def _headline(found: dict[str, Any]) -> str | None:
    """The title without markup, which it may have in any type."""
    detail = dict.get(found, "title_detail") or {}
    return line(html.unescape(_TAGS.sub("", str(detail.get("value") or "")))) or None


def _names(found: dict[str, Any], form: _Form) -> list[str]:
    """The authors; the field of RSS is a mail address, with the name around it or in brackets."""
    people = dict.get(found, "authors", [])
    if form.atom:
        return [str(each.get("name", "")) for each in people]
    names = [str(each.get("name", "")) for each in people if each and "email" not in each]
    written = _said(found, "author")
    if names or "@" not in written:
        return names
    # feedparser takes the ends of longer domains for a part of the name.
    name = _MAIL.sub("", written).strip()
    return [name[1:-1] if name[:1] + name[-1:] == "()" else name]


def _said(found: dict[str, Any], name: str) -> str:
    # Not by its own `get`, which answers with something else and a warning where it has nothing.
    value = dict.get(found, name)
    return value if isinstance(value, str) else ""


def _dates_are_publication(version: str, namespaces: Mapping[str, str]) -> bool:
    """Whether `updated` holds the only date that RSS has besides its own, that of Dublin Core."""
    used = set(namespaces.values())
    return version in _RDF or (
        version.startswith("rss") and _DUBLIN_CORE in used and used.isdisjoint(_UPDATING)
    )
