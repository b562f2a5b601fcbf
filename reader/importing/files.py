"""Articles from files, folders and standard input."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path

from reader.importing import packed, piped
from reader.importing.found import LARGEST, Failure, Item, Reached, Refused, refusing, too_large
from reader.importing.kinds import (
    FEEDS,
    GZIP,
    MAILBOX,
    PAGE,
    PDF,
    TEXT,
    Kind,
    kind_in,
    kind_of,
    kind_within,
    suffixes,
)
from reader.importing.tables.columns import Columns
from reader.model import Draft
from reader.text.safety import storable

PIPE = "-"

_LOOK = 4096  # bytes that tell a kind
_PARTS = "_files"  # what browsers call the folder of a saved page's pictures and scripts
_NO_FIELDS: Mapping[str, str] = {}


def read(source: str | Path, *, fields: Mapping[str, str] = _NO_FIELDS) -> Iterator[Item]:
    """The articles of a file, of a folder with all below it in order of name, or of stdin (`-`).

    `fields` maps our names to the columns of data sets. Hidden files and kinds of files that are
    not read are passed over in folders; what is named directly and cannot be read is a Failure.
    Now and then it is said how far a large file or a folder has been read. Raises ValueError for
    addresses on the web and for unknown fields.
    """
    name = str(source)
    if "://" in name:
        raise ValueError(f"an address, not a file: {name}")
    Columns(fields)  # says so if one of the names is none of ours
    if name == PIPE:
        yield from piped.read(fields)
    elif os.path.isdir(name):
        yield from _folder(Path(os.path.abspath(name)), fields)
    else:
        yield from _file(Path(os.path.abspath(name)), fields, named=True)


def _file(path: Path, fields: Mapping[str, str], *, named: bool) -> Iterator[Item]:
    source = storable(str(path))
    try:
        size = _size(path)
        kind = _kind(path, named=named)
        if kind.collection:
            with refusing():
                yield from kind.collection(path, fields)
            return
        if size > LARGEST:
            raise Refused(too_large(size, LARGEST))
        with refusing():
            draft = _document(path, kind, source)
        yield draft
    except Refused as error:
        yield Failure(source, str(error))
    except OSError as error:
        broken = path.is_symlink() and isinstance(error, FileNotFoundError)
        yield Failure(source, "it is a link to nothing" if broken else _reason(error))


def _size(path: Path) -> int:
    """The size of a file; raises Refused for what is none."""
    found = path.stat()
    if stat.S_ISDIR(found.st_mode):
        raise Refused("it is a folder")
    if not stat.S_ISREG(found.st_mode):
        raise Refused("it is no file but a pipe or a device")
    return found.st_size


def _kind(path: Path, *, named: bool) -> Kind:
    """The kind of a file; raises Refused for one that is not read."""
    kind = kind_of(path)
    if kind is None and path.suffix.lower() in FEEDS:
        raise Refused("it is no article but a feed or a list of feeds")
    if kind is None and (path.suffix or not named):
        raise Refused(f"{path.suffix} files cannot be read, only {suffixes()}")
    if kind is not None:
        return kind
    # A file without any ending may well be a text; its first bytes may say more.
    with path.open("rb") as file:
        found = kind_in(file.read(_LOOK))
    return found if found in (PDF, PAGE, MAILBOX) else TEXT


def _document(path: Path, kind: Kind, source: str) -> Draft:
    """The article of a file, whose first bytes may say that it is of another kind than its name."""
    data = packed.unpacked(path) if path.suffix.lower() == GZIP else path.read_bytes()
    if len(data) > LARGEST:
        raise Refused(too_large(len(data), LARGEST))
    kind = kind_within(kind, data[:_LOOK])
    assert kind.document
    return kind.document(data, source)


def _folder(folder: Path, fields: Mapping[str, str]) -> Iterator[Item]:
    """All files below a folder, which are counted first: that says how far it has been read."""
    total = sum(isinstance(found, Path) for found in _below(folder, frozenset()))
    done = 0
    told = 0.0
    for found in _below(folder, frozenset()):
        if isinstance(found, Failure):
            yield found
            continue
        for item in _file(found, fields, named=False):
            # How far one file of several has been read.
            if isinstance(item, Reached):
                told = min((done + item.share) / max(total, 1), 1.0)
                yield Reached(told)
            else:
                yield item
        done += 1
        if done / max(total, done) - told >= 0.01:
            told = done / max(total, done)
            yield Reached(told)


def _below(folder: Path, above: frozenset[tuple[int, int]]) -> Iterator[Path | Failure]:
    try:
        here = folder.stat()
        entries = sorted(os.listdir(folder))
    except OSError as error:
        yield Failure(storable(str(folder)), _reason(error))
        return
    # A link that leads back up would never end.
    if (here.st_dev, here.st_ino) in above:
        return
    pages = {name.rpartition(".")[0] for name in entries if kind_of(Path(name)) is PAGE}
    for name in entries:
        path = folder / name
        if name.startswith("."):
            continue
        if path.is_dir():
            if not (name.endswith(_PARTS) and name.removesuffix(_PARTS) in pages):
                yield from _below(path, above | {(here.st_dev, here.st_ino)})
        elif kind_of(path):
            yield path


def _reason(error: OSError) -> str:
    sentences: dict[type[OSError], str] = {
        FileNotFoundError: "there is no such file",
        PermissionError: "there is no permission to read it",
    }
    return sentences.get(type(error)) or (error.strerror or str(error)).lower()
