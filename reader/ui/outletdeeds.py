"""Outlets that go by several names: joined, and taken apart again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.errors import ReaderError
from reader.text.safety import one_line
from reader.ui.deeds import ArticleDeeds, show_edited
from reader.ui.draw import cut
from reader.ui.outletbox import OutletBox, Ruling

if TYPE_CHECKING:
    from reader.ui.app import ReaderApp


async def name_outlet(screen: ArticleDeeds, outlet: str) -> None:
    """Ask of which outlet this one is another name."""
    app = screen.reader
    try:
        counts, others = await app.desk.of_library(
            lambda library: (library.values("outlet"), library.outlets())
        )
    except ReaderError as error:
        app.failed(error)
        return

    async def answered(ruling: Ruling | None) -> None:
        if ruling is not None:
            await _rule(app, outlet, ruling)

    also = [other for other, name in others.items() if name.casefold() == outlet.casefold()]
    app.push_screen(OutletBox(outlet, also, counts), answered)


async def _rule(app: ReaderApp, outlet: str, ruling: Ruling) -> None:
    """Do as was said, and remember how to take it back."""
    does, name = ruling
    # What is undone must be said of the same two names again, whatever stands for them meanwhile.
    other, one = (outlet, name) if does == "same" else (name, outlet)
    shown = cut(one_line(other), 30)

    async def change(*, joined: bool) -> int:
        app.desk.forget()
        count = await app.desk.of_library(
            lambda library: library.same_outlet(other, one) if joined else library.own_outlet(other)
        )
        await show_edited(app)
        return count

    async def undo() -> str:
        count = await change(joined=does == "apart")
        return f"Taken back: {_articles(count)} changed"

    try:
        count = await change(joined=does == "same")
    except ReaderError as error:
        app.failed(error)
        return
    said = f"{shown} is {cut(one_line(one), 30)}" if does == "same" else f"{shown} is of its own"
    app.did(f"{said}: {_articles(count)} changed", undo)


def _articles(count: int) -> str:
    return "1 article" if count == 1 else f"{count:,} articles"
