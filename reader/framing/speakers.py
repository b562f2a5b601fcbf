"""Who speaks where an article says `he`, or goes on quoting: told only where it is safe.

In real output the last speaker and the only person at hand were meant nine times in ten and more;
the first name of the sentence before, without these conditions, three times in six.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from reader.framing.antecedents import Antecedents
from reader.framing.reporting import Sources
from reader.framing.roles import Roles
from reader.framing.source import Source
from reader.framing.speech import Speech
from reader.text.document import Document
from reader.text.names import Name

_FAR = 1_500  # characters; what reads as one sentence may be a table
_MARKS = frozenset('“”"')
_CLOSING = 4  # characters: marks, stops and blanks
_GOES_ON = "?"  # a role that is not looked for: what is counted once stays counted once
_ASKING = frozenset("asked asks".split())
_EXCHANGE = 2  # passages
_INTRODUCES = 6  # words of a speech that only leads to the quotation below it


@dataclass(frozen=True, slots=True)
class _Heard:
    """The last one who spoke."""

    name: Name
    place: int
    passage: int
    introduces: bool
    """Whether hardly any words are given, as in `Lee said in a statement:`."""
    asks: bool
    """Whether an answer may follow."""
    answers: bool
    """Whether it is a remark to somebody else who has just spoken, and may answer."""
    behind: bool
    """Whether the name stands behind the words, so that the paragraph goes on with them."""


class Speakers:
    """Goes through the speech of one document and says who speaks."""

    def __init__(
        self,
        document: Document,
        sources: Sources,
        antecedents: Antecedents,
        roles: Roles,
        quoted: Callable[[int], bool],
    ) -> None:
        """`quoted` tells whether an offset lies between quotation marks."""
        self._document = document
        self._sources = sources
        self._antecedents = antecedents
        self._roles = roles
        self._quoted = quoted
        self._last: _Heard | None = None
        self._described: Speech | None = None
        self._before: tuple[Name | None, int] | None = None  # who spoke, and the passage

    def settle(self, told: Sequence[Speech]) -> Iterator[Speech]:
        """Every speech with the one who speaks, where name, pronoun or paragraph say it."""
        for speech in told:
            at = self._document.passage_at(speech.place) or 0
            who = self._who(speech, at)
            if who is not None and self._of_two(who, speech):
                who = None
            source = speech.source or (None if who else self._described_before(speech))
            yield replace(speech, person=who, source=source)
            self._described = replace(speech, source=source) if source and not who else None
            if who is not None:
                self._antecedents.heard(speech.place, who, speech.spans)
                self._last = self._heard(who, speech)
                self._before = who, at
                continue
            self._last = None
            if speech.source is not None:
                self._antecedents.heard(speech.place, None, speech.spans)
                self._before = None, at

    def _described_before(self, speech: Speech) -> Source | None:
        """Whom the text describes behind the words right before, which go on: `officials said`."""
        last, text, passages = self._described, self._document.text, self._document.passages
        if last is None or last.source is None or last.source.pronoun or last.source.name:
            return None
        start = speech.spans[0].start
        at, before = self._document.passage_at(start), self._document.passage_at(last.place)
        end = self._document.passage_at(last.spans[-1].end - 1)
        if at is None or before is None or end is None or at - max(before, end) != 1:
            return None
        if passages[at].paragraph != passages[before].paragraph or not self._quoted(start):
            return None
        if text[passages[at].span.start : start].strip(" “\"'‘«"):
            return None
        behind = last.source.role == _GOES_ON or last.place > last.spans[0].start
        return Source(last.source.span, role=_GOES_ON) if behind else None

    def _of_two(self, who: Name, speech: Speech) -> bool:
        """Whether a surname alone may be a father's or a son's: the text names both."""
        written = speech.source.span.of(self._document.text) if speech.source else ""
        surname = who.full.split()[-1].rstrip(".")
        if " " in written or surname in ("Jr", "Sr"):
            return False
        text = self._document.text
        if " " in who.full and f"{who.full} Jr" not in text and f"{who.full}, Jr" not in text:
            return False
        junior = f"{surname} Jr" in text or f"{surname}, Jr" in text
        return junior and (f"President {surname}" in text or " father" in text)

    def _heard(self, who: Name, speech: Speech) -> _Heard:
        text, place = self._document.text, max(speech.place, speech.spans[-1].end - 1)
        asked = speech.verb is not None and speech.verb.of(text) in _ASKING
        asks = asked or text[: speech.spans[-1].end].rstrip("”\"’' ").endswith("?")
        at = self._document.passage_at(place) or 0
        behind = speech.place > speech.spans[0].start and self._quoted(speech.spans[0].start)
        few, answers = speech.words <= _INTRODUCES, False
        if few and behind and self._before is not None:
            other, passage = self._before
            answers = other is not who and at - passage <= _EXCHANGE
        return _Heard(who, speech.place, at, few, asks, answers, behind)

    def _who(self, speech: Speech, at: int) -> Name | None:
        if speech.source is None:
            return self._going_on(speech)
        if speech.source.role:
            return self._roles.bearer(speech.source)
        if not speech.source.pronoun:
            return speech.source.name
        return self._antecedents.meant(speech.source.span, speech.spans[0])

    def _going_on(self, speech: Speech) -> Name | None:
        """The last speaker, if the quotation is all of its sentence and follows at once.

        At once: in the same paragraph, behind a colon, or as all of the next paragraph, where no
        question was asked.
        """
        last, text, passages = self._last, self._document.text, self._document.passages
        start, end = speech.spans[0].start, speech.spans[-1].end
        at = self._document.passage_at(start)
        # A post that begins with a mark gives the words of another.
        if last is None or at is None or passages[at].heading or text[start] in _MARKS:
            return None
        if at - last.passage > 1 or start - last.place > _FAR:
            return None
        colon = last.introduces and text[passages[at - 1].span.end - 1] == ":"
        apart = passages[at].paragraph - passages[last.passage].paragraph
        turns = apart > 1 or last.asks or last.answers
        if not colon and apart and (turns or not _all_of_it(text, end)):
            return None
        if text[passages[at].span.start : start].strip(" “\"'‘«"):
            return None
        if last.behind and not apart:
            return last.name
        others = (
            name
            for span, name in self._sources.persons_in(last.place, start)
            if name.key != last.name.key and not self._quoted(span.start)
        )
        return last.name if next(others, None) is None else None


def _all_of_it(text: str, end: int) -> bool:
    """Whether nothing follows in the paragraph but the mark that closes the words."""
    line = text.find("\n", end)
    rest = text[end : line if line >= 0 else len(text)]
    return len(rest) <= _CLOSING and not any(map(str.isalnum, rest))
