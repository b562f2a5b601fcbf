"""Which lines of a page are furniture: put there by the page, not by the article."""

from __future__ import annotations

import re

from reader.importing.phrases import (
    ACTIONS,
    ANYWHERE,
    AROUND,
    BESIDE,
    LABELS,
    LIST_HEADERS,
    SERVICES,
    folded,
)

_LONGEST = 400  # characters; the longest notices that pages repeat below their articles
_LONGEST_PHRASE = 100  # characters; more than the longest entry of the lists

_AGENCY = (
    r"getty|reuters|\bap\b|\bafp\b|associated press|shutterstock|unsplash|i?stock|pexels|pixabay"
    r"|wikimedia|flickr|\bepa\b|bloomberg|alamy|adobe"
)
_CREDIT = re.compile(
    r"\(?(?:(?:featured|cover|header|lead|main)[ ])?"
    r"(?:image|photo|picture)s?[ ]credits?\b[^.?!]{0,80}\)?"
    r"|(?:featured|cover|header|lead)[ ](?:image|photo|picture)[ ]?"
    r"(?::|by|via|from|courtesy)[^.?!]{0,80}"
    r"|\(?(?:image|photo|picture|photograph|illustration)s?[ ]?(?:by|courtesy|via|:|©)"
    rf"[^?!]{{0,80}}(?:{_AGENCY})[^.?!]{{0,40}}\)?"
    rf"|\(?[\w .'’-]{{2,40}}/[ ]?(?:{_AGENCY})[^.?!]{{0,30}}\)?"
    r"|image[ ]copyright\b[^.?!]{0,60}",
    re.IGNORECASE,
)
_BY_NAME = re.compile(r"\(?(?:Photo|Image|Picture|Illustration)s? by(?: [A-Z][\w.'’-]+){1,4}\)?")

# Whole lines that address the visitor of the page. None of them has quotation marks.
_NOTICE = re.compile(
    r"(?:sign[ ]up|subscribe|register)\b[^\"“”]{0,80}\b(?:our|the|free|daily|weekly)\b[^\"“”]{0,60}"
    r"\b(?:newsletters?|channel|podcast|mailing list|inbox)\b[^\"“”]{0,120}"
    r"|get[ ][^\"“”]{0,80}\b(?:delivered|sent|straight)[ ][^\"“”]{0,30}"
    r"\byour[ ]inbox\b[^\"“”]{0,80}"
    r"|your[ ]email[ ]address[ ]will[ ]not[ ]be[ ]published\b.{0,80}"
    r"|save[ ]my[ ]name,[ ]email.{0,100}"
    r"|this[ ]site[ ]uses[ ]akismet.{0,120}"
    r"|you[ ]must[ ](?:be[ ]logged[ ]in|log[ ]in)[ ]to[ ](?:post|leave)[ ]a[ ](?:comment|reply).?"
    r"|(?:log[ ]in|sign[ ]in)[ ]to[ ](?:leave|post|comment|reply)[^\"“”]{0,60}"
    r"|by[ ](?:submitting|signing[ ]up|subscribing|clicking)\b[^\"“”]{0,60}"
    r"\byou[ ](?:agree|accept|consent)[^\"“”]{0,160}"
    r"|notify[ ]me[ ]of[ ](?:follow-up|new)[ ](?:comments|posts)[ ](?:by|via)[ ]e-?mail.?",
    re.IGNORECASE,
)
# The same, but only above or below the article: within one they may be its subject.
_AROUND_NOTICE = re.compile(
    r"(?:we[ ]use|this[ ](?:web)?site[ ]uses)[ ]cookies\b.{0,300}"
    r"|follow[ ](?:us|me|@\w+|him|her)[ ]on[ ](?:twitter|facebook|instagram|x|linkedin|youtube"
    r"|telegram|whatsapp|tiktok|google[ ]news|bluesky|mastodon|threads)\b.{0,60}"
    r"|like[ ]us[ ]on[ ]facebook.{0,60}"
    r"|click[ ]here[ ](?:to|for)[ ].{2,100}"
    r"|click[ ]to[ ]share[ ]on[ ].{2,60}"
    r"|download[ ](?:our|the)[ ].{0,40}\bapp\b.{0,60}"
    r"|(?:©|\(c\)[ ]\d{4}|copyright[ ](?:©|\(c\)|\d{4})).{0,300}"
    r"|all[ ]rights[ ]reserved.?"
    r"|(?:tags?|tagged(?:[ ]with)?|filed[ ](?:under|in)|categor(?:y|ies)|topics?|posted[ ]in)"
    r"[ ]?:.{1,160}"
    r"|this[ ](?:article|story|post)[ ]is[ ]more[ ]than[ ].{1,20}[ ]old"
    r"|please[ ]enable[ ]javascript\b.{0,80}"
    r"|\d{1,3}[ ]?min(?:ute)?s?[ ]read"
    r"|\d{1,6}[ ](?:comments?|shares?|views|responses|likes)"
    r"|share[ ](?:this[ ])?(?:article[ ])?on[ ]\w+(?:[ ]\(opens.{0,30})?"
    r"|more[ ]from[ ][^.?!]{2,60}",
    re.IGNORECASE,
)
_PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)|\[!\[[^\]]*\]\([^)]*\)\]\([^)]*\)")

_END = re.compile(r"[.…。]+[\"'”’»)\]*_]*$")
_END_LOUD = re.compile(r"[?!？！]+[\"'”’»)\]*_]*$")
_FEWEST_IN_SENTENCE = 6
# The longest of 10,000 headlines has 27 words; questions and exclamations among headlines are
# shorter than most sentences of that kind.
LONGEST_HEADLINE = 27
_LONGEST_LOUD_HEADLINE = 18


def is_furniture(line: str) -> bool:
    """Whether a line is furniture wherever it stands."""
    bare = line.strip()
    if len(bare) > _LONGEST:
        return False
    return (
        any(form.fullmatch(bare) for form in (_CREDIT, _BY_NAME, _NOTICE, _PICTURE))
        or _in(ANYWHERE, bare)
        or _is_button_row(bare)
    )


def is_furniture_around(line: str) -> bool:
    """Whether a line is furniture when it stands above or below all paragraphs."""
    bare = line.strip()
    if len(bare) > _LONGEST:
        return False
    return (
        is_furniture(bare)
        or bool(_AROUND_NOTICE.fullmatch(bare))
        or _in(AROUND, bare)
        or any(word in SERVICES for word in _button_words(bare))
    )


def is_list_header(line: str) -> bool:
    """Whether a line announces a list of other articles."""
    return _in(LIST_HEADERS, line)


def is_label(line: str) -> bool:
    """Whether a line is a label that sites put above headlines and paragraphs."""
    return _in(LABELS, line)


def is_body(line: str) -> bool:
    """Whether a line can only be a paragraph of an article: a sentence, or very long."""
    if is_furniture_around(line):
        return False
    words = len(line.split())
    if words > LONGEST_HEADLINE:
        return True
    if _END.search(line):
        return words >= _FEWEST_IN_SENTENCE or not line.isascii()
    return words > _LONGEST_LOUD_HEADLINE and bool(_END_LOUD.search(line))


def is_headline(line: str) -> bool:
    """Whether a line may be a headline in a list: short, and no full stop."""
    bare = line.strip()
    return len(bare.split()) <= LONGEST_HEADLINE and not _END.search(bare)


def _in(phrases: frozenset[str], line: str) -> bool:
    return len(line) <= _LONGEST_PHRASE and folded(line) in phrases


def _is_button_row(line: str) -> bool:
    """Whether a line is a row of share buttons; a subheading may name services, too."""
    words = _button_words(line)
    return any(word in SERVICES for word in words) and any(word in ACTIONS for word in words)


def _button_words(line: str) -> list[str]:
    """The words of a line that has nothing but words of share buttons, else none."""
    if len(line) > _LONGEST_PHRASE:
        return []
    words = [word for word in re.split(r"[\s|·•,/]+", line.casefold()) if word]
    known = all(word in SERVICES or word in ACTIONS or word in BESIDE for word in words)
    return words if known else []
