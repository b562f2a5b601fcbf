"""Which spellings of an address name one page, and which may not."""

from __future__ import annotations

import pytest

from reader.text.addresses import page_of


@pytest.mark.parametrize(
    "written",
    [
        "http://example.org/a?b=1",
        "HTTP://EXAMPLE.org:80/a?b=1",
        "https://www.example.org/a/?b=1",
        "http://example.org./a?b=1#comments",
        "http://example.org/a?utm_source=x&b=1&utm_medium=y",
        "http://example.org/a?b=1&fbclid=IwAR0&gclid=9",
        "http://example.org/a?mc_cid=1&mc_eid=2&b=1&igshid=3&",
        "http://example.org/%61?b=%31",
    ],
)
def test_spellings_of_one_page_are_one(written: str) -> None:
    assert page_of(written) == "example.org/a?b=1"


def test_what_may_be_another_page_stays_another() -> None:
    pages = [
        "http://example.org/a",
        "http://example.org/A",
        "http://example.org/a?id=1",
        "http://example.org/a?id=2",
        "http://example.org/a?source=utm_x",
        "http://example.org/a%2Fb",
        "http://example.org/a/b",
        "http://example.org/?p=1",
        "http://example.org:8080/a",
        "http://news.example.org/a",
    ]
    assert len({page_of(page) for page in pages} - {None}) == len(pages)


@pytest.mark.parametrize(
    "address",
    [
        None,
        "",
        "https://example.org",
        "https://example.org/?utm_source=letter",
        "ftp://example.org/a",
        "mailto:a@example.org",
        "http://[",
        "/saved/page.html",
    ],
)
def test_what_names_no_one_page(address: str | None) -> None:
    assert page_of(address) is None
