"""Where the article stands in the paste of a whole page, told by its form in any language.

Articles are paragraphs that follow each other. What pages put around them are menus, lists of
headlines, teasers and comments: short lines, or single paragraphs between short lines.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reader.importing.plain.furniture import LONGEST_HEADLINE, Kind, is_list_header
from reader.importing.plain.heading import is_heading_line
from reader.importing.plain.notices import is_count
from reader.importing.plain.phrases import COMMENTS, folded
from reader.importing.plain.title import is_crumbs

# A page shows this many different short lines and different lines of furniture. Of 12,000 clean
# articles three do; tests/quality/test_pasted.py counts.
_FEWEST = ((20, 2), (8, 6))
_SHORT_WORDS, _SHORT = 3, 30  # words and characters of the lines of a menu

# Worth of a line for the run that is the article; chosen on the pages of the extraction set.
_MOST_WORTH = 60  # words; longer paragraphs are no surer
_LONGEST_WORD = 12  # characters; what has longer ones does not part its words
_LIST_HEADER, _COMMENTS_HEAD, _FURNITURE = -40.0, -60.0, -30.0
_LONG_LINE, _SENTENCE, _LINE, _SHORT_LINE = 5.0, -2.0, -2.0, -3.0
_LONG_WORDS, _MIDDLE_WORDS = 12, 4
_GAP, _GAP_WORTH, _MOST_GAP = 5, 2.0, 10.0  # lines without a paragraph; each more costs more

_TITLE_LINES = 12  # above the first paragraph: title, subtitle, byline, date, buttons, picture
_WORDS = re.compile(r"[^\W\d_]{4,}")
_SENTENCE_END = re.compile(r"[.!?…。！？؟।][\"'”’»)\]]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not empty, with what it can be told to be."""

    index: int
    text: str
    kind: Kind
    words: int

    @property
    def is_short(self) -> bool:
        """Whether it may stand in a menu."""
        return (
            self.kind is not Kind.BODY and self.words <= _SHORT_WORDS and len(self.text) <= _SHORT
        )


def is_page(lines: Sequence[Line]) -> bool:
    """Whether the lines are those of a whole page, not of an article with a few lines around it."""
    short = {line.text for line in lines if line.is_short}
    known = {
        line.text
        for line in lines
        if line.kind in (Kind.FURNITURE, Kind.AROUND) or is_list_header(line.text)
    }
    return any(len(short) >= few and len(known) >= least for few, least in _FEWEST)


def is_between(lines: Sequence[Line], place: int) -> bool:
    """Whether a line is furniture with a paragraph right above and below it: an advertisement."""
    near = lines[max(0, place - 1) : place + 2]
    return lines[place].kind is Kind.FURNITURE and (
        [line.kind for line in near] == [Kind.BODY, Kind.FURNITURE, Kind.BODY]
    )


def article_of(lines: Sequence[Line]) -> tuple[int, int] | None:
    """First and behind-last place of the run of lines that is the article; None without one."""
    most = worth = 0.0
    first, last, start = 0, 0, 0
    for place, value in enumerate(_worths(lines)):
        if worth <= 0:
            worth, start = 0.0, place
        worth += value
        if worth > most:
            most, first, last = worth, start, place + 1
    return (first, last) if last else None


def title_of(lines: Sequence[Line], first: int, last: int) -> int | None:
    """The place of the headline above the article: the line that shares most words with it."""
    own = {word for line in lines[first:last] for word in _words(line.text)}
    may = [
        place for place in range(max(0, first - _TITLE_LINES), first) if _may_be_title(lines[place])
    ]
    shared = {place: len(own & set(_words(lines[place].text))) for place in may}
    if any(shared.values()):
        return max(may, key=lambda place: (shared[place], -place))
    # Words may be inflected, or not be parted at all.
    return max(may, key=lambda place: (len(lines[place].text), -place), default=None)


def _may_be_title(line: Line) -> bool:
    return (
        line.kind is Kind.OTHER
        and not line.is_short
        and line.words <= LONGEST_HEADLINE
        and not is_heading_line(line.text)
        and not is_crumbs(line.text)
        and not is_list_header(line.text)
    )


def _words(text: str) -> list[str]:
    return _WORDS.findall(text.casefold())


def _worths(lines: Sequence[Line]) -> list[float]:
    bodies = [_is_paragraph(line) for line in lines]
    seen = Counter(line.text for line in lines)
    worths: list[float] = []
    gap = 0
    for place, line in enumerate(lines):
        gap = 0 if line.kind is Kind.BODY else gap + 1
        worth = _worth(line) * (_company(bodies, place) if line.kind is Kind.BODY else 1)
        if line.kind is Kind.OTHER and line.words <= _LONG_WORDS:
            worth -= min(_GAP_WORTH * max(0, gap - _GAP), _MOST_GAP)
        if seen[line.text] > 1 and line.words <= _LONG_WORDS:
            worth = min(worth, _SHORT_LINE)
        worths.append(worth)
    return worths


def _is_paragraph(line: Line) -> float:
    if line.kind is Kind.BODY:
        return 1.0
    sentence = line.words > _LONG_WORDS or _SENTENCE_END.search(line.text[-20:])
    return 0.5 if sentence else 0.0


def _company(bodies: Sequence[float], place: int) -> float:
    """How much a paragraph stands among others: 0 alone, 1 with them around it."""

    def at(other: int) -> float:
        return bodies[other] if 0 <= other < len(bodies) else 0.0

    near = at(place - 1) + at(place + 1)
    return min(1.0, (2 * near + at(place - 2) + at(place + 2)) / 4)


def _worth(line: Line) -> float:
    if is_list_header(line.text):
        return _LIST_HEADER
    if is_comments_head(line.text):
        return _COMMENTS_HEAD
    if line.kind is Kind.BODY:
        # Chinese and Thai do not part their words.
        words = max(line.words, len(line.text) // _LONGEST_WORD)
        return min(words, _MOST_WORTH)
    if line.kind is not Kind.OTHER:
        return _FURNITURE
    if line.words > _LONG_WORDS:
        return _LONG_LINE
    if line.words > _MIDDLE_WORDS:
        return _SENTENCE if _SENTENCE_END.search(line.text[-20:]) else _LINE
    return _SHORT_LINE


def is_comments_head(line: str) -> bool:
    """Whether a line may stand above the comments of readers."""
    return is_count(line) or (len(line) < _SHORT and folded(line) in COMMENTS)
