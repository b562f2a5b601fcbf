"""Feeds that a person follows, and which of their entries are in the library."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from reader.errors import NoSuchFeed
from reader.library.library import Library
from reader.library.subscriptions import Entered, Received
from reader.model import Draft, Feed

COAST = Feed("https://coast.example/feed", title="Coast Daily", tags=("Coast",))
HILL = Feed("https://hill.example/feed")
MONDAY = datetime(2026, 1, 5, 8, tzinfo=UTC)
TUESDAY = datetime(2026, 1, 6, 8, tzinfo=UTC)


def received(number: int, digest: bytes = b"1") -> Received:
    return Received(
        f"entry {number}", digest, Draft(f"Note {number}.\n", f"https://c.example/{number}")
    )


def test_following_and_not(library: Library) -> None:
    assert library.subscribe(COAST)
    assert library.subscribe(HILL)
    assert library.feeds() == (COAST, HILL)
    assert library.feeds([HILL.address]) == (HILL,)
    assert len(library.unsubscribe([COAST.address, "https://gone.example/"])) == 1
    assert library.feeds() == (HILL,)
    with pytest.raises(NoSuchFeed, match=r"coast\.example"):
        library.feeds([COAST.address])


def test_a_feed_is_followed_again_as_if_nothing_had_been(library: Library) -> None:
    library.subscribe(HILL)
    library.subscribe(COAST)
    library.set_feed(COAST.address, title="My coast", pages="always")
    library.feed_answered(COAST.address, title="Coast", etag='"1"', modified="Mon", now=MONDAY)
    library.feed_failed(COAST.address, "no answer in 20 s", now=TUESDAY)
    one, two, _ = (
        each.article for each in library.receive(COAST.address, [received(n) for n in (1, 2, 3)])
    )
    library.remove([two])
    before, entries = library.feeds(), library.entries(COAST.address)
    unfollowed = library.unsubscribe([COAST.address])
    assert library.feeds() == (HILL,)
    library.follow_again(unfollowed)
    assert (library.feeds(), library.entries(COAST.address)) == (before, entries)
    assert entries["entry 2"] == Entered(b"1", None)
    # What happened in between counts: an article that was removed, an entry that was read anew.
    unfollowed = library.unsubscribe([COAST.address])
    library.remove([one])
    library.subscribe(COAST)
    library.receive(COAST.address, [received(3, b"2")])
    library.follow_again(unfollowed)
    assert [feed.title for feed in library.feeds()] == ["Coast Daily", None]
    assert library.entries(COAST.address)["entry 1"] == Entered(b"1", None)
    assert library.entries(COAST.address)["entry 3"].digest == b"2"


def test_following_twice_adds_only_tags(library: Library) -> None:
    library.subscribe(COAST)
    library.set_feed(COAST.address, pages="always")
    assert not library.subscribe(Feed(COAST.address, title="Other", tags=("Sea", "Coast")))
    (feed,) = library.feeds()
    assert (feed.title, feed.tags, feed.pages) == ("Coast Daily", ("Coast", "Sea"), "always")


def test_what_a_person_sets(library: Library) -> None:
    library.subscribe(COAST)
    feed = library.set_feed(COAST.address, title=" My  coast ", tags=["b", "a", "b", " "])
    assert (feed.title, feed.tags) == ("My coast", ("b", "a"))
    library.feed_answered(COAST.address, title="Coast Daily News")
    assert library.feeds()[0].title == "My coast"
    assert library.set_feed(COAST.address, title="").title == "Coast Daily News"
    with pytest.raises(NoSuchFeed):
        library.set_feed("https://gone.example/", title="x")


def test_entries_are_known_with_their_articles(library: Library) -> None:
    library.subscribe(COAST)
    taken = library.receive(COAST.address, [received(1), received(2)])
    assert [each.outcome for each in taken] == ["added", "added"]
    one, two = (each.article for each in taken)
    assert library.entries(COAST.address) == {
        "entry 1": Entered(b"1", one),
        "entry 2": Entered(b"1", two),
    }
    assert library.feeds()[0].articles == 2
    # What a person removed does not come in again; what they put back counts again.
    removal = library.remove([one])
    assert library.entries(COAST.address)["entry 1"] == Entered(b"1", None)
    assert library.feeds()[0].articles == 1
    library.put_back(removal)
    assert library.feeds()[0].articles == 2


def test_entries_come_in_all_or_none(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    library.subscribe(COAST)
    bad = Received("entry 2", b"1", Draft("x\n", "s", title=3))  # type: ignore[arg-type]
    with pytest.raises(Exception, match=r".*"):
        library.receive(COAST.address, [received(1), Received("bad", None, bad.draft)])  # type: ignore[arg-type]
    assert (library.count(), library.entries(COAST.address)) == (0, {})


def test_a_failing_feed_says_since_when_and_why(library: Library) -> None:
    library.subscribe(COAST)
    library.feed_answered(COAST.address, etag='"1"', modified="Mon", now=MONDAY)
    library.feed_failed(COAST.address, "no answer in 20 s", now=MONDAY)
    library.feed_failed(COAST.address, "the server says 503", not_before=TUESDAY, now=TUESDAY)
    (feed,) = library.feeds()
    assert (feed.failed, feed.failures) == ("the server says 503", 2)
    assert (feed.failed_since, feed.not_before) == (
        MONDAY.isoformat(timespec="microseconds"),
        TUESDAY.isoformat(timespec="microseconds"),
    )
    assert (feed.etag, feed.modified, feed.checked) == (
        '"1"',
        "Mon",
        MONDAY.isoformat(timespec="microseconds"),
    )
    library.feed_answered(COAST.address, now=TUESDAY)
    (feed,) = library.feeds()
    assert (feed.failed, feed.failed_since, feed.failures, feed.not_before) == (None, None, 0, None)
    assert (feed.etag, feed.modified) == (None, None)


def test_a_feed_that_is_gone_is_asked_again_when_followed_again(library: Library) -> None:
    library.subscribe(COAST)
    library.feed_failed(COAST.address, "it is gone", gone=True)
    assert library.feeds()[0].gone
    library.subscribe(COAST)
    assert not library.feeds()[0].gone


def test_a_feed_moves_but_never_onto_another(library: Library) -> None:
    library.subscribe(COAST)
    library.subscribe(HILL)
    library.feed_answered(COAST.address, moved="https://coast.example/new")
    library.feed_answered("https://coast.example/new", moved=HILL.address)
    assert {feed.address for feed in library.feeds()} == {"https://coast.example/new", HILL.address}


def test_an_entry_of_two_feeds_is_one_article(library: Library) -> None:
    library.subscribe(COAST)
    library.subscribe(HILL)
    (taken,) = library.receive(COAST.address, [received(1)])
    (address,) = library.get(taken.article).sources
    assert library.held([address, "/gone.txt"]) == {address: taken.article}
    library.enter(HILL.address, {"x": Entered(b"2", taken.article), "y": Entered(b"3", None)})
    assert library.entries(HILL.address)["x"] == Entered(b"2", taken.article)
    assert [feed.articles for feed in library.feeds()] == [1, 1]


def test_pages_are_found_in_any_spelling(library: Library) -> None:
    url = "https://coast.example/ice"
    id = library.add(Draft("Ice.\n", "/ice.txt", url=url))[1].id
    asked = ["http://www.coast.example/ice/?utm_medium=x", "https://coast.example/", "mailto:x"]
    assert library.pages(asked) == {asked[0]: id}
