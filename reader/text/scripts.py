"""In which script a text is written, and which languages are."""

from __future__ import annotations

import re
from collections import Counter

_SAMPLE = 1_000  # characters; a text is seldom of two scripts, and then it opens with its own
# Everything that tells no script, and Latin letters.
_COMMON = re.compile(r"[\x00-\u036f\u1e00-\u1eff\u2000-\u2bff\u3000-\u3004"
                     r"\u3006-\u3020\ufe00-\ufe0f\uff00-\uff65\U0001f000-\U0001faff]+")  # fmt: skip
_LATIN_LETTER = re.compile(r"[a-zA-Z\u00c0-\u024f\u1e00-\u1eff]+")
_RANGES = {
    "greek": r"\u0370-\u03ff\u1f00-\u1fff",
    "cyrillic": r"\u0400-\u052f",
    "armenian": r"\u0530-\u058f",
    "hebrew": r"\u0590-\u05ff",
    "arabic": r"\u0600-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc",
    "devanagari": r"\u0900-\u097f",
    "bengali": r"\u0980-\u09ff",
    "tamil": r"\u0b80-\u0bff",
    "thai": r"\u0e00-\u0e7f",
    "georgian": r"\u10a0-\u10ff",
    "kana": r"\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f",
    "han": r"\u3005\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff",
    "hangul": r"\u1100-\u11ff\u3130-\u318f\uac00-\ud7af",
}
_RUN = re.compile(
    "|".join(f"(?P<{name}>[{range}]+)" for name, range in _RANGES.items())
    + r"|(?P<other>[^\W\d_]+)"
)
_FEWEST = 20  # letters; a shorter piece may be a name in a text of another language
# A text in another script cites Latin names, but a Latin text hardly cites whole sentences.
_SHARE = 0.3
# Of Japanese text half and more is kana; Chinese has one in a name now and then.
_KANA = 0.1

LANGUAGES = {
    "greek": "el",
    "cyrillic": "ru uk bg sr mk be kk ky mn tg tt uz ba ce cv os bs hr",
    "armenian": "hy",
    "hebrew": "he yi",
    "arabic": "ar fa ur ps ku ug sd ks az pa",
    "devanagari": "hi mr ne sa sd ks",
    "bengali": "bn as",
    "tamil": "ta",
    "thai": "th",
    "georgian": "ka",
    "japanese": "ja",
    "han": "zh ja",
    "hangul": "ko",
}
"""ISO 639-1 codes of those written in each script but Latin, the likeliest first."""
_BOTH = frozenset("sr mk kk tg tt uz ku az bs hr pa mn".split())
_NEVER_LATIN = frozenset(" ".join(LANGUAGES.values()).split()) - _BOTH


def script(text: str) -> str | None:
    """`latin`, or a key of `LANGUAGES`; None for others, and for too few letters to tell."""
    sample = text[:_SAMPLE]
    if sample.isascii() or not (foreign := _COMMON.sub("", sample)):
        return "latin"
    counts: Counter[str] = Counter()
    for match in _RUN.finditer(foreign):
        counts[str(match.lastgroup)] += len(match[0])
    if not counts or counts.total() < _SHARE * (counts.total() + _latin(sample)):
        return "latin"
    if counts.total() < _FEWEST:
        return None
    kana = counts.pop("kana", 0)
    counts["han"] += kana
    most = max(sorted(counts), key=counts.__getitem__)
    if most == "han" and kana >= _KANA * counts["han"]:
        return "japanese"
    return most if most in LANGUAGES else None


def contradicts(script: str | None, language: str) -> bool:
    """Whether a language is never written in a script."""
    if script is None:
        return False
    if script == "latin":
        return language in _NEVER_LATIN
    return language not in LANGUAGES[script].split()


def _latin(text: str) -> int:
    return sum(map(len, _LATIN_LETTER.findall(text)))
