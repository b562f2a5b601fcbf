"""From words to a request."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from reader.cli.arguments import parse
from reader.cli.commands import SUMMARIES, load
from reader.errors import UsageError


@pytest.mark.parametrize(
    ("line", "command", "words"),
    [
        ("", None, ""),
        ("--json", None, ""),
        ("--samples", None, ""),
        ("list", "list", ""),
        ("list a b", "list", "a b"),
        ("--json list a --library x b", "list", "a b"),
        ("--library list search a", "search", "a"),
        ("--library=list search a", "search", "a"),
        ("search -- -a --json", "search", "-a --json"),
        ("search a -- --", "search", "a --"),
        ("add - --json", "add", "-"),
        ("./add", None, "./add"),
        ("./add list", None, "./add list"),
        ("-- add", None, "add"),
        ("--json -- add", None, "add"),
        ("show a --removed", "show", "a"),
        ("--removed show a", "show", "a"),
    ],
)
def test_first_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str, command: str | None, words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "add").touch()
    request = parse(line.split())
    assert (request.command.name if request.command else None) == command
    assert " ".join(request.words) == words


def test_a_text_may_begin_with_a_minus() -> None:
    assert parse(["search", "-meta course"]).words == ("-meta course",)
    with pytest.raises(UsageError, match="`--`"):
        parse(["search", "-meta"])


def test_options_stand_everywhere() -> None:
    for words in (["--library", "x", "--json", "list"], ["list", "--json", "--library=x"]):
        request = parse(words)
        assert (request.library, request.json, request.samples) == (Path("x"), True, False)


@pytest.mark.parametrize("name", sorted(SUMMARIES))
def test_help_teaches_by_example(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as leaving:
        parse([name, "--help"])
    assert leaving.value.code == 0
    shown = capsys.readouterr().out
    examples = [line for line in shown.split("examples:\n")[1].splitlines() if line]
    assert examples
    assert all(f"reader {name}" in line or "reader compare" in line for line in examples)
    assert len(max(shown.splitlines(), key=len)) <= 80


@pytest.mark.parametrize("name", sorted(SUMMARIES))
def test_examples_can_be_typed(name: str) -> None:
    for line in load(name).examples.strip().splitlines():
        import shlex

        words = shlex.split(
            line.split("   ")[0].split(" > ")[0].split("|")[0 if line[0] == "r" else 1]
        )
        parse([word for word in words[1:] if word != "reader"])


def test_main_help_names_every_command_that_there_is(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        parse(["--help"])
    shown = capsys.readouterr().out
    for name, does in SUMMARIES.items():
        assert f"  {name} " in shown
        assert does in shown
    assert len(max(shown.splitlines(), key=len)) <= 80


@pytest.mark.parametrize("words", ["--version", "--help", "nosuch", "--nosuch"])
def test_quick_answers_load_nothing_heavy(words: str) -> None:
    code = (
        "import sys; from reader.__main__ import main; main(sys.argv[1:]);"
        "heavy = {'textual', 'rich', 'whoosh', 'sqlite3', 'logging', 'asyncio'} & set(sys.modules);"
        "sys.exit(str(sorted(heavy)) if heavy else 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, words], capture_output=True, text=True, timeout=20
    )
    assert done.returncode == 0, done.stderr
