"""How rare a word is, from fixed tables: a new article moves no other's weights.

English words were counted in news. Those of other languages are estimated from how often each word
is used anywhere; of languages without a table every word is as rare as can be. Stems of other
languages than English bear the code of theirs behind a slash.
"""

from __future__ import annotations

from functools import cache
from math import log
from pathlib import Path

from reader.text.kept import kept

_HERE = Path(__file__).parent


@kept
def idf(stem: str) -> float:
    """The natural log of (articles / articles that have the stem); unknown stems count as one."""
    count, size = _counted(stem)
    return log(size / count)


def rare(stem: str, at_most: float = 0.01) -> bool:
    """Whether at most this share of articles of its language has the stem."""
    count, size = _counted(stem)
    return count <= at_most * size


@kept
def _counted(stem: str) -> tuple[int, int]:
    """How many articles of its language have a stem, of how many."""
    size, counts = _table(_language(stem))
    return counts.get(stem, 1), size


def articles() -> int:
    """How many English articles were counted."""
    return _table("en")[0]


def counted(language: str) -> bool:
    """Whether there is a table for a language, by its ISO 639-1 code."""
    return bool(_table(language)[1])


@cache
def all_idfs(language: str) -> tuple[dict[str, float], float]:
    """The `idf` of each stem of a language, and that of all others; not to be changed.

    Numbers are the same in every language.
    """
    size, counts = _table(language)
    found = {stem: log(size / count) for stem, count in counts.items()}
    if language != "en":
        known, _ = all_idfs("en")
        found |= {stem: value for stem, value in known.items() if stem[:1].isdigit()}
    return found, log(size)


@cache
def pair_idfs() -> dict[tuple[str, str], float]:
    """The `idf` of the most frequent pairs of English stems in a row; not to be changed.

    All other pairs are rarer.
    """
    text = (_HERE / "pair_frequencies.txt").read_text("utf-8")
    fields = text.partition("\n")[2].split()
    pairs = zip(fields[::3], fields[1::3], strict=True)
    return {
        pair: log(articles() / int(count)) for pair, count in zip(pairs, fields[2::3], strict=True)
    }


def _language(stem: str) -> str:
    return stem.partition("/")[2] or "en"


@cache
def _table(language: str) -> tuple[int, dict[str, int]]:
    """The number of articles counted, and in how many each stem of a language occurs."""
    if language == "en":
        path, mark = _HERE / "document_frequencies.txt", ""
    else:
        path, mark = _HERE / "frequencies" / f"{language}.txt", f"/{language}"
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        return articles(), {}
    head, _, body = text.partition("\n")
    size = int(head.split()[1].removeprefix("N="))
    fields = body.split()
    stems = (stem + mark for stem in fields[::2])
    return size, dict(zip(stems, map(int, fields[1::2]), strict=True))
