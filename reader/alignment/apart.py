"""Passages that are set apart: they are not where an article reports something first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.alignment.similarity import Vectors, Weights, cosine
from reader.text.document import Document

# Lines that page templates and agencies add around a report.
_BOILERPLATE = re.compile(
    r"(?:read (?:more|next|also)\b|more (?:from|on)\b|see also|sign up|subscribe|click here"
    r"|\(?related(?:$|:| (?:posts|stories|articles|links))|follow (?:us|him|her|\w+ \w+ on)\b"
    r"|share this|advertisement|file (?:photo\b|[-–—] )|(?:watch|listen):"
    r"|(?:must|just) watch(?:ed)?\b|(?:clockwise )?from (?:top )?left[,:]"
    r"|slideshow|view gallery|getty images|\(?(?:ap|afp|epa|reuters|getty) photo\b"
    r"|(?:featured )?(?:photo|image|picture|video)s?(?:$|:| by| credit)|copyright|©"
    r"|(?:additional )?reporting by|writing by|editing by"
    r"|this (?:article|story|post) (?:is more|was|has been|originally)|story continues"
    r"|leave a (?:reply|comment)|write a comment|add a comment|comments?$|your email"
    r"|you (?:might|may) (?:also |be )|get the latest|download (?:the|our)"
    r"|last updated|(?:updated|published):|contact us|email us|join the conversation)"
    r"|.*(?:contributed to this (?:report|article|story|post)"
    r"|may not be (?:published|reproduced|broadcast)|click here for|for reprint|daily newsletter"
    r"|the associated press\.?$|all rights reserved|\(@\w+\)|pic\.twitter|https?:|\w@\w"
    r"|(?:content|republish\w*|licens\w+)\b.{0,60}\b(?:of charge|original content|our stories))",
    re.IGNORECASE,
)
# Captions of agency pictures end with the place and the day: "... in Bonn, Germany, May 3, 2018."
_CAPTION = re.compile(
    r",? (?:U\.S\.|[A-Z]\w+),? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
    r" \d{1,2}, \d{4}\.?(?: ?\(?[A-Z][\w/ .]{0,40}\)?)?$"
)
_CAPTION_TAIL = 90  # characters in which the place and the day stand
_LONGEST_BOILERPLATE = 45  # words; longer sentences that begin like boilerplate report something

# Headings over sections that repeat the article, list its sources or give advice.
_ASIDE = re.compile(
    r"(?:faqs?|frequently asked|questions and answers|q ?& ?a|in (?:short|brief|summary)|tl;?dr"
    r"|(?:key|main) (?:points|takeaways|facts)|takeaways|summary|at a glance|highlights|recap"
    r"|conclusions?|(?:the )?bottom line|final thoughts|references|sources|further reading"
    r"|bibliography|glossary|about the author)\b"
    r"|.*\b(?:playbook|how to|tips|checklist|best practices|what (?:you|we|leaders?|companies) can"
    r"|lessons for|action (?:steps|items|plan)|tools)\b",
    re.IGNORECASE,
)
_ASIDE_LINE = re.compile(
    r"(?:in (?:short|brief|summary)|tl;?dr|(?:key |main )?takeaways?|bottom line|to sum up"
    r"|mitigation|pro tip|tip)\s*[:—–]",
    re.IGNORECASE,
)
# Advice to nobody in particular, in the writer's own voice.
_ADVICE = re.compile(
    r"(?:companies|businesses|leaders|organi[sz]ations|firms|teams|employers|managers|readers"
    r"|consumers|you)\s(?:\w+\s)?(?:should|must|need to|can)\b",
    re.IGNORECASE,
)
# The same bar that makes very short identical sentences a row.
_REPEATED = 0.8
_ROUNDING = 1e-6


def boilerplate(document: Document) -> frozenset[int]:
    """Passages that belong to the page, not to the report."""
    return frozenset(
        i
        for i, words in enumerate(document.tokens)
        if len(words) <= _LONGEST_BOILERPLATE
        and _of_the_page(document.passages[i].span.of(document.text))
    )


def _of_the_page(passage: str) -> bool:
    caption = _CAPTION.search(passage, max(0, len(passage) - _CAPTION_TAIL))
    return caption is not None or _BOILERPLATE.match(passage) is not None


def asides(document: Document) -> frozenset[int]:
    """Passages of recaps, question-and-answer sections, advice and lists of sources."""
    return frozenset(_asides(document))


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


def _asides(document: Document) -> Iterator[int]:
    inside = False
    line = -1
    for i, passage in enumerate(document.passages):
        words = passage.span.of(document.text)
        if passage.heading:
            # Questions are the headings inside a FAQ, and a colon ends a heading of lower rank.
            inside = _ASIDE.match(words) is not None or (inside and words.endswith(("?", ":")))
        elif _ASIDE_LINE.match(words):
            line = passage.paragraph
        if inside or passage.paragraph == line or _ADVICE.match(words):
            yield i
