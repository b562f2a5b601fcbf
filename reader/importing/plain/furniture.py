"""Which lines of a page are furniture: put there by the page, not by the article."""

from __future__ import annotations

import re
from enum import Enum

from reader.importing.plain.notices import is_notice, is_notice_around
from reader.importing.plain.phrases import (
    ACTIONS,
    ANYWHERE,
    AROUND,
    BESIDE,
    LABELS,
    LIST_HEADERS,
    SERVICES,
    folded,
)
from reader.importing.plain.widgets import is_widget

_LONGEST = 400  # characters; the longest notices that pages repeat below their articles
_LONGEST_PHRASE = 100  # characters; more than the longest entry of the lists

_LONGEST_ROW = 200  # characters
_CELLS = re.compile(r"[|·•/–—]|  +|\t")
_END = re.compile(r"[.…。]+[\"'”’»)\]*_]*$")
_END_LOUD = re.compile(r"[?!？！]+[\"'”’»)\]*_]*$")
_TAIL = 20  # characters that show how a line ends; all of it could take quadratic time
_FEWEST_IN_SENTENCE = 6
# The longest of 10,000 headlines has 27 words; questions and exclamations among headlines are
# shorter than most sentences of that kind.
LONGEST_HEADLINE = 27
_LONGEST_LOUD_HEADLINE = 18


class Kind(Enum):
    """What a line can be told to be by itself."""

    FURNITURE = "furniture"
    """Put there by the page, wherever it stands."""
    WIDGET = "widget"
    """The same, but put there within articles: it says nothing of the lines around it."""
    AROUND = "around"
    """Furniture if it stands above or below all paragraphs."""
    BODY = "body"
    """A paragraph of some article: a sentence, or very long."""
    OTHER = "other"
    """Anything else: headlines, items of lists, menus, captions."""


def kind(line: str) -> Kind:
    """What a line is, told by itself alone."""
    if is_widget(line.strip()):
        return Kind.WIDGET
    if is_furniture(line):
        return Kind.FURNITURE
    if _is_around(line.strip()):
        return Kind.AROUND
    return Kind.BODY if _reads_as_body(line) else Kind.OTHER


def is_furniture(line: str) -> bool:
    """Whether a line is furniture wherever it stands."""
    bare = line.strip()
    if len(bare) > _LONGEST:
        return False
    return _in(ANYWHERE, bare) or is_notice(bare) or _is_button_row(bare)


def is_furniture_around(line: str) -> bool:
    """Whether a line is furniture when it stands above or below all paragraphs."""
    return is_furniture(line) or _is_around(line.strip())


def is_list_header(line: str) -> bool:
    """Whether a line announces a list of other articles."""
    return _in(LIST_HEADERS, line)


def is_label(line: str) -> bool:
    """Whether a line is a label that sites put above headlines and paragraphs."""
    return _in(LABELS, line)


def is_body(line: str) -> bool:
    """Whether a line can only be a paragraph of an article: a sentence, or very long."""
    return _reads_as_body(line) and not is_furniture_around(line)


def _reads_as_body(line: str) -> bool:
    words = len(line.split())
    if words > LONGEST_HEADLINE:
        return True
    if _END.search(line[-_TAIL:]):
        return words >= _FEWEST_IN_SENTENCE or not line.isascii()
    return words > _LONGEST_LOUD_HEADLINE and bool(_END_LOUD.search(line[-_TAIL:]))


def is_headline(line: str) -> bool:
    """Whether a line may be a headline in a list: short, and no full stop."""
    bare = line.strip()
    return len(bare.split()) <= LONGEST_HEADLINE and not _END.search(bare[-_TAIL:])


def _is_around(bare: str) -> bool:
    if len(bare) > _LONGEST:
        return False
    return (
        _in(AROUND, bare)
        or is_notice_around(bare)
        or _is_row(bare)
        or any(word in SERVICES for word in _button_words(bare))
    )


def _in(phrases: frozenset[str], line: str) -> bool:
    return len(line) <= _LONGEST_PHRASE and folded(line) in phrases


def _is_button_row(line: str) -> bool:
    """Whether a line is a row of share buttons; a subheading may name services, too."""
    words = _button_words(line)
    return any(word in SERVICES for word in words) and any(word in ACTIONS for word in words)


def _button_words(line: str) -> list[str]:
    """The words of a line that has nothing but words of share buttons, else none."""
    if len(line) > _LONGEST_PHRASE:
        return []
    words = [word for word in re.split(r"[\s|·•,/]+", line.casefold()) if word]
    known = all(word in SERVICES or word in ACTIONS or word in BESIDE for word in words)
    return words if known else []


def _is_row(line: str) -> bool:
    """Whether a line has nothing but buttons or footers (`Impressum | Datenschutz | AGB`)."""
    if len(line) > _LONGEST_ROW:
        return False
    cells = [cell for cell in _CELLS.split(line) if cell.strip()]
    return len(cells) > 1 and all(folded(cell) in AROUND for cell in cells)
