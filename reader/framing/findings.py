"""How a finding is named: by what it rests on, so that its id outlives the run that found it."""

from __future__ import annotations

from base64 import b32encode
from collections.abc import Iterable, Sequence
from hashlib import blake2b

from reader.model import Evidence

_ID_BYTES = 5  # eight letters; a comparison has well under a thousand findings


def finding_id(
    lens: str,
    kind: str,
    articles: Iterable[str],
    values: Sequence[Evidence | None],
    subject: Evidence | None = None,
) -> str:
    """A short id that is the same for the same articles and words, whatever their order."""
    places = sorted(
        f"{e.article}/{e.field}/{e.span.start}-{e.span.end}" for e in (*values, subject) if e
    )
    parts = "\n".join((lens, kind, *sorted(articles), *places))
    digest = blake2b(parts.encode(), digest_size=_ID_BYTES).digest()
    return b32encode(digest).decode().lower()


def shortened(text: str, words: int = 12) -> str:
    """The first words of a text on one line, with `…` where something is cut."""
    found = text.split()
    return " ".join(found[:words]) + (" …" if len(found) > words else "")


def letter(column: int) -> str:
    """The name of a column: A B C D."""
    return chr(ord("A") + column) if column < 26 else str(column + 1)
