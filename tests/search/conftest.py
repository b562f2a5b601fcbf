"""Every engine there is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.search.memory import MemoryIndex
from reader.search.port import SearchIndex
from reader.search.whoosh_index import WhooshIndex


@pytest.fixture(params=["memory", "whoosh"])
def index(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SearchIndex]:
    """An empty index of each engine."""
    made: SearchIndex = MemoryIndex() if request.param == "memory" else WhooshIndex(tmp_path)
    made.rebuild()
    yield made
    made.close()
