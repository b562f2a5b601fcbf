"""Which words a passage denies."""

from __future__ import annotations

import pytest

from reader.alignment.negation import negated
from reader.text.tokens import tokens


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("The board did not sell the pier.", ["sell", "pier"]),
        ("It has denied that there was any depot fraud.", ["depot", "fraud"]),
        ("Nobody came, and no ferry left.", ["ferry", "left"]),
        ("It wasn't cheap, the board admits.", ["cheap"]),
        ("She is not only the mayor but owns the pier.", []),
        ("Brandt was not the only mayor who wept.", []),
        ("The board will sell the pier.", []),
    ],
)
def test_the_words_behind_a_negation_of_the_clause_are_denied(text: str, denied: list[str]) -> None:
    words = list(tokens(text))
    assert [words[at].word for at in sorted(negated(text, words))] == denied
