"""Names that the other articles keep coming back to and one never says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from reader.framing.aliases import aliases, is_demonym
from reader.framing.missing.columns import Columns
from reader.framing.namesakes import Namesakes
from reader.framing.word_lists import entries
from reader.model import Finding, Span
from reader.text.names import Name, initials
from reader.text.rarity import rare
from reader.text.tokens import fold, folded_words, tokens

# Of the names in five sentences and more of the others 14 of 20 were worth knowing, of all names
# a third.
_SENTENCES = 5
_FEWEST = 2
_MOST = 4
_WEIGHT = 0.3
_SELDOM = 0.2  # said less often, in short reports or by all the others
_EACH, _UP_TO = 0.01, 10  # a name in more sentences ranks a little higher
_RARER = 0.01  # so are Italy, Food and Fourth
_RARE = 0.05  # America, Congress and Twitter are in more of the news
_BEGINNING = 5  # letters that Palestine and Palestinian share
_BEFORE = 40  # characters in front of a name that a title of office takes up at most
_INNER_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
_JOINED_BEFORE = re.compile(r"(?:[A-Z]\w{0,30} ){1,3}(?:of|for|and|on|the) (?:the )?$")
_JOINED_AFTER = re.compile(r" (?:of|for|and|on|the) (?:the )?[A-Z]\w{0,30}(?: [A-Z]\w{0,30}){0,3}")
REASON = "no form, alias or spelling of the name stands in the text or headline"


@dataclass(frozen=True, slots=True)
class _Left:
    said: tuple[tuple[Span, ...], ...]
    sentences: int


def names(columns: Columns) -> Iterator[Finding]:
    """Up to four names, those in most sentences of the others first."""
    found = sorted(_left(columns), key=lambda left: -left.sentences)
    for left in _apart(columns, found)[:_MOST]:
        more = min(left.sentences - _SENTENCES, _UP_TO)
        weight = _WEIGHT + _EACH * more if more >= 0 else _SELDOM
        yield columns.finding("name", left.said, weight=weight, reason=REASON)


def _apart(columns: Columns, found: list[_Left]) -> list[_Left]:
    """Without names that begin as one before them does: a land and its people are one."""
    kept: dict[str, _Left] = {}
    for left in found:
        at = next(at for at, spans in enumerate(left.said) if spans)
        words = folded_words(left.said[at][0].of(columns.case.documents[at].text))
        kept.setdefault(words[-1][:_BEGINNING], left)
    return list(kept.values())


def _left(columns: Columns) -> Iterator[_Left]:
    for group in columns.case.namesakes:
        mentions = sum(len(name.mentions) for same in group.same for name in same)
        if mentions < _FEWEST or group.column in columns.aside or not _telling(group.name):
            continue
        said = _said(columns, group)
        missing = columns.missing(said)
        if not missing:
            continue
        sentences = columns.sentences(said)
        if sentences < columns.enough(said, _SENTENCES):
            continue
        if sentences < _SENTENCES and not _unmistakable(columns, group):
            continue
        if not any(_present(columns, at, group.column, group.name) for at in missing):
            yield _Left(said, sentences)


def _said(columns: Columns, group: Namesakes) -> tuple[tuple[Span, ...], ...]:
    """Where each article names it, the form that it uses most in front."""
    said: list[tuple[Span, ...]] = []
    for document, same in zip(columns.case.documents, group.same, strict=True):
        text = document.text
        spans = sorted(span for name in same for span in name.mentions)
        forms = Counter(span.of(text) for span in spans)
        full = Counter({form: count for form, count in forms.items() if " " in form}) or forms
        lead = max(full, key=lambda form: (full[form], len(form)), default="")
        said.append(tuple(sorted(spans, key=lambda span: span.of(text) != lead)))
    return tuple(said)


def _telling(name: Name) -> bool:
    """Whether it is a person, or a name rare in news and of no medium and no people."""
    if name.person:
        return True
    words = folded_words(_INNER_CAPITAL.sub(" ", name.full))
    media = not set(entries("media")).isdisjoint((" ".join(words), *words[-1:]))
    if media or is_demonym(name.full):
        return False
    return any(rare(token.stem, _RARE) for token in tokens(name.full))


def _unmistakable(columns: Columns, group: Namesakes) -> bool:
    """Whether a name that is seldom said is a person, or a rare word alone."""
    name, text = group.name, columns.case.documents[group.column].text
    if name.person and " " in name.full:
        return True
    rarely = any(rare(token.stem, _RARER) for token in tokens(name.full) if len(token.word) > 1)
    return rarely and not any(_joined(text, name))


def _present(columns: Columns, at: int, column: int, name: Name) -> bool:
    """Whether an article has any form of a name of another article.

    Of a person that is the surname, the first name where it stands for the person, or the office;
    of anything else each of its words.
    """
    text = columns.case.documents[column].text
    known = columns.vocabularies[at]
    forms = {name.full, *(span.of(text) for span in name.mentions)}
    if name.person is not False and _office(columns, at, column, name):
        return True
    if name.person and len(name.full.split()) > 1:
        if _first_name_alone(columns, at, name):
            return True
        words = {token.span.of(name.full) for token in list(tokens(name.full))[1:]}
        words |= {form for form in forms if " " not in form}
    else:
        apart = {part for form in forms for part in _INNER_CAPITAL.sub(" ", form).split()}
        words = {token.span.of(form) for form in (*forms, *apart) for token in tokens(form)}
        words |= {initials(folded_words(form)) for form in forms if " " in form}
        words |= {initials(folded_words(whole)) for whole in _joined(text, name)}
    words |= {word for form in forms for word in aliases(form)}
    return any(known.has_name(word) for word in words if len(word) > 1)


def _joined(text: str, name: Name) -> Iterator[str]:
    """The longer names of which a name is a part: `Deferred Action for Childhood Arrivals`."""
    for span in name.mentions:
        before = _JOINED_BEFORE.search(text, max(0, span.start - _BEFORE), span.start)
        after = _JOINED_AFTER.match(text, span.end, span.end + _BEFORE)
        if before or after:
            yield text[
                before.start() if before else span.start : after.end() if after else span.end
            ]


def _first_name_alone(columns: Columns, at: int, name: Name) -> bool:
    """Whether the first name of a person stands in an article without another surname."""
    first = fold(name.full.split()[0])
    text = columns.case.documents[at].text
    return any(
        folded_words(span.of(text)) == [first]
        for other in columns.case.names[at]
        for span in other.mentions
    )


def _office(columns: Columns, at: int, column: int, name: Name) -> bool:
    """Whether an article speaks of the holder of an office that another gives the person."""
    text = columns.case.documents[column].text
    held: set[str] = set()
    for span in name.mentions:
        held.update(folded_words(text, max(0, span.start - _BEFORE), span.start)[-3:])
    offices = held.intersection(entries("offices"))
    document = columns.case.documents[at]
    return bool(offices) and any(
        token.word in offices
        and (token.span.of(document.text).islower() or _the(document.text, token.span.start))
        for words in document.tokens
        for token in words
    )


def _the(text: str, start: int) -> bool:
    return text[max(0, start - 4) : start].casefold() == "the "
