"""A text as it is shown: the signs of Markdown within its sentences are not seen.

What is not seen keeps its place, as a character of no width, so that every span of the text is one
of what is shown. Whoever draws takes those characters out at last, with `seen`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reader.model import Span
from reader.text.blocks import bars, dividers, fences, rows
from reader.text.emphasis import Emphasis, escapes, find_emphasis, loose_ends
from reader.text.links import Link, find_links
from reader.text.safety import one_line

UNSEEN = "\u2060"
"""Stands for a character that is not seen; in a text of its own it has no width either."""
# Signs of a quotation before a line within it: those before its first line belong to no sentence.
_QUOTED = re.compile(r"(?<=\n)[ \t]{0,8}(?:>[ \t]?){1,9}")


def shown(text: str, *, numbered: bool = False) -> str:
    """The text, as long as it is, the signs of Markdown within it being `UNSEEN`.

    With `numbered` the number of each link that has words stands right behind them: `words[3]`.
    """
    whole = text
    if "\n" in text and ">" in text:
        text = _QUOTED.sub(lambda signs: UNSEEN * len(signs[0]), text)
    if not any(sign in text for sign in "[*_`|\\"):
        return text
    links = find_links(text)
    code = [fence.span for fence in fences(text)]
    instead = dict.fromkeys((*escapes(text), *loose_ends(text)), "")
    for each in set_apart(text, links):
        instead |= dict.fromkeys(each.signs, "")
    instead |= dict(_of_tables(text))
    for number, link in enumerate(links, 1):
        if link.signs is not None:
            instead |= {link.signs[0]: "", link.signs[1]: number_of(number) if numbered else ""}
    return _with(text, sorted([*((span, span.of(whole)) for span in code), *instead.items()]))


def set_apart(text: str, links: Iterable[Link]) -> tuple[Emphasis, ...]:
    """Bold and italic words and code in a text with these links; none in addresses and fences."""
    held = [fence.span for fence in fences(text)]
    held += [link.signs[1] if link.signs else link.span for link in links]
    return find_emphasis(text, sorted(held))


def _with(text: str, instead: Iterable[tuple[Span, str]]) -> str:
    """The text with something else at some places, none of which gets another length."""
    parts, end = [], 0
    for span, other in instead:
        if span.start >= end:
            parts += [text[end : span.start], other.ljust(span.end - span.start, UNSEEN)]
            end = span.end
    return "".join([*parts, text[end:]])


def _of_tables(text: str) -> Iterator[tuple[Span, str]]:
    """Bars stand between the cells of a row, one blank around each, and nowhere else."""
    for line in dividers(text):
        yield line, ""
    for row in rows(text):
        first, *inner, last = bars(text, row)
        yield first, ""
        yield last, ""
        for bar in inner:
            yield bar, ("|", "| ", " | ")[min(2, bar.end - bar.start - 1)]


def seen(shown: str) -> str:
    """What is seen of a text that is shown, or of a part of it."""
    return shown.replace(UNSEEN, "")


def as_read(passage: str) -> str:
    """A passage of a text as it is read: on one line, without signs of Markdown within it."""
    return one_line(seen(shown(passage)))


def read_in(text: str, span: Span) -> str:
    """A stretch of a text as it is read; signs of Markdown that it cuts in two are not seen."""
    return one_line(seen(span.of(shown(text))))


def number_of(number: int) -> str:
    """A link's number as it stands in the text."""
    return f"[{number}]"
