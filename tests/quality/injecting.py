"""Real reports of one event with one fact changed in one of them, to see whether it is found.

A change is made in a sentence that the other article has nearly word for word, figures aside, and
only to words that stand in both sentences: then what differs afterwards is the change and nothing
else. What is an amount, a date, a name or a quotation is decided here by plain patterns of this
module's own, so that what the program does not recognise counts as missed.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

from reader.alignment.similarity import Vectors
from reader.framing.compare import compare
from reader.framing.lens import Lens
from reader.framing.lenses import facts, quotes
from reader.model import Article, Evidence, Span
from reader.text.document import Document
from tests.quality.test_events import article_of, rows

NEAR = 0.5
"""Number-free cosine from which on two sentences are near copies."""


@dataclass(frozen=True)
class Twins:
    """Two articles of one event and the sentences in which they are near copies."""

    one: Document
    other: Document
    near: tuple[tuple[Span, Span], ...]


@dataclass(frozen=True)
class Injected:
    """Two articles, the second with one change."""

    one: Article
    changed: Article
    at: Span
    """The changed words in the changed article; of a name the first place."""
    was: str
    now: str


def pairs(path: Path) -> Iterator[tuple[Article, Article]]:
    """Every two articles of each event, dated."""
    events: dict[str, list[Article]] = {}
    for row in rows(path):
        events.setdefault(row["event"], []).append(article_of(row))
    for articles in events.values():
        yield from combinations(articles, 2)


def twins(one: Article, other: Article) -> Twins:
    """Two articles with their near copies: each sentence with the one that is most like it."""
    documents = Document(one), Document(other)
    found: list[tuple[Span, Span]] = []
    for i, scores in enumerate(Vectors(documents).overlaps(0, 1, numbers=False)):
        if not scores:
            continue
        j = max(scores, key=lambda j: scores[j])
        a, b = documents[0].passages[i], documents[1].passages[j]
        said = a.span.of(one.text), b.span.of(other.text)
        if scores[j] >= NEAR and not any(map(_signature, said)):
            found.append((a.span, b.span))
    return Twins(*documents, tuple(found))


def _signature(said: str) -> bool:
    """Whether it is no sentence: a heading, a caption's credit, the last line of a post."""
    return len(said.split()) < _SHORTEST or not said.rstrip('"”’)').endswith((".", "!", "?", ","))


_SHORTEST = 6
_WORDS = "two three four five six seven eight nine ten eleven twelve".split()
_MONTHS = (
    "January February March April May June July August September October November December".split()
)
_SHORT_MONTHS = {month[:3]: month for month in _MONTHS} | {"Sept": "September"}
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTH = rf"(?:{'|'.join(_MONTHS)}|(?:{'|'.join(_SHORT_MONTHS)})\.)"

_AMOUNT = re.compile(
    rf"(?<![\w.,:/$€£#'’-])(?<!{' )(?<!'.join(_MONTHS)} )(?<![A-Z][a-z]{{2}}\. )"
    rf"(?:[$€£]?(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,3}}|\d{{5,}})(?:\.\d+)?|\b(?:{'|'.join(_WORDS)})\b)"
    rf"(?![\w:/’'-]|[.,]\d|\s?[ap]\.?m\b|\s(?:{_MONTH}|[A-Z][a-z]))"
)
_DATE = re.compile(
    rf"\b(?:{'|'.join(_WEEKDAYS)})\b|\b{_MONTH}\s\d{{1,2}}(?!\d)"
    rf"|\b(?:{'|'.join(m for m in _MONTHS if m not in ('May', 'March'))})\b"
    r"|\b(?:19[4-9]|20[01])\d\b(?!-)"
)
_NAME = re.compile(
    r"(?<![.!?“\"] )\b(?!(?:The|Though|After|When|But|And|For|In|On|If|Older|Mr|Ms|Mrs|President"
    r"|Vice|Judge|Justice|Secretary|Attorney|Senator|Sergeant|General|Deputy|Mayor|Democrats?"
    r"|Republicans?|Chairman|Leader|Speaker|Former|Special|Prime|Rep|Sen|Gov)\b)"
    r"[A-Z][a-z]{2,}(?: [A-Z]\.)?(?: (?:Mc|De|O’)?[A-Z][a-z]{3,})\b"
)
_QUOTED = re.compile(r"[“\"]([^“”\"\n]{25,})[”\"]")
_WORD = re.compile(r"\b[a-z]{4,}\b")
# Words that say nothing of their own; changing one does not change what was said.
_LIGHT = frozenset(
    "that this with from they them their there have been were will would could should what when "
    "which about into than then just very really some such only also more most because while "
    "these those your very well like here does".split()
)


def amounts(draw: random.Random, pair: Twins) -> Injected | None:
    """One number that both sentences have becomes another one of the same form."""
    return _one_place(draw, pair, _AMOUNT, _other_number)


def dates(draw: random.Random, pair: Twins) -> Injected | None:
    """One weekday, month, day or year that both sentences have becomes another one."""
    return _one_place(draw, pair, _DATE, _other_date)


def names(draw: random.Random, pair: Twins, *, throughout: bool = True) -> Injected | None:
    """One letter of a name of two words, wherever the changed article has it."""
    found = _shared(pair, _NAME)
    if not found:
        return None
    name = draw.choice(found)
    written = name.of(pair.other.text)
    token = written.split()[-1]
    changed = _misspelt(draw, token)
    if re.search(rf"\b{changed}\b", pair.one.text + pair.other.text):
        return None
    now = written[: -len(token)] + changed
    if throughout:
        text = re.sub(rf"\b{token}\b", changed, pair.other.text)
        title = pair.other.article.title
        title = re.sub(rf"\b{token}\b", changed, title) if title else title
        start = re.search(rf"\b{re.escape(now)}\b", text)
        if start is None:
            return None
        changed_article = replace(pair.other.article, text=text, title=title)
        return Injected(pair.one.article, changed_article, Span(*start.span()), written, now)
    return _changed(pair, name, now)


def names_once(draw: random.Random, pair: Twins) -> Injected | None:
    """One letter of a name of two words in one place."""
    return names(draw, pair, throughout=False)


def quotations(draw: random.Random, pair: Twins) -> Injected | None:
    """One word inside a quotation that both sentences have becomes another word."""
    found: list[Span] = []
    for a, b in pair.near:
        here = {" ".join(m[1].split()) for m in _QUOTED.finditer(a.of(pair.one.text))}
        for match in _QUOTED.finditer(pair.other.text, b.start, b.end):
            if " ".join(match[1].split()) in here:
                words = _WORD.finditer(pair.other.text, match.start(1), match.end(1))
                found += [Span(*w.span()) for w in words if w[0] not in _LIGHT]
    if not found:
        return None
    place = draw.choice(found)
    pool = sorted({w for w in _WORD.findall(pair.other.text) if w not in _LIGHT})
    now = draw.choice(pool)
    return _changed(pair, place, now) if now[:4] != place.of(pair.other.text)[:4] else None


def _one_place(
    draw: random.Random,
    pair: Twins,
    pattern: re.Pattern[str],
    other: Callable[[random.Random, str], str | None],
) -> Injected | None:
    found = _shared(pair, pattern)
    if not found:
        return None
    place = draw.choice(found)
    now = other(draw, place.of(pair.other.text))
    return _changed(pair, place, now) if now else None


def _shared(pair: Twins, pattern: re.Pattern[str]) -> list[Span]:
    """Places in the second article of words that both sentences of a near copy have once."""
    found: list[Span] = []
    for a, b in pair.near:
        here = [m[0] for m in pattern.finditer(pair.one.text, a.start, a.end)]
        there = list(pattern.finditer(pair.other.text, b.start, b.end))
        said = [m[0] for m in there]
        found += [Span(*m.span()) for m in there if here.count(m[0]) == 1 and said.count(m[0]) == 1]
    return found


def _changed(pair: Twins, place: Span, now: str) -> Injected:
    text = pair.other.text
    changed = replace(pair.other.article, text=text[: place.start] + now + text[place.end :])
    at = Span(place.start, place.start + len(now))
    return Injected(pair.one.article, changed, at, place.of(text), now)


# Half of the changes at most double a figure, the others are coarser.
_FACTORS = (0.3, 0.5, 0.7, 0.8, 1.25, 1.5, 2.0, 3.0)


def _other_number(draw: random.Random, was: str) -> str | None:
    if was in _WORDS:
        return draw.choice([word for word in _WORDS if word != was])
    sign = was[0] if not was[0].isdigit() else ""
    number = was.removeprefix(sign)
    decimals = len(number.partition(".")[2])
    value = float(number.replace(",", ""))
    new = round(value * draw.choice(_FACTORS), decimals)
    if decimals == 0 and value >= 100:  # as round as it was
        zeros = len(number) - len(number.rstrip("0,"))
        zeros = len(number[len(number) - zeros :].replace(",", "")) if zeros else 0
        new = round(new / 10**zeros) * 10**zeros
    if new <= 0 or abs(new - value) < 0.15 * value:
        return None
    return sign + (f"{new:,.{decimals}f}" if "," in number or new < 10_000 else f"{new:.0f}")


def _other_date(draw: random.Random, was: str) -> str:
    if was in _WEEKDAYS:
        return draw.choice([day for day in _WEEKDAYS if day != was])
    if was.isdigit():
        return str(int(was) + draw.choice((-4, -3, -2, -1, 1, 2, 3)))
    month, _, day = was.partition(" ")
    if day:
        return f"{month} {draw.choice([d for d in range(1, 29) if d != int(day)])}"
    return draw.choice([other for other in _MONTHS if other not in (month, "May", "March")])


_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def _misspelt(draw: random.Random, word: str) -> str:
    """One letter of a word, neither first nor last, lost, doubled, swapped or another one."""
    at = draw.randrange(1, len(word) - 1)
    return draw.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            word[:at] + draw.choice(_LETTERS) + word[at + 1 :],
        )
    )


KINDS: dict[str, Callable[[random.Random, Twins], Injected | None]] = {
    "amounts": amounts,
    "dates": dates,
    "names": names,
    "quotations": quotations,
}
"""Each kind of change, by the name of its floor."""


def draws(
    kind: Callable[[random.Random, Twins], Injected | None],
    among: Sequence[Twins],
    number: int,
    seed: int = 1,
) -> Iterator[Injected]:
    """So many different changes of one kind, drawn again and again from all pairs of articles."""
    draw = random.Random(seed)
    seen: set[tuple[str, str, int, str]] = set()
    for _ in range(200):
        for pair in draw.sample(among, len(among)):
            made = kind(draw, pair)
            if made is None or made.was == made.now:
                continue
            key = (made.one.id, made.changed.id, made.at.start, made.now)
            if key not in seen:
                seen.add(key)
                yield made
                if len(seen) == number:
                    return


_LENS: dict[str, Lens] = {
    "amounts": facts.LENS,
    "dates": facts.LENS,
    "names": facts.LENS,
    "quotations": quotes.LENS,
}
_CLAIMS: dict[str, frozenset[str]] = {
    "amounts": frozenset(("differs", "contradicts", "changes-with-time")),
    "dates": frozenset(("differs", "contradicts", "own-dates-clash")),
    "names": frozenset(("respelled",)),
    "quotations": frozenset(("altered",)),
}
"""Verdicts that tell of a change of each kind."""


def found(kind: str, made: Injected) -> bool:
    """Whether the comparison of the two articles claims the change, at its place."""
    told = compare([made.one, made.changed], one_event=True, lenses=[_LENS[kind]])
    return any(
        _at(kind, made, value)
        for finding in told.findings
        if finding.verdict in _CLAIMS[kind]
        for value in finding.values
        if value is not None and value.article == made.changed.id
    )


def _at(kind: str, made: Injected, value: Evidence) -> bool:
    if kind == "names":  # a name is shown where it stands first in full
        return made.now.split()[-1] in value.quote
    return value.span.overlaps(made.at)


_OF_A_KIND = {"amounts": _AMOUNT, "dates": _DATE, "names": _NAME, "quotations": _QUOTED}


def plainly_differ(kind: str, one: Article, other: Article) -> list[Span]:
    """The plain method: sentences of the other article that differ in anything of the kind.

    Two sentences are compared if each shares more words with the other than with any sentence
    else, and a third of all their words.
    """
    first, second = (list(_sentences(article.text)) for article in (one, other))
    found: list[Span] = []
    for span, words in second:
        best = max(first, key=lambda each: _shares(words, each[1]), default=None)
        if best is None or _shares(words, best[1]) < _A_THIRD:
            continue
        if max(second, key=lambda each: _shares(best[1], each[1]))[0] != span:
            continue
        pattern = _OF_A_KIND[kind]
        sets = [
            {match[0].strip('“”"') for match in pattern.finditer(text, at.start, at.end)}
            for text, at in ((one.text, best[0]), (other.text, span))
        ]
        if all(sets) and sets[0] != sets[1]:
            found.append(span)
    return found


_A_THIRD = 1 / 3


def _sentences(text: str) -> Iterator[tuple[Span, frozenset[str]]]:
    for match in re.finditer(r"[^.!?\n]+(?:\.\d[^.!?\n]*)*[.!?\n]*", text):
        words = frozenset(re.findall(r"[a-z]+", match[0].casefold()))
        if len(words) >= _SHORTEST:
            yield Span(*match.span()), words


def _shares(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other)
