"""Find articles by their words, whatever state the index is in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from heapq import nsmallest

from reader.actions.filters import resolved
from reader.actions.indexing import behind, synced
from reader.actions.indexing import sync as sync_index
from reader.errors import IndexDamaged
from reader.model import Article, Evidence, Span
from reader.search import snippets as scanner
from reader.search.found import Ids
from reader.search.memory import MemoryIndex
from reader.search.port import Hit, Hits, Indexed, Sort, expanded
from reader.search.query import parse
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
    typing: bool = False,
    sync: bool = True,
) -> Results:
    """Find articles; any text is a query. A limit of None gives all hits in order.

    With `sync` the index is brought up to date first, which may take long after many changes;
    without, articles that it lacks are read one by one, some hundreds of them at most.
    """
    notices = [sync_index(workspace)] if sync else []
    parsed = parse(query, typing=typing)
    root, unknown = resolved(parsed.root, workspace.library)
    hits, unread = _hits(workspace, replace(parsed, root=root), limit, sort)
    if unread:
        notices.append(f"The search is being built: {unread:,} articles are not in it yet.")
    said = " ".join(notice for notice in [parsed.notice, *unknown, *notices] if notice)
    return Results(hits.hits, hits.ids, hits.root, said or None, parsed.error)


def snippets(workspace: Workspace, results: Results) -> dict[str, tuple[Evidence, ...]]:
    """The best passages of each hit, none where only the title or a filter matched."""
    articles = workspace.library.articles([hit.id for hit in results.hits])
    return {article.id: scanner.snippet(article, results.root) for article in articles}


def never_says(article: Article, results: Results) -> tuple[str, ...]:
    """The words of the query that an article never says."""
    return scanner.never_says(article, results.root)


def places(_: Workspace, article: Article, query: str) -> tuple[Span, ...]:
    """Where a query's words stand in an article; an unfinished last word if none do as typed."""
    for typing in (False, True):
        alone = MemoryIndex()
        alone.update([Indexed.of(article)], [], 1)
        root = expanded(parse(query, typing=typing).root, alone.completions)
        found = scanner.places(article, root)
        if found:
            return found
    return ()


def _hits(workspace: Workspace, query: Query, limit: int | None, sort: Sort) -> tuple[Hits, int]:
    """The answer of the index, and of a plain look at what it lacks; how many nobody read."""
    library, index = workspace.library, workspace.index
    most = limit if limit is not None else library.count()
    known = None
    try:
        if index.revision == library.revision:
            return index.search(query, most, sort), 0
        # While it is filled, newest first, it lacks thousands of the oldest; nobody reads those.
        lacking = library.count() - len(index.ids()) if index.revision <= 0 else 0
        if lacking > _MOST_SCANNED:
            return index.search(query, most, sort), lacking
        changed, removed = behind(workspace)
        missing, unread = _to_scan(workspace, changed)
        stale = Not(Among(frozenset([*missing, *removed])))
        known = index.search(replace(query, root=And((query.root, stale))), most, sort)
        assert isinstance(known.root, And)
        query = replace(query, root=known.root.parts[0])
    except IndexDamaged:
        missing, unread = _to_scan(workspace, library.ids())
    scan = MemoryIndex()
    scan.update([Indexed.of(article) for article in library.articles(missing)], [], 1)
    read = scan.search(query, most, sort)
    if known is None:
        return read, unread
    hits = nsmallest(most, [*known.hits, *read.hits], key=lambda hit: hit.order(sort))
    return Hits(tuple(hits), Ids(*known.ids.portions, *read.ids.portions), read.root), unread


def _to_scan(workspace: Workspace, changed: Iterable[str]) -> tuple[list[str], int]:
    """The newest of the articles that the index lacks, and how many more there are."""
    missing = list(changed)
    if len(missing) > _MOST_SCANNED:
        wanted = set(missing)
        missing = [id for id in workspace.library.ids() if id in wanted]
    return missing[:_MOST_SCANNED], max(0, len(missing) - _MOST_SCANNED)
