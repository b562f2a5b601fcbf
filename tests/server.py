"""A real HTTP server on loopback for tests, with the faults that the web has.

    with Server() as server:
        address = server.page("/story", "<p>A text.</p>")
        moved = server.redirect("/old", "/story", status=301)
        ...
        assert [request.path for request in server.requests] == ["/old", "/story"]

or the fixture `server`, which a module gets by `from tests.server import running  # noqa: F401`.
Each method that sets a route gives its address back. A path without a route is a 404. Bodies are
bytes or text (sent as UTF-8). What no method does, `answer(path, function)` does: the function
gets the request's `Reply` and may write to the wire what it likes.
"""

from __future__ import annotations

import contextlib
import gzip
import select
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Self

import pytest

HTML = "text/html; charset=utf-8"
RSS = "application/rss+xml"
ONE_GB = 1_000_000_000
# Made for these tests with `openssl req -x509 -nodes -days 36500`; it protects nothing.
CERTIFICATE = Path(__file__).with_name("server.pem")
"""Key and certificate of `reader.example`, which is its own authority."""
_ZEROS = 1_000_000


@dataclass(frozen=True, slots=True)
class Request:
    """A request as it came in."""

    path: str
    headers: Mapping[str, str]
    """Names in lower case."""
    at: float
    """Seconds on the monotonic clock."""


class Reply(BaseHTTPRequestHandler):
    """One request and the way back; `server.closing` is set when the test is over."""

    protocol_version = "HTTP/1.1"
    server: _Listening

    def do_GET(self) -> None:
        """Record the request and answer it with what its route says."""
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.server.requests.append(Request(self.path, headers, time.monotonic()))
        route = self.server.routes.get(self.path, _missing)
        with contextlib.suppress(ConnectionError):
            route(self)

    def send(self, body: bytes | str, status: int = 200, **headers: str) -> None:
        """A whole answer; `content_type="..."` becomes the header Content-Type."""
        data = body.encode() if isinstance(body, str) else body
        self.begin(status, **{"content_length": str(len(data)), **headers})
        self.wfile.write(data)

    def begin(self, status: int = 200, **headers: str) -> None:
        """The status line and the headers alone; a header may be repeated by `\\n` in its value."""
        self.send_response(status)
        for name, values in headers.items():
            for value in values.split("\n"):
                self.send_header(name.replace("_", "-"), value)
        self.end_headers()

    def repeat(self, block: bytes, size: int) -> None:
        """Blocks on the wire until `size` bytes are sent or nobody listens any more."""
        for _ in range(size // len(block)):
            if self.server.closing.is_set():
                return
            self.wfile.write(block)

    def hang_up(self) -> None:
        """End the connection here and now."""
        self.close_connection = True
        self.wfile.flush()
        with contextlib.suppress(OSError):
            self.connection.shutdown(socket.SHUT_RDWR)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


Route = Callable[[Reply], None]


def _missing(reply: Reply) -> None:
    reply.send("<h1>Not found</h1>", 404, content_type=HTML)


class _Listening(ThreadingHTTPServer):
    """The socket and its threads; every thread is waited for when it closes."""

    daemon_threads = False
    block_on_close = True
    request_queue_size = 64

    def __init__(self) -> None:
        self.routes: dict[str, Route] = {}
        self.requests: list[Request] = []
        self.closing = threading.Event()
        self.most_at_once = 0
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        super().__init__(("127.0.0.1", 0), Reply)

    def process_request_thread(self, request: object, client_address: object) -> None:
        assert isinstance(request, socket.socket)
        with self._lock:
            self._open.add(request)
            # A thread may still be busy with a client that is gone: that one counts no more.
            listening = sum(not _has_hung_up(each) for each in self._open)
            self.most_at_once = max(self.most_at_once, listening)
        super().process_request_thread(request, client_address)

    def shutdown_request(self, request: object) -> None:
        with self._lock:
            self._open.discard(request)
        super().shutdown_request(request)  # type: ignore[arg-type]

    def handle_error(self, request: object, client_address: object) -> None:
        """Clients that hang up are what is tested."""

    def end(self) -> None:
        """Hang up on every client and wait for the threads."""
        self.closing.set()
        self.shutdown()
        with self._lock:
            for each in self._open:
                with contextlib.suppress(OSError):
                    each.shutdown(socket.SHUT_RDWR)
        self.server_close()


def _has_hung_up(connection: socket.socket) -> bool:
    try:
        readable, _, _ = select.select([connection], [], [], 0)
        return bool(readable) and not socket.socket.recv(connection, 1, socket.MSG_PEEK)
    except (OSError, ValueError):
        return True


class Server:
    """The server; open from `with` to the end of its block. With `tls` it is `reader.example`."""

    def __init__(self, *, tls: bool = False) -> None:
        self._listening = _Listening()
        if tls:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(CERTIFICATE)
            # The thread of each connection shakes hands, when it first reads.
            self._listening.socket = context.wrap_socket(
                self._listening.socket, server_side=True, do_handshake_on_connect=False
            )
        self._thread = threading.Thread(target=self._listening.serve_forever, args=(0.02,))

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._listening.end()
        self._thread.join()

    @property
    def port(self) -> int:
        return self._listening.server_address[1]

    @property
    def origin(self) -> str:
        """As `reader.importing.web.addresses.origin` spells it."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def requests(self) -> list[Request]:
        """All requests so far, in their order."""
        return list(self._listening.requests)

    @property
    def paths(self) -> list[str]:
        """The paths of all requests so far."""
        return [request.path for request in self.requests]

    @property
    def most_at_once(self) -> int:
        """How many connections were open at the same time at most."""
        return self._listening.most_at_once

    def url(self, path: str) -> str:
        """The address of a path."""
        return self.origin + path

    def answer(self, path: str, route: Route) -> str:
        """What a function does with the request."""
        self._listening.routes[path] = route
        return self.url(path)

    def page(
        self,
        path: str,
        body: bytes | str,
        *,
        type: str = HTML,
        status: int = 200,
        headers: Mapping[str, str] | None = None,
        etag: str | None = None,
        modified: str | None = None,
    ) -> str:
        """A body; with `etag` or `modified` a 304 for a client that sends the same back."""
        given = {"Content-Type": type, **(headers or {})}
        given |= {"ETag": etag} if etag else {}
        given |= {"Last-Modified": modified} if modified else {}
        sent = {name.replace("-", "_"): value for name, value in given.items()}

        def route(reply: Reply) -> None:
            same = reply.headers["If-None-Match"], reply.headers["If-Modified-Since"]
            if (etag and same[0] == etag) or (modified and not etag and same[1] == modified):
                reply.begin(304, **{k: v for k, v in sent.items() if k != "Content_Type"})
            else:
                reply.send(body, status, **sent)

        return self.answer(path, route)

    def redirect(self, path: str, to: str, status: int = 302) -> str:
        """To a path or an address; to `path` itself it is a loop."""
        return self.answer(path, lambda reply: reply.send("", status, location=to))

    def wait(self, path: str, after: str | None, status: int = 429) -> str:
        """Too many requests: come again after so many seconds, or at an HTTP date."""
        headers = {"Retry-After": after} if after is not None else {}
        return self.page(path, "", status=status, headers=headers)

    def silent(self, path: str) -> str:
        """Takes the request and never answers."""

        def route(reply: Reply) -> None:
            reply.server.closing.wait()
            reply.close_connection = True

        return self.answer(path, route)

    def drip(self, path: str, pause: float = 0.05, heads: bool = False) -> str:
        """A body that comes byte by byte and never ends; with `heads`, a header that does."""

        def route(reply: Reply) -> None:
            if heads:
                reply.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
            else:
                reply.begin(content_type=HTML, content_length="1000000")
            while not reply.server.closing.wait(pause):
                reply.wfile.write(b"x")
            reply.close_connection = True

        return self.answer(path, route)

    def cut(self, path: str, body: bytes | str = "<p>Half a", missing: int = 100) -> str:
        """A body that ends before the length that was promised."""
        data = body.encode() if isinstance(body, str) else body

        def route(reply: Reply) -> None:
            reply.begin(content_type=HTML, content_length=str(len(data) + missing))
            reply.wfile.write(data)
            reply.hang_up()

        return self.answer(path, route)

    def raw(self, path: str, data: bytes) -> str:
        """These bytes instead of an HTTP answer, then the end of the connection."""

        def route(reply: Reply) -> None:
            reply.wfile.write(data)
            reply.hang_up()

        return self.answer(path, route)

    def big(self, path: str, size: int = ONE_GB, *, type: str = HTML, told: bool = False) -> str:
        """A body of zeros, streamed; `told` says its length beforehand."""

        def route(reply: Reply) -> None:
            length = {"content_length": str(size)} if told else {}
            reply.begin(200, content_type=type, **length)
            reply.repeat(bytes(65_536), size)
            reply.hang_up()

        return self.answer(path, route)

    def bomb(self, path: str, size: int = ONE_GB, *, type: str = HTML) -> str:
        """Zeros of this size, packed by gzip to a thousandth, streamed."""
        # Flushed, so that the same packed bytes stand for each million of zeros.
        packing = zlib.compressobj(9, zlib.DEFLATED, -15)
        block = packing.compress(bytes(_ZEROS)) + packing.flush(zlib.Z_FULL_FLUSH)

        def route(reply: Reply) -> None:
            reply.begin(content_type=type, content_encoding="gzip")
            reply.wfile.write(gzip.compress(b"")[:10])
            reply.repeat(block, size // _ZEROS * len(block))
            reply.hang_up()

        return self.answer(path, route)

    def feed(self, path: str, links: int | list[str] = 3) -> str:
        """An RSS feed of this many entries (`/entry/0` and on), or of entries with these links."""
        return self.page(path, rss(links), type=RSS)


def rss(links: int | list[str]) -> str:
    """An RSS 2.0 feed, the newest entry first; see `Server.feed`."""
    given = [f"/entry/{n}" for n in range(links)] if isinstance(links, int) else links
    items = "".join(
        f"<item><title>Entry {n}</title><link>{link}</link><guid>entry-{n}</guid>"
        f"<description>What entry {n} is about.</description>"
        f"<pubDate>Tue, {1 + n % 28:02} Apr 2025 10:00:00 GMT</pubDate></item>"
        for n, link in enumerate(given)
    )
    head = "<title>The Harbour Paper</title><link>/</link><language>en-gb</language>"
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{head}{items}</channel></rss>'


BROKEN_XML = rss(2).replace("</title><link>/entry/1", "<link>/entry/1")
"""A feed whose second title does not end."""

_NESTED = "".join(
    f'<!ENTITY {outer} "{f"&{inner};" * 10}">'
    for inner, outer in zip("abcdefgh", "bcdefghi", strict=True)
)
ENTITY_BOMB = (
    f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">{_NESTED}]>'
    '<rss version="2.0"><channel><title>&i;</title><item><title>&i;</title></item></channel></rss>'
)
"""A feed whose title would have a thousand million letters."""


@pytest.fixture(name="server")
def running() -> Iterator[Server]:
    """A server for one test."""
    with Server() as server:
        yield server
