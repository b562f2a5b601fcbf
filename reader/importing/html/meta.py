"""What a page says of its article: JSON-LD, OpenGraph, other meta tags, then the page itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from reader.importing.html import jsonld
from reader.importing.html.address import canonical, plain
from reader.importing.html.dates import date_in_address, stated_date
from reader.importing.html.fragments import fragment
from reader.importing.html.lines import Line, plain_lines
from reader.importing.html.names import alike, byline, one_line, outlet_name, site_in_title
from reader.importing.html.printed import printed_authors, printed_dates
from reader.importing.html.titles import headline
from reader.model import When

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LANGUAGE = re.compile(r"([a-zA-Z]{2})(?:[-_].*)?")
_DATES = (
    "article:published_time article:published og:article:published_time og:pubdate"
    " og:published_time citation_publication_date citation_online_date citation_date"
    " dc.date.issued dcterms.issued"
    " dc.date dcterms.date dc.date.created dcterms.created parsely-pub-date sailthru.date"
    " article.published article_date_original originalpublicationdate pubdate publishdate"
    " publish_date publish-date pub_date publication_date published_at datepublished"
    " cxenseparse:recs:publishtime cxenseparse:publishtime sn-post-date date"
).split()
_AUTHORS = (
    "article:author citation_author dc.creator dcterms.creator parsely-author sailthru.author"
    " article_author author byl"
).split()
_SITES = (
    "og:site_name application-name citation_journal_title dc.publisher publisher"
    " apple-mobile-web-app-title"
).split()
# What a page has more of, or longer, it has to confuse.
_MOST, _LONGEST = 500, 2_000


@dataclass(frozen=True, slots=True)
class Facts:
    """What a page says of its article; None is not said."""

    title: str | None
    outlet: str | None
    byline: str | None
    published: When | None
    url: str | None
    language: str | None
    """ISO 639-1, as stated."""


@dataclass(frozen=True, slots=True)
class Stated:
    """The statements of a page, read once."""

    tree: HtmlElement
    metas: tuple[tuple[str, str], ...]
    """Names in lower case with contents, in the order of the page."""
    nodes: tuple[jsonld.Node, ...]
    article: jsonld.Node

    def values(self, *names: str) -> Iterator[str]:
        """The contents of the meta tags of these names, in the order of the names."""
        for name in names:
            yield from (content for known, content in self.metas if known == name)


def stated(tree: HtmlElement, address: str | None) -> Stated:
    """Collect the statements of a page."""
    metas = tuple(
        (name.strip().casefold(), content)
        for meta in islice(tree.iter("meta"), _MOST)
        if (content := (meta.get("content") or "")[:_LONGEST].strip())
        and (name := meta.get("property") or meta.get("name") or meta.get("itemprop"))
    )
    scripts = [
        script.text
        for script in tree.iter("script")
        if script.text and "ld+json" in script.get("type", "").casefold()
    ]
    nodes = tuple(jsonld.nodes(scripts))
    links = [link.get("href", "") for link in tree.xpath("//link[@rel='canonical']")]
    urls = [*links, *(content for name, content in metas if name == "og:url"), address or ""]
    titles = [content for name, content in metas if name in ("og:title", "twitter:title")]
    return Stated(tree, metas, nodes, jsonld.article(nodes, [u for u in urls if u], titles))


def facts(said: Stated, address: str | None) -> Facts:
    """What the page says, by the rank of who says it."""
    url = _url(said, address)
    host = re.sub(r"^https?://|[/:].*$", "", url or address or "")
    outlet = _outlet(said, host)
    return Facts(
        title=headline(
            said.tree, _titles(said), [outlet or "", *said.values("og:site_name")], host
        ),
        outlet=outlet,
        byline=_byline(said, [outlet or "", *said.values("og:site_name"), host]),
        published=_published(said, url or address),
        url=url,
        language=_language(said),
    )


def stated_body(said: Stated) -> list[Line]:
    """The text of the article where the page states it apart from its markup; else nothing."""
    return plain_lines(fragment(jsonld.text(said.article.get("articleBody"))))


def _url(said: Stated, address: str | None) -> str | None:
    links = [link.get("href") for link in said.tree.xpath("//link[@rel='canonical'][@href]")]
    given = plain(address) if address else None
    # Two that differ are a mistake of the page: neither is taken.
    entity = [url for url in jsonld.addresses(said.article) if plain(url)][:1]
    for named in ([*dict.fromkeys(links)], [*said.values("og:url")], entity):
        if len(named) == 1 and (found := canonical(named[0], address)) not in (None, given):
            return found
    return given


def _titles(said: Stated) -> list[str]:
    return [
        jsonld.text(said.article.get("headline")) or jsonld.text(said.article.get("name")),
        *said.values("og:title", "citation_title", "parsely-title", "sailthru.title", "dc.title"),
        *said.values("dcterms.title", "twitter:title", "title"),
    ]


def _outlet(said: Stated, host: str) -> str | None:
    """The site's own name; the publisher in JSON-LD where it is the site and not an agency."""
    sites = [name for value in said.values(*_SITES) if (name := outlet_name(value, host))]
    publishers = [
        name
        for thing in jsonld.resolved(said.article.get("publisher"), said.nodes)
        if (name := outlet_name(_name(thing), host))
    ]
    for name in publishers:
        if not sites or alike(name, host) or any(alike(name, other) for other in sites):
            return name
    return next(iter(sites), None) or site_in_title(said.tree.findtext(".//title") or "", host)


def _name(thing: object) -> str:
    return jsonld.text(thing.get("name")) if isinstance(thing, dict) else jsonld.text(thing)


def _byline(said: Stated, outlets: Sequence[str]) -> str | None:
    by = said.article.get("author") or jsonld.web_page(said.nodes).get("author")
    things = jsonld.resolved(by, said.nodes)
    lists = [[_name(thing) for thing in things], *([*said.values(name)] for name in _AUTHORS)]
    stated = next((found for names in lists if (found := byline(names, outlets))), None)
    for words in printed_authors(said.tree):
        if stated is None:
            # Names stand beside roles and agencies in elements of their own.
            if printed := byline([" | ".join(words)], outlets):
                return printed
        # Some pages state the first of several authors only.
        elif (whole := byline([" ".join(words)], outlets)) and whole.startswith(f"{stated}, "):
            return whole
    return stated


def _published(said: Stated, url: str | None) -> When | None:
    page = jsonld.web_page(said.nodes)
    candidates = (
        jsonld.text(said.article.get("datePublished")),
        *said.values(*_DATES[:5]),
        *said.values(*_DATES[5:]),
        jsonld.text(page.get("datePublished")),
        *printed_dates(said.tree),
    )
    for written in candidates:
        if written and (found := stated_date(written)):
            return found
    return date_in_address(url) if url else None


def _language(said: Stated) -> str | None:
    candidates = (
        said.tree.get("lang") or "",
        jsonld.text(said.article.get("inLanguage")),
        *said.values("og:locale", "dc.language", "language", "content-language"),
    )
    for written in candidates:
        if match := _LANGUAGE.fullmatch(one_line(written)):
            return match[1].lower()
    return None
