"""What a person said of findings and passages: kept until they take it back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from reader.errors import NoSuchRuling
from reader.library.database import Database
from reader.library.rulings import next_number
from reader.model import Judgement, JudgementAct, Place


class JudgementStore:
    """The judgements of a library. Every method is one transaction.

    They name articles by their ids and passages by their words, so that they hold again when an
    article comes in again, and in each version of it that still has the passage. They change no
    event, and so do not count as a change of the articles.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def judgements(self, articles: Sequence[str] | None = None) -> tuple[Judgement, ...]:
        """All that hold, in the order of their numbers; only those about some articles, if given.

        About them is what has a place in two of them, or in one where it has no other.
        """
        with self._database.read() as connection:
            rows = connection.execute(f"{_JUDGEMENTS} ORDER BY number").fetchall()
        found = tuple(map(_judgement, rows))
        if articles is None:
            return found
        return tuple(each for each in found if _about(each, frozenset(articles)))

    def judge(
        self,
        act: JudgementAct,
        places: Sequence[Place],
        *,
        lens: str = "",
        kind: str = "",
        about: str = "",
        made: datetime | None = None,
    ) -> Judgement:
        """Keep what a person said, by default of now."""
        stamp = (made or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="seconds")
        with self._database.write() as connection:
            number = next_number(connection)
            _put(connection, Judgement(number, act, stamp, tuple(places), lens, kind, about))
            return _by_number(connection, number)

    def put_judgement(self, judgement: Judgement) -> None:
        """Let one that was taken back hold again as it did."""
        with self._database.write() as connection:
            _put(connection, judgement)

    def take_back_judgement(self, number: int) -> Judgement:
        """Let one of them hold no more; raises NoSuchRuling."""
        with self._database.write() as connection:
            judgement = _by_number(connection, number)
            connection.execute("DELETE FROM judgements WHERE number = ?", (number,))
        return judgement


_JUDGEMENTS = "SELECT number, act, made, places, lens, kind, about FROM judgements"


def _put(connection: sqlite3.Connection, said: Judgement) -> None:
    places = [[p.article, p.field, p.passage, p.words, p.start] for p in said.places]
    connection.execute(
        "INSERT INTO judgements (number, act, made, places, lens, kind, about)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            said.number,
            said.act,
            said.made,
            json.dumps(places),
            said.lens,
            said.kind,
            said.about,
        ),
    )


def _by_number(connection: sqlite3.Connection, number: int) -> Judgement:
    # SQLite takes no larger number.
    if number.bit_length() < 64:
        for row in connection.execute(f"{_JUDGEMENTS} WHERE number = ?", (number,)):
            return _judgement(row)
    raise NoSuchRuling(f"no correction has the number {number}. See: reader corrections")


def _judgement(row: tuple[Any, ...]) -> Judgement:
    number, act, made, places, lens, kind, about = row
    read = tuple(Place(*place) for place in json.loads(places))
    return Judgement(number, act, made, read, lens, kind, about)


def _about(judgement: Judgement, articles: frozenset[str]) -> bool:
    theirs = {place.article for place in judgement.places}
    return len(theirs & articles) >= min(2, len(theirs))
