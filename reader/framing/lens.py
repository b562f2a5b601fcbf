"""What a lens is: one plain question, asked of all articles of a comparison."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from reader.alignment.align import align
from reader.alignment.apart import set_apart
from reader.alignment.corrected import corrected
from reader.alignment.embedding import brought
from reader.alignment.evidence import Evidence
from reader.alignment.similarity import Vectors
from reader.framing.core import core, shared_stems
from reader.framing.elsewhere import Vocabulary
from reader.framing.excerpt import Excerpt
from reader.framing.label_heads import Label
from reader.framing.labelling import labels
from reader.framing.namesakes import Namesakes, namesakes
from reader.framing.same_words import told_elsewhere
from reader.framing.speech import Voices
from reader.framing.voices import voices
from reader.framing.word_lists import UNCHANGED, WordLists
from reader.model import Judgement, LensReport, Point
from reader.text.document import Document
from reader.text.names import Name, find_names
from reader.text.quantity import Quantity
from reader.text.quotations import Quotation


@dataclass(frozen=True)
class Case:
    """The articles under comparison and what is known of them together."""

    documents: tuple[Document, ...]
    """Two or more, the columns A B C D in this order."""
    one_event: bool
    """Whether they report the same happening; some questions make sense only then."""
    words: WordLists = UNCHANGED
    """The word lists, with what the person changed in them."""
    said: tuple[Judgement, ...] = ()
    """What a person said of their passages."""
    excerpts: tuple[Excerpt, ...] = ()
    """What the documents are of the whole articles, if they are not all of them."""

    @cached_property
    def vectors(self) -> Vectors:
        """The weighted stems of all passages."""
        return Vectors(self.documents)

    @cached_property
    def evidence(self) -> Evidence:
        """What passages have in common."""
        return Evidence(self.vectors, self.apart)

    @cached_property
    def points(self) -> tuple[Point, ...]:
        """Passages that say the same thing, in the order of the first article."""
        found = align(self.documents, self.vectors, self.apart, brought(), self.evidence)
        return corrected(found, self.documents, self.said)

    @cached_property
    def apart(self) -> tuple[frozenset[int], ...]:
        """Passages of each document in which it does not report: headings, page lines, recaps."""
        return set_apart(self.vectors)

    @cached_property
    def quotations(self) -> tuple[tuple[Quotation, ...], ...]:
        """The quotations of each document."""
        return tuple(document.quotations for document in self.documents)

    @cached_property
    def voices(self) -> tuple[Voices, ...]:
        """What each document has of the words of others."""
        heard = [
            voices(document, self.names[at], self.quotations[at])
            for at, document in enumerate(self.documents)
        ]
        return told_elsewhere(self.documents, heard, self.names)

    @cached_property
    def names(self) -> tuple[tuple[Name, ...], ...]:
        """The names of each document."""
        return tuple(find_names(document) for document in self.documents)

    @cached_property
    def namesakes(self) -> tuple[Namesakes, ...]:
        """The names of all documents, those that may be one brought together."""
        return tuple(namesakes(self.names))

    @cached_property
    def core(self) -> frozenset[str]:
        """The stems of the news that the documents share."""
        return core(self.documents)

    @cached_property
    def shared(self) -> tuple[frozenset[str], ...]:
        """The stems that each document shares with another one."""
        return shared_stems(self.vectors)

    @cached_property
    def vocabularies(self) -> tuple[Vocabulary, ...]:
        """All words of each document, to tell what the others have in any form."""
        return tuple(map(Vocabulary, self.documents))

    @cached_property
    def labels(self) -> tuple[Mapping[str, list[Label]], ...]:
        """What each document calls those that it names, by the key of the name."""
        return tuple(
            labels(document, self.names[at], self.quotations[at])
            for at, document in enumerate(self.documents)
        )

    @cached_property
    def quantities(self) -> tuple[tuple[Quantity, ...], ...]:
        """The quantities of each document."""
        return tuple(document.quantities for document in self.documents)


class Lens(Protocol):
    """One question. `look` is pure: the same case gives the same report.

    It never raises for odd texts: what it cannot judge it reports as `cannot-say`, with the
    reason as a short clause without capital and full stop ("no quotation in these texts").
    """

    @property
    def name(self) -> str:
        """The name as cli.md has it."""

    @property
    def needs_one_event(self) -> bool:
        """Whether the question makes no sense across events; then `compare` does not ask it."""

    def look(self, case: Case) -> LensReport:
        """Answer the question for this case."""
