"""Which articles of an event say a thing, and which never do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import ceil

from reader.framing.elsewhere import Elsewhere
from reader.framing.findings import finding_id, letter
from reader.framing.lens import Case
from reader.framing.subject import aside
from reader.model import Evidence, Finding, Span

# A notice of a few lines leaves out nearly everything; that says nothing of how it frames.
_SHORTEST = 150
_SHORTER = 0.4
# Said in this part of the sentences of the articles that say it, a thing is no side remark: short
# reports name in two sentences what long ones name in five.
_SHARE = 0.125
_FEWEST = 2
# Passages of one article that are shown for what it says more often.
_SHOWN = 2


@dataclass(frozen=True)
class Columns:
    """The articles of an event, with what the search for left-out things asks of them."""

    case: Case

    @cached_property
    def aside(self) -> frozenset[int]:
        """Articles mostly about something else: what they have or lack says nothing here."""
        return aside(self.case, self.case.core)

    @cached_property
    def vocabularies(self) -> tuple[Elsewhere, ...]:
        """The words of each article."""
        return tuple(Elsewhere((words,)) for words in self.case.vocabularies)

    @cached_property
    def judged(self) -> tuple[int, ...]:
        """Articles that could have said it: on the subject, and long beside the others."""
        words = {
            at: sum(map(len, document.tokens))
            for at, document in enumerate(self.case.documents)
            if at not in self.aside
        }
        least = max(_SHORTEST, _SHORTER * max(words.values(), default=0))
        return tuple(at for at, count in words.items() if count >= least)

    def passages(self, column: int, spans: Sequence[Span]) -> list[int]:
        """The passages of an article that hold the spans, without those set apart."""
        document, apart = self.case.documents[column], self.case.apart[column]
        found = {document.passage_at(span.start) for span in spans}
        return sorted(at for at in found if at is not None and at not in apart)

    def sentences(self, said: Sequence[Sequence[Span]]) -> int:
        """In how many sentences it is said, in articles on the subject.

        None count if no such sentence touches the subject, unless all articles but one say it.
        """
        held = [
            (at, i)
            for at, spans in enumerate(said)
            if at not in self.aside
            for i in self.passages(at, spans)
        ]
        stems = self.case.vectors.stems
        touches = any(not self.case.core.isdisjoint(stems[at][i]) for at, i in held)
        return len(held) if touches or self._all_but_one(said) else 0

    def enough(self, said: Sequence[Sequence[Span]], most: int) -> int:
        """In how many sentences it must be said: `most` in long articles, fewer in short ones.

        Where two articles or more say it and one alone does not, half as many are enough.
        """
        share = _SHARE / 2 if self._all_but_one(said) else _SHARE
        lengths = [
            sum(not passage.heading for passage in self.case.documents[at].passages)
            for at in self._saying(said)
        ]
        return min(most, ceil(share * min(lengths, default=0)))

    def _saying(self, said: Sequence[Sequence[Span]]) -> list[int]:
        return [at for at, spans in enumerate(said) if spans and at not in self.aside]

    def _all_but_one(self, said: Sequence[Sequence[Span]]) -> bool:
        others = len(said) - len(self.aside) - 1
        return others >= _FEWEST and len(self._saying(said)) >= others

    def missing(self, said: Sequence[Sequence[Span]]) -> tuple[int, ...]:
        """The articles without it; none where it is not for them, or for half of all, to say it."""
        without = tuple(at for at, spans in enumerate(said) if not spans)
        if 2 * len(without) > len(said) - len(self.aside) or not set(without) <= set(self.judged):
            return ()
        return without

    def finding(
        self, kind: str, said: Sequence[Sequence[Span]], *, weight: float, reason: str
    ) -> Finding:
        """A finding from the places where each article says it; none where it is left out."""
        documents = self.case.documents
        values: tuple[Evidence | None, ...] = tuple(
            document.cut(spans[0]) if spans else None
            for document, spans in zip(documents, said, strict=True)
        )
        most = max(range(len(said)), key=lambda at: len(said[at]))
        subject = documents[most].cut(said[most][0])
        without = " ".join(letter(at) for at, value in enumerate(values) if value is None)
        return Finding(
            id=finding_id("left-out", kind, (d.article.id for d in documents), values, subject),
            lens="left-out",
            kind=kind,
            subject=subject,
            verdict="left-out",
            values=values,
            measures=tuple(float(len(spans)) for spans in said),
            unit="times",
            reason=reason,
            summary=f"{' '.join(subject.quote.split())}: never in {without}",
            weight=round(weight, 4),
            evidence=tuple(self._evidence(said)),
        )

    def _evidence(self, said: Sequence[Sequence[Span]]) -> Iterator[Evidence]:
        for document, spans in zip(self.case.documents, said, strict=True):
            around = dict.fromkeys(map(document.sentence_around, sorted(spans)))
            yield from list(around)[:_SHOWN]
