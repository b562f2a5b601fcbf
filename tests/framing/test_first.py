"""Which findings stand first."""

from __future__ import annotations

from dataclasses import replace
from itertools import cycle

import pytest

from reader.framing.first import MOST, first
from reader.model import Article, Certainty, Evidence, Finding, LensReport, Span

# Sentences of other words each, far from one another.
PITCH, MANY = 90, 60
FAR_APART = "".join(
    f"Boat {n} lay {n} yards off quay {n} on day {n} of it.".ljust(PITCH) for n in range(MANY)
)
TEXTS = {
    "A": FAR_APART,
    "B": FAR_APART,
    "bare": "Words without a stop",
    "aside": "(Words in brackets.)",
    "item": "● Words in a list.",
    "links": "Rep. Jane DoeFerry talks fail MORE (R-Utah) said so on the quay.",
    "end of links": "He met Rep. Jane DoeFerry talks fail MORE",
    "run on": "The ferry sank.Reyes blamed the mate.",
    "quoted": "“Words,” he said. “They end.”",
    "thai": "เรือเฟอร์รี่จม",
}
ARTICLES = {name: Article(id=name, text=text) for name, text in TEXTS.items()}
PLACES = cycle(range(MANY))


def sentence() -> Span:
    """The place of another sentence with each call."""
    start = PITCH * next(PLACES)
    return Span(start, FAR_APART.index(" it.", start) + 4)


def finding(
    name: str, lens: str, kind: str, verdict: str, weight: float, article: str = "A",
    certainty: Certainty = "sure",
) -> Finding:  # fmt: skip
    span = sentence() if article in "AB" else Span(0, len(TEXTS[article]))
    place = Evidence.at(ARTICLES[article], span)
    return Finding(
        id=name, lens=lens, kind=kind, subject=None, verdict=verdict, values=(place, None),
        weight=weight, certainty=certainty, evidence=(place,),
    )  # fmt: skip


def altered(name: str, weight: float, words: int = 8, verdict: str = "altered") -> Finding:
    """A quotation of which so many words in a row are the same in two articles."""
    said = Article(id="A", text="word " * words)
    place = Evidence.at(said, Span(0, 5 * words - 1))
    return replace(finding(name, "quotes", "quote", verdict, weight), subject=place)


def report(*findings: Finding) -> LensReport:
    return LensReport(findings[0].lens, "found", findings=findings)


def alone(name: str, weight: float, article: str = "A", kind: str = "passage") -> Finding:
    return finding(name, "only-here", kind, "only-here", weight, article)


def test_nothing_found_nothing_first() -> None:
    assert first([LensReport("facts", "none")]) == ()


def test_a_true_difference_leads_and_a_rounding_does_not() -> None:
    differs = finding("d", "facts", "amount", "differs", 0.7)
    rounded = finding("r", "facts", "amount", "rounded", 0.9)
    assert first([report(rounded, differs), report(alone("p", 0.8))]) == ("d", "p")


def test_at_most_two_differences_lead() -> None:
    reports = [
        report(finding("d", "facts", "amount", "differs", 0.7)),
        report(altered("q", 0.8)),
        report(finding("l", "labels", "person", "differs", 0.9)),
    ]
    assert first(reports) == ("l", "q")


def test_a_second_difference_of_one_lens_leads_only_if_it_is_heavy() -> None:
    found = [altered("q1", 0.8, 8), altered("q2", 0.75, 9), altered("q3", 0.75, 10)]
    assert first([report(*found)]) == ("q1", "q2")
    light = altered("q4", 0.6, 9)
    assert first([report(found[0], light)]) == ("q1",)


def test_a_role_and_a_label_of_one_person_do_not_both_lead() -> None:
    name = Evidence.at(ARTICLES["A"], Span(0, 5))
    role = replace(finding("r", "facts", "role", "differs", 0.7), subject=name)
    label = replace(finding("l", "labels", "person", "differs", 0.9), subject=name)
    other = replace(label, subject=Evidence.at(ARTICLES["A"], Span(6, 8)))
    assert first([report(role), report(label)]) == ("l",)
    assert first([report(role), report(other)]) == ("l", "r")


def test_what_is_only_perhaps_or_light_does_not_lead() -> None:
    perhaps = finding("d", "facts", "amount", "differs", 0.7, certainty="perhaps")
    light = altered("q", 0.3)
    assert first([report(perhaps), report(light)]) == ()


def test_sentences_are_spread_over_the_articles() -> None:
    passages = (alone("a1", 0.9), alone("a2", 0.8), alone("b1", 0.5, "B"), alone("a3", 0.45))
    assert first([report(*passages)]) == ("a1", "b1", "a2", "a3")


def test_a_sentence_under_its_bar_and_panels_do_not_stand_first() -> None:
    strong = [alone(f"s{at}", 0.9) for at in range(4)]
    found = (*strong, alone("p", 0.35), alone("n", 0.9, kind="name"), alone("t", 0.9, kind="topic"))
    assert first([report(*found)]) == ("s0", "s1", "s2", "s3", "p")


def test_up_to_five_are_filled_with_what_is_merely_alone() -> None:
    found = (alone("p", 0.9), alone("a", 0.24), alone("b", 0.22), alone("c", 0.2),
             alone("q", 0.21, kind="quote"))  # fmt: skip
    assert first([report(*found)]) == ("p", "q", "a", "b", "c")
    more = (alone("p", 0.9), alone("n", 0.24, kind="name"), alone("x", 0.13))
    assert first([report(*more)]) == ("p", "x")
    assert first([report(alone("p", 0.9), alone("y", 0.05))]) == ("p", "y")
    five = [alone(f"s{at}", 0.9) for at in range(4)]
    assert "y" not in first([report(*five, alone("y", 0.05))])


def test_up_to_five_are_filled_with_more_voices() -> None:
    heard = [voice(name, 0.5) for name in "vwx"]
    voices = report(*heard, voice("light", 0.4))
    assert first([voices]) == ("v", "w", "x")
    found = (alone("p", 0.9), alone("a", 0.24))
    assert first([report(*found), voices]) == ("p", "v", "w", "x", "a")
    run_in = replace(heard[0], evidence=(alone("l", 0.9, "links").evidence))
    assert first([report(run_in, *heard[1:])]) == ("w", "x")


def test_at_most_five_of_them_two_quotations() -> None:
    reports = [
        report(finding("d", "facts", "amount", "differs", 0.7)),
        report(altered("q", 0.8)),
        report(*(alone(f"p{at}", 0.6) for at in range(4)),
               alone("s1", 0.6, kind="quote"), alone("s2", 0.6, kind="quote")),
    ]  # fmt: skip
    assert first(reports) == ("q", "d", "p0", "p1", "s1")
    assert len(first(reports)) == MOST
    assert first(reports[2:]) == ("p0", "p1", "s1", "s2", "p2")


def test_quotations_lead_with_other_words_or_without_what_limits_them() -> None:
    assert first([report(altered("q", 0.8))]) == ("q",)
    assert first([report(altered("cut", 0.7, verdict="trimmed"))]) == ()
    assert first([report(altered("lost", 0.8, verdict="trimmed", words=4))]) == ("lost",)


@pytest.mark.parametrize("kind", ["passage", "quote"])
def test_what_a_page_ran_together_does_not_stand_first(kind: str) -> None:
    strong = [alone(f"s{at}", 0.9) for at in range(4)]
    for article in ("links", "end of links", "run on"):
        found = (*strong, alone("p", 0.9, article, kind))
        assert first([report(*found)]) == ("s0", "s1", "s2", "s3"), article
    few = (alone("p", 0.9, "links", kind), *strong[:2], alone("x", 0.2, kind=kind))
    assert first([report(*few)]) == ("s0", "s1", "x", "p")


def test_titles_and_asides_do_not_stand_first() -> None:
    strong = [alone(f"s{at}", 0.6) for at in range(4)]
    for article, stands in (
        ("bare", False),
        ("aside", False),
        ("item", False),
        ("quoted", True),
        ("thai", True),
    ):
        assert ("p" in first([report(alone("p", 0.9, article), *strong)])) is stands, article
    assert first([report(alone("p", 0.9, "bare"))]) == ()


def test_a_headline_in_words_of_its_own_leads() -> None:
    headline = finding("h", "opening", "headline", "differs", 0.65)
    plain = finding("h", "opening", "headline", "differs", 0.45)
    assert first([report(alone("p", 0.8)), report(headline)]) == ("h", "p")
    strong = [alone(f"s{at}", 0.9) for at in range(4)]
    assert first([report(*strong), report(plain)]) == ("s0", "s1", "s2", "s3", "h")
    lesser = [alone(f"l{at}", 0.3, kind=kind) for at, kind in enumerate(("passage", "quote"))]
    assert first([report(*strong[:2], *lesser), report(plain)]) == ("s0", "s1", "l1", "h", "l0")


def test_the_headlines_stand_before_what_others_may_tell() -> None:
    plain = finding("h", "opening", "headline", "differs", 0.45)
    doubtful = [alone(f"d{at}", 0.09) for at in range(3)]
    strong = [alone(f"s{at}", 0.9) for at in range(2)]
    assert first([report(*strong, *doubtful), report(plain)]) == ("s0", "s1", "h")
    assert first([report(strong[0], *doubtful), report(plain)]) == ("s0", "h", "d0")


def voice(name: str, weight: float, verdict: str = "speaks", words: int = 24) -> Finding:
    found = finding(name, "quoted", "person", verdict, weight)
    return replace(found, measures=(words, 0), subject=found.values[0])


def test_one_voice_heard_only_here_stands_last() -> None:
    strong = [alone(f"p{at}", 0.8) for at in range(4)]
    reports = [report(voice("v", 0.5), voice("w", 0.5)), report(*strong)]
    assert first(reports) == ("p0", "p1", "v", "p2", "p3")
    both = replace(voice("b", 0.5), values=(voice("v", 0.5).values[0],) * 2)
    unsure = replace(voice("maybe", 0.5), measures=(24, None))
    for other in (both, unsure, voice("light", 0.3), voice("mute", 0.5, verdict="silent")):
        assert first([report(other)]) == ()


def test_where_little_is_found_voices_of_many_words_fill_up() -> None:
    long = [voice(f"l{at}", 0.15, words=25) for at in range(4)]
    few = report(alone("p", 0.9), alone("y", 0.05))
    assert first([few, report(voice("short", 0.15), *long)]) == ("p", "l0", "l1", "l2")
    many = report(*(alone(f"s{at}", 0.9) for at in range(4)))
    assert first([many, report(*long)]) == ("s0", "s1", "s2", "s3")


def test_headlines_of_much_the_same_words_fill_nothing() -> None:
    passage = report(alone("p", 0.9))
    for weight, shown in ((0.45, ("p", "h")), (0.35, ("p",))):
        headlines = report(finding("h", "opening", "headline", "differs", weight))
        assert first([passage, headlines]) == shown


def at(place: Span, finding: Finding) -> Finding:
    shown = Evidence.at(ARTICLES["A"], place)
    return replace(finding, values=(shown, None), evidence=(shown,))


def test_words_already_shown_are_not_shown_again() -> None:
    shown = alone("p", 0.8)
    place = shown.evidence[0].span
    same, v = at(Span(place.start + 2, place.start + 5), voice("same", 0.5)), voice("v", 0.5)
    assert first([report(same, v), report(shown)]) == ("p", "v")
    quoted = at(place, alone("q", 0.6, kind="quote"))
    assert first([report(shown, quoted, alone("s", 0.6))]) == ("p", "s")


def test_of_two_sentences_side_by_side_one_is_shown() -> None:
    told = Article(id="A", text=f"{FAR_APART}The ferry sank. Nobody saw it go.")
    places = Span(len(FAR_APART), len(FAR_APART) + 15), Span(len(FAR_APART) + 16, len(told.text))
    one, other = (
        replace(alone(name, 0.8), evidence=(Evidence.at(told, place),))
        for name, place in zip("ps", places, strict=True)
    )
    assert first([report(one, other, alone("t", 0.6))]) == ("p", "t")


def test_the_same_words_at_two_places_are_shown_once() -> None:
    said = "“No ferry of ours will ever sail at night again,” Reyes told the board of the harbour."
    told = Article(id="A", text=f"{said} {FAR_APART} “No ferry of ours will ever sail at night.”")
    whole, pulled = Span(0, len(said)), Span(told.text.rindex("“"), len(told.text))
    one, other = (
        replace(alone(name, 0.6, kind="quote"), evidence=(Evidence.at(told, place),))
        for name, place in (("q", whole), ("r", pulled))
    )
    assert first([report(one, other, alone("s", 0.5, "B"))]) == ("s", "q")


def test_of_quotations_that_fill_up_those_with_a_speaker_come_first() -> None:
    strong = [alone(f"p{at}", 0.9) for at in range(3)]
    said = [alone(f"q{at}", 0.2, kind="quote") for at in range(2)]
    known = replace(alone("q", 0.15, kind="quote"), subject=strong[0].evidence[0])
    assert first([report(*strong, *said, known)]) == ("p0", "p1", "p2", "q", "q0")


def test_terms_between_quotation_marks_fill_nothing() -> None:
    term = at(Span(0, 4), alone("q", 0.13, kind="quote"))
    assert first([report(alone("p", 0.9), term, alone("s", 0.11))]) == ("p", "s")


def test_panels_never_stand_first() -> None:
    found = [finding("n", "left-out", "name", "left-out", 0.9),
             finding("s", "order", "person", "share", 0.9),
             finding("c", "cause", "blame", "stated", 0.9)]  # fmt: skip
    assert first([report(each) for each in found]) == ()


def test_more_of_the_same_only_over_a_higher_bar() -> None:
    quotes = [alone("s1", 0.6, kind="quote"), alone("s2", 0.45, "B", kind="quote")]
    sentences = [alone(f"p{at}", weight) for at, weight in enumerate((0.9, 0.8, 0.7, 0.48))]
    assert first([report(*sentences, *quotes)]) == ("p0", "p1", "s1", "s2", "p2")
    heavy = [quotes[0], alone("s2", 0.6, "B", kind="quote")]
    assert first([report(*sentences, *heavy)]) == ("p0", "p1", "s1", "s2", "p2")


def test_words_of_nobody_known_are_no_voice() -> None:
    known = voice("v", 0.05, words=30)
    assert first([report(known)]) == ("v",)
    assert first([report(replace(known, subject=None))]) == ()
