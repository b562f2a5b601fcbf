"""Other keys for commands: what a person wrote is checked, and what it takes away is said."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from reader import keymap
from reader.keymap import COMMANDS, Command, shown
from reader.settings import Mistake, Settings
from reader.text.safety import one_line

_WRITTEN = {name.casefold(): key for key, name in keymap.NAMES.items()}
_WRITTEN |= {"return": "enter", "esc": "escape", "pageup": "pageup", "pagedown": "pagedown"}
_NAMED = re.compile(
    r"(?:(?:ctrl|shift|alt)\+)*(?:f\d{1,2}|[a-z0-9]|enter|space|tab|escape|up|down|left|right"
    r"|pageup|pagedown|home|end|delete|insert|backspace)"
)


def rebind(settings: Settings) -> list[Mistake]:
    """Bind the keys that a person wants, before any screen is made; what of them does not hold."""
    key_set, wanted = settings.key_set, settings.keys
    says: list[Mistake] = []

    def say(id: str, sentence: str) -> None:
        says.append(Mistake(settings.lines.get(f"keys.{id}", 0), sentence))

    bound = {c.id: _plain(c.keys) if key_set == "plain" else c.keys for c in COMMANDS}
    given: dict[str, tuple[str, ...]] = {}
    for id, written in wanted.items():
        if id not in bound:
            say(id, f"there is no command {one_line(id)}; reader config --keys lists them.")
            continue
        found = [(word, key_named(word)) for word in written.split()]
        wrong = [word for word, key in found if key is None]
        for word in wrong:
            say(id, f"{one_line(word)} is no key; write x, Ctrl+X or F5.")
        if len(wrong) < len(found) or not found:
            given[id] = tuple(key for _, key in found if key is not None)
    bound.update(given)
    by_id = {command.id: command for command in COMMANDS}
    for id in given:
        keys = bound[id]
        for other in COMMANDS:
            if other.id == id or not _meet(by_id[id], other):
                continue
            if both := [key for key in bound[other.id] if key in keys]:
                bound[other.id] = tuple(key for key in bound[other.id] if key not in both)
                say(id, _taken(id, other.id, both, bound[other.id], by_itself=other.id in given))
    keymap.bind(bound)
    return says


def key_named(written: str) -> str | None:
    """Textual's name of a key that a person wrote; None if there is no such key."""
    if len(written) == 1 and written.isprintable():
        return _character(written)
    head, _, tail = written.rpartition("+")
    tail = _WRITTEN.get(tail.casefold(), tail.casefold())
    key = f"{head.casefold()}+{tail}" if head else tail
    return key if _NAMED.fullmatch(key) else None


def _character(written: str) -> str:
    if written.isalnum():
        return written
    known = _WRITTEN.get(written)
    return known or unicodedata.name(written, written).lower().replace("-", "_").replace(" ", "_")


def _taken(
    id: str, other: str, keys: Sequence[str], left: Sequence[str], *, by_itself: bool
) -> str:
    """What is said of keys that one command has taken from another, and of what is left to that."""
    named = " ".join(shown(key) for key in keys)
    if by_itself:
        return f"{named} is given to both {id} and {other}: {id} has it."
    if not left:
        return f"{named} was {other}, which has no key now; it stands in the palette."
    others = " ".join(shown(key) for key in left)
    return f'{named} was {other}, which has {others} now; if so meant, write {other} = "{others}".'


def _meet(one: Command, other: Command) -> bool:
    """Whether two commands are on one screen."""
    return "G" in (one.where, other.where) or not set(one.where).isdisjoint(other.where)


def _plain(keys: tuple[str, ...]) -> tuple[str, ...]:
    """The keys without letters and marks, where there are others."""
    named = tuple(key for key in keys if len(key) > 1 and not _is_mark(key))
    return named or keys


def _is_mark(key: str) -> bool:
    """Whether a key with a name types a mark, such as a slash."""
    written = keymap.NAMES.get(key, "")
    return len(written) == 1 and written.isascii()
