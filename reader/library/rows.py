"""Rows of the library file turned into values."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from reader.library.restoring import put_back
from reader.model import Article, Card, Marks, Removed, When

_OPENING_LENGTH = 160  # characters; the widest list column shows fewer

# Newest first by what the outlets say, the coarser date after the finer; undated ones last, the
# latest added first.
ORDER = "a.published IS NULL, a.published DESC, a.added DESC, a.key DESC"

BATCH = 500
"""Values in one `IN (...)`; far below SQLite's limit of 32,766 (999 before 3.32)."""

_UNMARKED = Marks()


def digest(text: str) -> bytes:
    """What tells texts apart."""
    from hashlib import blake2b  # late: it loads OpenSSL, which is not wanted at the start

    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=20).digest()


def opening(text: str) -> str:
    """The first words of a text on one line."""
    words = " ".join(text[: 4 * _OPENING_LENGTH].split())
    if len(words) <= _OPENING_LENGTH:
        return words
    return words[:_OPENING_LENGTH].rsplit(" ", 1)[0]


def batches(values: Sequence[str]) -> Iterator[tuple[str, Sequence[str]]]:
    """Runs of at most BATCH values, each with its placeholders."""
    for start in range(0, len(values), BATCH):
        some = values[start : start + BATCH]
        yield ",".join("?" * len(some)), some


def written_removed(removed: Sequence[Removed]) -> str:
    """Removed lines as they are kept."""
    return json.dumps([(line.text, line.at) for line in removed])


def read_removed(written: str) -> tuple[Removed, ...]:
    """Removed lines as they were kept; the first libraries kept no places."""
    return tuple(
        Removed(line, 0) if isinstance(line, str) else Removed(*line)
        for line in json.loads(written)
    )


_ARTICLES = """
    SELECT a.key, a.id, t.text, a.title, a.outlet, a.byline, a.published, a.url, a.language,
           a.words, t.removed, t.extra, a.added, t.restored
    FROM articles a JOIN texts t ON t.article = a.key WHERE a.id IN ({})
"""


def articles(connection: sqlite3.Connection, ids: Sequence[str]) -> dict[str, Article]:
    """The articles among these ids (at most BATCH)."""
    marks = ",".join("?" * len(ids))
    sources: dict[int, list[str]] = defaultdict(list)
    # A source that holds an older version holds no identical text.
    for key, source in connection.execute(
        "SELECT s.article, s.source FROM sources s JOIN articles a ON a.key = s.article"
        f" WHERE a.id IN ({marks}) AND ifnull(s.digest, a.digest) = a.digest ORDER BY s.number",
        ids,
    ):
        sources[key].append(source)
    found = {}
    for row in connection.execute(_ARTICLES.format(marks), ids):
        key, name, text, title, outlet, byline, published, url, language, words, *rest = row
        removed, extra, added, restored = rest
        text, removed = put_back(text, read_removed(removed), json.loads(restored))
        places = tuple(sources[key])
        found[name] = Article(
            id=name,
            text=text,
            title=title,
            outlet=outlet,
            byline=byline,
            published=when(published),
            url=url,
            source=places[0] if places else "",
            sources=places,
            language=language,
            words=words,
            removed=removed,
            extra=tuple((name, value) for name, value in json.loads(extra)),
            added=added,
        )
    return found


def id_of(connection: sqlite3.Connection, key: int) -> str:
    """The id of the article in a row."""
    query = "SELECT id FROM articles WHERE key = ?"
    return str(connection.execute(query, (key,)).fetchone()[0])


def cards(connection: sqlite3.Connection, ids: Sequence[str] | None = None) -> list[Card]:
    """All cards in the order of the library, or those of some ids (at most BATCH) in no order.

    Tables are read one by one and in the order they lie in, and put together here: at 100,000
    articles joining and ordering them in SQL costs more than all the rest.
    """
    some = "" if ids is None else f"a.id IN ({','.join('?' * len(ids))})"
    values = ids or ()
    of = f"o JOIN articles a ON a.key = o.article WHERE {some}" if some else "o"
    marks = {
        key: (bool(read), bool(starred), place, bool(later))
        for key, read, starred, place, later in connection.execute(
            f"SELECT o.article, o.read, o.starred, o.place, o.later FROM marks {of}", values
        )
    }
    tags: dict[int, tuple[str, ...]] = {}
    for key, tag in connection.execute(
        f"SELECT o.article, o.tag FROM tags {of} ORDER BY o.tag", values
    ):
        tags[key] = (*tags.get(key, ()), tag)
    shared = _shared_events(connection, ids)
    events = dict(connection.execute(f"SELECT o.article, o.event FROM members {of}", values))
    query = "SELECT a.key, a.id, a.title, a.opening, a.outlet, a.published, a.words FROM articles a"
    found: dict[int, Card] = {}
    for key, name, title, first, outlet, published, words in connection.execute(
        f"{query} WHERE {some}" if some else query, values
    ):
        theirs = _UNMARKED
        if key in marks or key in tags:
            read, starred, place, later = marks.get(key, (False, False, 0, False))
            theirs = Marks(read, starred, tags.get(key, ()), place, later)
        event = events.get(key)
        group = event if event in shared else None
        date = _date(published) if published else None
        found[key] = Card(name, title, first, outlet, date, words, theirs, group)
    if some:
        return list(found.values())
    order = connection.execute(f"SELECT a.key FROM articles a ORDER BY {ORDER}")
    return [found[key] for (key,) in order]


def _shared_events(connection: sqlite3.Connection, ids: Sequence[str] | None) -> set[str]:
    """Events of two articles and more; with ids, only those that the articles belong to."""
    where = ""
    if ids is not None:
        where = (
            "WHERE event IN (SELECT e.event FROM members e JOIN articles a ON a.key = e.article"
            f" WHERE a.id IN ({','.join('?' * len(ids))}))"
        )
    query = f"SELECT event FROM members {where} GROUP BY event HAVING count(*) > 1"
    return {event for (event,) in connection.execute(query, ids or ())}


@lru_cache(maxsize=20_000)
def _date(iso: str) -> When:
    return When(iso)


def when(iso: str | None) -> When | None:
    """A stored date."""
    return _date(iso) if iso else None
