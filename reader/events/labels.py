"""What an event is called: the headline of its most central article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reader.text.safety import one_line

OPENING = 60  # characters of an opening that stands for a headline; as long as a headline


def central(titled: Sequence[bool], links: Iterable[tuple[int, int, float]]) -> int:
    """The article that hangs most with the others, of those with a headline if some have one.

    `links` has pairs of indices with their strengths; of equally central ones the first counts.
    """
    strength = [0.0] * len(titled)
    for one, other, link in links:
        strength[one] += link
        strength[other] += link
    among = [index for index, has in enumerate(titled) if has] or range(len(titled))
    return max(among, key=lambda index: (strength[index], -index))


def opening(text: str) -> str:
    """The first words of a text, whole words only, cut at `OPENING` characters."""
    line = one_line(text[: OPENING * 4])
    if len(line) <= OPENING:
        return line
    return line[: OPENING + 1].rpartition(" ")[0] or line[:OPENING]
