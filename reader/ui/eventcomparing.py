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
        """Set the picked articles, else those of the event, side by side."""
        view = self.happenings
        event, picked = view.event(), bool(view.picked)
        articles = self.compared()
        if len(articles) > 1:
            view.picked.clear()
            ids = await self.reader.desk.columns(articles, len(LETTERS))
            await self.reader.open_comparison(ids, "" if picked or not event else event.label)
        elif articles and not picked:
            await self.reader.open_article(articles[0])
        else:
            self.say("Put the cursor on an event, or pick two articles with Space, then c")
