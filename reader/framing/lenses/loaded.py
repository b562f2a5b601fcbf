"""Which evaluative words, in whose voice?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reader.framing.evaluative import PREFIX, Occurrence, occurrences, topic_words
from reader.framing.findings import finding_id, letter
from reader.framing.lens import Case
from reader.model import Evidence, Finding, LensReport
from reader.text.document import Document
from reader.text.safety import one_line

# No claim is made, so it stands below the lenses that make one.
_WEIGHT = 0.2
_IN_FRONT = 0.1  # in the headline or the first sentences
_REPEATED = 0.05
_MOST_REPEATED = 3
_JUDGING = {"blame": 0.1, "dismissal": 0.1, "praise": 0.06, "alarm": 0.06, "action": 0.06}
_QUOTED = -0.1
_PASSAGES = 3  # of one article
_REASONS = {
    "writer": "outside quotation marks, no word of saying or thinking in the sentence",
    "quoted": "between quotation marks, or in a post or paragraph that is cited without them",
}


@dataclass(frozen=True)
class Loaded:
    """Which evaluative words, in whose voice?

    Words in their places with the list they come from: ranking outlets by them is chance.
    """

    name: str = "loaded"
    needs_one_event: bool = False

    def look(self, case: Case) -> LensReport:
        """Find the words of the lists, those that the event is about and names left out."""
        looked = [
            column
            for column, document in enumerate(case.documents)
            if case.words.own or document.article.language in (None, "en")
        ]
        if not looked:
            return LensReport(self.name, "cannot-say", "the word lists are of English words")
        topic = topic_words(case)
        groups: dict[tuple[str, str, str], list[Occurrence]] = {}
        for column in looked:
            for one in occurrences(case, column, topic):
                groups.setdefault((one.verdict, one.group, one.key), []).append(one)
        found = tuple(_finding(case, group) for group in groups.values())
        said = (_totals(case, found), case.words.problems_of(PREFIX))
        reason = "; ".join(filter(None, said))
        return LensReport(self.name, "found" if found else "none", reason, found)


LENS = Loaded()


def _finding(case: Case, group: Sequence[Occurrence]) -> Finding:
    first = group[0]
    columns: dict[int, list[Occurrence]] = {}
    for one in group:
        columns.setdefault(one.column, []).append(one)
    width = range(len(case.documents))
    values = tuple(columns[c][0].evidence if c in columns else None for c in width)
    counts = {column: len(found) for column, found in columns.items()}
    extra = min(max(counts.values()) - 1, _MOST_REPEATED)
    weight = _WEIGHT + _JUDGING.get(first.group, 0.0) + _REPEATED * extra
    weight += _IN_FRONT if any(one.in_front for one in group) else 0.0
    weight += _QUOTED if first.verdict == "quoted" else 0.0
    known = PREFIX + first.group
    whose = "your own words in the list" if case.words.is_own(known, first.entry) else "the list"
    return Finding(
        id=finding_id("loaded", "word", (d.article.id for d in case.documents), values),
        lens="loaded",
        kind="word",
        subject=first.evidence,
        verdict=first.verdict,
        values=values,
        measures=tuple(float(counts.get(column, 0)) for column in width),
        unit="words",
        reason=f"from {whose} “{known}”; {_REASONS[first.verdict]}",
        summary=f"“{one_line(first.evidence.quote)}”: {_rates(case.documents, counts)}",
        weight=round(weight, 4),
        evidence=tuple(_sentences(columns)),
    )


def _sentences(columns: Mapping[int, Sequence[Occurrence]]) -> Iterator[Evidence]:
    for column in sorted(columns):
        sentences = dict.fromkeys(one.sentence for one in columns[column])
        yield from list(sentences)[:_PASSAGES]


def _rates(documents: Sequence[Document], counts: Mapping[int, int]) -> str:
    """How often each article has it, letters only where several do: `A 2 (1.4 in 1,000 words)`."""
    parts = []
    for column, count in sorted(counts.items()):
        words = sum(map(len, documents[column].tokens)) or 1
        of = f"{letter(column)} " if len(counts) > 1 else ""
        parts.append(f"{of}{count} ({count * 1000 / words:.1f} in 1,000 words)")
    return ", ".join(parts)


def _totals(case: Case, found: Sequence[Finding]) -> str:
    """What all articles have in the writer's own voice, together."""
    counts = {
        column: int(sum(f.measures[column] or 0 for f in found if f.verdict == "writer"))
        for column in range(len(case.documents))
    }
    return f"in the writer’s own voice: {_rates(case.documents, counts)}" if found else ""
