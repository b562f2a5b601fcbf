"""The inside of an EPUB file: its members, what it says of itself, and their order."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from reader.importing.extras import needed
from reader.importing.found import LARGEST, Refused
from reader.importing.html.coding import markup
from reader.importing.stamps import moment
from reader.model import When
from reader.text.safety import clean

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_MEMBERS = 20_000
_MOST_BYTES = 3 * LARGEST  # of all members that are read
_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
# Fonts that are only veiled against copying; the text is open.
_VEILED = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
_DAMAGED = "it is no e-book, or it is damaged"


class Archive:
    """The members of a ZIP archive, read in memory and never more than is sane."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        """Raises Refused if there are too many members."""
        self._archive = archive
        if len(archive.infolist()) > _MOST_MEMBERS:
            raise Refused(f"it has more than {_MOST_MEMBERS:,} parts")
        self._left = _MOST_BYTES

    def __contains__(self, name: str) -> bool:
        return name in self._archive.NameToInfo

    def names(self) -> list[str]:
        """The names of all members."""
        return self._archive.namelist()

    def data(self, name: str) -> bytes:
        """The bytes of a member; raises Refused."""
        if name.startswith("/") or ".." in name.split("/"):
            raise Refused("it leads out of the book")
        if name not in self:
            raise Refused("it is missing in the book")
        if self._archive.getinfo(name).flag_bits & 1:
            raise Refused("it is encrypted")
        most = min(LARGEST, self._left)
        try:
            with self._archive.open(name) as member:
                data = member.read(most + 1)
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError) as error:
            raise Refused("it is damaged") from error
        if len(data) > most:
            raise Refused(
                f"it unpacks to more than {LARGEST / 1e6:.0f} MB"
                if most == LARGEST
                else f"the book unpacks to more than {_MOST_BYTES / 1e6:.0f} MB"
            )
        self._left -= len(data)
        return data

    def text(self, name: str) -> str:
        """A page of the book."""
        return markup(self.data(name))

    def tree(self, name: str) -> _Element:
        """A member that is XML, its entities left alone; raises Refused if it is not sound."""
        try:
            from lxml import etree
        except ImportError as error:
            raise needed("web", "e-books") from error
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
        )
        try:
            return etree.fromstring(self.data(name), parser)
        except etree.XMLSyntaxError as error:
            raise Refused(_DAMAGED) from error


@dataclass(frozen=True, slots=True)
class Book:
    """What an e-book says of itself."""

    title: str | None
    creators: tuple[str, ...]
    publisher: str | None
    published: When | None
    language: str | None
    spine: tuple[str, ...]
    """The names of its pages in reading order; one that leads out of the archive as written."""


def opened(archive: Archive) -> Book:
    """The book in an archive; raises Refused if it is damaged or locked."""
    if _CONTAINER not in archive:
        raise Refused(_DAMAGED)
    roots = archive.tree(_CONTAINER).xpath("//*[local-name()='rootfile']/@full-path")
    root = next((str(path) for path in roots if str(path) in archive), None)
    if root is None:
        raise Refused(_DAMAGED)
    package = archive.tree(root)
    spine = _spine(package, posixpath.dirname(root))
    if locked := _locked(archive) & set(spine):
        raise Refused(
            "it is locked by digital rights management"
            if len(locked) == len(set(spine))
            else f"{len(locked)} of its {len(set(spine))} pages are encrypted"
        )
    languages = _said(package, "language")
    return Book(
        title=next(iter(_said(package, "title")), None),
        creators=tuple(_said(package, "creator"))[:20],
        publisher=next(iter(_said(package, "publisher")), None),
        published=_published(package),
        language=languages[0][:2].lower() if languages and languages[0][:2].isalpha() else None,
        spine=spine,
    )


def _spine(package: _Element, folder: str) -> tuple[str, ...]:
    items = {
        item.get("id"): item for item in package.xpath("//*[local-name()='manifest']/*[@href]")
    }
    found: list[str] = []
    for entry in package.xpath("//*[local-name()='spine']/*/@idref"):
        item = items.get(str(entry))
        if item is None or "nav" in (item.get("properties") or "").split():
            continue
        if "html" in (item.get("media-type") or "html"):
            found.append(member(folder, item.get("href")))
    return tuple(dict.fromkeys(found))


def member(folder: str, href: str) -> str:
    """The name of the member that a reference in this folder means; never one outside.

    Names that lead out of the archive stay as they are, and no member is called like that.
    """
    path = unquote(href.partition("#")[0])
    name = posixpath.normpath(posixpath.join(folder, path))
    return href if path.startswith("/") or name.startswith("..") else name


def _locked(archive: Archive) -> set[str]:
    """The members that are encrypted."""
    if _ENCRYPTION not in archive:
        return set()
    found: set[str] = set()
    for entry in archive.tree(_ENCRYPTION).xpath("//*[local-name()='EncryptedData']"):
        methods = entry.xpath("./*[local-name()='EncryptionMethod']/@Algorithm")
        if any(str(method) in _VEILED for method in methods):
            continue
        for uri in entry.xpath(".//*[local-name()='CipherReference']/@URI"):
            found.add(member("", str(uri)))
    return found


def _words(element: _Element) -> str:
    # Its text alone: what is left of an entity is none.
    return "".join(map(str, element.xpath(".//text()")))


def _said(package: _Element, name: str) -> list[str]:
    """The values of one of the Dublin Core elements."""
    found = package.xpath("//*[local-name()='metadata']//*[local-name()=$name]", name=name)
    lines = (" ".join(clean(_words(element)).split())[:500] for element in found)
    return [line for line in lines if line and line.casefold() not in ("unknown", "und")]


def _published(package: _Element) -> When | None:
    """The day of publication; files also say when they were made and changed."""
    for element in package.xpath("//*[local-name()='metadata']//*[local-name()='date']"):
        events = [value for key, value in element.attrib.items() if str(key).endswith("event")]
        if not events or "publication" in str(events[0]):
            date = moment(_words(element))
            # calibre writes the year 101 for an unknown one.
            if date and date.first.year > 1400:
                return date
    return None
