"""What is marked, and the passages that are shown."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.model import Article
from reader.search.memory import MemoryIndex
from reader.search.port import Indexed
from reader.search.query import parse
from reader.search.snippets import never_says, places, snippet, title_places, wanted
from reader.search.syntax import Among, And, Node, Or
from reader.search.words import folded, words
from reader.text.tokens import stem
from tests.search.library_of_words import QUERIES, WORDS

TEXT = (
    "The harbour bridge was shut on Monday. Ferries ran instead, and a ferry was late.\n"
    "LeCun’s open-source model; Lecuns view. Café owners said the bridges held.\n"
)


def understood(article: Article, typed: str, *, typing: bool = False) -> Node:
    index = MemoryIndex()
    index.update([Indexed.of(article)], [], 1)
    return index.search(parse(typed, typing=typing)).root


MARKED = [
    ("bridge", ["bridge", "bridges"]),
    ("ferry", ["Ferries", "ferry"]),
    ("lecun", ["LeCun’s", "Lecuns"]),
    ('"open source"', ["open-source"]),
    ("open source", ["open", "source"]),
    ("open-source", ["open-source"]),
    ("cafe", ["Café"]),
    ('"harbour bridge"', ["harbour bridge"]),
    ('"harbour ferry"', []),
    ("bridge -ferry", ["bridge", "bridges"]),
    ("-ferry", []),
    ("bridge OR ferry", ["bridge", "Ferries", "ferry", "bridges"]),
    ("fer*", ["Ferries", "ferry"]),
    ("title:bridge", []),
    ("outlet:daily", []),
    ("date:2025", []),
    ("", []),
    ('"bridge was" shut', ["bridge was", "shut"]),
    ('"harbour bridge" "bridge was"', ["harbour bridge was"]),
]


SPOKEN = "“The ferry is late,” said Ann Moss. “The ferry? No bridge,” said Bob Lee."


@pytest.mark.parametrize(
    ("typed", "marked"),
    [
        ("says:lee quotes:ferry", ["ferry", "Bob Lee"]),
        ("says:moss quotes:(ferry OR bridge)", ["ferry", "Ann Moss"]),
        ("quotes:ferry", ["ferry", "ferry"]),
        ("says:lee quotes:ferry ferry", ["ferry", "ferry", "Bob Lee"]),
    ],
)
def test_only_the_quotation_is_marked_that_was_asked_for(typed: str, marked: list[str]) -> None:
    article = Article("a", SPOKEN)
    found = places(article, understood(article, typed))
    assert [span.of(SPOKEN) for span in found] == marked
    if "quotes:ferry" in typed and "lee" in typed and not typed.endswith(" ferry"):
        assert found[0].start > SPOKEN.index("Moss")


@pytest.mark.parametrize(("typed", "marked"), MARKED)
def test_marks(typed: str, marked: list[str]) -> None:
    article = Article("a", TEXT)
    root = understood(article, typed)
    assert [span.of(TEXT) for span in places(article, root)] == marked


def test_marks_in_the_title_are_counted_in_the_title() -> None:
    article = Article("a", TEXT, title="Bridge shut: two bridges")
    for typed in ("bridge", "title:bridge"):
        spans = title_places(article, understood(article, typed))
        assert [span.of("Bridge shut: two bridges") for span in spans] == ["Bridge", "bridges"]


def test_an_unfinished_word_is_marked_whole() -> None:
    article = Article("a", TEXT)
    found = places(article, understood(article, "harb", typing=True))
    assert [span.of(TEXT) for span in found] == ["harbour"]


def test_letters_inside_a_word_are_not_marked() -> None:
    text = "abridge; d'bridge, 3.14 and 14, l’an an."
    article = Article("a", text)
    for typed, marked in (
        ("bridge", []),
        ("14", ["14"]),
        ("an", ["an"]),
        ("dbridge", ["d'bridge"]),
    ):
        found = places(article, understood(article, typed))
        assert [span.of(text) for span in found] == marked, typed


def test_never_says() -> None:
    article = Article("a", TEXT, title="A zeppelin")
    root = understood(article, 'bridge zeppelin submarine "harbour ferry" -tram title:moon')
    assert never_says(article, root) == ("submarine", "harbour ferry")


def test_what_is_found_by_its_address_is_not_told_to_lack_that() -> None:
    article = Article("a", TEXT)
    root = understood(article, "submarine")
    address = understood(article, '"example org a bridge is shut html"')
    assert never_says(article, And((Or((Among(frozenset("a")), address)), root))) == ("submarine",)
    assert never_says(article, understood(article, "moon OR bridge")) == ("moon",)


def test_the_snippet_has_all_words_where_they_stand_together() -> None:
    before = "A bridge alone. " * 20 + "Filler words here. " * 30
    text = f"{before}The ferry met the bridge. {'x ' * 99}"
    article = Article("a", text)
    (best,) = snippet(article, understood(article, "ferry bridge"))
    assert "ferry met the bridge" in best.quote


def test_words_far_apart_get_a_snippet_each() -> None:
    text = f"The bridge was shut. {'Filler words here. ' * 60}The ferry ran."
    article = Article("a", text)
    found = snippet(article, understood(article, "ferry bridge"))
    assert len(found) == 2
    assert "bridge" in found[0].quote
    assert "ferry" in found[1].quote


def test_a_hit_by_title_only_has_no_snippet() -> None:
    article = Article("a", "Nothing of the kind.", title="Bridge")
    assert snippet(article, understood(article, "bridge")) == ()


_TEXTS = st.lists(
    st.one_of(st.sampled_from(WORDS), st.sampled_from(["\n", "…", "–", "İ", "ǆ", "𝔹ridge"])),
    min_size=1,
    max_size=60,
).map(" ".join)


@settings(max_examples=80, deadline=None)
@given(
    text=_TEXTS.filter(lambda text: bool(text.strip())),
    typed=st.one_of(st.sampled_from(QUERIES), st.sampled_from(WORDS)),
    typing=st.booleans(),
    width=st.integers(1, 120),
)
@example(text="ferry harbour bridge", typed='"bridge ferry"~2', typing=False, width=40)
def test_spans_lie_in_the_text_and_match(text: str, typed: str, typing: bool, width: int) -> None:
    article = Article("a", text)
    root = understood(article, typed, typing=typing)
    spans = places(article, root)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    stems = {each for run in wanted(root) for place in run.stems for each in place}
    begun = tuple(run.typed for run in wanted(root) if run.typed)
    between = any(run.slop for run in wanted(root))  # other words may stand there
    for span in spans:
        inside = list(words(span.of(text)))
        for place in (inside[0], inside[-1]) if between else inside:
            assert stem(place.word) in stems or place.word.startswith(begun)
    shown = snippet(article, root, width=width)
    for evidence in shown:
        assert evidence.quote == evidence.span.of(text)
        assert evidence.quote.strip() == evidence.quote
        assert any(span in evidence.span for span in spans)
    assert bool(shown) == bool(spans)
    assert all(a.span.end <= b.span.start for a, b in pairwise(shown))


@settings(max_examples=80, deadline=None)
@given(text=_TEXTS, word=st.sampled_from(WORDS))
def test_the_scanner_finds_what_a_full_reading_finds(text: str, word: str) -> None:
    """The scanner only looks at words that begin alike; that must not lose any."""
    if not text.strip():
        return
    article = Article("a", text)
    for first in list(words(word))[:1]:
        wanted_stem = stem(first.word)
        root = understood(article, word[first.start : first.end])
        read = [
            (place.start, place.end) for place in words(text) if stem(place.word) == wanted_stem
        ]
        assert [(span.start, span.end) for span in places(article, root)] == read


def test_a_word_of_a_million_letters_is_one_word() -> None:
    text = "a" * 1_000_000 + " bridge"
    article = Article("a", text)
    assert [span.start for span in places(article, understood(article, "bridge"))] == [1_000_001]
    assert len(folded("a" * 1_000_000)) == 100
