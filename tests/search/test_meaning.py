"""Did you mean: the word that a misspelled one stands for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.actions.find import search
from reader.actions.meaning import meant
from reader.model import Draft
from reader.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """Thirty articles on ferries and bridges, one with a slip of the pen."""
    with Workspace.open(tmp_path / "all") as made:
        for number in range(30):
            text = f"The harbour ferry to Zeebrugge, says Okonkwo. The bridges stay, day {number}."
            made.library.add(Draft(text, f"/n{number}.txt", title="Harbours and crossings"))
        made.library.add(Draft("The habrour was empty. A zebra came.", "/slip.txt"))
        search(made, "")
        yield made


@pytest.mark.parametrize(
    ("query", "other"),
    [
        ("okonkwu", "okonkwo"),
        ("Okonwko ferry", "okonkwo ferry"),
        ("fery zeebruge", "ferry zeebrugge"),
        ("habrour", "harbour"),
        ("habour", "harbour"),
        ("habrour -ferry", None),
        ('"okonkvo the bridges"', '"okonkwo the bridges"'),
        ("title:harbuor ferry", "title:harbour ferry"),
        ("ferry -okonkwu", None),
        ("ferry", None),
        ("zebra", None),
        ("tag:okonkwu", None),
        ("okon*wu", None),
        ("okonkwu~", None),
        ("xylophone", None),
        ("okonkwu OR fery", "okonkwo OR ferry"),
        ("", None),
        ("東京都", None),
    ],
)
def test_meant(workspace: Workspace, query: str, other: str | None) -> None:
    total = search(workspace, query, respell=False).total
    found = meant(workspace, query, total)
    assert (found.query if found else None) == other
    if found:
        assert found.total == search(workspace, found.query).total > total


def test_a_stem_that_is_no_word_is_not_offered(workspace: Workspace) -> None:
    found = meant(workspace, "bridgs", search(workspace, "bridgs").total)
    assert found is None or "bridg " not in f"{found.query} "


def test_without_an_index_nothing_is_offered(tmp_path: Path) -> None:
    with Workspace.open(tmp_path / "all") as empty:
        empty.library.add(Draft("A ferry.", "/a.txt"))
        assert meant(empty, "fery", 0) is None
