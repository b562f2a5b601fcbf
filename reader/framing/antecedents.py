"""Whom a `he` or `she` of the writer means, told only where it is safe.

Taken from centring (Grosz, Joshi and Weinstein 1995) what holds without a parser: the subject of
the sentence before is meant rather than its objects and owners; a chain of `he` goes on with the
same person; a subject of another kind in between ends it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from reader.framing.called import called
from reader.framing.reporting import Sources
from reader.framing.subjects import Subjects
from reader.model import Span
from reader.text.document import Document
from reader.text.names import Name

_BACK = 3  # sentences of the writer's, those that a chain of `he` goes through not counted
_MOST = 12  # passages, quoted ones and those of the chain counted
_CHIEF = 2  # mentions for each of the next person's
# `When Lee asked if it was late, he replied`, but not `When Lee was asked`.
_ASKS = re.compile(
    r"(?:But |And )?(?:When|After|As)\s"
    r"(?:(?!\b(?:was|were|is|been|being|got)\b)[^.!?“”\"\n]){3,90}?"
    r"\b(?P<verb>asked|asks|pressed|questioned)\b[^.!?“”\"\n]*,\s$"
)
_TITLE = re.compile(r"\s(?:[A-Z][\w.]*\s)?")  # `asked Secretary Lee`
_NOTICE = 1  # words of a heading that is none (`ADVERTISEMENT`)
_FAR = 1_500  # characters; what reads as one sentence may be a table


class Antecedents:
    """Finds whom the pronouns of one text mean."""

    def __init__(
        self,
        document: Document,
        names: Sequence[Name],
        sources: Sources,
        subjects: Subjects,
        quoted: Callable[[int], bool],
    ) -> None:
        """`quoted` tells whether an offset lies between quotation marks."""
        self._document = document
        self._sources = sources
        self._subjects = subjects
        self._quoted = quoted
        self._called = called(document, names, quoted)
        self._chief = _chief(names)
        # Who spoke, by the place of the name or pronoun; None for somebody unnamed.
        self._spoke: dict[int, Name | None] = {}
        self._heard = 0

    def heard(self, place: int, name: Name | None, words: Sequence[Span]) -> None:
        """Remember who speaks where, in the order of the text; not who is said to have spoken."""
        if place >= self._heard:
            self._spoke[place] = name
        if words:
            self._heard = max(self._heard, words[-1].end)

    def meant(self, pronoun: Span, speech: Span) -> Name | None:
        """Whom a pronoun beside reported words means; those words are not the writer's."""
        word = pronoun.of(self._document.text).casefold()
        at = self._document.passage_at(pronoun.start)
        if at is None or word not in ("he", "she"):
            return None
        stop = pronoun.start if speech.start > pronoun.start else self._begins(speech)
        stop = self._topic(at, pronoun, stop)
        asks = _ASKS.match(self._document.text, *self._before(at, pronoun))
        if asks is not None:
            asked = self._asked(asks.end("verb"), pronoun.start)
            if asked is not None:
                return asked if self._may_be(asked, word) else None
            stop = min(stop, asks.start())  # whoever asks does not answer
        name = self._from(at, stop, word)
        if name is not None:
            self._called.setdefault(name.key, word)
        return name

    def _asked(self, start: int, stop: int) -> Name | None:
        """The person right behind a verb of asking, at most a title in front."""
        for mention, name in self._sources.persons_in(start, stop):
            between = self._document.text[start : mention.start]
            return name if _TITLE.fullmatch(between) else None
        return None

    def _before(self, at: int, pronoun: Span) -> tuple[int, int]:
        """From the beginning of a sentence to a pronoun in it."""
        return self._document.passages[at].span.start, pronoun.start

    def _topic(self, at: int, pronoun: Span, stop: int) -> int:
        """Where a name begins that opens its sentence right before: `Lee, he said, was late`."""
        named = pronoun.start - len(", ")
        start, end = self._before(at, pronoun)
        for mention, _ in self._sources.named_in(start, end):
            opens = not any(map(str.isalnum, self._document.text[start : mention.start]))
            if opens and mention.end == named:
                return min(stop, mention.start)
        return stop

    def _begins(self, speech: Span) -> int:
        """Where reported words before a pronoun begin: `Lee chimed in: “...” he said`."""
        text = self._document.text
        mark = next((at for at in range(speech.start, speech.end) if self._quoted(at)), None)
        led = mark is not None and text[: mark - 1].rstrip(' “"‘').endswith(":")
        return mark if mark is not None and led else speech.start

    def _from(self, at: int, stop: int, word: str) -> Name | None:
        """Goes back sentence by sentence from an offset to the one who is meant."""
        passages, left = self._document.passages, _BACK
        floor = max(0, stop - _FAR)
        for number in range(at, max(-1, at - _MOST), -1):
            span = passages[number].span
            if span.end < floor:
                return None
            if passages[number].heading:
                if len(span.of(self._document.text).split()) > _NOTICE:
                    return None
                continue
            end = min(stop, span.end)
            if end <= span.start or self._all_quoted(span.start, end):
                continue
            settled, name, chain = self._in(span.start, end, word)
            if settled:
                before = passages[max(number - 1, 0)].span.start
                return name if name and self._sure(name, before, stop, word) else None
            left -= not chain
            if left <= 0:
                return None
        return None

    def _in(self, start: int, stop: int, word: str) -> tuple[bool, Name | None, bool]:
        """Whether one sentence settles it, for whom, and whether a chain goes on in it."""
        spoke = [place for place in self._spoke if start <= place < stop]
        if spoke:
            name = self._spoke[max(spoke)]
            return self._settle(name, start, stop, word, speaks=True)
        subject = self._subjects.main(start, stop)
        if subject is None:
            return self._without_subject(start, stop, word)
        if subject.pronoun:
            # `Obrador agreed, though he ...`: what stands before it may be its own subject.
            before = subject.span.start if subject.pronoun == word else stop
            return self._rivals(start, before, word), None, True
        return self._settle(subject.name, start, stop, word, speaks=False)

    def _settle(
        self, name: Name | None, start: int, stop: int, word: str, *, speaks: bool
    ) -> tuple[bool, Name | None, bool]:
        if name is None:
            return True, None, False
        if self._may_be(name, word):
            known = name.key in self._called
            # Who spoke goes on to, whomever the words are about.
            alone = speaks or not self._subjects.somebody(start, stop)
            return True, name if known or (name.person and alone) else None, False
        return self._rivals(start, stop, word), None, False

    def _without_subject(self, start: int, stop: int, word: str) -> tuple[bool, Name | None, bool]:
        """The chief person of the text, where nobody else stands in a sentence of other matters."""
        found = {
            name.key: name
            for span, name in self._sources.persons_in(start, stop)
            if not self._quoted(span.start) and self._may_be(name, word)
        }
        if self._subjects.somebody(start, stop):
            return True, None, False
        if not found:
            return False, None, False
        (only, *others) = found.values()
        sure = not others and only is self._chief and self._called.get(only.key) == word
        return True, only if sure else None, False

    def _rivals(self, start: int, stop: int, word: str) -> bool:
        """Whether a sentence names somebody, not its subject, whom the pronoun may mean."""
        return self._subjects.somebody(start, stop) or any(
            not self._quoted(span.start) and self._may_be(name, word)
            for span, name in self._sources.persons_in(start, stop)
        )

    def _sure(self, name: Name, start: int, stop: int, word: str) -> bool:
        """Whether a `she` of whom the text shows no such thing has no rival who is one.

        Of those whom news names, most are called `he`.
        """
        return (
            word == "he"
            or name.key in self._called
            or not any(
                self._called.get(other.key) == word
                for span, other in self._sources.named_in(start, stop)
                if not self._quoted(span.start)
            )
        )

    def _may_be(self, name: Name, word: str) -> bool:
        """Whether nothing speaks against calling somebody `he` or `she`."""
        return self._called.get(name.key, word) == word

    def _all_quoted(self, start: int, stop: int) -> bool:
        """Whether nothing of the writer's own stands between two offsets."""
        text = self._document.text
        letters = (at for at in range(start, stop) if text[at].isalnum())
        return all(self._quoted(at) for at in letters)


def _chief(names: Sequence[Name]) -> Name | None:
    """The person whom a text names most, if so much more than any other."""
    people = [name for name in names if name.person]
    people.sort(key=lambda name: -len(name.mentions))
    counts = [len(name.mentions) for name in people[:2]] + [0, 0]
    return people[0] if counts[0] >= _CHIEF * max(counts[1], 1) else None
