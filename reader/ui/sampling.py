"""The samples hidden by one key, and shown again by it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from reader.keymap import key_of
from reader.ui.touring import toggle

if TYPE_CHECKING:
    from reader.ui.frame import FrameScreen


async def switch(screen: FrameScreen) -> None:
    """Open the person's own library in place of the samples, or the other way.

    An empty library is opened so from then on. While articles are being added nothing is done.
    """
    reader, key = screen.reader, key_of("samples")
    library, hidden = reader.library_screen, reader.samples
    if library.bringing.running:
        screen.say(f"Articles are being added: {key} when that is done")
        return
    if reader.tour is not None:
        await toggle(reader)  # which is about the samples, and may have put them away
    await asyncio.to_thread(reader.desk.workspace.hide_samples, hidden=hidden)
    await reader.use_library(samples=not hidden)
    await library.reload()
    library.say(
        f"The samples are hidden   {key} shows them again"
        if hidden
        else f"These are samples   {key} hides them"
    )
