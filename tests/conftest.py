"""Fixtures that every part uses."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

# Time limits would fail on a loaded machine and say nothing about the code.
settings.register_profile("reader", deadline=None)
settings.load_profile("reader")

SHARED = Path(__file__).parents[1].parent / "shared"


@pytest.fixture
def shared() -> Path:
    """The folder of measuring material; tests that need it skip where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the measuring material is not beside this checkout")
    return SHARED
