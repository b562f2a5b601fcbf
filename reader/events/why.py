"""Reasons why articles are one event, in fixed words and words cut from the articles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from itertools import combinations

from reader.events.profiles import QUOTED, Portrait
from reader.events.terms import READ
from reader.model import Article, Voice, When
from reader.text.language import NAMES_OF_LANGUAGES, reading_language
from reader.text.quotations import quoted_words
from reader.text.tokens import tokens
from reader.text.unspaced import UNSPACED
from reader.text.word_forms import word_form

LISTED = 4  # names that a reason cites; more do not fit a line
COMPARED = 6  # articles of a large event whose quotations are compared, its first ones
_COUNTS = "no one two three four five six seven eight nine ten".split()
# Up to four words with capitals in a row.
_CAPITAL = r"(?=[^\W\da-z_])[^\W\d_][\w'’&-]*"
_RUN = re.compile(rf"\b{_CAPITAL}(?: {_CAPITAL}){{0,3}}")
_UNSPACED = re.compile(f"[{UNSPACED}]")
_POSSESSIVE = re.compile(r"['’]s?$")


def why(
    articles: Sequence[Article], portraits: Sequence[Portrait], alike: Collection[tuple[str, str]]
) -> tuple[str, ...]:
    """What two or more articles share, strongest reason first; nothing for a single one.

    `alike` are the pairs of ids that share phrases; others share hardly any quotation either, and
    are not asked unless they have no date.
    """
    if len(articles) < 2:
        return ()
    undated = [each.id for each in articles if not (each.published and each.published.exact)]
    longest = _shared_quotation(articles, {*alike, *combinations(undated, 2)})
    reasons = [f"share a quotation of {longest} words"] if longest else []
    reasons += _terms(articles[0], portraits)
    reasons.append(apart([each.published for each in portraits]))
    return tuple(reasons)


def shared_names(article: Article, a: Portrait, b: Portrait) -> list[str]:
    """Rare names that both have, cut from the article that `a` is of, the heaviest first."""
    return cut_names(article, _held([a.names, b.names], 2), a.language)


def name_reason(names: Sequence[str]) -> str:
    """The reason that rare names are shared."""
    return _listing("names", names)


def foreign_reason(language: str | None, names: Sequence[str]) -> str:
    """Why a report in another language is not of an event whose names it shares."""
    known = NAMES_OF_LANGUAGES.get(language or "", "another language")
    shared = f"; {_listing('names', names)}" if names else ""
    return f"in {known}: only articles in one language are grouped{shared}"


def voice_reason(articles: Sequence[Article], voice: Voice) -> str:
    """The reason that some of the articles are one voice."""
    named = [a.outlet or a.title or "no outlet" for a in articles if a.id in voice.articles]
    shown = ", ".join(named[:LISTED]) + (f" and {len(named) - LISTED} more" * (len(named) > LISTED))
    return f"{len(named)} print one text, which is one voice: {shown}"


def _shared_quotation(articles: Sequence[Article], alike: Collection[tuple[str, str]]) -> int:
    """The words of the longest quotation that two of the first articles share; 0 if none do."""
    texts = {article.id: article.text for article in articles[:COMPARED]}
    pairs = [pair for pair in alike if texts.keys() >= set(pair)]
    quoted = {id: list(quoted_words(texts[id], QUOTED)) for pair in pairs for id in pair}
    return max((_longest_run(quoted[one], quoted[other]) for one, other in pairs), default=0)


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


def _terms(first: Article, portraits: Sequence[Portrait]) -> list[str]:
    """The reason by names, else by words, that all the articles share, else that most do."""
    for least, who in ((len(portraits), ""), (len(portraits) // 2 + 1, "most ")):
        names = cut_names(
            first, _held([each.names for each in portraits], least), portraits[0].language
        )
        if len(names) > 1:
            return [who + _listing("names", names)]
        words = cut_words(
            first, _held([each.words for each in portraits], least), portraits[0].language
        )
        if len(words) > 1:
            return [who + _listing("words", words)]
    return []


def _held(lists: Sequence[Sequence[str]], least: int) -> list[str]:
    """Stems that stand in at least so many of the lists, those that stand first in them first."""
    holders = Counter(stem for stems in lists for stem in stems)
    places: Counter[str] = Counter()
    for stems in lists:
        places.update({stem: len(stems) - at for at, stem in enumerate(stems)})
    held = [stem for stem, count in holders.items() if count >= least]
    return sorted(held, key=lambda stem: (-places[stem], stem))


def cut_names(article: Article, stems: Sequence[str], known: str | None) -> list[str]:
    """The names that have these stems, each as the text writes it most often.

    `known` is the language of the article, where that is known.
    """
    if not stems:
        return []
    text, language = article.text[:READ], reading_language(article.text, known)
    if _unspaced(stems):
        return _cut_runs(text, stems)
    wanted = frozenset(stems)
    times = Counter(part for run in _runs(text) for part in _within(run, wanted, language))
    best: dict[str, str] = {}
    for run in sorted(times, key=lambda run: (times[run], len(run), run)):
        best.update({word_form(word, language)[0]: run for word in run.split()})
    names = dict.fromkeys(best[each] for each in stems if each in best)
    return [name for name in names if not any(set(name.split()) < set(o.split()) for o in names)]


@lru_cache(maxsize=8)
def _runs(text: str) -> tuple[str, ...]:
    """The capitals in a row of a text; kept, as one text is asked for the names of many others."""
    return tuple(match[0] for match in _RUN.finditer(text))


def _within(run: str, wanted: Collection[str], language: str) -> list[str]:
    """The parts of a run of capitals of which every word is wanted."""
    parts: list[list[str]] = [[]]
    for word in run.split():
        if word_form(word, language)[0] in wanted:
            parts[-1].append(word)
        else:
            parts.append([])
    return [_POSSESSIVE.sub("", " ".join(part)) for part in parts if part]


def cut_words(article: Article, stems: Sequence[str], known: str | None) -> list[str]:
    """The words that have these stems, each as first written."""
    text = article.text[:READ]
    if _unspaced(stems):
        return _cut_runs(text, stems)
    language = reading_language(text, known) if stems else ""
    wanted, written = set(stems), dict[str, str]()
    for token in tokens(text) if wanted else ():
        word = token.span.of(text)
        if (stem := word_form(word, language)[0]) in wanted:
            wanted.remove(stem)
            written[stem] = word
            if not wanted:
                break
    return [written[each] for each in stems if each in written]


def _unspaced(stems: Sequence[str]) -> bool:
    return any(_UNSPACED.match(stem) for stem in stems)


def _cut_runs(text: str, stems: Iterable[str]) -> list[str]:
    """The terms of a script without spaces that stand in the text as they are."""
    return [run for stem in stems if (run := stem.partition("/")[0]) in text]


def _listing(noun: str, cited: Sequence[str]) -> str:
    rest = len(cited) - LISTED
    more = f" and {rest} more" if rest > 0 else ""
    return f"share {len(cited)} rare {noun}: {', '.join(cited[:LISTED])}{more}"


def apart(dates: Sequence[When | None]) -> str:
    """How far apart in time articles are, as far as their dates tell."""
    days = [date for date in dates if date and date.exact]
    missing = len(dates) - len(days)
    if len(days) < 2:
        return "no dates to compare"
    between = (max(each.last for each in days) - min(each.first for each in days)).days
    if between == 0:
        text = "of the same day"
    else:
        count = _COUNTS[between] if between < len(_COUNTS) else str(between)
        text = f"{count} day{'s' if between > 1 else ''} apart"
    return text + (f", {missing} without a date" if missing else "")
