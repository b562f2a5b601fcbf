"""Feeds: what is taken from them, and what they cannot do."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reader.importing.feeds.feed import Entry, Feed, feed, is_feed, links
from reader.importing.found import LARGEST, Refused
from reader.model import When
from tests.server import BROKEN_XML, ENTITY_BOMB, rss

ADDRESS = "https://harbour.example/news/feed.xml"

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
     xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
  <title>The Harbour &amp; Town Paper</title>
  <link>/news/</link>
  <atom:link rel="self" href="https://harbour.example/news/feed.xml"/>
  <language>en-GB</language>
  <item>
    <title>Ferry &lt;i&gt;stopped&lt;/i&gt; at the pier</title>
    <link>https://harbour.example/ferry?utm_source=rss</link>
    <guid isPermaLink="false">tag-1</guid>
    <dc:creator>Ann Example</dc:creator>
    <pubDate>Tue, 01 Apr 2025 10:05:00 +0200</pubDate>
    <description>In short.</description>
    <content:encoded><![CDATA[<p>The ferry was <a href="/x">stopped</a>.</p>]]></content:encoded>
  </item>
  <item>
    <title>Only a summary</title>
    <link>council</link>
    <author>desk@harbour.example (Council desk)</author>
    <pubDate>Tue, 01 Apr 2025</pubDate>
    <description>The council &lt;b&gt;met&lt;/b&gt;.</description>
  </item>
</channel></rss>
"""

ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de" xml:base="https://hafen.example/">
  <title type="html">Der &amp;lt;Hafen&amp;gt;</title>
  <link rel="self" href="/atom"/><link rel="alternate" href="/"/>
  <updated>2025-04-02T00:00:00Z</updated>
  <entry>
    <id>urn:1</id><title>Fähre hält</title>
    <link rel="enclosure" href="/ton.mp3"/><link rel="alternate" href="a/1"/>
    <author><name>Ann Example</name></author>
    <author><name>Bo Example</name><email>bo@a.example</email></author>
    <published>2025-04-01T08:05:00+02:00</published><updated>2025-04-02T09:00:00Z</updated>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Sie hält.</p></div></content>
  </entry>
  <entry>
    <id>urn:2</id><title>Plain</title>
    <updated>2025-04-02T09:00:00Z</updated>
    <content type="text">1 &lt; 2

and more</content>
  </entry>
</feed>
"""

RDF = """<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
         xmlns:dc="http://purl.org/dc/elements/1.1/">
  <channel rdf:about="https://old.example/"><title>Old</title><link>https://old.example/</link></channel>
  <item rdf:about="https://old.example/1"><title>One</title><link>https://old.example/1</link>
    <dc:date>2005-04-01T10:00:00Z</dc:date></item>
</rdf:RDF>
"""

JSON = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "The Harbour Paper",
    "home_page_url": "https://harbour.example/",
    "language": "en-US",
    "authors": [{"name": "The Paper"}],
    "items": [
        {
            "id": "1",
            "url": "/ferry",
            "title": "Ferry stopped",
            "content_html": "<p>The ferry was stopped.</p>",
            "summary": "In short.",
            "date_published": "2025-04-01T10:05:00+02:00",
            "date_modified": "2025-04-02T10:00:00Z",
            "authors": [{"name": "Ann Example"}, {"name": "Bo Example"}],
        },
        {"id": 2, "content_text": "1 < 2\n\nand more", "language": "fr"},
        {"id": "3", "url": "file:///etc/passwd", "title": "x", "summary": "In short."},
        "nothing",
    ],
}


def test_rss_is_read() -> None:
    assert feed(RSS.encode(), ADDRESS) == Feed(
        title="The Harbour & Town Paper",
        site="https://harbour.example/news/",
        language="en",
        entries=(
            Entry(
                key="tag-1",
                title="Ferry stopped at the pier",
                link="https://harbour.example/ferry?utm_source=rss",
                html='<p>The ferry was <a href="/x">stopped</a>.</p>',
                excerpt=False,
                byline="Ann Example",
                published=When("2025-04-01T10:05+02:00"),
                language="en",
            ),
            Entry(
                key="https://harbour.example/news/council",
                title="Only a summary",
                link="https://harbour.example/news/council",
                html="The council <b>met</b>.",
                excerpt=True,
                byline="Council desk",
                published=When("2025-04-01"),
                language="en",
            ),
        ),
    )


def test_atom_is_read() -> None:
    found = feed(ATOM.encode(), ADDRESS)
    assert (found.title, found.site, found.language) == (
        "Der <Hafen>",
        "https://hafen.example/",
        "de",
    )
    first, second = found.entries
    assert first.html.strip().endswith("<p>Sie hält.</p>")
    assert (first.key, first.title, first.link) == (
        "urn:1",
        "Fähre hält",
        "https://hafen.example/a/1",
    )
    assert first.byline == "Ann Example, Bo Example"
    assert first.published == When("2025-04-01T08:05:00+02:00")
    assert (second.html, second.excerpt) == ("<p>1 &lt; 2</p><p>and more</p>", False)
    # An entry that was changed does not say when it appeared.
    assert (second.link, second.byline, second.published) == (None, None, None)


def test_rdf_is_read_with_the_only_date_that_it_has() -> None:
    (entry,) = feed(RDF.encode(), ADDRESS).entries
    assert (entry.title, entry.link) == ("One", "https://old.example/1")
    assert entry.published == When("2005-04-01T10:00:00Z")


def test_json_feed_is_read() -> None:
    found = feed(json.dumps(JSON).encode(), ADDRESS)
    assert (found.title, found.site, found.language) == (
        "The Harbour Paper",
        "https://harbour.example/",
        "en",
    )
    assert found.entries == (
        Entry(
            key="1",
            title="Ferry stopped",
            link="https://harbour.example/ferry",
            html="<p>The ferry was stopped.</p>",
            excerpt=False,
            byline="Ann Example, Bo Example",
            published=When("2025-04-01T10:05:00+02:00"),
            language="en",
        ),
        Entry("2", None, None, "<p>1 &lt; 2</p><p>and more</p>", False, None, None, "fr"),
        Entry("3", "x", None, "<p>In short.</p>", True, None, None, "en", "file:///etc/passwd"),
    )


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("Tue, 01 Apr 2025 10:05:00 GMT", "2025-04-01T10:05+00:00"),
        ("1 Apr 2025 10:05 EST", "2025-04-01T10:05-05:00"),
        ("Tue, 01 Apr 2025 10:05:00 XYZ", "2025-04-01T10:05"),
        ("Tue, 01 Apr 2025 00:00:00 +0000", "2025-04-01"),
        ("2025-04-01T10:05:00Z", "2025-04-01T10:05:00Z"),
        ("2025-04-01", "2025-04-01"),
        ("2025-04", "2025-04"),
        ("Thu, 01 Jan 1970 00:00:00 GMT", None),
        ("1970-01-01T00:00:00Z", None),
        ("0001-01-01T00:00:00Z", None),
        ("0000-00-00 00:00:00", None),
        ("Tue, 31 Feb 2025 10:05:00 GMT", None),
        ("03/04/2025", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_dates_that_are_no_dates_are_unknown(written: str, published: str | None) -> None:
    document = rss(1).replace("Tue, 01 Apr 2025 10:00:00 GMT", written)
    (entry,) = feed(document.encode(), ADDRESS).entries
    assert entry.published == (When(published) if published else None)


@pytest.mark.parametrize(
    ("written", "byline"),
    [
        ("<author>desk@harbour.example (Council desk)</author>", "Council desk"),
        ("<author>Ann Example &lt;ann@harbour.example&gt;</author>", "Ann Example"),
        ("<author>ann@harbour.example</author>", None),
        ("<dc:creator>Ann Example</dc:creator>", "Ann Example"),
        ("<dc:creator>Ann</dc:creator><dc:creator>Bo</dc:creator>", "Ann, Bo"),
        ("<author>a@a.example (A Example)</author><dc:creator>A Example</dc:creator>", "A Example"),
        ("<dc:creator> </dc:creator>", None),
    ],
)  # fmt: skip
def test_names_are_told_from_mail_addresses(written: str, byline: str | None) -> None:
    document = rss(1).replace("<guid>", f"{written}<guid>")
    dublin = document.replace("<rss", '<rss xmlns:dc="http://purl.org/dc/elements/1.1/"')
    (entry,) = feed(dublin.encode(), ADDRESS).entries
    assert entry.byline == byline


@pytest.mark.parametrize(
    ("link", "taken"),
    [
        ("/a", "https://harbour.example/a"),
        ("https://other.example/a", "https://other.example/a"),
        ("//other.example/a", "https://other.example/a"),
        ("file:///etc/passwd", None),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("http://me:secret@a.example/", None),
        ("http://[", None),
        ("http://127.0.0.1:9/", "http://127.0.0.1:9/"),
    ],
)
def test_links_are_web_addresses_or_none(link: str, taken: str | None) -> None:
    (entry,) = feed(rss([link]).encode(), ADDRESS).entries
    assert entry.link == taken


def test_an_id_stays_the_same_wherever_the_feed_moves() -> None:
    keys = {
        tuple(entry.key for entry in feed(rss(3).encode(), address).entries)
        for address in (ADDRESS, "http://elsewhere.example/")
    }
    assert keys == {("entry-0", "entry-1", "entry-2")}


def test_an_id_that_many_entries_share_is_none() -> None:
    document = rss(3).replace("entry-1<", "entry-0<").replace("entry-2<", "x" * 600 + "<")
    assert [entry.key for entry in feed(document.encode(), ADDRESS).entries] == [
        f"https://harbour.example/entry/{number}" for number in range(3)
    ]


def test_an_entry_that_comes_twice_comes_once() -> None:
    document = rss(["/a", "/a", "/b"]).replace("entry-1<", "entry-0<")
    assert [entry.key for entry in feed(document.encode(), ADDRESS).entries] == [
        "entry-0",
        "entry-2",
    ]


def test_what_is_shown_is_clean() -> None:
    document = (
        rss(1).replace("Entry 0", "A\x1b[31m&#x202e;\n <b>B</b>").replace("entry-0", "k\x07ey")
    )
    (entry,) = feed(document.encode(), ADDRESS).entries
    assert (entry.title, entry.key) == ("A B", "key")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "iso-8859-1"])
def test_encodings_are_told(encoding: str) -> None:
    declared = "utf-16" if encoding.startswith("utf-16") else encoding.removesuffix("-sig")
    document = ATOM.replace("utf-8", declared)
    assert is_feed(document.encode(encoding))
    assert feed(document.encode(encoding), ADDRESS).entries[0].title == "Fähre hält"


@pytest.mark.parametrize(
    ("data", "kind", "found"),
    [
        (RSS.encode(), "", True),
        (ATOM.encode(), "text/html", True),
        (RDF.encode(), "", True),
        (json.dumps(JSON).encode(), "", True),
        (json.dumps(JSON).replace("/", "\\/").encode(), "application/json", True),
        (b'{"items": []}', "application/feed+json", True),
        (b'{"items": []}', "application/json", False),
        (b"\xef\xbb\xbf \n<!-- a --><?x y?><!DOCTYPE rss PUBLIC 'x' 'y'><rss>", "", True),
        (b"<!DOCTYPE html><html><head></head><body><rss>", "application/rss+xml", False),
        (b"<html><feed>", "", False),
        (b"<opml/>", "", False),
        (b"<svg/>", "", False),
        (b"rss", "", False),
        (b"", "application/rss+xml", False),
        (b"<!-- <rss> ", "", False),
    ],
)  # fmt: skip
def test_a_feed_is_told_from_other_documents(data: bytes, kind: str, found: bool) -> None:
    assert is_feed(data, kind) is found


# What feeds cannot do


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE rss [<!ENTITY a "word">]>',
        '<!DOCTYPE rss [\n<!-- x -->\n<!ENTITY % b SYSTEM "http://127.0.0.1/x.dtd"> %b;]>',
        '<!DOCTYPE rss SYSTEM "x.dtd" [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!-- <rss> --><!DOCTYPE rss [<!BAD><!ENTITY a "]>">]>',
    ],
)
def test_entities_are_not_read(encoding: str, declared: str) -> None:
    document = rss(1).replace('<?xml version="1.0"?>', declared).replace("Entry 0", "&a;")
    with pytest.raises(Refused, match=r"^it declares XML entities, which are not read$"):
        feed(document.encode(encoding), ADDRESS)


def test_a_declaration_in_another_alphabet_is_none() -> None:
    document = rss(1).replace('<?xml version="1.0"?>', '<?xml version="1.0" encoding="utf-7"?>')
    hidden = document.replace("<rss", "+ADwAIQ-DOCTYPE x [+ADwAIQ-ENTITY a 'word'>]><rss")
    with pytest.raises(Refused):
        feed(hidden.replace("Entry 0", "&a;").encode(), ADDRESS)


def test_an_entity_bomb_ends_at_once() -> None:
    begun = time.monotonic()
    with pytest.raises(Refused, match="it declares XML entities"):
        feed(ENTITY_BOMB.encode(), ADDRESS)
    assert time.monotonic() - begun < 1


@pytest.mark.parametrize(
    "document",
    [
        "<rss><channel><item>" + "<a>" * 200_000 + "</a>" * 200_000,
        "<rss><channel><item><title>" + "<div>" * 200_000,
        "<rss>&nbsp;<channel><item><title>" + "<div>" * 200_000,
        "<rss><channel><item>" + "<a/>" * 600_000 + "</item></channel></rss>",
        "<rss><channel>" + "<a " * 900_000,
        "<rss><channel>" + "<!--" * 300_000,
        "<rss><channel>" + "<![CDATA[" * 300_000,
        "<!--" * 300_000,
        '{"items":' + "[" * 200_000,
        '{"items": [' + '{"id":' * 200_000,
    ],
    ids=lambda document: document[:30],
)
def test_an_abyss_ends_quickly(document: str) -> None:
    begun = time.monotonic()
    with pytest.raises(Refused):
        feed(document.encode(), ADDRESS)
    assert time.monotonic() - begun < 5


def test_a_feed_is_no_name_of_a_file(tmp_path: Path) -> None:
    # feedparser would open it; nothing gets there but what has the root of a feed.
    secret = tmp_path / "rss"
    secret.write_text(rss(1))
    for data in (
        str(secret).encode(),
        b"file://" + str(secret).encode(),
        b"https://a.example/feed",
    ):
        with pytest.raises(Refused, match="it is no feed"):
            feed(data, ADDRESS)


def test_broken_xml_is_read_as_far_as_it_can_be() -> None:
    (entry,) = feed(BROKEN_XML.encode(), ADDRESS).entries
    assert entry.key == "entry-0"
    careless = rss(3).replace("What entry", "Salt & pepper&nbsp;<br>What entry")
    assert len(feed(careless.encode(), ADDRESS).entries) == 3
    cut = rss(300)
    assert len(feed(cut[: len(cut) // 2].encode(), ADDRESS).entries) in range(140, 160)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "it is no feed"),
        (b"<html><body>hello</body></html>", "it is no feed"),
        (b"{]", "it is broken JSON"),
        (b'{"version": 1}', "it is no feed"),
        (b'{"items": "x"}', "it is no feed"),
        (b"<rss><channel>", "it is broken XML: no element found in line 1"),
        (b"<rss><a></b>", "it is broken XML: mismatched tag in line 1"),
        (b"\x89PNG" + bytes(range(32)) * 9, "it holds no text but binary data"),
    ],
)
def test_what_is_no_feed_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        feed(data, ADDRESS)
    assert str(refused.value) == reason


def test_what_is_too_large_is_refused() -> None:
    with pytest.raises(Refused, match="it has 21 MB; up to 20 MB are read"):
        feed(bytes(LARGEST + 1_000_000), ADDRESS)


def test_5000_entries_take_seconds() -> None:
    begun = time.monotonic()
    document = rss(5_000).replace("What entry", "&lt;p&gt;What &lt;b&gt;entry&lt;/b&gt;" * 10)
    assert len(feed(document.encode(), ADDRESS).entries) == 5_000
    assert time.monotonic() - begun < 10


def test_without_the_extra_the_person_is_told() -> None:
    code = (
        "import sys; sys.modules['feedparser'] = None\n"
        "from reader.importing.feeds.feed import feed\n"
        "from reader.importing.found import Refused\n"
        "try: feed(b'<rss/>', 'http://a.example/')\n"
        "except Refused as refused: print(refused)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout == "feeds need an extra: pip install 'framing-reader[web]'\n"


# Where pages name their feeds


def test_a_page_names_its_feeds() -> None:
    page = """<!DOCTYPE html><html><head><base href="/news/">
      <link rel="stylesheet" type="text/css" href="a.css">
      <link rel="alternate" hreflang="de" href="/de/">
      <link rel="Alternate" type="application/rss+xml; charset=utf-8" href="feed.xml">
      <link rel="alternate home" type="application/atom+xml" href="https://other.example/atom">
      <link rel="alternate" type="application/feed+json" href="/feed.json">
      <link rel="alternate" type="application/rss+xml" href="feed.xml">
      <link rel="alternate" type="application/rss+xml" href="file:///etc/passwd">
      <link rel="alternate" type="application/rss+xml" href="">
      </head><body>A page</body></html>"""
    assert links(page.encode(), "https://a.example/x") == (
        "https://a.example/news/feed.xml",
        "https://other.example/atom",
        "https://a.example/feed.json",
    )


@pytest.mark.parametrize("page", [b"", b"\x89PNG\0\0\0", b"<", b"<html></html>", b"\0" * 500])
def test_a_page_may_name_none(page: bytes) -> None:
    assert links(page, "https://a.example/") == ()


@pytest.mark.parametrize(
    "reference", ["&#99999999;", "&#xD800;", "&#0;", "&#x110000;", "&#xFFFF;", "&#1234567890123;"]
)
def test_references_to_no_character_are_left_out(reference: str) -> None:
    found = feed(rss(1).replace("Entry 0", f"Ice{reference} &#228; &#x1F600;").encode(), ADDRESS)
    assert found.entries[0].title == "Ice ä \N{GRINNING FACE}"


@pytest.mark.parametrize("written", ["{} @ b", "<![CDATA[{} @ b]]>"])
def test_authors_without_an_end_are_refused_at_once(written: str) -> None:
    author = f"<author>{written.format('a' * 1_000_000)}</author>"
    start = time.process_time()
    with pytest.raises(Refused, match="author"):
        feed(rss(1).replace("<guid>", author + "<guid>").encode(), ADDRESS)
    assert time.process_time() - start < 10
    usual = "<author>ann@coast.example (Ann)</author><dc:creator/>"
    assert feed(rss(1).replace("<guid>", usual + "<guid>").encode(), ADDRESS).entries
