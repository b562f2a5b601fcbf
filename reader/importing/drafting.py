"""A text as it was read, turned into a draft of an article."""

from __future__ import annotations

from reader.importing.decoding import NotText
from reader.importing.frontmatter import split
from reader.importing.metadata import Known, known
from reader.importing.plain.cleaning import cleaned
from reader.model import Draft
from reader.text.language import language
from reader.text.safety import clean


def draft(raw: str, source: str) -> Draft:
    """What is known of one text: its front matter first, then what the text plainly says.

    Raises NotText if there is no text.
    """
    text = clean(raw)
    matter = split(text)
    front = known(matter) if matter else Known()
    body = matter.body if matter else text
    if not body.strip():
        raise NotText("there is no text below its front matter" if matter else "it is empty")
    found = cleaned(body, title=front.title)
    return Draft(
        text=found.text,
        source=source,
        title=front.title or found.title,
        outlet=front.outlet,
        byline=front.byline or found.byline,
        published=front.published or found.published,
        url=front.url,
        language=front.language or language(found.text),
        tags=front.tags,
        removed=found.removed,
        extra=front.extra,
        unread=front.unread,
    )
