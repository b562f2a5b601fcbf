"""Light and dark follow the terminal where it tells, and what it tells is no key."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from reader.ui.ground import Late, is_light, preferred_look
from tests.cli.terminal import in_terminal

WHITE, BLACK = "\x1b]11;rgb:ffff/fafa/f0f0\x1b\\", "\x1b]11;rgb:1010/1212/1c1c\x07"
ATTRIBUTES = "\x1b[?64;1;22c"
QUESTION = "\x1b]11;?\x1b\\\x1b[c"
ON_LIGHT, ON_DARK = "48;2;251;250;246m", "48;2;21;23;28m"
TRUE = {"COLORTERM": "truecolor", "TMUX": "", "STY": "", "COLORFGBG": ""}


@pytest.mark.parametrize(
    ("env", "light", "look"),
    [
        ({"TERM": "xterm-256color"}, None, "dark"),
        ({"TERM": "xterm-256color"}, True, "light"),
        ({"TERM": "xterm-256color", "COLORFGBG": "0;15"}, None, "light"),
        ({"TERM": "xterm-256color", "COLORFGBG": "0;15"}, False, "dark"),
        ({"TERM": "xterm-256color", "COLORFGBG": "15;default;0"}, None, "dark"),
        ({"TERM": "xterm-256color", "NO_COLOR": ""}, True, "none"),
        ({"TERM": "linux"}, None, "16"),
        ({"TERM": "vt100"}, True, "none"),
    ],
)
def test_the_look_that_is_asked_for(env: dict[str, str], light: bool | None, look: str) -> None:
    assert preferred_look(env, light=light) == look


def test_what_an_answer_says() -> None:
    said = {
        WHITE: True,
        BLACK: False,
        "\x1b]11;rgb:f/f/f\x1b\\": True,
        "\x1b]11;rgba:00/2b/36/ff\x07": False,
        "\x1b]11;rgb:fd/f6/e3\x07": True,
        ATTRIBUTES: None,
        "\x1b]11;rgb:ffff/ffff/ffff": None,
        "": None,
    }
    assert {answer: is_light(answer.encode()) for answer in said} == said


def test_a_late_answer_is_told_from_keys() -> None:
    late = Late(100.0)
    answer = [*"^]11;rgb:ffff/ffff/ffff^\\", *"[?64;1;22c"]
    assert all(late.takes(letter, 100.5) for letter in answer)
    assert not late.takes("c", 100.7), "a moment later a person presses it"
    assert not late.takes("[", 111.0), "no answer comes so late"


def shown(tmp_path: Path, *typed: tuple[str, str], **env: str) -> str:
    command = [sys.executable, "-m", "reader", "--library", str(tmp_path / "library")]
    said, code = in_terminal(command, typed=typed, env={**TRUE, **env}, seconds=15)
    assert code == 0
    return said


@pytest.mark.parametrize(
    ("answer", "ground"), [(WHITE, ON_LIGHT), (BLACK, ON_DARK)], ids=["light", "dark"]
)
def test_the_ground_decides(tmp_path: Path, answer: str, ground: str) -> None:
    said = shown(tmp_path, (QUESTION, answer + ATTRIBUTES), ("Welcome", "Q"))
    assert ground in said
    assert said.index("\x1b[?1049h") > said.index(QUESTION), "asked before the screens"


@pytest.mark.parametrize("terminal", [{"TERM": "linux"}, {"NO_COLOR": "1"}, {"STY": "1.pts"}])
def test_who_is_not_asked(tmp_path: Path, terminal: dict[str, str]) -> None:
    assert "\x1b]11;" not in shown(tmp_path, ("Welcome", "Q"), **terminal)


def test_a_look_that_is_set_is_not_asked_for(tmp_path: Path) -> None:
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / "settings.toml").write_text('look = "light"\n')
    said = shown(tmp_path, ("Welcome", "Q"))
    assert "\x1b]11;" not in said
    assert ON_LIGHT in said


def test_an_answer_that_comes_late_is_no_key(tmp_path: Path) -> None:
    # Its colon would open the palette, into which Q would be typed.
    assert ON_DARK in shown(tmp_path, ("Welcome", WHITE + ATTRIBUTES), ("Welcome", "Q"))


def test_what_is_typed_at_once_is_not_lost(tmp_path: Path) -> None:
    said = shown(tmp_path, (QUESTION, "4" + WHITE + ATTRIBUTES), ("Why one event", "Q"))
    assert ON_LIGHT in said
