"""Flat arrays answer as the index does without them."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.search.flat import store
from reader.search.port import Hits, Indexed, Sort
from reader.search.query import parse
from reader.search.syntax import Among, And, Query
from reader.search.whoosh_index import WhooshIndex
from tests.search.conftest import Tidied
from tests.search.library_of_words import articles
from tests.search.test_contract import _MORE, _UNFINISHED

_IDS = [f"id{n}" for n in range(8)]


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
    queries=st.lists(_MORE, min_size=6, max_size=6),
    unfinished=st.lists(_UNFINISHED, min_size=6, max_size=6),
    among=st.frozensets(st.sampled_from(_IDS)),
    sort=st.sampled_from(["relevance", "date"]),
    limit=st.sampled_from([1, 3, 50]),
)
def test_flat_arrays_change_no_answer(
    edits: list[tuple[list[Indexed], set[str]]],
    queries: list[str],
    unfinished: list[str],
    among: frozenset[str],
    sort: Sort,
    limit: int,
) -> None:
    """Same articles, order, scores and counts, whatever was replaced or removed."""
    asked = [parse(typed) for typed in queries] + [
        parse(typed, typing=True) for typed in unfinished
    ]
    asked += [parse(f"{a} {b}", typing=True) for a, b in zip(queries, unfinished, strict=True)]
    asked += [Query("", And((query.root, Among(among)))) for query in asked[:2]]
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory() as folder:
        patch.setattr(store, "FEWEST", 1)
        plain, flat = WhooshIndex(Path(folder) / "plain"), Tidied(Path(folder) / "flat")
        for index in (plain, flat):
            index.rebuild()
            for number, (fresh, gone) in enumerate(edits, 1):
                index.update(fresh, gone, number)
        for query in asked:
            same(plain.search(query, limit, sort), flat.search(query, limit, sort), query)
        plain.close()
        flat.close()
