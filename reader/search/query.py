"""Understands what people type into the search field; any text at all gives a query."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date

from reader.search.fields import PARTS, field_meant, field_named, filtered, remedy
from reader.search.joining import joined
from reader.search.pieces import Piece, address_in, loose_words, pieces
from reader.search.syntax import (
    Address,
    Among,
    Everything,
    Node,
    Not,
    Or,
    Part,
    Query,
    Text,
)
from reader.search.words import CJK, words

# Far more than a person types; a pasted article becomes its first words.
MOST_CHARACTERS = 1_000
MOST_WORDS = 40
_DEEPEST = 20  # nested parentheses; more is a paste, and recursion must end

# Title and text are numbered a hundred words apart, so that nothing is near across them.
MOST_SLOP = 50
MOST_EDITS = 2  # with three of a name's letters changed anything is like anything

# What a word can still go on after: a letter, an apostrophe or hyphen, the point of a number.
_GOES_ON = re.compile(r"(?:[^\W_]['’ʼ-]?|\d[.,])\Z")
_FUZZY = re.compile(r"~(\d?)\Z", re.ASCII)


NOTHING = Among(frozenset())
"""What a query finds that has no word to look for."""
_NO_WORD = "There is no word to look for: type one."


class _TooDeep(Exception):
    """There are more parentheses in each other than a person types; caught in this module."""


@dataclass(frozen=True, slots=True)
class _Problem:
    """What does not parse, and what was done instead."""

    what: str
    done: str
    at: int


def parse(text: str, *, typing: bool = False, today: date | None = None) -> Query:
    """The query that a text asks for; what does not parse is left out or searched as words.

    While typing, the last word counts as unfinished, and so may a quotation or a filter be.
    `today` is what relative dates count from; by default the day of the clock.
    """
    cut = text[:MOST_CHARACTERS]
    typing = typing and len(cut) == len(text)
    parser = _Parser(cut, typing, today or date.today(), pieces(cut))
    try:
        root = parser.parse()
    except _TooDeep:
        at = parser.pieces[parser.at - 1].start
        parser.problem("There are too many parentheses in each other", "", at)
        root = Everything()
    problem = parser.problems[0] if parser.problems else None
    if problem is not None:
        done = problem.done
        if isinstance(root, Everything):
            root, done = _plain(cut, typing=typing), ""
        if isinstance(root, Everything):
            notice = f"{problem.what}. {_NO_WORD}"
            return Query(text, NOTHING, notice, problem.at, problem.what)
        notice = f"{problem.what}; {done}." if done else f"{problem.what}. Searched as plain words."
        return Query(text, root, notice, problem.at, problem.what)
    if len(cut) < len(text) or parser.full is not None:
        at = len(cut) if parser.full is None else parser.full
        return Query(text, root, "Too long: only its first words were searched.", at)
    if isinstance(root, Everything) and parser.has_no_word():
        return Query(text, NOTHING, _NO_WORD, parser.pieces[0].start)
    return Query(text, root)


def _field_alone(word: str) -> str | None:
    """The field that a word names which has no value behind it."""
    return field_named(word[:-1]) if word[-1] == ":" else None


def _plain(text: str, *, typing: bool) -> Node:
    found = [Text((place.word,), text[place.start : place.end]) for place in words(text)][
        :MOST_WORDS
    ]
    if typing and found and text[-1:].isalnum():
        found[-1] = Text(found[-1].words, found[-1].label, open="typing")
    return joined(list(found))


@dataclass(slots=True)
class _Parser:
    """Recursive descent over the pieces; one object per query."""

    text: str
    typing: bool
    today: date
    pieces: list[Piece]
    at: int = 0
    depth: int = 0
    words: int = 0
    full: int | None = None
    """Where the words began that are too many."""
    problems: list[_Problem] = field(default_factory=list)

    def parse(self) -> Node:
        """The whole text; raises _TooDeep."""
        found = [self._either("text")]
        while (piece := self._peek()) is not None:
            self.problem("A parenthesis is closed that was not opened", "left out", piece.start)
            self.at += 1
            found.append(self._either("text"))
        return joined(found)

    def problem(self, what: str, done: str, at: int) -> None:
        """Note what did not parse."""
        self.problems.append(_Problem(what, done, at))

    def has_no_word(self) -> bool:
        """Whether there are signs only, of which nothing can become a word any more."""
        going_on = self.typing and not (
            all(piece.kind == "word" for piece in self.pieces)
            and not any(letter.isalnum() or letter in "*?-" for letter in self.text)
        )
        every = all(piece.kind == "word" and not piece.value.strip("*") for piece in self.pieces)
        return not (going_on or every)

    def _peek(self) -> Piece | None:
        return self.pieces[self.at] if self.at < len(self.pieces) else None

    def _is_word(self, *values: str) -> bool:
        piece = self._peek()
        return piece is not None and piece.kind == "word" and piece.value in values

    def _ended(self) -> bool:
        piece = self._peek()
        return piece is None or piece.kind == "close" or self._is_word("OR", "AND")

    def _unfinished(self) -> bool:
        """Whether the person may still type what is missing here."""
        return self.typing and self._peek() is None

    def _either(self, about: str) -> Node:
        found = [self._every(about)]
        while self._is_word("OR"):
            start = self.pieces[self.at].start
            self.at += 1
            if self._ended() or isinstance(found[-1], Everything):
                if not self._unfinished():
                    self.problem("OR needs something on both sides", "left out", start)
                if self._ended():
                    continue
            found.append(self._every(about))
        found = [each for each in found if not isinstance(each, Everything)] or found[:1]
        return Or(tuple(dict.fromkeys(found))) if len(set(found)) > 1 else found[0]

    def _every(self, about: str) -> Node:
        found: list[Node] = []
        while (piece := self._peek()) is not None and piece.kind != "close":
            if self._is_word("OR"):
                break
            if self._is_word("AND"):
                self.at += 1
                if (not found or self._ended()) and not self._unfinished():
                    self.problem("AND needs something on both sides", "left out", piece.start)
                continue
            found.append(self._one(about))
        return joined(found)

    def _one(self, about: str) -> Node:
        piece = self.pieces[self.at]
        if piece.kind == "minus" or self._is_word("NOT"):
            self.at += 1
            if self._ended():
                if not self._unfinished():
                    self.problem("NOT needs something after it", "left out", piece.start)
                return Everything()
            denied = self._one(about)
            if isinstance(denied, Not):
                return denied.part
            return denied if isinstance(denied, Everything) else Not(denied)
        self.at += 1
        if piece.kind == "open":
            return self._group(about, piece)
        if piece.kind == "field":
            return self._field(piece)
        return self._value(about, piece)

    def _group(self, about: str, opened: Piece) -> Node:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise _TooDeep
        node = self._either(about)
        self.depth -= 1
        if self._peek() is not None:
            self.at += 1
        elif not self.typing:
            self.problem("A parenthesis is not closed", "closed at the end", opened.start)
        return node

    def _field(self, piece: Piece) -> Node:
        """A field with its value, which stands right behind it."""
        name = field_named(piece.value)
        if name is None:
            return self._unknown(piece)
        value = self._peek()
        if value is None or value.kind in ("minus", "field", "close"):
            self.problem(remedy(name), "left out", piece.start)
            return Everything()
        self.at += 1
        return self._group(name, value) if value.kind == "open" else self._value(name, value)

    def _unknown(self, piece: Piece) -> Node:
        """A field that is not there: the one that is called nearly so, else just words."""
        what, meant = f"There is no field “{piece.value}”", field_meant(piece.value)
        if meant is None:
            self.problem(what, "searched as words", piece.start)
            plain = Piece("word", piece.value, piece.start, piece.end)
            return self._text(plain, "text")
        self.problem(what, f"{meant}: was searched", piece.start)
        return self._field(piece._replace(value=meant))

    def _value(self, about: str, piece: Piece) -> Node:
        """A word, quotation or range, as what it stands in takes it."""
        if about == "text" or about in PARTS:
            found = self._text(piece, PARTS.get(about, "text"))
            address = address_in(piece) if about == "text" else None
            return Or((Address(address), found)) if address else found  # there, or in a text
        value = f"{piece.value}{self._until(about, piece)}"
        unfinished = self.typing and self._peek() is None and piece.end == len(self.text)
        node = filtered(about, value, self.today, unfinished=unfinished)
        if node is None and not unfinished:
            self.problem(remedy(about), "left out", piece.start)
        return node or Everything()

    def _until(self, about: str, piece: Piece) -> str:
        """The other end of `date:2025-11 to 2025-12`, which people write without brackets."""
        if about not in ("date", "words") or piece.kind != "word" or not self._is_word("to", "TO"):
            return ""
        other = self.pieces[self.at + 1] if self.at + 1 < len(self.pieces) else None
        if other is None or other.kind != "word":
            return ""
        value = f"{piece.value}..{other.value}"
        if filtered(about, value, self.today, unfinished=False) is None:
            return ""
        self.at += 2
        return f"..{other.value}"

    def _text(self, piece: Piece, part: Part) -> Node:
        if not piece.closed and not self.typing:
            self.problem("A quotation mark is not closed", "searched word by word", piece.start)
            return joined([self._text(each, part) for each in self._apart(piece)])
        if piece.kind == "word" and (name := _field_alone(piece.value)):
            if not self._unfinished():
                self.problem(remedy(name), "left out", piece.start)
            return Everything()
        value, edits = piece.value, 0
        fuzzy = _FUZZY.search(value) if piece.kind == "word" else None
        if fuzzy:
            value, edits = value[: fuzzy.start()], int(fuzzy[1] or 1)
        found = loose_words(value)
        if self.words + len(found) > MOST_WORDS:
            self.full = piece.start if self.full is None else self.full
            found = found[: MOST_WORDS - self.words]
        self.words += len(found)
        if not found:
            return Everything()
        text = Text(found, value.strip().rstrip("*?") or value, part)
        if fuzzy:
            return self._fuzzy(replace(text, edits=edits), piece)
        return self._open(piece, self._near(text, piece))

    def _apart(self, quotation: Piece) -> list[Piece]:
        start = quotation.start + 1
        return [
            Piece("word", place.word, start + place.start, start + place.end)
            for place in words(quotation.value)
        ]

    def _fuzzy(self, text: Text, piece: Piece) -> Text:
        most = min(MOST_EDITS, len(max(text.words, key=len)) - 1)
        if text.edits > MOST_EDITS:
            what = f"{piece.value}: at most {MOST_EDITS} letters may differ"
            self.problem(what, f"searched with {most}", piece.start)
        return replace(text, edits=min(text.edits, most))

    def _near(self, text: Text, piece: Piece) -> Text:
        slop = int(piece.near[:6] or 0) if piece.near else 0
        if slop > MOST_SLOP:
            what = f"~{slop}: at most {MOST_SLOP} other words may stand between"
            self.problem(what, f"searched with {MOST_SLOP}", piece.start)
        return replace(text, slop=min(slop, MOST_SLOP) if len(text.words) > 1 else 0)

    def _open(self, piece: Piece, text: Text) -> Node:
        """The words with what may follow the last of them."""
        for word in text.words:
            if "*" in word and len(word.replace("*", "").replace("?", "")) < 2 and word[1:] != "*":
                if not self._unfinished():
                    self.problem(f"“{word}” stands for too many words", "left out", piece.start)
                return Everything()
        last = text.words[-1]
        if last.endswith("*") and not {"*", "?"} & set(last[:-1]):
            return replace(text, words=(*text.words[:-1], last[:-1]), open="prefix")
        at_end = piece.end == len(self.text) and (piece.kind == "word" or not piece.closed)
        # Once more is typed, a last `?` is a letter or ends a question; until then, neither.
        value = piece.value.rstrip("?") if self.typing and at_end else piece.value
        last = last if value == piece.value else last.rstrip("?")
        text = replace(text, words=(*text.words[:-1], last))
        if not self.typing or not at_end or not _GOES_ON.search(value) or CJK.match(value[-1]):
            return text
        if {"*", "?"} & set(last):
            return replace(text, words=(*text.words[:-1], f"{last}*"))
        if len(last) > 1:
            return replace(text, open="typing")
        # One letter narrows nothing down yet.
        return replace(text, words=text.words[:-1]) if len(text.words) > 1 else Everything()
