"""`reader tag`: tags given to articles and taken away."""

from __future__ import annotations

import argparse

from reader.cli.commands import Command, Words
from reader.cli.exits import Exit
from reader.cli.naming import article_ids
from reader.cli.output import Output, say
from reader.errors import UsageError
from reader.text.safety import one_line, storable
from reader.workspace import Workspace


def _run(workspace: Workspace, options: argparse.Namespace, output: Output) -> Exit:
    add, take = ([storable(tag) for tag in tags] for tags in (options.add, options.take))
    if not options.words:
        if add or take:
            raise UsageError("name the articles that are meant.")
        return _all(workspace, output)
    if workspace.is_samples and (add or take):
        raise UsageError("the samples cannot be changed; leave out --samples.")
    if not all(one_line(tag) for tag in (*add, *take)):
        raise UsageError("a tag needs a name.")
    ids = article_ids(workspace, options.words)
    if add or take:
        workspace.library.retag(ids, add=add, take=take)
    tags = {id: workspace.library.marks(id).tags for id in ids}
    if output.json:
        output.document({"articles": [{"id": id, "tags": list(tags[id])} for id in ids]})
    else:
        output.rows(("id", "tags"), ((id, ", ".join(tags[id])) for id in ids))
    return Exit.DONE


def _all(workspace: Workspace, output: Output) -> Exit:
    """Every tag, with how many articles have it."""
    tags = workspace.library.tags()
    if output.json:
        output.document({"tags": [{"tag": tag, "articles": n} for tag, n in tags.items()]})
    else:
        output.rows(("articles", "tag"), ((f"{n}", tag) for tag, n in tags.items()))
        if not tags:
            say("No tags yet. See: reader tag --help")
    return Exit.DONE


def _options(parser: argparse.ArgumentParser) -> None:
    for name, does in (("--add", "give them this tag"), ("--take", "take this tag from them")):
        parser.add_argument(
            name, metavar="TAG", action="append", default=[], help=f"{does} (can be given again)"
        )


COMMAND = Command(
    name="tag",
    usage="[ARTICLE... [--add TAG] [--take TAG]]",
    about="Gives articles tags and takes tags from them, and prints the tags that they have then; "
    "without articles it lists all tags. Upper and lower case are one tag; the spelling that is in "
    "use stays. `reader list tag:TAG` has the articles of one.",
    examples="""
reader tag                             all tags
reader tag a3f kq7 --add harbour --add "to do"
reader tag a3f --take "to do"
""",
    words=Words("ARTICLE"),
    run=_run,
    options=_options,
)
