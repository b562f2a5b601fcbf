"""What pages set into the text of an article."""

from __future__ import annotations

import pytest

from reader.text.insets import insets

BODY = "The ferry ran aground on Monday.\n\n{}\n\nDivers looked at the hull."
GALLERY = (
    "The ferry at the quay REUTERS Divers at the hull Reuters A boat near the bank, Norwick "
    "Reuters The skipper on the pier. REUTERS"
)


@pytest.mark.parametrize(
    "line",
    [
        "The ferry at the quay on Monday. Ada Brandt/AFP/Getty Images",
        "The ferry at the quay on Monday Ada Brandt/Reuters",
        "Skipper Jon Vale Photographer: Ada Brandt/Bloomberg",
        "Photographer: Ada Brandt/Getty Images Photographer: Ada Brandt/Getty Images",
        "FILE PHOTO: The ferry at the quay. REUTERS/Ada Brandt",
        "Hide caption Divers look at the hull. Previous Next Ada Brandt/Norwick Radio",
        "Enlarge this image toggle caption Ada Brandt/AP Ada Brandt/AP",
        "The skipper has said little. | AP Photo Skipper under fire The council wants answers.",
        "The skipper has said little. | Ada Brandt/Getty Images Skipper under fire",
        GALLERY,
        "Photos: The ferry Divers at the hull. Hide Caption 1 of 9 Photos: The ferry A boat",
        "Ad Up Next Close Skipper says sorry View Slideshow Back Continue",
        "see also Skipper sued by passengers Two families went to court on Monday...",
        "Ada Brandt and Jon Vale in Norwick contributed to this report.",
        "Tide letter Our guide to the coast. Email By signing up you agree to our terms.",
        "Morning Tide Boats and bars. Email Sign Up You can unsubscribe at any time.",
        "This site is protected by reCAPTCHA and the rules of others apply.",
        "Get the Tide delivered to your inbox.",
        "Want the Tide in your inbox every day? Sign up here.",
        "Like it? Sign up to get the Tide in your inbox here.",
    ],
)
def test_captions_and_buttons(line: str) -> None:
    text = BODY.format(line)
    assert [span.of(text) for span in insets(text)] == [line]


@pytest.mark.parametrize(
    "line",
    [
        "NORWICK (Reuters) - The mayor told Reuters that a Reuters/Dale poll found few in favour.",
        "She told Reuters. He told AP. They spoke to AFP. The ferry sank, according to Reuters.",
        "The picture was taken by Ada Brandt of Getty Images, who was on board.",
        "Photographer Ada Brandt, who was on board, saw the sandbank first.",
        "Readers see also how little the skipper knew.",
        "His slideshow bored the council.",
        "Rust contributed to this report of failure, and to others.",
        "Forty sailors have been signing up for the course since May.",
        "Threats came to the inboxes of the council, and no clerk could unsubscribe.",
    ],
)
def test_sentences_of_the_article(line: str) -> None:
    assert insets(BODY.format(line)) == ()


@pytest.mark.parametrize(
    ("text", "links"),
    [
        (
            "Mayor Jane Doe Jane Ann DoeMill burns again Council asks why MORE (I) said so.",
            [" Jane Ann DoeMill burns again Council asks why MORE"],
        ),
        ("Mayor Jane Doe Jane Ann DoeMORE said so.", [" Jane Ann DoeMORE"]),
        ("Mayor Jane Doe said MORE was to come.", []),
        ("Mayor Jane DoeMORE said so.", []),
        ("The [dam](https://a.example/d) broke.", ["[", "](https://a.example/d)"]),
    ],
)
def test_link_texts(text: str, links: list[str]) -> None:
    assert [span.of(text) for span in insets(text)] == links
