"""What to try where a search finds nothing."""

from __future__ import annotations

SUGGESTED = 6


def parts_left_out(query: str) -> list[str]:
    """Queries to try where one finds nothing: each of its parts left out, in order."""
    parts = query.split()
    if len(parts) < 2:
        return []
    tries = [" ".join([*parts[:i], *parts[i + 1 :]]) for i in range(len(parts))]
    return list(dict.fromkeys(tries))[:SUGGESTED]
