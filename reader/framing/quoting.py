"""What is to be said about one utterance that several articles quote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reader.framing.around import Around
from reader.framing.bracketed import PutIn, put_in
from reader.framing.findings import letter
from reader.framing.keeping import SLIGHT, Kept, moved_in
from reader.framing.limits import bears, negates
from reader.framing.sayings import Said, Saying
from reader.framing.shown import Judgement, label_of, listed, words_of
from reader.framing.trimming import cut_short, stands_beside, trimmed
from reader.framing.utterances import RUN, Match
from reader.framing.wording import Change, carries, changes, moved_inside, same_letters, unlike
from reader.text.document import Document
from reader.text.safety import one_line

# Those that a reader would be sorry to miss weigh .75 and more. Of 34 altered quotations read, the
# 6 that mattered all changed a content word or a negation; of 12 trimmed ones the 4 that did lost
# most, or what limits the sentence.
_NEGATED = 0.95
# A word that was left out or put in says something new only if it is a degree, a doubt, a number:
# of others one in five of those read first were worth knowing, of words moved over the marks none.
_BEARING = 0.8
# One word of content for another was worth knowing in 8 of 23 read in 1,917 groups of articles,
# what loses a negation, a condition or a doubt in 13 of 20.
_ALTERED = 0.7
_INSERTED = 0.4
_IN_PLACE = 4
# With changes in three places and more it is a translation, a paraphrase or another occasion, as
# where less was shared: three of five were two utterances of one speaker.
_PLACES, _SAME_WORDS, _PARAPHRASED = 3, 8, 0.45
# Statements of one speaker to several that share a talking point share less of the shorter one.
_MOST_OF_IT = 0.8
_MOVED = 0.3
_ALTERED_BESIDE, _BESIDE = 0.4, 3
ALTERED_SLIGHTLY = 0.12
"""What an utterance weighs in which no word that carries meaning differs."""
_SAME = 0.1
_TURNED = 0.6
_PUT_IN = (
    ("only words in square brackets are put in, which are the outlet’s own", ALTERED_SLIGHTLY),
    ("a name in square brackets stands in the place of another", _INSERTED),
    ("a date or a figure in square brackets stands in the place of another", _BEARING),
    (
        "with words in square brackets one of them says that it is not so, the other does not",
        _NEGATED,
    ),
)
"""What is told of words in brackets, and its weight, by what they change."""


@dataclass(frozen=True, slots=True)
class _Changed:
    """Words that differ from the whole, with the quotation of one article that they stand in."""

    column: int
    match: Match
    change: Change


def judge(documents: Sequence[Document], whole: Saying, kept: Sequence[Kept]) -> Judgement:
    """How the articles that keep less, or other words, differ from the one that keeps most."""
    label = label_of(documents, whole, kept)
    found = [
        _Changed(part.column, match, change)
        for part in kept
        for match in part.matches
        for change in changes(match)
        if not _aside(documents, match, change)
    ]
    material = [each for each in found if each.change.material or bears(each.change)]
    if material:
        where = _where("inside the quotation marks", whole, kept)
        altered = _altered(documents, whole, material, label, where)
        return _perhaps(altered) if _differ_much(altered, found) else altered
    moved = _moved(documents, whole, kept, label)
    if moved is not None:
        return moved
    turned = next(_turned(documents, whole, kept), None)
    if turned is not None:
        beside = Judgement(
            "altered",
            f"other words stand beside those they share, {_where('inside the marks', whole, kept)}",
            f"{label}: {_contrast(documents, whole, turned)}",
            _ALTERED_BESIDE,
            (turned.match.a,),
        )
        return _perhaps(beside)
    cut = [part for part in kept if cut_short(part, whole, documents)]
    outside = all(stands_beside(part, whole, documents[part.column]) for part in cut)
    if cut and not outside:
        short = trimmed(documents, whole, kept, label)
        small = next((each for each in found if each.change.stresses), None)
        if small is None:
            return short
        told = f"{short.reason}; {_contrast(documents, whole, small)}"
        return replace(short, reason=told)
    if found:
        text = f"{label}: {_contrast(documents, whole, found[0])}"
        reason = "only small words or endings differ"
        return Judgement("altered", reason, text, ALTERED_SLIGHTLY, (found[0].match.a,))
    bracketed = [each for part in kept for each in put_in(part.match, documents)]
    if bracketed:
        return _bracketed(documents, whole, kept, max(bracketed, key=_telling), label)
    letters = sorted({whole.column, *(part.column for part in kept)})
    everybody = f"{label}: the same in {listed([letter(column) for column in letters])}"
    reason = f"the same words {_where('between quotation marks', whole, kept)}"
    if not cut and any(part.lost or part.extra for part in kept):
        reason += ", but for a word or two"
    if cut:
        reason += "; what is missing in one stands beside the marks there"
    elif any(len(part.match.a.words) + SLIGHT < len(whole.words) for part in kept):
        reason += "; what is missing in one stands elsewhere in it"
    return Judgement("same", reason, everybody, _SAME)


def _aside(documents: Sequence[Document], match: Match, change: Change) -> bool:
    """Whether words of one of two quotations are an aside that the other one does without.

    `The plan, which I wrote, is good`: marks stand on both sides of them.
    """
    if bool(change.a) == bool(change.b) or len(change.a or change.b) < _ASIDE:
        return False
    saying, words = (match.a, change.a) if change.a else (match.b, change.b)
    text = documents[saying.column].text
    at = saying.words.index(words[0])
    sides = saying.words[at - 1 : at], saying.words[at + len(words) : at + len(words) + 1]
    if not all(sides):
        return False
    before = text[sides[0][0].span.end : words[0].span.start].strip()
    behind = text[words[-1].span.end : sides[1][0].span.start].strip()
    return before == behind and before in _SET_OFF


# Fewer words may be a name or a doubt: `the mayor, perhaps, knew`.
_ASIDE = 3
_SET_OFF = frozenset((",", "–", "—", "-", "--"))


def _bracketed(
    documents: Sequence[Document], whole: Saying, kept: Sequence[Kept], found: PutIn, label: str
) -> Judgement:
    """Words in brackets are no words of the speaker: what the others have there is shown."""
    part = next(part for part in kept if found.column in (part.column, whole.column))
    here = one_line(found.brackets.of(documents[found.column].text))
    other = whole.column if found.column == part.column else part.column
    there = words_of(documents[other], found.other)
    told = f", {letter(other)} has {there}" if there else ""
    told = told or (f", {letter(other)} does not" if found.negates else "")
    reason, weight = _PUT_IN[_telling(found)]
    summary = f"{label}: {letter(found.column)} has “{here}”{told}"
    return Judgement("altered", reason, summary, weight, (part.match.a,))


def _telling(found: PutIn) -> int:
    """How much words in brackets change: none of the words of the others, a name, a date, all."""
    return 3 if found.negates else 2 if found.replaces else 1 if found.renames else 0


def turned(
    documents: Sequence[Document], whole: Saying, kept: Sequence[Kept], around: Around
) -> Judgement:
    """What is to be said where the words stand, but what is around them turns them."""
    said = ", ".join(
        f"{letter(column)} has “{one_line(span.of(documents[column].text))}”"
        for column, span in around.said
    )
    summary = f"{label_of(documents, whole, kept)}: beside it {said}"
    return Judgement("altered", around.reason, summary, _TURNED, certainty="perhaps")


def _differ_much(altered: Judgement, found: Sequence[_Changed]) -> bool:
    """Whether a quotation differs in so many places that it may be another utterance."""
    return any(
        sum(changed.match.a is saying for changed in found) >= _PLACES for saying in altered.changed
    )


def _perhaps(judgement: Judgement) -> Judgement:
    if judgement.certainty == "perhaps":
        return judgement
    reason = f"{judgement.reason}; perhaps two utterances"
    return replace(judgement, certainty="perhaps", reason=reason)


def said_by_whom(judgement: Judgement) -> Judgement:
    """What is to be said where it is open whether one person says the words."""
    if judgement.certainty == "perhaps":
        return judgement
    reason = f"{judgement.reason}; perhaps of two speakers"
    return replace(judgement, certainty="perhaps", reason=reason)


def _turned(
    documents: Sequence[Document], whole: Saying, kept: Sequence[Kept]
) -> Iterator[_Changed]:
    """Words in front of what is shared, in its sentence, where the whole has others there.

    `tempting to follow the call` that is quoted as `reject the call` is not merely trimmed.
    """
    for part in kept:
        first, match = part.match.blocks[0], part.match
        here = _beside(documents[part.column], match.a, first.a)
        there = _beside(documents[whole.column], whole, first.b)
        if not (part.extra and here and there) or same_letters(here, there):
            continue
        if not any(map(carries, (*unlike(here, there), *unlike(there, here)))):
            continue
        yield _Changed(part.column, match, Change(here, there, material=True))


def _beside(document: Document, saying: Saying, first: int) -> tuple[Said, ...]:
    """Up to three words in front of another one, in its sentence and not behind a cut."""
    found: list[Said] = []
    for at in range(first - 1, max(-1, first - 1 - _BESIDE), -1):
        between = document.text[saying.words[at].span.end : saying.words[at + 1].span.start]
        if saying.words[at + 1].seam:
            return ()
        if any(mark in between for mark in _ENDS_CLAUSE):
            break
        found.insert(0, saying.words[at])
    return tuple(found)


_ENDS_CLAUSE = (*".!?:;–—", "--", " - ")


def _altered(
    documents: Sequence[Document],
    whole: Saying,
    material: Sequence[_Changed],
    label: str,
    where: str,
) -> Judgement:
    negated = [changed for changed in material if negation(changed.change)]
    replaced = [changed for changed in material if _replaced(changed)]
    bearing = [changed for changed in material if bears(changed.change)]
    chosen = (negated or bearing or replaced or material)[0]
    weight = _NEGATED if negated else _BEARING if bearing else _ALTERED if replaced else _INSERTED
    differs = "differs"
    if moved_inside(chosen.match, chosen.change):
        differs, weight = "stands at another place", min(weight, _BEARING if bearing else _MOVED)
    judgement = Judgement(
        "altered",
        f"a word that carries meaning {differs} {where}",
        f"{label}: {_contrast(documents, whole, chosen)}",
        weight,
        (chosen.match.a,),
    )
    if _is_one_utterance(chosen, material):
        return judgement
    return _perhaps(replace(judgement, weight=min(weight, _PARAPHRASED)))


def _is_one_utterance(chosen: _Changed, material: Sequence[_Changed]) -> bool:
    """Whether so much is the same that no paraphrase or other occasion can be meant."""
    match = chosen.match
    if min(len(match.a.words), len(match.b.words)) < RUN:
        return False
    if sum(changed.match is match for changed in material) >= _PLACES:
        return False
    matched = sum(block.length for block in match.blocks)
    shorter = min((match.a, match.b), key=lambda saying: len(saying.words))
    side = chosen.change.a if shorter is match.a else chosen.change.b
    if matched + len(side) >= len(shorter.words):
        return True
    longest = max(block.length for block in match.blocks)
    return longest >= _SAME_WORDS and matched >= _MOST_OF_IT * len(shorter.words)


def _where(between: str, whole: Saying, kept: Sequence[Kept]) -> str:
    """Where the words stand: between marks, if none of the articles cites them without."""
    sayings = [whole, *(match.a for part in kept for match in part.matches)]
    every = all(saying.quotation.marked for saying in sayings)
    return between if every else "in what is quoted, in one of them without marks"


def _replaced(changed: _Changed) -> bool:
    """Whether words of content stand in the place of others: longer ones are other sentences.

    An `ing` for another (`remaining`, `staying`) was never worth knowing, three of three.
    """
    a, b = changed.change.a, changed.change.b
    if not changed.change.firm or max(len(a), len(b)) > _IN_PLACE:
        return False
    words = [[said.word for said in side if carries(said)] for side in (unlike(a, b), unlike(b, a))]
    return all(words) and not all(word.endswith("ing") for side in words for word in side)


def negation(change: Change) -> bool:
    """Whether one side alone says that it is not so."""
    a, b = (negates([said.word for said in side]) for side in (change.a, change.b))
    return a != b


def _contrast(documents: Sequence[Document], whole: Saying, changed: _Changed) -> str:
    here = words_of(documents[changed.column], changed.change.a)
    there = words_of(documents[whole.column], changed.change.b)
    sides = sorted([(changed.column, here), (whole.column, there)])
    sides.sort(key=lambda side: not side[1])
    without = "has it elsewhere" if moved_inside(changed.match, changed.change) else "does not"
    return ", ".join(
        f"{letter(column)} has {said}" if said else f"{letter(column)} {without}"
        for column, said in sides
    )


def _moved(
    documents: Sequence[Document], whole: Saying, kept: Sequence[Kept], label: str
) -> Judgement | None:
    texts = [document.text for document in documents]
    for part in kept:
        moved = moved_in(part, whole, texts)
        if moved is not None:
            word = one_line(moved[0].of(texts[part.column]))
            return Judgement(
                "words-moved-in",
                "a word stands inside the quotation marks here and right outside there",
                f"{label}: “{word}” is inside the marks in {letter(whole.column)}, "
                f"outside in {letter(part.column)}",
                _MOVED,
            )
    return None
