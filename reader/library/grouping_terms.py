"""What of each article counts for grouping, worked out once for each text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import blake2b
from pathlib import Path

from reader.events.terms import Terms
from reader.library.kept import Kept, program
from reader.model import Article

# About 850 MB: terms take 8.5 kB an article.
_MOST = 100_000


class GroupingTerms:
    """The terms of exactly these texts by exactly this program."""

    def __init__(self, path: Path) -> None:
        self._kept = Kept(path, modules=frozenset({"reader.events.terms"}), most=_MOST)

    def get(self, articles: Sequence[Article]) -> dict[str, Terms]:
        """Those that were kept, by article id."""
        keys = {_key(article): article.id for article in articles}
        found = self._kept.get(list(keys))
        return {keys[key]: terms for key, terms in found.items() if isinstance(terms, Terms)}

    def missing(self, articles: Sequence[Article]) -> list[Article]:
        """Those of the articles whose terms are not kept."""
        keys = {_key(article): article for article in articles}
        known = self._kept.known(list(keys))
        return [article for key, article in keys.items() if key not in known]

    def put(self, terms: Mapping[Article, Terms]) -> None:
        """Keep terms."""
        self._kept.put({_key(article): each for article, each in terms.items()})


def _key(article: Article) -> bytes:
    known = blake2b(program("text", "events/terms.py"), digest_size=20)
    known.update(repr((article.title, article.language)).encode())
    known.update(article.text.encode("utf-8", "surrogatepass"))
    return known.digest()
