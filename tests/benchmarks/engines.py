"""The search engines that are measured beside each other, each with an index of its own on disk.

Each gives the best 50 articles and how many there are; with `counts` also how many by outlet.
"""

# Two of them have no types.
# mypy: disable-error-code="no-untyped-call,attr-defined,import-not-found"

from __future__ import annotations

import shutil
import sqlite3
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from reader.search.found import Labels
from reader.search.port import Indexed
from reader.search.query import parse
from reader.search.whoosh_index import WhooshIndex
from tests.benchmarks.newspaper import Question

LIMIT = 50


class Reader:
    """What is measured against the others."""

    name = "reader"

    def __init__(self, folder: Path) -> None:
        self.index = WhooshIndex(folder / "reader")
        self.outlets = Labels(str)

    def build(self, articles: Iterable[Indexed]) -> None:
        """In batches, as the program does."""
        self.index.rebuild()
        batch: list[Indexed] = []
        for number, each in enumerate(articles, 1):
            batch.append(each)
            if len(batch) == 2000:
                self.index.update(batch, [], number)
                batch = []
        self.index.update(batch, [], number + 1)
        for work in self.index.tidying():
            work()

    def ask(self, question: Question) -> int:
        """How many were found."""
        query = parse(self.text(question), typing=question.open)
        hits = self.index.search(query, LIMIT, "date" if question.by_date else "relevance")
        if question.counts:
            hits.ids.counts(self.outlets)
        return hits.total

    @staticmethod
    def text(question: Question) -> str:
        """What a person would type."""
        text = " ".join(question.words)
        if question.phrase or (len(question.words) > 1 and question.part):
            text = f'"{text}"'
        if question.part:
            text = f"{question.part}:{text}"
        return f"{text} date:{'..'.join(question.days)}" if question.days[0] else text


class StockWhoosh:
    """Whoosh as its documentation shows it."""

    name = "stock Whoosh"

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "whoosh"
        self._opened: tuple[Any, Any] | None = None

    def build(self, articles: Iterable[Indexed]) -> None:
        """One writer, one commit."""
        from whoosh import fields, index
        from whoosh.analysis import StemmingAnalyzer

        self.folder.mkdir(parents=True)
        text = fields.TEXT(analyzer=StemmingAnalyzer(cachesize=-1))
        made = index.create_in(
            str(self.folder),
            fields.Schema(
                id=fields.ID(stored=True),
                title=fields.TEXT(analyzer=StemmingAnalyzer()),
                text=text,
                outlet=fields.TEXT(),
                source=fields.ID(sortable=True),
                day=fields.NUMERIC(sortable=True),
            ),
        )
        writer = made.writer(limitmb=256)
        for each in articles:
            writer.add_document(
                id=each.id,
                title=each.title,
                text=each.text,
                outlet=each.outlet,
                source=each.outlet,
                day=each.published.last.toordinal() if each.published else 0,
            )
        writer.commit()

    def ask(self, question: Question) -> int:
        """How many were found."""
        from whoosh import index, query
        from whoosh.qparser import MultifieldParser, QueryParser

        if self._opened is None:
            made = index.open_dir(str(self.folder))
            self._opened = made.schema, made.searcher()
        schema, searcher = self._opened
        text = Reader.text(Question(question.kind, question.words, question.phrase))
        text += "*" if question.open else ""
        if question.part:
            asked = QueryParser(question.part, schema).parse(text)
        else:
            asked = MultifieldParser(["title", "text"], schema).parse(text)
        if question.days[0]:
            first, last = days(question)
            asked = query.And([asked, query.NumericRange("day", first, last)])
        options: dict[str, Any] = {"sortedby": "day", "reverse": True} if question.by_date else {}
        if question.counts:
            options["groupedby"] = "source"
        found = searcher.search(asked, limit=LIMIT, **options)
        if question.counts:
            found.groups("source")
        return len(found)


class Fts5:
    """SQLite's own, with the Porter stemmer."""

    name = "FTS5"

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.table = sqlite3.connect(folder / "fts5.db")
        self.table.execute("PRAGMA mmap_size=4000000000")

    def build(self, articles: Iterable[Indexed]) -> None:
        """One transaction."""
        self.table.execute(
            "CREATE VIRTUAL TABLE t USING fts5(title, text, outlet, content='', tokenize='porter')"
        )
        self.table.execute("CREATE TABLE card (id INTEGER PRIMARY KEY, outlet TEXT, day INTEGER)")
        for number, each in enumerate(articles, 1):
            row = (number, each.title, each.text, each.outlet)
            day = each.published.last.toordinal() if each.published else 0
            self.table.execute("INSERT INTO t (rowid, title, text, outlet) VALUES (?,?,?,?)", row)
            self.table.execute("INSERT INTO card VALUES (?,?,?)", (number, each.outlet, day))
        self.table.commit()
        self.table.execute("INSERT INTO t(t) VALUES ('optimize')")
        self.table.commit()

    def ask(self, question: Question) -> int:
        """How many rows came; the whole number is not asked for, which favours this engine."""
        words = [f'"{word}"' for word in question.words]
        text = f'"{" ".join(question.words)}"' if question.phrase else " ".join(words)
        text += "*" if question.open else ""
        if question.part:
            text = f'{question.part} : "{" ".join(question.words)}"'
        joined = "FROM t JOIN card ON card.id = t.rowid WHERE t MATCH ?"
        asked = f"SELECT rowid FROM t WHERE t MATCH ? ORDER BY bm25(t, 3.0, 1.0) LIMIT {LIMIT}"
        values: list[Any] = [text]
        if question.by_date:
            asked = f"SELECT t.rowid {joined} ORDER BY day DESC LIMIT {LIMIT}"
        elif question.days[0]:
            asked = (
                f"SELECT t.rowid {joined} AND day BETWEEN ? AND ?"
                f" ORDER BY bm25(t, 3.0, 1.0) LIMIT {LIMIT}"
            )
            values += days(question)
        elif question.counts:
            asked = f"SELECT card.outlet, count(*) {joined} GROUP BY card.outlet"
        return len(self.table.execute(asked, values).fetchall())


class CountingFts5(Fts5):
    """The same, which also says how many there are, as this program does with every key."""

    name = "FTS5 + total"
    shares = "FTS5"

    def ask(self, question: Question) -> int:
        """How many were found."""
        rows = super().ask(question)
        if question.counts or question.part or question.days[0]:
            return rows
        words = [f'"{word}"' for word in question.words]
        text = f'"{" ".join(question.words)}"' if question.phrase else " ".join(words)
        text += "*" if question.open else ""
        counted = self.table.execute("SELECT count(*) FROM t WHERE t MATCH ?", (text,))
        return int(counted.fetchone()[0])


class Tantivy:
    """The one in Rust, where it is installed."""

    name = "tantivy"

    def __init__(self, folder: Path) -> None:
        import tantivy

        self.engine = tantivy
        self.folder = folder / "tantivy"
        self._index: Any = None

    def build(self, articles: Iterable[Indexed]) -> None:
        """One commit."""
        self.folder.mkdir(parents=True)
        builder = self.engine.SchemaBuilder()
        for name in ("title", "text", "outlet"):
            builder.add_text_field(name, tokenizer_name="en_stem")
        builder.add_text_field("source", tokenizer_name="raw", fast=True)
        builder.add_integer_field("day", indexed=True, fast=True)
        index = self.engine.Index(builder.build(), path=str(self.folder))
        writer = index.writer(heap_size=200_000_000, num_threads=1)
        for each in articles:
            day = each.published.last.toordinal() if each.published else 0
            writer.add_document(
                self.engine.Document(
                    title=each.title,
                    text=each.text,
                    outlet=each.outlet,
                    source=each.outlet,
                    day=day,
                )
            )
        writer.commit()
        writer.wait_merging_threads()

    def ask(self, question: Question) -> int:
        """How many were found."""
        if self._index is None:
            self._index = self.engine.Index.open(str(self.folder))
            self._searcher = self._index.searcher()
        query = self.engine.Query
        fields = [question.part] if question.part else ["title", "text"]
        text = Reader.text(Question("", question.words, question.phrase or bool(question.part)))
        must = []
        if question.open:
            text = " ".join(question.words[:-1])
            rest = f"{question.words[-1]}.*"
            must.append(query.regex_query(self._index.schema, "text", rest))
        if text:
            must.append(self._index.parse_query(text, fields, conjunction_by_default=True))
        if question.days[0]:
            first, last = days(question)
            must.append(self._index.parse_query(f"day:[{first} TO {last}]"))
        asked = must[0]
        if len(must) > 1:
            asked = query.boolean_query([(self.engine.Occur.Must, each) for each in must])
        if question.counts:
            by = {"by": {"terms": {"field": "source", "size": 50}}}
            self._searcher.aggregate(asked, by)
        options = {"order_by_field": "day"} if question.by_date else {}
        return int(self._searcher.search(asked, LIMIT, count=True, **options).count or 0)


class Ripgrep:
    """Reads all files each time; asked for words and phrases only."""

    name = "ripgrep"

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "files"
        found = shutil.which("rg")
        if found is None:
            raise ImportError("rg is not installed")
        self.program = found

    def build(self, articles: Iterable[Indexed]) -> None:
        """A file for each article."""
        for number, each in enumerate(articles):
            place = self.folder / f"{number // 1000}"
            place.mkdir(parents=True, exist_ok=True)
            (place / f"{number}.txt").write_text(f"{each.title}\n{each.text}\n", "utf-8")

    def ask(self, question: Question) -> int:
        """How many were found; -1 for what it cannot be asked."""
        if question.kind not in ("common term", "rare term", "phrase", "phrase, common words"):
            return -1
        asked = [self.program, "-l", "-i", "-w", "-F", " ".join(question.words), str(self.folder)]
        return subprocess.run(asked, capture_output=True, check=False).stdout.count(b"\n")


ENGINES = (Reader, Fts5, CountingFts5, StockWhoosh, Tantivy, Ripgrep)


def days(question: Question) -> tuple[int, int]:
    """The first and last day as numbers."""
    from datetime import date

    first, last = (date.fromisoformat(each).toordinal() for each in question.days)
    return first, last
