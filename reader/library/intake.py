"""What happens to a library when a source is read, again or for the first time."""

from __future__ import annotations

import json
import sqlite3
from typing import Literal

from reader.library import rows
from reader.library.names import new_id
from reader.library.provenance import FIELDS, Said, settled
from reader.model import Draft

Outcome = Literal["added", "updated", "unchanged"]

PIPE = "stdin"
"""The source of what came through a pipe: no place, so a new text never replaces an old one."""


def put(connection: sqlite3.Connection, draft: Draft, stamp: str) -> tuple[Outcome, int]:
    """Put a draft in; what that was, and the row number of the article."""
    same_text = _key(
        connection, "SELECT key FROM articles WHERE digest = ?", rows.digest(draft.text)
    )
    here = None
    if draft.source != PIPE:
        query = "SELECT article FROM sources WHERE source = ?"
        here = _key(connection, query, draft.source)
    if same_text is None:
        if here is None:
            return "added", _insert(connection, draft, stamp)
        if _held_elsewhere(connection, here, draft.source):
            _leave(connection, here, draft.source)
            return "added", _insert(connection, draft, stamp)
        _replace(connection, here, draft)
        _say(connection, here, draft)
        settle(connection, here)
        touch(connection, here)
        return "updated", here
    if here is not None and here != same_text:
        _leave(connection, here, draft.source)
    changed = _say(connection, same_text, draft)
    changed = _keep_cut(connection, same_text, draft) or changed
    if settle(connection, same_text) or changed:
        touch(connection, same_text)
        return "updated", same_text
    return "unchanged", same_text


def _insert(connection: sqlite3.Connection, draft: Draft, stamp: str) -> int:
    digest = rows.digest(draft.text)
    name = new_id(connection, digest)
    words = len(draft.text.split())
    key = connection.execute(
        "INSERT INTO articles (id, digest, opening, words, added, revision)"
        " VALUES (?, ?, ?, ?, ?, 0)",
        (name, digest, rows.opening(draft.text), words, stamp),
    ).lastrowid
    assert key is not None
    connection.execute(
        "INSERT INTO texts VALUES (?, ?, ?, ?)",
        (key, draft.text, rows.written_removed(draft.removed), json.dumps(draft.extra)),
    )
    connection.execute("DELETE FROM removed WHERE id = ?", (name,))
    _say(connection, key, draft)
    settle(connection, key)
    touch(connection, key)
    return key


def _replace(connection: sqlite3.Connection, key: int, draft: Draft) -> None:
    """A new version of a text, under the id of the old one."""
    connection.execute(
        "UPDATE articles SET digest = ?, opening = ?, words = ? WHERE key = ?",
        (rows.digest(draft.text), rows.opening(draft.text), len(draft.text.split()), key),
    )
    connection.execute(
        "UPDATE texts SET text = ?, removed = ?, extra = ? WHERE article = ?",
        (draft.text, rows.written_removed(draft.removed), json.dumps(draft.extra), key),
    )
    # What was piped in was the old text.
    connection.execute("DELETE FROM sources WHERE article = ? AND source = ?", (key, PIPE))
    connection.execute(
        "UPDATE marks SET place = min(place, ?) WHERE article = ?", (len(draft.text) - 1, key)
    )


def _leave(connection: sqlite3.Connection, key: int, source: str) -> None:
    """A source no longer holds the text of this article."""
    connection.execute("DELETE FROM sources WHERE article = ? AND source = ?", (key, source))
    settle(connection, key)
    touch(connection, key)


def _say(connection: sqlite3.Connection, key: int, draft: Draft) -> bool:
    """Keep what the source of a draft says; whether that is news."""
    said = Said.of(draft)
    stored = connection.execute(
        "SELECT said FROM sources WHERE article = ? AND source = ?", (key, draft.source)
    ).fetchone()
    before = Said.loads(stored[0]) if stored else None
    if before == said:
        return False
    connection.execute(
        "INSERT INTO sources (article, source, said) VALUES (?, ?, ?)"
        " ON CONFLICT (article, source) DO UPDATE SET said = excluded.said",
        (key, draft.source, said.dumps()),
    )
    # Only tags that are new there: one that the person took off stays off.
    fresh = set(said.tags) - set(before.tags if before else ())
    connection.executemany(
        "INSERT OR IGNORE INTO tags VALUES (?, ?)", [(key, tag) for tag in sorted(fresh)]
    )
    return True


def _keep_cut(connection: sqlite3.Connection, key: int, draft: Draft) -> bool:
    """Take over what was cut and what else the front matter had from the first source."""
    query = "SELECT source FROM sources WHERE article = ? ORDER BY number LIMIT 1"
    (first,) = connection.execute(query, (key,)).fetchone()
    cut = (rows.written_removed(draft.removed), json.dumps(draft.extra))
    query = "SELECT removed, extra FROM texts WHERE article = ?"
    if first != draft.source or connection.execute(query, (key,)).fetchone() == cut:
        return False
    connection.execute("UPDATE texts SET removed = ?, extra = ? WHERE article = ?", (*cut, key))
    return True


def settle(connection: sqlite3.Connection, key: int) -> bool:
    """Write the values that hold into the article; whether any changed."""
    said = connection.execute(
        "SELECT said FROM sources WHERE article = ? ORDER BY number", (key,)
    ).fetchall()
    corrections = connection.execute(
        "SELECT field, value FROM corrections WHERE article = ?", (key,)
    ).fetchall()
    columns = ", ".join(FIELDS)
    before = connection.execute(f"SELECT {columns} FROM articles WHERE key = ?", (key,)).fetchone()
    values = settled([Said.loads(one) for (one,) in said] or [Said(before)], dict(corrections))
    after = tuple(values[name] for name in FIELDS)
    if after == before:
        return False
    connection.execute(
        f"UPDATE articles SET ({columns}) = ({', '.join('?' * len(FIELDS))}) WHERE key = ?",
        (*after, key),
    )
    return True


def _held_elsewhere(connection: sqlite3.Connection, key: int, source: str) -> bool:
    query = "SELECT count(*) FROM sources WHERE article = ? AND source NOT IN (?, ?)"
    return bool(connection.execute(query, (key, source, PIPE)).fetchone()[0])


def touch(connection: sqlite3.Connection, key: int) -> None:
    """Note that an article changed."""
    connection.execute(
        "UPDATE articles SET revision = ? WHERE key = ?", (next_revision(connection), key)
    )


def next_revision(connection: sqlite3.Connection) -> int:
    """Count one more change of the library."""
    connection.execute("UPDATE state SET value = value + 1 WHERE name = 'revision'")
    return state(connection, "revision")


def state(connection: sqlite3.Connection, name: str) -> int:
    """One of the library's counters."""
    query = "SELECT value FROM state WHERE name = ?"
    return int(connection.execute(query, (name,)).fetchone()[0])


def _key(connection: sqlite3.Connection, query: str, value: object) -> int | None:
    row = connection.execute(query, (value,)).fetchone()
    return None if row is None else int(row[0])
