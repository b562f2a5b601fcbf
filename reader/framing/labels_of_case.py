"""The labels of all articles of a comparison, those in place of a name among them."""

from __future__ import annotations

from collections.abc import Sequence

from reader.framing.label_heads import Label
from reader.framing.labelling import Quoted
from reader.framing.lens import Case
from reader.framing.standing_in import Heads, descriptions, post
from reader.text.tokens import folded_words

Found = dict[str, list[Label]]
"""Labels of one article, by key of the name."""


def labels_of_case(case: Case) -> list[Found]:
    """For each article the labels of its names, in the order of the text.

    What stands in place of a name is known from the posts that the articles together give it. A
    bare `the company` counts only against a word that colours.
    """
    found = [{key: list(every) for key, every in own.items()} for own in case.labels]
    heads = _heads(case, found)
    coloured = [_standing_in(case, column, heads) for column in range(len(found))]
    for column, own in enumerate(found):
        others = {key for at, other in enumerate(coloured) if at != column for key in other}
        bare = others - own.keys() - coloured[column].keys()
        plain = _standing_in(case, column, heads, plain=True) if bare else {}
        for key, more in coloured[column].items():
            own.setdefault(key, []).extend(more)
        own.update({key: plain[key][:1] for key in bare & plain.keys()})
    return found


def _standing_in(case: Case, column: int, heads: Heads, *, plain: bool = False) -> Found:
    result: Found = {}
    document = case.documents[column]
    quoted = Quoted(case.quotations[column])
    for name, label in descriptions(document, case.names[column], heads, plain=plain):
        if label.span not in quoted:
            result.setdefault(name.key, []).append(label)
    return result


def _heads(case: Case, found: Sequence[Found]) -> Heads:
    """The posts that any of the articles gives a name."""
    result: dict[str, set[str]] = {}
    for document, own in zip(case.documents, found, strict=True):
        for key, every in own.items():
            for label in every:
                words = folded_words(document.text, label.span.start, label.span.end)
                at = words.index(label.head) if label.head in words else len(words) - 1
                result.setdefault(key, set()).add(post(words[: at + 1]))
    return {key: frozenset(posts) for key, posts in result.items()}
