"""Words by pattern, by likeness and by beginning; and that hostile ones cost little."""

from __future__ import annotations

import re
import time
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.search import vocabulary
from reader.search.memory import MemoryIndex
from reader.search.nearness import near
from reader.search.query import parse
from reader.search.syntax import Run
from reader.search.vocabulary import MOST_ALIKE, Entry, Vocabulary, WordList
from tests.search.library_of_words import article

WORDS = Vocabulary(
    [
        WordList.of(
            {"bridg": 9, "harbour": 5, "lecun": 3, "cat": 1},
            [("bridge", "bridg"), ("bridges", "bridg"), ("harbours", "harbour")],
        ),
        WordList.of({"bridg": 2, "cart": 4}, [("bridging", "bridg")]),
    ]
)


@pytest.mark.parametrize(
    ("pattern", "stems"),
    [
        ("br*e", "bridg"),
        ("*ing", "bridg"),
        ("?at", "cat"),
        ("ca*t", "cart cat"),
        ("c?t", "cat"),
        ("*ar*", "harbour cart"),
        ("l*c*n", "lecun"),
        ("lecun", "lecun"),
        ("lecun?", ""),
        ("x*y", ""),
    ],
)
def test_matching(pattern: str, stems: str) -> None:
    assert " ".join(WORDS.matching(pattern)) == stems


@given(
    st.lists(st.text("abc", min_size=1, max_size=5), max_size=12),
    st.text("abc*?", min_size=1, max_size=6),
)
def test_matching_is_what_a_regular_expression_finds(words: list[str], pattern: str) -> None:
    plain = re.compile(pattern.replace("?", ".").replace("*", ".*") + r"\Z")
    found = Vocabulary([WordList.of(dict.fromkeys(words, 1), [])]).matching(pattern)
    assert set(found) == {word for word in words if plain.match(word)}


def test_spellings_are_words_the_nearest_and_most_frequent_first() -> None:
    assert [entry.word for entry in WORDS.spellings("cast", 1)] == ["cart", "cat"]
    assert [entry.word for entry in WORDS.spellings("brigde", 2)] == ["bridge", "bridges"]
    assert [entry.word for entry in WORDS.spellings("bridg", 0)] == []
    assert WORDS.spellings("harbuor", 1)[0].word == "harbour", "as `harbours` occurs"


def test_words_that_begin_so_one_of_each_stem() -> None:
    assert [e.word for e in WORDS.words("br", 5)] == ["bridge"]
    assert [e.word for e in WORDS.words("ca", 1)] == ["cart"]


def test_a_pattern_of_too_many_words_is_cut_and_says_so() -> None:
    index = MemoryIndex()
    names = [f"bridg{a}{b}x" for a in "abcdefghij" for b in "abcdefghij"]
    index.update([article(name, name) for name in names], [], 1)
    found = index.search(parse("br*x"))
    assert found.total == MOST_ALIKE
    assert isinstance(found.root, Run)
    assert found.root.cut
    assert not getattr(index.search(parse("bridga*x")).root, "cut", True)


def test_a_hostile_pattern_and_a_hostile_word_cost_little() -> None:
    hostile = Vocabulary([WordList.of({f"{'a' * n}": 1 for n in range(1, 100)}, [])])
    started = time.process_time()
    hostile.matching("*a" * 45 + "*b")
    hostile.matching("*a" * 45 + "b")
    hostile.matching("a?" * 45 + "*")
    assert time.process_time() - started < 1, "measured: a hundredth"


def test_tries_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vocabulary, "_MOST_ENTRIES", 3)
    many = Vocabulary([WordList.of({f"ab{n}": 1 for n in range(9)}, [])])
    assert len(many.matching("*ab*")) == 3


@given(st.lists(st.sets(st.integers(0, 9), max_size=4), min_size=2, max_size=3), st.integers(0, 4))
def test_near_is_what_trying_all_finds(places: list[set[int]], slop: int) -> None:
    fits = any(
        len(set(chosen)) == len(chosen) and max(chosen) - min(chosen) < len(chosen) + slop
        for chosen in product(*places)
    )
    found = list(near([sorted(each) for each in places], slop))
    assert bool(found) == fits
    assert all(last - first < len(places) + slop for first, last in found)
    assert all(a[1] < b[0] for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("stem", "forms", "is_one"),
    [
        ("honest", "honestly", True),
        ("harbour", "harbours", True),
        ("detroit", "detroiters", True),
        ("glide", "glided gliding", True),
        ("bridg", "bridge bridges bridging", False),
        ("polici", "policy policies", False),
        ("charg", "charged charging", False),
        ("decreas", "decrease decreases", False),
        ("lone", "", True),
    ],
)
def test_a_bare_stem_is_told_from_a_word(stem: str, forms: str, is_one: bool) -> None:
    words = WordList.of({stem: 1}, [(form, stem) for form in forms.split()])
    assert words.is_word(Entry(stem, stem, 1)) is is_one
