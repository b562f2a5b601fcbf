"""`reader completions`: what a shell needs to complete commands, and the manual page."""

from __future__ import annotations

import argparse

from reader.cli.commands import Command, Words
from reader.cli.exits import Exit
from reader.cli.output import Output
from reader.cli.reference import described
from reader.cli.shells import FORMS
from reader.errors import UsageError
from reader.workspace import Workspace


def _run(_: Workspace, options: argparse.Namespace, output: Output) -> Exit:
    [shell] = options.words
    if shell not in FORMS:
        raise UsageError(f"There are completions for {', '.join(FORMS)}, not for {shell}.")
    text = FORMS[shell](list(described()))
    if output.json:
        output.document({"shell": shell, "text": text})
    else:
        output.write(text)
    return Exit.DONE


COMMAND = Command(
    name="completions",
    usage="bash|zsh|fish|man",
    about="Prints what makes your shell complete commands and options, or the manual page.",
    examples="""
reader completions bash > ~/.local/share/bash-completion/completions/reader
reader completions zsh > ~/.zfunc/_reader
reader completions fish > ~/.config/fish/completions/reader.fish
reader completions man > ~/.local/share/man/man1/reader.1
""",
    words=Words("SHELL", least=1, most=1),
    run=_run,
)
