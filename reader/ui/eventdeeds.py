"""What a person says of the grouping from the list of events: join, move, take out, name, undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from reader.actions import rulings
from reader.errors import ReaderError
from reader.text.safety import one_line
from reader.ui.deeds import ArticleDeeds
from reader.ui.draw import cut
from reader.ui.eventlist import EventList
from reader.ui.pane import Pane
from reader.ui.panel import Target
from reader.ui.shelf import headline
from reader.ui.tasks import begin
from reader.ui.why import Perhaps

if TYPE_CHECKING:
    from reader.model import Event, Ruling
    from reader.workspace import Workspace

    Rules = Callable[[Workspace], Sequence[Ruling]]

MOST_APART = 30
"""Articles of an event that `d` takes apart: more are sooner taken out one by one."""


class EventDeeds(ArticleDeeds):
    """A screen with a list of events, on which they are corrected."""

    @property
    def happenings(self) -> EventList:
        """The events."""
        return self.query_one("#events", EventList)

    @property
    def why(self) -> Pane:
        """The panel beside them."""
        return self.query_one("#why", Pane)

    async def fill(self, keep: Sequence[str] = (), pause: float = 0) -> None:
        """Show the library as it is now; the cursor on the first of these that is there."""
        raise NotImplementedError

    def tell_grouping(self, words: str) -> None:
        """Say beside the heading what is under way; the empty string for nothing."""
        raise NotImplementedError

    @property
    def target(self) -> object:
        """What the panel's cursor stands on, where the person is there."""
        return self.why.target if self.focused is self.why else None

    def current_article(self) -> str | None:
        """The article under the cursor, in the list or in the panel."""
        if isinstance(self.target, Target):
            return self.target.article
        row = self.happenings.current
        return row.id if row is not None and row.kind == "article" else None

    async def edited(self, id: str | None) -> None:
        """Show what was set of an article."""
        await self.fill()

    # Picking -----------------------------------------------------------------------------------

    def action_pick(self) -> None:
        """Pick an event or an article, or drop it."""
        view = self.happenings
        row = view.current
        if row is None or row.kind == "story":
            self.say("Events and articles can be picked: ↓ goes to those of this story")
            return
        if view.is_picked(row):
            view.picked = [each for each in view.picked if each.id != row.id]
        else:
            view.picked.append(row)
        view.refresh()
        view.move(1)
        self.refresh_hints()

    def _picked(self, kind: str) -> list[str]:
        return [row.id for row in self.happenings.picked if row.kind == kind]

    # Correcting --------------------------------------------------------------------------------

    async def action_join(self) -> None:
        """Join the picked events, this one with one that is picked; move picked articles here."""
        event = self.happenings.event()
        if isinstance(self.target, Perhaps):
            if event is not None:
                await self._move([self.target.article], event)
            return
        events, articles = self._picked("event"), self._picked("article")
        if articles:
            into = self.happenings.chronicle.events[events[0]] if len(events) == 1 else event
            if len(events) > 1:
                self.say("Picked are events and articles: + takes events, or articles to move")
            elif into is not None:
                await self._move(articles, into)
            else:
                self.say("Put the cursor on the event that the picked articles belong to, then +")
            return
        if len(events) == 1 and event is not None and event.id not in events:
            events.append(event.id)
        if len(events) < 2:
            self.say("Pick events with Space, then + joins them; picked articles move to an event")
            return
        said = f"Joined {len(events)} events: {self._named(events[0])}"
        await self._rule(lambda w: [rulings.join(w, events)], said, self._members(events))

    async def _move(self, articles: Sequence[str], event: Event) -> None:
        what = self._headline(articles[0]) if len(articles) == 1 else f"{len(articles)} articles"
        said = f"Moved {what} to {self._named(event.id)}"
        keep = [event.id, *event.articles]
        await self._rule(lambda w: [rulings.move(w, articles, event.id)], said, keep)

    async def action_take_out(self) -> None:
        """Take the picked articles, else the one under the cursor, out of their event."""
        if isinstance(self.target, Perhaps):
            self.say("It is not in this event: + takes it in, d says that it does not belong here")
            return
        here = self.current_article()
        articles = self._picked("article") or ([here] if here else [])
        if not articles:
            self.say("This takes an article out of its event: → shows those of an event")
            return
        what = self._headline(articles[0]) if len(articles) == 1 else f"{len(articles)} articles"
        event = self.happenings.event()
        keep = [event.id, *(id for id in event.articles if id not in articles)] if event else []
        said = f"Taken out: {what}"
        await self._rule(lambda w: [rulings.split(w, articles)], said, keep)

    async def action_apart(self) -> None:
        """Two events are not the same; an article does not belong here; else take one apart."""
        event, target = self.happenings.event(), self.target
        if event is not None and isinstance(target, Perhaps):
            article, said = target.article, self._headline(target.article)
            await self._rule(
                lambda w: [rulings.part_articles(w, [article], event.id)],
                f"Not the same event: {said} and {self._named(event.id)}",
                [event.id],
            )
            return
        events = self._picked("event")
        if len(events) == 1 and event is not None and event.id not in events:
            events.append(event.id)
        if len(events) == 2:
            said = f"Not the same event: {self._named(events[0])} and {self._named(events[1])}"
            await self._rule(lambda w: [rulings.part(w, events)], said, [events[0]])
        elif events:
            self.say("d says of two picked events that they are not the same")
        elif isinstance(target, Target) or self.current_article():
            self.say("- takes this article out of its event; d on the event takes it apart")
        elif event is None:
            self.say("A story is taken apart by its events: d on an event")
        else:
            await self._take_apart(event)

    async def _take_apart(self, event: Event) -> None:
        count = len(event.articles)
        if not 1 < count <= MOST_APART:
            few = "One article only: there is nothing to take apart"
            self.say(few if count == 1 else f"{count:,} articles: - takes single ones out")
            return
        said = f"Taken apart: {self._named(event.id)}"
        await self._rule(lambda w: [rulings.split(w, [id]) for id in event.articles[:-1]], said, [])

    async def action_rename(self) -> None:
        """Give the event or story under the cursor a name."""
        from reader.ui.namebox import NameBox

        view = self.happenings
        named = view.story() or view.event()
        if named is None:
            return
        what = "story" if view.story() else "event"

        async def kept(text: str | None) -> None:
            if text is not None:
                said = f"Named: “{cut(text, 48)}”" if text else "Named by its headline again"
                rules: Rules = lambda w: [rulings.name(w, named.id, text)]  # noqa: E731
                await self._rule(rules, said, [named.id])

        self.app.push_screen(NameBox(what, named.label), kept)

    # Keeping and undoing -----------------------------------------------------------------------

    async def _rule(self, rules: Rules, said: str, keep: Sequence[str]) -> None:
        """Have it kept, tell how it is undone, and show what comes of it."""
        app, desk = self.reader, self.reader.desk
        try:
            made = await desk.of_library(lambda _: rules(desk.workspace))
        except ReaderError as error:
            app.failed(error)
            return
        self.happenings.picked.clear()
        self.happenings.refresh()

        async def undo() -> str:
            # Another one on the same library if the samples were looked at meanwhile.
            desk, library = app.desk, app.library_screen

            def back() -> Sequence[Ruling]:
                return [rulings.take_back(desk.workspace, each.number) for each in made[::-1]]

            await desk.of_library(lambda _: back())
            shown = [each for each in app.made_screens() if isinstance(each, EventDeeds)]
            for screen in shown:
                begin(screen, "regroup", screen.regroup, keep)
            if not shown:
                await library.reload()
            return f"Taken back: {said[:1].lower()}{said[1:].replace(':', '', 1)}"

        app.did(said, undo)
        begin(self, "regroup", self.regroup, keep)

    async def regroup(self, keep: Sequence[str]) -> None:
        """Group again and show it; the screen can be used meanwhile, and says so."""
        desk, library = self.reader.desk, self.reader.library_screen
        self.tell_grouping("grouping again …")
        try:
            await desk.worker.ask("group")
            desk.forget()
            library.shelf = await desk.shelf(library.rows_of)
            library.fill_list()
            await self.fill(keep)
        except ReaderError as error:
            self.reader.failed(error)
        finally:
            self.tell_grouping("")

    # Words -------------------------------------------------------------------------------------

    def _named(self, event: str) -> str:
        return f"“{cut(one_line(self.happenings.chronicle.events[event].label), 36)}”"

    def _headline(self, article: str) -> str:
        card = self.happenings.shelf.cards.get(article)
        return f"“{cut(headline(card), 36)}”" if card else article

    def _members(self, events: Sequence[str]) -> list[str]:
        known = self.happenings.chronicle.events
        return [*events, *(article for id in events for article in known[id].articles)]
