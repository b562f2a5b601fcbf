"""`reader compare`: what several articles share and where they part."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import cast

from reader.actions.compare import compare
from reader.cli.commands import Command, Words
from reader.cli.exits import Exit
from reader.cli.judging import judging_options, said, say_of
from reader.cli.naming import article_ids, articles, event_named, event_of
from reader.cli.output import Output, say
from reader.cli.progress import progress
from reader.cli.saving import put
from reader.errors import UsageError
from reader.exporting.forms import Form, form_of, written
from reader.model import Article, Comparison
from reader.text.safety import visible
from reader.workspace import Workspace


def _run(workspace: Workspace, options: argparse.Namespace, output: Output) -> Exit:
    form = _form(options)
    ids = _wanted(workspace, options)
    with progress(f"Comparing {len(ids)} articles"):
        comparison = compare(workspace, ids)
        if said(options):
            say_of(workspace, comparison, options)
            comparison = compare(workspace, ids)
    for problem in workspace.word_lists().problems:
        say(f"{problem}.")
    compared = articles(workspace, comparison.articles)
    if form == "text" and options.output in (None, "-"):
        from reader.cli.comparison import show

        show(comparison, compared, output)
        return Exit.DONE
    text = _text(workspace, form, comparison, compared)
    put(text, options.output, output)
    return Exit.DONE


def _form(options: argparse.Namespace) -> str:
    """What to print: text, json, markdown or html; else the ending of the file decides."""
    asked = [form for form in ("json", "markdown", "html") if getattr(options, form)]
    if len(asked) > 1:
        raise UsageError("give one of --json, --markdown and --html only.")
    if asked or options.output is None:
        return asked[0] if asked else "text"
    return form_of(Path(options.output)) or "text"


def _wanted(workspace: Workspace, options: argparse.Namespace) -> Sequence[str]:
    """The articles to compare, two or more."""
    if options.event is not None:
        if options.words:
            raise UsageError("give either articles or --event, not both.")
        ids: Sequence[str] = event_named(workspace, options.event).articles
        if len(ids) < 2:
            raise UsageError(f"the event {options.event} has one article only: nothing to compare.")
        return ids
    if len(options.words) >= 2:
        ids = article_ids(workspace, options.words)
        if len(ids) >= 2:
            return ids
        raise UsageError("these names mean one and the same article; comparing takes two or more.")
    raise UsageError("comparing takes two or more articles, or --event. See: reader events")


def _text(
    workspace: Workspace, form: str, comparison: Comparison, compared: Sequence[Article]
) -> str:
    if form == "text":
        from reader.cli.comparison import plain

        return visible(plain(comparison, compared))
    return written(cast(Form, form), comparison, compared, event_of(workspace, comparison.articles))


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--event", metavar="ID", help="compare all articles of this event")
    parser.add_argument("--markdown", action="store_true", help="print Markdown")
    parser.add_argument("--html", action="store_true", help="print one self-contained HTML page")
    parser.add_argument(
        "-o", "--output", metavar="FILE", help="write to this file; its ending can say the form"
    )
    judging_options(parser)


COMMAND = Command(
    name="compare",
    usage="[OPTION...] ARTICLE ARTICLE...\n       reader compare [OPTION...] --event ID",
    about="Shows what two or more articles share and where they part, each finding with the "
    "passages it rests on: which facts differ, whose words are quoted and how they were cut, what "
    "only one of them says. ARTICLE is an id, the beginning of one, or the path of its file. "
    "Files in the folder `words` of --library, or else of the settings (such as "
    "~/.config/framing-reader/words), add words to the lists of the same names, one a line; a line "
    "`-word` takes one out. --hide, --keep, --same and --apart say what you think of it: that is "
    "kept, holds in every later comparison, and is taken back with `reader corrections --undo`.",
    examples="""
reader compare a3f kq7
reader compare --event e5x             the articles of one event
reader compare a.txt b.txt -o both.html
reader compare a3f kq7 --json | jq -r '.findings[].summary'
reader compare a3f kq7 --hide ynqhxw2f --keep f4rcg5sd
reader compare a3f kq7 --apart a3f:120 kq7:345     offsets of passages
""",
    words=Words("ARTICLE"),
    run=_run,
    options=_options,
)
