"""What is read, what is passed over, and what is refused by name."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from reader.importing import files
from reader.importing.files import read
from reader.importing.found import Failure
from reader.model import Draft

TEXT = "The harbour froze over on Sunday for the first time in nine years.\n"


def _one(source: str | Path) -> Draft | Failure:
    (found,) = read(source)
    return found


def _reason(source: str | Path) -> str:
    found = _one(source)
    assert isinstance(found, Failure)
    return found.reason


@pytest.mark.parametrize("name", ["a.txt", "a.md", "A.TXT", "a.Md", "no ending", "ünï.txt"])
def test_texts_are_read(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(TEXT, "utf-8")
    found = _one(path)
    assert isinstance(found, Draft)
    assert (found.text, found.source, found.language) == (TEXT, str(path), None)


def test_a_source_is_an_absolute_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "./a.txt", "../" + tmp_path.name + "/a.txt"):
        assert _one(name).source == str(tmp_path / "a.txt")


def test_windows_line_ends_and_control_characters(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfOne \x1b[31mred\x1b[0m lamp stood on the pier.\r\nAnd two.\r\n")
    found = _one(path)
    assert isinstance(found, Draft)
    assert found.text == "One red lamp stood on the pier.\nAnd two.\n"


def test_five_megabytes_are_handled(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text(TEXT * 80_000)
    found = _one(path)
    assert isinstance(found, Draft)
    assert len(found.text) > 5_000_000


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", b"", "it is empty"),
        ("blank.txt", b" \r\n\t\n", "it is empty"),
        ("controls.txt", b"\x1b[31m\x1b[0m", "it is empty"),
        ("matter.md", b"---\ntitle: Ice\n---\n\n", "there is no text below its front matter"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0", "it holds no text but binary data"),
        ("paper.pdf", b"%PDF", ".pdf files cannot be read, only .txt and .md"),
    ],
)
def test_refused(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert _one(path) == Failure(str(path), reason)


def test_a_file_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST", 1_000_000)
    path = tmp_path / "large.txt"
    path.write_bytes(b"x" * 1_000_001)
    assert _reason(path) == "it has 1 MB; up to 1 MB are read"


def test_what_is_not_there(tmp_path: Path) -> None:
    assert _reason(tmp_path / "gone.txt") == "there is no such file"
    (tmp_path / "link.txt").symlink_to(tmp_path / "gone.txt")
    assert _reason(tmp_path / "link.txt") == "it is a link to nothing"
    assert "web" in _reason("https://coast.example/ice")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes need POSIX")
def test_pipes_and_devices_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    for path in (tmp_path / "pipe.txt", Path("/dev/zero")):
        assert _reason(path) == "it is no file but a pipe or a device"
    assert [found.source for found in read(tmp_path)] == [str(tmp_path / "pipe.txt")]


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text(TEXT)
    original = Path.read_bytes

    def guarded(self: Path) -> bytes:
        if self.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return original(self)

    monkeypatch.setattr(Path, "read_bytes", guarded)
    first, second = read(tmp_path)
    assert first == Failure(str(tmp_path / "a.txt"), "there is no permission to read it")
    assert isinstance(second, Draft)


def test_folders_are_read_in_order_with_all_below(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "c/d.txt", "c/README.md", "c/e/f.txt", "z.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"{name}. {TEXT}")
    for name in (".hidden.txt", "page.html", "noending", ".git/x.txt", "c/.e.md.swp"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT)
    expected = ["a.md", "b.txt", "c/README.md", "c/d.txt", "c/e/f.txt", "z.txt"]
    assert [found.source for found in read(tmp_path)] == [str(tmp_path / n) for n in expected]


def test_an_empty_folder_has_no_articles(tmp_path: Path) -> None:
    assert list(read(tmp_path)) == []


def test_links_in_folders(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.txt").write_text(TEXT)
    (tmp_path / "real" / "up").symlink_to(tmp_path)
    (tmp_path / "real" / "self").symlink_to(tmp_path / "real" / "self")
    (tmp_path / "other").symlink_to(tmp_path / "real")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing")
    found = list(read(tmp_path))
    texts = [draft.source for draft in found if isinstance(draft, Draft)]
    assert texts == [str(tmp_path / "other" / "a.txt"), str(tmp_path / "real" / "a.txt")]
    failures = [failure for failure in found if isinstance(failure, Failure)]
    assert failures == [Failure(str(tmp_path / "gone.txt"), "it is a link to nothing")]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(f"# Ice\n\n{TEXT}".encode())))
    found = _one("-")
    assert isinstance(found, Draft)
    assert (found.source, found.title, found.text) == ("stdin", "Ice", TEXT)


def test_standard_input_without_anything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    assert _one("-") == Failure("stdin", "it is empty")


@pytest.mark.skipif(sys.platform != "linux", reason="names that are no Unicode need Linux")
def test_a_file_name_that_is_no_unicode(tmp_path: Path) -> None:
    for name, text in ((b"ic\xe9.txt", TEXT), (b"\xff.md", "")):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text(text)
    good, bad = sorted(read(tmp_path), key=lambda found: isinstance(found, Failure))
    for found in (good, bad):
        found.source.encode("utf-8")
    assert isinstance(good, Draft)
    assert isinstance(bad, Failure)
