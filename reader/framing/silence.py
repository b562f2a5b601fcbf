"""Whether an article names somebody and surely gives none of their words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.framing.speech import Speech
from reader.framing.verbs import find_verbs
from reader.model import Span
from reader.text.document import Document
from reader.text.names import Name

# Nouns and verbs that may hide words of the one who is named beside them.
_MAYBE_WORDS = re.compile(
    r"\b(?:statements?|letters?|interviews?|tweet\w*|speech|speeches|remarks?|comments?|post(?:s|ed)?"
    r"|spoke|speaks?|speaking|spokes\w+|lawyers?|attorneys?|call(?:s|ed|ing)|testimony|testif\w+"
    r"|declin\w+|refus\w+|ask(?:s|ed|ing)?|saying|sa(?:id|ys?)|told|telling|according|quot\w+"
    r"|messages?|emails?|memos?|opinion|ruling|wrote|writ\w+|think\w*|thought|believ\w+|want\w*"
    r"|hop(?:es|ed|ing)|propos\w+|announc\w+|agree\w*|support\w*|oppos\w+|argu\w+|answer\w*)\b",
    re.IGNORECASE,
)


def silent(document: Document, name: Name, said: Sequence[Speech]) -> bool:
    """Whether no words near any mention of the name can be theirs.

    Words by nobody in particular, or by a `he` that is not settled, make it unsure.
    """
    unsure: set[int] = set()
    others: set[int] = set()
    for speech in said:
        held = _passages(document, speech)
        if speech.person is None and not (speech.source and speech.source.unnamed):
            unsure.update(held)
        elif speech.person is not None and speech.person.key != name.key:
            others.update(held)
    mentions = {document.passage_at(span.start) for span in name.mentions}
    places = sorted(at for at in mentions if at is not None)
    reported = [at for at in places if not document.passages[at].heading]
    return bool(reported) and not any(
        unsure & {at - 1, at, at + 1} or (at not in others and _may_hold(document, at))
        for at in places
    )


def _passages(document: Document, speech: Speech) -> set[int]:
    spans = [*speech.spans, *([speech.source.span] if speech.source else [])]
    found: set[int] = set()
    for span in spans:
        first, last = document.passage_at(span.start), document.passage_at(span.end - 1)
        if first is not None and last is not None:
            found.update(range(first, last + 1))
    return found


def _may_hold(document: Document, at: int) -> bool:
    sentence: Span = document.passages[at].span
    words = sentence.of(document.text)
    return bool(_MAYBE_WORDS.search(words)) or next(find_verbs(words), None) is not None
