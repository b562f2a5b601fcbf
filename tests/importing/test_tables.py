"""Data sets: which columns are found, which rows are not, and in how much memory."""

from __future__ import annotations

import csv
import gzip
import io
import json
import time
import tracemalloc
from collections.abc import Mapping
from pathlib import Path

import pytest

from reader.importing import packed
from reader.importing.found import Failure, Reached
from reader.importing.stamps import moment
from reader.importing.tables import columns, jsonrows
from reader.importing.tables import rows as tables
from reader.importing.tables.columns import FIELDS, Columns, row_draft
from reader.importing.tables.rows import rows
from reader.model import Draft, When

TEXT = "The harbour froze over on Sunday for the first time in nine years.\n"


def _read(
    path: Path, content: str | bytes, fields: Mapping[str, str] | None = None
) -> list[Draft | Failure]:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return [found for found in rows(path, fields or {}) if not isinstance(found, Reached)]


def _drafts(
    path: Path, content: str | bytes, fields: Mapping[str, str] | None = None
) -> list[Draft]:
    found = _read(path, content, fields)
    assert not [one for one in found if isinstance(one, Failure)], found
    return [one for one in found if isinstance(one, Draft)]


def _jsonl(*records: object) -> str:
    return "".join(json.dumps(record) + "\n" for record in records)


ROW = {
    "id": "a1",
    "headline": "Ice closes the harbour",
    "maintext": TEXT,
    "source": {"id": None, "name": "Coast Weekly"},
    "authors": ["Desk One", "Desk Two"],
    "date_publish": "2024-03-05 10:04:31",
    "url": "https://coast.example/ice",
    "language": "en-GB",
    "keywords": ["ice", "harbour", "ice"],
}


def test_a_row(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    (found,) = _drafts(path, _jsonl(ROW))
    assert found == Draft(
        text=TEXT,
        source=f"{path}#a1",
        title="Ice closes the harbour",
        outlet="Coast Weekly",
        byline="Desk One, Desk Two",
        published=When("2024-03-05T10:04:31"),
        url="https://coast.example/ice",
        language="en",
        tags=("ice", "harbour"),
    )


@pytest.mark.parametrize(
    "name", ["text", "Body", "CONTENT", "article", "mainText", "article_text", "Article Text"]
)
def test_usual_names(tmp_path: Path, name: str) -> None:
    (found,) = _drafts(tmp_path / "a.jsonl", _jsonl({"n": 1, name: TEXT}))
    assert found.text == TEXT


def test_columns_that_a_person_names(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    row = {"text": "Not this.", "data": {"story": TEXT}, "N.1": "Ice", "when": 1709629471}
    (found,) = _drafts(
        path, _jsonl(row), {"text": "data.story", "title": "n.1", "published": "when"}
    )
    assert (found.text, found.title) == (TEXT, "Ice")
    assert found.published == When("2024-03-05T09:04Z")
    with pytest.raises(ValueError, match="no such field: body"):
        _read(path, _jsonl(row), {"body": "text"})
    assert "published" in FIELDS


def test_rows_keep_their_names_wherever_they_stand(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    rows = [
        {"text": TEXT, "id": 7},
        {"text": TEXT, "url": "https://coast.example/ice"},
        {"text": TEXT},
        {"text": TEXT + "Then it thawed."},
    ]
    names = [one.source for one in _drafts(path, _jsonl(*rows))]
    assert names[:2] == [f"{path}#7", f"{path}#https://coast.example/ice"]
    assert len(set(names)) == 4
    new = {"text": "The newest row of an export often stands on top."}
    assert [one.source for one in _drafts(path, _jsonl(new, *rows))][1:] == names


def test_one_bad_row_never_stops_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    good = _jsonl({"text": TEXT}).encode()
    deep = b"[" * 100_000 + b"\n"
    bad = b'{"text": \n' + b"[1]\n" + b"\0\1\2\n" + deep + b'{"title": "Ice"}\n' + b'{"text": 7}\n'
    found = _read(path, good + bad + good)
    assert [type(one) for one in found] == [Draft, *[Failure] * 6, Draft]
    assert [one.reason for one in found if isinstance(one, Failure)] == [
        "row 2 is not read: it is no JSON",
        "row 3 is not read: it is no JSON object",
        "row 4 is not read: it holds no text but binary data",
        "row 5 is not read: it is nested too deep",
        "row 6 has no text",
        "row 7 has no text",
    ]


def test_no_row_has_a_text(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    (found,) = _read(path, _jsonl(*[{"caption": "Ice", "meta": {"n": n}} for n in range(500)]))
    assert found == Failure(
        str(path),
        "no row has a text under a usual name; name its column with --field text=COLUMN;"
        " there are: caption, meta, meta.n",
    )
    many = [{"caption": "Ice"}] * 100 + [{"text": TEXT}]
    assert [type(one) for one in _read(path, _jsonl(*many))] == [Failure]
    late = [{"caption": "Ice"}] * 50 + [{"text": TEXT}]
    assert [type(one) for one in _read(path, _jsonl(*late))] == [Failure] * 50 + [Draft]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "it is empty"),
        (b"[]", ""),
        (b'[{"text": "Ice on the pier."}, {"te', "it ends within row 2, or that is no JSON"),
        (b'[{"text": "Ice on the pier."} ???', "it ends within row 2, or that is no JSON"),
        (b"[" * 100_000, "row 1 is nested too deep; the rest is not read"),
    ],
)
def test_json_that_ends_badly(tmp_path: Path, content: bytes, reason: str) -> None:
    found = _read(tmp_path / "a.json", content)
    assert [one.reason for one in found if isinstance(one, Failure)] == ([reason] if reason else [])


@pytest.mark.parametrize(
    "content",
    [
        json.dumps([{"text": TEXT}, {"text": TEXT}]),
        json.dumps([{"text": TEXT}, {"text": TEXT}], indent=2),
        json.dumps({"status": "ok", "articles": [{"text": TEXT}, {"text": TEXT}]}, indent=2),
        json.dumps({"response": {"results": [{"text": TEXT}, {"text": TEXT}]}}),
        _jsonl({"text": TEXT}, {"text": TEXT}),
        "\ufeff" + json.dumps([{"text": TEXT}, {"text": TEXT}]),
    ],
)
def test_shapes_of_json(tmp_path: Path, content: str) -> None:
    for name in ("a.json", "a.jsonl"):
        path = tmp_path / name
        found = _drafts(path, content)
        assert [one.text for one in found] == [TEXT, TEXT]
        assert all(one.source.startswith(f"{path}#") for one in found)


def test_one_article_as_a_document(tmp_path: Path) -> None:
    for indent in (None, 2):
        (found,) = _drafts(tmp_path / "a.json", json.dumps(ROW, indent=indent))
        assert found.title == "Ice closes the harbour"


def _csv(rows: list[list[str]], delimiter: str = ",") -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue()


TABLE = [
    ["Title", "Body", "Date", "Source"],
    ["Ice, closing", f'{TEXT}\nAnd "more" of it; much more of it.', "2024-03-05", "Coast"],
    ["Thaw", TEXT, "5 March 2024", "Coast"],
]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_tables(tmp_path: Path, delimiter: str, encoding: str) -> None:
    path = tmp_path / "a.csv"
    found = _drafts(path, _csv([*TABLE, ["Grün", TEXT, "", ""]], delimiter).encode(encoding))
    assert [one.title for one in found] == ["Ice, closing", "Thaw", "Grün"]
    assert found[0].text == f'{TEXT}\nAnd "more" of it; much more of it.\n'
    assert [one.published for one in found[:2]] == [When("2024-03-05")] * 2
    assert found[0].outlet == "Coast"


def test_tables_of_databases_quote_nothing(tmp_path: Path) -> None:
    content = 'title\ttext\n"Ice" closes\t"We wait", said the office on Sunday\nThaw\t"Go\n'
    found = _drafts(tmp_path / "a.tsv", content)
    assert [one.title for one in found] == ['"Ice" closes', "Thaw"]
    assert found[0].text == '"We wait", said the office on Sunday\n'


def test_tables_with_a_line_that_names_the_separator(tmp_path: Path) -> None:
    (found,) = _drafts(tmp_path / "a.csv", f"sep=;\ntitle;text\nIce, ice, ice;{TEXT}")
    assert found.title == "Ice, ice, ice"


def test_ragged_tables(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    content = f"text,title,title\n{TEXT.strip()}\n,,\n{TEXT.strip()},One,Two,Three\n\0,Nul\n"
    one, two, three = _read(path, content)
    assert isinstance(one, Draft)
    assert isinstance(two, Draft)
    assert two.title == "One"
    assert three == Failure(f"{path}#5", "row 5 has no text")


def test_long_fields(tmp_path: Path) -> None:
    (found,) = _drafts(tmp_path / "a.csv", _csv([["text"], [TEXT * 5_000]]))
    assert len(found.text) > 300_000


def test_a_column_that_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    assert _read(path, _csv(TABLE), {"text": "Story"}) == [
        Failure(str(path), "it has no column Story; there are: Title, Body, Date, Source")
    ]
    assert _read(path, "") == [Failure(str(path), "it has no rows")]


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.csv.gz"])
def test_packed_data_sets(tmp_path: Path, name: str) -> None:
    content = _jsonl({"text": TEXT}) if "jsonl" in name else _csv([["text"], [TEXT]])
    (found,) = _drafts(tmp_path / name, gzip.compress(content.encode()))
    assert found.text.strip() == TEXT.strip()


def test_a_cut_off_data_set(tmp_path: Path) -> None:
    content = _jsonl(*[{"text": f"{n} {TEXT}", "x": str(hash(str(n)))} for n in range(3_000)])
    whole = gzip.compress(content.encode())
    for broken in (whole[:-2_000], whole[:-2_000] + b"\xff" * 2_000):
        *first, last = _read(tmp_path / "a.jsonl.gz", broken)
        assert len(first) > 100
        assert isinstance(last, Failure)
        assert "damaged" in last.reason


def test_a_line_that_is_too_long_is_never_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.jsonl.gz"
    with gzip.open(path, "wb") as file:
        file.write(_jsonl({"text": TEXT}).encode() + b'{"text": "')
        for _ in range(60):
            file.write(b"ice " * 250_000)
        file.write(b'"}\n' + _jsonl({"text": TEXT}).encode())
    tracemalloc.start()
    with packed.Packed(path) as opened:
        sizes = [
            len(line) if isinstance(line, str) else str(line)
            for line in packed.lines(opened.stream, 1_000_000)
        ]
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert sizes == [len(_jsonl({"text": TEXT})), "it has 60 MB; up to 1 MB are read", sizes[0]]
    assert peak < 8_000_000


def test_memory_is_bounded_in_lists(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    with path.open("w") as file:
        file.write("[")
        for number in range(20_000):
            file.write(("," if number else "") + json.dumps({"text": TEXT * 10, "n": number}))
        file.write("]")
    tracemalloc.start()
    with packed.Packed(path) as opened:
        count = sum(1 for _ in jsonrows.json_rows(opened.stream))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 20_000
    assert peak < path.stat().st_size / 2


def test_rows_that_never_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonrows, "LARGEST", 1_000_000)
    content = '[{"text": "Ice on the pier."}, "' + "x" * 3_000_000
    *_, last = _read(tmp_path / "a.json", content)
    assert isinstance(last, Failure)
    assert last.reason == "row 2 is no JSON or too large; the rest is lost"


def test_progress(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(_jsonl(*[{"text": f"{n} {TEXT}"} for n in range(1_000)]))
    shares = [found.share for found in rows(path, {}) if isinstance(found, Reached)]
    assert shares == sorted(shares)
    assert 3 <= len(shares) <= 110
    assert shares[-1] == 1.0


@pytest.mark.parametrize(
    ("html", "text"),
    [
        (f"<p>{TEXT}</p><p>It <b>held</b>.</p>", f"{TEXT}\nIt held.\n"),
        (f"{TEXT}\nIt <b>held</b> on <i>Monday</i>.\n", f"{TEXT}\nIt held on Monday.\n"),
        ("The ice held: 3 < 4 and 5 > 4, they say.", "The ice held: 3 < 4 and 5 > 4, they say.\n"),
        ("Flour &amp; diesel wait on the quay.", "Flour & diesel wait on the quay.\n"),
        ("Use <b> for bold, they say on the quay.", "Use <b> for bold, they say on the quay.\n"),
    ],
)
def test_markup_in_texts(tmp_path: Path, html: str, text: str) -> None:
    (found,) = _drafts(tmp_path / "a.jsonl", _jsonl({"text": html, "title": "Tom &amp; Ice"}))
    assert (found.text, found.title) == (text, "Tom & Ice")


def test_boilerplate_and_repeated_titles_are_cut(tmp_path: Path) -> None:
    body = f"Ice closes the harbour\n\n{TEXT * 4}\n\nShare this article\n"
    (found,) = _drafts(
        tmp_path / "a.jsonl", _jsonl({"title": "Ice closes the harbour", "text": body})
    )
    assert found.text == TEXT * 4
    assert [line.text for line in found.removed] == ["Share this article"]


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("2024-03-05", "2024-03-05"),
        ("2024-03-05T10:04:31.123Z", "2024-03-05T10:04:31Z"),
        ("2024-03-05 00:00:00", "2024-03-05"),
        ("2024-03-05T00:00:00Z", "2024-03-05"),
        ("Tue, 05 Mar 2024 10:04:31 +0100", "2024-03-05T10:04+01:00"),
        ("March 5, 2024", "2024-03-05"),
        (1709633071, "2024-03-05T10:04Z"),
        ("1709633071000", "2024-03-05T10:04Z"),
        (20240305, "2024-03-05"),
        (2024, "2024"),
        ("05/03/2024", None),
        (17, None),
        (True, None),
        (None, None),
        ("9999999999", None),
        ("2024-02-30", None),
        (20241305, None),
    ],
)
def test_dates(value: object, iso: str | None) -> None:
    assert moment(value) == (When(iso) if iso else None)


def test_what_programs_write_for_nothing() -> None:
    row = {"text": TEXT, "author": "nan", "source": "None", "url": "", "title": "null"}
    found = row_draft(row, Columns({}), "a")
    assert found is not None
    assert (found.byline, found.outlet, found.url, found.title) == (None, None, None, None)


def test_many_sets_of_columns_are_not_all_remembered() -> None:
    looked = Columns({})
    for number in range(3 * columns._MOST_KNOWN):
        assert looked.value({f"c{number}": 1, "text": TEXT}, "text") == TEXT
    assert len(looked._known) <= columns._MOST_KNOWN


def test_control_characters_are_taken_out(tmp_path: Path) -> None:
    row = {"text": f"\x1b[31m{TEXT}", "title": "Ice\u202e now", "id": "a\x07b", "url": "\x9bx"}
    (found,) = _drafts(tmp_path / "a.jsonl", _jsonl(row))
    assert (found.text, found.title) == (TEXT, "Ice now")
    assert found.source.endswith("#ab")


@pytest.mark.slow
def test_ten_thousand_articles(shared: Path) -> None:
    start = time.perf_counter()
    found = list(tables.rows(shared / "data" / "haystack-dev.jsonl.gz", {}))
    seconds = time.perf_counter() - start
    drafts = [one for one in found if isinstance(one, Draft)]
    print(f"{len(drafts) / seconds:.0f} rows a second")
    assert len(drafts) == 10_000
    assert not [one for one in found if isinstance(one, Failure)]
    assert all(one.title and one.outlet and one.published and one.url for one in drafts)
