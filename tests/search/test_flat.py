"""Flat arrays answer as the index does without them."""

from __future__ import annotations

import os
import tempfile
from array import array
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from reader.search.flat import building, layout, lists, phrases, store
from reader.search.flat.layout import Flat, FlatDamaged, writing
from reader.search.flat.lists import Lists
from reader.search.port import TEXT_BEGINS, Hits, Indexed, Sort
from reader.search.query import parse
from reader.search.reorder import words_asked
from reader.search.syntax import Among, And, Not, Query
from reader.search.whoosh_index import WhooshIndex
from tests.search.conftest import Tidied
from tests.search.library_of_words import article, articles
from tests.search.test_contract import _MORE, _UNFINISHED

_IDS = [f"id{n}" for n in range(8)]
_PHRASES = st.builds(
    lambda part, words, slop: f'{part}"{" ".join(words)}"{slop}',
    st.sampled_from(["", "", "title:", "outlet:", "byline:", "quotes:", "says:"]),
    st.lists(
        st.sampled_from(["bridge", "ferr*", "open", "source", "h?p*", "the"]),
        min_size=2,
        max_size=3,
    ),
    st.sampled_from(["", "", "~1", "~4"]),
)


def same(plain: Hits, flat: Hits, asked: object) -> None:
    assert plain.root == flat.root
    assert len(flat.ids) == flat.total == plain.total, asked
    assert sorted(flat.ids) == sorted(plain.ids), asked
    assert [hit.id for hit in flat.hits] == [hit.id for hit in plain.hits], asked
    assert [hit.day for hit in flat.hits] == [hit.day for hit in plain.hits]
    scores = [hit.score for hit in plain.hits]
    assert [hit.score for hit in flat.hits] == pytest.approx(scores, abs=1e-9), asked


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    edits=st.lists(
        st.tuples(articles(), st.sets(st.sampled_from(_IDS), max_size=3)), min_size=1, max_size=4
    ),
    queries=st.lists(st.one_of(_MORE, _PHRASES), min_size=6, max_size=6),
    unfinished=st.lists(_UNFINISHED, min_size=6, max_size=6),
    among=st.frozensets(st.sampled_from(_IDS)),
    sort=st.sampled_from(["relevance", "date"]),
    limit=st.sampled_from([1, 3, 50]),
    dense=st.sampled_from([1, 8, 1000]),
    letters=st.sampled_from([1, 3, 15]),
    looking=st.sampled_from([0, 5, 1000]),
)
@example(
    edits=[
        (
            [
                Indexed("id0", "", "bridge", "Daily Beacon", None),
                Indexed("id1", "", "bridge", "The Coast", None),
                Indexed("id2", "", "bridge", "The Coast Daily", None),
            ],
            set(),
        )
    ],
    queries=[
        "bridge",
        "coast",
        "daily",
        'outlet:"the coast"',
        'outlet:"daily beacon"',
        'outlet:"coast daily"',
    ],
    unfinished=["br"] * 6,
    among=frozenset(),
    sort="relevance",
    limit=3,
    dense=1,
    letters=1,
    looking=0,
)
@example(
    edits=[
        (
            [
                Indexed("id0", "", "bridge", "The Star of the Coast", None),
                Indexed("id1", "", "bridge", "Coast of the Star", None),
            ],
            set(),
        )
    ],
    queries=[
        "bridge",
        "coast",
        'outlet:"the star"',
        'outlet:"of the"',
        'outlet:"the coast"',
        'outlet:"star of the coast"',
    ],
    unfinished=["br"] * 6,
    among=frozenset(),
    sort="relevance",
    limit=3,
    dense=1000,
    letters=1,
    looking=0,
)
def test_flat_arrays_change_no_answer(
    edits: list[tuple[list[Indexed], set[str]]],
    queries: list[str],
    unfinished: list[str],
    among: frozenset[str],
    sort: Sort,
    limit: int,
    dense: int,
    letters: int,
    looking: int,
) -> None:
    """Same articles, order, scores and counts, whatever was replaced or removed."""
    asked = [parse(typed) for typed in queries] + [
        parse(typed, typing=True) for typed in unfinished
    ]
    asked += [parse(f"{a} {b}", typing=True) for a, b in zip(queries, unfinished, strict=True)]
    asked += [Query("", And((query.root, Among(among)))) for query in asked[:2]]
    asked += [Query("", And((query.root, Not(Among(among))))) for query in asked[:2]]
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory() as folder:
        patch.setattr(store, "FEWEST", 1)
        # Whatever list is read in whatever way.
        patch.setattr(building, "DENSE", dense)
        patch.setattr(building, "_MANY", dense)
        patch.setattr(lists, "DENSE", dense)
        patch.setattr(phrases, "LETTERS", letters)
        patch.setattr(phrases, "_LOOK", looking)
        plain, flat = WhooshIndex(Path(folder) / "plain"), Tidied(Path(folder) / "flat")
        for index in (plain, flat):
            index.rebuild()
            for number, (fresh, gone) in enumerate(edits, 1):
                index.update(fresh, gone, number)
        for query in asked:
            found = plain.search(query, limit, sort)
            same(found, flat.search(query, limit, sort), query)
            words = words_asked(found.root)
            assert flat.where(_IDS, words) == plain.where(_IDS, words)
        plain.close()
        flat.close()


def test_the_best_of_many_that_are_nearly_as_good(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where few are chosen by rounded marks, none is left out that is better by a hair."""
    chance = Random(5)
    words = ["bridge", "bring", "ferry", "fern", "harbour", "the", "shut", "brook", "fend"]
    library = [
        article(
            f"n{number:03}",
            " ".join(chance.choices(words, k=chance.randrange(20, 200))),
            " ".join(chance.choices(words, k=chance.randrange(3))),
            "Coast Daily",
            f"2025-{number % 12 + 1:02}",
        )
        for number in range(500)
    ]
    plain, flat = WhooshIndex(tmp_path / "plain"), Tidied(tmp_path / "flat")
    for index in (plain, flat):
        index.rebuild()
        index.update(library, [], 1)
    asked = [
        "bridge",
        "bridge ferry",
        "harbour bridge shut",
        "title:ferry",
        "bri",
        "fe",
        "ferry br",
    ]
    asked += ["bridge title:fern", "outlet:coast fern", "date:2025-03..2025-05 bri", "brid~"]
    for typed in asked:
        for limit in (1, 3, 20):
            query = parse(typed, typing=True)
            same(plain.search(query, limit), flat.search(query, limit), typed)
    plain.close()
    flat.close()


LIBRARY = [
    article(
        f"a{n:03}",
        "The bridge is shut. " * (n % 5) + f"A ferry runs in harbour{n % 7}, hoping. " * (n % 3),
        f"Bridge {n}" if n % 4 == 0 else f"Ferry {n}",
        "Coast Daily" if n % 2 else "Daily Beacon",
        f"2025-{n % 12 + 1:02}-{n % 28 + 1:02}" if n % 9 else None,
    )
    for n in range(700)
]
ASKED = (
    "bridge", "ferry bridge", "harbour3", '"ferry runs"', '"bridge is shut" -harbour1', "br", "fer",
    "ferry ha", "harb", "title:bridge", 'outlet:"coast daily" shut', "ferry date:2025-03..2025-05",
    "bridge OR harbour2", "-bridge", "", "title:fer", "ferry (bridge OR harbour4)", "zeppelin",
)  # fmt: skip


def answers(index: WhooshIndex) -> list[Hits]:
    return [
        index.search(parse(typed, typing=True), 50, sort)
        for typed in ASKED
        for sort in ("relevance", "date")
    ]


@pytest.fixture
def flat(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An index with three segments, deleted articles, and a flat file for each."""
    monkeypatch.setattr(store, "MOST", 300)
    index = Tidied(tmp_path)
    index.rebuild()
    for number, start in enumerate((0, 250, 500), 1):
        index.update(LIBRARY[start : start + 250], [], number)
    index.update([article("a007", "A zeppelin.")], [f"a{n:03}" for n in range(0, 700, 11)], 4)
    index.close()
    assert len(files(tmp_path)) == 3
    return tmp_path


def files(root: Path) -> list[Path]:
    return sorted(root.glob("*/flat/*.flat"))


def test_several_files_some_deleted_and_a_segment_without(flat: Path) -> None:
    with_flat = WhooshIndex(flat)
    found = answers(with_flat)
    for path in files(flat):
        path.unlink()
    plain = WhooshIndex(flat)
    for one, other, typed in zip(
        answers(plain), found, [t for t in ASKED for _ in "rd"], strict=True
    ):
        same(one, other, typed)
    # Files that went are noticed by who has the index open.
    assert [hits.hits for hits in answers(with_flat)] == [hits.hits for hits in found]
    plain.close()
    with_flat.close()


def _truncate(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def _flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0x55
    path.write_bytes(bytes(data))


def _flip_head(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[60] ^= 0x55
    path.write_bytes(bytes(data))


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _append(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"12345678")


def _foreign(path: Path) -> None:
    path.write_bytes(b"not a flat file at all, but long enough to be one " * 9)


HARM = [_truncate, _flip, _flip_head, _empty, _append, _foreign]


@pytest.mark.parametrize("harm", HARM, ids=lambda harm: harm.__name__)
def test_a_damaged_file_is_not_believed_and_made_again(
    flat: Path, harm: Callable[[Path], None]
) -> None:
    index = Tidied(flat)
    expected = [hits.hits for hits in answers(index)]
    index.close()
    hurt = files(flat)[1]
    harm(hurt)
    index = Tidied(flat)
    assert [hits.hits for hits in answers(index)] == expected
    with pytest.raises(FlatDamaged):
        Flat(hurt, read_all=True)
    for work in index.tidying():
        work()
    Flat(hurt, read_all=True)
    assert [hits.hits for hits in answers(index)] == expected
    index.close()


def test_check_reads_large_files_and_deletes_damaged_ones(
    flat: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "READ_AT_OPEN", 0)
    hurt = files(flat)[0]
    _flip(hurt)
    index = WhooshIndex(flat)
    index.check()
    assert not hurt.exists()
    index.close()


def test_a_file_is_written_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "some.flat"

    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr(os, "fsync", fail)
        with pytest.raises(OSError, match="No space"), writing(path) as writer:
            writer.add("numbers", array("I", [1, 2, 3]))
    with pytest.raises(KeyError), writing(path) as writer:
        raise KeyError
    assert list(tmp_path.iterdir()) == []
    with writing(path) as writer:
        writer.about = {"n": 1}
        for name, values in (("bytes", b"abc"), ("numbers", array("I", [1, 2]))):
            writer.add(name, values)
        writer.add("numbers", array("I", [3]))
    read = Flat(path, read_all=True)
    assert (read.about, list(read["numbers"]), bytes(read["bytes"])) == (
        {"n": 1},
        [1, 2, 3],
        b"abc",
    )


def test_a_changed_table_and_another_format_are_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "some.flat"
    with writing(path) as writer:
        writer.about = {"n": 1}
    whole = path.read_bytes()
    path.write_bytes(whole.replace(b'"n": 1', b'"n": 2'))
    with pytest.raises(FlatDamaged):
        Flat(path, read_all=False)
    path.write_bytes(whole)
    assert Flat(path, read_all=False).about == {"n": 1}
    monkeypatch.setattr(layout, "_KIND", "flat 0, little")
    with pytest.raises(FlatDamaged):
        Flat(path, read_all=False)


@pytest.mark.parametrize(
    ("sizes", "having", "made"),
    [
        ([10, 500], [], ["b"]),
        ([500, 500], ["a"], ["b"]),
        ([500] * 3, [], ["abc"]),
        ([500] * 3, ["a", "b"], ["abc"]),
        ([500] * 2 + [20_000], [], ["a", "b", "c"]),
        ([90_000] * 3, [], ["a", "b", "c"]),
        ([17_000] * 3, [], ["abc"]),
        ([500] * 3 + [50], [], ["abcd"]),
        ([90, 90, 50], [], ["abc"]),
        ([20_000, 500, 500, 500], ["a"], ["bcd"]),
        ([150_000, 60_000, 60_000, 60_000], ["a"], ["bcd"]),
        ([50] * 3, [], []),
        ([5_000] * 7, ["abcdef"], ["g"]),
        ([4_000] * 7, [], ["abcdefg"]),
    ],
)
def test_which_files_are_wanted(sizes: list[int], having: list[str], made: list[str]) -> None:
    named = dict(zip("abcdefg", sizes, strict=False))
    found = store.wanted(named, [tuple(group) for group in having])
    assert sorted("".join(sorted(group)) for group in found) == made


@pytest.mark.parametrize("others", [0, 250])
def test_more_than_255_occurrences_count_as_255(tmp_path: Path, others: int) -> None:
    """In a small segment, which has no flat file, as in a large one."""
    index = Tidied(tmp_path)
    index.rebuild()
    long = [article(f"m{n}", "zeppelin " * n + "ferry " * (300 - n)) for n in (254, 255, 256, 290)]
    index.update([*long, *LIBRARY[:others]], [], 1)
    assert len(files(tmp_path)) == bool(others)
    scores = {hit.id: hit.score for hit in index.search(parse("zeppelin")).hits}
    assert scores["m254"] < scores["m255"] == scores["m256"] == scores["m290"]
    index.close()


def test_a_form_outlives_the_article_that_had_it_first(tmp_path: Path) -> None:
    """Of a segment only one article is noted as having a form; merges must not lose it."""
    index = WhooshIndex(tmp_path)
    index.rebuild()
    index.update([article("a", "dying"), article("b", "dying"), article("c", "ferry")], [], 1)
    index.update([], ["a"], 2)
    for number in range(12):
        index.update([article(f"n{number}", f"number{number}")], [], number + 3)
    assert set(index.search(parse("dyin", typing=True)).ids) == {"b"}
    index.close()


def test_a_file_that_comes_is_used_by_who_has_the_index_open(tmp_path: Path) -> None:
    index = WhooshIndex(tmp_path)
    index.rebuild()
    index.update(LIBRARY[:250], [], 1)
    before = answers(index)
    assert not isinstance(index._local.opened.segments[0].lists, Lists)
    for work in index.tidying():
        work()
    for one, other in zip(before, answers(index), strict=True):
        same(one, other, other.root)
    assert isinstance(index._local.opened.segments[0].lists, Lists)
    index.close()


def test_a_phrase_counts_as_often_as_it_stands_and_more_in_the_title(tmp_path: Path) -> None:
    once, often, titled = "ferry runs. bridge shut.", "bridge shut. bridge shut.", "No news at all."
    some = [
        article("once", once),
        article("often", often),
        article("titled", titled, "Bridge shut"),
        article("apart", "bridge is not shut"),
    ]
    plain, flat = WhooshIndex(tmp_path / "plain"), Tidied(tmp_path / "flat")
    for index in (plain, flat):
        index.rebuild()
        index.update([*LIBRARY[:250], *some], [], 1)
    for typed in ('"bridge shut"', '"shut bridge"~1', '"shut bridge"~3', 'title:"bridge shut"'):
        found = flat.search(parse(typed), 300)
        same(plain.search(parse(typed), 300), found, typed)
    scores = {hit.id: hit.score for hit in flat.search(parse('"bridge shut"')).hits}
    assert scores["titled"] > scores["often"] > scores["once"] > 0
    assert "apart" not in scores
    plain.close()
    flat.close()


def test_the_newer_version_is_among_the_articles_whatever_its_date(tmp_path: Path) -> None:
    """Dates say the order in a flat file: a replaced version may come before or after."""
    index = Tidied(tmp_path)
    index.rebuild()
    index.update(LIBRARY[:250], [], 1)
    changed = [article(each.id, "zeppelin", published="2030") for each in LIBRARY[:250]]
    index.update(changed, [], 2)
    index.update([*LIBRARY[250:500], article("a000", "zeppelin", published="1990")], [], 3)
    for id in ("a000", "a001", "a249"):
        assert set(index.search(Query("", Among(frozenset({id})))).ids) == {id}
        assert index.where([id], [frozenset({"zeppelin"})]) == {id: [[TEXT_BEGINS]]}
    assert [type(segment.lists) for segment in index._local.opened.segments] == [Lists]
    index.close()


def test_its_words_are_those_of_the_segments(flat: Path) -> None:
    with_flat, plain = WhooshIndex(flat), WhooshIndex(flat)
    words = with_flat.vocabulary()
    for path in files(flat):
        path.unlink()
    for asked in ("bridge", "hoping", "ferri", "zeppelin", "nowhere"):
        assert words.has(asked) == plain.vocabulary().has(asked)
        assert words.articles(asked) == plain.vocabulary().articles(asked)
        assert words.words(asked, 3) == plain.vocabulary().words(asked, 3)
        assert words.spellings(asked, 2) == plain.vocabulary().spellings(asked, 2)
    assert words.matching("h*") == plain.vocabulary().matching("h*")
    with_flat.close()
    plain.close()


def test_the_best_of_a_word_are_not_trusted_when_articles_have_become_longer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the mean length grows, a long article with a word thrice overtakes a short one."""
    short = [article(f"s{n}", "A zeppelin lands.", "", "", f"2025-01-0{n + 1}") for n in range(5)]
    long = [article(f"l{n}", "zeppelin " * 3 + "word " * 60, "", "") for n in range(3)]
    index, plain = Tidied(tmp_path / "flat"), WhooshIndex(tmp_path / "plain")
    for each in (index, plain):
        each.rebuild()
        each.update([*short, *long, *LIBRARY[:250]], [], 1)
    asked = parse("zeppelin")
    assert index.search(asked, 1).hits[0].id == "s4"
    longer = [article(f"m{n}", "word " * 3_000, "", "") for n in range(90)]
    WhooshIndex.update(index, longer, [], 2)
    plain.update(longer, [], 2)
    assert isinstance(index._opened().segments[0].lists, Lists)
    for limit in (1, 4):
        same(plain.search(asked, limit), index.search(asked, limit), limit)
    unfinished = parse("zeppelin", typing=True)
    same(plain.search(unfinished, 2), index.search(unfinished, 2), unfinished)
    assert index.search(asked, 1).hits[0].id == "l0"
    index.close()
    plain.close()


def test_a_form_of_another_file_is_found_beside_a_row(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One file says that `dying` is found as `die`; another has `die` and a row for `dy`."""
    monkeypatch.setattr(store, "FEWEST", 1)
    monkeypatch.setattr(building, "_MANY", 2)
    monkeypatch.setattr(building, "DENSE", 2)
    monkeypatch.setattr(lists, "DENSE", 2)
    first = [article("a", "A dying ferry."), article("b", "No news.")]
    second = [article("c", "A dynamo runs."), article("d", "They die."), article("e", "Dynamo")]
    second.append(article("f", "They die.", "Dynamo"))
    index, plain = Tidied(tmp_path / "flat"), WhooshIndex(tmp_path / "plain")
    for each in (index, plain):
        each.rebuild()
        each.update(first, [], 1)
        each.update(second, [], 2)
    asked = parse("dy", typing=True)
    same(plain.search(asked), index.search(asked), asked)
    assert {hit.id: hit.score > 0 for hit in index.search(asked).hits} == dict.fromkeys(
        "acdef", True
    )
    assert len(files(tmp_path / "flat")) == 2
    index.close()
    plain.close()
