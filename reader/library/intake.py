"""What happens to a library when a source is read, again or for the first time."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from typing import Literal

import reader
from reader.library import rows
from reader.library.names import new_id
from reader.library.provenance import FIELDS, Said, settled
from reader.library.restoring import put_back
from reader.model import PIPE, Draft
from reader.text.addresses import page_of

Outcome = Literal["added", "updated", "unchanged"]

# Two stories of one day share some phrases in a hundred, two versions of one far more.
_ALIKE = 0.05


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one draft."""

    outcome: Outcome
    article: str
    """The id of its article."""


def put(connection: sqlite3.Connection, draft: Draft, stamp: str) -> tuple[Outcome, int]:
    """Put a draft in; what that was, and the row number of the article."""
    digest = rows.digest(draft.text)
    same_text = _key(connection, "SELECT key FROM articles WHERE digest = ?", digest)
    here = None
    if draft.source != PIPE:
        query = "SELECT article FROM sources WHERE source = ?"
        here = _key(connection, query, draft.source)
    if same_text is not None:
        if here is not None and here != same_text:
            _leave(connection, here, draft.source)
        return _again(connection, same_text, draft, stamp), same_text
    page = page_of(draft.url) or page_of(draft.source)
    if here is not None and _is_another(connection, here, draft, page):
        _leave(connection, here, draft.source)
        here = None
    if here is None and page is not None:
        here = _key(connection, "SELECT key FROM articles WHERE page = ? ORDER BY key", page)
        own = page_of(draft.source)
        # Sites that call all their pages by one address are not rare.
        if here is not None and own not in (None, page) and _is_unlike(connection, here, draft):
            here = None
    if here is None:
        return "added", _insert(connection, draft, digest, stamp)
    if _is_old(connection, here, draft.source, digest):
        return _again(connection, here, draft, stamp), here
    if not _is_page(connection, here, page) and _held_elsewhere(connection, here, draft.source):
        _leave(connection, here, draft.source)
        return "added", _insert(connection, draft, digest, stamp)
    _replace(connection, here, draft, digest, stamp)
    return "updated", here


def _again(connection: sqlite3.Connection, key: int, draft: Draft, stamp: str) -> Outcome:
    """The text of the draft is known; what else the source says may be news."""
    title = said_title(connection, key)
    earlier, changed = _say(connection, key, draft)
    changed = _keep_cut(connection, key, draft) or changed
    if not settle(connection, key) and not changed:
        return "unchanged"
    if title != said_title(connection, key) and earlier is not None and earlier.title == title:
        # The same place has another headline over the same text.
        _keep_version(connection, key, title, stamp)
    touch(connection, key)
    return "updated"


def _insert(connection: sqlite3.Connection, draft: Draft, digest: bytes, stamp: str) -> int:
    name = new_id(connection, digest)
    words = len(draft.text.split())
    key = connection.execute(
        "INSERT INTO articles (id, digest, opening, words, added, revision)"
        " VALUES (?, ?, ?, ?, ?, 0)",
        (name, digest, rows.opening(draft.text), words, stamp),
    ).lastrowid
    assert key is not None
    connection.execute(
        "INSERT INTO texts (article, text, removed, extra, seen, read_by)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (
            key,
            draft.text,
            rows.written_removed(draft.removed),
            json.dumps(draft.extra),
            stamp,
            reader.__version__,
        ),
    )
    connection.execute("DELETE FROM removed WHERE id = ?", (name,))
    _say(connection, key, draft)
    settle(connection, key)
    touch(connection, key)
    return key


def _replace(
    connection: sqlite3.Connection, key: int, draft: Draft, digest: bytes, stamp: str
) -> None:
    """A new version of a text, under the id of the old one, which is kept."""
    _keep_version(connection, key, said_title(connection, key), stamp)
    connection.execute("UPDATE articles SET digest = ? WHERE key = ?", (digest, key))
    connection.execute(
        "UPDATE texts SET text = ?, removed = ?, extra = ?, read_by = ? WHERE article = ?",
        (
            draft.text,
            rows.written_removed(draft.removed),
            json.dumps(draft.extra),
            reader.__version__,
            key,
        ),
    )
    measure(connection, key)
    # What was piped in was the old text.
    connection.execute("DELETE FROM sources WHERE article = ? AND source = ?", (key, PIPE))
    connection.execute(
        "UPDATE marks SET place = min(place, ?) WHERE article = ?", (len(draft.text) - 1, key)
    )
    _say(connection, key, draft)
    settle(connection, key)
    touch(connection, key)


def _keep_version(connection: sqlite3.Connection, key: int, title: str | None, stamp: str) -> None:
    """Keep the text that an article has now, before another one takes its place."""
    connection.execute(
        "INSERT INTO versions (article, digest, title, text, source, seen, read_by)"
        " SELECT a.key, a.digest, ?, t.text, ifnull((SELECT s.source FROM sources s"
        " WHERE s.article = a.key AND ifnull(s.digest, a.digest) = a.digest"
        " ORDER BY s.number LIMIT 1), ''), ifnull(t.seen, a.added), t.read_by"
        " FROM articles a JOIN texts t ON t.article = a.key WHERE a.key = ?",
        (title, key),
    )
    connection.execute("UPDATE texts SET seen = ? WHERE article = ?", (stamp, key))


def _is_old(connection: sqlite3.Connection, key: int, source: str, digest: bytes) -> bool:
    """Whether a source holds what it held before a newer text came from another place.

    A place of which nothing is known yet may hold an old copy as well.
    """
    query = "SELECT digest FROM sources WHERE article = ? AND source = ?"
    known = connection.execute(query, (key, source)).fetchone()
    if known is not None:
        return bool(known[0] == digest)
    query = "SELECT 1 FROM versions WHERE article = ? AND digest = ?"
    return connection.execute(query, (key, digest)).fetchone() is not None


def _is_another(connection: sqlite3.Connection, key: int, draft: Draft, page: str | None) -> bool:
    """Whether a place holds another article now: rows and members of files change places."""
    query = "SELECT said FROM sources WHERE article = ? AND source = ?"
    (stored,) = connection.execute(query, (key, draft.source)).fetchone()
    said = Said.loads(stored)
    before = page_of(said.url)
    if draft.url and before is not None and page != before:
        return True
    inside = page_of(draft.source) is None and "#" in draft.source
    return inside and said.title != draft.title and _is_unlike(connection, key, draft)


def _is_unlike(connection: sqlite3.Connection, key: int, draft: Draft) -> bool:
    """Whether a draft has hardly a phrase in common with the text that an article has."""
    query = "SELECT text FROM texts WHERE article = ?"
    (text,) = connection.execute(query, (key,)).fetchone()
    old, new = _phrases(text), _phrases(draft.text)
    return len(old & new) < _ALIKE * min(len(old), len(new))


def _phrases(text: str) -> set[tuple[str, ...]]:
    words = text.casefold().split()
    return set(zip(words, words[1:], words[2:], strict=False))


def _is_page(connection: sqlite3.Connection, key: int, page: str | None) -> bool:
    query = "SELECT 1 FROM articles WHERE key = ? AND page = ?"
    return connection.execute(query, (key, page)).fetchone() is not None


def measure(connection: sqlite3.Connection, key: int) -> None:
    """Count the words of a text with the lines that a person put back, and note its opening."""
    query = "SELECT text, removed, restored FROM texts WHERE article = ?"
    text, removed, restored = connection.execute(query, (key,)).fetchone()
    shown, _ = put_back(text, rows.read_removed(removed), json.loads(restored))
    connection.execute(
        "UPDATE articles SET opening = ?, words = ? WHERE key = ?",
        (rows.opening(shown), len(shown.split()), key),
    )


def _leave(connection: sqlite3.Connection, key: int, source: str) -> None:
    """A source no longer holds the text of this article."""
    connection.execute("DELETE FROM sources WHERE article = ? AND source = ?", (key, source))
    settle(connection, key)
    touch(connection, key)


def _say(connection: sqlite3.Connection, key: int, draft: Draft) -> tuple[Said | None, bool]:
    """Keep what the source of a draft says: what it said before, and whether that is news."""
    said, digest = Said.of(draft), rows.digest(draft.text)
    stored = connection.execute(
        "SELECT said, digest FROM sources WHERE article = ? AND source = ?", (key, draft.source)
    ).fetchone()
    before = Said.loads(stored[0]) if stored else None
    if before == said and stored[1] == digest:
        return before, False
    connection.execute(
        "INSERT INTO sources (article, source, said, digest) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (article, source) DO UPDATE SET said = excluded.said,"
        " digest = excluded.digest",
        (key, draft.source, said.dumps(), digest),
    )
    # Only tags that are new there: one that the person took off stays off.
    fresh = set(said.tags) - set(before.tags if before else ())
    connection.executemany(
        "INSERT OR IGNORE INTO tags VALUES (?, ?)", [(key, tag) for tag in sorted(fresh)]
    )
    return before, before != said


def _keep_cut(connection: sqlite3.Connection, key: int, draft: Draft) -> bool:
    """Take over what was cut and what else the front matter had from the first source."""
    query = "SELECT source FROM sources WHERE article = ? ORDER BY number LIMIT 1"
    (first,) = connection.execute(query, (key,)).fetchone()
    cut = (draft.text, rows.written_removed(draft.removed), json.dumps(draft.extra))
    query = "SELECT text, removed, extra FROM texts WHERE article = ?"
    stored = connection.execute(query, (key,)).fetchone()
    if first != draft.source or stored == cut or stored[0] != draft.text:
        return False
    connection.execute("UPDATE texts SET removed = ?, extra = ? WHERE article = ?", (*cut[1:], key))
    measure(connection, key)
    return True


def settle(connection: sqlite3.Connection, key: int) -> bool:
    """Write the values that hold into the article; whether any changed."""
    said = _all_said(connection, key)
    corrections = connection.execute(
        "SELECT field, value FROM corrections WHERE article = ?", (key,)
    ).fetchall()
    columns = ", ".join(FIELDS)
    before = connection.execute(f"SELECT {columns} FROM articles WHERE key = ?", (key,)).fetchone()
    values = settled(said or [Said(before)], dict(corrections), other_names(connection))
    after = tuple(values[name] for name in FIELDS)
    if after == before:
        return False
    connection.execute(
        f"UPDATE articles SET ({columns}, page) = ({', '.join('?' * len(FIELDS))}, ?)"
        " WHERE key = ?",
        (*after, page_of(values["url"]), key),
    )
    return True


def other_names(connection: sqlite3.Connection) -> dict[str, str]:
    """The one name of each outlet by its other names, case folded; names of names are followed."""
    rows = connection.execute("SELECT other, name FROM outlets")
    known: dict[str, str] = {other.casefold(): name for other, name in rows}

    def last(name: str) -> str:
        for _ in known:  # at most: whatever is in the file, this ends
            if name.casefold() not in known:
                break
            name = known[name.casefold()]
        return name

    return {other: last(name) for other, name in known.items()}


def said_title(connection: sqlite3.Connection, key: int) -> str | None:
    """The headline that the sources of an article give, whatever a person made of it."""
    return settled(_all_said(connection, key), {})["title"]


def _all_said(connection: sqlite3.Connection, key: int) -> list[Said]:
    """What the sources say; those that hold an older text come last."""
    query = (
        "SELECT s.said FROM sources s JOIN articles a ON a.key = s.article WHERE a.key = ?"
        " ORDER BY ifnull(s.digest, a.digest) <> a.digest, s.number"
    )
    return [Said.loads(one) for (one,) in connection.execute(query, (key,))]


def _held_elsewhere(connection: sqlite3.Connection, key: int, source: str) -> bool:
    query = (
        "SELECT count(*) FROM sources s JOIN articles a ON a.key = s.article WHERE a.key = ?"
        " AND s.source NOT IN (?, ?) AND ifnull(s.digest, a.digest) = a.digest"
    )
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
