"""Reporting verbs by which nobody reports a thing."""

from __future__ import annotations

import pytest

from reader.framing.verb_uses import verb_uses
from reader.model import Article
from reader.text.document import Document


def verbs(text: str) -> dict[str, str]:
    """What is made of each verb: `said`, `perhaps` or `unsaid`."""
    document = Document(
        Article(id="a", text=f"The council met on Monday.\n\n{text} Then it rained.\n", title="")
    )
    return {
        use.span.of(document.text): "unsaid" if use.unsaid else "said" if use.sure else "perhaps"
        for use in verb_uses(document, lambda _: False)
    }


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The judge denied the harbour board's motion to dismiss.", "denied"),
        ("The court denied a bid by Lee to move the hearing.", "denied"),
        ("The vote would deny the mayor control of the council.", "deny"),
        ("Justice Lee wrote the majority opinion.", "wrote"),
        ("The judge wrote a short dissent on Monday.", "wrote"),
        ("The ferries have not come as promised.", "promised"),
        ("If confirmed, the sale will end a long dispute.", "confirmed"),
        ("The mayor did not name Lee or harshly criticize him.", "criticize"),
        ("Lee refused to reveal the price.", "reveal"),
        ("Lee has never admitted the leak.", "admitted"),
        ("I suggest that they begin with the pier.", "suggest"),
        ("Upon review I'd argue the pier is safe.", "argue"),
        ("Lee claimed victories in three towns.", "claimed"),
        ("The list claimed nearly half of the votes in May.", "claimed"),
        ("They fight to maintain their majorities there.", "maintain"),
        ("Lee wants to assert his independence.", "assert"),
        ("The vote would deny the islanders the right to fish.", "deny"),
        ("His refusal to acknowledge the leak is known.", "acknowledge"),
        ("The storm slammed into the pier.", "slammed"),
        ("The plan boasted a new pier.", "boasted"),
        ("The look on his face told the story.", "told"),
        ("The council voted to confirm Lee as harbour master.", "confirm"),
        ("They hope to swiftly confirm Lee as harbour master.", "confirm"),
        ("He often highlighted alleged cases of theft.", "alleged"),
        ("Both sides are equally to blame for it.", "blame"),
        ("He ended a probe into alleged theft by Lee.", "alleged"),
        ("They will have nothing to complain about.", "complain"),
    ],
)
def test_what_is_refused_written_or_not_said_reports_nothing(text: str, verb: str) -> None:
    assert verbs(text)[verb] == "unsaid"


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Did they concede that the plan was late?", "concede"),
        ("One might argue that the pier is safe.", "argue"),
        ("They asked him to pledge loyalty to the board.", "pledge"),
        ("They were too eager to accuse the crew of theft.", "accuse"),
        ("It is not known whether she was suggesting a sale.", "suggesting"),
        ("It began with a quarrel, which revealed that the pier was rotten.", "revealed"),
        ("Lee's win suggests that the pier will stay.", "suggests"),
        ("He ended it by warning them of the raid.", "warning"),
        ("Deaths blamed on the storm were many.", "blamed"),
        ("The sale was already confirmed in May.", "confirmed"),
        ("The report is impossible to dispute.", "dispute"),
        ("They cut the budget while maintaining some of the piers.", "maintaining"),
        ("The words, revealed when a tape was found, were harsh.", "revealed"),
    ],
)
def test_what_is_asked_or_thought_of_may_be_one(text: str, verb: str) -> None:
    assert verbs(text)[verb] == "perhaps"


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The mayor denied that the board had asked for control.", "denied"),
        ("Lee denied he wrote to the board about its request.", "denied"),
        ("Lee wrote that the opinion of the board was wrong.", "wrote"),
        ("Lee did not come, but he criticized the plan.", "criticized"),
        ("The mayor promised, as he had before, a new pier.", "promised"),
        ("Experts argue that the pier is safe.", "argue"),
        ("The mayor also slammed Lee as disloyal.", "slammed"),
        ("Lee claimed the seat was stolen.", "claimed"),
        ("He hopes to confirm that the pier is safe.", "confirm"),
        ("Lee railed against the plan.", "railed"),
        ("Lee's lawyer suggests that the pier will stay.", "suggests"),
    ],
)
def test_what_is_said_is_said(text: str, verb: str) -> None:
    assert verbs(text)[verb] == "said"
