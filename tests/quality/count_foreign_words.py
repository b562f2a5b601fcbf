"""Work out in how many articles each stem of a language occurs, for languages other than English.

`python -m tests.quality.count_foreign_words` writes one file for each language into
reader/text/frequencies, and one of English to compare with what was counted; it needs the package
wordfreq (3.1.1), which nothing else here does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from importlib import import_module
from math import exp
from pathlib import Path

from reader.events.terms import stems_of

HERE = Path(__file__).parent
PLACE = HERE.parents[1] / "reader" / "text" / "frequencies"
ARTICLES = 10_000
# Of English, with words counted this way, dated events are grouped as well with 250 or 1,000 words
# to an article, and with 8,000 or 20,000 stems; with 3,000 .003 worse, without any .013.
WORDS = 500
MOST = 5_000
# What others call the languages whose codes differ from ours.
CODES = {"nb": ("no",), "sh": ("hr", "sr"), "fil": ("tl",)}
HEAD = (
    f"# N={ARTICLES} In how many of {ARTICLES} articles of {WORDS} words a stem is to be expected,"
    " from the word list of wordfreq 3.1.1 (Robyn Speer, https://doi.org/10.5281/zenodo.7199437),"
    " which holds data of Wikipedia, ParaCrawl, OPUS OpenSubtitles, SUBTLEX, the Leeds Internet"
    " Corpus and Google Books Ngrams. This file: CC BY-SA 4.0."
)


def counts(language: str, shares: Mapping[str, float]) -> list[tuple[str, int]]:
    """Stems with the number of articles that are to be expected to have them."""
    found: defaultdict[str, float] = defaultdict(float)
    for word, share in shares.items():
        for stem in stems_of(word, language):
            if " " not in stem and not stem[:1].isdigit():
                found[stem.partition("/")[0]] += share
    expected = [
        (stem, round(ARTICLES * (1 - exp(-share * WORDS)))) for stem, share in found.items()
    ]
    return sorted(expected, key=lambda item: (-item[1], item[0]))[:MOST]


def main() -> None:
    """Write all files."""
    words = import_module("wordfreq")
    PLACE.mkdir(exist_ok=True)
    for list_of in sorted(words.available_languages("small")):
        for language in CODES.get(list_of, (list_of,)):
            # How often each word is used, as a share of all words.
            shares = dict(words.get_frequency_dict(list_of, wordlist="small"))
            lines = [f"{stem}\t{times}" for stem, times in counts(language, shares) if times]
            # English words were counted in articles; those estimated are for comparing.
            path = HERE / "estimated_english.txt" if language == "en" else PLACE / f"{language}.txt"
            path.write_text("\n".join([HEAD, *lines, ""]), "utf-8")


if __name__ == "__main__":
    main()
