"""Whose words a stretch of text is: the writer's own, quoted, or told as what somebody said."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

from reader.framing.word_lists import WordLists
from reader.model import Span
from reader.text.attribution import SPEECH
from reader.text.document import Document
from reader.text.quotations import Quotation
from reader.text.tokens import Token, fold

Voice = Literal["writer", "quoted", "reported", "unclear"]

# Reports hardly ever speak of themselves or to their readers; what they cite does.
_SPOKEN = frozenset("i we you my our your me us mine ours yours".split())
_JOINS = frozenset("and but or".split())
_SUBJECTS = frozenset(
    "the a an he she it they we i you his her its their our my this these those there all no any "
    "some more most many everyone everybody nobody people".split()
)
# `cast the choice as a shameful one`; of one word alone `cast` is about votes.
_CAST = frozenset(
    "cast casts casting frame frames framed framing paint paints painted depict depicts depicted "
    "depicting portray portrays portrayed portraying characterize characterizes characterized "
    "characterizing".split()
)
_CAST_REACH, _CAST_AS = 10, 6
# A paragraph that opens with a name and a colon is one of a transcript or interview.
_LABEL_CHARACTERS = 40


@dataclass(frozen=True)
class Voices:
    """The voices of one document."""

    document: Document
    quotations: tuple[Quotation, ...]
    reporting: frozenset[str]
    """Folded words that open what somebody says or thinks."""

    def at(self, passage: int, span: Span) -> Voice:
        """Whose words these are; the writer's only if nothing in their sentence says otherwise."""
        if self.quotation_at(span) is not None:
            return "quoted"
        if self._reported(passage, span):
            return "reported"
        return "unclear" if self._spoken(passage) else "writer"

    def piece_at(self, span: Span) -> Span | None:
        """The quoted stretch, without its marks, that holds a span."""
        quotation = self.quotation_at(span)
        return next((p for p in quotation.pieces if span in p), None) if quotation else None

    def quotation_at(self, span: Span) -> Quotation | None:
        """The quotation that holds a span."""
        at = bisect_right(self._starts, span.start) - 1
        if at < 0 or self.quotations[at].span.end < span.end:
            return None
        quotation = self.quotations[at]
        return quotation if any(span in piece for piece in quotation.pieces) else None

    @cached_property
    def _starts(self) -> list[int]:
        return [quotation.span.start for quotation in self.quotations]

    def _reported(self, passage: int, span: Span) -> bool:
        own = self.document.passages[passage]
        if own.paragraph in self._labelled:
            return True
        return reports(self.document.text, self.document.tokens[passage], span, self.reporting)

    def _spoken(self, passage: int) -> bool:
        """Whether a sentence may be a quotation whose marks are lost: a post, a long citation."""
        sentence = self.document.passages[passage].span.of(self.document.text)
        if "[" in sentence or sentence.endswith("!"):
            return True
        if sentence.count("“") != sentence.count("”") or sentence.count('"') % 2:
            return True
        return any(
            token.word in _SPOKEN and self.quotation_at(token.span) is None
            for token in self.document.tokens[passage]
        )

    @cached_property
    def _labelled(self) -> frozenset[int]:
        """Paragraphs of a transcript."""
        return frozenset(
            passage.paragraph
            for passage in self.document.passages
            if _is_label(passage.span.of(self.document.text)[:_LABEL_CHARACTERS])
        )


def reporting(lists: WordLists) -> frozenset[str]:
    """Folded words that open what somebody says or thinks, with what the person changed."""
    return _folded(lists.entries("reporting"))


@lru_cache(maxsize=8)
def _folded(entries: tuple[str, ...]) -> frozenset[str]:
    return SPEECH | frozenset(map(fold, entries))


def reports(text: str, words: Sequence[Token], aside: Span, reporting: frozenset[str]) -> bool:
    """Whether a sentence has such a word or pair of words, written small, outside of `aside`."""
    for at, token in enumerate(words):
        following = words[at + 1].word if at + 1 < len(words) else ""
        opens = token.word in reporting or f"{token.word} {following}" in reporting
        if opens and not token.span.overlaps(aside) and text[token.span.start].islower():
            return True
        if token.word == "as" and _is_cast(words, at, aside):
            return True
    return any(_goes_on(text, words, at) for at, token in enumerate(words) if token.word == "that")


def _is_cast(words: Sequence[Token], at: int, aside: Span) -> bool:
    """Whether the `as` at `at` opens what somebody makes of a thing, with `aside` in it."""
    if not any(token.span.overlaps(aside) for token in words[at + 1 : at + _CAST_AS]):
        return False
    return any(token.word in _CAST for token in words[max(0, at - _CAST_REACH) : at])


def _goes_on(text: str, words: Sequence[Token], at: int) -> bool:
    """Whether `and that they must go` goes on with what a verb farther in front says."""
    if at == 0 or words[at - 1].word not in _JOINS or at + 2 >= len(words):
        return False
    following = words[at + 1]
    return following.word in _SUBJECTS or text[following.span.start].isupper()


def _is_label(opening: str) -> bool:
    name, colon, _ = opening.partition(":")
    words = name.split()
    return bool(colon) and 0 < len(words) <= 4 and all(not word[0].islower() for word in words)
