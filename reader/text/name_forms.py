"""The forms in which a text writes its names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reader.model import Span
from reader.text.attribution import SPEECH
from reader.text.capitals import Word, runs
from reader.text.document import Document
from reader.text.given_names import GIVEN
from reader.text.name_evidence import (
    distinct,
    headline_style,
    opens,
    ordinary,
    organisation,
    shown_person,
    speaks,
)
from reader.text.stopwords import STOP
from reader.text.titles import HONORIFICS, bare_title, before_office, title_length

Folded = tuple[str, ...]


@dataclass(slots=True)
class Form:
    """One way of writing a name, with its places and what they show."""

    words: tuple[str, ...]
    written: Counter[str] = field(default_factory=Counter)
    spans: list[Span] = field(default_factory=list)
    acronym: bool = False
    titled: int = 0
    """How many times a title or the like showed that it is a person."""


_PLURAL_ACRONYM = re.compile("[A-Z]{2,5}s")
# Names do begin with these function words: New York, First Avenue.
_NEVER_FIRST = (
    STOP
    - HONORIFICS
    - frozenset("new first last two three four five six seven eight nine ten".split())
)
_POSSESSIVE = re.compile(r"['’ʼ](?<=[^\W\d_].)s\b")
# A title pasted from elsewhere may keep its apostrophes where the text has lost them.
_FEW_POSSESSIVES = 1


def name_forms(document: Document) -> dict[Folded, Form]:
    """Every way of writing a name, with its places; a lost apostrophe makes no other name."""
    text = document.text
    found: dict[Folded, Form] = {}
    unsure: list[tuple[Word, ...]] = []
    small = _written_small(document)
    all_runs = [tuple(runs(text, passage.span)) for passage in document.passages]
    lost = _lost_possessives(text, all_runs, small)
    for passage, passage_runs in zip(document.passages, all_runs, strict=True):
        listed = [part for run in passage_runs for part in _split_lost(run, lost)]
        if passage.heading or headline_style(text, passage.span):
            unsure += listed
            continue
        for run in listed:
            for part, titled in _parts(run):
                first = opens(text, passage.span, part[0])
                kept = _without_opening(part, small) if first else part
                if not kept or (len(kept) == 1 and first and not distinct(kept[0])):
                    unsure.append(part)
                elif len(kept) > 1 or not ordinary(kept[0], small):
                    _add(text, found, kept, titled or shown_person(text, kept))
    surnames = _surnames(found, small)
    last = _last_words(found, small)
    for run in unsure:
        says = len(run) == 1 and run[0].folded in last and speaks(text, run[0])
        if says or (len(run) == 1 and run[0].folded in surnames):
            _add(text, found, run, titled=says)
            continue
        for known in _known(run, found):
            _add(text, found, known, titled=False)
    _mend_lost_apostrophes(found, lost)
    for form in found.values():
        # A surname in a line of capitals is no acronym: the text writes it otherwise too.
        form.acronym = form.acronym and all(map(_capitals, form.written))
    return found


def _capitals(written: str) -> bool:
    return written.isupper() or _PLURAL_ACRONYM.fullmatch(written) is not None


def _last_words(found: dict[Folded, Form], small: Counter[str]) -> frozenset[str]:
    """Last words of longer names: where one `said` something it is somebody's surname."""
    last = {form.words[-1] for form in found.values() if len(form.words) in (2, 3)}
    return frozenset(last - STOP - HONORIFICS - small.keys())


def _surnames(found: dict[Folded, Form], small: Counter[str]) -> frozenset[str]:
    """Last words of full names of persons: alone at the head of a sentence they name them too."""
    last = {
        form.words[-1]
        for form in found.values()
        if len(form.words) > 1
        and (form.words[0] in GIVEN or form.titled)
        and not organisation(form.words)
    }
    return frozenset(last - STOP - HONORIFICS - small.keys())


def _parts(run: tuple[Word, ...]) -> Iterator[tuple[tuple[Word, ...], bool]]:
    """A run cut at its title: `Meta CEO Ann Lee` is `Meta` and the titled `Ann Lee`."""
    while len(run) > 1 and run[0].folded in _NEVER_FIRST:
        run = run[1:]
    while len(run) > 1 and run[-1].folded in _NEVER_FIRST and len(run[-1].text) != 2:
        run = run[:-1]
    cut = len(run) if bare_title(run) else title_length(run)
    holder = before_office(run[:cut])
    if holder:
        yield holder, False
    if cut < len(run):
        yield run[cut:], cut > 0 and run[cut - 1].folded != "of"


def _lost_possessives(
    text: str, all_runs: Sequence[Sequence[tuple[Word, ...]]], small: Counter[str]
) -> frozenset[str]:
    """Words that a text without apostrophes writes with a bare s (`Metas Llama`).

    Only of names that also stand alone in it, without the s.
    """
    if len(_POSSESSIVE.findall(text)) > _FEW_POSSESSIVES:
        return frozenset()
    every = [
        [word for word in run if word.folded not in _NEVER_FIRST]
        for passage_runs in all_runs
        for run in passage_runs
    ]
    alone = {run[0].folded for run in every if len(run) == 1 and not small[run[0].folded]}
    return frozenset(
        word.folded
        for run in every
        for word in run
        if word.folded[-1] == "s" and word.folded[:-1] in alone and not small[word.folded]
    )


def _split_lost(run: tuple[Word, ...], lost: frozenset[str]) -> Iterator[tuple[Word, ...]]:
    begin = 0
    for at, word in enumerate(run[:-1]):
        if word.folded in lost and len(word.folded) > 2:
            yield run[begin : at + 1]
            begin = at + 1
    yield run[begin:]


def _without_opening(run: tuple[Word, ...], small: Counter[str]) -> tuple[Word, ...]:
    """A run that opens a sentence, without the first word if that is an ordinary one."""
    first = run[0]
    said = first.folded in SPEECH and first.folded.endswith("ed")  # `Added Lee: “...”`
    ordinary = first.folded in _NEVER_FIRST or (
        (said or small[first.folded] > 0) and first.folded not in GIVEN
    )
    return run[1:] if ordinary and not first.acronym else run


def _written_small(document: Document) -> Counter[str]:
    text = document.text
    return Counter(
        token.word
        for passage in document.tokens
        for token in passage
        if text[token.span.start].islower()
    )


def _known(run: tuple[Word, ...], found: dict[Folded, Form]) -> Iterator[tuple[Word, ...]]:
    """Stretches of a run that are names elsewhere in the text, longest first."""
    at = 0
    while at < len(run):
        for end in range(len(run), at, -1):
            if _folded(run[at:end]) in found:
                yield run[at:end]
                at = end - 1
                break
        at += 1


def _add(text: str, found: dict[Folded, Form], run: tuple[Word, ...], titled: bool) -> None:
    folded = _folded(run)
    form = found.setdefault(folded, Form(folded))
    span = Span(run[0].span.start, run[-1].span.end)
    form.spans.append(span)
    form.written[span.of(text)] += 1
    form.acronym = form.acronym or (len(run) == 1 and run[0].acronym)
    form.titled += titled


def _mend_lost_apostrophes(forms: dict[Folded, Form], lost: frozenset[str]) -> None:
    """Give `Metas` to `Meta` in texts that have lost their apostrophes."""
    known = set(forms) | {form[-1:] for form in forms}
    for key in [key for key in forms if key[-1] in lost]:
        plain = (*key[:-1], key[-1][:-1])
        if plain in known or plain[-1:] in known:
            other = forms.pop(key)
            mended = forms.setdefault(plain, Form(plain))
            mended.spans += other.spans
            mended.titled += other.titled
            mended.written.update({said[:-1]: n for said, n in other.written.items()})


def _folded(run: tuple[Word, ...]) -> tuple[str, ...]:
    """Folded words, the plural of an acronym as the acronym."""
    if len(run) == 1 and _PLURAL_ACRONYM.fullmatch(run[0].text):
        return (run[0].folded[:-1],)
    return tuple(word.folded for word in run)
