"""The pictures in the README show the program as it is."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from tests.pictures import FOLDER, SCENES, Scene, picture

README = Path(__file__).parents[1] / "README.md"


def words(svg: str) -> list[str]:
    """What a picture says, and in which colours: fonts and sizes may differ."""
    texts = re.findall(r'class="[^"]*-r(\d+)"[^>]*>([^<]*)</text>', svg)
    return [html.unescape(text).replace("\xa0", " ") for _, text in texts]


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
async def test_a_picture_is_fresh(scene: Scene) -> None:
    kept = (FOLDER / f"{scene.name}.svg").read_text(encoding="utf-8")
    assert words(await picture(scene)) == words(kept), "run: python -m tests.pictures"


def test_no_picture_is_left_over() -> None:
    assert {path.stem for path in FOLDER.glob("*.svg")} == {scene.name for scene in SCENES}


def test_the_readme_shows_pictures_that_exist() -> None:
    named = re.findall(r"screenshots/([\w-]+)\.svg", README.read_text(encoding="utf-8"))
    assert named
    assert set(named) <= {scene.name for scene in SCENES}


def test_the_readme_is_read_in_minutes() -> None:
    assert len(README.read_text(encoding="utf-8").split()) <= 900
