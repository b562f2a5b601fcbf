"""`reader notes`: what a person marked and wrote."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from reader.cli.commands import Command, Words
from reader.cli.exits import Exit
from reader.cli.naming import article_ids
from reader.cli.output import Output, say
from reader.cli.saving import put
from reader.errors import UsageError
from reader.exporting.forms import Form, form_of, notes_written
from reader.exporting.wording import headline
from reader.model import Article, Note
from reader.text.shown import as_read
from reader.workspace import Workspace

_HEADS = ("number", "date", "article", "words", "note")


def _run(workspace: Workspace, options: argparse.Namespace, output: Output) -> Exit:
    form = _form(options)
    wanted = article_ids(workspace, options.words) if options.words else None
    notes = workspace.library.notes(wanted)
    ids = list(dict.fromkeys(note.article for note in notes))
    articles = {article.id: article for article in workspace.library.articles(ids)}
    if form is not None:
        put(notes_written(form, notes, articles), options.output, output)
        return Exit.DONE
    output.rows(_HEADS, _rows(notes, articles))
    if not notes:
        say("No notes. In an article on the screen H marks words, w writes a note.")
    return Exit.DONE


def _form(options: argparse.Namespace) -> Form | None:
    """Markdown or JSON; None for a table."""
    if options.json and options.markdown:
        raise UsageError("give one of --json and --markdown only.")
    if options.json or options.markdown:
        return "json" if options.json else "markdown"
    if options.output in (None, "-"):
        return None
    form = form_of(Path(options.output))
    if form not in ("markdown", "json"):
        raise UsageError("the name of the file must end with .md or .json.")
    return form


def _rows(notes: Sequence[Note], articles: Mapping[str, Article]) -> Iterator[Sequence[str]]:
    for note in notes:
        words = as_read(note.place.words or note.place.passage) if note.place else ""
        of = headline(articles[note.article]) if note.article in articles else note.article
        yield (f"{note.number}", note.changed[:10], of, words, note.text)


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--markdown", action="store_true", help="print Markdown")
    parser.add_argument("-o", "--output", metavar="FILE", help="write to this file, .md or .json")


COMMAND = Command(
    name="notes",
    usage="[ARTICLE...] [--markdown] [-o FILE]",
    about="Lists the words that you marked and the notes that you wrote, those written last "
    "first, of all articles or of some. Markdown and JSON have the words with their places: the "
    "paragraph, and the offsets in the text as `reader show` gives it, which are null where the "
    "words are no longer in the text. Notes are written on the screens: H marks words, w writes.",
    examples="""
reader notes
reader notes a3f --markdown
reader notes -o notes.json
reader notes --json | jq -r '.notes[] | select(.text) | .text'
""",
    words=Words("ARTICLE"),
    run=_run,
    options=_options,
)
