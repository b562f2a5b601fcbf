"""A workspace of the bundled articles, made once and copied for each test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.actions.compare import compare
from reader.actions.group import events
from reader.actions.indexing import synced
from reader.actions.jobs import columns
from reader.workspace import Workspace


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples, indexed, grouped and compared: all that the program would begin with."""
    folder = tmp_path_factory.mktemp("samples")
    with Workspace.open(folder) as own, own.samples() as workspace:
        for event in events(workspace):
            if len(event.articles) > 1:
                compare(workspace, columns(workspace, event.articles, 4))
        for _ in synced(workspace):
            pass
    return folder


@pytest.fixture
def workspace(made: Path, tmp_path: Path) -> Iterator[Workspace]:
    """A copy of the samples that a test may change."""
    folder = tmp_path / "library"
    shutil.copytree(made, folder)
    with Workspace.open(folder) as own, own.samples() as samples:
        yield samples
