"""A page saved with all its parts in one file (MHTML, RFC 2557) turned into a draft."""

from __future__ import annotations

from email import policy
from email.message import Message
from email.parser import BytesParser

from reader.importing.found import LARGEST, Refused, too_large
from reader.importing.html.address import plain
from reader.importing.html.pages import page
from reader.model import Draft

_MOST_PARTS = 10_000


def mhtml(data: bytes, source: str) -> Draft:
    """The article of the saved page; raises Refused with the reason if there is none.

    Its other parts, scripts and images among them, are passed over. The date of the file is that
    of saving, and is not taken.
    """
    if len(data) > LARGEST:
        raise Refused(too_large(len(data)))
    if data.count(b"\n--") > 2 * _MOST_PARTS:
        raise Refused("it has too many parts")
    try:
        saved: Message = BytesParser(policy=policy.compat32).parsebytes(data.lstrip())
        root = _root(saved)
    except (RecursionError, ValueError, LookupError) as error:
        raise Refused("its parts cannot be told apart") from error
    if root is None:
        raise Refused("there is no web page in it")
    body = root.get_payload(decode=True)
    if not isinstance(body, bytes):
        raise Refused("there is no web page in it")
    return page(body, source, charset=_charset(root), address=_address(saved, root))


def _root(saved: Message) -> Message | None:
    """The page among the parts: the one that is named as the start, else the first."""
    pages = [part for part in saved.walk() if _is_page(part)]
    start = _said(saved.get_param("start"))
    named = (part for part in pages if start and _said(part.get("Content-ID")) == start)
    return next(named, pages[0] if pages else None)


def _is_page(part: Message) -> bool:
    return part.get_content_type() in ("text/html", "application/xhtml+xml")


def _charset(root: Message) -> str | None:
    try:
        return root.get_content_charset()
    except (LookupError, ValueError, UnicodeError):
        return None


def _address(saved: Message, root: Message) -> str | None:
    for part, name in (
        (saved, "Snapshot-Content-Location"),
        (root, "Content-Location"),
        (saved, "Content-Location"),
    ):
        if address := plain(_said(part.get(name))):
            return address
    return None


def _said(value: object) -> str:
    return str(value).strip() if value else ""
