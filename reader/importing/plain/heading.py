"""What stands between title and text: who wrote it and when, if it plainly says so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from reader.importing.plain.furniture import is_body
from reader.importing.plain.phrasebook.words import parts
from reader.importing.plain.phrases import LANGUAGES, folded, one_of
from reader.importing.written_dates import read_date
from reader.model import When

_MOST_LINES = 4  # title, subtitle, byline, date: what comes later belongs to the text
_LONGEST = 200  # characters
_PARTS = re.compile(r"[ ]+[|•·–—-][ ]+|[ ]*[|•·][ ]*")


def _all(field: str) -> frozenset[str]:
    of = attrgetter(field)
    return frozenset(phrase for words in LANGUAGES.values() for phrase in parts(of(words)))


_BY = _all("by")
_BYLINE = re.compile(
    rf"(?:{one_of(frozenset(by for by in _BY if by[-1] != ':'))}:?"
    rf"|{one_of(frozenset(by[:-1] for by in _BY if by[-1] == ':'))}[ ]?:)[ ]+(?P<who>\S.*)",
    re.I,
)
_UPDATED = _all("updated")
_DATED = re.compile(
    rf"(?P<what>{one_of(_UPDATED | _all('published'))})[ ]*[:.]?[ ]+(?P<date>\S.*)", re.I
)
# `Publié le 12 mars 2025, mis à jour le 13 mars 2025`
_ALSO = re.compile(rf"[ ]*[,;(]?[ ]+\(?(?={one_of(_UPDATED)}\b)", re.I)
_NAME_WORD = re.compile(r"[^\W\d_][\w.'’-]*,?")
_SMALL = frozenset(
    "and & with of for the de da di del der den van von la le el al bin y e und et desk staff "
    "reporter reporters correspondent correspondents writer writers editor editors agencies news "
    "newsroom team bureau contributor columnist special to und et i och og ja en do dos das af zu "
    "zur redaktion rédaction redacción redazione redação redactie redaksjonen redaktionen "
    "redakcja toimitus dpa afp efe ansa tt anp ntb pap lusa reuters".split()
)
_MOST_NAME_WORDS = 10


@dataclass(frozen=True, slots=True)
class Heading:
    """Byline and date of a text, and the lines they took up."""

    byline: str | None = None
    published: When | None = None
    lines: tuple[int, ...] = ()


def read_heading(lines: Sequence[str], content: Sequence[int]) -> Heading:
    """Read the first content lines below the title, up to the first paragraph.

    A line is taken only if all of it is byline and date; what is only a date of change is taken
    for none of publication.
    """
    byline: str | None = None
    published: When | None = None
    taken: list[int] = []
    for index in content[:_MOST_LINES]:
        if is_body(lines[index]):
            break
        for who, when in (read := _parts(lines[index])):
            byline = byline or who
            published = published or (when if isinstance(when, When) else None)
        if read:
            taken.append(index)
    return Heading(byline, published, tuple(taken))


def is_heading_line(line: str) -> bool:
    """Whether all of a line is byline and date."""
    return bool(_parts(line))


def _parts(line: str) -> list[tuple[str | None, When | str | None]]:
    """Byline or date of each part of a line; empty if any part is neither."""
    if len(line) > _LONGEST:
        return []
    # Most lines are prose, and the patterns are long.
    whole = [(_byline(line.strip()), _date(line.strip()))]
    if whole != [(None, None)]:
        return whole
    read = [(_byline(part), _date(part)) for part in _split(line.strip()) if part]
    return [] if (None, None) in read else read


def _split(line: str) -> list[str]:
    return [part.rstrip(")") for each in _PARTS.split(line) for part in _ALSO.split(each)]


def _byline(part: str) -> str | None:
    match = _BYLINE.fullmatch(part)
    if match is None:
        return None
    words = match["who"].split()
    plain = [word.strip(",").casefold() in _SMALL for word in words]
    fits = all(
        small or (_NAME_WORD.fullmatch(word) and word[0].isupper())
        for small, word in zip(plain, words, strict=True)
    )
    # "By Design" and "By the numbers" are subheadings.
    if not fits or not 2 <= len(words) <= _MOST_NAME_WORDS or words[0].islower():
        return None
    return match["who"]


def _date(part: str) -> When | str | None:
    """A date of publication, the words of a date of change, or None for anything else."""
    labelled = _DATED.fullmatch(part)
    when = read_date(labelled["date"] if labelled else part)
    if when is None or not when.exact:
        return None
    return part if labelled and folded(labelled["what"]) in _UPDATED else when
