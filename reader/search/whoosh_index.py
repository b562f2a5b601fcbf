"""The search index in files, by Whoosh; the only module that imports Whoosh. Import it late.

Whoosh keeps the lexicon, the postings and the segments; the words come from
`reader.search.words`, so that what is found and what is marked agree. A title word weighs
TITLE_WEIGHT times in the one posting of its stem, as BM25F has it.
"""

# Whoosh annotates some of itself only, and not always as it behaves.
# mypy: disable-error-code="no-untyped-call,attr-defined,arg-type,union-attr,override"

from __future__ import annotations

import contextlib
import errno
import secrets
import shutil
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from heapq import nsmallest
from pathlib import Path
from typing import Any, TypeVar

import whoosh
from whoosh import columns, fields, formats
from whoosh.analysis import IDTokenizer
from whoosh.filedb.filestore import FileStorage
from whoosh.reading import SegmentReader
from whoosh.util.filelock import FileLock, try_for

from reader.errors import IndexDamaged, IndexNotWritable, ReaderError
from reader.search import seal as seals
from reader.search.evaluate import evaluate
from reader.search.lexicon import BETWEEN, START, Lexicon, completions
from reader.search.port import (
    SHORT,
    TITLE_WEIGHT,
    Hit,
    Hits,
    Indexed,
    Sort,
    expanded,
    refuse_unanswerable,
)
from reader.search.postings import Cache
from reader.search.seal import Seal
from reader.search.syntax import Query
from reader.search.whoosh_segment import Columns, WhooshSegment
from reader.search.words import stem_positions
from reader.text.tokens import stem

_ENGINE = f"whoosh {'.'.join(str(part) for part in whoosh.__version__)}"
_PATIENCE = 5.0  # seconds to wait for another writer; a batch of 500 articles takes about three
_SETTLING = 2.0  # seconds that a reader waits for a writer between its commit and its seal
_GAP = 100  # words between title and text, so that no phrase reaches across
_MOST_SEGMENTS = 8  # each costs every query a look at its lexicon
_KEPT_SEGMENTS = 4
_REFUSED = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EPERM)
_MOST_REMEMBERED = 2_000  # prefixes, some 64 short strings each

T = TypeVar("T")


class Stems(fields.TEXT):
    """A field that is given its stems with their positions, in place of a text."""

    def index(self, value: Any, **_: Any) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Whoosh's postings: (term, count, weight, positions)."""
        for term, (weight, places) in value.items():
            yield term.encode(), len(places), weight, self.format.encode(places)


class Forms(fields.FieldType):
    """A field that is given terms, of which it only says which document has them."""

    def __init__(self) -> None:
        super().__init__(formats.Existence(), IDTokenizer())

    def index(self, value: Any, **_: Any) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Whoosh's postings."""
        for term in value:
            yield term.encode(), 1, 1.0, b""


class _Files(FileStorage):
    """The files of an index; Whoosh leaves some open, and Windows deletes none that is."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder))
        self._opened: list[Any] = []

    def open_file(self, name: str, **options: Any) -> Any:
        """As Whoosh does, but remembered."""
        self._opened.append(super().open_file(name, **options))
        return self._opened[-1]

    def close_all(self) -> None:
        """Close what Whoosh has not closed."""
        for file in self._opened:
            with contextlib.suppress(Exception):
                file.file.close()
        self._opened.clear()

    def __enter__(self) -> _Files:
        return self

    def __exit__(self, *_: object) -> None:
        self.close_all()


@dataclass(frozen=True)
class _Open:
    """What one thread searches in."""

    stamp: tuple[int, int, int]
    files: _Files
    segments: tuple[WhooshSegment, ...]


class WhooshIndex:
    """A SearchIndex in a folder; nothing is opened before it is needed."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._local = threading.local()
        self._kept: dict[tuple[str, int], tuple[Columns, Lexicon, Cache]] = {}
        self._completed: dict[str, tuple[str, ...]] = {}
        self._completed_for = (0, 0, 0)
        self._read_whole: set[str] = set()

    @property
    def revision(self) -> int:
        """See SearchIndex."""
        return seals.read(self._root, _ENGINE).revision

    def ids(self) -> frozenset[str]:
        """See SearchIndex."""
        return self._reading(
            lambda opened: frozenset(
                segment.columns.ids[number]
                for segment in opened.segments
                for number in segment.documents()
            )
        )

    def search(self, query: Query, limit: int = 50, sort: Sort = "relevance") -> Hits:
        """See SearchIndex."""
        refuse_unanswerable(query.root)
        return self._reading(lambda opened: self._answer(opened, query, limit, sort))

    def update(self, articles: Iterable[Indexed], removed: Iterable[str], revision: int) -> None:
        """See SearchIndex."""
        fresh = list({article.id: article for article in articles}.values())
        gone = [*removed, *(article.id for article in fresh)]
        with self._writing() as seal:
            folder = self._root / seal.folder
            seals.verify(self._root, seal, read_all=False)
            if fresh or gone:
                with _damage():
                    _write(folder, fresh, gone if seal.documents else [])
            self._seal(folder, replace(seal, revision=revision))

    def check(self) -> None:
        """See SearchIndex."""
        self._read_whole.clear()
        seal = seals.read(self._root, _ENGINE)
        seals.verify(self._root, seal, read_all=True)
        self.ids()

    def rebuild(self) -> None:
        """See SearchIndex."""
        with self._writing(anew=True) as seal:
            folder = self._root / seal.folder
            folder.mkdir(parents=True)
            with _Files(folder) as files:
                files.create_index(_schema())
            self._seal(folder, seal)
            for other in self._root.iterdir():
                if other.is_dir() and other != folder:
                    shutil.rmtree(other, ignore_errors=True)

    def close(self) -> None:
        """See SearchIndex; other threads' searchers close with their threads."""
        opened: _Open | None = getattr(self._local, "opened", None)
        if opened is not None:
            self._local.opened = None
            opened.files.close_all()

    def _answer(self, opened: _Open, query: Query, limit: int, sort: Sort) -> Hits:
        root = expanded(query.root, lambda prefix: self._completions(opened, prefix))
        found: list[tuple[float, float, str]] = []
        for segment in opened.segments:
            ids, last = segment.columns.ids, segment.columns.last
            for number, score in evaluate(root, segment).items():
                found.append((-score, -last[number], ids[number]))
        ranked = None if sort == "relevance" else _by_day
        best = nsmallest(limit, found, key=ranked)
        hits = tuple(Hit(id, -score, -int(day)) for score, day, id in best)
        return Hits(hits, frozenset(id for _, _, id in found), root)

    def _completions(self, opened: _Open, prefix: str) -> tuple[str, ...]:
        if self._completed_for != opened.stamp or len(self._completed) > _MOST_REMEMBERED:
            self._completed, self._completed_for = {}, opened.stamp
        known = self._completed.get(prefix)
        if known is None:
            pairs = [(segment.reader, segment.lexicon) for segment in opened.segments]
            known = self._completed[prefix] = completions(pairs, prefix)
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
                self.close()
                changed = seals.stamp(self._root) != before
                if not (changed or self._written_now()) or time.monotonic() > until:
                    raise
            time.sleep(0.02)

    def _opened(self) -> _Open:
        stamp = seals.stamp(self._root)
        opened: _Open | None = getattr(self._local, "opened", None)
        if opened is not None and opened.stamp == stamp:
            return opened
        self.close()
        seal = seals.read(self._root, _ENGINE)
        key = f"{seal.folder} {seal.generation}"
        whole = key not in self._read_whole and seals.size(seal) <= seals.READ_AT_OPEN
        seals.verify(self._root, seal, read_all=whole)
        self._read_whole.add(key)
        files = _Files(self._root / seal.folder)
        try:
            opened = _Open(stamp, files, self._segments(_searcher(files, seal)))
        except BaseException:
            files.close_all()
            raise
        self._local.opened = opened
        return opened

    def _segments(self, searcher: Any) -> tuple[WhooshSegment, ...]:
        """The segments, with what other threads or earlier searchers have read of them."""
        found, kept = [], {}
        leaves = searcher.leaf_searchers() if searcher.doc_count_all() else ()
        for leaf, _ in leaves:
            segment = leaf.reader().segment()
            key = (segment.segment_id(), segment.deleted_count())
            kept[key] = self._kept.get(key) or (Columns.of(leaf.reader()), Lexicon(), Cache())
            found.append(WhooshSegment(leaf, *kept[key]))
        self._kept = kept
        return tuple(found)

    def _written_now(self) -> bool:
        lock = FileLock(str(self._root / "lock"))
        try:
            free = lock.acquire()
        except OSError:
            return False
        if free:
            lock.release()
        return not free

    @contextlib.contextmanager
    def _writing(self, *, anew: bool = False) -> Iterator[Seal]:
        """Hold the lock; what the disk refuses is said so, everything else is damage."""
        try:
            self._root.mkdir(parents=True, exist_ok=True)
            lock = FileLock(str(self._root / "lock"))
            if not try_for(lock.acquire, timeout=_PATIENCE, delay=0.05):
                raise IndexNotWritable("Another program is writing the search index.")
            try:
                if anew:
                    yield Seal(secrets.token_hex(4), _ENGINE, 0, 0, 0)
                else:
                    yield seals.read(self._root, _ENGINE)
            finally:
                lock.release()
        except OSError as error:
            raise IndexNotWritable(
                f"The search index cannot be written: {error.strerror}."
            ) from error

    def _seal(self, folder: Path, seal: Seal) -> None:
        with _damage(), _Files(folder) as files:
            made = files.open_index()
            count, generation = made.doc_count(), made.latest_generation()
        measured = seals.measure(folder, seal.files)
        kept = replace(seal, generation=generation, documents=count, files=measured)
        seals.write(self._root, kept)


@contextlib.contextmanager
def _damage() -> Iterator[None]:
    """Whatever Whoosh raises over damaged files (it may be anything) becomes IndexDamaged."""
    try:
        yield
    except ReaderError:
        raise
    except OSError as error:
        if error.errno in _REFUSED:
            raise
        raise IndexDamaged(f"the search index cannot be read: {error}") from error
    except Exception as error:
        raise IndexDamaged(f"the search index is damaged: {error!r}") from error


def _by_day(found: tuple[float, float, str]) -> tuple[float, float, str]:
    score, day, id = found
    return day, score, id


def _schema() -> fields.Schema:
    return fields.Schema(
        id=fields.ID(unique=True),
        text=Stems(IDTokenizer()),
        title=Stems(IDTokenizer()),
        outlet=Stems(IDTokenizer()),
        forms=Forms(),
        card=fields.COLUMN(columns.VarBytesColumn()),
    )


def _searcher(files: _Files, seal: Seal) -> Any:
    made = files.open_index()
    searcher = made.searcher()
    if (made.latest_generation(), searcher.doc_count()) != (seal.generation, seal.documents):
        raise IndexDamaged("the search index has other articles than it should")
    return searcher


def _write(folder: Path, fresh: list[Indexed], gone: list[str]) -> None:
    with _Files(folder) as files:
        writer = files.open_index().writer(compound=False)
        try:
            for id in gone:
                writer.delete_by_term("id", id)
            for article in fresh:
                writer.add_document(**_fields(article))
            writer.commit(mergetype=_merge)
        except BaseException:
            if not writer.is_closed:
                with contextlib.suppress(Exception):
                    writer.cancel()
            raise


def _fields(article: Indexed) -> dict[str, Any]:
    title, words, end = stem_positions(article.title)
    outlet, more, _ = stem_positions(article.outlet)
    body, rest, _ = stem_positions(article.text, end + _GAP)
    weighed = _weighed(body)
    for term, places in title.items():
        below = body.get(term, [])
        weighed[term] = (len(below) + TITLE_WEIGHT * len(places), places + below)
    when = article.published
    first, last = (when.first, when.last) if when else (None, None)
    return {
        "id": article.id,
        "text": weighed,
        "title": _weighed(title),
        "outlet": _weighed(outlet),
        "forms": _forms(words | rest, more),
        "card": Columns.row(article.id, first, last),
    }


def _weighed(found: dict[str, list[int]]) -> dict[str, tuple[float, list[int]]]:
    return {term: (float(len(places)), places) for term, places in found.items()}


def _forms(words: set[str], more: set[str]) -> list[str]:
    """What a person may have typed of the words: their beginnings, and with what stem they go on.

    A word that is its own stem need not be here: the beginnings of stems are known. Words of the
    outlet (`more`) are not looked for by their first two letters.
    """
    pairs = ((word, stem(word)) for word in words | more)
    found = [f"{word}{BETWEEN}{stemmed}" for word, stemmed in pairs if word != stemmed]
    return found + [START + start for start in {word[:SHORT] for word in words}]


def _merge(writer: Any, segments: list[Any]) -> list[Any]:
    """Whoosh's merge policy: when segments grow too many, the smallest become one."""
    if len(segments) < _MOST_SEGMENTS:
        return segments
    by_size = sorted(segments, key=lambda segment: segment.doc_count())
    for segment in by_size[:-_KEPT_SEGMENTS]:
        reader = SegmentReader(writer.storage, writer.schema, segment)
        writer.add_reader(reader)
        reader.close()
    return by_size[-_KEPT_SEGMENTS:]
