"""`reader add`: from files, folders and stdin into the library."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.actions.bring import add
from reader.cli.commands import Command, Words
from reader.cli.exits import Exit
from reader.cli.naming import article_shapes
from reader.cli.output import Output, say
from reader.cli.progress import progress
from reader.exporting.wording import headline
from reader.model import Article
from reader.workspace import Workspace


@dataclass
class Batch:
    """What became of the sources."""

    added: list[Article] = field(default_factory=list)
    updated: list[Article] = field(default_factory=list)
    unchanged: list[Article] = field(default_factory=list)
    failed: list[tuple[str, str]] = field(default_factory=list)
    """Source and reason."""

    @property
    def articles(self) -> list[Article]:
        """All that are in the library now, whether they were before or not."""
        return self.added + self.updated + self.unchanged


def bring(workspace: Workspace, sources: Sequence[str]) -> Batch:
    """Add the sources one by one; each that fails is named on stderr."""
    batch = Batch()
    with progress("Adding") as shown:
        for brought in add(workspace, sources):
            if brought.article is None:
                batch.failed.append((brought.source, brought.reason))
            elif brought.outcome == "added":
                batch.added.append(brought.article)
            elif brought.outcome == "updated":
                batch.updated.append(brought.article)
            else:
                batch.unchanged.append(brought.article)
            shown.text = f"Adding: {len(batch.articles):,} articles"
    for source, reason in batch.failed:
        say(f"Not added: {source}: {reason}")
    return batch


def _run(workspace: Workspace, options: argparse.Namespace, output: Output) -> Exit:
    batch = bring(workspace, options.words)
    if output.json:
        output.document(
            {
                "added": article_shapes(workspace, batch.added),
                "updated": article_shapes(workspace, batch.updated),
                "unchanged": len(batch.unchanged),
                "failed": [{"source": source, "reason": reason} for source, reason in batch.failed],
            }
        )
    else:
        rows = [("added", article) for article in batch.added]
        rows += [("updated", article) for article in batch.updated]
        output.rows(
            ("", "id", "title"), [(what, article.id, headline(article)) for what, article in rows]
        )
        if batch.unchanged:
            say(f"{len(batch.unchanged):,} unchanged.")
    return Exit.SOME_FAILED if batch.failed else Exit.DONE


COMMAND = Command(
    name="add",
    usage="SOURCE...",
    about="Adds .txt and .md files, folders with all that is in them, and text from stdin (`-`). "
    "Adding a file again changes nothing, unless the file has changed: then its article is "
    "updated and keeps its id and marks.",
    examples="""
reader add interview.txt               one article
reader add articles/ more/*.md         folders and files
pbpaste | reader add -                 what stands in the clipboard
reader add --json articles/            ids for a script
""",
    words=Words("SOURCE", least=1),
    run=_run,
    changes=True,
)
