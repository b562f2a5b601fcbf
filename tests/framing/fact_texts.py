"""Short articles for the tests of facts."""

from __future__ import annotations

from collections.abc import Sequence

from reader.framing.lens import Case
from reader.framing.lenses.facts import LENS
from reader.model import Article, Finding, When
from reader.text.document import Document

# Sentences that fill an article and share nothing with the facts below or with each other.
FILLERS = (
    "Gulls circled above the fish market while vendors folded their awnings. "
    "A brass band rehearsed somewhere behind the chapel. "
    "Nobody had swept the pavement since the carnival.",
    "Rain fell on the allotments and filled every watering can. "
    "Two poplars lost their crowns in the storm. "
    "The baker sold warm rolls from a barrow instead.",
    "Children drew chalk dragons across the schoolyard. "
    "An old tractor coughed beyond the hedge and fell silent. "
    "Candles burned in several windows until dawn.",
)


def findings(
    *texts: str, one_event: bool = True, published: Sequence[str | None] = ()
) -> tuple[Finding, ...]:
    when = published or (None,) * len(texts)
    documents = tuple(
        Document(
            Article(f"a{i}", f"{text} {filler}", published=When(date) if date is not None else None)
        )
        for i, (text, filler, date) in enumerate(zip(texts, FILLERS, when, strict=False))
    )
    return LENS.look(Case(documents, one_event)).findings


def told(
    *texts: str, one_event: bool = True, published: Sequence[str | None] = ()
) -> list[tuple[str, str, tuple[str | None, ...]]]:
    return [
        (f.kind, f.verdict, tuple(v.quote if v else None for v in f.values))
        for f in findings(*texts, one_event=one_event, published=published)
    ]
