"""Evaluative words of a text, with whose they are; topic words and names left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.framing.cause_cues import is_run_in
from reader.framing.core import OPENING, core
from reader.framing.lens import Case
from reader.framing.own_voice import Voices, reporting, reports
from reader.framing.phrases import Hit, phrases
from reader.model import Evidence, Span
from reader.text.quotations import find_quotations
from reader.text.tokens import Token, tokens

PREFIX = "loaded-"
"""Begins the names of the lists; the rest says what their words do."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """An evaluative word in its place."""

    column: int
    group: str
    entry: str
    """As the list has it."""
    key: str
    """The same for the forms of a word."""
    verdict: str
    """`writer` or `quoted`."""
    in_front: bool
    """Whether it stands in the headline or the first three sentences."""
    evidence: Evidence
    sentence: Evidence


def topic_words(case: Case) -> frozenset[str]:
    """Stems of what the event is about: they are no choice of one writer.

    The shared core, headline words of several articles, words that most of them use.
    """
    titles: Counter[str] = Counter()
    used: Counter[str] = Counter()
    for document in case.documents:
        titles.update({token.stem for token in tokens(document.article.title or "")})
        used.update({token.stem for words in document.tokens for token in words})
    most = max(2, len(case.documents) // 2 + 1)
    several = {word for word, count in titles.items() if count > 1}
    return core(case.documents) | several | {word for word, n in used.items() if n >= most}


def occurrences(case: Case, column: int, topic: frozenset[str]) -> Iterator[Occurrence]:
    """The words of the lists in one article, the headline first."""
    yield from _in_title(case, column, topic)
    document = case.documents[column]
    voices = Voices(document, case.quotations[column], reporting(case.words))
    known = phrases(tuple(case.words.groups(PREFIX).items()))
    names = _name_places(case, column)
    seen = 0
    for at, words in enumerate(document.tokens):
        passage = document.passages[at]
        seen += not passage.heading
        if at in case.apart[column]:
            continue
        sentence = document.cut(passage.span)
        if is_run_in(sentence.quote) or sentence.quote.endswith("?"):
            continue
        for hit in known.find(words):
            span = Span(words[hit.first].span.start, words[hit.last].span.end)
            if span.start in names or not _counts(hit, document.text, words, topic):
                continue
            voice = voices.at(at, span)
            # Whose a word is in `he said the bold plan failed` the sentence does not tell: read,
            # a third of such words were the writer's.
            if voice not in ("writer", "quoted"):
                continue
            yield Occurrence(
                column,
                hit.group,
                hit.entry,
                _key(hit, words),
                voice,
                seen <= OPENING,
                document.cut(span),
                sentence,
            )


def _in_title(case: Case, column: int, topic: frozenset[str]) -> Iterator[Occurrence]:
    """Words of the headline; one that opens with a name and a colon, or tells, is not counted."""
    article = case.documents[column].article
    title = article.title or ""
    words = tuple(tokens(title))
    if not words or ":" in title or is_run_in(title):
        return
    whole = Evidence.at(article, Span(words[0].span.start, words[-1].span.end), "title")
    quoted = [piece for quotation in find_quotations(title) for piece in quotation.pieces]
    names = _names_of(case, column)
    for hit in phrases(tuple(case.words.groups(PREFIX).items())).find(words):
        span = Span(words[hit.first].span.start, words[hit.last].span.end)
        inside = any(span in piece for piece in quoted)
        if any(_same(words, hit, name) for name in names) or topic.issuperset(_stems(hit, words)):
            continue
        if not inside and reports(title.lower(), words, span, reporting(case.words)):
            continue
        yield Occurrence(
            column,
            hit.group,
            hit.entry,
            _key(hit, words),
            "quoted" if inside else "writer",
            True,
            Evidence.at(article, span, "title"),
            whole,
        )


def _counts(hit: Hit, text: str, words: Sequence[Token], topic: frozenset[str]) -> bool:
    """Whether a word is neither a topic word nor part of a name."""
    if topic.issuperset(_stems(hit, words)):
        return False
    opens = hit.first == 0
    return opens or not text[words[hit.first].span.start].isupper()


def _stems(hit: Hit, words: Sequence[Token]) -> list[str]:
    return [token.stem for token in words[hit.first : hit.last + 1]]


def _key(hit: Hit, words: Sequence[Token]) -> str:
    return " ".join(_stems(hit, words))


def _name_places(case: Case, column: int) -> frozenset[int]:
    """Offsets of every character at which a word of a name may begin."""
    return frozenset(
        offset
        for name in case.names[column]
        for mention in name.mentions
        for offset in range(mention.start, mention.end)
    )


def _names_of(case: Case, column: int) -> frozenset[str]:
    """The folded words of all names of an article."""
    return frozenset(token.word for name in case.names[column] for token in tokens(name.full))


def _same(words: Sequence[Token], hit: Hit, name: str) -> bool:
    return any(token.word == name for token in words[hit.first : hit.last + 1])
