"""What is given as cause, blame, judgement, remedy?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reader.framing.as_written import is_run_in
from reader.framing.cause_cues import (
    PREFIX,
    QUOTED_ONLY,
    Cue,
    cue_phrases,
    cues,
    is_broken,
    is_unnamed,
    opened,
)
from reader.framing.findings import finding_id, letter, shortened
from reader.framing.lens import Case
from reader.framing.own_voice import Voices, reporting
from reader.framing.speech import Voices as Heard
from reader.model import Evidence, Finding, LensReport, Span
from reader.text.names import Name
from reader.text.safety import one_line

# When read, who is blamed and what is given as the cause was real most often.
_KINDS = {"blame": 0.5, "cause": 0.45, "remedy": 0.35, "judgement": 0.3}
_CORE = 0.07  # for each of up to two words of the shared core
_SEVERAL = 0.15  # where several articles state it of one thing
_MOST = 4  # of one kind in one article
_SHOWN_WORDS = 16
_UNNAMED = ", by whom the sentence leaves open"


@dataclass(frozen=True)
class Cause:
    """What is given as cause, blame, judgement, remedy?"""

    name: str = "cause"
    needs_one_event: bool = False

    def look(self, case: Case) -> LensReport:
        """Find the sentences on the shared subject that say why, who is to blame, what to do."""
        if not _looked_at(case):
            return LensReport(self.name, "cannot-say", "the word lists are of English words")
        shared = case.core
        if not shared:
            return LensReport(self.name, "cannot-say", "no subject in common")
        stated = [
            one for column in _looked_at(case) for one in _heaviest(_stated(case, column, shared))
        ]
        found = [_finding(case, group) for group in _grouped(case, stated)]
        found.sort(key=lambda finding: -finding.weight)
        problems = case.words.problems_of(PREFIX)
        return LensReport(self.name, "found" if found else "none", problems, tuple(found))


LENS = Cause()


def _looked_at(case: Case) -> list[int]:
    """The columns whose words the lists can know."""
    return [
        column
        for column, document in enumerate(case.documents)
        if case.words.own or document.article.language in (None, "en")
    ]


@dataclass(frozen=True, slots=True)
class _Stated:
    """One sentence of an article that states something."""

    column: int
    sentence: Span
    cue: Cue
    said: str
    """Whose words the cue is, in fixed and cut words."""
    weight: float


def _stated(case: Case, column: int, shared: frozenset[str]) -> Iterator[_Stated]:
    """The first cue of each kind in every sentence that touches the shared subject."""
    document = case.documents[column]
    known = cue_phrases(case.words)
    near = _near(case, column)
    voices = Voices(document, case.quotations[column], reporting(case.words))
    for at, words in enumerate(document.tokens):
        touches = len(shared.intersection(case.vectors.stems[column][at]))
        sentence = document.passages[at].span
        if (
            at in case.apart[column]
            or not (touches or at in near)
            or document.text[sentence.end - 1] == "?"
        ):
            continue
        kinds: set[str] = set()
        for hit in cues(known, document.text, words):
            if hit.group in kinds or is_run_in(sentence.of(document.text)):
                continue
            piece = voices.piece_at(words[hit.first].span)
            if piece is None and hit.entry in QUOTED_ONLY:
                continue
            cue = opened(hit, document.text, words, piece.end if piece else sentence.end)
            if is_broken(cue, document.text):
                continue
            kinds.add(hit.group)
            weight = _KINDS[cue.kind] + _CORE * min(2, touches)
            said = _said(voices, case.voices[column], at, cue.words) + (
                _UNNAMED if is_unnamed(hit, words) else ""
            )
            yield _Stated(column, sentence, cue, said, weight)


def _near(case: Case, column: int) -> frozenset[int]:
    """Passages that other articles state, too, or that name whom two articles name."""
    document = case.documents[column]
    others = {name.key for at, names in enumerate(case.names) if at != column for name in names}
    named = (
        document.passage_at(mention.start)
        for name in case.names[column]
        if _person(name) and name.key in others
        for mention in name.mentions
    )
    numbers = {passage.span: at for at, passage in enumerate(document.passages)}
    shared = (
        numbers[passage.span]
        for point in case.points
        if (passage := point.passages[column]) is not None
    )
    return frozenset(at for at in (*named, *shared) if at is not None)


def _person(name: Name) -> bool:
    """Whether a name is a person's, or may be one's in full."""
    return name.person is True or (name.person is None and len(name.full.split()) > 1)


def _said(voices: Voices, heard: Heard, passage: int, span: Span) -> str:
    voice = voices.at(passage, span)
    if voice == "writer":
        return "in the writer’s own words"
    if voice == "unclear":
        return "in a sentence that may be cited without marks"
    if voice == "reported":
        return "outside quotation marks, in a sentence with a word of saying or thinking"
    quotation = voices.quotation_at(span)
    marked = quotation is None or quotation.marked
    where = "in quotation marks" if marked else "in words cited without marks"
    if quotation is None or quotation.speaker is None:
        person = heard.person(span)
        if person is not None:
            return f"{where}, said by “{one_line(person.full)}”"
        described = heard.described(span)
        if described is not None:
            return f"{where}, said by “{one_line(described.of(voices.document.text))}”"
        return f"{where}, speaker not stated beside them"
    return f"{where}, beside them “{one_line(quotation.speaker.of(voices.document.text))}”"


def _heaviest(stated: Iterable[_Stated]) -> Iterator[_Stated]:
    """A few of each kind, those that touch the subject most before others."""
    taken: Counter[str] = Counter()
    for one in sorted(stated, key=lambda one: (-one.weight, one.sentence.start)):
        taken[one.cue.kind] += 1
        if taken[one.cue.kind] <= _MOST:
            yield one


def _grouped(case: Case, stated: Sequence[_Stated]) -> Iterator[list[_Stated]]:
    """Together what one sure row of the comparison states in several articles, else one by one."""
    rows = {
        (column, passage.span): number
        for number, point in enumerate(case.points)
        if point.certainty == "sure"
        for column, passage in enumerate(point.passages)
        if passage is not None
    }
    groups: dict[object, list[_Stated]] = {}
    for one in stated:
        row = rows.get((one.column, one.sentence))
        key = (one.column, one.sentence, one.cue.kind) if row is None else (row, one.cue.kind)
        groups.setdefault(key, []).append(one)
    for group in groups.values():
        columns = {one.column: one for one in reversed(group)}
        yield [columns[column] for column in sorted(columns)]


def _finding(case: Case, group: Sequence[_Stated]) -> Finding:
    values: list[Evidence | None] = [None] * len(case.documents)
    for one in group:
        values[one.column] = case.documents[one.column].cut(one.cue.span)
    kind = group[0].cue.kind
    several = len(group) > 1
    shown = [
        f"{letter(one.column)} “{words}”" if several else words
        for one in group
        if (value := values[one.column]) and (words := shortened(value.quote, _SHOWN_WORDS))
    ]
    said = [f"{letter(one.column)}: {one.said}" if several else one.said for one in group]
    weight = max(one.weight for one in group) + (_SEVERAL if several else 0.0)
    return Finding(
        id=finding_id("cause", kind, (d.article.id for d in case.documents), values),
        lens="cause",
        kind=kind,
        subject=None,
        verdict="stated",
        values=tuple(values),
        reason=f"the words “{group[0].cue.entry}”; " + "; ".join(said),
        summary=", ".join(shown),
        weight=round(weight, 4),
        evidence=tuple(case.documents[one.column].cut(one.sentence) for one in group),
    )
