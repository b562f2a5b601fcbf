"""Several names of one outlet: one stands for all, and what sources say is kept."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from reader.errors import UsageError
from reader.library.library import Library
from reader.model import Draft


@pytest.fixture
def names(library: Library) -> list[str]:
    """Three articles of outlets with different names."""
    return [
        library.add(Draft(f"Report {name}.\n", f"/{name}", name, name))[1].id
        for name in ("CD", "Coast Daily", "Hill Times")
    ]


def shown(library: Library, names: list[str]) -> list[str | None]:
    assert [library.get(name).outlet for name in names] == [
        card.outlet for name in names for card in library.cards() if card.id == name
    ]
    return [library.get(name).outlet for name in names]


def test_one_name_stands_for_another_until_that_is_taken_back(
    library: Library, names: list[str]
) -> None:
    before = library.revision
    assert library.same_outlet("cd", " Coast  Daily ") == 1
    assert shown(library, names) == ["Coast Daily", "Coast Daily", "Hill Times"]
    assert library.values("outlet") == {"Coast Daily": 2, "Hill Times": 1}
    assert library.revision == before + 1
    assert library.outlets() == {"cd": "Coast Daily"}
    assert library.own_outlet("CD") == 1
    assert shown(library, names) == ["CD", "Coast Daily", "Hill Times"]


def test_what_comes_in_later_has_the_one_name(library: Library) -> None:
    library.same_outlet("CD", "Coast Daily")
    article = library.add(Draft("Later.\n", "/later", "Later", "CD"))[1]
    assert article.outlet == "Coast Daily"
    # And so has what a person writes.
    assert library.edit(article.id, outlet="cd").outlet == "Coast Daily"
    assert library.edit(article.id, outlet="").outlet is None


def test_names_of_names_go_along(library: Library, names: list[str]) -> None:
    library.same_outlet("CD", "Coast Daily")
    library.same_outlet("Coast Daily", "Hill Times")
    assert shown(library, names) == ["Hill Times"] * 3
    assert library.outlets() == {"CD": "Hill Times", "Coast Daily": "Hill Times"}
    # Taken back, all is as it was before.
    assert library.own_outlet("Coast Daily") == 2
    assert shown(library, names) == ["Coast Daily", "Coast Daily", "Hill Times"]
    assert library.outlets() == {"CD": "Coast Daily"}
    # A name that stands for another one leads to that.
    library.same_outlet("Hill Times", "CD")
    assert shown(library, names) == ["Coast Daily"] * 3
    with pytest.raises(UsageError):
        library.same_outlet("Coast Daily", "Hill Times")


def test_names_that_a_damaged_file_has_in_a_circle_end(library: Library, names: list[str]) -> None:
    library.same_outlet("CD", "Coast Daily")
    with closing(sqlite3.connect(library.path)) as connection, connection:
        connection.execute("INSERT INTO outlets VALUES ('Coast Daily', 'CD')")
    assert set(library.outlets()) == {"CD", "Coast Daily"}
    assert library.add(Draft("Later.\n", "/later", "Later", "CD"))[1].outlet


@pytest.mark.parametrize(
    ("other", "name"), [("CD", "cd"), ("", "x"), ("x", " "), ("Coast Daily", "CD"), ("CD", "x")]
)
def test_what_makes_no_sense_changes_nothing(
    library: Library, names: list[str], other: str, name: str
) -> None:
    library.same_outlet("CD", "Coast Daily")
    with pytest.raises(UsageError):
        library.same_outlet(other, name)
    with pytest.raises(UsageError):
        library.own_outlet("Hill Times")
    assert library.outlets() == {"CD": "Coast Daily"}


def test_two_names_of_one_outlet_are_no_two_outlets(library: Library) -> None:
    library.same_outlet("CD", "Coast Daily")
    library.add(Draft("One text.\n", "/a", None, "CD"))
    article = library.add(Draft("One text.\n", "/b", None, "Coast Daily", "Ann Lee"))[1]
    assert (article.outlet, article.byline) == ("Coast Daily", "Ann Lee")


def test_an_article_that_is_put_back_has_the_name_of_now(
    library: Library, names: list[str]
) -> None:
    removal = library.remove(names[:1])
    library.same_outlet("CD", "Coast Daily")
    library.put_back(removal)
    assert library.get(names[0]).outlet == "Coast Daily"
