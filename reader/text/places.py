"""Words of a text found again in another version of it, whatever white space is between them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from reader.model import Place, Span
from reader.text.safety import visible

_WORD = re.compile(r"\S+")
# Fewer characters without their sentence are words that stand in any text.
_LEAST_ALONE = 12


def where(place: Place, text: str) -> Span | None:
    """Where the words of a place stand in a text now; None where they do not.

    They are looked for in their sentence, and alone where that has changed; of several that read
    the same it is the nearest to where they stood.
    """
    folded = _Folded(text)
    words = place.words or place.passage
    found = [
        span
        for start in folded.places(place.passage, 0, len(folded.text))
        for span in folded.spans(words, start, start + len(place.passage))
    ]
    if not found and len(words) >= _LEAST_ALONE:
        found = list(folded.spans(words, 0, len(folded.text)))
    return min(found, key=lambda span: abs(span.start - place.start), default=None)


class _Folded:
    """A text with one blank for each run of white space, and the way back to its offsets."""

    def __init__(self, text: str) -> None:
        words = list(_WORD.finditer(visible(text)))
        self.text = " ".join(word[0] for word in words)
        self._begins = [word.start() for word in words]
        self._starts: list[int] = []
        at = 0
        for word in words:
            self._starts.append(at)
            at += len(word[0]) + 1

    def places(self, words: str, start: int, end: int) -> Iterator[int]:
        """Offsets in the folded text, none within the one before."""
        at = self.text.find(words, start, end) if words else -1
        while at >= 0:
            yield at
            at = self.text.find(words, at + len(words), end)

    def spans(self, words: str, start: int, end: int) -> Iterator[Span]:
        """The same places in the text as it is."""
        for at in self.places(words, start, end):
            yield Span(self._back(at), self._back(at + len(words) - 1) + 1)

    def _back(self, offset: int) -> int:
        word = bisect_right(self._starts, offset) - 1
        return self._begins[word] + offset - self._starts[word]
