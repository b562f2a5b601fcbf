"""Paragraphs, headings and sentences of a text, each a stretch of it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Span
from reader.text.sentences import paragraphs, passages, without_marks

LONG = "the lamp at the harbour of the island went out shortly"  # too long for a line of verse


def parts(text: str) -> list[str]:
    return [each.span.of(text) for each in paragraphs(text)]


def sentences(text: str) -> list[str]:
    return [each.span.of(text) for each in passages(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One lamp.\nAnother lamp.", ["One lamp.", "Another lamp."]),
        (f"Then {LONG}\nbefore noon.", [f"Then {LONG}\nbefore noon."]),
        # An item never goes on the item, or the paragraph, before it.
        (f"- Then {LONG}\n- before noon.", [f"Then {LONG}", "before noon."]),
        (
            f"- Then {LONG}\n  before noon.\n- A gull sat there.",
            [f"Then {LONG}\n  before noon.", "A gull sat there."],
        ),
        (f"Here {LONG} for\n1. wind and\n2. rain.", [f"Here {LONG} for", "wind and", "rain."]),
        # One dash may open a line of a paragraph.
        (f"Then {LONG}\n- as often - before noon.", [f"Then {LONG}\n- as often - before noon."]),
        ("Then, it went out\n\n\nbefore noon.", ["Then, it went out", "before noon."]),
        ("  # Lamps\n\nIt went out.", ["Lamps", "It went out."]),
        # A heading stands alone, its marks are no part of it, and marks alone are nothing.
        (f"Then {LONG}\n## Lamps ##\n{LONG}\nout.", [f"Then {LONG}", "Lamps", f"{LONG}\nout."]),
        ("It went out.\n##\n-\n>\n====\n+ Nobody saw it.", ["It went out.", "Nobody saw it."]),
        # So are those of quotations; a sentence that goes on has them inside.
        ("> It went out.\n>\n> > - Who?\n>late", ["It went out.", "Who?", "late"]),
        (f"{LONG}\n> {LONG}\n> out.", [LONG, f"{LONG}\n> out."]),
        ("It went out.\n* * *\nWho?", ["It went out.", "* *", "Who?"]),
        ("", []),
        (" \n\t\n", []),
    ],
)
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("# Lamps go out.", True),
        ("Lamps go out on the island", True),
        ("Who put out the lamp?", True),
        ("The reasons:", True),
        ("The reasons that were given for this are:", False),
        ("Lamps go out on the island.", False),
        ("lamps go out on the island", False),
        ("> Lamps go out on the island", False),
        ("12 %", False),
    ],
)
def test_headings(line: str, heading: bool) -> None:
    (found, _) = paragraphs(f"{line}\n\nIt was late.")
    assert found.heading == heading


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Lee left.|He was late.",
        "Lee lives in the U.S. now.|He was late.",
        "It was 3.5 m high.|He was late.",
        "“It is late.” he said.|Nobody heard.",
        "Is it late?|It is!|So go … and on.|And go.",
        "日本語です。|船です。",
        "Gov. Lee met J. R. Ray of Acme Inc. in May.|They ate.",
    ],
)
def test_sentences(text: str) -> None:
    assert sentences(
        text.replace("|", " " if text.isascii() or "“" in text or "…" in text else "")
    ) == (text.split("|"))


def test_a_rule_is_no_sentence() -> None:
    text = "It went out.\n***\nNobody saw it.\n\n---\n"
    assert sentences(text) == ["It went out.", "Nobody saw it."]


MARKED = "Monday.\n## Next steps ##\n\n- One.\n-\n\n> Two is\n> three.\n>\n> > 4\n"


@given(st.data())
def test_no_stretch_of_words_has_marks_around_it(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(MARKED) - 1))
    end = data.draw(st.integers(start + 1, len(MARKED)))
    found = without_marks(MARKED, Span(start, end))
    if not any(c.isalnum() for c in MARKED[start:end]):
        assert found is None or not set("#>-") & set(found.of(MARKED))
        return
    assert found is not None
    assert start <= found.start < found.end <= end
    words = found.of(MARKED)
    assert words[0] not in "#>- \n"
    assert words[-1] not in "#>- \n"


@given(st.text(alphabet='aB.!? \n-1)#>“”"。', max_size=80))
def test_passages_are_in_order_and_lose_no_letter(text: str) -> None:
    found = passages(text)
    for one, other in pairwise(found):
        assert one.span.end <= other.span.start
    kept = "".join(each.span.of(text) for each in found)
    assert kept.count("a") + kept.count("B") == text.count("a") + text.count("B")
