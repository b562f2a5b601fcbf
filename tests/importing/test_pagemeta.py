"""What pages say of their articles, in the order of who says it."""

from __future__ import annotations

import json

import pytest

from reader.importing.html.address import canonical, plain, site
from reader.importing.html.dates import date_in_address, stated_date
from reader.importing.html.meta import Facts, facts, stated
from reader.importing.html.names import byline, outlet_name
from reader.importing.html.pages import page
from reader.importing.html.tree import parsed

ADDRESS = "https://www.paper.example/news/quay"


def said(head: str, body: str = "<p>Words</p>", address: str | None = ADDRESS) -> Facts:
    tree = parsed(f"<html><head>{head}</head><body>{body}</body></html>")
    return facts(stated(tree, address), address)


def linked(data: object) -> str:
    written = data if isinstance(data, str) else json.dumps(data)
    return f'<script type="application/ld+json">{written}</script>'


ARTICLE = {
    "@type": "NewsArticle",
    "headline": "A new quay",
    "datePublished": "2023-03-05T10:00:00+01:00",
    "dateModified": "2024-01-01",
    "author": {"@type": "Person", "name": "Ann Quayle"},
    "publisher": {"@type": "Organization", "name": "The Paper"},
}


@pytest.mark.parametrize(
    "data",
    [
        ARTICLE,
        [ARTICLE],
        {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "x"}, ARTICLE]},
        {"@type": "WebPage", "mainEntity": ARTICLE},
        ARTICLE | {"@type": ["Thing", "ReportageNewsArticle"]},
        ARTICLE | {"@type": "https://schema.org/BlogPosting", "author": ["Ann Quayle"]},
        ARTICLE | {"author": "By Ann Quayle, Chief Reporter"},
        {
            "@graph": [
                ARTICLE | {"author": {"@id": "#ann"}, "publisher": {"@id": "#paper"}},
                {"@id": "#ann", "@type": "Person", "name": "Ann Quayle"},
                {"@id": "#paper", "@type": "Organization", "name": "The Paper"},
            ]
        },
        json.dumps(ARTICLE).replace("}}", "},}") + ";",
        json.dumps(ARTICLE).replace("A new quay", "A new\n\tquay\x01"),
        "<![CDATA[" + json.dumps(ARTICLE) + "]]>",
        "<!-- " + json.dumps(ARTICLE) + " -->",
    ],
    ids="plain list graph nested types string role ids commas controls cdata comment".split(),
)
def test_json_ld_is_read_however_it_is_written(data: object) -> None:
    found = said(linked(data))
    assert (found.title, found.byline, found.outlet) == ("A new quay", "Ann Quayle", "The Paper")
    assert found.published is not None
    assert found.published.iso == "2023-03-05T10:00:00+01:00"


@pytest.mark.parametrize(
    "data",
    [
        "{", "", "null", "[1, 2]", '"x"', "{'a': 1}", '{"@type": 5}', '{"@graph": {"@graph": []}}',
        '{"@type": "NewsArticle", "headline": {"a": 1}, "author": 7, "publisher": [[]], "x": 1}',
        '{"@type": "NewsArticle", "datePublished": "0001-01-01T00:00:00Z", "author": {}, "y": 1}',
    ],
)  # fmt: skip
def test_broken_json_ld_says_nothing(data: str) -> None:
    found = said(linked(data))
    assert found == Facts(None, None, None, None, ADDRESS, None)


def test_of_two_articles_the_one_with_the_address_is_the_pages_own() -> None:
    other = ARTICLE | {"headline": "Another thing", "url": "https://paper.example/other"}
    own = ARTICLE | {"mainEntityOfPage": {"@id": "https://paper.example/news/quay/"}}
    assert said(linked([other, own])).title == "A new quay"
    assert said(linked([other, ARTICLE | {"headline": "A third"}])).title is None


SITE = '<meta property="og:site_name" content="The Paper">'
META = (
    '<meta property="og:title" content="A new quay | The Paper">'
    '<meta property="og:site_name" content="The Paper">'
    '<meta property="article:published_time" content="2023-03-05">'
    '<meta name="author" content="Ann Quayle and Bob Wharf">'
    '<meta property="article:modified_time" content="2024-01-01">'
)


def test_open_graph_and_meta_tags() -> None:
    found = said(META)
    assert (found.title, found.byline, found.outlet) == (
        "A new quay",
        "Ann Quayle, Bob Wharf",
        "The Paper",
    )
    assert found.published is not None
    assert found.published.iso == "2023-03-05"


def test_who_says_it_decides() -> None:
    """JSON-LD before OpenGraph before other tags before the page."""
    tags = '<meta name="date" content="2023-03-07"><meta name="author" content="Cy Pier">'
    page_says = '<time itemprop="datePublished" datetime="2023-03-08">8 March</time>'
    for head, day in (
        (linked(ARTICLE) + META + tags, "2023-03-05T10:00:00+01:00"),
        (META + tags, "2023-03-05"),
        (tags, "2023-03-07"),
        ("", "2023-03-08"),
    ):
        published = said(head, page_says).published
        assert published is not None
        assert published.iso == day


@pytest.mark.parametrize(
    ("body", "day"),
    [
        ('<time class="entry-date published" datetime="2023-03-05">5 March</time>', "2023-03-05"),
        ('<time datetime="2023-03-05T09:00Z">x</time>', "2023-03-05T09:00Z"),
        ('<span class="published">Published: 5 March 2023</span>', "2023-03-05"),
        ('<time class="updated" datetime="2023-03-06">6 March</time>', None),
        ('<time datetime="2023-03-05">a</time><time datetime="2023-03-09">b</time>', None),
        ('<div class="comments"><time datetime="2023-03-05">a</time></div>', None),
        ("<time>3 hours ago</time>", None),
        ("<p>Last updated 5 March 2023</p>", None),
    ],
)
def test_dates_that_the_page_prints(body: str, day: str | None) -> None:
    published = said("", body).published
    assert (published.iso if published else None) == day


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2023-03-05T10:00:00.000+0100", "2023-03-05T10:00:00+01:00"),
        ("2023-03-05T9:05Z", "2023-03-05T09:05Z"),
        ("2023-03-05 10:00:00 UTC", "2023-03-05T10:00:00Z"),
        ("2023-03-05T10:00:00.1234567Z", "2023-03-05T10:00:00Z"),
        ("2023/03/05", "2023-03-05"),
        ("20230305", "2023-03-05"),
        ("2023-03", "2023-03"),
        ("Sun, 05 Mar 2023 10:00:00 GMT", "2023-03-05T10:00:00Z"),
        ("01:38:07 PM IST Mar 05, 2023", "2023-03-05"),
        ("Sunday, March 5, 2023, 08:19 PM", "2023-03-05"),
        ("25/12/2023", "2023-12-25"),
        ("12/25/2023", "2023-12-25"),
        ("03/04/2023", None),
        ("0001-01-01T00:00:00Z", None),
        ("1970-01-01T00:00:00Z", None),
        ("2023-02-31", None),
        ("yesterday", None),
        ("5 March 2023 and 6 March 2023", None),
        ("", None),
    ],
)
def test_written_dates(written: str, iso: str | None) -> None:
    found = stated_date(written)
    assert (found.iso if found else None) == iso


@pytest.mark.parametrize(
    ("url", "iso"),
    [
        ("https://paper.example/2023/03/05/quay/", "2023-03-05"),
        ("https://paper.example/news/2023/mar/05/quay", "2023-03-05"),
        ("https://paper.example/2023/03/quay.html", "2023-03"),
        ("https://paper.example/quay-20230305/", "2023-03-05"),
        ("https://paper.example/2023/13/05/quay/", None),
        ("https://paper.example/2023-quay/", None),
        ("https://paper.example/x?d=/2023/03/05/", None),
    ],
)
def test_dates_in_addresses(url: str, iso: str | None) -> None:
    found = date_in_address(url)
    assert (found.iso if found else None) == iso


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("By Ann Quayle", "Ann Quayle"),
        ("by Ann Quayle and Bob Wharf", "Ann Quayle, Bob Wharf"),
        ("Ann Quayle, Bob Wharf & Cy Pier", "Ann Quayle, Bob Wharf, Cy Pier"),
        ("By ANN QUAYLE, AP Auto Writer", "ANN QUAYLE"),
        ("Ann Quayle | Paper Media for Paper.example", "Ann Quayle"),
        ("Ann B. Quayle, MS, RD", "Ann B. Quayle"),
        ("Von Ludwig van der Mole", "Ludwig van der Mole"),
        ("Ann Quayle. Harbour News", "Ann Quayle, Harbour News"),
        ("The Paper", None),
        ("The Paper Staff", None),
        ("Associated Press", "Associated Press"),
        ("Ann Quayle, Associated Press", "Ann Quayle"),
        ("https://facebook.com/ann", None),
        ("@annquayle", None),
        ("admin", None),
        ("ann-q", None),
        ("Editorial", None),
        ("Print this article", None),
        ("", None),
    ],
)
def test_bylines(written: str, names: str | None) -> None:
    assert byline([written], ["The Paper", "paper.example"]) == names


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("The Paper", "The Paper"),
        ("The Paper | News of the harbour", "The Paper"),
        ("Paper.example", "Paper.example"),
        ("other.example", None),
        ("paper", None),
        ("@paper", None),
        ("", None),
    ],
)
def test_names_of_outlets(written: str, name: str | None) -> None:
    assert outlet_name(written, "www.paper.example") == name


def test_an_agency_that_is_named_as_publisher_is_not_the_outlet() -> None:
    agency = ARTICLE | {"publisher": {"name": "Harbour Press Agency"}}
    assert said(linked(agency) + META).outlet == "The Paper"


@pytest.mark.parametrize(
    ("stated_url", "url"),
    [
        ("/news/quay-2", "https://www.paper.example/news/quay-2"),
        ("https://paper.example/news/quay?utm_source=a&id=3#top", "https://paper.example/news/quay?id=3"),
        ("https://www.paper.example/", ADDRESS),
        ("https://elsewhere.example/news/quay", ADDRESS),
        ("javascript:alert(1)", ADDRESS),
        ("file:///etc/passwd", ADDRESS),
        ("https://[broken", ADDRESS),
        ("https://user:secret@www.paper.example/news/a", "https://www.paper.example/news/a"),
        ("", ADDRESS),
        (None, ADDRESS),
    ],
)  # fmt: skip
def test_canonical_addresses(stated_url: str | None, url: str) -> None:
    assert canonical(stated_url, ADDRESS) == url


def test_addresses_of_saved_pages_come_from_the_page() -> None:
    link = '<link rel="canonical" href="https://paper.example/news/quay">'
    assert said(link, address=None).url == "https://paper.example/news/quay"
    assert said(link * 2 + link.replace("quay", "x"), address=None).url is None
    assert said("", address=None).url is None
    assert plain("http://paper.example:80/a#b") == "http://paper.example:80/a"
    assert site("https://www.news.bbc.co.uk/x") == "bbc.co.uk"
    assert site("http://127.0.0.1/x") == "127.0.0.1"


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>A new quay - The Paper</title>" + META, "", "A new quay"),
        ("<title>The Paper: A new quay</title>" + SITE, "", "A new quay"),
        (META, "<h1>A new quay for the old harbour</h1>", "A new quay for the old harbour"),
        (META, "<h1>The Paper</h1>", "A new quay"),
        ("<title>Fish - chips - and peas</title>", "", "Fish - chips - and peas"),
        ('<meta property="og:title" content="Fish &amp;amp; chips">', "", "Fish & chips"),
        ("", "<h1>Some heading</h1>", None),
    ],
)
def test_titles(head: str, body: str, title: str | None) -> None:
    assert said(head, body).title == title


def test_the_language_of_the_words_comes_before_the_one_stated() -> None:
    english = (
        "<p>" + "The council agreed on the plan that was made for it by the mayor. " * 4 + "</p>"
    )
    written = f'<html lang="de-DE"><body><article>{english * 3}</article></body></html>'
    assert page(written.encode(), "x").language == "en"
    assert said('<meta property="og:locale" content="id_ID">').language == "id"


def test_what_is_not_said_is_unknown() -> None:
    assert said("", address=None) == Facts(None, None, None, None, None, None)


def test_control_characters_do_not_come_through() -> None:
    found = said('<meta property="og:title" content="A&#27;[31m new&#8238; quay&#10;today">')
    assert found.title == "A new quay today"
