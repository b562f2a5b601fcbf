"""Measures how the words of each look stand out from their ground: `python -m tests.contrast`."""

from __future__ import annotations

from pathlib import Path

import reader
from reader.settings import ROLES
from reader.ui.roles import Roles, is_plain
from reader.ui.themes import LOOKS

PAGE = Path(reader.__file__).parent / "manual" / "measured.md"
HEAD = "| words | dark | light | contrast |"
COLOURED = [look for look in LOOKS if not is_plain(look)]
WORDS = [role for role in ROLES if role not in ("rule", "ground", "selection")]
NAMES = {
    "strong": "headlines",
    "dim": "dim, and what all say",
    "accent": "keys, signs of rows",
    "differs": "differs",
    "only": "only here, left out",
    "quote": "quotations",
    "error": "errors",
    "found": "found words",
    "marked": "marked words",
    "bars": "first and last line",
    "bars-accent": "keys there",
    "bars-current": "the present screen there",
}


def ratio(look: str, key: str, *, selected: bool = False) -> float:
    """The contrast of words to their ground as WCAG 2.2 defines it."""
    style = Roles(look).style(key, selected)
    assert style.color is not None
    assert style.bgcolor is not None
    colours = (style.color.get_truecolor(), style.bgcolor.get_truecolor())
    dark, light = sorted(luminance((c.red, c.green, c.blue)) for c in colours)
    return (light + 0.05) / (dark + 0.05)


def luminance(rgb: tuple[int, int, int]) -> float:
    """Relative luminance as WCAG defines it."""
    parts = [value / 255 for value in rgb]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def table() -> str:
    """All roles in all looks with colours of their own: on the ground, and where selected."""
    lines = [HEAD, "|---|---|---|---|"]
    for role in (*WORDS, "bars-accent", "bars-current"):
        cells = []
        for look in COLOURED:
            on_ground = f"{ratio(look, role):.1f}"
            selects = not role.startswith("bars") and role != "found"
            chosen = f", {ratio(look, role, selected=True):.1f}" if selects else ""
            cells.append(on_ground + chosen)
        lines.append(f"| {NAMES.get(role, role)} | {' | '.join(cells)} |")
    return "\n".join(lines)


def page() -> str:
    """The page of the manual with the table as it is now."""
    text = PAGE.read_text("utf-8")
    before, _, behind = text.partition(HEAD)
    rest = behind.partition("\n\n")[2]
    return f"{before}{table()}\n" + (f"\n{rest}" if rest else "")


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
