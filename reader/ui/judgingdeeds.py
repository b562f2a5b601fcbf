"""Saying what one thinks of findings and passages: kept at once, told, and undone with a key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from reader.actions import judging
from reader.errors import ReaderError
from reader.text.shown import as_read
from reader.ui.draw import cut
from reader.ui.findings import question
from reader.ui.frame import FrameScreen

if TYPE_CHECKING:
    from reader.model import Evidence, Finding, Judgement
    from reader.ui.app import ReaderApp
    from reader.workspace import Workspace

    Says = Callable[[Workspace], Sequence[Judgement]]


class JudgingDeeds(FrameScreen):
    """A screen on which findings are judged."""

    async def judged(self) -> None:
        """Show the comparison as it is now."""
        raise NotImplementedError

    async def hide(self, finding: Finding) -> None:
        """Have a finding shown no more."""
        await self.judge(lambda w: [judging.hide(w, finding)], f"Hidden: {named(finding)}")

    async def part(self, passage: Evidence, others: Sequence[Evidence]) -> None:
        """Say that a passage does not say what others say."""
        await self.judge(
            lambda w: [judging.apart(w, passage, other) for other in others],
            f"Not the same: {quoted(passage)}",
        )

    async def judge(self, says: Says, said: str) -> None:
        """Have it kept, tell how it is undone, and show what comes of it."""
        app = self.reader

        async def undo() -> str:
            await app.desk.judge(
                lambda w: [judging.take_back(w, each.number) for each in reversed(made)]
            )
            await _show_again(app)
            return _taken_back(said)

        try:
            made = await app.desk.judge(says)
            await _show_again(app)
        except ReaderError as error:
            app.failed(error)
        else:
            app.did(said, undo)

    async def unsay(self, numbers: Sequence[int], said: str) -> None:
        """Take back what was said before."""
        app = self.reader

        async def undo() -> str:
            await app.desk.judge(lambda w: list(map(w.library.put_judgement, taken)))
            await _show_again(app)
            return _taken_back(said)

        try:
            taken = await app.desk.judge(
                lambda w: [w.library.take_back_judgement(number) for number in numbers]
            )
            await _show_again(app)
        except ReaderError as error:
            app.failed(error)
        else:
            app.did(said, undo)


def _taken_back(said: str) -> str:
    return f"Taken back: {said[:1].lower()}{said[1:].replace(':', '', 1)}"


async def _show_again(app: ReaderApp) -> None:
    """On every screen that is there and shows a comparison."""
    for screen in app.made_screens():
        if isinstance(screen, JudgingDeeds) and screen.filled:
            await screen.judged()
    app.library_screen.previewer.look_again()


def named(finding: Finding) -> str:
    """A finding in a sentence."""
    return cut(question(finding), 40)


def quoted(passage: Evidence) -> str:
    """The beginning of a passage in a sentence."""
    return f"“{cut(as_read(passage.quote), 36)}”"
