"""Quality of cleaning pasted pages and of leaving articles alone; floors are in floors.toml."""

from __future__ import annotations

import gzip
import json
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from reader.importing.plain.cleaning import Cleaned, by_lines, cleaned
from reader.text.safety import clean
from tests.quality.pasting import pasted, scores

FLOORS: Mapping[str, float] = tomllib.loads(
    Path(__file__).with_name("floors.toml").read_text("utf-8")
)["pasted"]


def _rows(folder: Path, name: str) -> Iterator[dict[str, str]]:
    with gzip.open(folder / "data" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _lost(texts: Iterator[str], by: Callable[[str], Cleaned] = cleaned) -> float:
    """The share of words that are cut from articles."""
    words = gone = 0
    for text in texts:
        words += len(re.findall(r"\w+", text))
        gone += sum(len(re.findall(r"\w+", line.text)) for line in by(text).removed)
    return gone / words


@pytest.mark.slow
def test_whole_pages_pasted(shared: Path) -> None:
    pages = list(_rows(shared, "extraction-dev"))
    pairs = [(cleaned(clean(pasted(page["html"]))).text, page["body"]) for page in pages]
    precision, recall, f1 = scores(iter(pairs))
    assert precision >= FLOORS["precision"]
    assert recall >= FLOORS["recall"]
    assert f1 >= FLOORS["f1"]


@pytest.mark.slow
def test_clean_bodies_keep_their_words(shared: Path) -> None:
    bodies = (page["body"] for page in _rows(shared, "extraction-dev"))
    assert _lost(bodies) <= FLOORS["bodies_lost_at_most"]


@pytest.mark.slow
def test_articles_keep_their_words(shared: Path) -> None:
    for name in ("events-dated-dev", "events-lookalike-dev"):
        articles = [row["text"] for row in _rows(shared, name)]
        assert _lost(iter(articles), by_lines) <= FLOORS["articles_lost_at_most"], name
        assert _lost(iter(articles)) <= FLOORS["link_texts_too_at_most"], name
