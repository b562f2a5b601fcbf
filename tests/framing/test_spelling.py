"""Names that two articles spell differently, and pairs of names that are two."""

from __future__ import annotations

import pytest

from reader.framing.spelling import spellings
from reader.model import Article
from reader.text.document import Document
from reader.text.names import find_names


def respelled(*texts: str) -> list[tuple[str | None, ...]]:
    documents = [Document(Article(f"a{at}", text)) for at, text in enumerate(texts)]
    names = [find_names(document) for document in documents]
    return [
        tuple(
            span.of(text) if span else None for span, text in zip(found.spans, texts, strict=True)
        )
        for found in spellings(documents, names)
    ]


def met(name: str) -> str:
    return f"They met {name} there in June."


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Alexandr Moor", "Alexander Moor"),
        ("Dorothea Penhollow", "Dorothea Penhallow"),
        ("Ingrid Sandvale", "Ingrid Santvale"),
        ("Ingrid Moorn", "Ingrid Moron"),
        ("Ingrid Sandvale", "Ingrid Sandvael"),
        ("Orley Harbour Board", "Orley Harbuor Board"),
    ],
)
def test_a_letter_or_two(a: str, b: str) -> None:
    assert respelled(met(a), met(b)) == [(a, b)]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Ann Lee", "Ann Lee"),
        ("Ana Muñozar", "Ana Munozar"),
        ("Stephen Sandvale", "Steven Sandvale"),
        ("Ingrid Sandvale", "Ingrid Sandvales"),
        ("Ingrid Tarrow", "Sigrid Tarrow"),
        ("Ingrid Kell", "Ingrid Bell"),
        ("Sandvale", "Santvale"),
        ("Sandvale GX4", "Sandvale GX5"),
        ("Ingrid Sandvale", "Ingrid Tarrow"),
    ],
    ids="same accent common ending first short single product other".split(),
)
def test_no_respelling(a: str, b: str) -> None:
    assert respelled(met(a), met(b)) == []


def test_two_names_in_one_article_are_two() -> None:
    both = met("Alexandr Moor") + " " + met("Alexander Moor")
    assert respelled(both, met("Alexander Moor")) == []


def test_an_article_without_the_full_name_has_no_part_in_it() -> None:
    assert respelled(met("Alexandr Moor"), "Nobody came.", met("Alexander Moor")) == [
        ("Alexandr Moor", None, "Alexander Moor")
    ]
