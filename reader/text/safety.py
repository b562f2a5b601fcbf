"""Text from outside is hostile: what reaches a terminal or a data set is cleaned here.

Terminals obey control characters wherever they come from, and bidirectional controls make a line
read differently from what it says. Both are taken out at import (`clean`) and, should any have
come in another way, made visible at display (`visible`), which keeps every offset.
"""

import re

# Category Cc but newline and tab (C0, DEL, C1), the bidirectional controls, and line and
# paragraph separators, which terminals and SVG renderers treat as line breaks.
_HOSTILE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069"
    "\ud800-\udfff\ufff9-\ufffb\ufeff]"
)
_SURROGATES = re.compile("[\ud800-\udfff]")
_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# CSI, OSC (to BEL or ST), DCS/SOS/PM/APC and two-byte escapes, with the payload that belongs to
# them: without ESC the rest would stay behind as junk.
_ESCAPES = re.compile(
    "(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]"
    "|(?:\x1b[\\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c]{0,4096}(?:\x07|\x1b\\\\|\x9c)"
    "|\x1b[ -/]*[0-~]"
)


# What any of the three patterns begins with: most texts have none of it.
_SUSPECT = re.compile(f"{_HOSTILE.pattern}|[\r\x0b\x0c\x85\u2028\u2029\x1b]")


def clean(text: str) -> str:
    """The text with line ends as newlines and without control characters; lengths change."""
    if _SUSPECT.search(text) is None:
        return text
    return _HOSTILE.sub("", _BREAKS.sub("\n", _ESCAPES.sub("", text)))


def visible(text: str) -> str:
    """The text with every control character but newline and tab as U+FFFD; lengths stay."""
    return _HOSTILE.sub("\ufffd", text)


def one_line(text: str) -> str:
    """The text as one visible line, white space folded."""
    return " ".join(visible(text).split())


def storable(text: str) -> str:
    """The text with lone surrogates as U+FFFD: names of files may hold them, databases may not."""
    return _SURROGATES.sub("\ufffd", text)


def escaped(json: str) -> str:
    """A JSON document with its control characters as JSON escapes: the same values, safe to print.

    JSON itself escapes only what lies below the space; DEL, C1 and the bidirectional controls
    stand in strings alone, so that their escapes mean the same.
    """
    return _HOSTILE.sub(lambda match: f"\\u{ord(match[0]):04x}", json)
