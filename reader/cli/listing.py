"""`reader list`: the articles of the library."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator

from reader.cli.commands import Command, Words
from reader.cli.exits import Exit
from reader.cli.naming import article_shapes
from reader.cli.output import Output, say
from reader.exporting.wording import day, headline
from reader.model import Article
from reader.workspace import Workspace

HEADS = ("id", "published", "outlet", "words", "title")


def cells(found: Iterable[Article]) -> Iterator[tuple[str, ...]]:
    """One row of the list for each article."""
    for article in found:
        yield (
            article.id,
            day(article),
            article.outlet or "no outlet",
            f"{article.words}",
            headline(article),
        )


def _run(workspace: Workspace, options: argparse.Namespace, output: Output) -> Exit:
    query = " ".join(options.words)
    ids = workspace.library.ids()
    if query.strip():
        from reader.cli.searching import find

        wanted = find(workspace, query, limit=1).ids
        ids = [id for id in ids if id in wanted]
    found = workspace.library.articles(ids)
    if output.json:
        output.document({"articles": article_shapes(workspace, found)})
    else:
        output.rows(HEADS, cells(found))
        if not ids:
            say("Nothing found." if query.strip() else "No articles yet. See: reader add --help")
    return Exit.DONE


COMMAND = Command(
    name="list",
    usage="[QUERY]",
    about="Lists the articles of the library, newest first; with a query only those that it "
    "finds. The query is that of `reader search`.",
    examples="""
reader list
reader list 'outlet:"Coast Daily" after:2026-01'
reader list is:unread
reader list --json | jq -r '.articles[] | select(.outlet == null) | .id'
""",
    words=Words("QUERY"),
    run=_run,
)
