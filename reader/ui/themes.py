"""The looks as themes of Textual, and which of them a terminal asks for."""

from __future__ import annotations

import os

from textual.theme import Theme

from reader.ui.roles import Look, Roles, is_light, is_plain

LOOKS: tuple[Look, ...] = ("dark", "light", "contrast", "16", "none")


def theme(look: Look) -> Theme:
    """A look as Textual's own widgets need it: inputs and boxes."""
    roles = Roles(look)
    plain = is_plain(look)
    text = "ansi_default" if plain else roles.style("text").color.name  # type: ignore[union-attr]
    rule = "ansi_default" if plain else roles.style("rule").color.name  # type: ignore[union-attr]
    accent = "ansi_default" if plain else roles.style("accent").color.name  # type: ignore[union-attr]
    ground = "ansi_default" if plain else roles.ground
    return Theme(
        name=f"reader-{look}",
        primary=accent,
        foreground=text,
        background=ground,
        surface=ground,
        panel=rule,
        dark=not is_light(look),
        ansi=plain,
        variables=_PLAIN if plain else {},
    )


# What Textual's own styles ask of a theme without colours of its own.
_PLAIN = {
    "ansi-background": "ansi_default",
    "ansi-foreground": "ansi_default",
    "border-blurred": "ansi_default",
    "block-cursor-foreground": "ansi_default",
    "block-cursor-background": "ansi_default",
    "input-cursor-background": "ansi_default",
    "input-cursor-foreground": "ansi_default",
    "input-cursor-text-style": "reverse",
    "input-selection-background": "ansi_default",
    "input-selection-foreground": "ansi_default",
    "screen-selection-background": "ansi_default",
    "screen-selection-foreground": "ansi_default",
}


def preferred_look(environment: dict[str, str] | None = None) -> Look:
    """The look that the terminal asks for: none, 16 colours, light or dark."""
    env = dict(os.environ) if environment is None else environment
    if "NO_COLOR" in env:
        return "none"
    term = env.get("TERM", "")
    rich_colours = env.get("COLORTERM", "") in ("truecolor", "24bit") or "256color" in term
    modern = any(name in term for name in ("kitty", "ghostty", "alacritty", "wezterm", "direct"))
    if term in ("dumb", "vt100", "vt220"):
        return "none"
    if not (rich_colours or modern or "COLORTERM" in env or os.name == "nt"):
        return "16"
    # rxvt's convention, set by several terminals: `foreground;background`, 7 and 15 are light.
    ground = env.get("COLORFGBG", "").rpartition(";")[2]
    return "light" if ground in ("7", "15") else "dark"
