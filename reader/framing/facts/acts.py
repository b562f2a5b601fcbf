"""Which act a date is the date of, and who or what did it.

An article speaks of one act in many words (`his exit`, `her departure from`, `they left`), so the
words are brought into groups: small, by hand, and only such acts as are done once or seldom.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import dropwhile

from reader.framing.facts.figures import Figure
from reader.model import Span
from reader.text.dates import DateMention
from reader.text.document import Document
from reader.text.names import Name, name_words
from reader.text.stopwords import STOP
from reader.text.tokens import Token, stem

_GROUPS = (
    "leave leaves left leaving depart departs departed departure exit exited quit quits resign "
    "resigned resigns resignation",
    "die dies died death",
    "born birth",
    "kill killed murder murdered assassinate assassinated assassination",
    "marry married wed wedding",
    "arrest arrested",
    "found founded founding cofound cofounded establish established",
    "open opens opened opening",
    "build built",
    "dig dug digging",
    "closed closes closing closure shut",
    "launch launched launches release released releases unveil unveiled",
    "acquire acquired acquisition buy bought takeover",
    "sign signed signing",
    "appoint appointed appointment hire hired",
    "retire retired retirement",
    "join joined joins",
    "elect elected",
    "collapse collapsed",
    "sink sank sunk",
    "crash crashed",
    "discover discovered discovery",
)
_ONCE = frozenset(
    number
    for number, line in enumerate(_GROUPS)
    if line.split()[0]
    in ("die", "born", "kill", "found", "open", "build", "dig", "closed", "collapse", "sink")
)
ACTS = {stem(word): number for number, line in enumerate(_GROUPS) for word in line.split()}
"""The group of each stem; words of one group say that the same was done."""

# Who does these to another cannot be told from the other by the words before them alone.
_DONE_TO = frozenset(
    number
    for number, line in enumerate(_GROUPS)
    if line.split()[0] in ("kill", "arrest", "acquire", "sign", "appoint", "elect")
)
# What is done again has two dates.
_AGAIN = frozenset("again anew rebuilt reopened newly".split())
# Between who or what is meant and the act: `the pier was first built`, `Ray, who had died`.
_HELPING = frozenset("was were is are been has had have who which that first officially".split())

# "Opened in 1928", "dug back in 1810", and not "opened a shop in 1928".
_BARE = 1
# Words between an act and its date, or between an act and who did it.
_REACH = 4
_ACTOR_REACH = 5
PRONOUNS = frozenset("he she his her him".split())
"""Words for the person whom an article is mostly about."""
CLAUSE_ENDS = frozenset(',;:()—–“”"')
"""Marks that end a clause: what stands beyond one belongs to something else."""

_Actor = tuple[str, tuple[str, ...], bool, Span]


@dataclass(frozen=True, slots=True)
class Act:
    """A dated act: what was done, by whom or what, when."""

    group: int
    verb: str
    """Stem of the word for the act."""
    word: Span
    """Place of that word."""
    subject: Span
    """Place of the word for who did it or whom it befell."""
    actor: str
    """Key of the name, or stem of the noun, that did it or that it befell."""
    modifiers: tuple[str, ...]
    """Folded words between `the` and the noun; empty for names."""
    named: bool
    """Whether the actor is a name."""
    figure: Figure[DateMention]

    @property
    def bare(self) -> bool:
        """Whether nothing but a preposition stands between the word and its date."""
        before = [token.span for token in self.figure.left[: _BARE + 1]]
        return self.word in before and self.figure.span.start > self.word.start

    @property
    def once(self) -> bool:
        """Whether it can be done only once by one thing."""
        return self.group in _ONCE


def groups(*verbs: str) -> frozenset[int]:
    """The groups of these words."""
    return frozenset(ACTS[stem(verb)] for verb in verbs)


def same_act(one: Act | None, other: Act | None) -> bool:
    """Whether two dated acts are of one group and done by one person or thing."""
    if one is None or other is None:
        return False
    if (one.group, one.actor, one.named) != (other.group, other.actor, other.named):
        return False
    # `the baths` may be `the Kestrel Road baths`; `the Iraq war` is not `the Afghan war`.
    short, long = sorted((one.modifiers, other.modifiers), key=len)
    return long[: len(short)] == short


@dataclass(frozen=True)
class Cast:
    """The names of an article, and its most frequent person, for whom its pronouns stand."""

    document: Document
    names: tuple[Name, ...]
    """All its names."""

    @cached_property
    def chief(self) -> Name | None:
        """The person named most often; None where two are named nearly as often."""
        counts = Counter({n: len(n.mentions) for n in self.names if n.person}).most_common(2)
        if not counts:
            return None
        clear = len(counts) < 2 or counts[0][1] > _CLEARLY * counts[1][1]
        return counts[0][0] if clear else None

    def at(self, span: Span) -> Name | None:
        """The name that a word is part of."""
        return next((n for m, n in self._mentions if span.overlaps(m)), None)

    def called(self, token: Token) -> Name | None:
        """The name that a word is part of, or the only one in full that ends with it."""
        name = self.at(token.span)
        if name is not None or not self.document.text[token.span.start].isupper():
            return name
        full = [n for n in self.names if " " in n.full and name_words(n.full)[-1:] == (token.word,)]
        return full[0] if len(full) == 1 else None

    def shares(self, name: Name) -> bool:
        """Whether another person of the text has the same surname, so that it may mean either."""
        words = name.full.split()
        full = {
            other.full
            for other in self.names
            if other is not name and " " in other.full and other.full.split()[-1] == words[-1]
        }
        return len(full) > (len(words) == 1)  # `Lee` alone is the only one called so in full

    @cached_property
    def _mentions(self) -> list[tuple[Span, Name]]:
        return [(mention, name) for name in self.names for mention in name.mentions]


# A pronoun is taken for the chief person only if that is named half as often again as the next.
_CLEARLY = 1.5


def act_of(figure: Figure[DateMention], cast: Cast) -> Act | None:
    """The act that a date stands right beside, with its actor; None if either is not plain."""
    for side in (figure.left, figure.right):
        for distance, token in enumerate(side[:_REACH]):
            if _AGAIN & {word.word for word in side[: distance + 2]}:
                break
            if token.stem in ACTS and _linked(side[:distance], figure, token, cast.document.text):
                actor = _actor(token, figure, cast)
                if actor is not None:
                    key, modifiers, named, subject = actor
                    return Act(
                        group=ACTS[token.stem],
                        verb=token.stem,
                        word=token.span,
                        subject=subject,
                        actor=key,
                        modifiers=modifiers,
                        named=named,
                        figure=figure,
                    )
    return None


def _linked(between: Sequence[Token], figure: Figure[DateMention], act: Token, text: str) -> bool:
    """Whether only an object or a preposition stands between an act and a date in its clause."""
    start, end = sorted((act.span, figure.span))
    if set(text[start.end : end.start]) & CLAUSE_ENDS:
        return False
    return act.span.start < figure.span.start or not between


def _actor(act: Token, figure: Figure[DateMention], cast: Cast) -> _Actor | None:
    """Who or what stands right before an act: a name, the chief person, or `the` and a noun."""
    words = [t for t in (*figure.left[::-1], *figure.right) if t.span.end <= act.span.start]
    nearest = words[::-1]
    if ACTS[act.stem] not in _DONE_TO:
        nearest = list(dropwhile(lambda token: token.word in _HELPING, nearest))
    nearest = nearest[:_ACTOR_REACH]
    if not nearest:
        return _behind(act, figure, cast)
    name = cast.called(nearest[0])
    if name is not None:
        return None if cast.shares(name) else (name.key, (), True, nearest[0].span)
    if nearest[0].word in PRONOUNS:
        return (cast.chief.key, (), True, nearest[0].span) if cast.chief else None
    for position, token in enumerate(nearest):
        if token.word == "the" and position:
            before = tuple(t.word for t in nearest[1:position])
            return nearest[0].stem, before, False, nearest[0].span
        if token.word in STOP:
            return None
    return None


def _behind(act: Token, figure: Figure[DateMention], cast: Cast) -> _Actor | None:
    """The name behind a date with which a sentence begins: `Born in 1957, Ray became ...`."""
    if act.span.start > figure.span.start or not figure.right:
        return None
    first = figure.right[0].span
    name = cast.at(first)
    if name is None or cast.document.text[figure.span.end : first.start] != ", ":
        return None
    return name.key, (), True, first
