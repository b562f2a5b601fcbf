"""`reader show`: one article."""

from __future__ import annotations

import argparse

from reader.cli.commands import Command, Words
from reader.cli.exits import Exit
from reader.cli.naming import article_id, event_of
from reader.cli.output import Output
from reader.exporting.shapes import article_json
from reader.exporting.wording import details, headline
from reader.model import Article
from reader.workspace import Workspace

# A comfortable line, as on the screens.
_MEASURE = 72


def _run(workspace: Workspace, options: argparse.Namespace, output: Output) -> Exit:
    article = workspace.library.get(article_id(workspace, options.words[0]))
    if output.json:
        event = event_of(workspace).get(article.id)
        shape = article_json(article, event) | {"text": article.text}
        if options.removed:
            shape["removed"] = [line.text for line in article.removed]
        output.document(shape)
    elif options.removed:
        for removed in article.removed:
            output.line(removed.text)
    else:
        title, *known = _head(article)
        output.line(title, style="bold")
        for line in known:
            output.line(line, style="dim")
        output.line()
        output.paragraphs(article.text, _MEASURE)
    return Exit.DONE


def _head(article: Article) -> list[str]:
    """Title and what is known of the article, one line each."""
    known = (article.byline, article.url, *article.sources)
    return [headline(article), details(article), *dict.fromkeys(filter(None, known))]


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--removed", action="store_true", help="show what was cut from it as boilerplate"
    )


COMMAND = Command(
    name="show",
    usage="[--removed] ARTICLE",
    about="Shows one article with what is known of it. ARTICLE is an id, the beginning of one, "
    "or the source: the path of the file it came from.",
    examples="""
reader show a3f
reader show articles/interview.txt
reader show --removed a3f              lines that are not part of the article
reader show a3f --json | jq -r .text
""",
    words=Words("ARTICLE", least=1, most=1),
    run=_run,
    options=_options,
)
