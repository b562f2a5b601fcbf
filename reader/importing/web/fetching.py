"""Web pages and feeds fetched: politely, within limits, and never from the local network.

An address on the local network is asked only where a person typed that very origin. Names are
looked up once, every address is checked, and the connection goes to a checked one, so that a
name cannot mean another host a moment later; redirects are followed by the same rules.
"""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from http import HTTPStatus
from http.client import HTTPException
from types import TracebackType
from typing import TYPE_CHECKING, Self

from reader import __version__
from reader.importing.extras import needed
from reader.importing.found import LARGEST, Refused
from reader.importing.web.addresses import Place, is_public, place
from reader.importing.web.answering import (
    PERMANENT,
    REDIRECTS,
    Said,
    answer,
    body,
    redirected,
    refusal,
)
from reader.importing.web.fetched import Answer, NotFetched, Wanted
from reader.importing.web.turns import each, patiently

if TYPE_CHECKING:
    from urllib3.connection import HTTPConnection
    from urllib3.response import BaseHTTPResponse

    from reader.importing.web.connecting import Line

__all__ = ["Answer", "Fetcher", "NotFetched", "Wanted", "each", "patiently"]

MOST_REDIRECTS = 8
"""Browsers follow 20; what needs more than a few is a circle or a trap."""

MOST_SILENCES = 3
"""A hundred articles of a host that is down would take half an hour."""
_HEADERS = {
    "User-Agent": f"framing-reader/{__version__}",
    "Accept": "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml,"
    " application/feed+json, application/xml;q=0.9, */*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
    "Connection": "close",
}


def _now() -> datetime:
    return datetime.now(UTC)


class Fetcher:
    """Fetches addresses, from any thread; a host has one connection at a time."""

    def __init__(
        self,
        *,
        timeout: float = 20.0,
        largest: int = LARGEST,
        clock: Callable[[], datetime] = _now,
        authorities: str | None = None,
    ) -> None:
        """`timeout` is for a whole answer; `authorities` a PEM file in place of certifi's.

        Raises Refused where the extra is not installed.
        """
        try:
            from reader.importing.web import connecting
        except ImportError as error:
            raise needed("web", "web addresses") from error
        self._network = connecting
        self._timeout = timeout
        self._largest = largest
        self._clock = clock
        self._authorities = authorities
        self._context: ssl.SSLContext | None = None
        self._lock = threading.Lock()
        self._turns: dict[str, threading.Lock] = {}
        self._lines: set[Line] = set()
        self._public: set[str] = set()
        self._waits: dict[str, datetime] = {}
        self._silent: dict[str, int] = {}
        """How often in a row an origin has not answered."""
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End all that is under way, from any thread; from now on nothing is fetched."""
        with self._lock:
            self._closed = True
            lines = list(self._lines)
        for line in lines:
            line.cut()

    def line(self) -> Line:
        """For `get`: by its `cut` another thread ends one request."""
        return self._network.Line(self._timeout)

    def get(self, wanted: Wanted, line: Line | None = None) -> Answer:
        """The answer to one address; raises NotFetched."""
        line = line or self.line()
        with self._lock:
            if self._closed:
                line.stopped = True
            self._lines.add(line)
        try:
            return self._follow(wanted, line)
        except NotFetched:
            raise
        except Refused as refused:
            raise NotFetched(str(refused)) from refused
        finally:
            with self._lock:
                self._lines.discard(line)

    def _follow(self, wanted: Wanted, line: Line) -> Answer:
        """Go from address to address; each is checked as the first one was."""
        here = place(wanted.address)
        moved: str | None = None
        permanent = True
        seen = {(here.origin, here.target)}
        while True:
            try:
                said = self._ask(here, wanted, line)
                if said.status not in REDIRECTS:
                    return answer(said, replace(here, fragment="").address, moved, wanted)
                here = redirected(here, said)
            except NotFetched as failed:
                if len(seen) == 1:
                    raise
                reason = f"it redirects to {here.host}: {failed}"
                raise NotFetched(
                    reason, retry_at=failed.retry_at, gone=failed.gone, passing=failed.passing
                ) from failed
            permanent = permanent and said.status in PERMANENT
            moved = here.address if permanent else moved
            if (here.origin, here.target) in seen:
                raise NotFetched("its redirects lead in a circle")
            if len(seen) > MOST_REDIRECTS:
                raise NotFetched(f"it redirects more than {MOST_REDIRECTS} times")
            seen.add((here.origin, here.target))

    def _ask(self, here: Place, wanted: Wanted, line: Line) -> Said:
        """One request to one host, when it is its turn."""
        from urllib3.exceptions import HTTPError

        with self._turn(here.host), line.running():
            self._may_ask(here.origin)
            connection: HTTPConnection | None = None
            begun = False
            try:
                addresses = self._network.looked_up(here, line)
                self._check(here, addresses, wanted.trusted)
                connection = self._network.reached(here, addresses, line, self._secure())
                connection.request(
                    "GET",
                    here.target,
                    headers=_headers(here, wanted),
                    preload_content=False,
                    decode_content=False,
                )
                response = connection.getresponse()
                begun = not line.late
                if begun:
                    self._silent.pop(here.origin, None)
                said = self._said(here, response, wanted)
            except (NotFetched, HTTPError, HTTPException, OSError) as error:
                if not begun and getattr(error, "passing", True):
                    self._silent[here.origin] = self._silent.get(here.origin, 0) + 1
                self._in_time(line, begun, error)
                if isinstance(error, NotFetched):
                    raise
                raise NotFetched(self._network.reason(error, here), passing=True) from error
            finally:
                if connection is not None:
                    connection.close()
            # The end of a line that was cut looks like the end of a body without a length.
            self._in_time(line, begun, None)
            return said

    def _said(self, here: Place, response: BaseHTTPResponse, wanted: Wanted) -> Said:
        status, headers = response.status, response.headers
        if status in REDIRECTS:
            return Said(status, headers)
        if status == HTTPStatus.OK:
            return Said(status, headers, body(response, self._largest))
        if status == HTTPStatus.NOT_MODIFIED and (wanted.etag or wanted.modified):
            return Said(status, headers)
        refused = refusal(status, headers, self._clock())
        if refused.retry_at is not None:
            with self._lock:
                self._waits[here.origin] = refused.retry_at
        raise refused

    def _check(self, here: Place, addresses: list[str], trusted: str) -> None:
        """Refuse a host of the local network, unless the person typed its origin."""
        with self._lock:
            if all(map(is_public, addresses)):
                self._public.add(here.origin)
                return
            # A host that was on the internet a moment ago has been given a local address by
            # whoever owns its name, for reasons of their own.
            if here.origin == trusted and here.origin not in self._public:
                return
        raise NotFetched(f"{here.host} is on this computer or the local network")

    def _may_ask(self, origin: str) -> None:
        with self._lock:
            until = self._waits.get(origin)
            silent = self._silent.get(origin, 0)
        if silent >= MOST_SILENCES:
            reason = f"{origin} did not answer {MOST_SILENCES} times in a row and is left alone now"
            raise NotFetched(reason, passing=True)
        if until is not None and until > self._clock():
            reason = "its server asked not to be asked again yet"
            raise NotFetched(reason, retry_at=until, passing=True)

    def _in_time(self, line: Line, begun: bool, error: BaseException | None) -> None:
        if line.stopped:
            raise NotFetched("the fetching was stopped", passing=True) from error
        if line.late:
            what = "its answer had not ended after" if begun else "no answer in"
            raise NotFetched(f"{what} {self._timeout:g} s", passing=True) from error

    @contextmanager
    def _turn(self, host: str) -> Iterator[None]:
        """Wait until no other connection to the host is open; none waits while it has a turn."""
        with self._lock:
            turn = self._turns.setdefault(host, threading.Lock())
        with turn:
            yield

    def _secure(self) -> ssl.SSLContext:
        """Read once: the authorities are a hundred and more."""
        with self._lock:
            if self._context is None:
                self._context = self._network.secure_context(self._authorities)
            return self._context


def _headers(here: Place, wanted: Wanted) -> dict[str, str]:
    headers = {"Host": here.authority, **_HEADERS}
    if wanted.etag:
        headers["If-None-Match"] = wanted.etag
    if wanted.modified:
        headers["If-Modified-Since"] = wanted.modified
    return headers
