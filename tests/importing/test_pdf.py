"""PDF files: lines to paragraphs, what pages carry beside the text, and hostile files."""

from __future__ import annotations

import io
import sys
import time

import pypdf
import pytest

from reader.importing.books import pdf as module
from reader.importing.books.pdf import pdf
from reader.importing.books.pdflines import Line, Paragraph, paragraphs
from reader.importing.found import Refused
from tests.importing.lines import removed_lines
from tests.importing.printing import Placed, column, printed

HEADLINE = "Ice closes both piers at Coldwater"
FIRST = [
    "The harbour office of Coldwater closed both piers on Sunday after the ice reached",
    "a thickness of forty centimetres, the second time this winter that ships were",
    "turned away.",
]
SECOND = [
    "Fishing boats may leave through the northern channel between nine and noon. The",
    "icebreaker is expected on Tuesday.",
]
BODY = [*FIRST, "", *SECOND]
TEXT = " ".join(FIRST) + "\n\n" + " ".join(SECOND) + "\n"


def _release() -> list[Placed]:
    return [(70, 760, 20, HEADLINE), *column(BODY)]


def test_a_press_release() -> None:
    found = pdf(printed([_release()]), "a.pdf")
    assert (found.text, found.title, found.source) == (TEXT, HEADLINE, "a.pdf")
    assert (found.published, found.byline, found.outlet, found.language) == (None, None, None, "en")


def test_paragraphs_without_space_between_them() -> None:
    flush = pdf(printed([column([*FIRST, *SECOND])]), "a")
    assert flush.text == TEXT
    full = [
        *FIRST[:2],
        "turned away. Nobody knows how long that will be so, said the harbour office.",
    ]
    indented = [*column(full), *column(SECOND[:1], x=90, top=658), *column(SECOND[1:], top=644)]
    assert pdf(printed([indented]), "a").text.count("\n\n") == 1


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["the winter condi-", "tions"], "the winter conditions"),
        (["the winter condi\u00ad", "tions"], "the winter conditions"),
        (["a well-", "known pier"], "a well-known pier"),
        (["the Rhine-", "Main road"], "the Rhine- Main road"),
        (["of Coldwater-", "based boats"], "of Coldwater-based boats"),
        (["sea-ice and more sea-", "ice"], "sea-ice and more sea-ice"),
        (["from 2019-", "2024 the ice"], "from 2019- 2024 the ice"),
        (["a ﬁne oﬃce", "waits"], "a fine office waits"),
    ],
)
def test_hyphens_and_ligatures(lines: list[str], text: str) -> None:
    placed = [Line(line, 70, 700 - 14 * n, 11, 1) for n, line in enumerate(lines)]
    assert " ".join(found.text for found in paragraphs([placed])) == text


def test_running_lines_and_page_numbers() -> None:
    pages = []
    for number in range(1, 4):
        word = ("wind", "snow", "frost")[number - 1]
        lines = [
            f"The {word} of that week was seen by everybody who lives at the coast. It",
            f"came from the north, and where the {word} had been nobody went out for a",
            f"day, said the office about the {word}.",
        ]
        edge = [
            (70.0, 800.0, 8.0, f"Coldwater Harbour Office, release 17, {number}"),
            (290.0, 30.0, 8.0, f"Page {number} of 3"),
        ]
        pages.append([*edge, *column(lines)])
    found = pdf(printed(pages), "a")
    assert "release 17" not in found.text
    assert "of 3" not in found.text
    assert removed_lines(found).count("Page 2 of 3") == 1
    assert len(found.removed) == 6


def test_a_line_on_one_page_only_is_text() -> None:
    pages = [[(70.0, 800.0, 11.0, f"{name} is what this page says first."), *column(FIRST)]
             for name in ("Harbour", "Weather", "Traffic")]  # fmt: skip
    found = pdf(printed(pages), "a")
    assert "Weather is what" in found.text


def test_a_sentence_goes_on_over_the_page() -> None:
    pages = [column(FIRST[:2]), column(FIRST[2:])]
    assert pdf(printed(pages), "a").text == " ".join(FIRST) + "\n"


def test_columns_in_their_order() -> None:
    left, right = column(FIRST), column(SECOND, x=320)
    found = pdf(printed([[*left, *right]]), "a")
    assert found.text == TEXT


def test_lists_keep_their_lines() -> None:
    lines = ["The office asks:", "", "• Stay off the ice.", "• Call 555 0100."]
    assert pdf(printed([column([*BODY, "", *lines])]), "a").text.endswith(
        "The office asks:\n\n• Stay off the ice.\n\n• Call 555 0100.\n"
    )


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Ice closes both piers at Coldwater", HEADLINE),
        ("Microsoft Word - release_17.docx", HEADLINE),
        ("release17.indd", HEADLINE),
        ("Press release", HEADLINE),
        ("Summer fair draws record crowds", HEADLINE),
        ("untitled", HEADLINE),
        ("", HEADLINE),
        ("Both piers closed on Sunday", "Both piers closed on Sunday"),
    ],
)
def test_titles(title: str, expected: str) -> None:
    assert pdf(printed([_release()], {"Title": title}), "a").title == expected


def test_a_title_from_plain_print() -> None:
    page = column([HEADLINE, "", *BODY])
    assert pdf(printed([page]), "a").title == HEADLINE


@pytest.mark.parametrize(
    ("author", "byline"),
    [
        ("Ida van Berg", "Ida van Berg"),
        ("J. Berg", None),
        ("Harbour Office", None),
        ("Press Team", None),
        ("admin", None),
        ("BERG17", None),
        ("Ida Berg; Office of the Harbour of Coldwater and all of its Piers", None),
    ],
)
def test_authors(author: str, byline: str | None) -> None:
    about = {"Author": author, "CreationDate": "D:20240305100431Z"}
    found = pdf(printed([_release()], about), "a")
    assert (found.byline, found.published) == (byline, None)


def _encrypted(user: str) -> bytes:
    writer = pypdf.PdfWriter(io.BytesIO(printed([_release()])))
    writer.encrypt(user_password=user, owner_password="owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_encrypted_files() -> None:
    assert pdf(_encrypted(""), "a").text == TEXT
    with pytest.raises(Refused, match=r"^it is encrypted with a password$"):
        pdf(_encrypted("secret"), "a")


def _scanned() -> bytes:
    writer = pypdf.PdfWriter(io.BytesIO(printed([[]])))
    names = pypdf.generic.NameObject
    picture = pypdf.generic.StreamObject()
    picture.set_data(b"\0\xff\0")
    for key, value in (
        ("/Type", "/XObject"),
        ("/Subtype", "/Image"),
        ("/ColorSpace", "/DeviceRGB"),
    ):
        picture[names(key)] = names(value)
    for key, number in (("/Width", 1), ("/Height", 1), ("/BitsPerComponent", 8)):
        picture[names(key)] = pypdf.generic.NumberObject(number)
    held = pypdf.generic.DictionaryObject({names("/Im0"): writer._add_object(picture)})
    resources = writer.pages[0]["/Resources"]
    assert isinstance(resources, pypdf.generic.DictionaryObject)
    resources[names("/XObject")] = held
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "it is no PDF file, or it is damaged"),
        (b"%PDF-1.7\n%%EOF", "it is no PDF file, or it is damaged"),
        (b"%PDF-1.7\n" + b"1 0 obj\n<< " * 50, "it is no PDF file, or it is damaged"),
        (printed([[]]), "it has no text"),
        (_scanned(), "it has pictures of pages but no text"),
        (printed([[]] * 501), "it has 501 pages; up to 500 are read"),
    ],
    ids=["empty", "hollow", "broken", "blank", "scanned", "long"],
)
def test_refused(data: bytes, reason: str, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(Refused) as error:
        pdf(data, "a")
    assert str(error.value) == reason
    assert capfd.readouterr().err == ""


def test_a_damaged_file_is_read_without_a_word(
    capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    data = printed([_release()])
    lost = data.replace(b"startxref\n", b"startxref\n9").replace(b"/Count 1", b"/Count 7")
    assert pdf(lost, "a").text == TEXT
    assert caplog.records == []
    assert capfd.readouterr().err == ""


def test_a_page_that_cannot_be_read_is_told() -> None:
    data = printed([_release(), column(SECOND), [(70, 700, 11, "\x01" * 40)]])
    assert pdf(data, "a").extra == ()
    marked = data.replace(b"/Filter /FlateDecode", b"/Filter /NoSuchThing", 2).replace(
        b"/Filter /NoSuchThing", b"/Filter /FlateDecode", 1
    )
    found = pdf(marked, "a")
    assert found.extra == (("pages that cannot be read", "2"),)


@pytest.mark.parametrize(
    "raw",
    [b"\0" * 60_000_000, b"BT ET " * 4_000_000, b"BT /F1 12 Tf " + b"(ab) Tj " * 1_000_000 + b"ET"],
    ids=["zeros", "nothing", "words"],
)
def test_bombs(raw: bytes) -> None:
    data = printed([[]], raw=raw)
    assert len(data) < 500_000
    start = time.perf_counter()
    with pytest.raises(Refused, match="none of its pages can be read"):
        pdf(data, "a")
    assert time.perf_counter() - start < 15


def test_time_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_LONGEST", 0.0)
    with pytest.raises(Refused, match=r"^it takes too long to read$"):
        pdf(printed([_release()]), "a")
    monkeypatch.undo()
    monkeypatch.setattr(module, "_MOST_TEXT", 100)
    with pytest.raises(Refused, match=r"^it is too long$"):
        pdf(printed([_release()]), "a")


def test_control_characters_are_taken_out() -> None:
    about = {"Title": "Ice closes \x07both piers"}
    found = pdf(printed([_release()], about), "a")
    assert found.title is not None
    assert all(ord(char) >= 32 for char in found.title)


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == "pypdf"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(Refused, match=r"PDF files need .*framing-reader\[pdf\]"):
        pdf(b"%PDF-1.7", "a")


def test_letters_that_fonts_do_not_name() -> None:
    with pytest.raises(Refused, match="its fonts do not say"):
        module._draft([Paragraph("\ue001\ue002 \ue003" * 20, 11, 1)], {}, "a", [])


def test_pages_with_nothing_but_the_same_line_keep_it() -> None:
    pages = [[Line("The harbour is closed.", 70, 700, 11, page)] for page in (1, 2)]
    assert [found.running for found in paragraphs(pages)] == [False, False]
