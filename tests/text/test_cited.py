"""Posts, and paragraphs behind a verb of saying and a colon, are somebody else's words."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.cited import find_cited
from reader.text.quotations import find_quotations

POST = "The ice holds, and whoever says otherwise is a fool!"
SAID = "The port has lit forty lamps and it will pay for every one of them."


def cited(text: str) -> list[tuple[str, str | None]]:
    return [
        (found.words.of(text), found.speaker.of(text) if found.speaker else None)
        for found in find_cited(text)
    ]


@pytest.mark.parametrize(
    "line",
    [
        f"{POST} — Dora Vale (@doravale) May 3, 2018",
        f"{POST} https://t.co/aB3 pic.twitter.com/cD4 — Dora Vale (@doravale) May 3, 2018",
        f"{POST}– Dora Vale (@dora_vale) 3 May 2018",
        f"{POST} — Dora Vale (@doravale)",
        f"{POST} A post shared by Dora Vale (@dora.vale) on Apr 22, 2017 at 3:42am PDT",
        f"Dora Vale (@doravale) {POST} pic.twitter.com/cD4",
    ],
)
def test_a_signed_post(line: str) -> None:
    text = f"The ice was thin.\n{line}\nNobody came."
    assert cited(text) == [(POST, "Dora Vale")]


def test_two_posts_in_one_paragraph() -> None:
    text = f"{POST} — Dora Vale (@doravale) May 3, 2018 No. — Ted Lund (@tlund) May 4, 2018"
    assert cited(text) == [(POST, "Dora Vale"), ("No.", "Ted Lund")]


@pytest.mark.parametrize(
    "line",
    [
        "Dora Vale (@doravale) is a pilot and lives by the harbour.",
        "She writes as Dora Vale (@doravale), and many read it — the port (@port) does, too.",
        "— Dora Vale (@doravale) May 3, 2018",
        "The lamps — forty of them (say the pilots) — were lit on May 3, 2018",
        "pic.twitter.com/cD4 — Dora Vale (@doravale) May 3, 2018",
        "The portÃ¢s lamps were lit at noon. — Dora Vale (@doravale) May 3, 2018",
    ],
)
def test_what_is_no_post(line: str) -> None:
    assert cited(f"The ice was thin.\n{line}\nNobody came.") == []


@pytest.mark.parametrize(
    ("before", "who"),
    [
        ("Ted Lund wrote:", "Ted Lund"),
        ("Nobody came. Ted Lund said this:", "Ted Lund"),
        ("The ice was thin. He added:", "He"),
        ("Ted Lund wrote on Facebook on Sunday:", None),
        ("Ted Lund told the Coast Daily:", None),
        ("The port answered in a statement:", None),
        ("As the pilots put it in a long letter to the port:", None),
    ],
)
def test_a_paragraph_behind_a_colon(before: str, who: str | None) -> None:
    assert cited(f"{before}\n\n{SAID}\n\nNobody came.") == [(SAID, who)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Ted Lund wrote.", SAID),
        ("The port has three rules:", SAID),
        ("What the pilots said matters less than what they did:", SAID),
        ("Ted Lund wrote:", f"“{SAID}”"),
        ("Ted Lund wrote:", f"{SAID} “And for each,” he said."),
        ("Ted Lund wrote:", f"- {SAID}"),
        ("Ted Lund wrote:", "Forty lamps were lit."),
        ("Ted Lund wrote:", "Here is what the harbour master answered him on Sunday:"),
        ("Ted Lund wrote:", "## The lamps that the port has lit and will pay for"),
    ],
)
def test_what_is_no_citation(before: str, after: str) -> None:
    assert cited(f"{before}\n\n{after}\n\nNobody came.") == []


def test_only_the_first_paragraph_is_surely_cited() -> None:
    assert cited(f"Ted Lund wrote:\n\n{SAID}\n\n{SAID}") == [(SAID, "Ted Lund")]


def test_marks_in_a_post_belong_to_it_and_others_stay() -> None:
    text = (
        "“Nobody came to the harbour at all,” said Ted Lund.\n"
        f"“Thin,” they say. {POST} — Dora Vale (@doravale) May 3, 2018\n"
        "“We will pay for every lamp,” said Ann Loh."
    )
    found = find_quotations(text)
    assert [q.inner.of(text).split()[0] for q in found] == ["Nobody", "“Thin,”", "We"]
    assert [q.marked for q in found] == [True, False, True]
    assert all(q.span.of(text) for q in found)
    assert found[1].speaker is not None
    assert found[1].speaker.of(text) == "Dora Vale"
    assert found[1].words == 13


_PARTS = [
    "Ted Lund wrote:", POST, SAID, "— Dora Vale (@doravale) May 3, 2018", "(@x)", "\n", "\n\n",
    "“Ice,” he said.", "A post shared by X (@x) on May 3, 2018", "https://t.co/a", ":", "—",
]  # fmt: skip


@given(st.lists(st.sampled_from(_PARTS), max_size=14).map(" ".join))
def test_quotations_lie_apart_and_in_order(text: str) -> None:
    found = find_quotations(text)
    for one, other in pairwise(found):
        assert one.span.end <= other.span.start
    for quotation in found:
        assert all(piece in quotation.span for piece in quotation.pieces)


@pytest.mark.parametrize(
    "text",
    [
        " " * 200_000 + "(@a)",
        "— a (@" * 40_000,
        "— Dora Vale (@doravale) May 3, 2018 " * 6_000,
        f"told {'a' * 160}:\n{SAID}\n" * 2_000,
        "x (@a) https://t.co/" + "a" * 100_000 + " — Dora (@d) May 3, 2018",
        "A post shared by " * 12_000 + "(@a)",
    ],
    ids=["blanks", "dashes", "posts", "told", "link", "shared"],
)
def test_hostile_texts_take_linear_time(text: str) -> None:
    began = time.process_time()
    find_cited(text)
    assert time.process_time() - began < 3


def test_notices_of_a_page_are_no_speakers() -> None:
    lines = [f"{name}: {SAID}" for name in ("UPDATE", "BREAKING", "UPDATE II", "UPDATE")]
    assert cited("\n\n".join(lines)) == []
    assert len(cited("\n\n".join(f"{name}: {SAID}" for name in ("LEE", "RAY", "LEE")))) == 3
