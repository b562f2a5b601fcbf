from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(tmp_path / "workspace") as opened:
        yield opened
