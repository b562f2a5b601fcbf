"""The roles that an article gives the persons it names, taken from its labels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reader.framing.label_heads import Label
from reader.model import Span
from reader.text.tokens import Token, tokens

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
    "ambassador": "", "envoy": "", "treasurer": "", "governor": "", "mayor": "",
}  # fmt: skip
_SKIPPED = frozenset(
    "former ex then a an the its their his her s current longtime outgoing incoming new acting "
    "ceo who one of young".split()
)
_OF = frozenset("of at for".split())
_BREAKS = frozenset("and or who of at for in".split())


@dataclass(frozen=True, slots=True)
class Role:
    """A role that a text gives a person."""

    span: Span
    """From its first modifier to its noun."""
    modifiers: tuple[str, ...]
    """Folded words before the noun, in order, without articles and the like."""
    head: str
    organisation: str | None
    """Folded name after `of` or `at`."""
    person: Span
    """The mention of the name that it stands beside."""


def roles_of(text: str, labels: Mapping[str, Sequence[Label]]) -> Mapping[str, Sequence[Role]]:
    """The roles that the labels of each name speak of, by key of the name."""
    return {
        key: [
            role
            for label in found
            for role in _roles(
                text, list(tokens(text, label.span.start, label.span.end)), label.name
            )
        ]
        for key, found in labels.items()
    }


def _roles(text: str, words: Sequence[Token], person: Span) -> Iterator[Role]:
    start = 0
    for at, token in enumerate(words):
        head, joined = _head(token.word)
        if token.word in _BREAKS:
            start = at + 1
        elif head is not None:
            kept = [t for t in words[start:at] if t.word not in _SKIPPED and not _owner(text, t)]
            modifiers = (*(t.word for t in kept), *joined)
            span = Span((kept or [token])[0].span.start, token.span.end)
            yield Role(span, modifiers, head, _organisation(text, words[at + 1 :]), person)
            start = at + 1


def _head(word: str) -> tuple[str | None, tuple[str, ...]]:
    """The noun of a role in its plain form, and `co` where it is joined to it."""
    plain = word.removeprefix("co-")
    if plain not in _HEADS and plain.startswith("co") and plain[2:] in _HEADS:
        plain = plain[2:]
    if plain not in _HEADS:
        return None, ()
    return _HEADS[plain] or plain, ("co",) if plain != word else ()


def _owner(text: str, token: Token) -> bool:
    """Whether a word names whom the role belongs to (`Meta's chief scientist`)."""
    return token.span.of(text).endswith(("'s", "’s", "s'", "s’"))


def _organisation(text: str, behind: Sequence[Token]) -> str | None:
    """The capitalised words after `of` or `at`, folded."""
    if not behind or behind[0].word not in _OF:
        return None
    named: list[str] = []
    for token in behind[1:]:
        if not text[token.span.start].isupper():
            break
        named.append(token.word)
    return " ".join(named) or None
