"""One document that a server sent, told by its kind and its first bytes."""

from __future__ import annotations

from reader.importing.found import Refused
from reader.model import Draft

_TEXTS = ("text/plain", "text/markdown", "text/x-markdown")
_PAGES = ("text/html", "application/xhtml+xml")
_SNIFFED = 1_000  # bytes


def document(
    data: bytes, kind: str, source: str, *, charset: str | None = None, address: str | None = None
) -> Draft:
    """The article in it; raises Refused where it is none.

    `kind` is a media type, empty if the server named none.
    """
    start = data[:_SNIFFED].replace(b"\0", b"").lstrip().lower()
    if start.startswith(b"%pdf-") or kind == "application/pdf":
        from reader.importing.books.pdf import pdf

        return pdf(data, source)
    if kind in _PAGES or (
        kind in ("", *_TEXTS) and start.startswith((b"<!doctype html", b"<html"))
    ):
        from reader.importing.html.pages import page

        return page(data, source, charset=charset, address=address)
    if kind in ("", *_TEXTS):
        from reader.importing.decoding import decode
        from reader.importing.drafting import draft

        return draft(decode(data), source)
    raise Refused(f"it is no page but {_shown(kind)}")


def _shown(kind: str) -> str:
    return kind[:60] if kind.isascii() and kind.isprintable() else "of an unknown kind"
