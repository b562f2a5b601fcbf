"""Where a sentence says what caused something, who is to blame, what to think of it, what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.framing.clauses import clause
from reader.framing.cue_guards import is_forecast, is_left_open, is_noun, is_taken_back, is_unproved
from reader.framing.phrases import Hit, Phrases, phrases
from reader.framing.word_lists import WordLists
from reader.model import Span
from reader.text.capitals import DAYS
from reader.text.tokens import Token

PREFIX = "cause-"
"""Begins the names of the lists; the rest is the kind of a finding."""

_BE = frozenset("is are was were be been being".split())
_DETERMINERS = frozenset(
    "a an the his her its their our my your this that these those what such lack some".split()
)
_POSING = _BE | frozenset("pose poses posed posing as".split())
_BEFORE_NOUN = frozenset("the an a of by for other protect his her their all".split())
_LEADING_ON = frozenset("should must be been being to of for the a an with because".split())
_SHORT = 5
_OPEN = frozenset("whether if why how what who where when".split())
_REACH = 10
_NEAR = 6
# Behind them stands the reason why a source is not named.
_UNNAMED = frozenset("anonymity anonymous anonymously named identified quoted".split())
_NOT = frozenset("not never isnt arent wasnt werent doesnt dont didnt nor".split())
_DENIED_WITHIN = 3
_LAID = frozenset("for on at lies rests falls belongs".split())
_THANKED = frozenset("everyone everybody you all those my our".split())
_WHEN = DAYS | {"new", "christmas", "easter"}
_EXPECTED = frozenset(
    "able ashamed clear easy enough fine good obvious over ready safe sure no happy sad glad proud "
    "pleased delighted grateful thankful afraid scared worried alarmed concerned surprised shocked "
    "relieved content embarrassed".split()
)
_DEGREES = frozenset("very so more quite rather too deeply really".split())
_VICTORIES = ("a victory", "a win", "a defeat")
# `the stations called a victory for them` counts votes.
_COUNTED = frozenset("called call calls calling declared projected".split())
_NOT_ADVICE = frozenset(
    "have appear know come arrive note noted surprise feel sound seem look watch see read".split()
)
_NO_DEMAND = frozenset("contract too very more most so less physically".split())
_SUBJECTS = _DETERMINERS | frozenset("he she it they we i you there any".split())
# `the code that they must enter` describes.
_DESCRIBED = frozenset("they you that which who i".split())
_PARTICIPLES = frozenset(
    "been said done known gone made kept left seen had told come become sent spent stood thought "
    "brought caught held heard let lost met paid put shut stayed won".split()
)
_SAID_WHEN = frozenset("last earlier yesterday when during".split())
_TIMES = frozenset("time times minutes hours days weeks months years long".split())
# What is to come of itself: `should worry the party`.
_FEELING = frozenset(
    "alarm comfort concern delight embarrass frighten hearten mean please prove reassure scare "
    "shock suffice surprise trouble worry".split()
)
_LEADING_TO = (
    ["set", "the", "stage"], ["pave", "the", "way"], ["open", "the", "door"], ["go", "a", "long"],
    ["give", "rise", "to"], ["come", "as", "no"], ["come", "as", "a"],
)  # fmt: skip
_BARE = 2  # `for 24` at the end of a sentence
_ADVERBS = frozenset("also at least never not then".split())
# `tax credits go with it` credits nobody.
_CREDITS = frozenset("tax carbon film college opening closing".split())
# `the contract calls for two ferries`: what is agreed, not what should be.
_PRESCRIBING = frozenset("contract contracts recipe forecast tradition".split())
# `demanded records`: what one is to hand over is no remedy.
_SURRENDERED = frozenset(
    "documents records materials papers files emails evidence money cash ransom payment payments "
    "bribe bribes".split()
)
_SUPPOSED, _SUPPOSING = frozenset(("if", "whoever", "whenever", "stand", "stands")), 3
_ADDRESSED = 14  # words behind `call on`, up to what is asked for
_VIOLENT = frozenset("attack attacks violence jihad bloodshed".split())
_PRAISED = frozenset(
    "commended praised applauded lauded congratulated thanked condemned said noted admitted "
    "acknowledged".split()
)

QUOTED_ONLY = frozenset({"must"})
"""Cues that outside of quotation marks tell of rules more often than of demands."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue with the clause it opens."""

    kind: str
    """cause, blame, judgement or remedy."""
    entry: str
    """As the list has it."""
    span: Span
    """The cue and its clause."""
    words: Span
    """The cue alone."""


def cue_phrases(lists: WordLists) -> Phrases:
    """The cues of all kinds, with what the person changed."""
    return phrases(tuple(lists.groups(PREFIX).items()))


def cues(known: Phrases, text: str, words: Sequence[Token]) -> Iterator[Hit]:
    """The cues of a sentence that stand up to a look at the words beside them."""
    for hit in known.find(words):
        first, last = words[hit.first].span, words[hit.last].span
        # `MUST WATCH` is the label of a film.
        if _stands(hit, text, words) and not text[first.start : last.end].isupper():
            yield hit


def opened(hit: Hit, text: str, words: Sequence[Token], limit: int) -> Cue:
    """A cue with its clause, which ends before the character offset `limit`."""
    own = Span(words[hit.first].span.start, words[hit.last].span.end)
    span = clause(text, words, hit.first, hit.last, limit)
    if hit.group == "cause":
        span = Span(words[_denied_from(text, words, hit.first)].span.start, span.end)
    return Cue(hit.group, hit.entry, span, own)


def _denied_from(text: str, words: Sequence[Token], first: int) -> int:
    """Where a denial right in front of a cause begins: `not locked because of the owner`.

    Whether that says why it was not, or that it was for another reason, is left to who reads it.
    """
    for at in range(first - 1, max(-1, first - 1 - _DENIED_WITHIN), -1):
        if text[words[at].span.end : words[at + 1].span.start].strip():
            break
        if words[at].word in _NOT:
            able = at > 0 and words[at - 1].word in ("could", "can")
            return first if able or words[at + 1].word in _NO_DENIAL else at
    return first


_NO_DENIAL = frozenset("only just least so because due".split())


def is_broken(cue: Cue, text: str) -> bool:
    """Whether the clause ends before it says anything: `should be`, `because Senator Ann Lee`."""
    behind = text[cue.words.end : cue.span.end].split()
    if cue.entry == "because":
        # A name is the subject alone.
        return len(behind) <= _SHORT and all(
            word.strip('“"')[:1].isupper() or word in _DETERMINERS for word in behind
        )
    if behind:
        return len(behind) <= _SHORT and behind[-1] in _LEADING_ON
    return text[cue.words.start : cue.words.end].split()[-1] in _LEADING_ON


def is_unnamed(hit: Hit, words: Sequence[Token]) -> bool:
    """Whether a passive (`was blamed for`) leaves open who does it, nowhere in the sentence."""
    before = {token.word for token in words[max(0, hit.first - 2) : hit.first]}
    passive = words[hit.first].word.endswith("ed") and not _BE.isdisjoint(before)
    return passive and all(token.word != "by" for token in words)


def _stands(hit: Hit, text: str, words: Sequence[Token]) -> bool:
    before = [token.word for token in words[max(0, hit.first - _REACH) : hit.first]]
    last = before[-1] if before else ""
    between = text[words[hit.first - 1].span.end : words[hit.first].span.start] if before else ""
    after = [token.word for token in words[hit.last + 1 : hit.last + 4]]
    if is_left_open(hit.group, hit.entry, words, hit.first, hit.last):
        return False
    denied = is_unproved if hit.group == "cause" else is_taken_back
    if denied(text, words, hit.first):
        return False
    if hit.group in ("blame", "judgement") and not _NOT.isdisjoint(before[-2:]):
        return False  # `he is not to blame`: the words without their `not` would say the contrary
    if hit.group == "blame":
        if hit.entry == "blame" and last == "the" and (not after or after[0] not in _LAID):
            # `came to take the blame` does not say for what.
            return False
        if hit.entry == "blame" and before[-2:] == ["how", "much"]:
            return False
        # `if you accuse somebody` accuses nobody.
        if hit.entry.startswith("accuse") and not _SUPPOSED.isdisjoint(before[-_SUPPOSING:]):
            return False
        # `the storm blamed for 24`: of what is not said.
        if after[:1] == ["for"] and len(after) == _BARE and after[1].isdigit():
            return False
        # `the accused members of a gang` accuses nobody.
        return not (hit.entry == "accused … of" and last in _BEFORE_NOUN)
    if hit.group == "judgement":
        return _is_judgement(hit.entry, last, after)
    if not after:
        return False
    if hit.group == "remedy":
        return _asks_for_it(hit, text, words, before, after)
    if _is_asked(hit.entry, before):
        return False
    if hit.entry == "leading to":
        # `, leading to a strike` tells what came of it, `the door leading to the hall` the way.
        return "," in between
    if hit.entry == "due to":
        # `is still due to appear` tells a date.
        return _BE.isdisjoint(before[-2:]) or after[0] in _DETERMINERS
    if last in _NOT or (last in _BE and not _NOT.isdisjoint(before[-2:-1])):
        # `not because of fog`, `it will not be because of fog`.
        return False
    if hit.entry == "thanks to" and after[0] in _THANKED:
        return False
    if not _UNNAMED.isdisjoint(before):
        # `asked not to be named because they may not speak to the press`.
        return False
    if hit.entry == "because" and last == "just":
        # `just because it is old does not mean that it is bad`.
        return False
    return not (hit.entry.endswith(" to") and after[0] == "believe")


def _asks_for_it(
    hit: Hit, text: str, words: Sequence[Token], before: Sequence[str], after: Sequence[str]
) -> bool:
    """Whether a cue of a remedy asks for something that is still to be done."""
    last = before[-1] if before else ""
    if hit.entry == "should" and _asks(text, words[hit.last + 1]):
        return False
    if hit.entry == "should" and is_forecast(text, words, hit.last):
        return False
    if hit.entry == "should" and _expects(words[hit.last + 1 : hit.last + 1 + _REACH]):
        return False
    if hit.entry == "demands" and is_noun(text, words, hit.last):
        return False
    if hit.entry == "proposed that" and is_unnamed(hit, words):
        return False  # nobody proposes it
    if last == "having":
        return False  # `for having urged them to pay` tells a deed
    if hit.entry.endswith(" for") and after[0] in _SAID_WHEN:
        return False  # `something that he called for last spring`
    if hit.entry.startswith(("calls for", "calling for")) and after[0][0].isdigit():
        return False  # `forecasters are calling for 3 feet of rain`
    if hit.entry == "urging" and last and _owns(text, words[hit.first - 1]):
        return False  # `at the mayor's urging`
    if hit.entry.endswith(" on") and not _asked_to(words, hit.last):
        return False  # `calling on another reporter`
    if hit.entry == "urging" and not _VIOLENT.isdisjoint(after[:2]):
        return False
    if hit.entry in ("should", "must") and not _PRAISED.isdisjoint(after[1:2]):
        return False  # `should be commended` judges, `it must be said` is said
    if hit.entry == "calls for" and not _PRESCRIBING.isdisjoint(before):
        return False
    if hit.entry.startswith("demand") and not _SURRENDERED.isdisjoint(after[:2]):
        return False
    return _is_remedy(hit.entry, before, last, after)


def _owns(text: str, word: Token) -> bool:
    return word.span.of(text).endswith(("'s", "’s")) or text[word.span.end] in "'’"


def _asked_to(words: Sequence[Token], last: int) -> bool:
    """Whether those who are called on are to do something."""
    return any(token.word == "to" for token in words[last + 1 : last + 1 + _ADDRESSED])


def _is_asked(entry: str, before: Sequence[str]) -> bool:
    """Whether the cause is the question: `to learn what may have prompted it`."""
    return (
        entry.startswith(("prompted", "caused", "led to"))
        and before[-1:] in (["have"], ["has"])
        and not {"what", "whatever", "whether"}.isdisjoint(before[-_NEAR:])
    )


def _expects(following: Sequence[Token]) -> bool:
    """Whether `should` foresees: `should take little time`, `should serve as a warning`."""
    words = (token.word for token in following)
    after = [word for word in words if word not in _ADVERBS and not word.endswith("ly")]
    if after[:1] == ["be"]:
        # `should not be taking it` asks for something, `should be taking it` does not.
        denied = following[0].word in _NOT
        return _plain(after[1:]) in _EXPECTED if denied else _guesses(after[1:])
    if after[:1] == ["take"]:
        return not _TIMES.isdisjoint(after[1:_NEAR])
    if after[:3] in _LEADING_TO:
        return True
    if after[:1] == ["serve"]:
        return after[1:2] in (["as"], ["to"])
    return not _FEELING.isdisjoint(after[:1])


def _guesses(after: Sequence[str]) -> bool:
    """Whether `should be` expects and does not advise: `should be sobering`, `should be clear`."""
    word = _plain(after)
    return word.endswith("ing") or word in _EXPECTED


def _plain(after: Sequence[str]) -> str:
    """The first word that is none of degree; empty if there is none."""
    return next((word for word in after if word not in _DEGREES), "")


def _is_past(after: Sequence[str]) -> bool:
    """Whether `should` goes on as `really have told her`: that is no more to be done."""
    plain = [word for word in after if word not in _ADVERBS and not word.endswith("ly")]
    return len(plain) > 1 and plain[0] == "have" and _is_participle(plain[1])


def _is_participle(word: str) -> bool:
    return word in _PARTICIPLES or word.endswith(("ed", "en"))


def _asks(text: str, following: Token) -> bool:
    """Whether a subject follows: `should the bill fail`."""
    return text[following.span.start].isupper() or following.word in _SUBJECTS


def _is_judgement(entry: str, last: str, after: Sequence[str]) -> bool:
    if entry.startswith("credits") and (last in _DETERMINERS or last in _CREDITS):
        return False
    if entry.startswith("should"):
        # `should have told her` judges, `should have the power` asks for it.
        return bool(after) and _is_participle(after[0])
    if entry.endswith(" news"):
        # `That is bad news for the town`; `bad news from the town had spoilt the day` judges less.
        told = after[:1] in (["for"], ["to"]) or after[:2] == ["is", "that"]
        return last in _BE or told
    if entry.startswith("deserve"):
        return bool(after)
    if entry.startswith(_VICTORIES) and last in _COUNTED:
        return False
    return entry != "a threat to" or last in _POSING


def _is_remedy(entry: str, before: Sequence[str], last: str, after: Sequence[str]) -> bool:
    if _OPEN.intersection(before[-_NEAR:]):
        return False
    if entry == "must" and after[0] == "be":
        # `must be released` asks for it, `must be glad` guesses.
        return len(after) > 1 and _is_participle(after[1])
    if entry == "must" and last in _DESCRIBED:
        return False
    if entry in ("should", "must", "ought to") and after[0] in _NOT_ADVICE:
        return False
    if entry == "should" and _is_past(after):
        return False
    if entry.endswith(" on") and after[0] in _WHEN:
        # `called on Monday to say`
        return False
    # `too demanding`, `will be called on`, `the contract calls for`.
    return last not in _NO_DEMAND and not (entry.startswith("called") and last in _BE)
