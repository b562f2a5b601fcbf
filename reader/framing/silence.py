"""Whether an article names somebody and surely gives none of their words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from reader.framing.speech import Speech
from reader.framing.verbs import kinds
from reader.model import Span
from reader.text.document import Document
from reader.text.names import Name
from reader.text.tokens import tokens

# Nouns and verbs that may hide words of the one who is named beside them.
_MAYBE_WORDS = re.compile(
    r"\b(?:statements?|letters?|interviews?|tweet\w*|speech|speeches|remarks?|comments?|post(?:s|ed)?"
    r"|spoke|speaks?|speaking|spokes\w+|lawyers?|attorneys?|call(?:s|ed|ing)|testimony|testif\w+"
    r"|declin\w+|refus\w+|ask(?:s|ed|ing)?|saying|sa(?:id|ys?)|told|telling|according|quot\w+"
    r"|messages?|emails?|memos?|opinion|ruling|wrote|writ\w+|think\w*|thought|believ\w+|want\w*"
    r"|interrupt\w*|rebut\w*|jump\w*|respon\w+|repl(?:y|ies|ied)|reacti?o?n?\w*|deman\w+|hop(?:es|ed|ing)|propos\w+|announc\w+|agree\w*|support\w*|oppos\w+|argu\w+|answer\w*)\b",
    re.IGNORECASE,
)


def silent(document: Document, names: Sequence[Name], said: Sequence[Speech]) -> bool:
    """Whether no words near any mention of somebody, known by these names, can be theirs.

    Words by nobody in particular, or by a `he` that is not settled, make it unsure.
    """
    mentions = sorted(mention for name in names for mention in name.mentions)
    if not mentions or _bare(document, names, mentions):
        return False
    unsure: set[int] = set()
    for speech in said:
        if speech.person is None and not (speech.source and speech.source.unnamed):
            unsure.update(_passages(document, speech))
    quoted = sorted(piece for quotation in document.quotations for piece in quotation.pieces)
    starts = [span.start for span in quoted]
    reported = False
    for mention in mentions:
        at = document.passage_at(mention.start)
        if at is None or document.passages[at].heading:
            continue
        reported = True
        before = bisect_right(starts, mention.start) - 1
        inside = before >= 0 and mention in quoted[before]
        if unsure & {at - 1, at, at + 1} or (not inside and _may_hold(document, at)):
            return False
    return reported


# Words of nobody in particular may be theirs who are named no farther before them, or behind.
_BEFORE, _BEHIND = 2, 1
_BEFORE_PRONOUN = 8  # of a `he` that is not settled
_PRONOUNS = frozenset(("he", "she", "they"))


def perhaps_more(document: Document, names: Sequence[Name], said: Sequence[Speech]) -> bool:
    """Whether some words may be those of somebody, known by these names, and it is not told.

    So words of nobody in particular near their name, and words in a sentence that names them, if
    nobody is known to say them.
    """
    mentions = [mention for name in names for mention in name.mentions]
    keys = {name.key for name in names}
    settled: set[int] = set()
    others: list[Span] = []
    open_at: set[tuple[int, int]] = set()
    for speech in said:
        unnamed = speech.source is not None and speech.source.unnamed
        if speech.person is not None and speech.person.key in keys:
            settled |= _passages(document, speech)
        elif speech.person is not None or unnamed:
            others += speech.spans
        elif (at := document.passage_at(speech.spans[0].start)) is not None:
            pronoun = speech.source is not None and speech.source.pronoun
            open_at.add((at, _BEFORE_PRONOUN if pronoun else _BEFORE))
    named = {document.passage_at(mention.start) for mention in mentions}
    if any(not named.isdisjoint(range(at - before, at + _BEHIND + 1)) for at, before in open_at):
        return True
    for mention in mentions:
        at = document.passage_at(mention.start)
        if at is None or document.passages[at].heading:
            continue
        if at in settled:
            if _left(document, at, said) or _goes_on(document, at + 1, said):
                return True
            continue
        if any(mention in span for span in others):
            if _tells(document, mention, at):
                return True
            continue
        if _may_give(document, at) or document.passages[at].span.of(document.text).endswith(":"):
            return True
    return False


def _goes_on(document: Document, at: int, said: Sequence[Speech]) -> bool:
    """Whether a sentence quotes what nobody is known to say, and begins with `he` or `she`."""
    if at >= len(document.passages) or not document.tokens[at]:
        return False
    return document.tokens[at][0].word in _PRONOUNS and _left(document, at, said)


def _tells(document: Document, mention: Span, at: int) -> bool:
    """Whether a verb of telling or calling stands behind a name: `Lee called it, a paper said`."""
    behind = [t.word for t in document.tokens[at] if t.span.start >= mention.end][:1]
    return any(word == "called" or word in kinds() for word in behind)


def _left(document: Document, at: int, said: Sequence[Speech]) -> bool:
    """Whether a sentence quotes what nobody is known to say."""
    passage = document.passages[at].span
    held = [span for speech in said for span in speech.spans]
    return any(
        piece in passage and not any(piece.overlaps(span) for span in held)
        for quotation in document.quotations
        for piece in quotation.pieces
    )


def _may_give(document: Document, at: int) -> bool:
    """Whether a sentence has quotation marks or a reporting verb."""
    words = document.passages[at].span.of(document.text)
    return any(mark in words for mark in '“”"«»') or any(
        token.word in kinds() for token in document.tokens[at]
    )


def _bare(document: Document, names: Sequence[Name], mentions: Sequence[Span]) -> bool:
    """Whether the surname stands somewhere without being known as this person's: a relative's."""
    surnames = {[token.word for token in tokens(name.full)][-1] for name in names}
    starts = [mention.start for mention in mentions]
    for passage in document.tokens:
        for token in passage:
            if token.word in surnames:
                before = bisect_right(starts, token.span.start) - 1
                if before < 0 or token.span.start >= mentions[before].end:
                    return True
    return False


def _passages(document: Document, speech: Speech) -> set[int]:
    spans = [*speech.spans, *([speech.source.span] if speech.source else [])]
    found: set[int] = set()
    for span in spans:
        first, last = document.passage_at(span.start), document.passage_at(span.end - 1)
        if first is not None and last is not None:
            found.update(range(first, last + 1))
    return found


def _may_hold(document: Document, at: int) -> bool:
    """Whether a sentence may give or announce words of somebody named in it."""
    words = document.passages[at].span.of(document.text)
    return words.endswith(":") or _may_give(document, at) or bool(_MAYBE_WORDS.search(words))
