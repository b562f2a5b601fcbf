"""What a person says of a comparison is kept, followed, and taken back."""

from __future__ import annotations

import pytest

from reader.actions import judging
from reader.actions.compare import Comparing, compare
from reader.errors import NoSuchFinding, NoSuchRuling, UsageError
from reader.model import Comparison, Draft, Judgement
from reader.workspace import Workspace

FERRY = (
    "The ferry Aurora sank off Lisse on Monday with 40 people on board.\n"
    "The harbour office says that the captain was asleep at the wheel.\n"
    "Divers from three towns look for the wreck.\n"
)
BOAT = (
    "The ferry Aurora sank off Lisse on Monday with 60 people on board.\n"
    "Whoever steered had closed both eyes, says the coast guard.\n"
    "A choir sang at the pier in the evening.\n"
)


@pytest.fixture
def ids(workspace: Workspace) -> list[str]:
    library = workspace.library
    return [library.add(Draft(text, f"/{n}"))[1].id for n, text in enumerate((FERRY, BOAT))]


def quotes(comparison: Comparison) -> list[list[str]]:
    return [[p.quote for p in point.passages if p] for point in comparison.points]


def test_hidden_until_it_is_taken_back(workspace: Workspace, ids: list[str]) -> None:
    found = compare(workspace, ids)
    finding = found.findings[0]
    word = judging.hide(workspace, finding)
    hidden = compare(workspace, ids)
    assert finding not in hidden.findings
    assert hidden.hidden == (finding,)
    assert word.about
    assert judging.take_back(workspace) == word
    assert compare(workspace, ids) == found


def test_kept_stands_first(workspace: Workspace, ids: list[str]) -> None:
    last = compare(workspace, ids).findings[-1]
    judging.keep(workspace, last)
    assert compare(workspace, ids).first[0] == last.id


def test_passages_are_joined_and_parted_again(workspace: Workspace, ids: list[str]) -> None:
    one, other = (workspace.library.get(id) for id in ids)
    before = compare(workspace, ids)
    asleep = judging.passage_at(one, FERRY.index("captain"))
    steered = judging.passage_at(other, BOAT.index("steered"))
    judging.same(workspace, asleep, steered)
    assert [asleep.quote, steered.quote] in quotes(compare(workspace, ids))
    judging.apart(workspace, asleep, steered)
    assert compare(workspace, ids).points == before.points
    judging.take_back(workspace)
    assert [asleep.quote, steered.quote] in quotes(compare(workspace, ids))


def test_it_survives_a_new_version_and_coming_in_again(
    workspace: Workspace, ids: list[str]
) -> None:
    one, other = (workspace.library.get(id) for id in ids)
    judging.same(
        workspace,
        judging.passage_at(one, FERRY.index("captain")),
        judging.passage_at(other, BOAT.index("steered")),
    )
    judging.hide(workspace, compare(workspace, ids).findings[0])
    workspace.library.add(Draft("A word before it.\n" + FERRY, "/0"))
    after = compare(workspace, ids)
    assert any("asleep" in row[0] and "eyes" in row[1] for row in quotes(after))
    assert len(after.hidden) == 1
    workspace.library.remove([ids[1]])
    assert workspace.library.add(Draft(BOAT, "/1"))[1].id == ids[1]
    assert compare(workspace, ids).points == after.points


def test_what_cannot_be_said(workspace: Workspace, ids: list[str]) -> None:
    one = workspace.library.get(ids[0])
    first, second = judging.passage_at(one, 0), judging.passage_at(one, FERRY.index("captain"))
    with pytest.raises(UsageError, match="one of each of two"):
        judging.same(workspace, first, second)
    with pytest.raises(UsageError, match="no passage at the offset"):
        judging.passage_at(one, 10**9)
    with pytest.raises(UsageError, match="nothing to take back"):
        judging.take_back(workspace)
    with pytest.raises(NoSuchRuling):
        judging.take_back(workspace, 4)


def test_the_last_of_both_kinds_is_taken_back_first(workspace: Workspace, ids: list[str]) -> None:
    finding = compare(workspace, ids).findings[0]
    judging.hide(workspace, finding)
    workspace.library.rule("join", one=ids)
    first, second = judging.take_back(workspace), judging.take_back(workspace)
    assert not isinstance(first, Judgement)
    assert isinstance(second, Judgement)
    workspace.library.put_judgement(second)
    assert workspace.library.judgements() == (second,)
    assert judging.keep(workspace, finding).number == 3, "no number is given twice"


def test_a_finding_is_named_by_the_beginning_of_its_id(
    workspace: Workspace, ids: list[str]
) -> None:
    findings = compare(workspace, ids).findings
    assert judging.named(findings, findings[0].id) == findings[0]
    for name in ("", "no such"):
        with pytest.raises(NoSuchFinding):
            judging.named(findings, name)


def test_points_come_before_the_lenses(workspace: Workspace, ids: list[str]) -> None:
    comparing = Comparing(workspace)
    begun = comparing.points(ids)
    assert begun.reports == ()
    assert begun.points
    whole = comparing.whole(ids)
    assert whole.points == begun.points
    assert whole.findings
    assert comparing.points(ids) == whole, "made before: whole at once"


def test_the_second_step_looks_again_at_what_was_said_meanwhile(
    workspace: Workspace, ids: list[str]
) -> None:
    one, other = (workspace.library.get(id) for id in ids)
    comparing = Comparing(workspace)
    comparing.points(ids)
    judging.apart(workspace, judging.passage_at(one, 0), judging.passage_at(other, 0))
    assert comparing.whole(ids).points == ()
