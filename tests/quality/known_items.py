"""Queries that people make to find an article again, with the article that each is after.

Made by chance with a fixed seed: words of a headline, a fragment of the text (half of them in
quotation marks), and words of a headline of which one, a name where there is one, is misspelled.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple

from reader.model import Article
from reader.text.stopwords import STOP

EACH = 100
SEED = 6
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_WORD = re.compile(r"(?<![\w'’-])[A-Za-z][a-z]+(?![\w'’-])")
_FRAGMENT = re.compile(r"(?<![\w'’-])[A-Za-z]+(?: [A-Za-z]+(?![\w'’-])){3,}")


class Known(NamedTuple):
    """A query and the article that it is after."""

    kind: str
    query: str
    id: str


def known_items(articles: Sequence[Article], seed: int = SEED) -> list[Known]:
    """A hundred queries of each kind."""
    chance = random.Random(seed)
    makers: Mapping[str, Callable[[Article, random.Random], str | None]] = {
        "headline": headline_words,
        "plain fragment": fragment,
        "quoted fragment": lambda article, chance: _quoted(fragment(article, chance)),
        "misspelled": misspelled,
    }
    found: list[Known] = []
    for kind, make in makers.items():
        wanted = EACH // 2 if kind.endswith("fragment") else EACH
        for article in chance.sample(articles, len(articles)):
            query = make(article, chance)
            if query is not None:
                found.append(Known(kind, query, article.id))
                wanted -= 1
            if not wanted:
                break
    return found


def headline_words(article: Article, chance: random.Random) -> str | None:
    """Three to five telling words of the headline, in their order."""
    words = _telling(article.title or "")
    if len(words) < 3:
        return None
    count = min(len(words), chance.randint(3, 5))
    chosen = sorted(chance.sample(range(len(words)), count))
    return " ".join(words[at] for at in chosen)


def fragment(article: Article, chance: random.Random) -> str | None:
    """Four to eight words in a row, without marks between them; not only little words."""
    found = _FRAGMENT.findall(article.text)
    if not found:
        return None
    words = chance.choice(found).split()
    count = min(len(words), chance.randint(4, 8))
    at = chance.randrange(len(words) - count + 1)
    part = words[at : at + count]
    telling = [word for word in part if word.lower() not in STOP]
    return " ".join(part) if len(telling) >= 2 else None


def misspelled(article: Article, chance: random.Random) -> str | None:
    """One wrong word of five letters and more, and one or two other words of the headline."""
    words = _telling(article.title or "")
    long = [at for at, word in enumerate(words) if len(word) > 4]
    names = [at for at in long if words[at][0].isupper() and at]
    if not long or len(words) < 3:
        return None
    wrong = chance.choice(names or long)
    others = [at for at in range(len(words)) if at != wrong]
    chosen = chance.sample(others, min(len(others), chance.randint(1, 2)))
    spelled = {wrong: misspelling(words[wrong], chance)}
    return " ".join(spelled.get(at, words[at]) for at in sorted([wrong, *chosen]))


def misspelling(word: str, chance: random.Random) -> str:
    """A letter too few, too many, doubled, other or swapped; one in ten times the first."""
    at = 0 if chance.random() < 0.1 else chance.randrange(1, len(word) - 1)
    letter = chance.choice(_LETTERS)
    made = chance.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + letter + word[at:],
            word[:at] + word[at] + word[at:],
            word[:at] + letter + word[at + 1 :],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        )
    )
    return made if made.lower() != word.lower() else misspelling(word, chance)


def reciprocal_rank(found: Sequence[str], wanted: Collection[str]) -> float:
    """1 for the first place, a half for the second; 0 where it is not found."""
    return next((1 / rank for rank, id in enumerate(found, 1) if id in wanted), 0.0)


def copies(articles: Sequence[Article]) -> dict[str, frozenset[str]]:
    """Of each article those with the same words, itself included."""
    groups: dict[str, list[str]] = {}
    for article in articles:
        groups.setdefault(" ".join(article.text.split()).casefold(), []).append(article.id)
    return {id: frozenset(group) for group in groups.values() for id in group}


def _telling(title: str) -> list[str]:
    return [word for word in _WORD.findall(title) if word.lower() not in STOP]


def _quoted(words: str | None) -> str | None:
    return words and f'"{words}"'
