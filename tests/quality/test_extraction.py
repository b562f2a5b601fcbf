"""Quality of extraction and of metadata, on pages of the public article-extraction-benchmark.

The texts are scored as that benchmark scores them; the facts in page_facts.toml were read from the
pages by a person. Floors are in floors.toml.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import statistics
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from reader.importing.found import Refused
from reader.importing.html.pages import page
from reader.model import Draft

HERE = Path(__file__).parent
DATA = HERE.parents[2] / "shared" / "data" / "extraction-dev.jsonl.gz"
FLOORS: Mapping[str, float] = tomllib.loads((HERE / "floors.toml").read_text("utf-8"))["extraction"]
FACTS: Mapping[str, Mapping[str, Any]] = tomllib.loads(
    (HERE / "page_facts.toml").read_text("utf-8")
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not DATA.exists(), reason="the labelled pages are not on this machine"),
]

Counts = tuple[float, float, float]
"""True positives, false positives, false negatives."""


@cache
def pages() -> tuple[Mapping[str, str], ...]:
    with gzip.open(DATA, "rt", encoding="utf-8") as lines:
        return tuple(map(json.loads, lines))


@cache
def drafts() -> Mapping[str, Draft | None]:
    """What is made of each page; None for a page that is refused."""
    made: dict[str, Draft | None] = {}
    for row in pages():
        try:
            made[row["id"]] = page(row["html"].encode(), row["url"], address=row["url"])
        except Refused:
            made[row["id"]] = None
    return made


def shingles(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    runs = (tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)))
    return Counter(run for run in runs if run)


def counts(true: str, found: str) -> Counts:
    one, other = shingles(true), shingles(found)
    raw = ((one & other).total(), (other - one).total(), (one - other).total())
    return raw if sum(raw) == 0 else tuple(n / sum(raw) for n in raw)  # type: ignore[return-value]


def scored(of_pages: Iterable[Counts]) -> tuple[float, float, float]:
    """F1, precision and recall: of the means over the pages where each is defined."""
    all_counts = list(of_pages)
    precision = statistics.mean(tp / (tp + fp) for tp, fp, _ in all_counts if tp + fp)
    recall = statistics.mean(tp / (tp + fn) for tp, _, fn in all_counts if tp + fn)
    return 2 * precision * recall / (precision + recall), precision, recall


def folded(text: str) -> str:
    words = re.findall(r"\w+", text.casefold())
    return " ".join(words[1:] if words[:1] == ["the"] else words)


def digest(title: str) -> str:
    words = " ".join(re.findall(r"\w+", title.casefold()))
    return hashlib.blake2b(words.encode(), digest_size=8).hexdigest()


def said(draft: Draft, field: str) -> list[str]:
    """What a draft says in one field, as the facts have it."""
    value = {
        "title": digest(draft.title) if draft.title else None,
        "published": draft.published.iso[:10] if draft.published else None,
        "authors": draft.byline,
        "outlet": draft.outlet,
        "language": draft.language,
    }[field]
    return [] if not value else value.split(", ") if field == "authors" else [value]


def judged(field: str) -> tuple[int, int, int]:
    """Right, given and expected values of one field."""
    right = given = expected = 0
    for key, facts in FACTS.items():
        draft = drafts()[key]
        if field not in facts or draft is None:
            expected += draft is None and field in facts
            continue
        true = facts[field] if isinstance(facts[field], list) else [facts[field]]
        found = said(draft, field)
        hits = len({*map(folded, found)} & {*map(folded, true)})
        right += hits
        given += len(found)
        # Several forms of one name, or two days at midnight, are one value.
        expected += len(true) if field == "authors" else min(1, len(true))
    return right, given, expected


def test_texts_of_articles() -> None:
    made = drafts()
    texts = {key: draft.text if draft else "" for key, draft in made.items()}
    f1, precision, recall = scored(counts(row["body"], texts[row["id"]]) for row in pages())
    print(f"F1 {f1:.4f}, precision {precision:.4f}, recall {recall:.4f}, {len(made)} pages")
    assert f1 >= FLOORS["f1"]
    assert sum(draft is None for draft in made.values()) <= FLOORS["refused_at_most"]


def test_removed_lines_stood_where_they_say() -> None:
    for draft in filter(None, drafts().values()):
        for line in draft.removed:
            assert line.at in (0, len(draft.text)) or draft.text[line.at - 1] == "\n"


@pytest.mark.parametrize("field", ["title", "published", "outlet", "authors", "language"])
def test_metadata(field: str) -> None:
    right, given, expected = judged(field)
    print(f"{field}: precision {right / given:.3f}, recall {right / expected:.3f} of {expected}")
    assert right / given >= FLOORS[f"{field}_precision"]
    assert right / expected >= FLOORS[f"{field}_recall"]


def test_the_score_is_that_of_the_benchmark() -> None:
    assert counts("a b c d e", "a b c d e") == (1, 0, 0)
    assert counts("a b c d e", "a b c d") == (0.5, 0, 0.5)
    assert counts("a b", "a b c d e") == (0, 2 / 3, 1 / 3)
    assert scored([(1, 0, 0), (0, 0, 1), (0.5, 0.5, 0)])[1:] == (0.75, 2 / 3)
