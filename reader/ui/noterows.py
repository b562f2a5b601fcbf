"""What the screen of notes has: notes, and below them articles that were marked as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.exporting.forms import Form, notes_written
from reader.model import Card, Note

if TYPE_CHECKING:
    from reader.library.library import Library


def notes_and_marked(library: Library, *, samples: bool) -> tuple[Sequence[Note], set[str]]:
    """All notes, and the ids of articles that are starred, put aside or tagged.

    The tags of the samples came with them, and mark none.
    """
    marked = library.marked(starred=True) | library.marked(later=True)
    return library.notes(), marked if samples else marked | library.tagged()


def rows_said(notes: int, articles: int) -> str:
    """`3 notes, 1 marked`."""
    said = "1 note" if notes == 1 else f"{notes:,} notes"
    return f"{said}, {articles:,} marked" if articles else said


def rows_written(library: Library, form: Form, rows: Sequence[Note | Card]) -> str:
    """Notes and marked articles as the text of a file."""
    notes = [row for row in rows if isinstance(row, Note)]
    cards = [row for row in rows if isinstance(row, Card)]
    ids = [*(note.article for note in notes), *(card.id for card in cards)]
    found = {each.id: each for each in library.articles(list(dict.fromkeys(ids)))}
    marked = [(found[card.id], card.marks) for card in cards if card.id in found]
    return notes_written(form, notes, found, marked)
