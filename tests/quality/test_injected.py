"""One fact changed in a real article is found beside another one; floors are in floors.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from tests.conftest import SHARED
from tests.quality import injecting
from tests.quality.injecting import Twins

FLOORS: Mapping[str, float] = tomllib.loads(
    Path(__file__).with_name("floors.toml").read_text("utf-8")
)["injected"]
# `measure_injected` draws more of them; these many keep the test under a minute.
DRAWS = 100


@pytest.fixture(scope="module")
def among() -> Sequence[Twins]:
    path = SHARED / "data" / "events-dated-dev.jsonl.gz"
    if not path.is_file():
        pytest.skip("the measuring material is not beside this checkout")
    return [injecting.twins(*pair) for pair in injecting.pairs(path)]


@pytest.mark.slow
@pytest.mark.parametrize("kind", injecting.KINDS)
def test_changes_are_found(among: Sequence[Twins], kind: str) -> None:
    made = list(injecting.draws(injecting.KINDS[kind], among, DRAWS))
    assert len(made) == DRAWS
    assert sum(injecting.found(kind, each) for each in made) / DRAWS >= FLOORS[kind]
