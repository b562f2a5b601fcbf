"""Compare articles, or take the comparison that was made before."""

from __future__ import annotations

from collections.abc import Iterable

from reader.actions.group import events
from reader.errors import UsageError
from reader.model import Comparison
from reader.workspace import Workspace


def compare(workspace: Workspace, ids: Iterable[str], *, grouping: bool = True) -> Comparison:
    """What two or more articles share and where they part, in the order given.

    Whether they report one event is taken from the library's events, which are brought up to date
    before; without `grouping` as they were saved last, as while they are being worked out. Raises
    NoSuchArticle, and UsageError for fewer than two different articles.
    """
    wanted = list(ids)
    if len(set(wanted)) < 2 or len(set(wanted)) < len(wanted):
        raise UsageError("name two or more different articles to compare")
    articles = [workspace.library.get(name) for name in wanted]
    if grouping:
        events(workspace)
    groups = workspace.library.event_of(wanted)
    one_event = len(groups) == len(wanted) and len(set(groups.values())) == 1
    words = workspace.word_lists()
    kept = workspace.comparisons.get(articles, one_event=one_event, words=words)
    if kept is not None:
        return kept
    from reader.framing.compare import compare as compare_articles

    comparison = compare_articles(articles, one_event=one_event, words=words)
    workspace.comparisons.put(articles, comparison, one_event=one_event, words=words)
    return comparison
