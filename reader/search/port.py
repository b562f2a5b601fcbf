"""What a search engine must be able to do; whoever searches knows no more of it than this."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import neg
from typing import Any, Literal, NamedTuple, Protocol

from reader.model import Article, When
from reader.search.found import Ids
from reader.search.syntax import Asked, Node, Part, Query, Run, Text, leaves, mapped
from reader.search.vocabulary import MOST_ALIKE, Vocabulary
from reader.text.tokens import stem

Sort = Literal["relevance", "date"]

# Two or three letters begin hundreds of words: they stand for all stems that begin so, which an
# index can find without naming them, and for those of other words that do. Longer beginnings
# stand for the stems of their words, the most frequent ones; nothing is left out, for ten thousand
# articles have at most 161 words that begin with the same four (`over`).
SHORT = (2, 3)
_MOST_STEMS_OF_SHORT = 32
_MOST_STEMS = 512

# A word of more possible stems than these is not worth ranking by each of them.
_MOST_SCORED = 6

# How much more a word weighs in the headline than in the text.
TITLE_WEIGHT = 3.0
# Words are numbered through title and text; the text begins with this number, or later after a
# title as no person writes it, so that a place says in which of the two it is.
TEXT_BEGINS = 200
GAP = 100  # words between them, so that no phrase reaches across
# What a word that goes on from the letters typed is worth; less than a rare word typed in full.
GOES_ON = 1.0


@dataclass(frozen=True, slots=True)
class Indexed:
    """What an index keeps of an article; marks, tags and events change too often for it."""

    id: str
    title: str
    text: str
    outlet: str
    published: When | None
    byline: str = ""

    @classmethod
    def of(cls, article: Article) -> Indexed:
        """The part of an article that is searched."""
        outlet, title, byline = article.outlet or "", article.title or "", article.byline or ""
        return cls(article.id, title, article.text, outlet, article.published, byline)


class Hit(NamedTuple):
    """One article that was found."""

    id: str
    score: float
    """The higher the better; comparable within one answer only."""
    day: int = 0
    """The last day it can have been published (proleptic ordinal), 0 if that is not known."""

    def order(self, sort: Sort) -> tuple[float, float, str]:
        """What hits are sorted by; equal ones newest first."""
        keys = (-self.score, -self.day) if sort == "relevance" else (-self.day, -self.score)
        return (*keys, self.id)


Ranked = tuple[float, float, str]
"""What a hit is sorted by."""


def ranked(
    ids: Iterable[str], scores: Iterable[float], days: Iterable[int], sort: Sort
) -> Iterator[Ranked]:
    """The `order` of hits, for thousands at a time."""
    keys = (map(neg, scores), map(neg, days))
    return zip(*(keys if sort == "relevance" else reversed(keys)), ids, strict=True)


def hits_of(best: Iterable[Ranked], sort: Sort) -> tuple[Hit, ...]:
    """The hits of that order."""
    if sort == "relevance":
        return tuple(Hit(id, -score, -int(day)) for score, day, id in best)
    return tuple(Hit(id, -score, -int(day)) for day, score, id in best)


@dataclass(frozen=True, slots=True)
class Hits:
    """An answer: the best hits in order, and every id that was found."""

    hits: tuple[Hit, ...]
    ids: Ids
    root: Node
    """The query with every word as the stems it stood for; what highlighters go by."""

    @property
    def total(self) -> int:
        """How many articles were found."""
        return len(self.ids)


class SearchIndex(Protocol):
    """An index of articles. Everything in it is derived and can be built again.

    Every method raises IndexDamaged where what it needs is missing, damaged, foreign or of
    another format; `rebuild` then makes it usable. Usable from any thread and beside other
    processes; what cannot be written now (another program writes, the disk refuses)
    raises IndexNotWritable, and what was there stays as it was.
    """

    @property
    def revision(self) -> int:
        """The library's revision that it was brought up to; 0 before the first time.

        Whoever fills it notes the negative of it until all articles are in.
        """

    def ids(self) -> frozenset[str]:
        """The articles it has."""

    def preparing(self) -> Callable[[Sequence[Indexed]], Any]:
        """A function for another process: what it makes of articles, `update` takes for them.

        An article must come once only.
        """

    def update(self, articles: Any, removed: Iterable[str], revision: int) -> None:
        """Add or replace articles, take others out, and note the revision, all at once.

        The articles are an iterable of Indexed, or what was prepared of it.
        """

    def search(self, query: Query, limit: int = 50, sort: Sort = "relevance") -> Hits:
        """The best articles; equal ones newest first, undated ones last.

        Filters that only the library can answer must have been turned into `Among`.
        """

    def tidying(self) -> Sequence[Callable[[], object]]:
        """Work, also for other processes, that makes later answers quicker and changes none."""

    def where(
        self, ids: Sequence[str], words: Sequence[frozenset[str]]
    ) -> dict[str, list[Sequence[int]]]:
        """Where words, given as their stems, stand in title and text of articles that it has.

        Counted in words, ascending; places before TEXT_BEGINS are in the title.
        """

    def vocabulary(self, part: Part = "text") -> Vocabulary:
        """The words of a part, those of `text` of all; made when first asked for, which takes about
        a second for a hundred thousand articles, and of all of them kept.
        """

    def check(self) -> None:
        """Read all of it; raises IndexDamaged where it is not what was written."""

    def rebuild(self) -> None:
        """Begin anew, empty and with revision 0."""

    def close(self) -> None:
        """Give back files and memory."""


def text_begins(title: int) -> int:
    """The number of the first word of a text below a title of so many words."""
    return max(TEXT_BEGINS, title + GAP)


def most_stems(prefix: str) -> int:
    """How many stems `completions` gives at most."""
    return _MOST_STEMS if len(prefix) > max(SHORT) else _MOST_STEMS_OF_SHORT


def refuse_unanswerable(root: Node) -> None:
    """Raise ValueError for a tree with a leaf that only the library can answer."""
    for wanted in (True, False):
        for leaf in leaves(root, wanted=wanted):
            if isinstance(leaf, Asked):
                raise ValueError(f"only the library can answer {leaf}")


def is_short(typed: str, part: Part) -> bool:
    """Whether an index answers such an unfinished word without knowing its stems.

    Not within quotations, each of which is looked at by itself.
    """
    return len(typed) in SHORT and part not in ("quoted", "speaker")


def scored_stems(run: Run) -> tuple[str, ...]:
    """The stems of a single word whose counts rank what it finds; the others only find."""
    (stems,) = run.stems
    each_counts = not run.exact and len(stems) <= _MOST_SCORED
    return tuple(sorted(stems if each_counts else stems & {run.exact}))


def goes_on(run: Run) -> bool:
    """Whether to have any of the words that a single one may be is worth something."""
    return bool(run.typed or run.exact) or len(run.stems[0]) > _MOST_SCORED


def expanded(
    root: Node,
    completions: Callable[[str], tuple[str, ...]],
    vocabulary: Callable[[], Vocabulary],
    others: Callable[[str], Iterable[str]] = lambda _: (),
) -> Node:
    """The tree with stems for words.

    `completions` gives the stems that a prefix stands for, `others` of a short one those of
    words that begin so though the stems do not; the vocabulary, which is asked for only where
    it is needed, those of `l*cun` and `lecun~`.
    """

    def change(node: Node) -> Node:
        if not isinstance(node, Text):
            return node
        stems = [_meant(word, node.edits, completions, vocabulary) for word in node.words]
        cut = any(len(each) >= MOST_ALIKE for each in stems)
        exact = last = ""
        if node.open:
            last = node.words[-1]
            exact = stem(last) if node.open == "typing" else ""
            stems[-1] = frozenset({exact} if exact else ())
            if is_short(last, node.part):
                stems[-1] |= frozenset(others(last))
            else:
                known = completions(last)
                stems[-1] |= frozenset(known)
                cut = cut or (node.open == "prefix" and len(known) >= most_stems(last))
        elif node.edits and len(stems) == 1:
            exact = stem(last := node.words[-1])
        typed = last if node.open else ""
        return Run(tuple(stems), node.label, node.part, exact, typed, node.slop, cut)

    return mapped(root, change)


def _meant(
    word: str,
    edits: int,
    completions: Callable[[str], tuple[str, ...]],
    vocabulary: Callable[[], Vocabulary],
) -> frozenset[str]:
    """The stems that one word of a query stands for."""
    if "*" in word or "?" in word:
        bare = word.rstrip("?")
        if not {"*", "?"} & set(bare):
            stemmed = stem(bare)
            # The completions are at hand sooner than the vocabulary, but not all of them.
            if stemmed in completions(stemmed) or vocabulary().has(bare):
                return frozenset({stemmed})  # the sign ends a question
        return frozenset(vocabulary().matching(word))
    if edits:
        return frozenset({stem(word), *vocabulary().similar(word, edits)})
    return frozenset({stem(word)})
