"""Other words for one name that share no letters with it: Britain and the UK, France and French."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from reader.framing.word_lists import entries
from reader.text.tokens import folded_words


def aliases(name: str) -> Iterator[str]:
    """Words by which a text may mean what a name, or a part of it, stands for."""
    folded = folded_words(name.replace(".", ""))
    known = _known()
    for first in range(len(folded)):
        for last in range(first + 1, len(folded) + 1):
            yield from known.get(" ".join(folded[first:last]), ())


def is_demonym(name: str) -> bool:
    """Whether a name says no more than what land somebody or something is from: `Australian`."""
    return " ".join(folded_words(name)) in _demonyms()


@cache
def _demonyms() -> frozenset[str]:
    return frozenset(word for line in entries("demonyms") for word in line.split()[1:])


@cache
def _known() -> dict[str, frozenset[str]]:
    """For each form the words of the other forms of its line; of longer forms the last word."""
    found: dict[str, frozenset[str]] = {}
    for line in entries("aliases"):
        forms = [" ".join(folded_words(form.replace(".", ""))) for form in line.split(",")]
        for form in forms:
            others = {other.split()[-1] for other in forms if other != form}
            found[form] = found.get(form, frozenset()) | others
    return found
