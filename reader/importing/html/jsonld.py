"""What a page states of its article as JSON-LD (schema.org), however carelessly it is written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Node = Mapping[str, Any]

_ARTICLE = re.compile(
    r"(?:\w*Article|Report|BlogPosting|LiveBlogPosting|SocialMediaPosting|Review|\w+Review)"
)
_PAGE = re.compile(r"\w*WebPage|ItemPage|AboutPage")
# Where the article itself may stand; other keys lead to what it is part of, or speaks of.
_INTO = ("@graph", "mainEntity", "mainEntityOfPage")
_MOST_NODES = 2_000
_WRAPPING = re.compile(r"^\s*(?:<!\[CDATA\[|<!--|//\s*<!\[CDATA\[)|(?:\]\]>|-->|//\s*\]\]>)\s*$")
_STRING_OR_COMMA = re.compile(r'"(?:[^"\\]|\\.)*(?:"|\Z)|,(?=\s*[}\]])', re.DOTALL)


def nodes(scripts: Sequence[str]) -> list[Node]:
    """The objects at the top of the blocks, in their order; broken blocks are passed over."""
    found: list[Node] = []
    for script in scripts:
        found.extend(_nodes(_loaded(script), _MOST_NODES - len(found)))
    return found


def article(found: Sequence[Node], urls: Sequence[str], titles: Sequence[str]) -> Node:
    """The one that is the page's article; an empty one if none is, or none can be told.

    Of several, the one that names one of the addresses or titles of the page.
    """
    named = [node for node in found if _is(node, _ARTICLE) and len(node) > 2]
    for node in named:
        if _addresses(node) & {_bare(url) for url in urls}:
            return node
    folded = {_folded(title) for title in titles}
    for node in named:
        if _folded(text(node.get("headline")) or text(node.get("name"))) in folded:
            return node
    headlines = {_folded(text(node.get("headline"))) for node in named}
    return named[0] if named and len(headlines) == 1 else {}


def web_page(found: Sequence[Node]) -> Node:
    """The object that describes the page itself; an empty one if none does."""
    return next((node for node in found if _is(node, _PAGE)), {})


def resolved(value: object, found: Sequence[Node]) -> list[object]:
    """The things that a property names, those given by `@id` looked up."""
    things = value if isinstance(value, list) else [value]
    known = {node["@id"]: node for node in found if isinstance(node.get("@id"), str)}
    return [
        known.get(thing.get("@id", ""), thing)
        if isinstance(thing, dict) and not text(thing.get("name")) and _hashable(thing.get("@id"))
        else thing
        for thing in things
        if thing
    ]


def text(value: object) -> str:
    """A string as it is, the first of several; otherwise an empty one."""
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("@value")
    return value if isinstance(value, str) else ""


def _loaded(script: str) -> object:
    written = _WRAPPING.sub("", script).strip().rstrip(";")
    for form in (written, _STRING_OR_COMMA.sub(_without_comma, written)):
        try:
            # Not strict: pages have line ends and tabs within strings.
            return json.JSONDecoder(strict=False).raw_decode(form)[0]
        except (ValueError, RecursionError):
            continue
    return None


def _without_comma(match: re.Match[str]) -> str:
    return "" if match[0] == "," else match[0]


def _nodes(value: object, most: int) -> Iterator[Node]:
    waiting = [value]
    while waiting and most > 0:
        thing = waiting.pop(0)
        if isinstance(thing, list):
            waiting[:0] = thing[:most]
        elif isinstance(thing, dict):
            most -= 1
            yield thing
            waiting[:0] = [thing[key] for key in _INTO if isinstance(thing.get(key), dict | list)]


def _is(node: Node, kind: re.Pattern[str]) -> bool:
    types = node.get("@type")
    return any(
        isinstance(name, str) and kind.fullmatch(name.rsplit("/", 1)[-1])
        for name in (types if isinstance(types, list) else [types])
    )


def addresses(node: Node) -> list[str]:
    """The addresses that an article says it has, that of its page first."""
    whole = node.get("mainEntityOfPage")
    inner = whole.get("@id") or whole.get("url") if isinstance(whole, dict) else whole
    named = (inner, node.get("url"), node.get("@id"))
    return [written for value in named if (written := text(value))]


def _addresses(node: Node) -> set[str]:
    return {_bare(value) for value in addresses(node)}


def _bare(url: object) -> str:
    return re.sub(r"^https?://(?:www\.)?|[?#].*$", "", text(url)).rstrip("/")


def _folded(title: str) -> str:
    return " ".join(re.findall(r"\w+", title.casefold()))


def _hashable(value: object) -> bool:
    return isinstance(value, str)
