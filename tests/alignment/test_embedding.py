"""What an embedder must do, and what is made of one that a person brings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.metadata import EntryPoint

import pytest

from reader.alignment import embedding
from reader.alignment.align import align
from reader.alignment.embedding import Embedder, Vector, brought, similar
from reader.model import Article
from reader.text.document import Document

FAKE = "tests.alignment.test_embedding:Fake"
SAME = ("Physicians warn of measles.", "Doctors are worried about a rash that spreads.")


class Fake:
    """An example: sentences about the same thing by a table of words."""

    _TABLE = (("physicians", "doctors"), ("measles", "rash"), ("ferry", "boat"))

    def name(self) -> str:
        return "fake 1"

    def embed(self, sentences: Sequence[str]) -> Sequence[Vector]:
        words = [sentence.casefold().strip(".").split() for sentence in sentences]
        return [[float(sum(w in row for w in each)) for row in self._TABLE] for each in words]

    def bar(self) -> float:
        return 0.9


def broken() -> Embedder:
    raise OSError("no such model")


# An embedder of another package is put to the same tests by naming it here.
@pytest.fixture(params=[Fake])
def embedder(request: pytest.FixtureRequest) -> Embedder:
    made: Embedder = request.param()
    return made


def test_the_contract(embedder: Embedder) -> None:
    vectors = embedder.embed([*SAME, "A ferry sank."])
    assert len(vectors) == 3
    assert len({len(vector) for vector in vectors}) == 1
    assert [list(v) for v in embedder.embed(SAME)] == [list(v) for v in vectors[:2]]
    assert embedder.embed([]) == []
    assert embedder.name()
    assert 0 < embedder.bar() <= 1
    assert similar(vectors[0], vectors[1]) > similar(vectors[0], vectors[2])


def documents() -> list[Document]:
    filler = "Rain fell on the hills. Sheep slept under chestnut trees."
    other = "Gulls cried all night. Candles burned in a window."
    return [
        Document(Article("a", f"{SAME[0]} {filler}")),
        Document(Article("b", f"{other} {SAME[1]}")),
    ]


def test_an_embedder_adds_rows_that_are_perhaps_one_statement() -> None:
    assert align(documents()) == ()
    (point,) = align(documents(), embedder=Fake())
    assert [passage.quote for passage in point.passages if passage] == list(SAME)
    assert point.certainty == "perhaps"


def test_what_stems_find_stays_as_it_is() -> None:
    line = "Divers inspected the damaged propeller shaft beneath the stranded ferry."
    twice = [Document(Article(name, f"{line} Rain fell.")) for name in "ab"]
    assert align(twice, embedder=Fake()) == align(twice)


def test_vectors_without_length_are_like_nothing() -> None:
    assert similar([0.0, 0.0], [1.0, 0.0]) == 0.0
    assert similar([float("nan"), 0.0], [1.0, 0.0]) == 0.0


@pytest.fixture
def fresh() -> Iterator[None]:
    brought.cache_clear()
    yield
    brought.cache_clear()


@pytest.mark.usefixtures("fresh")
@pytest.mark.parametrize(
    ("named", "used"),
    [
        ([], None),
        ([FAKE], "fake 1"),
        (
            ["tests.alignment.test_embedding:broken", FAKE],
            "fake 1",
        ),
        (["no.such.package:Model"], None),
    ],
    ids=["none", "one", "a broken one is passed over", "a missing one"],
)
def test_a_package_brings_one_by_an_entry_point(
    monkeypatch: pytest.MonkeyPatch, named: list[str], used: str | None
) -> None:
    points = [EntryPoint(str(at), value, embedding.GROUP) for at, value in enumerate(named)]
    monkeypatch.setattr(embedding, "entry_points", lambda group: points)
    found = brought()
    assert (found.name() if found else None) == used
