"""Every use of a reporting verb in the writer's own sentences, whoever its subject is.

Counts of verbs rest on this, and that an article has none of them: `the company claimed`, `who
accuses him` and `she's accused` are uses, though nobody's words are given there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from reader.framing.unsaid import supposed, unsaid
from reader.framing.verbs import DETERMINERS, NOUNS, kinds
from reader.framing.word_lists import entries
from reader.model import Span
from reader.text.document import Document
from reader.text.people import is_organisation_noun, is_person_noun
from reader.text.tokens import Token


@dataclass(frozen=True, slots=True)
class Use:
    """A reporting verb, or a word that may be one."""

    span: Span
    kind: str
    sure: bool
    """Whether somebody surely says, denies or attacks something by it."""
    unsaid: bool = False
    """Whether it surely reports nothing, whoever stands beside it."""
    supposed: bool = False
    """Whether it is only asked, wished or thought that somebody reports."""


def verb_uses(document: Document, quoted: Callable[[int], bool]) -> Iterator[Use]:
    """The reporting verbs of the sentences, in order; `quoted`: whether an offset is quoted."""
    text, known = document.text, {**kinds(), **_forms()}
    for passage, words in zip(document.passages, document.tokens, strict=True):
        if passage.heading:
            continue
        for at, token in enumerate(words):
            kind = known.get(token.word)
            if kind is None or not text[token.span.start].islower() or quoted(token.span.start):
                continue
            use = None if unsaid(text, words, at) else _sense(text, words, at, kind)
            if use is None:
                yield Use(token.span, kind, sure=False, unsaid=True)
                continue
            thought = supposed(text, words, at)
            yield Use(token.span, kind, use and not thought, supposed=thought)


_BEFORE_VERB = frozenset(
    "to who which he she they we it i you not also never still even often again now repeatedly "
    "can could would will should may might must do does did dont doesnt didnt cant couldnt wont "
    "wouldnt cannot".split()
)
_CLAUSE = frozenset("that he she they it there to his her their we i you".split())
_BE = frozenset("is are was were be been being am got gets get".split())
_BEHIND_PARTICIPLE = frozenset("when by after".split())
_ADVERBS = frozenset("already also still later again long".split())
_BEFORE_ING = _BE | frozenset(
    "of for by after before without while despite from in not and when".split()
)
# Verbs of which one sense alone says something: they need a clause behind them.
_NEED_CLAUSE = frozenset(
    "maintain maintains maintained suggest suggests suggested assert asserts asserted argue".split()
)
_THINGS = frozenset("reveals revealed suggests".split())
_PLAIN = frozenset(
    "said says say told tells wrote writes tweeted explained testified replied".split()
)
"""Verbs of the neutral list that have hardly another sense; the others are counted beside words."""
_NATURE = frozenset(
    "hurricane storm typhoon tornado cyclone earthquake quake tsunami wave waves wind winds rain "
    "car truck train plane door bus bomb bullet wildfire fire flood floods".split()
)
_EARLY = 3
_STRIKING = frozenset("slammed slams slamming blasted blasts blasting railed".split())


def _sense(text: str, words: Sequence[Token], at: int, kind: str) -> bool | None:
    """Whether a word is used as the verb; None if it surely is not, False if it may be."""
    word = words[at].word
    before = _neighbour(text, words, at, -1)
    behind = _neighbour(text, words, at, 1)
    if before in DETERMINERS or before.endswith("'s"):
        return None
    if before.endswith("ly") and at > 1 and words[at - 2].word in DETERMINERS:
        return None  # `the newly confirmed secretary`
    if word in _STRIKING and any(other.word in _NATURE for other in words):
        return None
    if kind == "neutral":
        return word in _PLAIN and before not in _BE and behind != "to"
    if word.endswith("ing"):
        held = word == "maintaining" and behind not in _CLAUSE
        return not held and _participle(text, words, at, before)
    if before == "" and at and behind in _BEHIND_PARTICIPLE:
        return False  # `his words, revealed when a tape was found`
    if word in NOUNS:
        return _as_verb(text, words, at, before, behind)
    if word in _NEED_CLAUSE and not _of_a_thing(text, words, at, before):
        return behind in _CLAUSE - {"to"} or (behind == "" and _mark(text, words[at].span.end))
    if word in _THINGS and _of_a_thing(text, words, at, before):
        return False
    if word == "blamed" and behind == "on" and before not in _BE | {"has", "have", "had"}:
        return False
    if before in _ADVERBS or before.endswith("ly"):
        before = _neighbour(text, words, at - 1, -1)  # `was already confirmed`
    if before in _BE or (behind in {"of", "by"} and before not in _BEFORE_VERB | {"has", "have"}):
        return before in _BE and kind in {"attack", "warning"}
    return True


def _of_a_thing(text: str, words: Sequence[Token], at: int, before: str) -> bool:
    """Whether the subject is what somebody has or did: `Lee's win suggests`, `, which revealed`."""
    if before in {"which", "that"}:
        return True
    owned = at > 1 and words[at - 2].span.of(text).endswith(("'s", "’s"))
    return owned and not (is_person_noun(before) or is_organisation_noun(before))


def _participle(text: str, words: Sequence[Token], at: int, before: str) -> bool:
    """Whether an `-ing` stands for a verb of the sentence: `after admitting that`, `, accusing`."""
    if before in _BEFORE_ING:
        return words[at].word != "warning" or before not in {"of", "for", "in", "from", "by"}
    return at > 0 and text[words[at - 1].span.end : words[at].span.start].strip() == ","


def _as_verb(text: str, words: Sequence[Token], at: int, before: str, behind: str) -> bool:
    """Whether a word that is a noun as well is the verb."""
    if before in _BEFORE_VERB:
        return True
    if behind not in _CLAUSE or at == 0 or not before:
        return False
    previous = words[at - 1]
    # `The BSA claims that`; farther on in a sentence it may be the noun: `the State claims that`.
    if text[previous.span.start].isupper() and 0 < at <= _EARLY:
        return True
    return previous.word.endswith("s") and is_person_noun(previous.word[:-1])


def _neighbour(text: str, words: Sequence[Token], at: int, step: int) -> str:
    """The word beside another one, with nothing but blanks between; else nothing."""
    other = at + step
    if not 0 <= other < len(words):
        return ""
    one, two = sorted((words[at].span, words[other].span))
    if text[one.end : two.start].strip():
        return ""
    written = words[other].span.of(text)
    owned = step < 0 and written.endswith(("'s", "’s")) and words[other].word not in _BEFORE_VERB
    return f"{words[other].word}'s" if owned else words[other].word


def _mark(text: str, end: int) -> bool:
    return text[end : end + 2].strip()[:1] in {",", ":", "“", '"'}


@cache
def _forms() -> dict[str, str]:
    """The kind of every further form."""
    pairs = [line.split() for line in entries("reporting-forms")]
    return {form: kind for form, kind in pairs if form not in kinds()}
