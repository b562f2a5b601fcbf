"""Values that were worked out before, kept in a file of the cache; losing them costs only time."""

from __future__ import annotations

import io
import pickle
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing, suppress
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

import reader

_TABLE = (
    "CREATE TABLE IF NOT EXISTS kept"
    " (number INTEGER PRIMARY KEY AUTOINCREMENT, key BLOB UNIQUE, value BLOB)"
)
_PATIENCE = 1.0  # seconds; working it out again costs less than waiting longer
_AT_ONCE = 500  # keys of one query; SQLite's default allows 999 variables


class Kept:
    """A store that forgets: every failure is the same as not having a value.

    Nothing but values of the named modules comes out of it, whatever a damaged file asks for.
    """

    def __init__(self, path: Path, *, modules: frozenset[str], most: int) -> None:
        self._path, self._modules, self._most = path, modules, most

    def get(self, keys: Sequence[bytes]) -> dict[bytes, Any]:
        """The values that are there."""
        found: dict[bytes, Any] = {}
        for start in range(0, len(keys), _AT_ONCE):
            some = tuple(keys[start : start + _AT_ONCE])
            marks = ",".join("?" * len(some))
            query = f"SELECT key, value FROM kept WHERE key IN ({marks})"
            for key, value in self._run([(query, some)]):
                loaded = self._loads(value)
                if loaded is not None:
                    found[key] = loaded
        return found

    def known(self, keys: Sequence[bytes]) -> set[bytes]:
        """Which of the keys have a value."""
        found: set[bytes] = set()
        for start in range(0, len(keys), _AT_ONCE):
            some = tuple(keys[start : start + _AT_ONCE])
            query = f"SELECT key FROM kept WHERE key IN ({','.join('?' * len(some))})"
            found.update(key for (key,) in self._run([(query, some)]))
        return found

    def put(self, values: Mapping[bytes, object]) -> None:
        """Keep values; the oldest ones go when there are too many."""
        insert = "INSERT OR REPLACE INTO kept (key, value) VALUES (?, ?)"
        statements: list[tuple[str, tuple[Any, ...]]] = [
            (insert, (key, pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)))
            for key, value in values.items()
        ]
        shorten = "DELETE FROM kept WHERE number <= (SELECT max(number) FROM kept) - ?"
        self._run([*statements, (shorten, (self._most,))])

    def clear(self) -> None:
        """Forget everything."""
        for suffix in ("", "-wal", "-shm", "-journal"):
            with suppress(OSError):
                Path(f"{self._path}{suffix}").unlink()

    def _run(self, statements: Iterable[tuple[str, tuple[Any, ...]]]) -> list[tuple[Any, ...]]:
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

    def _loads(self, value: bytes) -> Any:
        try:
            return _Unpickler(io.BytesIO(value), self._modules).load()
        except Exception:  # noqa: BLE001 bytes that are no pickle raise anything
            return None


class _Unpickler(pickle.Unpickler):
    """Makes nothing but values of certain modules."""

    def __init__(self, stream: io.BytesIO, modules: frozenset[str]) -> None:
        super().__init__(stream)
        self._modules = modules

    def find_class(self, module: str, name: str) -> Any:
        """Only the program's own values."""
        if module not in self._modules:
            raise pickle.UnpicklingError(f"{module}.{name} does not belong here")
        return super().find_class(module, name)


@lru_cache(maxsize=8)
def program(*parts: str) -> bytes:
    """Which code works a value out: in a working copy the version stays while the code changes.

    Parts are folders and files below the package.
    """
    root = Path(reader.__file__).parent
    files = sorted(
        path
        for part in parts
        for path in ([root / part] if part.endswith(".py") else (root / part).rglob("*"))
        if path.suffix in (".py", ".txt")
    )
    stats = [(str(path.relative_to(root)), path.stat()) for path in files]
    state = [(name, stat.st_size, stat.st_mtime_ns) for name, stat in stats]
    return blake2b(repr((reader.__version__, state)).encode()).digest()
