"""The pages of the manual, which lie beside this file."""

from __future__ import annotations

from pathlib import Path

PAGES = {
    "first-minutes": "The first minutes",
    "guide": "User guide",
    "how-it-decides": "How it decides",
    "measured": "What was measured",
    "commands": "Commands of the shell",
}
"""The pages by name, with what they are called."""


def page(name: str) -> str:
    """A page as Markdown; the name must be one of `PAGES`."""
    return (Path(__file__).parent / f"{name}.md").read_text("utf-8")
