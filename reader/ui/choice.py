"""Words of a text that are being chosen: by sentence first, then longer or shorter by word."""

from __future__ import annotations

from bisect import bisect_right

from reader.model import Span
from reader.text.document import Document
from reader.text.versions import TOKEN


class Choice:
    """A run of words; one of its ends moves, the last one unless told otherwise."""

    def __init__(self, document: Document, offset: int) -> None:
        # Of what stands between sentences, such as the sign of a heading, nothing is chosen.
        self._words = [
            Span(*match.span())
            for passage in document.passages
            for match in TOKEN.finditer(document.text, passage.span.start, passage.span.end)
        ]
        self._starts = [word.start for word in self._words]
        # Index of the first word of each sentence, and the number of words.
        self._heads = sorted({self._word_at(p.span.start) for p in document.passages})
        self._first = self._last = 0
        self._end_moves = True
        after = [head for head in self._heads if self._starts[head] >= offset]
        self._take(self._sentence(self._word_at(offset) if not after else after[0]))

    def _word_at(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - 1)

    def _sentence(self, word: int) -> int:
        return max(0, bisect_right(self._heads, word) - 1)

    def _end_of(self, sentence: int) -> int:
        """The last word of a sentence."""
        following = sentence + 1
        return (self._heads[following] if following < len(self._heads) else len(self._words)) - 1

    def _take(self, sentence: int) -> None:
        self._first, self._last = self._heads[sentence], self._end_of(sentence)
        self._end_moves = True

    @property
    def span(self) -> Span:
        """What is chosen now."""
        return Span(self._words[self._first].start, self._words[self._last].end)

    @property
    def moving(self) -> int:
        """The offset of the end that moves."""
        return self.span.end - 1 if self._end_moves else self.span.start

    def turn(self, by: int) -> None:
        """To the next or the previous sentence, the whole of it."""
        sentence = self._sentence(self._last if by > 0 else self._first) + by
        if 0 <= sentence < len(self._heads):
            self._take(sentence)

    def stretch(self, by: int) -> None:
        """Move the end to the next or previous end of a sentence."""
        if self._end_moves:
            ends = [self._end_of(at) for at in range(len(self._heads))]
        else:
            ends = self._heads
        at = self._last if self._end_moves else self._first
        if by > 0:
            self._put(next((end for end in ends if end > at), at))
        else:
            self._put(next((end for end in reversed(ends) if end < at), at))

    def grow(self, by: int) -> None:
        """Move the end by a word."""
        self._put((self._last if self._end_moves else self._first) + by)

    def swap(self, _: int = 0) -> None:
        """Let the other end move."""
        self._end_moves = not self._end_moves

    def _put(self, word: int) -> None:
        if self._end_moves:
            self._last = max(self._first, min(word, len(self._words) - 1))
        else:
            self._first = min(self._last, max(word, 0))
