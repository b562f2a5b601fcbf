"""Quotations of a few words that one article gives and another one denies, doubts or cuts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from reader.framing.sayings import Said, Saying
from reader.framing.utterances import RUN, Block, Match, Utterance
from reader.model import Span
from reader.text.document import Document
from reader.text.people import is_person_noun
from reader.text.stopwords import REPORTING, STOP
from reader.text.tokens import tokens

_DENIES = frozenset("not never no longer more".split())
_DOUBTS = frozenset("may might could".split())
_SURE = frozenset("be is are am was were will".split())
_NOW = frozenset("is are am do does will".split())
_THEN = frozenset("was were did".split())
_HELP = frozenset("do does did".split())
_LEFT_OUT = _DENIES | _DOUBTS | _SURE | _HELP
# `We are sorry`, `it works`, without what may be denied or doubted; fewer words must be said of the
# same thing: that the bridge `is safe`, that it `may be safe`.
_LEAST = 2
# Pieces of a quotation that shows where it is cut: `The wall … will fall`.
_PIECE, _LONGEST_CUT = 2, 40


def short_denials(
    columns: Sequence[Sequence[Saying]],
    speakers: Sequence[Mapping[Span, str]],
    before: Callable[[Saying], frozenset[str]],
    elsewhere: Callable[[Saying, Saying], bool],
) -> Iterator[Utterance]:
    """Quotations of one known speaker, too short to be compared else, of which one alone denies.

    `before`: the stems of the words in front of a quotation that say what it is said of;
    `elsewhere`: whether what stands around two tells of another thing or another time.
    """
    alike: dict[tuple[str, tuple[str, ...]], list[Saying]] = defaultdict(list)
    for sayings in columns:
        for saying in sayings:
            who = speakers[saying.column].get(saying.quotation.span)
            rest = [said for said in saying.words if said.word not in _LEFT_OUT]
            if who is not None and len(rest) < RUN and any(said.bearing for said in rest):
                alike[who, tuple(said.stem for said in rest)].append(saying)
    for (_, rest_of_it), group in alike.items():
        whole = max(group, key=lambda saying: len(saying.words))
        about = before(whole) if len(rest_of_it) < _LEAST else frozenset[str]()
        matches = tuple(
            match
            for saying in group
            if saying.column != whole.column
            and (saying.plain == whole.plain or not _gives_both(saying, whole, group))
            and (len(rest_of_it) >= _LEAST or about & before(saying))
            and not (_LEFT_OUT - _SURE) & before(saying)
            and (match := _beside(saying, whole)) is not None
            and not (saying.plain != whole.plain and elsewhere(saying, whole))
        )
        if any(match.a.plain != whole.plain for match in matches):
            yield Utterance(whole, matches)


def _gives_both(one: Saying, other: Saying, group: Sequence[Saying]) -> bool:
    """Whether one of two articles has the words of the other one, too: two utterances."""
    return any(
        (said.column, said.plain) in ((one.column, other.plain), (other.column, one.plain))
        for said in group
    )


def stems_before(document: Document, quotation: Span) -> frozenset[str]:
    """The stems of what stands in front of a quotation and is no speaker: `the bridge`, `not`."""
    start = document.sentence_around(quotation).span.start
    words = list(tokens(document.text, start, quotation.start))[-_FRONT:]
    said = max((at for at, token in enumerate(words) if token.stem in REPORTING), default=-1)
    return frozenset(
        token.stem
        for token in words[said + 1 :]
        if token.word not in STOP or _takes_back((token.word,))
    )


def of_other_things(one: Document, first: Span, other: Document, second: Span) -> bool:
    """Whether each of two quotations has words beside it that the other one has not.

    `of the first half`, `of the second half`; `told police`, `told the jury`: both may be true.
    """
    here, there = _around(one, first), _around(other, second)
    return bool(here - there) and bool(there - here)


def _around(document: Document, quotation: Span) -> frozenset[str]:
    """The stems of what is told beside a quotation; names and days say of whom and when."""
    sentence = document.sentence_around(quotation).span
    text = document.text
    words = [
        *tokens(text, sentence.start, quotation.start),
        *tokens(text, quotation.end, sentence.end),
    ]
    return frozenset(
        token.stem
        for token in words
        if (
            text[token.span.start].islower()
            and token.word not in STOP
            and token.stem not in REPORTING
            and token.word not in _TO_ALL
            and not is_person_noun(token.word)
        )
        or token.word in _ORDINALS
    )


_ORDINALS = frozenset("first second third last other another next".split())
_TO_ALL = frozenset(
    "told reporters press journalists statement interview conference television post".split()
)


# Words in front of `is safe` among which stands what is safe.
_FRONT = 4


def _beside(saying: Saying, whole: Saying) -> Match | None:
    """How the whole has the words of the other one and, in one place, a denial or a doubt."""
    short, long = saying.words, whole.words
    begin = _agreeing(short, long)
    end = _agreeing(short[begin:][::-1], long[begin:][::-1])
    here = saying.plain[begin : len(short) - end]
    there = whole.plain[begin : len(long) - end]
    if not (here or there):
        return Match(saying, whole, (Block(0, 0, begin),))
    if not end or not _turns(here, there):
        return None
    blocks = (Block(0, 0, begin), Block(len(short) - end, len(long) - end, end))
    return Match(saying, whole, blocks)


def _agreeing(one: Sequence[Said], other: Sequence[Said]) -> int:
    """With how many words, in any form, both begin."""
    pairs = zip(one, other, strict=False)
    unlike = (at for at, (said, twin) in enumerate(pairs) if said.stem != twin.stem)
    return next(unlike, min(len(one), len(other)))


def _turns(here: tuple[str, ...], there: tuple[str, ...]) -> bool:
    """Whether one alone denies or doubts, where the other one has a `be` or `will` at most."""
    plain, turned = sorted((here, there), key=_takes_back)
    sure = len(plain) <= 1 and set(plain) <= _SURE
    if (set(plain) & _NOW and set(turned) & _THEN) or (set(plain) & _THEN and set(turned) & _NOW):
        return False  # `are`, `were not`: both may be true
    return sure and _takes_back(turned) and set(turned) <= _LEFT_OUT


def _takes_back(words: tuple[str, ...]) -> bool:
    return bool(_DOUBTS & set(words) or {"not", "never"} & set(words)) or words in (
        ("no", "longer"),
        ("no", "more"),
    )


def short_cuts(
    columns: Sequence[Sequence[Saying]], speakers: Sequence[Mapping[Span, str]]
) -> Iterator[Utterance]:
    """Quotations of less than five words that show a cut, in a longer one of the same speaker."""
    for sayings in columns:
        for saying in sayings:
            who = speakers[saying.column].get(saying.quotation.span)
            pieces = _pieces(saying)
            if who is None or len(saying.words) >= RUN or len(pieces) < 2:
                continue
            if any(len(p) < _PIECE or not any(s.bearing for s in p) for p in pieces):
                continue
            longer = [
                Match(saying, other, blocks)
                for column in columns
                for other in column
                if other.column != saying.column
                and speakers[other.column].get(other.quotation.span) == who
                and (blocks := _in_order(pieces, other))
            ]
            if len(longer) == 1:
                yield Utterance(longer[0].b, tuple(longer))


def _pieces(saying: Saying) -> list[tuple[Said, ...]]:
    """The words between the cuts that it shows."""
    cuts = [at for at, said in enumerate(saying.words) if at and said.seam]
    edges = [0, *cuts, len(saying.words)]
    return [saying.words[a:b] for a, b in pairwise(edges)]


def _in_order(pieces: Sequence[Sequence[Said]], other: Saying) -> tuple[Block, ...]:
    """Where the pieces stand in another quotation, one behind the other; nothing if not so."""
    blocks: list[Block] = []
    begun = at = 0
    for piece in pieces:
        words = tuple(said.word for said in piece)
        last = len(other.plain) - len(words)
        reach = min(last, at + _LONGEST_CUT) if blocks else last
        found = next(
            (i for i in range(at, reach + 1) if other.plain[i : i + len(words)] == words), None
        )
        if found is None:
            return ()
        blocks.append(Block(begun, found, len(words)))
        begun, at = begun + len(words), found + len(words)
    return tuple(blocks)
