"""Words cited without quotation marks: posts, transcripts, paragraphs behind `Lee wrote:`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reader.model import Span
from reader.text.attribution import SPEECH, speaker
from reader.text.sentences import Paragraph, paragraphs


@dataclass(frozen=True, slots=True)
class Cited:
    """A run of words without marks that are somebody else's, all in one paragraph."""

    words: Span
    speaker: Span | None
    """Who signs them, or the name or pronoun beside the verb in front; None if not stated."""


# `The ice holds. — Dora Vale (@doravale) May 3, 2018`: 2,565 paragraphs of 1,083 articles of
# 11,000 end so, and each of sixty that were read was a post.
_DATE = r"(?:[A-Z][a-z]{2,8} \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]{2,8},? \d{4})"
_SIGNED = re.compile(
    r"[—–][ ]?(?P<who>[^\s()—–][^\n()—–]{0,50}?)[ ]\(@\w{1,30}\)"
    rf"(?:[ ,|·]{{0,3}}(?P<date>{_DATE})|(?P<end>\W{{0,3}}$))"
)
# `A post shared by Dora Vale (@doravale) on May 3, 2018 at 9:51am PDT`
_SHARED = re.compile(
    r"\bA (?:post|photo|video) (?:shared|posted) by (?P<who>[^\n()]{1,50}?)[ ]\(@[\w.]{1,30}\)"
    rf" on {_DATE}(?: at [\d:]{{4,5}} ?[ap]m [A-Z]{{2,4}})?"
)
# `Dora Vale (@doravale) The ice holds.`; `(@doravale) is a pilot` says who somebody is.
_HEADED = re.compile(r"(?P<who>[A-Z][^\n()@]{0,50}?)[ ]\(@\w{1,30}\)[ ](?=[A-Z“\"‘#@.\d])")
# What points to pictures and pages, and is not said.
_LINK = re.compile(r"\s*(?:https?://\S+|pic\.twitter\.com/\S+|t\.co/\S+)\s*$")
_LINKS = 4
_GARBLED = "Ã¢"  # a quotation mark read in the wrong encoding: the words beside it are none

_VERBS = "|".join(sorted(SPEECH - {"urged", "pleaded", "pointed", "vowed", "reported"}))
_BEHIND = r"(?:[ ](?:this|that|on|in|to|of|at|by|via|as|from|after|about)\b[^:.!?\n]{0,60})?"
# Of sixty paragraphs behind such a colon, 57 were the words of the one in front.
_INTRODUCED = re.compile(
    rf"\b(?:(?:{_VERBS}){_BEHIND}|told[ ](?:[\w’'.-]+[ ]){{0,5}}[\w’'.-]+"
    rf"|in[ ](?:an?|his|her|their|its|this|the)[ ](?:[\w-]+[ ]){{0,3}}"
    rf"(?:statement|tweets?|e-?mail|letter|posts?|memo|message){_BEHIND}):$"
)
_REACH = 170  # characters in front of the colon
_MOST_QUOTED = 0.6  # of a post that begins with a mark: then its last mark closes it
_FEWEST = 8  # words of a paragraph that is cited; fewer are a heading, a label, an item of a list
_MARKS = frozenset('“”"«»„')
_NO_CITATION = frozenset("—–[(")
# `LEE: The ice holds.` in a transcript, not `UPDATE II: ...`; `(via The Times):` leads to what that
# paper writes.
_NOTICES = (
    "THE |(?:UPDATED?|BREAKING|CORRECTION|CLARIFICATION|DEVELOPING|EXCLUSIVE|NOTE|WATCH|READ|LIVE"
    "|RELATED|PHOTOS?|VIDEOS?|OPINION|ANALYSIS|EDITOR)\\b"
)
_LABEL = re.compile(rf"(?!{_NOTICES})((?:[A-Z][A-Z.'’-]*[ ]){{0,4}}[A-Z][A-Z.'’-]+): (?=[^\s“\"])")
_VIA = re.compile(r"\(via [^()\n]{2,40}\):$")
_VERB_AND_COLON = re.compile(r"(?:[ ](?:this|that|as follows))?:$")


def find_cited(text: str) -> tuple[Cited, ...]:
    """Everything that is cited without marks, in order, apart from each other."""
    found: list[Cited] = []
    every = paragraphs(text)
    lines = _transcript(text, every)
    for at, paragraph in enumerate(every):
        if at in lines:
            found.append(lines[at])
            continue
        posts = list(_posts(text, paragraph.span))
        found += posts or _introduced(text, every, at)
    return tuple(found)


def _transcript(text: str, every: Sequence[Paragraph]) -> Mapping[int, Cited]:
    """The paragraphs that begin with a name in capitals, if two speak in turn, one twice."""
    found = {
        at: label
        for at, paragraph in enumerate(every)
        if (label := _LABEL.match(text, paragraph.span.start, paragraph.span.end))
    }
    names = [label[1] for label in found.values()]
    if not len(names) > len(set(names)) > 1:
        return {}
    if not any(at + 1 in found and found[at + 1][1] != found[at][1] for at in found):
        return {}
    return {
        at: Cited(Span(label.end(), every[at].span.end), Span(*label.span(1)))
        for at, label in found.items()
    }


def _posts(text: str, span: Span) -> Iterator[Cited]:
    """The posts that a paragraph holds, each up to its signature."""
    if text.find("(@", span.start, span.end) < 0:
        return
    start = span.start
    for pattern in (_SIGNED, _SHARED):
        for match in pattern.finditer(text, span.start, span.end):
            words = _said(text, start, match.start())
            if words is not None and match.start() >= start:
                yield Cited(words, _signer(text, words, Span(match.start("who"), match.end("who"))))
            start = max(start, match.end())
    headed = _HEADED.match(text, span.start, span.end) if start == span.start else None
    words = _said(text, headed.end(), span.end) if headed else None
    if headed and words:
        yield Cited(words, _signer(text, words, Span(headed.start("who"), headed.end("who"))))


def _signer(text: str, words: Span, who: Span) -> Span | None:
    """Who signs a post, if it is not the words of another: those stand between marks, to their end.

    Of a chain of posts that quotes somebody the first has no closing mark, the last no opening one.
    """
    said = words.of(text)
    marks = [at for at, letter in enumerate(said) if letter in '“”"']
    if not marks:
        return who
    closed = len(marks) == 2 and marks[1] > _MOST_QUOTED * len(said)
    opens = marks[0] == 0 and (len(marks) == 1 or closed)
    unopened = len(marks) == 1 and said[marks[0]] == "”"
    return None if opens or unopened else who


def _introduced(text: str, every: Sequence[Paragraph], at: int) -> Iterator[Cited]:
    """The paragraph itself, if the one before it ends with a verb of saying and a colon."""
    span = every[at].span
    if at == 0 or every[at].heading or text[span.start] in _NO_CITATION:
        return
    if text[text.rfind("\n", 0, span.start) + 1 : span.start].strip():  # the mark of an item
        return
    before = every[at - 1].span
    if text[before.end - 1] != ":" or text[span.end - 1] == ":":
        return
    if not _MARKS.isdisjoint(span.of(text)) or len(span.of(text).split()) < _FEWEST:
        return
    if _VIA.search(text, max(before.start, before.end - _REACH), before.end):
        yield Cited(span, None)
    elif _INTRODUCED.search(text, max(before.start, before.end - _REACH), before.end):
        tail = _VERB_AND_COLON.search(text, max(before.start, before.end - _REACH), before.end)
        beside = tail.start() if tail else before.end
        yield Cited(span, speaker(text, beside, len(text)))


def _said(text: str, start: int, end: int) -> Span | None:
    """The words from `start` to `end` without white space and links at their end."""
    for _ in range(_LINKS):
        link = _LINK.search(text, max(start, end - _REACH), end)
        end = link.start() if link else end
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    said = text[start:end]
    return Span(start, end) if any(map(str.isalnum, said)) and _GARBLED not in said else None
