"""Colours by role: what a word is for decides how it looks, in each of four looks.

A style key is a role and the marks on it: `differs underline`. Nothing here is chosen by outlet.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from rich.style import Style

Look = str
"""dark, light, contrast, 16, none, or the name of a theme that a person made."""
Key = str
"""A role, then any of: bold, underline, italic, ground, marked."""
MARKED_GROUND = "marked"
"""The mark of a run that the person marked."""
BOTH = "both"
"""Words that others have too: set apart where all is words, and otherwise drawn as their role."""
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
    "marked": "#d9d5cb on #3a3413",
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
    "marked": "#2d2b27 on #f3e7b3",
    "bars": "#4a4740 on #eae7dd",
    "bars-accent": "bold #1b579c on #eae7dd",
    "bars-current": "bold #fbfaf6 on #1b579c",
}
_CONTRAST = {
    "text": "#ffffff",
    "strong": "bold #ffffff",
    "dim": "#e0e0e0",
    "rule": "#c0c0c0",
    "accent": "bold #7fd4ff",
    "differs": "bold #ffb347",
    "only": "bold #5ff0d0",
    "quote": "bold #e0b3ff",
    "error": "bold #ff9a92",
    "found": "bold #000000 on #ffff00",
    "marked": "#ffffff on #2e2600",
    "bars": "#ffffff on #303030",
    "bars-accent": "bold #7fd4ff on #303030",
    "bars-current": "bold #000000 on #ffffff",
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
    "marked": "reverse",
    "bars": "default",
    "bars-accent": "bold",
    "bars-current": "bold reverse",
}
_NONE = dict.fromkeys(_SIXTEEN, "default") | {
    "strong": "bold",
    "accent": "bold",
    "error": "bold",
    "found": "reverse",
    "marked": "reverse",
    "bars-accent": "bold",
    "bars-current": "bold reverse",
}
_GROUNDS: dict[Look, tuple[str, str]] = {
    "dark": ("#15171c", "on #242f41"),
    "light": ("#fbfaf6", "on #dbe6f3"),
    "contrast": ("#000000", "on #00233f"),
    "16": ("default", "reverse"),
    "none": ("default", "reverse"),
}
_TABLES: dict[Look, dict[str, str]] = {
    "dark": _DARK,
    "light": _LIGHT,
    "contrast": _CONTRAST,
    "16": _SIXTEEN,
    "none": _NONE,
}


_BUILT_IN = frozenset(_TABLES)
_LIGHT_GROUNDS: set[Look] = {"light"}
_PLAIN: set[Look] = {"16", "none"}


def is_plain(look: Look) -> bool:
    """Whether a look keeps to the colours of the terminal."""
    return look in _PLAIN


def is_light(look: Look) -> bool:
    """Whether a look has dark words on a light ground."""
    return look in _LIGHT_GROUNDS


def add_theme(name: str, colours: Mapping[str, str]) -> None:
    """Have a look by that name; `base` is the one that it starts from."""
    base = colours.get("base", "dark")
    table, (ground, selection) = dict(_TABLES[base]), _GROUNDS[base]
    for role, written in colours.items():
        if role == "base":
            continue
        if role == "ground":
            ground = written
        elif role == "selection":
            selection = f"on {written}"
        else:
            table[role] = written
    _TABLES[name], _GROUNDS[name] = table, (ground, selection)
    for kind in (_LIGHT_GROUNDS, _PLAIN):
        if base in kind:
            kind.add(name)


def own_themes() -> list[Look]:
    """The looks that a person made."""
    return [look for look in _TABLES if look not in _BUILT_IN]


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
        return is_plain(self.look)

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
            marks = " ".join(m for m in rest if m not in (GROUND, MARKED_GROUND, BOTH))
            style = Style.parse(f"on {self.ground}") + Style.parse(_TABLES[self.look][role])
            style += Style.parse(marks) if marks else Style.null()
            if marked:
                ground = Style.parse(_TABLES[self.look]["marked"])
                style += Style(bgcolor=ground.bgcolor, reverse=ground.reverse)
            if selected and role != "found":
                style += Style.parse(_GROUNDS[self.look][1])
            self._cache[asked] = style
        return style
