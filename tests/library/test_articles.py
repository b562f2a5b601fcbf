"""What becomes of a draft, by the text and the source that were there before."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.errors import NoSuchArticle, UsageError
from reader.library import names
from reader.library.library import Library
from reader.model import Draft, Removed, When

ONE = Draft("The ferry left an hour late.\n", "/news/one.txt", title="Ferry late")
OTHER = Draft("The mayor opened the bridge.\n", "/news/other.txt", title="Bridge open")


HOME = Removed("Home", 0)


def test_a_new_text_is_a_new_article(library: Library) -> None:
    draft = replace(
        ONE,
        outlet="Coast Daily",
        published=When("2025-11"),
        language="en",
        tags=("sea",),
        removed=(Removed("Share", 0),),
        extra=(("mood", "calm"),),
    )
    outcome, article = library.add(draft, datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC))
    assert outcome == "added"
    assert article == library.get(article.id)
    assert (article.text, article.title, article.outlet) == (ONE.text, "Ferry late", "Coast Daily")
    assert (article.published, article.byline, article.url) == (When("2025-11"), None, None)
    assert (article.source, article.sources) == ("/news/one.txt", ("/news/one.txt",))
    assert (article.words, article.language) == (6, "en")
    assert (article.removed, article.extra) == ((Removed("Share", 0),), (("mood", "calm"),))
    assert article.added == "2026-01-02T03:04:05.000000+00:00"
    assert library.marks(article.id).tags == ("sea",)


def test_the_same_again_changes_nothing(library: Library) -> None:
    _, first = library.add(ONE)
    revision = library.revision
    outcome, again = library.add(ONE)
    assert (outcome, again, library.revision) == ("unchanged", first, revision)


def test_a_changed_text_is_an_update_that_keeps_id_marks_and_corrections(library: Library) -> None:
    _, first = library.add(ONE)
    library.edit(first.id, title="My title", outlet="")
    library.mark(first.id, read=True, starred=True, place=20)
    library.tag(first.id, ["mine"])
    changed = replace(ONE, text="Late again.\n", outlet="Coast Daily", byline="Sea desk")
    outcome, again = library.add(changed)
    assert (outcome, again.id, again.text, again.words) == ("updated", first.id, "Late again.\n", 2)
    assert (again.title, again.outlet, again.byline) == ("My title", None, "Sea desk")
    marks = library.marks(first.id)
    assert (marks.read, marks.starred, marks.tags) == (True, True, ("mine",))
    assert marks.place == len("Late again.\n") - 1, "the place stays inside the text"
    assert again.added == first.added
    assert library.count() == 1


def test_changed_metadata_alone_is_an_update(library: Library) -> None:
    _, first = library.add(ONE)
    outcome, again = library.add(replace(ONE, published=When("2025-11-14")))
    assert (outcome, again.id, again.published) == ("updated", first.id, When("2025-11-14"))


def test_changed_cleaning_alone_is_an_update(library: Library) -> None:
    library.add(ONE)
    outcome, again = library.add(replace(ONE, removed=(HOME,), extra=(("k", "v"),)))
    assert (outcome, again.removed, again.extra) == (
        "updated",
        (Removed("Home", 0),),
        (("k", "v"),),
    )


def test_one_text_in_two_files_is_one_article_with_two_sources(library: Library) -> None:
    _, first = library.add(ONE)
    copy = replace(ONE, source="/news/copy.txt", byline="Sea desk")
    outcome, both = library.add(copy)
    assert (outcome, both.id) == ("updated", first.id)
    assert both.sources == ("/news/one.txt", "/news/copy.txt")
    assert both.byline == "Sea desk", "what the first does not say is filled in"
    assert library.add(copy)[0] == "unchanged"
    assert library.count() == 1


def test_a_copy_in_another_outlet_fills_no_gaps(library: Library) -> None:
    library.add(replace(ONE, outlet="Coast Daily"))
    _, both = library.add(
        replace(ONE, source="/b.txt", outlet="Inland Courier", byline="Roads desk")
    )
    assert (both.outlet, both.byline) == ("Coast Daily", None)


def test_when_one_of_two_copies_changes_the_other_keeps_the_article(library: Library) -> None:
    _, first = library.add(ONE)
    library.add(replace(ONE, source="/news/copy.txt"))
    outcome, new = library.add(replace(ONE, source="/news/copy.txt", text="Quite another.\n"))
    assert (outcome, new.sources) == ("added", ("/news/copy.txt",))
    assert library.get(first.id).sources == ("/news/one.txt",)
    assert library.get(first.id).text == ONE.text


def test_files_that_trade_names_keep_their_articles(library: Library) -> None:
    _, one = library.add(ONE)
    _, other = library.add(OTHER)
    library.add(replace(ONE, source=OTHER.source))
    library.add(replace(OTHER, source=ONE.source))
    assert library.get(one.id).sources == (OTHER.source,)
    assert library.get(other.id).sources == (ONE.source,)
    assert library.get(one.id).title == "Ferry late"
    assert library.count() == 2


def test_what_is_piped_in_never_replaces_what_was_piped_before(library: Library) -> None:
    _, one = library.add(replace(ONE, source="stdin"))
    outcome, other = library.add(replace(OTHER, source="stdin"))
    assert (outcome, library.count()) == ("added", 2)
    assert one.id != other.id


def test_a_text_that_was_changed_and_comes_back_gets_an_id_of_its_own(library: Library) -> None:
    _, first = library.add(ONE)
    library.add(replace(ONE, text="Late again.\n"))
    outcome, again = library.add(replace(ONE, source="/news/old.txt"))
    assert outcome == "added"
    assert again.id.startswith(first.id)
    assert again.id != first.id
    assert library.resolve(first.id) == first.id, "a whole id is never taken for a prefix"


def test_ids_come_from_the_text_alone_and_are_short(library: Library) -> None:
    _, article = library.add(ONE)
    library.remove([article.id])
    _, again = library.add(replace(ONE, title="Another title", source="/elsewhere.md"))
    assert again.id == article.id
    assert len(article.id) == 7


def test_ids_stay_apart_when_every_shorter_one_is_taken(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(names, "_SHORTEST_ID", 1)
    ids = [library.add(Draft(f"Text {n}.\n", f"/{n}"))[1].id for n in range(200)]
    assert len(set(ids)) == 200
    assert {len(name) for name in ids} > {1}


def test_an_edit_wins_over_every_later_import(library: Library) -> None:
    _, article = library.add(ONE)
    edited = library.edit(article.id, title="  Mine \n too ", published="2025-11-14", outlet="")
    assert (edited.title, edited.published, edited.outlet) == ("Mine too", When("2025-11-14"), None)
    _, again = library.add(replace(ONE, title="Ferry on time", outlet="Coast Daily"))
    assert (again.title, again.outlet) == ("Mine too", None)


def test_an_empty_string_makes_a_value_unknown(library: Library) -> None:
    _, article = library.add(ONE)
    assert library.edit(article.id, title="").title is None


@pytest.mark.parametrize("date", ["yesterday", "2025-13", "2025-02-30", "03/04/2025"])
def test_an_edit_with_an_unreadable_date_changes_nothing(library: Library, date: str) -> None:
    _, article = library.add(ONE)
    with pytest.raises(UsageError, match="is no date"):
        library.edit(article.id, title="New", published=date)
    assert library.get(article.id) == article


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("{id}", True),
        ("{ID}", True),
        ("{prefix}", True),
        ("/news/one.txt", True),
        ("one.txt", True),
        ("https://coast.example/1", True),
        ("", False),
        ("zzzzz9", False),
        ("%", False),
        ("two.txt", False),
        ("ic\udce9.txt", False),
    ],
)
def test_names(library: Library, monkeypatch: pytest.MonkeyPatch, name: str, found: bool) -> None:
    _, article = library.add(replace(ONE, url="https://coast.example/1"))
    monkeypatch.setattr("os.getcwd", lambda: "/news")
    name = name.format(id=article.id, ID=article.id.upper(), prefix=article.id[:2])
    if found:
        assert library.resolve(name) == article.id
    else:
        with pytest.raises(NoSuchArticle):
            library.resolve(name)


def test_a_prefix_of_two_names_neither_and_says_so(library: Library) -> None:
    ids = [library.add(Draft(f"Text number {n}.\n", f"/{n}.txt"))[1].id for n in range(40)]
    first = next(name[0] for name in ids if sum(other[0] == name[0] for other in ids) > 1)
    with pytest.raises(NoSuchArticle, match="may be any of"):
        library.resolve(first)


def test_the_order_is_newest_first_and_undated_last(library: Library) -> None:
    table = [
        ("2025-11-14T09:00", 1),
        ("2025-11-14", 2),
        ("2025-11", 3),
        ("2024", 9),
        (None, 8),
        (None, 7),
    ]
    expected = [
        library.add(
            Draft(f"Row {row}.\n", f"/{row}", published=When(date) if date else None),
            datetime(2026, 1, day, tzinfo=UTC),
        )[1].id
        for row, (date, day) in enumerate(table)
    ]
    assert library.ids() == expected
    assert [card.id for card in library.cards()] == expected
    assert [article.id for article in library.articles()] == expected
    some = [expected[4], "gone", expected[0]]
    assert [card.id for card in library.cards(some)] == [expected[4], expected[0]]
    assert [article.id for article in library.articles(some)] == [expected[4], expected[0]]


def test_a_card_has_what_a_list_shows(library: Library) -> None:
    text = "A first   line\nand " + "many words " * 40
    _, article = library.add(replace(ONE, text=text, title=None, published=When("2025")))
    library.mark(article.id, starred=True)
    library.tag(article.id, ["b", "a"])
    (card,) = library.cards()
    assert card == library.cards([article.id])[0]
    assert card.opening.startswith("A first line and many words")
    assert 100 < len(card.opening) <= 160
    assert not card.opening.endswith("wor")
    assert (card.title, card.published, card.words) == (None, When("2025"), 84)
    assert (card.marks.starred, card.marks.read, card.marks.tags) == (True, False, ("a", "b"))


def test_removing_takes_everything_along(library: Library) -> None:
    _, one = library.add(ONE)
    _, other = library.add(OTHER)
    library.mark(one.id, read=True)
    library.tag(one.id, ["sea"])
    library.edit(one.id, title="Mine")
    assert len(library.remove([one.id, one.id, "gone"])) == 1
    assert library.ids() == [other.id]
    with pytest.raises(NoSuchArticle):
        library.get(one.id)
    _, again = library.add(ONE)
    assert again.title == "Ferry late"
    assert library.marks(again.id).tags == ()
    assert library.check() == []


def test_revisions_tell_what_changed_since(library: Library) -> None:
    assert (library.revision, library.changed_since(0)) == (0, ({}, []))
    _, one = library.add(ONE)
    _, other = library.add(OTHER)
    before = library.revision
    changed, gone = library.changed_since(0)
    assert (list(changed), gone) == ([one.id, other.id], [])
    assert sorted(changed.values()) == list(changed.values())
    library.edit(one.id, title="Mine")
    library.remove([other.id])
    assert library.revision > before
    changed, gone = library.changed_since(before)
    assert (list(changed), gone) == ([one.id], [other.id])
    library.add(OTHER)
    changed, gone = library.changed_since(before)
    assert (list(changed), gone) == ([one.id, other.id], []), "it is back"
    now = library.revision
    library.mark(one.id, read=True, place=3)
    library.tag(one.id, ["sea"])
    library.edit(one.id, title="Mine")
    assert library.revision == now, "marks are no text, and nothing else changed"
    assert library.changed_since(now) == ({}, [])


def test_the_last_removals_are_kept_in_the_file(tmp_path: Path) -> None:
    with Library.open(tmp_path / "l.sqlite3") as library:
        ids = [library.add(Draft(f"Text {n}.\n", f"{n}.md"))[1].id for n in range(23)]
        library.tag(ids[0], ["sea"])
        library.write_note(ids[0], "Look again")
        library.remove(ids[:1])
    with Library.open(tmp_path / "l.sqlite3") as library:
        removal = library.last_removal()
        assert removal is not None
        assert library.put_back(removal) == 1
        assert library.marks(ids[0]).tags == ("sea",)
        assert [note.text for note in library.notes()] == ["Look again"]
        assert library.last_removal() is None
        for id in ids:
            library.remove([id])
        back = 0
        while (removal := library.last_removal()) is not None:
            back += library.put_back(removal)
        assert back == 20
        assert library.remove([]).number == 0
        assert library.last_removal() is None


def test_rows_of_other_tables_are_not_put_in(tmp_path: Path) -> None:
    with Library.open(tmp_path / "l.sqlite3") as library:
        library.remove([library.add(Draft("Text.\n", "1.md"))[1].id])
    with closing(sqlite3.connect(tmp_path / "l.sqlite3", isolation_level=None)) as connection:
        connection.execute("UPDATE removals SET layout = layout - 1")
    with Library.open(tmp_path / "l.sqlite3") as library:
        assert library.last_removal() is None
