"""`reader add`: from files, folders, the web and stdin into the library."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence

from reader.actions.bring import add
from reader.cli.commands import Command, Words
from reader.cli.exits import Exit
from reader.cli.intake import Intake, complain, document, show, taken
from reader.cli.output import Output, number, say
from reader.errors import UsageError
from reader.workspace import Workspace


def bring(
    workspace: Workspace, sources: Sequence[str], fields: Mapping[str, str] | None = None
) -> Intake:
    """Add the sources one by one; each that fails is named on stderr."""
    intake = taken(workspace, add(workspace, sources, fields=fields), "Adding")
    complain("Not added", intake.tally.failed)
    complain("Added, but not understood", intake.tally.unread)
    return intake


def _run(workspace: Workspace, options: argparse.Namespace, output: Output) -> Exit:
    intake = bring(workspace, options.words, _fields(options.field))
    tally = intake.tally
    if output.json:
        followed = {"feeds": tally.followed} if tally.followed else {}
        output.document(document(workspace, intake) | followed)
    else:
        show(workspace, intake, output)
        output.rows(("", "feed"), (("followed", address) for address in tally.followed))
        if tally.unchanged:
            say(f"{len(tally.unchanged):,} unchanged.")
        if tally.followed and not tally.count:
            say(f"{number(len(tally.followed), 'feed')} followed. To get articles: reader sync")
    return Exit.SOME_FAILED if tally.failed else Exit.DONE


def _fields(given: Sequence[str]) -> dict[str, str]:
    """Names of fields with the columns that hold them; raises UsageError."""
    if not given:
        return {}
    from reader.importing.tables.columns import FIELDS

    fields: dict[str, str] = {}
    for one in given:
        name, _, column = (part.strip() for part in one.partition("="))
        if name not in FIELDS or not column:
            known = ", ".join(FIELDS)
            raise UsageError(f"--field takes NAME=COLUMN, not {one!r}; NAME is one of {known}.")
        if name in fields:
            raise UsageError(f"--field {name} is given twice.")
        fields[name] = column
    return fields


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--field",
        metavar="NAME=COLUMN",
        action="append",
        default=[],
        help="which column of a data set holds what, where its name does not say so: title, text, "
        "outlet, byline, published, url, language, tags or id (can be given again)",
    )


COMMAND = Command(
    name="add",
    usage="[--field NAME=COLUMN] SOURCE...",
    about="Adds articles from files, from folders with all that is in them, from the web, and "
    "from stdin (`-`). Files are texts and Markdown (.txt, .md), web pages (.html, .mhtml), "
    "newsletters (.eml, .mbox), PDF, EPUB, data sets (.jsonl, .json, .csv, .tsv) and web archives "
    "(.warc), most of them also as .gz. The address of a page adds its article; the address of a "
    "feed, or a list of feeds (.opml), follows it from then on: `reader sync` gets what is new. "
    "Adding a source again changes nothing, unless its text has changed: then its article "
    "is updated and keeps its id, its marks and the old version.",
    examples="""
reader add interview.txt               one article
reader add articles/ more/*.html       folders and files
reader add https://example.org/story   a page on the web
reader add https://example.org/feed    a feed, followed from now on
reader add feeds.opml                  all feeds of a list
reader add --field text=body_plain --field outlet=paper news.csv
pbpaste | reader add -                 what stands in the clipboard
reader add --json articles/            ids for a script
""",
    words=Words("SOURCE", least=1),
    run=_run,
    options=_options,
    changes=True,
)
