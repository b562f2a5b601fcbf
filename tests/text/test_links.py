"""Addresses in a text: where they end, and that nothing but http is one."""

from __future__ import annotations

import time

import pytest

from reader.text.links import find_links


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("See https://a.example/b.", ["https://a.example/b"]),
        ("(see http://a.example/x_(y))", ["http://a.example/x_(y)"]),
        ("http://a.example, https://b.example!", ["http://a.example", "https://b.example"]),
        ("https://a.example/brücke", ["https://a.example/br%C3%BCcke"]),
        ("https://a.example/\x1b[31m", ["https://a.example/"]),
        ("file:///etc/passwd javascript://a ftp://b.example", []),
        ("https:// nothing", []),
        ("no address", []),
    ],
)
def test_addresses_are_found(text: str, addresses: list[str]) -> None:
    found = find_links(text)
    assert [link.address for link in found] == addresses
    assert all(text[link.span.start :].lower().startswith("http") for link in found)


def test_hostile_brackets_take_linear_time() -> None:
    text = ("https://a.example/" + ")" * 3000 + " ") * 30
    begun = time.process_time()
    assert len(find_links(text)) == 30
    assert time.process_time() - begun < 5
