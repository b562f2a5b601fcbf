"""A pasted page taken apart: title, text, and what the page put around it."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reader.importing.plain.blocks import Line, article_of, is_between, is_page, title_of
from reader.importing.plain.boxes import end_of, menu_in
from reader.importing.plain.bridging import bridged
from reader.importing.plain.furniture import Kind, is_headline, is_list_header, kind
from reader.importing.plain.heading import is_heading_line, read_heading
from reader.importing.plain.linktexts import without_link_texts
from reader.importing.plain.title import find_title, is_crumbs, repeats_of
from reader.model import Removed, When

_MOST_BELOW_TITLE = 2  # subtitle and caption; more lines without a paragraph are a list of links
_MOST_CRUMBS = 3  # lines above an article that may be a trail of links


@dataclass(frozen=True, slots=True)
class Cleaned:
    """An article as it was found in a text, whose lines are lines of the input or parts of them."""

    text: str
    title: str | None
    byline: str | None
    published: When | None
    removed: tuple[Removed, ...]
    """Lines and pieces of lines that were cut, in their order, without the title's own line."""


def cleaned(raw: str, *, title: str | None = None) -> Cleaned:
    """Take a text apart; `title` is the one that its source gives, if it gives one.

    A text that would be empty without its furniture is kept as it is.
    """
    return mended(by_lines(raw, title=title))


def mended(found: Cleaned) -> Cleaned:
    """The article without the link texts that stand within its lines."""
    text, removed = without_link_texts(found.text, found.removed)
    return replace(found, text=text, removed=removed)


def by_lines(raw: str, *, title: str | None = None) -> Cleaned:
    """The same as `cleaned`, but with whole lines only: what is left and cut are input lines."""
    lines = [line.rstrip() for line in raw.split("\n")]
    content = [index for index, line in enumerate(lines) if line.strip()]
    cut = _furniture(lines, content)
    rest = [index for index in content if index not in cut]
    own, repeated, found = _title(lines, rest, title)
    rest = [index for index in rest if index != own and index not in repeated]
    heading = read_heading(lines, rest)
    kept = [index for index in rest if index not in heading.lines]
    if not kept:
        return Cleaned(_joined(lines, content)[0], None, None, None, ())
    gone = sorted({*cut, *repeated, *heading.lines})
    text, starts = _joined(lines, kept)
    return Cleaned(
        text=text,
        title=found,
        byline=heading.byline,
        published=heading.published,
        removed=tuple(Removed(lines[index].strip(), starts[bisect(kept, index)]) for index in gone),
    )


def _title(
    lines: Sequence[str], content: Sequence[int], given: str | None
) -> tuple[int | None, tuple[int, ...], str | None]:
    """The line of the title, the lines that repeat it, and the title if it is not given."""
    if given:
        first, *others = repeats_of(given, lines, content) or (None,)
        return first, tuple(other for other in others if other is not None), None
    found = find_title(lines, content)
    return (found.line, found.others, found.text) if found else (None, (), None)


def _furniture(lines: Sequence[str], content: Sequence[int]) -> set[int]:
    """The lines that the page put around the article."""
    every = [
        Line(index, bare := lines[index].strip(), kind(bare), len(bare.split()))
        for index in content
    ]
    told = [line for line in every if line.kind is not Kind.WIDGET]
    shown = [line for place, line in enumerate(told) if not is_between(told, place)]
    article = article_of(shown) if is_page(told) else None
    cut = _around_run(shown, *article) if article else _around_paragraphs(shown)
    if not article:
        cut |= {line.index for line in shown[end_of(shown) :]}
    gone = (Kind.FURNITURE, Kind.WIDGET)
    return cut | {line.index for line in every if line.kind in gone}


def _around_run(lines: Sequence[Line], first: int, last: int) -> set[int]:
    """What stands around the article in the paste of a whole page, and buttons within it."""
    title = title_of(lines, first, last)
    above = first if title is None else title
    last, boxes = bridged(lines, last)
    cut = {line.index for line in (*lines[:above], *lines[last:])}
    cut |= {lines[place].index for place in boxes}
    cut |= {line.index for line in lines[above:last] if line.kind is Kind.AROUND}
    cut.update(_lists(lines[first:last]))
    between = [
        line
        for line in lines[above + 1 : first]
        if line.kind is Kind.OTHER and not is_heading_line(line.text)
    ]
    menu = len([line for line in between if not line.is_short]) > _MOST_BELOW_TITLE
    return cut | {line.index for line in between if line.is_short or menu}


def _around_paragraphs(lines: Sequence[Line]) -> set[int]:
    """What can be told to be furniture above the first and below the last paragraph."""
    lines = lines[: end_of(lines)]
    bodies = [place for place, line in enumerate(lines) if line.kind is Kind.BODY]
    # Without a paragraph nothing says where the article is: a poem, a list, a table.
    if not bodies:
        return set()
    head, tail = lines[: bodies[0]], lines[bodies[-1] + 1 :]
    cut = {line.index for line in (*head, *tail) if line.kind is Kind.AROUND}
    cut |= {line.index for line in head[:_MOST_CRUMBS] if is_crumbs(line.text)}
    cut |= {line.index for line in (*menu_in(head), *menu_in(tail))}
    cut.update(_lists(tail))
    return cut


def _lists(tail: Sequence[Line]) -> Iterator[int]:
    """Lists of other articles below the last paragraph: their heads and all headlines below."""
    inside = False
    for line in tail:
        inside = is_list_header(line.text) or (inside and is_headline(line.text))
        if inside:
            yield line.index


def _joined(lines: Sequence[str], kept: Iterable[int]) -> tuple[str, list[int]]:
    """The lines that stay, with one empty line where there were any between two of them.

    With the offset at which each begins, and that of the end.
    """
    parts: list[str] = []
    starts: list[int] = []
    length = 0
    last: int | None = None
    for index in kept:
        gap = last is not None and any(not lines[i].strip() for i in range(last + 1, index))
        parts.append("\n" * gap + lines[index] + "\n")
        starts.append(length + gap)
        length += len(parts[-1])
        last = index
    return "".join(parts), [*starts, length]
