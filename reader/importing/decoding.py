"""Bytes of a file turned into text, or refused with a reason."""

from __future__ import annotations

import codecs
import re

from reader.importing.found import Refused

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Text has tabs, line ends and, from terminals, escapes; other control bytes only by accident.
_CONTROLS = re.compile(rb"[\x01-\x06\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROLS = 0.01


class NotText(Refused):
    """The bytes are no text."""


def decode(data: bytes) -> str:
    """The text in UTF-8, in UTF-16 or UTF-32 with a mark, or else in Windows' Western encoding."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if b"\0" in data or len(_CONTROLS.findall(data)) > _MOST_CONTROLS * len(data):
        raise NotText("it holds no text but binary data")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _repaired(data)


def _repaired(data: bytes) -> str:
    """A text with bytes that are not UTF-8: mostly UTF-8 with a fault, or another encoding."""
    as_utf8 = data.decode("utf-8", "replace")
    faults = as_utf8.count("\ufffd")
    sound = sum(not char.isascii() for char in as_utf8) - faults
    if sound > faults:
        return as_utf8
    return data.decode("cp1252", "replace")
