"""What a finding is about: a name or word that both passages have, cut from one of them."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from reader.alignment.similarity import counts, is_number
from reader.framing.aliases import is_demonym
from reader.framing.facts.figures import Figure, What
from reader.framing.facts.ground import Ground
from reader.model import Span
from reader.text.number_forms import OFFSPRING
from reader.text.quantity import Quantity
from reader.text.tokens import Token, tokens


def subject(ground: Ground, one: Figure[What], other: Figure[What]) -> tuple[int, Span] | None:
    """Column and place of the shared name nearest to the figure of the first article.

    A name that the whole story is about comes after a rarer one, and without a shared name it is
    a shared word beside a quantity, or the one that the articles have most often.
    """
    first, second = sorted((one, other), key=lambda figure: figure.document)
    known = ground.stems(second)
    best: list[tuple[bool, int, Span]] = []
    document = ground.documents[first.document]
    passage = document.passages[first.passage].span
    for span in ground.name_spans[first.document]:
        stems = {t.stem for t in tokens(document.text, span.start, span.end) if counts(t)}
        if span.overlaps(first.span) or is_demonym(span.of(document.text)):
            continue  # `the Mexican border` is no more about Mexicans than about borders
        if span in passage and stems & known:
            best.append((stems <= ground.common, _distance(span, first.span), span))
    words = [token for token in first.left + first.right if _word(token) and token.stem in known]
    if isinstance(first.what, Quantity) and first.what.unit == OFFSPRING:
        parent = next((b for a, b in pairwise(first.left[:2]) if a.word == "of"), None)
        if parent is not None:
            return first.document, parent.span  # the mother, in `mother of two`
    counted = [t for t in first.right[:_COUNTED] if t in words]
    if counted and isinstance(first.what, Quantity) and first.what.kind == "count":
        return first.document, max(counted, key=lambda token: token.word.endswith("s")).span
    # Of a vote is told what was passed, not by whom.
    voted = isinstance(first.what, Quantity) and first.what.kind == "votes"
    if best and not voted:
        return first.document, min(best)[2]
    beside = [t for t in first.left[:_BESIDE] + first.right[:_BESIDE] if t in words]
    if beside and isinstance(first.what, Quantity):
        return first.document, beside[0].span
    if best:
        return first.document, min(best)[2]
    if not words:
        return None
    often = Counter(s for article in ground.vectors.stems for passage in article for s in passage)
    return first.document, max(words, key=lambda token: often[token.stem]).span


# A shared word this near to a figure says what it is a figure of: "save $740,000".
_BESIDE = 3
# What is counted stands this near behind its number: "7,000 people", "7,000 angry people".
_COUNTED = 2


def _word(token: Token) -> bool:
    return counts(token) and not is_number(token.stem) and token.word.isalpha()


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)
