"""What can be taken back."""

from __future__ import annotations

from collections import deque

from reader.ui.desk import Undo

_MOST = 50


class Changes:
    """The last changes; what only opening an article changed comes behind what a person did."""

    def __init__(self) -> None:
        self._done: deque[Undo] = deque(maxlen=_MOST)
        self._by_opening: deque[Undo] = deque(maxlen=_MOST)
        self.told = 0
        """The removal of another day of which it was said that one more press undoes it."""

    def add(self, undo: Undo, *, by_opening: bool = False) -> None:
        """Remember how a change is taken back."""
        (self._by_opening if by_opening else self._done).append(undo)

    def last(self) -> Undo | None:
        """How the last one that is left is taken back; it is forgotten here."""
        left = self._done or self._by_opening
        return left.pop() if left else None
