"""Web pages turned into drafts, and fragments of HTML into paragraphs."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any, NoReturn

import pytest

from reader.importing.found import Refused
from reader.importing.html.cutting import other_articles
from reader.importing.html.lines import Line
from reader.importing.html.names import one_line
from reader.importing.html.pages import fragment, page
from reader.importing.html.tree import is_heavy, parsed
from reader.model import Draft

FIRST = "The council of Harbourton agreed on Monday to build a new quay and to close the old one. "
SECOND = (
    "Traders at the fish market said that they had not been asked before the plan was drawn up. "
)
THIRD = "Work is to begin in the spring, the mayor said, and would take three years at the least. "
BODY = "".join(f"<p>{text * 2}</p>" for text in (FIRST, SECOND, THIRD))
ADDRESS = "https://paper.example/news/quay"


def read(body: str, head: str = "", **said: str) -> Draft:
    written = f"<html><head>{head}</head><body><article>{body}</article></body></html>"
    return page(written.encode(), "a page", **said)


def restored(draft: Draft) -> list[str]:
    """The lines of a draft with those that were removed back in their places."""
    text = draft.text
    for line in reversed(draft.removed):
        text = text[: line.at] + line.text + "\n" + text[line.at :]
    return [line for line in text.split("\n") if line]


@pytest.fixture
def _no_network(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[object]]:
    asked: list[object] = []

    def refuse(*args: Any, **_: Any) -> NoReturn:
        asked.append(args)
        raise OSError("a page was fetched from")

    read(BODY)  # the packages are loaded, which need the class of sockets as it is
    monkeypatch.setattr(socket.socket, "connect", refuse)
    for name in ("create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)
    yield asked
    assert not asked


@pytest.mark.usefixtures("_no_network")
def test_nothing_is_fetched() -> None:
    there = "http://127.0.0.1:9/x"
    written = (
        f'<?xml version="1.0"?><!DOCTYPE html SYSTEM "{there}.dtd" [<!ENTITY a SYSTEM "{there}">'
        '<!ENTITY b SYSTEM "file:///etc/passwd">]>'
        f'<html><head><base href="{there}"><script src="{there}"></script>'
        f'<link rel="stylesheet" href="{there}"><meta http-equiv="refresh" content="0;url={there}">'
        f'</head><body><article>{BODY}<p>&a; and &b; stay outside.</p><img src="{there}">'
        f'<iframe src="{there}"></iframe><object data="{there}"></object></article></body></html>'
    )
    draft = page(written.encode(), "x", address=ADDRESS)
    assert "root:" not in draft.text
    assert FIRST.strip() in draft.text
    assert "One" in fragment(f'<p>One</p><img src="{there}"><link href="{there}" rel=stylesheet>')


def test_paragraphs_lists_and_subheadings_are_lines_without_signs() -> None:
    draft = read(
        f"<h1>A new quay for Harbourton</h1><p>{FIRST * 2}</p><h2>What it costs</h2>"
        "<ul><li>Nine million for the <b>quay</b></li><li>Two for the road</li></ul>"
        f"<p>{THIRD * 2}</p>",
        "<title>A new quay for Harbourton - The Paper</title>",
    )
    assert draft.title == "A new quay for Harbourton"
    assert draft.text.split("\n\n") == [
        (FIRST * 2).strip(),
        "What it costs",
        "Nine million for the quay\nTwo for the road",
        (THIRD * 2).strip() + "\n",
    ]


def test_words_that_markup_hides_from_extraction_are_kept() -> None:
    draft = read(
        f'<div class="main">{BODY}<div class="subheadline">Why the traders are angry</div>'
        f'<p><span id="more-12"></span>{FIRST} It comes as <span class="link"><a href="/x">the '
        "state pays</a></span> for half of it.</p>"
        '<h2><a href="/y">The old market</a></h2>'
        f"<p>{SECOND * 2}</p>"
        '<div class="social-media-embed"><blockquote class="twitter-tweet"><p>Nobody asked us at '
        "the market about any of this.</p>A trader, on Monday</blockquote></div>"
        f"<p>{THIRD * 2}</p></div>"
    )
    for words in (
        "Why the traders are angry",
        "It comes as the state pays for half of it.",
        "The old market",
        "Nobody asked us at the market",
    ):
        assert words in draft.text, words


def test_what_is_shown_on_touch_is_left_out_and_the_word_touched_is_kept() -> None:
    draft = read(
        f'{BODY}<p>The mayor, <span class="rollover-person"><a href="/p">Ann Quayle</a>'
        '<span class="rollover-person-block">Twelve more stories about her</span></span>, agreed '
        'to it, and <span class="tooltip">dredging</span> begins soon, she said on Monday.</p>'
    )
    assert "The mayor, Ann Quayle, agreed to it, and dredging begins soon" in draft.text


def test_lines_that_lead_elsewhere_are_removed_with_their_places() -> None:
    link = '<a href="/1">Ferry to the islands runs again after the storm</a>'
    other = '<a href="/2">Lighthouse is sold to a family from the city</a>'
    draft = read(
        f"<p>{FIRST * 2}</p><p>Related: {link}</p><p>{SECOND * 2}</p>"
        f"<ul><li>{link}</li><li>{other}</li></ul><p>{THIRD * 2}</p>"
    )
    assert "Ferry" not in draft.text
    assert "Ferry" in draft.removed[0].text
    lines = restored(draft)
    assert lines[0] == (FIRST * 2).strip()
    assert lines[1].startswith("Related: Ferry")
    assert lines[-1] == (THIRD * 2).strip()
    assert draft.text[draft.removed[0].at :].startswith(SECOND.strip())


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "it is empty"),
        (b" \n\t ", "it is empty"),
        (bytes(range(256)) * 50, "it holds no text but binary data"),
        (b"\x89PNG\r\n\x1a\n" + bytes(3_000), "it holds no text but binary data"),
        (b"x" * 20_000_001, "it has 20 MB; up to 20 MB are read"),
        (b"<html><body><div id=root></div></body></html>", "there is no article text in it"),
        (b"<", "there is no article text in it"),
        (b"<html></html>", "there is no article text in it"),
        (
            b"<body><ul>" + b"<li><a href=/x>Ferry runs after the storm</a></li>" * 40 + b"</ul>",
            "there is no article text in it",
        ),
        (
            b"<body><main><p>Please enable JavaScript to go on. This page needs it to show what it "
            b"has to say, and it has to say very much about the new quay.</p></main>",
            "there is no article text in it",
        ),
        (
            b"<body><main><h1>Welcome back</h1><p>Go on reading what the paper has to say of the "
            b"quay, of the market, and of all the rest of the town, with your account.</p>"
            b"<form><input name=mail><input type=password></form></main>",
            "there is no article text in it",
        ),
    ],
    ids="empty blank binary png large shell sign bare links script login".split(),
)  # fmt: skip
def test_what_is_no_article_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        page(data, "x")
    assert str(refused.value) == reason


@pytest.mark.parametrize(
    "written",
    [
        "<div>" * 100_000 + BODY + "</div>" * 100_000,
        f'<div class="{"x " * 2_000_000}">{BODY}</div>',
        f"\0{BODY}\0",
        BODY.replace("</p>", "").replace("<p>", "<p><b><i>"),
        f"<article>{BODY}</article></div></body></html></span><p>",
        "<h2><a href=x>One two three</a></h2><p>x</p>" * 4_500 + BODY,
        ("<ul><li>one two three" * 100 + "</li></ul>" * 100) * 60 + BODY,
        "<p>a b c d e</p>" * 60_000 + BODY,
        f'<div class="{"-ad-" * 240}">{SECOND}</div>' * 6_000,
        f"<p>{SECOND}</p>" + "<a " * 400_000,
        "<p>" + "&amp;" * 300_000 + "</p>" + BODY,
        '<script type="application/ld+json">{"@graph":' + "[" * 100_000 + "</script>" + BODY,
        '<meta name="author" content="' + "A B and " * 300_000 + '">' + BODY,
        '<meta property="og:title" content="' + "x - " * 300_000 + '">' + BODY,
        "".join(f'<div class="byline author">{"<b>" * 60}x y</div>' for _ in range(200)) + BODY,
        '<script type="application/ld+json">{"a": ' + '\\"' * 60_000 + "</script>" + BODY,
    ],
    ids=range(16),
)
def test_hostile_pages_take_a_few_seconds_at_most(written: str) -> None:
    begin = time.process_time()
    with contextlib.suppress(Refused):
        draft = page(f"<html><body>{written}".encode(), "x", address=ADDRESS)
        assert len(draft.text) <= len(written) + 1
    assert time.process_time() - begin < 8, "seconds; most take under one"


@pytest.mark.parametrize(
    ("written", "heavy"),
    [
        (BODY * 1_000, False),
        ("<p>a</p>" * 16_000, True),
        ("<div>" * 200 + "<p>a</p>" * 5_000, True),
        ("<div>" * 20 + "<p>a</p>" * 5_000, False),
    ],
)
def test_heavy_pages_are_told_by_their_elements_and_their_depths(written: str, heavy: bool) -> None:
    assert is_heavy(parsed(f"<html><body>{written}")) == heavy


def test_names_that_patterns_are_tried_on_are_shortened_and_few() -> None:
    tree = parsed(f'<p class="{"x" * 3_000}" id="a">a</p>' * 2_000)
    names = [element.get("class", "") for element in tree.iter("p")]
    assert max(map(len, names)) == 300
    assert sum(map(len, names)) <= 500_000
    assert len(one_line("x" * 5_000)) == 1_000


LINK = "Ferry to the islands runs again after the storm"


@pytest.mark.parametrize(
    ("entries", "cut"),
    [
        ([("p", FIRST, 0), ("p", f"Related: {LINK}", 0.85), ("p", SECOND, 0)], {1}),
        ([("p", FIRST, 0), ("p", f"Related: {LINK}", 0), ("p", SECOND, 0)], set()),
        ([("p", FIRST, 0), ("p", "More:", 0), ("p", SECOND, 0)], {1}),
        ([("p", FIRST, 0), ("item", LINK, 1), ("item", LINK, 1), ("p", SECOND, 0)], {1, 2}),
        ([("p", FIRST, 0), ("item", LINK, 1), ("item", LINK, 0), ("p", SECOND, 0)], set()),
        ([("p", FIRST, 0), ("item", "Norway", 1), ("item", "Peru", 1), ("p", SECOND, 0)], set()),
        ([("p", FIRST, 0), ("p", "Don't miss", 0), ("p", LINK, 0.6), ("p", SECOND, 0)], {1, 2}),
        ([("head", LINK, 1), ("p", FIRST, 0), ("head", "Elsewhere", 0), ("p", LINK, 1)], {0, 2, 3}),
        ([("p", LINK, 1), ("p", LINK, 1)], set()),
    ],
    ids="label sentence bare list partly names headed ends all".split(),
)
def test_lines_that_lead_to_other_articles(
    entries: list[tuple[str, str, float]], cut: set[int]
) -> None:
    kinds = [kind for kind, _, _ in entries]
    lines = [
        Line(text, kind, linked, opens=kind != "item" or kinds[index - 1] != "item")
        for index, (kind, text, linked) in enumerate(entries)
    ]
    assert other_articles(lines) == cut


def test_pages_before_do_not_change_a_page() -> None:
    alone = read(BODY)
    for _ in range(6):
        assert read(BODY) == alone


RUSSIAN = "Совет города решил в понедельник построить новую гавань и закрыть старый рынок. "
JAPANESE = "市議会は月曜日、新しい港の計画を承認し、古い市場を閉鎖すると決めた。カタカナもある。"
CHINESE = "市议会周一批准了新的港口计划，并决定关闭旧市场。居民们对此表示不满。"
FRENCH = "Le conseil a décidé à l’unanimité de fermer le marché près de la gare, selon le maire. "
POLISH = "Rada miasta zdecydowała w poniedziałek o budowie nowego nabrzeża i zamknięciu targu. "


@pytest.mark.parametrize(
    ("words", "true", "meta", "http"),
    [
        (RUSSIAN, "cp1251", "windows-1251", None),
        (RUSSIAN, "cp1251", None, "windows-1251"),
        (RUSSIAN, "cp1251", "windows-1251", "iso-8859-1"),
        (RUSSIAN, "cp1251", "iso-8859-1", "iso-8859-1"),
        (RUSSIAN, "cp1251", None, None),
        (RUSSIAN, "koi8-r", "koi8-r", None),
        (JAPANESE, "shift_jis", "shift_jis", None),
        (JAPANESE, "shift_jis", None, None),
        (JAPANESE, "iso2022_jp", "iso-2022-jp", None),
        (JAPANESE, "euc_jp", None, "euc-jp"),
        (CHINESE, "gb18030", "gb2312", None),
        (CHINESE, "gb18030", None, None),
        (FRENCH, "utf-8", "iso-8859-1", "iso-8859-1"),
        (FRENCH, "utf-8", "no-such-charset", "x-user-defined"),
        (FRENCH, "utf-8-sig", "windows-1251", "koi8-r"),
        (FRENCH, "cp1252", "iso-8859-1", None),
        (FRENCH, "cp1252", "utf-8", None),
        (FRENCH, "cp1252", None, None),
        (FRENCH, "utf-16", None, None),
        (FRENCH, "utf-16-le", None, "utf-8"),
        (POLISH, "cp1250", "windows-1250", None),
        (POLISH, "iso8859-2", None, "iso-8859-2"),
        (POLISH, "cp1250", "windows-1250", "iso-8859-1"),
    ],
    ids=range(23),
)
def test_encodings(words: str, true: str, meta: str | None, http: str | None) -> None:
    said = f'<meta charset="{meta}">' if meta else ""
    written = f"<html><head>{said}</head><body><article>" + f"<p>{words * 3}</p>" * 3
    draft = page(written.encode(true), "x", charset=http)
    assert draft.text.startswith(words.strip())


def test_a_few_faulty_bytes_do_not_make_utf8_something_else() -> None:
    data = f"<html><body><article><p>{FRENCH * 20}</p></article>".encode()
    cut = data[:300] + b"\xe9" + data[300:]
    assert page(cut, "x").text.count("unanimité") == 20


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("a < b and c > d", "a < b and c > d"),
        ("One line\n\n\n\nand  another\r\nright below", "One line\n\nand another\nright below"),
        ("Fish &amp; chips", "Fish & chips"),
        ("<p>One <a href=x>link</a>, two.</p><p>Three</p>", "One link, two.\n\nThree"),
        ("<p>I <3 it, x <y and 5 < 6</p>", "I <3 it, x"),
        ("one<br>two<br><br>three", "one\ntwo\n\nthree"),
        ("<ul><li>one</li><li>two <b>x</b></li></ul>after", "one\ntwo x\n\nafter"),
        ("<table><tr><td><table><tr><td><p>In</p></td></tr></table></td><td>b</td></tr></table>",
         "In\n\nb"),
        ("<table><tr><th>Year</th><th>Ships</th></tr><tr><td>1990</td><td>12</td></tr></table>",
         "Year Ships\n\n1990 12"),
        ("<p hidden>a</p><div style='DISPLAY: none'>b</div><style>c</style>e", "e"),
        ("<p>a</p><img src='http://x.example/1.gif' width=1 alt='open'><p>b</p>", "a\n\nb"),
        ("<!-- <p>no</p> --><p>yes</p>", "yes"),
        ("<p>a\x00b\x1b[31mc\u202e</p>", "abc"),
        ("<p>unclosed <b>tags", "unclosed tags"),
        ("<h2>Head</h2>text", "Head\n\ntext"),
        ("", ""),
        ("<p></p>", ""),
    ],
    ids=range(17),
)  # fmt: skip
def test_fragments(html: str, text: str) -> None:
    assert fragment(html) == text


def test_an_ordinary_fragment_takes_two_milliseconds() -> None:
    html = f'<p>{FIRST}<a href="x">More</a> <b>of it</b>.</p>' * 30
    fragment(html)
    begin = time.process_time()
    for _ in range(20):
        fragment(html)
    assert (time.process_time() - begin) / 20 < 0.02, "seconds; 0.001 on a free machine"


@pytest.mark.parametrize("package", ["lxml", "trafilatura"])
def test_a_missing_package_is_named_with_its_extra(package: str) -> None:
    code = (
        f"import sys; sys.modules[{package!r}] = None\n"
        "from reader.importing.html.pages import page\n"
        "from reader.importing.found import Refused\n"
        f"try: page({('<p>' + FIRST * 3)!r}.encode(), 'x')\n"
        "except Refused as refused: print(refused)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "web pages need an extra: pip install 'framing-reader[web]'"


def test_importing_the_module_loads_no_package_of_the_extra() -> None:
    code = (
        "import sys, reader.importing.html.pages, reader.importing.html.mhtml\n"
        "print(sorted({'lxml', 'trafilatura', 'htmldate'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
