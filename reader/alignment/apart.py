"""Passages that are set apart: they are not where an article reports something first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.alignment.asides import asides
from reader.alignment.similarity import Vectors, Weights, cosine
from reader.text.document import Document
from reader.text.stopwords import STOP

# Lines that page templates and agencies add around a report.
_BOILERPLATE = re.compile(
    r"(?:read (?:more|next|also)\b|more(?: (?:from|on)\b| ?:)|see also|sign up|subscribe|click here"
    r"|\(?related(?:$|:| (?:posts|stories|articles|links))|follow (?:us|him|her|\w+ \w+ on)\b"
    r"|share this|advertisement|file (?:photo\b|[-–—] )|(?:watch|listen):"
    r"|(?:must|just) watch(?:ed)?\b|(?:clockwise )?from (?:top )?left[,:]"
    r"|view gallery|getty images|\(?(?:ap|afp|epa|reuters|getty) photo\b"
    r"|(?:featured )?(?:photo|image|picture|video)s?(?:$|:| by| credit)|copyright|©"
    r"|(?:additional )?reporting by|writing by|editing by"
    r"|this (?:article|story|post) (?:is more|was|has been|originally)|story continues"
    r"|leave a (?:reply|comment)|write a comment|add a comment|comments?$|your email"
    r"|you (?:might|may) (?:also |be )|get the latest|download (?:the|our)"
    r"|last updated|(?:updated|published):|contact us|email us|join the conversation"
    r"|follow \w+ on (?:twitter|facebook|instagram)|contributing:|[—–] ?with assistance"
    r"|(?:(?:editor|author|publisher)[’']?s[’']? note|clarification|corrections?)\s?:"
    r"|the (?:opinions|views) expressed\b|this is a rush transcript|copy may not be in its final"
    r"|\(?(?:this version of the story|corrected from|updated (?:on [a-z]{3,9}\.? \d|at \d))"
    r"|slideshow|send tips|(?:you can )?(?:also )?(?:follow|find) (?:him|her|me|them) (?:on |@)"
    r"|you can (?:unsubscribe|read our)\b|visit our website|to read (?:more|diverse)\b)",
    re.IGNORECASE,
)
# The same wherever it stands in a line in small letters; one of the words below is in each.
_WITHIN = re.compile(
    r"contributed to this (?:report|article|story|post)"
    r"|may not be (?:published|reproduced|broadcast)|click here for|for reprint|daily newsletter"
    r"|the associated press\.?$|all rights reserved|\(@\w+\)|pic\.twitter|https?:|\w@\w"
    r"|(?:content|republish\w*|licens\w+)\b.{0,90}\b(?:of charge|without charge|original content"
    r"|our stories)"
)
_WITHIN_WORDS = (
    *("contributed to", "may not be", "click here", "reprint", "newsletter", "associated press"),
    *("all rights", "@", "pic.twitter", "http", "charge", "original content", "our stories"),
)
# What no report says, wherever it stands in a sentence.
_SIGNS = (
    *(f"on {name}{link} @" for name in ("Twitter", "twitter") for link in ("", " at", " as", ":")),
    *("ign up for our", "oard of Contributors", "is an editorially independent"),
)
# `— Dora Vale is an editor of the Tide`, with the button that closes a video before its caption.
_SIGNED_OFF = re.compile(
    r"[—–•] ?(?:[A-Z]\w* contributor )?[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3},? (?:is|was) "
    r"|CLOSE [A-Z][a-z’]"
)
# `-- This story was updated at noon`, `[Editor’s note: The post has been updated with a comment.]`
_UPDATED = re.compile(
    r"[^\w\s]{0,3}[ ]?(?:(?:UPDATED?|Updated?|Editor[’']s note|Corrections? and clarifications?)\b"
    r"[^“”\"]{0,40}?:[ ]?|\(\w{2,12}\)[ ])?(?:(?:This|The) )?(?:article|story|post|report|piece"
    r"|version|Article|Story) (?:has been|was) (?:updated|corrected)\b"
)
# Captions of agency pictures end with the place and the day: "... in Bonn, Germany, May 3, 2018."
_CAPTION = re.compile(
    r",? (?:U\.S\.|[A-Z]\w+),? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
    r" \d{1,2}, \d{4}\.?(?: ?\(?[A-Z][\w/ .]{0,40}\)?)?$"
)
_CAPTION_TAIL = 90  # characters in which the place and the day stand
# `Dora Vale, a lawyer, is professor at Ansel`, in the last lines, of somebody named nowhere before:
# of 85 such sentences that were read all but one are about the author of the article or a column.
_ABOUT_AUTHOR = re.compile(
    r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,2} (?P<surname>[A-Z][\w.’'-]+)"
    r"(?:,[^.!?:;,“\"]{10,100}(?:,[^.!?:;,“\"]{3,60})?,|,)? (?:is|was) (?:an?|the|(?:[\w-]+ ){0,3}"
    r"(?:co-?founder|founder|director|professor|[Ss]enior|executive|president|chief|author|[Ee]ditor"
    r"|former|columnist|correspondent|fellow|reporter|writer|chair(?:man|woman)?))\b"
)
_MORE_OF_AUTHOR = re.compile(r"(?:He|She|They|His|Her|Their|Both|M(?:r|r?s)\.|Follow|Find|You) ?\b")
_LAST_PARAGRAPHS, _LAST_PASSAGES = 2, 8
_LINKS = re.compile(
    r"(?:(?:read|see|watch) (?:more|also|next)|more(?: (?:from|on)(?: \w+){1,3})?"
    r"|related(?: (?:stories|articles|posts|links|news|coverage))?) ?:",
    re.IGNORECASE,
)
_LONGEST_LINK, _CAPITALS = 20, 0.6
_LONGEST_BOILERPLATE = 45  # words; longer sentences that begin like boilerplate report something

# The same bar that makes very short identical sentences a row.
_REPEATED = 0.8
_ROUNDING = 1e-6


def boilerplate(document: Document) -> frozenset[int]:
    """Passages that belong to the page, not to the report."""
    lines = (i for i in range(len(document.passages)) if is_page_line(document, i))
    return frozenset([*lines, *_linked(document), *_of_author(document)])


def _linked(document: Document) -> Iterator[int]:
    """The lines below `READ MORE:`, up to the first that is too long, or no headline."""
    linked = False
    for i, passage in enumerate(document.passages):
        if _LINKS.fullmatch(passage.span.of(document.text)):
            linked = True
        elif linked := linked and _is_link(document, i):
            yield i


def _is_link(document: Document, passage: int) -> bool:
    """Whether a passage is short and written as a headline, with capitals throughout."""
    words, text = document.tokens[passage], document.text
    telling = [word for word in words if word.word not in STOP]
    capitals = sum(text[word.span.start].isupper() for word in telling)
    return len(words) <= _LONGEST_LINK and capitals >= _CAPITALS * len(telling)


def is_page_line(document: Document, passage: int) -> bool:
    """Whether a passage is a line of a page, a credit or a caption, by its form alone."""
    if len(document.tokens[passage]) > _LONGEST_BOILERPLATE:
        return False
    return _of_the_page(document.passages[passage].span.of(document.text))


def _of_author(document: Document) -> Iterator[int]:
    """Who somebody is whom nothing before it names, at the end, and what else is told of them."""
    text, passages = document.text, document.passages
    about = -1
    for i in range(max(1, len(passages) - _LAST_PASSAGES), len(passages)):
        paragraph, start = passages[i].paragraph, passages[i].span.start
        if paragraph == about and _MORE_OF_AUTHOR.match(text, start):
            yield i
            continue
        about = -1
        who = _ABOUT_AUTHOR.match(text, start)
        if who is None or passages[-1].paragraph - paragraph >= _LAST_PARAGRAPHS:
            continue
        if text.find(who["surname"], 0, start) < 0:
            about = paragraph
            yield i


def _of_the_page(passage: str) -> bool:
    if _CAPTION.search(passage, max(0, len(passage) - _CAPTION_TAIL)) is not None:
        return True
    if any(sign in passage for sign in _SIGNS):
        return True
    small = passage.lower()
    if any(word in small for word in _WITHIN_WORDS) and _WITHIN.search(small) is not None:
        return True
    return any(form.match(passage) for form in (_BOILERPLATE, _SIGNED_OFF, _UPDATED))


def set_apart(vectors: Vectors) -> tuple[frozenset[int], ...]:
    """For each document its headings, page lines, asides, and what it has said before."""
    found: list[frozenset[int]] = []
    for column, document in enumerate(vectors.documents):
        headings = frozenset(i for i, p in enumerate(document.passages) if p.heading)
        skip = headings | boilerplate(document) | asides(document)
        found.append(skip | _repeated(vectors, column, skip))
    return tuple(found)


def _repeated(vectors: Vectors, column: int, skip: frozenset[int]) -> frozenset[int]:
    """Passages that say again what an earlier one, not skipped itself, said."""
    passages = vectors.full[column]
    again: set[int] = set()
    first: dict[str, list[int]] = {}
    for i, passage in enumerate(passages):
        if i in skip:
            continue
        earlier = {j for word in _telling(passage) for j in first.get(word, ())}
        if any(cosine(passage, passages[j]) >= _REPEATED for j in earlier):
            again.add(i)
        else:
            for word in passage:
                first.setdefault(word, []).append(i)
    return frozenset(again)


def _telling(passage: Weights) -> Iterator[str]:
    """The heaviest words of a passage: what has none of them is no repetition of it.

    By Cauchy and Schwarz the cosine is at most the length of what both have.
    """
    rest = 1.0
    for word in sorted(passage, key=lambda word: -passage[word]):
        yield word
        rest -= passage[word] ** 2
        if rest < _REPEATED**2 - _ROUNDING:
            return
