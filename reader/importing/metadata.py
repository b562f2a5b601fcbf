"""What front matter says of an article, in the types that the program has for it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.importing.frontmatter import Matter, items, unquoted
from reader.importing.written_dates import read_date
from reader.model import When
from reader.text.safety import clean

_NOTHING = frozenset(("", "~", "null", "Null", "NULL"))
_LANGUAGE = re.compile(r"([a-zA-Z]{2})(?:[-_][a-zA-Z0-9-]+)?")


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


def known(matter: Matter) -> Known:
    """Read the entries; the first of two with one key holds, the other is kept as extra."""
    values: dict[str, str] = {}
    extra: list[tuple[str, str]] = []
    for key, written in matter.entries:
        name = key.casefold()
        if name in _READ and name not in values:
            values[name] = written
        else:
            extra.append((_line(key), _line(unquoted(written))))
    published = read_date(_line(unquoted(values.get("published", ""))))
    language = _LANGUAGE.fullmatch(_line(unquoted(values.get("language", ""))))
    for name, read in (("published", published), ("language", language)):
        if name in values and not read and values[name] not in _NOTHING:
            extra.append((name, _line(unquoted(values[name]))))
    return Known(
        title=_value(values, "title"),
        outlet=_value(values, "outlet"),
        byline=_value(values, "byline"),
        published=published,
        url=_value(values, "url"),
        language=language[1].lower() if language else None,
        tags=tuple(dict.fromkeys(_line(tag) for tag in items(values.get("tags", "")))),
        extra=tuple(extra),
    )


_READ = frozenset(("title", "outlet", "byline", "published", "url", "language", "tags"))


def _value(values: dict[str, str], name: str) -> str | None:
    written = values.get(name, "")
    return None if written.strip() in _NOTHING else _line(unquoted(written)) or None


def _line(value: str) -> str:
    """One line without control characters, which escapes can smuggle in."""
    return " ".join(clean(value).split())
