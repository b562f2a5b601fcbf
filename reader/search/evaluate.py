"""Answers a query over one segment of an index: sets of documents with their scores."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Protocol

from reader.search.quoting import agreeing
from reader.search.syntax import (
    Among,
    And,
    Everything,
    Node,
    Not,
    Or,
    Published,
    Run,
    SameQuotation,
)

Scores = dict[int, float]
"""Document numbers of one segment, each with what its words are worth."""


class Segment(Protocol):
    """What must be known of a segment; every answer leaves out deleted documents."""

    def run(self, run: Run, among: Collection[int] | None) -> Scores:
        """The documents with these words; of `among` only, if that is given."""

    def size(self, run: Run) -> int:
        """About how many documents have these words, at a glance."""

    def documents(self) -> Iterable[int]:
        """All documents."""

    def having(self, ids: frozenset[str], among: Collection[int] | None) -> Iterable[int]:
        """The documents of these articles; of `among` only, if that is given."""

    def published(self, days: Published, among: Collection[int] | None) -> Iterable[int]:
        """The documents surely published then; of `among` only, if that is given."""

    def quotations(self, run: Run, document: int) -> frozenset[int]:
        """The numbers of the quotations of a document that have these words, or are by them."""


def evaluate(node: Node, segment: Segment, among: Collection[int] | None = None) -> Scores:
    """The documents that a tree finds, within `among`, scored by the words that they have."""
    if isinstance(node, Run):
        return segment.run(node, among)
    if isinstance(node, And):
        return _all(node, segment, among)
    if isinstance(node, Or):
        found: Scores = {}
        for part in node.parts:
            for document, score in evaluate(part, segment, among).items():
                found[document] = found.get(document, 0.0) + score
        return found
    if isinstance(node, Not):
        ruled_out = evaluate(node.part, segment, among)
        domain = segment.documents() if among is None else among
        return {document: 0.0 for document in domain if document not in ruled_out}
    if isinstance(node, Published):
        documents = segment.published(node, among)
    elif isinstance(node, Among):
        documents = segment.having(node.ids, among)
    elif isinstance(node, SameQuotation):
        domain = segment.documents() if among is None else among
        documents = with_same_quotation(node, segment, domain)
    else:
        assert isinstance(node, Everything)
        documents = segment.documents()
    if among is not None:
        documents = (each for each in documents if each in among)
    return dict.fromkeys(documents, 0.0)


def with_same_quotation(node: SameQuotation, segment: Segment, among: Iterable[int]) -> list[int]:
    """Those of the documents that have such a quotation."""

    def has(document: int) -> bool:
        return bool(agreeing(node, lambda run: segment.quotations(run, document)))

    return list(filter(has, among))


def _all(node: And, segment: Segment, among: Collection[int] | None) -> Scores:
    """The parts one after the other, the rarest first, each within what is left."""
    found: Scores | None = None
    for part in sorted(node.parts, key=lambda part: _cost(part, segment)):
        scores = evaluate(part, segment, among if found is None else found)
        if found is not None:
            scores = {each: score + found[each] for each, score in scores.items()}
        found = scores
        if not found:
            break
    return found or {}


# Filters look at every document, but quickly; what rules out comes when little is left, and
# single quotations are looked at last.
_FILTER, _NESTED, _RULES_OUT, _CLOSELY = 10_000, 1_000_000, 2_000_000, 3_000_000


def _cost(node: Node, segment: Segment) -> int:
    if isinstance(node, Run):
        return segment.size(node)
    if isinstance(node, Not):
        return _RULES_OUT
    if isinstance(node, SameQuotation):
        return _CLOSELY
    return _NESTED if isinstance(node, And | Or) else _FILTER
