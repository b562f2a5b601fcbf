"""Runs of letters that no space parts into words, cut into grams of characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

KANA_HAN = (
    r"\u3005\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f"
    r"\U00020000-\U0003ffff"
)
HANGUL = r"\u1100-\u11ff\u3130-\u318f\uac00-\ud7af"
# Thai, Lao, Burmese and Khmer, with their vowel signs.
SYLLABLES = r"\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ece\u1000-\u103f\u1050-\u109f\u1780-\u17d3"
UNSPACED = KANA_HAN + HANGUL + SYLLABLES
"""Ranges of the letters whose runs `grams` cuts."""

_KATAKANA = r"[\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f]"
_PARTS = re.compile(
    rf"(?P<katakana>{_KATAKANA}{{2,}})"
    rf"|(?P<han>[{KANA_HAN}]+?(?={_KATAKANA}{{2}}|[^{KANA_HAN}]|$))"
    rf"|(?P<hangul>[{HANGUL}]+)|(?P<syllables>[{SYLLABLES}]+)"
)
_HIRAGANA = re.compile("[\u3040-\u309f]")
_JAPANESE = re.compile("[のはがをにでともやへ]")  # particles
# Function characters of Chinese; in Japanese words some of them stand for something.
_CHINESE = re.compile(
    "[的了是在和也就而及与與或被把将將对對从從为為以于於之其但这這那们們着著过過还還很]"
)
# What is stuck to the end of Korean nouns.
_PARTICLE = re.compile(
    "(?<=..)들?(?:에서는|에서|에게|으로|까지|부터|이라고|라고|의|와|과|도|로)$|(?<=.)들?[은는이가을를에]$"
)
# Endings of Korean verbs; and days of the week, which all reports of one day share.
_SAYS_NOTHING = re.compile(
    "[했됐졌었았겠였혔셨]|다$|[습입]니|(?:으며|하고|하는|다고)$"
    "|요일|[월화수목금토일]요|曜|周[一二三四五六日]|星期"
)
_GRAM = 2  # as full-text indexes do for these scripts
_LETTERS = 4  # a letter of Thai is no syllable


@lru_cache(maxsize=50_000)
def grams(run: str, language: str) -> tuple[tuple[str, str], ...]:
    """The grams of a run in their order, each with the kind `name`, `part` or `loose`.

    Two `part`s in a row overlap; together they are what a pair of words is elsewhere. Hiragana
    before Han or alone, particles and function characters are left out, as an empty gram. Grams
    bear the mark of their language, as words do.
    """
    mark = "" if language == "en" else f"/{language}"
    return tuple(
        (gram and gram + mark, kind)
        for match in _PARTS.finditer(run)
        for gram, kind in _cut(match, language)
    )


def _cut(match: re.Match[str], language: str) -> Iterator[tuple[str, str]]:
    part = match[0]
    if match.lastgroup == "katakana":
        yield part, "name"
        return
    if match.lastgroup == "hangul":
        part = _PARTICLE.sub("", part)
    size = _LETTERS if match.lastgroup == "syllables" else _GRAM
    if match.lastgroup != "han" and len(part) < size:
        size = max(2, len(part))
    for at in range(len(part) - size + 1):
        gram = part[at : at + size]
        # Hiragana begins no word that is written with Han, but ends many.
        if _HIRAGANA.match(gram) or _empty(gram, language):
            yield "", "loose"
        else:
            yield gram, "loose" if _HIRAGANA.search(gram) else "part"
    yield "", "loose"


def _empty(gram: str, language: str) -> bool:
    """Whether a gram says nothing, by the language; what is not Chinese is taken for Japanese."""
    particles = _CHINESE if language == "zh" else _JAPANESE
    return bool(_SAYS_NOTHING.search(gram) or particles.search(gram))
