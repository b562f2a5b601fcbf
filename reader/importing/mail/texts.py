"""The plain-text part of a letter: joined to paragraphs, without the addresses of its links."""

from __future__ import annotations

import re

_ADDRESS = r"(?:https?://|mailto:|www\.)[^\s<>\[\]()]{3,}(?:\([^\s<>()]*\)[^\s<>\[\]()]*)*"
# Behind its words, as mailing programs put a link: <...>, [...], (...).
_LITTER = re.compile(rf"[ ]?(?:<\s*{_ADDRESS}\s*>|\[\s*{_ADDRESS}\s*\]|\(\s*{_ADDRESS}\s*\))")
_MARK = re.compile(r"^\*\* ", re.MULTILINE)  # before headings and links of campaign services
_NAMES_ADDRESS = re.compile(
    r"(?:^|\s)(?:at|see|from|visit|to|via|on|in|is|unter|auf|siehe|bei|voir|sur|à|en|ver|su|op|på"
    r"|zie)\s*$|[:\n]\s*$",
    re.IGNORECASE,
)
_PICTURE = re.compile(r"\[(?:image|bild|inline image|cid):[^\[\]]*\]", re.IGNORECASE)
_SIGNED = "-----BEGIN PGP SIGNED MESSAGE-----"
_SIGNATURE = "-----BEGIN PGP SIGNATURE-----"
_SIGNATURE_END = "-----END PGP SIGNATURE-----"
ENCRYPTED = "-----BEGIN PGP MESSAGE-----"

_NARROWEST, _WIDEST = 50, 90  # columns at which plain-text mail is broken
_ITEM = re.compile(r"\s*(?:[-*•+>]|\d{1,2}[.)])\s|\s{2,}\S")


def plain_text(text: str, *, flowed: bool = False, delete_space: bool = False) -> str:
    """The text of a part that says format=flowed, and perhaps delsp=yes (RFC 3676)."""
    text = _unsigned(text.replace("\r\n", "\n").replace("\r", "\n"))
    if flowed:
        text = _unflowed(text, delete_space=delete_space)
    text = _joined(text)
    return _LITTER.sub(_without, _MARK.sub("", _PICTURE.sub("", text)))


def _without(match: re.Match[str]) -> str:
    """Nothing for an address that stands behind its words; the address where it is the words."""
    before = match.string[max(0, match.start() - 20) : match.start()]
    bare = match[0].strip().strip("<>[]() ")
    return f" {bare}" if not before.strip() or _NAMES_ADDRESS.search(before) else ""


def _unsigned(text: str) -> str:
    """The text within a clear signature (RFC 9580, section 7), with what is around it."""
    start = text.find(_SIGNED)
    end = text.find(_SIGNATURE, start)
    if start < 0 or end < 0:
        return text
    before, signed, after = text[:start], text[start + len(_SIGNED) : end], text[end:]
    _, _, signed = signed.partition("\n\n")
    return before + re.sub(r"(?m)^- ", "", signed) + after.partition(_SIGNATURE_END)[2]


def _unflowed(text: str, *, delete_space: bool) -> str:
    """Lines that end in a space go on in the next; `-- ` is the mark of a signature."""
    parts: list[str] = []
    for stuffed in text.split("\n"):
        line = stuffed.removeprefix(" ")
        if line.endswith(" ") and line != "-- ":
            parts.append(line[:-1] if delete_space else line)
        else:
            parts.append(line + "\n")
    return "".join(parts).removesuffix("\n")


def _joined(text: str) -> str:
    """The text with paragraphs that were broken at a column on one line each."""
    lines = [line.rstrip() if line != "-- " else line for line in text.split("\n")]
    # A line with a long address on it is broken nowhere, and says nothing of the column.
    widths = [len(line) for line in lines if "://" not in line]
    width = max(widths, default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return "\n".join(lines)
    parts: list[str] = []
    for index, line in enumerate(lines):
        after = lines[index + 1] if index + 1 < len(lines) else ""
        goes_on = after.strip() and line.strip() and not _ITEM.match(after)
        full = len(line) + 1 + len(after.split(" ", 1)[0]) > width - 4
        parts.append(line + (" " if goes_on and full and len(line) >= _NARROWEST - 10 else "\n"))
    return "".join(parts).removesuffix("\n")
