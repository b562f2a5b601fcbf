"""How much of an utterance each article keeps, and what it leaves out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from reader.framing.sayings import Said, Saying, spoken
from reader.framing.utterances import Match, Utterance
from reader.model import Span
from reader.text.document import Document
from reader.text.tokens import stem

# Stretches of the whole that an article has without marks, or between marks that were not
# recognised (an embedded post, a lost closing mark), are not lost; shorter ones agree by chance.
_PLAIN_RUN = 5
_PIECE = 2  # words of a quotation that may be a piece of another one
_LONGEST_TEXT = 20_000  # words of a text that are searched for them
# Lost at the ends, so few words and none of weight are no trimming that a reader would care about.
SLIGHT = 2


@dataclass(frozen=True, slots=True)
class Kept:
    """What one article quotes of an utterance."""

    column: int
    match: Match
    """Its quotation that keeps most (a), against the whole (b)."""
    matches: tuple[Match, ...]
    """All its quotations of the utterance (a), each against the whole (b), in order."""
    quoted: frozenset[int]
    """Places in the whole that it quotes."""
    lost: tuple[int, ...]
    """Places in the whole that it nowhere has, quoted or not."""
    extra: int
    """Quoted words that the whole does not have."""
    news: int
    """How many different ones of the lost words, those that carry meaning, it has in no form."""

    @property
    def words(self) -> int:
        """How many words of the utterance it quotes."""
        return len(self.quoted)

    @property
    def sayings(self) -> tuple[Saying, ...]:
        """All its quotations of the utterance, in order."""
        return tuple(match.a for match in self.matches)


def keepings(utterance: Utterance, documents: Sequence[Document]) -> tuple[Kept, ...]:
    """What the other articles keep of the whole, in the order of the articles; one or more."""
    grouped: dict[int, list[Match]] = defaultdict(list)
    for match in utterance.matches:
        if match.a.column != utterance.whole.column:
            grouped[match.a.column].append(match)
    whole = utterance.whole
    return tuple(
        _kept(column, matches, whole, documents) for column, matches in sorted(grouped.items())
    )


def _kept(column: int, matches: list[Match], whole: Saying, documents: Sequence[Document]) -> Kept:
    best = max(matches, key=lambda m: (_agreeing(m), -len(m.a.words)))
    quoted: set[int] = set()
    extra = 0
    used: list[Match] = []
    for match in sorted(matches, key=lambda m: m is not best):
        places = set(_places(match))
        if match is not best and len(places - quoted) * 2 < len(places):
            continue
        quoted |= places
        extra += len(_elsewhere(_outside(match), match.a, documents[whole.column]))
        used.append(match)
    missing = set(range(len(whole.words))) - quoted
    lost = _elsewhere(missing, whole, documents[column])
    news = _news([whole.words[at] for at in lost], documents[column])
    order = sorted(used, key=lambda match: match.a.quotation.span)
    return Kept(column, best, tuple(order), frozenset(quoted), tuple(sorted(lost)), extra, news)


def _news(lost: Sequence[Said], document: Document) -> int:
    """How many stems of lost words that carry meaning stand nowhere in an article."""
    stems = {said.stem for said in lost if said.bearing}
    return len(stems.difference(map(stem, document.vocabulary))) if stems else 0


def _agreeing(match: Match) -> int:
    return sum(block.length for block in match.blocks)


def _places(match: Match) -> Iterator[int]:
    """The words of the whole that a quotation stands for, changed ones included."""
    previous = first = match.blocks[0]
    for block in match.blocks:
        gap_a = block.a - previous.a - previous.length
        gap_b = block.b - previous.b - previous.length
        if block is not first and 0 < gap_b <= gap_a + 2:
            yield from range(previous.b + previous.length, block.b)
        yield from range(block.b, block.b + block.length)
        previous = block


def _outside(match: Match) -> set[int]:
    """The words of a quotation in front of and behind what it shares with the whole."""
    first, last = match.blocks[0], match.blocks[-1]
    return {*range(first.a), *range(last.a + last.length, len(match.a.words))}


def _elsewhere(missing: set[int], whole: Saying, document: Document) -> set[int]:
    """The missing words without those that the other article has all the same, somewhere."""
    if not missing:
        return missing
    left = missing - set(_plainly(missing, whole, document.text))
    return left - set(_in_pieces(left, whole, document)) if left else left


def _in_pieces(missing: set[int], whole: Saying, document: Document) -> Iterator[int]:
    """Places of missing words that an article quotes in a few words of their own."""
    plain = whole.plain
    for quotation in document.quotations:
        if not _PIECE <= quotation.words < _PLAIN_RUN:
            continue
        said = tuple(
            said.word for piece in quotation.pieces for said in spoken(document.text, piece)
        )
        for at in range(len(plain) - len(said) + 1):
            if plain[at : at + len(said)] == said:
                yield from missing.intersection(range(at, at + len(said)))


def _plainly(missing: set[int], whole: Saying, text: str) -> Iterator[int]:
    """Places of runs of five words and more with missing ones that stand in the text."""
    grams: dict[tuple[str, ...], list[int]] = defaultdict(list)
    plain = whole.plain
    for at in range(len(plain) - _PLAIN_RUN + 1):
        if any(place in missing for place in range(at, at + _PLAIN_RUN)):
            grams[plain[at : at + _PLAIN_RUN]].append(at)
    if not grams:
        return
    words = _all_words(text)
    for run in grams.keys() & set(zip(*(words[at:] for at in range(_PLAIN_RUN)), strict=False)):
        for place in grams[run]:
            yield from range(place, place + _PLAIN_RUN)


@lru_cache(maxsize=32)  # as many as are compared at a time
def _all_words(text: str) -> tuple[str, ...]:
    """The words of a text as those of a quotation."""
    return tuple(said.word for said in islice(spoken(text, Span(0, len(text))), _LONGEST_TEXT))


def cut_inside(kept: Kept, whole: Saying, text: str) -> Iterator[str]:
    """Which parts are lost of sentences that are quoted in part: beginning, end, middle."""
    lost = set(kept.lost)
    for begin, end in sentences(whole, text):
        quoted = [at for at in range(begin, end) if at in kept.quoted]
        gone = [at for at in range(begin, end) if at in lost]
        if not quoted or not gone:
            continue
        # Words of it that stand elsewhere in that article are not lost, and none of what it keeps.
        if gone[0] < quoted[0]:
            yield "the beginning"
        if gone[-1] > quoted[-1]:
            yield "the end"
        if any(quoted[0] < at < quoted[-1] for at in gone):
            yield "the middle"


def sentences(whole: Saying, text: str) -> Iterator[tuple[int, int]]:
    """The sentences of a quotation as ranges of its words, ends excluded."""
    begin = 0
    words = whole.words
    for at in range(1, len(words)):
        between = text[words[at - 1].span.end : words[at].span.start]
        if any(mark in between for mark in ".!?") and words[at].span.of(text)[0].isupper():
            yield begin, at
            begin = at
    yield begin, len(words)


def moved_in(kept: Kept, whole: Saying, texts: Sequence[str]) -> tuple[Span, Span] | None:
    """A word directly outside of the marks here that stands inside of them in the whole.

    Returns its place in the article that quotes less, and in the whole.
    """
    saying = kept.match.a
    if not (saying.quotation.marked and whole.quotation.marked):
        return None
    text = texts[kept.column]
    first, last = kept.match.blocks[0], kept.match.blocks[-1]
    quotation = saying.quotation
    if first.a == 0 and first.b > 0 and quotation.span.start > 0:
        before = list(spoken(text, Span(max(0, quotation.span.start - 80), quotation.span.start)))
        target = whole.words[first.b - 1]
        if _beside(text, before[-1:], quotation.span.start, target):
            return before[-1].span, target.span
    end = last.b + last.length
    if last.a + last.length == len(saying.words) and end < len(whole.words):
        stop = min(len(text), quotation.span.end + 80)
        if quotation.span.end < stop:
            after = list(spoken(text, Span(quotation.span.end, stop)))
            target = whole.words[end]
            if _beside(text, after[:1], quotation.span.end, target):
                return after[0].span, target.span
    return None


def _beside(text: str, word: list[Said], edge: int, target: Said) -> bool:
    """Whether a word is the wanted one, of weight, with nothing but a blank up to the mark.

    A name outside is the subject of a sentence whose rest is quoted, which changes nothing.
    """
    if not word or word[0].word != target.word or text[word[0].span.start].isupper():
        return False
    if not target.content:
        return False
    between = text[min(edge, word[0].span.end) : max(edge, word[0].span.start)]
    return not between.strip()
