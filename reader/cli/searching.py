"""`reader search`: words, best hits first."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from functools import partial

from reader.actions.find import Results, search, snippets
from reader.actions.indexing import lacking, sync
from reader.actions.meaning import meant
from reader.actions.reading import Reading
from reader.cli.commands import Command, Words
from reader.cli.exits import Exit
from reader.cli.naming import event_of, grouped
from reader.cli.output import Output, number, say
from reader.cli.progress import progress
from reader.exporting.shapes import article_json, evidence_json
from reader.exporting.wording import day, headline
from reader.model import Article, Evidence, Span
from reader.search.folding import folded
from reader.search.port import Sort
from reader.search.snippets import places, title_places
from reader.text.safety import storable
from reader.workspace import Workspace

# As many as the screens show; a script says what it wants.
_LIMIT = 50
# Articles that the index lacks, from which building it takes so long that a person would wonder.
_MANY = 1_000
# Seconds between two lines of progress while articles are read.
_BEAT = 0.5


def find(
    workspace: Workspace,
    query: str,
    *,
    limit: int | None = None,
    sort: Sort = "relevance",
    newer: bool = True,
) -> Results:
    """What a query finds, the index brought up to date first; remarks go to stderr."""
    query = storable(query)
    if "event" in query:  # `event:x`, `has:event`
        grouped(workspace)
    missing = lacking(workspace)
    if missing > _MANY:
        say(f"The search is being built first, of {number(missing)}; the next one is quick.")
    notice = _built(workspace)
    reading = Reading(notice) if notice else None
    results = search(
        workspace, query, limit=limit, sort=sort, newer=newer, sync=False, reading=reading
    )
    if results.notice:
        say(results.notice)
    return results


def _built(workspace: Workspace) -> str | None:
    """Build the index; a sentence where that was not possible."""
    with progress("Building the search") as shown:

        def show(done: int, total: int) -> None:
            shown.text = f"Building the search: {done:,} of {total:,}"

        return sync(workspace, show)


def _read(
    workspace: Workspace, query: str, *, limit: int, sort: Sort, newer: bool, missing: int
) -> Results:
    """As `find`, but what the index lacks is read and the index left as it is."""
    if "event" in query:
        grouped(workspace)
    reading = Reading("", _BEAT)
    with progress("Reading the articles") as shown:
        while True:
            results = search(
                workspace, query, limit=limit, sort=sort, newer=newer, sync=False, reading=reading
            )
            if not results.unread:
                break
            shown.text = f"Reading the articles: {reading.done:,} of {missing:,}"
    if results.notice:
        say(results.notice)
    return results


def _run(workspace: Workspace, options: argparse.Namespace, output: Output) -> Exit:
    """Answer: by the index, where that is not much work to build, else without it at first."""
    missing = lacking(workspace)
    if missing <= _MANY:
        return _answer(workspace, options, output)
    say(f"The search lacks {number(missing)}: they are read for this, then it is built.")
    done = _answer(workspace, options, output, missing)
    output.flush()
    if notice := _built(workspace):
        say(notice)
    return done


def _answer(
    workspace: Workspace, options: argparse.Namespace, output: Output, missing: int = 0
) -> Exit:
    """Print what is found; in the articles themselves, if the index is missing so many."""
    query, newer = storable(" ".join(options.words)), not options.any_age
    ask: Callable[..., Results] = partial(_read, missing=missing) if missing else find
    results = ask(workspace, query, limit=options.limit, sort=options.sort, newer=newer)
    _tell_meant(workspace, query, results.total)
    ids = [hit.id for hit in results.hits]
    articles = {article.id: article for article in workspace.library.articles(ids)}
    passages = {
        id: found or _title(articles[id], results)
        for id, found in snippets(workspace, results).items()
        if id in articles
    }
    if output.json:
        events = event_of(workspace, passages) if passages else {}
        hits = [
            {
                "article": article_json(articles[hit.id], events.get(hit.id)),
                "score": hit.score,
                "snippets": [evidence_json(passage) for passage in passages[hit.id]],
            }
            for hit in results.hits
            if hit.id in passages
        ]
        output.document({"total": results.total, "hits": hits})
        return Exit.DONE
    copies = _copies(workspace, list(passages)) if output.terminal else dict.fromkeys(passages, ())
    for id, others in copies.items():
        _show(articles[id], passages[id], results, output, others)
    if results.total > len(passages):
        say(f"{len(passages):,} of {results.total:,}. For more: --limit N")
    elif not passages:
        say("Nothing found.")
    return Exit.DONE


def _tell_meant(workspace: Workspace, query: str, total: int) -> None:
    other = meant(workspace, query, total)
    if other is not None:
        count = f"{other.total:,} article{'s' if other.total > 1 else ''}"
        say(f"Did you mean: {other.query} ({count})")


def _title(article: Article, results: Results) -> tuple[Evidence, ...]:
    """The title, where only that has the words."""
    if article.title and title_places(article, results.root):
        return (Evidence.at(article, Span(0, len(article.title)), "title"),)
    return ()


def _copies(workspace: Workspace, ids: list[str]) -> dict[str, tuple[str, ...]]:
    """The hits that a person reads, each with those that print its text; as grouped last."""
    library = workspace.library
    cards = {card.id: card for card in library.cards(ids)}
    homes = {card.event for card in cards.values() if card.event}
    return folded(ids, cards, {event.id: event for event in library.some_events(homes)})


def _show(
    article: Article,
    passages: tuple[Evidence, ...],
    results: Results,
    output: Output,
    copies: tuple[str, ...],
) -> None:
    """One hit: in a pipe one line with tabs, on a terminal its title, facts and passages."""
    text = " … ".join(passage.quote for passage in passages if passage.field == "text")
    known = (article.id, day(article), article.outlet or "no outlet")
    if not output.terminal:
        output.rows((), [(*known, headline(article), text)])
        return
    output.line(headline(article), style="bold")
    output.line(" · ".join(known), style="dim")
    if copies:
        output.line(f"The same text: {' '.join(copies)}", style="dim")
    for passage in passages:
        if passage.field == "text":
            output.marked(passage.quote, list(_marks(article, passage, results)), indent=4)
    output.line()


def _marks(article: Article, passage: Evidence, results: Results) -> Iterator[Span]:
    """The words that were looked for, as places in the passage."""
    start = passage.span.start
    for place in places(article, results.root):
        if place in passage.span:
            yield Span(place.start - start, place.end - start)


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError
    return number


_positive.__name__ = "number from 1"  # what argparse calls a wrong one


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--limit",
        type=_positive,
        default=_LIMIT,
        metavar="N",
        help=f"at most so many hits (default: {_LIMIT})",
    )
    parser.add_argument(
        "--sort",
        choices=("relevance", "date"),
        default="relevance",
        help="best first (of about equally good ones the newer), or newest first",
    )
    parser.add_argument(
        "--any-age", action="store_true", help="best first whatever the date: newer is not better"
    )


COMMAND = Command(
    name="search",
    usage="[--limit N] [--sort relevance|date] [--any-age] QUERY",
    about="Finds articles by their words, best hits first, with the passages that have them. "
    "Words: all must occur; OR, NOT, a minus and parentheses work. "
    '"several words" are a phrase, "several words"~3 are near each other in any order. '
    "word* goes on, w?rd and w*d have any letters there, word~ and word~2 one and two wrong ones. "
    "Fields: title: outlet: byline: "
    'quotes:"between quotation marks" says:name (named beside a quotation; with quotes: beside '
    "that one) tag: event: url: "
    "is:unread|read|starred|later|marked has:tag|note|highlight|event note:word words:>800 "
    "lang:en. Dates: date:2025-11 date:2025-11-01..2025-11-30 date:yesterday date:lastweek "
    'date:none date:7d (the days since) after:monday after:"2 weeks ago" before:2025.',
    examples="""
reader search lecun benchmark
reader search '"open source" OR freedom'
reader search 'bridge NOT council outlet:coast'
reader search 'meta date:2025-11..2026-01' --sort date
reader search 'says:lecun quotes:"open source" after:30d'
reader search '"bridge harbour"~5 -title:ferr?'
reader search --limit 5 --json ferry | jq -r '.hits[].snippets[].text'
""",
    words=Words("QUERY", least=1),
    run=_run,
    options=_options,
)
