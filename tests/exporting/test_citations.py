"""Articles as BibTeX and CSL JSON: what is known, nothing else, and nothing that breaks out."""

from __future__ import annotations

import pytest

from reader.exporting.citations import authors, bibtex, csl_json
from reader.model import Article, When

FULL = Article(
    "a3f",
    "The pier is closed.\n",
    "Pier {closed} & sold: 50% of $9 #1_x ~\\^",
    "Coast & Hill",
    "By Nadia Brookhurst and Ole Ek",
    When("2026-03-02T08:15Z"),
    'https://coast.example/a_b?x=1%20&y="}z',
    language="en",
)
BARE = Article("kq7", "The lamp went out.\n", url="/home/lamp.txt")


def test_all_that_is_known_is_in_the_entry() -> None:
    assert bibtex([FULL]) == (
        "@article{a3f,\n"
        "  author = {{Nadia Brookhurst} and {Ole Ek}},\n"
        r"  title = {{Pier \{closed\} \& sold: 50\% of \$9 \#1\_x \textasciitilde{}"
        "\\textbackslash{}\\textasciicircum{}}},\n"
        "  journal = {Coast \\& Hill},\n"
        "  year = {2026},\n"
        "  day = {2},\n"
        "  url = {https://coast.example/a_b?x=1%20&y=%22%7Dz},\n"
        "  langid = {en},\n"
        "  month = mar,\n"
        "}\n"
    )
    assert csl_json([FULL]) == [
        {
            "id": "a3f",
            "type": "article-newspaper",
            "author": [{"literal": "Nadia Brookhurst"}, {"literal": "Ole Ek"}],
            "title": FULL.title,
            "container-title": "Coast & Hill",
            "issued": {"date-parts": [[2026, 3, 2]]},
            "URL": FULL.url,
            "language": "en",
        }
    ]


def test_what_is_not_known_is_left_out() -> None:
    assert bibtex([BARE]) == "@article{kq7,\n}\n"
    assert csl_json([BARE]) == [{"id": "kq7", "type": "article-newspaper"}]


@pytest.mark.parametrize(
    ("iso", "parts", "lines"),
    [
        ("2026", [2026], ["  year = {2026},"]),
        ("2026-12", [2026, 12], ["  year = {2026},", "  month = dec,"]),
        ("2026-01-31", [2026, 1, 31], ["  year = {2026},", "  day = {31},", "  month = jan,"]),
    ],
)
def test_dates_stay_as_exact_as_they_are(iso: str, parts: list[int], lines: list[str]) -> None:
    article = Article("a", "Text.", published=When(iso))
    assert csl_json([article])[0]["issued"] == {"date-parts": [parts]}
    assert bibtex([article]).splitlines()[1:-1] == lines


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        (None, []),
        ("Nadia Brookhurst", ["Nadia Brookhurst"]),
        ("by A. Byrd, B. Sand & C. Andersson", ["A. Byrd", "B. Sand", "C. Andersson"]),
        ("A; B, and C", ["A", "B", "C"]),
        ("  ,; ", []),
    ],
)
def test_names_are_those_of_the_byline(byline: str | None, names: list[str]) -> None:
    assert authors(byline) == names


def test_hostile_words_stay_within_their_field() -> None:
    article = Article("a", "Text.", "x},\n@comment{\x1b[2J \\input{/etc/passwd}", "}\n}")
    text = bibtex([article])
    assert "\x1b" not in text
    assert text.count("\n") == 4
    assert "\\input" not in text


def test_entries_stand_apart() -> None:
    assert bibtex([BARE, BARE]).count("\n\n@article{") == 1
