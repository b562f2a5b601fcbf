"""The versions of an article, and what changed from one to the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.cli.marking import Marked, lines
from reader.cli.output import Output, say
from reader.errors import UsageError
from reader.exporting.shapes import Shape
from reader.model import Version
from reader.text.changes import changes, counted

ONE = "This article has one version."


def versions_json(versions: Sequence[Version]) -> list[Shape]:
    """All versions, oldest first; words out and in against the one before, null for the first."""
    return [
        {
            "number": version.number,
            "seen": version.seen,
            "read_by": version.read_by,
            "source": version.source or None,
            "title": version.title,
            "words": len(version.text.split()),
            "out": moved[0] if moved else None,
            "in": moved[1] if moved else None,
        }
        for version, moved in _with_words(versions)
    ]


def show_versions(versions: Sequence[Version], output: Output) -> None:
    """One row a version, oldest first; on a terminal three lines, in which nothing is cut."""
    for version, moved in _with_words(versions):
        seen = f"{version.seen[:10]} {version.seen[11:16]} UTC"
        words = f"{len(version.text.split()):,}"
        out, put = (f"{moved[0]:,}", f"{moved[1]:,}") if moved else ("", "")
        title, source = version.title or "no headline", version.source or "source not known"
        if output.terminal:
            counts = f"{words} words{f' · {out} out · {put} in' if moved else ''}"
            output.line(f"{version.number}", title, style="bold")
            output.line(f"   first read {seen} · {counts}")
            output.line(f"   {source}", style="dim")
        else:
            output.rows((), [(f"{version.number}", seen, words, out, put, source, title)])
    if len(versions) == 1:
        say(ONE)


def chosen(versions: Sequence[Version], number: int | None) -> tuple[Version, Version] | None:
    """The version of that number, by default the last one, and the one before it.

    None if there is one version only; raises UsageError for a number that has none before it.
    """
    if len(versions) < 2:
        return None
    last = len(versions)
    if number is not None and not 2 <= number <= last:
        which = "2" if last == 2 else f"2 to {last}"
        raise UsageError(f"this article has {last} versions; --changes takes {which}")
    at = (number or last) - 1
    return versions[at - 1], versions[at]


def changes_json(pair: tuple[Version, Version] | None) -> Shape | None:
    """Both version numbers, and title and text as words that stayed, went or came."""
    if pair is None:
        return None
    old, new = pair
    return {
        "from": old.number,
        "to": new.number,
        "title": _words(old.title or "", new.title or ""),
        "text": _words(old.text, new.text),
    }


def show_changes(pair: tuple[Version, Version], output: Output) -> None:
    """Print the word diff, the headline first; unchanged words far from a change as `…`."""
    old, new = pair
    before, after = old.title or "", new.title or ""
    titles = lines(changes(before, after), before, after, folded=False)
    # Always one line, so that what follows is the text.
    title = next(titles, Marked("no headline", ()))
    output.marked(title.text, title.marks, style="bold")
    output.line()
    for line in lines(changes(old.text, new.text), old.text, new.text):
        output.marked(line.text, line.marks)


def explain(pair: tuple[Version, Version]) -> None:
    """Say on stderr where changes may come from the reading and not from the outlet."""
    may = "some of these changes may come from the reading"
    if len({version.source for version in pair}) > 1:
        one, two = (version.source or "a place that is not known" for version in pair)
        say(f"Read from different places, {one} and {two}: {may}.")
    if len({version.read_by for version in pair}) > 1:
        one, two = (version.read_by or "not known" for version in pair)
        say(f"Read by different versions of reader, {one} and {two}: {may}.")


def _words(old: str, new: str) -> list[Shape]:
    return [
        {
            "kind": change.kind,
            "old": change.old.of(old) if change.old else None,
            "new": change.new.of(new) if change.new else None,
        }
        for change in changes(old, new)
    ]


def _with_words(
    versions: Sequence[Version],
) -> Iterator[tuple[Version, tuple[int, int] | None]]:
    """Each version with how many words went and came since the one before, headline included."""
    before: Version | None = None
    for version in versions:
        yield version, _counts(before, version) if before else None
        before = version


def _counts(old: Version, new: Version) -> tuple[int, int]:
    pairs = ((old.title or "", new.title or ""), (old.text, new.text))
    found = [counted(changes(*pair), *pair) for pair in pairs]
    return sum(out for out, _ in found), sum(put for _, put in found)
