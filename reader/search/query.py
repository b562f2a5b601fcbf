"""Understands what people type into the search field; any text at all gives a query."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import NamedTuple

from reader.search.periods import published
from reader.search.syntax import (
    And,
    Everything,
    InEvent,
    Is,
    Node,
    Not,
    Or,
    Part,
    Query,
    Tag,
    Text,
)
from reader.search.words import CJK, words
from reader.text.stopwords import STOP

# Far more than a person types; a pasted article becomes its first words.
MOST_CHARACTERS = 1_000
MOST_WORDS = 40
_DEEPEST = 20  # nested parentheses; more is a paste, and recursion must end

_FIELDS = frozenset("title outlet tag event is after before date".split())
_STATES = frozenset({"unread", "read", "starred", "later"})
_QUOTES = '"“”„«»'

# What a word can still go on after: a letter, an apostrophe or hyphen, the point of a number.
_GOES_ON = re.compile(r"(?:[^\W_]['’ʼ-]?|\d[.,])\Z")

_PIECE = re.compile(
    rf"""(?P<space>\s+)
    |(?P<open>\()
    |(?P<close>\))
    |(?P<minus>-(?=[^\s)-]))
    |(?P<field>[A-Za-z]+):(?=[^\s/)])
    |[{_QUOTES}](?P<quote>[^{_QUOTES}]*)(?P<end>[{_QUOTES}]|\Z)
    |(?P<word>[^\s(){_QUOTES}]+)""",
    re.VERBOSE,
)


class _Problem(Exception):
    """What the person typed does not parse; caught in this module."""

    def __init__(self, sentence: str, at: int) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.at = at


class _Piece(NamedTuple):
    kind: str
    value: str
    start: int
    end: int
    closed: bool = True


def parse(text: str, *, typing: bool = False) -> Query:
    """The query that a text asks for; what does not parse is searched as plain words.

    While typing, the last word counts as unfinished, and so may a quotation or a filter be.
    """
    cut = text[:MOST_CHARACTERS]
    typing = typing and len(cut) == len(text)
    parser = _Parser(cut, typing)
    try:
        root = parser.parse()
    except _Problem as problem:
        notice = f"{problem.sentence} Searched as plain words."
        return Query(text, _plain(cut, typing=typing), notice, problem.at)
    if len(cut) < len(text) or parser.full is not None:
        at = len(cut) if parser.full is None else parser.full
        return Query(text, root, "Too long: only its first words were searched.", at)
    return Query(text, root)


def _plain(text: str, *, typing: bool) -> Node:
    found = [Text((place.word,), text[place.start : place.end]) for place in words(text)][
        :MOST_WORDS
    ]
    if typing and found and text[-1:].isalnum():
        found[-1] = Text(found[-1].words, found[-1].label, open="typing")
    return _both(list(found))


def _both(parts: list[Node]) -> Node:
    """All of the parts, without the little words that nearly every article has."""
    flat: list[Node] = []
    for part in parts:
        flat += part.parts if isinstance(part, And) else [part]
    flat = [part for part in flat if not isinstance(part, Everything)]
    telling = [part for part in flat if not _says_little(part)]
    if any(isinstance(part, Text) for part in telling):
        flat = telling
    flat = list(dict.fromkeys(flat))
    if len(flat) > 1:
        return And(tuple(flat))
    return flat[0] if flat else Everything()


def _says_little(node: Node) -> bool:
    return (
        isinstance(node, Text)
        and len(node.words) == 1
        and node.words[0] in STOP
        and node.part == "text"
        and not node.open
    )


@dataclass(slots=True)
class _Parser:
    """Recursive descent over the pieces; one object per query."""

    text: str
    typing: bool
    pieces: list[_Piece] | None = None
    at: int = 0
    depth: int = 0
    words: int = 0
    full: int | None = None
    """Where the words began that are too many."""

    def parse(self) -> Node:
        """The whole text."""
        self.pieces = _pieces(self.text)
        node = self._either("text")
        piece = self._peek()
        if piece is not None:
            raise _Problem("A parenthesis is closed that was not opened.", piece.start)
        return node

    def _peek(self) -> _Piece | None:
        assert self.pieces is not None
        return self.pieces[self.at] if self.at < len(self.pieces) else None

    def _is_word(self, *values: str) -> bool:
        piece = self._peek()
        return piece is not None and piece.kind == "word" and piece.value in values

    def _either(self, part: Part) -> Node:
        found = [self._every(part)]
        while self._is_word("OR"):
            start = self._peek()
            self.at += 1
            if isinstance(found[-1], Everything) or self._ended():
                if self.typing and self._peek() is None:
                    break
                raise _Problem("OR needs something on both sides.", start.start if start else 0)
            found.append(self._every(part))
        return Or(tuple(found)) if len(found) > 1 else found[0]

    def _ended(self) -> bool:
        piece = self._peek()
        return piece is None or piece.kind == "close" or self._is_word("OR", "AND")

    def _every(self, part: Part) -> Node:
        found: list[Node] = []
        while (piece := self._peek()) is not None and piece.kind != "close":
            if self._is_word("OR"):
                break
            if self._is_word("AND"):
                self.at += 1
                if (not found or self._ended()) and not (self.typing and self._peek() is None):
                    raise _Problem("AND needs something on both sides.", piece.start)
                continue
            found.append(self._one(part))
        return _both(found)

    def _one(self, part: Part) -> Node:
        piece = self._peek()
        assert piece is not None
        if piece.kind == "minus" or self._is_word("NOT"):
            self.at += 1
            if self._ended():
                if self.typing and self._peek() is None:
                    return Everything()
                raise _Problem("NOT needs something after it.", piece.start)
            denied = self._one(part)
            if isinstance(denied, Not):
                return denied.part
            return denied if isinstance(denied, Everything) else Not(denied)
        self.at += 1
        if piece.kind == "open":
            return self._group(part, piece)
        if piece.kind == "field":
            return self._field(piece)
        return self._text(piece, part)

    def _group(self, part: Part, opened: _Piece) -> Node:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise _Problem("There are too many parentheses in each other.", opened.start)
        node = self._either(part)
        self.depth -= 1
        if self._peek() is not None:
            self.at += 1
        elif not self.typing:
            raise _Problem("A parenthesis is not closed.", opened.start)
        return node

    def _field(self, piece: _Piece) -> Node:
        name = piece.value.casefold()
        value = self._peek()
        if name not in _FIELDS or value is None:
            raise _Problem(f"There is no field “{piece.value}”.", piece.start)
        self.at += 1
        if name in ("title", "outlet"):
            part: Part = "title" if name == "title" else "outlet"
            if value.kind == "open":
                return self._group(part, value)
            if value.kind in ("word", "quote"):
                return self._text(value, part)
        if value.kind not in ("word", "quote"):
            raise _Problem(f"{name}: needs a word after it.", piece.start)
        return self._filter(name, value)

    def _filter(self, name: str, value: _Piece) -> Node:
        unfinished = self.typing and self._peek() is None and value.end == len(self.text)
        if name == "tag":
            return Tag(value.value.strip(), unfinished)
        if name == "event":
            return InEvent(value.value.strip(), unfinished)
        if name == "is":
            state = value.value.casefold()
            if state in _STATES:
                return Is(state)  # type: ignore[arg-type]
            problem = "is: knows unread, read, starred and later."
        else:
            days = published(name, value.value)
            if days is not None:
                return days
            problem = f"{name}: needs a date such as 2025, 2025-11 or 2025-11-30."
        if unfinished:
            return Everything()
        raise _Problem(problem, value.start)

    def _text(self, piece: _Piece, part: Part) -> Node:
        if not piece.closed and not self.typing:
            raise _Problem("A quotation mark is not closed.", piece.start)
        if (
            piece.kind == "word"
            and piece.value[:-1].casefold() in _FIELDS
            and piece.value[-1] == ":"
        ):
            return Everything()
        found = tuple(place.word for place in words(piece.value))
        if self.words + len(found) > MOST_WORDS:
            self.full = piece.start if self.full is None else self.full
            found = found[: MOST_WORDS - self.words]
        self.words += len(found)
        if not found:
            return Everything()
        return self._open(piece, Text(found, piece.value.strip(), part))

    def _open(self, piece: _Piece, text: Text) -> Node:
        """The words with what may follow the last of them."""
        last = piece.value[-1]
        if piece.kind == "word" and last == "*":
            return replace(text, label=text.label.rstrip("*"), open="prefix")
        at_end = piece.end == len(self.text) and (piece.kind == "word" or not piece.closed)
        if not self.typing or not at_end or not _GOES_ON.search(piece.value) or CJK.match(last):
            return text
        if len(text.words[-1]) > 1:
            return replace(text, open="typing")
        # One letter narrows nothing down yet.
        return replace(text, words=text.words[:-1]) if len(text.words) > 1 else Everything()


def _pieces(text: str) -> list[_Piece]:
    found: list[_Piece] = []
    for match in _PIECE.finditer(text):
        kind = match.lastgroup or ""
        if kind == "end":
            inner = match["quote"]
            found.append(_Piece("quote", inner, match.start(), match.end(), bool(match["end"])))
        elif kind != "space":
            found.append(_Piece(kind, match[kind], match.start(), match.end()))
    return found
