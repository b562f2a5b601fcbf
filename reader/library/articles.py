"""The articles of a library: put in, found by name, corrected, taken out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime

from reader.errors import NoSuchArticle, UsageError
from reader.library import rows
from reader.library.database import Database
from reader.library.intake import Outcome, Taken, next_revision, put, settle, state, touch
from reader.library.names import called, key_of
from reader.library.provenance import EDITABLE, readable_date
from reader.library.removal import Removal, keep, newest_kept, put_in, taken_out
from reader.model import Article, Card, Draft
from reader.text.addresses import page_of
from reader.text.safety import one_line


class ArticleStore:
    """The articles of a library. Every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, draft: Draft, now: datetime | None = None) -> tuple[Outcome, Article]:
        """Put in what a source holds: a new article, a new version of one, or nothing new.

        The same text from another source is the same article. A source whose text changed updates
        its article, which keeps its id and what a person did to it, unless another source still
        holds the old text: then the new text is an article of its own.
        """
        stamp = (now or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="microseconds")
        with self._database.write() as connection:
            outcome, key = put(connection, draft, stamp)
            name = rows.id_of(connection, key)
            return outcome, rows.articles(connection, [name])[name]

    def add_all(self, drafts: Iterable[Draft], now: datetime | None = None) -> list[Taken]:
        """Put in several drafts in one transaction: all of them or, on an error, none."""
        stamp = (now or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="microseconds")
        taken = []
        with self._database.write() as connection:
            for draft in drafts:
                outcome, key = put(connection, draft, stamp)
                taken.append(Taken(outcome, rows.id_of(connection, key)))
        return taken

    def get(self, article: str) -> Article:
        """One article by its id; raises NoSuchArticle."""
        with self._database.read() as connection:
            found = rows.articles(connection, [article])
        if article not in found:
            raise NoSuchArticle(f"no article has the id {article!r}")
        return found[article]

    def resolve(self, name: str) -> str:
        """The id of the article that goes by this id, source, unique prefix of an id, or URL.

        Raises NoSuchArticle when there is none or more than one.
        """
        with self._database.read() as connection:
            for found in called(connection, name):
                if len(found) == 1:
                    return found[0]
                if found:
                    some = ", ".join(found[:5]) + (", ..." if len(found) > 5 else "")
                    raise NoSuchArticle(f"{name!r} may be any of {some}; write more of the id")
        raise NoSuchArticle(f"no article has the id or source {name!r}")

    def held(self, sources: Iterable[str]) -> dict[str, str]:
        """Which of these sources are known, with the ids of their articles."""
        query = "SELECT s.source, a.id FROM sources s JOIN articles a ON a.key = s.article"
        return self._by_name(f"{query} WHERE s.source IN", list(sources))

    def pages(self, addresses: Iterable[str]) -> dict[str, str]:
        """Which of these pages are articles already, in whatever spelling, with their ids."""
        spelled = {address: page_of(address) for address in addresses}
        query = "SELECT page, id FROM articles WHERE page IN"
        found = self._by_name(query, [page for page in spelled.values() if page])
        return {a: found[page] for a, page in spelled.items() if page in found}

    def _by_name(self, query: str, names: list[str]) -> dict[str, str]:
        found: dict[str, str] = {}
        with self._database.read() as connection:
            for marks, some in rows.batches(names):
                found.update(connection.execute(f"{query} ({marks})", some).fetchall())
        return found

    def articles(self, ids: Iterable[str] | None = None) -> Iterator[Article]:
        """All articles in the order of `ids()`, or some in the order given; gone ones are left out.

        Read in batches: an article that changes meanwhile comes as it then is.
        """
        for _, some in rows.batches(self.ids() if ids is None else list(ids)):
            with self._database.read() as connection:
                found = rows.articles(connection, some)
            yield from (found[name] for name in some if name in found)

    def ids(self, most: int = -1) -> list[str]:
        """All ids, or the first ones: newest published first, then the undated ones, the latest
        added first.
        """
        with self._database.read() as connection:
            query = f"SELECT a.id FROM articles a ORDER BY {rows.ORDER} LIMIT {most:d}"
            return [name for (name,) in connection.execute(query)]

    def cards(self, ids: Iterable[str] | None = None) -> list[Card]:
        """What lists show, in the order of `ids()` or as given; gone ones are left out."""
        with self._database.read() as connection:
            if ids is None:
                return rows.cards(connection)
            wanted = list(ids)
            found = {
                card.id: card
                for _, some in rows.batches(wanted)
                for card in rows.cards(connection, some)
            }
        return [found[name] for name in wanted if name in found]

    def edit(
        self,
        article: str,
        *,
        title: str | None = None,
        outlet: str | None = None,
        byline: str | None = None,
        published: str | None = None,
        url: str | None = None,
    ) -> Article:
        """Correct what the sources say; an empty string says that it is not known.

        Stronger than any later import. Raises UsageError for a date that is not ISO 8601.
        """
        given = dict(zip(EDITABLE, (title, outlet, byline, published, url), strict=True))
        changes = {
            name: one_line(value) or None for name, value in given.items() if value is not None
        }
        date = changes.get("published")
        if date and not readable_date(date):
            raise UsageError(f"{date!r} is no date; write 2025-11-30, 2025-11 or 2025")
        with self._database.write() as connection:
            key = key_of(connection, article)
            connection.executemany(
                "INSERT INTO corrections VALUES (?, ?, ?)"
                " ON CONFLICT DO UPDATE SET value = excluded.value",
                [(key, name, value) for name, value in changes.items()],
            )
            if settle(connection, key):
                touch(connection, key)
            return rows.articles(connection, [article])[article]

    def edits(self) -> dict[str, dict[str, str | None]]:
        """What a person corrected, by the id of the article and the name of the field."""
        query = (
            "SELECT a.id, c.field, c.value FROM corrections c JOIN articles a ON a.key = c.article"
            " ORDER BY c.article, c.field"
        )
        found: dict[str, dict[str, str | None]] = {}
        with self._database.read() as connection:
            for name, field, value in connection.execute(query):
                found.setdefault(name, {})[field] = value
        return found

    def put_edits(self, article: str, edits: Mapping[str, str | None]) -> None:
        """Have exactly these corrections of an article; raises NoSuchArticle."""
        with self._database.write() as connection:
            key = key_of(connection, article)
            connection.execute("DELETE FROM corrections WHERE article = ?", (key,))
            connection.executemany(
                "INSERT INTO corrections VALUES (?, ?, ?)",
                [(key, name, value) for name, value in edits.items()],
            )
            if settle(connection, key):
                touch(connection, key)

    def remove(self, ids: Iterable[str]) -> Removal:
        """Take articles out, with all that was done to them; they can be put back."""
        with self._database.write() as connection:
            removal = taken_out(connection, list(ids))
            if removal.articles:
                revision = next_revision(connection)
                connection.executemany(
                    "INSERT OR REPLACE INTO removed VALUES (?, ?)",
                    [(row[1], revision) for row in removal.articles],
                )
                connection.execute("DELETE FROM events WHERE id NOT IN (SELECT event FROM members)")
                now = datetime.now(UTC).isoformat(timespec="seconds")
                removal = keep(connection, removal, now)
        return removal

    def last_removal(self) -> Removal | None:
        """The last one that was not undone, on whatever day; None if none is kept."""
        with self._database.read() as connection:
            return newest_kept(connection)

    def put_back(self, removal: Removal) -> int:
        """Undo a removal: texts, versions, sources, marks, tags; how many articles came back."""
        with self._database.write() as connection:
            keys = put_in(connection, removal)
            connection.execute("DELETE FROM removals WHERE number = ?", (removal.number,))
            connection.executemany(
                "DELETE FROM removed WHERE id = ?", [(row[1],) for row in removal.articles]
            )
            for key in keys:
                settle(connection, key)  # outlets may have other names meanwhile
                touch(connection, key)
        return len(keys)

    def count(self) -> int:
        """How many articles there are."""
        with self._database.read() as connection:
            return int(connection.execute("SELECT count(*) FROM articles").fetchone()[0])

    @property
    def revision(self) -> int:
        """A number that grows with every change of a text or of what is known of one."""
        with self._database.read() as connection:
            return state(connection, "revision")

    def changed_since(self, revision: int) -> tuple[dict[str, int], list[str]]:
        """Articles that came or changed after a revision, and those that went.

        The first ones with the revision of their last change, in its order.
        """
        with self._database.read() as connection:
            changed = connection.execute(
                "SELECT id, revision FROM articles WHERE revision > ? ORDER BY revision",
                (revision,),
            ).fetchall()
            removed = connection.execute(
                "SELECT id FROM removed WHERE revision > ? ORDER BY revision", (revision,)
            ).fetchall()
        return dict(changed), [name for (name,) in removed]
