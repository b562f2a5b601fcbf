"""E-books and newspapers made by calibre, and archives that are neither."""

from __future__ import annotations

import sys
import tracemalloc
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from reader.importing.books import book
from reader.importing.books.book import member
from reader.importing.books.epub import epub
from reader.importing.found import Failure, Refused
from reader.model import Draft, When

CONTAINER = (
    '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
    '<rootfiles><rootfile full-path="OEBPS/content.opf" media-type="x"/></rootfiles></container>'
)
ABOUT = (
    "<dc:title>The frozen harbour</dc:title><dc:creator>Harbour Press Writers</dc:creator>"
    '<dc:publisher>Quay Books</dc:publisher><dc:date opf:event="modification">2020-01-01</dc:date>'
    '<dc:date opf:event="publication">2019-11-05</dc:date><dc:language>en-GB</dc:language>'
)
FIRST = "The harbour froze over on Sunday for the first time in nine years."
SECOND = "By Monday the ice carried a horse, and then a cart."


def _package(pages: Mapping[str, str], about: str = ABOUT, extra: str = "") -> str:
    items = "".join(
        f'<item id="p{n}" href="{name}" media-type="application/xhtml+xml"/>'
        for n, name in enumerate(pages)
    )
    spine = "".join(f'<itemref idref="p{n}"/>' for n in range(len(pages)))
    return (
        '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">'
        f"<metadata>{about}</metadata><manifest>{items}{extra}</manifest>"
        f"<spine>{spine}</spine></package>"
    )


def _page(*paragraphs: str, title: str = "x") -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head>'
        f"<title>{title}</title></head><body>{body}</body></html>"
    )


def _book(
    tmp_path: Path,
    pages: Mapping[str, str],
    *,
    about: str = ABOUT,
    extra: str = "",
    others: Mapping[str, str] | None = None,
) -> Path:
    path = tmp_path / "book.epub"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("META-INF/container.xml", CONTAINER)
        archive.writestr("OEBPS/content.opf", _package(pages, about, extra))
        for name, text in pages.items():
            if not name.startswith(("/", "..")):
                archive.writestr(f"OEBPS/{name}", text)
        for name, text in (others or {}).items():
            archive.writestr(name, text)
    return path


def _one(path: Path) -> Draft:
    (found,) = epub(path)
    assert isinstance(found, Draft)
    return found


def test_a_book(tmp_path: Path) -> None:
    nav = '<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
    path = _book(tmp_path, {"b/two.xhtml": _page(FIRST), "a%20one.xhtml": _page(SECOND)}, extra=nav)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("OEBPS/a one.xhtml", _page(SECOND))
    assert _one(path) == Draft(
        text=f"{FIRST}\n\n{SECOND}\n",
        source=str(path),
        title="The frozen harbour",
        outlet="Quay Books",
        byline="Harbour Press Writers",
        published=When("2019-11-05"),
        language="en",
    )


@pytest.mark.parametrize("date", ["0101-01-01T00:00:00+00:00", "soon", ""])
def test_days_that_are_none(tmp_path: Path, date: str) -> None:
    path = _book(tmp_path, {"a.xhtml": _page(FIRST)}, about=f"<dc:date>{date}</dc:date>")
    found = _one(path)
    assert (found.published, found.title, found.byline, found.outlet) == (None,) * 4


def test_a_newspaper(tmp_path: Path) -> None:
    about = (
        "<dc:title>Coast Weekly [Tue, 05 Mar 2024]</dc:title><dc:creator>calibre</dc:creator>"
        "<dc:publisher>calibre</dc:publisher><dc:date>2024-03-05T04:00:00+00:00</dc:date>"
    )
    foot = "This article was downloaded by <b>calibre</b> from https://coast.example/ice"
    pages = {
        "index.html": _page("Contents"),
        "feed_0/index.html": _page("News"),
        "feed_0/article_0/index.html": _page(
            "| Next | Section Menu | Main Menu |", FIRST, foot
        ).replace("<p>|", "<h1>Ice on the harbour</h1><p>|"),
        "feed_0/article_1/index.html": _page(SECOND, title="The cart on the ice"),
        "feed_1/article_0/index.html": _page(" "),
    }
    path = _book(tmp_path, pages, about=about)
    one, two, three = epub(path)
    assert isinstance(one, Draft)
    assert (one.title, one.text) == ("Ice on the harbour", FIRST + "\n")
    assert (one.outlet, one.byline, one.url) == ("Coast Weekly", None, "https://coast.example/ice")
    assert one.published == When("2024-03-05T04:00:00+00:00")
    assert one.source == f"{path}#feed_0/article_0"
    assert [line.text[:6] for line in one.removed] == ["| Next", "This a"]
    assert isinstance(two, Draft)
    assert two.title == "The cart on the ice"
    assert three == Failure(f"{path}#feed_1/article_0", "it has no text")


@pytest.mark.parametrize("name", ["../../../etc/passwd", "/etc/passwd", "..%2f..%2fetc/passwd"])
def test_pages_outside_the_archive(tmp_path: Path, name: str) -> None:
    path = _book(
        tmp_path,
        {"a.xhtml": _page(FIRST), name: "x"},
        others={"../../../etc/passwd": _page("secret"), "/etc/passwd": _page("secret")},
    )
    failure, found = epub(path)
    assert isinstance(failure, Failure)
    assert failure.reason in ("it leads out of the book", "it is missing in the book")
    assert failure.source == f"{path}#{name}"
    assert isinstance(found, Draft)
    assert found.text == FIRST + "\n"


def test_names_of_members() -> None:
    assert member("OEBPS", "a/../b%20c.xhtml#x") == "OEBPS/b c.xhtml"
    assert member("OEBPS", "../b.xhtml") == "b.xhtml"
    assert member("OEBPS", "../../b.xhtml") == "../../b.xhtml"
    assert member("", "/b.xhtml") == "/b.xhtml"


def test_a_page_that_is_missing(tmp_path: Path) -> None:
    path = _book(tmp_path, {"a.xhtml": _page(FIRST), "../gone.xhtml": ""})
    failure, found = epub(path)
    assert failure == Failure(f"{path}#gone.xhtml", "it is missing in the book")
    assert isinstance(found, Draft)


def test_bombs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = _book(tmp_path, {f"{n}.xhtml": _page("ice " * 50_000) for n in range(4)})
    monkeypatch.setattr(book, "LARGEST", 100_000)
    *failures, _ = _items(path)
    assert [one.reason for one in failures] == ["it unpacks to more than 0 MB"] * 4
    monkeypatch.setattr(book, "LARGEST", 1_000_000)
    monkeypatch.setattr(book, "_MOST_BYTES", 500_000)
    failures = [one for one in _items(path) if isinstance(one, Failure)]
    assert [one.reason for one in failures] == ["the book unpacks to more than 0 MB"] * 2
    monkeypatch.setattr(book, "_MOST_MEMBERS", 3)
    with pytest.raises(Refused, match="it has more than 3 parts"):
        list(epub(path))


def _items(path: Path) -> list[Failure]:
    found: list[Failure] = []
    try:
        for item in epub(path):
            assert isinstance(item, Failure | Draft)
            if isinstance(item, Failure):
                found.append(item)
    except Refused as error:
        found.append(Failure("book", str(error)))
    return found


def test_a_bomb_is_never_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = _book(tmp_path, {"a.xhtml": _page("ice " * 10_000_000)})
    monkeypatch.setattr(book, "LARGEST", 1_000_000)
    tracemalloc.start()
    failure, *_ = _items(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert failure.reason == "it unpacks to more than 1 MB"
    assert peak < 10_000_000


def test_sizes_that_lie(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a member says of its size is not believed."""
    path = _book(tmp_path, {"a.xhtml": _page("ice " * 50_000)})
    data = path.read_bytes()
    size = len(_page("ice " * 50_000)).to_bytes(4, "little")
    assert data.count(size) == 2
    path.write_bytes(data.replace(size, (100).to_bytes(4, "little")))
    failure, *_ = _items(path)
    assert failure.reason in ("it is damaged", "it unpacks to more than 0 MB")


def test_entities_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    about = "<dc:title>&outside;&a;</dc:title>"
    path = _book(tmp_path, {"a.xhtml": _page(FIRST)}, about=about)
    bomb = (
        f'<!DOCTYPE package [<!ENTITY outside SYSTEM "file://{tmp_path}/secret.txt">'
        '<!ENTITY x "ice ice ice"><!ENTITY a "&x;&x;&x;">]>'
    )
    package = _package({"a.xhtml": ""}, about).replace("?>", "?>" + bomb, 1)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("META-INF/container.xml", CONTAINER)
        archive.writestr("OEBPS/content.opf", package)
        archive.writestr("OEBPS/a.xhtml", _page(FIRST))
    assert _one(path).title is None


def _encryption(uri: str, method: str) -> dict[str, str]:
    return {
        "META-INF/encryption.xml": (
            '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"'
            ' xmlns:e="http://www.w3.org/2001/04/xmlenc#"><e:EncryptedData>'
            f'<e:EncryptionMethod Algorithm="{method}"/><e:CipherData><e:CipherReference'
            f' URI="{uri}"/></e:CipherData></e:EncryptedData></encryption>'
        )
    }


def test_locked_books(tmp_path: Path) -> None:
    pages = {"a.xhtml": _page(FIRST)}
    aes = "http://www.w3.org/2001/04/xmlenc#aes128-cbc"
    path = _book(tmp_path, pages, others=_encryption("OEBPS/a.xhtml", aes))
    with pytest.raises(Refused, match="locked by digital rights management"):
        list(epub(path))
    for uri, method in (
        ("OEBPS/font.otf", aes),
        ("OEBPS/a.xhtml", "http://www.idpf.org/2008/embedding"),
    ):
        assert _one(_book(tmp_path, pages, others=_encryption(uri, method))).text == FIRST + "\n"


def test_what_is_no_book(tmp_path: Path) -> None:
    path = tmp_path / "a.epub"
    for content in (b"", b"text", b"PK\x03\x04 broken"):
        path.write_bytes(content)
        with pytest.raises(Refused, match="it is no e-book, or it is damaged"):
            list(epub(path))
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "Ice")
    with pytest.raises(Refused, match="it is no e-book, or it is damaged"):
        list(epub(path))
    with pytest.raises(Refused, match="pictures of pages but no text"):
        list(epub(_book(tmp_path, {"a.xhtml": _page("<img src='a.png'/>")})))


def test_without_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = _book(tmp_path, {"a.xhtml": _page(FIRST)})
    for name in [name for name in sys.modules if name == "lxml" or name.startswith("lxml.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "lxml", None)
    with pytest.raises(Refused, match=r"framing-reader\[web\]"):
        list(epub(path))
