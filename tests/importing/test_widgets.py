"""Lines of players, galleries, forms and pictures are cut wherever they stand."""

from __future__ import annotations

import time

import pytest

from reader.importing.plain.cleaning import cleaned
from reader.importing.plain.widgets import is_widget
from tests.importing.lines import removed_lines

P = "The harbour froze over on Sunday for the first time in nine years, the port said."


@pytest.mark.parametrize(
    "line",
    [
        "Enlarge this image toggle caption Dora Vale/Coast Pictures Dora Vale/Coast Pictures",
        "toggle caption Dora Vale for the Coast Daily",
        "JUST WATCHED Ice on the port Replay More Videos ... MUST WATCH Ice on the port 01:44",
        "Slideshow (12 Images)",
        "LISTEN TO ARTICLE 4:13 SHARE THIS ARTICLE Share Tweet Post Email",
        "Weather Ice On The Harbour, A Year Later Ice On The Harbour Listen · 3:06 3:06",
        "CLOSE The harbour froze over on Sunday. Dora Vale has that story. (Jan. 12) AP",
        "Tide newsletter What moves the port, on weekdays. Email Sign Up By signing up you agree "
        "to receive letters of the Tide.",
        "More: Ice on the harbour for the third week",
        "More:Who pays for the lamps?",
        "NOW WATCH: ‘Ice on the Harbour’",
        "Skaters leave the customs house in Ansel, January 12, 2026. REUTERS/Dora Vale/File Photo",
        "Skaters at the customs house, January 12, 2026. (Dora Vale/Reuters)",
        "Skaters at the customs house (Reuters photo: Dora Vale)",
        "Skaters at the customs house on Sunday. | AP Photo",
        "Photos: Ice Photos: Ice Skaters on Sunday. Hide Caption 1 of 2 Photos: Ice At night. "
        "Hide Caption 2 of 2" + " and the harbour master" * 40,
        "Story Continued Below",
        "Ice on the harbour: who pays for the lamps? Read more",
        "Skaters at the customs house, January 12, 2026. Dora Vale/Pool via REUTERS",
    ],
)
def test_a_line_between_paragraphs(line: str) -> None:
    found = cleaned(f"{P}\n\n{line}\n\n{P}\n")
    assert removed_lines(found) == (line,)
    assert found.text == f"{P}\n\n{P}\n"


@pytest.mark.parametrize(
    "line",
    [
        "Enlarging this image shows three skaters at the customs house.",
        "The film that we had just watched was one that others must watch, she said.",
        "Close to the port the ice was thin.",
        "CLOSE to the port the ice was thin, and nobody went there, the pilots said",
        "CLOSE The harbour, the pilots had said all week, and nobody listened to them.",
        "She had us sign up for the newsletter by hand, and we agreed.",
        "“Get the newsletter,” it said, “by signing up, you agree to nothing.”",
        "More: the port has lit forty lamps, and it will light forty others.",
        "More ice: the harbour is shut",
        "Reuters/Ipsos asked 1,200 people about the ice (Reuters/Ipsos)",
        "The agency that took it (Reuters) is not the one that sold it.",
        "The pilots voted for it | the port against it",
        "Whoever wants to skate has to Read. Read more",
        "He went by ship via REUTERS",
        "Hide the caption of picture 1 of 2, the editor wrote.",
    ],
)
def test_what_only_looks_like_it_stays(line: str) -> None:
    assert not is_widget(line)
    assert line in cleaned(f"{P}\n\n{line}\n\n{P}\n").text.split("\n")


def test_many_of_them_make_no_page_of_an_article() -> None:
    states = [f"{name}: {number}" for number, name in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZ")]
    more = [f"More: Ice on the harbour for the week {number}" for number in range(8)]
    found = cleaned("\n\n".join([P, P, *more, *states]))
    assert removed_lines(found) == tuple(more)


@pytest.mark.parametrize(
    "line", ["listen · " * 50, "newsletter by signing up you " * 15, "just watched replay " * 22]
)
def test_hostile_lines_take_linear_time(line: str) -> None:
    began = time.process_time()
    cleaned(f"{line}\n" * 400)
    assert time.process_time() - began < 4
