"""Hedged figures that exclude each other, and numbers of other kin, are never called one figure."""

from __future__ import annotations

import pytest

from tests.framing.fact_texts import told

SEALS = "{} seals were counted on the skerries below the lighthouse by the wardens."


@pytest.mark.parametrize(
    ("one", "other", "verdicts"),
    [
        ("More than 200", "About 150", ["differs"]),
        ("Fewer than 100", "About 150", ["differs"]),
        ("More than 200", "190", ["differs"]),
        ("About 50", "Some 100", ["differs"]),
        ("Nearly 800,000", "Nearly 700,000", []),
        ("About 50", "100", []),
        ("More than 200", "Some 240", ["rounded"]),
        ("Fewer than 100", "About 80", ["rounded"]),
        ("Hundreds of", "About 2,000", ["differs"]),
        ("Hundreds of", "About 700", ["rounded"]),
        ("Hundreds of", "About 9,000", []),
    ],
)
def test_bounds(one: str, other: str, verdicts: list[str]) -> None:
    claims = told(SEALS.format(one), SEALS.format(other))
    assert [verdict for _, verdict, _ in claims] == verdicts


@pytest.mark.parametrize(
    ("one", "other", "verdicts"),
    [
        ("Nearly half", "More than half", ["differs"]),
        ("Just under a third", "Over a third", ["differs"]),
        ("Not quite half", "More than half", ["differs"]),
        ("Nearly half", "Half", []),
        ("Half", "More than half", []),
        ("About half", "More than half", []),
    ],
)
def test_two_sides_of_a_half(one: str, other: str, verdicts: list[str]) -> None:
    tenants = "{} of the tenants below the lighthouse want the skerries to be fenced."
    claims = told(tenants.format(one), tenants.format(other))
    assert [verdict for _, verdict, _ in claims] == verdicts


def test_grandchildren_and_stepchildren_are_no_children() -> None:
    mother = "Carla Benn, a mother of three, was rescued from the flat above the chapel."
    assert told(mother, mother.replace("mother of three", "mother of two"))
    for kin in ("grandmother of two", "stepmother of one"):
        assert not told(mother, mother.replace("mother of three", kin))
