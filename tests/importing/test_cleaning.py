"""What a pasted page has around its article is cut; the article never."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.importing.plain.cleaning import cleaned
from reader.model import When
from tests.importing.lines import removed_lines

P = "The harbour froze over on Sunday for the first time in nine years, the port said."
Q = "By noon the first skaters were out between the lamps and the customs house."


def _around(*below: str, above: tuple[str, ...] = ()) -> str:
    return "\n\n".join((*above, P, Q, *below))


@pytest.mark.parametrize(
    "line",
    [
        "Featured image credit",
        "Featured image credit: Dora Vale",
        "Image credit: Coast Daily",
        "Photo by Dora Vale",
        "(Photo: Dora Vale/Getty Images)",
        "Dora Vale/Reuters",
        "Leave a Reply",
        "Write A Comment",
        "Your email address will not be published. Required fields are marked *",
        "Save my name, email, and website in this browser for the next time I comment.",
        "Add Row",
        "Add",
        "Related Posts",
        "See also",
        "Share",
        "Share this article",
        "Facebook Twitter LinkedIn Email",
        "Facebook | X | WhatsApp | Copy link",
        "Share This Story Tweet Share Share Pin Email",
        "Sign up for our weekly newsletter to get the best stories in your inbox.",
        "Subscribe to our newsletter",
        "Get the stories that matter delivered straight to your inbox every morning.",
        "Advertisement",
        "ADVERTISEMENT - CONTINUE READING BELOW",
        "Tags: ice, harbour",
        "3 Comments",
        "5 min read",
        "© 2026 Coast Daily. All rights reserved.",
        "This site uses Akismet to reduce spam. Learn how your comment data is processed.",
        "You must be logged in to post a comment.",
        "Follow us on Facebook and Twitter",
        "![Skaters](skaters.jpg)",
        "More from Coast Daily",
        "Hinterlasse einen Kommentar",
    ],
)
def test_a_line_below_the_article(line: str) -> None:
    found = cleaned(_around(line))
    assert removed_lines(found) == (line,)
    assert found.text == f"{P}\n\n{Q}\n"


@pytest.mark.parametrize(
    "line",
    [
        "Home » Weather » Ice",
        "Home > Weather",
        "You are here: Home / Weather",
        "News › Weather › Ice in the harbour",
        "Skip to main content",
        "Menu",
        "Listen to this article",
        "4 min read",
        "Share",
    ],
)
def test_a_line_above_the_article(line: str) -> None:
    found = cleaned(_around(above=(line,)))
    assert removed_lines(found) == (line,)
    assert found.text == f"{P}\n\n{Q}\n"


@pytest.mark.parametrize(
    "line",
    [
        "Related posts were taken down after the storm, the port said.",
        "See also the report that the port wrote about the last ice.",
        "“Leave a reply,” the machine said, and nobody did so.",
        "Readers were asked to sign up for our newsletter, and most of them did.",
        "The skaters had to share this article of clothing between them.",
        "Photo by photo, the album tells how the ice came and went.",
        "Home > away: that is how the port counts its ships when they leave for the winter.",
        "Advertisement on the ice is forbidden by the harbour rules of 1921.",
        "Facebook and Instagram",
        "On and on",
        "(c) the port pays for the lamps",
        "More from him than from her was expected.",
        "Follow us on the ice, the pilots said, and they were followed by a crowd.",
        "He said: “Your email address will not be published by us, ever.”",
        "The Comments section of the report runs to nine pages and names nobody.",
        "Nobody came.",
        "Why did nobody come?",
        "## What comes next",
        "What comes next",
        "- Ice on the harbour",
        "References",
        "* * *",
        "• • •",
        "2026",
        "Source: Port of Ansel",
        "Dora Vale is a pilot and lives by the harbour.",
    ],
)
def test_a_line_that_only_looks_like_it_stays(line: str) -> None:
    for text in (_around(line, P), _around(line), f"{P}\n{line}\n{Q}\n"):
        found = cleaned(text)
        assert line in found.text.split("\n")
        assert removed_lines(found) == ()


@pytest.mark.parametrize("header", ["See also", "Related Posts", "You may also like", "READ MORE:"])
def test_a_list_of_other_articles_goes_with_its_headlines(header: str) -> None:
    listed = ("Snow on the hill for the third week", "Will the ferry run again?", "10 warm hats")
    found = cleaned(_around(header, *listed))
    assert removed_lines(found) == (header, *listed)
    assert found.text == f"{P}\n\n{Q}\n"


@pytest.mark.parametrize("header", ["See also", "Related Posts", "You may also like", "READ MORE:"])
def test_a_list_in_the_middle_stays_for_nobody_knows_where_it_ends(header: str) -> None:
    found = cleaned(_around(header, "Snow on the hill", "What the pilots say", P))
    assert removed_lines(found) == ()


def test_headlines_without_a_header_stay() -> None:
    found = cleaned(_around("Snow on the hill", "Will the ferry run again?"))
    assert removed_lines(found) == ()


def test_a_page_with_everything() -> None:
    text = (
        "Home » Weather » Ice in the harbour\n\nIce in the harbour\n\nIce in the harbour\n\n"
        f"By Sea desk | 12 January 2026\n\nShare\nTweet\n\n{P}\n\nAdvertisement\n\n{Q}\n\n\n\n"
        "Featured image credit\n\nRelated Posts\n\nSnow on the hill\n\nLeave a Reply\n\n"
        "Your email address will not be published. Required fields are marked *\n\n"
        "Name *\n\nEmail *"
    )
    found = cleaned(text)
    assert found.title == "Ice in the harbour"
    assert (found.byline, found.published) == ("Sea desk", When("2026-01-12"))
    assert found.text == f"{P}\n\n{Q}\n"
    assert removed_lines(found) == (
        "Home » Weather » Ice in the harbour",
        "Ice in the harbour",
        "By Sea desk | 12 January 2026",
        "Share",
        "Tweet",
        "Advertisement",
        "Featured image credit",
        "Related Posts",
        "Snow on the hill",
        "Leave a Reply",
        "Your email address will not be published. Required fields are marked *",
        "Name *",
        "Email *",
    )


@pytest.mark.parametrize(
    "text", ["Share this article\nLeave a Reply\n", "Advertisement\n", "Facebook Twitter\n"]
)
def test_a_text_that_would_be_empty_is_kept_as_it_is(text: str) -> None:
    found = cleaned(text)
    assert (found.text, found.title, removed_lines(found)) == (text, None, ())


def test_a_poem_has_no_tail() -> None:
    text = "Ice on the harbour\nShare\nSnow on the hill\nRelated\nNext\n"
    assert cleaned(text).text == text


def test_lost_apostrophes_are_not_restored() -> None:
    text = "Metas new plan isnt what the ports pilots wanted, and they wont say why it matters.\n"
    assert cleaned(text).text == text


def test_empty_lines_are_folded_and_paragraphs_keep_theirs() -> None:
    found = cleaned(f"\n\n{P}\n{Q}\n \n\n\n{P}  \n\n\n")
    assert found.text == f"{P}\n{Q}\n\n{P}\n"


_LINES = st.sampled_from(
    [
        "",
        P,
        Q,
        "Ice in the harbour",
        "# Ice",
        "===",
        "Home » Ice",
        "Share",
        "See also",
        "Leave a Reply",
        "By Sea desk",
        "12 January 2026",
        "Nobody came.",
        "Snow on the hill",
        "“Ice,” he said",
        "Advertisement",
        "---",
    ]
)


@settings(deadline=None)
@given(st.one_of(st.text(), st.lists(_LINES, max_size=14).map("\n".join)))
def test_every_line_is_kept_cut_or_the_title_and_the_order_stays(text: str) -> None:
    found = cleaned(text)
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    kept = [line.strip() for line in found.text.split("\n") if line.strip()]
    assert _in_order(kept, lines)
    assert _in_order(removed_lines(found), lines)
    assert len(kept) + len(removed_lines(found)) + (found.title is not None) == len(lines)
    for paragraph in (P, Q):
        assert kept.count(paragraph) == lines.count(paragraph)
    if lines:
        assert kept
        assert found.text.endswith("\n")


@given(st.lists(_LINES, max_size=14).map("\n".join))
def test_lines_that_were_cut_go_back_to_their_places(text: str) -> None:
    found = cleaned(text)
    whole, shift = found.text, 0
    for line in found.removed:
        put = f"{line.text}\n"
        whole = whole[: line.at + shift] + put + whole[line.at + shift :]
        shift += len(put)
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    restored = [line for line in whole.split("\n") if line.strip()]
    without = [lines[:at] + lines[at + 1 :] for at in range(len(lines))]
    assert restored == lines if found.title is None else restored in without


def _in_order(some: list[str] | tuple[str, ...], lines: list[str]) -> bool:
    rest = iter(lines)
    return all(line in rest for line in some)
