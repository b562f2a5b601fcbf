"""Marked words and notes are kept, found again in other versions, and never lost unasked."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.errors import NoSuchArticle, NoSuchNote, UsageError
from reader.library.library import Library
from reader.library.schema import STEPS, migrate
from reader.model import Draft, Note, Place, Span
from reader.text.places import where

FIRST, SECOND = (datetime(2026, 3, day, 8, tzinfo=UTC) for day in (2, 3))
STAMPS = ("2026-03-02T08:00:00+00:00", "2026-03-03T08:00:00+00:00")
WORDS = Place("a", "text", "The tide came in.", "came in", 9)


@pytest.fixture
def article(library: Library) -> str:
    return library.add(Draft("The tide came in.\n", "/tide.txt"))[1].id


def test_a_note_is_kept_changed_taken_away_and_put_back(library: Library, article: str) -> None:
    place = Place(article, "text", WORDS.passage, WORDS.words, 9)
    marked = library.write_note(article, "", place, now=FIRST)
    assert marked == Note(1, article, place, "", STAMPS[0], STAMPS[0])
    said = library.write_note(article, "Ask\x1b[2J whom?\r\nTwice. \n", now=FIRST)
    assert said == Note(2, article, None, "Ask whom?\nTwice.", STAMPS[0], STAMPS[0])
    written = library.change_note(1, "When?", now=SECOND)
    assert written == Note(1, article, place, "When?", *STAMPS)
    assert library.notes() == (written, said)
    assert library.take_note(1) == written
    assert library.notes([article]) == (said,)
    library.put_note(marked)
    assert library.notes() == (said, marked)
    library.put_note(written)
    assert library.notes() == (written, said)


def test_no_number_is_given_twice(library: Library, article: str) -> None:
    library.take_note(library.write_note(article, "One").number)
    assert library.write_note(article, "Two").number == 2


def test_what_says_nothing_is_no_note(library: Library, article: str) -> None:
    with pytest.raises(UsageError, match="needs words"):
        library.write_note(article, " \n")
    number = library.write_note(article, "One").number
    with pytest.raises(UsageError, match="needs words"):
        library.change_note(number, "")
    assert library.notes()[0].text == "One"


def test_what_is_not_there_cannot_be_written_to(library: Library, article: str) -> None:
    with pytest.raises(NoSuchArticle):
        library.write_note("gone", "One")
    for number in (0, -1, 7, 10**30):
        with pytest.raises(NoSuchNote):
            library.take_note(number)
        with pytest.raises(NoSuchNote):
            library.change_note(number, "One")


def test_a_removed_article_comes_back_with_its_notes(library: Library, article: str) -> None:
    note = library.write_note(article, "One")
    removal = library.remove([article])
    assert library.notes() == ()
    library.put_back(removal)
    assert library.notes() == (note,)


def test_a_note_is_no_change_of_the_articles(library: Library, article: str) -> None:
    before = library.revision
    library.take_note(library.write_note(article, "One").number)
    assert library.revision == before


def test_articles_are_found_by_their_notes(library: Library) -> None:
    ids = [library.add(Draft(f"Wave {n}.\n", f"/{n}"))[1].id for n in range(4)]
    library.write_note(ids[0], "Ärger with the pilot")
    library.write_note(ids[1], "", Place(ids[1], "text", "Wave 1.", "", 0))
    library.write_note(ids[2], "Pilots again", Place(ids[2], "text", "Wave 2.", "", 0))
    assert library.noted() == {ids[0], ids[2]}
    assert library.highlighted() == {ids[1], ids[2]}
    assert library.notes_with(["PILOT"]) == {ids[0], ids[2]}
    assert library.notes_with(["pilot", "ärg"]) == {ids[0]}
    assert library.notes_with(["gain"]) == set()
    assert library.notes_with(["…"]) == set()


def test_an_older_file_gets_room_for_notes(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite3"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        migrate(connection, STEPS[:4])
    with Library.open(path) as library:
        name = library.add(Draft("The old bell rang.\n", "/a.txt"))[1].id
        library.mark(name, later=True)
        assert library.marks(name).later
        assert library.write_note(name, "One").number == 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The tide came in.", (9, 16)),
        ("It rained.\n\nThe  tide\ncame  in. It went.", (22, 30)),
        # Of several the one in its sentence, then the nearest to where it stood.
        ("They came in. The tide came in.", (23, 30)),
        ("The tide came in. The tide came in.", (9, 16)),
        ("The tide never came in.", None),
        ("", None),
    ],
    ids=["same", "other-space", "its-sentence", "nearest", "too-short-alone", "empty"],
)
def test_words_are_found_again(text: str, found: tuple[int, int] | None) -> None:
    assert where(WORDS, text) == (Span(*found) if found else None)


def test_longer_words_are_found_where_their_sentence_has_changed() -> None:
    place = Place("a", "text", "Nobody saw that the tide came in.", "the tide came in", 20)
    assert where(place, "Everybody saw that the tide came in.") == Span(19, 35)
    whole = Place("a", "text", "The tide came in.")
    assert where(whole, "So the\ntide. The tide came in.") == Span(13, 30)


def test_a_text_that_repeats_itself_costs_no_more() -> None:
    text = "a " * 200_000
    assert where(Place("a", "text", "a a b", "a b", 0), text) is None
    assert where(Place("a", "text", "a " * 50_000 + "a", "a a a a a a a b", 0), text) is None
