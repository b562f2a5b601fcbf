"""What mail programs put above a letter that somebody sends on: who wrote it, when, to whom."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from email.utils import parseaddr

from reader.importing.stamps import mail_date
from reader.importing.written_dates import read_date
from reader.model import When

_FROM = "from von de da van från fra od lähettäjä expéditeur remitente mittente afzender".split()
# Some programs mark the names of the headers bold, and quote the lines.
_HEADER = re.compile(
    r"(?:>[ ]?)*\*?(?P<name>[^\W\d_][\w ’'-]{0,24}?)\*?[ ]?:\*?[ ]+(?P<value>\S.{0,500})"
)
_LOOKED_AT = 40  # lines; more from the one who sends it on are a letter themselves
_FEWEST = 3  # headers


@dataclass(frozen=True, slots=True)
class Forwarded:
    """The headers of a letter within the text of another one."""

    end: int
    """The index of the first line below them."""
    sender: str
    """As written; empty if it is only an address."""
    sent: When | None


def forwarded(lines: Sequence[str]) -> Forwarded | None:
    """The headers of the letter that is sent on with these lines; None if there are none.

    They are told by their form: three lines in a row, the first with an address says from whom.
    """
    for start, line in enumerate(lines[:_LOOKED_AT]):
        first = _HEADER.fullmatch(line.strip())
        if first is None or first["name"].casefold() not in _FROM or "@" not in line:
            continue
        end = start
        sent: When | None = None
        while end < len(lines) and (header := _HEADER.fullmatch(lines[end].strip())):
            sent = sent or _date(header["value"])
            end += 1
        if end - start >= _FEWEST:
            sender, _ = parseaddr(first["value"].replace("*", ""))
            return Forwarded(end, sender.strip(" \"'"), sent)
    return None


def _date(written: str) -> When | None:
    found = mail_date(written) or read_date(written)
    return found if found and found.exact else None
