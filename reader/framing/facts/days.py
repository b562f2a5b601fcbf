"""Dates of two articles that are of one act, and whether they fit together."""

from __future__ import annotations

from collections.abc import Iterator

from reader.framing.facts.acts import CLAUSE_ENDS, Act, same_act
from reader.framing.facts.amounts import DIFFERS, ELSEWHERE, NEAR, comparable
from reader.framing.facts.claims import Claim, Side
from reader.framing.facts.dated import alike, dated_word, of_one
from reader.framing.facts.figures import Figure
from reader.framing.facts.ground import Ground
from reader.framing.facts.guards import disjoint_names, marked, overlap
from reader.framing.facts.one_act import one_act
from reader.framing.facts.slots import one_slot
from reader.framing.facts.subject import subject
from reader.framing.facts.works import of_two_works
from reader.text.dates import DateMention
from reader.text.stopwords import STOP

Of = Figure[DateMention]

# From this cosine on two sentences are one statement in two wordings, and it has one date.
_ONE_ACT = 0.6
# A date of near copies that the other article has too must stand in one that is nearly as like.
_BETTER = 0.8
# Stems that sentences share beside the one that is dated.
_SHARED = 3
# Words on each side of a date within which it belongs to a verb or noun.
_SLOT = 3
# Words before a date of which the last that means something is what it dates: "laid on Saturday".
_BEFORE = 2
# Reports of one event that appeared further apart count their weekdays from different weeks.
_ONE_WEEK = 3


def days(ground: Ground, a: int, b: int) -> Iterator[Claim]:
    """Claims on the dates of two articles: another date, or a year that only one gives."""
    first, second = (
        [pair for pair in zip(ground.dates[c], ground.acts[c], strict=True) if not pair[0].apart]
        for c in (a, b)
    )
    for one, done in first:
        for other, again in second:
            if clash(one.what, other.what):
                likeness = ground.likeness(one, other)
                if _surely_differs(ground, one, other, likeness):
                    known = one_act(ground, one, other)
                    if known:
                        surely = known == "sure" and likeness >= _ONE_ACT
                        yield _differ(ground, one, other, likeness, surely=surely)
            elif _finer(ground, one, other):
                likeness = ground.likeness(one, other)
                acts = (done, again) if same_act(done, again) else None
                if acts or (likeness >= _ONE_ACT and _one_slot(ground, one, other)):
                    yield _finer_claim(ground, one, other, likeness, acts)


def clash(one: DateMention, other: DateMention) -> bool:
    """Whether two dates cannot be one: their years differ, or other parts of dates of one kind."""
    if None not in (one.year, other.year) and one.year != other.year:
        return True
    return _kind(one) == _kind(other) and not one.agrees(other)


def _kind(date: DateMention) -> str:
    if date.day is not None:
        return "day"
    if date.month is not None:
        return "month"
    return "year" if date.year is not None else "weekday"


def _surely_differs(ground: Ground, one: Of, other: Of, likeness: float) -> bool:
    """Whether all guards let a difference pass."""
    if likeness < _UNLIKE or of_two_works(ground, one, other):
        return False
    if _kind(one.what) == "weekday" and not _one_week(ground, one, other):
        return False
    if likeness < DIFFERS:
        return _one_occasion(ground, one, other, likeness)
    near = likeness >= NEAR
    bar = likeness * (_BETTER if near else ELSEWHERE)
    return (
        (_of_one(ground, one, other, likeness) or _plainly_one(ground, one, other, likeness))
        and not _others(one, other)
        and not _other_figures(ground, one, other)
        and not _several(ground, one, other)
        and not _several(ground, other, one)
        and not _stands_elsewhere(ground, one, other.document, bar)
        and not _stands_elsewhere(ground, other, one.document, bar)
    )


def _one_occasion(ground: Ground, one: Of, other: Of, likeness: float) -> bool:
    """Whether the same words are dated in unlike sentences, and by no other date in an article.

    `Struggled at the hearing Thursday` and `her trouble began at Wednesday's hearing`.
    """
    near = (one.context & other.context) - ground.common - ground.vectors.names
    return (
        len(near) >= _BESIDE
        and _kind(one.what) == _kind(other.what)
        and of_one(one, other, ground, likeness)
        and not disjoint_names(one, other)
        and not _others(one, other)
        and not _other_figures(ground, one, other)
        and not _several(ground, one, other)
        and not _several(ground, other, one)
        and not _stands_elsewhere(ground, one, other.document, 0.0)
        and not _stands_elsewhere(ground, other, one.document, 0.0)
    )


# Less alike sentences have hardly a word in common, and words near two dates that are one thing.
_UNLIKE = 0.19
_BESIDE = 2


def _other_figures(ground: Ground, one: Of, other: Of) -> bool:
    """Whether the sentences also differ in a figure of one kind: they tell of two things."""
    here, there = (
        [q for q in ground.quantities[figure.document] if q.passage == figure.passage]
        for figure in (one, other)
    )
    return any(
        comparable(a, b)
        and a.what.relation(b.what) == "differs"
        and not any(comparable(a, x) and a.what.relation(x.what) != "differs" for x in there)
        and not any(comparable(b, x) and b.what.relation(x.what) != "differs" for x in here)
        for a in here
        for b in there
    )


def _of_one(ground: Ground, one: Of, other: Of, likeness: float) -> bool:
    """Whether the same words are dated, in sentences that share more than these."""
    shared = ground.stems(one) & ground.stems(other)
    places = [_place(figure, ground) for figure in (one, other)]
    return (
        len(shared) >= _SHARED
        and not (all(places) and places[0] != places[1])
        and of_one(one, other, ground, likeness)
    )


def _place(figure: Of, ground: Ground) -> str:
    """The name behind a date, or its noun: `in 1931 at Orley`, `the 1931 play Orley`."""
    text = ground.documents[figure.document].text
    edge = figure.span.end
    for token in figure.right[:_BEHIND]:
        if set(text[edge : token.span.start]) & CLAUSE_ENDS:
            return ""
        if token.stem in ground.vectors.names:
            return token.stem
        edge = token.span.end
    return ""


# A preposition and its article, or a noun of two words.
_BEHIND = 3


def _plainly_one(ground: Ground, one: Of, other: Of, likeness: float) -> bool:
    """Whether two sentences are about one act, though other words stand beside their dates."""
    return (
        likeness >= NEAR
        and alike(one, other, ground, likeness)
        and (ground.enough(one, other) or one_slot(one, other))
        and not (_of_another(ground, one, other) or _of_another(ground, other, one))
        and not disjoint_names(one, other)
    )


def _several(ground: Ground, figure: Of, other: Of) -> bool:
    """Whether its sentence has another date of its kind that the other sentence does not have."""
    there = [d for d in ground.dates[other.document] if d.passage == other.passage]
    left = [
        known
        for known in ground.dates[figure.document]
        if known.passage == figure.passage
        and _kind(known.what) == _kind(figure.what)
        and not any(
            _kind(known.what) == _kind(twin.what) and not clash(known.what, twin.what)
            for twin in there
        )
    ]
    return not any(known is figure for known in left) or (
        len(left) > 1 and not one_slot(figure, other)
    )


def _one_slot(ground: Ground, one: Of, other: Of) -> bool:
    """Whether a word near both dates, on one side, is the same and no name: they date one thing."""
    return any(
        (_near(one, side) & _near(other, side)) - ground.vectors.names for side in ("left", "right")
    )


def _near(figure: Of, side: str) -> frozenset[str]:
    words = figure.left if side == "left" else figure.right
    return frozenset(t.stem for t in words[:_SLOT] if t.word not in STOP and t.word.isalpha())


def _of_another(ground: Ground, one: Of, other: Of) -> bool:
    """Whether the word before a date stands in the other sentence away from its date.

    "May play on Sunday after he was arrested" and "arrested Tuesday" date two acts.
    """
    if _kind(one.what) == "year":  # of the acts of a week a story dates many, of years few
        return False
    near = [t.stem for t in one.left[:_BEFORE] if t.word not in STOP][:1]
    there = {t.stem for t in other.left[:_SLOT]}
    return any(
        word in ground.stems(other) and word not in there and word not in ground.vectors.names
        for word in near
    )


def _one_week(ground: Ground, one: Of, other: Of) -> bool:
    """Whether both articles appeared at about the same time, as far as that is known."""
    when = [ground.documents[f.document].article.published for f in (one, other)]
    if when[0] is None or when[1] is None:
        return True
    return abs((when[0].first - when[1].first).days) <= _ONE_WEEK


def _others(one: Of, other: Of) -> bool:
    """Whether one of them alone is of others; "last October" and "its October vote" are of none."""
    return bool((marked(one) ^ marked(other)) - _OF_NO_OTHERS)


_OF_NO_OTHERS = frozenset("last next its his her their those these".split())


def _stands_elsewhere(ground: Ground, figure: Of, column: int, bar: float) -> bool:
    """Whether the other article has this date too, in a sentence about the same."""
    return any(
        _kind(known.what) == _kind(figure.what)
        and not clash(known.what, figure.what)
        and ground.likeness(figure, known) >= bar
        for known in ground.dates[column]
    )


def _finer(ground: Ground, one: Of, other: Of) -> bool:
    """Whether one alone gives a year that does not go without saying, or is more exact."""
    texts = [f.span.of(ground.documents[f.document].text) for f in (one, other)]
    if not one.what.agrees(other.what) or any("/" in text for text in texts):
        return False  # whether 3/12 is in March or in December is not known
    if _of_a_day(one) or _of_a_day(other):
        return False
    years = {one.what.year, other.what.year} - {None}
    if (one.what.year is None) != (other.what.year is None):
        return _of_a_month(one, other) and not years & _published(ground)
    if not years and not _of_a_month(one, other):
        return False
    return _kind(one.what) != _kind(other.what)


def _of_a_day(figure: Of) -> bool:
    """Whether the day of a month is given in words before it: `the seventh of October`."""
    words = [token.word for token in figure.left[:2]]
    ordinal = len(words) == _DAY_OF and words[1].endswith(_ORDINAL) and words[1] != "month"
    return ordinal and words[0] == "of"


_DAY_OF = 2
_ORDINAL = ("first", "second", "third", "th")


def _of_a_month(one: Of, other: Of) -> bool:
    return one.what.month is not None and one.what.month == other.what.month


def _published(ground: Ground) -> frozenset[int | None]:
    return frozenset(
        document.article.published.first.year
        for document in ground.documents
        if document.article.published is not None
    )


def _differ(ground: Ground, one: Of, other: Of, likeness: float, *, surely: bool) -> Claim:
    shared = overlap(one.context, other.context)
    about = dated_word(one, other, ground)
    surely_one = surely and _kind(one.what) != "weekday"
    return Claim(
        kind="date",
        verdict="contradicts" if surely_one else "differs",
        sides=(_side(one), _side(other)),
        subject=(one.document, about) if about else subject(ground, one, other),
        reason="these passages date the same act differently"
        if surely_one
        else "these passages give different dates",
        weight=0.9 * (0.5 + likeness / 2),
        score=likeness * shared,
        certainty="sure" if surely else "perhaps",
    )


_YEAR_IN_ONE = "the same {}, and a year in one of them only"
_EXACT_IN_ONE = "the same date, more exact in one of them"


def _finer_claim(
    ground: Ground, one: Of, other: Of, likeness: float, acts: tuple[Act | None, ...] | None
) -> Claim:
    about = subject(ground, one, other)
    if acts is not None and acts[0] is not None:
        about = one.document, acts[0].word
    return Claim(
        kind="date",
        verdict="finer",
        sides=(_side(one), _side(other)),
        subject=about,
        reason=_finer_reason(one.what, other.what),
        weight=0.45,
        score=likeness,
        certainty="sure" if acts is not None or likeness >= _ONE_ACT else "perhaps",
    )


def _finer_reason(one: DateMention, other: DateMention) -> str:
    if None not in (one.year, other.year):
        return _EXACT_IN_ONE
    return _YEAR_IN_ONE.format("month" if None in (one.day, other.day) else "day")


def _side(figure: Of) -> Side:
    return Side(figure.document, figure.span, figure.what.parts)
