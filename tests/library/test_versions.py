"""The same article again: versions are kept, lines come back, and nothing is lost by removing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from reader.errors import NoSuchArticle, UsageError
from reader.library.library import Library
from reader.library.restoring import put_back
from reader.model import Draft, Removed, When

PAGE = "https://coast.example/ice"
FIRST = Draft("The harbour froze.\n", PAGE, title="Ice", url=PAGE)
SECOND = replace(FIRST, text="The harbour did not freeze.\n", title="No ice")
MONDAY = datetime(2026, 1, 5, 8, tzinfo=UTC)
TUESDAY = datetime(2026, 1, 6, 8, tzinfo=UTC)


def told(library: Library, id: str) -> list[tuple[int, str | None, str, str]]:
    return [(v.number, v.title, v.text, v.source) for v in library.versions(id)]


def test_another_text_at_the_same_place_is_a_version(library: Library) -> None:
    _, article = library.add(FIRST, MONDAY)
    outcome, now = library.add(SECOND, TUESDAY)
    assert (outcome, now.id, now.text, now.title) == ("updated", article.id, SECOND.text, "No ice")
    assert told(library, article.id) == [
        (1, "Ice", FIRST.text, PAGE),
        (2, "No ice", SECOND.text, PAGE),
    ]
    assert [v.seen[:10] for v in library.versions(article.id)] == ["2026-01-05", "2026-01-06"]
    assert library.versioned() == {article.id: 2}
    assert library.count() == 1


@pytest.mark.parametrize(
    "url",
    [
        "http://www.coast.example/ice/",
        "https://coast.example/ice?utm_source=letter&fbclid=1#top",
        "HTTPS://COAST.example:443/ice",
    ],
)
def test_one_page_in_other_spellings(library: Library, url: str) -> None:
    _, article = library.add(FIRST)
    outcome, now = library.add(replace(SECOND, source="/saved/ice.html", url=url))
    assert (outcome, now.id) == ("updated", article.id)
    assert library.resolve(PAGE) == library.resolve("/saved/ice.html") == article.id


@pytest.mark.parametrize(
    "url", [None, "https://coast.example/ice?id=2", "https://other.example/ice", "ftp://x/ice"]
)
def test_another_page_is_another_article(library: Library, url: str | None) -> None:
    library.add(FIRST)
    assert library.add(replace(SECOND, source="/b.html", url=url))[0] == "added"


def test_the_home_page_of_a_site_names_no_article(library: Library) -> None:
    library.add(replace(FIRST, source="/a.txt", url="https://coast.example/"))
    other = replace(SECOND, source="/b.txt", url="https://coast.example/")
    assert library.add(other)[0] == "added"


def test_copies_saved_on_two_days_do_not_flip(library: Library) -> None:
    monday, friday = replace(FIRST, source="/monday.html"), replace(SECOND, source="/friday.html")
    id = library.add(monday)[1].id
    library.add(friday)
    for _ in range(2):
        assert library.add(monday)[0] == "unchanged"
        assert library.add(friday)[0] == "unchanged"
    # An old copy that was never seen before does not replace what is newer either.
    assert library.add(replace(FIRST, source="/old.html"))[0] == "updated"
    assert library.get(id).text == SECOND.text
    assert library.get(id).sources == ("/friday.html",)
    assert len(library.versions(id)) == 2


def test_a_page_that_goes_back_to_its_old_text_is_a_third_version(library: Library) -> None:
    id = library.add(FIRST)[1].id
    library.add(SECOND)
    library.add(FIRST)
    assert [v.text for v in library.versions(id)] == [FIRST.text, SECOND.text, FIRST.text]


def test_a_new_headline_over_the_same_text_is_a_version(library: Library) -> None:
    id = library.add(FIRST)[1].id
    library.add(replace(FIRST, title="Ice at last"))
    assert [v.title for v in library.versions(id)] == ["Ice", "Ice at last"]


def test_what_a_person_corrects_is_no_version_and_hides_none(library: Library) -> None:
    id = library.add(FIRST)[1].id
    library.edit(id, title="My ice")
    assert library.add(FIRST)[0] == "unchanged"
    assert (len(library.versions(id)), library.count_versions(id)) == (1, 1)
    library.add(replace(FIRST, title="Ice at last"))
    assert [v.title for v in library.versions(id)] == ["Ice", "Ice at last"]
    assert (library.get(id).title, library.count_versions(id)) == ("My ice", 2)


def test_a_new_headline_comes_with_its_text_from_wherever(library: Library) -> None:
    id = library.add(FIRST)[1].id
    library.add(replace(SECOND, source="/saved/ice.html", outlet="Coast Daily"))
    assert [v.title for v in library.versions(id)] == ["Ice", "No ice"]
    assert (library.get(id).title, library.get(id).outlet) == ("No ice", "Coast Daily")


STORIES = (
    "The harbour froze over on Sunday for the first time in nine years, the port said.\n",
    "A museum of clocks opens in spring in the old customs house, its founders announced.\n",
    "Two ferries collided in thick fog near the sandbank, and nobody on board was hurt.\n",
)


def test_pages_that_a_site_calls_by_one_address_stay_apart(library: Library) -> None:
    site = "https://coast.example/"
    for name, text in zip("abc", STORIES, strict=True):
        draft = Draft(text, f"{site}{name}", title=name, url=f"{site}news")
        assert library.add(draft)[0] == "added"
    # One that goes by another address but is the same story is a version.
    later = STORIES[0].replace("nine", "eight")
    draft = Draft(later, f"{site}a?print=1", title="a", url=f"{site}news")
    assert library.add(draft)[0] == "updated"
    assert library.count() == 3


def test_a_place_that_holds_another_article_leaves_the_old_one_alone(library: Library) -> None:
    one, other = (
        Draft(text, "/rows.csv#1", title=text[:9], url=f"https://coast.example/{n}")
        for n, text in enumerate(STORIES[:2])
    )
    id = library.add(one)[1].id
    library.mark(id, starred=True)
    assert library.add(other)[0] == "added"
    assert (library.get(id).text, len(library.versions(id))) == (STORIES[0], 1)


def test_a_member_of_a_file_that_is_another_story_is_another_article(library: Library) -> None:
    id = library.add(Draft(STORIES[0], "/day.epub#1", title="Ice"))[1].id
    later = Draft(STORIES[0].replace("nine", "eight"), "/day.epub#1", title="Ice again")
    assert library.add(later)[1].id == id
    assert library.add(Draft(STORIES[1], "/day.epub#1", title="Clocks"))[0] == "added"
    # A file of its own may be rewritten altogether.
    id = library.add(Draft("Notes of mine.\n", "/notes.txt", title="Notes"))[1].id
    assert library.add(Draft(STORIES[2], "/notes.txt", title="Ferries"))[1].id == id


def test_exact_copies_are_one_article_with_two_sources(library: Library) -> None:
    library.add(FIRST)
    copy = replace(FIRST, source="https://other.example/x", url="https://other.example/x")
    _, article = library.add(copy)
    assert article.sources == (PAGE, "https://other.example/x")
    # One of them changes its text: the other still prints the old one.
    outcome, own = library.add(replace(copy, text="Another text altogether.\n"))
    assert (outcome, own.id == article.id) == ("added", False)
    assert library.get(article.id).sources == (PAGE,)


def test_versions_end_with_their_article_and_come_back_with_it(library: Library) -> None:
    id = library.add(FIRST)[1].id
    library.add(SECOND)
    library.edit(id, outlet="Coast Daily", published="2026-01-05")
    library.mark(id, starred=True, place=4)
    library.tag(id, ["ice"])
    before = (library.get(id), library.marks(id), library.versions(id))
    revision = library.revision
    removal = library.remove([id])
    assert (len(removal), library.count()) == (1, 0)
    with pytest.raises(NoSuchArticle):
        library.versions(id)
    library.add(Draft("Something else came meanwhile.\n", "/else.txt"))
    assert library.put_back(removal) == 1
    assert (library.get(id), library.marks(id), library.versions(id)) == before
    assert library.get(id).published == When("2026-01-05")
    changed, gone = library.changed_since(revision)
    assert (id in changed, gone) == (True, [])
    assert library.check() == []
    assert library.put_back(removal) == 0


CUT = Draft(
    "One.\nTwo.\n", "/a.txt", removed=(Removed("Menu", 0), Removed("Ad", 5), Removed("End", 10))
)


def test_a_removed_line_comes_back_where_it_stood_and_stays(library: Library) -> None:
    id = library.add(CUT)[1].id
    article = library.restore(id, "Ad")
    assert article.text == "One.\nAd\nTwo.\n"
    assert article.removed == (Removed("Menu", 0), Removed("End", 13))
    assert article.words == 3
    assert library.add(CUT)[0] == "unchanged"
    assert library.get(id) == article
    assert library.check() == []
    newer = replace(CUT, text="One.\nTwo!\n")
    assert library.add(newer)[1].text == "One.\nAd\nTwo!\n"
    assert library.restore(id, "Menu").text == "Menu\nOne.\nAd\nTwo!\n"
    assert library.cut(id, "Ad").text == "Menu\nOne.\nTwo!\n"
    with pytest.raises(UsageError, match="no line was removed"):
        library.restore(id, "Nothing")
    with pytest.raises(UsageError, match="no line was put back"):
        library.cut(id, "Ad")


def test_a_line_comes_back_after_a_text_without_a_newline() -> None:
    assert put_back("One.", [Removed("End", 4)], {"End"}) == ("One.\nEnd\n", ())
