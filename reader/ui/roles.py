"""Colours by role: what a word is for decides how it looks, in each of four looks.

A style key is a role and the marks on it: `differs underline`. Nothing here is chosen by outlet.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from rich.style import Style

Look = Literal["dark", "light", "16", "none"]
Key = str
"""A role, then any of: bold, underline, italic, ground, marked."""
MARKED_GROUND = "marked"
"""The mark of a run that the person marked."""
GROUND = "ground"
"""The mark of a run that stands on the colour of the selection."""

_DARK = {
    "text": "#d9d5cb",
    "strong": "bold #f5f2ea",
    "dim": "#a9a69d",
    "rule": "#596069",
    "accent": "bold #8fc1f0",
    "differs": "#f4ab5c",
    "only": "#74cdbb",
    "quote": "#cda9f5",
    "error": "#ff8f87",
    "found": "#15171c on #ecd66e",
    "bars": "#b9b6ad on #22262e",
    "bars-accent": "bold #8fc1f0 on #22262e",
    "bars-current": "bold #15171c on #8fc1f0",
}
_LIGHT = {
    "text": "#2d2b27",
    "strong": "bold #0f0f0d",
    "dim": "#65625a",
    "rule": "#b3ad9d",
    "accent": "bold #1b579c",
    "differs": "#9a4400",
    "only": "#00665a",
    "quote": "#6a35ae",
    "error": "#a8201a",
    "found": "#2d2b27 on #ffe27a",
    "bars": "#4a4740 on #eae7dd",
    "bars-accent": "bold #1b579c on #eae7dd",
    "bars-current": "bold #fbfaf6 on #1b579c",
}
_SIXTEEN = {
    "text": "default",
    "strong": "bold",
    "dim": "default",
    "rule": "bright_black",
    "accent": "bold",
    "differs": "bright_yellow",
    "only": "cyan",
    "quote": "bright_magenta",
    "error": "bold",
    "found": "reverse",
    "bars": "default",
    "bars-accent": "bold",
    "bars-current": "bold reverse",
}
_NONE = dict.fromkeys(_SIXTEEN, "default") | {
    "strong": "bold",
    "accent": "bold",
    "error": "bold",
    "found": "reverse",
    "bars-accent": "bold",
    "bars-current": "bold reverse",
}
_MARKED: dict[Look, str] = {
    "dark": "on #3a3413",
    "light": "on #f3e7b3",
    "16": "reverse",
    "none": "reverse",
}
_GROUNDS: dict[Look, tuple[str, str]] = {
    "dark": ("#15171c", "on #242f41"),
    "light": ("#fbfaf6", "on #dbe6f3"),
    "16": ("default", "reverse"),
    "none": ("default", "reverse"),
}
_TABLES: dict[Look, dict[str, str]] = {
    "dark": _DARK,
    "light": _LIGHT,
    "16": _SIXTEEN,
    "none": _NONE,
}


@dataclass
class Roles:
    """The styles of one look, looked up by key."""

    look: Look
    _cache: dict[tuple[Key, bool], Style] = field(default_factory=dict)

    @property
    def ground(self) -> str:
        """The background colour, as Rich names it."""
        return _GROUNDS[self.look][0]

    @property
    def reverses(self) -> bool:
        """Whether selection is shown by reversing: then only the first line of a block is."""
        return self.look in ("16", "none")

    def style(self, key: Key, selected: bool = False) -> Style:
        """The style of a key; a selected found word stays a found word.

        The mark `ground` selects one run of a line.
        """
        asked = key, selected
        style = self._cache.get(asked)
        if style is None:
            role, *rest = key.split()
            selected = selected or GROUND in rest
            marked = MARKED_GROUND in rest and role != "found"
            marks = " ".join(m for m in rest if m not in (GROUND, MARKED_GROUND))
            style = Style.parse(f"on {self.ground}") + Style.parse(_TABLES[self.look][role])
            style += Style.parse(marks) if marks else Style.null()
            if marked:
                style += Style.parse(_MARKED[self.look])
            if selected and role != "found":
                style += Style.parse(_GROUNDS[self.look][1])
            self._cache[asked] = style
        return style
