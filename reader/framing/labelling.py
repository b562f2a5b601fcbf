"""What a text calls those that it names: titles, appositions, `X is a ...`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reader.model import Span
from reader.text.attribution import SPEECH
from reader.text.capitals import DAYS, Word, words
from reader.text.document import Document
from reader.text.names import Name, find_names
from reader.text.people import is_organisation_noun, is_person_noun
from reader.text.quotations import Quotation, find_quotations
from reader.text.stopwords import STOP


@dataclass(frozen=True, slots=True)
class Label:
    """Words that say who a named person is."""

    span: Span
    """The words, without the comma or verb that ties them to the name."""
    name: Span
    """The mention of the name that they stand beside."""
    head: str
    """The folded noun that they turn on."""


Noun = Callable[[str], bool]

# More words than this are a clause or a list, not a label.
_BEHIND_WORDS = 14
_BEFORE_WORDS = 7
_REACH = 170
_DETERMINERS = frozenset("a an the its his her their our one".split())
_PREPOSITIONS = frozenset("of for at in from on with by under behind against about".split())
_OPENS_BEHIND = re.compile(
    r"(?:\s+\([^()\n]{1,20}\))?(?:,\s+(?:aged\s+)?\d{1,2})?(?P<tie>,|\s+[–—-]|\s+(?:is|was))\s+"
)
# The point of an initial (`U.S.`) ends nothing.
_ENDS_BEHIND = re.compile(
    r"(?P<mark>[,;:!?)\]\n–—“”\"(]|(?<!\b[A-Z])\.(?!\w)|\s-\s|$)|"
    r"\s(?P<relative>who|whose|whom|which|that)\b|"
    r"\s(?:where|when|while|as|after|before|because|but|if|since|until|told|said|says|has|had|have|"
    r"is|was|were|are|will|would|could|can|may|might|should|did|does|do|by)\b"
)
_CUT = _PREPOSITIONS | {"to", "and", "or", "who"}
_PARTICIPLE = re.compile(r"\w+(?:ed|ing)$")
_ADJECTIVES = frozenset(
    "former ex then acting interim late longtime veteran fellow senior junior chief deputy vice "
    "assistant associate lead young old disgraced convicted accused retired embattled indicted "
    "renowned celebrated wanted armed acclaimed elected appointed alleged suspected leading "
    "outgoing incoming founding ruling sitting managing presiding ageing aging decorated "
    "experienced distinguished self-proclaimed self-described rising surviving controversial "
    "high-ranking top-ranking ranking respected reclusive seasoned opposing grieving unarmed "
    "special star top first-term one-time onetime self-styled would-be first second third "
    "conservative liberal far-right far-left right-wing left-wing tech media business billionaire "
    "millionaire white black".split()
)
_ADJECTIVAL = re.compile(r"[a-z-]{4,}(?:ial|nal|cal|ral|gal|ic|ive|ary|ish|ese|ian)$")
_COURTESY = frozenset("mr mrs ms dr sir lady lord dame miss".split())
_OFFICES = frozenset("sen rep gov gen col lt sgt capt cmdr adm prof rev".split())
_PLACE_BEFORE = re.compile(r"(?:,|\b(?:in|at|near|of|from))\s+(?:the\s+)?$")
_ENDS_TITLE = (STOP - {"first"}) | SPEECH | DAYS | {"today", "yesterday", "tonight", "tomorrow"}
_WITHIN = frozenset("like unlike after before when while since as for with in on at if".split())


def labels_of(document: Document) -> Mapping[str, list[tuple[Span, Span]]]:
    """For the key of each name: the labels with the mention that each stands beside."""
    found = labels(document, find_names(document), find_quotations(document.text))
    return {key: [(label.span, label.name) for label in every] for key, every in found.items()}


def labels(
    document: Document, names: Sequence[Name], quotations: Sequence[Quotation]
) -> dict[str, list[Label]]:
    """The labels that the writer gives each name; what stands between marks is another's."""
    found: dict[str, list[Label]] = {}
    quoted = sorted(piece for quotation in quotations for piece in quotation.pieces)
    starts = [piece.start for piece in quoted]
    for name in names:
        noun = is_person_noun if name.person else is_organisation_noun
        for mention in name.mentions:
            passage = document.passage_at(mention.start)
            if passage is None or document.passages[passage].heading:
                continue
            sentence = document.passages[passage].span
            if not name.person and _PLACE_BEFORE.search(
                document.text, max(sentence.start, mention.start - 12), mention.start
            ):
                continue  # `a school in Springfield, ...`: the words belong to the school
            for label in _around(document.text, mention, sentence, noun):
                if not _in_quotation(quoted, starts, label.span):
                    found.setdefault(name.key, []).append(label)
    return found


def _in_quotation(quoted: list[Span], starts: list[int], span: Span) -> bool:
    at = bisect_right(starts, span.end - 1) - 1
    return at >= 0 and quoted[at].overlaps(span)


def _around(text: str, mention: Span, sentence: Span, noun: Noun) -> Iterator[Label]:
    for found in (
        _behind(text, mention, sentence, noun),
        _title(text, mention, sentence, noun),
        _in_front(text, mention, sentence, noun),
    ):
        if found is not None:
            yield found


def _behind(text: str, mention: Span, sentence: Span, noun: Noun) -> Label | None:
    """`Wang, founder of Scale AI,` and `Wang is the founder of Scale AI`."""
    limit = min(sentence.end, mention.end + _REACH)
    opening = _OPENS_BEHIND.match(text, mention.end, limit)
    if opening is None:
        return None
    ending = _ENDS_BEHIND.search(text, opening.end(), limit)
    stated = opening["tie"].strip() in {"is", "was"}
    if ending is None or ending.start() <= opening.end():
        return None
    if not stated and not (ending["mark"] is not None or ending["relative"]):
        return None  # `Like Obama, the president has ...`
    span = Span(opening.end(), ending.start())
    listed = list(words(text, span))
    if not listed or len(listed) > _BEHIND_WORDS:
        return None
    if listed[0].folded in STOP - _DETERMINERS:
        return None
    determined = listed[0].folded in _DETERMINERS or any(w.possessive for w in listed[:3])
    # `the conclusion that Oswald was the only assassin` is not the writer's own word.
    if stated and (mention.start != sentence.start or listed[0].folded not in {"a", "an", "the"}):
        return None
    if listed[0].folded == "the" and len(listed) == 2:
        return None
    head = _head(listed, noun, determined=determined)
    return Label(span, mention, head) if head else None


def _head(listed: Sequence[Word], noun: Noun, *, determined: bool) -> str | None:
    """The noun that the words turn on; None if they turn on something else."""
    stop = next((i for i, w in enumerate(listed) if i and w.folded in _CUT), len(listed))
    if determined and listed[0].folded == "one":  # one of the founders
        return None
    head = listed[stop - 1]
    if not noun(head.text) or any(w.folded in SPEECH for w in listed[:stop]):
        return None
    if not determined and head.text[0].isupper() and not head.acronym:
        return None
    if not determined and not (_may_begin(listed[0]) or noun(listed[0].text)):
        return None
    return head.folded


def _may_begin(word: Word) -> bool:
    return (
        word.text[0].isupper()
        or word.folded in _ADJECTIVES
        or _ADJECTIVAL.match(word.folded) is not None
        or is_person_noun(word.text)
        or word.folded.startswith(("ex-", "co-"))
    )


def _title(text: str, mention: Span, sentence: Span, noun: Noun) -> Label | None:
    """`former chief AI strategist` in front of the name, and `President`."""
    before = (
        list(words(text, Span(sentence.start, mention.start)))
        if (mention.start > sentence.start)
        else []
    )
    taken: list[Word] = []
    follower = mention.start
    boundary: Word | None = None
    for word in reversed(before):
        gap = text[word.span.end : follower]
        joined = gap in {" ", "\u00a0"} or (gap == ". " and word.folded in _OFFICES)
        ends = word.folded in _ENDS_TITLE or word.possessive
        ends = ends and word.text not in {"New", "First"}
        ends = ends and not (word.text == "of" and taken and taken[0].text[0].isupper())
        if not joined or ends or len(taken) >= _BEFORE_WORDS:
            boundary = word if joined else None
            break
        taken.insert(0, word)
        follower = word.span.start
    if not taken or not (noun(taken[-1].text) or taken[-1].folded in _OFFICES):
        return None
    if boundary is not None and boundary.text == "and" and taken[0].text[0].isupper():
        return None  # `Housing and Urban Development Secretary` begins farther in front
    kept = _without_verb(taken, boundary)
    bare = len(kept) == 1 and kept[0].text.islower() and kept[0].span.start > sentence.start
    if bare and (boundary is None or len(taken) > 1):
        return None  # `porn star`, `Acme Inc. head`: what was cut may belong to it
    taken = kept
    if not taken or all(word.folded in _COURTESY for word in taken):
        return None
    return Label(Span(taken[0].span.start, taken[-1].span.end), mention, taken[-1].folded)


def _belongs(word: Word) -> bool:
    """Whether a word in front of a possessive is a part of it (`the White House’s`)."""
    return word.folded in _DETERMINERS or (word.text[0].isupper() and word.folded not in STOP)


def _without_verb(taken: list[Word], boundary: Word | None) -> list[Word]:
    """The words that surely belong to the title, without a verb or object in front of it."""
    cut = 0
    for at, word in enumerate(taken[:-1]):
        if word.folded in {"former", "retired", "outgoing", "incoming"}:
            cut = max(cut, at)
        lone_of = word.text == "of" and not (at and taken[at - 1].text[0].isupper())
        several = word.folded.endswith("s") and is_person_noun(word.folded[:-1])
        if lone_of or several or word.folded.endswith("ly"):
            cut = at + 1
        if _PARTICIPLE.fullmatch(word.folded) and word.folded not in _ADJECTIVES:
            cut = at + 1
    safe = boundary is not None and (
        boundary.folded in _DETERMINERS | _PREPOSITIONS or boundary.possessive
    )
    while cut < len(taken) - 1 and not (safe and cut == 0) and not _may_begin(taken[cut]):
        cut += 1
    return taken[cut:]


def _in_front(text: str, mention: Span, sentence: Span, noun: Noun) -> Label | None:
    """`its chief executive, Alexandr Wang,` with the comma behind the name."""
    start = max(sentence.start, mention.start - _REACH)
    comma = text[max(start, mention.start - 2) : mention.start]
    behind = text[mention.end : mention.end + 1]
    if comma != ", " or behind not in {",", ".", ";", ")", "–", "—"}:
        return None
    edge = mention.start - 2
    begin = max(start, *(text.rfind(mark, start, edge) + 1 for mark in ',;:(“”"—–'))
    if begin >= edge or not text[begin:edge].strip():
        return None
    listed = list(words(text, Span(begin, edge)))
    if not listed or listed[0].folded in _WITHIN:
        return None
    first = max(
        (i for i, w in enumerate(listed) if w.folded in _DETERMINERS or w.possessive), default=None
    )
    if first is None:
        return None
    while first and listed[first].possessive and _belongs(listed[first - 1]):
        first -= 1
    if len(listed) - first > _BEFORE_WORDS:
        return None
    chosen = listed[first + (listed[first].folded == "its") :]
    if not chosen:
        return None
    head = _head(chosen, noun, determined=True)
    return Label(Span(chosen[0].span.start, edge), mention, head) if head else None
