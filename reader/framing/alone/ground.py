"""One article against all the others of its comparison."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from reader.alignment.similarity import is_number
from reader.framing.elsewhere import Elsewhere
from reader.framing.findings import finding_id
from reader.framing.lens import Case
from reader.framing.subject import topic
from reader.model import Certainty, Evidence, Finding, Span
from reader.text.document import Document

# What is merely alone, and neither long nor near the subject, weighs at most so much: it is listed
# behind what tells something, and never among the first five.
LESSER = 0.25
# What others may well tell in other words weighs less than this, and is listed last.
DOUBTFUL = 0.1


@dataclass(frozen=True)
class Ground:
    """What the search for material of one article alone rests on."""

    case: Case
    column: int
    core: frozenset[str]
    """What the articles are about together."""
    elsewhere: Elsewhere
    """The words of the other articles."""

    @property
    def document(self) -> Document:
        """The article in question."""
        return self.case.documents[self.column]

    @cached_property
    def stems(self) -> tuple[frozenset[str], ...]:
        """The stems that count in each passage."""
        return tuple(frozenset(words) for words in self.case.vectors.stems[self.column])

    @cached_property
    def topic(self) -> frozenset[str]:
        """Stems that the article shares with another one, rare ones or such as both say often."""
        return topic(self.case, self.column, self.core)

    @cached_property
    def nearest(self) -> Mapping[int, float]:
        """The log odds that a passage and the nearest of the others share a statement.

        Passages that are not there are like none.
        """
        return self.case.evidence.nearest(self.column)

    @property
    def apart(self) -> frozenset[int]:
        """Passages in which the article does not report: headings, page lines, repetitions."""
        return self.case.apart[self.column]

    def passages_of(self, spans: Sequence[Span]) -> list[int]:
        """The passages that hold the spans, each once, without those set apart."""
        found = {self.document.passage_at(span.start) for span in spans}
        return sorted(i for i in found if i is not None and i not in self.apart)

    def touches(self, passage: int) -> int:
        """How many of its stems are of the core."""
        return len(self.stems[passage] & self.core)

    def near(self, passage: int) -> bool:
        """Whether it touches what the article shares with another, if not the core of all."""
        return not self.topic.isdisjoint(self.stems[passage])

    def of_its_own(self, stem: str) -> bool:
        """Whether a stem is neither of the shared subject nor of a name or figure."""
        return not (stem in self.core or stem in self.case.vectors.names or is_number(stem))

    def most_shared(self, weights: Mapping[str, float]) -> float:
        """The largest weight of these stems that one passage elsewhere has together."""
        shared: dict[tuple[int, int], float] = {}
        for stem, weight in weights.items():
            for place in self.places(stem):
                shared[place] = shared.get(place, 0.0) + weight
        return max(shared.values(), default=0.0)

    def places(self, stem: str) -> Sequence[tuple[int, int]]:
        """The column and number of every passage elsewhere that has a stem, in order."""
        found = self._places.get(stem)
        if found is None:
            everywhere = self.case.vectors.places.get(stem, ())
            found = self._places[stem] = [p for p in everywhere if p[0] != self.column]
        return found

    @cached_property
    def _places(self) -> dict[str, list[tuple[int, int]]]:
        return {}

    def finding(
        self,
        kind: str,
        value: Span,
        *,
        weight: float,
        reason: str,
        summary: str,
        subject: Span | None = None,
        evidence: Sequence[Span] = (),
        certainty: Certainty = "sure",
        measure: float | None = None,
    ) -> Finding:
        """A finding of this article; without evidence it is the sentence around the value."""
        document, columns = self.document, range(len(self.case.documents))
        values: tuple[Evidence | None, ...] = tuple(
            document.cut(value) if column == self.column else None for column in columns
        )
        about = document.cut(subject) if subject else None
        counted = tuple(measure if column == self.column else 0.0 for column in columns)
        return Finding(
            id=finding_id(
                "only-here", kind, [d.article.id for d in self.case.documents], values, about
            ),
            lens="only-here",
            kind=kind,
            subject=about,
            verdict="only-here",
            values=values,
            measures=counted if measure is not None else (),
            unit="sentences" if measure is not None else None,
            certainty=certainty,
            reason=reason,
            summary=summary,
            weight=round(weight, 4),
            evidence=tuple(map(document.cut, evidence)) or (document.sentence_around(value),),
        )
