"""Wire copy: articles of several outlets that print one text, told by the words they share.

Texts are compared by runs of words (Nicholls, Detecting Textual Reuse in News Stories, At Scale,
2019; Clough et al., METER, 2002). What a source said stands in everybody's report, so quotations
decide nothing: the words that count are those that an outlet would have to write itself.
"""

from __future__ import annotations

import re
import sys
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from zlib import crc32

from reader.text.tokens import fold

# Words in a row that must agree. On the pairs of tests/quality/test_copies.py four let in what
# is only said alike, and six miss lightly edited copy.
RUN = 5
# Characters in a row where a script writes no spaces: about five words of Chinese or Japanese.
RUN_UNSPACED = 10
# Shares of the shorter and of the longer text, quotations aside, from which on they are one text:
# no false alarm among 50 pairs that a person has read around them, and the gate of all 67 is
# tests/quality/test_copies.py. The second keeps a long report apart from a brief that it holds:
# most of its words are its own, so that it is a voice; a quarter of a story printed is not.
ONE_TEXT = 0.50
OF_THE_LONGER = 0.25
# Below so many words, or words outside quotations, a share is an accident: it cannot be said.
FEWEST_WORDS = 40
FEWEST_OWN = 25
# One run in four is looked at to tell which texts are worth comparing, and a pair is if so many
# of these agree; half of the words agree in far more.
_SAMPLED = 4
_WORTH = 0.12

# So many phrases of so many characters are shared by all edited copies of
# tests/quality/test_copies.py, and by one in five of 695 pairs of reports of one event. Texts that
# share fewer do not print one text, however edited.
PHRASES = 3
_PHRASE = 20
_STOP = re.compile(r"[^\w\s'’-]+|\n")

_UNSPACED = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_WORD = re.compile(f"[{_UNSPACED}]|[^\\W_{_UNSPACED}]+(?:['’ʼ][^\\W_{_UNSPACED}]+)*")
_IS_UNSPACED = re.compile(f"[{_UNSPACED}]")
# What others said, within a paragraph; a quotation that is not closed goes on to its end.
_BETWEEN = (
    "[“\"„«「『‘']"
    r"(?:(?<=“)(?:[^“”\n]|“[^“”\n]*”)*+”?"
    r'|(?<=")[^"\n]*"?|(?<=„)[^“”\n]*[“”]?|(?<=«)[^»\n]*»?|(?<=「)[^」\n]*」?|(?<=『)[^』\n]*』?'
    r"|(?<=‘)(?<!\w.)[^\n]{1,600}?’(?!\w)|(?<=')(?<!\w.)[^'\n]{1,600}?'(?!\w))"
)
_QUOTED = re.compile(_BETWEEN)
# What embedding leaves of a post: a paragraph that ends with a handle and a date.
_POST = r"^[^\n]{1,600}?\(@\w{1,30}\)[^\n]{0,30}$"
_QUOTED_OR_POST = re.compile(f"{_POST}|{_BETWEEN}", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Print:
    """The fingerprint of one text: a checksum of each run of words, in order."""

    words: int
    runs: bytes
    """Unsigned numbers of 32 bits, little-endian; the lowest bit says that a run is quoted."""


@dataclass(frozen=True, slots=True)
class _Opened:
    """A print made ready for comparing."""

    words: int
    width: int
    order: Sequence[int]
    all: frozenset[int]
    quoted: frozenset[int]
    sample: frozenset[int]


def phrases_of(text: str) -> frozenset[str]:
    """The longer phrases of a text, between two marks."""
    return frozenset(part.strip() for part in _STOP.split(text) if len(part) >= _PHRASE)


def shared_phrases(texts: Mapping[str, str]) -> dict[tuple[str, str], int]:
    """How many phrases each two of some texts share, by their ids; pairs that share none are out.

    To count them takes a tenth of the time of fingerprints, and most articles of an event share
    hardly any.
    """
    phrases = {id: phrases_of(text) for id, text in texts.items()}
    counted = {(a, b): len(phrases[a] & phrases[b]) for a, b in combinations(phrases, 2)}
    return {pair: count for pair, count in counted.items() if count}


def print_of(text: str) -> Print:
    """The fingerprint of a text; the same in every process and on every machine."""
    found = list(_WORD.finditer(text))
    words = [fold(match[0]) for match in found]
    starts = [match.start() for match in found]
    width = _width(text, len(words))
    inside = bytearray(len(words))
    for quotation in (_QUOTED_OR_POST if "(@" in text else _QUOTED).finditer(text):
        first = bisect_right(starts, quotation.start())
        last = bisect_right(starts, quotation.end() - 1)
        if starts[first - 1 : first] == [quotation.start()]:
            first -= 1
        if last - first >= width:
            inside[first : last - width + 1] = b"\1" * (last - first - width + 1)
    runs = array(
        "I",
        (
            crc32(" ".join(words[at : at + width]).encode()) & ~1 | inside[at]
            for at in range(len(words) - width + 1)
        ),
    )
    if sys.byteorder == "big":
        runs.byteswap()
    return Print(len(words), runs.tobytes())


def common(one: Print, other: Print) -> float:
    """The share of the shorter text, quotations aside, that stands in the other; 0 to 1.

    0 too where it cannot be said, because a text is too short or hardly more than quotations.
    """
    return _shares(_opened(one), _opened(other))[0]


def one_text(one: Print, other: Print) -> bool:
    """Whether the two print one text, whole or shortened, and neither says much of its own."""
    return _is_one(_shares(_opened(one), _opened(other)))


def voices(prints: Mapping[str, Print]) -> tuple[tuple[tuple[str, ...], float], ...]:
    """Groups of two and more ids that print one text, each with its smallest share (0 to 1).

    Ids keep their order, groups that of their first ids. Texts hang together in a chain, as two
    outlets may print the two halves of one story; the smallest share is that of the weakest link.
    """
    opened = {each: _opened(made) for each, made in prints.items() if made.words >= FEWEST_WORDS}
    group = {each: each for each in opened}
    share: dict[str, float] = {}
    for one, other in _worth_comparing(opened):
        first, second = group[one], group[other]
        if first == second:
            continue
        shares = _shares(opened[one], opened[other])
        if _is_one(shares):
            share[first] = min(share.get(first, 1.0), share.get(second, 1.0), shares[0])
            group = {each: first if of == second else of for each, of in group.items()}
    members: dict[str, list[str]] = {}
    for each, of in group.items():
        members.setdefault(of, []).append(each)
    return tuple((tuple(ids), share[of]) for of, ids in members.items() if len(ids) > 1)


def _width(text: str, words: int) -> int:
    unspaced = sum(1 for _ in _IS_UNSPACED.finditer(text))
    return RUN_UNSPACED if unspaced * 2 > words else RUN


def _opened(made: Print) -> _Opened:
    runs = array("I", made.runs)
    if sys.byteorder == "big":
        runs.byteswap()
    order = [run >> 1 for run in runs]
    quoted = frozenset(run >> 1 for run in runs if run & 1)
    everything = frozenset(order)
    # A text without spaces has another width, so that its runs meet none of another script.
    width = made.words - len(order) + 1
    sample = frozenset(run for run in everything if run % _SAMPLED == 0) - quoted
    return _Opened(made.words, width, order, everything, quoted, sample)


def _worth_comparing(opened: Mapping[str, _Opened]) -> Iterator[tuple[str, str]]:
    """Pairs that share some of their runs, those that share most first."""
    found: list[tuple[float, int, str, str]] = []
    for at, (one, other) in enumerate(combinations(opened, 2)):
        a, b = opened[one].sample, opened[other].sample
        fewer = min(len(a), len(b))
        # So small a sample tells nothing.
        rate = len(a & b) / fewer if fewer >= 2 * _SAMPLED else 1.0
        if rate >= _WORTH:
            found.append((-rate, at, one, other))
    return ((one, other) for _, _, one, other in sorted(found))


def _is_one(shares: tuple[float, float]) -> bool:
    return shares[0] >= ONE_TEXT and shares[1] >= OF_THE_LONGER


def _shares(one: _Opened, other: _Opened) -> tuple[float, float]:
    """The shares of the shorter and of the longer text that stand in the other."""
    if min(one.words, other.words) < FEWEST_WORDS or one.width != other.width:
        return 0.0, 0.0
    shorter, longer = (one, other) if one.words <= other.words else (other, one)
    quoted = one.quoted | other.quoted
    return _share(shorter, longer, quoted), _share(longer, shorter, quoted)


def _share(text: _Opened, other: _Opened, quoted: frozenset[int]) -> float:
    """The share of the words of a text, outside quotations, that stand in the other.

    What either of the two marks as quoted is a quotation in both.
    """
    quotations = _covered(text, quoted)
    own = text.words - quotations.bit_count()
    if own < FEWEST_OWN:
        return 0.0
    return (_covered(text, other.all) & ~quotations).bit_count() / own


def _covered(text: _Opened, runs: frozenset[int]) -> int:
    """The words of a text that stand in one of the runs: bit `8 * n` for the nth word."""
    starts = int.from_bytes(bytes(map(runs.__contains__, text.order)), "little")
    covered = 0
    for at in range(text.width):
        covered |= starts << 8 * at
    return covered
