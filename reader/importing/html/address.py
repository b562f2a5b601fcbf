"""The address under which an article is to be known, and which site it belongs to."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

from reader.text.addresses import without_tracking
from reader.text.safety import clean

# Under these names hand out their second level, so that the site is the third.
_SECOND_LEVEL = frozenset("ac co com edu gob gov govt gv mil ne net nom or org sch".split())
_LONGEST = 2_000


def plain(url: str, base: str | None = None) -> str | None:
    """An http(s) address without fragment and tracking parameters; None if it is none."""
    written = "".join(clean(url).split())
    try:
        parts = urlsplit(urljoin(base, written) if base else written)
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host or len(written) > _LONGEST:
        return None
    netloc = (f"[{host}]" if ":" in host else host) + (f":{port}" if port else "")
    return urlunsplit(
        SplitResult(parts.scheme, netloc, parts.path or "/", without_tracking(parts.query), "")
    )


def canonical(stated: str | None, address: str | None) -> str | None:
    """The address of the article: what the page states if it can be true, else the given one."""
    given = plain(address) if address else None
    named = plain(stated, given) if stated else None
    if named is None:
        return given
    if given is not None and (site(named) != site(given) or _is_home(named) > _is_home(given)):
        return given
    return None if _is_home(named) and given is None else named


def site(url: str) -> str:
    """The registered domain of an address: `bbc.co.uk` of `https://www.bbc.co.uk/news`."""
    host = (urlsplit(url).hostname or "").rstrip(".")
    labels = host.split(".")
    if host.replace(".", "").isdigit() or ":" in host:
        return host
    deep = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVEL
    return ".".join(labels[-3 if deep else -2 :])


def _is_home(url: str) -> bool:
    parts = urlsplit(url)
    return re.fullmatch(r"/(?:index\.\w+)?", parts.path) is not None and not parts.query
