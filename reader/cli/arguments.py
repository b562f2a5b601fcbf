"""From the words of a command line to a request.

The options that every command has may stand before and after the command. The first word is a
command if it is one, else a path if it exists, else the usage is wrong.
"""

from __future__ import annotations

import argparse
import os.path
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import NoReturn

from reader import __version__
from reader.cli.commands import SUMMARIES, Command, load
from reader.errors import UsageError

_EXAMPLES = """\
  reader                            open the screens
  reader articles/ interview.md     add these and open only them
  reader add articles/              add a folder
  reader add https://example.org/feed
  reader sync                       what is new in the feeds
  reader search '"open source" after:2025-11'
  reader events                     which articles report the same event
  reader compare a3f kq7            what they share and where they part
  reader --samples                  look around with sample articles
"""


@dataclass(frozen=True)
class Request:
    """What a command line asks for."""

    command: Command | None
    """None to open the screens."""
    words: tuple[str, ...]
    """The words of the command, or the paths to open."""
    options: argparse.Namespace
    library: Path | None
    json: bool
    samples: bool


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message}. See: {self.prog} --help")


def parse(argv: Sequence[str]) -> Request:
    """Understand a command line; UsageError if it is wrong, SystemExit after help and version."""
    leading, word, rest = _split(argv)
    if word in SUMMARIES:
        command = load(word)
        parser = _command_parser(command)
        options, words = _options_and_words(parser, leading, rest)
        _check_count(command, words)
        return _request(command, words, options)
    rest = rest if word is None else [word, *rest]
    options, words = _options_and_words(_main_parser(), leading, rest)
    if words and not os.path.exists(words[0]):
        raise UsageError(_neither(words[0]))
    return _request(None, words, options)


def _request(
    command: Command | None, words: tuple[str, ...], options: argparse.Namespace
) -> Request:
    if options.library == "":
        raise UsageError("--library needs the name of a folder.")
    if options.samples and (words if command is None else command.changes):
        raise UsageError("the samples cannot be changed; leave out --samples.")
    return Request(
        command,
        words,
        options,
        None if options.library is None else Path(options.library),
        options.json,
        options.samples,
    )


def _split(argv: Sequence[str]) -> tuple[list[str], str | None, list[str]]:
    """Options before the first word, that word if it is not after `--`, and the rest."""
    at = 0
    while at < len(argv):
        argument = argv[at]
        if argument == "--":
            return list(argv[:at]), None, list(argv[at:])
        if argument == "-" or not argument.startswith("-"):
            return list(argv[:at]), argument, list(argv[at + 1 :])
        at += 2 if argument == "--library" else 1
    return list(argv), None, []


def _options_and_words(
    parser: argparse.ArgumentParser, leading: list[str], rest: list[str]
) -> tuple[argparse.Namespace, tuple[str, ...]]:
    """Options from both places; words may stand between options, after `--` all are words."""
    end = rest.index("--") if "--" in rest else len(rest)
    options, words = parser.parse_known_args(leading + rest[:end])
    for word in words:
        # With white space it is a text, such as the query "-meta course".
        if word.startswith("-") and word != "-" and len(word.split()) < 2:
            parser.error(f"no such option: {word} (words that begin with a minus go after `--`)")
    return options, (*words, *rest[end + 1 :])


def _check_count(command: Command, words: tuple[str, ...]) -> None:
    """Whether the command got as many words as it takes."""
    least, most, name = command.words.least, command.words.most, command.words.name
    if len(words) < least:
        raise UsageError(
            f"`reader {command.name}` needs {name}. Usage: reader {command.name} {command.usage}"
        )
    if most is not None and len(words) > most:
        takes = f"takes one {name} only" if most else "takes no further words"
        raise UsageError(f"`reader {command.name}` {takes}, not: {words[most]}")


def _neither(word: str) -> str:
    close = get_close_matches(word, SUMMARIES, n=1)
    hint = f" Did you mean `reader {close[0]}`?" if close else " See: reader --help"
    return f"{word} is neither a command nor a file or folder here.{hint}"


def _main_parser() -> argparse.ArgumentParser:
    width = max(map(len, SUMMARIES))
    commands = "\n".join(f"  {name:<{width}}  {does}" for name, does in SUMMARIES.items())
    return _parser(
        "reader",
        "reader [OPTION...] [PATH...]\n       reader COMMAND ...",
        "Reads articles about one event side by side: what all say, what only one says, which "
        "facts differ, whose words are quoted. Without a command it opens the screens; PATHs are "
        "added to the library first, and only they are shown. Without a terminal it prints the "
        "events and their first findings.",
        f"commands (reader COMMAND --help has examples):\n{commands}\n\nexamples:\n{_EXAMPLES}",
    )


def _command_parser(command: Command) -> argparse.ArgumentParser:
    examples = "\n".join(f"  {line}" for line in command.examples.strip().splitlines())
    prog = f"reader {command.name}"
    parser = _parser(
        prog, f"{prog} {command.usage}".rstrip(), command.about, f"examples:\n{examples}\n"
    )
    if command.options is not None:
        command.options(parser)
    return parser


def _parser(prog: str, usage: str, about: str, epilog: str) -> argparse.ArgumentParser:
    """A parser with the options that stand everywhere; words are not its business."""
    parser = _Parser(
        prog=prog,
        usage=usage,
        description=about,
        epilog=epilog,
        allow_abbrev=False,
        formatter_class=_Help,
    )
    everywhere = parser.add_argument_group("options for every command")
    everywhere.add_argument(
        "--library", metavar="DIR", help="keep everything in this folder (or set READER_LIBRARY)"
    )
    everywhere.add_argument(
        "--json", action="store_true", help="print one JSON document and nothing else"
    )
    everywhere.add_argument(
        "--samples", action="store_true", help="use the sample articles instead of the library"
    )
    everywhere.add_argument("--version", action="version", version=f"reader {__version__}")
    return parser


class _Help(argparse.HelpFormatter):
    """Wraps the description, leaves the examples as they are."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        if "\n" in text:
            return text
        return super()._fill_text(text, width, indent)
