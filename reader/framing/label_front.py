"""Labels in front of a name: `former chief strategist Ann Lee`, `its founder, Ann Lee,`."""

from __future__ import annotations

import re

from reader.framing.epithets import is_epithet
from reader.framing.label_heads import (
    ADJECTIVES,
    DETERMINERS,
    PREPOSITIONS,
    VERBS_TOO,
    Label,
    Noun,
    head_of,
    may_begin,
    person_noun,
)
from reader.framing.word_lists import entries
from reader.model import Span
from reader.text.attribution import SPEECH
from reader.text.capitals import DAYS, Word, words
from reader.text.people import is_organisation_noun
from reader.text.stopwords import STOP

# More words than these are a clause or a list, not a label.
_WORDS = 7
_REACH = 170
_PARTICIPLE = re.compile(r"\w+(?:ed|ing)$")
_THIRD_PERSON = re.compile(r"[a-z]+[^su\W]s")
_VERBS = frozenset("accused convicted indicted elected appointed acclaimed armed retired".split())
_COURTESY = frozenset("mr mrs ms dr sir lady lord dame miss".split())
_OFFICES = frozenset("sen rep gov gen col lt sgt capt cmdr adm prof rev".split())
_DID = frozenset(
    "told tells met meets beat beats saw sees gave gives sent sends shot hit won lost made makes "
    "took takes brought brings".split()
)
_ENDS_TITLE = (
    (STOP - {"first"}) | SPEECH | DAYS | _DID | {"today", "yesterday", "tonight", "tomorrow"}
)
# A subject follows them, if nothing else: `said fire boss Ann Lee`.
_SAID = frozenset("said says added adds".split())
_SEEKS = re.compile(
    r"\b(?:candidate|nominee|contender|bid|race|run|running|runs|ran)\s+$", re.IGNORECASE
)
_LISTED = re.compile(r",\s+(?:[A-Z][^\s,]*\s+){1,4}and\s|,\s+and\s")
_CALLS_TO = frozenset("watch see read meet follow hear ask tell remember join call thank".split())
_PAPERS = frozenset(
    "statement letter memo memorandum report interview email e-mail tweet speech post video filing "
    "lawsuit bill article essay op-ed release news".split()
)
_BEFORE_VERB = frozenset(
    "did do does will would shall should can could may might must not cannot didnt dont doesnt "
    "wont wouldnt".split()
)
_BEING = frozenset("am is are was were be been".split())
_WITHIN = frozenset("like unlike after before when while since as for with in on at if".split())


def title(text: str, mention: Span, sentence: Span, noun: Noun) -> Label | None:
    """`former chief AI strategist` in front of the name, and `President`."""
    start = sentence.start
    if mention.start - start > _REACH:
        start = text.find(" ", mention.start - _REACH, mention.start) + 1 or mention.start
    last = _before(text, start, mention.start, 1)[-1:]
    if not last or not (noun(last[0].text) or last[0].folded in _OFFICES):
        return None  # most names; so the rest is read for few
    before = _before(text, start, mention.start, _WORDS + 1)
    taken: list[Word] = []
    follower = mention.start
    boundary: Word | None = None
    for word in reversed(before):
        gap = text[word.span.end : follower]
        joined = gap in {" ", "\u00a0"} or (gap == ". " and word.folded in _OFFICES)
        joined = joined or (word.possessive and gap.strip("'’ʼsS") == " ")
        ends = word.folded in _ENDS_TITLE or word.possessive
        ends = ends and word.text not in {"New", "First"}
        if word.text == "Under" and word.span.start > sentence.start:
            ends = ends and not (taken and taken[0].text == "Secretary")
        ends = ends and not (word.text == "of" and taken and taken[0].text[0].isupper())
        if not joined or ends or len(taken) >= _WORDS:
            boundary = word if joined else None
            break
        taken.insert(0, word)
        follower = word.span.start
    if not taken:
        return None
    if (
        boundary is not None
        and boundary.text == "for"
        and _SEEKS.search(text, start, boundary.span.start)
    ):
        return None  # `a candidate for governor Ann Lee`
    if boundary is not None and boundary.text == "and":
        in_front = before[: before.index(boundary)][-1:]
        if taken[0].text[0].isupper() or any(noun(word.text) for word in in_front):
            return None  # `Urban Development Secretary`, `fire chief and author` begin before it
    if boundary is not None and boundary.text == "to" and taken[0].text in VERBS_TOO:
        return None  # `urged them to convict Ann Lee`
    if boundary is not None and boundary.folded in _BEFORE_VERB and taken[0].text.islower():
        taken = taken[1:]  # `did convict Ann Lee`, `will host Governor Ann Lee`
        if not taken:
            return None
    begins = not text[sentence.start : taken[0].span.start].strip(" “”\"‘’'")
    kept = _without_verb(taken, boundary, begins=begins)
    if len(kept) == 1 and kept[0].text.islower() and kept[0].folded in entries("label-persons"):
        return None  # `will associate Ann Lee with it`
    bare = len(kept) == 1 and kept[0].text.islower() and kept[0].span.start > sentence.start
    if bare and (boundary is None or len(taken) > 1):
        return None  # `porn star`, `Acme Inc. head`: what was cut may belong to it
    taken = kept
    if not taken or all(word.folded in _COURTESY for word in taken):
        return None
    end = taken[-1].span.end
    end += text[end] == "."  # `Sen.`
    return Label(Span(taken[0].span.start, end), mention, taken[-1].folded)


def _before(text: str, start: int, end: int, count: int) -> list[Word]:
    """The words from `start` to `end`; of those that single blanks part, `count` suffice."""
    blank = end
    for _ in range(count + 1):
        blank = text.rfind(" ", start, blank)
        if blank < 0:
            blank = start
            break
    return list(words(text, Span(blank, end))) if blank < end else []


def _without_verb(taken: list[Word], boundary: Word | None, *, begins: bool) -> list[Word]:
    """The words that surely belong to the title, without a verb or object in front of it."""
    cut = 0
    safe = boundary is not None and (
        boundary.folded in DETERMINERS | PREPOSITIONS | _SAID or boundary.possessive
    )
    for at, word in enumerate(taken[:-1]):
        if word.folded in {"former", "retired", "outgoing", "incoming"}:
            cut = max(cut, _colouring(taken, at))
        # `Ann Lee interviews Party nominee`: a small word between names is a verb.
        between = at > 0 and taken[at - 1].text[0].isupper() and taken[at + 1].text[0].isupper()
        if between and word.text.islower() and word.text != "of" and not may_begin(word):
            cut = at + 1
        # `the White House expects special counsel Ann Lee`
        named = any(before.text[0].isupper() for before in taken[:at])
        if named and _THIRD_PERSON.fullmatch(word.text) and len(taken) > at + 2:
            cut = at + 1 if not is_organisation_noun(word.folded) else cut
        # `Watch President Ann Lee as she speaks.`
        if at == 0 and begins and word.folded in _CALLS_TO and taken[1].text[0].isupper():
            cut = 1
        # `said a joint statement Rep. Ann Lee`: a `from` is missing.
        if word.folded in _PAPERS and taken[at + 1].text[0].isupper():
            cut = at + 1
        lone_of = word.text == "of" and not (at and taken[at - 1].text[0].isupper())
        several = word.folded.endswith("s") and person_noun(word.folded[:-1])
        if lone_of or several or word.folded.endswith("ly"):
            cut = at + 1
        # `has accused nominee Ann Lee`, `a jury in Orley, Essex, convicted`, `the accused nominee`.
        verb = word.folded in _VERBS and (at > 0 or not (safe or begins))
        adjective = word.folded in ADJECTIVES and not verb
        # `are opposing Judge Ann Lee`
        doing = boundary is not None and boundary.folded in _BEING and word.folded.endswith("ing")
        adjective = adjective and not (doing and at == 0)
        if _PARTICIPLE.fullmatch(word.folded) and not adjective:
            cut = at + 1
    while cut < len(taken) - 1 and not (safe and cut == 0) and not may_begin(taken[cut]):
        cut += 1
    return taken[cut:]


def _colouring(taken: list[Word], at: int) -> int:
    """Where the adjectives begin that stand right before the word `at`: `disgraced former`."""
    while at and (taken[at - 1].folded in ADJECTIVES or is_epithet(taken[at - 1].folded)):
        at -= 1
    return at


def _belongs(word: Word) -> bool:
    """Whether a word in front of a possessive is a part of it (`the White House’s`)."""
    return word.folded in DETERMINERS | {"this", "that"} or (
        word.text[0].isupper() and word.folded not in STOP
    )


def in_front(text: str, mention: Span, sentence: Span, noun: Noun) -> Label | None:
    """`its chief executive, Alexandr Wang,` with the comma behind the name."""
    if _LISTED.match(text, mention.end, sentence.end):
        return None  # `his son, Ann Lee, Bob Ray and the lawyer`
    start = max(sentence.start, mention.start - _REACH)
    comma = text[max(start, mention.start - 2) : mention.start]
    behind = text[mention.end : mention.end + 1]
    if comma != ", " or behind not in {",", ".", ";", ")", "–", "—"}:
        return None
    edge = mention.start - 2
    begin = max(start, *(text.rfind(mark, start, edge) + 1 for mark in ',;:(“”"—–'))
    if begin >= edge or not text[begin:edge].strip():
        return None
    listed = list(words(text, Span(begin, edge)))
    if not listed or listed[0].folded in _WITHIN:
        return None
    first = max(
        (i for i, w in enumerate(listed) if w.folded in DETERMINERS or w.possessive), default=None
    )
    if first is None:
        return None
    while first and listed[first].possessive and _belongs(listed[first - 1]):
        if listed[first - 1].folded == "that" and listed[first].text[0].isupper():
            break  # `reported that Acme's chief, Ann Lee,`
        first -= 1
    if len(listed) - first > _WORDS:
        return None
    chosen = listed[first + (listed[first].folded == "its") :]
    if not chosen or [word.folded for word in chosen] in (["the", "man"], ["the", "woman"]):
        return None
    head = head_of(chosen, noun, determined=True)
    return Label(Span(chosen[0].span.start, edge), mention, head) if head else None
