"""Compare articles, or take the comparison that was made before."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.actions.group import events
from reader.errors import UsageError
from reader.model import Article, Comparison, Judgement
from reader.workspace import Workspace

if TYPE_CHECKING:
    from reader.framing.lens import Case
    from reader.framing.word_lists import WordLists


def compare(workspace: Workspace, ids: Iterable[str], *, grouping: bool = True) -> Comparison:
    """What two or more articles share and where they part, in the order given.

    Whether they report one event is taken from the library's events, which are brought up to date
    before; without `grouping` as they were saved last, as while they are being worked out. What
    the person said of its findings and passages holds. Raises NoSuchArticle, and UsageError for
    fewer than two different articles.
    """
    asked = _asked(workspace, ids, grouping=grouping)
    kept = _kept(workspace, asked)
    if kept is not None:
        return kept
    from reader.framing.compare import compare as compare_articles

    made = compare_articles(
        asked.articles, one_event=asked.one_event, said=asked.said, words=asked.words
    )
    return _put(workspace, asked, made)


class Comparing:
    """Comparisons in two steps, points first; the second goes on from where the first came to."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._begun: tuple[_Asked, Case] | None = None

    def points(self, ids: Iterable[str]) -> Comparison:
        """The comparison without what the lenses say, or whole if it was made before."""
        asked = _asked(self._workspace, ids, grouping=False)
        kept = _kept(self._workspace, asked)
        if kept is not None:
            return kept
        from reader.framing.compare import begun, case_of

        case = case_of(
            asked.articles, one_event=asked.one_event, said=asked.said, words=asked.words
        )
        points = begun(case)
        self._begun = asked, case
        return points

    def whole(self, ids: Iterable[str]) -> Comparison:
        """The whole comparison."""
        asked = _asked(self._workspace, ids, grouping=False)
        before, self._begun = self._begun, None
        if before is None or before[0] != asked:
            # The worker may be in the middle of grouping, which nobody else can begin meanwhile.
            return compare(self._workspace, [each.id for each in asked.articles], grouping=False)
        from reader.framing.compare import finished

        return _put(self._workspace, asked, finished(before[1]))


def compared(
    workspace: Workspace, ids: Iterable[str]
) -> Generator[tuple[int, int], None, Comparison]:
    """As `compare` without grouping; yields how many of how many steps are done."""
    asked = _asked(workspace, ids, grouping=False)
    kept = _kept(workspace, asked)
    if kept is not None:
        return kept
    from reader.framing.compare import case_of, in_steps

    case = case_of(asked.articles, one_event=asked.one_event, said=asked.said, words=asked.words)
    return _put(workspace, asked, (yield from in_steps(case)))


@dataclass(frozen=True)
class _Asked:
    """What a comparison depends on."""

    articles: tuple[Article, ...]
    one_event: bool
    said: tuple[Judgement, ...]
    words: WordLists


def _asked(workspace: Workspace, ids: Iterable[str], *, grouping: bool) -> _Asked:
    wanted = list(ids)
    if len(set(wanted)) < 2 or len(set(wanted)) < len(wanted):
        raise UsageError("name two or more different articles to compare")
    articles = tuple(workspace.library.get(name) for name in wanted)
    if grouping:
        events(workspace)
    groups = workspace.library.event_of(wanted)
    one_event = len(groups) == len(wanted) and len(set(groups.values())) == 1
    said = workspace.library.judgements(wanted)
    return _Asked(articles, one_event, said, workspace.word_lists())


def _kept(workspace: Workspace, asked: _Asked) -> Comparison | None:
    found = workspace.comparisons.get(
        asked.articles, one_event=asked.one_event, said=asked.said, words=asked.words
    )
    return _judged(found, asked) if found else None


def _put(workspace: Workspace, asked: _Asked, made: Comparison) -> Comparison:
    workspace.comparisons.put(
        asked.articles, made, one_event=asked.one_event, said=asked.said, words=asked.words
    )
    return _judged(made, asked)


def _judged(comparison: Comparison, asked: _Asked) -> Comparison:
    if not asked.said:
        return comparison
    from reader.framing.judged import judged

    return judged(comparison, asked.said)
