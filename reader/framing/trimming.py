"""What is to be said of an utterance of which one article quotes less than another."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reader.framing.findings import letter
from reader.framing.keeping import SLIGHT, Kept, cut_inside
from reader.framing.limits import lost_limits, negates
from reader.framing.sayings import Saying, spoken
from reader.framing.shown import Judgement, listed
from reader.text.document import Document
from reader.text.safety import one_line

_LOST_CONDITION = 0.8
# What merely ends earlier, begins later or leaves out words is worth knowing if several of the lost
# words stand nowhere in that article: 12 of 14 read, of those with fewer 4 of 16.
_NEWS = 4
_NEWS_LEAST, _NEWS_MOST = 0.4, 0.5
_ELIDED, _ELIDED_WORDS = 0.3, 3
_SHORTER_LEAST, _SHORTER_MOST = 0.15, 0.25


def trimmed(
    documents: Sequence[Document], whole: Saying, kept: Sequence[Kept], label: str
) -> Judgement:
    """How much each article keeps, which parts of sentences are cut, and what limits are lost."""
    text = documents[whole.column].text
    total = len(whole.words)
    cut = [part for part in kept if cut_short(part, whole, documents)]
    lost = max(len(part.lost) for part in cut) / total
    weight = _SHORTER_LEAST + (_SHORTER_MOST - _SHORTER_LEAST) * lost
    if max(part.news for part in cut) >= _NEWS:
        weight = _NEWS_LEAST + (_NEWS_MOST - _NEWS_LEAST) * lost
    elif any(map(_elided, cut)):
        weight = _ELIDED
    places = sorted({place for part in cut for place in cut_inside(part, whole, text)})
    reason = f"the same words, but {_at_the_ends(cut)}"
    if any(part.extra > SLIGHT for part in cut):
        # Each has what the other one has not: no sentence is cut in one alone.
        between = any(min(part.quoted) < at < max(part.quoted) for part in cut for at in part.lost)
        ends = _at_the_ends(cut)
        reason += "; words in between are left out" if between and ends != _BETWEEN else ""
    elif places:
        reason = f"{listed(places)} of a sentence {'are' if len(places) > 1 else 'is'} cut"
    limits = [
        said
        for part in cut
        if not part.match.a.quotation.is_term
        for said in lost_limits(part, whole, documents)
    ]
    if limits:
        reason += f"; the lost part has “{one_line(limits[0].span.of(text))}”"
        weight = _LOST_CONDITION
    if any(part.extra for part in cut):
        counted = [(whole.column, total), *((part.column, part.words + part.extra) for part in cut)]
        sizes = ", ".join(
            f"{letter(column)} has {count} words" for column, count in sorted(counted)
        )
        shared = min(part.words for part in cut)
        return Judgement("trimmed", reason, f"{label}: {sizes}, {shared} of them shared", weight)
    shares = listed([f"{letter(part.column)} keeps {part.words}" for part in cut])
    return Judgement(
        "trimmed", reason, f"{label}: {shares} of {letter(whole.column)}’s {total} words", weight
    )


def cut_short(part: Kept, whole: Saying, documents: Sequence[Document]) -> bool:
    """Whether more is lost than a reader would pass over: some words, a negation, a doubt."""
    if len(part.lost) > SLIGHT or part.extra > SLIGHT:
        return True
    if negates([whole.words[at].word for at in part.lost]):
        return True
    return bool(part.lost) and bool(lost_limits(part, whole, documents))


def stands_beside(part: Kept, whole: Saying, document: Document) -> bool:
    """Whether all words that are lost stand in the same sentence, outside of the marks.

    `If the council agrees, Lee said: “We sell”` keeps the condition.
    """
    spans = [saying.quotation.span for saying in part.sayings]
    outside = {
        said.stem
        for around in {document.sentence_around(span).span for span in spans}
        for said in spoken(document.text, around)
        if not any(said.span in span for span in spans)
    }
    lost = {whole.words[at].stem for at in part.lost}
    return bool(lost) and part.extra <= SLIGHT and lost <= outside


def _elided(part: Kept) -> bool:
    """Whether words of the whole are left out between two stretches that are kept."""
    return any(
        two.b - one.b - one.length >= _ELIDED_WORDS and two.a - one.a - one.length <= 1
        for one, two in pairwise(part.match.blocks)
    )


_BETWEEN = "words in between are left out"


def _at_the_ends(cut: Sequence[Kept]) -> str:
    """In which direction whole sentences are lost."""
    earlier = later = False
    for part in cut:
        first, last = part.match.blocks[0], part.match.blocks[-1]
        earlier = earlier or first.a > SLIGHT or min(part.lost, default=0) < min(part.quoted)
        later = later or len(part.match.a.words) - last.a - last.length > SLIGHT
        later = later or max(part.lost, default=0) > max(part.quoted)
    if earlier and later:
        return "one begins earlier and one goes on where the other stops"
    if earlier:
        return "one begins earlier than the other"
    return "one goes on where the other stops" if later else _BETWEEN
