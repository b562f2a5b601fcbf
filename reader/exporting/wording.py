"""How articles and findings are put for people: fixed words around what is known."""

from __future__ import annotations

from reader.model import Article, Finding

TITLES = {
    "facts": "Facts",
    "quotes": "Quotations",
    "only-here": "Only here",
    "left-out": "Left out",
    "labels": "Names and labels",
    "cause": "Cause and blame",
    "quoted": "Who is quoted",
    "sources": "Sources",
    "opening": "Opening",
    "loaded": "Loaded words",
    "order": "Order",
}
"""What a lens is called on pages for people."""

# The words of an article's opening that stand for its missing headline.
_OPENING_WORDS = 8
_NEAR = frozenset({"rounded", "finer", "respelled"})
_SIGNS = {"quotes": '"', "only-here": "+", "left-out": "−"}
# Verdicts about what one article does: its letter stands before the summary.
_OF_ONE = frozenset({"only-here", "stated", "speaks", "writer", "quoted"})
# Their summaries tell every article, also those that have nothing.
_ALL_LETTERS = frozenset({"sources"})
_DIFFERING = frozenset({"differs", "contradicts", "own-dates-clash", "changes-with-time"})


def letter(at: int) -> str:
    """The letter of a column: A to Z, then AA, AB and so on."""
    before, last = divmod(at, 26)
    return (letter(before - 1) if before else "") + chr(ord("A") + last)


def headline(article: Article) -> str:
    """The title, or words that say it has none, with its first words."""
    if article.title:
        return article.title
    words = article.text.split(maxsplit=_OPENING_WORDS)
    more = " …" if len(words) > _OPENING_WORDS else ""
    return f"no headline: {' '.join(words[:_OPENING_WORDS])}{more}"


def details(article: Article) -> str:
    """Outlet, date and length in one line; what is not known is said to be so."""
    return f"{article.outlet or 'no outlet'} · {day(article)} · {article.words:,} words"


def day(article: Article) -> str:
    """When it was published, to the day, or `no date`."""
    return article.published.iso[:10] if article.published else "no date"


def summary(finding: Finding) -> str:
    """The finding in one line, after the letter of the article if it is about one only."""
    having = [letter(at) for at, value in enumerate(finding.values) if value is not None]
    if finding.lens not in _ALL_LETTERS and finding.verdict in _OF_ONE and len(having) == 1:
        return f"{having[0]}: {finding.summary}"
    return finding.summary


def sign(finding: Finding) -> str:
    """The sign that stands before a finding."""
    if finding.verdict in _NEAR:
        return "≈"
    if finding.verdict == "same":
        return "="
    if finding.lens in _SIGNS:
        return _SIGNS[finding.lens]
    return "≠" if finding.verdict in _DIFFERING else "·"
