"""Moving through stories, events and articles: folding, steps, from the panel to a row."""

from __future__ import annotations

from textual import on

from reader.ui.chronicle import Row
from reader.ui.eventdeeds import EventDeeds
from reader.ui.eventlist import EventList


class EventMoves(EventDeeds):
    """A screen with a list of events, through which a person moves."""

    def go_to(self, event: str) -> None:
        """To an event of the current story."""
        view = self.happenings
        row = view.current
        if row is not None and view.is_folded(row):
            view.fold(row, folded=False)
        at = next((i for i in range(view.cursor, view.count()) if view.rows[i].id == event), None)
        if at is not None:
            view.focus()
            view.cursor = at

    def action_right(self) -> None:
        """Unfold; what is unfolded: to its first row."""
        view = self.happenings
        row = view.current
        if row is None or row.kind not in ("story", "event"):
            return
        if view.is_folded(row):
            view.fold(row, folded=False)
        else:
            view.move(1)

    def action_left(self) -> None:
        """Out of the panel; fold, from inside too."""
        view = self.happenings
        row = view.current
        if self.focused is not view:
            view.focus()
        elif row is not None and row.kind == "article":
            view.fold(Row("event", row.event or "", row.story), folded=True)
        elif row is not None and not view.is_folded(row):
            view.fold(row, folded=True)
        elif row is not None and row.story is not None:
            view.fold(Row("story", row.story), folded=True)

    @on(EventList.FoldClicked)
    def fold_or_unfold(self) -> None:
        """Fold what is unfolded, and the other way round."""
        row = self.happenings.current
        if row is not None:
            self.happenings.fold(row, folded=not self.happenings.is_folded(row))

    def action_step(self) -> None:
        """The next story, or event that is part of none."""
        self._step(1)

    def action_step_back(self) -> None:
        """The previous one."""
        self._step(-1)

    def _step(self, by: int) -> None:
        view = self.happenings
        at = view.cursor + by
        while 0 <= at < view.count() and not view.rows[at].heads:
            at += by
        if 0 <= at < view.count():
            view.cursor = at
