"""`reader remove`: out of the library, after asking."""

from __future__ import annotations

import argparse
import sys

from reader.cli.commands import Command, Words
from reader.cli.exits import Exit
from reader.cli.naming import article_id
from reader.cli.output import Output, say
from reader.errors import NoSuchArticle, UsageError
from reader.exporting.wording import headline
from reader.text.safety import one_line
from reader.workspace import Workspace


def _run(workspace: Workspace, options: argparse.Namespace, output: Output) -> Exit:
    if not options.yes and not _can_ask():
        raise UsageError("removing asks first, and this is no terminal; add --yes.")
    ids, problems = _resolve(workspace, options.words)
    if not ids:
        raise NoSuchArticle(" ".join(problems))
    for problem in problems:
        say(f"Not removed: {problem}")
    removed = 0
    if options.yes or _confirmed(workspace, ids):
        removed = len(workspace.library.remove(ids))
    if output.json:
        output.document({"removed": removed})
    else:
        output.line(f"{removed:,} removed" if removed else "nothing removed")
    return Exit.SOME_FAILED if problems else Exit.DONE


def _resolve(workspace: Workspace, names: list[str]) -> tuple[list[str], list[str]]:
    """The articles that are meant, each once, and what is wrong with the other names."""
    ids: dict[str, None] = {}
    problems = []
    for name in names:
        try:
            ids[article_id(workspace, name)] = None
        except NoSuchArticle as error:
            problems.append(str(error))
    return list(ids), problems


def _can_ask() -> bool:
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()


def _confirmed(workspace: Workspace, ids: list[str]) -> bool:
    """Ask on stderr, so that stdout stays data."""
    for id in ids:
        say(f"  {id}  {headline(workspace.library.get(id))}")
    articles = "this article, its notes and tags" if len(ids) == 1 else "these articles"
    sys.stderr.write(one_line(f"Remove {articles}? [y/N]") + " ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().casefold() in {"y", "yes"}


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--yes", action="store_true", help="do not ask")


COMMAND = Command(
    name="remove",
    usage="[--yes] ARTICLE...",
    about="Takes articles out of the library, with their marks. The files they came from stay. "
    "Asks first; without a terminal it needs --yes.",
    examples="""
reader remove a3f
reader remove --yes a3f kq7 articles/old.txt
""",
    words=Words("ARTICLE", least=1),
    run=_run,
    options=_options,
    changes=True,
)
