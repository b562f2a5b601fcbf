"""Corrections of the grouping: what is kept of each, what is refused, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader.actions import rulings
from reader.actions.group import events
from reader.errors import NoSuchArticle, NoSuchEvent, NoSuchRuling, UsageError
from reader.events.rulings import ruled
from reader.model import Draft, Event, Ruling, Story, When
from reader.workspace import Workspace


@pytest.fixture
def ids(workspace: Workspace) -> list[str]:
    """Six articles: three of one event, two of another, one alone; the first two are a story."""
    library = workspace.library
    ids = [library.add(Draft(f"Report {n}.\n", f"/{n}"))[1].id for n in range(6)]
    a, b, c, d, e, f = ids
    saved = [
        Event("bridge", "Bridge shut", (a, b, c), story="s"),
        Event("talk", "Talk of the bridge", (d, e), story="s"),
        Event("cheese", "Cheese", (f,)),
    ]
    library.save_events(saved, library.revision, [Story("s", "Bridge shut", ("bridge", "talk"))])
    return ids


def test_join(workspace: Workspace, ids: list[str]) -> None:
    ruling = rulings.join(workspace, ["talk", "bridge", "talk"])
    assert (ruling.act, ruling.one, ruling.apart) == (
        "join",
        (*ids[3:5], *ids[:3]),
        ((), ()),
    )
    assert workspace.library.rulings() == (ruling,)
    assert workspace.library.events_revision < workspace.library.revision


def test_split_one(workspace: Workspace, ids: list[str]) -> None:
    ruling = rulings.split(workspace, [ids[1]])
    assert (ruling.act, ruling.one) == ("split", ())
    assert ruling.apart == ((ids[1],), (ids[0], ids[2]))


def test_split_several_together(workspace: Workspace, ids: list[str]) -> None:
    ruling = rulings.split(workspace, [ids[2], ids[0], ids[2]])
    assert ruling.one == (ids[2], ids[0])
    assert ruling.apart == ((ids[2], ids[0]), (ids[1],))


def test_move(workspace: Workspace, ids: list[str]) -> None:
    ruling = rulings.move(workspace, [ids[0], ids[3]], "talk")
    assert ruling.act == "move"
    assert ruling.one == (ids[0], *ids[3:5])
    assert ruling.apart == ((ids[0],), (ids[1], ids[2]))


def test_move_of_all_takes_nothing_apart(workspace: Workspace, ids: list[str]) -> None:
    ruling = rulings.move(workspace, [ids[5]], "bridge")
    assert (ruling.one, ruling.apart) == ((ids[5], *ids[:3]), ((), ()))


def test_move_from_several_events(workspace: Workspace, ids: list[str]) -> None:
    ruling = rulings.move(workspace, [ids[0], ids[3]], "cheese")
    now = ruled([ruling])
    assert now.blocks == (frozenset((ids[0], ids[3], ids[5])),)
    assert now.foes(ids[0]) == {ids[1], ids[2], ids[4]}
    assert now.foes(ids[5]) == frozenset()


def test_part(workspace: Workspace, ids: list[str]) -> None:
    ruling = rulings.part(workspace, ["bridge", "talk"])
    assert (ruling.act, ruling.one) == ("part", ())
    assert ruling.apart == (tuple(ids[:3]), tuple(ids[3:5]))


def test_part_of_an_article_that_perhaps_belongs(workspace: Workspace, ids: list[str]) -> None:
    ruling = rulings.part_articles(workspace, [ids[5]], "talk")
    assert (ruling.act, ruling.apart) == ("part", ((ids[5],), tuple(ids[3:5])))


@pytest.mark.parametrize(
    ("id", "act", "count"), [("bridge", "name", 3), ("cheese", "name", 1), ("s", "name-story", 5)]
)
def test_name(workspace: Workspace, ids: list[str], id: str, act: str, count: int) -> None:
    given = rulings.name(workspace, id, " The \x1b[31mbridge\x07\n\u202e of Ansel ")
    assert (given.act, given.name) == (act, "The bridge of Ansel")
    assert len(given.one) == count
    back = rulings.name(workspace, id, "")
    assert (back.act, back.name, back.one) == (act, "", given.one)
    assert ruled([given, back]).name_of(given.one, story=act == "name-story") is None
    assert ruled([given]).name_of(given.one, story=act == "name-story") == "The bridge of Ansel"


def test_a_name_may_be_as_long_as_a_headline(workspace: Workspace, ids: list[str]) -> None:
    longest = "x" * rulings.LONGEST_NAME
    assert rulings.name(workspace, "talk", longest).name == longest
    with pytest.raises(UsageError, match=f"{rulings.LONGEST_NAME} characters"):
        rulings.name(workspace, "talk", longest + "x")


def test_take_back(workspace: Workspace, ids: list[str]) -> None:
    first = rulings.join(workspace, ["bridge", "talk"])
    second = rulings.split(workspace, ids[:1])
    assert rulings.take_back(workspace, first.number) == first
    assert rulings.take_back(workspace) == second
    assert workspace.library.rulings() == ()
    with pytest.raises(UsageError, match="nothing was corrected"):
        rulings.take_back(workspace)
    with pytest.raises(NoSuchRuling):
        rulings.take_back(workspace, second.number)


Do = Callable[[Workspace, list[str]], Ruling]

REFUSED: list[tuple[Do, type[UsageError], str]] = [
    (lambda w, _: rulings.join(w, ["talk", "talk"]), UsageError, "two events"),
    (lambda w, _: rulings.join(w, []), UsageError, "two events"),
    (lambda w, _: rulings.join(w, ["talk", "nosuch"]), NoSuchEvent, "nosuch"),
    (lambda w, ids: rulings.split(w, [ids[5]]), UsageError, "stands alone"),
    (lambda w, ids: rulings.split(w, ids[3:5]), UsageError, "all articles"),
    (lambda w, ids: rulings.split(w, ids[2:4]), UsageError, "several events"),
    (lambda w, _: rulings.split(w, []), UsageError, "name the articles"),
    (lambda w, _: rulings.split(w, ["nosuch"]), NoSuchArticle, "nosuch"),
    (lambda w, ids: rulings.move(w, [ids[3]], "talk"), UsageError, "already"),
    (lambda w, ids: rulings.move(w, [ids[3]], "nosuch"), NoSuchEvent, "nosuch"),
    (lambda w, _: rulings.move(w, ["nosuch"], "talk"), NoSuchArticle, "nosuch"),
    (lambda w, _: rulings.part(w, ["talk"]), UsageError, "two events"),
    (lambda w, _: rulings.part(w, ["talk", "bridge", "cheese"]), UsageError, "two events"),
    (lambda w, _: rulings.part(w, ["talk", "nosuch"]), NoSuchEvent, "nosuch"),
    (lambda w, ids: rulings.part_articles(w, [ids[3]], "talk"), UsageError, "has them now"),
    (lambda w, _: rulings.part_articles(w, [], "talk"), UsageError, "name the articles"),
    (lambda w, _: rulings.name(w, "nosuch", "X"), NoSuchEvent, "no story"),
    (lambda w, _: rulings.name(w, "talk", " \x07 "), UsageError, "it has no name"),
]


@pytest.mark.parametrize(("do", "error", "words"), REFUSED)
def test_what_cannot_be_changes_nothing(
    workspace: Workspace, ids: list[str], do: Do, error: type[UsageError], words: str
) -> None:
    before = workspace.library.revision
    with pytest.raises(error, match=words):
        do(workspace, ids)
    assert workspace.library.rulings() == ()
    assert workspace.library.revision == before


def test_saying_it_again_changes_nothing(workspace: Workspace, ids: list[str]) -> None:
    rulings.part(workspace, ["talk", "bridge"])
    rulings.name(workspace, "talk", "Talk")
    with pytest.raises(UsageError, match="already"):
        rulings.part(workspace, ["bridge", "talk"])
    with pytest.raises(UsageError, match="already"):
        rulings.part_articles(workspace, [ids[0]], "talk")
    with pytest.raises(UsageError, match="has that name"):
        rulings.name(workspace, "talk", "Talk")
    assert len(workspace.library.rulings()) == 2


def test_an_article_that_was_not_grouped_yet(workspace: Workspace, ids: list[str]) -> None:
    late = workspace.library.add(Draft("A late report.\n", "/late"))[1].id
    with pytest.raises(NoSuchEvent, match="not been grouped"):
        rulings.split(workspace, [late])
    with pytest.raises(NoSuchEvent, match="not been grouped"):
        rulings.move(workspace, [late], "talk")


BRIDGE = (
    "The Tolliver Bridge in Port Ansel was shut on Tuesday after inspectors found a crack in a "
    "main girder. The harbour authority puts the repair at $12.4 million. Report {n}."
)
FERRY = (
    "The ferry Linnea ran aground off Sandholm on Sunday evening with 140 people on board. The "
    "Linnea belongs to Halvard Lines, which said the fog was thick. Report {n}."
)


@pytest.fixture
def real(tmp_path: Path) -> Iterator[tuple[Workspace, list[str]]]:
    """A library with an event of three articles and one of two, found by the engine."""
    with Workspace.open(tmp_path / "real") as opened:
        ids = []
        for n in range(5):
            text, title = (BRIDGE, "Crack shuts bridge") if n < 3 else (FERRY, "Ferry aground")
            day = When("2025-11-14" if n < 3 else "2025-11-16")
            draft = Draft(text.format(n=n), f"/{n}", f"{title} {n}", published=day)
            ids.append(opened.library.add(draft)[1].id)
        assert groups(opened) == {frozenset(ids[:3]), frozenset(ids[3:])}
        yield opened, ids


def groups(workspace: Workspace) -> set[frozenset[str]]:
    """The events as they are after grouping anew; the same as if all were worked out again."""
    found = events(workspace)
    assert [event.articles for event in events(workspace, force=True)] == [
        event.articles for event in found
    ]
    return {frozenset(event.articles) for event in found}


def event_of(workspace: Workspace, article: str) -> str:
    return workspace.library.event_of([article])[article]


def test_the_engine_groups_the_articles_of_these_tests(real: tuple[Workspace, list[str]]) -> None:
    assert len(real[1]) == 5


def test_join_really_joins(real: tuple[Workspace, list[str]]) -> None:
    workspace, ids = real
    rulings.join(workspace, [event_of(workspace, ids[0]), event_of(workspace, ids[3])])
    assert groups(workspace) == {frozenset(ids)}
    rulings.take_back(workspace)
    assert groups(workspace) == {frozenset(ids[:3]), frozenset(ids[3:])}


def test_split_really_splits(real: tuple[Workspace, list[str]]) -> None:
    workspace, ids = real
    kept = event_of(workspace, ids[0])
    rulings.split(workspace, [ids[1]])
    assert groups(workspace) == {
        frozenset((ids[0], ids[2])),
        frozenset((ids[1],)),
        frozenset(ids[3:]),
    }
    assert event_of(workspace, ids[0]) == kept, "what most articles stay in keeps its id"
    rulings.take_back(workspace)
    assert frozenset(ids[:3]) in groups(workspace)


def test_what_was_split_stays_apart_when_more_comes(real: tuple[Workspace, list[str]]) -> None:
    workspace, ids = real
    rulings.split(workspace, [ids[0]])
    events(workspace)
    day = When("2025-11-14")
    for n in range(7, 10):
        draft = Draft(BRIDGE.format(n=n), f"/{n}", f"Crack shuts bridge {n}", published=day)
        workspace.library.add(draft)
    assert not any({ids[0]} < group and group & set(ids[1:3]) for group in groups(workspace))


def test_move_really_moves(real: tuple[Workspace, list[str]]) -> None:
    workspace, ids = real
    rulings.move(workspace, [ids[0]], event_of(workspace, ids[3]))
    assert groups(workspace) == {frozenset(ids[1:3]), frozenset((ids[0], *ids[3:]))}


def test_part_keeps_apart_what_would_come_together(real: tuple[Workspace, list[str]]) -> None:
    workspace, ids = real
    workspace.library.rule("part", apart=(ids[:1], ids[1:3]))
    assert groups(workspace) == {
        frozenset(ids[:1]),
        frozenset(ids[1:3]),
        frozenset(ids[3:]),
    }
    rulings.take_back(workspace)
    assert frozenset(ids[:3]) in groups(workspace)


def test_a_name_is_the_label_until_it_is_taken_back(real: tuple[Workspace, list[str]]) -> None:
    workspace, ids = real
    id = event_of(workspace, ids[0])
    labels = {event.id: event.label for event in events(workspace)}
    rulings.name(workspace, id, "The bridge")
    assert {event.id: event.label for event in events(workspace)} == labels | {id: "The bridge"}
    rulings.name(workspace, id, "")
    assert {event.id: event.label for event in events(workspace)} == labels


def test_what_was_said_holds_for_articles_that_come_again(
    real: tuple[Workspace, list[str]],
) -> None:
    workspace, ids = real
    rulings.join(workspace, [event_of(workspace, ids[0]), event_of(workspace, ids[3])])
    events(workspace)
    removal = workspace.library.remove(ids[3:])
    assert groups(workspace) == {frozenset(ids[:3])}
    workspace.library.put_back(removal)
    assert groups(workspace) == {frozenset(ids)}
