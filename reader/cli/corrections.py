"""`reader corrections`: what a person said of events and comparisons, and taking it back."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping, Sequence

from reader.actions.judging import take_back
from reader.cli.commands import Command, Words
from reader.cli.exits import Exit
from reader.cli.grouping import event_shapes, show_events
from reader.cli.naming import events_of
from reader.cli.output import Output, say
from reader.errors import UsageError
from reader.events.rulings import touched
from reader.exporting.shapes import Shape, correction_json
from reader.exporting.wording import headline
from reader.framing.findings import shortened
from reader.model import Article, Event, Judgement, Ruling
from reader.workspace import Workspace

Said = Ruling | Judgement

_LAST = "last"
_HEADS = ("", "date", "said", "of")
_MOST_HEADLINES = 3


def _run(workspace: Workspace, options: argparse.Namespace, output: Output) -> Exit:
    if options.undo is not None:
        return _undo(workspace, options.undo, output)
    library = workspace.library
    both: list[Said] = [*library.rulings(), *library.judgements()]
    said = sorted(both, key=lambda each: each.number)
    articles = _articles(workspace, said)
    if output.json:
        output.document({"corrections": _shapes(said, articles)})
        return Exit.DONE
    output.rows(_HEADS, (_cells(each, articles) for each in said))
    if not said:
        say("Nothing was corrected. See: reader join --help")
    return Exit.DONE


def _undo(workspace: Workspace, given: str, output: Output) -> Exit:
    """Take one back, and print it with the events that its articles are in now."""
    if workspace.is_samples:
        raise UsageError("the samples cannot be changed; leave out --samples.")
    undone = take_back(workspace, _number(given))
    articles = _articles(workspace, [undone])
    # What was said of a finding or a passage changes no event.
    events: list[Event] = []
    if isinstance(undone, Ruling):
        events = events_of(workspace, (*undone.one, *undone.apart[0], *undone.apart[1]))
    if output.json:
        (shape,) = _shapes([undone], articles)
        output.document({"undone": shape, "events": event_shapes(workspace, events)})
        return Exit.DONE
    output.rows(_HEADS, [_cells(undone, articles)])
    if events:
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


def _spoken_of(said: Said) -> frozenset[str]:
    if isinstance(said, Ruling):
        return frozenset(touched(said))
    return frozenset(place.article for place in said.places)


def _articles(workspace: Workspace, said: Iterable[Said]) -> dict[str, Article]:
    """Each article that is spoken of and still there."""
    ids = sorted(frozenset[str]().union(*map(_spoken_of, said)))
    return {article.id: article for article in workspace.library.articles(ids)}


def _shapes(said: Iterable[Said], articles: Mapping[str, Article]) -> list[Shape]:
    titles = {id: article.title for id, article in articles.items()}
    return [correction_json(each, titles) for each in said]


def _cells(said: Said, articles: Mapping[str, Article]) -> tuple[str, ...]:
    what = _what(said, articles) if isinstance(said, Ruling) else _of_comparison(said, articles)
    return (f"{said.number}", said.made[:10], _SAID[said.act], what)


def _of_comparison(said: Judgement, articles: Mapping[str, Article]) -> str:
    """The finding, or the two passages."""
    if said.about:
        ids = list(dict.fromkeys(place.article for place in said.places))
        return f"{said.about}: {_named(ids, articles)}"
    return " and ".join(f"“{shortened(place.passage)}”" for place in said.places)


_SAID = {
    "join": "one event",
    "split": "taken out",
    "move": "moved",
    "part": "not the same",
    "name": "event named",
    "name-story": "story named",
    "hide": "hidden",
    "keep": "kept",
    "same": "say the same",
    "apart": "do not say the same",
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
    about="Lists what you said of events, findings and passages, in the order in which you said "
    "it: a later word is stronger than an earlier one. --undo takes one back, as if it had never "
    "been said, and prints the events that its articles are in now.",
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
