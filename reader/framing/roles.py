"""Who alone bears an office or trade in a text, so that `the senator` means nobody else."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

from reader.framing.source import Source
from reader.model import Span
from reader.text.document import Document
from reader.text.names import Name
from reader.text.people import is_person_noun
from reader.text.tokens import fold

_REACH = 60
_NEAR = 600  # characters
_PLACED = re.compile(r"[Tt]he [A-Z][a-z]")  # `the Ohio senator`
_BEFORE = re.compile(r"(?:\s+\.?[\w’'-]+){1,3}")  # of a text read backwards
_BEHIND = re.compile(r",\s((?:[\w’'.-]+\s?){1,8})")
_CLAUSE = frozenset("who which whose where when and but said he she it as with".split())
_SHORT = {
    "sen": ("senator",), "gov": ("governor",), "dr": ("doctor",), "gen": ("general",),
    "rep": ("congressman", "congresswoman", "representative", "lawmaker"),
    "senator": ("lawmaker",), "congressman": ("lawmaker",), "congresswoman": ("lawmaker",),
    "attorney": ("lawyer",), "lawyer": ("attorney",),
}  # fmt: skip
_OTHERS = frozenset("former ex vice deputy then late assistant acting".split())


class Roles:
    """The offices and trades that stand beside the names of one text."""

    def __init__(self, document: Document, names: Sequence[Name]) -> None:
        self._text = document.text
        self._names = names

    def bearer(self, source: Source) -> Name | None:
        """The only person of whom the text says before that they are what the source is called."""
        found = {
            name.key: name
            for place, name in self._bearers.get(source.role, ())
            if place < source.span.start
        }
        if len(found) != 1:
            return None
        (only,) = found.values()
        return only if self._sure(source, only) else None

    def _sure(self, source: Source, bearer: Name) -> bool:
        """Whether it tells more than the noun, or nobody else was named since the bearer was.

        `The president` of a report is its only one, wherever it stands.
        """
        place = source.span.start
        if source.role == "president" or _PLACED.match(source.span.of(self._text)):
            return True
        last = max(span.start for span in bearer.mentions if span.start < place)
        return place - last < _NEAR and not any(
            last < span.start < place
            for name in self._names
            if name.person is not False and name.key != bearer.key
            for span in name.mentions
        )

    @cached_property
    def _bearers(self) -> dict[str, list[tuple[int, Name]]]:
        """Who is called what, with the places, by the folded noun."""
        found: dict[str, list[tuple[int, Name]]] = defaultdict(list)
        for name in self._names:
            if not (name.person or (name.person is None and " " in name.full)):
                continue
            for span in name.mentions:
                for noun in {*self._before(span), *self._behind(span)}:
                    for word in (noun, *_SHORT.get(noun, ())):
                        found[word].append((span.start, name))
        return found

    def _before(self, span: Span) -> list[str]:
        """The titles right in front of a name; not those of before, nor of a deputy."""
        before = self._text[max(0, span.start - _REACH) : span.start]
        words = _BEFORE.match(before[::-1])
        if words is None:
            return []
        titles = [fold(word.rstrip(".")) for word in words[0][::-1].split()]
        if _OTHERS.intersection(titles):
            return []
        return [title for title in titles if title in _SHORT or is_person_noun(title)]

    def _behind(self, span: Span) -> list[str]:
        """The first noun for a person in an apposition."""
        found = _BEHIND.match(self._text, span.end, span.end + _REACH)
        words = [fold(word) for word in found[1].split()] if found else []
        if not words or words[0] in _CLAUSE:
            return []
        at = next((at for at, word in enumerate(words) if is_person_noun(word)), None)
        if at is None or _OTHERS.intersection(words[:at]):
            return []
        return [words[at]]
