"""`reader edit`: what a source does not say, a person can."""

from __future__ import annotations

import argparse

from reader.cli.commands import Command, Words
from reader.cli.exits import Exit
from reader.cli.listing import HEADS, cells
from reader.cli.naming import article_id, event_of
from reader.cli.output import Output
from reader.errors import UsageError
from reader.exporting.shapes import article_json
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
    if not changes:
        known = ", ".join(f"--{name}" for name in _FIELDS)
        raise UsageError(f"nothing to change; give at least one of {known}.")
    id = article_id(workspace, options.words[0])
    article = workspace.library.edit(id, **changes)
    if output.json:
        output.document(article_json(article, event_of(workspace).get(id)))
    else:
        output.rows(HEADS, cells([article]))
    return Exit.DONE


def _options(parser: argparse.ArgumentParser) -> None:
    for name, what in _FIELDS.items():
        metavar = {"published": "DATE", "url": "URL"}.get(name, "TEXT")
        parser.add_argument(f"--{name}", metavar=metavar, help=f"{what} (empty: not known)")


COMMAND = Command(
    name="edit",
    usage="ARTICLE [--title TEXT] [--outlet TEXT] [--byline TEXT]\n"
    "                   [--published DATE] [--url URL]",
    about="Says what the source of an article does not say, or says wrongly. It stands "
    "when the article is added again; an empty text says that it is not known.",
    examples="""
reader edit a3f --outlet "Coast Daily" --published 2026-03-14
reader edit a3f --title ""
""",
    words=Words("ARTICLE", least=1, most=1),
    run=_run,
    options=_options,
    changes=True,
)
