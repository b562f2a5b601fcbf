"""The search index in files, by Whoosh. Import it late: Whoosh takes a tenth of a second."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TypeVar

from reader.errors import IndexDamaged, IndexNotWritable, ReaderError
from reader.search import seal as seals
from reader.search import whoosh_files
from reader.search.bm25 import Statistics
from reader.search.flat.store import Flats
from reader.search.found import Ids
from reader.search.leftovers import Leftovers
from reader.search.lexicon import completions, others
from reader.search.port import Hits, Indexed, Sort, expanded, hits_of, refuse_unanswerable
from reader.search.seal import Seal
from reader.search.segment import ListSegment
from reader.search.syntax import Part, Query
from reader.search.vocabulary import Vocabulary
from reader.search.whoosh_files import ENGINE, Contents, Files, Prepared
from reader.search.whoosh_segment import Kept, WhooshLists
from reader.search.whoosh_source import derive

_PATIENCE = 5.0  # seconds to wait for another writer; a batch of 250 articles takes about two
_SETTLING = 2.0  # seconds that a reader waits for a writer between its commit and its seal
_REFUSED = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EPERM)
_MOST_REMEMBERED = 2_000  # prefixes, some dozens of short strings each

FLAT = "flat"
"""The folder within the index's own of what is derived from its segments; it may be deleted."""

T = TypeVar("T")


@dataclass(frozen=True)
class _Open:
    """What one thread searches in."""

    stamp: tuple[int, ...]
    flat: Path
    changed: int
    """When a flat file last came or went."""
    watched: tuple[tuple[str, seals.Sign], ...]
    """The files that are looked into, as they were: they never change."""
    files: Files
    segments: tuple[ListSegment, ...]

    def is_of(self, stamp: tuple[int, ...]) -> bool:
        """Whether it is still what lies there under this stamp."""
        # A file that is cut short would end the program where it is looked into.
        return (self.stamp, self.changed) == (stamp, seals.sign(self.flat)[0]) and all(
            seals.sign(path) == sign for path, sign in self.watched
        )


class WhooshIndex:
    """A SearchIndex in a folder; nothing is opened before it is needed."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._local = threading.local()
        self._kept: dict[tuple[str, int], Kept] = {}
        self._completed: dict[tuple[str, bool], tuple[str, ...]] = {}
        self._completed_for: tuple[int, ...] = ()
        self._sealed: tuple[tuple[int, ...], int] = ((), 0)
        self._flats = Flats()
        self._leftovers = Leftovers(root)
        self._all: tuple[tuple[int, ...], frozenset[str]] = ((), frozenset())
        self._files: set[Files] = set()
        self._closed = 0
        self._read_whole: set[str] = set()
        self._signs: dict[str, seals.Sign] = {}

    @property
    def revision(self) -> int:
        """See SearchIndex; every key asks for it, and the seal names some hundred files."""
        stamp = seals.stamp(self._root)
        if stamp != self._sealed[0] or not any(stamp):
            self._sealed = stamp, seals.read(self._root, ENGINE).revision
        return self._sealed[1]

    def ids(self) -> frozenset[str]:
        """See SearchIndex."""

        def all_ids(opened: _Open) -> frozenset[str]:
            stamp, known = self._all
            if stamp != opened.stamp:
                every = chain.from_iterable(segment.all_ids() for segment in opened.segments)
                known = frozenset(every)
                self._all = opened.stamp, known
            return known

        return self._reading(all_ids)

    def search(self, query: Query, limit: int = 50, sort: Sort = "relevance") -> Hits:
        """See SearchIndex."""
        refuse_unanswerable(query.root)
        return self._reading(lambda opened: self._answer(opened, query, limit, sort))

    def preparing(self) -> Callable[[Sequence[Indexed]], Prepared]:
        """See SearchIndex."""
        folder = self._root / seals.read(self._root, ENGINE).folder
        self._leftovers.hold()
        return partial(whoosh_files.prepare, folder)

    def update(
        self, articles: Iterable[Indexed] | Prepared, removed: Iterable[str], revision: int
    ) -> None:
        """See SearchIndex."""
        with self._writing() as seal:
            folder = self._root / seal.folder
            seals.verify(self._root, seal, read_all=False)
            with _damage(refused=True), Files(folder) as files:
                if isinstance(articles, Prepared):
                    gone = [*removed, *articles.ids] if seal.documents else []
                    whoosh_files.adopt(files, articles, gone)
                else:
                    fresh = list({article.id: article for article in articles}.values())
                    gone = [*removed, *(article.id for article in fresh)]
                    if gone:
                        whoosh_files.write(files, fresh, gone if seal.documents else [])
            self._seal(folder, replace(seal, revision=revision))

    def tidying(self) -> Sequence[Callable[[], None]]:
        """See SearchIndex."""
        self._leftovers.sweep()
        folder = self._root / seals.read(self._root, ENGINE).folder
        with _damage(), Files(folder) as files:
            missing = self._flats.missing(folder / FLAT, Contents(files).sizes)
        return [partial(derive, folder, path, group) for path, group in missing]

    def where(
        self, ids: Sequence[str], words: Sequence[frozenset[str]]
    ) -> dict[str, list[Sequence[int]]]:
        """See SearchIndex."""

        def look(opened: _Open) -> dict[str, list[Sequence[int]]]:
            found: dict[str, list[Sequence[int]]] = {}
            for segment in opened.segments:
                found |= segment.where(ids, words)
            return found

        return self._reading(look)

    def vocabulary(self, part: Part = "text") -> Vocabulary:
        """See SearchIndex."""
        return self._reading(lambda opened: _vocabulary(opened, part))

    def check(self) -> None:
        """See SearchIndex."""
        self._read_whole.clear()
        seal = seals.read(self._root, ENGINE)
        seals.verify(self._root, seal, read_all=True)
        self._flats.check(self._root / seal.folder / FLAT)
        self.ids()

    def rebuild(self) -> None:
        """See SearchIndex."""
        with self._writing(anew=True) as seal:
            folder = self._root / seal.folder
            folder.mkdir(parents=True)
            with Files(folder) as files:
                whoosh_files.create(files)
            self._seal(folder, seal)
            self._leftovers.keep_only(seal.folder)

    def close(self) -> None:
        """See SearchIndex; a thread in the middle of a question gets IndexDamaged."""
        self._closed += 1
        self._leftovers.let_go()
        while self._files:
            self._files.pop().close_all()

    def _answer(self, opened: _Open, query: Query, limit: int, sort: Sort) -> Hits:
        root = expanded(
            query.root,
            lambda prefix: self._completions(opened, prefix, short=False),
            lambda: _vocabulary(opened),
            lambda prefix: self._completions(opened, prefix, short=True),
        )
        answers = [segment.answer(root, limit, sort) for segment in opened.segments]
        best = sorted(chain.from_iterable(best for best, _ in answers))[:limit]
        return Hits(hits_of(best, sort), Ids(*(part for _, part in answers)), root)

    def _completions(self, opened: _Open, prefix: str, *, short: bool) -> tuple[str, ...]:
        if self._completed_for != opened.stamp or len(self._completed) > _MOST_REMEMBERED:
            self._completed, self._completed_for = {}, opened.stamp
        known = self._completed.get((prefix, short))
        if known is None:
            known = (others if short else completions)(
                [segment.lists for segment in opened.segments], prefix
            )
            self._completed[prefix, short] = known
        return known

    def _reading(self, answer: Callable[[_Open], T]) -> T:
        """Do it with this thread's searcher, waiting for a writer that is about to finish."""
        until = time.monotonic() + _SETTLING
        while True:
            before = seals.stamp(self._root)
            try:
                with _damage():
                    return answer(self._opened())
            except IndexDamaged:
                self._let_go()
                changed = seals.stamp(self._root) != before
                if not (changed or _written_now(self._root)) or time.monotonic() > until:
                    raise
            time.sleep(0.02)

    def _opened(self) -> _Open:
        stamp = (*seals.stamp(self._root), self._closed)
        opened: _Open | None = getattr(self._local, "opened", None)
        if opened is not None and opened.is_of(stamp):
            return opened
        self._let_go()
        seal = seals.read(self._root, ENGINE)
        key = f"{seal.folder} {seal.generation}"
        whole = key not in self._read_whole and seals.size(seal) <= seals.READ_AT_OPEN
        seals.verify(self._root, seal, read_all=whole, known=self._signs)
        self._read_whole.add(key)
        files = Files(self._root / seal.folder)
        try:
            contents = Contents(files)
            if (contents.generation, contents.alive) != (seal.generation, seal.documents):
                raise IndexDamaged("the search index has other articles than it should")
            flat = self._root / seal.folder / FLAT
            changed = seals.sign(flat)[0]
            segments, watched = self._segments(contents, flat)
            opened = _Open(stamp, flat, changed, watched, files, segments)
        except BaseException:
            files.close_all()
            raise
        self._local.opened = opened
        self._files.add(files)
        if self._closed != stamp[-1]:  # by another thread, which did not know of these files
            self._let_go()
            raise IndexDamaged("the search index was closed")
        return opened

    def _let_go(self) -> None:
        """Close what this thread has open."""
        opened: _Open | None = getattr(self._local, "opened", None)
        if opened is not None:
            self._local.opened = None
            self._files.discard(opened.files)
            opened.files.close_all()

    def _segments(
        self, contents: Contents, folder: Path
    ) -> tuple[tuple[ListSegment, ...], tuple[tuple[str, seals.Sign], ...]]:
        """What answers, with what other threads or earlier searchers have read of it; its files."""
        found: list[ListSegment] = []
        statistics = Statistics(
            contents.documents,
            contents.average,
            lambda part, stem: sum(each.lists.frequency(part, stem) for each in found),
        )
        deleted = {name: contents.deleted(name) for name in contents.sizes}
        flat, covered = self._flats.segments(folder, contents.sizes, deleted, statistics)
        found += flat
        kept = {}
        for name in contents.sizes.keys() - covered:
            key = (name, len(deleted[name]))
            kept[key] = self._kept.get(key) or Kept()
            lists = WhooshLists(contents.reader(name), kept[key])
            dead = [lists.ranks[number] for number in deleted[name]]
            found.append(ListSegment(lists, dead, statistics))
        self._kept = kept
        plain = {name for name, _ in kept}
        own = {path: sign for path, sign in self._signs.items() if _segment_of(path) in plain}
        return tuple(found), (*own.items(), *self._flats.watched)

    @contextlib.contextmanager
    def _writing(self, *, anew: bool = False) -> Iterator[Seal]:
        """Hold the lock; what the disk refuses is said so, everything else is damage."""
        try:
            if anew and not self._root.is_dir():
                self._root.unlink(missing_ok=True)  # a file that has come to lie there
            self._root.mkdir(parents=True, exist_ok=True)
            with whoosh_files.locked(self._root / "lock", _PATIENCE) as held:
                if not held:
                    raise IndexNotWritable("Another program is writing the search index.")
                if anew:
                    yield Seal(secrets.token_hex(4), ENGINE, 0, 0, 0)
                else:
                    yield seals.read(self._root, ENGINE)
        except OSError as error:
            raise whoosh_files.not_writable(error, self._root) from error

    def _seal(self, folder: Path, seal: Seal) -> None:
        with _damage(refused=True), Files(folder) as files:
            found = Contents(files)
        measured = seals.measure(folder, seal.files)
        kept = replace(seal, generation=found.generation, documents=found.alive, files=measured)
        seals.write(self._root, kept)


def _written_now(root: Path) -> bool:
    try:
        with whoosh_files.locked(root / "lock", 0.0) as free:
            return not free
    except OSError:
        return False


def _vocabulary(opened: _Open, part: Part = "text") -> Vocabulary:
    lists = [segment.lists for segment in opened.segments]
    if part == "text":
        return Vocabulary(each.words() for each in lists)
    return Vocabulary(each.words().within(each.counted(part)) for each in lists)


@contextlib.contextmanager
def _damage(*, refused: bool = False) -> Iterator[None]:
    """Whatever Whoosh raises over damaged files (it may be anything) becomes IndexDamaged.

    With `refused`, an error of a disk that is full or read-only stays what it is.
    """
    try:
        yield
    except ReaderError:
        raise
    except OSError as error:
        if refused and error.errno in _REFUSED:
            raise
        raise IndexDamaged(f"the search index cannot be read: {error}") from error
    except Exception as error:
        raise IndexDamaged(f"the search index is damaged: {error!r}") from error


def _segment_of(path: str) -> str:
    """The segment that a file belongs to (`MAIN_1c2qo1ku9shooyz2.trm`)."""
    return os.path.basename(path).partition(".")[0]
