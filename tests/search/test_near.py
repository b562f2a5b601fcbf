"""Words that are spelled nearly alike, where those that were typed find nothing."""

from __future__ import annotations

import pytest

from reader.search.near import respelled
from reader.search.query import parse
from reader.search.syntax import And, Run, leaves
from reader.search.vocabulary import Vocabulary, WordList

VOCABULARY = Vocabulary(
    [
        WordList.of(
            {
                "trump": 400,
                "trumq": 3,
                "harbour": 9,
                "bridg": 20,
                "ferri": 12,
                "lecun": 3,
                "case": 40,
                "casey": 1,
                "mayor": 8,
            },
            [("bridge", "bridg"), ("bridges", "bridg"), ("ferry", "ferri"), ("cases", "case")],
        )
    ]
)


def tried(query: str, *, typing: bool = False) -> list[str]:
    """The stems that stand in place of words, for each query tried."""
    found = []
    for other in respelled(parse(query, typing=typing).root, VOCABULARY):
        runs = [leaf for leaf in leaves(other.root) if isinstance(leaf, Run)]
        found.append(" ".join(f"{run.label}={','.join(sorted(run.stems[0]))}" for run in runs))
    return found


@pytest.mark.parametrize(
    ("query", "other"),
    [
        ("lecum", ["lecun=lecun"]),
        ("brigde", ["bridge=bridg"]),
        ("harbor bridge", ["harbour=harbour"]),
        ("harbxxr", ["harbour=harbour"]),
        ("harbor lecum", ["harbour=harbour lecun=lecun"]),
        ("casey mayor", ["case=case"]),
        ("trumo", ["trump=trump", "trump or trumq=trump,trumq"]),
        ("title:lecum", ["lecun=lecun"]),
    ],
)
def test_words_that_were_meant(query: str, other: list[str]) -> None:
    assert tried(query) == other


@pytest.mark.parametrize(
    "query",
    [
        "bridge ferry",
        "bridges",
        "xylophone",
        "lecum xylophone",
        '"harbor bridge"',
        "-lecum",
        "lecum OR brigde",
        "outlet:lecum",
        "lcn",
        "hxrbr",
        "lxcxn",
        "lecu*",
        "2025",
        "",
    ],
)
def test_what_stays_as_it_was_typed(query: str) -> None:
    assert tried(query) == []


def test_a_word_that_goes_on_is_not_misspelled() -> None:
    assert tried("harbo", typing=True) == []
    assert tried("harbur", typing=True) != []


def test_what_is_searched_instead_is_said() -> None:
    (first, *_) = respelled(parse("harbor brigde ferry").root, VOCABULARY)
    assert first.said == (
        "Searched for “harbour” in place of “harbor”; “bridge” in place of “brigde”."
    )
    assert isinstance(first.root, And)
    assert len(first.root.parts) == 3


def test_the_most_probable_word_is_tried_alone() -> None:
    counts = {"polic": 900, "polit": 30, "poli": 1, "pois": 5}
    forms = [("police", "polic"), ("polite", "polit"), ("poise", "pois"), ("polis", "poli")]
    words = Vocabulary([WordList.of(counts, forms)])
    first, *_ = respelled(parse("polise").root, words)
    assert first.said == "Searched for “police” in place of “polise”."
