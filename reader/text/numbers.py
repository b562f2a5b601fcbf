"""Quantities in a text: sums, shares, counts, ages, spans of time, results of votes.

Each is read with the precision and the hedge that the text gives it and with the noun it counts,
so that only like may be compared with like.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from reader.model import Span
from reader.text.counted import counted
from reader.text.date_words import COUNTED
from reader.text.dates import DateMention, find_dates
from reader.text.hedged import hedge_of
from reader.text.not_counted import names_a_thing, not_counted
from reader.text.number_forms import special_forms
from reader.text.number_places import matches, number_places
from reader.text.number_words import (
    ALONE,
    CROWDS,
    CURRENCIES,
    DURATIONS,
    LETTERS,
    MAGNITUDES,
    MEASURES,
    SIGNS,
    STANDING,
)
from reader.text.numerals import NUMERAL, evaluate, magnitude
from reader.text.quantity import Kind, Quantity
from reader.text.tokens import fold, stem


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


_SIGN = rf"(?:{_any(SIGNS)})"
_UNIT = (
    r"(?:(?P<percent>\s?%|[\s-]?per\s?cent(?:age)?(?!\w)(?!\spoint)|\spct\b)"
    r"|(?P<points>[\s-](?:percent(?:age)?[\s-])?points?\b)"
    rf"|[\s-](?:of\s)?(?P<currency>{_any(CURRENCIES)})\b"
    r"|[\s-](?:of\s)?(?P<pounds>pounds?(?P<sterling>\ssterling)?)\b"
    r"|[\s-](?P<age>year|month|week|day)s?(?:[\s-]olds?|\sof\sage)\b"
    rf"|[\s-](?P<time>centur(?=y|ies)|{_any(DURATIONS)})(?:s|y|ies)?\b"
    r"(?P<ago>\s(?:ago|earlier|later|before|after)\b)?"
    rf"|(?:[\s-](?P<measure>{_any(MEASURES)})|(?P<glued>km|kg|mph|kph|mw|gw))\b"
    r"|(?P<times>[\s-]times(?=\s(?:more|as|higher|larger|bigger|faster|greater|the)\b)|-?fold\b))?"
)
_LEFT = r"(?<![\w.,/:@&'’$€£#-])(?<!\d\s)"
_RIGHT = r"(?!\w|/\w|[.,:]\d|[-–—]\d|\s?%)"
_FIRST = rf"(?:(?P<sign>{_SIGN})\s?)?(?P<first>{NUMERAL})(?P<letter>[kmbt]\b)?"
_SECOND = rf"(?:{_SIGN}\s?)?(?P<second>{NUMERAL})(?P<letter2>[kmbt]\b)?"
_RANGE = re.compile(
    rf"{_LEFT}{_FIRST}(?P<to>\s?[-–—]\s?|\s(?:to|or|and)\s){_SECOND}{_UNIT}{_RIGHT}", re.IGNORECASE
)
_SINGLE = re.compile(rf"{_LEFT}{_FIRST}{_UNIT}{_RIGHT}", re.IGNORECASE)
_YEARLIKE = re.compile(r"1[5-9]\d\d|20\d\d")


def find_quantities(text: str, dates: Sequence[DateMention] | None = None) -> tuple[Quantity, ...]:
    """The quantities of a text, in order and without overlaps; its dates, if known, are none."""
    taken = bytearray(len(text))
    for span in not_counted(text, find_dates(text) if dates is None else dates):
        taken[span.start : span.end] = b"\x01" * len(span)
    found: list[Quantity] = []
    for quantity in _candidates(text):
        span = quantity.span
        if not any(taken[span.start : span.end]):
            taken[span.start : span.end] = b"\x01" * len(span)
            found.append(quantity)
    return tuple(sorted(found, key=lambda quantity: quantity.span))


def _candidates(text: str) -> Iterator[Quantity]:
    places = number_places(text)
    yield from special_forms(text, places)
    for match in matches(_RANGE, text, places):
        if _is_range(text, match):
            quantity = _read(text, match)
            if quantity is not None:
                yield quantity
    for match in matches(_SINGLE, text, places):
        quantity = _read(text, match)
        if quantity is not None:
            yield quantity


def _is_range(text: str, match: re.Match[str]) -> bool:
    """Whether two numbers are the ends of a range: not "from 3 to 5", "two and three"."""
    before = text[max(0, match.start() - 10) : match.start()].casefold().split()[-1:]
    link = match["to"].strip().casefold()
    if link == "and":
        return before == ["between"]
    if link == "or":
        return match["first"].isalpha() and match["second"].isalpha()
    return before != ["from"]


def _read(text: str, match: re.Match[str]) -> Quantity | None:
    """The quantity that a match spells, or None where the number is no quantity."""
    kind, unit = _kind(match)
    low, top, step = _value(match, "first", "letter")
    if kind == "measure" and match["pounds"] and _paid(text, match, top):
        kind, unit = "money", "£"
    if "second" in match.groupdict():
        second, top, second_step = _value(match, "second", "letter2")
        if not match["letter"] and magnitude(match["first"]) == 1:
            # "$10-15 million": the magnitude belongs to both.
            shared = LETTERS.get((match["letter2"] or "").casefold()) or magnitude(match["second"])
            low, step = low * shared, step * shared
        step = min(step, second_step)
        if low >= second:
            return None
    if kind == "count" and _uncounted(text, match):
        return None
    more = _MORE.match(text, match.end()) if kind == "count" else None
    if more is not None:
        low, top, step = (each * MAGNITUDES[more[1].casefold()] for each in (low, top, step))
    if kind in ("percent", "points"):
        step = min(step, 1.0)
    noun, around = counted(text, match.end(), single=top == 1)
    if kind == "count" and match["first"].casefold() in CROWDS and _acts(text, match.end()):
        noun, around = _PEOPLE, None
    if kind == "count" and match["first"].casefold() == "one" and noun not in ALONE:
        return None
    span = Span(*match.span())
    hedge, said = hedge_of(text, span)
    if more is not None:
        said = Span(said.start, more.end())
    if kind == "duration" and text[said.start : span.start].casefold().strip() == "over":
        hedge = "about"  # "over three years" is as often a span of time as a bound
    return Quantity(span, kind, low, top, step, hedge, unit, noun, around, said)


def _acts(text: str, end: int) -> bool:
    """Whether right behind a word for a crowd stands what it did: `hundreds marched`."""
    after = _WORD_AFTER.match(text, end)
    word = fold(after[1]) if after else ""
    return word.endswith("ed") and word not in STANDING and counted(text, end)[0] == stem(word)


_PEOPLE = stem("people")
# "16 more million people".
_MORE = re.compile(
    r"\s(?:more|additional|extra|other|fewer)\s(thousand|million|billion)\b", re.IGNORECASE
)


def _value(match: re.Match[str], number: str, letter: str) -> tuple[float, float, float]:
    size = LETTERS.get((match[letter] or "").casefold(), 1.0)
    low, top, step = evaluate(match[number])
    return low * size, top * size, step * size


def _kind(match: re.Match[str]) -> tuple[Kind, str | None]:
    """What kind of quantity sign and unit make it, and the unit."""
    if match["sign"]:
        return "money", SIGNS[match["sign"].casefold()]
    if match["percent"]:
        return "percent", None
    if match["points"]:
        return "points", None if "per" in match["points"].casefold() else "point"
    if match["currency"]:
        return "money", CURRENCIES[match["currency"].casefold()]
    if match["pounds"]:
        return "measure", "pound"
    if match["age"]:
        return "age", match["age"].casefold()
    if match["time"]:
        unit = "century" if match["time"].casefold() == "centur" else match["time"].casefold()
        return "duration", unit + (match["ago"] or "").casefold()
    if match["measure"] or match["glued"]:
        return "measure", MEASURES[(match["measure"] or match["glued"]).casefold()]
    return ("multiplier" if match["times"] else "count"), None


def _paid(text: str, match: re.Match[str], top: float) -> bool:
    """Whether pounds are money: millions of them, or thousands, of which nothing is weighed."""
    if match["sterling"]:
        return True
    many = _MILLION if match["first"][0].isdigit() else _THOUSAND
    before, behind = text[max(0, match.start() - _WEIGHING) : match.start()], text[match.end() :]
    return top >= many and not (_OF.match(behind) or _WEIGHS.search(before))


_MILLION = 1e6
_THOUSAND = 1e3
_OF = re.compile(r"\sof\s(?!(?:debts?|damage|funding|cuts|money|cash|savings|spending)\b)")
_WEIGHING = 40
_WEIGHS = re.compile(r"\b(?:weigh|heav|load|lift|thrust|catch|caught|harvest|haul)", re.IGNORECASE)


def _uncounted(text: str, match: re.Match[str]) -> bool:
    """Whether a bare number is part of a name, of a compound, or a year rather than a count."""
    written = match["first"]
    if match["letter"] or (written[0] == "0" and written.isdigit() and written != "0"):
        return True  # "0440 GMT"
    if (
        text[match.start() - 1 : match.start()] == "("
        and text[match.end() : match.end() + 1] == ")"
    ):
        return True  # "Ann Lee (2)": a rank, the result of a poll
    if text[match.end() : match.end() + 1] in ("-", "\N{EN DASH}"):
        # "A 1,754-vote lead" counts votes; "a 12-seat boat" says which boat it is.
        return not ("," in written and text[match.end() + 1 : match.end() + 2].isalpha())
    if written[0].isdigit():
        after = _WORD_AFTER.match(text, match.end())
        if _YEARLIKE.fullmatch(written) and not (after and fold(after[1]) in COUNTED):
            return True
        plain = not _GROUPED.search(written) and "second" not in match.groupdict()
        return plain and names_a_thing(text, match.start())
    return written[0].isupper() and not _begins_sentence(text, match.start())


_GROUPED = re.compile(r",|[^\W\d]")
_WORD_AFTER = re.compile(r"\s+([^\W\d_]+)")
_SENTENCE_START = re.compile(r"(?:^|[.!?:\n][\"'”’»)\]]*)\s*[\"'“‘«(\[]*$")


def _begins_sentence(text: str, start: int) -> bool:
    return _SENTENCE_START.search(text, max(0, start - 6), start) is not None or start == 0
