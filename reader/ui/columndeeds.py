"""Which articles stand side by side: chosen, paged through, put in another order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.frame import FrameScreen
from reader.ui.shelf import LETTERS

if TYPE_CHECKING:
    from reader.model import Event


class ColumnDeeds(FrameScreen):
    """A screen with a column for each of some articles."""

    ids: tuple[str, ...] = ()
    title_shown = ""
    _paged: frozenset[str] = frozenset()
    """The articles of the event that have stood here since the columns were chosen."""

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

    def action_articles(self) -> None:
        """Choose the columns among the articles of the event."""
        from reader.ui.choose import ChooseBox

        shelf, event = self.reader.library_screen.shelf, self.event()
        ids = list(dict.fromkeys([*self.ids, *(event.articles if event else ())]))

        async def chosen(picked: tuple[str, ...] | None) -> None:
            if picked and picked != self.ids:
                await self.load(picked, self.title_shown)

        cards = [shelf.cards[id] for id in ids if id in shelf.cards]
        self.app.push_screen(ChooseBox(cards, self.ids, len(LETTERS)), chosen)

    async def action_more_articles(self) -> None:
        """The next articles of the event beside the first column, which stays."""
        event = self.event()
        others = [id for id in event.articles if id != self.ids[0]] if event else []
        room = len(LETTERS) - 1
        if len(others) <= room:
            self.say("No more than these in this event: x chooses columns")
            return
        if not self._paged.issuperset(self.ids):
            self._paged = frozenset(self.ids)
        fresh = [id for id in others if id not in self._paged]
        following = (fresh or others)[:room]
        self._paged = (self._paged if fresh else frozenset(self.ids[:1])).union(following)
        left = any(id not in self._paged for id in others)
        await self.load((self.ids[0], *following), self.title_shown)
        self.say(
            f"A beside {len(following)} more of its {len(others)} others"
            f"   X {'the next ones' if left else 'the first ones again'}"
        )

    def articles_shown(self) -> str:
        """How many articles stand side by side, and of how many: `4 of 6 articles`."""
        event, count = self.event(), len(self.ids)
        of_it = event.articles if event is not None else ()
        if count < len(of_it) and set(self.ids) <= set(of_it):
            return f"{count} of {len(of_it)} articles"
        return f"{count} articles"

    async def action_pivot(self) -> None:
        """The current column becomes the first one: points stand in its order."""
        column = self.column()
        # Where no column is current, each press takes the next one.
        chosen = self.ids[column or 1] if len(self.ids) > (column or 1) else None
        if chosen is not None:
            await self.load((chosen, *(id for id in self.ids if id != chosen)), self.title_shown)
            self.say("A is now another article: points stand in its order")
