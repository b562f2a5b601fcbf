"""Feeds are asked for what is new, from a real server: politely, and none stops the others."""

from __future__ import annotations

import random
import subprocess
import sys
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reader.actions.bring import Brought, Checked, Tally, add
from reader.actions.sync import sync
from reader.errors import NoSuchFeed
from reader.importing.found import Reached
from reader.model import Feed
from reader.workspace import Workspace
from tests.server import RSS, Server, running  # noqa: F401

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 1, 5, 8, tzinfo=UTC)
SENTENCE = "The harbour authority shut the old pier on Tuesday because its piles are rotten. "
WHOLE = (
    f"<p>{SENTENCE * 6}</p><p>{'Ferries leave from the new pier every half an hour now. ' * 7}</p>"
)
PAGE = (
    "<html><head><title>{title}</title></head><body><nav><a href='/'>Home</a></nav><article>"
    "<h1>{title}</h1><p>{text}</p></article></body></html>"
)


def feed(*entries: tuple[str, str, str], title: str = "Coast Daily") -> str:
    """RSS with entries of guid, link and description."""
    items = "".join(
        f"<item><guid>{guid}</guid><title>Story {guid}</title><link>{link}</link>"
        f"<description><![CDATA[{html}]]></description>"
        "<pubDate>Tue, 01 Apr 2025 10:00:00 GMT</pubDate></item>"
        for guid, link, html in entries
    )
    head = f"<title>{title}</title><link>/</link>"
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{head}{items}</channel></rss>'


def content(html: str) -> str:
    """RSS with one entry that has a content besides its description."""
    space = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    body = feed(("a", "/a", "In short.")).replace("<rss ", f"<rss {space} ")
    encoded = f"<content:encoded><![CDATA[{html}]]></content:encoded>"
    return body.replace("</description>", f"</description>{encoded}")


def page(server: Server, path: str, title: str, text: str = SENTENCE * 4) -> str:
    return server.page(path, PAGE.format(title=title, text=text))


def synced(
    workspace: Workspace, addresses: list[str] | None = None, now: datetime = NOW
) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """What became of articles (outcome, end of the source) and of feeds (outcome, reason)."""
    items = list(sync(workspace, addresses, now=now))
    return (
        [
            (each.outcome, each.source.rpartition("/")[2])
            for each in items
            if isinstance(each, Brought)
        ],
        [(each.outcome, each.reason) for each in items if isinstance(each, Checked)],
    )


def brought(workspace: Workspace, *sources: str | Path) -> list[Brought]:
    return [each for each in add(workspace, sources) if isinstance(each, Brought)]


@pytest.fixture
def followed(workspace: Workspace, server: Server) -> str:
    """A feed with one whole text, not read yet."""
    address = server.page("/feed", feed(("a", server.url("/a"), WHOLE)), type=RSS, etag='"1"')
    workspace.library.subscribe(Feed(address, trusted=server.origin, tags=("Sea",)))
    return address


def test_an_entry_becomes_an_article(workspace: Workspace, server: Server, followed: str) -> None:
    assert synced(workspace) == ([("added", "feed#a")], [("read", "")])
    (article,) = workspace.library.articles()
    assert (article.title, article.outlet, article.url) == (
        "Story a",
        "Coast Daily",
        server.url("/a"),
    )
    assert article.published is not None
    assert article.published.iso[:10] == "2025-04-01"
    assert workspace.library.marks(article.id).tags == ("Sea",)
    assert article.text.startswith(SENTENCE.strip())
    assert server.paths == ["/feed"]


def test_nothing_new_costs_one_conditional_request(
    workspace: Workspace, server: Server, followed: str
) -> None:
    synced(workspace)
    assert synced(workspace) == ([], [("unchanged", "")])
    assert server.requests[-1].headers["if-none-match"] == '"1"'


def test_a_feed_that_says_the_same_without_a_304(
    workspace: Workspace, server: Server, followed: str
) -> None:
    server.page("/feed", feed(("a", server.url("/a"), WHOLE)), type=RSS)
    synced(workspace)
    revision = workspace.library.revision
    assert synced(workspace) == ([], [("read", "")])
    assert workspace.library.revision == revision


def test_a_changed_entry_is_a_version(workspace: Workspace, server: Server, followed: str) -> None:
    synced(workspace)
    later = WHOLE.replace("Tuesday", "Wednesday")
    server.page("/feed", feed(("a", server.url("/a"), later)), type=RSS)
    assert synced(workspace)[0] == [("updated", "feed#a")]
    (id,) = workspace.library.ids()
    assert len(workspace.library.versions(id)) == 2


def test_what_a_person_removed_stays_away(
    workspace: Workspace, server: Server, followed: str
) -> None:
    synced(workspace)
    workspace.library.remove(workspace.library.ids())
    server.page("/feed", feed(("a", server.url("/a"), WHOLE + "<p>More.</p>")), type=RSS)
    assert synced(workspace)[0] == []


@pytest.mark.parametrize(
    ("pages", "html", "fetched"),
    [
        ("auto", "The pier is shut.", True),
        ("auto", WHOLE, False),
        ("auto", WHOLE + "<p>The rest of it […]</p>", True),
        ("always", WHOLE, True),
        ("never", "The pier is shut.", False),
    ],
    ids=["short", "whole", "cut short", "always", "never"],
)
def test_the_page_is_fetched_where_the_feed_has_an_excerpt(
    workspace: Workspace, server: Server, followed: str, pages: str, html: str, fetched: bool
) -> None:
    workspace.library.set_feed(followed, pages=pages)  # type: ignore[arg-type]
    link = page(server, "/a", "Pier shut", "The whole story of the pier is this. " + SENTENCE * 4)
    server.page("/feed", feed(("a", link, html)), type=RSS)
    (outcome,) = synced(workspace)[0]
    assert outcome == ("added", "a" if fetched else "feed#a")
    (article,) = workspace.library.articles()
    assert article.text.startswith("The whole story") == fetched
    assert (article.url, article.outlet) == (link, "Coast Daily")
    assert synced(workspace)[0] == []


@pytest.mark.parametrize(
    ("html", "fetched"),
    [("<p>All there is to say.</p>", False), ("<p>There is more … [Read more]</p>", True)],
)
def test_what_a_feed_calls_the_content_is_the_whole_unless_it_is_cut_short(
    workspace: Workspace, server: Server, followed: str, html: str, fetched: bool
) -> None:
    page(server, "/a", "Pier shut")
    server.page("/feed", content(html), type=RSS)
    synced(workspace)
    assert ("/a" in server.paths) == fetched
    assert workspace.library.count() == 1


def test_a_page_that_is_not_there_leaves_the_excerpt(
    workspace: Workspace, server: Server, followed: str
) -> None:
    server.page(
        "/feed", feed(("a", server.url("/gone"), "The pier is shut.")), type=RSS, etag='"2"'
    )
    articles, _ = synced(workspace)
    assert articles == [("failed", "gone"), ("added", "feed#a")]
    assert synced(workspace) == ([], [("unchanged", "")])


def test_a_page_that_fails_for_now_is_asked_again(
    workspace: Workspace, server: Server, followed: str
) -> None:
    link = server.page("/a", "", status=503)
    server.page("/feed", feed(("a", link, "The pier is shut.")), type=RSS, etag='"2"')
    assert synced(workspace)[0] == [("failed", "a")]
    page(server, "/a", "Pier shut")
    assert synced(workspace)[0] == [("added", "a")]
    assert synced(workspace) == ([], [("unchanged", "")])


def test_a_feed_points_neither_at_files_nor_at_the_local_network(
    workspace: Workspace, server: Server, followed: str, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.html"
    secret.write_text(PAGE.format(title="Secret", text=SENTENCE * 4))
    with Server() as other:
        inside = page(other, "/inside", "Inside")
        links = [secret.as_uri(), inside, "http://[::1]:9/x", "javascript:alert(1)"]
        entries = [(str(n), link, "Short.") for n, link in enumerate(links)]
        server.page("/feed", feed(*entries), type=RSS)
        articles, feeds = synced(workspace)
        assert other.paths == []
    assert feeds == [("read", "")]
    assert [outcome for outcome, _ in articles].count("failed") == 4
    assert all(text == "Short.\n" for text in (a.text for a in workspace.library.articles()))


def test_each_refusal_names_what_was_pointed_at(
    workspace: Workspace, server: Server, followed: str
) -> None:
    server.page("/feed", feed(("a", "file:///etc/passwd", "Short.")), type=RSS)
    (failed, _) = (each for each in sync(workspace) if isinstance(each, Brought))
    assert failed.outcome == "failed"
    assert failed.source.startswith("file:")
    assert "Coast Daily" in failed.reason


def test_one_feed_that_fails_stops_no_other(
    workspace: Workspace, server: Server, followed: str
) -> None:
    for path, body, status in (("/gone", "", 410), ("/none", "", 404), ("/bad", "<rss", 200)):
        address = server.page(path, body, status=status, type=RSS)
        workspace.library.subscribe(Feed(address, trusted=server.origin))
    articles, feeds = synced(workspace)
    assert articles == [("added", "feed#a")]
    assert sorted(outcome for outcome, _ in feeds) == ["failed", "failed", "failed", "read"]
    stored = {feed.address: feed for feed in workspace.library.feeds()}
    assert stored[server.url("/gone")].gone
    assert stored[server.url("/none")].failed == "the server says 404, not found"
    assert stored[server.url("/none")].failed_since is not None
    # The one that is gone is left alone from now on, the others are tried again.
    assert sorted(outcome for outcome, _ in synced(workspace)[1]) == [
        "failed", "failed", "unchanged", "waits",
    ]  # fmt: skip
    assert server.paths.count("/gone") == 1


def test_a_server_that_wants_time_gets_it(
    workspace: Workspace, server: Server, followed: str
) -> None:
    server.wait("/feed", "3600")
    assert synced(workspace)[1][0][0] == "failed"
    soon = datetime.now(UTC) + timedelta(minutes=30)
    assert synced(workspace, now=soon)[1][0][0] == "waits"
    assert server.paths == ["/feed"]
    later = datetime.now(UTC) + timedelta(hours=2)
    server.page("/feed", feed(("a", server.url("/a"), WHOLE)), type=RSS)
    assert synced(workspace, now=later)[1] == [("read", "")]
    # A person who names the feed need not wait.
    server.wait("/feed", "3600")
    synced(workspace, now=later)
    server.page("/feed", feed(("a", server.url("/a"), WHOLE)), type=RSS)
    assert synced(workspace, [followed], now=soon)[1] == [("read", "")]


def test_a_feed_moves(workspace: Workspace, server: Server, followed: str) -> None:
    new = server.page("/new", feed(("a", server.url("/a"), WHOLE)), type=RSS)
    server.redirect("/feed", "/new", status=301)
    synced(workspace)
    assert [each.address for each in workspace.library.feeds()] == [new]
    assert synced(workspace)[0] == []


def test_a_feed_that_has_moved_is_followed_once(workspace: Workspace, server: Server) -> None:
    new = server.page("/new", feed(("a", server.url("/a"), WHOLE)), type=RSS)
    old = server.redirect("/old", "/new", status=301)
    assert [each.outcome for each in brought(workspace, old)] == ["followed", "added"]
    assert brought(workspace, old) == []
    assert [each.address for each in workspace.library.feeds()] == [new]


def test_a_page_without_an_article_is_asked_for_once(
    workspace: Workspace, server: Server, followed: str
) -> None:
    empty = server.page("/video", "<html><body><video src='x'></video></body></html>")
    server.page("/feed", feed(("a", empty, "")), type=RSS)
    assert synced(workspace)[0] == [("failed", "video")]
    assert synced(workspace)[0] == []
    assert server.paths.count("/video") == 1


def test_pages_are_left_alone_as_long_as_their_server_asks(
    workspace: Workspace, server: Server, followed: str
) -> None:
    link = server.wait("/a", "3600")
    server.page("/feed", feed(("a", link, "Short.")), type=RSS)
    synced(workspace)
    assert synced(workspace, now=datetime.now(UTC))[1][0][0] == "waits"
    assert server.paths.count("/a") == 1


def test_a_feed_has_no_say_in_a_page_that_it_only_points_at(
    workspace: Workspace, server: Server, followed: str
) -> None:
    link = page(server, "/a", "Pier shut")
    brought(workspace, link)
    workspace.library.set_feed(followed, pages="never")
    for text in (WHOLE, WHOLE.replace("rotten", "sound")):
        server.page("/feed", feed(("a", link, text)), type=RSS)
        synced(workspace)
    (article,) = workspace.library.articles()
    assert "sound" not in article.text
    assert len(workspace.library.versions(article.id)) == 1


def test_what_fails_names_the_feed_that_points_at_it(
    workspace: Workspace, server: Server, followed: str
) -> None:
    server.page("/feed", feed(("a", "http://127.0.0.1:9/x", "Short.")), type=RSS)
    tally = Tally()
    for each in sync(workspace):
        if not isinstance(each, Reached):
            tally.take(each)
    assert tally.pointed == {"http://127.0.0.1:9/x": followed}


def test_a_page_that_was_added_before_is_not_read_again(
    workspace: Workspace, server: Server, followed: str
) -> None:
    link = page(server, "/a", "Pier shut")
    assert [each.outcome for each in brought(workspace, link)] == ["added"]
    server.page("/feed", feed(("a", link, WHOLE)), type=RSS)
    assert synced(workspace)[0] == []
    assert workspace.library.feeds()[0].articles == 1
    (id,) = workspace.library.ids()
    assert len(workspace.library.versions(id)) == 1
    # A change in the feed has the page read again, as the page is what is kept.
    page(server, "/a", "Pier shut", SENTENCE * 5)
    server.page("/feed", feed(("a", link, WHOLE + "<p>New.</p>")), type=RSS)
    assert synced(workspace)[0] == [("updated", "a")]
    assert len(workspace.library.versions(id)) == 2


def test_a_round_that_is_stopped_hides_no_entry(
    workspace: Workspace, server: Server, followed: str
) -> None:
    links = [page(server, f"/{n}", f"Pier {n}", f"Pier {n} is shut. {SENTENCE * 4}") for n in "abc"]
    entries = [(n, link, "Short.") for n, link in zip("abc", links, strict=True)]
    server.page("/feed", feed(*entries), type=RSS, etag='"9"')
    coming = sync(workspace, now=NOW)
    for each in coming:
        if isinstance(each, Brought):
            break
    coming.close()  # type: ignore[attr-defined]
    assert workspace.library.count() == 1
    synced(workspace)
    assert workspace.library.count() == 3


def test_one_connection_to_a_host(workspace: Workspace, server: Server, followed: str) -> None:
    links = [
        page(server, f"/{n}", f"Pier {n}", f"Pier {n} is shut. {SENTENCE * 4}") for n in "abcdef"
    ]
    server.page("/feed", feed(*((link, link, "Short.") for link in links)), type=RSS)
    synced(workspace)
    assert workspace.library.count() == 6
    assert server.most_at_once == 1


def test_a_feed_that_is_not_followed(workspace: Workspace) -> None:
    with pytest.raises(NoSuchFeed):
        list(sync(workspace, ["https://coast.example/feed"]))


def test_while_a_host_is_slow_others_may_do_their_work(
    workspace: Workspace, server: Server, followed: str
) -> None:
    """The worker turns to something else at every step."""
    server.silent("/feed")
    for coming in (sync(workspace, now=NOW), add(workspace, [server.silent("/slow")])):
        assert isinstance(next(coming), Reached)
        assert isinstance(next(coming), Reached)
        coming.close()  # type: ignore[attr-defined]


# Adding addresses ------------------------------------------------------------------------------


def test_a_page_is_added_by_its_address(workspace: Workspace, server: Server) -> None:
    address = page(server, "/a", "Pier shut")
    (one,) = brought(workspace, address)
    assert (one.outcome, one.source) == ("added", address)
    (article,) = workspace.library.articles()
    assert (article.title, article.url, article.published) == ("Pier shut", address, None)
    assert brought(workspace, address)[0].outcome == "unchanged"
    page(server, "/a", "Pier shut again", SENTENCE * 5)
    assert brought(workspace, address)[0].outcome == "updated"
    assert len(workspace.library.versions(article.id)) == 2


def test_a_feed_is_followed_by_its_address(workspace: Workspace, server: Server) -> None:
    address = server.page("/feed", feed(("a", server.url("/a"), WHOLE)), type=RSS)
    assert [each.outcome for each in brought(workspace, address)] == ["followed", "added"]
    (known,) = workspace.library.feeds()
    assert (known.title, known.articles, known.failed) == ("Coast Daily", 1, None)
    assert known.checked is not None
    assert brought(workspace, address) == []


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("ftp://coast.example/x", "http"),
        ("file:///etc/passwd", "http"),
        ("http://", "host"),
        ("https://user:secret@coast.example/", "password"),
    ],
)
def test_addresses_that_are_not_taken(workspace: Workspace, address: str, reason: str) -> None:
    (one,) = brought(workspace, address)
    assert (one.outcome, reason in one.reason) == ("failed", True), one.reason


def test_what_is_no_article_is_refused_with_its_feeds(workspace: Workspace, server: Server) -> None:
    link = '<link rel="alternate" type="application/rss+xml" href="/feed">'
    empty = server.page("/", f"<html><head>{link}</head><body></body></html>")
    picture = server.page("/p", b"\x89PNG", type="image/png")
    one, other = brought(workspace, empty, picture)
    assert server.url("/feed") in one.reason
    assert other.reason == "it is no page but image/png"


def test_a_list_of_feeds_is_followed_with_its_folders_as_tags(
    workspace: Workspace, server: Server, tmp_path: Path
) -> None:
    address = server.page("/feed", feed(("a", server.url("/a"), WHOLE)), type=RSS)
    opml = tmp_path / "feeds.opml"
    opml.write_text(
        '<opml version="2.0"><body><outline text="Sea">'
        f'<outline text="Coast" type="rss" xmlUrl="{address}"/>'
        '<outline text="File" type="rss" xmlUrl="file:///etc/passwd"/></outline></body></opml>'
    )
    outcomes = [(each.outcome, each.source) for each in brought(workspace, opml)]
    assert outcomes[0] == ("followed", address)
    assert outcomes[1:] == [("failed", "file:///etc/passwd")]
    assert synced(workspace)[0] == [("added", "feed#a")]
    (id,) = workspace.library.ids()
    assert workspace.library.marks(id).tags == ("Sea",)


def test_a_list_of_feeds_from_the_web_may_not_name_the_local_network(
    workspace: Workspace, server: Server
) -> None:
    with Server() as other:
        inside = other.page("/feed", feed(("a", "/a", WHOLE)), type=RSS)
        body = f'<opml version="2.0"><body><outline type="rss" xmlUrl="{inside}"/></body></opml>'
        address = server.page("/list", body, type="text/x-opml")
        assert [each.outcome for each in brought(workspace, address)] == ["followed"]
        assert synced(workspace)[1][0][0] == "failed"
        assert other.paths == []


def test_a_saved_feed_is_read_without_following(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "saved.xml"
    path.write_text(feed(("a", "https://coast.example/a", WHOLE)))
    assert [each.outcome for each in brought(workspace, path)] == ["added"]
    assert workspace.library.feeds() == ()
    path.write_text("<page/>")
    (one,) = brought(workspace, path)
    assert one.reason == "it is neither a feed nor a list of feeds"


SYNCER = """
import sys
from pathlib import Path
from reader.actions.bring import Brought
from reader.actions.sync import sync
from reader.workspace import Workspace
with Workspace.open(Path(sys.argv[1])) as workspace:
    for each in sync(workspace):
        if isinstance(each, Brought):
            print(each.article, flush=True)
print("done", flush=True)
"""


@pytest.mark.slow
def test_killed_at_many_moments_a_round_loses_nothing_it_reported(
    server: Server, tmp_path: Path
) -> None:
    links = [page(server, f"/{n}", f"Pier {n}", f"Pier {n} is shut. {SENTENCE}") for n in range(12)]
    entries = [(link, link, "Short." if n % 2 else WHOLE) for n, link in enumerate(links)]
    address = server.page("/feed", feed(*entries), type=RSS, etag='"1"')
    chance = random.Random(3)
    kills = rounds = 0
    while kills < 10:
        with Workspace.open(tmp_path / str(rounds)) as workspace:
            workspace.library.subscribe(Feed(address, trusted=server.origin))
        reported: set[str] = set()
        while "done" not in reported:
            command = [sys.executable, "-c", SYNCER, str(tmp_path / str(rounds))]
            process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)
            assert process.stdout is not None
            reported.add(process.stdout.readline().strip())
            threading.Timer(chance.uniform(0, 0.1), process.kill).start()
            reported.update(line.strip() for line in process.stdout if line.endswith("\n"))
            process.stdout.close()
            kills += process.wait() != 0
        with Workspace.open(tmp_path / str(rounds)) as workspace:
            assert reported - {"done"} <= set(workspace.library.ids())
            # The 304 that comes from now on must hide nothing.
            assert workspace.library.count() == 12 - 5  # whole texts are alike but for their place
            assert workspace.library.check() == []
        rounds += 1
