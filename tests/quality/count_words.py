"""Count in how many articles each stem occurs; `reader/text/document_frequencies.txt` came so.

Run as `python tests/quality/count_words.py HAYSTACK.jsonl.gz > TABLE`.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from pathlib import Path

from reader.text.tokens import stem, tokens

MOST = 25_000  # a quarter of a megabyte, loaded in under 20 ms; only stems of df 3 fall out
LEAST = 3  # below this a count says nothing that "unknown" does not say


def count(path: Path) -> tuple[int, Counter[str]]:
    """The number of articles and the number of articles that each stem occurs in."""
    articles = 0
    found: Counter[str] = Counter()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            articles += 1
            text = f"{row.get('title') or ''}\n{row['text']}"
            found.update({stem(token.word) for token in tokens(text)})
    return articles, found


def main() -> None:
    """Write the table to stdout."""
    articles, found = count(Path(sys.argv[1]))
    print(
        f"# N={articles} In how many of {articles} English news articles (up to 2018, from the"
        " Apache-2.0 Article-Bias-Prediction set) a stem occurs; counts only, no text."
    )
    kept = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    for word, times in kept[:MOST]:
        if times >= LEAST:
            print(f"{word}\t{times}")


if __name__ == "__main__":
    main()
