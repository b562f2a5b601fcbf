"""One line that says how far an import is: counts, rate, a small bar."""

from __future__ import annotations

from collections import deque
from time import monotonic

WINDOW = 4.0
"""Seconds over which the rate is taken: long enough not to dance."""
BAR = 10
"""Cells of the bar."""


class Progress:
    """How far an import is, as it goes on."""

    def __init__(self, verb: str, now: float | None = None) -> None:
        self._verb = verb
        self.articles = self.failed = 0
        self.share = 0.0
        self._seen: deque[tuple[float, int]] = deque()
        self._seen.append((monotonic() if now is None else now, 0))

    def take(self, articles: int, failed: int, share: float, now: float | None = None) -> None:
        """Note what the worker says: articles so far, failures so far, share read (0 to 1)."""
        now = monotonic() if now is None else now
        self.articles, self.failed, self.share = articles, failed, share
        self._seen.append((now, articles))
        while len(self._seen) > 2 and now - self._seen[0][0] > WINDOW:
            self._seen.popleft()

    @property
    def rate(self) -> float:
        """Articles a second of late."""
        (first, before), (last, after) = self._seen[0], self._seen[-1]
        return (after - before) / (last - first) if last > first else 0.0

    def line(self, cells: int, meanwhile: str = "") -> str:
        """The line for a bar of so many cells; `meanwhile` stands in place of the rate."""
        count = "1 article" if self.articles == 1 else f"{self.articles:,} articles"
        said = f"{self._verb}: {count}" if self.articles or self.failed else f"{self._verb} …"
        if self.failed:
            said += f", {self.failed:,} not"
        rate = self.rate
        if meanwhile:
            said += f"  {meanwhile}"
        elif rate >= 1:
            said += f"  {rate:,.0f}/s"
        percent = min(100, int(self.share * 100))
        if self.share > 0:
            full = min(BAR, int(self.share * BAR))
            bar = f"{'█' * full}{'░' * (BAR - full)} " if cells >= 60 else ""
            said += f"  {bar}{percent} %"
        return f"{said}   Esc stop"
