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


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("See [the report](https://a.example/r) and so on.", ["the report"]),
        (
            "![A boat](https://a.example/b.jpg) at [sea](<https://b.example/(x)>).",
            ["A boat", "sea"],
        ),
        ('A [dam](https://a.example/d "The dam") broke.', ["dam"]),
        ("A [dam of\nclay](https://a.example/d) broke.", ["dam of\nclay"]),
        ("Said [[1]](https://a.example/1) once.", ["[1]"]),
        ("[https://a.example](https://a.example) is it.", ["https://a.example"]),
        ("The [minister] said (so) [here](/there).", []),
        ("A [dam\n\nof clay](https://a.example/d) is none.", ["https://a.example/d"]),
    ],
)
def test_words_lead_to_addresses(text: str, words: list[str]) -> None:
    found = find_links(text)
    assert [link.span.of(text) for link in found] == words
    for link in found:
        assert link.address.startswith("https://")
        if link.signs is not None:
            opens, closes = link.signs
            assert opens.end == link.span.start
            assert closes.start == link.span.end


@pytest.mark.parametrize(
    "piece", ["[", "[a](https://", "[a](https://a.example/(", "[[", "[a\n", "]("]
)
def test_hostile_markdown_takes_linear_time(piece: str) -> None:
    begun = time.process_time()
    find_links(piece * 20_000 + "](https://a.example/")
    assert time.process_time() - begun < 5
