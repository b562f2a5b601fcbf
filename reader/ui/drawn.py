"""What is let go of with a screen or size that is gone: what was drawn, and what was put off."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rich.segment import Segment
from textual._styles_cache import StylesCache
from textual.css.scalar import Scalar
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip


def forget_drawn() -> None:
    """Empty the caches that Textual and Rich have over all widgets, sizes and cut lines.

    They have bounds, which some forty MB fill; one of them holds the lines of a thousand widgets
    that are gone (Textual's issue 6665). What is in sight is worked out again in a moment.
    """
    kept = [*vars(Region).values(), *vars(Scalar).values()]
    kept += [StylesCache.get_inner_outer, Strip.blank, Strip.render_ansi]
    kept.append(getattr(Segment, "_split_cells", None))
    for each in kept:
        if (clear := getattr(each, "cache_clear", None)) is not None:
            clear()


def while_there(screen: Screen[Any], callback: Callable[..., object], *args: object) -> object:
    """Call back what a screen put off, unless it is being taken away: its parts are gone then."""
    return callback(*args) if screen.display else None
