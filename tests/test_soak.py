"""Half a minute of the soak: random keys and sizes while articles come in."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are a matter of POSIX", allow_module_level=True)

from tests.soak import soak


@pytest.mark.slow
def test_half_a_minute_of_anything(tmp_path: Path) -> None:
    assert soak(tmp_path, minutes=0.4, seed=20, pause=3) == []
