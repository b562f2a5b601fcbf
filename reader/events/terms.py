"""What of an article counts when it is compared with others: words, word pairs, names, numbers.

Two views of each article. The word view tells what it is about. The detail view (names, numbers,
word pairs) tells one happening from another of its kind: two fires share their words, not these.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain, repeat
from math import exp, log, sqrt
from unicodedata import normalize
from zlib import crc32

from reader.model import Article
from reader.text.language import language_of, reading_language
from reader.text.quotations import quoted_words
from reader.text.rarity import all_idfs, idf
from reader.text.unspaced import UNSPACED, grams
from reader.text.word_forms import CAPITAL_NOUNS, MARKS, leads_to_name, word_form

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

_LETTER = rf"[^\W_{UNSPACED}]"
_LETTERS = rf"{_LETTER}+(?:[{MARKS}]+{_LETTER}*)*"
_PIECE = re.compile(
    rf"(?P<word>{_LETTERS}(?:(?:['’ʼ-]|(?<=\d)[.,](?=\d)){_LETTERS})*)"
    rf"|(?P<run>[{UNSPACED}]{{1,200}})"
    r"|(?P<end>[.!?…:;\n()\[\]\"“”「」。！？、，：；¿¡؟۔।]|``|'')"
)
_WIDE = frozenset({"ja", "ko", "zh"})  # have digits and letters of double width
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


def terms(article: Article) -> Terms:
    """Take an article apart; depends on nothing but its title, text and language."""
    counts: defaultdict[str, float] = defaultdict(float)
    text = article.text
    language = reading_language(text, language_of(text, article.language))
    _read(article.title or "", language, repeat(IN_TITLE), counts)
    body = _read(article.text, language, chain(_WORTH, repeat(LEAST)), counts)
    idfs, most = all_idfs()
    words: dict[str, float] = {}
    details: dict[str, float] = {}
    for term, count in counts.items():
        weight = log(1 + count)
        first, _, second = term.partition(" ")
        if second:
            rarity = idfs.get(first, most) + idfs.get(second, most)
            if rarity > most:
                rarity = most
            words[term] = weight * rarity * PAIR
            details[term] = sqrt(weight) * rarity
            continue
        rarity = idfs.get(term, most)
        words[term] = weight * rarity
        if term[0].isdigit():
            details["#" + term] = sqrt(weight) * rarity * NUMBER
        elif term in body.names:
            details["@" + term] = sqrt(weight) * rarity * NAME
    return Terms(_heaviest(words), _heaviest(details), _checksums(article.text), body.length)


def background(term: str) -> float:
    """How rare a term of either view is in news; of a pair, as if its words were independent."""
    first, _, second = term.lstrip("@#").partition(" ")
    return min(idf(""), idf(first) + idf(second)) if second else idf(first)


@dataclass(frozen=True, slots=True)
class _Read:
    """What else reading a text tells."""

    length: int
    """Words, with those that do not count."""
    names: frozenset[str]
    """Stems that bear a capital in mid-sentence at least as often as none."""


def _read(
    text: str, language: str, worths: Iterable[float], counts: defaultdict[str, float]
) -> _Read:
    """Add up what each word of a text, and each pair of words in a row, counts.

    One pass over the words: this is what grouping waits for.
    """
    capital: defaultdict[str, int] = defaultdict(int)
    small: defaultdict[str, int] = defaultdict(int)
    # Where the next word stands; what parts words takes a place, too.
    worth = iter(worths).__next__
    length = 0
    before = ""
    opens, initial = True, False
    nouns = language in CAPITAL_NOUNS
    leads: bool | None = True
    for word, run, end in _PIECE.findall(normalize("NFKC", text) if language in _WIDE else text):
        if word:
            value = worth()
            length += 1
            stem, is_capital = word_form(word, language)
            if stem:
                counts[stem] += value
                if before:
                    counts[f"{before} {stem}"] += value
                if not is_capital or leads is False:
                    small[stem] += 1
                elif leads and not opens:
                    capital[stem] += 1
            if nouns:
                leads = leads_to_name(word, is_capital and stem != "")
            before = stem
            initial, opens = len(word) == 1, False
        elif run:
            before, opens, initial = "", False, False
            for gram, kind in grams(run, language):
                value = worth()
                length += 1
                if gram:
                    counts[gram] += value
                    if before and kind == "part":
                        counts[f"{before} {gram}"] += value
                    (capital if kind == "name" else small)[gram] += 1
                before = gram if kind == "part" else ""
        # A pair of words does not reach across; an initial ends no sentence.
        elif end != "." or not initial:
            worth()
            before = ""
            opens = opens or end not in _ASIDE
    names = frozenset(stem for stem, times in capital.items() if times >= small[stem])
    return _Read(length, names)


def _checksums(text: str) -> frozenset[int]:
    runs = (
        " ".join(words[at : at + QUOTED])
        for words in quoted_words(text, QUOTED)
        for at in range(len(words) - QUOTED + 1)
    )
    return frozenset(crc32(run.encode()) for run in runs)


def _heaviest(weights: Mapping[str, float]) -> tuple[tuple[str, float], ...]:
    least = 0.0
    if len(weights) > KEPT:
        # Most terms are too light, and floats are sorted faster than pairs.
        least = sorted(weights.values(), reverse=True)[KEPT - 1]
    some = sorted([(-weight, term) for term, weight in weights.items() if weight >= least])
    return tuple([(term, -weight) for weight, term in some[:KEPT]])
