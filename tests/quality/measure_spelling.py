"""How often the word that a misspelled one was meant to be is searched for, or offered.

    python -m tests.quality.measure_spelling LIBRARY [SEED]

The words come from the library: names (always capital letters, in the middle of a sentence) by how
many articles have them, and other words. Each is misspelled as in known_items.py and looked for by
itself. Prints for each kind how often the right word was searched for, how often it was offered,
and how many other words stood beside it.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from pathlib import Path

from reader.actions.find import search
from reader.actions.meaning import meant
from reader.search.snippets import wanted
from reader.search.vocabulary import Vocabulary
from reader.text.tokens import stem
from reader.workspace import Workspace
from tests.quality.known_items import SEED, misspelling

EACH_KIND = 120
SAMPLED = 4_000
_NAME = re.compile(r"(?<=[a-z,] )([A-Z][a-z]{4,})\b")
_WORD = re.compile(r"(?<= )[a-z]{5,}\b")


def words(workspace: Workspace, vocabulary: Vocabulary) -> dict[str, list[str]]:
    """Words by kind, in order."""
    ids = workspace.library.ids()
    random.Random(SEED).shuffle(ids)
    names: set[str] = set()
    others: Counter[str] = Counter()
    for article in workspace.library.articles(ids[:SAMPLED]):
        names.update(_NAME.findall(article.text))
        others.update(_WORD.findall(article.text))
    kinds: dict[str, list[str]] = {}
    for name in sorted(name.lower() for name in names if name.lower() not in others):
        count = vocabulary.articles(stem(name))
        kind = "names of 1 to 3" if count < 4 else "of 4 to 30" if count <= 30 else "of more"
        kinds.setdefault(kind, []).append(name)
    kinds["words"] = sorted(others)
    return kinds


def main() -> None:
    """Print a line for each kind."""
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else SEED
    with Workspace.open(Path(sys.argv[1])) as workspace:
        vocabulary, chance = workspace.index.vocabulary(), random.Random(seed)
        for kind, known in words(workspace, vocabulary).items():
            tally: Counter[str] = Counter()
            for word in chance.sample(known, min(EACH_KIND, len(known))):
                tally.update(tried(workspace, word, misspelling(word, chance)))
            share = {key: tally[key] / tally["all"] for key in ("searched", "offered", "beside")}
            print(f"{kind:16}", *(f"{key} {value:.2f}" for key, value in share.items()))


def tried(workspace: Workspace, word: str, wrong: str) -> Counter[str]:
    """What became of one word."""
    results = search(workspace, wrong, limit=1, sync=False)
    stems = {each for run in wanted(results.root) for place in run.stems for each in place}
    other = meant(workspace, wrong, results.total)
    right = stem(word)
    return Counter(
        all=1,
        searched=bool(results.total) and right in stems,
        offered=bool(other) and stem(other.words[0]) == right if other else False,
        beside=len(stems - {right}) if right in stems else 0,
    )


if __name__ == "__main__":
    main()
