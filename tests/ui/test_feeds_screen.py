"""The feeds in their screen: what is shown of each, and what a person can do with them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reader.importing.feeds.opml import Subscription, opml, subscriptions
from reader.library.subscriptions import Entered
from reader.model import Feed
from reader.ui.feedlist import answered, feed_blocks
from reader.workspace import Workspace
from tests.server import RSS, Server
from tests.ui.scenes import opened, plain, press

NOW = datetime(2026, 3, 19, 12, 0, tzinfo=UTC)
COAST = "https://coast.example/feed"


@pytest.fixture
def following(tmp_path: Path) -> Iterator[Workspace]:
    """A library that follows three feeds: one answers, one fails, one is gone."""
    with Workspace.open(tmp_path / "following") as workspace:
        library = workspace.library
        library.subscribe(Feed(COAST, "Coast Daily", "https://coast.example/", ("local",)))
        library.subscribe(Feed("https://north.example/rss", "North Bank Post", pages="always"))
        library.subscribe(Feed("https://gone.example/atom", None))
        library.feed_answered(COAST, now=NOW)
        for day in range(3):
            moment = NOW + timedelta(days=day - 8)
            library.feed_failed("https://north.example/rss", "no answer in 20 s", now=moment)
        library.feed_failed("https://gone.example/atom", "it is gone (410)", gone=True, now=NOW)
        yield workspace


def row(lines: list[str], words: str) -> str:
    return next(line for line in lines if words in line[:60])


def text(lines: list[str]) -> str:
    return "\n".join(lines)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)])
async def test_each_feed_has_a_row_and_says_when_it_fails(
    following: Workspace, size: tuple[int, int]
) -> None:
    async with opened(following, size) as pilot:
        await press(pilot, ["5"])
        lines = plain(pilot)
        assert "5 Feeds" in lines[0]
        assert "3 feeds" in lines[0]
        assert row(lines, "Coast Daily").split()[:6] == [
            "▌", "Coast", "Daily", "local", "0", "auto",
        ]  # fmt: skip
        assert "19 Mar" in row(lines, "Coast Daily")
        assert row(lines, "North Bank").startswith(" ! ")
        assert "always" in row(lines, "North Bank")
        assert "failing" in row(lines, "North Bank")
        assert "gone" in row(lines, "https://gone")
        await press(pilot, ["j", "j"])
        shown = " ".join(text(plain(pilot)).replace("│", " ").split())
        assert "failing since 11 March 2026" in shown
        assert "tries" in shown
        assert "no answer in 20 s" in shown


@pytest.mark.parametrize(
    ("feed", "said"),
    [
        (Feed("https://a"), "not yet"),
        (Feed("https://a", checked="2026-03-01T10:00:00+00:00"), "1 Mar"),
        (Feed("https://a", checked="2026-03-01T10:00:00+00:00", failed="no"), "failing"),
        (Feed("https://a", failed="no", gone=True), "gone"),
    ],
)
def test_when_a_feed_last_answered(feed: Feed, said: str) -> None:
    assert answered(feed) == said


def test_a_wait_is_said() -> None:
    feed = Feed("https://a.example", failed="it asks too often", failed_since=NOW.isoformat())
    feed = Feed(feed.address, failed="it is busy", not_before="2026-03-20T10:00:00+00:00")
    shown = " ".join(run for line in feed_blocks(feed, 200)[0].lines for run, _ in line)
    assert "asks not to come again before 20 March 2026" in shown


async def test_stopping_to_follow_can_be_undone(following: Workspace) -> None:
    following.library.set_feed(COAST, title="My coast", tags=["a", "b"], pages="never")
    following.library.enter(COAST, {"read": Entered(b"1", None)})
    async with opened(following, (120, 40)) as pilot:
        await press(pilot, ["5", "slash", "'coast'", "enter", "d"])
        assert "No longer followed: My coast; its articles stay   U undo" in plain(pilot)[-1]
        assert "2 feeds" in plain(pilot)[0]
        await press(pilot, ["U"])
        assert "Followed again: My coast" in plain(pilot)[-1]
    following.library.feed_answered(COAST, title="Coast Daily")
    feed = following.library.feeds([COAST])[0]
    assert (feed.title, feed.tags, feed.pages) == ("My coast", ("a", "b"), "never")
    assert following.library.entries(COAST) == {"read": Entered(b"1", None)}


async def test_a_long_name_leaves_room_for_how_it_is_undone(following: Workspace) -> None:
    following.library.set_feed(COAST, title="A coast " + "and more coast " * 20)
    async with opened(following, (80, 24)) as pilot:
        await press(pilot, ["5", "d"])
        assert "…; its articles stay   U undo   ? keys   q back" in plain(pilot)[-1]


async def test_title_tags_and_pages_are_changed_and_changed_back(following: Workspace) -> None:
    def now() -> tuple[object, ...]:
        feed = following.library.feeds([COAST])[0]
        return feed.title, feed.tags, feed.pages

    async with opened(following, (80, 24)) as pilot:
        await press(pilot, ["5", "enter", "ctrl+u", "'Coast'", "enter", "ctrl+u", "'sea, coast,'"])
        await press(pilot, ["enter", "ctrl+u", "'sometimes'", "enter"])
        assert "pages: write auto, always or never" in text(plain(pilot))
        await press(pilot, ["ctrl+u", "'Always'", "enter"])
        assert "Changed: Coast Daily   U undo" in plain(pilot)[-1]
        assert now() == ("Coast", ("sea", "coast"), "always")
        await press(pilot, ["U"])
        assert now() == ("Coast Daily", ("local",), "auto")


async def test_the_list_is_written_and_never_over_a_file(
    following: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "list.opml"
    async with opened(following, (120, 40)) as pilot:
        await press(pilot, ["5", "e", "ctrl+u", f"'{path}'", "enter"])
        assert f"Written: 3 feeds to {path}"[:60] in plain(pilot)[-1]
        written = path.read_bytes()
        assert {(one.address, one.tags) for one in subscriptions(written)} == {
            (COAST, ("local",)),
            ("https://north.example/rss", ()),
            ("https://gone.example/atom", ()),
        }
        await press(pilot, ["e", "ctrl+u", f"'{path}'", "enter"])
        assert "There is a file already" in plain(pilot)[-1]
        assert path.read_bytes() == written
        await press(pilot, ["e", "ctrl+u", f"'{tmp_path}/no/such/list.opml'", "enter"])
        assert "Not written" in plain(pilot)[-1]


@pytest.mark.parametrize("size", [(60, 15), (80, 24), (120, 40)])
async def test_without_feeds_it_says_what_to_press(tmp_path: Path, size: tuple[int, int]) -> None:
    with Workspace.open(tmp_path / "empty") as workspace:
        async with opened(workspace, size) as pilot:
            await press(pilot, ["colon", "'feeds'", "enter"])
            shown = text(plain(pilot))
            assert "No feeds yet" in shown
            assert "a   follow a feed by its address" in shown
            await press(pilot, ["r"])
            assert "No feeds yet: a follows one" in plain(pilot)[-1]


async def test_a_list_of_feeds_is_followed(tmp_path: Path) -> None:
    path = tmp_path / "list.opml"
    path.write_text(opml([Subscription("http://127.0.0.1:9/feed", "Coast", ("local",))], "List"))
    with Workspace.open(tmp_path / "own") as workspace:
        async with opened(workspace, (120, 40)) as pilot:
            await press(pilot, ["5", "a", f"'{path}'", "enter"])
            assert "1 feed" in plain(pilot)[0]
            assert "local" in row(plain(pilot), "Coast")
            assert "1 feed followed; R gets what is new" in plain(pilot)[-1]


@pytest.mark.parametrize("size", [(40, 10), (20, 5), (60, 15), (300, 80)])
async def test_it_draws_at_every_size(following: Workspace, size: tuple[int, int]) -> None:
    async with opened(following, size) as pilot:
        await press(pilot, ["5", "p", "p", "q"])
        assert any(line.strip() for line in plain(pilot))


STORY = (
    "<p>" + "The council shut the old pier on Tuesday because its piles are rotten. " * 9 + "</p>"
)


def feed(text: str) -> str:
    """RSS with one whole story."""
    return (
        '<?xml version="1.0"?><rss version="2.0"><channel><title>Coast [/b] Daily</title>'
        f"<item><guid>a</guid><title>The pier</title><link>/a</link><description><![CDATA[{text}]]>"
        "</description></item></channel></rss>"
    )


async def test_a_feed_is_followed_read_and_changes_an_article(tmp_path: Path) -> None:
    with Server() as server, Workspace.open(tmp_path / "own") as workspace:
        address = server.page("/feed", feed(STORY), type=RSS)
        async with opened(workspace, (120, 40)) as pilot:
            await press(pilot, ["5", "a", f"'{address}'", "enter"])
            assert "1 feed followed" in plain(pilot)[-1]
            line = row(plain(pilot), "Coast [/b] Daily")
            assert line.startswith("▌  Coast")
            await press(pilot, ["r"])
            assert "rom 1 feed" in plain(pilot)[-1]
            assert [card.title for card in workspace.library.cards()] == ["The pier"]
            server.page("/feed", feed(STORY.replace("Tuesday", "Friday", 1)), type=RSS)
            await press(pilot, ["1", "r"])
            assert "1 updated from 1 feed" in plain(pilot)[-1]
            assert "The pier v2" in text(plain(pilot))
            await press(pilot, ["V"])
            assert "[−Tuesday] [+Friday]" in text(plain(pilot))
            await press(pilot, ["5"])
            assert " 1 " in row(plain(pilot), "Coast [/b] Daily")


async def test_what_came_in_is_taken_out_by_the_undo_key_and_stays_out(tmp_path: Path) -> None:
    with Server() as server, Workspace.open(tmp_path / "own") as workspace:
        nothing = feed("").replace("<item>", "<!--").replace("</item>", "-->")
        address = server.page("/feed", nothing, type=RSS)
        server.page("/a", f"<article><h1>The pier</h1>{STORY}</article>")
        async with opened(workspace, (120, 40)) as pilot:
            await press(pilot, ["5", "a", f"'{address}'", "enter"])
            server.page("/feed", feed(STORY), type=RSS)
            await press(pilot, ["1", "r"])
            assert "1 new from 1 feed   U undo" in plain(pilot)[-1]
            await press(pilot, ["U"])
            assert "Taken out again: 1 article   U puts them back" in plain(pilot)[-1]
            assert not workspace.library.ids()
            await press(pilot, ["r"])
            assert "Nothing new from 1 feed" in plain(pilot)[-1]
            assert not workspace.library.ids()
            await press(pilot, ["U"])
            assert [card.title for card in workspace.library.cards()] == ["The pier"]


async def test_finding_where_no_feed_is_followed(tmp_path: Path) -> None:
    with Workspace.open(tmp_path / "empty") as workspace:
        async with opened(workspace, (100, 24)) as pilot:
            await press(pilot, ["5", "slash", "'coast'", "enter"])
            assert "No feed is called so: coast" in plain(pilot)[-1]
