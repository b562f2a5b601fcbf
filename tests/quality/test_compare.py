"""Quality of a comparison on labelled events; floors are in floors.toml.

`python -m tests.quality.measure_compare` prints all figures.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from reader.model import Article, Comparison, Evidence, Finding, LensReport, Point, Span
from tests.quality.comparing import alone, writing
from tests.quality.comparing.labels import EVENTS, Labelled, labelled, unclear
from tests.quality.comparing.measuring import ALONE, BESIDE, built, events, score
from tests.quality.comparing.points import point_pairs, points, rows
from tests.quality.comparing.score import Score
from tests.quality.comparing.values import DIFFER, claims, right_verdicts, values

FLOORS: Mapping[str, float] = tomllib.loads(
    Path(__file__).with_name("floors.toml").read_text("utf-8")
)["compare"]


def test_there_are_events_enough_of_every_kind() -> None:
    known = [labelled(event) for event in EVENTS]
    assert len(known) >= 8
    assert all(each.rows("points") and each.words("only_here") for each in known)
    assert all(each.rows("not_facts") for each in known)
    dated = [article.published is not None for each in known for article in each.articles]
    assert True in dated
    assert False in dated
    lens = ("facts", "quotes", "labels", "left_out", "quoted", "cause")
    assert all(sum(bool(each.rows(table)) for each in known) > 4 for table in lens)


@pytest.mark.parametrize("event", EVENTS)
def test_every_label_is_at_one_place(event: str) -> None:
    assert list(unclear(labelled(event))) == []


@pytest.mark.parametrize("key", FLOORS)
def test_floors(key: str) -> None:
    """Keys are `LENS_precision`, `LENS_recall`, `LENS_verdicts` and `LENS_traps_at_most`."""
    key_of_lens, _, what = key.replace("traps_at_most", "traps").rpartition("_")
    name = key_of_lens.replace("_", "-")
    if name in (*BESIDE, *ALONE) and not built(name):
        pytest.skip(f"{name} is not built yet")
    if what == "traps":
        assert len(score(name).traps) <= FLOORS[key], score(name).traps
        return
    if what == "verdicts":
        found = [right_verdicts(each, BESIDE[name], claims(each, name)) for each in events()]
        figure: float | None = sum(right for right, _ in found) / sum(met for _, met in found)
    else:
        figure = score(name).precision if what == "precision" else score(name).recall
    assert figure is not None
    assert figure >= FLOORS[key]


# The judge itself, on two short articles.

ONE = Article("one", "The mill burned on Monday. Two men were hurt. The mayor wept.", title="Fire")
OTHER = Article(
    "two", "A mill burned down. Three men were hurt. Insurers are angry. Insurers wait."
)


def at(article: Article, words: str) -> Evidence:
    start = article.text.index(words)
    return Evidence.at(article, Span(start, start + len(words)))


def judged(
    tables: Mapping[str, object], *findings: Finding, points: tuple[Point, ...] = ()
) -> Labelled:
    of = Labelled("mill", (ONE, OTHER), tables)
    lenses = {finding.lens for finding in findings}
    reports = tuple(
        LensReport(lens, "found", "", tuple(f for f in findings if f.lens == lens))
        for lens in lenses
    )
    vars(of)["comparison"] = vars(of)["facts"] = Comparison(("one", "two"), points, reports)
    return of


def finding(
    lens: str, verdict: str, *found: Evidence | None, kind: str = "count", subject: str = ""
) -> Finding:
    about = next((at(a, subject) for a in (ONE, OTHER) if subject and subject in a.text), None)
    shown = tuple(each for each in found if each)
    return Finding("x", lens, kind, about, verdict, found, evidence=shown, summary="so it is")


def counted(of: Score) -> tuple[int, int, int, int, int]:
    return of.true, of.false, of.unjudged, of.found, of.wanted


def test_a_label_that_stands_twice_or_nowhere_is_unclear() -> None:
    of = Labelled("mill", (ONE, OTHER), {"points": [{"A": "mill", "B": "Insurers"}, {"A": "Fire"}]})
    assert list(unclear(of)) == ["mill B 'Insurers' stands 2 times"]
    nowhere = Labelled("mill", (ONE, OTHER), {"loaded": {"A": ["mill", "nowhere"]}})
    assert list(unclear(nowhere)) == ["mill A 'nowhere' stands 0 times"]


def test_points_are_pairs_of_labelled_sentences() -> None:
    tables = {
        "points": [{"A": "burned on", "B": "burned down"}, {"A": "Two men", "B": "Three men"}],
        "not_points": [
            {"why": "tears", "A": "wept", "B": "angry"},
            {"why": "a trap that a label takes back", "A": "mill", "B": "mill"},
        ],
    }
    right = Point(
        (at(ONE, "The mill burned on Monday."), at(OTHER, "A mill burned down.")), 1, "sure"
    )
    trap = Point((at(ONE, "The mayor wept."), at(OTHER, "Insurers are angry.")), 0.3, "perhaps")
    of = judged(tables, points=(right, trap))
    every, sure, words = Score(), Score(), Score()
    points(of, point_pairs(of, sure=False), every)
    points(of, point_pairs(of, sure=True), sure)
    points(of, point_pairs(of, sure=False), words, stems=2)
    assert counted(every) == (1, 1, 0, 1, 2)
    assert every.traps == ["mill: tears"]
    assert counted(sure) == (1, 0, 0, 1, 2)
    assert words.wanted == 2
    words = Score()
    points(of, point_pairs(of, sure=False), words, stems=3)
    assert words.wanted == 0


def test_a_row_that_shares_words_is_found_by_any_two_of_its_sentences() -> None:
    third = Article("three", "The old mill burned down on Monday. Gulls cried.")
    tables = {
        "points": [
            {"A": "burned on", "B": "burned down", "C": "burned down"},
            {"A": "Two men", "B": "Three men"},
        ]
    }
    of = Labelled("mill", (ONE, OTHER, third), tables)
    found, missed = Score(), Score()
    rows(of, [((0, 0), (1, 0))], found)
    rows(of, [((0, 1), (1, 1))], missed)
    assert counted(found) == (0, 0, 0, 1, 1)
    assert counted(missed) == (0, 0, 0, 0, 1)


def test_sentences_in_the_same_words_do_not_count() -> None:
    same = replace(OTHER, text=ONE.text)
    of = Labelled("mill", (ONE, same), {"points": [{"A": "burned", "B": "burned"}]})
    result = Score()
    points(of, [((0, 0), (1, 0))], result)
    assert counted(result) == (0, 0, 0, 0, 0)


FACTS = {
    "facts": [{"verdict": "differs", "A": "Two men", "B": "Three men"}],
    "not_facts": [
        {"why": "a day", "A": "Monday", "B": "Three men"},
        {"why": "men of another kind", "A": "men were", "B": "Three"},
    ],
}


@pytest.mark.parametrize(
    ("words", "verdict", "expected", "traps"),
    [
        (("Two", "Three"), "differs", (1, 0, 0, 1, 1), 0),
        (("Two", None), "differs", (0, 1, 0, 0, 1), 0),
        (("Monday", "Three"), "differs", (0, 1, 0, 0, 1), 1),
        (("men", "Three"), "differs", (1, 0, 0, 1, 1), 0),
        (("Two", "Three"), "own-dates-clash", (0, 1, 0, 0, 1), 0),
    ],
)
def test_values_lie_on_one_label(
    words: tuple[str | None, ...], verdict: str, expected: tuple[int, ...], traps: int
) -> None:
    found = [at(a, w) if w else None for a, w in zip((ONE, OTHER), words, strict=True)]
    of = judged(FACTS, finding("facts", verdict, *found))
    result = Score()
    values(of, "facts", claims(of, "facts"), result)
    assert counted(result) == expected
    assert len(result.traps) == traps


def test_only_some_verdicts_say_that_a_fact_differs() -> None:
    of = judged(FACTS, finding("facts", "rounded", at(ONE, "Two"), at(OTHER, "Three")))
    result = Score()
    values(of, "facts", claims(of, "facts"), result, only=DIFFER)
    assert counted(result) == (0, 0, 0, 0, 1)
    assert right_verdicts(of, "facts", claims(of, "facts")) == (0, 1)


def test_what_lies_in_a_point_is_not_only_here() -> None:
    tables = {
        "points": [{"A": "burned on", "B": "burned down"}, {"A": "Two men", "B": "Three men"}],
        "only_here": {"A": ["Monday", "mayor"]},
        "not_only_here": [{"A": "Two", "B": "Three"}],
    }
    alone_there = [
        finding("only-here", "only-here", at(ONE, words), None, kind=kind)
        for words, kind in (
            ("The mill burned on Monday.", "passage"),
            ("Two men were hurt.", "passage"),
            ("men", "name"),
            ("wept", "topic"),
        )
    ]
    result = Score()
    alone.only_here(judged(tables, *alone_there), result)
    assert counted(result) == (2, 2, 0, 1, 2)
    assert len(result.traps) == 1


def test_what_an_article_says_is_not_left_out() -> None:
    tables = {
        "left_out": [{"by": ["A"], "words": "Insurers"}, {"by": ["B"], "words": "down"}],
        "not_left_out": [{"by": ["A"], "words": "wait"}],
    }
    missing = [
        finding("left-out", "left-out", None, at(OTHER, words), kind="topic", subject=words)
        for words in ("Insurers", "hurt", "down", "wait")
    ]
    result = Score()
    alone.left_out(judged(tables, *missing), result)
    assert counted(result) == (1, 2, 1, 1, 2)
    assert len(result.traps) == 1


def test_speakers_are_known_by_name_and_article() -> None:
    tables = {
        "quoted": [
            {"person": ["chief", "mayor"], "speaks": ["A"]},
            {"person": "Insurers", "speaks": []},
        ]
    }
    said = [
        finding("quoted", "speaks", at(ONE, "mayor"), None, kind="person"),
        finding("quoted", "speaks", None, at(OTHER, "Insurers"), kind="person"),
        finding("quoted", "speaks", None, at(OTHER, "men"), kind="person"),
        finding("quoted", "silent", at(ONE, "mayor"), None, kind="person"),
    ]
    result = Score()
    writing.quoted(judged(tables, *said), result)
    assert counted(result) == (1, 1, 1, 1, 1)


@pytest.mark.parametrize("open_lens", [True, False])
def test_causes_are_known_by_kind_and_sentence(open_lens: bool) -> None:
    tables = {
        "open": ["cause"] if open_lens else [],
        "cause": [{"kind": ["cause", "blame"], "A": "Monday"}, {"kind": "remedy", "B": "wait"}],
        "not_cause": [{"kind": "cause", "B": "angry"}, {"kind": "blame", "A": "burned"}],
    }
    stated = [
        finding("cause", "stated", at(ONE, "mill"), None, kind="blame"),
        finding("cause", "stated", at(ONE, "wept"), None, kind="cause"),
        finding("cause", "stated", None, at(OTHER, "angry"), kind="cause"),
    ]
    result = Score()
    writing.cause(judged(tables, *stated), result)
    assert counted(result) == ((1, 1, 1, 1, 2) if open_lens else (1, 2, 0, 1, 2))
    assert len(result.traps) == 1


def test_sources_are_judged_by_the_kinds_that_are_labelled() -> None:
    tables = {"sources": {"named": {"A": ["mayor"]}, "unnamed": {"B": ["Insurers are"]}}}
    told = [
        finding("sources", "stated", at(ONE, "wept"), None, kind="named"),
        finding("sources", "stated", at(ONE, "Monday"), None, kind="unnamed"),
        finding("sources", "stated", at(ONE, "Two"), None, kind="hedge"),
    ]
    result = Score()
    writing.sources(judged(tables, *told), result)
    assert counted(result) == (1, 1, 0, 1, 2)


def test_loaded_words_in_quotation_marks_are_no_claim() -> None:
    tables = {"open": ["loaded"], "loaded": {"A": ["wept"]}, "not_loaded": {"B": ["angry"]}}
    told = [
        finding("loaded", "writer", at(ONE, "wept"), None, kind="word"),
        finding("loaded", "writer", None, at(OTHER, "angry"), kind="word"),
        finding("loaded", "writer", None, at(OTHER, "wait"), kind="word"),
        finding("loaded", "quoted", None, at(OTHER, "Three"), kind="word"),
    ]
    result = Score()
    writing.loaded(judged(tables, *told), result)
    assert counted(result) == (1, 1, 1, 1, 1)
    assert len(result.traps) == 1
