"""What other articles tell in words of their own is not "only here"."""

from __future__ import annotations

import pytest

from reader.framing.alone.ground import Ground
from reader.framing.alone.retold import quotation_retold, requoted, retold
from reader.framing.alone.untold import echoed
from reader.framing.core import core
from reader.framing.elsewhere import Elsewhere
from reader.framing.lens import Case
from reader.model import Article
from reader.text.document import Document
from tests.framing.test_only_here import BASE, OTHER

SAFE = (
    "The ferry line asked two harbour inspectors about its pumps on Friday to “run the safest "
    "pumps of any ferry,” it told the council."
)
DRY = "“Bells rang below, the galley flooded and nobody came with buckets,” said Tom Reyes."
LUNCH = (
    "Tom Reyes, who has run the quay since 1998 and keeps goats on a hill above the town, said "
    "over a late lunch"
)
LONG = (
    "“Bells rang below, the galley flooded and nobody came with buckets. Nobody rang. The mate "
    "slept until noon beside cold tea and torn charts, dreaming of marmalade, brass, oranges, "
    "velvet, thunder, candles and a harmonica,” said Tom Reyes."
)
SEALS = "“Our galley flooded in April because of rotten seals, and mops were all we got,” he said."


def ground(one: str, other: str) -> Ground:
    documents = (
        Document(Article(id="a", text=f"{BASE} {one}")),
        Document(Article(id="b", text=f"{OTHER} {other}")),
    )
    case = Case(documents, one_event=True)
    return Ground(case, 0, core(documents), Elsewhere(case.vocabularies[1:]))


@pytest.mark.parametrize(
    ("why", "one", "other", "told"),
    [
        ("nothing of it elsewhere", SAFE, "", False),
        ("in a passage that says the same", SAFE,
         "The ferry line asked two harbour inspectors about its pumps on Friday so that all pumps "
         "are safe, it told the council.", True),
        ("that says the same of what is not quoted", SAFE,
         "The line asked two harbour inspectors on Friday, it told the council.", False),
        ("the same speaker in other words", DRY,
         "Tom Reyes said that bells and buckets failed in the galley.", True),
        ("the surname alone", DRY,
         "Tom Reyes came. Reyes said that bells and buckets failed in the galley.", True),
        ("another one of that name", DRY,
         "Ann Reyes said that bells and buckets failed in the galley.", False),
        ("somebody else", DRY, "Ann Holt said that bells and buckets failed in the galley.",
         False),
        ("the same speaker among much else", DRY, f"{LUNCH} that bells and buckets failed.", True),
        ("who says little of it", DRY, f"{LUNCH} that bells failed.", False),
        ("less sure, but in several words", DRY,
         "The galley flooded, bells rang somewhere in town and buckets were missing, as courts "
         "heard.", True),
        ("less sure and somebody else’s", DRY,
         "The galley flooded, bells rang somewhere in town and buckets were missing, said Ann "
         "Holt.", False),
        ("one word of it by the same speaker", DRY, "Tom Reyes said that bells failed.", False),
        ("a small part of a long quotation", LONG,
         "Tom Reyes said that bells and buckets failed in the galley.", False),
        ("nobody for a speaker", SEALS,
         "The galley flooded in April because of rotten seals, in spite of mops.", True),
        ("where the other does not report", DRY,
         "\nIn short: Tom Reyes said that bells and buckets failed in the galley.", False),
    ],
)  # fmt: skip
def test_quotations(why: str, one: str, other: str, told: bool) -> None:
    here = ground(one, other)
    assert quotation_retold(here, here.case.quotations[0][0]) is told, why


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ("In letters to the office a skipper has blamed gales and a buoy, it is said.", True),
        ("Letters came.", False),
        ("A skipper was paid.", False),
    ],
)
def test_sentences(other: str, told: bool) -> None:
    here = ground("The skipper had blamed a buoy since the gales, in letters to the office.", other)
    assert retold(here, len(here.document.passages) - 1) is told


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("It is cruel,” Reyes wrote of the ferry.", "“It is cruel,” he wrote.", True),
        ("It is cruel,” Reyes wrote of the ferry.", "It was cruel.", False),
        ("It is so,” Reyes wrote of the ferry.", "“It is so,” he wrote.", False),
        (
            "Our bells will never ring again,” Reyes wrote.",
            "“Our bells will not ring again.”",
            True,
        ),
        ("Cruel,” Reyes wrote of the ferry.", "“Cruel,” he wrote.", False),
    ],
)
def test_a_sentence_quoted_elsewhere_too(one: str, other: str, told: bool) -> None:
    here = ground(f"“Nobody came with buckets. {one}", other)
    assert requoted(here, here.document.passages[-1].span) is told


def test_two_sentences_in_a_row_that_have_much_of_it() -> None:
    one = "The skipper blamed goblins, rudders, seals, charts, rats, stokers, hay and rusty lofts."
    for other, told in (
        ("Rudders rot. Seals cry.", True),
        ("Rudders rot.", False),
        ("Rudders rot. Eels like mud. Seals cry.", False),
    ):
        here = ground(one, other)
        assert echoed(here, here.stems[-1]) is told, other
        assert not echoed(here, here.stems[-1], quoted=True), other
