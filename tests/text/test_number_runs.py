"""Numbers of several words."""

from __future__ import annotations

import pytest

from reader.text.number_runs import number_runs


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("3 hundred ferries", ["300"]),
        ("2 thousand 5 hundred", ["2500"]),
        ("2 million 3 hundred thousand", ["2300000"]),
        ("2 hundred and 6 pilots", ["206"]),
        ("2 hundred and gulls", ["200"]),
        ("9 11 was a day", []),
        ("9 and 11 are odd", []),
        ("5 ferries", []),
        ("a million ferries", []),
        ("hundred", []),
        ("5 million and 6 million", ["5000000", "6000000"]),
        ("", []),
    ],
)
def test_runs(words: str, found: list[str]) -> None:
    said = words.split()
    runs = list(number_runs(said))
    assert [figure for _, _, figure in runs] == found
    assert all(
        said[first].isdecimal() and (end == len(said) or said[end] not in ("hundred", "million"))
        for first, end, _ in runs
    )
