"""What depends on a word alone is worked out once, and forgotten before it takes much room."""

from __future__ import annotations

import pytest

from reader.text import kept as table
from reader.text.kept import kept


def test_each_word_is_worked_out_once() -> None:
    asked: list[str] = []

    @kept
    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    assert [length("mill"), length("ferry"), length("mill")] == [4, 5, 4]
    assert asked == ["mill", "ferry"]


def test_no_more_words_are_kept_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "KEPT_WORDS", 2)
    asked: list[str] = []

    @kept
    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    for word in ("mill", "ferry", "bridge", "mill", "bridge"):
        assert length(word) == len(word)
    assert asked == ["mill", "ferry", "bridge", "mill"]  # the third found it full
