"""The manual that ships with the program: fresh, whole, and true about keys and commands."""

from __future__ import annotations

import re

import pytest

from reader.cli.commands import SUMMARIES
from reader.keymap import COMMANDS, shown
from reader.manual import PAGES, page
from tests import reference


def test_the_reference_is_as_the_commands_are() -> None:
    assert page("commands") == reference.page(), "run: python -m tests.reference"


@pytest.mark.parametrize("name", PAGES)
def test_every_page_begins_with_its_name(name: str) -> None:
    assert page(name).startswith(f"# {PAGES[name]}\n")


def test_the_guide_names_no_key_and_no_command_that_there_is_not() -> None:
    guide = page("guide")
    keys = {shown(key) for command in COMMANDS for key in command.keys} | {"Esc"}
    named = {each for each in re.findall(r"`([^`]+)`", guide) if len(each) == 1}
    signs = set('=≈≠"+−│»')
    assert named - keys - signs == set()
    commands = set(re.findall(r"`reader ([a-z]+)", guide))
    assert commands - SUMMARIES.keys() == set()
