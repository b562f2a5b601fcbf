"""A word diff as lines of text: taken out `[-so-]`, put in `{+so+}`, as wdiff has it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from reader.model import Span

if TYPE_CHECKING:
    from reader.text.changes import Change

# Words of unchanged text that are shown beside a change: about a line.
_NEAR = 12
# Fewer words between two such lines are not worth a fold.
_LEAST_FOLDED = 4
_BREAK = re.compile(r"(\s*\n\s*)")
_WORD = re.compile(r"\S+")
_SIGNS = {"out": ("[-", "-]"), "in": ("{+", "+}"), "same": ("", "")}
_PARAGRAPH = "\n\n"


@dataclass(frozen=True, slots=True)
class Marked:
    """One line of a diff, and where in it words were changed; the signs count as changed."""

    text: str
    marks: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    kind: Literal["same", "out", "in"]
    text: str
    gap: str
    """The white space between it and what is said before it."""


def lines(
    changes: Sequence[Change], old: str, new: str, *, folded: bool = True
) -> Iterator[Marked]:
    """The words of both texts with their signs, line by line.

    With `folded`, unchanged words far from any change become `…`.
    """
    pieces = list(_pieces(changes, old, new))
    line, marks = "", list[Span]()
    for at, piece in enumerate(pieces):
        text = piece.text
        if folded and piece.kind == "same":
            text = _folded(text, first=at == 0, last=at == len(pieces) - 1)
        opening, closing = _SIGNS[piece.kind]
        for part in _BREAK.split((piece.gap if at else "") + text):
            if "\n" in part:
                yield Marked(line.rstrip(), tuple(marks))
                if part.count("\n") > 1:
                    yield Marked("", ())
                line, marks = "", []
                continue
            words = part.strip()
            if not words:
                line += " " * bool(part and line)
                continue
            line += " " * (part[0].isspace() and bool(line))
            start = len(line)
            line += f"{opening}{words}{closing}"
            if opening:
                marks.append(Span(start, len(line)))
    if line:
        yield Marked(line.rstrip(), tuple(marks))


def _pieces(changes: Sequence[Change], old: str, new: str) -> Iterator[_Piece]:
    """What is said, in order; between two pieces stands what stood between them in their text."""
    ends = (0, 0)
    last = ""
    for change in changes:
        gaps = (
            old[ends[0] : change.old.start] if change.old else "",
            new[ends[1] : change.new.start] if change.new else "",
        )
        if change.kind == "same" and change.new:
            # After words that are no more, the white space of the old text is that behind them.
            gap = gaps[0] if last == "taken-out" else gaps[1]
            yield _Piece("same", change.new.of(new), gap)
        else:
            yield from _changed(change, old, new, gaps, first=not last)
        ends = (
            change.old.end if change.old else ends[0],
            change.new.end if change.new else ends[1],
        )
        last = change.kind


def _changed(
    change: Change, old: str, new: str, gaps: tuple[str, str], *, first: bool
) -> Iterator[_Piece]:
    out = change.old.of(old) if change.old else ""
    put = change.new.of(new) if change.new else ""
    gap = gaps[1]
    if out:
        yield _Piece("out", out, gaps[0])
        # Only what is set against a word without a space, such as a full stop, stands so here.
        close = not first and not any(gaps)
        gap = _PARAGRAPH if "\n" in out + put else "" if close else " "
    if put:
        yield _Piece("in", put, gap)


def _folded(text: str, *, first: bool, last: bool) -> str:
    """Unchanged words with those far from a change as `…`; at the ends there is none beside."""
    words = list(_WORD.finditer(text))
    head, tail = (0 if first else _NEAR), (0 if last else _NEAR)
    if len(words) < head + tail + _LEAST_FOLDED:
        return text
    begin = words[head - 1].end() if head else 0
    end = words[-tail].start() if tail else len(text)
    # Where a paragraph ends within it, the words after it begin a line.
    after = _PARAGRAPH if "\n" in text[begin:end] else " "
    return f"{text[:begin]}{' ' * bool(head)}…{after * bool(tail)}{text[end:]}"
