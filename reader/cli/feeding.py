"""`reader feeds`: the feeds that a person follows."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path

from reader.cli.commands import Command, Words
from reader.cli.exits import Exit
from reader.cli.feednames import called, feed_json, feeds_named
from reader.cli.output import Output, number, say
from reader.errors import UsageError
from reader.model import Feed
from reader.workspace import Workspace

_PAGES = ("auto", "always", "never")
_OPML_TITLE = "Feeds"
_LOOKED_AT = 4_096  # bytes at the start of a file that show whether it is a list of feeds


def _run(workspace: Workspace, options: argparse.Namespace, output: Output) -> Exit:
    _check(options, output)
    library = workspace.library
    feeds: Sequence[Feed] = feeds_named(workspace, options.words) or library.feeds()
    if options.opml:
        _put_opml(feeds, options.output, output)
    elif options.remove:
        _remove(workspace, feeds, output)
    else:
        if _changing(options):
            feeds = [
                library.set_feed(
                    feed.address, title=options.title, tags=options.tag, pages=options.pages
                )
                for feed in feeds
            ]
        _list(feeds, output)
    return Exit.DONE


def _changing(options: argparse.Namespace) -> bool:
    return any(value is not None for value in (options.title, options.tag, options.pages))


def _check(options: argparse.Namespace, output: Output) -> None:
    """Whether the options go together; raises UsageError."""
    changing = _changing(options)
    if sum((changing, options.remove, options.opml)) > 1:
        raise UsageError("give one of --opml, --remove, and settings of feeds only.")
    if (changing or options.remove) and not options.words:
        raise UsageError("name the feeds that are meant. See: reader feeds")
    if options.title is not None and len(options.words) > 1:
        raise UsageError("--title takes one feed only.")
    if options.output is not None and not options.opml:
        raise UsageError("-o goes with --opml.")
    if options.opml and output.json:
        raise UsageError("give one of --json and --opml only.")


def _list(feeds: Sequence[Feed], output: Output) -> None:
    if output.json:
        output.document({"feeds": [feed_json(feed) for feed in feeds]})
    elif not feeds:
        say("No feeds yet. To follow one: reader add ADDRESS")
    elif output.terminal:
        _draw(feeds, output)
    else:
        heads = ("feed", "title", "articles", "pages", "tags", "answered", "failing")
        output.rows(heads, map(_cells, feeds))


def _cells(feed: Feed) -> tuple[str, ...]:
    return (
        feed.address,
        feed.title or "no title",
        f"{feed.articles}",
        feed.pages,
        ", ".join(feed.tags),
        _moment(feed.checked),
        _failing(feed),
    )


def _draw(feeds: Iterable[Feed], output: Output) -> None:
    """Two lines a feed and one more if it fails: a table would cut the addresses."""
    for feed in feeds:
        output.line(called(feed), style="bold")
        tags = [f"tags {', '.join(feed.tags)}"] if feed.tags else []
        answered = f"answered {_moment(feed.checked)}"
        known = [number(feed.articles), f"pages {feed.pages}", *tags, answered]
        output.line(f"  {' · '.join(known)}")
        if feed.title:
            output.line(f"  {feed.address}", style="dim")
        if feed.failed:
            output.line(f"  {_failing(feed)}")


def _failing(feed: Feed) -> str:
    """Since when and why a feed fails, and when it is asked again; empty if it does not."""
    if not feed.failed:
        return ""
    said = f"failing since {_moment(feed.failed_since)}: {feed.failed}"
    if feed.gone:
        return f"{said}; not asked any more"
    return f"{said}; not asked before {_moment(feed.not_before)}" if feed.not_before else said


def _moment(iso: str | None) -> str:
    """A stored time to the minute."""
    return f"{iso[:10]} {iso[11:16]} UTC" if iso else "never"


def _remove(workspace: Workspace, feeds: Sequence[Feed], output: Output) -> None:
    removed = len(workspace.library.unsubscribe(feed.address for feed in feeds))
    if output.json:
        output.document({"removed": removed})
    else:
        output.line(f"{number(removed, 'feed')} removed; all articles stay")


def _put_opml(feeds: Sequence[Feed], file: str | None, output: Output) -> None:
    """Print a list of feeds that other programs read, or write it to a file."""
    from reader.importing.feeds.opml import Subscription, opml

    known = [Subscription(feed.address, feed.title, feed.tags) for feed in feeds]
    text = opml(known, _OPML_TITLE)
    if file in (None, "-"):
        output.write(text)
        return
    path = Path(str(file))
    try:
        if not _may_write(path):
            raise UsageError(f"{path} holds something else than feeds; name another file.")
        path.write_text(text, encoding="utf-8")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UsageError(f"{path} cannot be written: {reason}.") from error


def _may_write(path: Path) -> bool:
    """Whether nothing but an older list of feeds would be lost."""
    from reader.importing.feeds.opml import is_opml

    if not path.is_file():
        return True
    with path.open("rb") as file:
        opening = file.read(_LOOKED_AT)
    return not opening.strip() or is_opml(opening)


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--pages",
        choices=_PAGES,
        help="whether the page of each entry is read: where the feed has only an excerpt (auto), "
        "always, or never",
    )
    parser.add_argument("--title", metavar="TEXT", help="call it this (empty: its own title)")
    parser.add_argument(
        "--tag",
        metavar="TAG",
        action="append",
        help="give its articles exactly this tag (can be given again; empty: no tags)",
    )
    parser.add_argument(
        "--remove", action="store_true", help="follow no more; the articles stay in the library"
    )
    parser.add_argument("--opml", action="store_true", help="print them for another program")
    parser.add_argument("-o", "--output", metavar="FILE", help="write the OPML to this file")


COMMAND = Command(
    name="feeds",
    usage="[OPTION...] [FEED...]",
    about="Lists the feeds that you follow, or those named, and changes what is kept about them. "
    "FEED is the address or title of a feed, or a part of one that no other has. To follow a feed: "
    "reader add ADDRESS. To get what is new: reader sync.",
    examples="""
reader feeds
reader feeds --pages always "Coast Daily"
reader feeds --tag Sea --tag North coast.example
reader feeds --remove coast.example
reader feeds --opml -o feeds.opml
reader feeds --json | jq -r '.feeds[] | select(.failed) | .url'
""",
    words=Words("FEED"),
    run=_run,
    options=_options,
)
