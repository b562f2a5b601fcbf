"""What is said when a source needs a package that is not installed."""

from __future__ import annotations

from reader.importing.found import Refused


def needed(extra: str, what: str) -> Refused:
    """Why such documents are not taken: `needed("web", "web pages")`, raised from ImportError."""
    return Refused(f"{what} need an extra: pip install 'framing-reader[{extra}]'")
