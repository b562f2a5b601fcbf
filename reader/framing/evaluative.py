"""Evaluative words of a text, with whose they are; topic words and names left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from reader.framing.as_written import is_run_in
from reader.framing.core import OPENING
from reader.framing.lens import Case
from reader.framing.own_voice import Voice, Voices, reporting, reports
from reader.framing.phrases import Hit, phrases
from reader.model import Evidence, Span
from reader.text.quotations import find_quotations
from reader.text.tokens import Token, folded_words, stem, tokens

PREFIX = "loaded-"
"""Begins the names of the lists; the rest says what their words do."""

_DENYING = frozenset(
    "not never nothing hardly nor isnt arent wasnt werent dont doesnt didnt".split()
)
_BETWEEN = frozenset("a an at be been so that too very".split())


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
        used.update(set(map(stem, document.vocabulary)))
    most = max(2, len(case.documents) // 2 + 1)
    several = {word for word, count in titles.items() if count > 1}
    return case.core | several | {word for word, n in used.items() if n >= most}


def occurrences(case: Case, column: int, topic: frozenset[str]) -> Iterator[Occurrence]:
    """The words of the lists in one article, the headline first."""
    article = case.documents[column].article
    known = phrases(tuple(case.words.groups(PREFIX).items()))
    for line in (*_headline(case, column), *_sentences(case, column)):
        if is_run_in(line.whole.quote):
            continue
        for hit in known.find(line.words):
            span = Span(line.words[hit.first].span.start, line.words[hit.last].span.end)
            if topic.issuperset(_stems(hit, line.words)) or line.is_named(hit):
                continue
            if _is_denied(hit, line.words) or _in_another_sense(hit, line.words):
                continue
            voice = line.voice(span)
            # Whose a word is in `he said the bold plan failed` the sentence does not tell: read,
            # a third of such words were the writer's.
            if voice not in ("writer", "quoted"):
                continue
            yield Occurrence(
                column,
                hit.group,
                hit.entry,
                " ".join(_stems(hit, line.words)),
                voice,
                line.in_front,
                Evidence.at(article, span, line.whole.field),
                line.whole,
            )


@dataclass(frozen=True, slots=True)
class _Line:
    """A headline or a sentence, with what decides of the words in it."""

    whole: Evidence
    words: Sequence[Token]
    in_front: bool
    is_named: Callable[[Hit], bool]
    """Whether a word is a part of a name."""
    voice: Callable[[Span], Voice]


def _headline(case: Case, column: int) -> Iterator[_Line]:
    """The headline; one that opens with a name and a colon is not counted."""
    article = case.documents[column].article
    title = article.title or ""
    words = tuple(tokens(title))
    if not words or ":" in title:
        return
    quoted = [piece for quotation in find_quotations(title) for piece in quotation.pieces]
    names = {word for name in case.names[column] for word in folded_words(name.full)}

    def voice(span: Span) -> Voice:
        if any(span in piece for piece in quoted):
            return "quoted"
        told = reports(title.lower(), words, span, reporting(case.words))
        return "reported" if told else "writer"

    yield _Line(
        Evidence.at(article, Span(words[0].span.start, words[-1].span.end), "title"),
        words,
        True,
        lambda hit: any(token.word in names for token in words[hit.first : hit.last + 1]),
        voice,
    )


def _sentences(case: Case, column: int) -> Iterator[_Line]:
    """What an article itself states; headings count, questions and what is set apart do not."""
    document = case.documents[column]
    voices = Voices(document, case.quotations[column], reporting(case.words))
    names = _name_places(case, column)
    seen = 0
    for at, words in enumerate(document.tokens):
        passage = document.passages[at]
        seen += not passage.heading
        if at in case.apart[column] or passage.span.of(document.text).endswith("?"):
            continue
        yield _Line(
            document.cut(passage.span),
            words,
            seen <= OPENING,
            partial(_is_name, document.text, words, names),
            partial(voices.at, at),
        )


def _is_name(text: str, words: Sequence[Token], names: frozenset[int], hit: Hit) -> bool:
    """Whether a name stands there, or a capital that does not open the sentence."""
    start = words[hit.first].span.start
    return start in names or (hit.first > 0 and text[start].isupper())


def _is_denied(hit: Hit, words: Sequence[Token]) -> bool:
    """Whether a word is used to say the contrary: `it isn't reckless`, `nothing remarkable`."""
    before = [token.word for token in words[max(0, hit.first - 2) : hit.first]]
    if before[-1:] and before[-1] in _DENYING:
        return True
    return len(before) > 1 and before[0] in _DENYING and before[1] in _BETWEEN


# `incredible amounts of rain` praises nothing, `malicious code` is a kind of code, and who looks
# for `traces of propaganda` means the thing.
_MEASURES = frozenset("amount amounts number numbers propensity quantity quantities rate".split())
_COMPUTING = frozenset("code software computer link links email emails traffic cyber file".split())
_TRACES = frozenset("trace traces evidence signs search".split())
# `catastrophic coverage` is a kind of insurance.
_INSURED = frozenset("plan plans coverage insurance policy policies health care".split())
# `frightening or stopping us` tells what is done to whom.
_WHOM = frozenset("me him us them you".split())


def _in_another_sense(hit: Hit, words: Sequence[Token]) -> bool:
    following = words[hit.last + 1].word if hit.last + 1 < len(words) else ""
    if hit.group in ("praise", "intensity") and following in _MEASURES:
        return True
    if hit.entry == "malicious" and following in _COMPUTING:
        return True
    if hit.entry == "catastrophic" and following in _INSURED:
        return True
    if _is_done(hit, words):
        return True
    before = [token.word for token in words[max(0, hit.first - 2) : hit.first]]
    return before[1:] in (["of"], ["for"]) and before[0] in _TRACES


def _is_done(hit: Hit, words: Sequence[Token]) -> bool:
    """Whether a word in -ing is a verb with its object, perhaps behind another verb."""
    after = [token.word for token in words[hit.last + 1 : hit.last + 4]]
    if after[:1] in (["or"], ["and"]) and after[1:2] and after[1].endswith("ing"):
        after = after[2:]
    return hit.entry.endswith("ing") and not _WHOM.isdisjoint(after[:1])


def _stems(hit: Hit, words: Sequence[Token]) -> list[str]:
    return [token.stem for token in words[hit.first : hit.last + 1]]


def _name_places(case: Case, column: int) -> frozenset[int]:
    """Offsets of every character at which a word of a name may begin."""
    return frozenset(
        offset
        for name in case.names[column]
        for mention in name.mentions
        for offset in range(mention.start, mention.end)
    )
