"""`reader tour`: the first steps on the sample articles; without a terminal, told."""

from __future__ import annotations

import argparse

from reader.cli.commands import Command, Words
from reader.cli.exits import Exit
from reader.cli.output import Output
from reader.tour import STEPS, told
from reader.workspace import Workspace


def _run(_: Workspace, __: argparse.Namespace, output: Output) -> Exit:
    if output.json:
        output.document({"steps": [{"keys": step.keys, "why": step.why} for step in STEPS]})
        return Exit.DONE
    for line in told():
        output.write(line + "\n")
    return Exit.DONE


COMMAND = Command(
    name="tour",
    usage="",
    about="Shows the program in eight steps on the sample articles: a line says the next key and "
    "why, and goes on when it was pressed. Your own library stays as it is. Without a terminal "
    "it prints the steps.",
    examples="""
reader tour
reader tour | cat
""",
    words=Words("", most=0),
    run=_run,
)
