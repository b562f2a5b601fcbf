"""What of an article counts when it is compared with others: its words and pairs of words.

Weights come from fixed tables, so that an article weighs the same in every library: what comes in
later moves nothing that is known already.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain, repeat
from math import exp, log, sqrt
from unicodedata import normalize

from reader.model import Article
from reader.text.language import language_of, reading_language
from reader.text.rarity import all_idfs, pair_idfs, rare
from reader.text.unspaced import UNSPACED, grams
from reader.text.word_forms import CAPITAL_NOUNS, MARKS, leads_to_name, word_form

# All figures here: best or within noise on the dated and the look-alike events of the measuring
# sets; tests/quality/test_events.py holds what they reach together.
KEPT = 200  # heaviest terms; 100 are worse, 400 no better
NAMED = 40  # heaviest rare names, for the reasons
IN_TITLE = 3.0
FADE = 400  # words after which a word of the body counts a third; news puts what happened first
LEAST = 0.2  # what a word far down still counts
READ = 5000  # characters of a text: the rest moves no figure, and is a third of the time
PAIR = 0.75  # two words in a row against a word as rare

# What a word of the body counts, by its place.
_WORTH = tuple(exp(-at / FADE) + LEAST for at in range(READ))

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
    """What of one article counts, with weights that hold in any library."""

    language: str | None
    """ISO 639-1 code; None if neither source nor text tell."""
    words: tuple[tuple[str, float], ...]
    """Stems, and pairs of stems with a space between, with their weights, heaviest first."""
    names: tuple[str, ...]
    """Stems of rare names, heaviest first."""


def terms(article: Article) -> Terms:
    """Take an article apart; depends on nothing but its title, text and language."""
    counts = _Counts()
    text = article.text
    language = language_of(text, article.language)
    reading = reading_language(text, language)
    _read(article.title or "", reading, repeat(IN_TITLE), counts)
    naming = _read(text[:READ], reading, chain(_WORTH, repeat(LEAST)), counts)
    idfs, most = all_idfs(reading)
    pairs = pair_idfs()
    words: dict[str, float] = {}
    names: list[tuple[float, str]] = []
    for term, count in counts.words.items():
        weight = log(1 + count)
        rarity = idfs.get(term, most)
        words[term] = weight * rarity
        if term in naming and rare(term):
            names.append((-sqrt(weight) * rarity, term))
    weights: dict[str | _PairOfStems, float] = dict(words.items())
    for pair, count in counts.pairs.items():
        # Pairs that are no set phrase are as rare as if their words were independent.
        rarity = pairs.get(pair) or idfs.get(pair[0], most) + idfs.get(pair[1], most)
        weights[pair] = log(1 + count) * (rarity if rarity < most else most) * PAIR
    heaviest = tuple(name for _, name in sorted(names)[:NAMED])
    return Terms(language, _heaviest(weights), heaviest)


def stems_of(text: str, language: str) -> frozenset[str]:
    """The stems of a text and the pairs of stems in a row in it, for counting them."""
    counts = _Counts()
    _read(text, language, repeat(1.0), counts)
    return frozenset([*counts.words, *map(" ".join, counts.pairs)])


_PairOfStems = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Counts:
    """What each word of an article, and each pair of words in a row, counts."""

    words: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    pairs: defaultdict[_PairOfStems, float] = field(default_factory=lambda: defaultdict(float))


def _read(text: str, language: str, worths: Iterable[float], counts: _Counts) -> frozenset[str]:
    """Add up what each word of a text, and each pair of words in a row, counts.

    Returns the stems that bear a capital in mid-sentence at least as often as none. One pass over
    the words: this is what grouping waits for.
    """
    singles, pairs = counts.words, counts.pairs
    capital: defaultdict[str, int] = defaultdict(int)
    # Lists are faster to fill than counts, and most words are small.
    small: list[str] = []
    # Where the next word stands; what parts words takes a place, too.
    worth = iter(worths).__next__
    before = ""
    opens, initial = True, False
    nouns = language in CAPITAL_NOUNS
    leads: bool | None = True
    for word, run, end in _PIECE.findall(normalize("NFKC", text) if language in _WIDE else text):
        if word:
            value = worth()
            stem, is_capital = word_form(word, language)
            if stem:
                singles[stem] += value
                if before:
                    pairs[before, stem] += value
                if not is_capital or leads is False:
                    small.append(stem)
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
                if gram:
                    singles[gram] += value
                    if before and kind == "part":
                        pairs[before, gram] += value
                    if kind == "name":
                        capital[gram] += 1
                    else:
                        small.append(gram)
                before = gram if kind == "part" else ""
        # A pair of words does not reach across; an initial ends no sentence.
        elif end != "." or not initial:
            worth()
            before = ""
            opens = opens or end not in _ASIDE
    times = Counter(small)
    return frozenset(stem for stem, count in capital.items() if count >= times[stem])


def _heaviest(
    weights: Mapping[str | _PairOfStems, float],
) -> tuple[tuple[str, float], ...]:
    least = 0.0
    if len(weights) > KEPT:
        # Most terms are too light, and floats are sorted faster than pairs.
        least = sorted(weights.values(), reverse=True)[KEPT - 1]
    some = [
        (-weight, term if isinstance(term, str) else " ".join(term))
        for term, weight in weights.items()
        if weight >= least
    ]
    return tuple([(term, -weight) for weight, term in sorted(some)[:KEPT]])
