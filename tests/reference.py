"""Writes the reference of commands that ships with the program: `python -m tests.reference`."""

from __future__ import annotations

from pathlib import Path

import reader
from reader.cli.reference import EVERYWHERE, Option, described

PAGE = Path(reader.__file__).parent / "manual" / "commands.md"


def page() -> str:
    """The page as Markdown."""
    lines = ["# Commands of the shell", "", *_options(EVERYWHERE), ""]
    for each in described():
        lines += [f"## {each.name}", "", f"    {each.usage}", "", each.about, ""]
        if each.options:
            lines += [*_options(each.options), ""]
        lines += [f"    {line}" for line in each.examples]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _options(options: tuple[Option, ...]) -> list[str]:
    return [
        f"- `{', '.join(option.names)}{' ' + option.takes if option.takes else ''}`: {option.does}"
        for option in options
    ]


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
