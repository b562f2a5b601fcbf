"""Words of a text, with their places, and the forms in which they are compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer

from reader.model import Span
from reader.text.kept import kept

# A word: letters and digits, joined inside by an apostrophe, hyphen, or the point of a number.
_WORD = re.compile(r"[^\W_]+(?:(?:['’ʼ-]|(?<=\d)[.,](?=\d))[^\W_]+)*")
_APOSTROPHE = re.compile("['’ʼ]")
_STEMMERS = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek",
    "en": "english", "eo": "esperanto", "es": "spanish", "et": "estonian", "eu": "basque",
    "fa": "persian", "fi": "finnish", "fr": "french", "ga": "irish", "hi": "hindi",
    "hu": "hungarian", "hy": "armenian", "id": "indonesian", "it": "italian", "lt": "lithuanian",
    "ne": "nepali", "nl": "dutch", "no": "norwegian", "pl": "polish", "pt": "portuguese",
    "ro": "romanian", "ru": "russian", "sr": "serbian", "st": "sesotho", "sv": "swedish",
    "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Token:
    """One word: where it stands, and its folded form."""

    span: Span
    word: str
    """Lower case, without accents, without a possessive ending and other apostrophes."""

    @property
    def stem(self) -> str:
        """The Snowball stem of the word (English)."""
        return stem(self.word)


def tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """The words of `text[start:end]`, with offsets in `text`."""
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        yield Token(Span(*match.span()), fold(match[0]))


def folded_words(text: str, start: int = 0, end: int | None = None) -> list[str]:
    """The folded words of `text[start:end]`, for those who need no places."""
    return list(map(fold, _WORD.findall(text, start, len(text) if end is None else end)))


@kept
def fold(word: str) -> str:
    """The form in which words are compared: `LeCun’s` and `Lecun` are both `lecun`."""
    word = _APOSTROPHE.sub("'", word)
    if word.endswith(("'s", "'S")):
        word = word[:-2]
    word = word.replace("'", "")
    if not word.isascii():
        decomposed = unicodedata.normalize("NFKD", word)
        word = "".join(c for c in decomposed if not unicodedata.combining(c)) or word
    return word.casefold()


@kept
def stem(word: str) -> str:
    """The Snowball stem of an English word."""
    return stem_in(word, "en")


def stem_in(word: str, language: str) -> str:
    """The Snowball stem of a word of a language; of one without stemmer, the word."""
    name = _STEMMERS.get(language)
    return str(_stemmer(name).stemWord(word)) if name else word


@lru_cache(maxsize=16)
def _stemmer(name: str) -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer(name)
