"""Comparisons as one HTML page."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from reader.exporting.html import escape, html
from reader.exporting.markdown import markdown
from reader.model import Article, Comparison
from reader.text.safety import visible

VOID = {"meta", "br"}


class Page(HTMLParser):
    """Elements, attributes and the words of the quotations; fails on elements left open."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []
        self.quotes: list[str] = []
        self.marks: list[str] = []
        self.words: list[str] = []
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += attrs
        if tag not in VOID:
            self.open.append(tag)
        if tag == "blockquote":
            self.quotes.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)
        if "blockquote" in self.open:
            self.quotes[-1] += data
        if "mark" in self.open:
            self.marks.append(data)


def test_quotations_stand_in_their_articles(
    comparison: Comparison, articles: list[Article]
) -> None:
    page = Page(html(comparison, articles))
    texts = [article.text for article in articles]
    assert len(page.quotes) == 7
    assert all(any(quote in text for text in texts) for quote in page.quotes)
    assert page.marks == ["$14 million", "14.3 million dollars"] * 2 + ["mayor"]


def test_page_needs_nothing_else(comparison: Comparison, articles: list[Article]) -> None:
    text = html(comparison, articles)
    page = Page(text)
    assert page.tags.isdisjoint({"script", "link", "img", "iframe", "object", "form", "base"})
    assert {name for name, _ in page.attributes} <= {
        *("lang", "charset", "name", "content", "http-equiv", "class", "href", "rel"),
        "aria-hidden",
    }
    hrefs = [value for name, value in page.attributes if name == "href"]
    assert hrefs == ["https://coast.example/a?b=1&c=2"]
    for promise in ("prefers-color-scheme: dark", "@media print", "width=device-width"):
        assert promise in text
    assert "url(" not in text
    assert "@import" not in text


def test_words_from_outside_are_words(comparison: Comparison, articles: list[Article]) -> None:
    hostile = '"><script>alert(1)</script>\x1b[2J\u202e[/b]<!-- &lt;'
    articles[0] = replace(articles[0], title=hostile, outlet=hostile, url=f"https://x/{hostile}")
    text = html(comparison, articles)
    page = Page(text)
    assert "script" not in page.tags
    assert visible(hostile) in page.words
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_address_that_is_no_web_address_is_no_link(
    comparison: Comparison, articles: list[Article]
) -> None:
    for url in ("javascript:alert(1)", " https://x.example", "data:text/html,x", "//x.example"):
        page = Page(html(comparison, [replace(articles[0], url=url), articles[1]]))
        assert "a" not in page.tags


@given(st.text())
def test_escape_shows_exactly_the_text(text: str) -> None:
    page = Page(f'<p class="{escape(text)}">{escape(text)}</p>')
    # A line end in the source is one for the parser, whatever its kind; none is left by `visible`.
    assert "".join(page.words) == visible(text)
    assert page.attributes == [("class", visible(text))]


def test_of_many_articles_each_passage_names_its_outlet(
    comparison: Comparison, articles: list[Article]
) -> None:
    assert "Coast &amp; Sons</small></figcaption>" not in html(comparison, articles)
    others = [replace(articles[1], id=f"c{number}", outlet=None) for number in range(3)]
    hostile = replace(articles[0], outlet="Coast </small><b>")
    many = replace(comparison, articles=(*comparison.articles, *(each.id for each in others)))
    shown = html(many, [hostile, articles[1], *others])
    assert "¶2, Coast &lt;/small&gt;&lt;b&gt;</small></figcaption>" in shown
    assert "<b>B</b>" in shown
    assert "\nA ¶2, Coast \\</small>\\<b>\n" in markdown(many, [hostile, articles[1], *others])
