"""Which articles stand side by side: chosen, paged through, put in another order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.errors import ReaderError
from reader.ui.browsing import open_in_browser
from reader.ui.frame import FrameScreen
from reader.ui.shelf import LETTERS

if TYPE_CHECKING:
    from reader.model import Event


class ColumnDeeds(FrameScreen):
    """A screen with a column for each of some articles."""

    ids: tuple[str, ...] = ()
    title_shown = ""
    among: tuple[str, ...] = ()
    """Those of the story that the columns were chosen from, where it is no single event."""
    _pages: Sequence[tuple[str, ...]] = ()
    """The columns that were chosen, and those that come after them."""

    async def load(self, ids: tuple[str, ...], title: str = "") -> None:
        """Compare these articles."""
        raise NotImplementedError

    def column(self) -> int | None:
        """The column that the person is in, where there is one."""
        raise NotImplementedError

    def event(self) -> Event | None:
        """The event of the first column."""
        shelf = self.reader.library_screen.shelf
        card = shelf.cards.get(self.ids[0]) if self.ids else None
        return shelf.events.get(card.event) if card and card.event else None

    def _all(self) -> tuple[str, ...]:
        """The articles of the story that is compared, else those of the event."""
        if self.ids and set(self.ids) <= set(self.among):
            return self.among
        event = self.event()
        return event.articles if event is not None else ()

    def action_articles(self) -> None:
        """Choose the columns among the articles of the event or the story."""
        from reader.ui.choose import ChooseBox

        shelf = self.reader.library_screen.shelf
        ids = list(dict.fromkeys([*self.ids, *self._all()]))

        async def chosen(picked: tuple[str, ...] | None) -> None:
            if picked and picked != self.ids:
                await self.load(picked, self.title_shown)

        cards = [shelf.cards[id] for id in ids if id in shelf.cards]
        self.app.push_screen(ChooseBox(cards, self.ids, len(LETTERS)), chosen)

    async def action_more_articles(self) -> None:
        """The next articles of the same beside the first column, which stays."""
        others = [id for id in self._all() if id != self.ids[0]]
        room = len(LETTERS) - 1
        if len(others) <= room:
            self.say("No more than these: x chooses columns")
            return
        if self.ids not in self._pages:  # chosen otherwise: their other ones come behind them
            rest = [id for id in others if id not in self.ids]
            parts = [rest[at : at + room] for at in range(0, len(rest), room)]
            self._pages = [self.ids, *((self.ids[0], *part) for part in parts)]
        at = (self._pages.index(self.ids) + 1) % len(self._pages)
        ids = self._pages[at]
        await self.load(ids, self.title_shown)
        back = at + 1 == len(self._pages)
        self.say(
            f"A beside {len(ids) - 1} of its {len(others)} others"
            f"   X {'the first ones again' if back else 'the next ones'}"
        )

    def articles_shown(self) -> str:
        """How many articles stand side by side, and of how many: `4 of 6 articles`."""
        count, of_it = len(self.ids), self._all()
        if count < len(of_it) and set(self.ids) <= set(of_it):
            return f"{count} of {len(of_it)} articles"
        return f"{count} articles"

    async def action_browser(self) -> None:
        """Open the original of the current column, else of the first one."""
        if not self.ids:
            return
        id = self.ids[self.column() or 0]
        try:
            article = await self.reader.desk.of_library(lambda library: library.get(id))
        except ReaderError as error:
            self.reader.failed(error)
            return
        open_in_browser(self.reader, article.url)

    async def action_pivot(self) -> None:
        """The current column becomes the first one: points stand in its order."""
        column = self.column()
        # Where no column is current, each press takes the next one.
        chosen = self.ids[column or 1] if len(self.ids) > (column or 1) else None
        if chosen is not None:
            await self.load((chosen, *(id for id in self.ids if id != chosen)), self.title_shown)
            self.say("A is now another article: points stand in its order")
