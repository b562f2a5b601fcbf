"""Tags, given to one article or to all that are picked, and taken away again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.errors import ReaderError
from reader.ui.deeds import ArticleDeeds
from reader.ui.draw import cut
from reader.ui.shelf import headline

if TYPE_CHECKING:
    from reader.library.library import Library
    from reader.model import Marks
    from reader.ui.app import ReaderApp
    from reader.ui.tagbox import Change


class TagDeeds(ArticleDeeds):
    """A screen on which articles are tagged."""

    async def remarked(self) -> None:
        """Show the marks of articles as they are now."""

    async def action_tags(self) -> None:
        """Ask for tags, and give and take them."""
        from reader.ui.tagbox import TagBox

        ids = self.meant()
        if not ids:
            self.say("This acts on an article: → shows those of an event")
            return
        try:
            known, each = await self.reader.desk.of_library(
                lambda library: (library.tags(), [library.marks(id).tags for id in ids])
            )
        except ReaderError as error:
            self.reader.failed(error)
            return
        # Of several articles only what all of them have can be told, and so taken away.
        shared = [tag for tag in each[0] if all(tag in others for others in each)]

        async def answered(change: Change | None) -> None:
            if change is not None:
                await self._retag(ids, change)

        self.app.push_screen(TagBox(self._named(ids), shared, known), answered)

    def _named(self, ids: Sequence[str]) -> str:
        if len(ids) > 1:
            return f"{len(ids):,} articles"
        card = self.reader.library_screen.shelf.cards.get(ids[0])
        return f"“{cut(headline(card), 48)}”" if card else "this article"

    async def _retag(self, ids: Sequence[str], change: Change) -> None:
        app, (add, take) = self.reader, change

        async def marks() -> None:
            now = await app.desk.of_library(lambda lib: {id: lib.marks(id) for id in ids})
            await _show_marks(app, now)

        async def undo() -> str:
            await app.desk.of_library(lambda library: library.put_tags(before))
            await marks()
            return "Taken back: tags"

        def retag(library: Library) -> dict[str, tuple[str, ...]]:
            return library.retag(ids, add=add, take=take)

        try:
            before = await app.desk.of_library(retag)
            await marks()
        except ReaderError as error:
            app.failed(error)
            return
        said = [f"tagged {', '.join(add)}"] if add else []
        said += [f"taken away {', '.join(take)}"] if take else []
        app.did(cut("; ".join(said).capitalize(), 70), undo)


async def _show_marks(app: ReaderApp, marks: dict[str, Marks]) -> None:
    for id, now in marks.items():
        app.library_screen.replace_marks(id, now)
    for screen in app.made_screens():
        if isinstance(screen, TagDeeds):
            await screen.remarked()
