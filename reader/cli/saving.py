"""Text that a command prints, or writes to the file that was asked for."""

from __future__ import annotations

from pathlib import Path

from reader.cli.output import Output
from reader.errors import UsageError


def put(text: str, file: str | None, output: Output) -> None:
    """Print a text, or write it to a file; raises UsageError if that cannot be written."""
    if file in (None, "-"):
        output.write(text)
    else:
        save(Path(file or ""), text)


def save(path: Path, text: str) -> None:
    """Write a file; raises UsageError if it cannot be written."""
    try:
        path.write_text(text, encoding="utf-8", errors="backslashreplace")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UsageError(f"{path} cannot be written: {reason}.") from error
