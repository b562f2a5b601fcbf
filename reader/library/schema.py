"""The tables of a library file, and the steps that bring an older file up to date."""

from __future__ import annotations

import sqlite3

from reader.errors import FutureLibrary, LibraryError
from reader.text.addresses import page_of

APPLICATION_ID = 0x52454144
"""Written into the file's header ("READ"), so that other programs' databases are told apart."""

_FIRST = (
    "CREATE TABLE state (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID",
    "INSERT INTO state VALUES ('revision', 0), ('events_revision', 0)",
    # What lists need stands apart from the texts: reading all of it touches no page of text.
    """CREATE TABLE articles (
        key INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        digest BLOB NOT NULL UNIQUE,
        title TEXT, outlet TEXT, byline TEXT, published TEXT, url TEXT, language TEXT,
        opening TEXT NOT NULL,
        words INTEGER NOT NULL,
        added TEXT NOT NULL,
        revision INTEGER NOT NULL
    )""",
    # The order of lists (rows.ORDER) with the ids: at 100,000 articles 30 ms instead of 170 ms.
    "CREATE INDEX articles_in_order ON articles"
    " (published IS NULL, published DESC, added DESC, key DESC, id)",
    "CREATE INDEX articles_by_revision ON articles(revision)",
    "CREATE INDEX articles_by_url ON articles(url) WHERE url IS NOT NULL",
    """CREATE TABLE texts (
        article INTEGER PRIMARY KEY REFERENCES articles(key) ON DELETE CASCADE,
        text TEXT NOT NULL,
        removed TEXT NOT NULL,
        extra TEXT NOT NULL
    )""",
    # `said` is what this source says of the article; `articles` holds what came of all of them.
    """CREATE TABLE sources (
        number INTEGER PRIMARY KEY,
        article INTEGER NOT NULL REFERENCES articles(key) ON DELETE CASCADE,
        source TEXT NOT NULL,
        said TEXT NOT NULL,
        UNIQUE (article, source)
    )""",
    # A place holds one text at a time; what came through a pipe came from no place.
    "CREATE UNIQUE INDEX source_once ON sources(source) WHERE source <> 'stdin'",
    "CREATE INDEX sources_by_name ON sources(source)",
    """CREATE TABLE corrections (
        article INTEGER NOT NULL REFERENCES articles(key) ON DELETE CASCADE,
        field TEXT NOT NULL,
        value TEXT,
        PRIMARY KEY (article, field)
    ) WITHOUT ROWID""",
    """CREATE TABLE marks (
        article INTEGER PRIMARY KEY REFERENCES articles(key) ON DELETE CASCADE,
        read INTEGER NOT NULL,
        starred INTEGER NOT NULL,
        place INTEGER NOT NULL
    )""",
    """CREATE TABLE tags (
        article INTEGER NOT NULL REFERENCES articles(key) ON DELETE CASCADE,
        tag TEXT NOT NULL,
        PRIMARY KEY (article, tag)
    ) WITHOUT ROWID""",
    "CREATE INDEX tags_by_name ON tags(tag)",
    """CREATE TABLE events (
        id TEXT PRIMARY KEY,
        position INTEGER NOT NULL,
        label TEXT NOT NULL,
        why TEXT NOT NULL,
        story TEXT,
        maybe TEXT NOT NULL
    ) WITHOUT ROWID""",
    """CREATE TABLE members (
        article INTEGER PRIMARY KEY REFERENCES articles(key) ON DELETE CASCADE,
        event TEXT NOT NULL REFERENCES events(id) ON DELETE CASCADE,
        position INTEGER NOT NULL
    )""",
    "CREATE INDEX members_by_event ON members(event, position)",
    "CREATE TABLE removed (id TEXT PRIMARY KEY, revision INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE INDEX removed_by_revision ON removed(revision)",
)

_SECOND = (
    # Which page an article is, in one spelling; `page_of` is the program's (text/addresses.py).
    "ALTER TABLE articles ADD COLUMN page TEXT",
    "UPDATE articles SET page = page_of(url)",
    "CREATE INDEX articles_by_page ON articles(page) WHERE page IS NOT NULL",
    # When the text that an article has now was first read, and by which version of the program.
    "ALTER TABLE texts ADD COLUMN seen TEXT",
    "ALTER TABLE texts ADD COLUMN read_by TEXT",
    "UPDATE texts SET seen = (SELECT a.added FROM articles a WHERE a.key = article)",
    # Lines that a person put back; `text` and `removed` stay as they were read.
    "ALTER TABLE texts ADD COLUMN restored TEXT NOT NULL DEFAULT '[]'",
    # The text that a source held when it was last read; null in libraries of the first kind.
    "ALTER TABLE sources ADD COLUMN digest BLOB",
    """CREATE TABLE versions (
        number INTEGER PRIMARY KEY,
        article INTEGER NOT NULL REFERENCES articles(key) ON DELETE CASCADE,
        digest BLOB NOT NULL,
        title TEXT,
        text TEXT NOT NULL,
        source TEXT NOT NULL,
        seen TEXT NOT NULL,
        read_by TEXT
    )""",
    "CREATE INDEX versions_by_article ON versions(article, number)",
    """CREATE TABLE feeds (
        key INTEGER PRIMARY KEY,
        address TEXT NOT NULL UNIQUE,
        title TEXT,
        named TEXT,
        site TEXT,
        tags TEXT NOT NULL,
        pages TEXT NOT NULL,
        trusted TEXT NOT NULL,
        etag TEXT,
        modified TEXT,
        checked TEXT,
        failed TEXT,
        failed_since TEXT,
        failures INTEGER NOT NULL DEFAULT 0,
        not_before TEXT,
        gone INTEGER NOT NULL DEFAULT 0
    )""",
    """CREATE TABLE entries (
        feed INTEGER NOT NULL REFERENCES feeds(key) ON DELETE CASCADE,
        entry TEXT NOT NULL,
        digest BLOB NOT NULL,
        article INTEGER REFERENCES articles(key) ON DELETE SET NULL,
        PRIMARY KEY (feed, entry)
    ) WITHOUT ROWID""",
    "CREATE INDEX entries_by_article ON entries(article)",
    "ALTER TABLE events ADD COLUMN copies TEXT NOT NULL DEFAULT '[]'",
    # So that they are worked out again, with the copies among their articles.
    "UPDATE state SET value = 0 WHERE name = 'events_revision'",
)

_THIRD = (
    # What a person said of the grouping. Ids of articles, not their rows: a correction outlives
    # an article that is removed and comes in again.
    """CREATE TABLE rulings (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        act TEXT NOT NULL,
        made TEXT NOT NULL,
        one TEXT NOT NULL,
        apart TEXT NOT NULL,
        name TEXT
    )""",
    # Events are written one by one as they change, so their order is theirs, not a position.
    # The ids stay: people write them down.
    "ALTER TABLE members RENAME TO old_members",
    "ALTER TABLE events RENAME TO old_events",
    """CREATE TABLE events (
        id TEXT PRIMARY KEY,
        newest TEXT NOT NULL,
        size INTEGER NOT NULL,
        label TEXT NOT NULL,
        why TEXT NOT NULL,
        story TEXT,
        maybe TEXT NOT NULL,
        copies TEXT NOT NULL
    ) WITHOUT ROWID""",
    "INSERT INTO events SELECT id, printf('%012d', 999999999999 - position), 0, label, why, story,"
    " maybe, copies FROM old_events",
    "CREATE INDEX events_in_order ON events(newest DESC, id)",
    "CREATE INDEX events_by_story ON events(story) WHERE story IS NOT NULL",
    """CREATE TABLE members (
        article INTEGER PRIMARY KEY REFERENCES articles(key) ON DELETE CASCADE,
        event TEXT NOT NULL REFERENCES events(id) ON DELETE CASCADE,
        position INTEGER NOT NULL
    )""",
    "INSERT INTO members SELECT * FROM old_members",
    "DROP TABLE old_members",
    "DROP TABLE old_events",
    "CREATE INDEX members_by_event ON members(event, position)",
    "UPDATE events SET size = (SELECT count(*) FROM members m WHERE m.event = id)",
    """CREATE TABLE stories (
        id TEXT PRIMARY KEY,
        label TEXT NOT NULL,
        why TEXT NOT NULL
    ) WITHOUT ROWID""",
    "UPDATE state SET value = 0 WHERE name = 'events_revision'",
    # Changes with every grouping that is saved: what the cache knows fits to one of them only.
    "INSERT INTO state VALUES ('grouping_stamp', 0)",
)

_FOURTH = (
    # What a person said of findings and passages. Places are JSON: article, field, sentences,
    # words, offset; they are looked up by their words, so that they outlive a version of the text.
    """CREATE TABLE judgements (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        act TEXT NOT NULL,
        made TEXT NOT NULL,
        places TEXT NOT NULL,
        lens TEXT NOT NULL,
        kind TEXT NOT NULL,
        about TEXT NOT NULL
    )""",
)

_FIFTH = (
    "ALTER TABLE marks ADD COLUMN later INTEGER NOT NULL DEFAULT 0",
    # What a person marked and wrote. `passage` and `words` are as in judgements, null for a note
    # on an article as a whole; numbers are never given twice, so that none means another note.
    """CREATE TABLE notes (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        article INTEGER NOT NULL REFERENCES articles(key) ON DELETE CASCADE,
        text TEXT NOT NULL,
        passage TEXT,
        words TEXT,
        start INTEGER,
        made TEXT NOT NULL,
        changed TEXT NOT NULL
    )""",
    "CREATE INDEX notes_by_article ON notes(article)",
    # Other names of outlets, and the one that stands for them.
    "CREATE TABLE outlets (other TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID",
)

_SIXTH = (
    # Queries that a person kept under a name, in the order in which they kept them.
    """CREATE TABLE saved_searches (
        number INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        query TEXT NOT NULL
    )""",
    # Queries that led somewhere; the number tells the later one.
    """CREATE TABLE asked (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        query TEXT NOT NULL UNIQUE
    )""",
)

_SEVENTH = (
    # The last articles that were taken out, with all that belonged to them: rows as JSON, packed.
    # `layout` is the version of the tables that the rows are of.
    """CREATE TABLE removals (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        made TEXT NOT NULL,
        layout INTEGER NOT NULL,
        rows BLOB NOT NULL
    )""",
)

STEPS: tuple[tuple[str, ...], ...] = (
    _FIRST, _SECOND, _THIRD, _FOURTH, _FIFTH, _SIXTH, _SEVENTH,
)  # fmt: skip
"""Step n takes a file from version n to n + 1. Steps are only ever added at the end."""


def migrate(connection: sqlite3.Connection, steps: tuple[tuple[str, ...], ...] = STEPS) -> None:
    """Bring a file up to the last step, all in one transaction; a current file is not written to.

    Raises FutureLibrary for a file of a later version and LibraryError for a foreign one.
    """
    if _version(connection, len(steps)) == len(steps):
        return
    connection.create_function("page_of", 1, page_of, deterministic=True)
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have migrated while this one waited for its turn.
        for step in steps[_version(connection, len(steps)) :]:
            for statement in step:
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(steps)}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _version(connection: sqlite3.Connection, newest: int) -> int:
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    owner = int(connection.execute("PRAGMA application_id").fetchone()[0])
    tables = int(connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
    if owner != APPLICATION_ID and (owner or version or tables):
        raise LibraryError("it is a database of another program")
    if version > newest:
        raise FutureLibrary("it was written by a newer version of reader; please upgrade")
    return version
