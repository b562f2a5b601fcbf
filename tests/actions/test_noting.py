"""Words as a person marks them: without white space at the ends, in their sentences."""

from __future__ import annotations

from reader.actions.noting import place_at
from reader.model import Article, Place, Span
from reader.text.places import where

TEXT = "# Head\n\nThe tide  went home. Nobody saw it.\n\nThe pier stood. Nobody saw it.\n"


def test_whatever_is_marked_is_found_at_its_place() -> None:
    article = Article("a", TEXT)
    for start in range(len(TEXT)):
        for end in range(start + 1, len(TEXT) + 1):
            words = TEXT[start:end].replace("#", " ")
            place = place_at(article, Span(start, end))
            if not words.strip():
                assert place is None
                continue
            assert place is not None
            first = start + len(words) - len(words.lstrip())
            assert where(place, TEXT) == Span(first, first + len(words.strip()))


def test_a_place_has_the_sentence_and_the_words() -> None:
    place = place_at(Article("a", TEXT), Span(TEXT.index("tide") - 1, TEXT.index("went") + 2))
    assert place == Place("a", "text", "The tide went home.", "tide we", TEXT.index("tide"))
