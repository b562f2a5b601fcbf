"""Quoted words in the form in which quotations of several articles are compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from reader.model import Span
from reader.text.kept import kept
from reader.text.number_runs import number_runs
from reader.text.quotations import Quotation
from reader.text.stopwords import STOP
from reader.text.tokens import fold, stem, tokens

NEGATIONS = frozenset("not no never none nobody nothing neither nor without".split())
"""Folded words that turn a sentence into its opposite."""

# Contractions and their long forms are one way of saying it; folding has taken the apostrophe.
_LONG = {
    "cant": "can not", "cannot": "can not", "wont": "will not", "shant": "shall not",
    "aint": "is not", "im": "i am", "gonna": "going to", "wanna": "want to", "gotta": "got to",
    "okay": "ok",
    "youre": "you are", "theyre": "they are", "ive": "i have",
    "weve": "we have", "youve": "you have", "theyve": "they have", "youll": "you will",
    "theyll": "they will",
}  # fmt: skip
# Folding takes the ending of `it's` for a possessive.
_WITH_IS = dict.fromkeys("it that there he she what who here where how".split(), "is") | {
    "let": "us"
}
_NOT = frozenset(
    "dont doesnt didnt isnt arent wasnt werent havent hasnt hadnt wouldnt couldnt shouldnt "
    "mustnt neednt mightnt".split()
)
_FIGURES = (
    {
        word: str(value)
        for value, word in enumerate(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
            "fifteen sixteen seventeen eighteen nineteen twenty".split()
        )
        if value != 1  # `one` is mostly no number
    }
    | {
        word: str(10 * tens)
        for tens, word in enumerate("thirty forty fifty sixty seventy eighty ninety".split(), 3)
    }
    | {
        word: str(place)
        for place, word in enumerate(
            "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
            "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
            3,
        )
    }
)
_UNITS = _FIGURES | {"one": "1", "first": "1", "second": "2"}
_ORDINALS = ("st", "nd", "rd", "th")
_BRITISH = (
    (re.compile("(?<=..)our(?=s|ed|ing|able|ful|ite|hood|$)"), "or"),
    (re.compile("(?<=...)(?<!w)is(?=e$|ed$|es$|ing$|ation|er$|ers$)"), "iz"),
    (re.compile("(?<=...)ys(?=e$|ed$|es$|ing$)"), "yz"),
    (re.compile("(?<=[bct])re$"), "er"),
    (re.compile("(?<=..)ll(?=ed$|ing$|er$|ers$)"), "l"),
    (re.compile("(?<=..)ence$"), "ense"),
)
# Verbs, adverbs and the like that count as function words elsewhere but carry an utterance.
_LIGHT = frozenset(
    "behind take takes took taken taking make makes made making come comes came coming give gives "
    "gave given giving keep keeps kept put puts want wants wanted need needs needed become became "
    "becomes use uses used let never nothing nobody everybody everything always again already soon "
    "later ago together apart away back against without inside outside enough less least fewer "
    "perhaps maybe first last next new own".split()
)
_BRACKETED = re.compile(r"\([^()\n]{0,80}\)|\[[^\[\]\n]{0,80}\]")
# `[I]mmigration`: a letter made large or small where a quotation begins; no other word.
_INITIAL = re.compile(r"(?<!\w)\[([^\W\d_])\](?=[^\W\d_])")
# Also the dashes and stars of a word that the outlet does not print (`f---`, `s**t`).
_ELLIPSIS = re.compile(r"\.\s?\.\s?\.|…|\*\s?\*|\b\w{1,2}(?:--+|[—–_]|\*)")


@dataclass(frozen=True, slots=True)
class Said:
    """One quoted word."""

    word: str
    """Folded, in American spelling, contractions written out, small numbers as figures."""
    span: Span
    seam: bool
    """Whether the text itself shows a cut or insertion right before it (`…`, brackets)."""
    capital: bool
    """Whether it is written with a capital."""

    @property
    def content(self) -> bool:
        """Whether it says what the sentence is about."""
        return self.word not in STOP and len(self.word) > 1

    @property
    def bearing(self) -> bool:
        """Whether it is a content word or one of the light words that carry short sentences."""
        return self.content or self.word in _LIGHT

    @property
    def stem(self) -> str:
        """The Snowball stem."""
        return stem(self.word)


@dataclass(frozen=True)
class Saying:
    """A quotation of one article with its words."""

    column: int
    """Which article of the comparison it stands in, from 0."""
    quotation: Quotation
    words: tuple[Said, ...]

    @cached_property
    def plain(self) -> tuple[str, ...]:
        """The words alone."""
        return tuple(said.word for said in self.words)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of its words that carry meaning."""
        return frozenset(said.stem for said in self.words if said.bearing)


def sayings(text: str, column: int, quotations: Sequence[Quotation]) -> tuple[Saying, ...]:
    """The quotations of an article with their words, terms included."""
    return tuple(
        Saying(column, quotation, tuple(_words(text, quotation.pieces))) for quotation in quotations
    )


def spoken(text: str, piece: Span) -> Iterator[Said]:
    """The words of a stretch of text as quoted words; what is in brackets is left out."""
    brackets = [m.span() for m in _BRACKETED.finditer(text, piece.start, piece.end)]
    ellipses = [m.start() for m in _ELLIPSIS.finditer(text, piece.start, piece.end)]
    bracket = ellipsis = 0
    seam = False
    initial = {m.end(): m for m in _INITIAL.finditer(text, piece.start, piece.end)}
    for word, span in _joined_initials(text, piece):
        while bracket < len(brackets) and brackets[bracket][1] <= span.start:
            bracket, seam = bracket + 1, True
        if bracket < len(brackets) and brackets[bracket][0] <= span.start:
            continue
        while ellipsis < len(ellipses) and ellipses[ellipsis] < span.start:
            ellipsis, seam = ellipsis + 1, True
        if (letter := initial.get(span.start)) is not None:
            yield Said(fold(letter[1] + word), Span(letter.start(), span.end), False, False)
            seam = False
            continue
        if word in _STATES and _is_state(text, span):
            yield Said(_STATES[word], span, seam, True)
            seam = False
            continue
        for written in _written_out(word):
            yield Said(written, span, seam, text[span.start].isupper())
            seam = False


# `U.S.` and `US` are no `us`.
_NEAR = 40  # characters
_STATES = {"us": "u.s", "uk": "u.k"}


def _is_state(text: str, span: Span) -> bool:
    """Whether it is written as initials, and not as a word among others in capitals."""
    written = span.of(text)
    if "." in written:
        return True
    before, behind = (
        text[max(0, span.start - 40) : span.start].split()[-1:],
        text[span.end : span.end + 40].split()[:1],
    )
    loud = any(len(word.strip("“”\"'.,!?")) > 2 and word.isupper() for word in (*before, *behind))
    return written.isupper() and not loud


def _joined_initials(text: str, piece: Span) -> Iterator[tuple[str, Span]]:
    """Folded words with their places, `F.B.I.` as one."""
    held: tuple[str, Span] | None = None
    for token in tokens(text, piece.start, piece.end):
        single = len(token.span) == 1 and text[token.span.start].isupper()
        if held and single and text[held[1].end : token.span.start] == ".":
            held = (held[0] + token.word, Span(held[1].start, token.span.end))
            continue
        if held:
            yield held
        held = (token.word, token.span)
        if token.word in _WITH_IS and text[token.span.end - 2] in "'’":
            yield held
            held = (_WITH_IS[token.word], token.span)
    if held:
        yield held


def _words(text: str, pieces: tuple[Span, ...]) -> Iterator[Said]:
    for index, piece in enumerate(pieces):
        for at, said in enumerate(_counted(tuple(spoken(text, piece)))):
            opens = index > 0 and at == 0
            yield replace(said, seam=True) if opens else said


def _counted(words: tuple[Said, ...]) -> Iterator[Said]:
    """The words with each number of several words as one."""
    at = 0
    for first, end, figure in number_runs([said.word for said in words]):
        yield from words[at:first]
        span = Span(words[first].span.start, words[end - 1].span.end)
        yield replace(words[first], word=figure, span=span)
        at = end
    yield from words[at:]


@kept
def _written_out(word: str) -> tuple[str, ...]:
    if word in _NOT:
        return (word[:-2], "not")
    if word in _LONG:
        return tuple(_LONG[word].split())
    if word in _FIGURES:
        return (_FIGURES[word],)
    tens, _, unit = word.partition("-")
    if _FIGURES.get(tens, "")[1:] == "0" and unit in _UNITS:
        return (_FIGURES[tens][0] + _UNITS[unit],)
    if unit and not tens.isdigit() and (tens in _FIGURES or tens[0].isdigit()):
        return ("-".join((*_written_out(tens), unit)),)  # `11th-hour`, `eleventh-hour`
    if word[0].isdigit():
        return (word.removesuffix(word[-2:] if word[-2:] in _ORDINALS else "").replace(",", ""),)
    for pattern, american in _BRITISH:
        word = pattern.sub(american, word)
    return (word,)
