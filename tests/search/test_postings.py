"""Posting lists: the fast way to read them gives what Whoosh's own way gives."""

from __future__ import annotations

from pathlib import Path

from reader.search.postings import Cache, Postings, matcher, read_postings
from reader.search.whoosh_index import WhooshIndex
from tests.search.library_of_words import article


class Slow:
    """A matcher of Whoosh that shows no blocks."""

    def __init__(self, matcher: object) -> None:
        for name in ("is_active", "id", "weight", "value", "next"):
            setattr(self, name, getattr(matcher, name))


def test_blocks_are_read_as_whoosh_reads_them(tmp_path: Path) -> None:
    """More documents than a block of Whoosh holds (128), some deleted, titles weighing more."""
    index = WhooshIndex(tmp_path)
    index.rebuild()
    library = [
        article(f"n{n}", "bridge " * (n % 5) + "ferry", "Bridge" if n % 3 == 0 else "")
        for n in range(400)
    ]
    index.update(library, [], 1)
    for removed in ([], [f"n{n}" for n in range(0, 400, 7)]):
        index.update([], removed, 2)
        index.ids()
        (segment,) = index._local.opened.segments
        for part, term in (("text", "bridg"), ("text", "ferri"), ("title", "bridg")):
            fast = read_postings(matcher(segment.lists.reader, part, term), values=True)
            slow = read_postings(Slow(matcher(segment.lists.reader, part, term)), values=True)
            assert fast == slow
            assert list(fast.places(10_000)) == []
            slowly = matcher(segment.lists.reader, part, term)
            while slowly.is_active():
                assert list(fast.places(slowly.id())) == list(slowly.value_as("positions"))
                slowly.next()
            assert len(fast.ids) > 50
    index.close()


def test_a_title_word_weighs_three_times_in_the_same_posting(tmp_path: Path) -> None:
    index = WhooshIndex(tmp_path)
    index.rebuild()
    index.update([article("a", "bridge bridge", "Bridge")], [], 1)
    index.ids()
    (segment,) = index._local.opened.segments
    assert list(read_postings(matcher(segment.lists.reader, "text", "bridg")).weights) == [5.0]
    index.close()


def test_no_term_is_an_empty_list() -> None:
    assert read_postings(None) == Postings(*read_postings(None))
    assert len(read_postings(None).ids) == 0


def test_a_list_is_read_once() -> None:
    cache, asked = Cache(), []

    def read() -> Postings:
        asked.append(1)
        return read_postings(None)

    for _ in range(3):
        cache.get("text", "bridg", read)
    assert len(asked) == 1
