"""What a person sets: one commented TOML file, read with every mistake named and none fatal."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from reader.text.safety import one_line

NAME = "settings.toml"
LOOKS = ("auto", "dark", "light", "contrast", "16", "none")
SIGNS = ("auto", "symbols", "ascii", "words")
KEY_SETS = ("vi", "plain")
MEASURE = range(50, 91)
ROLES = (
    "text strong dim rule accent differs only quote error found marked bars ground selection"
).split()
"""What a theme may give a colour."""
COLOUR = "a colour, such as #003d99 or dark_red"
"""What such a thing has to be."""

_NAME_OR_NUMBER = r"(?:#[0-9a-fA-F]{6}|[a-z]+(?:_[a-z]+)*\d{0,3})"
_TABLE = re.compile(r"\[([^\[\]]+)\]")
_COLOUR = re.compile(rf"(?:bold )?{_NAME_OR_NUMBER}(?: on {_NAME_OR_NUMBER})?")

_NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds; everything that is not set is as the program sees fit."""

    look: str = "auto"
    """One of `LOOKS`, or a theme of the person's own."""
    signs: str = "auto"
    """One of `SIGNS`."""
    measure: int = 0
    """Cells of a line of text, within `MEASURE`; 0 for 68, or 72 on a wide terminal."""
    key_set: str = "vi"
    """One of `KEY_SETS`."""
    keys: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    """Keys by the id of their command, with spaces between several."""
    themes: Mapping[str, Mapping[str, str]] = field(default_factory=lambda: _NOTHING)
    """Colours by role, by the name of the theme; `base` is the look that it starts from."""
    lines: Mapping[str, int] = field(default_factory=lambda: _NOTHING)
    """The line of each key and colour, by its name with its table: `keys.quit`."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """Something in the file that does not hold."""

    line: int
    """Counted from 1; 0 where it is no line's."""
    says: str
    """A sentence with the remedy."""

    def __str__(self) -> str:
        return f"line {self.line}: {self.says}" if self.line else self.says


TEMPLATE = """\
# Settings of reader. Every line is as it is without this file; take the # away to change one.
# `reader config` says what holds and what is not understood.

# Colours: auto (as the terminal asks), dark, light, contrast, 16 (the terminal's own), none,
# or the name of a theme below.
# look = "auto"

# Signs: auto, symbols, ascii, words (for speech and braille: no lines, one column).
# signs = "auto"

# Cells of a line of text: 50 to 90. < and > change it while you read.
# measure = 68

# Keys: vi (letters and arrows), plain (arrows and named keys wherever there are some).
# key_set = "vi"

[keys]
# Other keys for a command, by its id; several with spaces between. `reader config --keys` lists
# all ids. A key means one thing on a screen, so it is taken from the command that had it, and
# that is said unless other keys stand here for that command.
# compare = "c"
# quit = "Q ctrl+q"

# A theme of your own: roles are text, strong, dim, rule, accent, differs, only, quote, error,
# found, marked, bars, ground, selection. Colours are names or #rrggbb; what is not given is as in
# `base`.
# [themes.paper]
# base = "light"
# ground = "#ffffff"
# accent = "bold #003d99"
"""
"""A file in which nothing is set."""


def read(path: Path) -> tuple[Settings, tuple[Mistake, ...]]:
    """The settings in a file, and its mistakes; without a file nothing is set."""
    try:
        text = path.read_text("utf-8-sig")
    except FileNotFoundError:
        return Settings(), ()
    except UnicodeDecodeError:
        return Settings(), (Mistake(0, f"{path} is no text in UTF-8: save it as such."),)
    except OSError as error:
        return Settings(), (Mistake(0, f"{path} cannot be read: {error.strerror}."),)
    return understood(text)


def understood(text: str) -> tuple[Settings, tuple[Mistake, ...]]:
    """The settings in a text, and its mistakes; one that is no TOML sets nothing."""
    import tomllib  # late: few people have such a file

    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return Settings(), (_syntax(error),)
    return _Reading(text).settings(found)


def _syntax(error: ValueError) -> Mistake:
    says = str(error)
    place = re.search(r" \(at (?:line (\d+), column \d+|end of document)\)", says)
    line = int(place[1]) if place and place[1] else 0
    reason = one_line(says[: place.start()] if place else says)
    says = (
        f"not TOML, so nothing in the file holds: {reason}. A setting is written name = value, a "
        'text in quotes (look = "dark"), and what is no setting begins with #.'
    )
    return Mistake(line, says)


class _Reading:
    """Goes through the values of one file."""

    def __init__(self, text: str) -> None:
        self._lines = text.splitlines()
        self._mistakes: list[Mistake] = []

    def settings(self, found: Mapping[str, Any]) -> tuple[Settings, tuple[Mistake, ...]]:
        """All that holds."""
        themes = self._themes(found.get("themes", {}))
        kinds: dict[str, tuple[Callable[[Any], bool], str]] = {
            "look": (
                lambda value: value in LOOKS or value in themes,
                f"one of {', '.join(LOOKS)}, or a theme of this file",
            ),
            "signs": (lambda value: value in SIGNS, f"one of {', '.join(SIGNS)}"),
            "key_set": (lambda value: value in KEY_SETS, f"one of {', '.join(KEY_SETS)}"),
            "measure": (
                lambda value: type(value) is int and value in MEASURE,
                f"a whole number from {MEASURE[0]} to {MEASURE[-1]}",
            ),
        }
        good: dict[str, Any] = {}
        for name, value in found.items():
            if name in kinds:
                holds, wanted = kinds[name]
                if isinstance(value, str | int) and holds(value):
                    good[name] = value
                else:
                    self._say(name, f"{name} is to be {wanted}.")
            elif name not in ("keys", "themes"):
                known = ", ".join((*kinds, "[keys]", "[themes.NAME]"))
                self._say(name, f"there is no setting {one_line(name)}; there are {known}.")
        keys = self._words(found.get("keys", {}), "keys", "keys as a text, such as “x ctrl+x”")
        lines = {f"keys.{id}": line_of(f"keys.{id}", self._lines) for id in keys}
        for theme, colours in themes.items():
            for name in (f"themes.{theme}.{role}" for role in colours):
                lines[name] = line_of(name, self._lines)
        settings = replace(Settings(), **good, keys=keys, themes=themes, lines=lines)
        return settings, tuple(sorted(self._mistakes, key=lambda each: each.line))

    def _themes(self, found: Any) -> dict[str, dict[str, str]]:
        if not isinstance(found, dict):
            self._say("themes", "themes are tables, such as [themes.paper].")
            return {}
        themes = {}
        for name, colours in found.items():
            if not isinstance(colours, dict):
                self._say(name, f"a theme is a table, such as [themes.{one_line(name)}].")
            elif name in LOOKS:
                self._say(f"themes.{name}", f"{name} is built in: give your theme another name.")
            else:
                themes[name] = self._colours(name, colours)
        return themes

    def _colours(self, theme: str, found: Mapping[str, Any]) -> dict[str, str]:
        good = {}
        for role, written in self._words(found, f"themes.{theme}", "a colour as a text").items():
            if role == "base":
                holds, wanted = written in LOOKS[1:], f"one of {', '.join(LOOKS[1:])}"
            else:
                holds, wanted = _COLOUR.fullmatch(written) is not None, COLOUR
            if role not in ("base", *ROLES):
                says = f"there is no role {one_line(role)}; there are base, {', '.join(ROLES)}."
                self._say(f"themes.{theme}.{role}", says)
            elif not holds:
                self._say(f"themes.{theme}.{role}", f"{role} is to be {wanted}.")
            else:
                good[role] = written
        return good

    def _words(self, found: Any, table: str, wanted: str) -> dict[str, str]:
        if not isinstance(found, dict):
            self._say(table, f"{table} is to be a table, written [{table}].")
            return {}
        good = {}
        for name, value in found.items():
            if isinstance(value, str):
                good[name] = value
            else:
                self._say(f"{table}.{name}", f"{one_line(name)} is to be {wanted}.")
        return good

    def _say(self, name: str, says: str) -> None:
        self._mistakes.append(Mistake(line_of(name, self._lines), says))


def line_of(name: str, lines: list[str]) -> int:
    """The line on which a key or a table of that name stands; 0 if it is not to be found."""
    table, _, last = name.rpartition(".")
    within = ""
    for number, line in enumerate(lines, 1):
        written = line.strip()
        if head := _TABLE.match(written):
            within = head[1]
            if within == name or (not table and within.startswith(f"{name}.")):
                return number
        key = written.partition("=")[0].strip().strip("\"'")
        if "=" in written and key == last and table in ("", within):
            return number
    return 0
