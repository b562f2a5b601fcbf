"""Lines that are known to be no part of an article, cut out before the rest is cleaned."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from reader.importing.plain.cleaning import Cleaned, by_lines, mended
from reader.model import Removed


def cleaned_without(
    lines: Sequence[str], cut: Collection[int], *, title: str | None = None
) -> Cleaned:
    """The article in these lines; those with an index in `cut` are among the removed.

    If nothing but white space would be left, nothing is cut.
    """
    kept = [line for index, line in enumerate(lines) if index not in cut]
    if not any(line.strip() for line in kept):
        cut, kept = (), list(lines)
    found = by_lines("\n".join(kept), title=title)
    return mended(replace(found, removed=_in_order(lines, cut, found)) if cut else found)


def _in_order(lines: Sequence[str], cut: Collection[int], found: Cleaned) -> tuple[Removed, ...]:
    """What was cut before and what was removed later, in the order of the lines."""
    stay = _places(found.text)
    later = list(found.removed)
    at = done = 0
    removed: list[Removed] = []
    for index, line in enumerate(lines):
        bare = line.strip()
        here = stay[at][0] if at < len(stay) else len(found.text)
        if index in cut:
            if bare:
                removed.append(Removed(bare, here))
        elif done < len(later) and later[done] == Removed(bare, here):
            removed.append(later[done])
            done += 1
        elif at < len(stay) and stay[at][1] == bare:
            at += 1
    return (*removed, *later[done:])


def _places(text: str) -> list[tuple[int, str]]:
    """The lines of a text that are not blank, each with its offset."""
    found: list[tuple[int, str]] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            found.append((start, line.strip()))
        start += len(line) + 1
    return found
