"""What an event is called: the headline of its most central article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reader.model import Article
from reader.text.safety import one_line

OPENING = 60  # characters of an opening that stands for a headline; as long as a headline


def label(articles: Sequence[Article], links: Mapping[tuple[int, int], float]) -> str:
    """The headline of the article that hangs most with the others; an opening if none has one.

    `links` has pairs of indices into `articles`; of equally central articles the first counts.
    """
    titled = [index for index, article in enumerate(articles) if (article.title or "").strip()]
    central = max(
        titled or range(len(articles)), key=lambda index: (centrality(index, links), -index)
    )
    return one_line(articles[central].title or "") or opening(articles[central].text)


def centrality(index: int, links: Mapping[tuple[int, int], float]) -> float:
    """The sum of the links of one article."""
    return sum(strength for pair, strength in links.items() if index in pair)


def opening(text: str) -> str:
    """The first words of a text, whole words only, cut at `OPENING` characters."""
    line = one_line(text[: OPENING * 4])
    if len(line) <= OPENING:
        return line
    return line[: OPENING + 1].rpartition(" ")[0] or line[:OPENING]
