"""Find articles by their words, whatever state the index is in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from heapq import nsmallest
from itertools import chain

from reader.actions.filters import resolved, unknown_outlets
from reader.actions.indexing import behind, synced
from reader.actions.indexing import sync as sync_index
from reader.actions.reading import Reading, united
from reader.errors import IndexDamaged
from reader.model import Article, Evidence, Span
from reader.search import snippets as scanner
from reader.search.found import Ids
from reader.search.memory import MemoryIndex
from reader.search.near import respelled
from reader.search.port import Hit, Hits, Indexed, SearchIndex, Sort, expanded
from reader.search.query import parse
from reader.search.reorder import BEST, reordered, words_asked
from reader.search.syntax import Among, And, Node, Not, Query
from reader.workspace import Workspace

__all__ = ["Results", "never_says", "places", "search", "snippets", "synced"]

# Articles that are read for every key while the index is being built: a fifth of a second.
_MOST_SCANNED = 400


@dataclass(frozen=True, slots=True)
class Results:
    """What a query found."""

    hits: tuple[Hit, ...]
    """The best ones, in order."""
    ids: Ids
    """Every article found."""
    root: Node
    """The query as it was understood, with stems; highlighters go by it."""
    notice: str | None = None
    """A sentence about what was not understood, or not searched."""
    error: int | None = None
    """Character offset in the query of what was not understood."""
    unread: int = 0
    """How many articles have not been looked into."""
    slow: bool = False
    """Whether so many were read one by one that nothing else should be asked beside it."""

    @property
    def total(self) -> int:
        """How many articles were found."""
        return len(self.ids)

    @property
    def words(self) -> tuple[str, ...]:
        """The words and phrases that were looked for, as they were typed."""
        return tuple(run.label for run in scanner.wanted(self.root))


def search(
    workspace: Workspace,
    query: str,
    *,
    limit: int | None = 50,
    sort: Sort = "relevance",
    newer: bool = True,
    typing: bool = False,
    sync: bool = True,
    respell: bool = True,
    reading: Reading | None = None,
) -> Results:
    """Find articles; any text is a query. A limit of None gives all hits in order.

    By relevance a newer article comes before an older one that is about as good, unless `newer`
    is off. Where a query finds nothing, words that are spelled nearly alike are tried, and the
    notice says so; without `respell` they are not.

    With `sync` the index is brought up to date first, which may take long after many changes;
    without, articles that it lacks are read one by one, some hundreds of them at most; with a
    `reading` all of them, as long as that reads at a time: asked again, it goes on. What the index
    has is found first.
    """
    if sync and (unwritten := sync_index(workspace)):
        reading = Reading(unwritten)
    notices: list[str | None] = []
    parsed = parse(query, typing=typing)
    root, unknown = resolved(parsed.root, workspace.library)
    most = limit if limit is not None else workspace.library.count()

    def ask(root: Node) -> _Answer:
        query = replace(parsed, root=root)
        return _answer(workspace, query, max(most, BEST), sort, reading)

    answer = ask(root)
    slow = reading is not None and answer.lacking > _MOST_SCANNED
    if respell and not answer.hits.total and not slow:
        answer, instead = _as_spelled(answer, root, ask)
        notices.append(instead)
    if not answer.hits.total:
        notices += unknown_outlets(parsed.root, workspace.library)
    if reading is not None:
        notices += [_read_so_far(answer, built=not reading.why) if slow else None, reading.why]
    elif answer.unread:
        are = "article is" if answer.unread == 1 else "articles are"
        notices.append(f"The search is being built: {answer.unread:,} {are} not in it yet.")
    notices += [
        f"“{run.label}” stands for more words than are looked for: the most frequent are."
        for run in scanner.wanted(answer.hits.root)
        if run.cut and not typing
    ]
    said = " ".join(notice for notice in [parsed.notice, *unknown, *notices] if notice)
    hits = _in_order(answer, newer=newer) if sort == "relevance" else answer.hits.hits
    found = answer.hits
    return Results(
        hits[:most], found.ids, found.root, said or None, parsed.error, answer.unread, slow
    )


def _read_so_far(answer: _Answer, *, built: bool) -> str | None:
    of = f"{answer.lacking - answer.unread:,} of {answer.lacking:,}"
    if built:
        said = f"Building the search: {of} articles are read meanwhile."
        return said if answer.unread else None
    return f"{of} articles are read." if answer.unread else "Every article was read for this."


def snippets(workspace: Workspace, results: Results) -> dict[str, tuple[Evidence, ...]]:
    """The best passages of each hit, none where only the title or a filter matched."""
    articles = workspace.library.articles([hit.id for hit in results.hits])
    return {article.id: scanner.snippet(article, results.root) for article in articles}


def never_says(article: Article, results: Results) -> tuple[str, ...]:
    """The words of the query that an article never says."""
    return scanner.never_says(article, results.root)


def places(_: Workspace, article: Article, query: str) -> tuple[Span, ...]:
    """Where a query's words stand in an article.

    If none do as typed, those that an unfinished or a misspelled word may be.
    """
    alone = MemoryIndex()
    alone.update([Indexed.of(article)], [], 1)
    typed = parse(query).root
    spelled = (other.root for other in respelled(typed, alone.vocabulary()))
    for root in chain((typed, parse(query, typing=True).root), spelled):
        found = scanner.places(article, expanded(root, alone.completions, alone.vocabulary))
        if found:
            return found
    return ()


@dataclass(frozen=True, slots=True)
class _Answer:
    """What was found, and where."""

    hits: Hits
    engines: tuple[SearchIndex, ...]
    """Those that have the articles; a later one has a later version."""
    unread: int = 0
    """How many articles none of them has."""
    lacking: int = 0
    """How many the index lacks."""


def _answer(
    workspace: Workspace, query: Query, most: int, sort: Sort, reading: Reading | None
) -> _Answer:
    """The answer of the index, and of a plain look at what it lacks."""
    library, index = workspace.library, workspace.index
    known = None
    most_read = _MOST_SCANNED if reading is None else None
    try:
        if index.revision == library.revision:
            return _Answer(index.search(query, most, sort), (index,))
        # While it is filled, newest first, it lacks thousands of the oldest; nobody reads those.
        lacking = library.count() - len(index.ids()) if index.revision <= 0 else 0
        if lacking > _MOST_SCANNED and reading is None:
            return _Answer(index.search(query, most, sort), (index,), lacking)
        changed, removed = behind(workspace)
        missing = _newest_first(workspace, changed)
        stale = Not(Among(frozenset([*missing[:most_read], *removed])))
        known = index.search(replace(query, root=And((query.root, stale))), most, sort)
    except IndexDamaged:
        missing = list(library.ids())
    many = len(missing) > _MOST_SCANNED
    if reading is None or not many:
        reading = Reading()
    understood = known.root.parts[0] if known and isinstance(known.root, And) else None
    if understood is not None and not many:
        query = replace(query, root=understood)  # at hand, where it would take as long as reading
    read, scan = reading.read(
        library, query, missing[:most_read], most, sort, now=known is None or not many
    )
    unread = reading.unread + len(missing[most_read:] if most_read is not None else ())
    if known is None or understood is None:
        return _Answer(read, (scan,), unread, len(missing))
    hits = nsmallest(most, [*known.hits, *read.hits], key=lambda hit: hit.order(sort))
    found = Ids(*known.ids.portions, *read.ids.portions)
    root = united(understood, read.root)
    return _Answer(Hits(tuple(hits), found, root), (index, scan), unread, len(missing))


def _as_spelled(
    answer: _Answer, root: Node, ask: Callable[[Node], _Answer]
) -> tuple[_Answer, str | None]:
    """An answer to the query with other spellings, and a sentence that says so."""
    for engine in answer.engines[:1]:
        with suppress(IndexDamaged):
            for other in respelled(root, engine.vocabulary()):
                better = ask(other.root)
                if better.hits.total:
                    return better, other.said
    return answer, None


def _in_order(answer: _Answer, *, newer: bool) -> tuple[Hit, ...]:
    """The hits, the best of them by what the places of their words tell."""
    best, rest = answer.hits.hits[:BEST], answer.hits.hits[BEST:]
    ids, words = [hit.id for hit in best], words_asked(answer.hits.root)
    where: dict[str, Sequence[Sequence[int]]] = {}
    with suppress(IndexDamaged):  # it was replaced just now
        for engine in answer.engines:
            where |= engine.where(ids, words)
    return reordered(best, where, words, newer=newer) + rest


def _newest_first(workspace: Workspace, changed: Iterable[str]) -> list[str]:
    """The articles that the index lacks; in order where there are more than are read at once."""
    missing = list(changed)
    if len(missing) > _MOST_SCANNED:
        wanted = set(missing)
        missing = [id for id in workspace.library.ids() if id in wanted]
    return missing
