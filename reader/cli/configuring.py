"""`reader config`: where the settings are, what holds, and what in them does not."""

from __future__ import annotations

import argparse
from collections.abc import Collection
from dataclasses import fields, replace

from reader.cli.commands import Command, Words
from reader.cli.exits import Exit
from reader.cli.output import Output, say
from reader.colours import painted
from reader.errors import UsageError
from reader.keymap import COMMANDS, keys_of, shown
from reader.rebinding import key_named, rebind
from reader.settings import LOOKS, TEMPLATE, Settings, read
from reader.workspace import Workspace


def _run(workspace: Workspace, options: argparse.Namespace, output: Output) -> Exit:
    path = workspace.settings_file
    if options.write:
        _write(workspace)
    found, mistakes = read(path)
    settings, unpainted = painted(found)
    mistakes = (*mistakes, *rebind(settings), *unpainted)
    keys = {command.id: [shown(key) for key in keys_of(command.id)] for command in COMMANDS}
    chosen, known = workspace.chosen, {*LOOKS, *settings.themes}
    choices = {
        "look": chosen.look(settings.look, known),
        "measure": chosen.measure(settings.measure),
    }
    choices = {name: choice for name, choice in choices.items() if choice is not None}
    settings = replace(settings, **choices)  # type: ignore[arg-type]
    if output.json:
        held = {each.name: _plain(getattr(settings, each.name)) for each in fields(Settings)}
        held.pop("lines")
        wrong = [{"line": each.line or None, "reason": each.says} for each in mistakes]
        output.document(
            {
                "file": str(path),
                "exists": path.is_file(),
                "settings": held | {"keys": keys},
                "chosen": [*choices],
                "problems": wrong,
            }
        )
    elif options.keys:
        for command in COMMANDS:
            output.write(f"{command.id:<16} {' '.join(keys[command.id]):<16} {command.does}\n")
    else:
        _told(output, workspace, settings, choices)
    for each in mistakes:
        say(f"{path.name}, {each}")
    return Exit.SOME_FAILED if mistakes else Exit.DONE


_WHERE = {"look": "chosen in the palette", "measure": "chosen with < and >"}


def _told(
    output: Output, workspace: Workspace, settings: Settings, choices: Collection[str]
) -> None:
    path = workspace.settings_file
    output.line(
        str(path) if path.is_file() else f"{path} (not there; reader config --write makes one)"
    )
    if workspace.in_one_folder:
        output.write("With this library the settings in its own folder hold, and no others.\n")
    for each in fields(Settings):
        value = getattr(settings, each.name)
        if isinstance(value, str | int):
            shown_value = "68, or 72 on a wide terminal" if value == 0 else str(value)
            where = f"   {_WHERE[each.name]}" if each.name in choices else ""
            output.write(f"{each.name:<8} {shown_value}{where}\n")
    for command in COMMANDS:
        held = _held(command.id, settings.keys.get(command.id, ""))
        if held:
            output.line("[keys]  ", f"{command.id} = {held}")
    for name in settings.themes:
        output.line("[themes]", name)


def _held(id: str, written: str) -> str:
    """The keys of a command, if one that was written for it is among them."""
    keys = keys_of(id)
    held = any(key_named(word) in keys for word in written.split())
    return " ".join(shown(key) for key in keys) if held else ""


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
