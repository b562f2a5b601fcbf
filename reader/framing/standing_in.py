"""Descriptions in place of a name: `the embattled minister`, `the greedy firm`.

Only those that colour are taken, and only where a single name of the article can be meant.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from reader.framing.epithets import is_epithet
from reader.framing.label_heads import Label, person_noun
from reader.framing.label_words import same_office
from reader.model import Span
from reader.text.document import Document
from reader.text.names import Name
from reader.text.stopwords import STOP
from reader.text.tokens import Token, tokens

Heads = Mapping[str, frozenset[str]]
"""By key of a name: the posts that any of the articles gives it, each as one word."""

COMPANY = frozenset(
    "airline bank behemoth brand carmaker carrier chain chipmaker company conglomerate corporation "
    "developer distributor drugmaker enterprise firm giant insurer landlord lender maker "
    "manufacturer multinational operator provider retailer start-up startup subsidiary supplier "
    "titan".split()
)
"""Nouns of which each may stand for any company."""
_COMPANY_POSTS = frozenset(map(same_office, COMPANY))
_NAMED_SO = frozenset(
    "airlines airways bank brothers co corp corporation dairies ferries group holdings inc "
    "industries limited llc ltd motors pharmaceuticals plc sons stores".split()
)
_OPENS = frozenset("the this our".split())
# What stands behind them says which of several is meant.
_GOES_ON = frozenset("of who whose that which from in at for to and or".split())
_MODIFIERS = 3
# So many passages without the name: the reader has to look for it.
_AGO = 3
_COMPANY_AGO = 9
_COMPOUND = frozenset("prime vice attorney".split())


def post(words: Sequence[str]) -> str:
    """The post that folded words end in, forms of one as one: a prime minister is no minister."""
    before = words[-2] if len(words) > 1 and words[-2] in _COMPOUND else ""
    return f"{before} {same_office(words[-1])}".strip()


def is_company(name: Name, heads: Heads) -> bool:
    """Whether the name, or a label of it in any article, says that it is a company's."""
    parts = [part.strip(".").casefold() for part in name.full.split()]
    labelled = heads.get(name.key, frozenset())
    named_so = len(parts) > 1 and parts[-1] in _NAMED_SO
    return named_so or not labelled.isdisjoint(_COMPANY_POSTS)


def descriptions(
    document: Document, names: Sequence[Name], heads: Heads, *, plain: bool = False
) -> Iterator[tuple[Name, Label]]:
    """Each description with the name that it stands for; `plain` gives `the company` alone."""
    known = _Known(document, names, heads)
    for passage, words in enumerate(document.tokens):
        if document.passages[passage].heading:
            continue
        for first, last in _phrases(document.text, words, plain=plain):
            span = Span(words[first].span.start, words[last].span.end)
            ago = _COMPANY_AGO if words[last].word in COMPANY else _AGO
            since = document.passages[max(0, passage - ago)].span.start
            meant = known.meant([token.word for token in words[first : last + 1]], span.start)
            if meant is not None and meant[1].start >= since:
                yield meant[0], Label(span, meant[1], words[last].word)


class _Known:
    """The names of an article by what they may stand for, and where they stand."""

    def __init__(self, document: Document, names: Sequence[Name], heads: Heads) -> None:
        own = {token.word for token in tokens(document.article.outlet or "")}
        self._companies = [name for name in names if is_company(name, heads)]
        self._holders: dict[str, list[Name]] = {}
        for name in names:
            for held in heads.get(name.key, ()) if name.person else ():
                self._holders.setdefault(held, []).append(name)
        # `told The Flare` names the paper itself.
        others = [name for name in names if not own.issuperset(name.key.split())]
        self._persons = _Places([name for name in others if name.person])
        self._things = _Places([name for name in others if not name.person])

    def meant(self, words: Sequence[str], offset: int) -> tuple[Name, Span] | None:
        """The one name that can be meant, where it stands last; None if another stands nearer."""
        company = words[-1] in COMPANY
        fitting = self._companies if company else self._holders.get(post(words), [])
        last = (self._things if company else self._persons).before(offset)
        return last if last and len(fitting) == 1 and last[0] is fitting[0] else None


class _Places:
    """Mentions of names in the order of the text."""

    def __init__(self, names: Sequence[Name]) -> None:
        found = [(mention, name) for name in names for mention in name.mentions]
        self._found = sorted(found, key=lambda place: place[0])
        self._offsets = [mention.start for mention, _ in self._found]

    def before(self, offset: int) -> tuple[Name, Span] | None:
        """The last mention that begins before an offset."""
        at = bisect_left(self._offsets, offset) - 1
        return (self._found[at][1], self._found[at][0]) if at >= 0 else None


def _phrases(text: str, words: Sequence[Token], *, plain: bool) -> Iterator[tuple[int, int]]:
    """First and last word of each description in a sentence."""
    for first, token in enumerate(words):
        if token.word not in _OPENS:
            continue
        last = first + 1
        while last < len(words) and not _is_head(words, last) and last - first <= _MODIFIERS:
            last += 1
        if last >= len(words) or not _is_head(words, last):
            continue
        within = words[first + 1 : last]
        inner = text[words[first].span.end : words[last].span.end]
        if not inner.islower() or any(mark in inner for mark in ',;:()“”"—–'):
            continue
        if any(t.word in STOP for t in within) or not _ends(text, words, last):
            continue
        coloured = any(is_epithet(t.word) for t in (*within, words[last])) and bool(within)
        if not within if plain else coloured:
            yield first, last


def _is_head(words: Sequence[Token], at: int) -> bool:
    """Whether a noun stands there and no other behind it (`the company boss`)."""
    return _noun(words[at].word) and not (at + 1 < len(words) and _noun(words[at + 1].word))


def _noun(word: str) -> bool:
    return word in COMPANY or person_noun(word)


def _ends(text: str, words: Sequence[Token], last: int) -> bool:
    """Whether nothing behind the noun names it or says which is meant."""
    if text[words[last].span.end - 2 : words[last].span.end] in ("'s", "’s"):
        return False
    if last + 1 == len(words):
        return True
    gap = text[words[last].span.end : words[last + 1].span.start]
    following = words[last + 1]
    return gap != " " or not (following.word in _GOES_ON or text[following.span.start].isupper())
