"""What shows that a capitalised word is a name, and that a name is a person or is none."""

from __future__ import annotations

import re
from collections import Counter

from reader.model import Span
from reader.text.attribution import SPEECH
from reader.text.capitals import Word
from reader.text.given_names import GIVEN
from reader.text.people import MAYBE_ORGANISATIONS, NOT_ONLY_PEOPLE, is_person_noun
from reader.text.stopwords import STOP
from reader.text.titles import HONORIFICS
from reader.text.tokens import fold

_ORGANISATION = frozenset(
    "inc corp corporation company co ltd llc plc group bank university college school institute "
    "department ministry agency office bureau commission committee council court party union "
    "association federation foundation times post news journal press media network radio "
    "television service services court house senate congress parliament church hospital museum "
    "labs lab laboratory laboratories research ai airlines motors systems technologies partners "
    "holdings fund center centre society league club team board authority administration army navy "
    "police guard corps force forces street avenue road river bridge lake island islands county "
    "city state states kingdom republic act bill treaty agreement amendment deal award prize "
    "airport station park square building tower hall valley bay beach hill hills mountain coast "
    "herald tribune gazette chronicle courier observer guardian mercury beacon review daily "
    "weekly caucus coalition campaign project initiative program programme internet models model "
    "assembly olympics games republican republicans democrat democrats democratic americans "
    "universe cup circuit organization organisation tribunal enterprises industries trust".split()
)
_LONGER = re.compile(r"(?<!\w)[^\W\d_]\w{2,}")
_INNER_CAPITAL = re.compile(r"[^\W\d_][^\W_]*[a-z][A-Z]")
_PARTY_STATE = re.compile("[RDI]-[A-Z]")
_MARKS = "“\"‘'«„ \t(—–-•*"
_OPENING = 8  # characters that marks in front of the first word take up at most
# A straight mark with a blank behind it closes: `"It is late," Lee said`.
_QUOTE_BEFORE = re.compile("(?:[“‘«„:•]\\s*|[\"'])$")
# What stands behind a name that only persons have: an age, `who`, a verb of speech, a role.
_PERSON_BEHIND = re.compile(
    r",\s+(?:\d\d,|who\b|whose\b|(?P<role>[^,.;:()“”\"\n]{3,60})[,.;])"
    r"|\s+(?:who\b|whose\b|(?P<verb>[a-z]+)\b)"
)
_ROLE_BEFORE = re.compile(r"(?P<role>[a-z-]+),?\s+$")
_ROLE_BEGINS = re.compile(r"(?:a|an|the|its|his|her|their|former|[a-z-]+|[\w-]+['’]s)\s")
_ROLE_ENDS = re.compile(r"\s(?:of|for|at|in|from|with|and|on|to)\s")


def shown_person(text: str, run: tuple[Word, ...]) -> bool:
    """Whether the words around say that a person is named."""
    if organisation(tuple(word.folded for word in run)) or run[-1].acronym:
        return False
    start, end = run[0].span.start, run[-1].span.end
    before = _ROLE_BEFORE.search(text, max(0, start - 40), start)
    if before is not None and is_person_noun(before["role"]):
        return before["role"] not in NOT_ONLY_PEOPLE
    behind = _PERSON_BEHIND.match(text, end, end + 90)
    if behind is None or len(run) == 1:
        return False
    if behind["verb"]:
        return behind["verb"] in SPEECH
    return behind["role"] is None or _is_role(behind["role"])


def speaks(text: str, word: Word) -> bool:
    """Whether a verb of speech stands right behind a word that shows no organisation."""
    behind = _PERSON_BEHIND.match(text, word.span.end, word.span.end + 90)
    return (
        behind is not None
        and (behind["verb"] in SPEECH or behind["verb"] in ("told", "asked"))
        and not (organisation((word.folded,)) or word.acronym)
    )


def _is_role(phrase: str) -> bool:
    """Whether an apposition turns on a noun for a person (`a teacher at the school`)."""
    if not _ROLE_BEGINS.match(phrase + " "):
        return False
    head = _ROLE_ENDS.split(phrase, maxsplit=1)[0].split()[-1]
    return is_person_noun(head) and fold(head) not in MAYBE_ORGANISATIONS


def ordinary(word: Word, small: Counter[str]) -> bool:
    """Whether a single capitalised word is none the less no name (`I`, `the President`, `NOT`)."""
    if word.folded in HONORIFICS or _PARTY_STATE.match(word.text):
        return True
    if word.acronym:
        return word.folded in STOP - {"us", "it", "who"} or (
            len(word.folded) > 3 and small[word.folded] > 0
        )
    return word.folded in STOP


def distinct(word: Word) -> bool:
    """Whether its spelling alone makes it a name: `FBI`, `LeCun`, `Hewlett-Packard`."""
    if word.acronym:
        return len(word.text) < 7
    return _INNER_CAPITAL.match(word.text) is not None


def opens(text: str, passage: Span, word: Word) -> bool:
    """Whether a word begins a sentence or a quotation, where everything has a capital."""
    start = word.span.start
    if _QUOTE_BEFORE.search(text, max(passage.start, start - 3), start):
        return True
    return start - passage.start < _OPENING and not text[passage.start : start].strip(_MARKS)


def headline_style(text: str, span: Span) -> bool:
    """Whether nearly all longer words have capitals, so that capitals say nothing."""
    # A short sentence may be names and little else, and one small word tells that it is none.
    stopped = text[span.end - 1] in '.!?”"'
    capitals: list[bool] = []
    for match in _LONGER.finditer(text, span.start, span.end):
        if fold(match[0]) not in STOP:
            capitals.append(match[0][0].isupper())
            if stopped and not capitals[-1]:
                return False
    if stopped:
        return len(capitals) >= 5
    return len(capitals) >= 3 and sum(capitals) > 0.75 * len(capitals)


def organisation(folded: tuple[str, ...]) -> bool:
    """Whether the words of a name show that it is no person."""
    if folded[-1] in _ORGANISATION or "of" in folded:
        return True
    return folded[0] in _ORGANISATION and folded[0] not in GIVEN
