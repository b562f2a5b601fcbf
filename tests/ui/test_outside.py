"""Articles that go to other programs, in a real pseudo-terminal where the terminal matters."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from reader.model import Article, Draft
from reader.ui import outside
from reader.ui.outside import as_text, chosen, copy
from reader.workspace import Workspace
from tests.cli.terminal import in_terminal

ARTICLE = Article("a", "First.\x1b[31m\n\nSecond.\n", "A headline", "Coast Daily")


def script(folder: Path, name: str, body: str) -> Path:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{body}\n", "utf-8")
    path.chmod(0o755)
    return path


def test_an_article_as_a_text_has_its_source_and_no_control_characters() -> None:
    assert as_text(ARTICLE) == (
        "A headline, Coast Daily, no date\n\nFirst.\ufffd[31m\n\nSecond.\n\n"
    )


def test_the_command_is_the_persons_else_the_first_that_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script(tmp_path, "more", "")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert chosen(("PAGER",), ("less", "more"), {"PAGER": "most -s 'a b'"}) == ["most", "-s", "a b"]
    assert chosen(("PAGER",), ("less", "more"), {}) == ["more"]
    assert chosen(("PAGER",), ("less", "more"), {"PAGER": "'"}) == ["more"]
    assert chosen(("PAGER",), ("less",), {}) is None


@pytest.mark.parametrize(
    ("environment", "goes"),
    [
        ({"DISPLAY": ":0"}, True),
        ({}, False),
        ({"DISPLAY": ":0", "SSH_CONNECTION": "1 2 3 4"}, False),
    ],
)
def test_the_clipboard_of_the_desktop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], goes: bool
) -> None:
    script(tmp_path, "xclip", f"/bin/cat > {tmp_path}/copied")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert copy("what “he” said", environment) is goes
    assert (tmp_path / "copied").is_file() is goes
    if goes:
        assert (tmp_path / "copied").read_text("utf-8") == "what “he” said"


def test_a_clipboard_that_does_not_answer_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script(tmp_path, "xclip", "exec /bin/sleep 60")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(outside, "_PATIENCE", 0.2)
    assert not copy("words", {"DISPLAY": ":0"})


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    text = "The mill in Harrow burned down on Monday night, and forty people left their homes.\n"
    with Workspace.open(folder) as workspace:
        workspace.library.add(Draft(text * 3, "/mill", title="Mill burns"))
    return folder


def run(
    library: Path, typed: list[tuple[str, str]], environment: dict[str, str]
) -> tuple[str, int]:
    command = [sys.executable, "-m", "reader", "--library", str(library)]
    return in_terminal(command, typed=typed, env=environment)


def test_the_pager_gets_the_article_and_the_screens_come_back(
    library: Path, tmp_path: Path
) -> None:
    pager = script(tmp_path, "pager", f"/bin/cat > {tmp_path}/paged; echo PAGED")
    sent, code = run(
        library, [("Mill", "\x14"), ("PAGED", ""), ("articles", "Q")], {"PAGER": str(pager)}
    )
    assert code == 0
    assert (tmp_path / "paged").read_text("utf-8").startswith("Mill burns, no outlet, no date\n")
    assert sent.count("\x1b[?1049h") == sent.count("\x1b[?1049l") == 2, "left and entered again"


def test_the_editor_gets_a_copy_that_is_kept_if_it_was_changed(
    library: Path, tmp_path: Path
) -> None:
    editor = script(tmp_path, "editor", 'echo mine >> "$1"; echo "$1" > ' + f"{tmp_path}/edited")
    sent, code = run(
        library,
        [("Mill", "\x0f"), ("your copy:", "Q")],
        {"EDITOR": str(editor), "VISUAL": "", "TMPDIR": str(tmp_path)},
    )
    assert (code, "Kept as it is in the library" in sent) == (0, True)
    copied = Path((tmp_path / "edited").read_text("utf-8").strip())
    assert copied.read_text("utf-8").endswith("mine\n")


def test_a_command_gets_the_article_and_its_output_stays_until_enter(library: Path) -> None:
    sent, code = run(
        library,
        [
            ("Mill", "|"),
            ("Give this article", "wc -l && exit 3\r"),
            ("Enter goes back", "\r"),
            ("ended with 3", "Q"),
        ],
        {"SHELL": "/bin/sh"},
    )
    assert code == 0
    assert "ended with 3" in sent


def test_a_command_that_the_shell_does_not_know_is_named(library: Path) -> None:
    typed = [("Mill", "|"), ("Give this article", "nosuchcmd\r"), ("Enter goes back", "\r"),
             ("Not run", "Q")]  # fmt: skip
    sent, code = run(library, typed, {"SHELL": "/bin/sh"})
    assert (code, "Not run: nosuchcmd, the shell knows no such command" in sent) == (0, True)


def test_the_console_of_linux_is_sent_no_clipboard(library: Path, tmp_path: Path) -> None:
    none = {"TERM": "linux", "DISPLAY": "", "WAYLAND_DISPLAY": "", "SSH_CONNECTION": "a"}
    sent, code = run(library, [("Mill", "y"), ("No clipboard here", "Q")], none)
    assert (code, "\x1b]52" in sent) == (0, False)


def test_a_terminal_that_moves_no_cursor_is_told_what_is_needed(library: Path) -> None:
    sent, code = run(library, [], {"TERM": "dumb"})
    assert code == 0
    assert "The screens need a terminal that moves its cursor" in sent
    assert "reader list" in sent
    assert "\x1b[?1049h" not in sent


def test_a_program_that_is_not_there_is_named(library: Path) -> None:
    sent, code = run(library, [("Mill", "\x14"), ("Not started", "Q")], {"PAGER": "/no/such/pager"})
    assert (code, "/no/such/pager, No such file" in sent) == (0, True)
