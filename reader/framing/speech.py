"""Speech that an article gives as somebody's."""

from __future__ import annotations

from dataclasses import dataclass

from reader.framing.source import Source
from reader.model import Span
from reader.text.names import Name


@dataclass(frozen=True, slots=True)
class Speech:
    """Words that an article gives as somebody's."""

    spans: tuple[Span, ...]
    """Where they stand, in order; for a quotation what stands between the marks."""
    words: int
    source: Source | None = None
    """Who is said to have said them; None if it is not stated."""
    person: Name | None = None
    """The name of the one who speaks, also where a pronoun safely means it."""
    verb: Span | None = None
    """The reporting verb; None for `according to` and for quotations without one."""

    @property
    def place(self) -> int:
        """Where the article says who speaks; where the words begin if it does not."""
        return self.source.span.start if self.source else self.spans[0].start


@dataclass(frozen=True, slots=True)
class Act:
    """Somebody denies or attacks, whether or not words are given."""

    source: Source
    verb: Span


@dataclass(frozen=True, slots=True)
class Voices:
    """What one article has of the words of others."""

    speeches: tuple[Speech, ...]
    """In order; quotations of nobody in particular have no source."""
    acts: tuple[Act, ...]
    """Verbs of denial and attack with the one who denies or attacks."""

    def person(self, words: Span) -> Name | None:
        """The person whose words hold these, if it is one alone."""
        found = {
            speech.person.key: speech.person
            for speech in self.speeches
            if speech.person is not None and any(span.overlaps(words) for span in speech.spans)
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def described(self, words: Span) -> Span | None:
        """What the text calls somebody whom it does not name there and who says these words."""
        for speech in self.speeches:
            source = speech.source
            if source is None or source.name is not None or source.pronoun:
                continue
            if any(span.overlaps(words) for span in speech.spans):
                return source.span
        return None
