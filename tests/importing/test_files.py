"""What is read, what is passed over, and what is refused by name."""

from __future__ import annotations

import gzip
import io
import os
import sys
import tracemalloc
from pathlib import Path

import pytest

from reader.importing import files
from reader.importing.files import read
from reader.importing.found import Failure, Item, Reached
from reader.importing.kinds import KINDS, MAILBOX, PAGE, kind_in, kind_of, suffixes
from reader.importing.kinds import TEXT as TEXT_KIND
from reader.model import Draft
from tests.importing.letters import HEADLINE, from_a_list
from tests.importing.letters import TEXT as LETTER
from tests.importing.printing import column, printed
from tests.importing.test_warc import html, record

TEXT = "The harbour froze over on Sunday for the first time in nine years.\n"


def _found(source: str | Path) -> list[Draft | Failure]:
    return [item for item in read(source) if not isinstance(item, Reached)]


def _one(source: str | Path) -> Draft | Failure:
    (found,) = _found(source)
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
        ("paper.docx", b"PK", f".docx files cannot be read, only {suffixes()}"),
        ("feed.xml", b"<rss/>", "it is no article but a feed or a list of feeds"),
        ("a.html", b"\x89PNG\r\n", "its name says .html, but it holds a picture"),
        ("a.eml", b"PK\x03\x04", "its name says .eml, but it holds a ZIP archive"),
        ("a.pdf", b"<!doctype html><p>Ice", "its name says .pdf, but it holds a web page"),
        ("a.warc", b"", "it holds no web pages"),
        ("a.epub", b"", "it is no e-book, or it is damaged"),
        ("a.txt.gz", b"\x1f\x8b\x08broken", "its compression is damaged, or its end is missing"),
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
    for name in ("https://coast.example/ice", "http://coast.example/ice"):
        with pytest.raises(ValueError, match="an address, not a file"):
            list(read(name))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes need POSIX")
def test_pipes_and_devices_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    for path in (tmp_path / "pipe.txt", Path("/dev/zero")):
        assert _reason(path) == "it is no file but a pipe or a device"
    assert [found.source for found in _found(tmp_path)] == [str(tmp_path / "pipe.txt")]


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text(TEXT)
    original = Path.read_bytes

    def guarded(self: Path) -> bytes:
        if self.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return original(self)

    monkeypatch.setattr(Path, "read_bytes", guarded)
    first, second = _found(tmp_path)
    assert first == Failure(str(tmp_path / "a.txt"), "there is no permission to read it")
    assert isinstance(second, Draft)


def test_folders_are_read_in_order_with_all_below(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "c/d.txt", "c/README.md", "c/e/f.txt", "z.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"{name}. {TEXT}")
    for name in (".hidden.txt", "page.docx", "feed.xml", "noending", ".git/x.txt", "c/.e.md.swp"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT)
    expected = ["a.md", "b.txt", "c/README.md", "c/d.txt", "c/e/f.txt", "z.txt"]
    assert [found.source for found in _found(tmp_path)] == [str(tmp_path / n) for n in expected]


def test_an_empty_folder_has_no_articles(tmp_path: Path) -> None:
    assert list(read(tmp_path)) == []


def test_links_in_folders(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.txt").write_text(TEXT)
    (tmp_path / "real" / "up").symlink_to(tmp_path)
    (tmp_path / "real" / "self").symlink_to(tmp_path / "real" / "self")
    (tmp_path / "other").symlink_to(tmp_path / "real")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing")
    found = _found(tmp_path)
    texts = [draft.source for draft in found if isinstance(draft, Draft)]
    assert texts == [str(tmp_path / "other" / "a.txt"), str(tmp_path / "real" / "a.txt")]
    failures = [failure for failure in found if isinstance(failure, Failure)]
    assert failures == [Failure(str(tmp_path / "gone.txt"), "it is a link to nothing")]


def _pipe(monkeypatch: pytest.MonkeyPatch, content: bytes) -> list[Draft | Failure]:
    stream = io.BufferedReader(io.BytesIO(content))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(stream))
    return _found("-")


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
    good, bad = sorted(_found(tmp_path), key=lambda found: isinstance(found, Failure))
    for found in (good, bad):
        found.source.encode("utf-8")
    assert isinstance(good, Draft)
    assert isinstance(bad, Failure)


ROWS = '{"text": "The harbour froze over."}\n{"text": "It thawed.", "id": 7}\n{"id": 8}\n'
BOX = "From a@coast.example Tue Mar  5 10:04:31 2024\n"


@pytest.mark.parametrize(
    ("content", "sources", "title"),
    [
        (html("Ice"), ["stdin"], "Ice"),
        (b"\n  <HTML><head></head>" + html("Ice")[15:], ["stdin"], "Ice"),
        (from_a_list(), ["stdin"], HEADLINE),
        (printed([[(70, 760, 20, "Ice closes both piers"), *column([TEXT.strip()])]]), ["stdin"],
         "Ice closes both piers"),
        (ROWS.encode(), ["stdin", "stdin#7", "stdin#8"], None),
        (f'[{ROWS.replace("}", "},").strip().strip(",")}]'.encode(),
         ["stdin", "stdin#7", "stdin#8"], None),
        (f"{BOX}Subject: Ice\n\n{TEXT}\n{BOX}Message-ID: <2@a>\n\n{TEXT}".encode(),
         ["stdin", "stdin#2@a"], "Ice"),
        (b"Date: none of this is a letter.\n\n" + TEXT.encode(), ["stdin"], None),
        (b"{Ice} is what it says.\n", ["stdin"], None),
        (b"From the pier one saw ice.\n", ["stdin"], None),
    ],
    ids="page shouted letter pdf lines list mailbox colon brace from".split(),
)  # fmt: skip
def test_kinds_of_standard_input(
    monkeypatch: pytest.MonkeyPatch, content: bytes, sources: list[str], title: str | None
) -> None:
    found = _pipe(monkeypatch, content)
    assert [one.source for one in found] == sources
    first = found[0]
    assert isinstance(first, Draft)
    assert first.title == title


def test_standard_input_that_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    from reader.importing import piped

    monkeypatch.setattr(piped, "LARGEST", 1_000)
    assert isinstance(_pipe(monkeypatch, b"x" * 1_001)[0], Failure)


def _every_kind(folder: Path) -> list[str]:
    """One file of each kind with one article in it."""
    contents = {
        "a.txt": TEXT.encode(),
        "b.HTML": html("Ice"),
        "c.eml": from_a_list(),
        "d.mbox": BOX.encode() + from_a_list(),
        "e.pdf": printed([column([TEXT.strip()])]),
        "f.jsonl": b'{"text": "The harbour froze over."}\n',
        "g.csv": b"text\nThe harbour froze over.\n",
        "h.tsv": b"text\tid\nThe harbour froze over.\t3\n",
        "i.warc": record("ice", packed=False),
        "j.xhtml": html("Ice"),
    }
    for name, content in contents.items():
        (folder / name).write_bytes(content)
        (folder / f"{name}.gz").write_bytes(gzip.compress(content))
    return sorted([*contents, *(f"{name}.gz" for name in contents)])


def test_a_folder_of_every_kind(tmp_path: Path) -> None:
    names = _every_kind(tmp_path)
    found = _found(tmp_path)
    assert [type(one) for one in found] == [Draft] * len(names)
    for name, one in zip(names, found, strict=True):
        expected = "https://coast.example/ice" if "warc" in name else str(tmp_path / name)
        assert one.source.startswith(expected)
    # Each is the same when it is named by itself.
    for name, one in zip(names, found, strict=True):
        assert _one(tmp_path / name) == one


def test_the_table_of_kinds(tmp_path: Path) -> None:
    assert len({suffix for kind in KINDS for suffix in kind.suffixes}) == 17
    assert all((kind.document is None) != (kind.collection is None) for kind in KINDS)
    assert suffixes().startswith(".txt, .md, .html")
    assert kind_of(Path("A.HTM.GZ")) is PAGE
    assert kind_of(Path("a.epub.gz")) is None
    assert kind_of(Path("a.gz")) is None
    assert kind_of(Path("a.xml")) is None


def test_pictures_of_saved_pages_are_passed_over(tmp_path: Path) -> None:
    for name in ("ice.html", "ice_files/ad.html", "other_files/b.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(html(name.replace("/", " ")))
    assert [one.source for one in _found(tmp_path)] == [
        str(tmp_path / "ice.html"),
        str(tmp_path / "other_files/b.html"),
    ]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("letters", BOX.encode() + from_a_list()),
        ("page", html("Ice")),
        ("paper", printed([column([TEXT.strip()])])),
        ("page.html", printed([column([TEXT.strip()])])),
        ("text.txt", printed([column([TEXT.strip()])])),
    ],
)
def test_first_bytes_tell_where_names_do_not(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    found = _one(path)
    assert isinstance(found, Draft)
    assert found.source.startswith(str(path))
    if name == "letters":
        assert found.text == LETTER


def test_kinds_by_their_beginning() -> None:
    assert kind_in(BOX.encode() + b"Subject: Ice\n\n") is MAILBOX
    assert kind_in(b'<?xml version="1.0"?>\n<!-- saved --><html lang="en">') is PAGE
    assert kind_in(b"<htmlike> is a word") is not PAGE
    assert kind_in(b"Date: none of this is a letter.\n\nIce.\n") is TEXT_KIND


def test_a_packed_text_that_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "a.txt.gz"
    with gzip.open(path, "wb") as file:
        for _ in range(100):
            file.write(b"ice " * 250_000)
    tracemalloc.start()
    assert _reason(path) == "it unpacks to more than 20 MB; up to that are read"
    hollow = tmp_path / "hollow.txt"
    with hollow.open("wb") as file:
        file.truncate(300_000_000)
    assert _reason(hollow) == "it has 300 MB; up to 20 MB are read"
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 90_000_000


def test_progress_of_a_folder(tmp_path: Path) -> None:
    for number in range(50):
        (tmp_path / f"{number:02}.txt").write_text(TEXT)
    (tmp_path / "rows.jsonl").write_text('{"text": "The harbour froze over."}\n' * 900)
    items: list[Item] = list(read(tmp_path))
    shares = [item.share for item in items if isinstance(item, Reached)]
    assert shares == sorted(shares)
    assert shares[-1] == pytest.approx(1.0, abs=0.01)
    assert 50 <= len(shares) <= 200


def test_fields_reach_the_data_sets_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("story\nThe harbour froze over.\n")
    (found,) = (i for i in read(tmp_path, fields={"text": "story"}) if isinstance(i, Draft))
    assert found.text == "The harbour froze over.\n"
    with pytest.raises(ValueError, match="no such field"):
        list(read(tmp_path / "gone.csv", fields={"story": "text"}))


def test_a_reader_that_fails_in_an_unforeseen_way_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> object:
        raise ZeroDivisionError("no one thought of this")

    monkeypatch.setattr("reader.importing.mail.letters.letter", broken)
    monkeypatch.setattr("reader.importing.tables.rows.row_draft", broken)
    for name in ("a.eml", "b.jsonl", "c.txt"):
        (tmp_path / name).write_text('{"text": "Ice."}\n')
    found = [each for each in read(tmp_path) if not isinstance(each, Reached)]
    assert [type(each) for each in found] == [Failure, Failure, Draft]
    assert isinstance(found[0], Failure)
    assert found[0].reason == "it cannot be read (ZeroDivisionError)"
