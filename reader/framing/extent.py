"""How far what somebody is said to have said goes in its sentence.

A writer goes on after the words of others: `Lee said it was late, but did not say why`. Of the
places found here that were read in reports, nearly all were the writer's.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_DASH = re.compile(r"\s?—\s?|\s(?:–|--?)\s")
_WHAT_IT_WAS = (
    r"(?:comment|remark|reference|allusion|statement|nod|jab|dig|swipe|claim|charge|accusation|"
    r"assertion|phrase|admission|sentiment|move|reversal|shift|departure)"
)
_TURN = re.compile(
    # With a pronoun, a modal verb or `that` behind it the speaker mostly goes on.
    r",\s(?:(?:but|although|though|even\s(?:as|though)|whereas)(?!\s(?:that|he|she|it|they|we|there|"
    r"would|could|can|will|may|might|should|is|was|not|only|also|even|if)\b)|echoing|citing|referring|prompting|"
    r"contradicting|drawing|sparking|according\sto|despite)\s"
    r"|(?:,[”\"]?|[”\"])\swhile\s(?!also\b)|[”\"]\s(?:and|but)\s[a-z]{2,}ed\b"
    r"|,[”\"]?\s(?:leading|forcing|causing|triggering)\s(?:the\s|[A-Z])"
    r"|,[”\"]?\s(?:reaffirming|signal(?:l?)ing|underscoring|underlining|hinting|in\swhat\s(?:is|was|some)|i\.e\.)\s"
    # `..., a comment that drew protest`
    rf"|,[”\"]?\s(?:an?|the)\s(?:[a-z]+\s){{0,2}}{_WHAT_IT_WAS}\s(?:that|which|to|at|of|from|he|she|they|critics|some|[a-z]+ed)\b"
    # `..., in the latest twist in the case`, `..., appearing to agree`
    r"|,[”\"]?\sin\s(?:the\slatest|another|a\snew)\s|,[”\"]?\s(?:appearing|apparently)\s"
    r"|,?\sbut\s(?:did|does|has|had|declined|refused|offered|gave|failed|was|were|is|are)\b"
    r"|,?\s(?:as|while)\s(?:the|his|her|its|their)\s(?:[\w’'-]+\s){1,2}?"
    r"(?:[a-z]{2,}ed|grew|began|came|went|rose|fell|was|were|is|are)\b"
)
_SUBORDINATE = re.compile(
    r"\W*(?:but\s|and\s)?(?:where|when|while|after|because|if|since|though|although)\s+", re.I
)
_CLOSING = frozenset('”"')
_TITLE = 12  # characters of a title that may stand before the subject


def speech_end(text: str, start: int, stop: int, quoted: Callable[[int], bool]) -> int:
    """Where the words of somebody end that begin at an offset of a sentence, at most at `stop`."""
    turn = next((m for m in _TURN.finditer(text, start, stop) if not quoted(m.end() - 1)), None)
    end = turn.start() + (text[turn.start()] in _CLOSING) if turn else stop
    dashes = [m for m in _DASH.finditer(text, start, end) if not quoted(m.start())]
    return dashes[0].start() if len(dashes) == 1 else end


def clause_end(text: str, floor: int, subject: int, start: int, stop: int) -> int:
    """The first comma behind `start` if the subject opens the sentence behind `where`; else `stop`.

    `Where Lee said it was late, the books tell another story.`
    """
    opening = _SUBORDINATE.match(text, floor, subject)
    if opening is None or opening.end() < subject - _TITLE:
        return stop
    comma = text.find(",", start, stop)
    return comma if comma >= 0 else stop
