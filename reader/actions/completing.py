"""What may be typed on in the search line: fields, their values, and words of the articles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Literal

from reader.errors import IndexDamaged
from reader.search.fields import ALIASES, FIELDS, PARTS, STATES, THINGS, field_named
from reader.search.pieces import OPERATORS, Piece, address_in, pieces
from reader.search.syntax import Part
from reader.search.vocabulary import Entry, Vocabulary
from reader.search.words import words
from reader.text.safety import one_line
from reader.workspace import Workspace

Kind = Literal["field", "value", "word"]

_DAYS = (
    "today",
    "yesterday",
    "thisweek",
    "lastweek",
    "thismonth",
    "lastmonth",
    "7d",
    "30d",
    "none",
)
_LENGTHS = (">800", "<300", "300..800")
_BARE = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")  # a value that needs no quotation marks
_REST = re.compile(r"[^\s()\"“”„«»]*")
_FEWEST_LETTERS = 2
_MUCH_MORE = 4
"""So many times as many articles as a finished word has what is offered instead of it."""
_LOOKED_AT = 12  # words among which the typed one is looked for
_OWN_WORDS: tuple[Part, ...] = ("title", "quoted", "speaker")


@dataclass(frozen=True, slots=True)
class Completion:
    """One way to go on: `query[start:end]` becomes `text`."""

    text: str
    start: int
    end: int
    kind: Kind
    about: str = ""
    """What it is, or how many articles have it."""

    @property
    def shown(self) -> str:
        """The text without its quotation marks."""
        return self.text.strip('"')

    def applied(self, query: str) -> tuple[str, int]:
        """The query with it, and where the cursor then stands."""
        return f"{query[: self.start]}{self.text}{query[self.end :]}", self.start + len(self.text)


@dataclass(frozen=True)
class Known:
    """What a library has to go on with; gathered once, then asked with every key."""

    values: Mapping[str, Sequence[tuple[str, int, str]]]
    """Of the fields outlet, byline, tag, event and lang: each value, in how many articles it is,
    and its form without case; the most frequent first, events the newest."""
    vocabulary: Vocabulary
    parts: Mapping[Part, Vocabulary] = field(default_factory=dict)
    """The words of headlines, in quotations, and of who is named beside those."""

    @classmethod
    def of(cls, workspace: Workspace) -> Known:
        """Read a library and its index; takes a second or two for a hundred thousand articles."""
        library = workspace.library
        events = [(e.label, len(e.articles)) for e in library.events(least=2)]
        outlets = library.values("outlet")
        counted = {
            "outlet": outlets,
            "byline": library.values("byline"),
            "lang": library.values("language"),
            "tag": library.tags(),
        }
        listed = {
            field: sorted(counts.items(), key=lambda each: (-each[1], each[0]))
            for field, counts in counted.items()
        }
        others = library.outlets().items()
        listed["outlet"] += [(other, outlets.get(name, 0)) for other, name in others]
        values = {
            field: [(_plain(value), count, _plain(value).casefold()) for value, count in pairs]
            for field, pairs in (listed | {"event": events}).items()
        }
        try:
            vocabulary = workspace.index.vocabulary()
            parts = {part: workspace.index.vocabulary(part) for part in _OWN_WORDS}
        except IndexDamaged:  # it is being built; its words come later
            vocabulary, parts = Vocabulary([]), {}
        return cls(values, vocabulary, parts)


def completions(known: Known, query: str, cursor: int, limit: int = 8) -> list[Completion]:
    """How the query may go on at the cursor, the most probable first; empty where it may not."""
    found = pieces(query[:cursor])
    last = found[-1] if found else None
    if last is None or last.end != cursor or last.kind not in ("word", "quote", "field"):
        return []
    if last.kind == "quote" and (last.closed or not last.value):
        return []
    if address_in(last) is not None:
        return []
    before = found[-2] if len(found) > 1 else None
    rest = _REST.match(query, cursor)
    end = rest.end() if rest and last.kind == "word" else cursor
    if last.kind == "word" and last.value[-1] == ":" and field_named(last.value[:-1]):
        return list(islice(_values(known, last.value[:-1], "", cursor, end), limit))
    if before is not None and before.kind == "field" and before.end == last.start:
        return list(islice(_values(known, before.value, last.value, last.start, end), limit))
    fields = _fields(last, end) if last.kind == "word" else ()
    if last.kind == "word" and last.value in OPERATORS:
        return []
    return [*fields, *_words(known.vocabulary, last.value, cursor, end, limit)][:limit]


def _fields(word: Piece, end: int) -> Iterator[Completion]:
    typed = word.value.casefold()
    if typed.isalpha() and len(typed) >= _FEWEST_LETTERS:
        for name in [*FIELDS, *ALIASES]:
            if name.startswith(typed):
                about = FIELDS[ALIASES.get(name, name)]
                yield Completion(f"{name}:", word.start, end, "field", about)


def _values(known: Known, name: str, typed: str, start: int, end: int) -> Iterator[Completion]:
    """The values of a field that have a word which begins so."""
    field = field_named(name)
    fixed: dict[str, tuple[str, ...]] = {"is": STATES, "has": THINGS, "words": _LENGTHS}
    if field in ("date", "after", "before"):
        fixed[field] = _DAYS
    if field is None:
        yield from _words(known.vocabulary, typed, end, end, 8)
    elif field in fixed:
        for value in fixed[field]:
            if value.startswith(typed.casefold()):
                yield Completion(value, start, end, "value")
    elif field in known.values:
        for value, count in _beginning(known.values[field], typed):
            yield Completion(quoted(value), start, end, "value", _articles(count))
    elif field in PARTS:
        own = known.parts.get(PARTS[field], known.vocabulary)
        yield from _words(own, typed, end, end, 8)


def _beginning(values: Iterable[tuple[str, int, str]], typed: str) -> Iterator[tuple[str, int]]:
    """Values that begin with what was typed, then those in which another word does."""
    wanted = typed.strip().casefold()
    later = []
    for value, count, folded in values:
        if folded.startswith(wanted):
            yield value, count
        elif f" {wanted}" in folded:
            later.append((value, count))
    yield from later


def _words(
    vocabulary: Vocabulary, typed: str, cursor: int, end: int, limit: int
) -> Iterator[Completion]:
    """The words that the last one typed may become; behind a finished one much more usual ones."""
    last = max(words(typed), default=None)
    if last is None or last.end != len(typed) or len(last.word) < _FEWEST_LETTERS:
        return
    start = cursor - (last.end - last.start)
    found = vocabulary.words(last.word, max(limit + 1, _LOOKED_AT))
    own = {entry.word: entry.articles for entry in found if _is_said(last.word, entry)}
    least = _MUCH_MORE * max(own.values(), default=0)
    for entry in found[: limit + 1]:
        if entry.word not in own and entry.articles >= least:
            yield Completion(entry.word, start, end, "word", _articles(entry.articles))


def _is_said(typed: str, entry: Entry) -> bool:
    """Whether a word is what was typed, or hardly more: `forde` is found with `ford`."""
    return entry.word == typed or (entry.stem == typed and len(entry.word) == len(typed) + 1)


def _plain(value: str) -> str:
    """A value without the marks that would end it."""
    return one_line(re.sub('["“”„«»]', " ", value))


def quoted(value: str) -> str:
    """A value of a field as it is written in a query."""
    value = _plain(value)
    return value if _BARE.fullmatch(value) else f'"{value}"'


def _articles(count: int) -> str:
    return f"{count:,} article{'' if count == 1 else 's'}"
