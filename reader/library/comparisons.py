"""Comparisons that were made before, kept in the cache folder; losing them costs only time."""

from __future__ import annotations

import io
import pickle
import sqlite3
from collections.abc import Sequence
from contextlib import closing, suppress
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

import reader
from reader.model import Article, Comparison

# About 200 MB at the size that comparisons of four articles have.
_KEPT = 2_000
_TABLE = (
    "CREATE TABLE IF NOT EXISTS comparisons"
    " (number INTEGER PRIMARY KEY AUTOINCREMENT, key BLOB UNIQUE, value BLOB)"
)
_PATIENCE = 1.0  # seconds; comparing again costs less than waiting longer


class Comparisons:
    """A store that forgets: every failure is the same as not having a comparison."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def get(self, articles: Sequence[Article], *, one_event: bool) -> Comparison | None:
        """The comparison of exactly these texts by exactly this program, if it was kept."""
        query = "SELECT value FROM comparisons WHERE key = ?"
        rows = self._run([(query, (_key(articles, one_event),))])
        return _loads(rows[0][0]) if rows else None

    def put(self, articles: Sequence[Article], comparison: Comparison, *, one_event: bool) -> None:
        """Keep a comparison; the oldest ones go when there are too many."""
        value = pickle.dumps(comparison, protocol=pickle.HIGHEST_PROTOCOL)
        insert = "INSERT OR REPLACE INTO comparisons (key, value) VALUES (?, ?)"
        shorten = (
            "DELETE FROM comparisons WHERE number <= (SELECT max(number) FROM comparisons) - ?"
        )
        self._run([(insert, (_key(articles, one_event), value)), (shorten, (_KEPT,))])

    def clear(self) -> None:
        """Forget everything."""
        for suffix in ("", "-wal", "-shm", "-journal"):
            with suppress(OSError):
                Path(f"{self._path}{suffix}").unlink()

    def _run(self, statements: Sequence[tuple[str, tuple[Any, ...]]]) -> list[tuple[Any, ...]]:
        """The rows of the last statement; none on any failure, and a damaged file is dropped."""
        rows: list[tuple[Any, ...]] = []
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self._path, timeout=_PATIENCE)) as connection:
                # A cache need not outlive a power cut.
                connection.execute("PRAGMA synchronous = OFF")
                connection.execute(_TABLE)
                with connection:
                    for statement, values in statements:
                        rows = connection.execute(statement, values).fetchall()
        except sqlite3.OperationalError:
            return []
        except sqlite3.DatabaseError:
            self.clear()
            return []
        except OSError:
            return []
        return rows


def _key(articles: Sequence[Article], one_event: bool) -> bytes:
    """Differs when anything differs that a comparison rests on."""
    known = blake2b(_program(), digest_size=20)
    known.update(repr(one_event).encode())
    for article in articles:
        said = (article.id, article.title, article.outlet, article.byline, article.published)
        known.update(repr((*said, article.url, article.language)).encode())
        known.update(blake2b(article.text.encode("utf-8", "surrogatepass")).digest())
    return known.digest()


@lru_cache(maxsize=1)
def _program() -> bytes:
    """Which code compares: in a working copy the version stays while the lenses change."""
    root = Path(reader.__file__).parent
    files = sorted(
        path
        for part in ("text", "alignment", "framing", "model.py")
        for path in ([root / part] if part.endswith(".py") else (root / part).rglob("*"))
        if path.suffix in (".py", ".txt")
    )
    stats = [(str(path.relative_to(root)), path.stat()) for path in files]
    state = [(name, stat.st_size, stat.st_mtime_ns) for name, stat in stats]
    return blake2b(repr((reader.__version__, state)).encode()).digest()


class _Unpickler(pickle.Unpickler):
    """Makes nothing but the values of `reader.model`, whatever a damaged file asks for."""

    def find_class(self, module: str, name: str) -> Any:
        """Only the program's own values."""
        if module != "reader.model":
            raise pickle.UnpicklingError(f"{module}.{name} does not belong here")
        return super().find_class(module, name)


def _loads(value: bytes) -> Comparison | None:
    try:
        comparison = _Unpickler(io.BytesIO(value)).load()
    except Exception:  # noqa: BLE001 bytes that are no pickle raise anything
        return None
    return comparison if isinstance(comparison, Comparison) else None
