"""What rulings come to: small examples, and what holds for all of them."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.events.rulings import Ruled, ruled, touched
from reader.model import Ruling


def rulings(*said: str) -> list[Ruling]:
    """`ab` makes one of a and b, `a|bc` takes a apart from b and c, `a|bc>ad` does both in turn."""
    made = []
    for number, text in enumerate(said, 1):
        apart, _, one = text.rpartition(">") if ">" in text or "|" not in text else (text, "", "")
        first, _, second = apart.partition("|")
        made.append(Ruling(number, "move", "2026-03-02", tuple(one), (tuple(first), tuple(second))))
    return made


def blocks(value: Ruled) -> str:
    return " ".join(sorted("".join(sorted(block)) for block in value.blocks))


def pairs(value: Ruled) -> str:
    """Everything that is apart, pair by pair."""
    found = {"".join(sorted((a, b))) for a in value.words for b in value.foes(a)}
    return " ".join(sorted(found))


CASES = [
    ("ab", "ab", ""),
    ("a", "", ""),
    ("ab cd", "ab cd", ""),
    ("ab cd bc", "abcd", ""),
    ("a|bc", "", "ab ac"),
    ("a|ab", "", "ab"),
    ("abc a|bc", "bc", "ab ac"),
    ("abcd ab|cd", "ab cd", "ac ad bc bd"),
    ("abcd a|c", "bcd", "ac"),
    ("abcd ab|c", "ab cd", "ac bc"),
    ("ab cd ac|b", "cd", "ab bc"),
    ("ab a|c", "ab", "ac"),
    ("a|bc ab", "ab", "ac"),
    ("a|bc bc", "bc", "ab ac"),
    ("ab|cd ac", "ac", "ad bc bd"),
    ("ab|cd acd", "acd", "bc bd"),
    ("ab|cd abcd", "abcd", ""),
    ("a|b ab a|b", "", "ab"),
    ("ab b|a ba", "ab", ""),
    ("abc de a|bc>ade", "ade bc", "ab ac"),
    # What is on neither side stays, and is not apart from what leaves.
    ("ax bx a|b", "bx", "ab"),
    # A block carries its articles along into what it is joined to.
    ("ab a|c bd", "abd", "ac"),
    ("ab a|c bc", "abc", ""),
]


@pytest.mark.parametrize(("said", "together", "apart"), CASES)
def test_examples(said: str, together: str, apart: str) -> None:
    value = ruled(rulings(*said.split()))
    assert (blocks(value), pairs(value)) == (together, apart)
    assert ruled(rulings(*said.split())) == value


SETS = st.frozensets(st.sampled_from("abcdefgh"), max_size=4).map(tuple)
MADE = st.builds(
    Ruling,
    st.just(1),
    st.sampled_from(["join", "split", "move", "part", "name", "name-story"]),
    st.just("2026-03-02"),
    SETS,
    st.tuples(SETS, SETS),
    st.sampled_from([None, "", "A name"]),
)


def _plainly(said: list[Ruling]) -> tuple[set[frozenset[str]], set[frozenset[str]]]:
    """Blocks and pairs as the rules have them, pair by pair."""
    together: set[frozenset[str]] = set()
    apart: set[frozenset[str]] = set()
    for ruling in said:
        if ruling.act in ("name", "name-story"):
            continue
        one, other = set(ruling.apart[0]), set(ruling.apart[1]) - set(ruling.apart[0])
        for block in list(together):
            if block & one and block & other:
                together.remove(block)
                together |= {part for part in (block & one, block - one) if len(part) > 1}
        apart |= {frozenset((a, b)) for a in one for b in other}
        if len(ruling.one) > 1:
            near = {block for block in together if block & set(ruling.one)}
            whole = frozenset(ruling.one).union(*near)
            together = together - near | {whole}
            apart = {pair for pair in apart if not pair <= whole}
    return together, apart


@given(st.lists(MADE, max_size=12))
def test_what_always_holds(said: list[Ruling]) -> None:
    value = ruled(said)
    assert all(len(block) > 1 for block in value.blocks)
    assert not any(one & other for one, other in combinations(value.blocks, 2))
    assert not any(value.apart(block, block) for block in value.blocks)
    together, apart = _plainly(said)
    assert set(value.blocks) == together
    assert {frozenset((a, b)) for a in value.words for b in value.foes(a)} == apart
    for a, b in combinations("abcdefgh", 2):
        assert value.apart([a], [b]) == value.apart({b}, {a}) == (frozenset((a, b)) in apart)
    assert value.block_of == {article: block for block in together for article in block}


@given(st.lists(MADE, max_size=8), MADE)
def test_the_last_word_holds_and_can_be_taken_back(said: list[Ruling], last: Ruling) -> None:
    before, after = ruled(said), ruled([*said, last])
    if last.act in ("name", "name-story"):
        assert (after.blocks, after.words) == (before.blocks, before.words)
        if last.one:
            assert after.name_of(last.one, story=last.act == "name-story") == (last.name or None)
    else:
        if len(last.one) > 1:
            assert any(block >= set(last.one) for block in after.blocks)
        kept = [set(last.apart[0]), set(last.apart[1]) - set(last.apart[0])]
        if not any(after.block_of.get(article, set()) & set(last.one) for article in kept[0]):
            assert all(after.apart([a], [b]) for a in kept[0] for b in kept[1])
    assert ruled([*said, last][:-1]) == before


def named(number: int, articles: str, name: str | None, story: bool = False) -> Ruling:
    return Ruling(
        number, "name-story" if story else "name", "2026-03-02", tuple(articles), name=name
    )


def test_a_name_goes_with_most_of_its_articles() -> None:
    value = ruled([named(1, "abcd", "Bridge")])
    assert value.name_of("abcdef") == "Bridge"
    assert value.name_of("abc") == "Bridge"
    assert value.name_of("ab") is None, "half is not most: the other half may be an event as well"
    assert value.name_of("ab", present=frozenset("abcx")) == "Bridge", "what is gone does not count"
    assert value.name_of("xyz") is value.name_of("") is None
    assert value.name_of("abcd", story=True) is None


def test_the_later_name_holds_and_an_empty_one_takes_it_back() -> None:
    said = [named(1, "ab", "Bridge"), named(2, "abc", "The bridge"), named(3, "ab", "S", True)]
    assert ruled(said).name_of("abc") == "The bridge"
    assert ruled(said).name_of("abc", story=True) == "S"
    assert ruled([*said, named(4, "abc", "")]).name_of("abc") is None
    assert ruled([*said, named(4, "xyz", "")]).name_of("abc") == "The bridge"


def test_names_make_nothing_one() -> None:
    assert ruled([named(1, "ab", "Bridge")]).blocks == ()


def test_touched() -> None:
    assert touched(rulings("a|bc>ad")[0]) == set("abcd")
    assert touched(named(1, "ab", None)) == set("ab")


def test_what_is_apart_is_not_written_out_pair_by_pair() -> None:
    many = [f"{n}" for n in range(3_000)]
    value = ruled([Ruling(1, "split", "2026-03-02", (), (tuple(many[:1500]), tuple(many[1500:])))])
    assert len({id(told) for words in value.words.values() for _, told in words}) == 2
    assert value.apart(many[:1], many[-1:])
    assert not value.apart(many[:1], many[1:1500])
