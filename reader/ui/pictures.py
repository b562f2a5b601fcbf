"""Pictures of several characters, drawn so that every terminal gives them the same room.

A skin tone, a joined family or the sign that makes a character a picture takes two cells in one
terminal, four in another and none in a third (tmux among them): what stands behind it, and the
border of a box, would move. So the first picture alone is drawn, in the room of the whole.
"""

from __future__ import annotations

import re

from rich.cells import cell_len

_ADDED = "\ufe0f\u20e3\U0001f3fb-\U0001f3ff"
_SUSPECT = re.compile(f"[\u200d{_ADDED}]")
_PICTURE = "[\u203c-\u3299\U0001f000-\U0001f3fa\U0001f400-\U0001faff]"
_SEVERAL = re.compile(f"({_PICTURE}|[0-9#*](?=\ufe0f))(?:[{_ADDED}]|\u200d{_PICTURE})+")
_LEFT_OVER = re.compile(f"[{_ADDED}]")


def of_one_width(text: str) -> str:
    """The text in as many cells, without what terminals give different room."""
    if text.isascii() or _SUSPECT.search(text) is None:
        return text
    return _LEFT_OVER.sub("", _SEVERAL.sub(_first, text))


def _first(match: re.Match[str]) -> str:
    return match[1] + " " * max(0, cell_len(match[0]) - cell_len(match[1]))
