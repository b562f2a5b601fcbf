"""Web archives: the pages in them, damage, and sizes."""

from __future__ import annotations

import gzip
import io
import sys
import tracemalloc
import zlib
from collections.abc import Mapping
from pathlib import Path

import pytest

from reader.importing import members, warc
from reader.importing.found import Failure, Reached, Refused
from reader.importing.warc import warc as read
from reader.model import Draft

PARAGRAPHS = (
    "The harbour office closed both piers on Sunday after the ice reached a thickness of forty"
    " centimetres, the second time this winter that ships were turned away from the coast.",
    "Fishing boats may leave through the northern channel between nine and noon. The icebreaker is"
    " expected on Tuesday, two days later than the plan for the season had promised in autumn.",
    "Shops on the quay said that deliveries of flour, diesel and medicine had been moved to the"
    " road, which is open but slow, and asked for patience until the end of the week.",
)


def html(name: str) -> bytes:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in (f"{name}.", *PARAGRAPHS))
    return (
        f"<!doctype html><html><head><title>{name}</title></head><body><article><h1>{name}</h1>"
        f"{body}</article></body></html>"
    ).encode()


def record(
    name: str,
    payload: bytes | None = None,
    *,
    status: str = "200 OK",
    headers: Mapping[str, str] | None = None,
    kind: str = "response",
    packed: bool = True,
) -> bytes:
    """One record, as ISO 28500 has it."""
    said = {"Content-Type": "text/html; charset=utf-8", **(headers or {})}
    http = f"HTTP/1.1 {status}\r\n" + "".join(f"{key}: {said[key]}\r\n" for key in said) + "\r\n"
    block = http.encode() + (html(name) if payload is None else payload)
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://coast.example/{name}\r\n"
        "WARC-Date: 2024-03-05T10:04:31Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"WARC-Record-ID: <urn:uuid:{name}>\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    data = head.encode() + block + b"\r\n\r\n"
    return gzip.compress(data) if packed else data


def _read(path: Path, content: bytes) -> list[Draft | Failure]:
    path.write_bytes(content)
    return [found for found in read(path) if not isinstance(found, Reached)]


def _names(found: list[Draft | Failure]) -> list[str]:
    return [one.source.rpartition("/")[2] for one in found if isinstance(one, Draft)]


@pytest.mark.parametrize("name", ["a.warc.gz", "a.warc"])
def test_pages_of_an_archive(tmp_path: Path, name: str) -> None:
    packed = name.endswith(".gz")
    content = b"".join(
        (
            record("one", packed=packed),
            record("gone", status="404 Not Found", packed=packed),
            record("asked", kind="request", status="GET / HTTP/1.1", packed=packed),
            record("data", headers={"Content-Type": "application/json"}, packed=packed),
            record("picture", b"\x89PNG", headers={"Content-Type": ""}, packed=packed),
            record("two", headers={"Content-Type": ""}, packed=packed),
        )
    )
    found = _read(tmp_path / name, content)
    assert _names(found) == ["one", "two"]
    assert len(found) == 2
    first = found[0]
    assert isinstance(first, Draft)
    assert (first.source, first.url) == ("https://coast.example/one",) * 2
    assert first.published is None
    assert PARAGRAPHS[2] in first.text
    assert _read(tmp_path / name, content) == found


def _chunked(data: bytes) -> bytes:
    return (
        b"".join(
            f"{len(data[at : at + 100]):x}\r\n".encode() + data[at : at + 100] + b"\r\n"
            for at in range(0, len(data), 100)
        )
        + b"0\r\n\r\n"
    )


@pytest.mark.parametrize(
    ("payload", "headers"),
    [
        (gzip.compress(html("one"), mtime=0), {"Content-Encoding": "gzip"}),
        (zlib.compress(html("one")), {"Content-Encoding": "deflate"}),
        (_chunked(html("one")), {"Transfer-Encoding": "chunked"}),
        (
            _chunked(gzip.compress(html("one"), mtime=0)),
            {"Transfer-Encoding": "chunked", "Content-Encoding": "gzip"},
        ),
        (html("one").decode().encode("utf-16"), {"Content-Type": "text/html; charset=UTF-16"}),
    ],
    ids=["gzip", "deflate", "chunked", "both", "utf-16"],
)
def test_encodings(tmp_path: Path, payload: bytes, headers: dict[str, str]) -> None:
    (found,) = _read(tmp_path / "a.warc.gz", record("one", payload, headers=headers))
    assert isinstance(found, Draft)
    assert PARAGRAPHS[0] in found.text


def test_an_encoding_that_is_not_read(tmp_path: Path) -> None:
    content = record("one", b"\x0b\x02\x80", headers={"Content-Encoding": "br"})
    (found,) = _read(tmp_path / "a.warc.gz", content)
    assert found == Failure(
        "https://coast.example/one", "it is compressed with br, which is not read"
    )


def test_damage_to_one_record(tmp_path: Path) -> None:
    broken = bytearray(record("broken"))
    broken[60:80] = b"\xff" * 20
    content = record("one") + bytes(broken) + record("two")
    found = _read(tmp_path / "a.warc.gz", content)
    assert _names(found) == ["one", "two"]
    failures = [one.reason for one in found if isinstance(one, Failure)]
    assert failures == ["a record is damaged; it is passed over"]


def test_damage_without_compression(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, two, three = (record(name, packed=False) for name in ("one", "two", "three"))
    two = two.replace(b"WARC/1.0", b"XXXX/1.0", 1)
    found = _read(tmp_path / "a.warc", one + two + three)
    assert _names(found) == ["one", "three"]
    assert [type(one) for one in found] == [Draft, Failure, Draft]
    assert capsys.readouterr().err == ""


def test_an_archive_that_is_cut_off(tmp_path: Path) -> None:
    found = _read(tmp_path / "a.warc.gz", record("one") + record("two")[:-30])
    assert _names(found)[:1] == ["one"]
    assert isinstance(found[-1], Failure)
    assert found[-1].reason == "its end is missing"


def test_an_archive_compressed_as_a_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = b"".join(record(str(number), packed=False) for number in range(40))
    packed = gzip.compress(content)
    assert len(_names(_read(tmp_path / "a.warc.gz", packed))) == 40
    monkeypatch.setattr(warc, "LARGEST", len(content) // 4)
    assert len(_names(_read(tmp_path / "b.warc.gz", packed))) == 40


def test_large_records_are_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc, "LARGEST", 100_000)
    bomb = gzip.compress(b"<html>" + b"ice " * 100_000)
    large = html("large") + b"ice " * 100_000
    claims = _chunked(html("claims")).replace(b"64\r\n", b"7fffffff\r\n", 1)
    for packed in (True, False):
        content = b"".join(
            (
                record("one", packed=packed),
                record("bomb", bomb, headers={"Content-Encoding": "gzip"}, packed=packed),
                record("large", large, packed=packed),
                record("claims", claims, headers={"Transfer-Encoding": "chunked"}, packed=packed),
                record("two", packed=packed),
            )
        )
        found = _read(tmp_path / f"a{packed}.warc", content)
        assert {"one", "two"} <= set(_names(found))
        reasons = [one.reason for one in found if isinstance(one, Failure)]
        assert reasons[0] == "it unpacks to more than 0 MB; up to that are read"
        assert "MB" in reasons[1]


def test_what_is_no_archive(tmp_path: Path) -> None:
    for content in (b"", b"no archive at all\n" * 100, gzip.compress(b"no archive")):
        *_, last = _read(tmp_path / "a.warc", content)
        assert last == Failure(str(tmp_path / "a.warc"), "it holds no web pages")


def test_members_after_damage() -> None:
    good = gzip.compress(b"ice" * 1_000)
    cut = good[:30] + b"\xff" * 10
    found = list(members.members(io.BytesIO(b"xx" + good + cut + good + cut + good), 10_000))
    assert [one if isinstance(one, bytes) else None for one in found if one == b"ice" * 1_000] == (
        [b"ice" * 1_000] * 3
    )
    assert sum(isinstance(one, Refused) for one in found) == 2
    (long,) = members.members(io.BytesIO(gzip.compress(b"ice" * 1_000)), 100)
    assert isinstance(long, Refused)


def test_without_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == "warcio"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "warcio", None)
    with pytest.raises(Refused, match=r"WARC files need .*framing-reader\[warc\]"):
        list(read(tmp_path / "a.warc"))


def test_a_record_that_does_not_say_where_it_ends(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = record("one") + record("two")
    plain = record("three", packed=False).replace(b"Content-Length:", b"Content-Width:")
    found = _read(tmp_path / "a.warc.gz", content + gzip.compress(plain))
    assert _names(found) == ["one", "two"]
    assert found[-1] == Failure("https://coast.example/three", "it has no length")
    short = record("one", packed=False).replace(b"Content-Length: ", b"Content-Length: -", 1)
    _read(tmp_path / "b.warc", short + record("two", packed=False))
    assert capsys.readouterr().err == ""


def test_a_bomb_is_never_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc, "LARGEST", 1_000_000)
    bomb = gzip.compress(b"ice " * 40_000_000)
    tracemalloc.start()
    (found,) = _read(
        tmp_path / "a.warc.gz", record("one", bomb, headers={"Content-Encoding": "gzip"})
    )
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert isinstance(found, Failure)
    assert peak < 60_000_000


def test_damage_is_told_once() -> None:
    junk = gzip.compress(b"ice" * 1_000)[:20] + b"\x1f\x8b\x08" + b"\xff" * 40
    found = list(members.members(io.BytesIO(junk + gzip.compress(b"ice")), 1_000))
    assert [type(one) for one in found] == [Refused, bytes]
