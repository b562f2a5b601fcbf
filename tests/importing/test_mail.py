"""Letters: their readable part, what they say of themselves, and what is not theirs."""

from __future__ import annotations

import gzip
import sys
import tracemalloc
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest

from reader.importing.found import Failure, Refused
from reader.importing.mail import mailboxes
from reader.importing.mail.furniture import furniture
from reader.importing.mail.letters import letter
from reader.importing.mail.mailboxes import mailbox
from reader.importing.mail.texts import plain_text
from reader.importing.plain.cutting import cleaned_without
from reader.model import Draft, When
from tests.importing.letters import (
    BODY,
    HEADLINE,
    ISSUE,
    POST,
    TEXT,
    from_a_campaign,
    from_a_list,
    from_a_platform,
    letter_of,
)
from tests.importing.lines import removed_lines

BOXED = "From news@coast.example Tue Mar  5 10:04:31 2024\n"


@pytest.mark.parametrize(
    ("build", "outlet", "url"),
    [
        (from_a_campaign, "Coast Weekly", ISSUE),
        (from_a_platform, "Coast Weekly", POST),
        (
            from_a_list,
            "News of the harbour",
            "https://lists.coast.example/archives/2024/03/17.html",
        ),
    ],
)
def test_newsletters(build: Callable[[], bytes], outlet: str, url: str) -> None:
    found = letter(build(), "a.eml")
    assert found.text == TEXT
    assert (found.title, found.outlet, found.url) == (HEADLINE, outlet, url)
    assert (found.published, found.byline) == (When("2024-03-05T10:04+01:00"), None)
    assert (found.language, found.source) == ("en", "a.eml")


def test_what_surrounds_a_letter_can_be_seen() -> None:
    removed = removed_lines(letter(from_a_campaign(), "a"))
    assert "View this email in your browser" in removed
    assert "1 Quay Road" in removed
    assert HEADLINE not in removed
    assert "phone 555 0100" in removed_lines(letter(from_a_list(), "a"))
    places = [line.at for line in letter(from_a_campaign(), "a").removed]
    assert places == sorted(places)
    assert places[0] == 0
    assert places[-1] == len(TEXT)


def test_the_part_that_says_more_is_read() -> None:
    page = "<p>" + "</p><p>".join(BODY) + "</p>"
    stub = "Your program shows no pages. Read this letter at https://coast.example/letters/17\n"
    assert letter(letter_of(page, stub), "a").text == TEXT
    pictures = "<a href='https://coast.example/17'><img src='cid:1'></a><p>Unsubscribe</p>"
    assert letter(letter_of(pictures, TEXT), "a").text == TEXT
    assert letter(letter_of(page, None), "a").text == TEXT
    assert letter(letter_of(None, TEXT), "a").text == TEXT


def test_without_the_extra_the_plain_part_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name == "lxml" or name.startswith("lxml.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "lxml", None)
    assert letter(from_a_list(), "a").text == TEXT
    assert BODY[3] in letter(from_a_campaign(), "a").text
    with pytest.raises(Refused, match=r"framing-reader\[web\]"):
        letter(letter_of("<p>Only a page</p>", None), "a")


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("=?utf-8?q?Eis_schlie=C3=9Ft_den_Hafen?=", "Eis schließt den Hafen"),
        ("=?iso-8859-1?q?D=E9gel?= du =?utf-8?b?cG9ydA==?=", "Dégel du port"),
        ("=?nonsense?q?Thaw=E9?=", "Thawé"),
        ("=?utf-8?b?!!!?= ice", "ice"),
        ("Fwd: FW: Ice at the piers", "Ice at the piers"),
        ("Re: Ice at the piers", "Re: Ice at the piers"),
        ("[Other] Ice at the piers", "[Other] Ice at the piers"),
    ],
)
def test_subjects(subject: str, title: str) -> None:
    data = b"Subject: " + subject.encode() + b"\nFrom: Coast <a@b.example>\n\n" + TEXT.encode()
    assert letter(data, "a").title == title


@pytest.mark.parametrize(
    ("header", "outlet"),
    [
        ("From: =?utf-8?q?K=C3=BCste?= <a@b.example>", "Küste"),
        ("From: a@b.example", None),
        ('From: "a@b.example" <a@b.example>', None),
        ("From: Desk via Coast List <a@b.example>", "Coast List"),
        ("From: Desk <a@b.example>\nList-Id: Coast List <c.b.example>", "Coast List"),
        ("From: Desk <a@b.example>\nList-Id: <c.b.example>", "Desk"),
        ("From: Desk <a@b.example>\nList-Id: 148662d91563921f62 list <c.b.example>", "Desk"),
        ("Subject: Fwd: Ice at the piers\nFrom: A Person <a@b.example>", None),
        ("From: K\xfcste <a@b.example>", "Küste"),
    ],
)
def test_outlets(header: str, outlet: str | None) -> None:
    assert letter(header.encode("latin-1") + b"\n\n" + TEXT.encode(), "a").outlet == outlet


@pytest.mark.parametrize(
    ("date", "published"),
    [
        ("Tue, 5 Mar 2024 09:04:31 -0500", "2024-03-05T09:04-05:00"),
        ("5 Mar 2024 09:04 GMT", "2024-03-05T09:04+00:00"),
        ("Tue, 5 Mar 2024 09:04:31 -0000", "2024-03-05T09:04"),
        ("Tue, 5 Mar 2024 09:04:31 +0100 (CET)", "2024-03-05T09:04+01:00"),
        ("Tue, 35 Mar 2024 09:04:31 +0100", None),
        ("Thu, 1 Jan 1970 00:00:00 +0000", None),
        ("Tue, 5 Mar 2024 09:04:31 +9900", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_dates(date: str, published: str | None) -> None:
    found = letter(f"Date: {date}\n\n{TEXT}".encode(), "a").published
    assert found == (When(published) if published else None)


@pytest.mark.parametrize(
    ("link", "url"),
    [
        (f"View in your browser: {POST}", POST),
        (f"View in your browser: {POST}?utm_source=mail&id=3", f"{POST}?id=3"),
        (f"Im Browser lesen <{POST}>", POST),
        ("View in your browser: https://click.coast.example/x/17", None),
        ("View in your browser: https://coast.example/redirect/17", None),
        ("View in your browser: https://coast.example/a?u=https%3A%2F%2Fb.example", None),
        (f"View in your browser: https://coast.example/{'x' * 61}", None),
        ("View in your browser: https://coast.example/", None),
        ("The office is at https://coast.example/office", None),
    ],
)
def test_addresses_of_letters(link: str, url: str | None) -> None:
    assert letter(f"Subject: Ice\n\n{link}\n\n{TEXT}".encode(), "a").url == url


def test_the_archive_of_a_list_is_no_address_of_a_letter() -> None:
    data = letter_of(None, TEXT, {"List-Archive": "<https://lists.coast.example/archives/ice>"})
    assert letter(data, "a").url is None


def test_links_in_plain_text() -> None:
    assert plain_text("The ferry <https://a.example/1> and the road (https://a.example/2).") == (
        "The ferry and the road."
    )
    assert plain_text("More at <https://a.example/1>.") == "More at https://a.example/1."
    assert plain_text("Boats [ https://a.example/x?y ] wait") == "Boats wait"
    assert plain_text("[image: A pier] Ice") == " Ice"


def test_lines_are_joined() -> None:
    flowed = "One line that \ngoes on.\nAnother.\n-- \nThe office"
    assert plain_text(flowed, flowed=True) == "One line that goes on.\nAnother.\n-- \nThe office"
    assert plain_text("half a \nword", flowed=True, delete_space=True) == "half aword"
    poem = "Ice on the pier,\nsnow on the quay,\nno ship is here.\n"
    assert plain_text(poem) == poem


def test_signed_and_encrypted_letters() -> None:
    signed = (
        "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n"
        f"{TEXT}- -- \n-----BEGIN PGP SIGNATURE-----\n\niQEzBAEB\n-----END PGP SIGNATURE-----\n"
    )
    assert letter(f"Subject: Ice\n\n{signed}".encode(), "a").text == TEXT
    for kind, body in (
        ("text/plain", "-----BEGIN PGP MESSAGE-----\n\nhQEMA\n"),
        ("multipart/encrypted; boundary=x", "--x\nContent-Type: text/plain\n\nIce\n--x--\n"),
        ("application/pkcs7-mime; smime-type=enveloped-data", "MIAGCSqG\n"),
    ):
        with pytest.raises(Refused, match="it is encrypted"):
            letter(f"Content-Type: {kind}\n\n{body}".encode(), "a")


def test_attachments_are_not_the_letter() -> None:
    message = EmailMessage()
    message["Subject"] = "Ice"
    message.set_content(TEXT)
    message.add_attachment("Something else entirely, in a file.\n", filename="notes.txt")
    message.add_attachment(b"\0\1\2", maintype="application", subtype="pdf", filename="a.pdf")
    assert letter(message.as_bytes(), "a").text == TEXT


def test_a_letter_within_a_letter() -> None:
    outer = EmailMessage()
    outer["Subject"] = "for you"
    inner = EmailMessage()
    inner["Subject"] = HEADLINE
    inner["From"] = "Coast Weekly <news@coast.example>"
    inner.set_content(TEXT)
    outer.make_mixed()
    outer.add_attachment(inner)
    found = letter(outer.as_bytes(), "a")
    assert (found.title, found.outlet, found.text) == (HEADLINE, "Coast Weekly", TEXT)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"Subject: Ice\n\n", "it has no text"),
        (b"", "it has no text"),
        (b"Content-Type: image/png\n\nxx", "it has no text"),
        (b"Content-Type: multipart/mixed; boundary=x\n\n--x\n\n\n--x--\n", "it has no text"),
    ],
)
def test_letters_without_text(data: bytes, reason: str) -> None:
    with pytest.raises(Refused, match=f"^{reason}$"):
        letter(data, "a")


def test_parts_within_parts_end_somewhere() -> None:
    depth = 3_000
    head = "".join(
        f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(depth)
    )
    with pytest.raises(Refused, match=r"nested too deep|no text"):
        letter(head.encode() + b"\nIce\n", "a")


@pytest.mark.parametrize(
    ("charset", "data"),
    [
        ("utf-8", "Eis über dem Fjord".encode()),
        ("iso-8859-1", "Eis über dem Fjord".encode("latin-1")),
        ("us-ascii", "Eis über dem Fjord".encode()),
        ("no-such", "Eis über dem Fjord".encode()),
        ("utf-8", "Eis über dem Fjord".encode("latin-1")),
    ],
)
def test_character_sets(charset: str, data: bytes) -> None:
    head = f"Content-Type: text/plain; charset={charset}\n\n".encode()
    assert letter(head + data, "a").text == "Eis über dem Fjord\n"


def test_furniture_in_several_languages() -> None:
    top = ["Newsletter wird nicht richtig angezeigt?", "Ver en el navegador", "12 mars 2024"]
    foot = ["Se désabonner", "Coast Weekly, 1 Quay Road"]
    lines = [*top, "", *BODY, "Abmelden", *foot]
    assert furniture(lines) == {0, 1, 2, 8, 9, 10}
    # Words about leaving in the midst of a text are its own.
    assert furniture([BODY[0], "Readers could unsubscribe at once.", BODY[1]]) == set()


def _box(tmp_path: Path, content: str | bytes) -> Path:
    path = tmp_path / "letters.mbox"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def _letters(path: Path) -> list[Draft | Failure]:
    return [found for found in mailbox(path) if isinstance(found, Draft | Failure)]


def test_a_mailbox(tmp_path: Path) -> None:
    content = (
        f"{BOXED}Subject: One\nMessage-ID: <1@coast.example>\n\nThe ice came early.\n"
        "From the pier one could see it: a line.\n\n"
        "From the quay one could not.\n\n>From then on it grew.\n\n"
        f"{BOXED}Subject: Two\n\nThe ice went late.\n\n"
        f"From - Tue Mar  5 10:04:31 2024\nSubject: Three\n\n"
    )
    path = _box(tmp_path, content)
    one, two, three = _letters(path)
    assert isinstance(one, Draft)
    assert (one.title, one.source) == ("One", f"{path}#1@coast.example")
    assert one.text.endswith("\n\nFrom the quay one could not.\n\nFrom then on it grew.\n")
    assert isinstance(two, Draft)
    assert two.title == "Two"
    # It keeps its name when letters before it are deleted.
    _box(tmp_path, content[content.index(BOXED, 1) :])
    again = _letters(path)[0]
    assert isinstance(again, Draft)
    assert again.source == two.source
    assert three == Failure(f"{path}#3", "it has no text")


def test_a_large_letter_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mailboxes, "LARGEST", 1_000)
    line = "x" * 80 + "\n"
    path = _box(
        tmp_path,
        f"{BOXED}Subject: One\n\n{line * 20}\n{BOXED}Subject: Two\n\nThe ice went late.\n",
    )
    one, two = _letters(path)
    assert isinstance(one, Failure)
    assert "are read" in one.reason
    assert isinstance(two, Draft)


def test_a_mailbox_without_letters(tmp_path: Path) -> None:
    path = _box(tmp_path, "no letters at all\n")
    assert _letters(path) == [Failure(str(path), "it holds no letters")]


def test_one_letter_is_held_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "letters.mbox"
    with path.open("w") as file:
        for number in range(300):
            file.write(f"{BOXED}Subject: {number}\n\n{TEXT * 50}\n")
    tracemalloc.start()
    with path.open("rb") as stream:
        count = sum(1 for _ in mailboxes._split(stream))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 300
    assert peak < path.stat().st_size / 20


def test_a_cut_off_mailbox(tmp_path: Path) -> None:
    whole = gzip.compress(f"{BOXED}Subject: One\n\n{TEXT * 50}\n".encode() * 30)
    path = tmp_path / "letters.mbox.gz"
    path.write_bytes(whole[:-20])
    *_, last = _letters(path)
    assert isinstance(last, Failure)
    assert "damaged" in last.reason


def test_a_line_of_a_letter_that_looks_like_the_next_one(tmp_path: Path) -> None:
    content = f"{BOXED}Subject: One\n\nThe ice came.\n{BOXED}Subject: this is a quotation\n"
    (found,) = _letters(_box(tmp_path, content))
    assert isinstance(found, Draft)
    assert "this is a quotation" in found.text


def test_what_would_leave_nothing_is_not_cut() -> None:
    assert cleaned_without(["Unsubscribe", "", "Web version"], {0, 2}).text == (
        "Unsubscribe\n\nWeb version\n"
    )
