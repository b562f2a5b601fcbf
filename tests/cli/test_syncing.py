"""`reader add` and `reader sync` with addresses, against a real server on loopback."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.cli.conftest import Run
from tests.cli.test_json import ARTICLE
from tests.server import RSS, Server, rss, running  # noqa: F401

SYNCED = ["added", "updated", "unchanged", "failed", "feeds"]
CHECKED = ["url", "title", "state", "reason"]


def story(about: str) -> str:
    """A page with an article."""
    paragraphs = "".join(
        f"<p>The {about} harbour stayed shut on day {n}, since the storm was strong, and nobody "
        f"who waited on pier {n} got any farther than the {about} lighthouse that day.</p>"
        for n in range(1, 9)
    )
    return (
        f"<html><head><title>The {about} harbour is shut</title></head>"
        f"<body><article><h1>The {about} harbour is shut</h1>{paragraphs}</article></body></html>"
    )


def test_a_page(run: Run, server: Server) -> None:
    address = server.page("/north", story("northern"))
    (article,) = run("add", address, "--json").json["added"]
    assert list(article) == ARTICLE
    assert (article["source"], article["url"]) == (address, address)
    assert run("show", address, "--json").json["text"].count("northern") == 16
    assert run("add", address).err == "1 unchanged.\n"


def test_a_page_that_fails(run: Run, server: Server) -> None:
    page = server.page("/north", story("northern"))
    ran = run("add", server.url("/gone"), page, "--json")
    assert ran.code == 1
    (failed,) = ran.json["failed"]
    assert failed["source"] == server.url("/gone")
    assert ran.err == f"Not added: {failed['source']}: {failed['reason']}\n"
    assert len(ran.json["added"]) == 1


def test_a_feed_is_followed(run: Run, server: Server) -> None:
    server.page("/one", story("northern"))
    server.page("/two", story("southern"))
    feed = server.feed("/feed", ["/one", "/two"])
    added = run("add", feed, "--json")
    assert added.code == 0, added.err
    assert list(added.json) == [*SYNCED[:4], "feeds"]
    assert added.json["feeds"] == [feed]
    assert {one["url"] for one in added.json["added"]} == {server.url("/one"), server.url("/two")}
    again = run("add", feed, "--json").json
    assert "feeds" not in again
    assert again["added"] == []


def test_a_feed_for_people(run: Run, server: Server) -> None:
    server.page("/one", story("northern"))
    feed = server.feed("/feed", ["/one"])
    ran = run("add", feed)
    article, followed = ran.out.splitlines()
    assert article.split("\t")[0] == "added"
    assert followed == f"followed\t{feed}"


def test_sync(run: Run, server: Server) -> None:
    server.page("/one", story("northern"))
    server.page("/two", story("southern"))
    feed = server.feed("/feed", ["/one"])
    run("add", feed)
    nothing = run("sync")
    assert (nothing.code, nothing.out, nothing.err) == (0, "", "Nothing new in 1 feed.\n")
    assert run("sync", "--json").err == ""

    server.feed("/feed", ["/one", "/two"])
    ran = run("sync", "--json")
    assert (ran.code, ran.err) == (0, "")
    assert list(ran.json) == SYNCED
    assert [one["url"] for one in ran.json["added"]] == [server.url("/two")]
    assert ran.json["failed"] == []
    assert ran.json["feeds"] == [
        {"url": feed, "title": "The Harbour Paper", "state": "read", "reason": None}
    ]


def test_sync_for_people(run: Run, server: Server) -> None:
    server.page("/one", story("northern"))
    server.page("/two", story("southern"))
    feed = server.feed("/feed", ["/one"])
    run("add", feed)
    server.feed("/feed", ["/one", "/two"])
    ran = run("sync")
    what, id, title = ran.out.rstrip("\n").split("\t")
    assert (what, title) == ("added", run("show", id, "--json").json["title"])
    assert (ran.code, ran.err) == (0, "")


def test_a_feed_that_says_304(run: Run, server: Server) -> None:
    server.page("/one", story("northern"))
    feed = server.page("/feed", rss(["/one"]), type=RSS, etag='"1"')
    run("add", feed)
    assert [one["state"] for one in run("sync", "--json").json["feeds"]] == ["unchanged"]
    assert run("sync").err == "Nothing new in 1 feed.\n"


@pytest.fixture
def other() -> Iterator[Server]:
    """Another server: one that asks to wait means all that it has."""
    with Server() as other:
        yield other


@pytest.fixture
def three(run: Run, server: Server, other: Server) -> dict[str, str]:
    """Three feeds that are followed; then one fails, and one asks to wait."""
    feeds = {}
    for name, where in {"good": server, "bad": server, "busy": other}.items():
        where.page(f"/{name}/story", story(name))
        feeds[name] = where.feed(f"/{name}", [f"/{name}/story"])
    assert run("add", *feeds.values()).code == 0
    server.page("/bad", "", status=503)
    other.wait("/busy", "3600")
    return feeds


def test_a_feed_that_fails_is_named_and_the_others_go_on(
    run: Run, server: Server, three: dict[str, str]
) -> None:
    server.page("/good/new", story("western"))
    server.feed("/good", ["/good/story", "/good/new"])
    ran = run("sync")
    assert ran.code == 1
    assert len(ran.out.splitlines()) == 1
    said = {line.rpartition(": ")[0]: line for line in ran.err.splitlines()}
    assert set(said) == {f"Not read: {three['bad']}", f"Not read: {three['busy']}"}
    assert "503" in said[f"Not read: {three['bad']}"]


def test_a_feed_that_asks_to_wait_is_not_asked(
    run: Run, server: Server, other: Server, three: dict[str, str]
) -> None:
    run("sync")
    before = other.paths.count("/busy")
    ran = run("sync", "--json")
    assert other.paths.count("/busy") == before
    by_url = {one["url"]: one for one in ran.json["feeds"]}
    assert [list(one) for one in by_url.values()] == [CHECKED] * 3
    states = {name: by_url[address]["state"] for name, address in three.items()}
    assert states == {"good": "read", "bad": "failed", "busy": "waits"}
    assert f"Not asked: {three['busy']}: {by_url[three['busy']]['reason']}\n" in ran.err
    assert [one["source"] for one in ran.json["failed"]] == [three["bad"]]
    # One that only waits is no failure; named, it is asked all the same.
    server.feed("/bad", ["/bad/story"])
    assert run("sync").code == 0
    run("sync", three["busy"])
    assert other.paths.count("/busy") == before + 1


def test_only_the_named_feeds(run: Run, server: Server, three: dict[str, str]) -> None:
    asked = len(server.paths)
    ran = run("sync", "/good", "--json")
    assert [one["url"] for one in ran.json["feeds"]] == [three["good"]]
    assert server.paths[asked:] == ["/good"]
    # Of a feed that could not be read it is not known whether it has anything new.
    assert len(run("sync", "/bad").err.splitlines()) == 1
    unclear = run("sync", "harbour paper")
    assert (unclear.code, unclear.raw) == (2, b"")
    assert "may be any of" in unclear.err


def test_a_page_of_a_feed_that_fails(run: Run, server: Server) -> None:
    feed = server.feed("/feed", ["/missing"])
    run("add", feed)
    server.feed("/feed", ["/missing", "/lost"])
    ran = run("sync")
    assert ran.code == 1
    assert f"Not added: {server.url('/lost')}: " in ran.err
    assert "Not read" not in ran.err


def test_no_feeds(run: Run) -> None:
    ran = run("sync")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "No feeds yet. To follow one: reader add ADDRESS\n"
    assert run("sync", "--json").json == {
        "added": [],
        "updated": [],
        "unchanged": 0,
        "failed": [],
        "feeds": [],
    }


def test_a_feed_whose_words_are_hostile(run: Run, server: Server) -> None:
    evil = "&#x202e;Harbour &#x9b;2J [bold]x[/red] \u2066y\ntwo"
    body = rss(["/one"]).replace("The Harbour Paper", evil)
    server.page("/one", story("northern").replace("<h1>", "<h1>\u202e"))
    feed = server.page("/feed", body, type=RSS)
    for line in (["add", feed], ["feeds"], ["sync"], ["feeds", "--json"], ["feeds", "--opml"]):
        ran = run(*line)
        assert ran.code == 0, ran.err
        assert not {*"\u202e\x9b\u2066\x1b"} & {*(ran.out + ran.err)}
    assert len(run("feeds").out.splitlines()) == 1


def test_as_the_shell_runs_it(run: Run, server: Server) -> None:
    server.page("/one", story("northern"))
    feed = server.feed("/feed", ["/one"])
    command = [sys.executable, "-m", "reader"]
    added = subprocess.run([*command, "add", "--json", feed], capture_output=True, timeout=60)
    assert (added.returncode, added.stderr) == (0, b"")
    assert json.loads(added.stdout)["feeds"] == [feed]
    server.page("/feed", "no feed", status=500)
    synced = subprocess.run([*command, "sync"], capture_output=True, timeout=60)
    assert (synced.returncode, synced.stdout) == (1, b"")
    assert synced.stderr.startswith(f"Not read: {feed}: ".encode())
