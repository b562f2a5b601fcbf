"""Another look while the program runs: put up at once, and kept for the next start."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from reader.ui.ground import preferred_look
from reader.ui.roles import Look, Roles, is_plain
from reader.ui.themes import theme

if TYPE_CHECKING:
    from reader.ui.app import ReaderApp


def put_look(app: ReaderApp, look: Look) -> None:
    """Draw everything in a look."""
    app.register_theme(theme(look))
    app.roles = Roles(look)
    app.ansi_color = is_plain(look) or None
    app.theme = f"reader-{look}"
    for screen in app.screen_stack:
        screen.refresh(layout=True)
        for widget in screen.walk_children():
            widget.refresh()


async def choose_look(app: ReaderApp, look: Look) -> None:
    """Draw everything in a look, or in what the terminal asks for (`auto`), and keep that."""
    put_look(app, (app.asked_look or preferred_look()) if look == "auto" else look)
    await asyncio.to_thread(app.desk.workspace.chosen.keep_look, look)
    if app.front:
        named = "the colours that the terminal asks for" if look == "auto" else f"colours: {look}"
        app.front.say(f"{named[0].upper()}{named[1:]}, from now on")
