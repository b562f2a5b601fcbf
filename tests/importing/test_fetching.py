"""The web as it is: what comes in, what is refused and why, and how politely it is asked."""

from __future__ import annotations

import gzip
import socket
import subprocess
import sys
import threading
import time
import tracemalloc
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from reader.importing.feeds.feed import feed
from reader.importing.web.fetching import Answer, Fetcher, NotFetched, Wanted, each
from tests.server import CERTIFICATE, HTML, Reply, Server, running  # noqa: F401 the fixture `server`

NOW = datetime(2025, 4, 1, 12, 0, tzinfo=UTC)
MB = 1_000_000


@pytest.fixture
def fetcher() -> Iterator[Fetcher]:
    with Fetcher(timeout=5, clock=lambda: NOW) as fetcher:
        yield fetcher


def typed(server: Server, path: str) -> Wanted:
    """An address on the test server, as a person types it."""
    return Wanted(server.url(path), trusted=server.origin)


def refused(fetcher: Fetcher, wanted: Wanted) -> NotFetched:
    with pytest.raises(NotFetched) as failed:
        fetcher.get(wanted)
    return failed.value


# What comes in


def test_a_page_comes_with_what_its_server_says_of_it(server: Server, fetcher: Fetcher) -> None:
    address = server.page(
        "/a?b=c",
        "<p>Grüße</p>".encode("latin-1"),
        type='Text/HTML; Charset="ISO-8859-1"',
        etag='"v1"',
        modified="Tue, 01 Apr 2025 10:00:00 GMT",
    )
    assert fetcher.get(Wanted(address + "#part", trusted=server.origin)) == Answer(
        address=address,
        status=200,
        data="<p>Grüße</p>".encode("latin-1"),
        kind="text/html",
        charset="iso-8859-1",
        etag='"v1"',
        modified="Tue, 01 Apr 2025 10:00:00 GMT",
        moved=None,
    )


def test_what_the_server_does_not_say_is_not_known(server: Server, fetcher: Fetcher) -> None:
    def bare(reply: Reply) -> None:
        reply.begin(content_length="2")
        reply.wfile.write(b"hi")

    server.answer("/", bare)
    answer = fetcher.get(typed(server, "/"))
    assert (answer.kind, answer.charset, answer.etag, answer.modified) == ("", None, None, None)


def test_a_request_is_honest_and_tells_nothing_else(
    server: Server, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    cookie = {"Set-Cookie": "who=me"}
    server.page("/a", "", headers=cookie)
    server.redirect("/b", "/a")
    fetcher.get(typed(server, "/a"))
    fetcher.get(typed(server, "/b"))
    for request in server.requests:
        assert set(request.headers) == {
            "host",
            "user-agent",
            "accept",
            "accept-encoding",
            "connection",
        }
        assert request.headers["host"] == f"127.0.0.1:{server.port}"
        assert request.headers["user-agent"].startswith("framing-reader/")


@pytest.mark.parametrize("given", [{"etag": '"v1"'}, {"modified": "Tue, 01 Apr 2025 10:00:00 GMT"}])
def test_what_did_not_change_is_not_sent_again(
    server: Server, fetcher: Fetcher, given: dict[str, str]
) -> None:
    address = server.page("/feed", "<rss/>", **given)  # type: ignore[arg-type]
    first = fetcher.get(typed(server, "/feed"))
    again = fetcher.get(Wanted(address, server.origin, first.etag, first.modified))
    assert (again.status, again.data) == (304, b"")
    assert (again.etag, again.modified) == (first.etag, first.modified)
    other = fetcher.get(Wanted(address, server.origin, '"v0"', "Mon, 31 Mar 2025 10:00:00 GMT"))
    assert other.status == 200


def test_a_304_that_nobody_asked_for_is_refused(server: Server, fetcher: Fetcher) -> None:
    server.answer("/", lambda reply: reply.begin(304))
    assert str(refused(fetcher, typed(server, "/"))) == "the server says 304, not modified"


def raw_deflate(data: bytes) -> bytes:
    packing = zlib.compressobj(wbits=-15)
    return packing.compress(data) + packing.flush()


@pytest.mark.parametrize(
    ("encoding", "data"),
    [
        ("gzip", gzip.compress(b"a text " * 9_000, mtime=0)),
        ("x-gzip", gzip.compress(b"a text " * 9_000, mtime=0)),
        (
            "GZIP",
            gzip.compress(b"a text " * 4_000, mtime=0) + gzip.compress(b"a text " * 5_000, mtime=0),
        ),
        ("gzip", gzip.compress(b"a text " * 9_000, mtime=0) + bytes(512)),
        ("deflate", zlib.compress(b"a text " * 9_000)),
        ("deflate", raw_deflate(b"a text " * 9_000)),
        ("identity", b"a text " * 9_000),
    ],
    ids=lambda value: str(value[:8]),
)
def test_packed_answers_are_unpacked(
    server: Server, fetcher: Fetcher, encoding: str, data: bytes
) -> None:
    server.page("/", data, headers={"Content-Encoding": encoding})
    assert fetcher.get(typed(server, "/")).data == b"a text " * 9_000


@pytest.mark.parametrize("pieces", [[b"one ", b"two"], [b"x" * 100_000] * 3], ids=len)
def test_answers_in_chunks_are_joined(
    server: Server, fetcher: Fetcher, pieces: list[bytes]
) -> None:
    def chunked(reply: Reply) -> None:
        reply.begin(content_type=HTML, transfer_encoding="chunked")
        for piece in [*pieces, b""]:
            reply.wfile.write(b"%x\r\n%b\r\n" % (len(piece), piece))

    server.answer("/", chunked)
    assert fetcher.get(typed(server, "/")).data == b"".join(pieces)


# Redirects


@pytest.mark.parametrize(
    ("statuses", "moved"),
    [
        ([301], "/1"),
        ([308], "/1"),
        ([302], None),
        ([303], None),
        ([307], None),
        ([301, 308, 301], "/3"),
        ([301, 302], "/1"),
        ([302, 301], None),
    ],
)
def test_an_address_moves_for_good_by_permanent_redirects_only(
    server: Server, fetcher: Fetcher, statuses: list[int], moved: str | None
) -> None:
    for number, status in enumerate(statuses):
        server.redirect(f"/{number}", f"/{number + 1}", status)
    last = server.page(f"/{len(statuses)}", "here")
    answer = fetcher.get(typed(server, "/0"))
    assert (answer.address, answer.data) == (last, b"here")
    assert answer.moved == (server.url(moved) if moved else None)


def test_redirects_end(server: Server, fetcher: Fetcher) -> None:
    server.redirect("/loop", "/loop")
    server.redirect("/a", "/b")
    server.redirect("/b", "/a#other")
    for number in range(20):
        server.redirect(f"/{number}", f"/{number + 1}")
    assert str(refused(fetcher, typed(server, "/loop"))) == "its redirects lead in a circle"
    assert str(refused(fetcher, typed(server, "/a"))) == "its redirects lead in a circle"
    assert len(server.paths) == 3
    assert str(refused(fetcher, typed(server, "/0"))) == "it redirects more than 8 times"
    assert len(server.paths) == 3 + 9
    server.page("/20", "here")
    assert fetcher.get(typed(server, "/12")).data == b"here"


@pytest.mark.parametrize(
    ("to", "reason"),
    [
        ("file:///etc/passwd", "it redirects, but only http: and https: are read, not file:"),
        ("ftp://example.org/", "it redirects, but only http: and https: are read, not ftp:"),
        ("data:text/html,hello", "it redirects, but only http: and https: are read, not data:"),
        ("gopher://a.example/", "it redirects, but only http: and https: are read, not gopher:"),
        ("//me@a.example/", "it redirects, but its address holds a user name or a password"),
        ("http://[::1", "it redirects, but where it leads is no address"),
        ("", "it redirects, but does not say where"),
    ],
)  # fmt: skip
def test_a_redirect_leads_to_web_addresses_only(
    server: Server, fetcher: Fetcher, to: str, reason: str
) -> None:
    server.redirect("/", to)
    assert str(refused(fetcher, typed(server, "/"))) == reason


# This computer and its network


LOCAL = [
    "127.0.0.1",
    "localhost",
    "127.1",
    "0x7f.1",
    "2130706433",
    "0177.0.0.1",
    "0.0.0.0",
    "[::1]",
    "[::ffff:127.0.0.1]",
    "[::]",
]


@pytest.mark.parametrize("host", LOCAL)
def test_a_link_never_leads_to_this_computer(server: Server, fetcher: Fetcher, host: str) -> None:
    server.page("/secret", "the router's page")
    wanted = Wanted(f"http://{host}:{server.port}/secret", trusted="http://example.org:80")
    assert "is on this computer or the local network" in str(refused(fetcher, wanted))
    assert server.requests == []


@pytest.mark.parametrize("host", LOCAL)
def test_a_redirect_never_leads_to_this_computer(fetcher: Fetcher, host: str) -> None:
    with Server() as typed_by_person, Server() as other:
        other.page("/secret", "the router's page")
        typed_by_person.redirect("/", f"http://{host}:{other.port}/secret")
        reason = str(refused(fetcher, typed(typed_by_person, "/")))
        assert reason.startswith("it redirects to ")
        assert reason.endswith(" is on this computer or the local network")
        assert other.requests == []


@pytest.mark.parametrize(
    "host", ["10.0.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "[fd00::1]", "224.0.0.1"]
)
def test_nor_to_the_local_network(fetcher: Fetcher, host: str) -> None:
    begun = time.monotonic()
    reason = str(refused(fetcher, Wanted(f"http://{host}/")))
    assert reason == f"{host.strip('[]')} is on this computer or the local network"
    assert time.monotonic() - begun < 1


def test_what_the_person_typed_may_be_local_and_link_within_itself(
    server: Server, fetcher: Fetcher
) -> None:
    server.redirect("/old", "/new")
    server.page("/new", "mine")
    assert fetcher.get(typed(server, "/old")).data == b"mine"


def test_the_links_of_a_feed_reach_its_own_host_and_nothing_local(
    server: Server, fetcher: Fetcher
) -> None:
    with Server() as other:
        other.page("/secret", "the router's page")
        server.page("/own", "mine")
        server.redirect("/away", other.url("/secret"))
        targets = ["/own", "/away", other.url("/secret"), "file:///etc/passwd", "http://[::1]:1/"]
        answer = fetcher.get(typed(server, server.feed("/feed", targets)[len(server.origin) :]))
        entries = feed(answer.data, answer.address).entries
        wanted = [Wanted(entry.link, server.origin) for entry in entries if entry.link]
        assert len(wanted) == 4
        found = {want.address: answer for want, answer in each(fetcher, wanted)}
        assert [a.data for a in found.values() if isinstance(a, Answer)] == [b"mine"]
        assert other.requests == []


class Names:
    """A name server: what each name means, and then what it means the next time."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, **names: list[list[str]]) -> None:
        self.asked: list[str] = []
        self._names = names
        self._real = socket.getaddrinfo
        monkeypatch.setattr(socket, "getaddrinfo", self.look)

    def look(self, host: str, port: int, *args: int, **more: int) -> list[object]:
        self.asked.append(host)
        meant = self._names.get(host.partition(".")[0])
        if meant is None:
            return list(self._real(host, port, *args, **more))
        addresses = meant.pop(0) if len(meant) > 1 else meant[0]
        return [(2, 1, 6, "", (address, port)) for address in addresses]


def test_a_name_is_looked_up_once_and_what_was_checked_is_what_is_asked(
    server: Server, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.page("/", "mine")
    names = Names(monkeypatch, local=[["127.0.0.1"], ["10.0.0.1"]])
    address = f"http://local.example:{server.port}/"
    assert fetcher.get(Wanted(address, trusted=address.rstrip("/"))).data == b"mine"
    assert [name for name in names.asked if name.startswith("local")] == ["local.example"]
    assert server.requests[0].headers["host"] == f"local.example:{server.port}"


def test_one_local_address_among_public_ones_is_enough_to_refuse(
    server: Server, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    Names(monkeypatch, mixed=[["8.8.8.8", "127.0.0.1"], ["127.0.0.1", "8.8.8.8"]])
    for _ in range(2):
        reason = str(refused(fetcher, Wanted(f"http://mixed.example:{server.port}/")))
        assert reason == "mixed.example is on this computer or the local network"
    assert server.requests == []


def test_a_host_on_the_internet_does_not_become_a_local_one(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    # 192.88.99.1 is public and answers nobody.
    Names(monkeypatch, turncoat=[["192.88.99.1"], ["127.0.0.1"]])
    wanted = Wanted(
        f"http://turncoat.example:{server.port}/", f"http://turncoat.example:{server.port}"
    )
    with Fetcher(timeout=0.2) as fetcher:
        refused(fetcher, wanted)
        reason = str(refused(fetcher, wanted))
    assert reason == "turncoat.example is on this computer or the local network"
    assert server.requests == []


def test_a_name_with_a_dot_at_its_end_is_checked_too(
    server: Server, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    Names(monkeypatch, dotted=[["127.0.0.1"]])
    reason = str(refused(fetcher, Wanted(f"http://dotted.example.:{server.port}/")))
    assert reason == "dotted.example. is on this computer or the local network"
    assert server.requests == []


# TLS


@pytest.fixture
def secure(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    Names(monkeypatch, reader=[["127.0.0.1"]], other=[["127.0.0.1"]])
    with Server(tls=True) as server:
        server.page("/", "a secret")
        yield server


def over_tls(server: Server, host: str) -> Wanted:
    return Wanted(f"https://{host}:{server.port}/", trusted=f"https://{host}:{server.port}")


def test_a_certificate_is_that_of_the_name_and_not_of_the_ip_address(secure: Server) -> None:
    with Fetcher(authorities=str(CERTIFICATE)) as fetcher:
        assert fetcher.get(over_tls(secure, "reader.example")).data == b"a secret"
        assert fetcher.get(over_tls(secure, "reader.example.")).data == b"a secret"
        assert str(refused(fetcher, over_tls(secure, "other.example"))) == (
            "the certificate of other.example cannot be trusted: Hostname mismatch, "
            "certificate is not valid for 'other.example'."
        )
        assert "cannot be trusted" in str(refused(fetcher, over_tls(secure, "127.0.0.1")))
    assert len(secure.requests) == 2


def test_a_certificate_that_no_authority_knows_is_refused(secure: Server) -> None:
    with Fetcher() as fetcher:
        reason = str(refused(fetcher, over_tls(secure, "reader.example")))
    assert reason.startswith("the certificate of reader.example cannot be trusted: self")
    assert secure.requests == []


def test_what_is_no_tls_is_said(server: Server, fetcher: Fetcher) -> None:
    wanted = over_tls(server, "127.0.0.1")
    assert str(refused(fetcher, wanted)) == "127.0.0.1 does not speak TLS as it should"


def test_a_handshake_that_never_ends_does() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening, Fetcher(timeout=0.4) as fetcher:
        origin = f"https://127.0.0.1:{listening.getsockname()[1]}"
        assert str(refused(fetcher, Wanted(origin + "/", origin))) == "no answer in 0.4 s"


# Limits


def test_a_server_that_never_answers_is_left(server: Server) -> None:
    server.silent("/")
    begun = time.monotonic()
    with Fetcher(timeout=0.4) as fetcher:
        assert str(refused(fetcher, typed(server, "/"))) == "no answer in 0.4 s"
    assert 0.4 <= time.monotonic() - begun < 1.5


@pytest.mark.parametrize(
    ("heads", "reason"),
    [(False, "its answer had not ended after 0.4 s"), (True, "no answer in 0.4 s")],
)
def test_a_slow_drip_of_bytes_does_not_hold_on_for_ever(
    server: Server, heads: bool, reason: str
) -> None:
    server.drip("/", pause=0.02, heads=heads)
    begun = time.monotonic()
    with Fetcher(timeout=0.4) as fetcher:
        assert str(refused(fetcher, typed(server, "/"))) == reason
    assert time.monotonic() - begun < 1.5


def test_the_time_is_that_of_the_whole_answer_with_its_redirects(server: Server) -> None:
    def slow(reply: Reply) -> None:
        time.sleep(0.15)
        reply.send("", 302, location=reply.path + "x")

    for number in range(1, 9):
        server.answer("/" + "x" * number, slow)
    begun = time.monotonic()
    with Fetcher(timeout=0.4) as fetcher:
        assert "no answer in 0.4 s" in str(refused(fetcher, typed(server, "/x")))
    assert time.monotonic() - begun < 1


def test_a_body_without_a_length_is_not_taken_for_whole_when_the_time_is_over(
    server: Server,
) -> None:
    def endless(reply: Reply) -> None:
        reply.begin(content_type=HTML)
        while not reply.server.closing.wait(0.02):
            reply.wfile.write(b"x")
        reply.close_connection = True

    server.answer("/", endless)
    with Fetcher(timeout=0.4) as fetcher:
        reason = str(refused(fetcher, typed(server, "/")))
    assert reason == "its answer had not ended after 0.4 s"


def grown(fetcher: Fetcher, wanted: Wanted) -> tuple[str, float, float]:
    """Why it was refused, the memory that it took at its peak (bytes), and the seconds."""
    tracemalloc.start()
    begun = time.monotonic()
    try:
        reason = str(refused(fetcher, wanted))
        return reason, tracemalloc.get_traced_memory()[1], time.monotonic() - begun
    finally:
        tracemalloc.stop()


def test_a_body_that_does_not_end_is_left_at_the_limit(server: Server) -> None:
    server.big("/")
    with Fetcher(timeout=30) as fetcher:
        reason, memory, seconds = grown(fetcher, typed(server, "/"))
    assert reason == "it does not end after 20 MB"
    assert memory < 60 * MB
    assert seconds < 15


def test_a_length_over_the_limit_is_refused_before_a_byte_is_read(server: Server) -> None:
    server.big("/", told=True)
    with Fetcher() as fetcher:
        reason, memory, _ = grown(fetcher, typed(server, "/"))
    assert reason == "it has 1000 MB; up to 20 MB are read"
    assert memory < 1 * MB


def test_a_gzip_bomb_is_left_at_the_limit(server: Server) -> None:
    server.bomb("/")
    with Fetcher(timeout=30) as fetcher:
        reason, memory, seconds = grown(fetcher, typed(server, "/"))
    assert reason == "unpacked it has more than 20 MB"
    assert memory < 60 * MB
    assert seconds < 15


def test_the_limit_itself_is_still_read(server: Server) -> None:
    with Fetcher(largest=100_000) as fetcher:
        for encoding, data in (
            ("identity", bytes(100_000)),
            ("gzip", gzip.compress(bytes(100_000), mtime=0)),
        ):
            server.page("/", data, headers={"Content-Encoding": encoding})
            assert len(fetcher.get(typed(server, "/")).data) == 100_000
        server.page("/", gzip.compress(bytes(100_001)), headers={"Content-Encoding": "gzip"})
        assert "unpacked it has more than" in str(refused(fetcher, typed(server, "/")))


@pytest.mark.parametrize("encoding", ["br", "gzip, gzip", "zstd", "compress"])
def test_only_what_was_asked_for_is_unpacked(
    server: Server, fetcher: Fetcher, encoding: str
) -> None:
    server.page("/", b"...", headers={"Content-Encoding": encoding})
    assert str(refused(fetcher, typed(server, "/"))) == (
        "it is packed in a way that nobody asked for"
    )


# What goes wrong


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
CHUNKS = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
GZIP = HEAD + b"Content-Encoding: gzip\r\n\r\n"
PACKED = gzip.compress(b"a text " * 99, mtime=0)
CUT = "its answer was cut off before its end"
DAMAGED = "its packed data is damaged"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (HEAD + b"Content-Length: 100\r\n\r\nhalf", CUT),
        (CHUNKS + b"8\r\nhalf", CUT),
        (CHUNKS + b"4\r\nhalf\r\n", CUT),
        (CHUNKS + b"ZZ\r\nhalf\r\n", CUT),
        (GZIP + PACKED[:-20], CUT),
        (GZIP + b"no gzip at all", DAMAGED),
        (GZIP + PACKED[:-8] + bytes(8), DAMAGED),
        (HEAD + b"Content-Length: 1, 2\r\n\r\nhalf", "its headers contradict each other"),
        (HEAD + b"X-Long: " + b"x" * 70_000 + b"\r\n\r\n", "its headers are too long"),
        (HEAD + b"X-Many: x\r\n" * 200 + b"\r\n", "its headers cannot be read"),
        (b"SSH-2.0-OpenSSH_9.6\r\n", "127.0.0.1 does not answer in HTTP"),
        (b"<html>hello</html>", "127.0.0.1 does not answer in HTTP"),
        (b"\x16\x03\x01\x00\x00" * 50, "127.0.0.1 does not answer in HTTP"),
        (b"", "127.0.0.1 ended the connection without an answer"),
        (b"HTTP/1.1 999 \r\n\r\n", "the server says 999, which means nothing"),
    ],
    ids=lambda value: str(value[-20:]),
)
def test_a_broken_answer_is_refused_with_the_reason(
    server: Server, fetcher: Fetcher, data: bytes, reason: str
) -> None:
    server.raw("/", data)
    assert str(refused(fetcher, typed(server, "/"))) == reason


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (204, "the server says 204, no content"),
        (206, "the server says 206, partial content"),
        (300, "the server says 300, multiple choices"),
        (400, "the server says 400, bad request"),
        (401, "the server says 401, it asks for a password"),
        (403, "the server says 403, it lets nobody in there"),
        (404, "the server says 404, not found"),
        (410, "the server says 410, gone for good"),
        (429, "the server says 429, too many requests"),
        (500, "the server says 500, internal server error"),
        (503, "the server says 503, service unavailable"),
    ],
)
def test_a_status_is_said_in_words(
    server: Server, fetcher: Fetcher, status: int, reason: str
) -> None:
    server.page("/", "<p>Sorry.</p>", status=status)
    failed = refused(fetcher, typed(server, "/"))
    assert (str(failed), failed.gone, failed.retry_at) == (reason, status == 410, None)


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize(
    ("after", "seconds"),
    [
        ("120", 120),
        (" 0 ", 0),
        ("Tue, 01 Apr 2025 12:10:00 GMT", 600),
        ("Tue, 01 Apr 2025 12:10:00 -0000", 600),
        ("Mon, 31 Mar 2025 12:10:00 GMT", 0),
        ("99999999999999999999999", 7 * 86_400),
        ("Tue, 01 Apr 2031 12:10:00 GMT", 7 * 86_400),
        ("-5", None),
        ("soon", None),
        ("Tue, 99 Apr 2025 12:10:00 GMT", None),
        ("Fri, 31 Dec 9999 23:59:59 -1200", None),
        (None, None),
    ],
)
def test_a_server_says_when_to_come_again(
    server: Server, fetcher: Fetcher, status: int, after: str | None, seconds: int | None
) -> None:
    server.wait("/", after, status)
    expected = None if seconds is None else NOW + timedelta(seconds=seconds)
    assert refused(fetcher, typed(server, "/")).retry_at == expected


def test_until_then_it_is_not_asked(server: Server) -> None:
    now = NOW
    server.wait("/a", "60")
    server.page("/b", "here")
    with Fetcher(clock=lambda: now) as fetcher:
        refused(fetcher, typed(server, "/a"))
        early = refused(fetcher, typed(server, "/b"))
        assert str(early) == "its server asked not to be asked again yet"
        assert early.retry_at == NOW + timedelta(seconds=60)
        assert server.paths == ["/a"]
        now = NOW + timedelta(seconds=60)
        assert fetcher.get(typed(server, "/b")).data == b"here"


def test_a_host_that_is_not_there_is_said(fetcher: Fetcher) -> None:
    with Server() as server:
        wanted = typed(server, "/")
    assert (
        str(refused(fetcher, wanted)) == "nothing listens there: 127.0.0.1 refuses the connection"
    )
    reason = str(refused(fetcher, Wanted("http://nowhere.invalid/")))
    assert reason in (
        "there is no host nowhere.invalid",
        "the name nowhere.invalid cannot be looked up now",
    )


def test_a_slow_look_up_ends_with_the_time(monkeypatch: pytest.MonkeyPatch) -> None:
    over = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **more: over.wait(5) and [])
    with Fetcher(timeout=0.3) as fetcher:
        begun = time.monotonic()
        assert str(refused(fetcher, Wanted("http://slow.example/"))) == "no answer in 0.3 s"
        assert time.monotonic() - begun < 1
    over.set()


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "ftp://example.org/", "data:,x", "nothing"]
)
def test_only_web_addresses_are_fetched(fetcher: Fetcher, address: str) -> None:
    refused(fetcher, Wanted(address, trusted=address))


def test_without_the_extra_the_person_is_told() -> None:
    code = (
        "import sys; sys.modules['urllib3'] = None\n"
        "from reader.importing.web.fetching import Fetcher\n"
        "from reader.importing.found import Refused\n"
        "try: Fetcher()\n"
        "except Refused as refused: print(refused)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout == "web addresses need an extra: pip install 'framing-reader[web]'\n"


# Many


def test_each_host_has_one_connection_and_what_fails_stops_nothing(fetcher: Fetcher) -> None:
    with Server() as one:

        def slow(reply: Reply) -> None:
            time.sleep(0.02)
            reply.send("a page")

        for number in range(10):
            one.answer(f"/{number}", slow)
        wanted = [typed(one, f"/{number}") for number in range(11)]
        wanted.insert(3, Wanted("file:///etc/passwd"))
        found = dict(each(fetcher, wanted, hosts=4))
        assert one.most_at_once == 1
    assert set(found) == set(wanted)
    failed = {want.address for want, answer in found.items() if isinstance(answer, NotFetched)}
    assert failed == {one.url("/10"), "file:///etc/passwd"}


def test_threads_share_the_one_connection_of_a_host(server: Server, fetcher: Fetcher) -> None:
    def slow(reply: Reply) -> None:
        time.sleep(0.02)
        reply.send("a page")

    server.answer("/", slow)
    threads = [threading.Thread(target=fetcher.get, args=(typed(server, "/"),)) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(server.paths), server.most_at_once) == (5, 1)


def hosts_of(server: Server, monkeypatch: pytest.MonkeyPatch, count: int) -> list[str]:
    """Origins of so many hosts, which are all the test server."""
    names = {f"host{number}": [["127.0.0.1"]] for number in range(count)}
    Names(monkeypatch, **names)
    return [f"http://{name}.example:{server.port}" for name in names]


def test_a_few_hosts_are_asked_at_a_time(
    server: Server, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(reply: Reply) -> None:
        time.sleep(0.05)
        reply.send("a page")

    server.answer("/", slow)
    origins = hosts_of(server, monkeypatch, 8)
    wanted = [Wanted(origin + "/", trusted=origin) for origin in origins for _ in range(2)]
    found = list(each(fetcher, wanted, hosts=3))
    assert sorted(want.address for want, _ in found) == sorted(want.address for want in wanted)
    assert all(isinstance(answer, Answer) for _, answer in found)
    assert server.most_at_once == 3


def test_a_slow_host_holds_up_no_other(
    server: Server, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.silent("/slow")
    server.page("/", "a page")
    slow, *others = hosts_of(server, monkeypatch, 5)
    wanted = [Wanted(slow + "/slow", slow), *(Wanted(other + "/", other) for other in others)]
    coming = each(fetcher, wanted, hosts=2)
    assert {next(coming)[0] for _ in others} == set(wanted[1:])
    coming.close()  # type: ignore[attr-defined]


def test_who_stops_listening_is_free_at_once(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.silent("/silent")
    server.page("/", "a page")
    slow, quick = hosts_of(server, monkeypatch, 2)
    taken = []

    def wanted() -> Iterator[Wanted]:
        yield Wanted(quick + "/", quick)
        for _ in range(1_000):
            taken.append(1)
            yield Wanted(slow + "/silent", slow)

    with Fetcher(timeout=30) as fetcher:
        coming = each(fetcher, wanted())
        next(coming)
        time.sleep(0.1)
        assert "/silent" in server.paths
        begun = time.monotonic()
        coming.close()  # type: ignore[attr-defined]
        assert time.monotonic() - begun < 0.9
    assert len(taken) <= 250
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("fetching")]


def test_closing_the_fetcher_ends_what_is_under_way(server: Server) -> None:
    server.silent("/")
    fetcher = Fetcher(timeout=30)
    threading.Timer(0.2, fetcher.close).start()
    begun = time.monotonic()
    assert str(refused(fetcher, typed(server, "/"))) == "the fetching was stopped"
    assert str(refused(fetcher, typed(server, "/"))) == "the fetching was stopped"
    assert time.monotonic() - begun < 1.5


def test_a_host_that_is_silent_is_left_alone_after_some_tries() -> None:
    with Server() as server, Fetcher(timeout=0.2, clock=lambda: NOW) as fetcher:
        server.silent("/silent")
        server.page("/a", "here")
        fetcher.get(typed(server, "/a"))
        for _ in range(3):
            assert "no answer" in str(refused(fetcher, typed(server, "/silent")))
        left = refused(fetcher, typed(server, "/a"))
        assert ("3 times in a row" in str(left), left.passing) == (True, True)
        assert len(server.paths) == 4


def test_an_answer_in_between_forgives_silence() -> None:
    with Server() as server, Fetcher(timeout=0.2, clock=lambda: NOW) as fetcher:
        server.silent("/silent")
        server.page("/a", "here")
        for path in ("/silent", "/silent", "/a", "/silent", "/silent", "/a"):
            if path == "/a":
                assert fetcher.get(typed(server, path)).data == b"here"
            else:
                refused(fetcher, typed(server, path))


def test_addresses_of_the_local_network_are_refused_as_such_however_often(
    server: Server, fetcher: Fetcher
) -> None:
    for _ in range(5):
        assert "local network" in str(refused(fetcher, Wanted(server.url("/a"))))
