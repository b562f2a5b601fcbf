"""The shape of the code: what may load what, and how large a room may grow."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "reader").rglob("*.py"))
CORE = [
    "reader.model",
    "reader.text.document",
    "reader.alignment.align",
    "reader.framing.compare",
    "reader.events.group",
    "reader.library.library",
    "reader.search.query",
    "reader.importing.files",
    "reader.workspace",
    "reader.actions.jobs",
    "reader.work",
]

LONGEST_MODULE = 350
LONGEST_CLASS = 250
MOST_METHODS = 20
LONGEST_FUNCTION = 60

# A screen is its keys: one short method for each of the two dozen things that can be done on it.
LARGER = {
    "LibraryScreen": (425, 60),
    "ArticleScreen": (370, 45),
    "CompareScreen": (375, 36),
    "EventsScreen": (295, 35),
    "FrameScreen": (310, 50),
    "ReaderApp": (335, 37),
    "LineView": (320, 42),
    "TextView": (335, 42),
    "NotesScreen": (200, 24),
    "Finder": (255, 30),
    "Desk": (245, 31),
    "PointsView": (290, 31),
    "ReadingView": (312, 34),
    "PassagesView": (200, 22),
    "VersionsView": (200, 22),
}
# The values of the whole program stand in one module on purpose.
LARGER_MODULES = {
    "app.py": 370,
    "textview.py": 365,
    "lineview.py": 360,
    "model.py": 480,
    "library_screen.py": 460,
    "article_screen.py": 405,
    "compare_screen.py": 430,
}


@pytest.mark.parametrize("module", CORE)
def test_the_core_loads_neither_textual_nor_rich(module: str) -> None:
    code = (
        f"import sys, {module}; "
        "print(*(n for n in ('textual', 'rich', 'whoosh') if n in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)
    assert done.stderr == ""
    assert done.stdout.strip() == ""


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_rooms_stay_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= LARGER_MODULES.get(path.name, LONGEST_MODULE)
    for node in ast.walk(ast.parse(text)):
        lines = getattr(node, "end_lineno", 0) - getattr(node, "lineno", 0)
        if isinstance(node, ast.ClassDef):
            most, methods = LARGER.get(node.name, (LONGEST_CLASS, MOST_METHODS))
            own = [n for n in node.body if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
            assert lines <= most, node.name
            assert len(own) <= methods, node.name
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert lines <= LONGEST_FUNCTION, node.name


def test_garbage_is_set_aside_once() -> None:
    """Whatever is garbage just then stays for good: with each new article, 17 MB a minute."""
    freezing = {path.name for path in MODULES if "gc.freeze" in path.read_text(encoding="utf-8")}
    assert freezing == {"shelving.py", "steady.py"}
