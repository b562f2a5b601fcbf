"""A port for sentence embeddings, so that a person can bring a model; none is shipped or fetched.

A package brings one by an entry point of the group `framing_reader.embeddings` that names a
callable without arguments which returns an `Embedder`. Without one, stems decide alone. What an
embedder adds are rows that are perhaps one statement: it takes none away and makes none sure.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from functools import cache
from importlib.metadata import entry_points
from math import isfinite, sqrt
from typing import Protocol

GROUP = "framing_reader.embeddings"
"""The group of entry points in which a package names its embedder."""

Vector = Sequence[float]

logger = logging.getLogger(__name__)


class Embedder(Protocol):
    """Turns sentences into vectors. It is pure: the same sentence gives the same vector."""

    def name(self) -> str:
        """Model and version, as results depend on them; shown, and never parsed."""

    def embed(self, sentences: Sequence[str]) -> Sequence[Vector]:
        """One vector per sentence, in their order, all of one length; any scale."""

    def bar(self) -> float:
        """The least cosine at which two sentences perhaps make one statement, 0 to 1."""


def similar(one: Vector, other: Vector) -> float:
    """The cosine of two vectors; 0 if one has no length or is not finite."""
    size = sqrt(sum(x * x for x in one)) * sqrt(sum(y * y for y in other))
    if not size or not isfinite(size):
        return 0.0
    return sum(x * y for x, y in zip(one, other, strict=True)) / size


@cache
def brought() -> Embedder | None:
    """The embedder of the first installed package that names one; None without."""
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: entry.name):
        try:
            embedder: Embedder = entry.load()()
        except Exception:
            logger.exception("the embedder %s cannot be used", entry.name)
        else:
            return embedder
    return None
