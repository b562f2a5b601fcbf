"""Letters: newsletters, mailing lists and what people forward."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from email import message_from_bytes
from email.message import Message
from email.policy import compat32
from email.utils import parseaddr
from html import unescape

from reader.importing.found import Refused
from reader.importing.mail.forwarded import Forwarded, forwarded
from reader.importing.mail.furniture import furniture, is_view_link
from reader.importing.mail.parts import Readable, as_written, decoded, header, inner, readable
from reader.importing.plain.cleaning import Cleaned
from reader.importing.plain.cutting import cleaned_without
from reader.importing.stamps import mail_date
from reader.model import Draft
from reader.text.addresses import page_of
from reader.text.language import language
from reader.text.safety import clean

_FORWARDED = re.compile(r"(?:(?:fwd?|wg|tr|rv|i|enc|doorst|vs|vb)[ ]?:[ ]*)+", re.IGNORECASE)
_JUNK_NAME = re.compile(r"[0-9a-f]{12,}|@|://|^\W*$", re.IGNORECASE)
_LINK = re.compile(
    r"<a\b[^>]{0,1000}?\bhref\s*=\s*[\"']?(?P<address>https?://[^\"'\s>]{1,2000})"
    r"[^>]{0,1000}>(?P<words>.{0,400}?)</a>",
    re.IGNORECASE | re.DOTALL,
)
_ADDRESS = re.compile(r"https?://[^\s<>\[\]()\"']+")
# Links that lead to a page only through a counter name the reader of the letter, not the page.
_COUNTED = re.compile(
    r"//[^/]*\b(?:click|clicks|track|tracking|links?|email|mail|news|trk|go|t|e|u\d+|lists?-manage"
    r"|list-manage\d*|mandrillapp|sendgrid|mailgun|awstrack|hubspot\w*|createsend\d*)\b[^/]*/"
    r"|/(?:redirect|click|track|ls/click|wf/click|c|r|l|e)/|[?&]\w+=(?:https?:|https?%|aHR0c)",
    re.IGNORECASE,
)
_LONGEST_ADDRESS = 300
_LONGEST_WORD = 60  # characters; longer ones in an address are codes
_DEEPEST = 5  # letters within letters
_COVER_NOTE = 40  # words; who attaches a letter says hardly more


def letter(data: bytes, source: str) -> Draft:
    """The draft of one letter; raises Refused if it is encrypted or has no text."""
    try:
        message = message_from_bytes(data, policy=compat32)
        return _draft(message, source, 0)
    except RecursionError as error:
        raise Refused("its parts are nested too deep") from error


def name_of(data: bytes) -> str | None:
    """The Message-ID in the head of a letter, without its brackets."""
    head = re.split(rb"\r?\n\r?\n", data[:100_000], maxsplit=1)[0]
    message = message_from_bytes(head + b"\n\n", policy=compat32)
    return (header(message, "Message-ID") or "").strip("<> ")[:200] or None


def _draft(message: Message, source: str, depth: int) -> Draft:
    found = readable(message)
    if found is None or len(found.text.split()) <= _COVER_NOTE:
        attached = inner(message) if depth < _DEEPEST else None
        try:
            if attached is not None:
                return _draft(attached, source, depth + 1)
        except Refused:
            if found is None:
                raise
    if found is None:
        raise Refused("it has no text")
    return _read(message, found, source)


def _read(message: Message, found: Readable, source: str) -> Draft:
    subject = _unlisted(header(message, "Subject"), header(message, "List-Id"))
    sent_on = bool(subject and _FORWARDED.match(subject))
    title = _FORWARDED.sub("", subject, count=1) if subject and sent_on else subject
    lines = clean(found.text).split("\n")
    within = forwarded(lines) if sent_on else None
    article = _cleaned(lines, within, title)
    if not article.text.strip():
        raise Refused("it has no text")
    return Draft(
        text=article.text,
        source=source,
        title=title or article.title,
        # Who forwards a letter has not published it.
        outlet=_named(within.sender if within else "") if sent_on else _outlet(message),
        byline=article.byline,
        published=(within and within.sent)
        or (None if sent_on else mail_date(as_written(message, "Date")))
        or article.published,
        url=_url(message, found, title),
        language=language(article.text),
        removed=article.removed,
    )


def _unlisted(subject: str | None, listed: str | None) -> str | None:
    """A subject without the name of its list in brackets before it."""
    tag = re.match(r"\[([^\[\]]{2,40})\]\s*", subject or "")
    if (
        subject
        and tag
        and listed
        and re.sub(r"\W", "", tag[1].casefold()) in re.sub(r"\W", "", listed.casefold())
    ):
        return subject[tag.end() :] or subject
    return subject


def _cleaned(lines: Sequence[str], within: Forwarded | None, title: str | None) -> Cleaned:
    start = within.end if within else 0
    cut = {start + index for index in furniture(lines[start:])}
    return cleaned_without(lines, cut | {*range(start)}, title=title)


def _outlet(message: Message) -> str | None:
    """The name of the list, or of the sender."""
    listed = header(message, "List-Id") or ""
    name = listed.partition("<")[0].strip(' "')
    if name and not _JUNK_NAME.search(name):
        return name
    sender, _ = parseaddr(as_written(message, "From"))
    return _named(decoded(sender).strip(" \"'"))


def _named(sender: str) -> str | None:
    _, via, after = sender.rpartition(" via ")
    name = after if via else sender
    return name if name and not _JUNK_NAME.search(name) else None


def _url(message: Message, found: Readable, title: str | None) -> str | None:
    """The address at which the letter itself can be read; a list's archive names no letter."""
    for name in ("Archived-At", "List-Post"):  # of lists it is an address of mail, not of a page
        if archived := _ADDRESS.search(header(message, name) or ""):
            return _plain(archived[0])
    for address, words in _links(found):
        if is_view_link(words) or (title and words.casefold() == title.casefold()):
            plain = _plain(address)
            if plain:
                return plain
    return None


def _links(found: Readable) -> Iterator[tuple[str, str]]:
    """The addresses in a letter, each with the words on it or before it."""
    for line in found.plain.split("\n"):
        if address := _ADDRESS.search(line):
            yield address[0], line[: address.start()]
    for match in _LINK.finditer(found.page):
        words = re.sub(r"<[^>]{0,1000}>", " ", match["words"])
        yield match["address"], " ".join(clean(words).split())


def _plain(address: str) -> str | None:
    """An address without what counts its readers; None if nothing else would be left."""
    address = unescape(clean(address)).rstrip(".,;:!")
    page, _, query = address.partition("?")
    if len(address) > _LONGEST_ADDRESS or _COUNTED.search(address) or page_of(page) is None:
        return None
    if any(len(word) > _LONGEST_WORD for word in re.split(r"[/&=?]", address)):
        return None
    kept = "&".join(
        part
        for part in query.partition("#")[0].split("&")
        if part
        and not re.match(
            r"(?:utm_\w+|mc_\w+|e|r|s|token|email|ref|source|redirect|isFreemail)=", part
        )
    )
    return f"{page}?{kept}" if kept else page
