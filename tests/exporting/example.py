"""One small comparison, made by hand, whose every line can be checked."""

from __future__ import annotations

from reader.model import (
    Article,
    Comparison,
    Evidence,
    Finding,
    LensReport,
    Point,
    Span,
    When,
)

BRIDGE = Article(
    id="aaaaaaa",
    text="The bridge was shut on Monday.\n\nIt cost $14 million, the mayor said.\n",
    title="Bridge [shut] <for> *good*",
    outlet="Coast & Sons",
    published=When("2026-03-02T08:15Z"),
    url="https://coast.example/a?b=1&c=2",
    source="/articles/a.md",
    sources=("/articles/a.md", "https://coast.example/a"),
    language="en",
    words=13,
)
CRACK = Article(
    id="bbbbbbb",
    text="The bridge was shut Monday after a crack.\n\nRepairs cost 14.3 million dollars.\n",
    source="/articles/b.txt",
    sources=("/articles/b.txt",),
    words=12,
)


def cut(article: Article, words: str) -> Evidence:
    """Evidence for the first place of the words."""
    start = article.text.index(words)
    return Evidence.at(article, Span(start, start + len(words)))


AMOUNT = Finding(
    id="f1",
    lens="facts",
    kind="amount",
    subject=None,
    verdict="rounded",
    values=(cut(BRIDGE, "$14 million"), cut(CRACK, "14.3 million dollars")),
    measures=(14e6, 14.3e6),
    unit="dollars",
    reason="equal to 2 figures",
    summary="cost: amount  A $14 million · B 14.3 million dollars",
    weight=0.81234,
    evidence=(
        cut(BRIDGE, "It cost $14 million, the mayor said."),
        cut(CRACK, "Repairs cost 14.3 million dollars."),
    ),
)
ONLY = Finding(
    id="f2",
    lens="only-here",
    kind="name",
    subject=cut(BRIDGE, "mayor"),
    verdict="only-here",
    values=(cut(BRIDGE, "mayor"), None),
    certainty="perhaps",
    summary="mayor",
    weight=0.5,
    evidence=(cut(BRIDGE, "It cost $14 million, the mayor said."),),
)


COMPARISON = Comparison(
    articles=("aaaaaaa", "bbbbbbb"),
    points=(
        Point(
            (
                cut(BRIDGE, "The bridge was shut on Monday."),
                cut(CRACK, "The bridge was shut Monday after a crack."),
            ),
            0.61237,
            "perhaps",
        ),
    ),
    reports=(
        LensReport("facts", "found", "", (AMOUNT,)),
        LensReport("quotes", "none"),
        LensReport("only-here", "found", "", (ONLY,)),
        LensReport("left-out", "cannot-say", "not one event"),
    ),
    one_event=False,
    first=("f1",),
)
