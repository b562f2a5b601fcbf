"""What articles call one group or thing in words that take sides."""

from __future__ import annotations

import pytest

from reader.framing.lens import Case
from reader.framing.lenses.labels import LENS
from reader.model import Article, LensReport
from reader.text.document import Document

ESTATE = "Brask keeps its estate tax, said the mayor."
DEATH = "The island’s death tax stays for a year."


def look(*texts: str, title: str | None = None) -> LensReport:
    documents = tuple(
        Document(Article(f"a{at}", text, title=title if at == 0 else None))
        for at, text in enumerate(texts)
    )
    return LENS.look(Case(documents, one_event=True))


def test_words_of_two_sides_are_set_side_by_side() -> None:
    (found,) = look(ESTATE, DEATH, "Nobody pays for the bridge.").findings
    assert (found.kind, found.verdict) == ("thing", "differs")
    assert [value and value.quote for value in found.values] == ["estate tax", "death tax", None]
    assert found.summary == "A “estate tax”, B “death tax”"
    assert [evidence.quote for evidence in found.evidence] == [ESTATE, DEATH]


@pytest.mark.parametrize(
    ("one", "other", "title"),
    [
        pytest.param(ESTATE, "The estate tax stays for a year.", None, id="one side"),
        pytest.param(ESTATE, f"{DEATH} Once it was the estate tax.", None, id="both in one"),
        pytest.param(ESTATE, DEATH, "Death tax is kept", id="the other in the headline"),
        pytest.param(ESTATE, "“The death tax stays for a year,” said Reyes.", None, id="quoted"),
        pytest.param(ESTATE, "Death tax stays\n\nNobody pays for the bridge.", None,
            id="in a heading"),
    ],
)  # fmt: skip
def test_what_is_not(one: str, other: str, title: str | None) -> None:
    assert look(one, other, title=title).findings == ()
