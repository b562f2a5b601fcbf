"""Bylines and dates where pages print them, told by the names of their elements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.importing.html.dates import stated_date

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_AUTHOR_MARKS = (
    "//*[@rel='author' or @itemprop='author' or contains(@itemprop, 'author')]",
    "//*[contains(concat(' ', @class, ' '), ' byline ') or contains(@class, 'author-name')"
    " or contains(@class, 'byline__') or contains(@class, 'author__name')"
    " or contains(@class, 'authorName') or contains(@class, 'author-link')"
    " or contains(concat(' ', @class, ' '), ' author ')]",
    "//*[contains(@class, 'byline') or contains(@class, 'Byline')"
    " or contains(@class, 'entry-author') or contains(@class, 'post-author')"
    " or contains(@class, 'article-author') or contains(@class, 'authors')]",
)
# Comments, lists of other articles and the box about the author have names of their own.
_ELSEWHERE = re.compile(
    r"comment|related|recommend|promo|sidebar|teaser|widget|popular|more-", re.I
)
_DATE_MARKS = (
    "//*[@itemprop='datePublished' or @property='datePublished']",
    "//time[@pubdate or contains(@class, 'publish') or contains(@class, 'entry-date')]",
    "//*[self::span or self::p or self::div or self::li][contains(@class, 'published')"
    " or contains(@class, 'pubdate') or contains(@class, 'post-date')"
    " or contains(@class, 'publish-date') or contains(@class, 'entry-date')]",
    "//time",
)
_CHANGED = re.compile(r"updat|modif|edited|last", re.IGNORECASE)
_SHORT = 90  # characters of a byline or a date line

_MOST = 500  # elements that are looked at


def printed_authors(tree: HtmlElement) -> Iterator[list[str]]:
    """What stands where pages print their authors; only the first place counts."""
    for marks in _AUTHOR_MARKS:
        for element in tree.xpath(marks)[:_MOST]:
            words = _words(element)
            if 0 < sum(map(len, words)) <= _SHORT and not _is_elsewhere(element):
                yield words
                break


def _words(element: HtmlElement) -> list[str]:
    texts = [element.get("content") or "", *element.itertext()]
    return [words for text in texts if (words := " ".join(text.split()))]


def _is_elsewhere(element: HtmlElement) -> bool:
    return any(
        _ELSEWHERE.search(f"{parent.get('class', '')} {parent.get('id', '')}")
        for parent in (element, *element.iterancestors("div", "section", "aside", "li", "ol", "ul"))
    ) or any(True for _ in element.iterancestors("aside", "footer"))


def printed_dates(tree: HtmlElement) -> Iterator[str]:
    """Dates in the places that pages print theirs in, if a place has one only."""
    for marks in _DATE_MARKS:
        found = [
            element.get("datetime") or element.get("content") or element.text_content()
            for element in tree.xpath(marks)[:_MOST]
            if not _is_elsewhere(element) and not _is_change(element)
        ]
        days = {when.iso[:10] for line in found if (when := stated_date(line[: 2 * _SHORT]))}
        if len(days) == 1:
            yield from found


def _is_change(element: HtmlElement) -> bool:
    said = f"{element.get('class', '')} {element.text_content()[:_SHORT]}"
    return bool(_CHANGED.search(said)) and "publish" not in said.casefold()
