"""What the search line offers to go on with: read beside the event loop, asked with every key."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.errors import IndexDamaged, ReaderError

if TYPE_CHECKING:
    from reader.actions.completing import Completion, Known
    from reader.workspace import Workspace

MOST = 12
"""Values of a field that are listed."""
FEW = 2
"""Words that are asked for: one is shown, and one may stand there already."""


class Completer:
    """Completions of one library; none until it has been read."""

    def __init__(self) -> None:
        self._known: Known | None = None
        self._stamp: object = None

    async def refresh(self, workspace: Workspace) -> None:
        """Read the library again if it has changed; costs a thread up to two seconds at 100,000."""

        def read() -> tuple[object, Known | None]:
            from reader.actions.completing import Known

            stamp = _stamp(workspace)
            return stamp, None if stamp == self._stamp else Known.of(workspace)

        try:
            stamp, known = await asyncio.to_thread(read)
        except ReaderError:
            return  # what is wrong with the library is told by what the person asked of it
        if known is not None:
            self._stamp, self._known = stamp, known

    def offers(self, query: str, cursor: int) -> Sequence[Completion]:
        """How a query may go on at the cursor; never what stands there already."""
        if self._known is None or not query:
            return ()
        from reader.actions.completing import completions

        most = MOST if ":" in query[:cursor] else FEW
        return [
            offer
            for offer in completions(self._known, query, cursor, most)
            if offer.text.casefold() != query[offer.start : offer.end].casefold()
        ]


def _stamp(workspace: Workspace) -> object:
    """What changes with anything that can be typed on."""
    library = workspace.library
    try:
        indexed = workspace.index.revision
    except IndexDamaged:
        indexed = -1
    tags = tuple(library.tags().items())
    return workspace.data, library.revision, library.events_revision, indexed, tags
