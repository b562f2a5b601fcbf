"""The roles that an article gives the persons it names, taken from its labels."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from reader.framing.label_heads import Label
from reader.framing.word_lists import entries
from reader.model import Span
from reader.text.names import Name
from reader.text.stopwords import STOP
from reader.text.tokens import Token, fold, tokens

# Nouns for roles, with the one that they are a variant of.
_HEADS = {
    "scientist": "", "strategist": "", "executive": "", "economist": "", "engineer": "",
    "officer": "", "founder": "", "president": "", "director": "", "minister": "",
    "secretary": "", "chairman": "chair", "chairwoman": "chair", "chairperson": "chair",
    "chair": "", "spokesman": "spokesperson", "spokeswoman": "spokesperson",
    "spokesperson": "", "adviser": "", "advisor": "adviser", "attorney": "", "counsel": "",
    "prosecutor": "", "investigator": "", "inspector": "", "editor": "", "correspondent": "",
    "analyst": "", "designer": "", "architect": "", "technologist": "", "manager": "",
    "producer": "", "negotiator": "", "justice": "", "judge": "", "commissioner": "",
    "ambassador": "", "envoy": "ambassador", "treasurer": "", "governor": "",
    "mayor": "", "owner": "",
    "sheriff": "", "publisher": "", "captain": "",
    "pilot": "",  "driver": "", "conductor": "", "doctor": "",
    "nurse": "", "coach": "", "principal": "", "caretaker": "", "teacher": "", "headteacher": "",
    "headmaster": "", "lawyer": "", "leader": "",
}  # fmt: skip
_PAST = frozenset("former ex then outgoing incoming acting".split())
_SKIPPED = _PAST | frozenset(
    "a an the its their his her s current longtime new who one of young".split()
)
_OF = frozenset("of at for".split())
_BREAKS = frozenset("and or who of at for in".split())
_CEO = "ceo"
# The noun in `police chief` and `chief of police`, and no noun in `chief economist`.
_CHIEF = "chief"


@dataclass(frozen=True, slots=True)
class Role:
    """A role that a text gives a person."""

    span: Span
    """From its first modifier to its noun, with `of the council` but not `of Orley`."""
    modifiers: tuple[str, ...]
    """Folded words before the noun, in order, without articles and the like."""
    head: str
    organisation: str | None
    """Folded name after `of` or `at`, or of which it is said to be."""
    place: frozenset[str]
    """Folded words of whom or what it is the role: `inn` in `the manager of the inn`."""
    past: bool
    """Whether it is no role of today: `former`, `incoming`."""
    person: Span
    """The mention of the name that it stands beside."""

    @property
    def words(self) -> frozenset[str]:
        """All its folded words, without the small ones."""
        return frozenset((*self.modifiers, self.head)) | self.place


def roles_of(
    text: str, names: Iterable[Name], labels: Mapping[str, Sequence[Label]]
) -> Mapping[str, Sequence[Role]]:
    """The roles that stand beside each name, by key of the name."""
    found: dict[str, list[Role]] = {}
    for name in names:
        said = [(label.span, label.name) for label in labels.get(name.key, ())]
        if name.person is not False:
            said += _bare(text, name)
        if said:
            found[name.key] = [
                role
                for span, mention in said
                for role in _roles(text, list(tokens(text, span.start, span.end)), mention)
            ]
    return found


# `Ann Lee, the co-founder, said`: too plain for a label.
_BARE = re.compile(r", the (?P<role>[\w-]+)(?=[,.;])")


def _bare(text: str, name: Name) -> Iterator[tuple[Span, Span]]:
    for mention in name.mentions:
        match = _BARE.match(text, mention.end)
        if match is not None:
            yield Span(*match.span("role")), mention


def _roles(text: str, words: Sequence[Token], person: Span) -> Iterator[Role]:
    start = 0
    for at, token in enumerate(words):
        head, joined = _head(token.word, words[at + 1 :])
        if token.word in _BREAKS:
            start = at + 1
        elif head is not None:
            before = words[start:at]
            owners = [t for t in before if _owner(text, t)]
            kept = [t for t in before if t.word not in _SKIPPED and t not in owners]
            behind = _behind(words[at + 1 :])
            fields = [] if _named(text, behind) else behind
            organisation = _named(text, behind) or _named(text, owners)
            yield Role(
                span=Span((kept or [token])[0].span.start, (fields or [token])[-1].span.end),
                modifiers=(*(t.word for t in kept), *joined),
                head=head,
                organisation=organisation,
                place=frozenset(t.word for t in (*owners, *behind)) - STOP,
                past=any(t.word in _PAST for t in before),
                person=person,
            )
            start = at + 1


def _head(word: str, behind: Sequence[Token]) -> tuple[str | None, tuple[str, ...]]:
    """The noun of a role in its plain form, and what is joined to it: `co`, `chief` in `CEO`."""
    if word == _CHIEF:
        return (word if not behind or behind[0].word in _BREAKS else None), ()
    if word == _CEO:
        return "executive", (_CHIEF,)
    plain = word.removeprefix("co-")
    if plain not in _HEADS and plain.startswith("co") and plain[2:] in _HEADS:
        plain = plain[2:]
    if plain not in _HEADS:
        return None, ()
    return _HEADS[plain] or plain, ("co",) if plain != word else ()


def _owner(text: str, token: Token) -> bool:
    """Whether a word names whom the role belongs to (`Meta's chief scientist`)."""
    return token.span.of(text).endswith(("'s", "’s", "s'", "s’"))


def _behind(words: Sequence[Token]) -> Sequence[Token]:
    """The words behind `of` or `at`, up to the next small word that joins something else."""
    if not words or words[0].word not in _OF:
        return ()
    end = next((at for at, t in enumerate(words) if at and t.word in _ENDS), len(words))
    return [t for t in words[1:end] if t.word not in _SKIPPED]


_ENDS = _BREAKS | {"on", "with", "from", "by", "to"}


def _named(text: str, words: Sequence[Token]) -> str | None:
    """The capitalised words with which these begin, folded."""
    named: list[str] = []
    for token in words:
        if not text[token.span.start].isupper():
            break
        named.append(token.word)
    return " ".join(named) or None


Post = frozenset[frozenset[str]]
"""One post, in each of its wordings the folded words."""


@dataclass(frozen=True, slots=True)
class Rivals:
    """The posts of one kind of place, of which one person mostly holds one only."""

    posts: tuple[Post, ...]
    may_be_both: bool
    """Whether it is not rare that one person holds two: an owner may be her own manager."""


@cache
def rival_posts() -> tuple[Rivals, ...]:
    """The posts that are set against each other, by kind of place."""
    return tuple(
        Rivals(
            tuple(
                frozenset(frozenset(_plain(wording)) for wording in side.split(","))
                for side in line.replace(_MAY_BE_BOTH, "|").split("|")
            ),
            _MAY_BE_BOTH in line,
        )
        for line in entries("role-rivals")
    )


_MAY_BE_BOTH = "/"


def _plain(wording: str) -> Iterator[str]:
    for word in wording.split():
        head, joined = _head(fold(word), ())
        yield from (head or fold(word), *joined)
