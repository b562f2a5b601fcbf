"""The one place that knows the concrete classes: a library with everything derived from it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from reader.library.library import Library

if TYPE_CHECKING:
    from reader.chosen import Chosen
    from reader.framing.word_lists import WordLists
    from reader.library.comparisons import Comparisons
    from reader.library.grouping_store import SqliteGroupingStore
    from reader.search.port import SearchIndex

VARIABLE = "READER_LIBRARY"
"""Names the folder that holds everything, where `--library` does not."""

LIBRARY_FILE = "library.sqlite3"
_NAME = "framing-reader"
_HIDDEN = "samples-hidden"


class Workspace:
    """A library, its search index and its cache, each opened when first used.

    `data` is the folder of what cannot be made again, `cache` of what can.
    """

    def __init__(self, data: Path, cache: Path, *, is_samples: bool = False) -> None:
        self.data = data
        self.cache = cache
        self.is_samples = is_samples

    @classmethod
    def open(cls, library: Path | None = None) -> Workspace:
        """The person's workspace: in one folder if one is named, else where the system says.

        Raises LibraryError if the library cannot be used.
        """
        folder = library or (Path(os.environ[VARIABLE]) if os.environ.get(VARIABLE) else None)
        if folder is not None:
            folder = folder.expanduser().absolute()
            workspace = cls(folder, folder / "cache")
        else:
            from platformdirs import user_cache_path, user_data_path

            workspace = cls(
                user_data_path(_NAME, appauthor=False), user_cache_path(_NAME, appauthor=False)
            )
        workspace.library  # noqa: B018 opened now, to fail now
        return workspace

    def samples(self) -> Workspace:
        """The bundled articles, in a library of their own with marks of its own.

        Made when first asked for, and brought up to date when the bundled articles changed.
        """
        if self.is_samples:
            return self
        samples = Workspace(self.data / "samples", self.cache / "samples", is_samples=True)
        _bring_up_to_date(samples)
        return samples

    @property
    def samples_hidden(self) -> bool:
        """Whether an empty library is opened as it is, without the samples in its place."""
        return (self.own().data / _HIDDEN).is_file()

    def hide_samples(self, *, hidden: bool) -> None:
        """Have the samples hidden from the next start on, or no more."""
        note = self.own().data / _HIDDEN
        # Where nothing can be written they are as they were before, at the next start.
        with suppress(OSError):
            if hidden:
                note.touch()
            else:
                note.unlink(missing_ok=True)

    @property
    def chosen(self) -> Chosen:
        """What was chosen on the screens and holds."""
        from reader.chosen import Chosen

        return Chosen(self.own().data, self.settings_file)

    def own(self) -> Workspace:
        """The person's workspace beside the samples."""
        return Workspace(self.data.parent, self.cache.parent) if self.is_samples else self

    @cached_property
    def library(self) -> Library:
        """The articles and what the person did to them."""
        return Library.open(self.data / LIBRARY_FILE)

    @cached_property
    def index(self) -> SearchIndex:
        """The search index; it may lag behind the library."""
        from reader.search.whoosh_index import WhooshIndex

        return WhooshIndex(self.cache / "index")

    @cached_property
    def comparisons(self) -> Comparisons:
        """Comparisons that were made before."""
        from reader.library.comparisons import Comparisons

        return Comparisons(self.cache / "comparisons.sqlite3")

    @property
    def in_one_folder(self) -> bool:
        """Whether a folder was named that holds everything, the settings, too."""
        return self.settings_folder == self.own().data

    @property
    def settings_folder(self) -> Path:
        """Where the person's settings lie: with everything else if that has one folder."""
        from platformdirs import user_config_path, user_data_path

        own = self.own().data
        if own == user_data_path(_NAME, appauthor=False):
            own = user_config_path(_NAME, appauthor=False)
        return own

    @property
    def settings_file(self) -> Path:
        """The file of settings, which need not be there."""
        from reader.settings import NAME

        return self.settings_folder / NAME

    @property
    def words_folder(self) -> Path:
        """Where the person's additions to the word lists lie: beside the settings."""
        return self.settings_folder / "words"

    def word_lists(self) -> WordLists:
        """The word lists with the person's additions, read anew: they are small, and edited."""
        from reader.library.own_words import own_words

        return own_words(self.words_folder)

    def grouping(self, *, in_memory: bool = False) -> SqliteGroupingStore:
        """What is known of the articles for grouping them; to be closed after use.

        In memory it is worked out anew. Raises LibraryError if another program is at it and does
        not come to an end.
        """
        from reader.library.grouping_store import open_store

        return open_store(None if in_memory else self.cache / "grouping.sqlite3")

    def forget_grouping(self) -> None:
        """Have everything that is known for grouping worked out anew."""
        from reader.library.grouping_store import delete_store

        delete_store(self.cache / "grouping.sqlite3")

    def close(self) -> None:
        """Let go of all files."""
        for name in ("library", "index"):
            if name in self.__dict__:
                self.__dict__.pop(name).close()

    def __enter__(self) -> Workspace:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


def _bring_up_to_date(samples: Workspace) -> None:
    from reader.importing import samples as bundled

    folder = bundled.folder()
    if folder is None:
        return
    note = samples.data / "made-from"
    library = samples.library
    state = bundled.fingerprint(folder)
    if library.count() and note.is_file() and note.read_text("ascii") == state:
        return
    kept = {library.add(draft)[1].id for draft in bundled.drafts(folder)}
    library.remove(_others(library.ids(), kept))
    # Without the note they are made again next time, to the same end.
    with suppress(OSError):
        note.write_text(state, "ascii")


def _others(ids: Iterable[str], kept: set[str]) -> list[str]:
    return [name for name in ids if name not in kept]
