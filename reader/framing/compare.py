"""All lenses asked of one set of articles."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace

from reader.framing.first import first
from reader.framing.lens import Case, Lens
from reader.framing.lenses import facts, labels, only_here, opening, quotes
from reader.model import Article, Comparison, Judgement, LensReport
from reader.text.document import Document

LENSES: tuple[Lens, ...] = (
    facts.LENS,
    quotes.LENS,
    only_here.LENS,
    labels.LENS,
    opening.LENS,
)

NAMES = (
    "facts",
    "quotes",
    "only-here",
    "left-out",
    "labels",
    "cause",
    "quoted",
    "sources",
    "opening",
    "loaded",
    "order",
)
"""Every lens that a comparison reports on, in the order in which it is shown."""

logger = logging.getLogger(__name__)


def compare(
    articles: Sequence[Article],
    *,
    one_event: bool,
    said: Sequence[Judgement] = (),
    lenses: Sequence[Lens] = LENSES,
) -> Comparison:
    """What two or more articles share and where they part; fewer are a ValueError.

    Of what was `said`, the word on passages counts here; that on findings is for `judged`.
    """
    return finished(case_of(articles, one_event=one_event, said=said), lenses)


def case_of(
    articles: Sequence[Article], *, one_event: bool, said: Sequence[Judgement] = ()
) -> Case:
    """The articles before anything is asked of them; fewer than two are a ValueError."""
    if len(articles) < 2:
        raise ValueError("a comparison needs two articles or more")
    return Case(tuple(Document(article) for article in articles), one_event, tuple(said))


def begun(case: Case) -> Comparison:
    """The points alone, without any report: they are known in a fraction of the time."""
    ids = tuple(document.article.id for document in case.documents)
    return Comparison(ids, case.points, (), case.one_event)


def finished(case: Case, lenses: Sequence[Lens] = LENSES) -> Comparison:
    """The points, and what each lens says."""
    built = {lens.name: lens for lens in lenses}
    reports = tuple(_report(name, built.get(name), case) for name in NAMES)
    return replace(begun(case), reports=reports, first=first(reports))


def _report(name: str, lens: Lens | None, case: Case) -> LensReport:
    """What one lens says, heaviest finding first; a lens that fails does not take others down."""
    if lens is None:
        return LensReport(name, "cannot-say", "not built yet")
    if lens.needs_one_event and not case.one_event:
        return LensReport(name, "cannot-say", "not one event")
    try:
        report = lens.look(case)
    except Exception:
        logger.exception("lens %s failed on %s", name, [d.article.id for d in case.documents])
        return LensReport(name, "cannot-say", "failed on these texts")
    ranked = sorted(report.findings, key=lambda finding: -finding.weight)
    return replace(report, findings=tuple(ranked))
