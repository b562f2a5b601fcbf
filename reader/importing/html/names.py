"""Names of authors and of outlets as pages write them, made plain."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import unescape

from reader.text.safety import clean

_BY = re.compile(
    r"(?:(?:words|story|text|posted|written|reported|published|article|review|interview)\s+)?"
    r"(?:by|von|par|por|di|door|af|av|przez)\s*:?\s+|author\s*:\s*",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\s*(?:[,;|/•·\n]|\s[–—-]\s|\s(?:and|und|et|og|och|&)\s|(?<=[a-z]{3})\.\s(?=[A-Z]\w{3}))\s*"
)
_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv|ph\.?\s?d|m\.?d|dds|rn|rd|esq|msc|mph)\.?", re.IGNORECASE)
_ROLE = re.compile(
    r"\b(?:editors?|correspondents?|reporters?|writers?|columnists?|staff|contributors?|contributing"
    r"|journalists?|bureau|desk|team|newsroom|redaktion|redacción|rédaction|redazione|services?"
    r"|producer|photographer|analyst|professor|senior|special to|biography|follow|view all|updated"
    r"|published|media for|admin\w*|editorial|editors?|moderator|webmaster|unknown|anonymous|guest"
    r"|author|user|about|share|comments?|read more|min read)\b",
    re.IGNORECASE,
)
_NOT_A_NAME = re.compile(r"https?:|www\.|[@<>{}\[\]()=_#?!:]|\d|\.(?:com|org|net)\b", re.IGNORECASE)
_AGENCY = re.compile(
    r"(?:the )?associated press|reuters|agence france-presse|afp|bloomberg(?: news)?|dpa|efe|ansa"
    r"|press association|pa media|canadian press|the canadian press|xinhua|tass|upi",
    re.IGNORECASE,
)
_PARTICLES = frozenset(
    "de del della di da do dos das du des la le van von der den zu zur bin ibn al el ter ten y e i"
    " af av".split()
)
_LONGEST, _MOST_WORDS = 60, 5
_MOST_NAMES = 12
_DOMAIN = re.compile(r"(?:https?://)?(?:www\.)?([\w-]+(?:\.[\w-]+)*\.[a-z]{2,})/?", re.I | re.ASCII)
_TAGLINE = re.compile(r"\s*[|•·»]\s*|\s+[–—-]\s+|:\s")
_LONGEST_OUTLET = 60
_LONGEST_LINE = 1_000


def byline(written: Iterable[str], outlets: Sequence[str]) -> str | None:
    """The names of the authors, joined by commas; of agencies only if no others are."""
    names: dict[str, str] = {}
    for line in written:
        for name in _names(one_line(line), outlets):
            names.setdefault(name.casefold(), name)
    people = [name for name in names.values() if not _AGENCY.fullmatch(name)]
    return ", ".join((people or list(names.values()))[:_MOST_NAMES]) or None


def outlet_name(written: str, host: str) -> str | None:
    """The name of an outlet without its motto; a domain only if it is the page's own.

    A site that calls itself by its domain has that name; nothing else that is one is a name.
    """
    name = one_line(written)
    if domain := _DOMAIN.fullmatch(name):
        return _own(domain[1], host)
    name = _TAGLINE.split(name)[0].strip()
    if not 2 <= len(name) <= _LONGEST_OUTLET or name.startswith("@") or not re.search(r"\w", name):
        return None
    return None if _is_label(name, host) else name


def site_in_title(title: str, host: str) -> str | None:
    """The name of the site after the title of a document, if it is that of the host."""
    *before, last = re.split(r"\s+[|–—·»:-]+\s+|\s*\|\s*", one_line(title))
    if not before or not last:
        return None
    if domain := _DOMAIN.fullmatch(last):
        return _own(domain[1], host)
    label, first = _squashed(last), _squashed(last.split()[0])
    known = "".join(re.findall(r"[^\W_]", host.casefold()))
    return (
        last
        if (len(label) > 3 and label in known)
        or (len(last.split()) <= 3 and len(first) > 5 and first in known)
        else None
    )


def alike(one: str, other: str) -> bool:
    """Whether two names may be of one outlet: `CTVNews` and `CTV News`, `WSJ` and its long form."""
    short, long = sorted((_squashed(one), _squashed(other)), key=len)
    if not short:
        return False
    return short in long or short in (_initials(one), _initials(other))


def one_line(text: str) -> str:
    """One line without markup, entities and control characters, shortened."""
    plain = re.sub(r"<[^<>]{0,200}>", " ", unescape(unescape(text[:_LONGEST_LINE])))
    return " ".join(clean(plain).split())


def _names(line: str, outlets: Sequence[str]) -> Iterator[str]:
    line = _BY.sub("", line, count=1) if _BY.match(line) else line
    for part in _BETWEEN.split(line):
        name = _BY.sub("", part.strip(" .,"), count=1) if _BY.match(part) else part.strip(" ,")
        if _AGENCY.fullmatch(name) or _is_name(name, outlets):
            yield name


def _is_name(name: str, outlets: Sequence[str]) -> bool:
    if not 2 < len(name) <= _LONGEST or len(name.split()) > _MOST_WORDS or _SUFFIX.fullmatch(name):
        return False
    if _NOT_A_NAME.search(name) or _ROLE.search(name) or not name[0].isalpha():
        return False
    # Names begin with capitals where the script has them; handles and slugs do not.
    if any(word.islower() and word not in _PARTICLES for word in name.split()):
        return False
    # One word in capitals is the sign of a department or an agency.
    if len(name.split()) == 1 and name.isupper():
        return False
    return not any(_names_outlet(name, outlet) for outlet in outlets if outlet)


def _names_outlet(name: str, outlet: str) -> bool:
    one, other = _squashed(name), _squashed(outlet)
    return bool(one and other) and (one.startswith(other) or other.startswith(one))


def _own(domain: str, host: str) -> str | None:
    return domain if host.casefold().endswith(domain.casefold()) else None


def _is_label(name: str, host: str) -> bool:
    """Whether a name is only a part of the address: `nj` of `www.nj.com`."""
    return name.islower() and name in host.casefold().split(".")


def _squashed(name: str) -> str:
    bare = re.sub(r"^the\s+|\.(?:com|org|net|co\.uk|ca|de)$", "", name.casefold())
    return "".join(re.findall(r"[^\W_]", bare))


def _initials(name: str) -> str:
    words = [word for word in name.split() if word.casefold() != "the"]
    return "".join(word[0] for word in words).casefold() if len(words) > 1 else ""
