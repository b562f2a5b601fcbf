"""Titles and offices that stand before a name and are no part of it."""

from __future__ import annotations

from reader.text.capitals import Word
from reader.text.given_names import GIVEN

HONORIFICS = frozenset(
    "mr mrs ms dr senators sens representatives reps presidents ministers judges justices "
    "secretaries governors prof professor sir dame lord lady baroness rev reverend father sister "
    "pope pres "
    "president senator sen representative rep congressman congresswoman governor gov mayor judge "
    "justice general gen colonel col major captain capt lieutenant lt sergeant sgt admiral adm "
    "commander officer detective sheriff ambassador secretary minister chancellor king queen "
    "administrator prince princess ayatollah "
    "sheikh imam rabbi cardinal bishop archbishop speaker chairman "
    "chairwoman chairperson director chief ceo cfo cto coo attorney spokesman spokeswoman "
    "spokesperson deputy vice undersecretary commissioner inspector superintendent coach "
    "scientist founder cofounder co-founder engineer analyst economist editor reporter "
    "correspondent leader whip premier councillor councilman councilwoman alderman marshal "
    "executive strategist adviser advisor counsel lawyer prosecutor author researcher journalist "
    "host comedian actor actress singer rapper lawmaker delegate candidate nominee envoy aide "
    "rev-elect president-elect mayor-elect governor-elect emeritus pioneer billionaire".split()
)
"""Words that end a title; the name of a person follows."""

_BEFORE_OFFICE = frozenset(
    "former ex acting interim first prime foreign home finance interior defense defence attorney "
    "general associate assistant senior deputy vice chief executive operating financial technology "
    "us u.s uk eu republican democratic democrat conservative labour liberal gop house senate "
    "majority minority state federal national district county city police fire white then "
    "retired lead managing press human resources superintendent lieutenant governor".split()
)
# `Agent in Charge Bob Ray`, `Ambassador to the United Nations Ann Lee`: a run begins inside these.
_BEFORE_PERSON = frozenset(
    "former ex then acting republican democrat democratic gop charge".split()
)
# What may stand between an office and the name: `Attorney General`, `Secretary of State`.
_BEHIND_OFFICE = frozenset(
    "general elect of state defense defence staff homeland security treasury education energy "
    "commerce labor justice health intelligence interior agriculture transportation war emeritus "
    "national pro tem tempore and for at".split()
)
INSTITUTIONS = frozenset(
    "department office committee court council motors county hospital school house party "
    "institute "
    "center centre bureau association commission street road avenue airport ministry college "
    "university church hotel prize award assembly council electric mills hospital "
    "services counsel".split()
)
"""Nouns that make a title a part of an institution's name (`Justice Department`)."""


_PREFIXES = ("ex-", "co-", "vice-", "deputy-")


def _is_office(word: Word) -> bool:
    """Whether a word ends a title, alone or behind a prefix (`co-President`)."""
    folded = word.folded
    return folded in HONORIFICS or any(
        folded.startswith(prefix) and folded.removeprefix(prefix) in HONORIFICS
        for prefix in _PREFIXES
    )


def title_length(run: tuple[Word, ...]) -> int:
    """How many words at the head of a run are a title (with what belongs to it)."""
    cut = 0
    for at, word in enumerate(run[:-1]):
        if _is_office(word):
            cut = at + 1
    while 0 < cut < len(run) - 1 and run[cut].folded in _BEHIND_OFFICE:
        cut += 1
    if cut < len(run) and (run[cut].folded in INSTITUTIONS or run[-1].folded in INSTITUTIONS):
        return 0
    if len(run) > 3 and (run[0].folded, run[1].folded) == ("united", "nations"):
        return 2 if run[2].folded in GIVEN else cut
    if cut == 0 and len(run) > 2 and run[0].folded in _BEFORE_PERSON and run[1].folded in GIVEN:
        return 1
    return cut


def bare_title(run: tuple[Word, ...]) -> bool:
    """Whether a run is an office without a name (`Chief Justice`, `Acme CEO`)."""
    if run[-1].folded not in HONORIFICS or len(run) < 2:
        return False
    return run[-2].folded not in GIVEN and run[-2].folded != "of"


def before_office(run: tuple[Word, ...]) -> tuple[Word, ...]:
    """What stands before the office in a title: `Acme` of `Acme Chief Executive`."""
    for at, word in enumerate(run):
        if _is_office(word) or word.folded in _BEFORE_OFFICE:
            return run[:at]
    return run


def without_title(run: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words behind the last title; none if the run is an office without a name."""
    return () if bare_title(run) else run[title_length(run) :]
