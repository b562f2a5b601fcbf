"""The title of a text: found where it plainly is one, else known to be missing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reader.importing.plain.furniture import is_body, is_furniture_around, is_label
from reader.importing.plain.heading import is_heading_line
from reader.text.shown import as_read

_MARK = re.compile(r"#{1,6}[ \t]+(?=\S)")
_UNDERLINE = re.compile(r"=={2,}|-{3,}")
_BOLD = re.compile(r"(\*\*|__)(.+)\1")
_CRUMBS = re.compile(
    r"(?:you[ ]are[ ]here:?[ ]*)?(?:home(?:page)?|start(?:seite)?|accueil|inicio)\b[ ]*"
    r"(?:[»›>/|→•·]|::|&gt;|&raquo;)+[ ]*\S.*",
    re.IGNORECASE,
)
_CRUMB_MARK = re.compile(r"[ ]*[»›→>][ ]*")
_SITE_MARK = re.compile(r"[ ]+[-|–—»·][ ]+")
_ENDS_SENTENCE = re.compile(r"[.…。][\"'”’»)\]*_]*$")
_INITIALS_END = re.compile(r"\b(?:[A-Z]\.){2,}[\"'”’]?$|\b(?:Inc|Jr|Sr|Co|Corp|Ltd|Bros)\.$")
_QUOTED_SENTENCE = re.compile(r"^[\"“'‘].*[.!?][\"”'’]$")
_OPEN_END = re.compile(r"[,;:\-–—(&+]$|\b(?:and|or|of|the|a|an|to|in|for|with|by|at|on)$", re.I)
_NO_START = re.compile(r"[-*•–—(\[{<>=+|…]|\.{2,}|\d{1,2}[.)][ ]|https?:|www\.|@")
# Captions, notices and tweets above an article.
_OTHER = re.compile(
    r"\b(?:photo|image|picture|illustration|video)s?[ ]?(?::|by\b|provided|courtesy)"
    r"|\b(?:AP|Reuters|file|AFP)[ ]photo\b|\bReuters[/:]|\(Reuters\b|\bGetty[ ]Images"
    r"|/[ ]?(?:AP|AFP|Reuters)\b|^(?:image|media|toggle)[ ]caption\b|^image[ ]copyright\b"
    r"|^(?:story[ ]highlights|enlarge[ ]this|updated[ ]at|all[ ]sharing|please[ ]enable)\b"
    r"|^this[ ](?:article|story|post)[ ](?:is|was|has)\b|@\w|pic\.twitter|https?:|www\."
    r"|[.!?][\"”’][ ]*[-–—]",
    re.IGNORECASE,
)
_NAME = r"[A-Z][\w'’-]+(?:[ ](?:[A-Z]\.?|[A-Z][\w'’-]+)){1,2}"
_NAMES = re.compile(rf"{_NAME}(?:(?:,[ ]|,?[ ]and[ ]|[ ]&[ ]){_NAME})*")
_LOWER_BRAND = re.compile(r"[a-z][A-Z]")
_LONGEST = 200  # characters
_FEWEST_WORDS = 3
# 99 of 100 headlines have at most 19 words; what is longer is mostly the line below one.
_MOST_WORDS = 20
_LONGEST_QUESTION = 15  # words; longer ones more often open a text than stand above it
# Below a headline: subtitle, byline, date, credit; then the text must begin.
_LINES_BEFORE_BODY = 4
_MOST_REPEATS = 3  # page title, heading, caption; what comes more often is a refrain
_NARROWEST, _WIDEST = 50, 100  # columns at which plain text is broken into lines


@dataclass(frozen=True, slots=True)
class Title:
    """A title and the lines it took up."""

    text: str
    line: int
    others: tuple[int, ...] = ()
    """Lines that repeat it, and underlines."""


def is_crumbs(line: str) -> bool:
    """Whether a line above an article is a trail of links (`Home » World » ...`)."""
    bare = _folded_space(line)
    if _CRUMBS.fullmatch(bare):
        return True
    parts = _CRUMB_MARK.split(bare)
    return len(parts) >= 3 and all(1 <= len(part.split()) <= 4 for part in parts[:-1])


def same_words(one: str, other: str) -> bool:
    """Whether two lines have the same words, whatever their case, marks and punctuation."""
    return _words(one) == _words(other) != []


def find_title(lines: Sequence[str], content: Sequence[int]) -> Title | None:
    """The title among the first of the content lines; None if the text has none.

    `content` has the indexes of the lines that are neither blank nor furniture.
    """
    if not content or is_label(lines[content[0]]):
        return None
    first, rest = content[0], content[1:]
    line = _folded_space(lines[first])
    if _MARK.match(line):
        return _with_repeats(lines, _plain(_unmarked(line)), first, rest)
    if _underlined(lines, first) and not is_body(line):
        found = _with_repeats(lines, _plain(line), first, rest[1:])
        return Title(found.text, first, (rest[0], *found.others))
    if rest and _repeats(lines[rest[0]], line) and not _OTHER.search(line):
        return _with_repeats(lines, _shorter(line, _folded_space(lines[rest[0]])), first, rest)
    if _reads_as_title(_plain(line)) and _body_follows(lines, first, rest):
        return _with_repeats(lines, _plain(line), first, rest)
    return None


def repeats_of(title: str, lines: Sequence[str], content: Sequence[int]) -> tuple[int, ...]:
    """The lines that open a text with a title that is known already."""
    found: list[int] = []
    for index in content[:_MOST_REPEATS]:
        if not _repeats(_unmarked(_folded_space(lines[index])), title):
            break
        found.append(index)
    return tuple(found)


def _with_repeats(lines: Sequence[str], title: str, line: int, rest: Sequence[int]) -> Title:
    return Title(title, line, repeats_of(title, lines, rest))


def _repeats(line: str, title: str) -> bool:
    """Whether a line is the title, or one of them has the site's name added."""
    line = _folded_space(line)
    if len(_words(line)) < 2 or is_body(line):
        return False
    return any(
        same_words(one, other)
        for one in (line, _SITE_MARK.split(line)[0])
        for other in (title, _SITE_MARK.split(title)[0])
    )


def _underlined(lines: Sequence[str], index: int) -> bool:
    return index + 1 < len(lines) and bool(_UNDERLINE.fullmatch(lines[index + 1].strip()))


def _shorter(one: str, other: str) -> str:
    return one if len(_words(one)) <= len(_words(other)) else other


def _folded_space(line: str) -> str:
    # Also keeps the patterns fast: with long runs of spaces some would take quadratic time.
    return " ".join(line.split())


def _unmarked(line: str) -> str:
    """A Markdown heading without its signs; another line as it is."""
    mark = _MARK.match(line)
    if mark is None:
        return line
    heading = line[mark.end() :]
    open_ended = heading.rstrip("#")
    return open_ended.rstrip() if open_ended.endswith(" ") else heading


def _plain(title: str) -> str:
    """A title as it is read, without signs of Markdown within it."""
    bold = _BOLD.fullmatch(title)
    return as_read(bold[2].strip() if bold else title) or title


def _words(line: str) -> list[str]:
    return re.findall(r"\w+", line.casefold().replace("'", "").replace("’", ""))


def _reads_as_title(line: str) -> bool:
    words = line.split()
    if not _FEWEST_WORDS <= len(words) <= _MOST_WORDS or len(line) > _LONGEST:
        return False
    if _ENDS_SENTENCE.search(line) and not _INITIALS_END.search(line):
        return False
    if _QUOTED_SENTENCE.search(line) or _OPEN_END.search(line) or _NO_START.match(line):
        return False
    if line[0].islower() and not _LOWER_BRAND.match(line):
        return False
    if line.endswith("?") and len(words) > _LONGEST_QUESTION:
        return False
    if not any(char.isalpha() for char in line) or _OTHER.search(line) or _NAMES.fullmatch(line):
        return False
    return not is_furniture_around(line) and not is_heading_line(line)


def _body_follows(lines: Sequence[str], first: int, rest: Sequence[int]) -> bool:
    """Whether a paragraph begins soon below, and the line is not the first of a broken one."""
    if not rest:
        return False
    broken = _broken_at_column(lines)
    under = lines[rest[0]].strip()
    if rest[0] == first + 1 and (under[0].islower() or (broken and _full(lines[first], under))):
        return False
    return any(is_body(lines[index]) for index in rest[:_LINES_BEFORE_BODY]) or broken


def _broken_at_column(lines: Sequence[str]) -> bool:
    """Whether the paragraphs of the text are broken into short lines, as in plain-text mail."""
    longest = max(map(len, lines))
    pairs = [(one, other) for one, other in pairwise(lines) if one.strip() and other.strip()]
    return longest <= _WIDEST and 2 * sum(_full(*pair) for pair in pairs) > len(pairs) > 0


def _full(line: str, after: str) -> bool:
    """Whether a line was broken because the next word did not fit."""
    return len(line) + 1 + len(after.split()[0]) >= _NARROWEST and not _ENDS_SENTENCE.search(line)
