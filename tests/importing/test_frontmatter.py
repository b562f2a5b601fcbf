"""Front matter, from well-formed to none at all."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.importing.drafting import draft
from reader.importing.frontmatter import items, split, unquoted
from reader.model import When

BODY = "The harbour froze over on Sunday for the first time in nine years.\n"


def test_all_keys() -> None:
    found = draft(
        "---\n"
        "title: Ice in the harbour\n"
        'outlet: "Coast Daily"\n'
        "byline: 'Sea desk'\n"
        "published: 2026-01-11T08:30:00Z\n"
        "url: https://coast.example/ice\n"
        "language: en-GB\n"
        "tags: ice, 'long winter', ice\n"
        "mood: cold\n"
        "---\n\n" + BODY,
        "/ice.md",
    )
    assert found.text == BODY
    assert (found.title, found.outlet, found.byline) == (
        "Ice in the harbour",
        "Coast Daily",
        "Sea desk",
    )
    assert found.published == When("2026-01-11T08:30:00Z")
    assert (found.url, found.language) == ("https://coast.example/ice", "en")
    assert found.tags == ("ice", "long winter")
    assert found.extra == (("mood", "cold"),)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("plain", "plain"),
        ("  plain words  ", "plain words"),
        ("a: b", "a: b"),
        ("what #hashtags do", "what #hashtags do"),
        ("“Ice,” they said", "“Ice,” they said"),
        ('"quoted"', "quoted"),
        ("'single'", "single"),
        ("'it''s'", "it's"),
        (r'"say \"ice\""', 'say "ice"'),
        (
            r'"tab\tand \\ and caf\u00e9 and \x41 and \U0001f9ca"',
            "tab\tand \\ and café and A and 🧊",
        ),
        ('"quoted" # a comment', "quoted"),
        ('"never closed', '"never closed'),
        ("'it's'", "'it's'"),
        (r'"\UFFFFFFFF"', r"\UFFFFFFFF"),
        ('""', ""),
    ],
)
def test_values(written: str, value: str) -> None:
    assert unquoted(written) == value


@pytest.mark.parametrize(
    ("written", "tags"),
    [
        ("ice", ["ice"]),
        ("ice, sea", ["ice", "sea"]),
        ("[ice, \"sea, salt\", 'sky']", ["ice", "sea, salt", "sky"]),
        ("", []),
        (" , ,", []),
    ],
)
def test_lists(written: str, tags: list[str]) -> None:
    assert items(written) == tags


def test_a_list_below_its_key_and_a_value_on_two_lines() -> None:
    found = draft(
        f"---\ntags:\n  - ice\n  - sea\ntitle: Ice in\n  the harbour\nnote: >\n  old\n---\n{BODY}",
        "/a",
    )
    assert (found.tags, found.title) == (("ice", "sea"), "Ice in the harbour")
    assert found.extra == (("note", "old"),)


@pytest.mark.parametrize("nothing", ["", " ", "~", "null", '""', "''"])
def test_empty_values_are_not_known(nothing: str) -> None:
    found = draft(f"---\noutlet: {nothing}\nbyline: {nothing}\n---\n{BODY}", "/a")
    assert (found.outlet, found.byline, found.extra) == (None, None, ())


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2025", "2025"),
        ("2025-11", "2025-11"),
        ("2025-11-14", "2025-11-14"),
        ("2025-11-14 08:30", "2025-11-14T08:30"),
        ("2025-11-14T08:30:15.250+01:00", "2025-11-14T08:30:15+01:00"),
        ("2025-11-14 08:30 UTC", "2025-11-14T08:30Z"),
        ("14 November 2025", "2025-11-14"),
        ("Friday, November 14th, 2025", "2025-11-14"),
        ("Nov. 14, 2025 at 8:30 am", "2025-11-14"),
        ("Sept 2025", "2025-09"),
    ],
)
def test_dates(written: str, date: str) -> None:
    found = draft(f"---\npublished: {written}\n---\n{BODY}", "/a")
    assert (found.published, found.extra) == (When(date), ())


@pytest.mark.parametrize(
    "written", ["soon", "03/04/2025", "2025-13-01", "2025-02-30", "14 Brumaire 2025", "1.2.25"]
)
def test_a_date_that_cannot_be_read_is_unknown_and_kept(written: str) -> None:
    found = draft(f"---\npublished: {written}\n---\n{BODY}", "/a")
    assert (found.published, found.extra) == (None, (("published", written),))


def test_the_first_of_two_equal_keys_holds_and_the_other_is_kept() -> None:
    found = draft(f"---\ntitle: One\nTitle: Two\n---\n{BODY}", "/a")
    assert (found.title, found.extra) == ("One", (("Title", "Two"),))


def test_a_line_that_is_no_entry_is_kept() -> None:
    found = draft(f"---\ntitle: One\noutlet: Two\nwhat is this\n---\n{BODY}", "/a")
    assert (found.title, found.extra) == ("One", (("", "what is this"),))


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: Never closed\n\n" + BODY,
        "---\n" + BODY + "---\nAnd the ice stayed for a week and a day, they said.\n",
        "---\n\nA pause: then more of the same, and more of it than before.\nNo key here.\n---\n",
        "-- -\ntitle: No fence\n---\n" + BODY,
        BODY + "---\ntitle: Too late\n---\n",
    ],
)
def test_what_is_no_front_matter_stays_in_the_body(text: str) -> None:
    assert split(text) is None
    found = draft(text, "/a")
    for line in text.split("\n"):
        assert line.strip() in found.text


def test_front_matter_with_byte_order_mark_and_windows_line_ends() -> None:
    found = draft(f"\ufeff---\r\ntitle: Ice\r\n---\r\n{BODY}", "/a")
    assert (found.title, found.text) == ("Ice", BODY)


def test_escapes_cannot_bring_control_characters_in() -> None:
    found = draft(f'---\ntitle: "ice \\e[31m\\u202e\\x07red"\nx: "\\e]0;t\\a"\n---\n{BODY}', "/a")
    assert found.title == "ice red"
    assert found.extra == (("x", ""),)


_VALUES = st.text(
    alphabet=st.characters(exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp")), max_size=60
)


@settings(deadline=None)
@example(title="A", outlet=" ", mood="dry")
@given(title=_VALUES, outlet=_VALUES, mood=_VALUES)
def test_quoted_values_survive(title: str, outlet: str, mood: str) -> None:
    def quote(value: str) -> str:
        return json.dumps(value, ensure_ascii=False)

    matter = f"---\ntitle: {quote(title)}\noutlet: {quote(outlet)}\nmood: {quote(mood)}\n---\n"
    found = draft(matter + BODY, "/a")
    assert found.title == (" ".join(title.split()) or None)
    assert found.outlet == (" ".join(outlet.split()) or None)
    assert found.extra == (("mood", " ".join(mood.split())),)
    assert found.text == BODY


@settings(deadline=None)
@given(st.text(alphabet="-:a \n#\"'[]\\>|.", max_size=120))
def test_no_text_is_lost_or_breaks_it(text: str) -> None:
    matter = split(text)
    if matter is not None:
        assert text.endswith(matter.body)


@pytest.mark.parametrize(
    ("matter", "known"),
    [
        pytest.param(
            "title: Ice\ndate: 2026-01-11T08:30:00+01:00\nlastmod: 2026-02-01\ndraft: false\n"
            "author: Ann Lee\nurl: /posts/ice/",
            ("Ice", None, "Ann Lee", "2026-01-11T08:30:00+01:00", None, None),
            id="hugo",
        ),
        pytest.param(
            "layout: post\ntitle: Ice\ndate: 2026-01-11 08:30:00 +0100\npublished: true\n"
            "permalink: /ice.html",
            ("Ice", None, None, "2026-01-11T08:30:00+0100", None, None),
            id="jekyll",
        ),
        pytest.param(
            'title: "Ice"\nsource: "https://coast.example/ice"\nauthor:\n  - "[[Ann Lee]]"\n'
            '  - "[[People/Bo Roy|Bo Roy]]"\npublished: 2026-01-11\ncreated: 2026-03-02\n'
            'description: "Cold"\ntags:\n  - "clippings"',
            ("Ice", None, "Ann Lee, Bo Roy", "2026-01-11", "https://coast.example/ice", None),
            id="web-clipper",
        ),
        pytest.param(
            "title: Ice\nsource: Coast Daily\ndate: '[[2026-01-11]]'\ncreated: 2026-03-02",
            ("Ice", "Coast Daily", None, "2026-01-11", None, None),
            id="vault",
        ),
        pytest.param(
            "title: Ice\nauthor:\n- name: Ann Lee\n  affiliation: Sea Institute\n- name: Bo Roy\n"
            "date: January 11, 2026\nlang: en-GB",
            ("Ice", None, "Ann Lee, Bo Roy", "2026-01-11", None, "en"),
            id="pandoc",
        ),
        pytest.param(
            "title: Ice\nauthors: [Ann Lee, Bo Roy]\nyear: 2026\npublicationTitle: Coast Daily\n"
            "itemType: newspaperArticle\nURL: https://coast.example/ice",
            ("Ice", "Coast Daily", "Ann Lee, Bo Roy", "2026", "https://coast.example/ice", None),
            id="zotero",
        ),
        pytest.param(
            "Full Title: Ice\nAuthor: '[[Ann Lee]]'\nCategory: '#articles'\n"
            "Published Date: 2026-01-11\nURL: '[link](https://coast.example/ice)'",
            ("Ice", None, "Ann Lee", "2026-01-11", "https://coast.example/ice", None),
            id="readwise",
        ),
        pytest.param(
            "title: Ice\nsite_name: Coast Daily\ndate: 1768118400\ndate_saved: 2026-03-02\n"
            "link: https://coast.example/ice",
            ("Ice", "Coast Daily", None, "2026-01-11T08:00Z", "https://coast.example/ice", None),
            id="saved-for-later",
        ),
        pytest.param(
            "title: Ice\nwebsite: https://coast.example\npublisher: Coast Daily\n"
            "date: 2026-01-11 # as printed",
            ("Ice", "Coast Daily", None, "2026-01-11", "https://coast.example", None),
            id="an-address-is-no-outlet",
        ),
    ],
)
def test_the_names_that_other_programs_use(matter: str, known: tuple[str | None, ...]) -> None:
    found = draft(f"---\n{matter}\n---\n{BODY}", "/a")
    published = found.published and found.published.iso
    assert (found.title, found.outlet, found.byline, published, found.url) == known[:5]
    assert known[5] in (None, found.language)
    assert not found.unread


@pytest.mark.parametrize("key", ["created", "clipped", "lastmod", "date_saved", "modified"])
def test_a_day_on_which_something_else_happened_is_not_that_of_publication(key: str) -> None:
    found = draft(f"---\ntitle: Ice\n{key}: 2026-03-02\n---\n{BODY}", "/a")
    assert (found.published, found.extra, found.unread) == (None, ((key, "2026-03-02"),), ())


def test_our_own_name_goes_before_that_of_others_and_the_other_is_kept() -> None:
    found = draft(f"---\ndate: 2026-03-02\npublished: 2026-01-11\n---\n{BODY}", "/a")
    assert (found.published, found.extra) == (When("2026-01-11"), (("date", "2026-03-02"),))


def test_what_cannot_be_read_is_told_unless_another_entry_says_it() -> None:
    found = draft(f"---\ndate: soon\nlanguage: seaside\n---\n{BODY}", "/a")
    assert found.unread == found.extra == (("date", "soon"), ("language", "seaside"))
    found = draft(f"---\npublished: soon\ndate: 2026-01-11\n---\n{BODY}", "/a")
    assert (found.unread, found.extra) == ((), (("published", "soon"),))


def test_an_address_that_is_a_path_is_kept_as_it_is() -> None:
    found = draft(f"---\ntitle: Ice\nurl: /ice\n---\n{BODY}", "/a")
    assert (found.url, found.extra) == (None, (("url", "/ice"),))
