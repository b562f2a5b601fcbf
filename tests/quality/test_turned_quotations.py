"""How often it is told that one article turns round the words that another one quotes."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

from reader.framing.around import REASONS
from reader.framing.lens import Case
from reader.framing.lenses.quotes import LENS
from reader.model import Article
from reader.text.document import Document

HERE = Path(__file__).parent


def pairs() -> Iterator[tuple[str, str, str]]:
    """What is to be told, and the two texts."""
    for words in tomllib.loads((HERE / "turned_quotations.toml").read_text())["words"]:
        plain = words["plain"].format(words["said"])
        for kind in (*REASONS, "same"):
            for text in words.get(kind, ()):
                yield kind, plain, text.format(words["said"])


def told(*texts: str) -> str:
    """Which kind is told of the texts."""
    documents = tuple(Document(Article(f"a{at}", text)) for at, text in enumerate(texts))
    findings = LENS.look(Case(documents, one_event=True)).findings
    reasons = {reason: kind for kind, reason in REASONS.items()}
    return next((reasons[f.reason] for f in findings if f.reason in reasons), "same")


def test_turned_quotations() -> None:
    floors = tomllib.loads((HERE / "floors.toml").read_text())["turned"]
    answers = [(kind, told(*texts), texts[1]) for kind, *texts in pairs()]
    turned = [answer for answer in answers if answer[0] != "same"]
    missed = [answer for answer in turned if answer[1] != answer[0]]
    false = [answer for answer in answers if answer[1] not in (answer[0], "same")]
    assert len(turned) - len(missed) >= floors["recall"] * len(turned), missed
    assert len(false) <= floors["false_at_most"], false
