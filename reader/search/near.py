"""What a query may have meant where it finds nothing: words that are spelled nearly alike.

Only single words are changed; a quotation means what it says, and so does what is ruled out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf
from typing import NamedTuple

from reader.search.syntax import And, Node, Run, Text
from reader.search.vocabulary import Entry, Vocabulary
from reader.text.tokens import stem

# Shorter words have too many neighbours.
_SHORTEST = 4
_SHORTEST_OF_TWO = 6  # letters of a word that may have two wrong
_MOST = 5
# What is less probable by so much than the best of them is not tried beside it, but after it. Of
# the words in tests/quality/measure_spelling.py 95 of 100 are then found, beside .4 other ones.
_MARGIN = 4.0
_TRIED = 2  # words of a query that are known, but may stand for others

_FREQUENT = 4
"""So many times as many articles as a known word has what is thought to have been meant."""


class Respelled(NamedTuple):
    """A query with words that are near to those that were typed."""

    root: Node
    said: str
    """A sentence that says what is searched for instead."""


def respelled(root: Node, vocabulary: Vocabulary) -> Iterator[Respelled]:
    """Queries to try in turn where one finds nothing.

    Words that no article has are replaced; where all are known, the rarest are in turn, if much
    more frequent ones are spelled nearly alike.
    """
    parts = list(root.parts if isinstance(root, And) else (root,))
    words = {at: word for at, part in enumerate(parts) if (word := _changeable(part))}
    strange = [at for at, word in words.items() if not _is_known(word, vocabulary)]
    if strange:
        before: Node | None = None
        for margin in (_MARGIN, inf):
            near = {at: _near(words[at], vocabulary, margin) for at in strange}
            if all(near.values()) and (found := _with(parts, near)).root != before:
                yield found
                before = found.root
        return
    frequency = {at: vocabulary.articles(stem(word)) for at, word in words.items()}
    for at in sorted(words, key=frequency.__getitem__)[:_TRIED]:
        least = _FREQUENT * frequency[at]
        near_by = _near(words[at], vocabulary, _MARGIN)
        often = [each for each in near_by if each.edits == 1 and each.articles >= least]
        if often:
            yield _with(parts, {at: often})


def _changeable(node: Node) -> str:
    """The word that a part of the query is, if it may be another; else nothing."""
    if (
        isinstance(node, Text)
        and len(node.words) == 1
        and len(node.words[0]) >= _SHORTEST
        and not node.edits
        and node.words[0].isalpha()
        and node.part in ("text", "title")
        and node.open != "prefix"
    ):
        return node.words[0]
    return ""


def _is_known(word: str, vocabulary: Vocabulary) -> bool:
    # A stem that occurs as a word only is that of no article (`polise`: `polis`).
    known = vocabulary.has(word) or vocabulary.articles(stem(word))
    return bool(known or vocabulary.words(word, 1))


def _near(word: str, vocabulary: Vocabulary, margin: float) -> list[Entry]:
    found = vocabulary.spellings(word, 1 if len(word) < _SHORTEST_OF_TWO else 2)
    return [entry for entry in found[:_MOST] if entry.worth >= found[0].worth - margin]


def _with(parts: Sequence[Node], near: dict[int, list[Entry]]) -> Respelled:
    changed = list(parts)
    said = []
    for at, entries in near.items():
        typed = changed[at]
        assert isinstance(typed, Text)
        stems = frozenset(entry.stem for entry in entries)
        # The most probable one ranks; the others only find, where there are some.
        first = entries[0].stem if len(stems) > 1 else ""
        # What is looked for now: of each stem the word that is worth most.
        best = {entry.stem: entry.word for entry in reversed(entries)}
        label = " or ".join(best[each] for each in dict.fromkeys(entry.stem for entry in entries))
        changed[at] = Run((stems,), label, typed.part, exact=first)
        words = ", ".join(f"“{entry.word}”" for entry in entries)
        said.append(f"{words} in place of “{typed.label}”")
    root = And(tuple(changed)) if len(changed) > 1 else changed[0]
    return Respelled(root, f"Searched for {'; '.join(said)}.")
