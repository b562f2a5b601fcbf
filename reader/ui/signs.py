"""The signs of the program, in symbols and in ASCII, and what each of them says."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass

from reader.model import Finding


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign: how it is drawn, in which role, and what it means."""

    symbol: str
    ascii: str
    role: str
    means: str


SHARED = Sign("=", "=", "dim", "others say it too; the number: how many")
NEAR = Sign("≈", "~", "dim", "the same value, rounded or spelled otherwise")
DIFFERS = Sign("≠", "!", "differs bold", "others give another value, or own dates do not fit")
QUOTE = Sign('"', '"', "quote bold", "the same quotation, cut or altered elsewhere")
ONLY = Sign("+", "+", "only", "only here, among these articles")
LEFT_OUT = Sign("−", "-", "only", "left out: others name it, never here")
PERHAPS = Sign("?", "?", "dim", "after a sign: perhaps")
SILENT = Sign("·", ".", "dim", "silent, nothing to compare")

STATED = Sign("·", ".", "dim", "told by an article; nothing that differs or is missing")

MARKED = Sign("│", "|", "accent", "words that you marked")
NOTED = Sign("»", ">", "accent", "you wrote a note here")

LEGEND = (SHARED, NEAR, DIFFERS, QUOTE, ONLY, LEFT_OUT, PERHAPS, SILENT)
STRENGTH = (DIFFERS, QUOTE, ONLY, LEFT_OUT, NEAR, SHARED)
"""Strongest first: one line of an article shows one sign."""

_NEAR_VERDICTS = frozenset({"rounded", "finer", "respelled"})
# What one article does; that the others do not makes no difference between them.
_STATED_VERDICTS = frozenset({"stated", "writer", "quoted", "speaks", "silent", "first", "share"})
_BY_LENS = {"quotes": QUOTE, "only-here": ONLY, "left-out": LEFT_OUT}


def sign_of(finding: Finding) -> Sign:
    """The sign that stands before a finding."""
    if finding.verdict in _NEAR_VERDICTS:
        return NEAR
    if finding.verdict == "same":
        return SHARED
    if finding.verdict in _STATED_VERDICTS:
        return STATED
    return _BY_LENS.get(finding.lens, DIFFERS)


_ASCII = {
    "●": "o", "★": "*", "▸": ">", "▾": "v", "✓": "x", "▌": ">", "│": "|", "─": "-", "┬": "+",
    "┼": "+", "├": "+", "┤": "+", "┴": "+", "╌": ".", "━": "=", "╶": "-", "╴": "-", "…": "~",
    "·": ".", "≠": "!", "≈": "~", "−": "-", "→": ">", "←": "<", "↓": "v", "↑": "^",
    "¶": "p", "“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-",
    "×": "x", "»": ">", "█": "#", "░": ".", "┌": "+", "┐": "+", "└": "+", "┘": "+",
}  # fmt: skip
# One cell stays one cell inside tables; longer replacements are for hints only.
ASCII_CELLS = str.maketrans({k: v if len(v) == 1 else v[0] for k, v in _ASCII.items()})


def wants_ascii(environment: Mapping[str, str] = os.environ, encoding: str | None = None) -> bool:
    """Whether this terminal shows ASCII only: no UTF-8, or the Linux console."""
    encoding = encoding or getattr(sys.stdout, "encoding", None) or "utf-8"
    utf8 = encoding.lower().replace("-", "") == "utf8"
    return not utf8 or environment.get("TERM") == "linux"
