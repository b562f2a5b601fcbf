"""Harm done to the search index while and after it is written, and what a person sees of it.

    python -m tests.faults [--kills 100] [--corruptions 25] [--articles 2000]

Kills the program while it indexes, damages files of the index, fills the disk, takes the right to
write away, and has two programs write at once. After each, one search must give what a fresh index
gives, without a traceback, and no article may be missing. Full disks need to be mounted, so they
are tried as root on Linux only. Prints a table of outcomes; takes some minutes.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.model import Draft, When
from reader.workspace import Workspace

WORDS = [
    f"{a}{b}{c}{d}"
    for a in ("har", "mel", "tor", "vin")
    for b in "aeiou"
    for c in "bdklmnrst"
    for d in ("", "ab", "ek", "il", "om", "und", "ax", "efi", "ito", "olu", "ub", "ana", "ep", "is")
]
ASKED = ("harad", "melat tor*", '"vinos"', "common")


def main() -> None:
    """Do all of it."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--kills", type=int, default=100)
    asked.add_argument("--corruptions", type=int, default=25)
    asked.add_argument("--articles", type=int, default=2000)
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        library = _library(root / "library", options.articles)
        expected = _answers(library)
        outcomes = {
            f"killed while indexing, {options.kills} times": _kills(root, library, options.kills),
            f"files damaged, {options.corruptions} times": _damage(
                root, library, options.corruptions, expected
            ),
            "two programs at once, 10 times": _two(root, library, expected),
            "cache folder is read-only": _read_only(root, library, expected),
            "disk is full": _full(root, library, expected),
        }
    print("| harm | outcome |\n|---|---|")
    for harm, counted in outcomes.items():
        told = ", ".join(f"{what}: {times}" for what, times in counted.most_common())
        print(f"| {harm} | {told} |")


def _library(folder: Path, count: int) -> Path:
    chance = random.Random(5)
    with Workspace.open(folder) as workspace:
        for start in range(0, count, 500):
            workspace.library.add_all(
                Draft(
                    # Of different days and words, as grouping takes long over what looks alike.
                    f"Common {' '.join(chance.choices(WORDS, k=60))}.",
                    f"/{n}",
                    title=f"T {n}",
                    published=When(f"{2010 + n % 14}-{n % 12 + 1:02}-{n % 28 + 1:02}"),
                )
                for n in range(start, min(count, start + 500))
            )
    return folder


def _search(library: Path, query: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "reader", "--library", str(library), "--json", "search", query]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)


def _answers(library: Path) -> list[tuple[int, list[str]]] | str:
    """What is found; else a sentence about what went wrong."""
    found = []
    for query in ASKED:
        done = _search(library, query)
        if done.returncode or "Traceback" in done.stderr:
            return f"failed with {done.returncode}: {done.stderr.strip()[-90:]}"
        answer = json.loads(done.stdout)
        found.append((answer["total"], [hit["article"]["id"] for hit in answer["hits"]]))
    return found


def _verdict(library: Path, expected: object) -> str:
    found = _answers(library)
    return found if isinstance(found, str) else "all found" if found == expected else "other hits"


def _kills(root: Path, library: Path, times: int) -> Counter[str]:
    """Kill it at random moments of building; between two the index goes on from where it was.

    It begins with no index every ten times, and where it had ended before it could be killed.
    """
    chance, outcomes = random.Random(6), Counter[str]()
    expected, work = _answers(library), root / "killed"
    shutil.copytree(library, work)
    command = [sys.executable, "-m", "reader", "--library", str(work), "search", "common"]
    quiet = subprocess.DEVNULL
    shutil.rmtree(work / "cache", ignore_errors=True)
    began = time.monotonic()
    subprocess.run(command, stdout=quiet, stderr=quiet, check=True)
    whole, ended = time.monotonic() - began, True
    for turn in range(times):
        if ended or turn % 10 == 0:
            shutil.rmtree(work / "cache", ignore_errors=True)
        process = subprocess.Popen(command, stdout=quiet, stderr=quiet, start_new_session=True)
        time.sleep(chance.uniform(0.3, max(0.4, whole)))
        ended = process.poll() is not None
        if not ended:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        outcomes["had ended before" if ended else "killed"] += 1
        if turn % 10 == 9 or turn == times - 1:
            outcomes[f"then {_verdict(work, expected)}"] += 1
    return outcomes


def _damage(root: Path, library: Path, times: int, expected: object) -> Counter[str]:
    chance, outcomes = random.Random(7), Counter[str]()
    for _ in range(times):
        work = root / "damaged"
        shutil.rmtree(work, ignore_errors=True)
        shutil.copytree(library, work)
        files = sorted(path for path in (work / "cache" / "index").rglob("*") if path.is_file())
        path = chance.choice([each for each in files if each.stat().st_size])
        data = bytearray(path.read_bytes())
        at = chance.randrange(len(data))
        how = chance.choice(("flip", "cut", "gone"))
        if how == "gone":
            path.unlink()
        else:
            data[at] ^= chance.randrange(1, 256)
            path.write_bytes(bytes(data[:at]) if how == "cut" else bytes(data))
        outcomes[_verdict(work, expected)] += 1
    return outcomes


def _two(root: Path, library: Path, expected: object) -> Counter[str]:
    outcomes = Counter[str]()
    for _ in range(10):
        work = root / "two"
        shutil.rmtree(work, ignore_errors=True)
        shutil.copytree(library, work)
        shutil.rmtree(work / "cache")
        command = [sys.executable, "-m", "reader", "--library", str(work), "search", "common"]
        both = [
            subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
            for _ in range(2)
        ]
        said = [process.communicate(timeout=600)[1] for process in both]
        torn = any("Traceback" in each for each in said) or any(p.returncode for p in both)
        outcomes["one failed" if torn else _verdict(work, expected)] += 1
    return outcomes


@contextmanager
def _mounted(folder: Path, options: str) -> Iterator[bool]:
    """A file system of its own at a folder; False where none can be had."""
    folder.mkdir(parents=True, exist_ok=True)
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    try:
        able = subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        able = False
    try:
        yield able
    finally:
        if able:
            subprocess.run(["umount", "-l", str(folder)], check=False)


def _read_only(root: Path, library: Path, expected: object) -> Counter[str]:
    """The index stands, then articles come in, and nothing of the cache can be written."""
    work = root / "readonly"
    shutil.copytree(library, work, ignore=shutil.ignore_patterns("cache"))
    with _mounted(work / "cache", "size=200m") as able:
        if not able:
            return Counter({"not tried: no file system can be mounted": 1})
        shutil.copytree(library / "cache", work / "cache", dirs_exist_ok=True)
        remount = ["mount", "-o", "remount,ro", str(work / "cache")]
        subprocess.run(remount, check=True)
        before = _verdict(work, expected)
        with Workspace.open(work) as workspace:
            workspace.library.add(Draft("The newest of them all.", "/new", title="New"))
        done = _search(work, "newest")
        found = done.returncode == 0 and json.loads(done.stdout)["total"] == 1
        said = done.stderr.strip().splitlines()
        after = f"a new article is {'found' if found else 'NOT found'}"
        return Counter({before: 1, after: 1, f"says “{said[-1] if said else ''}”": 1})


def _full(root: Path, library: Path, expected: object) -> Counter[str]:
    """The disk of the cache is full while the index is built; then there is room again."""
    work = root / "full"
    shutil.copytree(library, work, ignore=shutil.ignore_patterns("cache"))
    with _mounted(work / "cache", "size=600k") as able:
        if not able:
            return Counter({"not tried: no file system can be mounted": 1})
        done = _search(work, "common")
        said = done.stderr.strip().splitlines()
        torn = "Traceback" in done.stderr or done.returncode not in (0, 1)
        full = Counter({"failed" if torn else "answers meanwhile": 1})
        full[f"says “{said[-1] if said else ''}”"] += 1
        room = ["mount", "-o", "remount,size=200m", str(work / "cache")]
        subprocess.run(room, check=True)
        full[f"with room again {_verdict(work, expected)}"] += 1
        return full


if __name__ == "__main__":
    main()
