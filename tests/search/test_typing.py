"""Search while typing: a word that exists is found from its second letter to its last."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.search.memory import MemoryIndex
from reader.search.port import SearchIndex
from reader.search.query import parse
from reader.search.syntax import Asked, Everything, mapped
from tests.search.library_of_words import article

# Words whose stems are not their beginnings, or much shorter than they are, beside plain ones.
TYPED = """
hoping happiness happily happy university universal universe organization organizations organized
dying die lying lie tying tie skies sky agreed agreeing relational relate conditional rationally
hopping hopped hop controlling controller troubled trouble conflated sized size falling filing
generously generator generations communism communities importantly import formalize electricity
electrical sensibility sensibly hesitancy digitizer conformably differently vilely analogously
vietnamization predication operator feudalism decisiveness hopefulness callousness formality
revival allowance inference airliner gyroscopic adjustable defensible irritant replacement
adjustment dependent adoption communism activate angularity homologous effective bowdlerize
dogs cats ponies caresses feed plastered motoring was their having making coming using being
LeCun's LeCun Meta’s Metas O'Neill café naïve résumé open-source 14.3 2025 don't rock'n'roll
""".split()

# A second article, whose words begin alike and have other stems.
OTHERS = "hops universals organs dies hopeful generics generals importance communes electrics"


@pytest.mark.parametrize("word", TYPED)
def test_every_key_keeps_finding_the_article(word: str, index: SearchIndex) -> None:
    index.update([article("a", f"It says {word} here."), article("b", OTHERS)], [], 1)
    missed = [
        word[:letters]
        for letters in range(2, len(word) + 1)
        if "a" not in index.search(parse(word[:letters], typing=True)).ids
    ]
    assert missed == []
    assert "a" in index.search(parse(word)).ids


@pytest.mark.parametrize("word", TYPED)
def test_the_same_as_the_last_word_of_several(word: str) -> None:
    index = MemoryIndex()
    index.update([article("a", f"Harbour {word} here."), article("b", OTHERS)], [], 1)
    for typed in (f"harbour {word}", f'"harbour {word}'):
        for letters in range(9, len(typed) + 1):
            assert "a" in index.search(parse(typed[:letters], typing=True)).ids, typed[:letters]


@pytest.mark.parametrize(
    "typed",
    [
        'quotes:"never agreed happily',
        "quotes:universities",
        "says:okonkwo",
        'says:"ann okonkwo',
        "byline:lindqvist",
        "outlet:tidings",
        'title:"ferries hoping',
        "uni?ersities",
        "un*ties",
        "*niversities",
        "ferries date:2025-03",
        "words:>3 ferries",
        '"agreed happily"~4',
        "ferries~2",
        "has:event OR ferries",
    ],
)
def test_every_key_of_a_filter_keeps_finding_the_article(typed: str, index: SearchIndex) -> None:
    text = "“We never agreed happily, universities,” said Ann Okonkwo. Ferries wait."
    index.update(
        [
            article("a", text, "Ferries hoping", "Tidings", "2025-03-09", "Eva Lindqvist"),
            article("b", OTHERS),
        ],
        [],
        1,
    )
    missed = []
    for letters in range(2, len(typed) + 1):
        query = parse(typed[:letters], typing=True)
        root = mapped(query.root, lambda leaf: Everything() if isinstance(leaf, Asked) else leaf)
        # What is typed before the colon of a field is a word like any other until then.
        if ":" in typed[:letters] or ":" not in typed:
            missed += [typed[:letters]] * ("a" not in index.search(replace(query, root=root)).ids)
    assert missed == []


def test_no_other_word_is_found(index: SearchIndex) -> None:
    library = [article("hope", "hoping"), article("hop", "hopping"), article("ho", "hotel")]
    index.update(library, [], 1)
    found = {
        typed: sorted(index.search(parse(typed, typing=True)).ids)
        for typed in ("ho", "hop", "hopi", "hopin", "hoping", "hopp", "hopping")
    }
    assert found == {
        "ho": ["ho", "hop", "hope"],
        "hop": ["hop", "hope"],
        "hopi": ["hope"],
        "hopin": ["hope"],
        "hoping": ["hope"],
        "hopp": ["hop"],
        "hopping": ["hop"],
    }


def test_a_word_typed_in_full_stands_before_those_that_go_on(index: SearchIndex) -> None:
    index.update(
        [
            article("longer", "The market was marketable, a marketplace."),
            article("exact", "One mark was made in the sand today."),
            *(article(f"o{n}", "Nothing of the kind.") for n in range(6)),
        ],
        [],
        1,
    )
    assert index.search(parse("mark", typing=True)).hits[0].id == "exact"


def test_a_frequent_beginning_finds_every_article(index: SearchIndex) -> None:
    """More words begin so than stand for two letters in the lexicon."""
    names = [f"co{letter}{other}x" for letter in "abcdefghijklm" for other in "abcdefghij"]
    index.update([article(name, f"It says {name}.") for name in names], [], 1)
    assert index.search(parse("co", typing=True)).total == len(names)


@settings(max_examples=60, deadline=None)
@given(st.text("abcdefghijklmnopqrstuvwxyz'’éß-", min_size=2, max_size=14))
def test_any_word_at_all(word: str) -> None:
    if not word[0].isalpha() or not word[-1].isalpha():
        return
    index = MemoryIndex()
    index.update([article("a", f"It says {word} here.")], [], 1)
    for letters in range(2, len(word) + 1):
        assert "a" in index.search(parse(word[:letters], typing=True)).ids, word[:letters]
