"""Link texts within sentences are cut, and the sentences are as they were written."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.importing.drafting import draft
from reader.importing.plain.cleaning import cleaned
from reader.importing.plain.cutting import cleaned_without
from reader.library.restoring import put_back
from reader.model import Removed
from tests.importing.lines import removed_lines

P = "The harbour froze over on Sunday for the first time in nine years, the port said."
LINKS = "Ice on the harbour again The Tide: pilots balk at a longer winter MORE"


@pytest.mark.parametrize(
    ("before", "links", "after"),
    [
        ("Port chief Dora Vale", f"Theodora (Dora) Ann Vale{LINKS}", " (Coast) said it held."),
        ("Port chief Dora Vale", f"Dora Vale2020 pilots {LINKS}", "’s lamps stood on it."),
        ("Nobody asked Moe O'Dell", f"Maurice O'Dell'We wait' {LINKS}", ", who skates."),
        ("Nobody asked Jan Brandt Jr.", f"Jan Brandt Jr.{LINKS}", " about it."),
        ("Nobody asked Jan Brandt Jr.", f"Jan Brandt{LINKS}", " about it."),
        ("Port chief Dora Vale", f"Dora Ann Vale {LINKS}", " (Coast) said it held."),
        ("Pilots like Ann-Kay Ros-Loh", f"Ann-Kay Maria Ros-Loh{LINKS}", ", 40, were out."),
        ("The lamps were lit at dusk.", "(RELATED: Who Pays For The Lamps?)", ""),
        ("The lamps were lit at dusk.", "(LIRE AUSSI : Qui paie les lampes ?)", " Then it snowed."),
    ],
)
def test_link_texts_in_a_sentence(before: str, links: str, after: str) -> None:
    found = cleaned(f"{P}\n\n{before} {links}{after}\n\n{P}")
    line = f"{before}{after}"
    assert found.text == f"{P}\n\n{line}\n\n{P}\n"
    assert removed_lines(found) == (links,)
    assert found.text[: found.removed[0].at].endswith(f"\n{before}")
    assert put_back(found.text, found.removed, {links})[0] == (
        f"{P}\n\n{before} {links}{after}\n\n{P}\n"
    )


def test_a_name_that_the_links_touch() -> None:
    found = cleaned(f"Port chief Dora ValeDora Ann Vale{LINKS} said that the ice held.\n{P}")
    assert found.text == f"Port chief Dora Vale said that the ice held.\n{P}\n"


@pytest.mark.parametrize(
    "line",
    [
        f"Port chief Dora Vale Theodora Vale {LINKS} said that the ice held.",
        f"Port chief Dora Vale {LINKS} said that the ice held.",
        f"Port chief Dora Vale and Theodora Ann Vale{LINKS} said that the ice held.",
        "Dora Vale Dora Vale said no more, and MORE is what she said in capitals.",
        "Dora Vale Dora ValeIce wants more of it, and nobody has asked for that.",
        f"Dora Vale Dora Vale{'Ice ' * 200}MORE was what the pilots had to read there.",
        "The lamps were lit (related: the bill of the port) at dusk, it said.",
        "The lamps were lit (LAMPS: forty of them) at dusk, the port said then.",
        "The lamps (RELATED) were lit at dusk, the port said in its report.",
    ],
)
def test_what_only_looks_like_it_stays(line: str) -> None:
    found = cleaned(f"{P}\n{line}\n{P}")
    assert found.text == f"{P}\n{line}\n{P}\n"
    assert not found.removed


def test_each_list_begins_behind_the_one_before_it() -> None:
    first, second = f"Dora Ann Vale{LINKS}", f"Theodore (Ted) Lund{LINKS}"
    found = cleaned(f"Dora Vale {first} and Ted Lund {second} skated.\n{P}")
    assert found.text == f"Dora Vale and Ted Lund skated.\n{P}\n"
    assert removed_lines(found) == (first, second)


def test_lines_and_pieces_are_in_order_and_where_they_stood() -> None:
    links = f"Dora Ann Vale{LINKS}"
    found = cleaned(f"Menu\n\n{P}\n\nAdvertisement\n\nDora Vale {links} skated there.\n\nShare\n")
    assert removed_lines(found) == ("Menu", "Advertisement", links, "Share")
    text = f"{P}\n\nDora Vale skated there.\n"
    assert found.text == text
    places = [0, text.index("Dora Vale"), text.index(" skated"), len(text)]
    assert [line.at for line in found.removed] == places


def test_lines_that_are_cut_before_keep_their_places() -> None:
    links = f"Dora Ann Vale{LINKS}"
    lines = [P, f"Dora Vale {links} skated there at noon.", "Unsubscribe", P]
    found = cleaned_without(lines, {2})
    assert removed_lines(found) == (links, "Unsubscribe")
    assert found.removed[1].at == found.text.rindex(P)
    again = draft(f"{P}\nDora Vale {links} skated there at noon.\n", "stdin")
    assert again.removed[0].text == links


def test_a_text_that_is_a_link_alone_is_kept() -> None:
    assert cleaned("  (RELATED: Ice on the harbour)").text.strip()


def test_a_lead_in_brackets_within_a_list_goes_with_it() -> None:
    links = "Dora ValeIce (RELATED: Ice) (RELATED: Snow) MORE"
    found = cleaned(f"{P}\nPort chief Dora Vale {links} skated there at noon.\n{P}")
    assert removed_lines(found) == (links,)


def test_a_piece_comes_back_within_its_line_and_a_line_as_a_line() -> None:
    removed = [Removed("Ad", 0), Removed("Dora ValeIce MORE", 9), Removed("Menu", 17)]
    text, rest = put_back("Dora Vale skated\n", removed, {"Dora ValeIce MORE"})
    assert text == "Dora Vale Dora ValeIce MORE skated\n"
    assert rest == (Removed("Ad", 0), Removed("Menu", 35))
    assert put_back("Dora Vale skated\n", removed, {"Ad"})[0] == "Ad\nDora Vale skated\n"


_WORDS = [
    "Dora",
    "Vale",
    "Dora Vale",
    "Dora ValeIce",
    "MORE",
    " MORE ",
    "(RELATED: Ice)",
    "\n",
    "Ad",
]


@given(st.lists(st.sampled_from(_WORDS), max_size=24).map(" ".join))
def test_all_pieces_put_back_give_the_lines_again(text: str) -> None:
    found = cleaned(text)
    whole = put_back(found.text, found.removed, {line.text for line in found.removed})[0]
    assert sorted(f"{whole}{found.title or ''}".replace(" ", "").replace("\n", "")) == sorted(
        "".join(text.split())
    )


@pytest.mark.parametrize(
    "text",
    [
        "A MORE " * 40_000,
        "Dora Vale " * 30_000 + "MORE",
        "(RELATED: " * 30_000,
        "Vale Vale" * 30_000,
    ],
)
def test_hostile_texts_take_linear_time(text: str) -> None:
    began = time.process_time()
    cleaned(text)
    assert time.process_time() - began < 4
