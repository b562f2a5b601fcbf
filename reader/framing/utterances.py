"""Which quotations of several articles are one utterance."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from reader.framing.occasions import Occasion
from reader.framing.sayings import NEGATIONS, Said, Saying
from reader.model import Span

# Measured on real pairs: of the quotations that hold another one whole, of five words and more
# with two content words, 34 of 36 were the same utterance.
RUN = 5
_RUN_CONTENT = 2
# Those that agree less exactly must share more: all 73 read under these rules were the same.
_MATCHED = 5
_MATCHED_CONTENT = 4
_REGION = 0.6
# Quotations of a few words are one if nearly all of them agree: of two whole ones, or of one that
# stands within a longer one.
_MOST = 0.75
_WHOLE = 4
_WITHIN, _WITHIN_BEARING = 6, 3
_WIDER = 3  # words put into one that is otherwise whole
# One that agrees less than this may be a line that is said again and again, a little differently.
_NEARLY_ALL = 0.95
# Two that overlap at an end only must share a stretch that no phrase of the trade is as long as.
_OVERLAP = 8
# A longer gap between two matching stretches begins another region, unless the text shows a cut.
_GAP = 6
_LONGEST_CUT = 40  # words
_POSTINGS = 60  # a stem of more quotations than this finds no candidates, or large texts never end
_LONGEST = 600  # words of a quotation that are aligned; a transcript goes on for thousands


@dataclass(frozen=True, slots=True)
class Block:
    """Words that two quotations have in common, without a gap."""

    a: int
    b: int
    length: int


@dataclass(frozen=True, slots=True)
class Match:
    """Two quotations of one utterance, and the stretches in which they agree."""

    a: Saying
    b: Saying
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Utterance:
    """One utterance as several articles quote it."""

    whole: Saying
    """The quotation that keeps most of it."""
    matches: tuple[Match, ...]
    """The other quotations of it (a), each against the whole (b); also of the same article."""


def utterances(
    columns: Sequence[Sequence[Saying]],
    speakers: Sequence[Mapping[Span, str]] = (),
    occasions: Callable[[Saying], Occasion] | None = None,
) -> tuple[Utterance, ...]:
    """The utterances that two or more articles quote, in the order of the first article.

    Of one article alone: those that it quotes more than once.

    `speakers`: for each article who says a quotation, by its place, where that is known;
    `occasions`: what is told of when and where it was said.
    """
    everything = sorted(
        (s for column in columns for s in column if len(s.words) >= RUN),
        key=lambda s: (-len(s.words), s.column, s.quotation.span.start),
    )
    index: dict[str, list[int]] = defaultdict(list)
    for at, saying in enumerate(everything):
        for stem in saying.stems:
            index[stem].append(at)
    taken: set[int] = set()
    found: list[Utterance] = []
    for at, whole in enumerate(everything):
        if at in taken:
            continue
        near = _candidates(whole, index)
        matches = []
        for other in sorted(near - taken - {at}):
            match = compared(everything[other], whole) if other > at else None
            if match and not (
                (_apart(match) and _two_speakers(match, speakers))
                or (_varied(match) and _two_occasions(match, occasions))
            ):
                matches.append(match)
                taken.add(other)
        if any(len(columns) == 1 or match.a.column != whole.column for match in matches):
            found.append(Utterance(whole, tuple(matches)))
    return tuple(sorted(found, key=_place))


def _two_speakers(match: Match, speakers: Sequence[Mapping[Span, str]]) -> bool:
    """Whether two different persons are known to say the two quotations."""
    said = [
        speakers[saying.column].get(saying.quotation.span)
        if saying.column < len(speakers)
        else None
        for saying in (match.a, match.b)
    ]
    return None not in said and said[0] != said[1]


def _two_occasions(match: Match, occasions: Callable[[Saying], Occasion] | None) -> bool:
    """Whether the two are told to have been said elsewhere or at another time."""
    if occasions is None:
        return False
    return occasions(match.a).other_than(occasions(match.b))


def _apart(match: Match) -> bool:
    """Whether so much differs that it may be a line that several persons took up."""
    matched = sum(block.length for block in match.blocks)
    return matched < _MOST * min(len(match.a.words), len(match.b.words))


def _varied(match: Match) -> bool:
    """Whether more than a word or two of the shorter quotation is not in the other one."""
    matched = sum(block.length for block in match.blocks)
    return matched < _NEARLY_ALL * min(len(match.a.words), len(match.b.words))


def _place(utterance: Utterance) -> tuple[int, int]:
    sayings = [utterance.whole, *(match.a for match in utterance.matches)]
    return min((s.column, s.quotation.span.start) for s in sayings)


def _candidates(whole: Saying, index: dict[str, list[int]]) -> set[int]:
    shared: Counter[int] = Counter()
    for stem in whole.stems:
        if len(index[stem]) <= _POSTINGS:
            shared.update(index[stem])
    return {at for at, count in shared.items() if count >= _RUN_CONTENT}


def compared(a: Saying, b: Saying) -> Match | None:
    """How two quotations agree; None if they are not the same utterance."""
    if _title(a) and _title(b):
        return None
    left, right = a.words[:_LONGEST], b.words[:_LONGEST]
    within = _held(a.plain[:_LONGEST], b.plain[:_LONGEST])
    if within is not None:
        enough = _content(left) >= _RUN_CONTENT or (
            len(left) > RUN and sum(said.bearing for said in left) >= _RUN_CONTENT
        )
        return Match(a, b, (Block(0, within, len(left)),)) if enough else None
    region = _best_region(left, right)
    return Match(a, b, tuple(region)) if region and _one_utterance(left, right, region) else None


def _title(saying: Saying) -> bool:
    """Whether it is the title of a work, which several articles name without quoting anybody."""
    return saying.quotation.is_term and all(s.capital for s in saying.words if s.content)


def _held(short: tuple[str, ...], long: tuple[str, ...]) -> int | None:
    """Where a quotation stands within another, word for word."""
    for at in range(len(long) - len(short) + 1):
        if long[at] == short[0] and long[at : at + len(short)] == short:
            return at
    return None


def _best_region(left: tuple[Said, ...], right: tuple[Said, ...]) -> list[Block]:
    """The densest run of agreeing stretches."""
    a, b = [said.word for said in left], [said.word for said in right]
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    blocks = [Block(m.a, m.b, m.size) for m in matcher.get_matching_blocks() if m.size]
    regions: list[list[Block]] = []
    for block in blocks:
        if regions and _goes_on(left, right, regions[-1][-1], block):
            regions[-1].append(block)
        else:
            regions.append([block])
    trimmed = [_without_strays(left, right, region) for region in regions]
    return max(trimmed, key=lambda region: sum(block.length for block in region), default=[])


def _goes_on(left: tuple[Said, ...], right: tuple[Said, ...], one: Block, two: Block) -> bool:
    a = two.a - one.a - one.length
    b = two.b - one.b - one.length
    if max(a, b) <= _GAP:
        return True
    if _cut_apart(left, right, one, two):
        return True
    return min(a, b) == 0 and min(one.length, two.length) >= RUN - 1


def _without_strays(
    left: tuple[Said, ...], right: tuple[Said, ...], region: list[Block]
) -> list[Block]:
    """A region without lone function words at its ends, which agree by chance.

    What begins or ends both quotations, but for words put in beside it, agrees by no chance, nor
    what a negation alone keeps apart from the rest.
    """
    while len(region) > 1 and _stray(left, region[0]):
        if _cut_apart(left, right, region[0], region[1]) and region[0].length > 1:
            break
        begins = region[0].a == region[0].b == 0
        if _little_between(left, right, region[0], region[1], at_an_end=begins):
            break
        region = region[1:]
    while len(region) > 1 and _stray(left, region[-1]):
        last = region[-1]
        if _cut_apart(left, right, region[-2], last) and last.length > 1:
            break
        ends = last.a + last.length == len(left) and last.b + last.length == len(right)
        if _little_between(left, right, region[-2], last, at_an_end=ends):
            break
        region = region[:-1]
    return region if len(region) > 1 or (region and not _stray(left, region[0])) else []


def _little_between(
    left: tuple[Said, ...], right: tuple[Said, ...], one: Block, two: Block, *, at_an_end: bool
) -> bool:
    """Whether one word stands between two stretches in one of them or both.

    At an end of both a few words in one of them.
    """
    a = left[one.a + one.length : two.a]
    b = right[one.b + one.length : two.b]
    if at_an_end and not (a and b):
        return max(len(a), len(b)) <= _GAP
    if max(len(a), len(b)) != 1:
        return False
    return at_an_end or (not (a and b) and (*a, *b)[0].word in NEGATIONS)


def _cut_apart(left: tuple[Said, ...], right: tuple[Said, ...], one: Block, two: Block) -> bool:
    """Whether one of them shows a cut (`…`) between two stretches and has nothing else there."""
    a, b = two.a - one.a - one.length, two.b - one.b - one.length
    return (a == 0 and left[two.a].seam) or (b == 0 and right[two.b].seam)


def _stray(left: tuple[Said, ...], block: Block) -> bool:
    words = left[block.a : block.a + block.length]
    return len(words) < 3 and _content(words) < len(words)


def _content(words: Sequence[Said]) -> int:
    return sum(said.content for said in words)


def _one_utterance(left: tuple[Said, ...], right: tuple[Said, ...], region: list[Block]) -> bool:
    matched = sum(block.length for block in region)
    if _all_but_a_word(left, right, region, matched) or _halves(left, right, region):
        return True
    content = sum(_content(left[k.a : k.a + k.length]) for k in region)
    if matched < _MATCHED or content < _MATCHED_CONTENT:
        return False
    # A name with its title is shared by sentences that have nothing else in common.
    spoken = [said for k in region for said in left[k.a : k.a + k.length] if not said.capital]
    if _content(spoken) < _RUN_CONTENT:
        return False
    if max(k.length for k in region) < RUN and _content(spoken) < _MATCHED_CONTENT:
        return False
    first, last = region[0], region[-1]
    wide_a = last.a + last.length - first.a
    wide_b = last.b + last.length - first.b
    if matched < _REGION * min(wide_a, wide_b):
        return False
    # What lies outside of the region in both is other speech, unless the region is long.
    head = min(first.a, first.b)
    tail = min(len(left) - last.a - last.length, len(right) - last.b - last.length)
    longest = max(block.length for block in region)
    return head + tail <= max(2, (1 - _REGION) * matched) or longest >= _OVERLAP


def _all_but_a_word(
    left: tuple[Said, ...], right: tuple[Said, ...], region: list[Block], matched: int
) -> bool:
    """Whether the shorter quotation stands in the other one but for a word or two."""
    shorter, longer = sorted((len(left), len(right)))
    first, last = region[0], region[-1]
    wide = max(last.a + last.length - first.a, last.b + last.length - first.b)
    if matched < _MOST * shorter or wide > shorter + (_WIDER if matched == shorter else 1):
        return False
    bearing = sum(s.bearing for k in region for s in left[k.a : k.a + k.length])
    least = (_WHOLE, _RUN_CONTENT) if longer <= shorter + 1 else (_WITHIN, _WITHIN_BEARING)
    if matched >= _OVERLAP:
        return bearing >= _RUN_CONTENT
    return matched >= least[0] and bearing >= least[1]


def _halves(left: tuple[Said, ...], right: tuple[Said, ...], region: list[Block]) -> bool:
    """Whether one of them shows where it is cut and all the rest of it stands in the other one.

    But for a negation; each of its pieces has a word that carries it, or both begin with one and
    end with the other: `We were … warned about the piers`.
    """
    sides = ((left, [k.a for k in region]), (right, [k.b for k in region]))
    (short, here), (_, there) = sides if len(left) <= len(right) else sides[::-1]
    matched = sum(block.length for block in region)
    if not _MATCHED <= matched == len(short):
        return False
    pieces: list[list[Said]] = [[]]
    for at, block in enumerate(region):
        if at and short[here[at]].seam:
            if there[at] - there[at - 1] - region[at - 1].length > _LONGEST_CUT:
                return False
            pieces.append([])
        elif at and there[at] - there[at - 1] - region[at - 1].length > 1:
            return False
        pieces[-1] += short[here[at] : here[at] + block.length]
    bearing = [sum(said.bearing for said in piece) for piece in pieces]
    if len(pieces) < 2 or min(map(len, pieces)) < 2:
        return False
    if min(bearing) > 0:
        return True
    longer = right if short is left else left
    whole = there[0] == 0 and there[-1] + region[-1].length == len(longer)
    return whole and len(pieces[-1]) >= _WHOLE and bearing[-1] >= _RUN_CONTENT
