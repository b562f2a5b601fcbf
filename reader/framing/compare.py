"""All lenses asked of one set of articles."""

from __future__ import annotations

import logging
from collections.abc import Generator, Sequence
from dataclasses import replace
from typing import cast

from reader.framing.excerpt import as_compared, excerpt, nothing_of, put_back
from reader.framing.first import first
from reader.framing.lens import Case, Lens
from reader.framing.lenses import (
    cause,
    facts,
    labels,
    left_out,
    loaded,
    only_here,
    opening,
    order,
    quoted,
    quotes,
    sources,
)
from reader.framing.once import once
from reader.framing.subject import of_another_story
from reader.framing.word_lists import UNCHANGED, WordLists
from reader.model import Article, Comparison, Judgement, LensReport
from reader.text.document import Document

LENSES: tuple[Lens, ...] = (
    facts.LENS,
    quotes.LENS,
    only_here.LENS,
    left_out.LENS,
    labels.LENS,
    cause.LENS,
    quoted.LENS,
    sources.LENS,
    opening.LENS,
    loaded.LENS,
    order.LENS,
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

PANELS = frozenset({"sources", "loaded", "order"})
"""Lenses that count and claim nothing."""

logger = logging.getLogger(__name__)


def compare(
    articles: Sequence[Article],
    *,
    one_event: bool,
    said: Sequence[Judgement] = (),
    lenses: Sequence[Lens] = LENSES,
    words: WordLists = UNCHANGED,
) -> Comparison:
    """What two or more articles share and where they part; fewer are a ValueError.

    Of what was `said`, the word on passages counts here; that on findings is for `judged`.
    """
    return finished(case_of(articles, one_event=one_event, said=said, words=words), lenses)


def case_of(
    articles: Sequence[Article],
    *,
    one_event: bool,
    said: Sequence[Judgement] = (),
    words: WordLists = UNCHANGED,
) -> Case:
    """The articles before anything is asked of them; fewer than two are a ValueError."""
    if len(articles) < 2:
        raise ValueError("a comparison needs two articles or more")
    heard = tuple(map(as_compared, said))
    excerpts = tuple(map(excerpt, articles))
    documents = tuple(Document(each.article) for each in excerpts)
    case = Case(documents, one_event, words, heard, excerpts)
    others = of_another_story(case)
    if not others:
        return case
    # What is known of the rest holds as before.
    left = [nothing_of(each) if at in others else each for at, each in enumerate(case.excerpts)]
    documents = tuple(
        Document(each.article) if at in others else case.documents[at]
        for at, each in enumerate(left)
    )
    return replace(case, documents=documents, excerpts=tuple(left))


def begun(case: Case) -> Comparison:
    """The points alone, without any report: they are known in a fraction of the time."""
    ids = tuple(document.article.id for document in case.documents)
    return put_back(Comparison(ids, case.points, (), case.one_event), case.excerpts)


def finished(case: Case, lenses: Sequence[Lens] = LENSES) -> Comparison:
    """The points, and what each lens says."""
    steps = in_steps(case, lenses)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return cast(Comparison, end.value)


def in_steps(
    case: Case, lenses: Sequence[Lens] = LENSES
) -> Generator[tuple[int, int], None, Comparison]:
    """As `finished`; yields how many of how many steps are done: the points, then each lens."""
    built = {lens.name: lens for lens in lenses}
    total = 1 + len(NAMES)
    yield 0, total
    points, said = begun(case), []
    for done, name in enumerate(NAMES, start=1):
        yield done, total
        said.append(_report(name, built.get(name), case))
    reports = once(said)
    whole = put_back(Comparison(points.articles, (), reports), case.excerpts)
    return replace(points, reports=whole.reports, first=first(whole.reports))


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
