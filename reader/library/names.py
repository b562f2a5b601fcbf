"""How articles are named: ids made from their text, and the names that people type."""

from __future__ import annotations

import base64
import os
import sqlite3
from collections.abc import Iterator, Sequence

from reader.errors import NoSuchArticle
from reader.text.safety import storable

# 35 bits: among 100,000 articles about one in seven libraries has one id that needs a longer one.
_SHORTEST_ID = 7


def new_id(connection: sqlite3.Connection, text_digest: bytes) -> str:
    """The shortest id that no article has, made from the text alone."""
    name = base64.b32encode(text_digest).decode("ascii").lower()
    for length in range(_SHORTEST_ID, len(name) + 1):
        if not connection.execute(
            "SELECT 1 FROM articles WHERE id = ?", (name[:length],)
        ).fetchone():
            return name[:length]
    from hashlib import blake2b  # late, as in rows.py

    # Only when the very same text came before and has been changed by its source since.
    return new_id(connection, blake2b(text_digest, digest_size=20).digest())


def key_of(connection: sqlite3.Connection, article: str) -> int:
    """The row number of an article; NoSuchArticle if there is none."""
    row = connection.execute("SELECT key FROM articles WHERE id = ?", (article,)).fetchone()
    if row is None:
        raise NoSuchArticle(f"no article has the id {article!r}")
    return int(row[0])


def called(connection: sqlite3.Connection, name: str) -> Iterator[Sequence[str]]:
    """Ids of the articles that go by a name, one list for each way to read it."""
    name = storable(name)
    by_source = (
        "SELECT DISTINCT a.id FROM articles a JOIN sources s ON s.article = a.key"
        " WHERE s.source IN (?, ?) ORDER BY a.key"
    )
    for query, values in (
        ("SELECT id FROM articles WHERE id = lower(?)", (name,)),
        (by_source, (name, storable(os.path.abspath(name)))),
        (
            "SELECT id FROM articles WHERE id >= lower(?) AND id < lower(?) || '~' ORDER BY id",
            (name, name),
        ),
        ("SELECT id FROM articles WHERE url = ? ORDER BY key", (name,)),
    ):
        yield [found for (found,) in connection.execute(query, values)] if name else []
