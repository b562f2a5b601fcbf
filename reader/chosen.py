"""What a person chose on the screens and holds from the next start on, beside the settings.

Of a setting and a choice the one that was made later holds: whoever writes the file means it, and
so does whoever chooses after that. Where nothing can be written a choice lasts as long as the
program runs.
"""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from reader.settings import MEASURE

_MEASURE = "measure"
_LOOK = "look"


@dataclass(frozen=True, slots=True)
class Chosen:
    """Choices, each in a file of its own in the folder of the library."""

    folder: Path
    settings: Path
    """The file of settings, which need not be there."""

    def measure(self, setting: int) -> int | None:
        """The cells of a line; None if none were chosen, or a setting (0 for none) came later."""
        written = self._chosen(_MEASURE, is_set=bool(setting))
        return int(written) if written.isdecimal() and int(written) in MEASURE else None

    def keep_measure(self, cells: int) -> None:
        """Have so many cells a line from the next start on."""
        self._keep(_MEASURE, str(cells))

    def look(self, setting: str, known: Collection[str]) -> str | None:
        """The look; None if none that is known was chosen, or a setting came later."""
        written = self._chosen(_LOOK, is_set=setting != "auto")
        return written if written in known else None

    def keep_look(self, look: str) -> None:
        """Have this look from the next start on."""
        self._keep(_LOOK, look)

    def _chosen(self, name: str, *, is_set: bool) -> str:
        note = self.folder / name
        try:
            if is_set and self.settings.stat().st_mtime_ns > note.stat().st_mtime_ns:
                return ""
            return note.read_text("utf-8")[:200].strip()
        except (OSError, UnicodeDecodeError):
            return ""

    def _keep(self, name: str, choice: str) -> None:
        with suppress(OSError):
            (self.folder / name).write_text(f"{choice}\n", "utf-8")
