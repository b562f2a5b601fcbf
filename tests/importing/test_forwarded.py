"""Letters that somebody sends on, and letters in another encoding than they say."""

from __future__ import annotations

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest

from reader.importing.mail.letters import letter
from reader.model import When
from tests.importing.letters import BODY, HEADLINE, TEXT, letter_of

GMAIL = """Have a look

---------- Forwarded message ---------
From: Coast Weekly <news@coast.example>
Date: Tue, 5 Mar 2024 at 10:04
Subject: Ice closes both piers at Coldwater
To: <someone@home.example>

"""
OUTLOOK = """
Von: "Coast Weekly" <news@coast.example>
Gesendet: 5. März 2024 10:04
An: someone@home.example
Betreff: Ice closes both piers at Coldwater

"""


@pytest.mark.parametrize("above", [GMAIL, OUTLOOK])
def test_sent_on(above: str) -> None:
    headers = {"Subject": f"Fwd: {HEADLINE}", "From": "Somebody <me@home.example>"}
    found = letter(letter_of(None, above + TEXT, headers), "a")
    assert (found.text, found.title, found.outlet) == (TEXT, HEADLINE, "Coast Weekly")
    assert found.published == When("2024-03-05")
    assert "me@home.example" not in found.text


def test_sent_on_as_an_attachment() -> None:
    outer = EmailMessage()
    outer["Subject"] = "worth reading"
    outer["From"] = "Somebody <me@home.example>"
    outer.set_content("see below")
    outer.add_attachment(message_from_bytes(letter_of(None, TEXT), policy=default))
    found = letter(outer.as_bytes(), "a")
    assert (found.text, found.title, found.outlet) == (TEXT, HEADLINE, "Coast Weekly")


@pytest.mark.parametrize(("said", "is_in"), [("iso-8859-1", "utf-8"), ("iso-8859-1", "cp1252")])
def test_what_is_not_the_encoding_that_is_said(said: str, is_in: str) -> None:
    text = "Der Fluß – sagt „der Bote“ – ist größer als früher.\n\n" + "\n\n".join(BODY)
    head = f"Subject: x\r\nContent-Type: text/plain; charset={said}\r\n\r\n"
    found = letter(head.encode() + text.encode(is_in), "a")
    assert found.text.rstrip("\n") == text
