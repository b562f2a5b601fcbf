"""Whether two years are those of one act, or of two acts that may both have been done.

`Opened in 1962` and `opened again in 2019` are both true, so are `won the cup in 2006` and `in
2010`, and `the station opened` and `the station's café opened`. What was done, what it was done to
and who did it must be told in the same words before two years contradict each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, takewhile
from typing import Literal

from reader.alignment.similarity import counts, is_number
from reader.framing.facts.acts import ACTS, CLAUSE_ENDS, groups
from reader.framing.facts.dated import SAYING, attributive, dated
from reader.framing.facts.deeds import DID
from reader.framing.facts.figures import Figure
from reader.framing.facts.ground import Ground
from reader.framing.facts.guards import overlap
from reader.text.dates import DateMention
from reader.text.tokens import Token, stem

Of = Figure[DateMention]
Sure = Literal["sure", "perhaps", ""]

# What was done again, or to another one, has two dates.
_AGAIN = frozenset(
    "again anew back once more twice another second third fourth fifth last latest new newly next "
    "permanently temporarily briefly".split()
)
_ANEW = frozenset(("again", "anew"))
# What was done first was done again later.
_FIRST = frozenset("first originally initially".split())
# Words that begin another clause.
_CLAUSES = frozenset(
    "and but or while after before because until since when where if though although who which "
    "that whose".split()
)
_HELPING = frozenset("was were is are been be has have had will would did does do".split())
# What one person or thing does, or has done to it, once.
_ONCE = groups(
    "born", "die", "found", "open", "build", "dig", "closed", "collapse", "sink", "launch",
    "discover", "acquire",
)  # fmt: skip
_ONCE_TOO = frozenset(stem(word) for word in "created invented published".split())
_LIFE = groups("born", "die")
# Sentences of so many words that are all the same are one sentence with another year.
_COPIED = 6


def one_act(ground: Ground, one: Of, other: Of) -> Sure:
    """Whether two dates are surely, perhaps or not at all those of one act."""
    if attributive(one, ground) or attributive(other, ground):
        return "sure"  # "the 2016 election" is a name of it
    first, second = _told(ground, one), _told(ground, other)
    years = _is_year(one) and _is_year(other)
    differently = first.again ^ second.again
    if differently & _ANEW or (years and differently):
        return ""
    if _copied(ground, one, other):
        return "sure"
    words = [dated(each, ground).words for each in (one, other)]
    said = [bool(each & SAYING) for each in words]
    if words[0] & words[1] - SAYING:
        said = []  # "an interview that aired on Monday"
    if any(said):
        return "perhaps" if all(said) and _one_saying(ground, one, other) else ""
    if not years:
        return "sure"
    shared = first.words & second.words
    if not shared or first.owners ^ second.owners:
        return ""
    acts = {ACTS[word] for word in shared if word in ACTS}
    before = [first.before - shared, second.before - shared]
    # Where somebody died does not tell who did.
    more = before if acts & _LIFE else [first.words - shared, second.words - shared]
    if all(before) and first.before & second.before:
        return ""  # "Kemp's father died", "Kemp's mother died"
    once = bool(acts & _ONCE or shared & _ONCE_TOO) and not first.again
    if any(more) and (not once or first.first != second.first):
        return ""
    # "The theatre", "the Regal theatre"; but "launched the phone", "launched it in China".
    named = all(word in ground.vectors.names for word in more[0] | more[1])
    fuller = not any(more) or (named and not all(more) and more == before)
    return "sure" if once and fuller and first.first == second.first else "perhaps"


def _is_year(figure: Of) -> bool:
    return figure.what.year is not None and figure.what.month is None


def _copied(ground: Ground, one: Of, other: Of) -> bool:
    """Whether two sentences are the same but for the year, and not short."""
    stems = ground.stems(one)
    return len(stems) >= _COPIED and stems == ground.stems(other)


def _one_saying(ground: Ground, one: Of, other: Of) -> bool:
    """Whether the same was said: who speaks on Friday may speak on Sunday of something else."""
    first, second = _quoted(ground, one), _quoted(ground, other)
    if first and second:
        return overlap(first, second) >= _ONE_QUOTATION
    told = (ground.stems(one) & ground.stems(other)) - ground.vectors.names - SAYING
    return len(told) >= _SAID


def _quoted(ground: Ground, figure: Of) -> frozenset[str]:
    """The stems of a sentence that stand in quotation marks."""
    document = ground.documents[figure.document]
    spans = [quotation.span for quotation in document.quotations]
    words = document.tokens[figure.passage]
    return _telling(t for t in words if any(t.span in span for span in spans))


# The part of the shorter of two quotations that the other one has too, and the words, beside
# names, that two reports of what somebody said have in common.
_ONE_QUOTATION = 0.5
_SAID = 4


@dataclass(frozen=True, slots=True)
class _Told:
    """What is told to have been done on a date."""

    words: frozenset[str]
    """What its clause says, and who or what is meant."""
    before: frozenset[str]
    """Those of them that stand before the act."""
    owners: frozenset[str]
    """Those of them to which something belongs: `the station's`, `whose`."""
    again: frozenset[str]
    first: bool


def _told(ground: Ground, figure: Of) -> _Told:
    clause, subject = _clause(ground, figure)
    before = [*subject, *takewhile(lambda token: not _is_act(token), clause)]
    # "New York" is no newer than York.
    words = [t.word for t in (*clause, *subject) if t.stem not in ground.vectors.names]
    text = ground.documents[figure.document].text
    return _Told(
        words=_telling((*clause, *subject)),
        before=_telling(before),
        owners=frozenset(t.stem for t in before if _owns(text, t)),
        again=frozenset(w for w in words if w in _AGAIN or _done_again(w)),
        first=bool(_FIRST & frozenset(words)),
    )


def _clause(ground: Ground, figure: Of) -> tuple[Sequence[Token], Sequence[Token]]:
    """The words of the clause of a date, and those before it that say who or what is meant."""
    text = ground.documents[figure.document].text
    date = Token(figure.span, "")
    parts: list[list[Token]] = [[]]
    edge = 0
    for token in (*figure.left[::-1], date, *figure.right):
        ends = token.word in _CLAUSES or set(text[edge : token.span.start]) & CLAUSE_ENDS
        if parts[-1] and ends:
            parts.append([])
        parts[-1].append(token)
        edge = token.span.end
    start = next(at for at, part in enumerate(parts) if date in part)
    end = start + 1
    # "In 1931, he moved to Orley", "was born in Orley, Ohio, in 1931".
    while not _telling(chain.from_iterable(parts[start:end])) - ground.vectors.names:
        if start:
            start -= 1
        elif end < len(parts):
            end += 1
        else:
            break
    # "Arrested in 2015, for the third time".
    end += end < len(parts) and any(token.word == "time" for token in parts[end])
    clause = list(chain.from_iterable(parts[start:end]))
    subject = takewhile(lambda token: not _is_act(token), parts[0] if start else ())
    return clause, [token for token in subject if token.word not in _HELPING]


def _is_act(token: Token) -> bool:
    return token.stem in ACTS or token.word in DID or token.word in _HELPING


def _telling(words: Iterable[Token]) -> frozenset[str]:
    return frozenset(t.stem for t in words if t.word and counts(t) and not is_number(t.stem))


def _owns(text: str, token: Token) -> bool:
    said = text[token.span.start : token.span.end + 1]
    return token.word == "whose" or said.endswith(("'s", "’s", "s'", "s’", "'s ", "’s "))


def _done_again(word: str) -> bool:
    """Whether a word says that an act was done again: `reopened`, `re-elected`."""
    rest = word.removeprefix("re").removeprefix("-")
    return rest != word and stem(rest) in ACTS and stem(word) not in ACTS
