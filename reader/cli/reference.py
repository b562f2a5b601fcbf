"""Every command with its options, as data for completions, manual page and reference."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass

from reader.cli.commands import SUMMARIES, load


@dataclass(frozen=True, slots=True)
class Option:
    """One option."""

    names: tuple[str, ...]
    takes: str
    """What its value is called; empty for a switch."""
    choices: tuple[str, ...]
    """The values that it takes, where these are few."""
    does: str


@dataclass(frozen=True, slots=True)
class Described:
    """One command."""

    name: str
    summary: str
    usage: str
    about: str
    examples: tuple[str, ...]
    options: tuple[Option, ...]
    takes_words: bool


EVERYWHERE = (
    Option(("--library",), "DIR", (), "keep everything in this folder (or set READER_LIBRARY)"),
    Option(("--json",), "", (), "print one JSON document and nothing else"),
    Option(("--samples",), "", (), "use the sample articles instead of the library"),
    Option(("-h", "--help"), "", (), "show this help message and exit"),
)
"""The options of every command."""


def described() -> Iterator[Described]:
    """All commands, in the order of the help."""
    for name, summary in SUMMARIES.items():
        command = load(name)
        parser = argparse.ArgumentParser(prog=name, add_help=False)
        if command.options is not None:
            command.options(parser)
        yield Described(
            name,
            summary,
            f"reader {name} {command.usage}".rstrip(),
            command.about,
            tuple(line.strip() for line in command.examples.strip().splitlines()),
            tuple(_option(action) for action in parser._actions),
            command.words.most != 0,
        )


def _option(action: argparse.Action) -> Option:
    takes = "" if action.nargs == 0 else str(action.metavar or action.dest).upper()
    choices = tuple(map(str, action.choices)) if action.choices is not None else ()
    help = action.help or ""
    return Option(tuple(action.option_strings), takes, choices, help.replace("%%", "%"))
