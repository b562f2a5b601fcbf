"""The program ends with its terminal, also with one that goes without a signal."""

from __future__ import annotations

import os
import select
import subprocess
import sys
from pathlib import Path
from time import monotonic

import pytest

from reader.ui.leaving import LEAVING, LOOK

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are a matter of POSIX", allow_module_level=True)
import pty


def test_a_terminal_that_is_gone_leaves_nothing_running(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "reader", "--library", str(tmp_path)]
    # A session of its own that has no terminal gets no SIGHUP.
    process = subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True
    )
    os.close(theirs)
    seen, end = b"", monotonic() + 20
    while b"No articles yet" not in seen and b"Welcome" not in seen and monotonic() < end:
        if select.select([ours], [], [], 0.2)[0]:
            seen += os.read(ours, 1 << 16)
    os.close(ours)
    try:
        process.wait(timeout=LOOK + LEAVING + 10)
    finally:
        process.kill()
        process.wait()
