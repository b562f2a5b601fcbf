"""Whether a sentence stands in a text as it was written, or with what a page ran into it."""

from __future__ import annotations

import re

# Two sentences without a blank between them: the second has lost its place. (A pattern that begins
# with few characters is found faster.)
_UNPARTED = re.compile(r"[.!?](?<=[a-z].)[”\"]?[“\"]?[A-Z][a-z’']+ ")
_LINKS = re.compile(r" MORE(?:[^\w:-]|$)")
# `Reuters A bridge at dusk AP Two boats`: the lines under the pictures of a gallery.
_CREDIT = re.compile(r"\b(?:REUTERS|Reuters|Getty Images|AFP|AP) (?=[A-Z][a-z]* )")
_AGENCIES = ("REUTERS ", "Reuters ", "Getty Images ", "AFP ", "AP ")
_STOPS = frozenset(".!?…。！？؟।۔")
_CLOSING = "”\"'’)]»"


def is_run_in(sentence: str) -> bool:
    """Whether a page's links or credits stand in a sentence, so that it is not as written."""
    # `Jane DoeSenators balk at vote MORE (R-Utah) said`.
    if _LINKS.search(sentence) is not None or _UNPARTED.search(sentence) is not None:
        return True
    return sum(map(sentence.count, _AGENCIES)) > 1 and len(_CREDIT.findall(sentence)) > 1


def is_stopped(sentence: str) -> bool:
    """Whether it ends in a stop, as captions, headings and titles of other pages do not.

    Scripts without capitals may have no stops either; of them it cannot be told.
    """
    last = sentence.rstrip(_CLOSING)[-1:]
    return last in _STOPS or (last.isalpha() and last.lower() == last.upper())
