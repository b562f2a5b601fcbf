"""Leaving an article to other programs: pager, editor, any command, and the clipboard."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from reader.model import Article
from reader.text.safety import one_line, visible
from reader.ui.citing import reference
from reader.ui.draw import cut

if TYPE_CHECKING:
    from reader.ui.app import ReaderApp

_PAGERS = ("less", "more")
_EDITORS = ("sensible-editor", "nano", "vi", "notepad")
# What puts its input into the clipboard, with the variable that says whether it can.
_CLIPBOARDS = (
    ("WAYLAND_DISPLAY", ("wl-copy",)),
    ("DISPLAY", ("xclip", "-selection", "clipboard")),
    ("DISPLAY", ("xsel", "--input", "--clipboard")),
    ("", ("pbcopy",)),
    ("", ("clip.exe",)),
    ("TERMUX_VERSION", ("termux-clipboard-set",)),
)
_NOT_FOUND = 127  # what shells end with where there is no such command
_PATIENCE = 2.0  # seconds for a clipboard; some wait for a display that does not answer


def as_text(article: Article) -> str:
    """An article as a text of its own: headline, where it is from, and its words."""
    return visible(f"{reference(article)}\n\n{article.text}\n")


def chosen(
    variables: Sequence[str], otherwise: Sequence[str], environment: Mapping[str, str]
) -> list[str] | None:
    """The command that a variable names, else the first that is there; None if none is."""
    for name in variables:
        with suppress(ValueError):  # a quotation mark that is not closed
            if words := shlex.split(environment.get(name, "")):
                return words
    return next(([name] for name in otherwise if shutil.which(name)), None)


def page(app: ReaderApp, article: Article) -> str:
    """Show an article in the pager; a sentence about what came of it."""
    command = chosen(("PAGER",), _PAGERS, os.environ)
    if command is None:
        return "No pager here: set PAGER"
    return _given_way(app, command, as_text(article))


def edit(app: ReaderApp, article: Article) -> str:
    """Open a copy of an article in the editor; the library keeps what it has."""
    command = chosen(("VISUAL", "EDITOR"), _EDITORS, os.environ)
    if command is None:
        return "No editor here: set EDITOR"
    # Left behind: what a person writes into it is theirs.
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", prefix="reader-", suffix=".txt", delete=False
    ) as file:
        file.write(as_text(article))
    before = Path(file.name).read_bytes()
    said = _given_way(app, [*command, file.name], None)
    with suppress(OSError):
        if Path(file.name).read_bytes() == before:
            Path(file.name).unlink()
            return said
    return said or f"Kept as it is in the library; your copy: {file.name}"


def pipe(app: ReaderApp, article: Article, command: str) -> str:
    """Give an article to a command of the shell, whose output stays until Enter."""
    shell = [os.environ.get("SHELL") or "/bin/sh", "-c", command]
    if os.name == "nt":
        shell = [os.environ.get("COMSPEC", "cmd.exe"), "/c", command]
    return _given_way(app, shell, as_text(article), called=cut(command, 40))


def _given_way(
    app: ReaderApp, command: Sequence[str], text: str | None, *, called: str = ""
) -> str:
    """Leave the terminal to a command until it ends; what the shell was `called` with waits."""
    try:
        with app.suspend():
            # Whatever is raised in here would leave the terminal to nobody.
            return _run(command, text, called)
    except SuspendNotSupported:
        return "This terminal cannot be given to another program"


def _run(command: Sequence[str], text: str | None, called: str) -> str:
    named = one_line(called or command[0])
    try:
        done = subprocess.run(
            command, input=text, text=text is not None, encoding="utf-8", check=False
        )
        if called:
            sys.stdout.write("\nEnter goes back to reader ")
            sys.stdout.flush()
            sys.stdin.readline()
    except KeyboardInterrupt:
        return f"{named} was stopped"
    except (OSError, ValueError) as error:
        return f"Not started: {named}, {getattr(error, 'strerror', None) or error}"
    if called and done.returncode == _NOT_FOUND:
        return f"Not run: {named}, the shell knows no such command"
    return f"{named} ended with {done.returncode}" if done.returncode else ""


# They know no OSC 52, and the Linux console prints what it does not know.
_NO_CLIPBOARD = ("linux", "dumb", "vt100", "vt102", "vt220")


def to_clipboard(app: ReaderApp, text: str, environment: Mapping[str, str] = os.environ) -> bool:
    """Have the terminal and the desktop take words into their clipboard; whether there is one."""
    known = environment.get("TERM", "") not in _NO_CLIPBOARD
    if known:
        app.copy_to_clipboard(text)
    desktop = _programs(environment)
    if desktop:
        app.run_worker(partial(copy, text, environment), thread=True, group="copy")
    return known or bool(desktop)


def _programs(environment: Mapping[str, str]) -> list[Sequence[str]]:
    """What puts words into the clipboard of the desktop that the person sits at."""
    if "SSH_CONNECTION" in environment:  # the desktop there is another one
        return []
    return [
        command
        for variable, command in _CLIPBOARDS
        if (not variable or environment.get(variable)) and shutil.which(command[0])
    ]


def copy(text: str, environment: Mapping[str, str] | None = None) -> bool:
    """Put words into the clipboard of the desktop, beside what the terminal does; whether it did.

    Many terminals pass the clipboard on (OSC 52), some refuse or know nothing of it, and none
    says so.
    """
    for command in _programs(os.environ if environment is None else environment):
        with suppress(OSError, subprocess.SubprocessError):
            done = subprocess.run(
                command,
                input=text.encode(),
                timeout=_PATIENCE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                check=False,
            )
            if done.returncode == 0:
                return True
    return False
