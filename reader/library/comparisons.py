"""Comparisons that were made before."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path

from reader.framing.word_lists import UNCHANGED, WordLists
from reader.library.kept import Kept, program
from reader.model import Article, Comparison, Judgement

# About 200 MB at the size that comparisons of four articles have.
_MOST = 2_000


class Comparisons:
    """Comparisons of exactly these texts by exactly this program with exactly these word lists."""

    def __init__(self, path: Path) -> None:
        self._kept = Kept(path, modules=frozenset({"reader.model"}), most=_MOST)

    def get(
        self,
        articles: Sequence[Article],
        *,
        one_event: bool,
        said: Sequence[Judgement] = (),
        words: WordLists = UNCHANGED,
    ) -> Comparison | None:
        """The comparison, if it was kept; what was said of findings is applied afterwards."""
        key = _key(articles, one_event, said, words)
        found = self._kept.get([key]).get(key)
        return found if isinstance(found, Comparison) else None

    def put(
        self,
        articles: Sequence[Article],
        comparison: Comparison,
        *,
        one_event: bool,
        said: Sequence[Judgement] = (),
        words: WordLists = UNCHANGED,
    ) -> None:
        """Keep a comparison."""
        self._kept.put({_key(articles, one_event, said, words): comparison})

    def clear(self) -> None:
        """Forget everything."""
        self._kept.clear()


def _program() -> bytes:
    return program("text", "alignment", "framing", "model.py")


def _key(
    articles: Sequence[Article], one_event: bool, said: Sequence[Judgement], words: WordLists
) -> bytes:
    """Differs when anything differs that a comparison rests on."""
    known = blake2b(_program(), digest_size=20)
    passages = [(each.act, each.places) for each in said if each.act in ("same", "apart")]
    known.update(repr((one_event, words, passages)).encode("utf-8", "surrogatepass"))
    for article in articles:
        facts = (article.id, article.title, article.outlet, article.byline, article.published)
        known.update(repr((*facts, article.url, article.language)).encode())
        known.update(blake2b(article.text.encode("utf-8", "surrogatepass")).digest())
    return known.digest()
