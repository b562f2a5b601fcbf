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
    if options.undo:
        return _undo(workspace, options.words, output)
    if not options.words:
        raise UsageError("name the articles that are to be removed.")
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


def _undo(workspace: Workspace, names: list[str], output: Output) -> Exit:
    """Put back what was removed last."""
    if names:
        raise UsageError("--undo puts back what was removed last; leave out the articles.")
    removal = workspace.library.last_removal()
    if removal is None:
        raise UsageError("nothing is left that could be put back.")
    count = workspace.library.put_back(removal)
    if output.json:
        output.document({"restored": count})
    else:
        output.line(f"{count:,} put back")
    return Exit.DONE


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
    parser.add_argument(
        "--undo",
        action="store_true",
        help="put back what was removed last, with its marks; the last 20 removals are kept",
    )


COMMAND = Command(
    name="remove",
    usage="[--yes] ARTICLE... | --undo",
    about="Takes articles out of the library, with their marks. The files they came from stay. "
    "Asks first; without a terminal it needs --yes.",
    examples="""
reader remove a3f
reader remove --yes a3f kq7 articles/old.txt
reader remove --undo                   what was removed last
""",
    words=Words("ARTICLE"),
    run=_run,
    options=_options,
    changes=True,
)
