"""Reading on: finding in a text, its outline and addresses, the next unread, only the text."""

from __future__ import annotations

from textual import on

from reader.errors import ReaderError
from reader.keymap import key_of
from reader.model import Span
from reader.text.links import Link
from reader.text.shown import as_read, number_of
from reader.ui.browsing import open_in_browser
from reader.ui.desk import Page
from reader.ui.draw import Run
from reader.ui.frame import FrameScreen
from reader.ui.searchline import FindLine
from reader.ui.shelf import minutes
from reader.ui.textview import TextView

KEPT_AFTER = 1.0
"""Seconds after which the line in sight is kept: whatever ends the program, it is not lost."""
ZEN = "-zen"
# In the screen's own styles: Textual takes those of the first base only.
ZEN_CSS = """
    ArticleScreen.-zen TopBar { display: none; }
    ArticleScreen.-zen HintBar { visibility: hidden; }
    ArticleScreen.-zen HintBar.-said { visibility: visible; }
    ArticleScreen.-zen #body { align-horizontal: center; }
    ArticleScreen.-zen #overview, ArticleScreen.-zen #panel { display: none; }
"""


class TextDeeds(FrameScreen):
    """A screen on which one article is read."""

    page: Page | None = None
    _kept: tuple[str, int] = ("", 0)
    _keeping = False
    _found_here = ""
    """Id of the article in which words were asked for on this screen."""

    @property
    def text(self) -> TextView:
        """The text."""
        return self.query_one("#text", TextView)

    # The place ---------------------------------------------------------------------------------

    def progress(self) -> list[str]:
        """How far the text has been read, and how long the rest takes."""
        if self.page is None:
            return []
        done = self.text.progress
        left = round(self.page.article.words * (100 - done) / 100)
        return [f"{done} %", *([f"{minutes(left)} left"] if done < 100 else [])]

    @on(TextView.Marked)
    def _keep_soon(self) -> None:
        if not self._keeping:
            self._keeping = True
            self.set_timer(KEPT_AFTER, self._keep)

    async def _keep(self) -> None:
        self._keeping = False
        if self.is_current:
            await self.leave_place()

    async def leave_place(self) -> None:
        """Remember the line last seen."""
        if self.page is None or not self.is_mounted:
            return
        place = (self.page.article.id, self.text.offset_in_sight())
        if place == self._kept:
            return
        try:
            await self.reader.desk.mark(place[0], place=place[1])
        except ReaderError as error:
            self.reader.failed(error)
        else:
            self._kept = place

    async def action_leave(self) -> None:
        """Leave the program; the place is kept."""
        await self.leave_place()
        await super().action_leave()

    # Finding -----------------------------------------------------------------------------------

    def action_find(self) -> None:
        """Find in this text."""
        self.query_one(FindLine).enter()

    @on(FindLine.Asked)
    async def _asked(self, message: FindLine.Asked) -> None:
        text = self.text
        text.focus()
        await self.find(message.words, text.offset_in_sight())
        self._found_here = self.page.article.id if self.page and text.found else ""
        if text.found:
            self._go_place(text.found_at)
        elif message.words:
            self.say(f"Not in this article: {message.words}")

    async def find(self, words: str, offset: int) -> None:
        """Mark the places of words; the first one from an offset on is the current one."""
        if self.page is None:
            return
        found: tuple[Span, ...] = ()
        if words:
            found = await self.reader.desk.places(self.page.article, words)
        at = next((i for i, span in enumerate(found) if span.start >= offset), 0)
        self.text.highlight(found, at if found else -1)
        self.refresh_hints()

    async def action_escape(self) -> None:
        """First no longer mark what was looked for on this screen."""
        if self.page is None or self._found_here != self.page.article.id:
            await super().action_escape()
            return
        self._found_here = ""
        await self.find("", 0)

    def action_place(self) -> None:
        """To the next place found."""
        self._turn(1)

    def action_place_back(self) -> None:
        """To the previous place found."""
        self._turn(-1)

    def _turn(self, by: int) -> None:
        text = self.text
        if not text.found:
            self.say(f"Nothing looked for: {key_of('find')} finds words")
            return
        at, count = text.found_at + by, len(text.found)
        said = "" if 0 <= at < count else ", from the top again" if by > 0 else ", from the end"
        self._go_place(at % count, said)

    def _go_place(self, at: int, said: str = "") -> None:
        text = self.text
        text.highlight(text.found, at)
        text.show_span(text.found[at])
        self.say(f"Place {at + 1} of {len(text.found)}{said}")

    # Boxes -------------------------------------------------------------------------------------

    def action_outline(self) -> None:
        """Headings and marks of the text; the chosen one is gone to."""
        if self.page is None:
            return
        from reader.ui.outline import outline
        from reader.ui.pickbox import PickBox

        text = self.text
        places = outline(self.page, text.marks)
        mark = text.current_mark
        here = text.offset_in_sight() if mark is None else mark.span.start
        at = sum(place.offset <= here for place in places) - 1

        def chosen(index: int | None) -> None:
            if index is not None:
                text.jump(places[index].offset, places[index].mark)

        self.app.push_screen(
            PickBox("Outline", "go there", [place.pick for place in places], max(0, at)), chosen
        )

    def action_links(self) -> None:
        """The addresses in the text; the chosen one is opened."""
        from reader.ui.pickbox import Pick, PickBox

        links = self.text.links
        if not links:
            self.say(f"No address in this text: {key_of('browser')} opens the original")
            return

        def chosen(index: int | None) -> None:
            if index is not None:
                open_in_browser(self.reader, links[index].address)

        def words(link: Link) -> Run:
            own = as_read(link.span.of(self.page.article.text)) if self.page and link.signs else ""
            return (f"  {own}" if own else "", "dim")

        picks = [
            Pick(((f"{number_of(number):>6} ", "accent"), (link.address, "text"), words(link)))
            for number, link in enumerate(links, 1)
        ]
        top, bottom = self.text.offset_in_sight(), len(links) - 1
        at = next((i for i, link in enumerate(links) if link.span.start >= top), bottom)
        self.app.push_screen(PickBox("Addresses in the text", "open", picks, at), chosen)

    # The rest ----------------------------------------------------------------------------------

    async def action_next_unread(self) -> None:
        """The next unread article: of the event, else of the list."""
        if self.page is None:
            return
        shelf, id = self.reader.library_screen.shelf, self.page.article.id
        card = shelf.cards.get(id)
        event = shelf.events.get(card.event) if card and card.event else None
        all_ids = list(shelf.cards)
        at = all_ids.index(id) if id in shelf.cards else 0
        wanted = [*(event.articles if event else ()), *all_ids[at:], *all_ids[:at]]
        unread = (
            n for n in wanted if n != id and n in shelf.cards and not shelf.cards[n].marks.read
        )
        following = next(unread, None)
        if following is None:
            self.say("All articles are read")
        else:
            await self.reader.open_article(following)

    def action_zen(self) -> None:
        """Only the text, or everything again."""
        if not self.leave_zen():
            self.add_class(ZEN)
            self.text.focus()
            self.say(f"{key_of('zen')} shows everything again")

    def leave_zen(self) -> bool:
        """Show everything again; whether it was not."""
        was = self.has_class(ZEN)
        self.remove_class(ZEN)
        return was
