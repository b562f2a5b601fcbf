"""Names of persons and organisations, their variants brought together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from reader.model import Span
from reader.text.capitals import words
from reader.text.document import Document
from reader.text.given_names import GIVEN
from reader.text.name_evidence import organisation
from reader.text.name_forms import Folded, Form, name_forms
from reader.text.stopwords import STOP


@dataclass(frozen=True, slots=True)
class Name:
    """One person, organisation, place or product, wherever a text names it."""

    key: str
    """Folded surname of a person, folded full name of anything else.

    Of persons with one surname in one text the most named has it as key, the others the full name.
    """
    full: str
    """The longest form, as the text writes it most often."""
    mentions: tuple[Span, ...]
    """Where it stands, in order, without titles and possessive endings; one or more."""
    person: bool | None
    """True or False where the text shows it, None where it does not."""


_SUFFIXES = frozenset("jr sr ii iii iv".split())
_PLACE_HEADS = frozenset(
    "south north east west southern northern eastern western new winter summer world port mount st "
    "san santa los las el great greater central upper lower fort lake cape team super grand "
    "republican democratic american british russian chinese french german european".split()
)


def find_names(document: Document) -> tuple[Name, ...]:
    """The names of a text, in the order in which they are first named."""
    groups = _grouped(name_forms(document))
    named = sorted((_name(group) for group in groups), key=lambda name: -len(name.mentions))
    taken: set[str] = set()
    for at, name in enumerate(named):
        if name.person and name.key in taken:
            named[at] = replace(name, key=fold_full(name))
        taken.add(name.key)
    return tuple(sorted(named, key=lambda name: name.mentions[0]))


def same_name(one: Name, other: Name) -> bool:
    """Whether two names may be one, tested generously: across articles too."""
    if one.key == other.key or fold_full(one) == fold_full(other):
        return True
    first, second = fold_full(one).split(), fold_full(other).split()
    if initials(first) == other.key or initials(second) == one.key:
        return True
    surname = first[-1] == second[-1] and (len(first) == 1 or len(second) == 1)
    return surname and one.person is not False and other.person is not False


def fold_full(name: Name) -> str:
    """The full form, folded word by word."""
    return " ".join(name_words(name.full))


@lru_cache(maxsize=4096)
def name_words(written: str) -> tuple[str, ...]:
    """The words of a name as it is written, folded."""
    return tuple(word.folded for word in words(written, Span(0, len(written))))


def initials(folded: Iterable[str]) -> str:
    """First letters of the words that count: `federal bureau of investigation` is `fbi`."""
    return "".join(word[0] for word in folded if word not in STOP)


def _grouped(forms: dict[Folded, Form]) -> list[list[Form]]:
    """Forms that name the same, the leading one first."""
    leaders: dict[Folded, list[Form]] = {}
    by_last: dict[str, list[Folded]] = defaultdict(list)
    by_first: dict[str, list[Folded]] = defaultdict(list)
    by_initials: dict[str, Folded] = {}
    longer = sorted((f for f in forms.values() if len(f.words) > 1), key=lambda f: -len(f.spans))
    for form in longer:
        key = next((k for k in by_last[form.words[-1]] if _variants(k, form.words)), form.words)
        if key == form.words:
            by_last[form.words[-1]].append(key)
            by_first[form.words[0]].append(key)
            by_initials.setdefault(initials(key), key)
        leaders.setdefault(key, []).append(form)
    for form in (f for f in forms.values() if len(f.words) == 1):
        leaders.setdefault(_home(form, by_last, by_first, by_initials), []).append(form)
    return list(leaders.values())


def _home(
    form: Form,
    by_last: dict[str, list[Folded]],
    by_first: dict[str, list[Folded]],
    by_initials: dict[str, Folded],
) -> Folded:
    """The full name that a single word stands for; itself if none."""
    word = form.words[0]
    if form.acronym:
        return by_initials.get(word, form.words)
    for key in by_last[word]:
        if not organisation(key):
            return key
    first = [k for k in by_first[word] if word in GIVEN and not organisation(k)]
    return first[0] if len(first) == 1 and form.titled == 0 else form.words


def _variants(one: Folded, other: Folded) -> bool:
    """Whether two full names with one surname differ by middle names or a short first name."""
    first, second = one[0], other[0]
    if first == second:
        return True
    return min(len(first), len(second)) >= 3 and (
        first.startswith(second) or second.startswith(first)
    )


def _name(group: list[Form]) -> Name:
    leader = max(group, key=lambda form: (len(form.words), len(form.spans)))
    spans = sorted({span for form in group for span in form.spans})
    person = _is_person(leader, group)
    full = leader.written.most_common(1)[0][0]
    last = leader.words[-2:] if leader.words[-1] in _SUFFIXES else leader.words[-1:]
    key = " ".join(last if person else leader.words)
    return Name(key, full, tuple(spans), person)


def _is_person(leader: Form, group: list[Form]) -> bool | None:
    folded = leader.words
    if leader.acronym or organisation(folded):
        return False
    if any(form.titled for form in group):
        return True
    if len(folded) == 1:
        return None
    if folded[0] in GIVEN or len(folded[0]) == 1:
        return True
    if folded[0] in _PLACE_HEADS:
        return None
    surname_alone = any(len(form.words) == 1 and form.words[0] == folded[-1] for form in group)
    return True if surname_alone and len(folded) <= 3 else None
