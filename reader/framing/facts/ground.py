"""The articles of a case, read for facts once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from reader.alignment.similarity import Vectors, cosine, counts, is_number
from reader.framing.facts.acts import Act, Cast, act_of
from reader.framing.facts.figures import Figure, What, figures
from reader.framing.facts.role import Role, roles_of
from reader.framing.lens import Case
from reader.model import Span
from reader.text.dates import DateMention
from reader.text.document import Document
from reader.text.quantity import Quantity

# A stem in more than a quarter of the sentences (and in five at least) is what all is about.
_FREQUENT = 0.25
_FEW = 5
# Sentences that share fewer stems, or hardly more than names, share a subject, not a statement.
_SHARED = 4
_BESIDE_NAMES = 2
# Very short sentences cannot share four: they must be all but identical.
_SHORT = 0.8
_SHARED_IF_SHORT = 3


@dataclass(frozen=True)
class Ground:
    """The articles of a case, read for figures, and how alike their passages are."""

    case: Case

    @property
    def documents(self) -> tuple[Document, ...]:
        """The articles, the columns A B C D in this order."""
        return self.case.documents

    @property
    def vectors(self) -> Vectors:
        """The passages as weighted stems."""
        return self.case.vectors

    @cached_property
    def quantities(self) -> tuple[tuple[Figure[Quantity], ...], ...]:
        """The quantities of each article."""
        return tuple(
            figures(document, column, self.case.quantities[column], names, apart)
            for column, (document, names, apart) in enumerate(self._read)
        )

    @cached_property
    def dates(self) -> tuple[tuple[Figure[DateMention], ...], ...]:
        """The dates of each article."""
        return tuple(
            figures(document, column, document.dates, names, apart)
            for column, (document, names, apart) in enumerate(self._read)
        )

    @cached_property
    def casts(self) -> tuple[Cast, ...]:
        """The names of each article."""
        return tuple(map(Cast, self.documents, self.case.names))

    @cached_property
    def roles(self) -> tuple[Mapping[str, Sequence[Role]], ...]:
        """The roles of the persons of each article, by key of the name."""
        return tuple(
            roles_of(document.text, cast.names, labels)
            for document, cast, labels in zip(
                self.documents, self.casts, self.case.labels, strict=True
            )
        )

    @cached_property
    def acts(self) -> tuple[tuple[Act | None, ...], ...]:
        """The act that each of the `dates` is the date of, where that is plain."""
        return tuple(
            tuple(act_of(figure, cast) for figure in found)
            for found, cast in zip(self.dates, self.casts, strict=True)
        )

    @property
    def apart(self) -> tuple[frozenset[int], ...]:
        """Passages of each article that are set apart."""
        return self.case.apart

    @cached_property
    def name_spans(self) -> tuple[tuple[Span, ...], ...]:
        """Where names stand, by article."""
        return tuple(
            tuple(sorted(span for name in cast.names for span in name.mentions))
            for cast in self.casts
        )

    def likeness(self, a: Figure[What], b: Figure[What]) -> float:
        """Cosine of the two sentences without numbers, months and weekdays."""
        weights = self.vectors.numberless
        return cosine(weights[a.document][a.passage], weights[b.document][b.passage])

    def stems(self, figure: Figure[What]) -> frozenset[str]:
        """Stems that count in the sentence of a figure, without its own words and numbers."""
        words = (*figure.left, *figure.right)
        return frozenset(t.stem for t in words if counts(t) and not is_number(t.stem))

    def enough(self, a: Figure[What], b: Figure[What]) -> bool:
        """Whether the two sentences share words enough to share a statement, not just a subject."""
        shared = self.stems(a) & self.stems(b)
        few = _SHARED_IF_SHORT if self.likeness(a, b) >= _SHORT else _SHARED
        return len(shared) >= few and len(shared - self.vectors.names) >= _BESIDE_NAMES

    @cached_property
    def common(self) -> frozenset[str]:
        """Stems so frequent in an article that sharing them says nothing."""
        found: set[str] = set()
        for passages in self.vectors.stems:
            seen = Counter(word for passage in passages for word in set(passage))
            bar = max(_FREQUENT * len(passages), _FEW)
            found |= {word for word, count in seen.items() if count > bar}
        return frozenset(found)

    @property
    def _read(self) -> Iterator[tuple[Document, tuple[Span, ...], frozenset[int]]]:
        return zip(self.documents, self.name_spans, self.apart, strict=True)
