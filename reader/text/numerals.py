"""Numbers as they are written, in digits or in words, and what they come to."""

from __future__ import annotations

import re

from reader.text.number_words import CROWDS, MAGNITUDES, SMALL, TENS

_MAGNITUDE = "|".join(sorted(MAGNITUDES, key=len, reverse=True))
_WORD_MAGNITUDE = "hundred|thousand|million|billion|trillion|dozen"
_WORD = rf"(?:(?:{'|'.join(TENS)})(?:[-\s](?:{'|'.join(list(SMALL)[:9])}))?|(?:{'|'.join(SMALL)}))"
SMALL_NUMERAL = rf"(?:\d{{1,3}}|{_WORD})"
"""A number below a thousand in digits, or below a hundred in words."""
DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|(?<!\d)\.\d+)"
"""A number in digits."""

_SPELLED = (
    rf"(?:half[-\s]an?|an?|{_WORD}(?:[-\s]and[-\s]a[-\s]half)?)(?:[-\s](?:{_WORD_MAGNITUDE}))+"
    rf"(?:[-\s](?:and[-\s])?{_WORD}(?:[-\s](?:{_WORD_MAGNITUDE}))*)*"
    rf"|{_WORD}(?:[-\s]and[-\s]a[-\s]half)?"
)
_CROWD = rf"(?:tens\sof\s)?(?:{'|'.join(CROWDS)})(?:\sof\s(?:thousands|millions|billions))?"
NUMERAL = (
    rf"(?:{DIGITS}(?:[-\s](?:{_MAGNITUDE})\b|(?:bn|mn|tn|mln)\b)?|(?:{_SPELLED})\b|(?:{_CROWD})\b)"
)
"""A number in digits or words, with its magnitude."""

_PIECES = re.compile(rf"{DIGITS}|[^\W\d_]+")


def evaluate(written: str) -> tuple[float, float, float]:
    """Lowest and highest value of a written number, and the worth of its last digit."""
    pieces = [piece.casefold() for piece in _PIECES.findall(written)]
    crowd = _crowd(pieces)
    if crowd is not None:
        return crowd
    if pieces[0][0].isdigit() or pieces[0][0] == ".":
        return _digits(pieces)
    return _spelled(pieces)


def magnitude(written: str) -> float:
    """The magnitude that a written number ends with; 1 without one."""
    last = _PIECES.findall(written)[-1].casefold()
    return MAGNITUDES.get(last, 1.0)


def _crowd(pieces: list[str]) -> tuple[float, float, float] | None:
    """`hundreds of millions` is a range from two hundred million on."""
    named = [piece for piece in pieces if piece in CROWDS or piece == "tens"]
    if not named:
        return None
    low, high = (20.0, 99.0) if named[0] == "tens" else CROWDS[named[0]]
    for piece in named[1:]:
        size = MAGNITUDES[piece.removesuffix("s")]
        low, high = low * size, (high + 1) * size - 1
    return low, high, low


def _digits(pieces: list[str]) -> tuple[float, float, float]:
    number = pieces[0].replace(",", "")
    size = MAGNITUDES[pieces[1]] if len(pieces) > 1 else 1.0
    # Rounded as decimals are written: 14.3 times a billion is 14,300,000,000 and nothing beside.
    value = round(float(number) * size, 6)
    decimals = len(number.partition(".")[2])
    if decimals or size > 1:
        return value, value, size / 10**decimals
    return value, value, _last_digit(value)


def _spelled(pieces: list[str]) -> tuple[float, float, float]:
    total = current = 0.0
    smallest = 0.0
    for position, piece in enumerate(pieces):
        if piece in ("a", "an"):
            current = current or 1.0
        elif piece == "half":
            current, smallest = (current + 0.5 if position else 0.5), 0.5
        elif piece in SMALL or piece in TENS:
            current += SMALL.get(piece) or TENS[piece]
        elif piece in ("hundred", "dozen"):
            current = (current or 1.0) * MAGNITUDES[piece]
        elif piece in MAGNITUDES:
            total, current = total + (current or 1.0) * MAGNITUDES[piece], 0.0
    value = total + current
    if "dozen" in pieces:
        return value, value, min(value, 12.0)
    if value >= 1000 and pieces[-1] in MAGNITUDES:
        return value, value, MAGNITUDES[pieces[-1]] if value % MAGNITUDES[pieces[-1]] == 0 else 1.0
    return value, value, smallest or _last_digit(value)


def _last_digit(value: float) -> float:
    """What the last digit that is not zero is worth; below 1000 only full hundreds are rounded."""
    step = 1.0
    while value >= 100 and value % (step * 10) == 0:
        step *= 10
    return 1.0 if value < 1000 and step < 100 else step
