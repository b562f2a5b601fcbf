"""The articles that come with the program."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path

import reader
from reader.model import Draft

_PREFIX = "samples/"  # the folder they lie in moves with every upgrade; their names stay


def folder() -> Path | None:
    """Where they are: inside the installed package, or beside it in a working copy."""
    package = Path(reader.__file__).parent
    for place in (package / "corpus", package.parent / "corpus"):
        if place.is_dir():
            return place
    return None


def fingerprint(place: Path) -> str:
    """Changes with any of the files, and with the program that reads them."""
    known = blake2b(reader.__version__.encode(), digest_size=16)
    for path in _files(place):
        known.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return known.hexdigest()


def drafts(place: Path) -> Iterator[Draft]:
    """Every sample; its source is its name, so that marks outlive an upgrade."""
    # Late: what reads files takes a quarter of a start, and samples are seldom made anew.
    from reader.importing.files import read

    for path in _files(place):
        for found in read(path):
            if isinstance(found, Draft):
                yield replace(found, source=_PREFIX + path.name)


def _files(place: Path) -> list[Path]:
    return sorted(path for path in place.glob("*.md") if path.name != "README.md")
