"""Reasons why articles are one event, in fixed words and words cut from the articles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from reader.events.profiles import Profile
from reader.model import Article
from reader.text.quotations import find_quotations
from reader.text.rarity import rare
from reader.text.tokens import fold, stem, tokens

LISTED = 4  # names that a reason cites; more do not fit a line
COMPARED = 6  # articles of a large event whose quotations are compared, its first ones
QUOTED = 5  # words in a row that two quotations must share; fewer may be a phrase of the day
_COUNTS = "no one two three four five six seven eight nine ten".split()
_RUN = re.compile(r"[^\W\d_][\w'’&.-]*(?:[ ](?=[^\W\da-z_])[^\W\d_][\w'’&-]*){0,3}")


def why(articles: Sequence[Article], profiles: Sequence[Profile]) -> tuple[str, ...]:
    """What two or more articles share, strongest reason first; nothing for a single one."""
    if len(articles) < 2:
        return ()
    longest = shared_quotation([article.text for article in articles[:COMPARED]])
    reasons = [f"share a quotation of {longest} words"] if longest else []
    reasons += _terms(articles, [profile.views for profile in profiles])
    reasons.append(_apart(profiles))
    return tuple(reasons)


def shared_names(a: Profile, b: Profile) -> list[str]:
    """Stems of rare names that both have, the heaviest first."""
    return _rare_names([a.views, b.views], 2)


def name_reason(article: Article, stems: Sequence[str]) -> str:
    """The reason that rare names are shared, cut from one of the articles."""
    cited = cut(article.text, stems, capital=True)
    return _listing("rare name", "rare names", cited)


def shared_quotation(texts: Sequence[str]) -> int:
    """The number of words of the longest run that stands inside quotations of two texts; or 0."""
    quoted = [
        [
            [token.word for token in tokens(text, quotation.inner.start, quotation.inner.end)]
            for quotation in find_quotations(text)
            if quotation.words >= QUOTED
        ]
        for text in texts
    ]
    return max((_longest_run(a, b) for a, b in combinations(quoted, 2)), default=0)


def _longest_run(a: Iterable[Sequence[str]], b: Sequence[Sequence[str]]) -> int:
    """Length of the longest run of words that both have, if it is `QUOTED` or more."""
    starts: dict[tuple[str, ...], list[tuple[Sequence[str], int]]] = {}
    for words in b:
        for at in range(len(words) - QUOTED + 1):
            starts.setdefault(tuple(words[at : at + QUOTED]), []).append((words, at))
    longest = 0
    for words in a:
        for at in range(len(words) - QUOTED + 1):
            for other, start in starts.get(tuple(words[at : at + QUOTED]), ()):
                length = QUOTED
                while words[at + length : at + length + 1] == other[start + length :][:1] != []:
                    length += 1
                longest = max(longest, length)
    return longest


_Views = tuple[Mapping[str, float], Mapping[str, float]]


def _terms(articles: Sequence[Article], views: Sequence[_Views]) -> list[str]:
    """The reason by names, else by words, that all the articles share, else that most do."""
    for least, who in ((len(views), ""), (len(views) // 2 + 1, "most ")):
        names = cut(articles[0].text, _rare_names(views, least), capital=True)
        if len(names) > 1:
            return [who + _listing("rare name", "rare names", names)]
        words = cut(articles[0].text, _rare_words(views, least), capital=False)
        if len(words) > 1:
            return [who + _listing("rare word", "rare words", words)]
    return []


def _rare_names(views: Sequence[_Views], least: int) -> list[str]:
    held = _held((details for _, details in views), least)
    return [term[1:] for term in held if term[0] == "@" and rare(term[1:])]


def _rare_words(views: Sequence[_Views], least: int) -> list[str]:
    held = _held((words for words, _ in views), least)
    return [term for term in held if " " not in term and rare(term)]


def _held(views: Iterable[Mapping[str, float]], least: int) -> list[str]:
    """Terms that at least so many of the views have, by their weight in all of them."""
    holders: Counter[str] = Counter()
    weight: Counter[str] = Counter()
    for view in views:
        holders.update(view.keys())
        weight.update(view)
    held = [term for term, count in holders.items() if count >= least]
    return sorted(held, key=lambda term: (-weight[term], term))


def cut(text: str, stems: Sequence[str], *, capital: bool) -> list[str]:
    """The words of a text that have these stems, each as first written; names with their run."""
    wanted = set(stems)
    written: dict[str, str] = {}
    if capital:
        for run in _RUN.finditer(text):
            _take_run(run[0], wanted, written)
    else:
        for token in tokens(text):
            if token.stem in wanted:
                written.setdefault(token.stem, token.span.of(text))
    return list(dict.fromkeys(written[each] for each in stems if each in written))


def _take_run(run: str, wanted: set[str], written: dict[str, str]) -> None:
    """Let a run of capitals stand for its names if it has nothing else in it."""
    if not run[0].isupper():
        return
    found = [stem(fold(word)) for word in run.rstrip(".'’-").split()]
    inside = [each for each in found if each in wanted]
    if len(inside) == len(found):
        text = run.rstrip(".'’-").removesuffix("'s").removesuffix("’s")
        for each in inside:
            if len(text) > len(written.get(each, "")):
                written[each] = text
    else:
        for word, each in zip(run.split(), found, strict=False):
            if each in wanted:
                written.setdefault(each, word.strip(".'’-").removesuffix("'s").removesuffix("’s"))


def _listing(one: str, many: str, cited: Sequence[str]) -> str:
    rest = len(cited) - LISTED
    more = f" and {rest} more" if rest > 0 else ""
    noun = one if len(cited) == 1 else many
    return f"share {len(cited)} {noun}: {', '.join(cited[:LISTED])}{more}"


def _apart(profiles: Sequence[Profile]) -> str:
    """How far apart in time the articles are, as far as their dates tell."""
    days = [profile.days for profile in profiles if profile.days and profile.days.exact]
    missing = len(profiles) - len(days)
    if len(days) < 2:
        return "no dates to compare"
    apart = max(each.last for each in days) - min(each.first for each in days)
    if apart == 0:
        text = "of the same day"
    else:
        count = _COUNTS[apart] if apart < len(_COUNTS) else str(apart)
        text = f"{count} day{'s' if apart > 1 else ''} apart"
    return text + (f", {missing} without a date" if missing else "")
