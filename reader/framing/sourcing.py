"""What an article says of where it has its news from, by group, with the places."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from reader.framing.speech import Speech, Voices
from reader.framing.verbs import KINDS, kinds
from reader.framing.voices import merged
from reader.framing.word_lists import UNCHANGED, WordLists
from reader.model import Span
from reader.text.document import Document
from reader.text.quotations import Quotation
from reader.text.tokens import folded_words


@dataclass(frozen=True, slots=True)
class Group:
    """Things that are counted together."""

    kind: str
    """The kind of the finding, as cli.md has it."""
    name: str
    title: str
    unit: str
    reason: str
    rate: bool = True
    """Whether the number is told per 1,000 words too; distinct names are not."""

    @property
    def key(self) -> str:
        """What tells it from the other groups."""
        return f"{self.kind}/{self.name}"


@dataclass(frozen=True, slots=True)
class Hit:
    """One place of a group."""

    span: Span
    counts: int = 1
    """0 if it names a source that is counted already."""


_VERB_TITLES = {
    "neutral": "said, told and the like",
    "claim": "claimed, insisted and the like",
    "denial": "denied and the like",
    "reveal": "admitted, revealed and the like",
    "warning": "warned, urged and the like",
    "promise": "vowed, promised and the like",
    "attack": "accused, blamed and the like",
}
GROUPS = (
    Group("named", "", "named sources", "sources", "a name beside a reporting verb", rate=False),
    Group("unnamed", "", "unnamed sources", "mentions", "nobody is named beside the verb"),
    *(
        Group("verb", kind, _VERB_TITLES[kind], "verbs", f"verbs of the list reporting-{kind}")
        for kind in KINDS
    ),
    Group("hedge", "", "hedges", "words", "words of the list hedges, not in quotation marks"),
    Group("booster", "", "boosters", "words", "words of the list boosters, not in quotation marks"),
)
"""All groups, in the order in which they are told."""


def hits(
    document: Document,
    heard: Voices,
    quotations: Sequence[Quotation],
    lists: WordLists = UNCHANGED,
) -> Mapping[Group, Sequence[Hit]]:
    """The places of every group in one article."""
    text = document.text
    named: list[Hit] = []
    seen: set[str] = set()
    found: dict[tuple[str, str], list[Hit]] = {}
    for speech in heard.speeches:
        source = speech.source
        if source is not None and source.name is not None and not _people_of(source.name.full):
            key = source.name.key
            named.append(Hit(source.span, int(key not in seen)))
            seen.add(key)
        elif source is not None and source.unnamed:
            found.setdefault(("unnamed", ""), []).append(Hit(source.span))
        if speech.verb is not None and source is not None:
            kind = kinds()[speech.verb.of(text)]
            found.setdefault(("verb", kind), []).append(Hit(speech.verb))
    for act in heard.acts:
        kind = kinds()[act.verb.of(text)]
        found.setdefault(("verb", kind), []).append(Hit(act.verb))
    found["named", ""] = named
    own = _OwnVoice(document, heard.speeches, quotations)
    found["hedge", ""] = [Hit(span) for span in own.find(lists.entries("hedges"))]
    found["booster", ""] = [Hit(span) for span in own.find(lists.entries("boosters"))]
    return {
        group: sorted(found.get((group.kind, group.name), ()), key=lambda hit: hit.span)
        for group in GROUPS
    }


_REACH = 300
# Verbs in front of a hedge or booster that make it another's, and a writer in the first person.
_THINKING = re.compile(
    r"(?<![\w’'-])(?:said|says?|told|rul(?:ed|es)|found|believ\w+|thinks?|thought|claim\w*|argu\w+|"
    r"according|insist\w*|wrote|writes|warn\w*|add(?:ed|s)|not(?:ed|es)|I|[Ff]ear(?:s|ed|ful|ing)?|"
    r"worr(?:y|ies|ied|ying)|convinced|suspect(?:s|ed|ing)?|speculat\w+|hop(?:es?|ed|ing)|"
    r"(?:makes?|made|making)(?=\s+$))(?![\w-])"
)
# `almost certainly` and `not obviously` press nothing, and `can't seem to` is no doubt.
_TURNING = frozenset("almost not hardly less can't cannot couldn't cant couldnt".split())
_OPENING_MARKS = frozenset('“"«„')
_PARTISANS = frozenset("Democrat Democrats Republican Republicans".split())
_PEOPLE_OF = re.compile(r"[A-Z]\w+(?:ans|crats|ese|ists|ers|lives)")


def _people_of(name: str) -> bool:
    """Whether a name is that of a party's or country's people (`Democrats`, `Russians`)."""
    last = name.rpartition(" ")[2]
    return last in _PARTISANS or (last == name and _PEOPLE_OF.fullmatch(name) is not None)


class _OwnVoice:
    """The words of the writer: not between marks, not what somebody is said to have said."""

    def __init__(
        self, document: Document, said: Sequence[Speech], quotations: Sequence[Quotation]
    ) -> None:
        self._document = document
        spans = [span for speech in said for span in speech.spans]
        spans += [quotation.span for quotation in quotations]
        self._others = merged(spans)
        self._starts = [span.start for span in self._others]

    def find(self, words: tuple[str, ...]) -> Iterator[Span]:
        """The places of the entries of a list."""
        begins = _begins(words)
        for at, passage in enumerate(self._document.tokens):
            if self._document.passages[at].heading:
                continue
            for index, token in enumerate(passage):
                for rest in begins.get(token.word, ()):
                    last = index + len(rest)
                    if tuple(t.word for t in passage[index + 1 : last + 1]) == rest:
                        span = Span(token.span.start, passage[last].span.end)
                        if self._own(at, index, span):
                            yield span
                        break

    def _own(self, at: int, index: int, span: Span) -> bool:
        """Whether the writer says it, and presses or holds back by it."""
        before = self._document.tokens[at][index - 1].word if index else ""
        if before in _TURNING or self._reported(self._document.passages[at].span.start, span.start):
            return False
        if self._document.text[max(span.start - 1, 0)] in _OPENING_MARKS:
            return False  # of a quotation that goes on in the next paragraph and is never closed
        other = bisect_right(self._starts, span.start) - 1
        return other < 0 or self._others[other].end <= span.start

    def _reported(self, start: int, stop: int) -> bool:
        """Whether a verb in front says that the sentence is what somebody says or thinks."""
        low = max(start, stop - _REACH)
        return _THINKING.search(self._document.text, low, stop) is not None


@cache
def _begins(words: tuple[str, ...]) -> Mapping[str, Sequence[tuple[str, ...]]]:
    """The entries of a list by their first word, longest first, folded."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for entry in words:
        first, *rest = folded_words(entry)
        found.setdefault(first, []).append(tuple(rest))
    return {first: sorted(rests, key=len, reverse=True) for first, rests in found.items()}
