"""Bytes of a web page turned into markup, whatever character set it claims to have."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from reader.importing.found import Refused

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What browsers read under these names (WHATWG Encoding): supersets that pages use in fact.
_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
_WESTERN = frozenset(("cp1252", "cp1254"))
_SAID = re.compile(rb"""<meta\b[^<>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_XML_SAID = re.compile(rb"""\s*<\?xml\b[^<>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})""")
# What the detection takes French or Polish for, by chance one or the other.
_LATIN = re.compile(
    r"cp125[02478]|iso8859[-_](?:1|2|3|4|9|1[03456])|latin\w*|mac\w*|hp\w+|cp(?!874|932|949|950)\d{3}"
)
_CENTRAL = re.compile(
    rb"""<html\b[^<>]{0,300}?\blang\s*=\s*["']?(?:pl|cs|sk|hu|hr|sl|ro)\b""", re.IGNORECASE
)
_HEAD = 8_192  # bytes in which a page says its character set; browsers look at 1,024
_SAMPLE = 40_000  # bytes; the detection is quadratic in none, but slow
_TAGS = re.compile(rb"<[^<>]*>")
# Western text has few letters outside ASCII; Cyrillic read as Western has little else.
_MOST_ACCENTS = 0.3
# Faults a UTF-8 page may have, such as one cut title in it, before it is taken for something else.
_FAULTS_PER_LETTER = 0.1
_NULLS = 0.02
_CONTROLS = re.compile(rb"[\x01-\x06\x0e-\x1a\x1c-\x1f\x7f]")


def markup(data: bytes, charset: str | None = None) -> str:
    """The page as text; `charset` is what HTTP said of it. Raises Refused for binary data."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if wide := _wide(data):
        return data.decode(wide, "replace")
    if _is_binary(data):
        raise Refused("it holds no text but binary data")
    said = list(_said(data, charset))
    if data.isascii() and not any(encoding.startswith("iso2022") for encoding in said):
        return data.decode("ascii")
    # What decodes as UTF-8 beyond ASCII is UTF-8, whatever is said: chance does not do that.
    if not data.isascii() and (text := _strictly(data, "utf-8")) is not None:
        return text
    for encoding in said:
        text = _strictly(data, encoding)
        if text is not None and not (encoding in _WESTERN and _mostly_accents(data)):
            return text
    return _guessed(data)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of its markup is zero."""
    head = data[:400]
    for encoding, pattern in (("utf-16-le", b"<\0"), ("utf-16-be", b"\0<")):
        if head.lstrip().startswith(pattern) and 3 * head.count(0) >= len(head):
            return encoding
    return None


def _is_binary(data: bytes) -> bool:
    return data.count(0) > _NULLS * len(data) or len(_CONTROLS.findall(data)) > 0.01 * len(data)


def _said(data: bytes, charset: str | None) -> Iterator[str]:
    """The character sets that the page has been said to have, the likelier first."""
    head = data[:_HEAD]
    by_page = [
        match[1].decode("ascii") for form in (_XML_SAID, _SAID) for match in form.finditer(head)
    ]
    names = [name for name in map(_known, [charset or "", *by_page]) if name]
    # Servers say Latin-1 of everything by default; what the page itself says is meant.
    yield from dict.fromkeys(sorted(names, key=lambda name: name in _WESTERN))


def _known(name: str) -> str | None:
    """Python's name of a text encoding; None if it has none, or one that decodes no bytes."""
    try:
        found = codecs.lookup(name.strip("\"' "))
    except (LookupError, ValueError):
        return None
    if not found._is_text_encoding or found.name in ("unicode_escape", "idna", "punycode", "utf-7"):
        return None
    return _MEANT.get(found.name, found.name)


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        # cp1252 has five holes; browsers read them as control characters.
        return data.decode("latin-1") if encoding == "cp1252" else None


def _mostly_accents(data: bytes) -> bool:
    words = _TAGS.sub(b"", data[:_SAMPLE])
    beyond = sum(byte >= 0xC0 for byte in words)
    return beyond > _MOST_ACCENTS * (beyond + sum(map(words.count, b"etaoinsrlducm")))


def _guessed(data: bytes) -> str:
    """A page that says nothing true: UTF-8 with faults, or what its bytes look like."""
    as_utf8 = data.decode("utf-8", "replace")
    faults = as_utf8.count("\ufffd")
    sound = sum(not char.isascii() for char in as_utf8) - faults
    if faults <= _FAULTS_PER_LETTER * sound:
        return as_utf8
    return _strictly(data, _detected(data) or "cp1252") or data.decode("cp1252", "replace")


def _detected(data: bytes) -> str | None:
    try:
        from charset_normalizer import from_bytes
    except ImportError:
        return None
    words = b" ".join(_TAGS.sub(b" ", data).split())[:_SAMPLE]
    best = from_bytes(words).best()
    if best is None or _LATIN.fullmatch(best.encoding):
        return "cp1250" if _CENTRAL.search(data[:_HEAD]) else "cp1252"
    return _MEANT.get(best.encoding, best.encoding)
