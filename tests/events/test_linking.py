"""Articles that come and go, in both stores; what a store promises."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.events import contrast
from reader.events.linking import add, candidates, relink, remove
from reader.events.profiles import HEAVY, Portrait, Profile, read
from reader.events.scoring import Link, Pair
from reader.events.store import GroupingStore, MemoryStore
from reader.library import grouping_file, grouping_store
from reader.library.grouping_store import SqliteGroupingStore
from reader.model import Article, When
from tests.events.examples import ALL, BIRDS, FIRE, article
from tests.events.made import DATES, LANGUAGES, company, texts, weighed

Make = Callable[[], GroupingStore]


@pytest.fixture(params=["memory", "sqlite"])
def make(request: pytest.FixtureRequest) -> Iterator[Make]:
    """Makes empty stores."""
    made: list[SqliteGroupingStore] = []

    def sqlite() -> GroupingStore:
        made.append(SqliteGroupingStore(":memory:"))
        return made[-1]

    yield MemoryStore if request.param == "memory" else sqlite
    for each in made:
        each.close()


@pytest.fixture
def store(make: Make) -> GroupingStore:
    return make()


def put(store: GroupingStore, *articles: Article) -> None:
    for profile, portrait in read(articles):
        store.put(profile, portrait)


def profile(id: str, words: str, day: int | None) -> tuple[Profile, Portrait]:
    """A profile of one-letter words."""
    [(known, shown)] = read([article(id, "x", None, f"2021-03-{day:02}" if day else None)])
    return weighed(known, {ord(word): 1.0 for word in words}), shown


DAY = When("2021-03-01").first.toordinal() - 1


@pytest.fixture
def four(store: GroupingStore) -> GroupingStore:
    for each in (("a", "xyz", 8), ("b", "xy", 10), ("c", "yz", None), ("d", "q", 8)):
        store.put(*profile(*each))
    return store


@pytest.mark.parametrize(
    ("words", "days", "found"),
    [
        ("xyz", None, {"a": 3, "b": 2}),
        ("xz", None, {"a": 2, "b": 1}),
        ("xq", (8, 8), {"a": 1, "d": 1}),
        ("x", (9, 10), {"b": 1}),
        ("x", (8, 10), {"a": 1, "b": 1}),
        ("x", (11, 20), {}),
        ("w", None, {}),
        ("", None, {}),
    ],
)
def test_holders_go_by_days(
    four: GroupingStore, words: str, days: tuple[int, int] | None, found: dict[str, int]
) -> None:
    span = (DAY + days[0], DAY + days[1]) if days else None
    assert four.holders([ord(word) for word in words], span) == found


def test_holders_without_a_day_stand_apart(four: GroupingStore) -> None:
    assert four.undated_holders([ord("x"), ord("y"), ord("z")]) == {"c": 2}
    assert four.holders([ord("y")], (-5, 5)) == {}, "before the first day of all"


def test_a_month_is_no_day_and_only_heavy_words_are_held(store: GroupingStore) -> None:
    [(known, shown)] = read([article("m", "x", None, "2021-03")])
    store.put(weighed(known, {word: 99.0 - word for word in range(HEAVY + 1)}), shown)
    assert store.holders(range(99)) == {}
    assert store.undated_holders([HEAVY - 1]) == {"m": 1}
    assert store.undated_holders([HEAVY]) == {}


def test_undated(four: GroupingStore) -> None:
    put(four, article("m", "A mill.", None, "2021-03"))
    assert set(four.undated(3) or ()) == {"c", "m"}
    assert four.undated(2) is None


def test_what_was_put_comes_back(store: GroupingStore) -> None:
    articles = [*ALL, article("m", "Mill of 9 March.", None, "2021-03"), article("n", "“a” x")]
    put(store, *articles)
    ids = [each.id for each in articles]
    pairs = dict(zip(ids, read(articles), strict=True))
    assert store.profiles([*ids, "nosuch"]) == {id: known for id, (known, _) in pairs.items()}
    assert store.portraits([*ids, "nosuch"]) == {id: shown for id, (_, shown) in pairs.items()}
    assert store.present([*ids, "nosuch"]) == set(ids)
    assert store.lengths(["nosuch"]) == {}
    assert store.companies(["nosuch"]) == {}


def test_put_again_changes_the_portrait_only(four: GroupingStore) -> None:
    there = company(profile("a", "xyz", 8)[0], [2])
    four.put_companies({"a": there})
    known, shown = profile("a", "qqq", 20)
    four.put(known, replace(shown, label="New"))
    assert four.portraits(["a"])["a"].label == "New"
    assert four.profiles(["a"])["a"] == profile("a", "xyz", 8)[0]
    assert four.companies(["a"]) == {"a": there}
    assert four.holders([ord("x")]) == {"a": 1, "b": 1}


def test_pairs_come_once_from_either_end(four: GroupingStore) -> None:
    ab, ac = Pair("a", "b", 2.0, 2, 1.0), Pair("a", "c", 2.5, -1, 1.1, True)
    four.put_pairs([ab, ac])
    four.put_pairs([ab._replace(dot=3.0)])
    ab = ab._replace(dot=3.0)
    for ids, found in [
        (["a"], [ab, ac]),
        (["b"], [ab]),
        (["a", "b", "nosuch"], [ab, ac]),
        (["b", "c"], [ab, ac]),
        (["a", "b", "c"], [ab, ac]),
        (["d"], []),
    ]:
        assert sorted(four.pairs(ids), key=lambda each: each.other) == found


@pytest.fixture
def linked(four: GroupingStore) -> GroupingStore:
    four.put_pairs(Pair(one, other, 2.0, 2, 1.0) for one, other in ("ab", "ac", "bc", "ad"))
    four.put_links([Link("a", "b", 0.5, 1.5), Link("a", "c", 1.0, 0.25), Link("b", "c", 0.0, 1.0)])
    return four


@pytest.mark.parametrize(
    ("ids", "links", "among"),
    [
        ("a", ["ab", "ac"], []),
        ("b", ["ab", "bc"], []),
        ("ab", ["ab", "ac", "bc"], ["ab"]),
        ("bc", ["ab", "ac", "bc"], []),
        ("abcd", ["ab", "ac", "bc"], ["ab", "ac"]),
        ("d", [], []),
        (["nosuch"], [], []),
    ],
)
def test_links_come_once_from_either_end(
    linked: GroupingStore, ids: str, links: list[str], among: list[str]
) -> None:
    assert sorted(each.one + each.other for each in linked.links(ids)) == links
    events = [each for each in links if each != "bc"]
    assert sorted(each.one + each.other for each in linked.links(ids, event=True)) == events
    assert sorted(each.one + each.other for each in linked.links_among(ids)) == among


def test_a_link_is_as_strong_as_was_noted_last(linked: GroupingStore) -> None:
    linked.put_links([Link("a", "b", 1.0, 0.75)])
    assert list(linked.links_among("ab")) == [Link("a", "b", 1.0, 0.75)]
    linked.put_pairs([Pair("a", "b", 3.0, 2, 1.0)])
    assert list(linked.links_among("ab")) == [], "it is another pair"


@pytest.mark.parametrize(
    ("ids", "tied", "story", "nearest"),
    [
        ("a", "c", "b", {"b": 0.5, "c": 1.0}),
        ("c", "a", "b", {"a": 1.0}),
        ("bc", "a", "abc", {"a": 1.0, "b": 0.0, "c": 0.0}),
        ("bd", "", "ac", {"a": 0.5}),
        (["nosuch"], "", "", {}),
    ],
)
def test_the_other_ends(
    linked: GroupingStore, ids: str, tied: str, story: str, nearest: dict[str, float]
) -> None:
    assert linked.tied(ids) == set(tied)
    assert linked.tied(ids, story=True) == set(story)
    assert linked.nearest(ids) == {id: most for id, most in nearest.items() if most}


def test_sums_of_links_between_groups(linked: GroupingStore) -> None:
    # 1.5 from a to b, .25 from a to c, 1.0 from b to c
    def sums(homes: dict[str, str], others: dict[str, str]) -> dict[tuple[str, str], float]:
        return dict(linked.story_sums(homes, others))

    assert sums({"a": "e2"}, {"b": "e1", "c": "e1"}) == {("e1", "e2"): 1.75}
    assert sums({"a": "e1", "b": "e1"}, {"c": "e2"}) == {("e1", "e2"): 1.25}
    assert sums({"a": "e1", "b": "e2", "c": "e3"}, {}) == {
        ("e1", "e2"): 1.5,
        ("e1", "e3"): 0.25,
        ("e2", "e3"): 1.0,
    }
    assert sums({"a": "e1"}, {"a": "e1", "b": "e2", "c": "e3", "nosuch": "e4"}) == {
        ("e1", "e2"): 1.5,
        ("e1", "e3"): 0.25,
    }
    assert sums({"d": "e1"}, {"b": "e2", "c": "e3"}) == {}


def test_drop_forgets_all(four: GroupingStore) -> None:
    four.put_pairs([Pair("a", "b", 2.0, 2, 1.0)])
    four.put_links([Link("a", "b", 1.0, 1.0)])
    xyz, _ = profile("a", "xyz", 8)
    four.put_companies({"a": company(xyz, [1])})
    four.drop("a")
    four.drop("nosuch")
    assert list(four.pairs(["a", "b"])) == []
    assert four.present("abcd") == set("bcd")
    assert four.holders([ord("x")]) == {"b": 1}
    for found in (four.profiles("a"), four.portraits("a"), four.lengths("a")):
        assert found == {}
    four.put_companies({"a": company(xyz, [1])})
    assert four.companies(["a"]) == {}, "there is none to keep it for"
    four.put(*profile("a", "xyz", 8))
    assert four.companies(["a"]) == {"a": company(xyz)}
    assert list(four.pairs(["a"])) == []
    assert list(four.links(["a", "b"])) == []


def test_company_counts_in_lengths(four: GroupingStore) -> None:
    alone = four.lengths("a")["a"]
    known = four.profiles("ab")
    there = company(known["a"], [2], [0, 1])
    four.put_companies({"a": there})
    assert four.companies("ab") == {"a": there, "b": company(known["b"])}
    assert four.lengths("a")["a"] == there.lengths(known["a"])
    assert four.lengths("a")["a"] > alone


def known(store: GroupingStore, ids: list[str]) -> list[object]:
    """All that hangs on what other articles are there."""
    links = store.links(ids)
    return [
        {id: (each.dated, each.undated) for id, each in store.companies(ids).items()},
        store.lengths(ids),
        sorted(links, key=lambda each: (each.one, each.other)),
    ]


def linked_now(store: GroupingStore, articles: list[Article]) -> dict[tuple[str, str], Link]:
    return {(each.one, each.other): each for each in store.links([a.id for a in articles])}


ARTICLES = st.lists(
    st.tuples(texts(), DATES, LANGUAGES).map(
        lambda each: replace(article("x", each[0], None, each[1]), language=each[2])
    ),
    max_size=10,
).map(lambda some: [replace(each, id=f"a{at}") for at, each in enumerate(some)])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(ARTICLES, st.data())
def test_neither_order_nor_what_came_and_went_matters(
    make: Make, articles: list[Article], data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(articles))
    gone = {each.id for each in articles if data.draw(st.booleans())} if articles else set()
    plain, other = MemoryStore(), make()
    for each in articles:
        if each.id not in gone:
            put(plain, each)
            deque(relink(plain, add(plain, each.id)), maxlen=0)
    before: dict[tuple[str, str], Link] = {}
    for step, each in [(add, each) for each in shuffled] + [
        (remove, each) for each in shuffled if each.id in gone
    ]:
        if step is add:
            put(other, each)
        moved = step(other, each.id)
        deque(relink(other, moved), maxlen=0)
        now = linked_now(other, articles)
        deque(relink(other, [each.id for each in articles]), maxlen=0)
        assert linked_now(other, articles) == now, "no other links are to be worked out again"
        changed = {pair for pair in before.keys() | now.keys() if before.get(pair) != now.get(pair)}
        assert all(moved & {*pair} for pair in changed), "one end at least is told of"
        before = now
    staying = [each.id for each in articles if each.id not in gone]
    assert known(other, staying) == known(plain, staying)
    assert not other.present(gone)


def test_candidates_share_heavy_words_and_days(store: GroupingStore) -> None:
    for each in (
        ("near", "abcdx", 11),
        ("far", "abcdy", 12),
        ("few", "abcy", 12),
        ("beyond", "abcd", 23),
        ("undated", "abz", None),
        ("single", "az", None),
    ):
        store.put(*profile(*each))
    own, shown = profile("own", "abcdq", 8)
    store.put(own, shown)
    assert candidates(store, own) == ["far", "near", "undated"]
    of_any_day = candidates(store, profile("own", "abx", None)[0])
    assert of_any_day == ["beyond", "far", "few", "near", "undated"], "two words of any day"


def test_what_was_too_faint_is_not_when_others_have_gone(store: GroupingStore) -> None:
    low, high = ("".join(map(chr, range(start, start + 60))) for start in (200, 300))
    for id, words in (("mask", low), ("veil", high), ("one", f"a{low}"), ("other", f"a{high}")):
        store.put(*profile(id, words, 8))
        add(store, id)
    assert "other" not in {each.other for each in store.pairs(["one"])}
    for id in ("mask", "veil"):
        remove(store, id)
    assert [(each.one, each.other) for each in store.pairs(["one"])] == [("one", "other")]


def test_what_undated_articles_ask_ends_with_many(
    store: GroupingStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    undated = [replace(each, published=None) for each in (*FIRE, BIRDS)]
    strengths = []
    for enough in (99, 4):
        monkeypatch.setattr(contrast, "ENOUGH", enough)
        put(store, *undated)
        for each in undated:
            add(store, each.id)
        deque(relink(store, [each.id for each in undated]), maxlen=0)
        strengths.append([link.event for link in store.links([undated[0].id])])
        for each in undated:
            remove(store, each.id)
    assert strengths[0] != strengths[1]


def test_a_small_memory_loses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grouping_store, "_KEPT", 2)
    monkeypatch.setattr(grouping_file, "_AT_ONCE", 2)
    plain = MemoryStore()
    with closing(SqliteGroupingStore(":memory:")) as small:
        for store in (plain, small):
            for each in (*ALL, *(replace(each, id=f"{each.id}-2") for each in ALL)):
                put(store, each)
                add(store, each.id)
            remove(store, "fire-a")
        ids = [each.id for each in ALL]
        assert known(small, ids) == known(plain, ids)
        assert len(small._profiles) <= 2


def test_a_file_keeps_what_was_committed(tmp_path: Path) -> None:
    path, plain = tmp_path / "grouping.sqlite3", MemoryStore()
    ids = [each.id for each in ALL]
    for at, each in enumerate(ALL):
        with closing(SqliteGroupingStore(path)) as store:
            for one in (store, plain):
                put(one, each)
                add(one, each.id)
            store.commit()
            put(store, replace(FIRE[0], id=f"late{at}"))
            add(store, f"late{at}")
    with closing(SqliteGroupingStore(path)) as store:
        assert known(store, ids) == known(plain, ids)
        assert not store.present(["late0", "late5"])
