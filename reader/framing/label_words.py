"""The words of labels, brought to forms in which two labels can be compared."""

from __future__ import annotations

from reader.framing.word_lists import entries
from reader.text.kept import kept
from reader.text.people import ORGANISATIONS
from reader.text.stopwords import STOP
from reader.text.tokens import stem, tokens

# Forms of one office; the abbreviation says nothing new.
_EQUAL = {
    "ceo": "chief executive", "cfo": "chief financial", "coo": "chief operating",
    "cto": "chief technology", "sen": "senator", "rep": "representative", "gov": "governor",
    "congressman": "representative", "congresswoman": "representative", "prof": "professor",
    "gen": "general", "us": "american", "gop": "republican", "democrat": "democratic",
    "chairman": "chair", "chairwoman": "chair", "chairperson": "chair", "startup": "start",
    "spokeswoman": "spokesman", "spokesperson": "spokesman", "firm": "company",
    "corporation": "company", "pharma": "pharmaceutical", "pol": "politician",
    "elder": "older",
    "councillor": "council", "councilman": "council", "councilwoman": "council", "head": "chief",
    "cofounder": "founder", "co": "", "attorney": "lawyer", "counsel": "lawyer", "leader": "chief",
    "adviser": "advisor", "aide": "advisor", "actress": "actor",
    "top": "chief", "official": "officer", "opponent": "rival", "challenger": "rival",
    "presidential": "president", "corp": "", "inc": "", "ex": "",
    "former": "", "longtime": "", "onetime": "", "late": "",
}  # fmt: skip
# `the daughter of Indian immigrants`, `the daughter of immigrants from India`.
_EQUAL.update(dict(entry.split(maxsplit=1) for entry in entries("demonyms")))
_OFFICES = (
    "chief executive financial operating technology senator representative governor "
    "professor general american republican democratic chair spokesman president vice "
    "secretary minister prime foreign attorney judge justice district former state house "
    "senate majority minority mayor council director deputy assistant federal national "
    "special lawyer ambassador officer press candidate nominee independent member lawmaker "
    "congress party county police sheriff colonel captain lieutenant sergeant commissioner "
    "inspector king queen prince pope bishop cardinal white administration speaker acting "
    "interim ranking senior rank committee supreme court new top longtime admiral star "
    "fellow managing manager"
).split()

OFFICE = frozenset(stem(word) for word in ORGANISATIONS.union(_OFFICES))
"""Stems of offices, of what they are held for, and of plain nouns for organisations.

A label of nothing else is an official one.
"""


def label_stems(text: str, *, small: bool = False) -> set[str]:
    """The content stems of a label, abbreviations and forms of one office as one."""
    return {
        part
        for token in tokens(text)
        if not small or token.span.of(text).islower()
        for part in word_stems(token.word)
    }


@kept
def word_stems(folded: str) -> tuple[str, ...]:
    """The content stems of one word of a label."""
    return tuple(
        stem(word)
        for part in folded.split("-")
        for word in _EQUAL.get(part, part).split()
        if part not in STOP or part in _EQUAL
    )


def same_office(head: str) -> str:
    """The stem of the noun that a label turns on, the same for all forms of one office."""
    return stem(_EQUAL.get(head, head))
