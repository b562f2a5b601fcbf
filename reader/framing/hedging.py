"""Words by which writers hold back or press what they say themselves."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from reader.framing.speech import Speech
from reader.framing.voices import merged
from reader.model import Span
from reader.text.document import Document
from reader.text.quotations import Quotation
from reader.text.tokens import folded_words

_REACH = 300
# Verbs in front of a hedge or booster that make it another's, and a writer in the first person.
_THINKING = re.compile(
    r"(?<![\w’'-])(?:said|says?|told|rul(?:ed|es)|found|believ\w+|thinks?|thought|claim\w*|argu\w+|"
    r"according|insist\w*|wrote|writes|warn\w*|add(?:ed|s)|not(?:ed|es)|I|[Ff]ear(?:s|ed|ful|ing)?|"
    r"worr(?:y|ies|ied|ying)|convinced|suspect(?:s|ed|ing)?|speculat\w+|hop(?:es?|ed|ing)|"
    r"(?:makes?|made|making)(?=\s+$))(?![\w-])"
)
# `almost certainly` and `not obviously` press nothing, and `can't seem to` is no doubt.
_TURNING = frozenset("almost not hardly less can't cannot couldn't cant couldnt".split())
_HOWEVER = re.compile(r"However\s[a-z]+\s(?:[\w’'-]+\s){1,3}$")  # `However late it may be`
_OPENING_MARKS = frozenset('“"«„')


class OwnVoice:
    """The words of the writer: not between marks, not what somebody is said to have said."""

    def __init__(
        self, document: Document, said: Sequence[Speech], quotations: Sequence[Quotation]
    ) -> None:
        self._document = document
        spans = [span for speech in said for span in speech.spans]
        spans += [quotation.span for quotation in quotations]
        self._others = merged(spans)
        self._starts = [span.start for span in self._others]

    def find(self, words: tuple[str, ...]) -> Iterator[Span]:
        """The places of the entries of a list."""
        begins = _begins(words)
        for at, passage in enumerate(self._document.tokens):
            if self._document.passages[at].heading:
                continue
            for index in [at for at, token in enumerate(passage) if token.word in begins]:
                token = passage[index]
                for rest in begins[token.word]:
                    last = index + len(rest)
                    if tuple(t.word for t in passage[index + 1 : last + 1]) == rest:
                        span = Span(token.span.start, passage[last].span.end)
                        if self._own(at, index, span):
                            yield span
                        break

    def _own(self, at: int, index: int, span: Span) -> bool:
        """Whether the writer says it, and presses or holds back by it."""
        before = self._document.tokens[at][index - 1].word if index else ""
        if before in _TURNING or self._reported(self._document.passages[at].span.start, span.start):
            return False
        if self._conceded(at, span):
            return False
        if self._document.text[max(span.start - 1, 0)] in _OPENING_MARKS:
            return False  # of a quotation that goes on in the next paragraph and is never closed
        other = bisect_right(self._starts, span.start) - 1
        return other < 0 or self._others[other].end <= span.start

    def _conceded(self, at: int, span: Span) -> bool:
        """Whether it is only granted, for what follows it, or no word: `Indeed.com`."""
        text, sentence = self._document.text, self._document.passages[at].span
        if text[span.end : span.end + 4] == ".com":
            return True
        before = text[sentence.start : span.start]
        if before.rstrip().endswith("at first") or _HOWEVER.match(before):
            return True
        granted = span.of(text).casefold().startswith(("may", "might"))
        return granted and text.find(", but ", span.end, sentence.end) >= 0

    def _reported(self, start: int, stop: int) -> bool:
        """Whether a verb in front says that the sentence is what somebody says or thinks."""
        low = max(start, stop - _REACH)
        return _THINKING.search(self._document.text, low, stop) is not None


@cache
def _begins(words: tuple[str, ...]) -> Mapping[str, Sequence[tuple[str, ...]]]:
    """The entries of a list by their first word, longest first, folded."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for entry in words:
        first, *rest = folded_words(entry)
        found.setdefault(first, []).append(tuple(rest))
    return {first: sorted(rests, key=len, reverse=True) for first, rests in found.items()}
