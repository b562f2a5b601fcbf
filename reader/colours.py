"""The colours of a person's own themes: those that exist."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from reader.settings import COLOUR, Mistake, Settings


def painted(settings: Settings) -> tuple[Settings, list[Mistake]]:
    """The settings without the colours that cannot be painted, and what is to be said of these."""
    wrong: list[Mistake] = []
    themes: dict[str, Mapping[str, str]] = {}
    for theme, colours in settings.themes.items():
        missing = {role for role, written in colours.items() if not _exists(role, written)}
        themes[theme] = {role: colours[role] for role in colours if role not in missing}
        for role in sorted(missing):
            line = settings.lines.get(f"themes.{theme}.{role}", 0)
            wrong.append(Mistake(line, f"{role} is to be {COLOUR}."))
    return replace(settings, themes=themes), wrong


def _exists(role: str, written: str) -> bool:
    from rich.errors import StyleSyntaxError  # late: few people have a theme of their own
    from rich.style import Style

    try:
        Style.parse(f"on {written}" if role in ("ground", "selection") else written)
    except StyleSyntaxError:
        return role == "base"
    return True
