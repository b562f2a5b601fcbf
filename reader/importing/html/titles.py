"""The headline of a page's article, without the name of the site."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING

from reader.importing.html.names import alike, one_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SITE_MARK = re.compile(r"\s+[|–—•·»«:/-]+\s+|\s*\|\s*|:\s+")
_WORD = re.compile(r"\w+")
_LONGEST = 300
_MOST_HEADINGS = 20
# Share of the words of a printed headline that a stated title has when both are of one article.
_SAME = 0.5


def headline(
    tree: HtmlElement, stated: Sequence[str], sites: Sequence[str], host: str
) -> str | None:
    """The headline as the page prints it, else the first of the stated titles; None if none is.

    What is stated may be shortened, or written for search engines; it tells which of the page's
    headings is the headline.
    """
    document = tree.findtext(".//title") or ""
    titles = [
        bare
        for title in (*stated, document)
        if (bare := without_site(one_line(title), sites, host))
    ]
    printed = [
        one_line(heading.text_content()) for heading in islice(tree.iter("h1"), _MOST_HEADINGS)
    ]
    for title in titles[:1] + titles[-1:] + titles[1:-1]:
        for heading in printed:
            if _is_of(heading, title):
                return without_site(heading, sites, host)
    return titles[0] if titles else None


def without_site(title: str, sites: Sequence[str], host: str) -> str:
    """A title without the name of the site after it, or before it."""
    if len(title) > _LONGEST:
        return ""
    while True:
        marks = list(_SITE_MARK.finditer(title))
        if not marks:
            break
        first, last = marks[0], marks[-1]
        if _is_site(title[last.end() :], sites, host):
            title = title[: last.start()]
        elif _is_site(title[: first.start()], _exact(sites, title, first), host):
            title = title[first.end() :]
        else:
            break
    return "" if _is_site(title, [site for site in sites if site == title], "") else title.strip()


def _exact(sites: Sequence[str], title: str, mark: re.Match[str]) -> list[str]:
    """The names of the site that may stand before a mark: a colon follows other words, too."""
    before = title[: mark.start()].casefold()
    return [site for site in sites if mark[0].strip() != ":" or site.casefold() == before]


def _is_site(part: str, sites: Sequence[str], host: str) -> bool:
    words = part.split()
    if not 0 < len(words) <= 5:
        return False
    names = [site for site in sites if site]
    if any(part.casefold() == name.casefold() or alike(part, name) for name in names):
        return True
    label = "".join(_WORD.findall(part.casefold()))
    return len(label) > 3 and label in re.sub(r"[\W_]", "", host.casefold())


def _is_of(heading: str, title: str) -> bool:
    """Whether a heading and a title are of one article."""
    one, other = _words(heading), _words(title)
    if not one or len(heading) > _LONGEST:
        return False
    shared = len(one & other)
    return one == other or (len(one) > 1 and shared >= _SAME * min(len(one), len(other)))


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))
