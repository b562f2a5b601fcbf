"""What people type, and what is understood."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.search.query import MOST_CHARACTERS, MOST_WORDS, NOTHING, parse
from reader.search.syntax import (
    Address,
    And,
    Everything,
    Has,
    InEvent,
    InLanguage,
    Is,
    Length,
    Node,
    Not,
    Or,
    Published,
    SameQuotation,
    Tag,
    Text,
    leaves,
)


def said(node: Node) -> str:
    """The tree as one readable line."""
    if isinstance(node, Text):
        words = "+".join(node.words)
        part = "" if node.part == "text" else f"{node.part}:"
        loose = f"^{node.edits}" if node.edits else f"/{node.slop}" if node.slop else ""
        return part + words + {"": "", "prefix": "*", "typing": "~"}[node.open] + loose
    if isinstance(node, And | Or):
        sign = " & " if isinstance(node, And) else " | "
        return f"({sign.join(said(part) for part in node.parts)})"
    if isinstance(node, SameQuotation):
        return f"{{{' & '.join(said(part) for part in node.parts)}}}"
    if isinstance(node, Not):
        return f"-{said(node.part)}"
    if isinstance(node, Published):
        return f"[{node.first or ''}..{node.last or ''}]"
    if isinstance(node, Is):
        return f"is:{node.state}"
    if isinstance(node, Tag | InEvent):
        name = "tag" if isinstance(node, Tag) else "event"
        return f"{name}:{node.name}{'~' if node.open else ''}"
    if isinstance(node, Has):
        return f"has:{node.what}"
    if isinstance(node, Length):
        return f"words:{node.least or ''}..{'' if node.most is None else node.most}"
    if isinstance(node, InLanguage):
        return f"lang:{node.code}{'~' if node.open else ''}"
    if isinstance(node, Address):
        return f"url:{node.part}"
    if node == NOTHING:
        return "nothing"
    return "everything" if isinstance(node, Everything) else repr(node)


TODAY = date(2026, 3, 11)
"""A Wednesday."""

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
    ("10:30", "10+30"),
    ("https://example.org/a", "(url:example.org/a | https+example+org+a)"),
    ("bridge bridge", "bridge"),
    ("東京", "東+京"),
    ('"harbour bridge"~3', "harbour+bridge/3"),
    ('"harbour bridge"~', "harbour+bridge"),
    ('"harbour"~3', "harbour"),
    ('title:"harbour bridge"~2', "title:harbour+bridge/2"),
    ("br?dge", "br?dge"),
    ("br*ge", "br*ge"),
    ("*ridge", "*ridge"),
    ("b?i*g*", "b?i*g*"),
    ("open-s?urce", "open+s?urce"),
    ('"open sou*"', "open+sou*"),
    ('"op*n source"', "op*n+source"),
    ("Caf?s", "caf?s"),
    ("what?", "what?"),
    ("* bridge", "bridge"),
    ("lecun~", "lecun^1"),
    ("LeCun~2", "lecun^2"),
    ("title:lecun~", "title:lecun^1"),
    ("a~", "a"),
    ("byline:lee", "byline:lee"),
    ("author:lee", "byline:lee"),
    ('quotes:"open source"', "quoted:open+source"),
    ("quotes:(bridge OR ferry)", "(quoted:bridge | quoted:ferry)"),
    ('says:"Ann Lee"', "speaker:ann+lee"),
    ("-says:lee", "-speaker:lee"),
    ("says:lee quotes:bridge", "(speaker:lee & quoted:bridge & {speaker:lee & quoted:bridge})"),
    (
        "says:lee ferry (quotes:bridge OR quotes:ferry)",
        "(speaker:lee & ferry & (quoted:bridge | quoted:ferry)"
        " & {speaker:lee & (quoted:bridge | quoted:ferry)})",
    ),
    ("says:lee OR quotes:bridge", "(speaker:lee | quoted:bridge)"),
    ("says:lee -quotes:bridge", "(speaker:lee & -quoted:bridge)"),
    (
        "says:lee (quotes:bridge says:ann)",
        "(speaker:lee & quoted:bridge & speaker:ann & {speaker:lee & quoted:bridge & speaker:ann})",
    ),
    ("is:(unread OR starred)", "(is:unread | is:starred)"),
    ("tag:(a b)", "(tag:a & tag:b)"),
    ("has:note", "has:note"),
    ("has:Tags", "has:tag"),
    ("words:>800", "words:801.."),
    ("words:>=800", "words:800.."),
    ("words:<800", "words:..799"),
    ("words:<=1,000", "words:..1000"),
    ("words:300..600", "words:300..600"),
    ("words:600..300", "words:300..600"),
    ("words:[300 TO 600]", "words:300..600"),
    ("words:300", "words:300..300"),
    ("lang:en", "lang:en"),
    ("language:EN-gb", "lang:en"),
    ("url:example.org/a", "url:example.org/a"),
    ("date:[2026-01-01 to 2026-02-01]", "[2026-01-01..2026-02-01]"),
    ("date:[2026-01 TO *]", "[2026-01-01..]"),
    ("date:2026-02..2026-01", "[2026-01-01..2026-02-28]"),
    ("date:>2025-11", "[2025-12-01..]"),
    ("date:>=2025-11", "[2025-11-01..]"),
    ("date:<2025-11", "[..2025-10-31]"),
    ("date:<=2025-11", "[..2025-11-30]"),
    ("date:today", "[2026-03-11..2026-03-11]"),
    ("date:yesterday", "[2026-03-10..2026-03-10]"),
    ("date:lastweek", "[2026-03-02..2026-03-08]"),
    ('date:"this week"', "[2026-03-09..2026-03-15]"),
    ("date:last-month", "[2026-02-01..2026-02-28]"),
    ("date:thisyear", "[2026-01-01..2026-12-31]"),
    ("date:monday", "[2026-03-09..2026-03-09]"),
    ("date:friday", "[2026-03-06..2026-03-06]"),
    ("date:7d", "[2026-03-04..2026-03-11]"),
    ('date:"2 weeks ago"', "[2026-02-25..2026-02-25]"),
    ("date:14d..7d", "[2026-02-25..2026-03-04]"),
    ("after:7d", "[2026-03-04..]"),
    ("since:yesterday", "[2026-03-10..]"),
    ('after:"2 weeks ago"', "[2026-02-25..]"),
    ("before:1m", "[..2026-02-10]"),
    ("date:2026-01-01 to 2026-02-01 bridge", "([2026-01-01..2026-02-01] & bridge)"),
    ("date:2026 to bridge", "([2026-01-01..2026-12-31] & bridge)"),
    ("words:300 to 600", "words:300..600"),
    ("title: trump", "title:trump"),
    ("Title:  trump won", "(title:trump & won)"),
    ("date: 2025-11 to 2025-12", "[2025-11-01..2025-12-31]"),
    ("subtitle: trump", "(subtitle & trump)"),
    ("ferry & harbour", "(ferry & harbour)"),
    ("*", "everything"),
    ('date:"last 7 days"', "[2026-03-04..2026-03-11]"),
    ('after:"past 2 weeks"', "[2026-02-25..]"),
    ('date:"nov 2025"', "[2025-11-01..2025-11-30]"),
    ("date:9999y", "[0001-01-01..2026-03-11]"),
]


@pytest.mark.parametrize(("typed", "tree"), UNDERSTOOD)
def test_understood(typed: str, tree: str) -> None:
    query = parse(typed, today=TODAY)
    assert said(query.root) == tree
    assert query.notice is None
    assert query.error is None
    assert query.text == typed


STATES = "is: knows unread, read, starred, later and marked"
NOT_UNDERSTOOD = [
    ("NOT OR foo", "foo", 0, "NOT needs something after it; left out."),
    ("OR foo", "foo", 0, "OR needs something on both sides; left out."),
    ("foo OR", "foo", 4, "OR needs something on both sides; left out."),
    ("AND foo", "foo", 0, "AND needs something on both sides; left out."),
    ("foo AND", "foo", 4, "AND needs something on both sides; left out."),
    ("foo NOT", "foo", 4, "NOT needs something after it; left out."),
    ("foo OR OR bar", "(foo | bar)", 4, "OR needs something on both sides; left out."),
    ("(foo bar", "(foo & bar)", 0, "A parenthesis is not closed; closed at the end."),
    ("foo) bar", "(foo & bar)", 3, "A parenthesis is closed that was not opened; left out."),
    ('"foo bar', "(foo & bar)", 0, "A quotation mark is not closed; searched word by word."),
    ('foo "', "foo", 4, "A quotation mark is not closed; searched word by word."),
    ("foo:bar", "(foo & bar)", 0, "There is no field “foo”; searched as words."),
    ("titel:bar", "title:bar", 0, "There is no field “titel”; title: was searched."),
    ("is:old", "old", 3, f"{STATES}. Searched as plain words."),
    ("is:old bar", "bar", 3, f"{STATES}; left out."),
    ("has:wings bar", "bar", 4, "has: knows tag, note, highlight and event; left out."),
    ("words:many bar", "bar", 6, "words: needs a number such as >800 or 300..600; left out."),
    ("lang:klingon bar", "bar", 5,
     "lang: needs the code of a language such as en or de; left out."),
    ("bar after:soon", "bar", 10,
     "after: needs a date such as 2025, 2025-11-30, 7d or yesterday; left out."),
    ("date:2025-13", "(date & 2025 & 13)", 5,
     "date: needs a date such as 2025, 2025-11-30, 7d or yesterday. Searched as plain words."),
    ("date:..", "date", 5,
     "date: needs a date such as 2025, 2025-11-30, 7d or yesterday. Searched as plain words."),
    ("title:-bar", "-bar", 0, "title: needs a word after it; left out."),
    ("bar title:", "bar", 4, "title: needs a word after it; left out."),
    ("title: -bar", "-bar", 0, "title: needs a word after it; left out."),
    ("title:", "title", 0, "title: needs a word after it. Searched as plain words."),
    ("#", "nothing", 0, "There is no word to look for: type one."),
    ("!!! --- ...", "nothing", 0, "There is no word to look for: type one."),
    ("()", "nothing", 0, "There is no word to look for: type one."),
    ("&& #", "nothing", 0, "There is no word to look for: type one."),
    ('""', "nothing", 0, "There is no word to look for: type one."),
    ("(" * 50, "nothing", 20,
     "There are too many parentheses in each other. There is no word to look for: type one."),
    ("bar *a*", "bar", 4, "“*a*” stands for too many words; left out."),
    ("lecun~5", "lecun^2", 0, "lecun~5: at most 2 letters may differ; searched with 2."),
    ('"a b"~99', "a+b/50", 0,
     "~99: at most 50 other words may stand between; searched with 50."),
    ("(" * 50 + "foo" + ")" * 50, "foo", 20,
     "There are too many parentheses in each other. Searched as plain words."),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "tree", "error", "notice"), NOT_UNDERSTOOD)
def test_what_is_wrong_is_said_at_its_place_and_the_rest_searched(
    typed: str, tree: str, error: int, notice: str
) -> None:
    query = parse(typed, today=TODAY)
    assert said(query.root) == tree
    assert query.notice == notice
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
    ("br?d", "br?d*"),
    ("br?", "br~"),
    ("b?i?", "b?i*"),
    ("b*d", "b*d*"),
    ("*a", "everything"),
    ("lecun~", "lecun^1"),
    ('"harbour bridge"~', "harbour+bridge"),
    ('quotes:"open so', "quoted:open+so~"),
    ("says:le", "speaker:le~"),
    ("byline:", "everything"),
    ("words:>", "everything"),
    ("words:>8", "words:9.."),
    ("lang:e", "lang:e~"),
    ("has:n", "everything"),
    ("date:tod", "everything"),
    ("date:[2026-", "everything"),
    ("date:[2026-01 t", "everything"),
    ("date:[2026-01 to", "[2026-01-01..]"),
    ('after:"2 we', "everything"),
    ("is:(unread OR st", "is:unread"),
]


@pytest.mark.parametrize(("typed", "tree"), WHILE_TYPING)
def test_while_typing_nothing_is_wrong_yet(typed: str, tree: str) -> None:
    query = parse(typed, typing=True)
    assert said(query.root) == tree
    assert query.notice is None


@pytest.mark.parametrize("typed", ["#", " # ", "§ &"])
def test_signs_that_begin_nothing_find_nothing_while_typing_either(typed: str) -> None:
    query = parse(typed, typing=True)
    assert said(query.root) == "nothing"
    assert query.notice == "There is no word to look for: type one."


@pytest.mark.parametrize("typed", ["", " ", '"', "(", "-", "?", "*", "title:", "title: "])
def test_signs_that_begin_something_find_all_until_it_is_there(typed: str) -> None:
    query = parse(typed, typing=True)
    assert said(query.root) == "everything"
    assert query.notice is None


@given(st.text(), st.booleans())
def test_any_text_is_a_query(typed: str, typing: bool) -> None:
    query = parse(typed, typing=typing)
    assert query.error is None or 0 <= query.error < len(typed)
    assert (query.notice is None) == (query.error is None)


_BITS = st.sampled_from(
    'a bridge AND OR NOT ( ) " “ - * ? ~ ~2 : [ ] > .. to title: is: is:unread date: words: '
    "quotes: says: 2025 7d monday the \x00 é 東 zzz: titel:".split(" ")
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
        "*a" * 500_000,
        "date:[" * 200_000,
        '"a b"~' * 200_000,
        "titel:" * 200_000,
        "words:" + ">" * 1_000_000,
        "date:" + " to" * 300_000,
    ],
    ids=[
        "words",
        "word",
        "open",
        "quotes",
        "not",
        "minus",
        "fields",
        "stars",
        "ranges",
        "slops",
        "unknown",
        "signs",
        "ends",
    ],
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
