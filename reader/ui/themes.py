"""The looks as themes of Textual."""

from __future__ import annotations

from textual.theme import Theme

from reader.ui.roles import Look, Roles, is_light, is_plain

LOOKS: tuple[Look, ...] = ("dark", "light", "contrast", "16", "none")


def theme(look: Look) -> Theme:
    """A look as Textual's own widgets need it: inputs and boxes."""
    roles = Roles(look)
    plain = is_plain(look)
    text, rule, accent = (
        "ansi_default" if plain else _colour(roles, role) for role in ("text", "rule", "accent")
    )
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
        # What an empty line says, and what it offers: Textual's own is too faint to be read.
        variables=_PLAIN if plain else {"text-disabled": _colour(roles, "dim")},
    )


def _colour(roles: Roles, role: str) -> str:
    colour = roles.style(role).color
    assert colour is not None
    return colour.name


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
