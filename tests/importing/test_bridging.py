"""Boxes within the article of a pasted page: what stands below them is not lost."""

from __future__ import annotations

from reader.importing.plain.cleaning import cleaned
from tests.importing.lines import removed_lines

PARAGRAPHS = (
    "The town of Coldwater will shut its lift for a year while engineers look at the cable that"
    " broke twice in one winter.",
    "Members of the council agreed by seven votes to two. Opponents said that hotels on the upper"
    " road would lose half of their guests.",
    "“Nobody rides on a cable that sings,” the warden told the meeting. She said that wires had"
    " come loose in thirty places.",
    "Repairs cost four million crowns, half of which the state pays. A bus is to run every ten"
    " minutes from the first of May.",
    "Hotel owners have called for a protest on Saturday and want to speak about their rents before"
    " the season begins.",
)
MENU = "Skip to content\nSections\nNews\nSport\nBusiness\nOpinion\nSubscribe\nSign in\n\n"
FOOT = "\n\nTopics\nLifts\nColdwater\n\nTerms of use\nPrivacy policy\nContact us\n"
NEWSLETTER = "Get the Lift Letter\nSign up for our weekly newsletter.\nYour email\nSign up"
LINK = "Lesen Sie auch\nDer lange Streit um den Marktplatz"


def pasted(box: str) -> str:
    one, two, three, four, five = PARAGRAPHS
    return (
        f"{MENU}Coldwater shuts its lift for a year\n\n{one}\n\n{two}\n\n{three}\n\n{box}"
        f"\n\n{four}\n\nAdvertisement\n\n{five}{FOOT}"
    )


def test_paragraphs_below_a_box_are_kept() -> None:
    for box in (NEWSLETTER, LINK):
        found = cleaned(pasted(box))
        assert found.text == "\n\n".join(PARAGRAPHS) + "\n"
        assert set(box.split("\n")) <= set(removed_lines(found))


def test_a_subheading_below_a_box_is_kept() -> None:
    found = cleaned(pasted("Advertisement\nShare\n\nWho pays for the new cable"))
    assert "Who pays for the new cable" in found.text


def test_captions_without_a_label() -> None:
    one, *others = PARAGRAPHS
    for caption in (
        "Des ouvriers inspectent le câble du téléphérique. © Nom Inventé / AFP",
        "Robotnicy przy linie kolejki w styczniu. Fot. Nazwa Zmyślona / PAP",
    ):
        page = f"A lift that sings is shut for a year\n\n{caption}\n\n{one}\n\n" + "\n\n".join(
            others
        )
        found = cleaned(page)
        assert found.title == "A lift that sings is shut for a year"
        assert removed_lines(found) == (caption,)
