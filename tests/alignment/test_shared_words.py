"""The words that the passages of a row have in common."""

from __future__ import annotations

from reader.alignment.align import align
from reader.alignment.words import shared_words
from reader.model import Article
from reader.text.document import Document

ONE = "Two lifeboats took all 84 passengers off the stranded ferry within an hour. Gulls cried."
OTHER = "Lifeboat crews had taken 84 passengers off the ferry within the hour. Rain set in."


def test_words_are_shared_by_stem_and_gaps_share_none() -> None:
    documents = [
        Document(Article(id=name, text=text))
        for name, text in (("a", ONE), ("b", OTHER), ("c", "Nothing happened in the valley."))
    ]
    (point,) = align(documents)
    columns = shared_words(point, documents)
    words = [
        [span.of(document.text) for span in spans]
        for document, spans in zip(documents, columns, strict=True)
    ]
    assert words == [
        ["lifeboats", "84", "passengers", "ferry", "hour"],
        ["Lifeboat", "84", "passengers", "ferry", "hour"],
        [],
    ]
