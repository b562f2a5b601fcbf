"""What a person said of the grouping, folded into what holds now; a later word is stronger."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from reader.model import Ruling

Word = tuple[bool, frozenset[str]]
"""What was said to one article: these are apart from it (True), or are one with it (False).

Pairs are not written out: taking one hundred articles from another hundred is two sets, not ten
thousand pairs.
"""


@dataclass(frozen=True)
class Name:
    """A name that a person gave, or took back."""

    articles: frozenset[str]
    """Those of the event or story when it was named."""
    text: str
    """Empty to take the name back: then the headline stands again."""
    for_story: bool


@dataclass(frozen=True)
class Ruled:
    """What holds after all rulings."""

    blocks: tuple[frozenset[str], ...] = ()
    """Articles that are one event, two and more each; no article is in two blocks."""
    names: tuple[Name, ...] = ()
    """In the order of being given: of two that fit, the later one holds."""
    words: Mapping[str, tuple[Word, ...]] = field(default_factory=dict)
    """For each article that something was taken apart from, what it was told, in order."""

    @cached_property
    def block_of(self) -> Mapping[str, frozenset[str]]:
        """The block of each article that is in one."""
        return {article: block for block in self.blocks for article in block}

    def foes(self, article: str) -> frozenset[str]:
        """All articles that must not be in one event with this one; none is of its block."""
        if article not in self.words:
            return _NOBODY
        known = self._foes.get(article)
        if known is None:
            against: set[str] = set()
            for apart, articles in self.words[article]:
                if apart:
                    against |= articles
                else:
                    against -= articles
            known = self._foes[article] = frozenset(against)
        return known

    def apart(self, one: Collection[str], other: Collection[str]) -> bool:
        """Whether an article of the first must not be in one event with one of the second."""
        few, many = sorted((one, other), key=len)
        return any(not self.foes(each).isdisjoint(many) for each in few if each in self.words)

    @cached_property
    def _foes(self) -> dict[str, frozenset[str]]:
        return {}

    def name_of(
        self,
        articles: Collection[str],
        *,
        story: bool = False,
        present: frozenset[str] | None = None,
    ) -> str | None:
        """The name that a person gave to the event or story of these articles, None without.

        A name goes with more than half of the articles that had it, as an id does; with `present`
        only those count that are still in the library.
        """
        within = frozenset(articles)
        near = {at for article in within for at in self._names_of.get((article, story), ())}
        for at in sorted(near, reverse=True):
            having = self.names[at].articles
            counting = having if present is None else having & present
            if 2 * len(having & within) > len(counting):
                return self.names[at].text or None
        return None

    @cached_property
    def _names_of(self) -> Mapping[tuple[str, bool], tuple[int, ...]]:
        found: dict[tuple[str, bool], list[int]] = {}
        for at, name in enumerate(self.names):
            for article in name.articles:
                found.setdefault((article, name.for_story), []).append(at)
        return {key: tuple(places) for key, places in found.items()}


def ruled(rulings: Iterable[Ruling]) -> Ruled:
    """Fold rulings, given in the order of their numbers.

    Each first takes its `apart` out of what was one, then makes its `one` a block. What a block
    holds is apart no more.
    """
    state = _State()
    names: list[Name] = []
    for ruling in rulings:
        if ruling.act in ("name", "name-story"):
            for_story = ruling.act == "name-story"
            names.append(Name(frozenset(ruling.one), ruling.name or "", for_story))
            continue
        one, other = map(frozenset, ruling.apart)
        # No article is apart from itself.
        state.take_apart(one, other - one)
        state.make_one(frozenset(ruling.one))
    words = {article: tuple(told) for article, told in state.words.items()}
    return Ruled(state.blocks(), tuple(names), words)


def touched(ruling: Ruling) -> frozenset[str]:
    """All articles that a ruling speaks of."""
    return frozenset(ruling.one).union(*ruling.apart)


_NOBODY: frozenset[str] = frozenset()


@dataclass
class _State:
    """Blocks and words while they are being folded."""

    block_of: dict[str, frozenset[str]] = field(default_factory=dict)
    words: dict[str, list[Word]] = field(default_factory=dict)

    def blocks(self) -> tuple[frozenset[str], ...]:
        """Each block once, in an order that does not hang on that of sets."""
        return tuple(sorted(set(self.block_of.values()), key=min))

    def take_apart(self, one: frozenset[str], other: frozenset[str]) -> None:
        """Let the first leave every block that holds some of the second as well."""
        for block in {self.block_of[article] for article in one if article in self.block_of}:
            if block & other:
                self._put_block(block & one)
                self._put_block(block - one)
        for these, those in ((one, other), (other, one)):
            for article in these:
                self.words.setdefault(article, []).append((True, those))

    def make_one(self, articles: frozenset[str]) -> None:
        """Make these and all blocks that they are in one block, apart from each other no more."""
        block = articles.union(*(self.block_of.get(article, ()) for article in articles))
        self._put_block(block)
        for article in block:
            if article in self.words:
                self.words[article].append((False, block))

    def _put_block(self, block: frozenset[str]) -> None:
        for article in block:
            if len(block) > 1:
                self.block_of[article] = block
            else:
                self.block_of.pop(article, None)
