"""Whether a text calls those whom it names `he` or `she`, as far as it shows it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from reader.framing.word_lists import entries
from reader.model import Span
from reader.text.document import Document
from reader.text.names import Name
from reader.text.tokens import fold

_HONOURED = re.compile(r"(?<!\w)(Mr|Mrs|Ms|Miss)\.?\s+(?:[A-Z][\w.’'-]*\s+){0,2}?([A-Z][\w’'-]+)")
_WORDS = {
    **dict.fromkeys("he him his himself".split(), "he"),
    **dict.fromkeys("she her hers herself".split(), "she"),
}
_PRONOUN = re.compile(r"(?<![\w’'-])(?:he|him|his|himself|she|her|hers|herself)(?![\w-])", re.I)
_NOUNS = (
    r"(?:(?P<she>[a-z]*woman|girl|mother|daughter|sister|wife|widow|queen|princess|actress)|"
    r"(?P<he>[a-z]*man|boy|father|son|brother|husband|king|prince|actor))"
)
_NOUN_BEFORE = re.compile(rf"(?<![\w-]){_NOUNS},?\s$", re.I)
_NOUN_BEHIND = re.compile(rf",\s(?:a|an|the)\s(?:[\w-]+\s){{0,3}}?{_NOUNS}(?![\w-])")
_MENTIONS = 4
_FULL = 2
# `In her letter, Lee ...`
_OPENING = re.compile(r"(?:In|At|During|After|Before|With|On|For|From|Despite)\s(his|her)\s")
# So many pronouns behind a lone name, and so large a part of them, settle it.
_LEAST, _PART = 2, 0.8


def called(
    document: Document, names: Sequence[Name], quoted: Callable[[int], bool]
) -> dict[str, str]:
    """`he` or `she` by the key of a name: by a title, a given name, or pronouns behind it alone.

    `quoted` tells whether an offset lies between quotation marks.
    """
    found = dict(_by_pronouns(document, names, quoted))
    for name in names:
        word = _by_noun(document.text, name) or _given(document.text, name)
        if word is not None:
            found[name.key] = word
    for match in _HONOURED.finditer(document.text):
        found[fold(match[2])] = "he" if match[1] == "Mr" else "she"
    return found


def _by_noun(text: str, name: Name) -> str | None:
    """What a noun beside the first mentions tells: `the actress Ann Lee`, `Lee, a spokesman`."""
    for span in name.mentions[:_MENTIONS] if name.person is not False else ():
        before = _NOUN_BEFORE.search(text, max(0, span.start - 30), span.start)
        found = before or _NOUN_BEHIND.match(text, span.end)
        if found is not None:
            return found.lastgroup
    return None


def _given(text: str, name: Name) -> str | None:
    """What the given name tells, where the text introduces somebody by it.

    Where the surname stands first, a lone full form further down may be a relative's.
    """
    full = [first for span in name.mentions if (first := span.of(text)).count(" ")]
    introduced = " " in name.mentions[0].of(text) or len(full) >= _FULL
    if name.person is False or not full or not introduced:
        return None
    first, *others = {words.split()[0] for words in full}
    if others:
        return None
    return next((word for word in ("he", "she") if fold(first) in _given_names(word)), None)


def _by_pronouns(
    document: Document, names: Sequence[Name], quoted: Callable[[int], bool]
) -> Mapping[str, str]:
    """What follows in sentences of the writer's that name nobody else."""
    rows: dict[int, list[tuple[Span, Name]]] = defaultdict(list)
    for name in names:
        for span in name.mentions if name.person is not False else ():
            at = document.passage_at(span.start)
            if at is not None and not quoted(span.start):
                rows[at].append((span, name))
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for at, row in rows.items():
        people = {name.key: name for _, name in row if _may_be_person(name)}
        alone = people or {name.key: name for _, name in row}
        if len(alone) > 1:
            continue
        (name,) = alone.values()
        start = min(span.end for span, other in row if other.key == name.key)
        opening = _OPENING.match(document.text, document.passages[at].span.start)
        if opening is not None:
            counts[name.key][_WORDS[opening[1]]] += 1
        for match in _PRONOUN.finditer(document.text, start, document.passages[at].span.end):
            if not quoted(match.start()):
                counts[name.key][_WORDS[match[0].casefold()]] += 1
    return {
        key: word
        for key, count in counts.items()
        for word, times in count.most_common(1)
        if times >= _LEAST and times >= _PART * count.total()
    }


def _may_be_person(name: Name) -> bool:
    return name.person is True or (name.person is None and " " in name.full)


@cache
def _given_names(word: str) -> frozenset[str]:
    return frozenset(entries(f"given-{word}"))
