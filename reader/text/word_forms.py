"""The form in which a word is compared with others of its language."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from reader.text.kept import KEPT_WORDS
from reader.text.stopwords import STOP, stop_words
from reader.text.tokens import fold, stem, stem_in

MARKS = (
    r"\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a"
    r"\u064b-\u065f\u0670\u06d6-\u06dc\u0900-\u0963\u0971-\u0dff\u200c\u200d"
)
"""Ranges of what `\\\\w` does not hold for a part of a word: accents, vowel signs and joiners."""

_APOSTROPHE = "['’ʼ]"
# French `l’incendie`, Italian `dell’acqua`: an article or a preposition; but not `aujourd’hui`.
_ELIDED = re.compile(rf"^\w{{1,6}}{_APOSTROPHE}(?=\w{{2}})")
_ELIDING = frozenset("ca fr it".split())
# Turkish parts a name from its ending: `Ankara’da`.
_ENDING = re.compile(rf"{_APOSTROPHE}.*$")
_PARTING = frozenset("az tr".split())
# Conjunction, preposition and article are written in one with the word: `ولأوستار`, `בירושלים`.
_PREFIXES = {
    "ar": re.compile("^(?:[وف]?(?:[بك]?ال|لل)|[وف]?[بلك]|[وف])(?=.{4})"),
    "he": re.compile("^[והבלכשמ](?=.{4})"),
}
_JOINERS = re.compile("[\u0640\u200c\u200d]|" + _APOSTROPHE)
_ACCENTS = re.compile("[\u0300-\u036f]")
# Scripts in which a letter with a mark is the same letter; `й` is another one than `и`.
_ACCENTED = re.compile("[a-z\u00df-\u024f\u0370-\u03ff\u1e00-\u1fff]")

CAPITAL_NOUNS = frozenset({"de", "lb"})
"""Languages whose nouns bear capitals, so that a capital makes a name only in some company."""
_BEFORE_NAMES = frozenset(
    "in aus nach bei von bis und an für mit so sagt sagte erklärt erklärte meint meinte".split()
)
_BEFORE_NOUNS = frozenset(
    "der die das den dem des ein eine einen einem einer eines im am zum zur vom beim ins ans kein "
    "keine keinen ihr ihre ihren ihrem ihrer sein seine seinen seinem seiner dieser diese dieses "
    "alle viele mehrere einige".split()
)


def leads_to_name(word: str, noun: bool) -> bool | None:
    """Whether a capital after a word of German makes a name, or no name; None if neither.

    `noun` says that the word bears a capital and is no function word.
    """
    if noun or (small := word.casefold()) in _BEFORE_NAMES:
        return True
    return False if small in _BEFORE_NOUNS else None


@lru_cache(maxsize=KEPT_WORDS)
def word_form(word: str, language: str) -> tuple[str, bool]:
    """The stem of a word, empty for one that does not count, and whether it bears a capital.

    Stems of other languages than English end in `/` and the code, so that they meet neither the
    counts of English words nor those of each other.
    """
    if language == "en":
        folded = fold(word)
        counts = len(folded) > 1 and folded not in STOP
        return stem(folded) if counts else "", word[0].isupper()
    if language in _ELIDING:
        word = _ELIDED.sub("", word)
    elif language in _PARTING:
        word = _ENDING.sub("", word)
    capital = word[:1].isupper()
    # A stemmer needs the accents that are dropped from what it leaves: not all writers set them.
    small = _small(word, language)
    if len(small) < 2 or small in stop_words(language):
        return "", capital
    if language in _PREFIXES:
        small = _PREFIXES[language].sub("", small)
    form = _unaccented(stem_in(small, language))
    if form[:1].isdigit():
        return form, capital
    return (f"{form}/{language}" if form else ""), capital


def _small(word: str, language: str) -> str:
    if language in _PARTING:
        word = word.replace("I", "ı").replace("İ", "i")
    return unicodedata.normalize("NFC", _JOINERS.sub("", word).casefold())


def _unaccented(word: str) -> str:
    if word.isascii() or not _ACCENTED.search(word):
        return word
    decomposed = unicodedata.normalize("NFD", word.replace("ı", "i"))
    return unicodedata.normalize("NFC", _ACCENTS.sub("", decomposed))
