"""Lines that were cut from a text as boilerplate and that a person put back."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from reader.model import Removed


def put_back(
    text: str, removed: Sequence[Removed], lines: Collection[str]
) -> tuple[str, tuple[Removed, ...]]:
    """The text with the removed lines that are among `lines` where they stood, and the others.

    Every removed line that reads the same comes back.
    """
    if not lines:
        return text, tuple(removed)
    parts: list[str] = []
    rest: list[Removed] = []
    done = grown = 0
    for line in sorted(removed, key=lambda each: each.at):
        at = min(line.at, len(text))
        if line.text not in lines:
            rest.append(Removed(line.text, at + grown))
            continue
        parts.append(text[done:at])
        within = 0 < at < len(text) and text[at - 1] != "\n"
        # A text that does not end with a newline would swallow the line.
        ended = "\n" * (at == len(text) > 0 and text[at - 1] != "\n")
        parts.append(f" {line.text}" if within else f"{ended}{line.text}\n")
        grown += len(parts[-1])
        done = at
    return "".join((*parts, text[done:])), tuple(rest)
