"""The files of a Whoosh index; the only module that imports Whoosh.

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
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import whoosh
from whoosh import columns, fields, formats
from whoosh.analysis import IDTokenizer
from whoosh.filedb.filestore import FileStorage
from whoosh.reading import SegmentReader
from whoosh.util.filelock import FileLock, try_for

from reader.errors import IndexNotWritable
from reader.search.lexicon import BETWEEN, QUOTATION
from reader.search.port import GAP, TITLE_WEIGHT, Indexed, text_begins
from reader.search.quoting import quotations
from reader.search.whoosh_segment import Columns
from reader.search.words import stem_positions
from reader.text.tokens import stem

PREPARED = "prepared"
"""The folder beside the index's files for segments that are being written."""

ENGINE = f"whoosh {'.'.join(str(part) for part in whoosh.__version__)}, each quotation by itself"
"""What a seal names, version and fields; an index of another kind is built again."""

Found = dict[str, list[int]]
"""Where each stem stands, ascending."""

_LARGE = 1_500  # articles in a segment that is left as it is
_MOST_SMALL = 8  # each costs every query a look at its lexicon


class Places(formats.Positions):
    """Positions as plain numbers; Whoosh's own are pickles, which take ten times as long."""

    def encode(self, poslist: Sequence[int]) -> bytes:
        """The bytes of ascending positions."""
        return array("I", poslist).tobytes()

    def decode_positions(self, valuestring: bytes) -> array[int]:
        """What `encode` was given."""
        return array("I", valuestring)


class Stems(fields.TEXT):
    """A field that is given its stems with their positions, in place of a text."""

    def __init__(self) -> None:
        super().__init__(IDTokenizer())
        self.format = Places()

    def index(self, value: Any, **_: Any) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Whoosh's postings: (term, count, weight, positions)."""
        for term, (weight, places) in value.items():
            yield term.encode(), len(places), weight, self.format.encode(places)


class Forms(fields.FieldType):
    """A field that is given terms, of which it only says which document has them."""

    def __init__(self) -> None:
        super().__init__(formats.Existence(), IDTokenizer())

    def index(self, value: Any, **_: Any) -> Iterator[tuple[bytes, int, float, None]]:
        """Whoosh's postings; those that it reads back for a merge have no value, either."""
        for term in value:
            yield term.encode(), 1, 1.0, None


class Files(FileStorage):
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

    def __enter__(self) -> Files:
        return self

    def __exit__(self, *_: object) -> None:
        self.close_all()


@contextlib.contextmanager
def locked(path: Path, patience: float) -> Iterator[bool]:
    """Hold a lock that other processes respect; False if it was not to be had in so many seconds.

    A process that dies lets go of it.
    """
    lock = FileLock(str(path))
    held = try_for(lock.acquire, timeout=patience, delay=0.05)
    try:
        yield held
    finally:
        if held:
            lock.release()


def create(files: Files) -> None:
    """Begin an empty index."""
    files.create_index(
        fields.Schema(
            id=fields.ID(unique=True),
            text=Stems(),
            title=Stems(),
            outlet=Stems(),
            byline=Stems(),
            quoted=Stems(),
            speaker=Stems(),
            forms=Forms(),
            card=fields.COLUMN(columns.VarBytesColumn()),
        )
    )


class Contents:
    """What an index has, by the names of its segments, in order; none is opened yet."""

    def __init__(self, files: Files) -> None:
        toc = files.open_index()._read_toc()
        self._files, self._schema = files, toc.schema
        self._segments = {each.segment_id(): each for each in toc.segments}
        self.generation: int = toc.generation
        self.sizes: dict[str, int] = {
            name: each.doc_count_all() for name, each in self._segments.items()
        }
        """Numbers of documents, deleted ones among them."""
        self.documents = sum(self.sizes.values())
        self.alive: int = sum(each.doc_count() for each in toc.segments)
        words = sum(each._fieldlengths.get("text", 0) for each in toc.segments)
        self.average = words / self.documents if words else 1.0
        """The mean length of an article in words."""

    def deleted(self, name: str) -> frozenset[int]:
        """The numbers of the documents of a segment that are deleted."""
        return frozenset(self._segments[name].deleted_docs() or ())

    def reader(self, name: str) -> Any:
        """Whoosh's reader of a segment."""
        return SegmentReader(self._files, self._schema, self._segments[name])


def write(files: Files, fresh: Iterable[Indexed], gone: Iterable[str]) -> None:
    """Take articles out, put others in, and commit; or change nothing and raise."""
    with _writer(files) as writer:
        for id in gone:
            writer.delete_by_term("id", id)
        seen: set[str] = set()
        for article in fresh:
            writer.add_document(**_fields(article, seen))


@contextlib.contextmanager
def _writer(files: Files) -> Iterator[Any]:
    writer = files.open_index().writer(compound=False)
    try:
        yield writer
        writer.commit(mergetype=_merge)
    except BaseException:
        if not writer.is_closed:
            with contextlib.suppress(Exception):
                writer.cancel()
        raise


@dataclass(frozen=True)
class Prepared:
    """A segment that another process has written, beside the index's own."""

    folder: str
    segment: Any
    """Whoosh's name and numbers of it."""
    ids: tuple[str, ...]


def prepare(root: Path, articles: Sequence[Indexed]) -> Prepared:
    """Write a segment of its own for an index; `adopt` makes it part of it.

    An article must come once only. Raises IndexNotWritable where the disk refuses.
    """
    folder = root / PREPARED / secrets.token_hex(8)
    try:
        folder.mkdir(parents=True)
        with Files(folder) as files:
            create(files)
            write(files, articles, [])
            (segment,) = files.open_index()._segments()
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise not_writable(error, root) from error
    return Prepared(str(folder), segment, tuple(article.id for article in articles))


def not_writable(error: OSError, folder: Path) -> IndexNotWritable:
    """What helps, and what the disk refused; the first words say most, as a line may be short."""
    full = error.errno in (errno.ENOSPC, errno.EDQUOT)
    helps = f"make room for {folder}" if full else f"allow writing in {folder}"
    return IndexNotWritable(f"No search index: {helps} ({error.strerror}).")


def adopt(files: Files, prepared: Prepared, gone: Iterable[str]) -> None:
    """As `write`, with a segment that was prepared."""
    name = f"{prepared.segment.segment_id()}."
    for path in Path(prepared.folder).iterdir():
        if path.name.startswith(name):
            # A commit that fails leaves them behind, and the next one deletes what is not its own.
            path.replace(Path(files.folder) / path.name)
    shutil.rmtree(prepared.folder, ignore_errors=True)
    with _writer(files) as writer:
        for id in gone:
            writer.delete_by_term("id", id)
        writer.segments.append(prepared.segment)


def _fields(article: Indexed, seen: set[str]) -> dict[str, Any]:
    title, words, end = stem_positions(article.title)
    outlet, more, outlet_end = stem_positions(article.outlet)
    byline, others, byline_end = stem_positions(article.byline)
    body, rest, end = stem_positions(article.text, text_begins(end))
    quoted, speaker, spoken_end = _spoken(article.text)
    forms = _forms((words | rest | more | others) - seen)
    seen |= words | rest | more | others
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
        "byline": _weighed(byline),
        "quoted": _weighed(quoted),
        "speaker": _weighed(speaker),
        # In one article of a segment each: that a form exists is all that is asked.
        "forms": forms,
        "card": Columns.row(article.id, first, last, max(end, outlet_end, byline_end, spoken_end)),
    }


def _spoken(text: str) -> tuple[Found, Found, int]:
    """The stems quoted and those of who says it, with the number after the last.

    A quotation and its speaker are numbered from one place on, where QUOTATION stands; what is
    not joined is so far from each other that no phrase reaches across.
    """
    quoted: Found = {}
    speaker: Found = {}
    number = 0
    for pieces, names in quotations(text):
        quoted.setdefault(QUOTATION, []).append(number)
        ends = [_apart(quoted, pieces, number), _apart(speaker, names, number)]
        number = max(ends)
    return quoted, speaker, number


def _apart(found: Found, texts: Iterable[str], number: int) -> int:
    for text in texts:
        places, _, end = stem_positions(text, number)
        for term, more in places.items():
            found.setdefault(term, []).extend(more)
        number = end + GAP
    return number


def _weighed(found: Found) -> dict[str, tuple[float, list[int]]]:
    return {term: (float(len(places)), places) for term, places in found.items()}


def _forms(words: set[str]) -> list[str]:
    """Each word with the stem that it is found by, for a person does not type stems.

    A word that is its own stem need not be here: the beginnings of stems are known.
    """
    pairs = ((word, stem(word)) for word in words)
    return [f"{word}{BETWEEN}{stemmed}" for word, stemmed in pairs if word != stemmed]


def _merge(writer: Any, segments: list[Any]) -> list[Any]:
    """Whoosh's merge policy: when small segments are many, they become one.

    Writing one anew takes nearly as long as reading its articles did, so that each is only once.
    """
    small = [each for each in segments if each.doc_count() < _LARGE]
    if len(small) < _MOST_SMALL:
        return segments
    lost: set[bytes] = set()
    for segment in small:
        reader = SegmentReader(writer.storage, writer.schema, segment)
        writer.add_reader(reader)
        if reader.has_deletions():
            lost.update(
                form
                for form in reader.lexicon("forms")
                if not reader.postings("forms", form).is_active()
            )
        reader.close()
    for form in lost if writer.docnum else ():
        # The one article that had it is gone; others may have the word.
        writer.pool.add(("forms", form, writer.docnum - 1, 1.0, None))
    return [each for each in segments if each not in small]
