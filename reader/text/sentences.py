"""Paragraphs and sentences, as spans of the text they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from reader.model import Span
from reader.text.blocks import DIVIDER, ROW, bars, fences


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of lines that belong together."""

    span: Span
    heading: bool
    quoted: bool = False
    """Whether its lines begin with `>`, as quotations do in Markdown and mail."""
    code: bool = False
    """Whether it is a line of fenced code."""
    row: bool = False
    """Whether it is a row of a table, without the bars at its ends."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence or heading."""

    span: Span
    paragraph: int
    """Index of its paragraph, from 0; headings count."""
    heading: bool


_LINE = r"[^\S\n]*+\S[^\n]*"
_BLOCK = re.compile(rf"^{_LINE}(?:\n{_LINE})*", re.MULTILINE)
# What Markdown and mail put before the words of a line: quoted, then a heading or an item.
# (Nothing of it is given back, so that a line of blanks takes no time.)
_QUOTED = r"[ \t]*+(?:>[ \t]*+)*+"
_MARKER = re.compile(_QUOTED + r"(?:#{1,6}[ \t]+|[-*+•–][ \t]+|\d{1,2}[.)][ \t]+)?")
_ITEM = re.compile(_QUOTED + r"(?:[-*+•–]|\d{1,2}[.)])[ \t]")
_HEADING = re.compile(_QUOTED + r"#{1,6}(?=[ \t]|$)")
_BARE = re.compile(_QUOTED + r"(?:#{1,6}|[-*+•–]|={3,})?[ \t]*")  # nothing but such marks
_RULE = re.compile(r"(?:[-*_=~][ \t]*+)++")
_ENDED = re.compile(r"[.!?…:;,。！？][\"'”’»)\]]*\s*$")
_HEADING_WORDS = 16  # the longest subheading in the five seed articles has 14

# A possible end: terminators, closing marks, then white space; CJK terminators need none.
_END = re.compile(r"(?:[.!?…]+[\"'”’»)\]]*(?=\s)|[。！？]+[」』”’）]*)")
_OPENS = re.compile(r"\s+[\"'“‘«(\[]*(?P<first>\w)?")
_LAST_WORD = re.compile(r"([^\W\d_]+(?:\.[^\W\d_]+)*)\.$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?$|^[^\W\d_]$")
# Titles and the like, which a name or number follows: never an end.
_BEFORE_NAME = frozenset(
    "mr mrs ms dr prof rev gen col lt sgt capt cmdr adm sen rep gov pres hon st mt ft sr fr "
    "messrs det insp supt no nos vs v cf eg ie e.g i.e fig approx ca al".split()
)
# Abbreviations that may close a sentence: an end only if a sentence clearly opens after them.
_MAY_CLOSE = frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun "
    "inc corp co ltd bros plc llc jr etc dept univ assn ave blvd rd calif fla mass mich minn pa "
    "tex va wash wis conn ariz ill ind kan ky la md mo neb nev okla ore tenn vt ala ark colo del "
    "ga a.m p.m".split()
)


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a text, each without surrounding white space or list and heading marks.

    Lines are paragraphs, unless a block of lines is plainly one paragraph that was wrapped.
    """
    found: list[Paragraph] = []
    start = 0
    for fence in fences(text):
        found += _prose(text, start, fence.span.start)
        found += _code(text, fence.lines)
        start = fence.span.end
    return (*found, *_prose(text, start, len(text)))


def _code(text: str, lines: Span) -> Iterator[Paragraph]:
    for start, end in _lines(text, lines.start, lines.end):
        inner = _strip(text, start, end)
        if inner is not None:
            yield Paragraph(inner, heading=False, code=True)


def _prose(text: str, first: int, last: int) -> Iterator[Paragraph]:
    for block in _BLOCK.finditer(text, first, last):
        for start, end in _runs(text, list(_lines(text, block.start(), block.end()))):
            if row := ROW.fullmatch(text, start, end):
                edges = bars(text, Span(*row.span()))
                yield Paragraph(Span(edges[0].end, edges[-1].start), heading=False, row=True)
                continue
            marker = _MARKER.match(text, start, end)
            begin = marker.end() if marker else start
            marked, quoted = "#" in text[start:begin], ">" in text[start:begin]
            inner = _strip(text, begin, _opened(text, begin, end) if marked else end)
            if inner is not None:
                heading = marked or (not quoted and _reads_as_heading(inner.of(text)))
                yield Paragraph(inner, heading, quoted)


def passages(text: str) -> tuple[Passage, ...]:
    """Every heading and sentence of a text, in order; together they cover its paragraphs.

    A rule between paragraphs says nothing and is none.
    """
    found: list[Passage] = []
    for index, paragraph in enumerate(paragraphs(text)):
        if _RULE.fullmatch(text, paragraph.span.start, paragraph.span.end):
            continue
        if paragraph.heading:
            found.append(Passage(paragraph.span, index, heading=True))
        else:
            found += [Passage(s, index, heading=False) for s in _sentences(text, paragraph.span)]
    return tuple(found)


def without_marks(text: str, span: Span) -> Span | None:
    """A stretch of a text without white space at its ends, nor marks of Markdown around its words.

    None where nothing else is in it.
    """
    start, end = span.start, span.end
    while start < end:
        line = text.rfind("\n", 0, start) + 1
        stop = text.find("\n", start)
        stop = len(text) if stop < 0 else stop
        marker = _MARKER.match(text, line, stop)
        begin = max(line, marker.end() if marker else line)
        if _BARE.fullmatch(text, line, stop) or (
            _HEADING.match(text, line, stop) and start >= _opened(text, begin, stop)
        ):
            start = stop + 1
        elif start < begin or text[start].isspace():
            start = max(start + 1, begin)
        else:
            break
    while start < end:
        line = text.rfind("\n", 0, end) + 1
        opened = _opened(text, line, end) if _HEADING.match(text, line, end) else end
        if text[end - 1].isspace():
            end -= 1
        elif line > start and _BARE.fullmatch(text, line, end):
            end = line - 1
        elif opened < end:
            end = opened
        else:
            return Span(start, end)
    return None


def _opened(text: str, begin: int, end: int) -> int:
    """Where the signs begin that close a heading, as they may; else its end."""
    last = end
    while last > begin and text[last - 1] in " \t":
        last -= 1
    signs = last
    while signs > begin and text[signs - 1] == "#":
        signs -= 1
    return signs if signs < last and (signs == begin or text[signs - 1] in " \t") else end


def _runs(text: str, lines: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The lines of a block that have words, those of a wrapped paragraph as one.

    No heading, rule, row of a table or item of a list goes on one; what is quoted goes on only
    such.
    """
    part: list[tuple[int, int]] = []
    quoted = False
    for start, end in lines:
        bare = bool(_BARE.fullmatch(text, start, end) or DIVIDER.fullmatch(text, start, end))
        alone = (
            bare
            or _HEADING.match(text, start, end)
            or _RULE.fullmatch(text, start, end)
            or ROW.fullmatch(text, start, end)
        )
        was, quoted = quoted, text[start:end].lstrip().startswith(">")
        if alone or was != quoted:
            yield from _items(text, part)
            part = []
        if not alone:
            part.append((start, end))
        elif not bare:
            yield start, end
    yield from _items(text, part)


def _items(text: str, lines: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Lines that may go on one another: those of a wrapped paragraph, or of an item, as one."""
    begins = [at for at, (start, end) in enumerate(lines) if _ITEM.match(text, start, end)]
    if len(begins) < 2 and 0 not in begins:  # a lone dash may open a line of a paragraph
        begins = []
    for first, last in pairwise(sorted({0, *begins, len(lines)}) if lines else ()):
        part = lines[first:last]
        yield from [(part[0][0], part[-1][1])] if _wrapped(text, part) else part


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        yield start, stop
        start = stop + 1


def _wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Whether the lines are one paragraph broken at a column, as plain-text mail is."""
    if len(lines) < 2:
        return False
    body = lines[:-1]
    widths = [end - start for start, end in body]
    if max(widths) > 100 or min(widths) < 40:
        return False
    open_ended = sum(not _ENDED.search(text[start:end]) for start, end in body)
    return open_ended * 2 > len(body)


def _strip(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def _reads_as_heading(line: str) -> bool:
    if line.endswith("?"):
        return len(line.split()) <= _HEADING_WORDS and '"' not in line and "”" not in line
    if line.endswith(":"):
        return len(line.split()) <= 5
    return (
        not _ENDED.search(line)
        and len(line.split()) <= _HEADING_WORDS
        and not line[0].islower()
        and any(c.isalpha() for c in line)
    )


def _sentences(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    for match in _END.finditer(text, span.start, span.end):
        if match.end() >= span.end:
            break
        if match[0][0] in "。！？" or _closes(text, start, match):
            yield Span(start, match.end())
            start = match.end()
            while start < span.end and text[start].isspace():
                start += 1
    if start < span.end:
        yield Span(start, span.end)


def _closes(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a terminator ends the sentence that began at `start`."""
    after = _OPENS.match(text, match.end())
    first = after["first"] if after else None
    if first is not None and first.islower():
        return False
    if not match[0].startswith(".") or match[0].startswith(".."):
        return True
    word = _LAST_WORD.search(text, max(start, match.start() - 24), match.start() + 1)
    if word is None:
        return True
    folded = word[1].casefold()
    if folded in _BEFORE_NAME:
        return False
    if folded in _MAY_CLOSE or _INITIALS.search(word[1]):
        return first is not None and _clearly_opens(text, after.end("first") - 1 if after else 0)
    return True


_OPENERS = frozenset(
    "the a an this that these those he she it they we i you his her their its our my but and in on "
    "at after before when while as if for from however meanwhile there here what who why how "
    "according still yet also then both not no some many most".split()
)


def _clearly_opens(text: str, at: int) -> bool:
    word = re.compile(r"\w+").match(text, at)
    return word is not None and word[0].casefold() in _OPENERS
