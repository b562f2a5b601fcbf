"""Back and forward, as in a browser: the screens that were in front, and what they showed."""

from __future__ import annotations

Stop = tuple[str, "tuple[str, int] | None"]
"""A screen a person came from, and the article and offset it showed."""

ROOT: Stop = ("library", None)
LONGEST = 100


class Trail:
    """Where a person came from, and where they went back from."""

    def __init__(self) -> None:
        self._behind: list[Stop] = []
        self._ahead: list[Stop] = []

    def clear(self) -> None:
        """Forget all of it."""
        self._behind, self._ahead = [], []

    def leave(self, here: Stop) -> None:
        """Go on from a stop to a new one: what lay ahead is no more."""
        self._behind = [*self._behind[1 - LONGEST :], here]
        self._ahead = []

    def back(self, here: Stop) -> Stop:
        """The stop before this one; the root where there is none."""
        if here != ROOT:
            self._ahead.append(here)
        return self._behind.pop() if self._behind else ROOT

    def forward(self, here: Stop) -> Stop | None:
        """The stop from which the person went back last; None where there is none."""
        if not self._ahead:
            return None
        self._behind.append(here)
        return self._ahead.pop()
