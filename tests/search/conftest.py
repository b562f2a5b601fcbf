"""Every engine there is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from reader.search.flat import store
from reader.search.memory import MemoryIndex
from reader.search.port import Indexed, SearchIndex
from reader.search.whoosh_files import Prepared
from reader.search.whoosh_index import WhooshIndex

ENGINES = ("memory", "whoosh", "whoosh with flat arrays")


class Tidied(WhooshIndex):
    """Has flat arrays for whatever is in it, at any time."""

    def update(
        self, articles: Iterable[Indexed] | Prepared, removed: Iterable[str], revision: int
    ) -> None:
        super().update(articles, removed, revision)
        for work in self.tidying():
            work()


@pytest.fixture(params=ENGINES)
def index(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[SearchIndex]:
    """An empty index of each engine."""
    monkeypatch.setattr(store, "FEWEST", 1)
    made: SearchIndex
    if request.param == "memory":
        made = MemoryIndex()
    else:
        made = (WhooshIndex if request.param == "whoosh" else Tidied)(tmp_path)
    made.rebuild()
    yield made
    made.close()
