"""`reader feeds`: listing, settings, and OPML in and out through the real commands."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from reader.cli.feeding import _list
from reader.cli.output import Output
from reader.model import Feed
from tests.cli.conftest import Run

KEYS = "url title site tags pages articles checked failed failed_since retry gone".split()
OPML = """<?xml version="1.0"?>
<opml version="2.0"><head><title>Mine</title></head><body>
<outline text="Coast">
 <outline type="rss" text="Coast Daily" xmlUrl="https://coast.example/feed"/>
 <outline text="North"><outline text="Tide &amp; Wind" xmlUrl="https://tide.example/rss"/></outline>
</outline>
<outline type="rss" text="Hill" xmlUrl="https://hill.example/feed" category="Uphill,Dry"/>
</body></opml>
"""
COAST, HILL, TIDE = (
    "https://coast.example/feed",
    "https://hill.example/feed",
    "https://tide.example/rss",
)


@pytest.fixture
def three(run: Run, tmp_path: Path) -> Path:
    """A list of three feeds, which are followed."""
    file = tmp_path / "mine.opml"
    file.write_text(OPML, encoding="utf-8")
    ran = run("add", str(file))
    assert ran.code == 0, ran.err
    assert ran.err == "3 feeds followed. To get articles: reader sync\n"
    return file


def feeds(run: Run, *words: str) -> list[dict[str, Any]]:
    found = run("feeds", "--json", *words).json
    assert list(found) == ["feeds"]
    assert [list(feed) for feed in found["feeds"]] == [KEYS] * len(found["feeds"])
    listed: list[dict[str, Any]] = found["feeds"]
    return listed


def test_json(run: Run, three: Path) -> None:
    coast, hill, tide = feeds(run)
    assert coast == {
        "url": COAST,
        "title": "Coast Daily",
        "site": None,
        "tags": ["Coast"],
        "pages": "auto",
        "articles": 0,
        "checked": None,
        "failed": None,
        "failed_since": None,
        "retry": None,
        "gone": False,
    }
    assert (hill["url"], hill["tags"]) == (HILL, ["Uphill", "Dry"])
    assert (tide["title"], tide["tags"]) == ("Tide & Wind", ["Coast", "North"])


def test_for_people(run: Run, three: Path) -> None:
    assert run("feeds").out == (
        f"{COAST}\tCoast Daily\t0\tauto\tCoast\tnever\t\n"
        f"{HILL}\tHill\t0\tauto\tUphill, Dry\tnever\t\n"
        f"{TIDE}\tTide & Wind\t0\tauto\tCoast, North\tnever\t\n"
    )
    assert run("feeds", "hill").out.startswith(HILL)


def test_in_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    stream = Terminal()
    failing = Feed(
        HILL,
        failed="the server says 503",
        failed_since="2026-01-05T08:09:10+00:00",
        not_before="2026-01-06T08:09:10+00:00",
        articles=1,
    )
    known = Feed(COAST, title="Coast \x1b[2J[/b]", tags=("Sea",), checked=failing.failed_since)
    gone = Feed(TIDE, failed="it is gone for good", failed_since="2026-01-05T08:09", gone=True)
    _list([known, failing, gone], Output(json=False, stdout=stream))
    said = stream.getvalue()
    assert "\x1b[2J" not in said
    assert "Coast \ufffd[2J[/b]" in said
    for line in (
        "  0 articles · pages auto · tags Sea · answered 2026-01-05 08:09 UTC",
        "  1 article · pages auto · answered never",
        "  failing since 2026-01-05 08:09 UTC: the server says 503; "
        "not asked before 2026-01-06 08:09 UTC",
        "  failing since 2026-01-05 08:09 UTC: it is gone for good; not asked any more",
    ):
        assert " ".join(line.split()) in " ".join(said.split())


def test_no_feeds(run: Run) -> None:
    ran = run("feeds")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "No feeds yet. To follow one: reader add ADDRESS\n"
    assert run("feeds", "--json").json == {"feeds": []}


@pytest.mark.parametrize(
    ("name", "found"),
    [
        (COAST, COAST),
        ("HTTPS://Coast.Example:443/feed", COAST),
        ("coast daily", COAST),
        ("tide.ex", TIDE),
        ("& wind", TIDE),
        ("Hill", HILL),
        ("nosuch", None),
        (" ", None),
        ("example", None),
        ("d", None),
    ],
)
def test_names(run: Run, three: Path, name: str, found: str | None) -> None:
    ran = run("feeds", "--json", name)
    if found:
        assert [feed["url"] for feed in ran.json["feeds"]] == [found]
    else:
        assert (ran.code, ran.raw) == (2, b"")


def test_an_address_that_is_part_of_another(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "two.opml"
    file.write_text(OPML.replace(HILL, f"{COAST}/sport").replace('"Hill"', '"Coast Daily Sport"'))
    run("add", str(file))
    for name in (COAST, "Coast Daily"):
        assert [feed["url"] for feed in feeds(run, name)] == [COAST]


def test_no_name_means_no_feed(run: Run, three: Path) -> None:
    run("feeds", "--remove", "coast", "hill")
    assert run("feeds", " ").code == 2
    assert run("feeds", "--remove", "").code == 2
    assert len(feeds(run)) == 1


@pytest.mark.parametrize(
    "options",
    [
        "--title x coast hill",
        "--remove --opml coast",
        "--remove --tag x coast",
        "--opml --pages never coast",
        "--opml --json",
        "--pages sometimes coast",
    ],
)
def test_options_that_do_not_go_together(run: Run, three: Path, options: str) -> None:
    before = feeds(run)
    ran = run("feeds", *options.split())
    assert (ran.code, ran.raw) == (2, b"")
    assert feeds(run) == before


def test_a_list_of_feeds_instead_of_a_command(run: Run, full: dict[str, str], three: Path) -> None:
    run("feeds", "--remove", "coast", "hill", "tide")
    ran = run(str(three))
    assert ran.code == 0
    assert ran.out == run().out
    assert len(feeds(run)) == 3


def test_settings(run: Run, three: Path) -> None:
    changed = feeds(run, "--pages", "always", "Coast Daily", "hill")
    assert [(feed["url"], feed["pages"]) for feed in changed] == [
        (COAST, "always"),
        (HILL, "always"),
    ]
    assert feeds(run, "--tag", "Sea", "--tag=North Sea", TIDE)[0]["tags"] == ["Sea", "North Sea"]
    assert feeds(run, "--tag", "", TIDE)[0]["tags"] == []
    assert feeds(run, "--title", "My coast", "coast")[0]["title"] == "My coast"
    listed = {feed["url"]: (feed["title"], feed["pages"], feed["tags"]) for feed in feeds(run)}
    assert listed == {
        COAST: ("My coast", "always", ["Coast"]),
        HILL: ("Hill", "always", ["Uphill", "Dry"]),
        TIDE: ("Tide & Wind", "auto", []),
    }


def test_one_wrong_name_changes_nothing(run: Run, three: Path) -> None:
    before = feeds(run)
    for options in (["--remove"], ["--pages", "never"], ["--tag", "x"]):
        ran = run("feeds", *options, "coast", "nosuch")
        assert (ran.code, ran.raw) == (2, b"")
    assert feeds(run) == before


def test_removing_keeps_the_articles(run: Run, full: dict[str, str], three: Path) -> None:
    ran = run("feeds", "--remove", "coast", "hill")
    assert (ran.code, ran.out) == (0, "2 feeds removed; all articles stay\n")
    assert [feed["url"] for feed in feeds(run)] == [TIDE]
    assert run("feeds", "--remove", TIDE, TIDE, "--json").json == {"removed": 1}
    assert len(run("list").out.splitlines()) == 3


def test_opml_out_and_in(run: Run, three: Path, tmp_path: Path) -> None:
    written = tmp_path / "out.opml"
    printed = run("feeds", "--opml")
    assert (printed.code, printed.err) == (0, "")
    saved = run("feeds", "--opml", "-o", str(written))
    assert (saved.code, saved.raw) == (0, b"")
    assert written.read_bytes() == printed.raw == run("feeds", "--opml", "-o", "-").raw
    ElementTree.fromstring(printed.raw)

    other = ["--library", str(tmp_path / "other")]
    assert run("add", str(written), *other).code == 0
    theirs = run("feeds", "--json", *other).json["feeds"]
    assert theirs == feeds(run)
    # Once more, the same list changes nothing.
    assert run("feeds", "--opml", *other).raw == printed.raw


def test_opml_of_some_feeds(run: Run, three: Path) -> None:
    out = run("feeds", "--opml", "coast").out
    assert COAST in out
    assert HILL not in out


def test_opml_overwrites_lists_of_feeds_only(run: Run, three: Path, tmp_path: Path) -> None:
    for name, text in (("old.opml", OPML), ("empty.xml", " \n")):
        file = tmp_path / name
        file.write_text(text)
        assert run("feeds", "--opml", "hill", "-o", str(file)).code == 0
        assert HILL in file.read_text()
        assert COAST not in file.read_text()
    for name, text in (("notes.txt", "Notes about <opml> lists."), ("page.html", "<html></html>")):
        file = tmp_path / name
        file.write_text(text)
        ran = run("feeds", "--opml", "-o", str(file))
        assert (ran.code, ran.raw) == (2, b"")
        assert file.read_text() == text
    assert run("feeds", "--opml", "-o", str(tmp_path)).code == 2
    assert run("feeds", "--opml", "-o", str(tmp_path / "no" / "x.opml")).code == 2
