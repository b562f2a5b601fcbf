"""Comparisons are made once, and told whether they are of one event."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from reader.actions.compare import compare, compared
from reader.errors import NoSuchArticle, UsageError
from reader.framing.word_lists import WordLists
from reader.model import Article, Comparison, Draft, Event, Judgement
from reader.workspace import Workspace


@pytest.fixture
def ids(workspace: Workspace) -> list[str]:
    library = workspace.library
    ids = [library.add(Draft(f"Lamp {n} went out.\n", f"/{n}"))[1].id for n in range(3)]
    groups = [Event("pair", "P", (ids[0], ids[1])), Event("alone", "A", (ids[2],))]
    library.save_events(groups, library.revision)
    return ids


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    seen: list[bool] = []

    def stand_in(
        articles: Sequence[Article],
        *,
        one_event: bool,
        said: Sequence[Judgement],
        words: WordLists,
    ) -> Comparison:
        seen.append(one_event)
        return Comparison(tuple(article.id for article in articles), (), (), one_event=one_event)

    monkeypatch.setattr("reader.framing.compare.compare", stand_in)
    return seen


def test_made_once_for_the_same_texts(
    workspace: Workspace, ids: list[str], calls: list[bool]
) -> None:
    first = compare(workspace, ids[:2])
    assert first.articles == tuple(ids[:2])
    assert compare(workspace, iter(ids[:2])) == first
    assert calls == [True]
    workspace.library.mark(ids[0], read=True)
    compare(workspace, ids[:2])
    assert calls == [True]
    compare(workspace, [ids[1], ids[0]])
    assert len(calls) == 2, "another order, other columns"


def test_one_event_or_not(workspace: Workspace, ids: list[str], calls: list[bool]) -> None:
    assert compare(workspace, ids[:2]).one_event
    assert not compare(workspace, ids[1:]).one_event
    assert not compare(workspace, ids).one_event


def test_made_again_when_a_text_changed(
    workspace: Workspace, ids: list[str], calls: list[bool]
) -> None:
    compare(workspace, ids[:2])
    workspace.library.add(Draft("Lamp 0 was lit.\n", "/0"))
    compare(workspace, ids[:2])
    assert len(calls) == 2


def test_made_again_when_a_word_list_changed(
    workspace: Workspace, ids: list[str], calls: list[bool]
) -> None:
    compare(workspace, ids[:2])
    workspace.words_folder.mkdir(parents=True)
    own = workspace.words_folder / "loaded-blame.txt"
    for made, text in enumerate(("cheeky\n", "-reckless\n", "!!\n"), 2):
        own.write_text(text, "utf-8")
        compare(workspace, ids[:2])
        compare(workspace, ids[:2])
        assert len(calls) == made
    own.unlink()
    compare(workspace, ids[:2])
    assert len(calls) == 4, "as it was without the file"


def test_a_persons_words_reach_the_lenses(workspace: Workspace) -> None:
    texts = ("A cheeky lamp went out.\n", "A lamp went out on the pier.\n")
    ids = [workspace.library.add(Draft(text, f"/{n}"))[1].id for n, text in enumerate(texts)]
    assert not [f for f in compare(workspace, ids).findings if f.lens == "loaded"]
    workspace.words_folder.mkdir(parents=True)
    (workspace.words_folder / "loaded-blame.txt").write_text("cheeky", "utf-8")
    (finding,) = [f for f in compare(workspace, ids).findings if f.lens == "loaded"]
    assert finding.subject is not None
    assert finding.subject.quote == "cheeky"


def test_made_again_when_the_cache_is_gone(
    workspace: Workspace, ids: list[str], calls: list[bool]
) -> None:
    compare(workspace, ids[:2])
    workspace.comparisons.clear()
    compare(workspace, ids[:2])
    assert len(calls) == 2


def test_what_cannot_be_compared(workspace: Workspace, ids: list[str]) -> None:
    for wanted in ([], ids[:1], [ids[0], ids[0]], [ids[0], ids[1], ids[0]]):
        with pytest.raises(UsageError, match="two or more different"):
            compare(workspace, wanted)
    with pytest.raises(NoSuchArticle):
        compare(workspace, [ids[0], "gone"])


def test_in_steps_it_is_the_same_and_tells_how_far_it_is(
    workspace: Workspace, ids: list[str]
) -> None:
    steps = compared(workspace, ids)
    told = [next(steps) for _ in range(12)]
    with pytest.raises(StopIteration) as end:
        next(steps)
    assert told == [(done, 12) for done in range(12)]
    assert end.value.value == compare(workspace, ids, grouping=False)
    assert len(end.value.value.reports) == 11
