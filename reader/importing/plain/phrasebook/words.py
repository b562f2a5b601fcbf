"""What one language says on pages around their articles and above them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """Phrases of one language, each field a string of phrases parted by `|`.

    In lower case, without punctuation around them.
    """

    anywhere: str = ""
    """Whole lines that no article says about its subject, wherever they stand."""
    around: str = ""
    """Buttons, form fields, footers; cut only above the first and below the last paragraph."""
    lists: str = ""
    """Heads of lists of other articles; with the headlines below them, to the end of the page."""
    leads: str = ""
    """What stands with a colon before the headline of another article, on one line."""
    labels: str = ""
    """Labels above an article that are no headline."""
    sections: str = ""
    """Sections of a site, as its menu names them; only many of them together say anything."""
    comments: str = ""
    """Nouns that readers' comments, shares and views are counted with."""
    author: str = ""
    """Heads of the box about who wrote the article."""
    reading: str = ""
    """What a reading time is given with, beside its number."""
    tags: str = ""
    """What stands with a colon before the topics of the article."""
    rights: str = ""
    """All rights reserved."""
    credit: str = ""
    """What stands with a colon before the name of a photographer or agency."""
    calls: str = ""
    """First words of lines that ask the visitor to do something."""
    offers: str = ""
    """Nouns for what the visitor is asked to take."""
    ours: str = ""
    """First-person words by which a site speaks of itself."""
    by: str = ""
    """What stands before the names of who wrote it; with a colon where it needs one."""
    published: str = ""
    """What stands before the date on which it appeared."""
    updated: str = ""
    """What stands before the date on which it was changed."""
    months: str = ""
    """The months, each with its other forms behind a slash."""
    weekdays: str = ""
    """The days of the week, with the short forms in use."""
    clock: str = ""
    """What stands before or behind the time of day."""


def parts(phrases: str) -> tuple[str, ...]:
    """The phrases of a field."""
    return tuple(phrase for part in phrases.split("|") if (phrase := " ".join(part.split())))
