"""OPML: lists of feeds, as feed readers give them to each other (opml.org, version 2.0)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote
from xml.etree import ElementTree

from reader.importing.extras import needed
from reader.importing.feeds.markup import document, fault, root, sniffed
from reader.importing.found import LARGEST, Refused, too_large
from reader.importing.web.addresses import sound
from reader.text.safety import clean

if TYPE_CHECKING:
    from lxml.etree import _Element

_LONGEST = 200  # characters of a title or tag that are kept
_INVALID = re.compile("[\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Subscription:
    """A feed in a list of feeds."""

    address: str
    title: str | None = None
    tags: tuple[str, ...] = ()
    """Names of the folders around it, the outermost first, then its categories; each once."""


def is_opml(data: bytes) -> bool:
    """Whether it is a list of feeds."""
    return root(sniffed(data)) == "opml"


def subscriptions(data: bytes) -> tuple[Subscription, ...]:
    """The feeds of a list, each address once with the tags of all its places; raises Refused.

    What is no web address is handed on as it is written, for whoever follows feeds to refuse.
    """
    if len(data) > LARGEST:
        raise Refused(too_large(len(data)))
    found: dict[str, Subscription] = {}
    for one in _feeds(_body(data), ()):
        old = found.get(one.address, one)
        tags = tuple(dict.fromkeys((*old.tags, *one.tags)))
        found[one.address] = Subscription(one.address, old.title or one.title, tags)
    return tuple(found.values())


def opml(subscriptions: Iterable[Subscription], title: str) -> str:
    """The list as a document: a folder for each first tag, all tags of a feed in its category."""
    document = ElementTree.Element("opml", version="2.0")
    head = ElementTree.SubElement(document, "head")
    ElementTree.SubElement(head, "title").text = _line(title)
    body = ElementTree.SubElement(document, "body")
    folders: dict[str, ElementTree.Element] = {}
    for one in subscriptions:
        tags = _names(one.tags)
        place = body
        if tags:
            folder = folders.get(tags[0])
            if folder is None:
                folder = ElementTree.SubElement(body, "outline", _labels(tags[0]))
                folders[tags[0]] = folder
            place = folder
        labels = _labels(_line(one.title or "") or one.address)
        kind = {"type": "rss", "xmlUrl": one.address}
        outline = ElementTree.SubElement(place, "outline", labels | kind)
        if len(tags) > 1:
            outline.set("category", ",".join(map(_packed, tags[1:])))
    ElementTree.indent(document)
    written = ElementTree.tostring(document, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{written}\n'


def _body(data: bytes) -> _Element:
    try:
        from lxml import etree
    except ImportError as error:
        raise needed("web", "lists of feeds") from error
    text = document(data)
    if root(text) != "opml":
        raise Refused("it is no list of feeds")
    broken = fault(text)
    # What is broken is saved as far as it can be: most readers write `&` as it is.
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        tree = etree.fromstring(text.encode(), parser)
    except etree.LxmlError as error:
        raise Refused(f"it is broken XML: {broken or 'nothing can be read'}") from error
    body = None if tree is None else next(tree.iter("{*}body"), None)
    if body is None:
        raise Refused(f"it is broken XML: {broken}" if broken else "it is no list of feeds")
    return body


def _feeds(place: _Element, folders: tuple[str, ...]) -> Iterator[Subscription]:
    for outline in place.iterchildren("{*}outline"):
        said = {name.lower(): value for name, value in outline.attrib.items()}
        title = _line(said.get("title", "")) or _line(said.get("text", ""))
        if "xmlurl" in said:
            address = _spelled(said["xmlurl"])
            if not address:
                continue
            tags = _names((*folders, *_categories(said.get("category", ""))))
            yield Subscription(address, None if title in ("", address) else title, tags)
            yield from _feeds(outline, folders)
        else:
            yield from _feeds(outline, (*folders, title) if title else folders)


def _spelled(address: str) -> str:
    try:
        return sound(address)
    except Refused:
        return _line(address)


def _categories(written: str) -> Iterator[str]:
    """The names in `/news/local,sports`: commas part categories, slashes their levels."""
    for name in re.split("[,/]", written):
        yield unquote(name)


def _packed(name: str) -> str:
    """A name as one category, whatever it is made of."""
    return name.replace("%", "%25").replace(",", "%2C").replace("/", "%2F")


def _labels(name: str) -> dict[str, str]:
    """The attributes that different readers look for a name in."""
    return {"text": name, "title": name}


def _names(written: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in map(_line, written) if name))


def _line(text: str) -> str:
    """A clean one-liner that XML can hold."""
    return " ".join(_INVALID.sub("", clean(text)).split())[:_LONGEST].strip()
