"""Connections to hosts that were looked up once and checked, and that can be cut at any moment.

Imports urllib3: whoever needs it imports this module late.
"""

from __future__ import annotations

import math
import queue
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import (
    BadStatusLine,
    HTTPException,
    IncompleteRead,
    LineTooLong,
    RemoteDisconnected,
)

import certifi
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError, InvalidHeader

from reader.importing.web.addresses import Place
from reader.importing.web.fetched import NotFetched


class Line:
    """The network as one request uses it: it ends after so many seconds, or when it is cut.

    Time limits of sockets count from byte to byte; this one counts the whole answer.
    """

    def __init__(self, seconds: float) -> None:
        self.left = seconds
        """Seconds that remain, as of the last time that the clock stood still."""
        self.stopped = False
        """Whether somebody cut it."""
        self._end = math.inf
        self._lock = threading.Lock()
        self._socket: socket.socket | None = None
        self._second: socket.socket | None = None

    @contextmanager
    def running(self) -> Iterator[None]:
        """Let the clock run; the connection is closed at the end."""
        self._end = time.monotonic() + self.left
        timer = threading.Timer(max(self.left, 0), self._hang_up)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            self.left = self.remaining
            self._let_go()

    @property
    def late(self) -> bool:
        """Whether the time is over, while the clock runs."""
        return time.monotonic() >= self._end

    @property
    def remaining(self) -> float:
        """Seconds until the end, while the clock runs; never zero, which would mean no limit."""
        return max(self._end - time.monotonic(), 0.001)

    def hold(self, sock: socket.socket) -> None:
        """Take the connection over, with a second handle, which another thread can cut safely."""
        second = socket.socket(sock.family, sock.type, sock.proto, fileno=socket.dup(sock.fileno()))
        with self._lock:
            self._socket, self._second = sock, second
        if self.late or self.stopped:
            self._hang_up()

    def cut(self) -> None:
        """End it now; whoever reads from it sees the end of the connection."""
        self.stopped = True
        self._hang_up()

    def _hang_up(self) -> None:
        with self._lock, suppress(OSError):
            if self._second is not None:
                self._second.shutdown(socket.SHUT_RDWR)

    def _let_go(self) -> None:
        with self._lock:
            if self._second is not None:
                self._second.close()
            if self._socket is not None and self._socket.fileno() != -1:
                # Closing would wait for readers that an error has left behind.
                socket.close(self._socket.detach())
            self._socket = self._second = None


def secure_context(authorities: str | None) -> ssl.SSLContext:
    """Certificates are verified against a PEM file of authorities, by default certifi's."""
    return ssl.create_default_context(cafile=authorities or certifi.where())


def looked_up(place: Place, line: Line) -> list[str]:
    """The IP addresses of a host, each once; raises NotFetched."""
    found: queue.SimpleQueue[list[str] | OSError] = queue.SimpleQueue()

    def look() -> None:
        try:
            answers = socket.getaddrinfo(place.host, place.port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            found.put(error if isinstance(error, OSError) else OSError(str(error)))
        else:
            found.put(list(dict.fromkeys(str(answer[4][0]) for answer in answers)))

    # A look-up cannot be called off, so that it has a thread that nobody waits for.
    threading.Thread(target=look, daemon=True, name="look-up").start()
    try:
        answer = found.get(timeout=line.remaining)
    except queue.Empty as error:
        raise NotFetched(f"the name {place.host} cannot be looked up now", passing=True) from error
    if isinstance(answer, OSError):
        if isinstance(answer, socket.gaierror) and answer.errno == socket.EAI_AGAIN:
            raise NotFetched(
                f"the name {place.host} cannot be looked up now", passing=True
            ) from answer
        raise NotFetched(f"there is no host {place.host}", passing=True) from answer
    return answer


def reached(
    place: Place, addresses: list[str], line: Line, context: ssl.SSLContext
) -> HTTPConnection:
    """A connection to the first of these IP addresses that answers; raises NotFetched."""
    error: OSError | HTTPError | None = None
    for number, address in enumerate(addresses):
        # Each gets its share of the time, so that one that swallows everything is passed over.
        share = line.remaining / (len(addresses) - number)
        connection = _connection(place, address, share, context)
        try:
            connection.connect()
            connection.timeout = line.remaining
            assert connection.sock is not None
            line.hold(connection.sock)
        except (OSError, HTTPError) as failed:
            connection.close()
            error = failed
        else:
            return connection
    assert error is not None
    raise NotFetched(reason(error, place), passing=True) from error


def _connection(
    place: Place, address: str, seconds: float, context: ssl.SSLContext
) -> HTTPConnection:
    """To this IP address and no other; the certificate has to be that of the host's name."""
    if place.scheme == "http":
        return HTTPConnection(address, place.port, timeout=seconds)
    return HTTPSConnection(
        address,
        place.port,
        timeout=seconds,
        ssl_context=context,
        server_hostname=place.host.removesuffix("."),
    )


def reason(error: BaseException, place: Place) -> str:
    """What went wrong on the network, as a clause."""
    chain = list(_causes(error))
    for each in chain:
        if isinstance(each, ssl.SSLCertVerificationError):
            return f"the certificate of {place.host} cannot be trusted: {each.verify_message}"
        for kind, clause in _CLAUSES:
            if isinstance(each, kind):
                return clause.format(host=place.host)
    return f"the connection to {place.host} failed"


# The more exact first: they are each other's subclasses.
_CLAUSES: tuple[tuple[type[BaseException], str], ...] = (
    (ConnectionRefusedError, "nothing listens there: {host} refuses the connection"),
    (RemoteDisconnected, "{host} ended the connection without an answer"),
    (ConnectionError, "{host} broke off the connection"),
    (TimeoutError, "{host} does not answer"),
    (IncompleteRead, "its answer was cut off before its end"),
    (LineTooLong, "its headers are too long"),
    (BadStatusLine, "{host} does not answer in HTTP"),
    (InvalidHeader, "its headers contradict each other"),
    (ssl.SSLError, "{host} does not speak TLS as it should"),
    (HTTPException, "its headers cannot be read"),
)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """An error, what it was raised from, and what urllib3 wrapped in it."""
    seen: list[BaseException] = []
    left = [error]
    while left:
        each = left.pop()
        if each is not None and each not in seen:
            seen.append(each)
            left += [each.__cause__, *(a for a in each.args if isinstance(a, BaseException))]
    yield from reversed(seen)
