"""A web page turned into a draft of its article."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence, Set
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from reader.importing.found import LARGEST, Refused, too_large
from reader.importing.html.coding import markup
from reader.importing.html.cutting import other_articles
from reader.importing.html.fragments import fragment, paragraphs
from reader.importing.html.lines import Line, lines, plain_lines
from reader.importing.html.meta import Facts, facts, stated, stated_body
from reader.importing.html.tree import is_heavy, parsed, prepare
from reader.importing.plain.cleaning import Cleaned, by_lines, mended
from reader.model import Draft, Removed
from reader.text.language import language

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["fragment", "page"]

NO_ARTICLE = "there is no article text in it"
# One sentence of a brief; scripts without spaces say as much in a third of the characters.
_SHORTEST = 100
_DENSE = 3
_FIRST_DENSE = "\u2e80"
_LINKED = 0.8
# Precise extraction now and then takes one section for all; then what is looser has far more.
_SUSPICIOUS = 800
_FAR_MORE = 2.0
# What the page states as its text is taken where the extraction has less than this share of it.
_LOST = 0.5
# A list of links without any structure comes out as very few lines.
_RUN_TOGETHER, _MOST_LINKS = 3, 500
# Walls are short: an article may speak of robots and passwords.
_LONGEST_WALL = 900
_WALL = re.compile(
    r"(?:enable|turn on|activate|supports?|requires?|without|disabled?) (?:\w+ ){0,3}java ?script"
    r"|java ?script (?:is|must be|has been) |are you a robot"
    r"|you(?:'re| are) (?:not )?a (?:human|robot)"
    r"|verify (?:that )?you are|checking your browser|unusual (?:activity|traffic)|captcha"
    r"|access (?:to this page has been )?denied|(?:forgot|reset) (?:your )?password"
    r"|(?:log|sign) in (?:to|with) |page (?:not found|could not be found|you requested)"
    r"|(?:this|the) page (?:does not|doesn't|no longer) exist",
    re.IGNORECASE,
)


def page(
    data: bytes, source: str, *, charset: str | None = None, address: str | None = None
) -> Draft:
    """The article of a web page; raises Refused with the reason if there is none.

    `charset` is what HTTP said, `address` the URL that it was fetched from.
    """
    if len(data) > LARGEST:
        raise Refused(too_large(len(data)))
    written = markup(data, charset)
    if not written.strip():
        raise Refused("it is empty")
    tree = parsed(written)
    said = stated(tree, address)
    known = facts(said, address)
    entries = _article(tree, stated_body(said))
    found = _cleaned(entries, known.title)
    return _draft(known, found, source)


def _draft(known: Facts, found: Cleaned, source: str) -> Draft:
    spoken = language(found.text)
    return Draft(
        text=found.text,
        source=source,
        title=known.title or found.title,
        outlet=known.outlet,
        byline=known.byline or found.byline,
        published=known.published or found.published,
        url=known.url,
        language=spoken or known.language,
        removed=found.removed,
    )


def _article(tree: HtmlElement, whole: Sequence[Line]) -> list[Line]:
    """The lines of the article, by the surest way that gives enough of it.

    `whole` is what the page states as its text. Raises Refused if there is no article.
    """
    asks_password = bool(tree.xpath("//input[@type='password']"))
    best = plain_lines(paragraphs(tree)) if is_heavy(tree) else _found(tree)
    if _weight(best) < _LOST * _weight(whole):
        best = list(whole)
    told = " ".join(line.text for line in best if line.linked < _LINKED)
    if _weight(best) < _SHORTEST or _is_wall(told, asks_password):
        raise Refused(NO_ARTICLE)
    if len(best) <= _RUN_TOGETHER and _is_links(told, tree):
        raise Refused(NO_ARTICLE)
    return best


def _found(tree: HtmlElement) -> list[Line]:
    prepare(tree)
    precise = lines(tree)
    if _weight(precise) >= _SUSPICIOUS:
        return precise
    looser = lines(tree, precise=False)
    return looser if _weight(looser) > _FAR_MORE * _weight(precise) else precise


def _cleaned(entries: Sequence[Line], title: str | None) -> Cleaned:
    """The lines without those that lead elsewhere and without furniture; all cut ones kept."""
    cut = other_articles(entries)
    told = [line for index, line in enumerate(entries) if index not in cut]
    found = by_lines(_joined(told), title=title)
    return mended(replace(found, removed=_merged(entries, cut, found)) if cut else found)


def _joined(entries: Sequence[Line]) -> str:
    return "".join(
        "\n" * (line.opens and index > 0) + line.text + "\n" for index, line in enumerate(entries)
    )


def _merged(entries: Sequence[Line], cut: Set[int], found: Cleaned) -> tuple[Removed, ...]:
    """The lines that were cut here and in cleaning, in their order, with their places."""
    cleaning = deque(found.removed)
    merged: list[Removed] = []
    at = 0
    for index, line in enumerate(entries):
        if index in cut:
            merged.append(Removed(line.text, at))
        elif cleaning and cleaning[0].text == line.text:
            merged.append(cleaning.popleft())
        elif found.text.startswith(line.text, at):
            end = at + len(line.text)
            at = end + len(found.text[end : end + 2]) - len(found.text[end : end + 2].lstrip("\n"))
    return (*merged, *cleaning)


def _weight(entries: Sequence[Line]) -> int:
    """Characters of the lines that are not links, those of dense scripts counted threefold."""
    return sum(
        _DENSE if char >= _FIRST_DENSE else 1
        for line in entries
        if line.linked < _LINKED
        for char in line.text
    )


def _is_links(told: str, tree: HtmlElement) -> bool:
    """Whether there is hardly a word in a text that is not a link's."""
    rest = told
    for link in islice(tree.iter("a"), _MOST_LINKS):
        if words := " ".join(link.text_content().split()):
            rest = rest.replace(words, " ")
    return len("".join(rest.split())) < (1 - _LINKED) * len("".join(told.split()))


def _is_wall(text: str, asks_password: bool) -> bool:
    return len(text) <= _LONGEST_WALL and (asks_password or bool(_WALL.search(text)))
