"""The commands by name; each is loaded when it is asked for, so that help and version are fast."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from reader.cli.exits import Exit

if TYPE_CHECKING:
    from reader.cli.output import Output
    from reader.workspace import Workspace

SUMMARIES = {
    "add": "add files, folders, web pages, feeds, data sets or stdin",
    "sync": "get what is new in the feeds that you follow",
    "feeds": "list the feeds, change or drop them, print them as OPML",
    "list": "list the articles, all or those that a query finds",
    "show": "show one article, what was cut from it, or how it changed",
    "edit": "say what the source did not: title, outlet, byline, date, address",
    "tag": "give articles tags, take them away, list them all",
    "notes": "list what you marked and wrote, as a table, Markdown or JSON",
    "cite": "articles as references: BibTeX or CSL JSON",
    "outlets": "list the outlets; say that two names are one outlet",
    "remove": "take articles out of the library",
    "search": "find words, best hits first",
    "events": "list which articles report the same event, and why",
    "join": "say that events are one and the same",
    "split": "take articles out of their event",
    "move": "take articles out of their event and into another one",
    "part": "say that two events are not the same",
    "name": "name an event or a story",
    "corrections": "list what you said of events and findings, and take it back",
    "compare": "show what several articles share and where they part",
    "export": "write an event, articles, or all that you did, for other programs",
    "config": "say where the settings are and what holds",
    "check": "check the library and its search index",
    "backup": "copy the library into one file",
    "tour": "show the program in eight steps, on the sample articles",
    "completions": "print completions for a shell, or the manual page",
}
"""Every command there is, with what it does."""

_MODULES = {
    "add": "adding",
    "sync": "syncing",
    "feeds": "feeding",
    "list": "listing",
    "show": "showing",
    "edit": "editing",
    "tag": "tagging",
    "notes": "noting",
    "cite": "citing",
    "outlets": "outlets",
    "remove": "removing",
    "search": "searching",
    "events": "grouping",
    "join": "joining",
    "split": "splitting",
    "move": "moving",
    "part": "parting",
    "name": "calling",
    "corrections": "corrections",
    "compare": "comparing",
    "export": "exporting",
    "config": "configuring",
    "check": "checking",
    "backup": "keeping",
    "tour": "touring",
    "completions": "completing",
}


@dataclass(frozen=True)
class Words:
    """The words that a command takes beside its options."""

    name: str
    least: int = 0
    most: int | None = None


@dataclass(frozen=True)
class Command:
    """One command: what it takes, and the function that does it."""

    name: str
    usage: str
    """The words and options of its usage line, without the program's name."""
    about: str
    """A short paragraph for its help."""
    examples: str
    """Lines that can be typed as they stand."""
    words: Words
    run: Callable[[Workspace, argparse.Namespace, Output], Exit]
    options: Callable[[argparse.ArgumentParser], None] | None = None
    """Adds the command's own options to its parser."""
    changes: bool = False
    """Whether it writes to the library; the samples cannot be changed."""


def load(name: str) -> Command:
    """The command of that name, which must be one of `SUMMARIES`."""
    command = import_module(f"reader.cli.{_MODULES[name]}").COMMAND
    assert isinstance(command, Command)
    return command
