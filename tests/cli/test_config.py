"""`reader config`: what holds, where it comes from, and nothing that does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.keymap import COMMANDS, bind
from reader.ui.start import settled
from reader.workspace import Workspace
from tests.cli.conftest import Run


@pytest.fixture(autouse=True)
def _keys_as_before() -> object:
    yield
    bind({command.id: command.keys for command in COMMANDS})


def test_only_the_keys_that_hold_are_listed(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "library" / "settings.toml"
    file.parent.mkdir(exist_ok=True)
    file.write_text('[keys]\ncompare = "f9"\nstar = "nokey"\nnosuch = "f8"\n')
    said = run("config")
    keys = [line for line in said.out.splitlines() if line.startswith("[keys]")]
    assert keys == ["[keys]  compare = F9"]
    assert "no command nosuch" in said.err


def test_what_was_chosen_on_the_screens_is_told_as_such(run: Run, tmp_path: Path) -> None:
    with Workspace.open(tmp_path / "library") as workspace:
        workspace.chosen.keep_look("light")
        workspace.chosen.keep_measure(64)
    lines = run("config").out.splitlines()
    assert "look     light   chosen in the palette" in lines
    assert "measure  64   chosen with < and >" in lines
    assert "With this library the settings in its own folder hold, and no others." in lines
    told = run("config", "--json").json
    assert told["chosen"] == ["look", "measure"]
    assert told["settings"]["look"] == "light"


def test_at_the_start_the_first_mistake_stands_within_a_narrow_screen(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("measure = 200\nlook = 7\n")
    told = settled(file)[1]
    assert told[:80].startswith("Settings: 2 mistakes (reader config). Line 1: measure is to be ")
