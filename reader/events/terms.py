"""What of an article counts when it is compared with others: words, word pairs, names, numbers.

Two views of each article. The word view tells what it is about. The detail view (names, numbers,
word pairs) tells one happening from another of its kind: two fires share their words, not these.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, repeat
from math import exp, log, sqrt
from zlib import crc32

from reader.model import Article
from reader.text.quotations import quoted_words
from reader.text.rarity import idf
from reader.text.stopwords import STOP
from reader.text.tokens import fold, stem

# All figures here: best or within noise on the dated and the look-alike events of the measuring
# sets; tests/quality/test_events.py holds what they reach together.
KEPT = 200  # heaviest terms kept of each view; 400 are no better
IN_TITLE = 3.0
FADE = 400  # words after which a word of the body counts a third; news puts what happened first
LEAST = 0.2  # what a word at the very end still counts
PAIR = 0.75  # two words in a row, in the word view
NAME = 3.0  # a name or a number against a word pair, in the detail view
NUMBER = 3.0
QUOTED = 6  # words in a row that make a shared quotation; fewer may be a phrase of the day

# What a word of the body counts, by its place; far down nothing is left of the first part.
_WORTH = tuple(exp(-at / FADE) + LEAST for at in range(40 * FADE))

_PIECE = re.compile(
    r"(?P<han>[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+)"
    r"|(?P<word>[^\W_]+(?:(?:['’ʼ-]|(?<=\d)[.,](?=\d))[^\W_]+)*)"
    r"|(?P<end>[.!?…:;\n()\[\]\"“”「」。！？、，]|``|'')"
)
_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_ASIDE = frozenset("()[]")  # a capital after these tells as little as any in mid-sentence


@dataclass(frozen=True, slots=True)
class Terms:
    """The heaviest terms of an article, heaviest first, with weights that hold in any library."""

    words: tuple[tuple[str, float], ...]
    """Stems, and pairs of stems with a space between."""
    details: tuple[tuple[str, float], ...]
    """Names as `@stem`, numbers as `#digits`, and pairs of stems."""
    quoted: frozenset[int]
    """Checksums of every `QUOTED` words in a row inside quotations."""
    length: int
    """Words of the text."""


@dataclass(frozen=True, slots=True)
class _Word:
    stem: str
    """Empty for what does not count: stop words, single letters, the end of a sentence."""
    capital: bool
    opens: bool
    """Whether it opens a sentence, where a capital says nothing."""


_END = _Word("", capital=False, opens=True)


def terms(article: Article) -> Terms:
    """Take an article apart; depends on nothing but its title, text and language."""
    title = _words(article.title or "", article.language)
    body = _words(article.text, article.language)
    counts: defaultdict[str, float] = defaultdict(float)
    _count(title, repeat(IN_TITLE), counts)
    _count(body, chain(_WORTH, repeat(LEAST)), counts)
    names = _names(body)
    words: dict[str, float] = {}
    details: dict[str, float] = {}
    most = idf("")
    for term, count in counts.items():
        weight = log(1 + count)
        first, _, second = term.partition(" ")
        if second:
            rarity = min(most, idf(first) + idf(second))
            words[term] = weight * rarity * PAIR
            details[term] = sqrt(weight) * rarity
            continue
        rarity = idf(term)
        words[term] = weight * rarity
        if term[0].isdigit():
            details["#" + term] = sqrt(weight) * rarity * NUMBER
        elif term in names:
            details["@" + term] = sqrt(weight) * rarity * NAME
    length = sum(word is not _END for word in body)
    return Terms(_heaviest(words), _heaviest(details), _checksums(article.text), length)


def background(term: str) -> float:
    """How rare a term of either view is in news; of a pair, as if its words were independent."""
    first, _, second = term.lstrip("@#").partition(" ")
    return min(idf(""), idf(first) + idf(second)) if second else idf(first)


def _words(text: str, language: str | None) -> list[_Word]:
    """The words of a text, with a blank one wherever a pair of words must not reach across."""
    found: list[_Word] = []
    opens, initial = True, False
    for piece in _PIECE.finditer(text):
        if word := piece["word"]:
            found.append(_word(word, language, opens))
            initial, opens = len(word) == 1, False
        elif han := piece["han"]:
            found += [_Word(han[at : at + 2], False, False) for at in range(max(1, len(han) - 1))]
            found.append(_END)
        elif piece["end"] != "." or not initial:
            found.append(_END)
            opens = opens or piece["end"] not in _ASIDE
    return found


@lru_cache(maxsize=200_000)
def _word(word: str, language: str | None, opens: bool) -> _Word:
    folded = fold(word)
    counts = len(folded) > 1 and folded not in STOP
    return _Word(stem(folded, language) if counts else "", word[0].isupper(), opens)


def _count(
    words: Sequence[_Word], worths: Iterable[float], counts: defaultdict[str, float]
) -> None:
    """Add up what each word, and each pair of words in a row, counts."""
    before = ""
    for word, worth in zip(words, worths, strict=False):
        if stem := word.stem:
            counts[stem] += worth
            # Pairs of Han characters overlap already.
            if before and not (stem > "\u3000" and _HAN.match(stem)):
                counts[f"{before} {stem}"] += worth
        before = stem


def _names(words: Sequence[_Word]) -> frozenset[str]:
    """Stems that bear a capital in mid-sentence at least as often as none."""
    capital = Counter(word.stem for word in words if word.capital and not word.opens)
    small = Counter(word.stem for word in words if not word.capital and word.stem in capital)
    return frozenset(stem for stem, times in capital.items() if times >= small[stem])


def _checksums(text: str) -> frozenset[int]:
    runs = (
        " ".join(words[at : at + QUOTED])
        for words in quoted_words(text, QUOTED)
        for at in range(len(words) - QUOTED + 1)
    )
    return frozenset(crc32(run.encode()) for run in runs)


def _heaviest(weights: Mapping[str, float]) -> tuple[tuple[str, float], ...]:
    if len(weights) > KEPT:
        # Most terms are too light, and floats are sorted faster than pairs.
        least = sorted(weights.values(), reverse=True)[KEPT - 1]
        some = [item for item in weights.items() if item[1] >= least]
    else:
        some = list(weights.items())
    some.sort(key=lambda item: (-item[1], item[0]))
    return tuple(some[:KEPT])
