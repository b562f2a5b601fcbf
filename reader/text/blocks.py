"""Blocks that Markdown sets line by line: fenced code, and tables of bars."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reader.model import Span

_FENCE = re.compile(
    r"^[ \t]{0,8}(?P<signs>`{3,20})[^\n`]{0,80}\n(?P<lines>(?:(?![ \t]{0,8}```)[^\n]*\n)*+)"
    r"[ \t]{0,8}(?P=signs)`*[ \t]*$",
    re.MULTILINE,
)
ROW = re.compile(r"[ \t]*\|[ \t]*+(?=[^\n]*[^\s|])[^\n]*(?<!\\)\|[ \t]*")
"""A line of a table, its bars at both ends included."""
_ROW_LINE = re.compile(rf"^{ROW.pattern}$", re.MULTILINE)
DIVIDER = re.compile(r"[ \t]*\|(?:[ \t]*+:?-+:?[ \t]*+\|)++[ \t]*")
"""The line below the head of a table: no words are in it."""
_BAR = re.compile(r"[ \t]*(?<!\\)\|[ \t]*")


@dataclass(frozen=True, slots=True)
class Fence:
    """A stretch of code between two lines of backticks."""

    span: Span
    lines: Span
    """From the end of the first of the two to the begin of the other."""


def fences(text: str) -> tuple[Fence, ...]:
    """The fenced code of a text, in order."""
    if "```" not in text:
        return ()
    return tuple(
        Fence(Span(*match.span()), Span(match.start("lines") - 1, match.end("lines")))
        for match in _FENCE.finditer(text)
    )


def rows(text: str) -> Iterator[Span]:
    """The lines of the tables of a text, without those that divide head and body."""
    if "|" in text:
        for match in _ROW_LINE.finditer(text):
            if not DIVIDER.fullmatch(match[0]):
                yield Span(*match.span())


def dividers(text: str) -> Iterator[Span]:
    """The lines that divide head and body."""
    if "|" in text and "-" in text:
        for match in _ROW_LINE_OF_SIGNS.finditer(text):
            yield Span(*match.span())


_ROW_LINE_OF_SIGNS = re.compile(rf"^{DIVIDER.pattern}$", re.MULTILINE)


def bars(text: str, row: Span) -> list[Span]:
    """The bars of a row with the blanks around them; the outer ones first and last."""
    return [Span(*match.span()) for match in _BAR.finditer(text, row.start, row.end)]
