"""`reader export`: an event, articles, or all that a person did, for other programs."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from reader.actions.compare import compare
from reader.actions.export import owned
from reader.cli.commands import Command, Words
from reader.cli.exits import Exit
from reader.cli.feednames import feed_json
from reader.cli.naming import articles, event_named, event_of, story_named
from reader.cli.output import Output
from reader.cli.progress import progress
from reader.cli.saving import put
from reader.errors import NoSuchEvent, UsageError
from reader.exporting.forms import Form, Part, document, form_of, story_written, written
from reader.exporting.own import Owned, owned_json, owned_markdown
from reader.exporting.shapes import Shape, correction_json
from reader.model import Comparison, Event, Judgement, Ruling
from reader.workspace import Workspace

_FORMS: tuple[Form, ...] = ("json", "markdown", "html")


def _run(workspace: Workspace, options: argparse.Namespace, output: Output) -> Exit:
    form = _form(options)
    if options.words:
        if options.query is not None or options.texts:
            raise UsageError("give an event, or --query and --texts for articles, not both.")
        text = _of_event(workspace, options.words[0], form or "markdown")
    elif form == "html":
        raise UsageError("HTML shows an event. See: reader events")
    elif options.query is not None:
        text = _of_query(workspace, options.query, form or "json", texts=options.texts)
    elif form == "markdown":
        raise UsageError("Markdown shows an event, or what --query finds.")
    else:
        found = owned(workspace.library)
        shapes = _shapes(workspace, found, texts=options.texts)
        text = document({"articles": shapes} | _said(workspace))
    put(text, options.output, output)
    return Exit.DONE


def _form(options: argparse.Namespace) -> Form | None:
    """What was asked for, else what the ending of the file says."""
    asked = [form for form in _FORMS if getattr(options, form)]
    if len(asked) > 1:
        raise UsageError("give one of --json, --markdown and --html only.")
    if asked:
        return asked[0]
    if options.output in (None, "-"):
        return None
    form = form_of(Path(options.output))
    if form is None:
        raise UsageError("let the name of the file end with .md, .html or .json.")
    return form


def _of_event(workspace: Workspace, name: str, form: Form) -> str:
    """An event, or a story as its events in their order."""
    try:
        event = event_named(workspace, name)
    except NoSuchEvent:
        story = story_named(workspace, name)
        if story is None:
            raise
        found = {each.id: each for each in workspace.library.some_events(story.events)}
        with progress(f"Comparing {len(found)} events"):
            parts = [_part(workspace, found[id]) for id in story.events if id in found]
        ids = [article.id for part in parts for article in part[1]]
        return story_written(form, story, parts, event_of(workspace, ids))
    with progress(f"Comparing {len(event.articles)} articles"):
        part = _part(workspace, event)
    comparison, compared, title = part
    return written(form, comparison, compared, event_of(workspace, event.articles), title)


def _part(workspace: Workspace, event: Event) -> Part:
    ids = event.articles
    comparison = compare(workspace, ids) if len(ids) > 1 else Comparison(ids, (), ())
    return comparison, articles(workspace, ids), event.label


def _of_query(workspace: Workspace, query: str, form: Form, *, texts: bool) -> str:
    """The articles that a query finds, newest first; all, if it is empty."""
    ids = workspace.library.ids()
    if query.strip():
        from reader.cli.searching import find

        wanted = find(workspace, query, limit=1).ids
        ids = [id for id in ids if id in wanted]
    found = owned(workspace.library, ids)
    if form == "markdown":
        return owned_markdown(found, query.strip() or "All articles", texts=texts)
    return document({"articles": _shapes(workspace, found, texts=texts)})


def _shapes(workspace: Workspace, found: Sequence[Owned], *, texts: bool) -> list[Shape]:
    events = event_of(workspace, [article.id for article, _ in found]) if found else {}
    return [owned_json(each, events.get(each[0].id), texts=texts) for each in found]


def _said(workspace: Workspace) -> Shape:
    """What a person did but to single articles."""
    library = workspace.library
    both: list[Ruling | Judgement] = [*library.rulings(), *library.judgements()]
    said = sorted(both, key=lambda each: each.number)
    titles = {card.id: card.title for card in library.cards()} if said else {}
    return {
        "corrections": [correction_json(each, titles) for each in said],
        "outlets": [{"other": other, "name": name} for other, name in library.outlets().items()],
        "searches": [{"name": each.name, "query": each.query} for each in library.saved_searches()],
        "feeds": [feed_json(feed) for feed in library.feeds()],
    }


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--query", metavar="QUERY", help="the articles that this finds")
    parser.add_argument("--texts", action="store_true", help="with the texts of the articles")
    parser.add_argument("--markdown", action="store_true", help="print Markdown")
    parser.add_argument(
        "--html", action="store_true", help="print one self-contained HTML page (of an event)"
    )
    parser.add_argument(
        "-o", "--output", metavar="FILE", help="write to this file; its ending can say the form"
    )


COMMAND = Command(
    name="export",
    usage="[EVENT | --query QUERY] [--texts]\n                     [--markdown | --html] [-o FILE]",
    about="Writes what you want elsewhere. EVENT, an event or a story: all its articles compared, "
    "as Markdown, HTML or JSON. --query: the articles that it finds (as in `reader search`), with "
    "their sources, marks, tags, notes and marked words, as JSON or Markdown. Neither: all that "
    "you did, as one JSON document: the articles that you marked or edited, your corrections of "
    "events, findings and passages, names of outlets, kept searches and feeds. A whole library "
    "is copied by `reader backup`.",
    examples="""
reader export e5x -o bridge.html       an event, for somebody without reader
reader export e5x                      as Markdown
reader export --query tag:harbour --markdown
reader export --query is:starred --texts -o starred.json
reader export > all-that-i-did.json
""",
    words=Words("EVENT", most=1),
    run=_run,
    options=_options,
)
