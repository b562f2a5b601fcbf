"""The exported page in a real browser: narrow, light and dark, and without a request."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reader.exporting.html import html
from reader.model import Article, Comparison
from tests.exporting.browser import found, look_at

pytestmark = pytest.mark.skipif(
    found() is None, reason="no Chromium on the PATH or among the browsers of Playwright"
)

PHONE, DESK = 360, 1280
LONG = "x" * 400


@pytest.fixture
def page(comparison: Comparison, articles: list[Article]) -> str:
    """A page with words that do not break by themselves."""
    url = f"https://coast.example/{LONG}"
    articles[0] = replace(articles[0], title=LONG, outlet=LONG, url=url)
    articles[1] = replace(articles[1], title='<img src="/pixel.png">')
    return html(comparison, articles)


@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("dark", [False, True])
def test_it_fits_and_asks_for_nothing(page: str, tmp_path: Path, width: int, dark: bool) -> None:
    seen = look_at(page, tmp_path, width=width, dark=dark)
    assert seen.quotes == 7
    assert seen.width == width
    assert seen.needed <= seen.width
    assert (seen.requests, seen.asked) == ([], [])
    assert seen.dark is dark
    light, night = "rgb(251, 250, 246)", "rgb(21, 23, 28)"
    assert seen.ground == (night if dark else light)
    assert seen.text == ("rgb(217, 213, 203)" if dark else "rgb(45, 43, 39)")


def test_what_does_not_fit_or_asks_is_noticed(tmp_path: Path) -> None:
    bad = f'<!DOCTYPE html><title>x</title><p>{LONG}<img src="/pixel.png">'
    seen = look_at(bad, tmp_path, width=PHONE, dark=False)
    assert seen.needed > seen.width
    assert seen.asked == ["/pixel.png"]
    assert [name.rpartition("/")[2] for name in seen.requests] == ["pixel.png"]
