"""What people type, and what is understood."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.search.query import MOST_CHARACTERS, MOST_WORDS, parse
from reader.search.syntax import (
    And,
    Everything,
    InEvent,
    Is,
    Node,
    Not,
    Or,
    Published,
    Tag,
    Text,
    leaves,
)


def said(node: Node) -> str:
    """The tree as one readable line."""
    if isinstance(node, Text):
        words = "+".join(node.words)
        part = "" if node.part == "text" else f"{node.part}:"
        return part + words + {"": "", "prefix": "*", "typing": "~"}[node.open]
    if isinstance(node, And | Or):
        sign = " & " if isinstance(node, And) else " | "
        return f"({sign.join(said(part) for part in node.parts)})"
    if isinstance(node, Not):
        return f"-{said(node.part)}"
    if isinstance(node, Published):
        return f"[{node.first or ''}..{node.last or ''}]"
    if isinstance(node, Is):
        return f"is:{node.state}"
    if isinstance(node, Tag | InEvent):
        name = "tag" if isinstance(node, Tag) else "event"
        return f"{name}:{node.name}{'~' if node.open else ''}"
    return "everything" if isinstance(node, Everything) else repr(node)


UNDERSTOOD = [
    ("", "everything"),
    ("   ", "everything"),
    ("bridge", "bridge"),
    ("Bridge", "bridge"),
    ("bridge ferry", "(bridge & ferry)"),
    ("bridge AND ferry", "(bridge & ferry)"),
    ("bridge OR ferry", "(bridge | ferry)"),
    ("bridge or ferry", "(bridge & ferry)"),
    ("bridge ferry OR crack", "((bridge & ferry) | crack)"),
    ("bridge (ferry OR crack)", "(bridge & (ferry | crack))"),
    ("bridge NOT ferry", "(bridge & -ferry)"),
    ("bridge -ferry", "(bridge & -ferry)"),
    ("-ferry", "-ferry"),
    ("NOT NOT ferry", "ferry"),
    ("bridge AND NOT ferry", "(bridge & -ferry)"),
    ("-(ferry OR crack)", "-(ferry | crack)"),
    ('"harbour bridge"', "harbour+bridge"),
    ("“harbour bridge”", "harbour+bridge"),
    ("«harbour bridge»", "harbour+bridge"),
    ('-"harbour bridge"', "-harbour+bridge"),
    ("open-source", "open+source"),
    ("and/or", "and+or"),
    ("LeCun's", "lecun"),
    ("LeCun’s", "lecun"),
    ("Café", "cafe"),
    ("$14.3 billion", "(14.3 & billion)"),
    ("tax*", "tax*"),
    ("open-sou*", "open+sou*"),
    ("title:bridge", "title:bridge"),
    ("Title:bridge", "title:bridge"),
    ('title:"harbour bridge"', "title:harbour+bridge"),
    ("title:(bridge OR ferry)", "(title:bridge | title:ferry)"),
    ("-title:bridge", "-title:bridge"),
    ('outlet:"Coast Daily"', "outlet:coast+daily"),
    ("tag:later bridge", "(tag:later & bridge)"),
    ('tag:"read again"', "tag:read again"),
    ("event:k3xw9a2", "event:k3xw9a2"),
    ('event:"harbour bridge"', "event:harbour bridge"),
    ("is:unread", "is:unread"),
    ("IS:Starred", "is:starred"),
    ("after:2025", "[2025-01-01..]"),
    ("after:2025-11", "[2025-11-01..]"),
    ("after:2025-11-30", "[2025-11-30..]"),
    ("before:2025-11", "[..2025-10-31]"),
    ("before:2025", "[..2024-12-31]"),
    ("date:2025", "[2025-01-01..2025-12-31]"),
    ("date:2024-2", "[2024-02-01..2024-02-29]"),
    ("date:2025-11..2026-01", "[2025-11-01..2026-01-31]"),
    ("date:..2026", "[..2026-12-31]"),
    ("date:2026..", "[2026-01-01..]"),
    ("the bridge", "bridge"),
    ("the", "the"),
    ("to be or not to be", "(to & be & or & not)"),
    ('"the bridge"', "the+bridge"),
    ("the -ferry", "(the & -ferry)"),
    ("bridge !!!", "bridge"),
    ("!!! --- ...", "everything"),
    ("10:30", "10+30"),
    ("https://example.org/a", "https+example+org+a"),
    ("bridge bridge", "bridge"),
    ("title:", "everything"),
    ("東京", "東+京"),
    ("()", "everything"),
]


@pytest.mark.parametrize(("typed", "tree"), UNDERSTOOD)
def test_understood(typed: str, tree: str) -> None:
    query = parse(typed)
    assert said(query.root) == tree
    assert query.notice is None
    assert query.error is None
    assert query.text == typed


NOT_UNDERSTOOD = [
    ("NOT OR foo", "foo", 0),
    ("OR foo", "foo", 0),
    ("foo OR", "foo", 4),
    ("AND foo", "foo", 0),
    ("foo AND", "foo", 4),
    ("foo NOT", "foo", 4),
    ("foo OR OR bar", "(foo & bar)", 4),
    ("(foo bar", "(foo & bar)", 0),
    ("foo) bar", "(foo & bar)", 3),
    ('"foo bar', "(foo & bar)", 0),
    ('foo "', "foo", 4),
    ("foo:bar", "(foo & bar)", 0),
    ("is:old", "old", 3),
    ("after:tomorrow", "tomorrow", 6),
    ("date:2025-13", "(date & 2025 & 13)", 5),
    ("date:..", "date", 5),
    ("before:2025-02-30", "(2025 & 02 & 30)", 7),
    ("tag:(a)", "tag", 0),
    ("(" * 50 + "foo" + ")" * 50, "foo", 20),
]


@pytest.mark.parametrize(("typed", "tree", "error"), NOT_UNDERSTOOD)
def test_not_understood_is_searched_as_plain_words(typed: str, tree: str, error: int) -> None:
    query = parse(typed)
    assert said(query.root) == tree
    assert query.notice is not None
    assert query.notice.endswith("Searched as plain words.")
    assert query.error == error


WHILE_TYPING = [
    ("b", "everything"),
    ("br", "br~"),
    ("bridge", "bridge~"),
    ("bridge ", "bridge"),
    ("bridge f", "bridge"),
    ("bridge fe", "(bridge & fe~)"),
    ("the br", "br~"),
    ("the", "the~"),
    ('"harbour', "harbour~"),
    ('"harbour b', "harbour"),
    ('"harbour br', "harbour+br~"),
    ('"harbour bridge"', "harbour+bridge"),
    ("open-s", "open"),
    ("open-so", "open+so~"),
    ("bridge OR", "bridge"),
    ("bridge OR ", "bridge"),
    ("bridge AND", "bridge"),
    ("bridge NOT", "bridge"),
    ("bridge -", "bridge"),
    ("bridge -f", "bridge"),
    ("(bridge", "bridge~"),
    ("(bridge OR fe", "(bridge | fe~)"),
    ("is:", "everything"),
    ("is:unr", "everything"),
    ("after:20", "everything"),
    ("after:2025-1", "[2025-01-01..]"),
    ("outlet:coa", "outlet:coa~"),
    ("tag:la", "tag:la~"),
    ("tag:la bridge", "(tag:la & bridge~)"),
    ("event:har", "event:har~"),
    ("tax*", "tax*"),
    ("東", "東"),
]


@pytest.mark.parametrize(("typed", "tree"), WHILE_TYPING)
def test_while_typing_nothing_is_wrong_yet(typed: str, tree: str) -> None:
    query = parse(typed, typing=True)
    assert said(query.root) == tree
    assert query.notice is None


@given(st.text(), st.booleans())
def test_any_text_is_a_query(typed: str, typing: bool) -> None:
    query = parse(typed, typing=typing)
    assert query.error is None or 0 <= query.error < len(typed)
    assert (query.notice is None) == (query.error is None)


_BITS = st.sampled_from(
    'a bridge AND OR NOT ( ) " “ - * : title: is: is:unread date: 2025 .. the \x00 é 東'.split(" ")
)


@given(st.lists(_BITS, max_size=30), st.booleans(), st.sampled_from(["", " "]))
def test_any_mixture_of_signs_is_a_query(bits: list[str], typing: bool, between: str) -> None:
    parse(between.join(bits), typing=typing)


@pytest.mark.parametrize(
    "paste",
    [
        "word " * 200_000,
        "a" * 1_000_000,
        "(" * 1_000_000,
        '"' * 1_000_001,
        "NOT " * 250_000,
        "- " * 500_000,
        "x:" * 500_000,
    ],
    ids=["words", "word", "open", "quotes", "not", "minus", "fields"],
)
def test_a_huge_paste_is_cut_and_fast(paste: str) -> None:
    started = time.process_time()
    query = parse(paste, typing=True)
    assert time.process_time() - started < 2, "measured: below a tenth"
    assert query.notice is not None
    assert query.error is not None
    assert query.error <= MOST_CHARACTERS


def test_too_many_words_are_cut_with_a_notice() -> None:
    query = parse(" ".join(f"word{n}" for n in range(MOST_WORDS + 5)))
    assert sum(len(leaf.words) for leaf in leaves(query.root) if isinstance(leaf, Text)) == (
        MOST_WORDS
    )
    assert query.notice == "Too long: only its first words were searched."


def test_an_offset_points_at_the_place() -> None:
    typed = "bridge date:soon ferry"
    error = parse(typed).error
    assert error is not None
    assert typed[error:].startswith("soon")
