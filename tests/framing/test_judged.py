"""What a person said of findings holds in every comparison that has them."""

from __future__ import annotations

from dataclasses import replace

from reader.framing.judged import judged, places_of, word_on
from reader.model import (
    Article,
    Comparison,
    Evidence,
    Finding,
    Judgement,
    JudgementAct,
    LensReport,
    Span,
)

TEXTS = {
    "a": "The bridge cost $14 million. The mayor wept.\n",
    "b": "It cost $15 million to build the bridge.\n",
    "c": "The bridge cost $14 million.\n",
}


def cut(id: str, words: str, text: str | None = None) -> Evidence:
    article = Article(id, text or TEXTS[id])
    start = article.text.index(words)
    return Evidence.at(article, Span(start, start + len(words)))


def amount(**texts: str) -> Finding:
    """The sums that articles give, in the order named; a text replaces the known one."""
    values = tuple(
        cut(id, "$15 million" if id == "b" else "$14 million", text) for id, text in texts.items()
    )
    around = tuple(
        cut(v.article, "It cost $15 million to build the bridge.", texts[v.article])
        if v.article == "b"
        else cut(v.article, "The bridge cost $14 million.", texts[v.article])
        for v in values
    )
    id = "-".join(f"{v.article}{v.span.start}" for v in values)
    return Finding(id, "facts", "amount", None, "differs", values, weight=0.6, evidence=around)


WEPT = Finding(
    "w", "only-here", "passage", None, "only-here", (cut("a", "The mayor wept."), None),
    weight=0.9, evidence=(cut("a", "The mayor wept."),),
)  # fmt: skip
BOTH = amount(a="", b="")


def comparison(*findings: Finding, articles: str = "ab") -> Comparison:
    reports = tuple(
        LensReport(lens, "found", "", tuple(f for f in findings if f.lens == lens))
        for lens in ("facts", "only-here")
        if any(f.lens == lens for f in findings)
    )
    return Comparison(tuple(articles), (), reports, first=tuple(f.id for f in findings))


def said(act: JudgementAct, finding: Finding, number: int = 1) -> Judgement:
    return Judgement(number, act, "", places_of(finding), finding.lens, finding.kind)


def test_a_hidden_finding_is_set_aside_and_said_to_be() -> None:
    found = judged(comparison(BOTH, WEPT), [said("hide", BOTH)])
    assert found.findings == (WEPT,)
    assert found.hidden == (BOTH,)
    assert found.reports[0] == LensReport("facts", "none", "1 hidden")
    assert found.first == (WEPT.id,)


def test_a_kept_finding_stands_first() -> None:
    found = judged(comparison(BOTH, WEPT), [said("keep", WEPT)])
    assert found.first == (WEPT.id, BOTH.id)
    assert found.kept == (WEPT.id,)


def test_the_last_word_holds() -> None:
    words = [said("keep", BOTH), said("hide", BOTH, 2)]
    assert judged(comparison(BOTH), words).hidden == (BOTH,)
    assert judged(comparison(BOTH), words[::-1]).kept == (BOTH.id,)


def test_it_holds_in_other_columns_and_with_fewer_articles() -> None:
    three = amount(a="", b="", c="")
    turned = amount(b="", a="")
    assert word_on(turned, "ba", [said("hide", BOTH)]) is not None
    assert word_on(BOTH, "ab", [said("hide", three)]) is not None
    assert word_on(three, "abc", [said("hide", BOTH)]) is None, "what C has was not seen"


def test_it_holds_in_a_version_that_still_has_the_passage() -> None:
    later = amount(a="A new first sentence. " + TEXTS["a"], b="")
    assert later.id != BOTH.id
    assert judged(comparison(later), [said("hide", BOTH)]).hidden == (later,)
    changed = replace(
        later, evidence=(cut("a", "The bridge cost $14 million. The mayor"), later.evidence[1])
    )
    assert judged(comparison(changed), [said("hide", BOTH)]).hidden == ()


def test_another_lens_or_kind_is_another_finding() -> None:
    share = replace(BOTH, kind="share")
    assert judged(comparison(share), [said("hide", BOTH)]).findings == (share,)


def test_kept_ones_beyond_five_all_stand_first() -> None:
    many = [replace(WEPT, id=f"w{n}", values=(cut("a", "mayor wept."[:n + 3]), None))
            for n in range(7)]  # fmt: skip
    found = judged(comparison(*many), [said("keep", f, n) for n, f in enumerate(many)])
    assert len(found.first) == 7
