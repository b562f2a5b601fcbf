"""`reader show`: one article."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from reader.cli.commands import Command, Words
from reader.cli.exits import Exit
from reader.cli.naming import article_id, event_of
from reader.cli.output import Output, say
from reader.errors import UsageError
from reader.exporting.shapes import article_json
from reader.exporting.wording import details, headline
from reader.model import Article, Version
from reader.workspace import Workspace

# A comfortable line, as on the screens.
_MEASURE = 72


def _run(workspace: Workspace, options: argparse.Namespace, output: Output) -> Exit:
    name, number = _asked(options)
    article = workspace.library.get(article_id(workspace, name))
    versions = workspace.library.versions(article.id)
    if output.json:
        _document(workspace, article, versions, options, number, output)
    elif options.removed:
        numbered = enumerate((line.text for line in article.removed), start=1)
        output.rows(("", "line"), ((f"{at}", text) for at, text in numbered))
    elif options.versions:
        from reader.cli.versions import show_versions

        show_versions(versions, output)
    elif options.changes:
        _changes(versions, number, output)
    else:
        _article(article, output)
        if len(versions) > 1:
            say(f"{len(versions)} versions. See: reader show --changes {article.id}")
    return Exit.DONE


def _asked(options: argparse.Namespace) -> tuple[str, int | None]:
    """The article's name and the number behind `--changes`, which may stand before the name."""
    if sum((options.removed, options.versions, options.changes is not None)) > 1:
        raise UsageError("give one of --removed, --versions and --changes only.")
    words, number = list(options.words), None
    given = options.changes or _LAST
    options.changes = options.changes is not None
    if given is not _LAST:
        # Without a second word it is the article, whose id may be a number as well.
        if words and given.isdecimal():
            number = int(given)
        else:
            words.insert(0, given)
    if not words:
        raise UsageError(f"`reader show` needs ARTICLE. Usage: reader show {COMMAND.usage}")
    if len(words) > 1:
        raise UsageError(f"`reader show` takes one ARTICLE only, not: {words[1]}")
    return words[0], number


def _document(
    workspace: Workspace,
    article: Article,
    versions: Sequence[Version],
    options: argparse.Namespace,
    number: int | None,
    output: Output,
) -> None:
    shape = article_json(article, event_of(workspace, [article.id]).get(article.id)) | {
        "text": article.text
    }
    if options.removed:
        shape["removed"] = [line.text for line in article.removed]
    elif options.versions:
        from reader.cli.versions import versions_json

        shape["versions"] = versions_json(versions)
    elif options.changes:
        from reader.cli.versions import changes_json, chosen, explain

        pair = chosen(versions, number)
        shape["changes"] = changes_json(pair)
        if pair:
            explain(pair)
    output.document(shape)


def _changes(versions: Sequence[Version], number: int | None, output: Output) -> None:
    from reader.cli.versions import ONE, chosen, explain, show_changes

    pair = chosen(versions, number)
    if pair is None:
        say(ONE)
        return
    show_changes(pair, output)
    output.flush()
    explain(pair)


def _article(article: Article, output: Output) -> None:
    title, *known = _head(article)
    output.line(title, style="bold")
    for line in known:
        output.line(line, style="dim")
    output.line()
    output.paragraphs(article.text, _MEASURE)


def _head(article: Article) -> list[str]:
    """Title and what is known of the article, one line each."""
    known = (article.byline, article.url, *article.sources)
    return [headline(article), details(article), *dict.fromkeys(filter(None, known))]


_LAST = ""  # what `--changes` without a number stands for


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--removed", action="store_true", help="show what was cut from it as boilerplate"
    )
    parser.add_argument(
        "--versions", action="store_true", help="list the texts that it had, oldest first"
    )
    parser.add_argument(
        "--changes",
        metavar="N",
        nargs="?",
        const=_LAST,
        help="show what changed from version N-1 to N, the last one without N: "
        "[-taken out-], {+put in+}",
    )


COMMAND = Command(
    name="show",
    usage="[--removed | --versions | --changes [N]] ARTICLE",
    about="Shows one article with what is known of it. ARTICLE is an id, the beginning of one, "
    "or the source: the path or the address it came from.",
    examples="""
reader show a3f
reader show articles/interview.txt
reader show --removed a3f              lines that are not part of the article
reader show --versions a3f             when its text changed, and how much
reader show --changes a3f              what changed last, word by word
reader show a3f --json | jq -r .text
""",
    words=Words("ARTICLE"),
    run=_run,
    options=_options,
)
