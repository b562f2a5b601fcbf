from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.importing.decoding import NotText, decode

WORDS = "The café’s “Ümläut” night – 5 €\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_encodings_are_told_apart(encoding: str) -> None:
    assert decode(WORDS.encode(encoding)) == WORDS


def test_utf16_of_either_order() -> None:
    assert decode(b"\xff\xfe" + WORDS.encode("utf-16-le")) == WORDS
    assert decode(b"\xfe\xff" + WORDS.encode("utf-16-be")) == WORDS


def test_one_fault_does_not_turn_utf8_into_another_encoding() -> None:
    assert decode(WORDS.encode() + b"\xff end") == WORDS + "\ufffd end"


def test_a_file_cut_in_the_middle_of_a_character() -> None:
    assert decode("Ärger über Öl€".encode()[:-1]) == "Ärger über Öl\ufffd"


def test_bytes_that_windows_leaves_open() -> None:
    assert decode(b"caf\xe9 \x81 na\xefve") == "café \ufffd naïve"


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"PK\x03\x04\x14\0\0\0",
        b"text and\0a zero",
        bytes(range(1, 32)) * 10,
        "UTF-16 without a mark".encode("utf-16-le"),
    ],
)
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(NotText, match="binary"):
        decode(data)


def test_colours_of_a_terminal_are_no_binary_data() -> None:
    assert "red" in decode(b"\x1b[31mred\x1b[0m and plain\n")


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_break_it(data: bytes) -> None:
    with contextlib.suppress(NotText):
        assert isinstance(decode(data), str)


@settings(deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc"))))
def test_utf8_is_read_as_it_was_written(text: str) -> None:
    if not text.startswith("\ufeff"):
        assert decode(text.encode()) == text
