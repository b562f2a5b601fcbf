"""HTML of a feed entry or of a mail as paragraphs of plain text."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from reader.importing.extras import needed
from reader.text.safety import clean

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_NAMES = (
    "a|abbr|article|aside|b|blockquote|body|br|center|cite|code|dd|del|div|dl|dt|em|figcaption"
    "|figure|font|footer|h[1-6]|head|header|hr|html|i|iframe|img|ins|li|link|main|mark|meta|nav"
    "|ol|p|pre|q|s|script|section|small|span|strong|style|sub|sup|svg|table|tbody|td|tfoot|th"
    "|thead|time|title|tr|tt|u|ul|video"
)
_TAG = re.compile(rf"</?(?:{_NAMES})(?:\s[^<>]*|/)?>|<!--|<!doctype", re.IGNORECASE)
# `<` that opens nothing: "a < b", "<3". In HTML it would have to be written `&lt;`.
_LOOSE = re.compile(r"<(?![a-zA-Z/!?])")
_INVALID = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_UNSEEN = frozenset(
    "audio base button canvas embed head iframe img input link map meta noscript object option"
    " script select source style svg template textarea title video".split()
)
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section"
    " summary table tbody tfoot thead tr ul".split()
)
# Lines of one list or one address stand together; other blocks are paragraphs.
_LINES = frozenset(("li", "dt", "dd"))
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE
)
_LONGEST_CELL = 60  # characters of a number, a name, a date
_SPACE = re.compile(r"[^\S\n]+")
_BREAK, _LINE, _PARAGRAPH = "\n", "\x01", "\x02"
_LINES_APART = re.compile(rf"\s*{_LINE}[\s{_LINE}]*")


def fragment(html: str) -> str:
    """Paragraphs with a blank line between, links as their words; plain text stays as it is."""
    if not _TAG.search(html):
        return _plain(html)
    try:
        from lxml import etree
        from lxml.html import HTMLParser, document_fromstring
    except ImportError as error:
        raise needed("web", "web pages") from error
    parser = HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    sound = _INVALID.sub("", _LOOSE.sub("&lt;", clean(html)))
    try:
        tree = document_fromstring(f"<div>{sound}</div>".encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return ""
    return paragraphs(tree)


def paragraphs(tree: HtmlElement) -> str:
    """All words of a tree that are seen, in paragraphs with a blank line between."""
    return _paragraphs(_marked(tree))


def _plain(text: str) -> str:
    if "&" in text:
        text = unescape(text)
    lines = (_SPACE.sub(" ", line).strip() for line in clean(text).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


def _marked(tree: HtmlElement) -> str:
    """The words of the tree with marks where lines and paragraphs begin and end."""
    from lxml.etree import iterwalk

    said: list[str] = []
    kept = 0  # depth within `pre`
    layouts = [True]  # of the rows around
    walk = iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        mark = _LINE if tag in _LINES else _PARAGRAPH if tag in _BLOCKS else ""
        if event == "start":
            if not isinstance(tag, str) or tag in _UNSEEN or _is_hidden(element):
                walk.skip_subtree()
                continue
            kept += tag == "pre"
            if tag == "tr":
                layouts.append(_is_layout(element))
            said.append(_BREAK if tag == "br" else mark)
            said.append(_words(element.text, kept))
        else:
            kept -= tag == "pre" and kept > 0
            if tag == "tr":
                layouts.pop()
            elif tag in ("td", "th"):
                mark = _PARAGRAPH if layouts[-1] else " "
            said.append("" if tag in _UNSEEN else mark)
            said.append(_words(element.tail, kept))
    return "".join(said)


def _is_layout(row: HtmlElement) -> bool:
    """Whether a row of a table holds pieces of a page and no data."""
    if row.find(".//table") is not None or row.find(".//p") is not None:
        return True
    return any(len(cell.text_content().strip()) > _LONGEST_CELL for cell in row.iterchildren("td"))


def _is_hidden(element: HtmlElement) -> bool:
    style = element.get("style")
    return element.get("hidden") is not None or bool(style and _HIDDEN.search(style))


def _words(text: str | None, kept: int) -> str:
    if not text:
        return ""
    return text if kept else re.sub(r"\s+", " ", text)


def _paragraphs(marked: str) -> str:
    paragraphs: list[str] = []
    for block in marked.split(_PARAGRAPH):
        apart = _LINES_APART.sub(_BREAK, block)
        lines = (" ".join(clean(line).split()) for line in apart.split(_BREAK))
        # Two line breaks and more are how old mail makes paragraphs.
        text = re.sub(r"\n{2,}", "\n\n", "\n".join(lines)).strip("\n")
        if text:
            paragraphs.append(text)
    return "\n\n".join(paragraphs)
