"""Taking articles out and putting them back, with a key, also on another day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from reader.errors import ReaderError
from reader.keymap import key_of
from reader.text.safety import one_line
from reader.ui.draw import cut
from reader.ui.shelf import counted

if TYPE_CHECKING:
    from reader.actions.bring import Tally
    from reader.library.removal import Removal
    from reader.ui.library_deeds import LibraryDeeds


def can_be_undone(screen: LibraryDeeds, tally: Tally) -> None:
    """Have the undo key take out what was added and follow no more what was followed.

    Articles that were there and got a new version keep it.
    """
    app, desk = screen.reader, screen.reader.desk
    count = len(tally.added)
    what = f"{count:,} article{'s' if count != 1 else ''}" if count else "what was followed"

    async def show_again() -> None:
        await screen.reload()
        if app.front is not None and app.front is not screen:
            await app.front.brought()

    async def undo() -> str:
        removal = await desk.remove(tally.added)
        unfollowed = await desk.of_library(lambda library: library.unsubscribe(tally.followed))

        async def again() -> str:
            await desk.of_library(lambda library: library.follow_again(unfollowed))
            await desk.put_back(removal)
            await show_again()
            can_be_undone(screen, tally)
            return f"Put in again: {what}"

        await show_again()
        app.changes.add(again)
        return f"Taken out again: {what}   {key_of('undo')} puts them back"

    app.changes.add(undo)


async def take_out(screen: LibraryDeeds, ids: Sequence[str], what: str) -> None:
    """Remove articles; the undo key puts them back."""
    try:
        removal = await screen.reader.desk.remove(ids)
    except ReaderError as error:
        screen.reader.failed(error)
        return
    screen.picked().clear()
    screen.leave_search()
    await screen.reload()

    async def undo() -> str:
        await screen.reader.desk.put_back(removal)
        await screen.reload()
        return f"Put back: {what}"

    screen.reader.did(f"Removed: {what}", undo)


async def put_back_last(screen: LibraryDeeds) -> str:
    """Put back what was removed last, on an earlier day or by another program; tells it first."""
    app = screen.reader
    removal = await app.desk.of_library(lambda library: library.last_removal())
    if removal is None:
        return "Nothing to undo"
    what, when = _named(removal), datetime.fromisoformat(removal.made).astimezone()
    if app.changes.told != removal.number:
        app.changes.told = removal.number
        return f"Nothing to undo   {key_of('undo')} puts back {what}, removed {when:%-d %b %H:%M}"
    await app.desk.put_back(removal)
    await screen.reload()
    ids = [row[1] for row in removal.articles]

    async def again() -> str:
        await app.desk.remove(ids)
        await screen.reload()
        return f"Taken out again: {what}"

    app.changes.add(again)
    return f"Put back: {what}"


def _named(removal: Removal) -> str:
    """The headline of one article, or how many there are."""
    title = removal.articles[0][3] if len(removal) == 1 else None
    return f"“{cut(one_line(title), 40)}”" if title else counted(len(removal), samples=False)
