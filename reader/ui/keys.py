"""The commands of the program as bindings of Textual."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from reader.keymap import on_screen

FOCUSING = frozenset({"find", "filter", "palette", "help"})
"""Commands after which keys type. A person types on at once, and keys that wait in the queue
would still go to the list and act there, so these run before the next key is looked at."""
AT_ONCE = frozenset({"keep-search"})
"""The same of keys that type nothing themselves, and are pressed in a line in which a person types:
what is typed next would still go there."""


def bindings(where: str) -> list[BindingType]:
    """Textual's bindings for a screen; ids are the commands'."""
    made: list[BindingType] = []
    for c in on_screen(where):
        plain = [key for key in c.keys if c.id not in FOCUSING or "+" in key or key == "f1"]
        first = [key for key in c.keys if key not in plain]
        if plain:
            keys, at_once = ",".join(plain), c.id in AT_ONCE
            made.append(Binding(keys, c.action, c.does, show=False, priority=at_once, id=c.id))
        if first:
            action = f"unless_typing('{c.action}')"
            made.append(Binding(",".join(first), action, c.does, show=False, priority=True))
    return made
