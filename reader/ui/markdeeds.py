"""Judging the current mark of an article: its finding is hidden, its point is none."""

from __future__ import annotations

from reader.ui.desk import Page, Sheet
from reader.ui.judgingdeeds import JudgingDeeds
from reader.ui.marks import Mark
from reader.ui.writingdeeds import WritingDeeds


class MarkDeeds(JudgingDeeds, WritingDeeds):
    """A screen with an article and its marks."""

    page: Page | None = None

    def current_mark(self) -> Mark | None:
        """The current mark."""
        raise NotImplementedError

    def show_marks(self, sheet: Sheet) -> None:
        """Put up the marks of a comparison in place of those that are shown."""
        raise NotImplementedError

    async def judged(self) -> None:
        """The marks as they are now, at the same place."""
        if self.sheet is not None:
            ids = self.sheet.comparison.articles
            sheet = await self.reader.desk.sheet(ids)
            if self.sheet is not None and self.sheet.comparison.articles == ids:
                self.show_marks(sheet)

    async def action_hide(self) -> None:
        """The finding of the current mark is of no use; its passages do not say the same."""
        mark, sheet, page = self.current_mark(), self.sheet, self.page
        if mark is None or sheet is None or page is None:
            self.say("No mark here to hide: m goes to the next one")
        elif mark.finding is not None:
            await self.hide(mark.finding)
        elif mark.point is not None:
            passages = [passage for passage in mark.point.passages if passage is not None]
            own = next(p for p in passages if p.article == page.article.id)
            await self.part(own, [other for other in passages if other is not own])
