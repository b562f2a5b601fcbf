"""What an empty cell of a comparison says: silent, no match, or where the matter is named."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from rich.cells import cell_len

from reader.model import Evidence, Finding
from reader.text.document import Document
from reader.text.rarity import idf
from reader.text.stopwords import STOP
from reader.text.tokens import Token, tokens
from reader.ui.desk import Sheet
from reader.ui.draw import cut
from reader.ui.marks import Mark


def fitted(said: str, cells: int) -> str:
    """What an empty cell says in so many cells: where it is named stays, with or without the name.

    `· no match; names Hague in ¶1`, `· names Hague in ¶1`, `· Hague, ¶1`, `· named in ¶1`.
    """
    _, named, rest = said.partition("; names ")
    if cell_len(said) <= cells or not named:
        return cut(said, cells)
    name, _, place = rest.rpartition(" in ")
    forms = (f"· names {name} in {place}", f"· {name}, {place}", f"· named in {place}")
    return next((form for form in forms if cell_len(form) <= cells), cut(f"· {place}", cells))


CALENDAR = frozenset(
    "january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday".split()
)
"""Names of months and days say nothing about whether another article has the matter."""


class Silences:
    """What the articles of a comparison say of what only others say."""

    def __init__(
        self, sheet: Sheet, documents: Sequence[Document], marks: Sequence[Sequence[Mark]]
    ) -> None:
        self._sheet, self._documents, self._marks = sheet, documents, marks

    def of(self, passages: Sequence[Evidence | None], column: int) -> tuple[str, int | None]:
        """The words, and the offset of the nearest mention in that article, if there is one."""
        for finding in self._findings(passages):
            value = finding.values[column]
            if value is not None and value.field == "text":
                number = self._sheet.pages[column].paragraph_of(value.span.start)
                said = "quoted" if finding.lens == "quotes" else "compared"
                return f"· {said} in ¶{number}", value.span.start
        if not self._sheet.comparison.one_event:
            return "· other event", None
        known = self._firsts[column]
        telling = [
            (token, written)
            for passage in passages
            if passage is not None
            for token in tokens(passage.quote)
            if self._tells(token, written := token.span.of(passage.quote))
        ]
        here = [(token, written) for token, written in telling if token.word in known]
        if telling and not here:
            return "· silent", None
        here = [(token, written) for token, written in here if token.word not in CALENDAR]
        if not here:
            return "· no match", None
        rarest, written = max(here, key=lambda entry: idf(entry[0].stem))
        number = self._sheet.pages[column].paragraph_of(known[rarest.word])
        name = written.removesuffix("’s").removesuffix("'s")
        return f"· no match; names {name} in ¶{number}", known[rarest.word]

    def _findings(self, passages: Sequence[Evidence | None]) -> list[Finding]:
        """The shared quotations and facts that a row's passages hold."""
        return [
            mark.finding
            for column, passage in enumerate(passages)
            if passage is not None
            for mark in self._marks[column]
            if mark.span.overlaps(passage.span)
            and mark.finding is not None
            and mark.finding.lens in ("quotes", "facts")
        ]

    def _tells(self, token: Token, written: str) -> bool:
        """Whether a word is a name or a number: what an article must have to speak of the same."""
        if written[0].isdigit():
            return len(written) > 1  # one figure stands in nearly every text
        named = written[0].isupper() and token.word in self._proper and token.word not in STOP
        return named and token.word not in self._common

    @cached_property
    def _proper(self) -> frozenset[str]:
        """Words that some article writes with a capital in mid-sentence."""
        return frozenset(
            token.word
            for document in self._documents
            for passage, words in zip(document.passages, document.tokens, strict=True)
            if not passage.heading
            for token in words[1:]
            if document.text[token.span.start].isupper()
            and document.text[token.span.start - 1] not in "“\"‘'"
        )

    @cached_property
    def _common(self) -> frozenset[str]:
        """Words that some article writes small, too: `the National Weather Service`, `weather`."""
        return frozenset(
            token.word
            for document in self._documents
            for words in document.tokens
            for token in words
            if document.text[token.span.start].islower()
        )

    @cached_property
    def _firsts(self) -> list[dict[str, int]]:
        """Per article: where each of its capitalised words and numbers first stands."""
        found: list[dict[str, int]] = []
        for document in self._documents:
            firsts: dict[str, int] = {}
            for token in tokens(document.text):
                written = document.text[token.span.start]
                if written.isupper() or written.isdigit():
                    firsts.setdefault(token.word, token.span.start)
            found.append(firsts)
        return found
