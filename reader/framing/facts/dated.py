"""Which words a date is the date of, and whether two dates are of the same.

A sentence tells of several acts, and most claims on dates were false because one date belonged to
another of them (`opened fire on Friday`, `charged Saturday with opening fire`): of 28 that passed
all other guards 4 were true. So the words that are dated must be the same, or the sentences all but
one.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise, zip_longest

from reader.alignment.similarity import cosine, is_number, weigh
from reader.framing.facts.acts import ACTS
from reader.framing.facts.amounts import NEAR
from reader.framing.facts.figures import Figure
from reader.framing.facts.ground import Ground
from reader.framing.facts.guards import overlap
from reader.framing.facts.slots import one_slot
from reader.framing.word_lists import entries
from reader.model import Span
from reader.text.dates import DateMention
from reader.text.people import PEOPLE
from reader.text.stopwords import REPORTING, STOP
from reader.text.tokens import Token, stem

Of = Figure[DateMention]

_DAYTIMES = frozenset(
    "morning noon afternoon evening night midnight late early mid end beginning start".split()
)
_OWNERS = frozenset("the a an this that last next its his her their our".split())
# They say on which side of the date it was; "on" and "in" say nothing of it.
_RELATIONS = frozenset(
    "before after until till by since through throughout from entering ahead following between "
    "of during".split()
)
_WITHIN = frozenset("during of throughout".split())
# Words between a date and what it is the date of.
_REACH = 8
_STOPS = frozenset(';:()—–“”"')
# A person says much in a week; the date of saying so is compared in like sentences only.
SAYING = REPORTING | {stem(w) for w in "statement interview tweet letter remark email".split()}
"""Stems of words for saying something."""
_WORD_FOR_WORD = 0.8
# Sentences that are alike without their names and around the dates tell of one act.
_NAMELESS = 0.3
_AROUND = 0.5
_MORE_NAMELESS = 0.5
_LESS_AROUND = 0.4
_SHARED = 2
_LIKE = 0.6
# It says of a date that it is that of the article itself.
_TODAY = "today"
_BESIDE = 4
_PERSONS = frozenset((*entries("offices"), *entries("label-persons"), *PEOPLE))
_FRONTED = 2


@dataclass(frozen=True, slots=True)
class Dated:
    """What a date belongs to."""

    words: frozenset[str]
    """The stem of one word; of a date that begins its clause, the stems behind it."""
    fronted: bool
    """Whether it begins its clause."""
    relation: str
    """`before`, `since` and the like where one stands before the date, else empty."""


def of_one(one: Of, other: Of, ground: Ground, likeness: float) -> bool:
    """Whether the same words are dated."""
    first, second = dated(one, ground), dated(other, ground)
    if first.relation != second.relation or _TODAY in (_around(one) | _around(other)):
        return False
    shared = first.words & second.words
    if first.fronted and second.fronted:
        return len(shared) >= _FRONTED or one_slot(one, other)
    if shared and shared <= SAYING:
        return alike(one, other, ground, likeness)
    groups = [{ACTS[word] for word in each.words if word in ACTS} for each in (first, second)]
    return bool(shared or groups[0] & groups[1])


def alike(one: Of, other: Of, ground: Ground, likeness: float) -> bool:
    """Whether two sentences are so alike that they have one date, whatever word it stands by."""
    first, second = dated(one, ground), dated(other, ground)
    if first.relation != second.relation or _TODAY in (_around(one) | _around(other)):
        return False
    if likeness >= _WORD_FOR_WORD or likeness < NEAR:
        return likeness >= NEAR
    # Of years a text has many, and what somebody says is mostly about another day.
    said = [bool(each.words & SAYING) for each in (first, second)]
    if said[0] != said[1] or (one.what.month is None and one.what.year is not None):
        return False
    shared = (ground.stems(one) & ground.stems(other)) - ground.vectors.names
    around = overlap(one.context, other.context)
    nameless = _nameless(one, other, ground)
    return len(shared) >= _SHARED and (
        (around >= _AROUND and (likeness >= _LIKE or nameless >= _NAMELESS))
        or (around >= _LESS_AROUND and nameless >= _MORE_NAMELESS)
    )


def dated_word(one: Of, other: Of, ground: Ground) -> Span | None:
    """The word of the first article that both dates belong to, the nearest one; none for saying."""
    words = dated(one, ground).words
    shared = words & dated(other, ground).words
    groups = {ACTS[word] for word in dated(other, ground).words if word in ACTS}
    shared |= {word for word in words if ACTS.get(word) in groups}
    shared -= SAYING
    near = [token for pair in zip_longest(one.left, one.right) for token in pair if token]
    return next((token.span for token in near if token.stem in shared), None)


def dated(figure: Of, ground: Ground) -> Dated:
    """The word or words that a date belongs to."""
    text = ground.documents[figure.document].text
    names = ground.vectors.names
    before = figure.left[0] if figure.left else None
    row = figure.what.through is not None  # "from 3 to 5 May" is "3-5 May"
    relation = before.word if before and before.word in _RELATIONS and not row else ""
    behind = [t.stem for t in figure.right[:_REACH] if _tells(t, names)]
    if attributive(figure, ground):
        # `during Wednesday's hearing` is on Wednesday.
        within = "" if relation in _WITHIN else relation
        return Dated(_compound(figure, text, names), False, within)
    if _before_verb(figure, text, names):
        return Dated(frozenset(behind[:_FRONTED]), False, relation)
    edge = figure.span.start
    passed = 0
    for token in figure.left[:_REACH]:
        between = text[token.span.end : edge]
        if set(between) & _STOPS or ("," in between and text[token.span.start].islower()):
            break
        if _tells(token, names):
            words = {token.stem, *_before_place(figure, token, text, names)}
            return Dated(frozenset(words), False, relation)
        edge = token.span.start
        passed += token.word not in _DAYTIMES
    if passed > _LEAD:
        return Dated(frozenset(), False, relation)
    # What follows an article is no verb: "On Sunday the arrested skipper may play".
    known = {t.stem for word, t in pairwise(figure.right) if word.word in _OWNERS}
    return Dated(frozenset(behind) - known, True, relation)


# "But on", "later on": what may stand before a date that begins its clause.
_LEAD = 2


def attributive(figure: Of, ground: Ground) -> bool:
    """Whether a date stands before its noun: `Friday's fire`, `the 6 May vote`."""
    text = ground.documents[figure.document].text
    before = figure.left[0] if figure.left else None
    end = figure.span.end
    words = list(figure.right)
    while words and words[0].word in _DAYTIMES:
        end = words[0].span.end
        words = words[1:]
    if text[end - 2 : end] in ("'s", "’s") or text[end : end + 2] in ("'s", "’s"):
        return True
    if before is None or before.word not in _OWNERS or not words:
        return False
    return not text[end : words[0].span.start].strip(" -") and words[0].word not in STOP


def _compound(figure: Of, text: str, names: frozenset[str]) -> frozenset[str]:
    """The noun behind a date, with the one it is a part of: `the March midterm elections`."""
    words = [t for t in figure.right[:_REACH] if t.word not in _DAYTIMES]
    first = next((at for at, t in enumerate(words) if _tells(t, names)), None)
    if first is None:
        return frozenset()
    noun, after = words[first], words[first + 1 : first + 2]
    joined = [t for t in after if not text[noun.span.end : t.span.start].strip(" -")]
    verbs = [t for t in joined if t.stem in SAYING]
    if verbs or any(t.word.endswith("ed") for t in (noun, *joined)):
        return frozenset((noun.stem,))  # "Friday's ruling stopped", "the May attempted murder"
    return frozenset(t.stem for t in (noun, *joined) if _tells(t, names))


def _before_place(figure: Of, noun: Token, text: str, names: frozenset[str]) -> frozenset[str]:
    """What was done at a place that stands before the date: `pleaded guilty in court on Friday`."""
    words = figure.left[figure.left.index(noun) + 1 :][:_REACH]
    phrase = next((at for at, t in enumerate(words) if t.word in STOP - _OWNERS), len(words))
    if phrase == len(words) or words[phrase].word not in _PLACES:
        return frozenset()
    before = words[phrase + 1 : phrase + 2]
    if not before or set(text[before[0].span.end : noun.span.start]) & {*_STOPS, ","}:
        return frozenset()
    return frozenset(t.stem for t in before if _tells(t, names))


_PLACES = frozenset("in at inside outside near".split())


def _before_verb(figure: Of, text: str, names: frozenset[str]) -> bool:
    """Whether a date stands between a person or name and the verb: `Trump on Friday said`."""
    subject = next((t for t in figure.left if t.word not in STOP), None)
    after = [t for t in figure.right if t.word not in _DAYTIMES][:1]
    if subject is None or not after or after[0].word in STOP:
        return False
    if subject.stem not in names and not _person(subject):
        return False
    return not set(text[figure.span.end : after[0].span.start]) & {*_STOPS, ",", "."}


def _tells(token: Token, names: frozenset[str]) -> bool:
    return (
        token.word not in STOP
        and token.word not in _DAYTIMES
        and token.stem not in names
        and not _person(token)
        and token.word.isalpha()
    )


def _person(token: Token) -> bool:
    return token.word in _PERSONS or token.word.removesuffix("s") in _PERSONS


def _around(figure: Of) -> frozenset[str]:
    return frozenset(token.word for token in (*figure.left[:_BESIDE], *figure.right[:_BESIDE]))


def _nameless(one: Of, other: Of, ground: Ground) -> float:
    """Cosine of two sentences without numbers and names."""
    names = ground.vectors.names
    weights = [
        weigh(
            [
                word
                for word in ground.vectors.stems[figure.document][figure.passage]
                if not is_number(word) and word not in names
            ],
            ground.vectors.weights,
        )
        for figure in (one, other)
    ]
    return cosine(*weights)
