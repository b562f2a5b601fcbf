"""Words in square brackets, which an outlet puts into what it quotes."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reader.framing.limits import negates
from reader.framing.sayings import Said, Saying, spoken
from reader.framing.utterances import Match
from reader.framing.wording import same_letters
from reader.model import Span
from reader.text.capitals import DAYS
from reader.text.document import Document

# No letters of a word that goes on behind them: `[I]mmigration`, `report[ed]`.
_BRACKETS = re.compile(r"(?<!\w)\[([^\[\]\n]{2,80})\](?![^\W\d_])")
_ANY = re.compile(r"[(\[]([^()\[\]\n]{2,80})[)\]]")
# What tells of the sound or the print, and is no word put in.
_ASIDES = frozenset(
    "sic laughs laughter laughing applause cheers boos crosstalk inaudible unintelligible pause "
    "pauses expletive expletives deleted redacted emphasis video audio bleep".split()
)
_BEGINS = frozenset('.!?:“”"')
_NEAR = 6  # words of the other quotation in whose place they stand


@dataclass(frozen=True, slots=True)
class PutIn:
    """Words in brackets of one quotation, and what the other one has in that place."""

    column: int
    brackets: Span
    words: tuple[Said, ...]
    """Those in the brackets."""
    other: tuple[Said, ...]
    """Nothing where they only explain a word."""
    begins: bool
    """Whether they begin a sentence, where every word has a capital."""

    @property
    def negates(self) -> bool:
        """Whether one of the two alone says that it is not so: `will [not] go`."""
        return _only_negates(self.words, self.other)

    @property
    def replaces(self) -> bool:
        """Whether a figure or a date stands in the place of another: `[February]`, `January`."""
        sides = [[said for said in side if said.content] for side in (self.words, self.other)]
        return all(sides) and (
            all(_figure(said) for side in sides for said in side)
            or all(said.word in DAYS for side in sides for said in side)
        )

    @property
    def renames(self) -> bool:
        """Whether a name stands in the place of another one."""
        sides = [[said for said in side if said.content] for side in (self.words, self.other)]
        shared = {said.word for said in sides[0]} & {said.word for said in sides[1]}
        named = all(said.capital for side in sides for said in side)
        return all(sides) and named and not shared and not self.begins


def put_in(match: Match, documents: Sequence[Document]) -> Iterator[PutIn]:
    """The words in brackets of one of two quotations that the other one does not have there."""
    ours = [(block.a, block.b, block.length) for block in match.blocks]
    theirs = [(block.b, block.a, block.length) for block in match.blocks]
    for saying, other, blocks in ((match.a, match.b, ours), (match.b, match.a, theirs)):
        text = documents[other.column].text
        known = {said.word for words in _bracketed(text, other, _ANY).values() for said in words}
        here = documents[saying.column].text
        for span, words in _bracketed(here, saying).items():
            gap = _gap(saying, other, blocks, span)
            if gap is None or same_letters(words, gap):
                continue
            there = known.union(said.word for said in gap)
            content = any(said.content for said in words)
            news = content and not there.issuperset(said.word for said in words)
            if news or _only_negates(words, gap):
                begins = here[: span.start].rstrip()[-1:] in _BEGINS
                yield PutIn(saying.column, span, words, gap, begins)


def _bracketed(
    text: str, saying: Saying, form: re.Pattern[str] = _BRACKETS
) -> Mapping[Span, tuple[Said, ...]]:
    """The brackets of a quotation with the words in them, where these say something."""
    found: dict[Span, tuple[Said, ...]] = {}
    for piece in saying.quotation.pieces:
        for match in form.finditer(text, piece.start, piece.end):
            words = tuple(spoken(text, Span(*match.span(1))))
            if words and not any(said.word in _ASIDES for said in words):
                found[Span(*match.span())] = words
    return found


def _figure(said: Said) -> bool:
    return said.word[0].isdigit()


def _only_negates(words: Sequence[Said], other: Sequence[Said]) -> bool:
    """Whether brackets without a word of content say `not` where the other one does not."""
    plain = [said.word for said in words]
    if "only" in plain or any(said.content and said.word != "longer" for said in words):
        return False
    return negates(plain) != negates([said.word for said in other])


def _gap(
    saying: Saying, other: Saying, blocks: Sequence[tuple[int, int, int]], span: Span
) -> tuple[Said, ...] | None:
    """What the other quotation has where the brackets stand; None if that is not shared."""
    at = bisect_left([said.span.start for said in saying.words], span.start)
    before = next(((b, k) for a, b, k in blocks if a + k == at), None)
    behind = next((b for a, b, _ in blocks if a == at), None)
    if any(a < at < a + k for a, _, k in blocks):
        return ()
    begin = sum(before) if before else 0
    end = behind if behind is not None else len(other.words)
    if (before is None and (at or behind is None)) or (behind is None and at < len(saying.words)):
        return None
    return other.words[begin:end] if end - begin <= _NEAR else None
