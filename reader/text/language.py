"""The language of a text, told by its script and most frequent words; None rather than a guess."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from reader.text.frequent_words import BY_SCRIPT
from reader.text.scripts import LANGUAGES, contradicts, script


def _codes(lists: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """The languages that have each word."""
    codes: dict[str, tuple[str, ...]] = {}
    for code, words in lists.items():
        for each in frozenset(words.split()):
            codes[each] = (*codes.get(each, ()), code)
    return codes


_CODES = {name: _codes(lists) for name, lists in BY_SCRIPT.items()}

# Letters that stand in few of the languages told here. They help to tell those from their
# neighbours, but make no share: other languages, such as Kazakh, have them too.
_OWN = {
    "az": "ə", "be": "ўыэі", "bg": "ъ", "cs": "řěů", "es": "ñ¿¡", "fa": "پچژگ", "hu": "őű",
    "lt": "ėįų", "lv": "āēģķļņ", "mk": "ѓќѕ", "pl": "łąęśźż", "ro": "șță", "ru": "ыэъ", "sk": "ľĺŕ",
    "tr": "ığ", "uk": "їєґі", "ur": "ٹڈڑںےچگپ",
}  # fmt: skip
_OWNERS = _codes({code: " ".join(letters) for code, letters in _OWN.items()})
_OWN_LETTERS = re.compile(f"[{''.join(_OWNERS)}]")

_WORD = re.compile(r"[^\W\d_]+")
_DEVANAGARI_WORD = re.compile(r"[\u0900-\u0963]+")  # its vowel signs are no letters to `\w`
_SAMPLE = 2_000  # characters; the measure is steady from some 100 words on
_FEWEST_WORDS = 20
# Function words make up 30 to 45 % of running text; lists and tables stay far below. Where
# prefixes and endings do their work, as in Arabic and Turkish, there are fewer.
_SHARE = 0.18
_SHARE_OF = {
    **dict.fromkeys("ar be bg cs et eu fi he hu id lt lv mk mr ne ru sk sr uk".split(), 0.1),
    **dict.fromkeys("az tr".split(), 0.07),
}
# Danish and Norwegian, Spanish and Portuguese share half of their lists.
_AHEAD = 1.25
_WHOLE = 5040  # that sums do not hang on their order: divided by up to ten without a rest
# What a text without a sure language must have of the words of another one not to be read as
# English; of 11,772 English articles none has.
_SOME = 3
_FAR_AHEAD = 2

# What sources write instead of the code that is meant.
_MEANT = {"nb": "no", "nn": "no", "iw": "he", "in": "id", "ji": "yi", "mo": "ro", "sh": "sr"}
# ISO 639-2 and -3 codes that do not begin with the two letters of ISO 639-1 are many, so that
# cutting off the third would name another language (`swe` is not `sw`).
_THREE = {
    "ara": "ar", "bul": "bg", "cat": "ca", "ces": "cs", "chi": "zh", "cmn": "zh", "cze": "cs",
    "dan": "da", "deu": "de", "dut": "nl", "ell": "el", "eng": "en", "est": "et", "eus": "eu",
    "fas": "fa", "fin": "fi", "fra": "fr", "fre": "fr", "ger": "de", "gle": "ga", "gre": "el",
    "heb": "he", "hin": "hi", "hrv": "hr", "hun": "hu", "hye": "hy", "ind": "id", "ita": "it",
    "jpn": "ja", "kor": "ko", "lav": "lv", "lit": "lt", "nld": "nl", "nob": "no", "nor": "no",
    "per": "fa", "pol": "pl", "por": "pt", "ron": "ro", "rum": "ro", "rus": "ru", "slk": "sk",
    "slv": "sl", "spa": "es", "srp": "sr", "swe": "sv", "tha": "th", "tur": "tr", "ukr": "uk",
    "urd": "ur", "vie": "vi", "yue": "zh", "zho": "zh",
}  # fmt: skip


NAMES_OF_LANGUAGES = {
    "ar": "Arabic", "be": "Belarusian", "bg": "Bulgarian", "ca": "Catalan", "cs": "Czech",
    "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish",
    "et": "Estonian", "eu": "Basque", "fa": "Persian", "fi": "Finnish", "fr": "French",
    "ga": "Irish", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian",
    "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ko": "Korean", "lt": "Lithuanian",
    "lv": "Latvian", "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese",
    "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sl": "Slovene", "sr": "Serbian",
    "sv": "Swedish", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu",
    "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
"""English names of languages, by their codes."""


def language(text: str) -> str | None:
    """ISO 639-1 code of the language of a text, None when unsure."""
    return _told(text, script(text))


def language_of(text: str, said: str | None = None) -> str | None:
    """ISO 639-1 code of a text whose source says a language: that, unless its script denies it.

    Without a word of the source, or against its script, what `language` tells.
    """
    code, written = normal(said), script(text)
    return code if code and not contradicts(written, code) else _told(text, written)


def reading_language(text: str, known: str | None) -> str:
    """By the rules of which language to take words apart; empty for one that has none here.

    `known` is what `language_of` tells. Where it tells nothing, Latin text is read as English
    unless it is plainly of another language, most being too short, or too much of a list, to tell;
    and if it is short, as of the likeliest one, as the longer reports of its event will be.
    """
    if known:
        return known
    if script(text) != "latin":
        return ""
    found = _evidence(text, "latin")
    if found.hits[found.best] < max(_SOME, _FAR_AHEAD * found.hits["en"]):
        return "en"
    return found.best if found.words < _FEWEST_WORDS else ""


def normal(said: str | None) -> str | None:
    """The ISO 639-1 code in what a source says, such as `pt` in `pt_BR`; None if there is none."""
    code = re.split("[-_]", said.strip(), maxsplit=1)[0].casefold() if said else ""
    if len(code) == 2 and code.isascii() and code.isalpha():
        return _MEANT.get(code, code)
    return _THREE.get(code)


def _told(text: str, written: str | None) -> str | None:
    if written is None:
        return None
    if written not in _CODES:
        return LANGUAGES[written].split()[0]
    found = _evidence(text, written)
    best = found.best
    enough = found.words >= _FEWEST_WORDS
    share = found.hits[best] >= _SHARE_OF.get(best, _SHARE) * found.words
    return best if enough and share and found.ahead >= _AHEAD else None


@dataclass(frozen=True, slots=True)
class _Evidence:
    best: str
    """The likeliest language."""
    ahead: float
    """How many times as much speaks for it as for the next one."""
    hits: Mapping[str, int]
    """How many words of the text stand in the list of each language."""
    words: int


def _evidence(text: str, written: str) -> _Evidence:
    """What speaks for each language of a script; a word or letter of several the less for each."""
    sample = text[:_SAMPLE].casefold()
    word = _DEVANAGARI_WORD if written == "devanagari" else _WORD
    counts = Counter(word.findall(sample))
    codes = _CODES[written]
    hits = dict.fromkeys(BY_SCRIPT[written], 0)
    speaks = dict(hits)
    for each in counts.keys() & codes.keys():
        for code in codes[each]:
            hits[code] += counts[each]
            speaks[code] += counts[each] * _WHOLE // len(codes[each])
    for letter in () if sample.isascii() else _OWN_LETTERS.findall(sample):
        for code in _OWNERS[letter]:
            if code in speaks:
                speaks[code] += _WHOLE // len(_OWNERS[letter])
    (most, best), (second, _) = sorted(((n, code) for code, n in speaks.items()), reverse=True)[:2]
    return _Evidence(best, most / max(second, 1), hits, counts.total())
