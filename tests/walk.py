"""Writes a newcomer's first minutes, key by key with the screens: `python -m tests.walk`."""

from __future__ import annotations

import asyncio
import os
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import reader
from tests.ui.scenes import opened, plain, press, samples, settle

PAGE = Path(reader.__file__).parent / "manual" / "first-minutes.md"
SIZE = (80, 24)
INSTALL = (
    "python3 -m venv .venv && .venv/bin/python -m pip install -q '.[web,pdf,warc]' && "
    ".venv/bin/reader"
)
"""As it stands in the README, which a test holds it against."""


@dataclass(frozen=True, slots=True)
class Step:
    """Keys as people write them, as the program takes them, and what there is to see."""

    pressed: str
    keys: Sequence[str]
    says: str


STEPS = (
    Step(
        "",
        (),
        "It opens on sample articles, grouped by event. The last line names the keys for the row "
        "under the cursor; the lines above it say what else there is.",
    ),
    Step(
        "Enter",
        ("enter",),
        "Compares the articles of that event. Each row is a finding, the most telling first; "
        "below the line are the passages that it rests on. The first one: a quotation of which "
        "one article keeps five words.",
    ),
    Step("j", ("j",), "The next finding: two articles introduce one person differently."),
    Step("Enter", ("enter",), "Into its passages; another Enter opens the article there."),
    Step(
        "e",
        ("e",),
        "Writes the comparison. The ending of the name decides: a page for the browser, Markdown, "
        "or JSON.",
    ),
    Step("Enter", ("enter",), "It says what it wrote."),
    Step(
        "q",
        ("q",),
        "Back to the findings; once more: back to the list.",
    ),
    Step(
        "q /",
        ("q", "slash"),
        "Search. What can be asked stands below the line; F1 has examples.",
    ),
    Step(
        "swim",
        ("'swim'",),
        "The list follows each letter. What stands behind the cursor is an offer: Tab takes it.",
    ),
    Step(
        "Esc Esc a",
        ("escape", "escape", "a"),
        "Adds files, folders and addresses of your own; the samples make room for them.",
    ),
)


async def screens(folder: Path) -> list[str]:
    """The screens after each step, as text; the comparison is written into the folder."""
    os.environ["TZ"] = "UTC"
    time.tzset()
    home, os.environ["HOME"] = os.environ.get("HOME", ""), str(folder)
    shown = []
    try:
        workspace = samples(folder / "library")
        async with opened(workspace, SIZE) as pilot:
            for step in STEPS:
                await press(pilot, step.keys)
                await settle(pilot, quiet=0.5)
                shown.append("\n".join(line.rstrip() for line in plain(pilot)))
        workspace.close()
    finally:
        os.environ["HOME"] = home
    return shown


def page(shown: Sequence[str]) -> str:
    """The page of the manual."""
    lines = ["# The first minutes", "", "From installing to the first comparison written into a "]
    lines[-1] += "file, key by key. The screens are the program's own."
    lines += ["", "In the folder of the program:", "", f"    {INSTALL}", ""]
    for step, screen in zip(STEPS, shown, strict=True):
        lines += [f"## `{step.pressed}`" if step.pressed else "## Without a key", "", step.says, ""]
        lines += ["```", screen, "```", ""]
    return "\n".join(lines).rstrip() + "\n"


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        PAGE.write_text(page(asyncio.run(screens(Path(name)))), "utf-8")
