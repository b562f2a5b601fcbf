"""What stands between the command and the first frame is kept small."""

from __future__ import annotations

import subprocess
import sys

LATER = (
    "reader.text.document",
    "reader.exporting.forms",
    "reader.framing",
    "reader.alignment",
    "whoosh",
)
"""Wanted by what a person does later, or by the worker: together they take a third of the start."""


def test_what_is_wanted_later_is_loaded_later() -> None:
    code = (
        "import sys, reader.cli.guard, reader.cli.run, reader.ui.start, reader.ui.shelf\n"
        "import reader.ui.app, reader.ui.desk, reader.ui.worker\n"
        f"print(*(n for n in sys.modules if n.startswith({LATER!r})))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
