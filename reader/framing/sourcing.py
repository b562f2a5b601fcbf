"""What an article says of where it has its news from, by group, with the places."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache

from reader.framing.hedging import OwnVoice
from reader.framing.source import Source
from reader.framing.speech import Speech, Voices
from reader.framing.verb_uses import verb_uses
from reader.framing.verbs import KINDS, kinds
from reader.framing.voices import merged
from reader.framing.word_lists import UNCHANGED, WordLists, entries
from reader.model import Span
from reader.text.document import Document
from reader.text.names import Name, fold_full
from reader.text.quotations import Quotation


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
    called: Span | None = None
    """Where the text names the source, if a `he` or `the mayor` stands in this place."""


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
        Group(
            "verb",
            kind,
            _VERB_TITLES[kind],
            "verbs",
            f"verbs of the list reporting-{kind}, not quoted",
        )
        for kind in KINDS
    ),
    Group("hedge", "", "hedges", "words", "words of the list hedges, not in quotation marks"),
    Group("booster", "", "boosters", "words", "words of the list boosters, not in quotation marks"),
)
"""All groups, in the order in which they are told."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The places of one group in one article."""

    hits: tuple[Hit, ...] = ()
    """In the order of the text."""
    more: bool = False
    """Whether something in the text may be another one, though it is not sure: never `none`."""

    @property
    def count(self) -> int:
        """How many there are, at least."""
        return sum(hit.counts for hit in self.hits)


def counted(
    document: Document,
    heard: Voices,
    quotations: Sequence[Quotation],
    lists: WordLists = UNCHANGED,
) -> Mapping[Group, Counted]:
    """The places of every group in one article."""
    found_uses = list(verb_uses(document, _inside([p for q in quotations for p in q.pieces])))
    uses = [use for use in found_uses if not use.unsaid]
    told = {s.verb for s in heard.speeches if s.verb and s.source}
    told |= {act.verb for act in heard.acts}
    told -= {use.span for use in found_uses if use.unsaid or use.supposed}
    unknown = any(use.sure and use.span not in told and use.kind in _SPOKEN for use in uses)
    named, unnamed = _sources(document, heard, {use.span for use in found_uses if use.unsaid})
    found = {("named", ""): _counted(named, _open(heard) or unknown)}
    found["unnamed", ""] = _counted(unnamed, unknown)
    for kind in KINDS:
        own = {use.span for use in uses if use.kind == kind and use.sure}
        own |= {verb for verb in told if kinds()[verb.of(document.text)] == kind}
        maybe = any(use.kind == kind and not use.sure and use.span not in own for use in uses)
        found["verb", kind] = _counted(map(Hit, own), maybe)
    own_voice = OwnVoice(document, heard.speeches, quotations)
    found["hedge", ""] = _counted(map(Hit, own_voice.find(lists.entries("hedges"))))
    found["booster", ""] = _counted(map(Hit, own_voice.find(lists.entries("boosters"))))
    return {group: found[group.kind, group.name] for group in GROUPS}


# Kinds of verbs whose subject is a source, if it is not known who.
_SPOKEN = frozenset(("neutral", "claim", "warning", "reveal"))


def _counted(hits: Iterable[Hit], more: bool = False) -> Counted:
    return Counted(tuple(sorted(hits, key=lambda hit: hit.span)), more)


def _sources(document: Document, heard: Voices, unsaid: Set[Span]) -> tuple[list[Hit], list[Hit]]:
    """The named and the unnamed sources; a name that comes again is counted once.

    It is counted where it stands beside a verb, if it does so anywhere.
    """
    named: list[tuple[Name, Source]] = []
    unnamed: list[Hit] = []
    for speech in heard.speeches:
        source, name = speech.source, speech.person
        if source is None or speech.verb in unsaid or _between_actors(document, speech):
            continue
        if name is not None and not _people_of(name.full):
            named.append((name, source))
        elif source.unnamed:
            unnamed.append(Hit(source.span))
    seen: set[str] = set()
    hits: list[Hit] = []
    for name, source in sorted(named, key=lambda found: found[1].name is None):
        hits.append(Hit(source.span, int(not _known(name, seen)), _called(source, name)))
        seen.add(fold_full(name))
    return hits, unnamed


def _called(source: Source, name: Name) -> Span | None:
    """Where the text names a source that is a `he` or `the mayor` beside the verb."""
    if source.name is not None:
        return None
    return max((span for span in name.mentions if span < source.span), default=name.mentions[0])


def _known(name: Name, seen: set[str]) -> bool:
    """Whether a name was counted before, or a longer or shorter form of it (`the Times`)."""
    full = f" {fold_full(name)}"
    return any(
        f" {one}".endswith(full) or (" " in one and full.endswith(f" {one}")) for one in seen
    )


# `Lee told him`, `told the person`: they speak inside the story, not to those who report it.
_TO_AN_ACTOR = re.compile(
    r"\s(?:him|her|them|(?:the|his|her|their|a)\s(?:[\w-]+\s)?(?:person|man|woman|boy|girl|victim|"
    r"wife|husband|mother|father|son|daughter|friend|aide|aides|lawyer|lawyers|team|staff|boss|president)|President\s[A-Z]\w*)\b"
)
_TELLING = frozenset("told tells tell".split())


def _between_actors(document: Document, speech: Speech) -> bool:
    """Whether somebody is told something who does not report it."""
    verb, text = speech.verb, document.text
    if verb is None or verb.of(text) not in _TELLING:
        return False
    return _TO_AN_ACTOR.match(text, verb.end) is not None


def _open(heard: Voices) -> bool:
    """Whether words are given of which it is not known whose they are."""
    return any(s.person is None and not (s.source and s.source.unnamed) for s in heard.speeches)


def _inside(spans: Iterable[Span]) -> Callable[[int], bool]:
    """Tells whether an offset lies in one of the spans."""
    every = merged(list(spans))
    starts = [span.start for span in every]

    def inside(offset: int) -> bool:
        at = bisect_right(starts, offset) - 1
        return at >= 0 and offset < every[at].end

    return inside


_PARTISANS = frozenset("Democrat Democrats Republican Republicans".split())
_PAPERS = frozenset("Amendment Constitution Act Bill".split())
_PLURAL = re.compile(r"[A-Z]{2,}s")  # `CEOs`
_SIDE = re.compile(r"^(?:north|south)\s")
_PEOPLE_OF = re.compile(r"[A-Z]\w+(?:ans|crats|ese|ists|ers|lives)")


def _people_of(name: str) -> bool:
    """Whether a name is that of a country, of its people or of a party's, or nobody's at all."""
    last = name.rpartition(" ")[2]
    if last in _PARTISANS or last in _PAPERS or _PLURAL.fullmatch(name):
        return True
    country = _SIDE.sub("", name.casefold()).removesuffix("s")
    if country in _countries():
        return True
    return last == name and _PEOPLE_OF.fullmatch(name) is not None


@cache
def _countries() -> frozenset[str]:
    """Names of countries and of those who are from there, folded, none with an `s` at its end."""
    words = (word for line in entries("demonyms") for word in line.split())
    return frozenset(word.removesuffix("s") for word in words) | {"united state", "saudi", "north"}
