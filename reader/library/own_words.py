"""What a person changes in the word lists: files named like the lists, in a folder of theirs."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from reader.framing.word_lists import Own, WordLists, names
from reader.text.safety import one_line

# A list is read by eye; more than that is another file put there by mistake.
_MOST_BYTES = 200_000
_LONGEST = 80  # characters of an entry


def own_words(folder: Path) -> WordLists:
    """The lists with the changes of a folder; a file that cannot be used is named, not fatal."""
    own: list[Own] = []
    problems: list[str] = []
    for path in _files(folder, problems):
        name = path.name.removesuffix(".txt")
        if name not in names():
            known = ", ".join(names())
            problems.append(f"{_said(path)} is left out: no list has this name, only {known}")
            continue
        text = _text(path, problems)
        if text is not None:
            own.append(_own(path, name, text, problems))
    return WordLists(tuple(own), tuple(map(one_line, problems)))


def _files(folder: Path, problems: list[str]) -> Iterable[Path]:
    """What lies in the folder, hidden files aside; a folder that is not there is empty."""
    try:
        return sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except FileNotFoundError:
        return ()
    except OSError as error:
        problems.append(f"{folder.name} cannot be read: {error.strerror}")
        return ()


def _text(path: Path, problems: list[str]) -> str | None:
    try:
        if not path.is_file():
            problems.append(f"{_said(path)} is left out: it is no file")
        elif path.stat().st_size > _MOST_BYTES:
            problems.append(f"{_said(path)} is left out: it has over {_MOST_BYTES:,} bytes")
        else:
            return path.read_text("utf-8-sig")
    except OSError as error:
        problems.append(f"{_said(path)} cannot be read: {error.strerror}")
    except ValueError:
        problems.append(f"{_said(path)} is left out: it is not UTF-8")
    return None


def _own(path: Path, name: str, text: str, problems: list[str]) -> Own:
    added: list[str] = []
    removed: list[str] = []
    for number, line in enumerate(text.splitlines(), 1):
        entry = line.strip()
        if not entry or entry.startswith("#"):
            continue
        word = entry.removeprefix("-").strip()
        if len(word) > _LONGEST or not any(map(str.isalnum, word)):
            problems.append(f"{_said(path)}: line {number} is left out, it is no word of a list")
        else:
            (removed if entry.startswith("-") else added).append(word)
    return Own(name, tuple(dict.fromkeys(added)), tuple(dict.fromkeys(removed)))


def _said(path: Path) -> str:
    """A file by its place in its folder: where a person keeps things is nobody's concern."""
    return f"words/{path.name}"
