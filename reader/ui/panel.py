"""What the other articles say at the current mark."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reader.model import Event, Evidence, Finding, Point, Span
from reader.text.safety import one_line
from reader.text.shown import as_read, seen, shown
from reader.ui.desk import Page, Sheet
from reader.ui.draw import Line, Mark, cut, wrapped
from reader.ui.findings import phrase, question, role
from reader.ui.marks import Mark as MarginMark
from reader.ui.pane import Block
from reader.ui.roles import BOTH
from reader.ui.shared import shared_spans
from reader.ui.shelf import LETTERS, Shelf, headline
from reader.ui.signs import NEAR, SHARED, STRENGTH, sign_of


@dataclass(frozen=True, slots=True)
class Target:
    """A place in an article that Enter leads to."""

    article: str
    offset: int


def mark_panel(mark: MarginMark, sheet: Sheet, column: int, cells: int) -> list[Block]:
    """The panel of one mark: what it is, then the others' words."""
    cells = max(12, cells - 3)
    if mark.finding is not None:
        blocks = _finding_blocks(mark.finding, sheet, column, cells)
    elif mark.point is not None:
        blocks = _point_blocks(mark.point, sheet, column, cells)
    else:
        blocks = []
    leads = any(block.target is not None for block in blocks)
    there: Line = [("Enter", "accent"), (" go there   ", "text")] if leads else []
    keys: Line = [*there, ("c", "accent"), (" side by side", "text")]
    return [*blocks, _block([[]]), _block([keys])] if blocks else []


def alone_panel(event: Event | None, shelf: Shelf, cells: int) -> list[Block]:
    """The panel of an article that no other one is compared with."""
    cells = max(12, cells - 3)
    lines: list[Line] = [[("Alone in its event", "strong")]]
    lines += wrapped("No other article here reports the same happening.", cells, key="dim")
    blocks = [_block(lines)]
    for id, reason in event.maybe if event else ():
        if card := shelf.cards.get(id):
            title = wrapped(headline(card), cells - 2, most=2)
            lines = [[], [("? ", "dim"), ("perhaps also", "dim")], *_indent(title)]
            lines += _indent(wrapped(one_line(reason), cells - 2, key="dim"))
            blocks.append(_block(lines, Target(id, 0)))
    return blocks


def no_mark_panel(marks: Sequence[MarginMark], sheet: Sheet, cells: int) -> list[Block]:
    """The panel while no mark is in sight: what there is elsewhere in the text."""
    cells = max(12, cells - 3)
    others = len(sheet.pages) - 1
    compared = f"Compared with {others} other{'s' if others > 1 else ''} of its event"
    if not marks:
        lines = wrapped(f"{compared}: nothing shared, nothing to set apart", cells, key="dim")
        return [_block(lines)]
    lines = wrapped(compared, cells, key="strong")
    tally = Counter(mark.sign for mark in marks)
    for sign in STRENGTH:
        if tally[sign]:
            words = f"{tally[sign]:>3}  {sign.means.partition(';')[0]}"
            lines.append([(f"{sign.symbol} ", sign.role), (cut(words, cells - 2), "text")])
    lines += [[], [("m", "accent"), (" next mark", "text")]]
    return [_block(lines)]


def _finding_blocks(finding: Finding, sheet: Sheet, column: int, cells: int) -> list[Block]:
    head: list[Line] = [_heading(finding)]
    asked = question(finding)
    if finding.lens != "only-here":
        head += wrapped(asked, cells, key="dim")
    if finding.lens == "quotes" and finding.summary:
        head += wrapped(one_line(finding.summary).partition("”: ")[2], cells, key="dim")
    blocks = [_block([*head, []])]
    for index, page in enumerate(sheet.pages):
        value = finding.values[index] if index < len(finding.values) else None
        if index == column or value is None:
            continue
        around = _sentences(finding, page) or [value]
        key = f"{role_of(finding)} underline"
        lines = _head(index, page, value, cells)
        for evidence in around:
            marks = _within(evidence, value, key)
            lines += _indent(wrapped(as_read(evidence.quote), cells - 3, marks))
        offset = value.span.start if value.field == "text" else 0
        blocks.append(_block([*lines, []], Target(page.article.id, offset)))
    if finding.verdict == "own-dates-clash":
        for evidence in _sentences(finding, sheet.pages[column]):
            place = sheet.pages[column].paragraph_of(evidence.span.start)
            lines = [[(f"¶{place}", "dim")], *_indent(wrapped(as_read(evidence.quote), cells - 3))]
            blocks.append(_block([*lines, []]))
    if finding.lens == "quotes":
        own = _sentences(finding, sheet.pages[column])
        lines = [[("What stands around it here", "strong")]]
        for evidence in own:
            lines += _indent(wrapped(as_read(evidence.quote), cells - 3))
        blocks.append(_block([*lines, []]))
    if finding.lens == "only-here":
        lines = wrapped("The other articles of this comparison do not say this.", cells)
        blocks.append(_block([*lines, []]))
    if finding.reason:
        reason = f"{finding.certainty}: {one_line(finding.reason)}"
        blocks.append(_block(wrapped(reason, cells, key="dim")))
    return blocks


def role_of(finding: Finding) -> str:
    """The role in which a finding's words are underlined."""
    sign = sign_of(finding)
    return "text" if sign in (NEAR, SHARED) else role(sign)


def _heading(finding: Finding) -> Line:
    sign = sign_of(finding)
    return [(f"{sign.symbol} ", sign.role), (phrase(finding), "strong")]


def _point_blocks(point: Point, sheet: Sheet, column: int, cells: int) -> list[Block]:
    spans = shared_spans(point.passages, sheet)
    blocks = [_block([[("= ", "dim"), ("Others say it too", "strong")], []])]
    for index, passage in enumerate(point.passages):
        if passage is None or index == column:
            continue
        page = sheet.pages[index]
        marks: list[Mark] = [(s.start, s.end, f"strong {BOTH}") for s in spans[index]]
        lines = _head(index, page, passage, cells)
        lines += _indent(wrapped(page.shown, cells - 3, marks, span=passage.span))
        blocks.append(_block([*lines, []], Target(page.article.id, passage.span.start)))
    words = f"{point.certainty}: the words that stand out are in both"
    blocks.append(_block(wrapped(words, cells, key="dim")))
    return blocks


def _head(index: int, page: Page, shown: Evidence, cells: int) -> list[Line]:
    """The letter of an article, its headline and the paragraph of what is shown of it."""
    in_text = shown.field == "text"
    place = f", ¶{page.paragraph_of(shown.span.start)}" if in_text else ": its headline"
    title = cut(headline(page.article), cells - 3 - max(6, len(place)))
    return [[(f"{LETTERS[index]}  ", "strong"), (f"{title}{place}", "dim")]]


def _sentences(finding: Finding, page: Page) -> list[Evidence]:
    return [e for e in finding.evidence if e.article == page.article.id and e.field == "text"]


def _within(evidence: Evidence, value: Evidence, key: str) -> list[Mark]:
    """The value's place within the sentence as it is shown: white space folded."""
    if value.field != evidence.field or not evidence.span.overlaps(value.span):
        return []
    start = max(value.span.start, evidence.span.start) - evidence.span.start
    end = min(value.span.end, evidence.span.end) - evidence.span.start
    quote = shown(evidence.quote)
    before, words = one_line(seen(quote[:start])), one_line(seen(quote[start:end]))
    if before and seen(quote[:start])[-1:].isspace():
        before += " "
    return [(len(before), len(before) + len(words), key)]


def within(evidence: Evidence, spans: Sequence[Span], key: str) -> list[Mark]:
    """Spans of the article's text as marks on the sentence as it is shown."""
    marks: list[Mark] = []
    for span in spans:
        if evidence.span.overlaps(span):
            value = Evidence(evidence.article, evidence.field, span, "")
            marks += _within(evidence, value, key)
    return marks


def _indent(lines: Sequence[Line]) -> list[Line]:
    return [[("   ", "text"), *line] for line in lines]


def _block(lines: Sequence[Line], target: object = None) -> Block:
    return Block(tuple(line or [("", "text")] for line in lines), target)
