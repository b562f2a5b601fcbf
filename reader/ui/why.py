"""The panel beside an event or a story: what it has, why it is one, what perhaps belongs too."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reader.model import Event, Story
from reader.text.safety import one_line
from reader.ui.chronicle import Row
from reader.ui.draw import Line, cut, wrapped
from reader.ui.eventlist import EventList
from reader.ui.facts import Facts, ordinal, place, voices
from reader.ui.pane import Block
from reader.ui.panel import Target
from reader.ui.shelf import LETTERS, Shelf, headline, long_day
from reader.ui.timeline import Stretch
from reader.ui.voices import voices_said

MOST = 24
"""Articles, or steps of a story, that the panel names: it is made anew for each row."""


@dataclass(frozen=True, slots=True)
class Perhaps(Target):
    """An article that perhaps belongs to the event too."""


@dataclass(frozen=True, slots=True)
class Step:
    """An event of the story, in the list."""

    event: str


def why_blocks(view: EventList, ruled: Mapping[str, Sequence[str]], cells: int) -> list[Block]:
    """The panel of the current row; `ruled` is what the person said of events and stories."""
    cells = max(12, cells - 3)
    if (story := view.story()) is not None:
        return _story_blocks(story, view, ruled.get(story.id, ()), cells)
    event = view.event()
    if event is None:
        return [_no_events(cells)]
    return _event_blocks(event, view, ruled.get(event.id, ()), cells)


def _event_blocks(event: Event, view: EventList, ruled: Sequence[str], cells: int) -> list[Block]:
    facts = view.facts(Row("event", event.id))
    lines: list[Line] = [*wrapped(one_line(event.label), cells, key="strong", most=3)]
    lines += wrapped(_counted(facts, voices(event)), cells, key="dim")
    lines += _corrections(ruled, cells)
    if event.why or event.voices or len(event.articles) > 1:
        lines += [[("", "text")], [("Why one event", "strong")], *_reasons(event.why, cells)]
    told = any("one voice" in reason for reason in event.why)  # grouping may say it already
    lines += _reasons([] if told else voices_said(event, facts.articles), cells, "= ")
    story = view.chronicle.stories.get(event.story or "")
    if story is not None:
        said = _in_story(event, story, view)
        lines += [[("", "text")], [("Why in this story", "strong")]]
        lines += wrapped(one_line(story.label), cells, key="dim", most=2)
        lines += _reasons([*said, *story.why], cells)
    lines += [[("", "text")], [("Articles", "strong")]]
    blocks = [Block(tuple(lines)), *_articles(facts, view.shelf, cells)]
    return [*blocks, *_perhaps(event, view.shelf, cells)]


def _counted(facts: Facts, said_by: int) -> str:
    """`5 articles, 4 outlets, 3 voices, 2 unread`; only what is not plain from the first."""
    articles = len(facts.articles)
    parts = [_number(articles, "article")]
    if outlets := len(facts.outlets):
        parts.append(_number(outlets, "outlet"))
    if said_by < articles:
        parts.append(_number(said_by, "voice"))
    if facts.unread:
        parts.append(f"{facts.unread:,} unread")
    return ", ".join(parts)


def _number(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def _in_story(event: Event, story: Story, view: EventList) -> list[str]:
    when = _dates(story, view)
    undated = sum(each.ends is None for each in when.values())
    found = place(event.id, story, when)
    if found is None:
        return [f"one of {len(story.events)} steps; order from dates: unknown"]
    rest = f", {undated} without a date" if undated else ""
    return [f"{ordinal(found[0])} of {found[1]} {'dated ' if undated else ''}steps{rest}"]


def _dates(story: Story, view: EventList) -> Mapping[str, Stretch]:
    """Also of events that a filter leaves out: an event keeps its place in the story."""
    known = view.chronicle.events
    return {id: view.facts(Row("event", id)).when for id in story.events if id in known}


def _articles(facts: Facts, shelf: Shelf, cells: int) -> Iterable[Block]:
    for index, id in enumerate(facts.articles[:MOST]):
        card = shelf.cards[id]
        letter = LETTERS[index] if index < len(LETTERS) else "·"
        outlet = one_line(card.outlet) if card.outlet else "no outlet"
        first: Line = [(", ", "dim"), ("first", "accent")] if id == facts.first else []
        sign = "● " if not card.marks.read else ""
        head: Line = [(f"{letter} ", "strong"), (sign, "accent")]
        head.append((cut(headline(card), cells - 2 - len(sign)), "text"))
        said = cut(f"  {outlet}, {long_day(card.published)}", cells - 7 * bool(first))
        yield Block((head, [(said, "dim"), *first]), Target(id, 0))
    if len(facts.articles) > MOST:
        more = len(facts.articles) - MOST
        yield Block(
            (
                [
                    (f"  {more:,} more: ", "dim"),
                    ("→", "accent"),
                    (" in the list shows all", "dim"),
                ],
            )
        )


def _perhaps(event: Event, shelf: Shelf, cells: int) -> Iterable[Block]:
    maybe = [(shelf.cards[id], reason) for id, reason in event.maybe if id in shelf.cards]
    if maybe:
        yield Block(([("", "text")], [("Perhaps also", "strong")]))
    for card, reason in maybe[:MOST]:
        head: Line = [("? ", "dim"), (cut(headline(card), cells - 2), "text")]
        about = [
            [("  ", "text"), *part] for part in wrapped(one_line(reason), cells - 2, key="dim")
        ]
        yield Block((head, *about), Perhaps(card.id, 0))
    if maybe:
        keys: Line = [("+", "accent"), (" belongs here   ", "dim"), ("d", "accent")]
        yield Block(([*keys, (" not the same event", "dim")],))


def _story_blocks(story: Story, view: EventList, ruled: Sequence[str], cells: int) -> list[Block]:
    row = Row("story", story.id)
    facts = view.facts(row)
    shown = view.chronicle.steps[story.id]
    lines: list[Line] = [*wrapped(one_line(story.label), cells, key="strong", most=3)]
    lines += wrapped(
        f"{_number(len(shown), 'event')}: {_counted(facts, len(facts.articles))}", cells, key="dim"
    )
    lines += _corrections(ruled, cells)
    lines += [[("", "text")], [("Why one story", "strong")], *_reasons(story.why, cells)]
    lines += [[("", "text")], [("Its events", "strong")]]
    blocks = [Block(tuple(lines))]
    when = _dates(story, view)
    for id in shown[:MOST]:
        event, found = view.chronicle.events[id], place(id, story, when)
        step = ordinal(found[0]) if found else "·"
        head: Line = [(f"{step:<5}", "strong"), (cut(one_line(event.label), cells - 5), "text")]
        about = (
            f"     {_number(len(event.articles), 'article')}, {_span(view.facts(Row('event', id)))}"
        )
        blocks.append(Block((head, [(cut(about, cells), "dim")]), Step(id)))
    if len(shown) > MOST:
        blocks.append(Block(([(f"     {len(shown) - MOST:,} more in the list", "dim")],)))
    return blocks


def _span(facts: Facts) -> str:
    """The days of an event in words."""
    ends = facts.when.ends
    if ends is None:
        return "no date"
    if facts.when.exact is None:
        return facts.when.words or f"{ends[0]:%B %Y} to {ends[1]:%B %Y}"
    first, last = facts.when.exact
    said = f"{last.day} {last:%B %Y}"
    return said if first == last else f"{first.day} {first:%B %Y} to {said}"


def _corrections(ruled: Sequence[str], cells: int) -> list[Line]:
    if not ruled:
        return []
    return [[("", "text")], [("Your corrections", "strong")], *_reasons(ruled, cells)]


def _reasons(reasons: Iterable[str], cells: int, sign: str = "· ") -> list[Line]:
    lines: list[Line] = []
    for reason in reasons:
        for index, part in enumerate(wrapped(one_line(reason), cells - 2)):
            lines.append([(sign if index == 0 else "  ", "dim"), *part])
    return lines


def _no_events(cells: int) -> Block:
    """What is said where no two articles report the same happening."""
    return Block(
        (
            [("No events yet", "strong")],
            [("", "text")],
            *wrapped("Two articles about the same happening make one.", cells),
            [("a", "accent"), (" adds articles", "text")],
        )
    )
