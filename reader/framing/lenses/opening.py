"""How does it begin? The headlines and the first sentences, side by side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.alignment.apart import is_page_line
from reader.alignment.similarity import counts
from reader.framing.findings import finding_id, letter, shortened
from reader.framing.headline_words import own_words
from reader.framing.lens import Case
from reader.model import Evidence, Finding, LensReport, Span
from reader.text.document import Document
from reader.text.tokens import tokens

# Wire copies change a word or two of a headline; from here on two openings are one.
_SAME = 0.8
# A difference in how articles begin is there nearly always: of interest, rarely the news.
_HEADLINE_WEIGHT = 0.45
# Two rare words that no other article has show how a headline frames.
_TELLING_WEIGHT = 0.65
_LEDE_WEIGHT = 0.35
_ALIKE_WEIGHT = 0.35
_SAME_WEIGHT = 0.1
# Headlines that share so much of the shorter one say the same, if not in the same words.
_ALIKE = 0.6
_CREDIT = re.compile(r"(?:Photo(?:graph)?|Picture|Image|Illustration)s?(?: credit)?(?: by\b|:)")
_CAPTION = 3  # sentences that a caption has at most


@dataclass(frozen=True)
class Opening:
    """How does it begin?"""

    name: str = "opening"
    needs_one_event: bool = False

    def look(self, case: Case) -> LensReport:
        """Put headlines beside headlines and first sentences beside first sentences."""
        headlines = tuple(_headline(document) for document in case.documents)
        ledes = tuple(_lede(document) for document in case.documents)
        found = [
            _finding(case, kind, values)
            for kind, values in (("headline", headlines), ("lede", ledes))
            if sum(value is not None for value in values) > 1
        ]
        if not found:
            return LensReport(self.name, "cannot-say", "fewer than two have a headline or sentence")
        return LensReport(self.name, "found", findings=tuple(found))


LENS = Opening()


def _headline(document: Document) -> Evidence | None:
    title = document.article.title or ""
    words = title.strip()
    if not words:
        return None
    start = title.index(words)
    return Evidence.at(document.article, Span(start, start + len(words)), "title")


def _lede(document: Document) -> Evidence | None:
    """The first sentence of the report itself."""
    captions = _captions(document)
    for i, passage in enumerate(document.passages):
        if passage.heading or i in captions or not document.tokens[i]:
            continue
        if not is_page_line(document, i):
            return document.cut(passage.span)
    return None


def _captions(document: Document) -> frozenset[int]:
    """Sentences in front of the credit of a picture, in its paragraph, and the credit."""
    passages = document.passages
    credits = [i for i, p in enumerate(passages) if _CREDIT.match(document.text, p.span.start)]
    return frozenset(
        j
        for i in credits
        for j in range(max(i - _CAPTION, 0), i + 1)
        if passages[j].paragraph == passages[i].paragraph
    )


def _finding(case: Case, kind: str, values: tuple[Evidence | None, ...]) -> Finding:
    present = [value for value in values if value is not None]
    same = _all_same(present)
    articles = [document.article.id for document in case.documents]
    missing = len(values) - len(present)
    word = "headline" if kind == "headline" else "first sentence"
    own = _own(case) if kind == "headline" and not same else ""
    reason = "the words are the same" if same else "the words differ"
    if own:
        reason = f"in no other article: {own}"
    if missing:
        reason += f"; {missing} of {len(values)} without a {word}"
    weight = _HEADLINE_WEIGHT if kind == "headline" else _LEDE_WEIGHT
    if kind == "headline" and _all_alike(present):
        weight = _ALIKE_WEIGHT
    weight = _TELLING_WEIGHT if own else weight
    return Finding(
        id=finding_id("opening", kind, articles, values),
        lens="opening",
        kind=kind,
        subject=None,
        verdict="same" if same else "differs",
        values=values,
        reason=reason,
        summary=" | ".join(shortened(value.quote) if value else f"no {word}" for value in values),
        weight=_SAME_WEIGHT if same else weight,
        evidence=tuple(present),
    )


def _own(case: Case) -> str:
    """The rare words that one headline alone has, each with the letter of its article."""
    parts = []
    for column, words in enumerate(own_words(case)):
        title = case.documents[column].article.title or ""
        if words:
            quoted = ", ".join(f"“{token.span.of(title)}”" for token in words)
            parts.append(f"{letter(column)} {quoted}")
    return "; ".join(parts)


def _all_same(openings: Sequence[Evidence]) -> bool:
    """Whether all have nearly the words of the first."""
    head, *_ = bags = _bags(openings)
    return all(
        len(head & bag) >= _SAME * max(len(head | bag), 1) or head == bag for bag in bags[1:]
    )


def _all_alike(openings: Sequence[Evidence]) -> bool:
    """Whether every one shares most of its stems, or of the first one's, with the first."""
    head, *bags = _bags(openings)
    return all(len(head & bag) >= _ALIKE * max(1, min(len(head), len(bag))) for bag in bags)


def _bags(openings: Sequence[Evidence]) -> list[frozenset[str]]:
    return [frozenset(t.stem for t in tokens(opening.quote) if counts(t)) for opening in openings]
