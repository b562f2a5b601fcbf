"""Quotations of which an article does not state whose words they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.framing.findings import finding_id, letter
from reader.framing.lens import Case
from reader.framing.speech import Speech
from reader.model import Evidence, Finding
from reader.text.document import Document
from reader.text.quotations import title_case

SUBJECT = "speaker not stated or not found"
_REASON = "whose words these are is not stated, or not in a form that is known"
# Fewer words in each of them are a remark in passing, a slogan or a word that the writer doubts.
_LEAST = 8
_EACH = 3
_WEIGHT = 0.05


def unstated(case: Case) -> Finding | None:
    """The longest quotations of nobody in particular in each article, and how many words."""
    columns = [
        [speech for speech in voices.speeches if _unstated(document, speech)]
        for document, voices in zip(case.documents, case.voices, strict=True)
    ]
    words = [sum(speech.words for speech in speeches) for speeches in columns]
    if not any(words):
        return None
    values = [
        document.cut(max(speeches, key=lambda each: each.words).spans[0]) if speeches else None
        for document, speeches in zip(case.documents, columns, strict=True)
    ]
    told = [f"{letter(at)} {count} words" for at, count in enumerate(words) if count]
    return Finding(
        id=finding_id("quoted", "person", (d.article.id for d in case.documents), values, None),
        lens="quoted",
        kind="person",
        subject=None,
        verdict="speaks",
        values=tuple(values),
        measures=tuple(map(float, words)),
        unit="words",
        reason=_REASON,
        summary=f"{SUBJECT}: {', '.join(told)}",
        weight=_WEIGHT,
        evidence=tuple(_evidence(case.documents, columns)),
    )


def _unstated(document: Document, speech: Speech) -> bool:
    return (
        speech.source is None
        and speech.person is None
        and speech.words >= _LEAST
        and not title_case(speech.spans[0].of(document.text))
    )


def _evidence(
    documents: Sequence[Document], columns: Sequence[Sequence[Speech]]
) -> Iterator[Evidence]:
    for document, speeches in zip(documents, columns, strict=True):
        longest = sorted(speeches, key=lambda speech: -speech.words)[:_EACH]
        spans = sorted(speech.spans[0] for speech in longest)
        yield from dict.fromkeys(document.sentence_around(span) for span in spans)
