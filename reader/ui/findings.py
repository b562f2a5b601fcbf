"""How a finding is put on a line: sign, question, the articles' values, verdict.

Content is cut from articles; the words of the program are the fixed ones in this module.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from reader.exporting.wording import TITLES
from reader.model import Comparison, Finding
from reader.text.safety import one_line
from reader.text.shown import as_read
from reader.ui.draw import Line, cut
from reader.ui.shelf import LETTERS
from reader.ui.signs import (
    DIFFERS,
    LEFT_OUT,
    NEAR,
    ONLY,
    PERHAPS,
    QUOTE,
    SHARED,
    Sign,
    sign_of,
)

_VERDICTS = {
    "rounded": "rounded",
    "respelled": "spelling",
    "own-dates-clash": "do not fit",
    "trimmed": "cut",
    "altered": "altered",
    "words-moved-in": "words moved in",
    "unmarked": "no marks",
    "changes-with-time": "changes with time",
    "contradicts": "contradicts",
    "same": "same",
    "silent": "named, no words",
    "writer": "writer’s words",
    "quoted": "quoted",
}
_PHRASES = {
    "rounded": "Same value, rounded",
    "finer": "Same value, more exact in one",
    "respelled": "Same name, spelled otherwise",
    "own-dates-clash": "Own dates do not fit",
    "trimmed": "Same quotation, cut",
    "altered": "Same quotation, altered",
    "words-moved-in": "Same words, other quotation marks",
    "unmarked": "Same words, without quotation marks",
    "changes-with-time": "Another figure; it changes with time",
    "contradicts": "The two contradict each other",
    "only-here": "Only here, among these articles",
    "left-out": "Others name it, never here",
    "speaks": "Words of this person",
    "silent": "Heard in one, only named in another",
    "first": "Named first in each, with the number of the sentence",
    "share": "Share of the sentences that name it",
    "writer": "An evaluative word of the writer’s own",
    "quoted": "An evaluative word in quotation marks",
}
_STATED = {
    "cause": "What is given as cause",
    "blame": "Who is blamed or praised",
    "judgement": "What is called right or wrong",
    "remedy": "What should be done",
}
_DIFFER = {"facts": "Another value elsewhere", "labels": "Called otherwise elsewhere"}
MOST_A_LENS = 5  # findings shown unasked
COUNTED = (DIFFERS, QUOTE, ONLY, LEFT_OUT)


def role(sign: Sign) -> str:
    """The role of a sign without its bold, for words."""
    return sign.role.split()[0]


def letters(finding: Finding) -> list[int]:
    """The columns that have a value."""
    return [i for i, value in enumerate(finding.values) if value is not None]


def question(finding: Finding) -> str:
    """`SUBJECT: kind`, or what stands in its place."""
    subject = as_read(finding.subject.quote) if finding.subject else ""
    if finding.verdict == "own-dates-clash":
        owner = letters(finding)
        return f"{LETTERS[owner[0]] if owner else '?'}: own dates"
    if finding.lens == "quotes":
        words = _quotation(finding).split()
        return f"“{'… ' if len(words) > 4 else ''}{' '.join(words[-4:])}”"
    if finding.lens == "labels":
        return f"{subject}: called" if subject else "called"
    if finding.lens == "quoted":
        return f"{subject}: words" if subject else "no speaker found: words"
    if finding.lens == "sources":
        return one_line(finding.summary).partition(":")[0]
    if finding.lens == "only-here":
        return {"quote": "quotation", "passage": "sentence"}.get(finding.kind, finding.kind)
    if finding.lens == "loaded":
        return f"“{subject}”"
    if finding.lens == "order":
        return f"{subject}: share" if finding.verdict == "share" else "named first"
    return f"{subject}: {finding.kind}" if subject else finding.kind


def _quotation(finding: Finding) -> str:
    """The shortest form of a quotation that some article gives, without its marks."""
    quotes = [as_read(v.quote) for v in finding.values if v is not None]
    if finding.subject is not None:
        quotes.append(as_read(finding.subject.quote))
    return min(quotes, key=len, default="").strip("“”\"'‘’«»„,.;:!? ")


def verdict(finding: Finding) -> str:
    """The fixed words at the right of a question; `differs` is left to the sign."""
    if finding.verdict == "finer":
        finer = max(letters(finding), key=lambda i: len(_value(finding, i)))
        return f"finer: {LETTERS[finer]}"
    return _VERDICTS.get(finding.verdict, "")


def phrase(finding: Finding) -> str:
    """The finding's verdict as a heading."""
    if finding.lens == "cause":
        return _STATED.get(finding.kind, TITLES[finding.lens])
    if finding.verdict == "differs" and finding.lens in _DIFFER:
        return _DIFFER[finding.lens]
    return _PHRASES.get(finding.verdict, TITLES.get(finding.lens, finding.lens))


def _value(finding: Finding, column: int) -> str:
    value = finding.values[column]
    return as_read(value.quote) if value is not None else ""


def cell(finding: Finding, column: int, cells: int) -> Line:
    """The value of one article in a table cell."""
    shown = _value(finding, column)
    if not shown:
        return [(cut("not known" if _unknown(finding, column) else SILENT, cells), "dim")]
    if finding.lens in _COUNTS:
        return _counted(finding, column, shown, cells)
    if finding.verdict == "own-dates-clash":
        return [(cut(own_dates(finding), cells), "differs underline")]
    if finding.lens == "quotes" and finding.unit == "words" and column < len(finding.measures):
        count = finding.measures[column]
        words = f"{count:,.0f} words" if count is not None else ""
        if words and finding.verdict in ("trimmed", "same"):
            return [(words, "text"), (" " + cut(shown, cells - len(words) - 1), "dim")]
    if finding.lens == "loaded" and column < len(finding.measures):
        count = finding.measures[column] or 0
        times = f" × {count:,.0f}" if count > 1 else ""
        return [(cut(shown, cells - len(times)), "text"), (times, "dim")]
    if words := _measured(finding, column):
        return [(words, "text"), (" " + cut(shown, cells - len(words) - 1), "dim")]
    values = [_value(finding, i) for i in letters(finding)]
    return [(telling(shown, values, cells), _value_key(finding, column))]


def _unknown(finding: Finding, column: int) -> bool:
    """Whether it cannot be said that an article has none of them."""
    return finding.lens == "sources" and finding.measures[column] is None


def _counted(finding: Finding, column: int, shown: str, cells: int) -> Line:
    """How many one article has, then the words that were counted."""
    count = finding.measures[column] if column < len(finding.measures) else None
    if finding.verdict == "silent" and not count:
        return [(cut("only named", cells), "text")]
    unit = f" {finding.unit}" if finding.lens == "quoted" else ""
    told = cut(f"{count or 0:,.0f}{unit}" if count or not unit else "reported", cells)
    room = cells - cell_len(told) - 1
    return [(told, "text"), *([(" " + cut(shown, room), "dim")] if room > 1 else [])]


def _measured(finding: Finding, column: int) -> str:
    """What was counted, where that is what the finding tells: `4 times`, `31%`, `sentence 2`."""
    count = finding.measures[column] if column < len(finding.measures) else None
    if count is None:
        return ""
    if finding.unit == "times":
        return f"{count:,.0f} time{'' if count == 1 else 's'}"
    if finding.unit == "percent":
        return f"{count:.0f}%"
    return f"sentence {count:,.0f}" if finding.unit == "sentence" else ""


def own_dates(finding: Finding) -> str:
    """The dates of one article that do not fit; the summary holds them after its letter."""
    summary = one_line(finding.summary)
    head, _, dates = summary.rpartition(f"{LETTERS[letters(finding)[0]]} ")
    return dates if dates and len(head) < len(summary) else summary


SILENT = "·"
_COUNTS = frozenset({"quoted", "sources"})


def _value_key(finding: Finding, column: int) -> str:
    """The value that stands alone is underlined; all if all differ; none if they are near."""
    sign = sign_of(finding)
    if sign in (NEAR, SHARED):
        return "text"
    values = [_value(finding, i).casefold() for i in letters(finding)]
    counts = Counter(values)
    alone = counts[_value(finding, column).casefold()] == 1
    all_differ = len(counts) == len(values)
    alone_side = all_differ or max(counts.values()) > 1
    return f"{role(sign)} underline" if alone and alone_side else "text"


def contrast(finding: Finding, cells: int) -> Line:
    """One line that sets the values side by side: `A strategist · B C scientist`."""
    if finding.lens == "quotes" and finding.summary:
        summary = one_line(finding.summary)
        return [(cut(summary.partition("”: ")[2] or summary, cells), "text")]
    if finding.verdict == "own-dates-clash":
        return [(cut(own_dates(finding), cells), "differs underline")]
    if finding.lens in _COUNTS:
        summary = one_line(finding.summary)
        # `Ann Lee, 45 words quoted` of the only article that has some.
        told = summary.partition(": ")[2]
        if not told:
            told = f"{LETTERS[letters(finding)[0]]} {summary.rpartition(', ')[2]}"
        return [(cut(told, cells), "text")]
    if finding.unit in ("percent", "times"):
        return _counts_line(finding, cells)
    groups: dict[str, list[int]] = {}
    for column in letters(finding):
        groups.setdefault(_value(finding, column), []).append(column)
    heads = sum(2 * len(columns) for columns in groups.values()) + 3 * (len(groups) - 1)
    room = max(6, (cells - heads) // max(1, len(groups)))
    line: Line = []
    for index, (value, columns) in enumerate(groups.items()):
        if index:
            line.append((" · ", "dim"))
        line.append((" ".join(LETTERS[c] for c in columns) + " ", "strong"))
        line.append((telling(value, list(groups), room), _value_key(finding, columns[0])))
    return line


def _counts_line(finding: Finding, cells: int) -> Line:
    """What was counted in each article: `A 4 times · B never`."""
    parts = [
        f"{LETTERS[i]} {_measured(finding, i) if measure else 'never'}"
        for i, measure in enumerate(finding.measures)
    ]
    return [(cut(" · ".join(parts), cells), "text")]


def telling(value: str, values: Sequence[str], cells: int) -> str:
    """A value in so many cells that still shows how it differs from the others.

    What is too long loses first the words that all of them begin with.
    """
    if cell_len(value) <= cells or len(values) < 2:
        return cut(value, cells)
    split = [each.split() for each in values]
    shared = 0
    while all(len(words) > shared + 1 for words in split) and (
        len({words[shared].casefold() for words in split}) == 1
    ):
        shared += 1
    return cut("… " + " ".join(value.split()[shared:]), cells) if shared else cut(value, cells)


def signed(finding: Finding) -> Line:
    """The sign, a question mark where it is not sure, a blank: three cells."""
    sign = sign_of(finding)
    mark = PERHAPS.symbol if finding.certainty == "perhaps" else " "
    return [(sign.symbol, sign.role), (f"{mark} " if mark != " " else " ", "dim")]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many findings of each counted sign an event has."""

    differs: int
    quote: int
    only: int
    left_out: int

    def runs(self, *, only: bool) -> Line:
        """`≠4 "1`, with `+9` where there is room."""
        pairs = [(DIFFERS, self.differs), (QUOTE, self.quote)]
        if only:
            pairs += [(ONLY, self.only), (LEFT_OUT, self.left_out)]
        line: Line = []
        for sign, count in pairs:
            if count:
                line.append((f"{sign.symbol}{count} ", sign.role))
        return line


_COUNTED_LENSES = frozenset({"facts", "quotes", "only-here", "left-out"})


def counts(comparison: Comparison) -> Counts:
    """What the row of an event shows; openings always differ and are not counted."""
    tally = Counter(
        sign_of(finding).symbol
        for finding in comparison.findings
        if finding.lens in _COUNTED_LENSES
    )
    differs, quote, only, left_out = (tally[sign.symbol] for sign in COUNTED)
    return Counts(differs, quote, only, left_out)


def tally(findings: Sequence[Finding]) -> str:
    """How many there are, told by what they are: `3 differ, 1 near`."""
    signs = Counter(sign_of(finding) for finding in findings)
    if set(signs) <= {DIFFERS, NEAR} and NEAR in signs:
        parts = [(signs[DIFFERS], "differ" if signs[DIFFERS] != 1 else "differs")]
        parts.append((signs[NEAR], "rounded or respelled"))
        return ", ".join(f"{count} {word}" for count, word in parts if count)
    return str(len(findings))


def shown_first(findings: Sequence[Finding]) -> tuple[Sequence[Finding], str]:
    """The findings of a lens that are shown unasked, and what the rest is: `3 more`.

    What all have alike sets no articles apart: it is among the rest.
    """
    apart = [finding for finding in findings if finding.verdict != "same"]
    shown = apart[:MOST_A_LENS]
    left = len(findings) - len(shown)
    return shown, f"{left} {'the same' if len(shown) == len(apart) else 'more'}" if left else ""


def in_order(comparison: Comparison) -> Sequence[tuple[str, str, tuple[Finding, ...]]]:
    """The lenses with what they say: (head, `looked, found none` or the reason, findings)."""
    rows = []
    for report in comparison.reports:
        words = ""
        if report.state == "none":
            words = "looked, found none" + (f": {report.reason}" if report.reason else "")
        elif report.state == "cannot-say":
            words = f"cannot say: {report.reason}"
        rows.append((TITLES.get(report.name, report.name), words, report.findings))
    return rows
