"""Count in how many articles each stem, or each pair of stems in a row, occurs.

`python -m tests.quality.count_words HAYSTACK.jsonl.gz > reader/text/document_frequencies.txt`, and
with `--pairs` behind it `reader/text/pair_frequencies.txt`.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from reader.events.terms import stems_of
from reader.text.tokens import stem, tokens

MOST = 25_000  # a quarter of a megabyte, loaded in under 20 ms; only stems of df 3 fall out
LEAST = 3  # below this a count says nothing that "unknown" does not say
LEAST_OF_PAIRS = 20  # with 50 dated events are .002 worse, with 3 no better


def texts(path: Path) -> Iterator[str]:
    """Headline and text of each article."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            yield f"{row.get('title') or ''}\n{row['text']}"


def count(path: Path, *, pairs: bool) -> tuple[int, Counter[str]]:
    """The number of articles and the number of articles that each stem or pair occurs in."""
    articles = 0
    found: Counter[str] = Counter()
    for text in texts(path):
        articles += 1
        if pairs:
            found.update(term for term in stems_of(text, "en") if " " in term)
        else:
            found.update({stem(token.word) for token in tokens(text)})
    return articles, found


def main() -> None:
    """Write the table to stdout."""
    pairs = "--pairs" in sys.argv
    articles, found = count(Path(sys.argv[1]), pairs=pairs)
    what = "pair of stems in a row" if pairs else "stem"
    print(
        f"# N={articles} In how many of {articles} English news articles (up to 2018, from the"
        f" Apache-2.0 Article-Bias-Prediction set) a {what} occurs; counts only, no text."
    )
    kept = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    least = LEAST_OF_PAIRS if pairs else LEAST
    for term, times in kept[:MOST]:
        if times >= least:
            print(f"{term}\t{times}")


if __name__ == "__main__":
    main()
