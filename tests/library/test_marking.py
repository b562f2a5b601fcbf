from __future__ import annotations

import pytest

from reader.errors import NoSuchArticle
from reader.library.library import Library
from reader.model import Draft, Marks


@pytest.fixture
def article(library: Library) -> str:
    return library.add(Draft("The tide came in.\n", "/tide.txt"))[1].id


def test_marks_are_set_one_by_one(library: Library, article: str) -> None:
    assert library.marks(article) == Marks()
    library.mark(article, starred=True)
    library.mark(article, read=True, place=7)
    library.mark(article, read=False)
    assert library.marks(article) == Marks(starred=True, place=7)


def test_tags_are_replaced_as_a_whole(library: Library, article: str) -> None:
    library.tag(article, ["sea", " two\n words ", "", "sea"])
    assert library.marks(article).tags == ("sea", "two words")
    assert library.tags() == {"sea": 1, "two words": 1}
    library.tag(article, [])
    assert library.marks(article).tags == ()


def test_a_tag_that_was_taken_off_stays_off_when_the_file_is_read_again(library: Library) -> None:
    draft = Draft("Ebb and flow.\n", "/ebb.md", tags=("sea", "news"))
    name = library.add(draft)[1].id
    library.tag(name, ["sea"])
    assert library.add(draft)[0] == "unchanged"
    assert library.marks(name).tags == ("sea",)
    library.add(Draft("Ebb and flow.\n", "/ebb.md", tags=("sea", "news", "moon")))
    assert library.marks(name).tags == ("moon", "sea")


def test_articles_are_found_by_their_marks(library: Library) -> None:
    ids = [library.add(Draft(f"Wave {n}.\n", f"/{n}"))[1].id for n in range(3)]
    library.mark(ids[0], read=True)
    library.mark(ids[1], starred=True)
    library.tag(ids[1], ["Ärger"])
    library.tag(ids[0], ["ärger"])
    assert library.marked(read=True) == {ids[0]}
    assert library.marked(read=False) == {ids[1], ids[2]}
    assert library.marked(starred=True) == {ids[1]}
    assert library.marked(tag="ÄRGER") == {ids[0], ids[1]}
    assert library.marked(tag="ärger", read=False) == {ids[1]}
    assert library.marked() == set(ids)


def test_an_article_that_is_not_there_has_no_marks(library: Library) -> None:
    for use in (
        lambda: library.marks("gone"),
        lambda: library.mark("gone", read=True),
        lambda: library.tag("gone", ["sea"]),
    ):
        with pytest.raises(NoSuchArticle):
            use()


def test_tags_are_given_to_and_taken_from_several_at_once(library: Library) -> None:
    one, two = (library.add(Draft(f"Wave {n}.\n", f"/{n}"))[1].id for n in range(2))
    library.tag(one, ["Sea", "news"])
    before = library.retag([one, two], add=["SEA", " to  do ", ""], take=["NEWS"])
    assert before == {one: ("Sea", "news"), two: ()}
    # The spelling that is in use stays.
    assert library.tags() == {"Sea": 2, "to do": 2}
    library.put_tags(before)
    assert library.tags() == {"Sea": 1, "news": 1}


def test_one_unknown_article_leaves_the_tags_of_all_as_they_were(
    library: Library, article: str
) -> None:
    with pytest.raises(NoSuchArticle):
        library.retag([article, "gone"], add=["sea"])
    assert library.tags() == {}


def test_an_article_is_put_aside_for_later(library: Library, article: str) -> None:
    library.mark(article, later=True)
    assert library.marks(article) == Marks(later=True)
    assert library.marked(later=True) == {article}
    assert library.marked(later=False) == set()
    assert [card.marks.later for card in library.cards()] == [True]
