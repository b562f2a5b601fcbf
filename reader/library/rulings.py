"""What a person said of the grouping: kept until they take it back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection
from datetime import UTC, datetime
from typing import Any

from reader.errors import NoSuchRuling
from reader.library.database import Database
from reader.library.intake import next_revision
from reader.model import Ruling, RulingAct


class RulingStore:
    """The rulings of a library. Every method is one transaction.

    They hold ids of articles, which hang on the text: an article that is removed and comes in
    again is the one that they mean. Each change counts as one of the library, so that events are
    worked out again and other programs notice.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def rulings(self) -> tuple[Ruling, ...]:
        """All that hold, in the order of their numbers."""
        with self._database.read() as connection:
            return tuple(map(_ruling, connection.execute(f"{_RULINGS} ORDER BY number")))

    def rule(
        self,
        act: RulingAct,
        *,
        one: Collection[str] = (),
        apart: tuple[Collection[str], Collection[str]] = ((), ()),
        name: str | None = None,
        made: datetime | None = None,
    ) -> Ruling:
        """Keep what a person said, by default of now."""
        stamp = (made or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="seconds")
        sets = json.dumps([list(each) for each in apart])
        with self._database.write() as connection:
            next_revision(connection)
            number = next_number(connection)
            connection.execute(
                "INSERT INTO rulings (number, act, made, one, apart, name)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (number, act, stamp, json.dumps(list(one)), sets, name),
            )
            return _by_number(connection, number)

    def take_back(self, number: int) -> Ruling:
        """Let one of them hold no more; raises NoSuchRuling."""
        with self._database.write() as connection:
            ruling = _by_number(connection, number)
            connection.execute("DELETE FROM rulings WHERE number = ?", (number,))
            next_revision(connection)
        return ruling


def next_number(connection: sqlite3.Connection) -> int:
    """A number that no ruling and no judgement had: people take both back by it."""
    query = (
        "SELECT ifnull(max(seq), 0) + 1 FROM sqlite_sequence"
        " WHERE name IN ('rulings', 'judgements')"
    )
    return int(connection.execute(query).fetchone()[0])


_RULINGS = "SELECT number, act, made, one, apart, name FROM rulings"


def _by_number(connection: sqlite3.Connection, number: int) -> Ruling:
    # SQLite takes no larger number.
    if number.bit_length() < 64:
        for row in connection.execute(f"{_RULINGS} WHERE number = ?", (number,)):
            return _ruling(row)
    raise NoSuchRuling(f"no correction has the number {number}. See: reader corrections")


def _ruling(row: tuple[Any, ...]) -> Ruling:
    number, act, made, one, apart, name = row
    first, second = json.loads(apart)
    return Ruling(number, act, made, tuple(json.loads(one)), (tuple(first), tuple(second)), name)
