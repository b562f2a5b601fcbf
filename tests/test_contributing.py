"""The contributor guide says what is so: its picture of the architecture, and the names in it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
GUIDE = (ROOT / ".github" / "CONTRIBUTING.md").read_text(encoding="utf-8")


def test_the_picture_is_what_the_imports_are_checked_against() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    drawn = re.findall(r"^\| ([\w |:]+?) +\|  \S", GUIDE, re.MULTILINE)
    assert drawn == [layer.replace("reader.", "") for layer in layers]


def test_every_package_of_the_program_is_in_the_picture() -> None:
    drawn = set(re.findall(r"\w+", "".join(re.findall(r"^\|.*$", GUIDE, re.MULTILINE))))
    packages = {path.parent.name for path in (ROOT / "reader").glob("*/__init__.py")}
    assert packages <= drawn


def test_what_it_names_is_there() -> None:
    named = re.findall(r"`((?:tests|reader|framing|importing|cli|ui)/[\w./-]+)`", GUIDE)
    assert named
    missing = [n for n in named if not (ROOT / n).exists() and not (ROOT / "reader" / n).exists()]
    assert missing == []
    modules = set(re.findall(r"python -m ([\w.]+)", GUIDE))
    there = {m for m in modules if (ROOT / f"{m.replace('.', '/')}.py").exists()}
    assert modules - there == {"pip", "pytest"}


def test_the_readme_leads_to_it() -> None:
    assert "(.github/CONTRIBUTING.md)" in (ROOT / "README.md").read_text(encoding="utf-8")
