"""Lines as words, for speech and braille: each sign a short word, no lines drawn, no columns.

Screens draw as always; a line is put into words where it becomes output. What stands apart by
looks only, as underlined words do, stands in brackets, what is chosen in braces.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from rich.cells import cell_len

from reader.ui.draw import Line, cut, width
from reader.ui.roles import GROUND

WORDS: Mapping[str, str] = {
    "≠": "differs", "≈": "nearly", '"': "quotation", "=": "shared", "+": "only here",
    "−": "left out", "?": "perhaps", "·": "", "●": "unread", "★": "starred", "✓": "picked",
    "▸": "folded", "▾": "open", "»": "note", "×": "times",
    "→": "Right", "←": "Left", "↑": "Up", "↓": "Down",
}  # fmt: skip
"""What is said for each sign."""
MARGIN = 18
"""Cells by which words before a line of text are longer than signs: `differs perhaps 2 note`."""
WIDEST = 98
"""Cells of a screen: below this there is one column and one region, read from top to bottom."""

_DRAWN = "│─┬┼├┤┴╌━╶╴▌█░"
_NOTHING = dict.fromkeys(map(ord, _DRAWN))
_KEYS = "→←↑↓"
# A sign that is all of a run, with its number; or that stands first or apart in one.
_ALONE = re.compile(r'(\s*)([≠≈"=+−?·●★✓▸▾»×│→←↑↓])([\d,]*)(\s*)')
_WITHIN = re.compile(r'(?:(?<=  )|^)([≠≈"=+−·»])(?= )')
_LEGEND = re.compile(r"[●★✓▸▾]( [●★✓▸▾])+ *")
_BLANKS = re.compile(r" {3,}")
# What is a sign in these roles only: elsewhere it is a key, or an article's own.
_ROLES = {'"': "quote", "=": "dim", "+": "only", "?": "dim"}
_OWN = ("text", "found", "marked")
_APART = {
    ("[", "]"): frozenset(("underline", "marked", "found", "both")),
    ("{", "}"): frozenset((GROUND,)),
}


def spoken(line: Line, cells: int, means: Mapping[str, str] = WORDS) -> Line:
    """The line in words, in at most so many cells; `means` says what signs are there."""
    said: Line = []
    was_sign = False
    for text, key in line:
        words = _said(text, key, means)
        joins = words != text and bool(said) and (said[-1][0][-1:] + words[:1]).isalnum()
        if (was_sign or joins) and words and not words.startswith(" "):
            words = f" {words}"
        said.append((words, key))
        was_sign = words != text and not words.endswith(" ") if words else was_sign
    apart = _squeezed(_bracketed(said))
    return _cut(apart if width(apart) <= cells else _squeezed(said), cells)


def keys_said(line: Line, cells: int) -> Line:
    """The line with its arrow keys named: in ASCII their signs would be those of other keys.

    Blanks behind a key give way, so that columns stay.
    """
    said: Line = []
    for text, key in line:
        words = arrows_named(text) if key.startswith(("accent", "bars")) else text
        spare = min(len(words) - len(text), len(words) - len(words.rstrip(" ")) - 1)
        said.append((words[: len(words) - max(0, spare)], key))
    return _cut(said, cells)


def arrows_named(text: str) -> str:
    """The text with the names of arrow keys in place of their signs."""
    return "".join(WORDS[c] if c in _KEYS else c for c in text)


def _cut(said: Line, cells: int) -> Line:
    """The line in at most so many cells: its longest run gives way."""
    over = width(said) - cells
    if over > 0:
        longest = max(range(len(said)), key=lambda at: cell_len(said[at][0].strip()))
        text, key = said[longest]
        words = text.rstrip(" ")
        kept = cut(words, max(1, width([(words, key)]) - over))
        said[longest] = (kept + text[len(words) :], key)
    return said


def _said(text: str, key: str, means: Mapping[str, str]) -> str:
    role = key.split()[0]
    if role == "bars-current":
        return f" {text.strip()} here "
    alone = _ALONE.fullmatch(text)
    if alone and _is_sign(alone[2], role):
        before, sign, number, after = alone.groups()
        word = means.get(sign, "")
        if sign == "│":
            word = "marked" if role == "accent" else ">" if role == "dim" else ""
        return before + " ".join(part for part in (word, number) if part) + after
    if role in _OWN or _LEGEND.fullmatch(text):
        return text if role in _OWN else ""
    if role != "accent" and not role.startswith("bars"):
        text = _WITHIN.sub(lambda match: means.get(match[1], match[1]), text)
    text = "".join(means[c] if c in _KEYS and c in means else c for c in text)
    return text.translate(_NOTHING).replace(" · ", ", ")


def _is_sign(sign: str, role: str) -> bool:
    return _ROLES.get(sign, role) == role and (role not in _OWN or sign in _DRAWN)


def _bracketed(line: Line) -> Line:
    """The line with brackets around what looks, only, set it apart; braces where it is chosen."""
    said: Line = []
    for at, (text, key) in enumerate(line):
        words = text
        for (opening, closing), looks in _APART.items():
            marks = frozenset(key.split()) & looks
            if marks and text.strip():
                opens = not (at and frozenset(line[at - 1][1].split()) & marks)
                closes = not (at + 1 < len(line) and frozenset(line[at + 1][1].split()) & marks)
                words = f"{opening if opens else ''}{words}{closing if closes else ''}"
        said.append((words, key))
    return said


def _squeezed(line: Line) -> Line:
    """The line without the blanks that make columns: at most two between words, none before."""
    said: Line = []
    blanks = 2  # as if there were some before the first word
    for run, key in line:
        words = run.lstrip(" ")
        kept = min(2 - blanks, len(run) - len(words))
        text = " " * kept + _BLANKS.sub("  ", words)
        blanks = len(text) - len(text.rstrip(" ")) if words else blanks + kept
        said.append((text, key))
    return said
