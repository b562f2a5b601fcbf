"""What comes into the library by a command: taken in, printed, and put as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field

from reader.actions.bring import Brought, Checked, Tally
from reader.cli.naming import event_of
from reader.cli.output import Output, number, say
from reader.cli.progress import counting
from reader.exporting.shapes import Shape, article_json
from reader.exporting.wording import headline
from reader.importing.found import Reached
from reader.workspace import Workspace

# More than fits on most screens: a person is told how many there are instead.
_MOST_ROWS = 30
# Of ten thousand failures the first ones say what is wrong.
_MOST_FAILURES = 50
# Changes since the last grouping: it takes some ten seconds for so many.
_MOST_GROUPED = 2_000


@dataclass
class Intake:
    """What became of sources and feeds."""

    tally: Tally = field(default_factory=Tally)
    checked: list[Checked] = field(default_factory=list)
    """The feeds that were asked, or would have been."""

    @property
    def added(self) -> list[str]:
        """Ids of new articles, each once."""
        return list(dict.fromkeys(self.tally.added))

    @property
    def updated(self) -> list[str]:
        """Ids of articles that were there before and changed, each once."""
        new = set(self.tally.added)
        return [id for id in dict.fromkeys(self.tally.updated) if id not in new]


def taken(workspace: Workspace, items: Iterator[Brought | Checked | Reached], doing: str) -> Intake:
    """Take everything in, with progress on stderr; only ids are kept.

    On Ctrl+C what has been read is kept, and it is said how much that is.
    """
    intake = Intake()
    before = workspace.library.count()
    try:
        # Closed here and not by the garbage collector, while the library is still open.
        with counting(doing) as shown, closing(items):  # type: ignore[type-var]
            for item in items:
                if isinstance(item, Reached):
                    shown.share = item.share
                    continue
                intake.tally.take(item)
                if isinstance(item, Checked):
                    intake.checked.append(item)
                shown.count, shown.failed = intake.tally.count, len(intake.tally.failed)
    except KeyboardInterrupt:
        new = workspace.library.count() - before
        if new > 0 or intake.tally.count:
            say(f"{number(new, 'new article')} so far. The same command goes on from there.")
        raise
    return intake


def complain(what: str, failed: Sequence[tuple[str, str]]) -> None:
    """Name what failed on stderr, each on a line: what, source, reason."""
    for source, reason in failed[:_MOST_FAILURES]:
        say(f"{what}: {source}: {reason}")
    if len(failed) > _MOST_FAILURES:
        say(f"{what}: {len(failed) - _MOST_FAILURES:,} more.")


def show(workspace: Workspace, intake: Intake, output: Output) -> None:
    """Print what is new, a row an article; where a person would see too many, only the counts."""
    added, updated = intake.added, intake.updated
    if output.terminal and len(added) + len(updated) > _MOST_ROWS:
        counts = {"added": len(added), "updated": len(updated)}
        told = [f"{count:,} {what}" for what, count in counts.items() if count]
        output.line(f"Articles: {', '.join(told)}.")
    else:
        output.rows(("", "id", "title"), _rows(workspace, added, updated))


def document(workspace: Workspace, intake: Intake) -> Shape:
    """What came in as JSON has it; the articles are read in batches and without their texts."""
    added, updated = intake.added, intake.updated
    events: dict[str, str] = {}
    library = workspace.library
    if library.revision - library.events_revision <= _MOST_GROUPED:
        events = event_of(workspace, [*added, *updated]) if added or updated else {}
    elif added or updated:
        # Unknown is null; a script that adds ten thousand must not wait for what it may not need.
        say("Too many articles to look for events now; `reader events` does.")

    def shapes(ids: list[str]) -> list[Shape]:
        found = library.articles(ids)
        return [article_json(article, events.get(article.id)) for article in found]

    return {
        "added": shapes(added),
        "updated": shapes(updated),
        "unchanged": len(intake.tally.unchanged),
        "failed": [{"source": source, "reason": reason} for source, reason in intake.tally.failed],
    }


def _rows(
    workspace: Workspace, added: list[str], updated: list[str]
) -> Iterator[tuple[str, str, str]]:
    for what, ids in (("added", added), ("updated", updated)):
        for article in workspace.library.articles(ids):
            yield what, article.id, headline(article)
