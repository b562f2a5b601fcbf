"""Cuts what people type into the pieces of the query language: words, quotations, signs."""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.search.fields import ALIASES, FIELDS
from reader.search.words import CJK_LETTERS, LETTER, folded

OPERATORS = ("AND", "OR", "NOT")
QUOTES = '"“”„«»'

# A blank may stand behind the name of a field that there is, as people write it.
_KNOWN = f"(?i:{'|'.join((*FIELDS, *ALIASES))})"

# Where an alternative begins decides which it is, so that every piece is found in one pass.
_PIECE = re.compile(
    rf"""(?P<space>\s+)
    |(?P<open>\()
    |(?P<close>\))
    |(?P<minus>-(?=[^\s)-]))
    |(?P<field>[A-Za-z]+:(?=[^\s/)])|{_KNOWN}:\s+(?=[^\s/)]))
    |(?<=:)[\[{{](?P<range>[^\[\]{{}}]*)(?P<shut>[\]}}]|\Z)
    |[{QUOTES}](?P<quote>[^{QUOTES}]*)(?P<end>[{QUOTES}](?:~(?P<near>\d*))?|\Z)
    |(?P<word>[^\s(){QUOTES}]+)""",
    re.VERBOSE,
)

# As reader.search.words has it, with the signs that stand for letters.
_LOOSE_WORD = re.compile(
    rf"[{CJK_LETTERS}]|(?:{LETTER}|[*?])+(?:(?:['’ʼ]|(?<=\d)[.,](?=\d))(?:{LETTER}|[*?])+)*"
)
_SIGNS = re.compile(r"[*?]+")
# An address as a browser has it; how it begins and what comes behind # is one page's as another's.
_ADDRESS = re.compile(r"(?i)https?://(?:www\.)?([^\s/#]+\.[^\s#]*?)/?(?:#.*)?\Z")


class Piece(NamedTuple):
    """One piece of a query, with its place."""

    kind: str
    """space, open, close, minus, field (up to its value), range, quote or word."""
    value: str
    start: int
    end: int
    closed: bool = True
    """Whether a quotation or a range ends with its sign."""
    near: str | None = None
    """The digits behind `~` after a quotation."""


def pieces(text: str) -> list[Piece]:
    """The pieces of a query in order, white space left out."""
    found: list[Piece] = []
    for match in _PIECE.finditer(text):
        kind = match.lastgroup or ""
        if kind in ("end", "near"):
            closed = bool(match["end"])
            place = (match.start(), match.end())
            found.append(Piece("quote", match["quote"], *place, closed, match["near"]))
        elif kind == "shut":
            closed = bool(match["shut"])
            found.append(Piece("range", match["range"], match.start(), match.end(), closed))
        elif kind != "space":
            value = match[kind].rstrip().rstrip(":") if kind == "field" else match[kind]
            found.append(Piece(kind, value, match.start(), match.end()))
    return found


def part_at(text: str, at: int) -> tuple[int, int]:
    """Where the piece of a query begins and ends that stands at an offset, a field with its value.

    Of a group that is not closed and of what is between pieces it is one character.
    """
    found = pieces(text)
    for piece, after in zip(found, [*found[1:], None], strict=True):
        if piece.start <= at < piece.end:
            joined = piece.kind == "field" and after is not None and after.start == piece.end
            return piece.start, after.end if joined and after is not None else piece.end
    return at, at + 1


def address_in(piece: Piece) -> str | None:
    """The part of an address that tells a page, if the piece is one."""
    found = _ADDRESS.match(piece.value) if piece.kind == "word" else None
    return found[1] if found else None


def loose_words(text: str) -> tuple[str, ...]:
    """The folded words of a text, in which `*` and `?` stand for letters; signs alone left out."""
    found = (folded(_SIGNS.sub(_signs, match[0])) for match in _LOOSE_WORD.finditer(text))
    return tuple(word for word in found if word.strip("*?"))


def _signs(match: re.Match[str]) -> str:
    """Several signs as one star, or as so many question marks: `a**?` is `a*`."""
    return "*" if "*" in match[0] else match[0]
