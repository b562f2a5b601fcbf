"""Saying on the command line what a comparison got wrong or right."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cli.conftest import FERRY_A, FERRY_B, Run

JUDGEMENT = "number made act lens kind about passages".split()


@pytest.fixture
def two(full: dict[str, str]) -> tuple[str, str]:
    return full["a.md"], full["b.md"]


def compared(run: Run, two: tuple[str, str], *options: str) -> Any:
    ran = run("compare", *two, "--json", *options)
    assert ran.code == 0, ran.err
    return ran.json


def places(found: Any) -> set[tuple[str, ...]]:
    return {
        tuple(passage["text"] for passage in point["passages"] if passage)
        for point in found["points"]
    }


def offset(id: str, article: str, words: str) -> str:
    """A passage as it is named: the text begins after the front matter."""
    text = article.split("---\n", 2)[2]
    return f"{id}:{text.index(words)}"


def test_a_hidden_finding_stays_hidden_until_it_is_undone(run: Run, two: tuple[str, str]) -> None:
    before = compared(run, two)
    id = before["findings"][0]["id"]
    after = compared(run, two, "--hide", id)
    assert [f["id"] for f in after["findings"]] == [f["id"] for f in before["findings"][1:]]
    assert list(after) == list(before)
    assert compared(run, two) == after
    (said,) = run("corrections", "--json").json["corrections"]
    assert list(said) == JUDGEMENT
    assert (said["act"], said["lens"]) == ("hide", before["findings"][0]["lens"])
    assert {p["article"]["id"] for p in said["passages"]} <= set(two)
    assert "hidden" in run("corrections").out
    assert run("corrections", "--undo", "--json").json == {"undone": said, "events": []}
    assert compared(run, two) == before


def test_a_kept_finding_stands_first(run: Run, two: tuple[str, str]) -> None:
    last = compared(run, two)["findings"][-1]
    assert last["id"] in run("compare", *two).out, "each finding is shown with its id"
    out = run("compare", *two, "--keep", last["id"][:6]).out
    first = out.partition("First\n")[2].partition("\n")[0]
    assert last["summary"].split()[-1] in first


def test_passages_are_parted_and_joined(run: Run, two: tuple[str, str]) -> None:
    a, b = two
    blamed = [offset(a, FERRY_A, "The company"), offset(b, FERRY_B, "Halvard")]
    pair = (
        "The company said the fog was thick near the Sandholm light.",
        "Halvard Lines, the owner of the Linnea, blamed fog near the Sandholm light.",
    )
    assert pair in places(compared(run, two, "--same", *blamed))
    assert pair not in places(compared(run, two, "--apart", *blamed))
    said = run("corrections").out.splitlines()
    assert [line.split("\t")[2] for line in said] == ["say the same", "do not say the same"]
    assert "The company said" in said[0]


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (["--hide", "nosuch"], "no finding has the id nosuch"),
        (["--keep", ""], "no finding has the id"),
        (["--same", "A:0"], "expected 2 arguments"),
        (["--same", "A", "B:0"], "is no passage"),
        (["--same", "A:x", "B:0"], "is no passage"),
        (["--same", "A:" + "9" * 5000, "B:0"], "is no passage"),
        (["--apart", "A:0", "A:90"], "one of each of two"),
        (["--apart", "A:0", "C:0"], "not among the compared"),
        (["--apart", "A:0", "B:99999"], "no passage at the offset"),
    ],
)
def test_what_cannot_be_said(run: Run, full: dict[str, str], options: list[str], why: str) -> None:
    ids = {"A": full["a.md"], "B": full["b.md"], "C": full["cheese.txt"]}
    words = [ids.get(w[0], "") + w[1:] if w[:1] in ids else w for w in options]
    ran = run("compare", ids["A"], ids["B"], *words)
    assert (ran.code, ran.out) == (2, "")
    assert why in ran.err
    assert run("corrections", "--json").json == {"corrections": []}


def test_nothing_is_kept_if_one_part_is_wrong(run: Run, two: tuple[str, str]) -> None:
    id = compared(run, two)["findings"][0]["id"]
    assert run("compare", *two, "--hide", id, "--apart", "x:1", "y:2").code == 2
    assert run("corrections", "--json").json == {"corrections": []}


def test_the_samples_cannot_be_changed(run: Run) -> None:
    ids = [a["id"] for a in run("list", "--json", "--samples").json["articles"]][:2]
    ran = run("compare", *ids, "--samples", "--hide", "x")
    assert (ran.code, ran.out) == (2, "")
    assert "samples cannot be changed" in ran.err
