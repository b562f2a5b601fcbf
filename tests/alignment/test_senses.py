"""What words are taken for one another, and which only look as if they were the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.alignment import senses as senses_module
from reader.alignment.evidence import Evidence, Shared
from reader.alignment.senses import families, number, senses
from reader.alignment.similarity import Vectors
from reader.model import Article
from reader.text.document import Document
from reader.text.tokens import stem


@pytest.mark.parametrize(
    ("one", "other"), [("killed", "deaths"), ("shut", "closure"), ("paid", "payments")]
)
def test_words_of_one_line_have_one_sense(one: str, other: str) -> None:
    table = senses().stems
    assert table[stem(one)] == table[stem(other)]


def test_no_word_stands_in_two_lines() -> None:
    """Else which of them counts would depend on the order of lines."""
    line_of: dict[str, str] = {}
    for line in (
        Path(senses_module.__file__).with_name("senses.txt").read_text("utf-8").splitlines()
    ):
        for word in [] if line.startswith("#") else line.split():
            assert line_of.setdefault(stem(word), line) == line, word


def test_numbers_are_the_same_in_words_and_digits() -> None:
    assert number("nine") == number("9") == "9"
    assert number("one") is None
    assert number("bath") is None


def test_families_are_derivations_and_misspelled_names() -> None:
    words = ["councillor", "council", "elect", "electr", "penhallow", "penhellow", "hanna", "hanne"]
    found = families(words, {"penhallow", "penhellow", "hanna", "hanne"})
    assert found["penhallow"] == found["penhellow"]
    assert found["hanna"] == found["hanne"]
    assert found["elect"] != found["electr"]
    assert families(["photograph", "photographi"], set())["photographi"] == "photograph"


def test_a_hostile_vocabulary_makes_no_families() -> None:
    words = [f"zorkamiptaveln{chr(97 + at // 26)}{chr(97 + at % 26)}" for at in range(600)]
    found = families(words, set())
    assert found[words[1]] == words[0]
    assert found[words[-1]] == words[-1]


def shared(one: str, other: str) -> Shared:
    filler = " Rain fell on the hills. Sheep slept under chestnut trees. Gulls cried all night."
    documents = (Document(Article("a", one + filler)), Document(Article("b", other)))
    return Evidence(Vectors(documents)).compare(0, 0, 1, 0)


def odds(one: str, other: str) -> float:
    return shared(one, other).odds


def test_what_follows_a_weekday_is_no_office() -> None:
    line = "In Norwick on Thursday, the council shut the baths."
    assert shared(line, line).words == 3


def test_what_is_shared_counts_and_not_only_its_part() -> None:
    few = odds("Divers searched cellars.", "Divers searched attics.")
    line = "Divers searched the flooded cellars of nine houses beside the canal"
    more = odds(
        f"{line} while relatives waited in a chapel with blankets and soup.",
        f"{line}, which a broken sluice had filled within minutes, neighbours complained bitterly.",
    )
    assert more > few


def test_small_numbers_say_less_than_large_ones() -> None:
    assert odds("Boats took 84 sailors off.", "84 sailors swam.") > odds(
        "Boats took 4 sailors off.", "4 sailors swam."
    )


def test_what_stands_in_two_places_says_more_than_what_stands_in_one() -> None:
    line = "Flooded beside the canal, houses without cellars collapsed."
    together = odds(line, "In spring they paid for flooded cellars.")
    parted = odds(line, "Flooded in spring, they paid for cellars.")
    assert parted > together


def test_a_word_that_says_nothing_parts_two_places() -> None:
    documents = (Document(Article("a", "Flooded cellars of the canal.")),)
    (shape,) = Evidence(Vectors(documents)).shapes[0]
    assert shape.places(shape.weights) == 2
    assert shape.places(set(shape.weights) - {stem("cellars")}) == 2
    assert shape.places({stem("canal")}) == 1
