"""What a person does with a comparison: judge what is found, write it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.actions import judging
from reader.framing.judged import word_on
from reader.ui.columndeeds import ColumnDeeds
from reader.ui.compareheads import FINDINGS, POINTS
from reader.ui.desk import Sheet
from reader.ui.findingsview import FindingsView
from reader.ui.judgingdeeds import JudgingDeeds, named, quoted
from reader.ui.notedeeds import NoteDeeds
from reader.ui.passagesview import PassagesView
from reader.ui.pointsview import PointsView
from reader.ui.readingview import ReadingView
from reader.ui.writingdeeds import WritingDeeds

if TYPE_CHECKING:
    from reader.model import Evidence, Finding


class CompareDeeds(ColumnDeeds, JudgingDeeds, WritingDeeds, NoteDeeds):
    """A screen that shows a comparison in three views."""

    view_shown = FINDINGS
    held: Evidence | None = None
    """A passage that waits for another one that says the same."""

    @property
    def table(self) -> FindingsView:
        """The table of findings."""
        return self.query_one("#table", FindingsView)

    @property
    def passages(self) -> PassagesView:
        """The passages below it."""
        return self.query_one("#passages", PassagesView)

    @property
    def points(self) -> PointsView:
        """The points."""
        return self.query_one("#points", PointsView)

    @property
    def reading(self) -> ReadingView:
        """The full texts."""
        return self.query_one("#reading", ReadingView)

    # Notes -------------------------------------------------------------------------------------

    async def action_note(self) -> None:
        """Write about the passage under the cursor, else about the article of the column."""
        value = self.passages.target if self.view_shown == FINDINGS else self.passage_here()
        column = self.column()
        if value is not None and value.field == "text":
            await self.write_on(value.article, value.span)
        elif value is not None:
            await self.write_on_article(value.article)
        elif column is not None:
            await self.write_on_article(self.ids[column])
        else:
            self.say("No passage here: h and l choose a column")

    # Judging -----------------------------------------------------------------------------------

    def _finding(self) -> Finding | None:
        return self.table.finding if self.view_shown == FINDINGS else None

    async def action_keep(self) -> None:
        """Keep the finding, so that it stands first; or keep it no more."""
        finding, sheet = self._finding(), self.sheet
        if finding is None or sheet is None:
            self.say("Findings are kept: v shows them")
        elif finding.id in sheet.comparison.kept:
            await self._unsay(finding, sheet, f"Kept no more: {named(finding)}")
        else:
            says = lambda w: [judging.keep(w, finding)]  # noqa: E731
            await self.judge(says, f"Kept, stands first: {named(finding)}")

    async def action_hide(self) -> None:
        """Hide the finding, or show it again; of a passage: it does not say the same."""
        finding, sheet = self._finding(), self.sheet
        if sheet is None:
            return
        if self.view_shown != FINDINGS:
            await self._part()
        elif finding is None:
            self.say("Findings are hidden: the cursor is on none")
        elif finding in sheet.comparison.hidden:
            await self._unsay(finding, sheet, f"Shown again: {named(finding)}")
        else:
            await self.hide(finding)

    async def _unsay(self, finding: Finding, sheet: Sheet, said: str) -> None:
        word = word_on(finding, self.ids, sheet.said)
        if word is not None:
            await self.unsay([word.number], said)

    async def _part(self) -> None:
        passage = self.passage_here()
        others = [p for p in self.row_passages() if passage and p.article != passage.article]
        if passage is None or not others:
            self.say("Only one of these articles says this: nothing to part")
            return
        await self.part(passage, others)

    async def action_same(self) -> None:
        """Two passages say the same: the first press holds one, the second joins them."""
        passage = self.passage_here()
        if passage is None:
            words = "Points and texts have passages to join: v shows them"
            self.say(words if self.view_shown == FINDINGS else "No passage here: h and l choose")
        elif self.held is None:
            self.held = passage
            self.say(f"Held: {quoted(passage)}   + on one that says the same   Esc let go")
        elif self.held.article == passage.article:
            self.held = passage
            self.say(f"Held instead: {quoted(passage)}   + on one of another article")
        else:
            one, self.held = self.held, None
            says = lambda w: [judging.same(w, one, passage)]  # noqa: E731
            await self.judge(says, f"Say the same: {quoted(one)} and {quoted(passage)}")

    def let_go(self) -> bool:
        """Hold no passage any more; whether one was held."""
        was, self.held = self.held is not None, None
        if was:
            self.say("Let go")
        return was

    def row_passages(self) -> list[Evidence]:
        """The passages of the current row."""
        sheet = self.points.points
        index = self.points.index if self.view_shown == POINTS else self.reading.row
        if sheet is None or index is None:
            return []
        return [passage for passage in sheet.rows[index].passages if passage is not None]

    def passage_here(self) -> Evidence | None:
        """The passage of the current row in the current column."""
        if self.view_shown == FINDINGS or self.points.points is None:
            return None
        if self.view_shown == POINTS:
            return self.points.passage
        span, column = self.reading.span, self.reading.column
        if span is None or not self.reading.each or column >= len(self.ids):
            return None
        row = [p for p in self.row_passages() if p.article == self.ids[column]]
        shared = row and len(self.row_passages()) > 1
        return row[0] if shared else self.points.points.documents[column].cut(span)
