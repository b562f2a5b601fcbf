"""Completions and the manual page, tried in the programs that read them, where these are."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from reader.cli.commands import SUMMARIES
from reader.cli.reference import Described, Option, described
from reader.cli.shells import FORMS

COMMANDS = list(described())
_AS = Option(("--as",), "HOW", ("a", "b"), "it's [a]: b")
TRICKY = [
    Described("say", "don't [x]: y", "reader say -x", ".begins\\", (".it's",), (), False),
    Described("do", "it", "reader do", "about", (), (_AS,), True),
]


def ask(shell: str, *words: str, input: str | None = None) -> str:
    if shutil.which(shell) is None:
        pytest.skip(f"no {shell} here")
    done = subprocess.run(
        [shell, *words], input=input, capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["sear"], {"search"}),
        (["--lib"], {"--library"}),
        (["search", "--li"], {"--limit", "--library"}),
        (["search", "--sort", ""], {"relevance", "date"}),
        (["search", "--sort", "d"], {"date"}),
        (["--json", "search", "--so"], {"--sort"}),
        (["add", "no-such-file"], set()),
    ],
)
def test_bash_completes(words: list[str], found: set[str], tmp_path: Path) -> None:
    typed = " ".join(f"'{word}'" for word in ["reader", *words])
    script = f"{FORMS['bash'](COMMANDS)}\nCOMP_WORDS=({typed}); COMP_CWORD={len(words)}; _reader\n"
    script += 'printf "%s\\n" "${COMPREPLY[@]}"'
    assert set(ask("bash", "-c", f"cd {tmp_path}\n{script}").split()) == found


@pytest.mark.parametrize("commands", [COMMANDS, TRICKY], ids=["ours", "tricky"])
@pytest.mark.parametrize(
    ("form", "program"),
    [("bash", ["bash", "-n"]), ("zsh", ["zsh", "-n"]), ("fish", ["fish", "--no-execute"])],
)
def test_shells_can_read_it(
    form: str, program: list[str], commands: list[Described], tmp_path: Path
) -> None:
    file = tmp_path / "completion"
    file.write_text(FORMS[form](commands), "utf-8")
    ask(*program, str(file))


@pytest.mark.parametrize("commands", [COMMANDS, TRICKY], ids=["ours", "tricky"])
def test_the_manual_page_can_be_set(commands: list[Described]) -> None:
    page = ask("groff", "-man", "-Tutf8", "-ww", "-P-cbou", input=FORMS["man"](commands))
    folded = " ".join(page.split())
    for each in commands:
        assert each.usage.split(" [")[0] in folded
        for line in each.examples:
            assert " ".join(line.split()) in folded


@pytest.mark.parametrize("form", FORMS)
def test_every_command_and_option_is_in_each(form: str) -> None:
    text = FORMS[form](COMMANDS).replace(r"\-", "-")
    for each in COMMANDS:
        assert each.name in text
        for option in each.options:
            assert option.names[-1].removeprefix("--" if form == "fish" else "") in text
    assert [each.name for each in COMMANDS] == list(SUMMARIES)
