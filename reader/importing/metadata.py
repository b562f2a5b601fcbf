"""What front matter says of an article, in the types that the program has for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from reader.importing.frontmatter import Matter, items, unquoted
from reader.importing.stamps import moment
from reader.model import When
from reader.text.safety import clean

T = TypeVar("T")

_NOTHING = frozenset(("", "~", "null", "Null", "NULL", "[]", '""', "''"))
_LANGUAGE = re.compile(r"([a-zA-Z]{2})(?:[-_][a-zA-Z0-9-]+)?")
_ADDRESS = re.compile(r"https?://[^\s<>]+")
_MARKDOWN_LINK = re.compile(r"\[[^\[\]]*\]\((https?://[^\s()<>]+)\)")
_WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
_SIGNS = re.compile(r"[ ._-]+")
_COMMENT = re.compile(r"[ ]#.*")
# The part of a nested entry that is a person's name; its other parts are institutes and addresses.
_NAME_PART = re.compile(r"name:[ ](.*?)(?:[ ][a-z_-]{2,20}:[ ].*)?")

# Spelled without case, blanks and signs. In order: the first that can be read is taken. Beside our
# own names those of Hugo and Jekyll (date, author, publishDate), Pandoc (lang), Obsidian's Web
# Clipper and Joplin (source: an address), MarkDownload, Zotero by way of Better Notes and Citations
# (publicationTitle, containerTitle, year), CSL (issued), and Readwise (full title, document tags).
# When a page was clipped (created, clipped, date_saved) or last changed is none of them.
_NAMES = {
    "title": "title fulltitle headline",
    "outlet": (
        "outlet publication publicationtitle containertitle newspaper journal journaltitle magazine"
        " sitename site website sourcename source publisher"
    ),
    "byline": "byline author authors by creator creators writer",
    "published": (
        "published publishdate publisheddate publishedat publishedon datepublished pubdate"
        " publicationdate date issued year"
    ),
    "url": (
        "url link source sourceurl canonicalurl canonical originalurl articleurl permalink website"
        " href"
    ),
    "language": "language lang languagecode locale",
    "tags": "tags tag keywords documenttags",
}
# Of these it is said when none of their entries can be read; an address may well be a path of the
# site that the file was written for, and then says nothing about the article.
_TOLD = frozenset(("published", "language"))


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an article; None is not said."""

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: When | None = None
    url: str | None = None
    language: str | None = None
    tags: tuple[str, ...] = ()
    extra: tuple[tuple[str, str], ...] = ()
    """Keys that the program does not know, and values that it cannot read, as written."""
    unread: tuple[tuple[str, str], ...] = ()
    """Dates and languages among them, where no other entry gives one."""


def known(matter: Matter) -> Known:
    """Read the entries; the first of two with one key holds, the other is kept as extra."""
    entries = _Entries(matter.entries)
    title = entries.first("title", _words)
    url = entries.first("url", _address)
    outlet = entries.first("outlet", _outlet)
    byline = entries.first("byline", _people)
    published = entries.first("published", _date)
    language = entries.first("language", _language)
    tags = entries.first("tags", _tags) or ()
    extra, unread = entries.rest(), entries.unread()
    return Known(title, outlet, byline, published, url, language, tags, extra, unread)


class _Entries:
    """Entries, and which of them have said something."""

    def __init__(self, entries: Sequence[tuple[str, str]]) -> None:
        self._all = entries
        self._place: dict[str, int] = {}
        for place, (key, _) in enumerate(entries):
            self._place.setdefault(_SIGNS.sub("", key.casefold()), place)
        self._used: set[int] = set()
        self._unread: set[int] = set()

    def first(self, field: str, read: Callable[[str], T | None]) -> T | None:
        """The value of the first entry for this field that can be read."""
        failed = set()
        for name in _NAMES[field].split():
            place = self._place.get(name)
            if place is None or place in self._used:
                continue
            written = self._all[place][1]
            if written.strip() in _NOTHING or not _line(unquoted(written)):
                self._used.add(place)
            elif (value := read(written)) is not None:
                self._used.add(place)
                return value
            else:
                failed.add(place)
        if field in _TOLD:
            self._unread |= failed
        return None

    def rest(self) -> tuple[tuple[str, str], ...]:
        """Those that said nothing, as written."""
        return tuple(self._put(place) for place in range(len(self._all)) if place not in self._used)

    def unread(self) -> tuple[tuple[str, str], ...]:
        """Those that should have said something and could not be read."""
        return tuple(self._put(place) for place in sorted(self._unread))

    def _put(self, place: int) -> tuple[str, str]:
        key, written = self._all[place]
        return _line(key), _line(unquoted(written))


def _words(written: str) -> str | None:
    return _line(unquoted(written)) or None


def _unlinked(written: str) -> str:
    """Without the brackets of Obsidian's links: `[[People/Ann|Ann]]` is Ann."""
    return _WIKI_LINK.sub(r"\1", written)


def _address(written: str) -> str | None:
    line = _line(unquoted(written))
    if match := _MARKDOWN_LINK.fullmatch(line):
        return match[1]
    return line if _ADDRESS.fullmatch(line) else None


def _outlet(written: str) -> str | None:
    return None if _address(written) else _words(_unlinked(written))


def _people(written: str) -> str | None:
    parts = [_line(part) for part in items(_unlinked(written))]
    named = [match[1] for part in parts if (match := _NAME_PART.fullmatch(part))]
    return ", ".join(part for part in named or parts if part) or None


def _date(written: str) -> When | None:
    return moment(_COMMENT.sub("", _line(unquoted(_unlinked(written)))))


def _language(written: str) -> str | None:
    match = _LANGUAGE.fullmatch(_line(unquoted(written)))
    return match[1].lower() if match else None


def _tags(written: str) -> tuple[str, ...] | None:
    return tuple(dict.fromkeys(_line(tag) for tag in items(_unlinked(written)))) or None


def _line(value: str) -> str:
    """One line without control characters, which escapes can smuggle in."""
    return " ".join(clean(value).split())
