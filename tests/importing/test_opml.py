"""Lists of feeds in and out."""

from __future__ import annotations

import re
import time
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.importing.feeds.opml import Subscription, is_opml, opml, subscriptions
from reader.importing.found import LARGEST, Refused
from reader.text.safety import clean
from tests.server import ENTITY_BOMB

FOLDERS = """<?xml version="1.0" encoding="UTF-8"?>
<!-- written by another reader -->
<opml version="1.0">
  <head><title>My feeds</title></head>
  <body>
    <outline text="Loose" type="rss" xmlUrl="HTTPS://Loose.example/feed" htmlUrl="https://loose.example/"/>
    <outline text="News" title="News">
      <outline text="short" title="The Harbour Paper" type="rss" xmlUrl="https://harbour.example/rss"/>
      <outline text="Local">
        <outline type="rss" xmlUrl="https://local.example/atom" category="/Town/Council,Sports"/>
        <outline text="a folder without feeds"/>
      </outline>
    </outline>
    <outline text="Again"><outline text="x" xmlurl="https://harbour.example/rss"/></outline>
    <outline text="Mine" type="rss" xmlUrl="file:///etc/passwd"/>
    <outline text="Script" type="rss" xmlUrl="javascript:alert(1)"/>
    <outline text="None" type="rss" xmlUrl=""/>
  </body>
</opml>
"""


def test_folders_and_categories_are_tags() -> None:
    assert subscriptions(FOLDERS.encode()) == (
        Subscription("https://loose.example/feed", "Loose"),
        Subscription("https://harbour.example/rss", "The Harbour Paper", ("News", "Again")),
        Subscription(
            "https://local.example/atom", None, ("News", "Local", "Town", "Council", "Sports")
        ),
        # Handed on for whoever follows feeds to refuse by name.
        Subscription("file:///etc/passwd", "Mine"),
        Subscription("javascript:alert(1)", "Script"),
    )


def test_a_list_is_told_from_other_documents() -> None:
    assert is_opml(FOLDERS.encode())
    assert is_opml(FOLDERS.encode("utf-16"))
    assert not is_opml(b"<rss/>")
    assert not is_opml(b"<!DOCTYPE html><html><body>opml</body></html>")
    assert not is_opml(b"")


def test_names_are_clean_one_liners() -> None:
    written = (
        '<opml><body><outline text="A\x1b[31m &#10; B\u202e"><outline text="&lt;b&gt;C &amp;amp; D"'
        ' xmlUrl="http://a.example/"/></outline></body></opml>'
    )
    (found,) = subscriptions(written.encode())
    assert (found.title, found.tags) == ("<b>C &amp; D", ("A B",))


def test_what_other_readers_write_carelessly_is_read() -> None:
    written = (
        "<opml version=\"2.0\"><body><outline text='Here & There'>"
        "<outline text='A' xmlUrl='http://a.example/?x=1&y=2'></outline></body></opml>"
    )
    (found,) = subscriptions(written.encode())
    assert found.address.startswith("http://a.example/?x=1")
    assert found.tags[0].startswith("Here")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "it is no list of feeds"),
        (b"a text", "it is no list of feeds"),
        (b"<rss><channel/></rss>", "it is no list of feeds"),
        (b"<opml version='2.0'></opml>", "it is no list of feeds"),
        (b"<opml <<<", "it is broken XML: not well-formed (invalid token) in line 1"),
        (b"\0\1\2\3" * 9, "it holds no text but binary data"),
    ],
)
def test_what_is_no_list_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        subscriptions(data)
    assert str(refused.value) == reason


def test_what_is_too_large_is_refused() -> None:
    with pytest.raises(Refused, match="it has 21 MB; up to 20 MB are read"):
        subscriptions(bytes(LARGEST + 1_000_000))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-32"])
def test_entities_are_not_read(encoding: str) -> None:
    bomb = ENTITY_BOMB.replace("rss", "opml")
    with pytest.raises(Refused, match="it declares XML entities, which are not read"):
        subscriptions(bomb.encode(encoding))


def test_an_abyss_of_folders_ends_quickly() -> None:
    deep = b"<opml><body>" + b'<outline text="a">' * 200_000
    begun = time.monotonic()
    assert subscriptions(deep) == ()
    assert time.monotonic() - begun < 2


names = st.text(st.characters(exclude_categories=["Cs"]), max_size=30) | st.sampled_from(
    [
        "a,b",
        "a/b",
        "50%",
        "%2C",
        "<&>\"'",
        "]]>",
        "\u202eabc",
        "a  b",
        " ",
        "\uffff",
        "&amp;",
        "a\tb",
    ]
)
lists = st.lists(
    st.builds(
        lambda number, title, tags: Subscription(
            f"https://a.example/{number}?a=1&b=2", title, tags
        ),
        st.integers(0, 5),
        st.none() | names,
        st.lists(names, max_size=4).map(tuple),
    ),
    max_size=6,
    unique_by=lambda one: one.address,
)


@given(lists, names)
def test_a_list_written_and_read_keeps_feeds_titles_and_tags(
    given: list[Subscription], title: str
) -> None:
    once = subscriptions(opml(given, title).encode())
    assert {one.address for one in once} == {one.address for one in given}
    tags = {one.address: _kept(one.tags) for one in given}
    assert {one.address: one.tags for one in once} == tags
    again = subscriptions(opml(once, title).encode())
    assert {one.address: one for one in again} == {one.address: one for one in once}


def _kept(tags: tuple[str, ...]) -> tuple[str, ...]:
    lines = (" ".join(re.sub("[\ufffe\uffff]", "", clean(tag)).split()) for tag in tags)
    return tuple(dict.fromkeys(line for line in lines if line))


def test_a_feed_stands_once_in_the_folder_of_its_first_tag() -> None:
    written = opml(
        [
            Subscription("https://a.example/", "A & B", ("News", "Local, or not", "50%")),
            Subscription("https://b.example/", None, ("News",)),
            Subscription("https://c.example/"),
        ],
        "Mine",
    )
    body = ElementTree.fromstring(written.encode()).find("body")
    assert body is not None
    folder, loose = body
    assert (folder.get("text"), loose.get("xmlUrl")) == ("News", "https://c.example/")
    assert [each.attrib for each in folder] == [
        {
            "type": "rss",
            "text": "A & B",
            "title": "A & B",
            "xmlUrl": "https://a.example/",
            "category": "Local%2C or not,50%25",
        },
        {
            "type": "rss",
            "text": "https://b.example/",
            "title": "https://b.example/",
            "xmlUrl": "https://b.example/",
        },
    ]
