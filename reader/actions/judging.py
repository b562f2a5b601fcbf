"""Say what a comparison got wrong or right: hide or keep a finding, join or part two passages.

Each function keeps one judgement and returns it; comparisons follow it from then on.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.actions import rulings
from reader.errors import NoSuchFinding, UsageError
from reader.framing.judged import place_of, places_of
from reader.model import Article, Evidence, Finding, Judgement, JudgementAct, Ruling
from reader.text.document import Document
from reader.text.safety import one_line
from reader.workspace import Workspace


def hide(workspace: Workspace, finding: Finding) -> Judgement:
    """Have a finding shown no more, in any comparison of its articles."""
    return _say(workspace, "hide", finding)


def keep(workspace: Workspace, finding: Finding) -> Judgement:
    """Have a finding stand first."""
    return _say(workspace, "keep", finding)


def same(workspace: Workspace, one: Evidence, other: Evidence) -> Judgement:
    """Say that two passages, of two articles, say the same."""
    return _of_two(workspace, "same", one, other)


def apart(workspace: Workspace, one: Evidence, other: Evidence) -> Judgement:
    """Say that two passages do not say the same; the first one leaves the point of the other."""
    return _of_two(workspace, "apart", one, other)


def passage_at(article: Article, offset: int) -> Evidence:
    """The sentence of an article around a character offset; raises UsageError between two."""
    document = Document(article)
    index = document.passage_at(offset)
    if index is None:
        raise UsageError(f"{article.id} has no passage at the offset {offset}.")
    return document.cut(document.passages[index].span)


def take_back(workspace: Workspace, number: int | None = None) -> Ruling | Judgement:
    """Let a correction of the grouping or a judgement hold no more, the last one by default.

    Raises NoSuchRuling, and UsageError where there is none.
    """
    said = workspace.library.judgements()
    grouping = workspace.library.rulings()
    if number is None and said and (not grouping or said[-1].number > grouping[-1].number):
        number = said[-1].number
    if number in {each.number for each in said}:
        assert number is not None
        return workspace.library.take_back_judgement(number)
    return rulings.take_back(workspace, number)


def _say(workspace: Workspace, act: JudgementAct, finding: Finding) -> Judgement:
    about = one_line(finding.summary) or finding.lens
    return workspace.library.judge(
        act, places_of(finding), lens=finding.lens, kind=finding.kind, about=about
    )


def _of_two(workspace: Workspace, act: JudgementAct, one: Evidence, other: Evidence) -> Judgement:
    if one.article == other.article:
        raise UsageError("these are two passages of one article; name one of each of two.")
    return workspace.library.judge(act, [place_of(one), place_of(other)])


def named(findings: Sequence[Finding], name: str) -> Finding:
    """The finding with this id, or whose id alone begins so; raises NoSuchFinding."""
    found = [each for each in findings if each.id == name]
    found = found or [each for each in findings if name and each.id.startswith(name)]
    if len(found) != 1:
        several = f"{len(found)} findings begin with" if found else "no finding has the id"
        raise NoSuchFinding(f"{several} {name}.")
    return found[0]
