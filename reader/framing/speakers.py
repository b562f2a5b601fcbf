"""Who speaks where an article says `he`, or goes on quoting: told only where it is safe.

In real output the last speaker and the only person at hand were meant nine times in ten and more;
the first name of the sentence before, without these conditions, three times in six.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from reader.framing.reporting import Sources
from reader.framing.speech import Speech
from reader.framing.word_lists import entries
from reader.model import Span
from reader.text.document import Document
from reader.text.names import Name
from reader.text.people import is_person_noun
from reader.text.tokens import fold

_NEAR = 2  # passages between a speaker and the pronoun that means the same person
_FAR = 1_500  # characters; what reads as one sentence may be a table
_INTRODUCES = 6  # words of a speech that only leads to the quotation below it
_SOMEBODY = re.compile(
    r"(?<![\w-])(?:an?|the|one|his|her|their|another)\s+([a-z-]{3,})(?:\s+([a-z-]{3,}))?(?![\w-])"
)
_HONOURED = re.compile(r"(?<!\w)(Mr|Mrs|Ms|Miss)\.?\s+(?:[A-Z][\w.’'-]*\s+){0,2}?([A-Z][\w’'-]+)")


@dataclass(frozen=True, slots=True)
class _Heard:
    """The last one who spoke."""

    name: Name
    place: int
    passage: int
    introduces: bool
    """Whether hardly any words are given, as in `Lee said in a statement:`."""


class Speakers:
    """Goes through the speech of one document and says who speaks."""

    def __init__(self, document: Document, sources: Sources, quoted: Callable[[int], bool]) -> None:
        """`quoted` tells whether an offset lies between quotation marks."""
        self._document = document
        self._sources = sources
        self._quoted = quoted
        self._last: _Heard | None = None
        # `he` or `she` by the key of a name, as far as the text has shown it.
        self._called = {
            fold(match[2]): "he" if match[1] == "Mr" else "she"
            for match in _HONOURED.finditer(document.text)
        }

    def settle(self, told: Sequence[Speech]) -> Iterator[Speech]:
        """Every speech with the one who speaks, where name, pronoun or paragraph say it."""
        for speech in told:
            at = self._document.passage_at(speech.place) or 0
            who = self._who(speech, at)
            yield replace(speech, person=who)
            if who is not None:
                self._last = _Heard(who, speech.place, at, speech.words <= _INTRODUCES)
            elif speech.source is not None:
                self._last = None

    def _who(self, speech: Speech, at: int) -> Name | None:
        if speech.source is None:
            return self._going_on(speech)
        if not speech.source.pronoun:
            return speech.source.name
        word = speech.source.span.of(self._document.text).casefold()
        if word == "they":
            return None
        last = self._last
        far = last is None or at - last.passage > _NEAR or speech.place - last.place > _FAR
        if last is None or far or not self._may_be(last.name, word):
            who = self._only_one(word, speech.place, at)
        else:
            who = last.name if self._alone_since(last, word, speech.place) else None
        if who is not None:
            self._called[who.key] = word
        return who

    def _may_be(self, name: Name, word: str) -> bool:
        """Whether nothing speaks against calling somebody `he` or `she`."""
        return (self._called.get(name.key) or _given(name) or word) == word

    def _named(self, start: int, stop: int, word: str) -> Iterator[tuple[Span, Name]]:
        """Whom the writer names between two offsets and a pronoun may mean."""
        for span, name in self._sources.persons_in(start, stop):
            if not self._quoted(span.start) and self._may_be(name, word):
                yield span, name

    def _alone_since(self, last: _Heard, word: str, place: int) -> bool:
        """Whether the last speaker is a person and nobody else was named since."""
        since = self._named(last.place, place, word)
        return bool(last.name.person) and all(name.key == last.name.key for _, name in since)

    def _only_one(self, word: str, place: int, at: int) -> Name | None:
        """The only person whom this sentence and the one before it, quotations aside, speak of."""
        text = self._document.text
        start = max(self._document.passages[max(at - 1, 0)].span.start, place - _FAR)
        found = list(self._named(start, place, word))
        if len({name.key for _, name in found}) != 1 or not found[0][1].person:
            return None
        if not any(self._sources.may_act(span, start) for span, _ in found):
            return None
        somebody = any(
            any(word and is_person_noun(word) for word in match.groups())
            and not self._quoted(match.start())
            for match in _SOMEBODY.finditer(text, start, place)
        )
        return None if somebody else found[0][1]

    def _going_on(self, speech: Speech) -> Name | None:
        """The last speaker, if the quotation is all of its sentence and follows at once.

        At once: in the same paragraph, or behind a colon.
        """
        last, text, passages = self._last, self._document.text, self._document.passages
        start = speech.spans[0].start
        at = self._document.passage_at(start)
        if last is None or at is None or at - last.passage > 1 or start - last.place > _FAR:
            return None
        colon = last.introduces and text[passages[at - 1].span.end - 1] == ":"
        if not colon and passages[at].paragraph != passages[last.passage].paragraph:
            return None
        if text[passages[at].span.start : start].strip(" “\"'‘«"):
            return None
        others = (
            name
            for span, name in self._sources.persons_in(last.place, start)
            if name.key != last.name.key and not self._quoted(span.start)
        )
        return last.name if next(others, None) is None else None


def _given(name: Name) -> str | None:
    """`he` or `she` where the given name tells which; None where it does not."""
    first, _, rest = name.full.partition(" ")
    if not rest:
        return None
    return next((word for word in ("he", "she") if fold(first) in _given_names(word)), None)


@cache
def _given_names(word: str) -> frozenset[str]:
    return frozenset(entries(f"given-{word}"))
