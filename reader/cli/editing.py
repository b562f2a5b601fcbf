"""`reader edit`: what a source does not say, or was cut from it, a person can give."""

from __future__ import annotations

import argparse

from reader.cli.commands import Command, Words
from reader.cli.exits import Exit
from reader.cli.listing import HEADS, cells
from reader.cli.naming import article_id, event_of
from reader.cli.output import Output
from reader.errors import UsageError
from reader.exporting.shapes import article_json
from reader.model import Article
from reader.text.safety import one_line, storable
from reader.workspace import Workspace

_FIELDS = {
    "title": "its headline",
    "outlet": "who published it",
    "byline": "who wrote it",
    "published": "when it appeared: 2026, 2026-03, 2026-03-14 or 2026-03-14T09:30Z",
    "url": "where it stands on the web",
}


def _run(workspace: Workspace, options: argparse.Namespace, output: Output) -> Exit:
    changes = {name: getattr(options, name) for name in _FIELDS}
    changes = {name: value for name, value in changes.items() if value is not None}
    if not changes and not options.restore and options.cut is None:
        known = ", ".join(f"--{name}" for name in (*_FIELDS, "restore", "cut"))
        raise UsageError(f"nothing to change; give at least one of {known}.")
    if options.cut is not None and (changes or options.restore):
        raise UsageError("--cut stands alone.")
    id = article_id(workspace, options.words[0])
    article = workspace.library.get(id)
    # Looked up before anything changes: the numbers are those of `show --removed`.
    lines = [_line(article, given) for given in options.restore]
    if changes:
        article = workspace.library.edit(id, **changes)
    for line in dict.fromkeys(lines):
        article = workspace.library.restore(id, line)
    if options.cut is not None:
        article = workspace.library.cut(id, _shown(article, options.cut))
    if output.json:
        output.document(article_json(article, event_of(workspace, [id]).get(id)))
    else:
        output.rows(HEADS, cells([article]))
    return Exit.DONE


def _line(article: Article, given: str) -> str:
    """The removed line that is meant: its number in `show --removed`, or its text."""
    lines = [line.text for line in article.removed]
    if given.isdecimal() and 1 <= int(given) <= len(lines):
        return lines[int(given) - 1]
    for line in lines:
        # As it is printed: what is folded or made visible there cannot be typed otherwise.
        if one_line(line) == one_line(given):
            return line
    if not lines:
        raise UsageError("nothing was removed from this article.")
    several = f"lines 1 to {len(lines)} were" if len(lines) > 1 else "one line was"
    raise UsageError(
        f"no removed line goes by {given!r}; {several} removed. "
        f"See: reader show --removed {article.id}"
    )


def _shown(article: Article, given: str) -> str:
    """The line of a text that is printed so; as given if there is none."""
    lines = (line.strip() for line in article.text.split("\n"))
    return next((line for line in lines if one_line(line) == one_line(given)), storable(given))


def _options(parser: argparse.ArgumentParser) -> None:
    for name, what in _FIELDS.items():
        metavar = {"published": "DATE", "url": "URL"}.get(name, "TEXT")
        parser.add_argument(f"--{name}", metavar=metavar, help=f"{what} (empty: not known)")
    parser.add_argument(
        "--restore",
        metavar="N",
        action="append",
        default=[],
        help="put back a line that was cut as boilerplate: its number in `reader show --removed`, "
        "or its text (can be given again)",
    )
    parser.add_argument("--cut", metavar="TEXT", help="take a line away that was put back")


COMMAND = Command(
    name="edit",
    usage="ARTICLE [--title TEXT] [--outlet TEXT] [--byline TEXT]\n"
    "                   [--published DATE] [--url URL]\n"
    "                   [--restore N | --cut TEXT]",
    about="Says what the source of an article does not say, or says wrongly. It stands "
    "when the article is added again; an empty text says that it is not known. Lines that were "
    "cut as boilerplate can be put back, and stay there too.",
    examples="""
reader edit a3f --outlet "Coast Daily" --published 2026-03-14
reader edit a3f --title ""
reader edit a3f --restore 2            line 2 of `reader show --removed`
""",
    words=Words("ARTICLE", least=1, most=1),
    run=_run,
    options=_options,
    changes=True,
)
