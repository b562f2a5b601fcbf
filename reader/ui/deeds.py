"""What a person does to articles from the list and from the text: star, unread, edit, open."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.errors import ReaderError
from reader.keymap import key_of
from reader.model import Article, Marks
from reader.text.safety import one_line
from reader.ui.browsing import open_in_browser
from reader.ui.draw import cut
from reader.ui.notedeeds import NoteDeeds
from reader.ui.shelf import long_moment

if TYPE_CHECKING:
    from reader.library.library import Library
    from reader.ui.app import ReaderApp


class ArticleDeeds(NoteDeeds):
    """A screen on which one article is the current one."""

    piped = ""
    """The last command that got an article."""

    def current_article(self) -> str | None:
        """The id of the article that keys act on."""
        raise NotImplementedError

    def meant(self) -> list[str]:
        """The articles that are tagged or cited."""
        current = self.current_article()
        return [current] if current else []

    async def _current(self) -> tuple[Article, Marks] | None:
        id = self.current_article()
        if id is None:
            self.say("This acts on an article: → shows those of an event")
            return None
        try:
            page = await self.reader.desk.page(id)
        except ReaderError as error:
            self.reader.failed(error)
            return None
        return page.article, page.marks

    async def _mark(self, id: str, said: str, **changes: bool) -> None:
        """Change marks, show it, and remember how to take it back."""
        app = self.reader
        back = {name: not value for name, value in changes.items()}

        async def undo() -> str:
            app.library_screen.replace_marks(id, await app.desk.mark(id, **back))
            return f"Taken back: {said.lower()}"

        try:
            app.library_screen.replace_marks(id, await app.desk.mark(id, **changes))
        except ReaderError as error:
            app.failed(error)
        else:
            app.did(said, undo)

    async def action_star(self) -> None:
        """Star, or take the star away."""
        if current := await self._current():
            article, marks = current
            said = "Star taken away" if marks.starred else "Starred"
            await self._mark(article.id, said, starred=not marks.starred)

    async def action_later(self) -> None:
        """Put aside to be read later, or take up again."""
        if current := await self._current():
            article, marks = current
            said = "Put aside no more" if marks.later else "Put aside for later"
            await self._mark(article.id, said, later=not marks.later)

    async def action_note(self) -> None:
        """Write about the article."""
        if (id := self.current_article()) is None:
            self.say("This acts on an article: → shows those of an event")
        else:
            await self.write_on_article(id)

    async def action_unread(self) -> None:
        """Unread, or read."""
        if current := await self._current():
            article, marks = current
            said = "Marked as unread" if marks.read else "Marked as read"
            await self._mark(article.id, said, read=not marks.read)

    async def action_browser(self) -> None:
        """Open the original."""
        if current := await self._current():
            open_in_browser(self.reader, current[0].url)

    async def action_pager(self) -> None:
        """Show the article in the pager."""
        from reader.ui import outside

        if current := await self._current():
            self.say(outside.page(self.reader, current[0]))

    async def action_editor(self) -> None:
        """Open a copy of the article in the editor."""
        from reader.ui import outside

        if current := await self._current():
            self.say(outside.edit(self.reader, current[0]))

    async def action_pipe(self) -> None:
        """Ask for a command, and give the article to it."""
        from reader.ui import outside
        from reader.ui.pipebox import PipeBox

        current = await self._current()
        if current is None:
            return

        def answered(command: str | None) -> None:
            if command:
                self.piped = command
                self.say(outside.pipe(self.reader, current[0], command))

        self.app.push_screen(PipeBox(self.piped), answered)

    async def action_info(self) -> None:
        """What is known of the article; what is not can be set."""
        from reader.ui.forms import InfoBox

        current = await self._current()
        if current is None:
            return
        article = current[0]
        shelf = self.reader.library_screen.shelf
        card = shelf.cards.get(article.id)
        event = shelf.events.get(card.event) if card and card.event else None

        async def kept(changed: dict[str, str] | None) -> None:
            if changed:
                await self._edit(article, changed)

        self.app.push_screen(InfoBox(article, event), kept)

    async def _edit(self, article: Article, changed: dict[str, str]) -> None:
        app = self.reader

        async def undo() -> str:
            app.desk.forget()
            await app.desk.of_library(lambda library: library.put_edits(article.id, before))
            await show_edited(app, article.id)
            return "Taken back: " + ", ".join(changed)

        try:
            before = await app.desk.of_library(lambda lib: lib.edits().get(article.id, {}))
            await app.desk.edit(article.id, **changed)
        except ReaderError as error:
            app.failed(error)
            return
        await show_edited(app, article.id)
        app.did("Kept: " + ", ".join(changed), undo)

    async def action_same_outlet(self) -> None:
        """Say that the outlet of the article goes by another name, too."""
        from reader.ui.outletdeeds import name_outlet

        if (current := await self._current()) is None:
            return
        if outlet := current[0].outlet:
            await name_outlet(self, outlet)
        else:
            self.say(f"This article has no outlet: {key_of('info')} gives it one")

    async def action_cite(self) -> None:
        """Copy the references of the picked articles, else of this one, as BibTeX."""
        from reader.exporting.citations import bibtex

        ids = self.meant()
        if not ids:
            self.say("This acts on an article: → shows those of an event")
            return
        try:
            found = await self.reader.desk.of_library(lambda library: list(library.articles(ids)))
        except ReaderError as error:
            self.reader.failed(error)
            return
        from reader.ui.outside import to_clipboard

        if not to_clipboard(self.reader, bibtex(found)):
            self.say("No clipboard here; in a shell: reader cite")
            return
        count = "1 reference" if len(found) == 1 else f"{len(found):,} references"
        self.say(f"Copied {count} as BibTeX; in a shell: reader cite")

    async def action_versions(self) -> None:
        """What the source changed in the article since it was read first."""
        id = self.current_article()
        if id is None:
            self.say("This acts on an article: → shows those of an event")
            return
        try:
            versions = await self.reader.desk.of_library(lambda library: library.versions(id))
        except ReaderError as error:
            self.reader.failed(error)
            return
        if len(versions) > 1:
            await self.reader.open_versions(id, versions)
        else:
            since = long_moment(versions[0].seen)
            self.say(f"One version only; it was read {since}")

    async def action_removed(self) -> None:
        """The lines that were cut from the article; the chosen one is put back."""
        from reader.ui.removedbox import RemovedBox

        current = await self._current()
        if current is None:
            return
        article = current[0]

        async def answered(line: str | None) -> None:
            if line is not None:
                await self._restore(article.id, line)

        if article.removed:
            self.app.push_screen(RemovedBox(article), answered)
        else:
            self.say("No line was cut from this article")

    async def _restore(self, id: str, line: str) -> None:
        app = self.reader
        named = f"“{cut(one_line(line), 40)}”"

        async def change(to: Callable[[Library], object]) -> None:
            app.desk.forget()
            await app.desk.of_library(to)
            await show_edited(app, id)

        async def undo() -> str:
            await change(lambda library: library.cut(id, line))
            return f"Taken out again: {named}"

        try:
            await change(lambda library: library.restore(id, line))
        except ReaderError as error:
            app.failed(error)
        else:
            app.did(f"Put back: {named}", undo)


async def show_edited(app: ReaderApp, id: str | None = None) -> None:
    """What has changed of an article, of any if none is given, on every screen that is there."""
    await app.library_screen.reload()
    for screen in app.made_screens():
        if isinstance(screen, NoteDeeds) and screen.filled:
            await screen.edited(id)
