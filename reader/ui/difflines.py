"""Two texts as one: what was taken out and what was put in, between signs and brackets.

The signs say all of it: strokes and lines below words only repeat what they say, for not every
terminal has them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from reader.text.changes import Change

Kind = Literal["out", "in"]
SIGNS: dict[Kind, str] = {"out": "−", "in": "+"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a merged text that was taken out or put in, its brackets included."""

    start: int
    end: int
    kind: Kind
    change: int
    """Which change it belongs to, from 0: a replacement has a piece of each kind."""


@dataclass(frozen=True, slots=True)
class Merged:
    """The words of two texts in one, with what changed between brackets."""

    text: str
    pieces: tuple[Piece, ...]
    changes: int
    """How many changes there are."""


def merge(changes: Sequence[Change], old: str, new: str, first: int = 0) -> Merged:
    """The texts as one; changes are numbered from `first` on."""
    parts = _Parts()
    number = first
    at_old = at_new = 0
    for change in changes:
        if change.new is not None:
            parts.same(new[at_new : change.new.start])
            at_new = change.new.end
        elif change.old is not None:
            parts.gap(old[at_old : change.old.start])
        if change.kind == "same":
            assert change.new is not None
            parts.same(change.new.of(new))
        else:
            if change.old is not None:
                parts.changed(change.old.of(old), "out", number)
            if change.old is not None and change.new is not None:
                parts.gap(" ")
            if change.new is not None:
                parts.changed(change.new.of(new), "in", number)
            number += 1
        at_old = change.old.end if change.old is not None else at_old
    parts.same(new[at_new:])
    return Merged("".join(parts.texts), tuple(parts.pieces), number - first)


class _Parts:
    """A merged text as it grows."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.pieces: list[Piece] = []
        self._length = 0
        self._last = "\n"

    def same(self, text: str) -> None:
        """Add words that both texts have, or the space between them."""
        if text:
            self.texts.append(text)
            self._length += len(text)
            self._last = text[-1]

    def gap(self, text: str) -> None:
        """Add space, where there is none yet."""
        if self._last.isspace():
            # A line that begins deserves more than the blank before it.
            text = "\n" if "\n" in text and self._last != "\n" else ""
        self.same("\n" if "\n" in text else " " if text[:1].isspace() else "")

    def changed(self, text: str, kind: Kind, number: int) -> None:
        """Add words that one text has, each line of them in brackets of its own."""
        for line in _lines(text):
            words = line.strip()
            if not words:
                self.same(line)
                continue
            lead = line[: len(line) - len(line.lstrip())]
            self.same(lead)
            start = self._length
            self.same(f"[{SIGNS[kind]}{words}]")
            self.pieces.append(Piece(start, self._length, kind, number))
            self.same(line[len(line.rstrip()) :])


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of a merged text, and the pieces on it."""

    start: int
    end: int
    pieces: tuple[Piece, ...]


def paragraphs(merged: Merged) -> Iterator[Paragraph]:
    """The lines of a merged text that have words."""
    start = index = 0
    for line in _lines(merged.text):
        end = start + len(line.rstrip())
        here: list[Piece] = []
        while index < len(merged.pieces) and merged.pieces[index].start < start + len(line):
            here.append(merged.pieces[index])
            index += 1
        if line.strip():
            yield Paragraph(start, end, tuple(here))
        start += len(line)


def _lines(text: str) -> list[str]:
    """The lines with their ends; only a newline is one, as in every text of this program."""
    *whole, last = text.split("\n")
    return [*(line + "\n" for line in whole), last]
