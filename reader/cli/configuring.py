"""`reader config`: where the settings are, what holds, and what in them does not."""

from __future__ import annotations

import argparse
from dataclasses import fields

from reader.cli.commands import Command, Words
from reader.cli.exits import Exit
from reader.cli.output import Output, say
from reader.colours import painted
from reader.errors import UsageError
from reader.keymap import COMMANDS, keys_of, shown
from reader.rebinding import rebind
from reader.settings import TEMPLATE, Settings, read
from reader.workspace import Workspace


def _run(workspace: Workspace, options: argparse.Namespace, output: Output) -> Exit:
    path = workspace.settings_file
    if options.write:
        _write(workspace)
    found, mistakes = read(path)
    settings, unpainted = painted(found)
    mistakes = (*mistakes, *rebind(settings), *unpainted)
    keys = {command.id: [shown(key) for key in keys_of(command.id)] for command in COMMANDS}
    if output.json:
        held = {each.name: _plain(getattr(settings, each.name)) for each in fields(Settings)}
        held.pop("lines")
        wrong = [{"line": each.line or None, "reason": each.says} for each in mistakes]
        output.document(
            {
                "file": str(path),
                "exists": path.is_file(),
                "settings": held | {"keys": keys},
                "problems": wrong,
            }
        )
    elif options.keys:
        for command in COMMANDS:
            output.write(f"{command.id:<16} {' '.join(keys[command.id]):<16} {command.does}\n")
    else:
        _told(output, path.is_file(), str(path), settings)
    for each in mistakes:
        say(f"{path.name}, {each}")
    return Exit.SOME_FAILED if mistakes else Exit.DONE


def _told(output: Output, there: bool, path: str, settings: Settings) -> None:
    output.line(path if there else f"{path} (not there; reader config --write makes one)")
    for each in fields(Settings):
        value = getattr(settings, each.name)
        if isinstance(value, str | int):
            shown_value = "68, or 72 on a wide terminal" if value == 0 else str(value)
            output.write(f"{each.name:<8} {shown_value}\n")
    for id, keys in settings.keys.items():
        output.line("[keys]  ", f"{id} = {keys}")
    for name in settings.themes:
        output.line("[themes]", name)


def _plain(value: object) -> object:
    """A value as JSON has it."""
    if isinstance(value, str | int):
        return value
    assert hasattr(value, "items")
    return {name: _plain(each) for name, each in value.items()}


def _write(workspace: Workspace) -> None:
    path = workspace.settings_file
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(TEMPLATE)
    except FileExistsError:
        raise UsageError(f"{path} is there already; it was left as it is.") from None
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}.") from error
    say(f"Written: {path}")


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--write", action="store_true", help="make the file, with every setting explained"
    )
    parser.add_argument(
        "--keys", action="store_true", help="list the commands by id, with their keys"
    )


COMMAND = Command(
    name="config",
    usage="[--write] [--keys]",
    about="Says where the settings are and what holds. Mistakes are named with their line; what "
    "they are about stays as it is without the file.",
    examples="""
reader config
reader config --write
reader config --keys
""",
    words=Words("", most=0),
    run=_run,
    options=_options,
)
