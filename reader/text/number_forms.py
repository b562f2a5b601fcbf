"""Quantities that are written in a form of their own: ages, children, fractions, votes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.model import Span
from reader.text.counted import plural
from reader.text.hedged import hedge_of, side_of
from reader.text.number_places import matches
from reader.text.number_words import FRACTIONS, SMALL, SOMEBODY
from reader.text.numerals import SMALL_NUMERAL, evaluate
from reader.text.quantity import Quantity
from reader.text.stopwords import STOP
from reader.text.tokens import fold, stem

OFFSPRING = "offspring"
"""The unit of a number of children that somebody has: `a mother of two`."""

_AGED = re.compile(
    r"\b(?:aged?(?:\s(?:of|just|only))?\s|age\sof\s|\bage\s[^.!?\d]{0,60}?\b(?:is|was|were|being)\s)"
    rf"(?P<years>{SMALL_NUMERAL})(?![\w%/]|[.,:]\d|-\w|\s?(?:to|and|or|[-–])\s?\d)",
    re.IGNORECASE,
)
_AGE = re.compile("[aA][gG][eE]")
# "Who is 27", "she turned 27", "now 27": and no more is said behind the number; not "when he was".
_IS = re.compile(
    r"(?=who|s?he|,\snow)(?<!\bwhen\s)(?<!\buntil\s)(?<!\bafter\s)(?<!\bbefore\s)(?<!\bsince\s)"
    r"(?<!\bwhile\s)(?<!\btime\s)(?<!\btime,\s)(?<!\bif\s)\b(?:(?:who|s?he)"
    r"(?:['’]s|\s(?:is|was|turned|turns))(?:\s(?:now|just|only))?|,\snow)\s"
    rf"(?P<years>{SMALL_NUMERAL})(?=[,;)]\s|\.(?:\s|$))",
    re.IGNORECASE,
)
# "Ann Smith, 27, said": a number between commas after a name; "Ann Smith (27)", "the girl, 9,".
_APPOSED = re.compile(
    rf"(?<![\w.])(?:[^\W\d_a-z][\w'’-]*|{'|'.join(SOMEBODY)}), "
    r"(?P<years>[1-9]\d?|1[01]\d)(?=,\s\D|\.\s)"
)
# Of two such numbers side by side each may be a rank or the result of a poll.
_CAPITALISED = r"[^\W\d_a-z][\w'’-]*"
_BRACKETED = re.compile(
    rf"(?<![\w.])(?<!\d\)[,;]\s){_CAPITALISED} {_CAPITALISED} \((?P<years>[1-9]\d?|1[01]\d)\)"
    r"(?=,?\s[a-z]|\.)(?![^.!?\n]{0,60}\(\d)"
)
# "A girl of nine": of a child few years, of the grown many; "the child of two doctors" is another.
_YOUNG = re.compile(
    rf"\b(?:(?P<child>girl|boy|lad|lass|child|toddler|youngster)|(?:wo)?man)\sof\s(?:just\s|only\s)?"
    rf"(?P<years>{SMALL_NUMERAL})(?=[,.;:)]|\s(?P<next>[^\W\d_]+))",
    re.IGNORECASE,
)
_GROWN = 16
_PARENT = re.compile(
    r"\b(?:(?:step|grand)?(?:mother|father|parent|mum|mom|dad)[-\s]of[-\s]"
    rf"(?P<children>{SMALL_NUMERAL})\b(?![-%]|[.,:]\d)"
    rf"|(?:has|leaves|leaves\sbehind)\s(?P<has>{SMALL_NUMERAL})\s(?:children|kids)\b)",
    re.IGNORECASE,
)
_NEXT_TWO = re.compile(r"\s([^\W\d_]+)(?:\s([^\W\d_]+))?")
_FEW = "two|three|four|five|six|seven|eight|nine"
_FRACTION = re.compile(
    rf"\b(?:(?P<whole>one|{_FEW})[-\s]"
    r"(?P<part>half|thirds?|quarters?|fourths?|fifths?|sixths?|eighths?|tenths?)\b(?!-)"
    r"|(?<!\bfirst\s)(?<!\bsecond\s)(?<!\bother\s)(?<!\blatter\s)(?<!\bbetter\s)(?P<half>half)(?=\s(?:of|the|its|their|his|her|all|said|say|were|are|have|had|voted|think"
    r"|want|support|supported|oppose|opposed|back|backed)\b)"
    r"|an?\s(?P<single>third|quarter|fifth|tenth)(?=\sof\b)"
    rf"|(?P<some>one|{_FEW}|\d{{1,2}})\s(?:in|out\sof)(?:\severy)?\s"
    rf"(?P<all>{_FEW}|ten|\d{{1,3}})\b(?!\s(?:a|p)\.?m\b|[%:/-]|[.,]\d))",
    re.IGNORECASE,
)
_VOTES = re.compile(
    rf"(?<![\w.,/:$€£-])(?P<yes>{SMALL_NUMERAL})(?:"
    rf"(?P<named>\svotes?)?(?:\s?[-–—]\s?|\sto\s)(?P<no>{SMALL_NUMERAL})"
    r"|(?:\s(?:votes?|members?))?(?:\svoting)?\s(?:for|in\sfavou?r),?(?:\s(?:and|with|to))?\s"
    rf"(?P<against>{SMALL_NUMERAL})(?:\s(?:voting|votes?))?\s(?:against|opposed)"
    r")(?![\w%/]|[.,:]\d|[-–]\d)",
    re.IGNORECASE,
)
_VOTING = re.compile(
    r"\b(?:vot(?:e|es|ed|ing)|passed|confirmed|approved|adopted|backed|endorsed|rejected|ruled|ruling"
    r"|decision|majority|party-line)\b",
    re.IGNORECASE,
)
# How far from the figures a word of voting may stand, in characters.
_VOTING_REACH = 40
_HOURS = re.compile(r"\b(?:from|between|hours|open|opened|works?|working)\s$", re.IGNORECASE)


def special_forms(text: str, places: Sequence[int]) -> Iterator[Quantity]:
    """Ages, children, fractions and votes, which the general form would read as counts.

    `places` are those where numbers can begin.
    """
    yield from _ages(text)
    for match in _PARENT.finditer(text):
        if not _others(text, match.end()):
            span = Span(*match.span("children" if match["children"] else "has"))
            count = evaluate(span.of(text))[0]
            if count > _FAMILY:
                continue
            noun = stem("children")
            said = Span(match.start() if match["children"] else span.start, match.end())
            yield Quantity(span, "count", count, count, 1, "", OFFSPRING, noun, hedged=said)
    for match in matches(_FRACTION, text, places):
        value = _fraction(match)
        if value is not None:
            span = Span(*match.span())
            hedge, said = hedge_of(text, span)
            percent = 100 * value
            side = side_of(text, span, said)
            yield Quantity(
                span, "percent", percent, percent, _COARSE, hedge, hedged=said, side=side
            )
    for match in matches(_VOTES, text, places):
        if _is_vote(text, match):
            yes, no = (evaluate(number)[0] for number in (match["yes"], _no(match)))
            yield Quantity(Span(*match.span()), "votes", yes, no, 1)


def _ages(text: str) -> Iterator[Quantity]:
    places = [match.start() for match in _AGE.finditer(text)]
    young = (match for match in _YOUNG.finditer(text) if _is_young(match))
    for found in (
        matches(_AGED, text, places),
        _IS.finditer(text),
        _APPOSED.finditer(text),
        (match for match in _BRACKETED.finditer(text) if not _is_minute(text, match)),
        young,
    ):
        for match in found:
            years = evaluate(match["years"])[0]
            if years <= _OLDEST and match["years"].casefold() != "one":
                yield Quantity(Span(*match.span("years")), "age", years, years, 1, unit="year")


def _is_minute(text: str, match: re.Match[str]) -> bool:
    """Whether a number in brackets may be the minute of a goal: its sentence tells of such."""
    start = max(text.rfind(mark, 0, match.start()) for mark in ".!?\n") + 1
    end = _SENTENCE_END.search(text, match.end())
    return _SCORED.search(text, start, end.start() if end else len(text)) is not None


_SENTENCE_END = re.compile(r"[.!?\n]")
# "Arden (12, 67)" has two minutes in one bracket.
_SCORED = re.compile(
    r"\b(?:scored|scorers?|goals?|tr(?:y(?!\s(?:to|and)\b)|ies)|points?)\b"
    r"|\(\d+['’]?(?:[,;]\s|\s(?:and\s)?|/)\d",
    re.IGNORECASE,
)
_OLDEST = 119.0
_FAMILY = 20
# `A half` may be said of four points more or less than 50 percent.
_COARSE = 8.0


def _is_young(match: re.Match[str]) -> bool:
    """Whether the number behind `girl of` or `man of` is that of the years."""
    years = evaluate(match["years"])[0]
    if (years < _GROWN) != bool(match["child"]):
        return False
    behind = match["next"]
    return behind is None or fold(behind) in STOP or behind.endswith("ed")


def _others(text: str, end: int) -> bool:
    """Whether a number of children is one of others: `the mother of two victims`, `of one of`."""
    following = _NEXT_TWO.match(text, end)
    if following is None:
        return False
    first, second = (fold(word or "") for word in following.groups())
    if first == "of":
        return True
    words = [first] if first in STOP or following[1][0].isupper() else [first, second]
    return any(plural(word) and word not in _CHILDREN for word in words)


_CHILDREN = frozenset(("children", "kids"))


def _no(match: re.Match[str]) -> str:
    return match["no"] or match["against"]


def _is_vote(text: str, match: re.Match[str]) -> bool:
    """Whether two numbers are those for and against something."""
    if match["named"] or match["against"]:
        return True
    start, end = match.span()
    if not match["yes"].isdigit() and (
        " to " not in match[0].casefold()  # "thirty-five"
        or evaluate(match["yes"])[0] <= evaluate(match["no"])[0]
        or _HOURS.search(text, max(0, start - _VOTING_REACH), start)
    ):
        return False  # two to three weeks, nine to five
    near = text[max(0, start - _VOTING_REACH) : start], text[end : end + _VOTING_REACH]
    return any(_VOTING.search(words) for words in near)


def _fraction(match: re.Match[str]) -> float | None:
    """The value of a fraction; None for what is none, such as "five third"."""
    if match["half"]:
        return 0.5
    if match["single"]:
        return 1 / FRACTIONS[match["single"].casefold()]
    if match["some"]:
        some, of_all = (_small(match[name]) for name in ("some", "all"))
        return some / of_all if some < of_all else None
    parts, part = _small(match["whole"]), match["part"].casefold()
    if (parts == 1) == (part.endswith("s") and part != "halves"):
        return None
    value = parts / FRACTIONS[part]
    return value if value < 1 else None


def _small(word: str) -> float:
    return float(word) if word.isdigit() else float(SMALL[word.casefold()])
