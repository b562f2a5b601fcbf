"""A screen that holds the shelf: its beginning for the first frame, then all of it."""

from __future__ import annotations

import asyncio
import gc
from functools import cached_property

from reader.errors import ReaderError
from reader.ui.frame import FrameScreen
from reader.ui.shelf import Row, Shelf


class Shelving(FrameScreen):
    """A screen with the cards and events of the library."""

    shelf: Shelf

    def fill_list(self, keep: str | None = None) -> None:
        """Show the shelf."""
        raise NotImplementedError

    def rows_of(self, shelf: Shelf) -> list[Row]:
        """The rows of a shelf as they are listed now."""
        raise NotImplementedError

    @cached_property
    def _rest_read(self) -> asyncio.Event:
        """Whether all of the shelf is there."""
        return asyncio.Event()

    async def read_rest(self) -> None:
        """Read what the first frame did without."""
        try:
            if self.shelf.counted is not None:
                self.shelf = await self.reader.desk.shelf(self.rows_of)
                gc.freeze()  # or looking for garbage among 100,000 cards stops a key for 100 ms
                self.fill_list()
                if (front := self.reader.front) is not None and front is not self:
                    await front.brought()
        except ReaderError as error:
            self.reader.failed(error)
        finally:
            self._rest_read.set()

    async def whole_shelf(self) -> Shelf:
        """The shelf, once all of it is there."""
        await self._rest_read.wait()
        return self.shelf

    def _compositor_refresh(self) -> None:
        # At the start Textual batches: it draws all lines, shows none and takes them for painted.
        if not self.app._batch_count:
            super()._compositor_refresh()
