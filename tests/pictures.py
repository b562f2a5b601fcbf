"""Make the pictures of the README from the running program: `python -m tests.pictures`."""

from __future__ import annotations

import asyncio
import os
import re
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from textual.widgets import Input

from reader.ui.roles import Look
from reader.workspace import Workspace
from tests.ui.scenes import followed, opened, press, samples, settle
from tests.ui.told import told

FOLDER = Path(__file__).parents[1] / "screenshots"


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture: the keys that lead to it from the start."""

    name: str
    keys: Sequence[str]
    size: tuple[int, int] = (120, 36)
    look: Look = "dark"
    made: Callable[[Path], Workspace] = samples
    """Makes the library that it shows, below a folder."""


SCENES = (
    Scene("library", ()),
    Scene("compare", ("enter",)),
    Scene("points", ("enter", "v")),
    Scene("reading", ("enter", "v", "v", "J")),
    Scene("article", ("right", "enter", "m")),
    Scene("search", ("slash", "'swim'")),
    Scene("events", ("4",)),
    Scene("events-story", ("4", "down", "right"), (120, 28), made=told),
    Scene("versions", ("end", "V"), (120, 24), made=followed),
    Scene("feeds", ("5", "end"), (120, 16), made=followed),
    Scene("compare-narrow", ("enter",), (80, 24)),
    Scene("library-light", ("down", "down"), (120, 36), "light"),
)


async def picture(scene: Scene) -> str:
    """The SVG of a scene, with names that do not change from run to run."""
    # Moments are shown in local time.
    os.environ["TZ"] = "UTC"
    time.tzset()
    with tempfile.TemporaryDirectory() as folder:
        workspace = scene.made(Path(folder))
        async with opened(workspace, scene.size, look=scene.look) as pilot:
            await press(pilot, scene.keys)
            await settle(pilot, quiet=0.5)
            # A cursor that blinks would be in one picture and not in the next.
            for box in pilot.app.screen.query(Input):
                box.cursor_blink = False
            await pilot.pause()
            svg = pilot.app.export_screenshot(title=f"reader: {scene.name}")
        workspace.close()
    return re.sub(r"terminal-\d+", "terminal", svg)


def main(names: Sequence[str]) -> None:
    """Write the pictures, all of them unless some are named."""
    FOLDER.mkdir(exist_ok=True)
    for scene in SCENES:
        if not names or scene.name in names:
            path = FOLDER / f"{scene.name}.svg"
            path.write_text(asyncio.run(picture(scene)), encoding="utf-8")
            print(path.name)


if __name__ == "__main__":
    main(sys.argv[1:])
