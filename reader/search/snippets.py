"""Where the words of a query stand in an article, and the passage that shows them best.

All of it goes by `Hits.root`, the query with its words as stems.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from heapq import merge
from typing import NamedTuple

from reader.model import Article, Evidence, Field, Span
from reader.search.quoting import quoted_runs, same_quotation
from reader.search.syntax import And, Node, Or, Part, Run, SameQuotation, leaves

# One line of a list at 120 columns is 50 to 110 cells; two windows then fill at most two lines.
WINDOW = 110
# Marks beyond these do not make a passage better, and a long paste may have a million.
_MOST_PLACES = 60
# Longer texts are not kept to be asked again.
_LONGEST_KEPT = 50_000


# The parts of a query that are marked in each field of an article.
_SHOWN: dict[Field, tuple[Part, ...]] = {
    "text": ("text", "quoted", "speaker"),
    "title": ("text", "title"),
}


class _Found(NamedTuple):
    span: Span
    run: int


def wanted(root: Node) -> tuple[Run, ...]:
    """The runs that a query asks for, each once; what it rules out is not among them."""
    return tuple(dict.fromkeys(leaf for leaf in leaves(root) if isinstance(leaf, Run)))


def _needed(node: Node) -> Iterator[Run]:
    """The runs in whose place no filter may stand: one in an address is no word of the text."""
    if isinstance(node, And):
        for part in node.parts:
            yield from _needed(part)
    elif isinstance(node, Run):
        yield node
    elif isinstance(node, Or) and all(isinstance(leaf, Run) for leaf in leaves(node)):
        yield from wanted(node)


class Seen:
    """Where the words of a query stand in one article: looked for once, told in several ways."""

    def __init__(self, article: Article, wanted: Wanted) -> None:
        self._article, self._runs, self._needed = article, wanted.runs, wanted.needed
        self._text = wanted.found(article.text, "text")
        self._title = wanted.found(article.title or "", "title")

    @property
    def places(self) -> tuple[Span, ...]:
        """See `places`."""
        return _merged(self._text)

    @property
    def title_places(self) -> tuple[Span, ...]:
        """See `title_places`."""
        return _merged(self._title)

    @property
    def never_says(self) -> tuple[str, ...]:
        """See `never_says`."""
        said = {found.run for found in (*self._text, *self._title)}
        return tuple(
            run.label
            for number, run in enumerate(self._runs)
            if run in self._needed and number not in said
        )

    def snippet(self, width: int = WINDOW) -> tuple[Evidence, ...]:
        """See `snippet`."""
        found = self._text[:_MOST_PLACES]
        if not found:
            return ()
        windows = [_best(found, width, frozenset())]
        shown = frozenset(each.run for each in windows[0])
        if len(shown) < len({each.run for each in found}):
            windows.append(_best(found, width, shown))
        spans: list[Span] = []
        for window in sorted(windows, key=lambda each: each[0].span.start):
            start = spans[-1].end if spans else 0
            span = _around(self._article.text, window, width, start)
            spans.append(span)
        return tuple(Evidence.at(self._article, span) for span in spans)


class Wanted:
    """What a query looks for, to be found in one article after the other."""

    def __init__(self, root: Node) -> None:
        self.runs = wanted(root)
        self.needed = frozenset(run for run in _needed(root) if run.part == "text")
        self._one = tuple(leaf for leaf in leaves(root) if isinstance(leaf, SameQuotation))

    def found(self, text: str, field: Field) -> tuple[_Found, ...]:
        """Every place of every run, by start; an article on the screen is asked repeatedly."""
        look = _kept if len(text) <= _LONGEST_KEPT else _look
        return look(text, self.runs, self._one, field)

    def within(self, article: Article) -> Seen:
        """Look for it in an article."""
        return Seen(article, self)


def places(article: Article, root: Node) -> tuple[Span, ...]:
    """The query's words in the text, in order, for marking and for going from one to the next."""
    return Wanted(root).within(article).places


def title_places(article: Article, root: Node) -> tuple[Span, ...]:
    """The query's words in the title."""
    return Wanted(root).within(article).title_places


def never_says(article: Article, root: Node) -> tuple[str, ...]:
    """The query's words, as typed, that stand neither in the article's text nor in its title."""
    return Wanted(root).within(article).never_says


def snippet(article: Article, root: Node, *, width: int = WINDOW) -> tuple[Evidence, ...]:
    """The passage with most of the query's words, and a second one for words it lacks.

    Nothing if the text has none of them (a hit by title or filter only).
    """
    return Wanted(root).within(article).snippet(width)


def _look(
    text: str, runs: tuple[Run, ...], one: tuple[SameQuotation, ...], field: Field
) -> tuple[_Found, ...]:
    within = {
        run: numbers
        for each in one
        for numbers in (same_quotation(text, each),)
        for run in leaves(And(each.parts))
    }
    each = [
        [_Found(span, number) for span in quoted_runs(text, run, within.get(run))]
        for number, run in enumerate(runs)
        if run.part in _SHOWN[field]
    ]
    return tuple(each[0] if len(each) == 1 else merge(*each, key=lambda found: found.span))


_kept = lru_cache(maxsize=256)(_look)


def _merged(found: Sequence[_Found]) -> tuple[Span, ...]:
    spans: list[Span] = []
    for each in found:
        if spans and each.span.start < spans[-1].end:
            spans[-1] = Span(spans[-1].start, max(spans[-1].end, each.span.end))
        else:
            spans.append(each.span)
    return tuple(spans)


def _best(found: Sequence[_Found], width: int, without: frozenset[int]) -> list[_Found]:
    """The neighbouring places within the width that have most runs, then most places."""
    useful = [each for each in found if each.run not in without]
    best: list[_Found] = []
    worth = (0, 0)
    for first, begin in enumerate(useful):
        window = [begin]
        for each in useful[first + 1 :]:
            if each.span.end - begin.span.start > width:
                break
            window.append(each)
        value = (len({each.run for each in window}), len(window))
        if value > worth:
            best, worth = window, value
    return best


def _around(text: str, window: Sequence[_Found], width: int, start: int) -> Span:
    """The window with the words around it, within its paragraph where that is possible.

    More room is left before than after is needed to read the marked words: a third of it.
    """
    first, last = window[0].span.start, max(each.span.end for each in window)
    room = max(0, width - (last - first))
    line = text.rfind("\n", start, first) + 1 or start
    begin = max(start, line, first - room // 3)
    stop = text.find("\n", last, last + room)
    end = min(len(text) if stop < 0 else stop, last + room - (first - begin))
    begin = _to_word(text, begin, first) if begin > max(start, line) else begin
    while end < len(text) and end > last and not text[end].isspace():
        end -= 1
    while begin < first and text[begin].isspace():
        begin += 1
    while end > last and text[end - 1].isspace():
        end -= 1
    return Span(begin, max(end, last))


def _to_word(text: str, begin: int, first: int) -> int:
    """The next beginning of a word, so that a snippet never begins in the middle of one."""
    while begin < first and not text[begin - 1].isspace():
        begin += 1
    return begin
