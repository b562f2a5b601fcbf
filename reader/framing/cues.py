"""Words that open a cause, a judgement or a remedy.

Only those that proved to do so when read in real reports: `blame` 9 of 9, `because` 35 of 38;
left out on the same evidence: illegal, disaster, success, historic, failed, unprecedented.
"""

from __future__ import annotations

import re

_CUES = re.compile(
    r"\b(?:because|blam(?:e|es|ed|ing)|due to|caus(?:ed|es|ing)|led to|leads to|as a result"
    r"|resulted (?:in|from)|prompt(?:ed|ing)|trigger(?:ed|ing)|stem(?:s|med) from"
    r"|attribut(?:ed|es) to|responsible for|accus(?:e|es|ed|ing)|at fault|thanks to"
    r"|critici[sz](?:ed|es|ing|m)|condemn(?:ed|s|ing)|prais(?:ed|es|ing)|unfair|dangerous|reckless"
    r"|outrag(?:e|ed|eous)|mistakes?|betray(?:al|ed)|threatens?|threatened|undermin(?:e|es|ed|ing)"
    r"|violat(?:e|es|ed|ing)|controversial|fears?|concerns?|concerned"
    r"|should|must|ought to|call(?:s|ed|ing) (?:for|on)|urg(?:e|es|ed|ing)|demand(?:s|ed|ing)"
    r"|needs? to|propos(?:e|es|ed|ing))\b"
)


def has_cue(sentence: str) -> bool:
    """Whether a sentence has such a word."""
    return _CUES.search(sentence.lower()) is not None
