"""Which lines of a page's article are links to others, told by what is linked in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import takewhile

from reader.importing.html.lines import Line
from reader.importing.plain.phrases import LIST_HEADERS, folded

_LINKED = 0.8  # share of a line's letters from which it is a link and not a sentence with one
_MOSTLY = 0.5
_PARAGRAPH = 80  # characters
_HEADLINE = 3  # words; names and numbers that are links are what a list may be about
# Labels of single links, at the head of their line. In capitals or with a colon or bar after it.
_LABEL = re.compile(
    r"(?:related|more|watch|listen|read|see|see also|read also|also read|also see|read more"
    r"|see more|more on this|read next|don'?t miss|must read|recommended|explore further"
    r"|background|opinion"
    r"|mehr|mehr dazu|lesen sie auch|siehe auch|lire aussi|à lire aussi|voir aussi|lea también"
    r"|lee también|ver también|te puede interesar|leggi anche|leia também|leia mais|veja também"
    r"|lees ook|läs också|läs mer|les også|czytaj także|zobacz też|lue myös|baca juga"
    r"|читайте также|смотрите также)\s*[:|–—-]\s*",
    re.IGNORECASE,
)


def other_articles(lines: Sequence[Line]) -> set[int]:
    """The indexes of lines that only lead to other articles."""
    bodies = [
        index
        for index, line in enumerate(lines)
        if len(line.text) >= _PARAGRAPH and line.linked < _MOSTLY and line.kind != "head"
    ]
    if not bodies:
        return set()
    first, last = bodies[0], bodies[-1]
    cut = {index for index, line in enumerate(lines) if _labelled(line)}
    cut.update(_headed(lines))
    cut.update(_lists(lines))
    cut.update(
        index
        for index in (*range(first), *range(last + 1, len(lines)))
        if lines[index].linked >= _LINKED
    )
    # A heading without a section under it headed what is cut.
    for index in range(len(lines) - 1, last, -1):
        if index not in cut and lines[index].kind != "head":
            break
        cut.add(index)
    return cut


def _labelled(line: Line) -> bool:
    """Whether a line is a label and, to its end, a link: `Related: The harbour in pictures`."""
    label = _LABEL.match(line.text)
    if label is None:
        return False
    if label.end() == len(line.text):
        return len(label[0]) > len("see:")
    rest = sum(not char.isspace() for char in line.text[label.end() :])
    letters = sum(not char.isspace() for char in line.text)
    return rest > 0 and line.linked * letters >= 0.9 * rest


def _lists(lines: Sequence[Line]) -> Iterator[int]:
    """Lists in which every item is a link, and reads as a headline."""
    index = 0
    while index < len(lines):
        if lines[index].kind != "item" or not lines[index].opens:
            index += 1
            continue
        items = [index, *takewhile(partial(_goes_on, lines), range(index + 1, len(lines)))]
        words = sum(len(lines[item].text.split()) for item in items)
        links = all(lines[item].linked >= _LINKED for item in items)
        if links and len(items) > 1 and words >= _HEADLINE * len(items):
            yield from items
        index = items[-1] + 1


def _goes_on(lines: Sequence[Line], index: int) -> bool:
    return lines[index].kind == "item" and not lines[index].opens


def _headed(lines: Sequence[Line]) -> Iterator[int]:
    """Lists of links with the line that heads them, wherever they stand."""
    for index, line in enumerate(lines):
        if folded(line.text) not in LIST_HEADERS:
            continue
        below = list(takewhile(lambda entry: entry.linked >= _MOSTLY, lines[index + 1 :]))
        if below:
            yield from range(index, index + len(below) + 1)
