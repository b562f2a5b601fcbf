"""Articles from files, folders and standard input."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from reader.importing.decoding import decode
from reader.importing.drafting import draft
from reader.importing.found import LARGEST, Failure, Refused, too_large
from reader.model import Draft
from reader.text.safety import storable

SUFFIXES = (".txt", ".md")
"""Files that folders are searched for, in any case."""

PIPE = "-"


def read(source: str | Path) -> Iterator[Draft | Failure]:
    """The articles of a file, of a folder with all below it in order of name, or of stdin (`-`).

    Hidden files and other kinds of files in folders are passed over; what is named directly and
    cannot be read is a Failure.
    """
    name = str(source)
    if name == PIPE:
        yield _from_stdin()
    elif "://" in name:
        yield Failure(name, "addresses on the web cannot be read yet; save the page as text")
    elif os.path.isdir(name):
        yield from _folder(Path(os.path.abspath(name)), set())
    else:
        yield _file(Path(os.path.abspath(name)), named=True)


def _from_stdin() -> Draft | Failure:
    try:
        data = sys.stdin.buffer.read(LARGEST + 1)
        return draft(_text(data), "stdin")
    except Refused as error:
        return Failure("stdin", str(error))
    except OSError as error:
        return Failure("stdin", _reason(error))


def _file(path: Path, *, named: bool) -> Draft | Failure:
    try:
        kind = path.stat()
        if stat.S_ISDIR(kind.st_mode):
            raise Refused("it is a folder")
        if not stat.S_ISREG(kind.st_mode):
            raise Refused("it is no file but a pipe or a device")
        # A file without any ending may well be a text; one with another ending says it is not.
        if path.suffix.lower() not in SUFFIXES and (path.suffix or not named):
            raise Refused(f"{path.suffix} files cannot be read, only {' and '.join(SUFFIXES)}")
        if kind.st_size > LARGEST:
            raise Refused(too_large(kind.st_size, LARGEST))
        return draft(_text(path.read_bytes()), storable(str(path)))
    except Refused as error:
        return Failure(storable(str(path)), str(error))
    except OSError as error:
        broken = path.is_symlink() and isinstance(error, FileNotFoundError)
        return Failure(storable(str(path)), "it is a link to nothing" if broken else _reason(error))


def _text(data: bytes) -> str:
    if len(data) > LARGEST:
        raise Refused(too_large(len(data), LARGEST))
    return decode(data)


def _folder(folder: Path, above: set[tuple[int, int]]) -> Iterator[Draft | Failure]:
    try:
        here = folder.stat()
        entries = sorted(entry.name for entry in os.scandir(folder))
    except OSError as error:
        yield Failure(storable(str(folder)), _reason(error))
        return
    # A link that leads back up would never end.
    if (here.st_dev, here.st_ino) in above:
        return
    above = above | {(here.st_dev, here.st_ino)}
    for name in entries:
        path = folder / name
        if name.startswith("."):
            continue
        if path.is_dir():
            yield from _folder(path, above)
        elif path.suffix.lower() in SUFFIXES:
            yield _file(path, named=False)


def _reason(error: OSError) -> str:
    sentences: dict[type[OSError], str] = {
        FileNotFoundError: "there is no such file",
        PermissionError: "there is no permission to read it",
    }
    return sentences.get(type(error)) or (error.strerror or str(error)).lower()
