"""Reasons why articles are one event, in fixed words and words cut from the articles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations

from reader.events.profiles import Profile
from reader.events.terms import QUOTED
from reader.model import Article, Voice
from reader.text.quotations import quoted_words
from reader.text.rarity import rare
from reader.text.tokens import fold, stem, tokens

LISTED = 4  # names that a reason cites; more do not fit a line
COMPARED = 6  # articles of a large event whose quotations are compared, its first ones
_COUNTS = "no one two three four five six seven eight nine ten".split()
# Up to four words with capitals in a row.
_CAPITAL = r"(?=[^\W\da-z_])[^\W\d_][\w'’&-]*"
_RUN = re.compile(rf"\b{_CAPITAL}(?: {_CAPITAL}){{0,3}}")
_POSSESSIVE = re.compile(r"['’]s?$")


def why(articles: Sequence[Article], profiles: Sequence[Profile]) -> tuple[str, ...]:
    """What two or more articles share, strongest reason first; nothing for a single one."""
    if len(articles) < 2:
        return ()
    longest = _shared_quotation(articles, profiles)
    reasons = [f"share a quotation of {longest} words"] if longest else []
    reasons += _terms(articles, [profile.views for profile in profiles])
    reasons.append(_apart(profiles))
    return tuple(reasons)


def shared_names(article: Article, a: Profile, b: Profile) -> list[str]:
    """Rare names that both have, cut from the article that `a` is of, the heaviest first."""
    return cut_names(article.text, _rare_names([a.views, b.views], 2))


def name_reason(names: Sequence[str]) -> str:
    """The reason that rare names are shared."""
    return _listing("names", names)


def voice_reason(articles: Sequence[Article], voice: Voice) -> str:
    """The reason that some of the articles are one voice."""
    named = [a.outlet or a.title or "no outlet" for a in articles if a.id in voice.articles]
    shown = ", ".join(named[:LISTED]) + (f" and {len(named) - LISTED} more" * (len(named) > LISTED))
    return f"{len(named)} print one text, which is one voice: {shown}"


def _shared_quotation(articles: Sequence[Article], profiles: Sequence[Profile]) -> int:
    """The words of the longest quotation that two of the first articles share; 0 if none do."""
    pairs = combinations(range(min(COMPARED, len(articles))), 2)
    sharing = [(i, j) for i, j in pairs if profiles[i].quoted & profiles[j].quoted]
    quoted = {i: list(quoted_words(articles[i].text, QUOTED)) for pair in sharing for i in pair}
    return max((_longest_run(quoted[i], quoted[j]) for i, j in sharing), default=0)


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
        names = cut_names(articles[0].text, _rare_names(views, least))
        if len(names) > 1:
            return [who + _listing("names", names)]
        words = cut_words(articles[0].text, _rare_words(views, least))
        if len(words) > 1:
            return [who + _listing("words", words)]
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


def cut_names(text: str, stems: Iterable[str]) -> list[str]:
    """The names that have these stems, each as the text writes it most often."""
    stems = list(stems)
    times = Counter(run for match in _RUN.finditer(text) for run in _within(match[0], set(stems)))
    best: dict[str, str] = {}
    for run in sorted(times, key=lambda run: (times[run], len(run), run)):
        best.update(dict.fromkeys(_stems(run), run))
    names = dict.fromkeys(best[each] for each in stems if each in best)
    return [name for name in names if not any(set(name.split()) < set(o.split()) for o in names)]


def _within(run: str, wanted: Collection[str]) -> list[str]:
    """The parts of a run of capitals of which every word is wanted."""
    parts: list[list[str]] = [[]]
    for word in run.split():
        if stem(fold(word)) in wanted:
            parts[-1].append(word)
        else:
            parts.append([])
    return [_POSSESSIVE.sub("", " ".join(part)) for part in parts if part]


def _stems(run: str) -> list[str]:
    return [stem(fold(word)) for word in run.split()]


def cut_words(text: str, stems: Sequence[str]) -> list[str]:
    """The words that have these stems, each as first written."""
    wanted, written = set(stems), dict[str, str]()
    for token in tokens(text) if wanted else ():
        if token.stem in wanted:
            wanted.remove(token.stem)
            written[token.stem] = token.span.of(text)
            if not wanted:
                break
    return [written[each] for each in stems if each in written]


def _listing(noun: str, cited: Sequence[str]) -> str:
    rest = len(cited) - LISTED
    more = f" and {rest} more" if rest > 0 else ""
    return f"share {len(cited)} rare {noun}: {', '.join(cited[:LISTED])}{more}"


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
