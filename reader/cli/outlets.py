"""`reader outlets`: who printed the articles, and which names mean the same outlet."""

from __future__ import annotations

import argparse

from reader.cli.commands import Command, Words
from reader.cli.exits import Exit
from reader.cli.output import Output, number, say
from reader.errors import UsageError
from reader.text.safety import storable
from reader.workspace import Workspace


def _run(workspace: Workspace, options: argparse.Namespace, output: Output) -> Exit:
    library = workspace.library
    if options.same and options.apart is not None:
        raise UsageError("give one of --same and --apart only.")
    if workspace.is_samples and (options.same or options.apart is not None):
        raise UsageError("the samples cannot be changed; leave out --samples.")
    if options.same:
        say(f"{number(library.same_outlet(*map(storable, options.same)))} changed.")
    elif options.apart is not None:
        say(f"{number(library.own_outlet(storable(options.apart)))} changed.")
    counts, others = library.values("outlet"), library.outlets()
    names = sorted({*counts, *others.values()}, key=str.casefold)
    found = [
        (name, counts.get(name, 0), [other for other, one in others.items() if one == name])
        for name in names
    ]
    if output.json:
        shapes = [{"outlet": name, "articles": n, "also": also} for name, n, also in found]
        output.document({"outlets": shapes})
    else:
        heads = ("articles", "outlet", "also called")
        output.rows(heads, ((f"{n}", name, ", ".join(also)) for name, n, also in found))
    return Exit.DONE


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--same",
        metavar=("OTHER", "NAME"),
        nargs=2,
        help="OTHER is the outlet NAME, and is shown and found by that name",
    )
    parser.add_argument("--apart", metavar="OTHER", help="OTHER is an outlet of its own again")


COMMAND = Command(
    name="outlets",
    usage="[--same OTHER NAME | --apart OTHER]",
    about="Lists who printed the articles, how many there are of each, and the other names of "
    "each. Outlets that go by several names are made one with --same: lists, filters and searches "
    "then have the one name, also for what comes in later. What the sources say is kept.",
    examples="""
reader outlets
reader outlets --same NYT "The New York Times"
reader outlets --apart NYT
""",
    words=Words("", most=0),
    run=_run,
    options=_options,
)
