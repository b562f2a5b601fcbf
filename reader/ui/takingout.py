"""Taking out again what was added: the undo key does it, and once more puts it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.keymap import key_of

if TYPE_CHECKING:
    from reader.actions.bring import Tally
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
