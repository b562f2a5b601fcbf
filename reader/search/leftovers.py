"""What programs that were killed have left behind in the folder of an index."""

from __future__ import annotations

import contextlib
import shutil
from pathlib import Path

from reader.search import seal as seals
from reader.search.whoosh_files import ENGINE, PREPARED, locked


class Leftovers:
    """Deletes what no program can want any more: one that dies lets go of its locks."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._held = contextlib.ExitStack()

    def hold(self) -> None:
        """Segments are prepared from now on, until they are swept or the program ends."""
        self.let_go()
        with contextlib.suppress(OSError):  # which whoever writes a segment is told
            self._held.enter_context(locked(self._root / PREPARED, 0.0))

    def let_go(self) -> None:
        """Nothing is prepared any more."""
        self._held.close()

    def sweep(self) -> None:
        """Delete prepared segments, and whole indexes that another one has taken the place of."""
        self.let_go()
        with contextlib.suppress(OSError), locked(self._root / PREPARED, 0.0) as free:
            if free:
                for path in self._root.glob(f"*/{PREPARED}/*"):
                    shutil.rmtree(path, ignore_errors=True)
        with contextlib.suppress(OSError), locked(self._root / "lock", 0.0) as free:
            if free:
                self.keep_only(seals.read(self._root, ENGINE).folder)

    def keep_only(self, folder: str) -> None:
        """Delete every other index that lies there."""
        for other in self._root.iterdir():
            if other.is_dir() and other.name != folder:
                shutil.rmtree(other, ignore_errors=True)
