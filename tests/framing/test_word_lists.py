"""The word lists: what stands in them, and how entries are found in a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

import reader.framing.word_lists
from reader.framing.phrases import Phrases
from reader.framing.word_lists import Own, WordLists, entries, names
from reader.text.tokens import tokens

FOLDER = Path(reader.framing.word_lists.__file__).with_name("lists")


@pytest.mark.parametrize("name", names())
def test_every_list_tells_its_source_and_repeats_nothing(name: str) -> None:
    lines = (FOLDER / f"{name}.txt").read_text("utf-8").splitlines()
    assert lines[0].startswith("# ")
    found = entries(name)
    assert found
    assert len(set(found)) == len(found)
    assert all(entry == entry.strip() for entry in found)


def test_an_evaluative_word_stands_in_one_list() -> None:
    loaded = [entry for name in names() if name.startswith("loaded-") for entry in entries(name)]
    assert len(set(loaded)) == len(loaded)


def test_additions() -> None:
    lists = WordLists((Own("reporting", ("Quoth", "twice"), ("ASKED", "twice")),))
    found = lists.entries("reporting")
    assert "Quoth" in found
    assert "asked" not in found
    assert "twice" not in found
    assert lists.is_own("reporting", "quoth")
    assert not lists.is_own("reporting", "asks")
    assert lists.entries("loaded-alarm") == entries("loaded-alarm")


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("He gave up.", ["gave up"]),
        ("He GAVE up the lease.", ["gave up the"]),
        ("He gave, up to then, all.", ["gave up"]),
        ("Accused her of it.", ["accused … of"]),
        ("Accused of it.", ["accused … of"]),
        ("Accused a b c d e f g h of it.", ["accused … of"]),
        ("Accused a b c d e f g h i of it.", []),
        ("Givers gave upon it.", []),
        ("It’s far‑fetched and far-fetched.", ["far-fetched"]),
    ],
)
def test_entries_in_a_sentence(sentence: str, found: list[str]) -> None:
    known = Phrases({"g": ("gave up", "gave up the", "accused … of", "far-fetched", "", "…")})
    assert [hit.entry for hit in known.find(tuple(tokens(sentence)))] == found
