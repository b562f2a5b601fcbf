"""Whole lines that address the visitor of a page, or label something on it, by their form."""

from __future__ import annotations

import re

from reader.importing.plain.phrases import (
    ACTIONS,
    CALLS,
    COMMENTS,
    CREDIT,
    LEADS,
    OFFERS,
    OURS,
    READING,
    RIGHTS,
    SERVICES,
    TAGS,
    folded,
)

AGENCY = (
    r"getty|reuters|\bap\b|\bafp\b|associated press|shutterstock|unsplash|i?stock|pexels|pixabay"
    r"|wikimedia|flickr|\bepa\b|bloomberg|alamy|adobe|\bdpa\b|imago|\befe\b|\bansa\b|\btt\b|\banp\b"
    r"|ritzau|\bntb\b|\bpap\b|lehtikuva|europa press|lusa|picture alliance"
)
"""A pattern, in lower case, for the agencies that pictures come from."""
_CREDIT = re.compile(
    r"\(?(?:(?:featured|cover|header|lead|main)[ ])?"
    r"(?:image|photo|picture)s?[ ]credits?\b[^.?!]{0,80}\)?"
    r"|(?:featured|cover|header|lead)[ ](?:image|photo|picture)[ ]?"
    r"(?::|by|via|from|courtesy)[^.?!]{0,80}"
    r"|\(?(?:image|photo|picture|photograph|illustration)s?[ ]?(?:by|courtesy|via|:|©)"
    rf"[^?!]{{0,80}}(?:{AGENCY})[^.?!]{{0,40}}\)?"
    rf"|\(?[\w .'’-]{{2,40}}/[ ]?(?:{AGENCY})[^.?!]{{0,30}}\)?"
    r"|image[ ]copyright\b[^.?!]{0,60}",
    re.IGNORECASE,
)
_BY_NAME = re.compile(r"\(?(?:Photo|Image|Picture|Illustration)s? by(?: [A-Z][\w.'’-]+){1,4}\)?")
_CREDIT_END = re.compile(
    r"(?:[.!?”\"»)][ ]*|[ ]|[ ]?[(\[|–—][ ]*)"
    r"(?P<credit>[^\W\d_]{3,}(?:[ ][^\W\d_]{3,})?[ ]?[:©][^:©]+?)[)\]]?$"
)
# `Skaters on the ice. © Dora Vale / AFP`, `Łyżwiarze na lodzie. Fot. Dora Vale / PAP`
_UNLABELLED_END = re.compile(
    r"[.!?”\"»)][ ]*(?:©|(?P<label>[^\W\d_]{3,})\.)[ ]?(?P<who>[^\d:©.!?]{3,60})[)\]]?$"
)
_AGENCIES = re.compile(AGENCY, re.I)
_MOST_CREDITED = 6  # words: two names and an agency

# None of these has quotation marks.
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
    r"follow[ ](?:us|me|@\w+|him|her)[ ]on[ ](?:twitter|facebook|instagram|x|linkedin|youtube"
    r"|telegram|whatsapp|tiktok|google[ ]news|bluesky|mastodon|threads)\b.{0,60}"
    r"|like[ ]us[ ]on[ ]facebook.{0,60}"
    r"|click[ ]here[ ](?:to|for)[ ].{2,100}"
    r"|click[ ]to[ ](?:share|email|print)\b.{0,60}"
    r"|download[ ](?:our|the)[ ].{0,40}\bapp\b.{0,60}"
    r"|(?:©|\(c\)[ ]\d{4}|copyright[ ](?:©|\(c\)|\d{4})).{0,300}"
    r"|this[ ](?:article|story|post)[ ]is[ ]more[ ]than[ ].{1,20}[ ]old"
    r"|please[ ]enable[ ]javascript\b.{0,80}"
    r"|share[ ](?:this[ ])?(?:article[ ])?on[ ]\w+(?:[ ]\(opens.{0,30})?"
    r"|more[ ]from[ ][^.?!]{2,60}",
    re.IGNORECASE,
)
_PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)|\[!\[[^\]]*\]\([^)]*\)\]\([^)]*\)")
_COUNT = re.compile(r"\d[\d.,]{0,7}[kKM]?[ ](?P<noun>.{3,24})")
_COUNTED = re.compile(r"(?P<noun>[^\d(:]{3,24}?)[ ]?(?:\(\d{1,6}\)|:?[ ]\d{1,6})")
_COOKIES = ("cookie", "evästei", "informasjonskapsler", "ciasteczk")
_USED_HERE = re.compile(
    r"(?:\bwe|\bour|this (?:web)?site|\bwir|unsere?|(?:diese|unsere) (?:web)?(?:seite|site)|\bnous"
    r"|\bnos|ce site|\bnosotros|este (?:sitio|site)|esta (?:web|página)|\bnoi|questo sito|\bnós"
    r"|\bwij|\bonze|deze (?:web)?site|\bvi|denna (?:webbplats|sajt)"
    r"|den här (?:webbplatsen|sidan)"
    r"|denne (?:hjemmeside|side|nettsiden)|dette (?:nettstedet|websted)|\bmy|\bnasz\w*|ta strona"
    r"|ten serwis|tämä (?:sivusto|verkkosivusto))\b.{0,80}?"
    r"\b(?:uses?|using|verwende[nt]?|nutz(?:en|t)|setz(?:en|t)|utilis(?:ons|e|ent)|utiliza\w*|usa\w*"
    r"|usiamo|utilizz\w+|gebruik(?:en|t)|använder|bruger|bruker|anvender|benytter|używa\w*|korzysta\w*"
    r"|wykorzystuj\w+|stosuj\w+|käyt(?:ämme|tää))\b"
    r"|^(?:utilizamos|usamos|usiamo|utilizziamo|używamy|korzystamy|stosujemy|käytämme)\b",
    re.IGNORECASE,
)
_INBOX = re.compile(
    r"\b(?:in your inbox|to your inbox|in (?:ihr|dein|ihrem|deinem) (?:e-?mail-)?postfach"
    r"|dans votre (?:bo[iî]te|messagerie)|en (?:tu|su) (?:bandeja|correo|buzón)"
    r"|nella (?:tua|vostra) (?:casella|posta)|n[ao] (?:sua|seu|teu|tua) (?:caixa|e-?mail)"
    r"|in (?:je|uw|jouw) (?:mailbox|inbox|mail)|i din (?:inkorg|inbox|indbakke|innboks|mejl|mail)"
    r"|na twoją skrzynkę|na swoją skrzynkę|prosto na (?:twoją )?skrzynkę|suoraan sähköpostiisi)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“”„«»]")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_ENDS = re.compile(r"[.…。][\"'”’»)\]*_]*$")
_LONGEST_OFFER = 40  # words
_LONGEST_READING = 8  # words
_LONGEST_LABEL = 60  # characters
_LONGEST_TAGS = 200  # characters
_LONGEST_CREDIT = 80  # characters
_BOXES = tuple(
    "inbox postfach boîte boite messagerie bandeja correo buzón casella posta caixa mail inkorg "
    "indbakke innboks mejl skrzynkę sähköpostiisi".split()
)
_ADDRESS = CALLS | OURS
_SERVICES = tuple(SERVICES)  # some languages inflect them: `Instagramissa`
_LONGEST_LED = 27  # words, as headlines


def is_notice(line: str) -> bool:
    """Whether a line is one that no article has, wherever it stands."""
    head, colon, _ = line[:_LONGEST_LABEL].partition(":")
    return (
        any(form.fullmatch(line) for form in (_CREDIT, _BY_NAME, _NOTICE, _PICTURE))
        or bool(colon and _leads_elsewhere(head, line))
        or bool((colon or "©" in head) and _is_credit(line))
        or _is_caption(line)
        or _offers(line, own=True)
    )


def is_notice_around(line: str) -> bool:
    """Whether a line is furniture when it stands above or below all paragraphs."""
    low = line.casefold()
    head, colon, rest = line[:_LONGEST_LABEL].partition(":")
    return (
        bool(_AROUND_NOTICE.fullmatch(line))
        or bool(colon and rest and len(line) <= _LONGEST_TAGS and folded(head) in TAGS)
        or is_count(line)
        or _is_button(low)
        or _is_reading_time(low)
        or (len(low) <= _LONGEST_TAGS and any(words in low for words in RIGHTS))
        or _is_cookie_notice(low)
        or _reaches_an_inbox(low)
        or _offers(line, own=False)
    )


def _is_button(low: str) -> bool:
    """Whether a line is one share button in words (`Partager sur Facebook`)."""
    if len(low) > _LONGEST_LABEL:
        return False
    words = low.split()
    return 2 <= len(words) <= 3 and words[0] in ACTIONS and words[-1].startswith(_SERVICES)


def is_count(line: str) -> bool:
    """Whether a line counts comments, shares, or views (`12 Kommentare`, `Comments (3)`)."""
    if len(line) > _LONGEST_LABEL:
        return False
    match = _COUNT.fullmatch(line) or _COUNTED.fullmatch(line)
    return match is not None and folded(match["noun"]) in COMMENTS


def _is_credit(line: str) -> bool:
    """Whether a line names who took a picture (`Foto: Dora Vale/dpa`)."""
    label, _, who = line.strip("()[]").replace("©", ":", 1).partition(":")
    if folded(label) not in CREDIT or len(who) > _LONGEST_CREDIT:
        return False
    words = who.strip(" :©").replace("/", " ").split()
    names = all(word[0].isupper() or not word[0].isalpha() or len(word) < 4 for word in words)
    return 1 <= len(words) <= _MOST_CREDITED and (names or bool(_AGENCIES.search(who)))


def _is_caption(line: str) -> bool:
    """Whether a line ends with who took the picture (`Skaters on the ice. Foto: Dora Vale/dpa`)."""
    end = line[-_LONGEST_CREDIT:]
    match = _CREDIT_END.search(end) if ":" in end or "©" in end else None
    if match is not None:
        return _is_credit(match["credit"])
    bare = _UNLABELLED_END.search(end)
    if bare is None or (bare["label"] and not _AGENCIES.search(bare["who"])):
        return False
    return _is_credit(f"{bare['label'] or 'photo'}: {bare['who']}")


def _leads_elsewhere(head: str, line: str) -> bool:
    """Whether a line sends the visitor to one other article (`Lire aussi : ...`)."""
    if folded(head) not in LEADS:
        return False
    title = line.partition(":")[2].strip()
    return 0 < len(title.split()) <= _LONGEST_LED and not _ENDS.search(line)


def _offers(line: str, *, own: bool) -> bool:
    """Whether a line asks the visitor to take what the site has to offer."""
    first = _WORD.search(line[:40])
    if first is None or first[0].casefold() not in _ADDRESS:
        return False
    words = [word.casefold().replace("’", "'") for word in _WORD.findall(line)]
    if len(words) > _LONGEST_OFFER or _QUOTED.search(line):
        return False
    offered = any(word in OFFERS or word.startswith(_SERVICES) for word in words)
    return offered and (any(word in OURS for word in words) or (not own and _is_letter(words)))


def _is_letter(words: list[str]) -> bool:
    return any(word.startswith(("newsletter", "nieuwsbrie", "nyhetsbrev")) for word in words)


def _is_cookie_notice(low: str) -> bool:
    return (
        any(word in low for word in _COOKIES)
        and bool(_USED_HERE.search(low))
        and not _QUOTED.search(low)
    )


def _reaches_an_inbox(low: str) -> bool:
    return (
        len(low) <= _LONGEST_TAGS
        and any(word in low for word in _BOXES)
        and bool(_INBOX.search(low))
        and not _QUOTED.search(low)
    )


def _is_reading_time(low: str) -> bool:
    return (
        len(low) <= _LONGEST_LABEL
        and any(char.isdigit() for char in low)
        and any(words in low for words in READING)
        and len(low.split()) <= _LONGEST_READING
    )
