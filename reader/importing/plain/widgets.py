"""Lines that players, galleries, forms, pictures and links leave in the middle of articles."""

from __future__ import annotations

import re

from reader.importing.plain.notices import AGENCY

_LONGEST = 500  # characters; the longest of the captions has 480

# How often each stood in 11,000 articles of 40 outlets: what opens a picture 662, a video that is
# on 607, a form for a newsletter 199, a count of pictures 222, the length of a sound twice 50,
# share buttons below one 43. None of them was a sentence of the article.
_WIDGET = re.compile(
    r"(?:enlarge this image|toggle caption)\b.{0,300}"
    r"|just watched\b.{1,200}\breplay\b.{0,40}\bmust watch\b.{0,200}"
    r"|slideshow \(\d{1,3} (?:images?|photos?|pictures?)\)"
    r"|(?:listen to (?:this )?article \d{1,3}:\d\d )?share this article(?: (?:share|tweet|post|pin"
    r"|email|print|copy link))+"
    r"|.{3,300} listen · \d{1,2}:\d\d(?: \d{1,2}:\d\d)?",
    re.IGNORECASE,
)
# The button that closes a video, with its caption and who made it (193).
_CLOSED_VIDEO = re.compile(r"CLOSE (?:[A-Z][a-z’]|[AI] |U\.?S\b).{10,350}[^.\s]")
_FORM = re.compile(
    r"[^\"“”]{0,300}\b(?:newsletter|inbox|sign up)\b[^\"“”]{0,300}\bby signing up,? you "
    r"(?:agree|consent|accept)\b[^\"“”]{0,300}",
    re.IGNORECASE,
)
# `More: Ice on the harbour again` (870): one headline, so no full stop.
_LEAD = re.compile(
    r"(?:more|(?:now |must )?watch(?: now)?|must read) ?: ?\S.{10,190}[^.…\s][\"'”’»)]?", re.I
)
# `Ice on the harbour again Read more`: the headline of another article with its button (491).
_BUTTON = re.compile(r"\S.{8,220}[^.…\s] Read more")
# `Skaters on the ice. REUTERS/Dora Vale`, `Skaters on the ice, 2017. (Dora Vale/Reuters)`,
# `The ice (AP photo: Dora Vale)`, `Skaters on the ice. | AP Photo`
_CREDITED = re.compile(
    r"[.!?”\"»)][ ]*REUTERS/[ ]?[A-Z][^/\d]{2,40}(?:/[ ]?(?i:file photo|files?|pool)){0,2}$"
    r"|[.!?”\"»)][ ]*[A-Z][^.!?]{3,60} via REUTERS(?:/[ ]?(?i:file photo|files?|pool)){0,2}$"
    r"|[^/()]\((?:[A-Z][\w.’'-]{0,20}[ ]){1,3}[A-Z][\w’'-]{1,20}/"
    rf"(?i:{AGENCY})[^()]{{0,30}}\)$"
    rf"|\((?i:(?:{AGENCY})(?:[ ]file)?[ ](?:photo|image|picture)s?)[ ]?:[^()]{{3,40}}\)$"
    r"|[ ]\|[ ]?(?:AP Photo|Getty(?: Images)?|Reuters|AFP)$"
)
_TAIL = 80  # characters that show who took a picture
# All pictures of a gallery with their captions in one line (120).
_GALLERY = re.compile(r"\bHide Caption \d{1,3} of \d{1,3}\b")


def is_widget(line: str) -> bool:
    """Whether a line is such a thing as it reads in a text; its length does not matter."""
    if len(line) > _LONGEST:
        return _GALLERY.search(line) is not None
    return (
        any(form.fullmatch(line) for form in (_WIDGET, _CLOSED_VIDEO, _FORM, _LEAD, _BUTTON))
        or _CREDITED.search(line[-_TAIL:]) is not None
        or _GALLERY.search(line) is not None
    )
