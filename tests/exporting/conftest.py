"""The example comparison as fixtures."""

from __future__ import annotations

import pytest

from reader.model import Article, Comparison
from tests.exporting.example import BRIDGE, COMPARISON, CRACK


@pytest.fixture
def articles() -> list[Article]:
    """The two articles under comparison."""
    return [BRIDGE, CRACK]


@pytest.fixture
def comparison() -> Comparison:
    """What they share and where they part."""
    return COMPARISON
