"""A web page as a tree, made safe and ready for finding its article."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from reader.importing.extras import needed
from reader.importing.found import Refused
from reader.text.safety import clean

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_INVALID = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
# Patterns are tried on classes and ids; page builders write some hundred characters into them.
_LONGEST_ATTRIBUTE = 300
_SHOWN_LATER = re.compile(r"tooltip|pop-?(?:up|over)|roll-?over|hover-?card", re.IGNORECASE)
_SPOKEN = re.compile(r"\bsr-only|screen-?reader|visually-?hidden", re.IGNORECASE)
_HEADING = re.compile(r"sub-?head(?:line|er|ing)?|cross-?head(?:ing)?|inter-?title", re.IGNORECASE)
_POST = re.compile(r"twitter-(?:tweet|video)|instagram-media|tiktok-embed|bluesky-embed|fb-post")
_LONGEST_HEADING = 200
_MID_SENTENCE = re.compile(r"[\w,;’'\"“(–-]\s*$")
_GOES_ON = re.compile(r"\s*[a-z]|\s+\w|[,.;]")
_PARAGRAPH = 80  # characters that tell a paragraph of an article from a line of a list
# News pages have some thousand; books in one page have more, and finding an article is then slow.
_MOST_ELEMENTS = 15_000
_MOST_DEPTHS = 1_000_000  # sum of the depths at which their tags stand
_MOST_NAMES = 500_000  # characters in all classes, ids and styles
_MOST_POSTS = 100
_NAMES = ("class", "id", "style")
_HEADS = ("h2", "h3", "h4", "h5", "h6")


def parsed(page: str) -> HtmlElement:
    """The tree of a page, without comments; raises Refused if there is nothing in it."""
    try:
        from lxml import etree
        from lxml.html import HTMLParser, document_fromstring
    except ImportError as error:
        raise needed("web", "web pages") from error
    # Nothing is fetched and no entity expanded; trees are at most 256 elements deep.
    parser = HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        tree = document_fromstring(_INVALID.sub("", clean(page)).encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise Refused("there is no article text in it") from error
    _shorten_names(tree)
    return tree


def prepare(tree: HtmlElement) -> None:
    """Undo what keeps words of the article from being found, and take out what is not seen."""
    for element in list(tree.iter("span", "a")):
        # Anchors mark places; taken out later, they would take the words after them along.
        if not any(words.strip() for words in element.itertext()):
            element.drop_tree()
    for element in list(tree.iter("template")):
        # Scripts may put it on the page later; only roots of a shadow are shown as they are.
        if element.get("shadowrootmode") is None:
            element.drop_tree()
    for element in list(tree.iter("span", "div")):
        if _is_shown_later(element):
            element.drop_tree()
    for element in list(tree.iter("span")):
        if _in_sentence(element):
            _forget_names(element)
    for element in list(tree.iter("div")):
        if _HEADING.search(element.get("class", "")) and _is_line(element):
            element.tag = "h3"
            _forget_names(element)
    sections: dict[HtmlElement, bool] = {}
    for element in list(tree.iter(*_HEADS)):
        _plain_heading(element, sections)
    for element in list(islice(tree.iter("blockquote"), _MOST_POSTS)):
        if _POST.search(element.get("class", "")):
            _quoted_post(element)


def _is_shown_later(element: HtmlElement) -> bool:
    """Whether an element interrupts a paragraph with what is shown on touch, or only spoken.

    What is always seen has such a name, too: it holds the word that is touched and the rest.
    """
    name = element.get("class", "")
    above = list(element.iterancestors())
    if not any(parent.tag in ("p", "li", "h1") for parent in above):
        return False
    if _SPOKEN.search(name):
        return True
    return bool(_SHOWN_LATER.search(name)) and any(
        _SHOWN_LATER.search(parent.get("class", "")) for parent in above[:3]
    )


def _in_sentence(span: HtmlElement) -> bool:
    """Whether the words before or after a span make one sentence with it."""
    before, parent = span.getprevious(), span.getparent()
    if parent is None or parent.tag not in ("p", "li", "em", "strong"):
        return False
    said = (parent.text if before is None else before.tail) or ""
    return bool(_MID_SENTENCE.search(said) and _GOES_ON.match(span.tail or ""))


def _forget_names(element: HtmlElement) -> None:
    for name in _NAMES:
        element.attrib.pop(name, None)


def _is_line(element: HtmlElement) -> bool:
    inner = {child.tag for child in element.iterdescendants()}
    text = element.text_content().strip()
    return 0 < len(text) <= _LONGEST_HEADING and not inner & {"p", "div", "ul", "h1", "h2", "a"}


def _plain_heading(element: HtmlElement, sections: dict[HtmlElement, bool]) -> None:
    """Headings with blocks in them, and those that link to what their section is about.

    `sections` remembers which elements hold the paragraphs of an article.
    """
    for block in list(element.iter("div", "p")):
        block.drop_tag()
    parent, following = element.getparent(), element.getnext()
    if parent is None or following is None or following.tag != "p" or element.find(".//a") is None:
        return
    if parent not in sections:
        sections[parent] = _has_paragraphs(parent)
    if sections[parent]:
        for link in element.findall(".//a"):
            link.drop_tag()


def _has_paragraphs(parent: HtmlElement) -> bool:
    """Whether headings in it stand among the paragraphs of an article, not in a list of teasers."""
    long = sum(
        len(paragraph.text_content()) >= _PARAGRAPH for paragraph in parent.iterchildren("p")
    )
    return long >= 3 + sum(1 for _ in parent.iterchildren(*_HEADS))


def _quoted_post(post: HtmlElement) -> None:
    """Keep a post that the article quotes: the names around it make it look like sharing."""
    words = len(post.text_content().split())
    _forget_names(post)
    for parent in post.iterancestors("div", "section", "figure", "aside"):
        if len(parent.text_content().split()) > 1.5 * words:
            break
        _forget_names(parent)
        parent.tag = "div"


def is_heavy(tree: HtmlElement) -> bool:
    """Whether finding the article among so many or so deep elements would take many seconds."""
    from lxml.etree import iterwalk

    elements = depth = depths = 0
    for event, _ in iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        elements += event == "start"
        depths += depth
        if elements > _MOST_ELEMENTS or depths > _MOST_DEPTHS:
            return True
    return False


def _shorten_names(tree: HtmlElement) -> None:
    """Cut the names that patterns are tried on, and forget them where they are too many."""
    total = 0
    for element in tree.iter():
        for name in _NAMES:
            value = element.get(name)
            if value is not None:
                total += len(value)
                if total > _MOST_NAMES:
                    del element.attrib[name]
                elif len(value) > _LONGEST_ATTRIBUTE:
                    element.set(name, value[:_LONGEST_ATTRIBUTE])
