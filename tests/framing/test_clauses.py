"""Where the clause ends that a cue opens."""

from __future__ import annotations

import pytest

from reader.framing.clauses import clause
from reader.text.tokens import tokens


@pytest.mark.parametrize(
    ("cue", "found", "sentence"),
    [
        ("because", "because the buoy had drifted",
         "It sank because the buoy had drifted, and the mate saw it."),
        ("because", "because the buoy had drifted",
         "It sank because the buoy had drifted, the mate said."),
        ("because", "because wind, tide and current had turned",
         "It sank because wind, tide and current had turned."),
        ("because", "Because the fog came", "Because the fog came, boats turned."),
        ("because", "because, and only because, it rained",
         "It sank because, and only because, it rained."),
        ("because", "because of fog", "It sank because of fog; the mate slept."),
        ("because", "because of fog", "It sank because of fog (and sleep)."),
        ("accused", "accused her of “plain sloth”", "He accused her of “plain sloth” in March."),
        ("accused", 'accused her of "plain sloth,"', 'He accused her of "plain sloth," in March.'),
        ("accused", "accused her of “plain sloth.”", "He accused her of “plain sloth.”"),
        ("because", "because", "It sank because."),
        ("because", "because of fog", "Asked if it sank because of fog, the mate said nothing."),
        ("calls", "calls for a strike at the quay",
         "With calls for a strike at the quay, Orley waited."),
        ("calling", "calling for a strike",
         "It says that since the dockers are calling for a strike, they’re closing the quay."),
        ("blamed", "blamed for the fire at the quay",
         "The mate, who is blamed for the fire at the quay, is likely to leave."),
        ("blamed", "blamed on the mate",
         "Lit by a spark, a cause that wardens have blamed on the mate, these fires burned on."),
        ("condemning", "condemning the sale of the quay",
         "They passed a paper condemning the sale of the quay and declared it void."),
        ("because", "because, in her view, it was late",
         "It sank because, in her view, it was late."),
        ("never", "never, ever happen", "It is a thing that should never, ever happen."),
        ("fire", "fire in Orley, Norway", "They fled a fire in Orley, Norway, which burned on."),
        ("hurts", "hurts bakers, cooks and the old", "Raising it hurts bakers, cooks and the old."),
        ("thanks", "thanks to a letter", "It rose thanks to a letter, the words of which are odd."),
        ("because of", "because of rain", "The race, which fell through because of rain, ended."),
        ("because of", "because of rain", "The race, put off because of rain, ended late."),
        ("because of", "because of ice", "The quay that closed because of ice reopened on Monday."),
        ("because of", "because of ice", "Boats held back because of ice ran again by noon."),
        ("because of", "because of the strike", "Shops, shut because of the strike, lost a lot."),
        ("because of", "because of the storm",
         "A vote delayed by a week because of the storm was held on Monday and Orley won."),
        ("because of", "because of losses the quay had made",
         "They left because of losses the quay had made."),
        ("because of", "because of fears he would leave",
         "They paid because of fears he would leave."),
        ("because", "because the mate, drunk since noon, fell asleep",
         "It sank because the mate, drunk since noon, fell asleep."),
        ("because", "because Orley – a poor town – had no money",
         "It closed because Orley – a poor town – had no money."),
        ("due to", "Due to fog", "Due to fog the ferry, which carried hay, sailed late."),
        ("blamed", "blamed the mate", "A paper that blamed the mate was read on Monday."),
        ("accused of", "accused of theft", "The women accused of theft walked free."),
        ("accused of", "accused of theft by his mate",
         "A man, accused of theft by his mate, sits in the chair."),
        ("calls for", "Calls for Orley to step down", "Calls for Orley to step down came in May."),
        ("condemned", "condemned the sale", "They condemned the sale and said it was void."),
        ("should", "should write to the mate",
         "He should write to the mate but said he would not."),
        ("a disgrace", "a disgrace", "If it was a disgrace, so was the cup."),
        ("sparked", "sparked a row", "It sparked a row, leaving the quay without a mate."),
        ("calls for", "calls for the vessel’s alleged owner to pay",
         "They joined calls for the vessel’s alleged owner to pay."),
        ("because", "because not only did Orley pay, but the mate did too",
         "They smiled because not only did Orley pay, but the mate did too."),
        ("accused", "accused the mate of sloth at sea",
         "He accused the mate of sloth at sea, noting that it was late."),
    ],
)  # fmt: skip
def test_it_ends(cue: str, found: str, sentence: str) -> None:
    words = tuple(tokens(sentence))
    at = [word.word for word in words].index(cue.split()[0])
    last = at + len(cue.split()) - 1
    assert clause(sentence, words, at, last, len(sentence)).of(sentence) == found


def test_it_ends_with_the_quotation_that_holds_it() -> None:
    sentence = "“We sank because of fog” ran the line."
    words = tuple(tokens(sentence))
    found = clause(sentence, words, 2, 2, sentence.index("”"))
    assert found.of(sentence) == "because of fog"


def test_it_is_never_long() -> None:
    sentence = "It sank because " + "of fog and " * 40 + "rain."
    words = tuple(tokens(sentence))
    assert len(clause(sentence, words, 2, 2, len(sentence)).of(sentence).split()) == 28
