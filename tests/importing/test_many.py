"""Two thousand real articles, written as files, come in whole."""

from __future__ import annotations

import gzip
import json
import time
from itertools import islice
from pathlib import Path

import pytest

from reader.actions.bring import Brought, add
from reader.library.restoring import put_back
from reader.text.safety import clean
from reader.workspace import Workspace

COUNT = 2_000


@pytest.mark.slow
def test_two_thousand_files(shared: Path, tmp_path: Path) -> None:
    texts: dict[str, tuple[str, str]] = {}
    with gzip.open(shared / "data" / "haystack-dev.jsonl.gz", "rt", encoding="utf-8") as rows:
        for number, row in enumerate(map(json.loads, islice(rows, COUNT))):
            path = tmp_path / "in" / f"{number:04}.txt"
            path.parent.mkdir(exist_ok=True)
            path.write_text(f"{row['title']}\n\n{row['text']}", "utf-8")
            texts[str(path)] = (row["title"], row["text"])
    with Workspace.open(tmp_path / "w") as workspace:
        start = time.perf_counter()
        brought = [b for b in add(workspace, [tmp_path / "in"]) if isinstance(b, Brought)]
        print(f"{COUNT / (time.perf_counter() - start):.0f} articles a second")
        assert {one.outcome for one in brought} <= {"added", "updated"}
        assert len(brought) == COUNT
        again = [b for b in add(workspace, [tmp_path / "in"]) if isinstance(b, Brought)]
        assert {one.outcome for one in again} == {"unchanged"}
        assert workspace.library.check() == []
        articles = {article.id: article for article in workspace.library.articles()}
    titled = 0
    for one in brought:
        assert one.article is not None
        article = articles[one.article]
        title, text = texts[one.source]
        titled += article.title == " ".join(title.split())
        long = [line.strip() for line in clean(text).split("\n") if len(line.split()) > 60]
        cut = [line.text for line in article.removed]
        lines = put_back(article.text, article.removed, cut)[0].split("\n")
        assert {line.strip() for line in lines}.issuperset(long), "whatever is cut can come back"
        known = ("Hide Caption", " MORE", "REUTERS", "(RELATED: ")
        others = [line for line in cut if len(line.split()) > 60]
        others = [line for line in others if not any(words in line for words in known)]
        assert not others, "no long paragraph is cut but galleries, captions and links"
    # Measured: 95 of 100; the rest end in a full stop, are a name, or carry a player's buttons.
    assert titled > 0.92 * COUNT
