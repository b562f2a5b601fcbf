"""What a person did to their articles, read for taking it elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from reader.exporting.own import Own, Owned
from reader.library.library import Library
from reader.model import Note


def owned(library: Library, ids: Sequence[str] | None = None) -> list[Owned]:
    """Articles with what was done to them, in the order given; all that have some, if None."""
    notes: dict[str, list[Note]] = {}
    for note in library.notes(ids):
        notes.setdefault(note.article, []).append(note)
    edits, restored = library.edits(), library.restored()
    own = {
        card.id: Own(
            card.marks,
            tuple(notes.get(card.id, ())),
            edits.get(card.id, {}),
            restored.get(card.id, ()),
        )
        for card in library.cards(ids)
    }
    wanted = [id for id in own if ids is not None or own[id]]
    return [(article, own[article.id]) for article in library.articles(wanted)]
