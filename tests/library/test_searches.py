"""Searches that are kept under a name, and the queries before."""

from __future__ import annotations

import pytest

from reader.errors import NoSuchSearch
from reader.library.library import Library
from reader.library.searches import REMEMBERED
from reader.model import SavedSearch


def kept(library: Library) -> list[tuple[str, str]]:
    return [(each.name, each.query) for each in library.saved_searches()]


def test_a_search_is_kept_under_its_name_or_its_words(library: Library) -> None:
    library.save_search("Harbour", "bridge is:unread")
    library.save_search(" ", "ferry\n  tag:late")
    assert kept(library) == [("Harbour", "bridge is:unread"), ("ferry tag:late",) * 2]


def test_a_name_is_kept_once(library: Library) -> None:
    library.save_search("Harbour", "bridge")
    library.save_search("Harbour", "ferry")
    other = library.save_search("Council", "vote")
    assert kept(library) == [("Harbour", "ferry"), ("Council", "vote")]
    library.rename_search(other.number, "Harbour")
    assert kept(library) == [("Harbour", "vote")]


def test_a_search_gets_another_name_and_its_own_words_back(library: Library) -> None:
    number = library.save_search("Harbour", "bridge").number
    assert library.rename_search(number, "Port") == SavedSearch(number, "Port", "bridge")
    library.rename_search(number, "")
    assert kept(library) == [("bridge", "bridge")]


def test_what_is_gone_cannot_be_renamed_but_put_back_at_its_place(library: Library) -> None:
    first = library.save_search("One", "a")
    library.save_search("Two", "b")
    library.forget_search(first.number)
    library.forget_search(first.number)
    with pytest.raises(NoSuchSearch):
        library.rename_search(first.number, "Three")
    library.save_search(first.name, first.query, first.number)
    assert kept(library) == [("One", "a"), ("Two", "b")]


def test_the_last_query_comes_first_and_each_once(library: Library) -> None:
    for query in ("bridge", "ferry", " ", "bridge"):
        library.note_asked(query)
    assert library.asked() == ("bridge", "ferry")


def test_the_oldest_queries_go(library: Library) -> None:
    for number in range(REMEMBERED + 5):
        library.note_asked(f"word{number}")
    asked = library.asked()
    assert len(asked) == REMEMBERED
    assert asked[0] == f"word{REMEMBERED + 4}"
    assert asked[-1] == "word5"


def test_searches_change_no_article(library: Library) -> None:
    before = library.revision
    library.save_search("Harbour", "bridge")
    library.note_asked("bridge")
    assert library.revision == before
