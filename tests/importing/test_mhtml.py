"""Pages saved with all their parts in one file."""

from __future__ import annotations

import base64
import quopri

import pytest

from reader.importing.found import Refused
from reader.importing.html.mhtml import mhtml

PARAGRAPH = (
    "The council of Öland agreed on Monday to build a new harbour and to close the old one. "
)
PAGE = (
    "<html><head><title>New harbour agreed</title></head><body><article>"
    "<h1>New harbour agreed</h1>"
    + "".join(f"<p>{number}. {PARAGRAPH * 2}</p>" for number in range(1, 5))
    + "</article></body></html>"
)


def saved(
    body: bytes,
    *,
    encoding: str,
    charset: str = "",
    top: str = "",
    location: str = "https://paper.example/news/harbour?utm_source=x#top",
) -> bytes:
    """A file as browsers write it, with an image before the page and a style after it."""
    said = f'; charset="{charset}"' if charset else ""
    return b"\r\n".join(
        (
            b"From: <Saved by a browser>",
            top.encode(),
            b"Date: Sun, 5 Mar 2023 10:00:00 -0000",
            b"MIME-Version: 1.0",
            b'Content-Type: multipart/related; type="text/html"; boundary="----part"',
            b"",
            b"------part",
            f"Content-Type: text/html{said}".encode(),
            b"Content-ID: <frame-0@mhtml.blink>",
            f"Content-Transfer-Encoding: {encoding}".encode(),
            f"Content-Location: {location}".encode(),
            b"",
            body,
            b"------part",
            b"Content-Type: image/gif",
            b"Content-Transfer-Encoding: base64",
            b"",
            b"R0lGODlhAQABAAAAACw=",
            b"------part--",
            b"",
        )
    ).replace(b"Saved by a browser>\r\n\r\n", b"Saved by a browser>\r\n")


@pytest.mark.parametrize(
    ("encoding", "charset", "body"),
    [
        ("quoted-printable", "utf-8", quopri.encodestring(PAGE.encode())),
        ("base64", "utf-8", base64.encodebytes(PAGE.encode())),
        ("base64", "windows-1252", base64.encodebytes(PAGE.encode("cp1252"))),
        ("quoted-printable", "iso-8859-1", quopri.encodestring(PAGE.encode())),
        ("quoted-printable", "no-such-charset", quopri.encodestring(PAGE.encode())),
        ("8bit", "", PAGE.encode()),
    ],
    ids=["chrome", "base64", "internet explorer", "wrong charset", "unknown charset", "plain"],
)
def test_the_page_is_read_whatever_its_encoding(encoding: str, charset: str, body: bytes) -> None:
    draft = mhtml(saved(body, encoding=encoding, charset=charset), "/saved.mhtml")
    assert draft.title == "New harbour agreed"
    assert "council of Öland" in draft.text
    assert draft.url == "https://paper.example/news/harbour"
    assert draft.source == "/saved.mhtml"
    assert draft.published is None, "the date of the file is that of saving"


def test_the_address_of_the_snapshot_comes_first() -> None:
    top = "Snapshot-Content-Location: https://paper.example/news/harbour/"
    draft = mhtml(saved(PAGE.encode(), encoding="8bit", top=top, location="cid:frame-0"), "x")
    assert draft.url == "https://paper.example/news/harbour/"


def test_an_address_on_the_disk_is_none() -> None:
    data = saved(PAGE.encode(), encoding="8bit", location="file:///home/me/page.html")
    assert mhtml(data, "x").url is None


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "there is no web page in it"),
        (b"just some words", "there is no web page in it"),
        (b"MIME-Version: 1.0\nContent-Type: image/png\n\nabc", "there is no web page in it"),
        (saved(b"<html><body></body></html>", encoding="8bit"), "there is no article text in it"),
        (
            b'Content-Type: multipart/related; boundary="a"\n\n' + b"\n--a\n\nx" * 30_000,
            "it has too many parts",
        ),
        (b"x" * 20_000_001, "it has 20 MB; up to 20 MB are read"),
    ],
    ids=["empty", "text", "image", "shell", "parts", "large"],
)
def test_what_is_no_saved_page_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        mhtml(data, "x")
    assert str(refused.value) == reason


def test_parts_within_parts_end_somewhere() -> None:
    deep = b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(5_000)
    )
    with pytest.raises(Refused):
        mhtml(deep, "x")
