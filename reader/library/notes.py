"""What a person marked in articles and wrote about them: kept until they take it away."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from reader.errors import NoSuchNote, UsageError
from reader.library import rows
from reader.library.database import Database
from reader.library.names import key_of
from reader.model import Note, Place
from reader.text.safety import clean

_WORD = re.compile(r"\w+")
_NOTES = (
    "SELECT n.number, a.id, n.passage, n.words, n.start, n.text, n.made, n.changed"
    " FROM notes n JOIN articles a ON a.key = n.article"
)


class NoteStore:
    """The notes of a library. Every method is one transaction.

    Marked words are known by their sentence, so that they are found in each version that still
    has them. Notes change no article.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def notes(self, articles: Sequence[str] | None = None) -> tuple[Note, ...]:
        """All notes and marked words, or those of some articles; what was written last first."""
        with self._database.read() as connection:
            if articles is None:
                found = connection.execute(_NOTES).fetchall()
            else:
                found = [
                    row
                    for marks, some in rows.batches(list(dict.fromkeys(articles)))
                    for row in connection.execute(f"{_NOTES} WHERE a.id IN ({marks})", some)
                ]
        return tuple(
            sorted(map(_note, found), key=lambda note: (note.changed, note.number), reverse=True)
        )

    def write_note(
        self, article: str, text: str, place: Place | None = None, *, now: datetime | None = None
    ) -> Note:
        """Keep what was written about an article, or about words of it; an empty text marks them.

        Raises NoSuchArticle, and UsageError where neither words nor a text are given.
        """
        text, stamp = _cleaned(text), _stamp(now)
        if place is None and not text:
            raise UsageError("a note needs words.")
        of = (place.passage, place.words, place.start) if place else (None, None, None)
        with self._database.write() as connection:
            done = connection.execute(
                "INSERT INTO notes (article, text, passage, words, start, made, changed)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                (key_of(connection, article), text, *of, stamp, stamp),
            )
            assert done.lastrowid is not None
            return _by_number(connection, done.lastrowid)

    def change_note(self, number: int, text: str, *, now: datetime | None = None) -> Note:
        """Write a note anew; raises NoSuchNote, and UsageError where nothing would be left."""
        text = _cleaned(text)
        with self._database.write() as connection:
            if _by_number(connection, number).place is None and not text:
                raise UsageError("a note needs words.")
            connection.execute(
                "UPDATE notes SET text = ?, changed = ? WHERE number = ?",
                (text, _stamp(now), number),
            )
            return _by_number(connection, number)

    def take_note(self, number: int) -> Note:
        """Take a note away, or the mark from words; raises NoSuchNote."""
        with self._database.write() as connection:
            note = _by_number(connection, number)
            connection.execute("DELETE FROM notes WHERE number = ?", (number,))
        return note

    def put_note(self, note: Note) -> None:
        """Put a note back as it was, whether it was taken away or changed since."""
        place = note.place
        of = (place.passage, place.words, place.start) if place else (None, None, None)
        with self._database.write() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO notes"
                " (number, article, text, passage, words, start, made, changed)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    note.number,
                    key_of(connection, note.article),
                    note.text,
                    *of,
                    note.made,
                    note.changed,
                ),
            )

    def noted(self) -> set[str]:
        """Ids of the articles about which something is written."""
        return self._about("n.text <> ''")

    def annotated(self) -> set[str]:
        """Ids of the articles that have either."""
        return self._about("1")

    def highlighted(self) -> set[str]:
        """Ids of the articles in which words are marked."""
        return self._about("n.passage IS NOT NULL")

    def notes_with(self, words: Iterable[str]) -> set[str]:
        """Ids of the articles with a note that has all of these words, or words that begin so."""
        wanted = [part for word in words for part in _WORD.findall(word.casefold())]
        found = set()
        for note in self.notes() if wanted else ():
            known = set(_WORD.findall(note.text.casefold()))
            if all(any(word.startswith(part) for word in known) for part in wanted):
                found.add(note.article)
        return found

    def _about(self, test: str) -> set[str]:
        query = f"SELECT DISTINCT a.id FROM notes n JOIN articles a ON a.key = n.article AND {test}"
        with self._database.read() as connection:
            return {id for (id,) in connection.execute(query)}


def _by_number(connection: sqlite3.Connection, number: int) -> Note:
    # SQLite takes no larger number.
    if number.bit_length() < 64:
        for row in connection.execute(f"{_NOTES} WHERE n.number = ?", (number,)):
            return _note(row)
    raise NoSuchNote(f"no note has the number {number}. See: reader notes")


def _note(row: tuple[Any, ...]) -> Note:
    number, article, passage, words, start, text, made, changed = row
    place = None if passage is None else Place(article, "text", passage, words, start)
    return Note(number, article, place, text, made, changed)


def _cleaned(text: str) -> str:
    return clean(text).rstrip()


def _stamp(now: datetime | None) -> str:
    return (now or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="seconds")
