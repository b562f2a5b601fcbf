"""The preview beside the list: an event is already its findings, an article its opening."""

from __future__ import annotations

from collections.abc import Sequence

from reader.keymap import key_now, key_of
from reader.model import Card, Comparison, Event, Finding
from reader.text.safety import one_line
from reader.text.shown import as_read
from reader.ui.desk import Page
from reader.ui.draw import Line, clip, cut, spread, wrapped
from reader.ui.findings import contrast, in_order, question, shown_first, signed, tally, verdict
from reader.ui.marked import marks_said
from reader.ui.pane import Block
from reader.ui.shelf import LETTERS, Shelf, headline, long_day
from reader.ui.voices import voices_said

OPENING = 12
"""Paragraphs of an article's preview: a tall screen of them."""


def event_preview(
    event: Event,
    shelf: Shelf,
    comparison: Comparison | None,
    cells: int,
    failed: str = "",
    *,
    brief: bool = False,
) -> list[Block]:
    """The event's name, its articles, what stands first, and the lenses with findings.

    A brief one, for a drawer, is its findings at once.
    """
    cells = max(12, cells - 3)
    ids = comparison.articles if comparison else event.articles[: len(LETTERS)]
    if brief and comparison is not None:
        voices = [[(cut(f"= {said}", cells), "dim")] for said in voices_said(event, ids)]
        return [_block([*finding_lines(comparison, cells, brief=True), *voices])]
    lines: list[Line] = wrapped(one_line(event.label), cells, key="strong", most=2)
    count = len(event.articles)
    why = f"{count} articles, one event: {event.why[0]}" if event.why else f"{count} articles"
    lines += wrapped(one_line(why), cells, key="dim", most=2)
    lines.append([])
    for letter, id in zip(LETTERS, ids, strict=False):
        if card := shelf.cards.get(id):
            lines.append([(f"{letter} ", "strong"), *_title(card, cells - 2)])
            lines.append([("  " + cut(_provenance(card), cells - 2), "dim")])
    for said in voices_said(event, ids):
        lines += [[("= " if i == 0 else "  ", "dim"), *part]
                  for i, part in enumerate(wrapped(said, cells - 2))]  # fmt: skip
    if count > len(ids):
        lines.append([(f"  {len(ids)} of {count} articles are compared", "dim")])
    lines.append([])
    if failed:
        lines += wrapped(failed, cells, key="error")
    elif comparison is None:
        lines.append([("comparing …", "dim")])
    else:
        lines += finding_lines(comparison, cells)
        lines.append([])
        lines.append([("Enter", "accent"), (" compare   ", "text"), ("→", "accent"),
                      (" its articles", "text")])  # fmt: skip
    return [_block(lines)]


def finding_lines(comparison: Comparison, cells: int, *, brief: bool = False) -> list[Line]:
    """The findings that stand first, then each lens that found something.

    Brief: a line for each that stands first, without headings.
    """
    lines: list[Line] = []
    by_id = {finding.id: finding for finding in comparison.findings}
    first = [by_id[id] for id in comparison.first if id in by_id]
    if brief and first:
        return [one_line_of(finding, cells) for finding in first]
    if first:
        lines.append([("First", "strong")])
        for finding in first:
            lines += _two_lines(finding, cells)
        lines.append([])
    for head, _, findings in in_order(comparison):
        if not findings:
            continue
        lines.append(spread([(head, "strong")], [(tally(findings), "dim")], cells))
        shown, more = shown_first(findings)
        lines += [one_line_of(finding, cells) for finding in shown]
        if more:
            lines.append([(f"  {more}", "dim")])
        lines.append([])
    if not lines:
        lines.append([("Looked, found no difference and nothing that only one has", "dim")])
    while lines and not lines[-1]:
        lines.pop()
    return lines


def one_line_of(finding: Finding, cells: int) -> Line:
    """Sign, question, values and verdict on one line."""
    asked = cut(question(finding), max(12, cells * 2 // 5))
    said = verdict(finding)
    right: Line = [(said, "dim")] if said and cells >= 60 else []
    room = cells - 4 - len(asked) - (len(said) + 1 if right else 0)
    left = [*signed(finding), (asked, "dim"), ("  ", "text"), *contrast(finding, room)]
    return spread(left, right, cells)


def _two_lines(finding: Finding, cells: int) -> list[Line]:
    """A finding that stands first: one line where it fits, else the value below the question."""
    line = one_line_of(finding, cells)
    asked = question(finding)
    if finding.lens == "quotes" and len(asked) > max(12, cells * 2 // 5) and cells < 60:
        said = contrast(finding, cells - 2)
        return [
            clip([*signed(finding), (asked, "text")], cells),
            clip([("  ", "text"), *said], cells),
        ]
    if finding.lens != "only-here" or finding.kind not in ("passage", "quote"):
        return [line]
    owner, value = next((i, v) for i, v in enumerate(finding.values) if v is not None)
    head: Line = [*signed(finding), (f"{LETTERS[owner]} ", "strong"), ("only here", "dim")]
    body = wrapped(as_read(value.quote), cells - 2, key="text", most=3)
    return [clip(head, cells), *[[("  ", "text"), *part] for part in body]]


def article_preview(card: Card, page: Page, cells: int) -> list[Block]:
    """The article's head and opening."""
    cells = max(12, cells - 3)
    lines: list[Line] = wrapped(headline(card), cells, key="strong", most=3)
    lines.append([(cut(_provenance(card), cells), "dim")])
    if page.versions > 1:
        lines.append([(f"{page.versions} versions: ", "dim"), ("V", "accent"),
                      (" what changed", "dim")])  # fmt: skip
    lines += marks_said(page, cells)
    lines.append([])
    for paragraph in page.paragraphs[:OPENING]:
        key = "strong" if paragraph.heading else "text"
        lines += wrapped(page.shown, cells, key=key, span=paragraph.span, most=40)
        lines.append([])
    return [_block(lines)]


def welcome(samples: int, cells: int) -> list[Block]:
    """What a newcomer sees above the first event."""
    cells = max(12, cells - 3)
    enter, find, add, hide = (key_of(id) for id in ("open", "find", "add", "samples"))
    keys = (
        (enter, "compare this event"),
        (f"{key_now('→', 'right')} {enter}", "read one article, with marks"),
        (find, "find words in all of them"),
        (f"{add}  {hide}", "add your own; hide the samples"),
        (f"{key_of('tour')}  {key_of('help')}", "the tour, step by step; all keys"),
    )
    lines: list[Line] = [[(f"Welcome. These {samples} articles are samples.", "strong")]]
    lines += [[(f"{key:<10}", "accent"), (does, "text")] for key, does in keys]
    lines += [[("Nothing leaves this computer.", "dim")], [("─" * cells, "rule")]]
    return [_block(lines)]


def empty(cells: int) -> list[Block]:
    """What is shown while there is no article at all."""
    indent = " " * max(1, (cells - 60) // 2)
    keys = (
        ("add", "add files, folders, pages, feeds"),
        ("samples", "show the samples"),
        ("palette", "every command by name"),
        ("help", "all keys"),
    )
    rows: list[Line] = [
        [("No articles yet", "strong")],
        [],
        *([(f"{key_of(id):<4}", "accent"), (does, "text")] for id, does in keys),
        [],
        [("or from a shell:  ", "dim"), ("reader add FILE FOLDER URL …", "text")],
    ]
    return [_block([[], [], [], *([(indent, "text"), *row] for row in rows)])]


def _block(lines: Sequence[Line]) -> Block:
    return Block(tuple(line or [("", "text")] for line in lines))


def _title(card: Card, cells: int) -> Line:
    if card.title:
        return [(cut(one_line(card.title), cells), "text")]
    return clip([("no headline: ", "dim"), (one_line(card.opening), "text")], cells)


def _provenance(card: Card) -> str:
    outlet = one_line(card.outlet) if card.outlet else "no outlet"
    return f"{outlet}, {long_day(card.published)}, {card.words:,} words"
