"""A library: all articles that a person keeps, and what they did to them, in one SQLite file."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType

from reader.errors import LibraryError
from reader.library.articles import ArticleStore
from reader.library.care import Care
from reader.library.database import Database
from reader.library.grouping import EventStore
from reader.library.judgements import JudgementStore
from reader.library.marking import MarkStore
from reader.library.notes import NoteStore
from reader.library.outlets import OutletStore
from reader.library.rulings import RulingStore
from reader.library.searches import SearchStore
from reader.library.sifting import SiftStore
from reader.library.subscriptions import FeedStore
from reader.library.versions import VersionStore


class Library(
    ArticleStore,
    MarkStore,
    NoteStore,
    OutletStore,
    EventStore,
    RulingStore,
    JudgementStore,
    SearchStore,
    VersionStore,
    FeedStore,
    SiftStore,
    Care,
):
    """The stores of one file under one name.

    Usable from several threads and beside other processes. Every method may raise LibraryError.
    """

    @classmethod
    def open(cls, path: Path) -> Library:
        """Open a library file, made with its folder if it is not there yet.

        Raises LibraryError if it cannot be used, FutureLibrary if a newer version wrote it.
        """
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise LibraryError(f"{path.parent}: {error.strerror}") from error
        library = cls(Database(path))
        # Connects, and so finds out now what is wrong with the file.
        with library._database.plain():
            return library

    @property
    def path(self) -> Path:
        """The file."""
        return self._database.path

    def close(self) -> None:
        """Let go of the file; harmless when done twice."""
        self._database.close()

    def __enter__(self) -> Library:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()
