"""Dates, addresses and files as programs write them, which nobody thinks of first."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader.importing.found import Failure
from reader.importing.html.pages import page
from reader.importing.tables.rows import rows
from reader.importing.written_dates import read_date
from reader.model import Draft, When

TEXT = "The harbour froze over on Sunday for the first time in nine years, the office said. " * 3


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2025年3月4日", "2025-03-04"),
        ("2025年3月4日(火) 10時15分", "2025-03-04"),
        ("2025년 3월 4일", "2025-03-04"),
        ("2025年13月4日", None),
        ("2025-03-04 10:15:00.000000+00", "2025-03-04T10:15:00+00:00"),
        ("04.03.2025", "2025-03-04"),
        ("04/03/2025", None),
        ("04-03-2025", None),
    ],
)
def test_dates(written: str, iso: str | None) -> None:
    assert read_date(written) == (When(iso) if iso else None)


def _drafts(path: Path, content: str) -> list[Draft]:
    path.write_text(content, "utf-8")
    return [item for item in rows(path, {}) if isinstance(item, Draft)]


def test_the_objects_of_wordpress(tmp_path: Path) -> None:
    content = (
        f'[{{"title": {{"rendered": "Ice &amp; salt"}}, "content": {{"rendered": "{TEXT}"}}}}]'
    )
    (found,) = _drafts(tmp_path / "a.json", content)
    assert (found.title, found.text.strip()) == ("Ice & salt", TEXT.strip())


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "data:,x"])
def test_an_address_of_a_row_that_leads_nowhere_on_the_web(tmp_path: Path, address: str) -> None:
    (found,) = _drafts(tmp_path / "a.jsonl", f'{{"text": "{TEXT}", "url": "{address}"}}\n')
    assert found.url is None


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv"])
def test_a_file_of_another_kind_is_told_once(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(os.urandom(200_000))
    found = [item for item in rows(path, {}) if isinstance(item, Failure)]
    assert len(found) == 1
    assert found[0].source == str(path)


PAGE = (
    '<html><head><script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Ice",'
    '"mainEntityOfPage": "{}"}}</script></head><body><article><p>{}</p></article>'
    "<template>Words of a script</template></body></html>"
)


def test_the_address_that_only_jsonld_names() -> None:
    data = PAGE.format("https://coast.example/2025/ice", TEXT).encode()
    assert page(data, "a").url == "https://coast.example/2025/ice"
    assert page(PAGE.format("javascript:x", TEXT).encode(), "a").url is None


def test_what_scripts_may_show_later_is_not_read() -> None:
    assert "script" not in page(PAGE.format("", TEXT).encode(), "a").text
