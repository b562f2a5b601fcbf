"""Front matter: `key: value` lines between two `---` lines at the top of a text."""

from __future__ import annotations

import re
from dataclasses import dataclass

_FENCE = re.compile(r"---[ \t]*")
_CLOSING = re.compile(r"(?:---|\.\.\.)[ \t]*")
_ENTRY = re.compile(r"(?P<key>[^\W\d][\w .-]{0,39}?)[ \t]*:(?:[ \t]+(?P<value>.*))?")
_INDENTED = re.compile(r"[ \t]+\S|-[ \t]")
_DOUBLE = re.compile(r'"((?:[^"\\]|\\.)*)"[ \t]*(?:#.*)?')
_SINGLE = re.compile(r"'((?:[^']|'')*)'[ \t]*(?:#.*)?")
_ESCAPE = re.compile(r"\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)")
_NAMED_ESCAPES = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r",
    "e": "\x1b", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
_BLOCK_MARKS = ("|", ">", "|-", ">-", "|+", ">+")
# Longer ones are not seen; a text between two rules that far apart is a section.
_MOST_LINES = 200


@dataclass(frozen=True, slots=True)
class Matter:
    """Front matter and the text below it."""

    entries: tuple[tuple[str, str], ...]
    """Keys and values in order, unquoted; a line that is neither stands under the empty key."""
    body: str


def split(text: str) -> Matter | None:
    """Take front matter off a text; None where there is none, and the text is all body.

    A block counts if its first line is an entry and most of its lines are: a text may well begin
    with a rule.
    """
    lines = text.split("\n", _MOST_LINES)
    start = next((i for i, line in enumerate(lines) if line.strip("\ufeff \t")), None)
    if start is None or not _FENCE.fullmatch(lines[start]):
        return None
    end = next((i for i in range(start + 1, len(lines)) if _CLOSING.fullmatch(lines[i])), None)
    if end is None:
        return None
    inside = [line for line in lines[start + 1 : end] if line.strip()]
    fitting = [bool(_ENTRY.fullmatch(line)) for line in inside]
    others = sum(
        not fits and not _INDENTED.match(line) and not line.startswith("#")
        for line, fits in zip(inside, fitting, strict=True)
    )
    if inside and (not (fitting[0] or inside[0].startswith("#")) or others >= sum(fitting)):
        return None
    return Matter(tuple(_entries(inside)), "\n".join(lines[end + 1 :]))


def unquoted(value: str) -> str:
    """A value without its quotation marks and escapes; what is quoted wrongly stays as it is."""
    value = value.strip()
    if match := _DOUBLE.fullmatch(value):
        return _ESCAPE.sub(_unescaped, match[1])
    if match := _SINGLE.fullmatch(value):
        return match[1].replace("''", "'")
    return value


def items(value: str) -> list[str]:
    """The parts of a list: `[a, "b, c"]`, or with commas only."""
    value = value.strip()
    if value.startswith("[") and value.endswith("]"):
        value = value[1:-1]
    parts = re.findall(r"\s*(\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'|[^,]*)\s*(?:,|$)", value)
    return [part for part in (unquoted(part) for part in parts) if part]


def _entries(lines: list[str]) -> list[tuple[str, str]]:
    entries: list[tuple[str, str]] = []
    for line in lines:
        if _INDENTED.match(line) and entries:
            key, value = entries[-1]
            entries[-1] = (key, _continued(value, line.strip()))
        elif match := _ENTRY.fullmatch(line):
            value = (match["value"] or "").strip()
            entries.append((match["key"], "" if value in _BLOCK_MARKS else value))
        elif not line.startswith("#"):
            entries.append(("", line.strip()))
    return entries


def _continued(value: str, more: str) -> str:
    """A value with the next of its lines: an item of a list, or the rest of a sentence."""
    if more.startswith("- "):
        return f"{value}, {more[2:].strip()}" if value else more[2:].strip()
    return f"{value} {more}" if value else more


def _unescaped(match: re.Match[str]) -> str:
    code = match[1]
    if len(code) > 1:
        number = int(code[1:], 16)
        return chr(number) if number <= 0x10FFFF else match[0]
    return _NAMED_ESCAPES.get(code, code)
