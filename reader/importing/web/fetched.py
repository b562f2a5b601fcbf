"""What is asked of the web and what comes back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from reader.importing.found import Refused


@dataclass(frozen=True, slots=True)
class Wanted:
    """A page or feed to fetch."""

    address: str
    trusted: str = ""
    """Origin that the person typed: it alone may be on the local network."""
    etag: str | None = None
    """As the last answer gave it, for asking whether anything is new."""
    modified: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server sent, whole and unpacked."""

    address: str
    """Where it was in the end, after all redirects."""
    status: int
    """200, or 304 for nothing new; then `data` is empty."""
    data: bytes
    kind: str
    """Such as `text/html`; empty where the server does not say."""
    charset: str | None
    etag: str | None
    modified: str | None
    moved: str | None
    """The new address for good; None without a permanent redirect."""


class NotFetched(Refused):
    """Why an address could not be fetched, as a clause, and whether to come again."""

    def __init__(
        self,
        reason: str,
        *,
        retry_at: datetime | None = None,
        gone: bool = False,
        passing: bool = False,
    ) -> None:
        super().__init__(reason)
        self.retry_at = retry_at
        """When the server wants to be asked again (aware, UTC)."""
        self.gone = gone
        """Whether the server says that it will never come back."""
        self.passing = passing
        """Whether it may well succeed another time: a fault of the network or of the server."""
