"""What a page sets into the text of an article and is no part of it: links, captions, forms."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.model import Span
from reader.text.link_texts import link_texts
from reader.text.links import in_markdown

_AGENCY = (
    r"(?:AFP|AP|EPA|EFE|REUTERS|Reuters|Getty Images|Getty|Bloomberg|Shutterstock|Corbis|Alamy|TASS"
    r"|Xinhua|Associated Press|AP Photo|AP Images)"
)
_PERSON = r"(?:[A-Z][\w.’'-]{0,24}[ ]){0,3}[A-Z][\w.’'-]{0,24}"
# `Ada Brandt/AFP/Getty Images`, `Ada Brandt | AP Photo`, with what else is said of the rights.
_SLASHED = rf"{_PERSON}[ ]?/[ ]?{_AGENCY}(?:[ ]?/[ ]?[A-Z][\w. ]{{0,24}}){{0,3}}"
# Of 258 such lines that 11,000 articles have once they are kept, 70 were read: all are captions.
_LINE = re.compile(
    r"(?:FILE(?: PHOTO| ?[-–—])|(?:Hide|Show) caption|Enlarge this image|Photographer:).{0,490}"
    rf"|.{{0,480}}[.!?”\"»)|:][ ]?{_SLASHED}\)?"
    rf"|[^.!?]{{0,240}}[ ]{_SLASHED}\)?"
    r"|see also [A-Z“].{10,300}|[A-Z].{3,200} contributed to this (?:report|article|story|post)\.?"
    # A picture with its credit in front of the headline of another article.
    rf"|.{{20,420}}[.!?”\"][ ]\|[ ](?:{_SLASHED}|AP Photo|Getty(?:[ ]Images)?)\b.{{0,200}}"
)
_LONGEST_LINE = 700
# Without one of these words a line is none of them. (No alternative begins with a class, so that
# `re` looks for their first letters before it tries them.)
_MAY_BE = re.compile(
    r"REUTERS|Reuters|A[FP]P?\b|EPA|EFE|Getty|Bloomberg|Shutterstock|Corbis|Alamy"
    r"|TASS|Xinhua|Associated Press|PHOTO|FILE|Caption|caption|Enlarge|Photographer|Slideshow"
    r"|slideshow|Up Next|Video length|Skip Ad|now playing|see also|contributed to this|Inbox|inbox"
    r"|signing up|unsubscribe|reCAPTCHA"
)
# Pictures in a row, each with the agency at its end: `... at the quay REUTERS A boat ...`.
_CREDIT = re.compile(
    r"(?<![(/])\b(?:REUTERS|Reuters|AFP|AP|EPA|Getty Images|AP Photo)(?=[ ]?$|[ ](?:An?|The|[A-Z]))"
)
_TOLD = re.compile(r"\b(?:to|by|with|of|from|and|the|an?|told|via|for|in|at|as)[ ]$")
_FEWEST_CREDITS = 4
# The buttons of players and galleries, of which a line of an article has none.
_BUTTONS = re.compile(
    r"\bHide Caption \d{1,3} of \d|\b(?:View|Back to) Slideshow\b|\bUp Next Close\b"
    r"|\bVideo length \d|\bSkip Ad\b|\bnow playing\b.{0,80}\bReplay\b|\bSlideshow \(\d"
)
# Forms for letters by mail: all 49 such lines are, which stand in 596 of 10,000 articles.
_FORM = re.compile(
    r"\b[Bb]y signing up,? you agree\b|\bYou can unsubscribe\b|\bprotected by reCAPTCHA\b"
    r"|\b[Dd]elivered to your [Ii]nbox\b|\b(?:[Ss]ign up|[Ss]ubscribe)\b.{0,200}\byour [Ii]nbox\b"
    r"|\byour [Ii]nbox\b.{0,60}\b(?:[Ss]ign up|[Ss]ubscribe)\b"
)


def insets(text: str) -> tuple[Span, ...]:
    """The stretches that are links, captions, forms or buttons, in order, none overlapping."""
    found: list[Span] = []
    signs = (span for link in in_markdown(text) for span in link.signs or ())
    for span in sorted([*link_texts(text), *_lines(text), *signs]):
        if not found or span.start >= found[-1].end:
            found.append(span)
    return tuple(found)


def _lines(text: str) -> Iterator[Span]:
    end = -1
    for sign in _MAY_BE.finditer(text):
        if sign.start() >= end:
            start = text.rfind("\n", 0, sign.start()) + 1
            end = text.find("\n", sign.end())
            end = len(text) if end < 0 else end
            if _is_caption(text[start:end].strip()):
                yield Span(start, end)


def _is_caption(line: str) -> bool:
    if _BUTTONS.search(line) is not None:
        return True
    short = len(line) <= _LONGEST_LINE
    if short and (_LINE.fullmatch(line) is not None or _FORM.search(line) is not None):
        return True
    credits_ = sum(
        _TOLD.search(line, max(0, credit.start() - 6), credit.start()) is None
        for credit in _CREDIT.finditer(line)
    )
    return credits_ >= _FEWEST_CREDITS
