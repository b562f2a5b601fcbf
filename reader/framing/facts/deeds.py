"""What a person is said to have done in a year, in the plainest sentences only.

`Ray moved to Orley in 1949`, `In 1949 he opened a shop`: the name begins the sentence, a verb
follows that the living alone can do, and the year is that of the verb and of nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import dropwhile

from reader.framing.facts.acts import ACTS, CLAUSE_ENDS, PRONOUNS, Cast
from reader.framing.facts.figures import Figure
from reader.text.dates import DateMention
from reader.text.names import Name
from reader.text.tokens import Token

Of = Figure[DateMention]

DID = frozenset(
    "moved married opened joined became left graduated began started founded bought sold won "
    "retired emigrated enrolled enlisted took ran went came arrived returned studied worked taught "
    "wrote built resigned elected appointed hired divorced settled travelled traveled trained "
    "served led visited met stood set got made gave quit sailed swam flew spoke".split()
)
"""Verbs for what the living alone can do."""
_HELPING = frozenset("was had then first later also soon finally once".split())
_BEFORE_YEAR = frozenset(("in", "on", "until", "since"))
# They begin what belongs to something else: "the house that stood in 1949", "before the war".
_ELSE = frozenset(
    "who which that whose when where while after before about from of as because if and but like "
    "than called named".split()
)


def deeds(cast: Cast, dates: Sequence[Of]) -> Iterator[tuple[str, Of]]:
    """The key of the name of each who did something, with its year."""
    for date in dates:
        if date.what.year is None or date.apart:
            continue
        name = _doer(cast, date)
        if name is not None and name.person is not False and not cast.shares(name):
            yield name.key, date


def _doer(cast: Cast, date: Of) -> Name | None:
    """Who did what the date is the date of; None where that is not plain."""
    if not date.left or date.left[0].word not in _BEFORE_YEAR:
        return None
    fronted = len(date.left) == 1
    words = date.right if fronted else date.left[::-1]
    if not words or (fronted and date.what.span.end + 2 < words[0].span.start):
        return None
    name = _subject(cast, date.passage, words[0])
    if name is None:
        return None
    owner = next((m for m in name.mentions if words[0].span in m), words[0].span)
    text = cast.document.text
    if text[owner.end : owner.end + 1] in ("'", "’") or text[owner.end - 2 : owner.end] in _OWNS:
        return None  # "Ray's father"
    behind = [token for token in words if token.span.start >= owner.end]
    verbs = list(dropwhile(lambda token: token.word in _HELPING, behind))
    if not verbs or verbs[0].word not in DID:
        return None
    if fronted:
        return name
    between = verbs[1:-1]  # without the preposition of the date
    ends = set(text[owner.end : date.span.start]) & CLAUSE_ENDS
    return None if ends or any(of_another(token) for token in between) else name


_OWNS = ("'s", "’s")


def of_another(token: Token) -> bool:
    """Whether a word begins what belongs to something else than the verb before it."""
    return token.word in _ELSE or token.word.endswith("ed") or token.stem in ACTS


def _subject(cast: Cast, passage: int, token: Token) -> Name | None:
    """Whom the first word of a sentence names; `he` is the one who begins the sentence before."""
    if token.word not in PRONOUNS:
        return cast.called(token)
    before = cast.document.tokens[passage - 1] if passage else ()
    return cast.called(before[0]) if before else None
