"""Lines of printed pages joined to paragraphs again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from statistics import median

_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)
_EDGE = 3  # lines at the top and at the bottom of a page among which running ones are
_SHARE = 0.4  # of the pages; left and right pages often carry different ones
_NUMBER = re.compile(
    r"\W*(?:(?:page|seite|p\.|pagina|página|sida|side|strona)\s*\d{1,4}|\d{1,3})"
    r"(?:\s*(?:of|von|/|sur|de|di|van|av|z|\|)\s*\d{1,4})?\W*",
    re.IGNORECASE,
)
_ITEM = re.compile(r"[•●▪◦■□➢–—*-]\s|\(?\d{1,2}[.)]\s|[•●▪◦■□➢]$")
_SENTENCE_END = re.compile(r"[.!?:…]['\"”’»)\]]*$")
_HYPHENATED = re.compile(r"(?P<left>[^\W\d_]+)(?P<mark>[-‐\u00ad])$")
# Words that are mostly written with a hyphen, so that one at the end of a line may well be theirs.
_COMPOUNDING = frozenset(
    "well self long short high low non post anti ex co half full part all cross old new one two"
    " three four five six seven eight nine ten first second third mid much so far near open hard"
    " soft large small medium state front back left right north south east west year day week"
    " month pre pro semi multi re ultra vice".split()
)
_WIDER = 1.25  # times the usual distance of two lines: the space between paragraphs
_OTHER_SIZE = 0.08
_INDENT = (6.0, 60.0)  # points
_SHORT = 0.9


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line, its place in points from the lower left corner of its page."""

    text: str
    x: float
    y: float
    size: float
    """Of its letters, in points."""
    page: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together, or one that the page carries and the text does not."""

    text: str
    size: float
    page: int
    running: bool = False


def paragraphs(pages: Sequence[Sequence[Line]]) -> Iterator[Paragraph]:
    """The paragraphs; running lines of a page before the first paragraph that begins on it."""
    every = [_tidy(line) for page in pages for line in page if line.text.strip()]
    running = _running(every, len(pages))
    body = [line for index, line in enumerate(every) if index not in running]
    ahead = [line for index, line in enumerate(every) if index in running]
    usual = _usual(body)
    words = Counter(word for line in body for word in re.findall(r"[\w-]+", line.text.casefold()))
    waiting = iter(ahead)
    mark = next(waiting, None)
    group: list[Line] = []
    for line in body:
        if group and not _goes_on(group[-1], line, usual):
            yield _joined(group, words)
            group = []
        if not group:
            while mark is not None and mark.page <= line.page:
                yield Paragraph(mark.text, mark.size, mark.page, running=True)
                mark = next(waiting, None)
        group.append(line)
    if group:
        yield _joined(group, words)
    while mark is not None:
        yield Paragraph(mark.text, mark.size, mark.page, running=True)
        mark = next(waiting, None)


def _tidy(line: Line) -> Line:
    text = " ".join(line.text.translate(_LIGATURES).split())
    return Line(text, line.x, line.y, line.size, line.page)


def _running(lines: Sequence[Line], pages: int) -> set[int]:
    """The indexes of page numbers and of lines that stand at the edge of many pages."""
    edges: list[list[int]] = []
    for page in sorted({line.page for line in lines}):
        own = [index for index, line in enumerate(lines) if line.page == page]
        high = sorted(own, key=lambda index: -lines[index].y)
        edges += [high[:_EDGE], high[: -_EDGE - 1 : -1]]
    seen: dict[str, set[int]] = {}
    for edge in edges:
        for index in edge:
            seen.setdefault(_shape(lines[index].text), set()).add(lines[index].page)
    often = {shape for shape, where in seen.items() if len(where) >= max(2, _SHARE * pages)}

    def runs(index: int) -> bool:
        text = lines[index].text
        return _shape(text) in often or bool(_NUMBER.fullmatch(text))

    # From the edge inwards: what stands behind a line of the text belongs to it.
    found = {index for edge in edges for index in takewhile(runs, edge)}
    return found if len(found) < len(lines) else set()


def _shape(text: str) -> str:
    return re.sub(r"\d+", "#", text.casefold())


@dataclass(frozen=True, slots=True)
class _Usual:
    """What is usual in a document: distances in points, width in characters."""

    leading: float
    width: float


def _usual(lines: Sequence[Line]) -> _Usual:
    gaps = [one.y - two.y for one, two in pairwise(lines) if one.page == two.page]
    near = [gap for gap in gaps if 4 < gap < 60]
    widths = sorted(len(line.text) for line in lines)
    return _Usual(
        leading=median(near) if near else 0.0,
        width=widths[int(0.8 * (len(widths) - 1))] if widths else 0,
    )


def _goes_on(one: Line, two: Line, usual: _Usual) -> bool:
    """Whether the second line is of the same paragraph as the first."""
    if _ITEM.match(two.text):
        return bool(_ITEM.fullmatch(one.text))
    if abs(one.size - two.size) > _OTHER_SIZE * max(one.size, two.size):
        return False
    ends = bool(_SENTENCE_END.search(one.text))
    gap = one.y - two.y
    if one.page != two.page or gap < -1:  # the next page, the next column
        return not ends and (two.text[0].islower() or bool(_HYPHENATED.search(one.text)))
    leading = max(usual.leading, one.size)
    if usual.leading and gap > _WIDER * leading:
        return False
    if _INDENT[0] <= two.x - one.x <= _INDENT[1] and ends:
        return False
    fits = len(one.text) + 1 + len(two.text.split()[0]) < _SHORT * usual.width
    return not (fits and (ends or not two.text[0].islower()))


def _joined(lines: Sequence[Line], words: Counter[str]) -> Paragraph:
    text = lines[0].text
    for line in lines[1:]:
        match = _HYPHENATED.search(text)
        after = re.match(r"[^\W\d_]+", line.text)
        if match and after and line.text[0].islower():
            text = text[: match.end("left")] + _hyphen(match, after[0], words) + line.text
        else:
            text += " " + line.text
    return Paragraph(text.replace("\u00ad", ""), lines[0].size, lines[0].page)


def _hyphen(match: re.Match[str], right: str, words: Counter[str]) -> str:
    """The hyphen at the end of a line if it belongs to the word, else nothing."""
    left = match["left"]
    if match["mark"] == "\u00ad":
        return ""
    whole, parted = (words[f"{left}{mark}{right}".casefold()] for mark in ("", "-"))
    if whole or parted:
        return "" if whole >= parted else "-"
    plain = left.islower() and len(left) > 1 and left not in _COMPOUNDING
    return "" if plain else "-"
