"""A text as it is shown: the signs of Markdown within its sentences are not seen.

What is not seen keeps its place, as a character of no width, so that every span of the text is one
of what is shown. Whoever draws takes those characters out at last, with `seen`.
"""

from __future__ import annotations

import re

from reader.text.links import find_links
from reader.text.safety import one_line

UNSEEN = "\u2060"
"""Stands for a character that is not seen; in a text of its own it has no width either."""
# Signs of a quotation before a line within it: those before its first line belong to no sentence.
_QUOTED = re.compile(r"(?<=\n)[ \t]{0,8}(?:>[ \t]?){1,9}")


def shown(text: str, *, numbered: bool = False) -> str:
    """The text, as long as it is, the signs of its links and quotations being `UNSEEN`.

    With `numbered` the number of each link that has words stands right behind them: `words[3]`.
    """
    if "\n" in text and ">" in text:
        text = _QUOTED.sub(lambda signs: UNSEEN * len(signs[0]), text)
    if "](" not in text:
        return text
    parts, end = [], 0
    for number, link in enumerate(find_links(text), 1):
        if link.signs is None:
            continue
        opens, closes = link.signs
        behind = number_of(number) if numbered else ""
        parts += [text[end : opens.start], UNSEEN * len(opens), link.span.of(text)]
        parts.append(behind.ljust(len(closes), UNSEEN))
        end = closes.end
    return "".join([*parts, text[end:]])


def seen(shown: str) -> str:
    """What is seen of a text that is shown, or of a part of it."""
    return shown.replace(UNSEEN, "")


def as_read(passage: str) -> str:
    """A passage of a text as it is read: on one line, without signs of Markdown within it."""
    return one_line(seen(shown(passage)))


def number_of(number: int) -> str:
    """A link's number as it stands in the text."""
    return f"[{number}]"
