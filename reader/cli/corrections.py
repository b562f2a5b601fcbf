"""`reader corrections`: what a person said of the grouping, and taking it back."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping, Sequence

from reader.actions.rulings import take_back
from reader.cli.commands import Command, Words
from reader.cli.exits import Exit
from reader.cli.grouping import event_shapes, show_events
from reader.cli.naming import events_of
from reader.cli.output import Output, say
from reader.errors import UsageError
from reader.events.rulings import touched
from reader.exporting.shapes import Shape, ruling_json
from reader.exporting.wording import headline
from reader.model import Article, Ruling
from reader.workspace import Workspace

_LAST = "last"
_HEADS = ("", "date", "said", "of")
_MOST_HEADLINES = 3


def _run(workspace: Workspace, options: argparse.Namespace, output: Output) -> Exit:
    if options.undo is not None:
        return _undo(workspace, options.undo, output)
    said = workspace.library.rulings()
    articles = _articles(workspace, said)
    if output.json:
        output.document({"corrections": _shapes(said, articles)})
        return Exit.DONE
    output.rows(_HEADS, (_cells(ruling, articles) for ruling in said))
    if not said:
        say("Nothing was corrected. See: reader join --help")
    return Exit.DONE


def _undo(workspace: Workspace, given: str, output: Output) -> Exit:
    """Take one back, and print it with the events that its articles are in now."""
    if workspace.is_samples:
        raise UsageError("the samples cannot be changed; leave out --samples.")
    ruling = take_back(workspace, _number(given))
    articles = _articles(workspace, [ruling])
    events = events_of(workspace, (*ruling.one, *ruling.apart[0], *ruling.apart[1]))
    if output.json:
        (undone,) = _shapes([ruling], articles)
        output.document({"undone": undone, "events": event_shapes(workspace, events)})
        return Exit.DONE
    output.rows(_HEADS, [_cells(ruling, articles)])
    output.line()
    show_events(workspace, events, output)
    return Exit.DONE


def _number(given: str) -> int | None:
    """The number that is meant, None for the last one."""
    if given == _LAST:
        return None
    # Python refuses to read numbers of thousands of digits.
    if not (given.isdecimal() and len(given) < 20):
        raise UsageError(f"--undo takes a number of `reader corrections`, not {given!r}.")
    return int(given)


def _articles(workspace: Workspace, said: Iterable[Ruling]) -> dict[str, Article]:
    """Each article that is spoken of and still there."""
    ids = sorted(frozenset[str]().union(*map(touched, said)))
    return {article.id: article for article in workspace.library.articles(ids)}


def _shapes(said: Iterable[Ruling], articles: Mapping[str, Article]) -> list[Shape]:
    titles = {id: article.title for id, article in articles.items()}
    return [ruling_json(ruling, titles) for ruling in said]


def _cells(ruling: Ruling, articles: Mapping[str, Article]) -> tuple[str, ...]:
    return (f"{ruling.number}", ruling.made[:10], _SAID[ruling.act], _what(ruling, articles))


_SAID = {
    "join": "one event",
    "split": "taken out",
    "move": "moved",
    "part": "not the same",
    "name": "event named",
    "name-story": "story named",
}


def _what(ruling: Ruling, articles: Mapping[str, Article]) -> str:
    """The articles that a ruling is about, by their headlines, and what was said of them."""
    leaving, staying = ruling.apart
    if ruling.act == "join" or (ruling.act == "move" and not leaving):
        return _named(ruling.one, articles)
    if ruling.act in ("name", "name-story"):
        return f"{ruling.name or 'its headline again'}: {_named(ruling.one, articles)}"
    if ruling.act == "move":
        moved = frozenset(leaving)
        into = [id for id in ruling.one if id not in moved]
        return f"{_named(leaving, articles)}, to {_named(into, articles)}"
    return f"{_named(leaving, articles)}, apart from {_named(staying, articles)}"


def _named(ids: Sequence[str], articles: Mapping[str, Article]) -> str:
    shown = [f"“{headline(articles[id])}”" if id in articles else f"{id} (removed)" for id in ids]
    more = len(shown) - _MOST_HEADLINES
    return " and ".join(shown[:_MOST_HEADLINES]) + (f" and {more:,} more" if more > 0 else "")


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--undo",
        metavar="NUMBER",
        nargs="?",
        const=_LAST,
        help="take back the correction of this number, by default the last one",
    )


COMMAND = Command(
    name="corrections",
    usage="[--undo [NUMBER]]",
    about="Lists what you said of the grouping, in the order in which you said it: a later word "
    "is stronger than an earlier one. --undo takes one back, as if it had never been said, and "
    "prints the events that its articles are in now.",
    examples="""
reader corrections
reader corrections --undo              the last one
reader corrections --undo 3
reader corrections --json | jq '.corrections | length'
""",
    words=Words("", most=0),
    run=_run,
    options=_options,
)
