"""What the search line offers to go on with."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.actions.completing import Known, completions
from reader.actions.find import search
from reader.model import Draft, Event
from reader.search.fields import FIELDS
from reader.search.query import parse
from reader.search.vocabulary import Vocabulary, WordList
from reader.workspace import Workspace


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Known]:
    """Of a library of three articles."""
    with Workspace.open(tmp_path_factory.mktemp("all")) as made:
        ids = []
        for number, outlet in enumerate(["Coast Daily", "Coast Daily", "Beacon"]):
            text = f"Ferries and one ferry at the harbour, fern {number}."
            text += "\n“Fares of the harbour rise,” Nora Farrow said.\nOrders, far off."
            text += "\nThe pier" + " and the pierrot" * (number == 0)
            draft = Draft(
                text, f"/n{number}.txt", "Harbour", outlet=outlet, byline="Ann Lee", language="en"
            )
            ids.append(made.library.add(draft)[1].id)
        made.library.same_outlet("ZD", "Coast Daily")
        made.library.tag(ids[0], ["Read again", "later"])
        made.library.save_events(
            [Event("ev1", "Harbour “bridge” shut", (ids[0], ids[1]))], made.library.revision
        )
        search(made, "")
        yield Known.of(made)


@pytest.mark.parametrize(
    ("typed", "becomes"),
    [
        ("ti", ["title:"]),
        ("bridge ou", ["bridge outlet:"]),
        ("is:", ["is:unread", "is:read", "is:starred", "is:later", "is:marked"]),
        ("is:un", ["is:unread"]),
        ("-is:s", ["-is:starred"]),
        ("has:", ["has:tag", "has:note", "has:highlight", "has:event"]),
        ("after:y", ["after:yesterday"]),
        ("words:", ["words:>800", "words:<300", "words:300..800"]),
        ("outlet:co", ['outlet:"Coast Daily"']),
        ("outlet:da", ['outlet:"Coast Daily"']),
        ("outlet:z", ["outlet:ZD"]),
        ('outlet:"coast d', ['outlet:"Coast Daily"']),
        ("outlet:", ['outlet:"Coast Daily"', "outlet:Beacon", "outlet:ZD"]),
        ("author:l", ['author:"Ann Lee"']),
        ("tag:re", ['tag:"Read again"']),
        ("event:bri", ['event:"Harbour bridge shut"']),
        ("lang:", ["lang:en"]),
        ("fer", ["fern", "ferry"]),
        ("harbour fer", ["harbour fern", "harbour ferry"]),
        ('"the har', ['"the harbour']),
        ("title:har", ["title:harbour"]),
        ("quotes:har", ["quotes:harbour"]),
        ("harbour", []),
        ("harbour ", []),
        ("f", []),
        ("", []),
        ('"the harbour"', []),
        ("zzz:har", ["zzz:harbour"]),
        ("harbour ferry OR", []),
        ("harbour ferry or", ["harbour ferry order"]),
        ("says:fa", ["says:farrow"]),
        ("says:fer", []),
        ("says:", []),
        ('quotes:"ri', ['quotes:"rise']),
        ("title:fern", []),
        ("pier", []),
        ("pierr", ["pierrot"]),
    ],
)
def test_completions(known: Known, typed: str, becomes: list[str]) -> None:
    found = [each.applied(typed)[0] for each in completions(known, typed, len(typed))]
    assert sorted(found) == sorted(becomes) if "fer" in typed else found == becomes


def test_the_word_under_the_cursor_is_completed_whole(known: Known) -> None:
    (found,) = completions(known, "outlet:coa is:read", len("outlet:c"))
    assert found.applied("outlet:coa is:read") == ('outlet:"Coast Daily" is:read', 20)


def test_every_field_is_offered_and_understood() -> None:
    empty = Known({}, Vocabulary([]))
    for name in FIELDS:
        assert f"{name}:" in [each.text for each in completions(empty, name[:2], 2)]
        assert parse(f"{name}:", typing=True).notice is None


@given(st.text(max_size=40), st.integers(0, 40))
def test_any_text_and_any_place(typed: str, cursor: int) -> None:
    known = Known(
        {"outlet": [("The Daily", 2, "the daily")], "tag": [("a b", 1, "a b")]},
        Vocabulary([WordList.of({"ferri": 2}, [("ferry", "ferri")])]),
    )
    for each in completions(known, typed, min(cursor, len(typed))):
        query, place = each.applied(typed)
        assert 0 <= place <= len(query)


USUAL = Known(
    {},
    Vocabulary(
        [
            WordList.of(
                {"ford": 400, "fordham": 300, "tax": 900, "bar": 300, "barack": 1_000,
                 "bare": 1_500, "pie": 2, "pier": 40, "senat": 70},
                [("forde", "ford"), ("fords", "ford"), ("taxe", "tax"), ("taxes", "tax"),
                 ("senate", "senat"), ("senates", "senat")],
            )
        ]
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("kavanaugh ford", []),
        ("after:7d tax", []),
        ("trump foo:bar", ["bare"]),
        ("pie", ["pier"]),
        ("sena", ["senate"]),
        ("https://example.org/news/pie", []),
    ],
)
def test_behind_a_finished_word_only_much_more_usual_ones_are_offered(
    typed: str, offered: list[str]
) -> None:
    assert [each.text for each in completions(USUAL, typed, len(typed))] == offered
