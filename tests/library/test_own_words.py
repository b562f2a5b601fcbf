"""A person's additions to the word lists, and files that cannot be used."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader.framing.word_lists import Own, WordLists
from reader.library.own_words import own_words


def test_no_folder_is_no_addition(tmp_path: Path) -> None:
    assert own_words(tmp_path / "words") == WordLists()


def test_added_and_taken_out(tmp_path: Path) -> None:
    text = "\ufeff# mine\n cosy \n\ncosy\n-woeful\n- dire\n"
    (tmp_path / "loaded-alarm.txt").write_text(text, "utf-8")
    (tmp_path / ".hidden").write_text("x", "utf-8")
    assert own_words(tmp_path) == WordLists((Own("loaded-alarm", ("cosy",), ("woeful", "dire")),))


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        (
            "nope.txt",
            b"x",
            "words/nope.txt is left out: no list has this name, only boosters, cause-",
        ),
        ("loaded-alarm.txt", b"\xff\xfe", "words/loaded-alarm.txt is left out: it is not UTF-8"),
        ("loaded-alarm.txt", b"a\n" * 200_000, "it has over 200,000 bytes"),
        ("loaded-alarm.txt", b"ok\n!!\n", "words/loaded-alarm.txt: line 2 is left out"),
        ("loaded-alarm.txt", b"x" * 90, "line 1 is left out"),
        ("no\x1bpe.txt", b"x", "words/no"),
    ],
)
def test_a_bad_file_is_named(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(content)
    (problem,) = own_words(tmp_path).problems
    assert said in problem
    assert "\x1b" not in problem
    assert str(tmp_path) not in problem


def test_what_is_no_file_is_named_and_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "loaded-alarm.txt").mkdir()
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "loaded-praise.txt")
    assert all("it is no file" in problem for problem in own_words(tmp_path).problems)
    (tmp_path / "file").write_text("x", "utf-8")
    (problem,) = own_words(tmp_path / "file").problems
    assert problem.startswith("file cannot be read")
