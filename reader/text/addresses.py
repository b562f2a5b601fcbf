"""Addresses of pages: which of them name the same one."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

# What campaign tools append, by their own documents (Google, Meta, Microsoft, Mailchimp, HubSpot,
# Matomo, Yandex, X, TikTok, Marketo, Vero, Omeda, AT Internet), and what news sites add to tell
# where a visitor came from. None of it changes the page.
_TRACKING = re.compile(
    r"utm_\w+|(?:fb|g|d|ms|y|tw|tt)clid|gclsrc|[gw]braid|srsltid|_gl|_ga|mc_[ce]id|igshid?|_hs\w+"
    r"|hsctatracking|(?:mtm|pk|piwik)_(?:campaign|kwd|keyword|source|medium|content|cid)|mkt_tok"
    r"|vero_(?:id|conv)|oly_(?:enc|anon)_id|wickedid|__twitter_impression|xtor|at_\w+|wt[._]mc(?:_id)?"
    r"|i?cid|ncid|s_cid|cmp|cmpid|ocid|smid|partner|ftag|sref|ns_\w+|ref_?src|ref_url",
    re.IGNORECASE,
)

_ESCAPE = re.compile("%([0-9A-Fa-f]{2})")
_UNRESERVED = re.compile(r"[A-Za-z0-9._~-]")


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
    query = _ESCAPE.sub(_unescaped, without_tracking(parts.query))
    path = _ESCAPE.sub(_unescaped, parts.path.rstrip("/"))
    if not path and not query:
        return None
    host = host.removeprefix("www.").rstrip(".")
    shown = f"{host}:{port}" if port not in (None, 80, 443) else host
    return f"{shown}{path}" + (f"?{query}" if query else "")


def _unescaped(match: re.Match[str]) -> str:
    """Letters and digits need no escape (RFC 3986, 6.2.2); the others are written in capitals."""
    char = chr(int(match[1], 16))
    return char if _UNRESERVED.fullmatch(char) else match[0].upper()
