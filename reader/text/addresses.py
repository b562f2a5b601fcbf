"""Addresses of pages: which of them name the same one."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|wt\.mc_id|cmpid|ocid|ns_\w+"
    r"|at_(?:medium|campaign|custom\d?)|ref_src|smid|partner|ftag|sref|s_cid|icid|xtor)",
    re.IGNORECASE,
)
"""Parameters that say where a visitor came from, never which page it is."""


def without_tracking(query: str) -> str:
    """A query string without the parameters that only count visitors."""
    kept = [part for part in query.split("&") if part]
    return "&".join(part for part in kept if not _TRACKING.fullmatch(part.partition("=")[0]))


def page_of(address: str | None) -> str | None:
    """What all spellings of a page's address have in common; None for what names no one page.

    `https://www.coast.example/ice/?utm_source=x#top` and `http://coast.example/ice` are one page.
    The home page of a site shows another text every day and so names none.
    """
    if not address:
        return None
    try:
        parts = urlsplit(address.strip())
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not host:
        return None
    query = without_tracking(parts.query)
    path = parts.path.rstrip("/")
    if not path and not query:
        return None
    host = host.removeprefix("www.").rstrip(".")
    shown = f"{host}:{port}" if port not in (None, 80, 443) else host
    return f"{shown}{path}" + (f"?{query}" if query else "")
