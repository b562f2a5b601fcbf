"""XML of feeds and lists of feeds as text that is safe to parse: no entities, no abyss."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.parsers import expat

from reader.importing.found import Refused
from reader.importing.html.coding import markup
from reader.text.safety import clean

# What articles need is some 30; parsers in Python slow down with the square of it.
DEEPEST = 200
"""Elements inside each other that are still read."""

# Feeds of 5,000 entries have 50,000; feedparser takes some 20 microseconds for each.
MOST = 500_000
"""Elements in a document that is still read."""

_SNIFFED = 65_536  # bytes in which the root has begun
_MARKS = re.compile(rb"\A(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)")
# With the control characters, which `clean` takes out, all that XML forbids.
_INVALID = re.compile("[\ufffe\uffff]")
# References to no character end some parsers, and the lenient ones of lxml let surrogates through.
_REFERENCE = re.compile("&#(?:[xX]([0-9a-fA-F]+)|([0-9]+));?")
LONGEST_AUTHOR = 2_000
"""Characters in a field with an author; feedparser's patterns take the square of them."""
_ENDLESS = re.compile(
    r"<((?:\w{1,20}:)?(?:author|creator|managingEditor|webMaster|contributor))(?=[\s>])"
    rf"[^<>]{{0,500}}(?<!/)>(?!.{{0,{LONGEST_AUTHOR}}}?</\1)",
    re.DOTALL,
)
_PROLOG = re.compile(r"\s*(?:<!--.*?-->|<\?.*?\?>|<!DOCTYPE[^<>\[]*(?:\[.*?\]\s*)?>)", re.S | re.I)
_ROOT = re.compile(r"\s*<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)[\s/>]")
_TAG = re.compile(r"<(/?)([A-Za-z][\w:.-]*)[^<>]*?(/?)>")
_UNENDED = re.compile(r"<[^<>]*(?=<)")
_MOST_UNENDED = 1_000
_VOID = frozenset({"br", "hr", "img", "p", "li", "input", "wbr", "source", "embed"})


def sniffed(data: bytes) -> str:
    """The first characters, enough to tell what it is; letters outside ASCII may be wrong."""
    return _MARKS.sub(b"", data[:_SNIFFED]).replace(b"\0", b"").decode("latin-1")


def root(text: str) -> str:
    """Name of the outermost element in lower case, without its prefix; empty if there is none."""
    found = _ROOT.match(text, _begin(text))
    return found[1].lower() if found else ""


def document(data: bytes, charset: str | None = None) -> str:
    """The XML from its outermost element on, clean, without characters that XML forbids.

    Raises Refused for binary data, and for a document that declares entities: what they stand
    for may be anything, of any size.
    """
    text = _REFERENCE.sub(_possible, _INVALID.sub("", clean(markup(data, charset))))
    if _ENDLESS.search(text):
        raise Refused(f"it has an author of more than {LONGEST_AUTHOR:,} characters")
    begin = _begin(text)
    if "<!entity" in text[:begin].lower():
        raise Refused("it declares XML entities, which are not read")
    return text[begin:]


def _possible(reference: re.Match[str]) -> str:
    """The reference, or nothing where XML has no such character."""
    digits = reference[1] or reference[2]
    if len(digits) > 7:
        return ""
    code = int(digits, 16 if reference[1] else 10)
    allowed = code in (9, 10, 13) or 32 <= code < 0xD800 or 0xE000 <= code < 0xFFFE
    return reference[0] if allowed or 0x10000 <= code <= 0x10FFFF else ""


def _begin(text: str) -> int:
    """Where declaration, comments and document type end."""
    at = 0
    while match := _PROLOG.match(text, at):
        at = match.end()
    return at


def fault(text: str) -> str | None:
    """Why it is no well-formed XML of a sensible shape, as a clause; None if it is."""
    shape = _Shape()
    parser = expat.ParserCreate("utf-8")
    parser.StartElementHandler = shape.begin
    parser.EndElementHandler = shape.end
    try:
        parser.Parse(text.encode(), True)
    except expat.ExpatError as error:
        return f"{expat.ErrorString(error.code)} in line {error.lineno}"
    except _Misshapen as error:
        return str(error)
    return None


def is_tractable(text: str) -> bool:
    """Whether a lenient parser can be let loose on broken XML without being lost in it."""
    # Split, since a pattern would look for the end of each section anew.
    first, *sections = text.split("<![CDATA[")
    outside = first + "".join(section.partition("]]>")[2] for section in sections)
    if len(_UNENDED.findall(outside)) > _MOST_UNENDED:
        return False
    shape = _Shape()
    try:
        for closing, name, empty in _TAG.findall(outside):
            if name in ("item", "entry"):
                shape.depth = 0
            elif closing:
                shape.end(name)
            else:
                shape.begin(name, {})
                if empty or name.lower() in _VOID:
                    shape.end(name)
    except _Misshapen:
        return False
    return True


class _Misshapen(Exception):
    """Why a document is not parsed, as a clause."""


class _Shape:
    """The depth and the number of the elements seen so far."""

    def __init__(self) -> None:
        self.depth = 0
        self._count = 0

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins; raises _Misshapen."""
        self.depth += 1
        self._count += 1
        if self.depth > DEEPEST:
            raise _Misshapen(f"its elements are nested more than {DEEPEST} deep")
        if self._count > MOST:
            raise _Misshapen(f"it has more than {MOST:,} elements")

    def end(self, name: str) -> None:
        """An element ends."""
        self.depth -= 1
