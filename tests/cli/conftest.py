"""Runs the command line inside the test process, with streams of its own."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from reader.__main__ import main

FERRY_A = """---
title: Ferry runs aground off Sandholm
outlet: Morning Tide
published: 2026-03-02
url: https://morning-tide.example/ferry
---
The ferry Linnea ran aground off Sandholm on Sunday evening with 140 people on board.

"We felt the ship lift and then everything went very quiet," said Petra Holt, a passenger.

The Linnea belongs to Halvard Lines. The company said the fog was thick near the Sandholm light.
"""
FERRY_B = """---
title: Passengers safe after Linnea grounding at Sandholm
outlet: Evening Post
published: 2026-03-03
---
The ferry Linnea ran aground near Sandholm late on Sunday evening; all 140 people were taken off.

"We felt the ship lift and then everything went very quiet," passenger Petra Holt said.

Halvard Lines, the owner of the Linnea, blamed fog near the Sandholm light.
"""
CHEESE = """No cheese has won the Brannock prize as often as the blue one of the Tarn valley.

Its makers keep twelve goats and a secret cellar, and they answer no questions about either.
"""


@dataclass(frozen=True)
class Ran:
    """How a command ended and what it said."""

    code: int
    raw: bytes
    err: str

    @property
    def out(self) -> str:
        return self.raw.decode("utf-8")

    @property
    def json(self) -> Any:
        return json.loads(self.raw)


Run = Callable[..., Ran]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with three articles, two of them about one event."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in {"a.md": FERRY_A, "b.md": FERRY_B, "cheese.txt": CHEESE}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the library that every command uses."""
    library = tmp_path / "library"
    monkeypatch.setenv("READER_LIBRARY", str(library))
    return library


@pytest.fixture
def run(library: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `reader WORDS...`, piped."""

    def run(*words: str, stdin: bytes = b"") -> Ran:
        out, err = io.BytesIO(), io.BytesIO()
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
            patch.setattr(sys, "stdout", io.TextIOWrapper(out, encoding="ascii"))
            patch.setattr(sys, "stderr", io.TextIOWrapper(err, encoding="ascii"))
            code = main(words)
            sys.stdout.flush()
            sys.stderr.flush()
            return Ran(code, out.getvalue(), err.getvalue().decode("utf-8"))

    return run


@pytest.fixture
def full(run: Run, folder: Path) -> dict[str, str]:
    """A library with the three articles; the id of each by its file's name."""
    added = run("add", "--json", str(folder)).json["added"]
    return {Path(article["source"]).name: article["id"] for article in added}
