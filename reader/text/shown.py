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
_CLOSES = re.compile(r"\]\(<?https?://[^\s()<>]{1,1000}>?(?:[ ]\"[^\"\n]{0,200}\")?\)")
# Signs of a quotation before a line within it: those before its first line belong to no sentence.
_QUOTED = re.compile(r"(?<=\n)[ \t]{0,8}(?:>[ \t]?){1,9}")


def shown(text: str, *, numbered: bool = False) -> str:
    """The text, as long as it is, the signs of Markdown within it being `UNSEEN`.

    With `numbered` the number of each link that has words stands right behind them: `words[3]`.
    """
    whole = text
    if "\n" in text and ">" in text:
        text = _QUOTED.sub(lambda signs: UNSEEN * len(signs[0]), text)
    if not any(sign in text for sign in "]*_`|\\"):
        return text
    links = find_links(text)
    hidden = [*escapes(text), *loose_ends(text), *_end_of_link(text)]
    hidden += (signs for each in set_apart(text, links) for signs in each.signs)
    instead = [(span.start, span.end, "") for span in hidden]
    instead += ((span.start, span.end, span.of(whole)) for span in _fenced(text))
    instead += ((span.start, span.end, sign) for span, sign in _of_tables(text))
    for number, link in enumerate(links, 1):
        if link.signs is not None:
            opens, closes = link.signs
            behind = number_of(number) if numbered else ""
            instead += [(opens.start, opens.end, ""), (closes.start, closes.end, behind)]
    return _with(text, sorted(instead))


def _fenced(text: str) -> list[Span]:
    """Code between fences, of which every sign is seen."""
    return [fence.span for fence in fences(text)]


def set_apart(text: str, links: Iterable[Link]) -> tuple[Emphasis, ...]:
    """Bold and italic words and code in a text with these links; none in addresses and fences."""
    held = _fenced(text)
    held += [link.signs[1] if link.signs else link.span for link in links]
    return find_emphasis(text, sorted(held))


def _end_of_link(text: str) -> Iterator[Span]:
    """The address behind words whose bracket stands before the passage: it was cut in two."""
    cut = _CLOSES.search(text)
    if cut and "[" not in text[: cut.start()]:
        yield Span(*cut.span())


def _with(text: str, instead: Iterable[tuple[int, int, str]]) -> str:
    """The text with something else at some places, none of which gets another length."""
    parts, end = [], 0
    for first, last, other in instead:
        if first >= end:
            parts += [text[end:first], other.ljust(last - first, UNSEEN)]
            end = last
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
