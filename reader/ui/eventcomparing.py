"""Setting events side by side from the list of events, on the screen or in a file."""

from __future__ import annotations

from reader.ui.eventmoves import EventMoves
from reader.ui.shelf import LETTERS
from reader.ui.writingdeeds import Scope, WritingDeeds


class EventComparing(EventMoves, WritingDeeds):
    """A screen with a list of events, from which their articles are compared."""

    def compared(self) -> tuple[str, ...]:
        """The picked articles, else those of the event under the cursor."""
        view = self.happenings
        known = view.chronicle.events
        picked = [
            article
            for row in view.picked
            for article in (known[row.id].articles if row.kind == "event" else (row.id,))
        ]
        event = view.event()
        return tuple(dict.fromkeys(picked)) or (event.articles if event else ())

    def scopes(self) -> list[Scope]:
        """The same, and the story under the cursor or around it where nothing is picked."""
        ids, view = self.compared(), self.happenings
        found = [Scope(ids, self.event_label(ids))] if len(ids) > 1 else []
        row, known = view.current, view.chronicle
        name = row.story or row.id if row else ""
        if not view.picked and (story := known.stories.get(name)):
            events = tuple(known.events[id] for id in story.events if id in known.events)
            found.append(Scope((), story.label, story, events))
        return found

    async def action_compare(self) -> None:
        """Set the picked articles side by side, else those of the event or the story."""
        view = self.happenings
        event, story, picked = view.event(), view.story(), bool(view.picked)
        articles = self.compared()
        if story is not None and not picked:
            known = view.chronicle.events
            articles = tuple(a for id in story.events if id in known for a in known[id].articles)
        if len(articles) > 1:
            view.picked.clear()
            ids = await self.reader.desk.columns(articles, len(LETTERS))
            named = None if picked else event or story
            label, among = named.label if named else "", articles if picked or story else ()
            await self.reader.open_comparison(ids, label, among=among)
        elif articles and not picked:
            await self.reader.open_article(articles[0])
        else:
            self.say("Pick two articles with Space, then c")
