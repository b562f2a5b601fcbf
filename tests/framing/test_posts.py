"""Posts and cited paragraphs without marks: quoted words, and nowhere the writer's own voice."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reader.framing.labelling import labels_of
from reader.framing.lens import Case, Lens
from reader.framing.lenses import cause, loaded, only_here, quoted, quotes, sources
from reader.model import Article, Finding, LensReport
from reader.text.document import Document

TITLE = "Norwick ferry runs aground on sandbank"
LEDE = "The Norwick ferry ran aground on a sandbank on Monday morning."
OTHER = "A sandbank stopped the Norwick ferry on Monday. Nobody was hurt."
SIGNED = "It was dark, and nobody on the pier had a lamp. — Ann Reyes (@annreyes) May 3, 2021"


def look(lens: Lens, *texts: str) -> LensReport:
    documents = tuple(
        Document(Article(id=str(at), title=TITLE, text=t)) for at, t in enumerate(texts)
    )
    return lens.look(Case(documents, one_event=True))


def alone(lens: Lens, text: str, other: str = OTHER) -> tuple[Finding, ...]:
    return look(lens, f"{LEDE}\n{text}", other).findings


def post(words: str) -> str:
    return f"{words} {SIGNED}"


def behind_colon(words: str) -> str:
    return f"Ann Reyes wrote:\n{words} It was dark, and the lamps of the harbour were out."


@pytest.mark.parametrize("cite", [post, behind_colon])
def test_loaded_words_are_quoted(cite: Callable[[str], str]) -> None:
    (finding,) = alone(loaded.LENS, cite("What a reckless turn."))
    assert finding.verdict == "quoted"
    assert "cited without them" in finding.reason
    (plain,) = alone(loaded.LENS, "What a reckless turn.")
    assert plain.verdict == "writer"


@pytest.mark.parametrize("cite", [post, behind_colon])
def test_a_cause_is_given_as_theirs(cite: Callable[[str], str]) -> None:
    (finding,) = alone(cause.LENS, cite("The ferry turned because the buoy had drifted."))
    assert finding.reason.endswith("in words cited without marks, beside them “Ann Reyes”")


def test_a_label_is_not_the_writers() -> None:
    said = "They hired Bob Ray, a rival who once sued them, in June."
    assert labels_of(Document(Article(id="a", text=said)))
    assert not labels_of(Document(Article(id="a", text=post(said))))


def test_who_posts_is_heard() -> None:
    words = "The ferry turned far too early, and everyone on the pier could see it coming by noon."
    found = alone(quoted.LENS, f"Ann Reyes was there.\n{post(words)}")
    assert [f.subject.quote for f in found if f.subject] == ["Ann Reyes"]
    assert found[0].measures[0] == 28.0


def test_hedges_of_a_post_are_not_the_writers() -> None:
    def hedges(text: str) -> int:
        return sum(f.kind == "hedge" for f in alone(sources.LENS, text))

    assert hedges("Perhaps the buoy had drifted.") == 1
    assert hedges(post("Perhaps the buoy had drifted.")) == 0


def test_a_post_that_another_quotes_is_one_utterance() -> None:
    words = "The Norwick ferry turned far too early and the harbour office was told"
    cited = f"{LEDE}\n{post(f'{words}.')}"
    (finding,) = look(quotes.LENS, cited, f"“{words},” said Ann Reyes.").findings
    assert finding.verdict == "trimmed"
    other = f"“{words.replace('early', 'late')},” said Ann Reyes."
    (altered,) = look(quotes.LENS, cited, other).findings
    assert altered.verdict == "altered"
    assert altered.reason.endswith("in what is quoted, in one of them without marks")


def test_no_word_is_moved_over_marks_that_are_not_there() -> None:
    words = "harbour office was told twice about the drifting buoy by the night pilots"
    texts = (f"The careless “{words},” said Ann Reyes.", f"“Careless {words},” said Ann Reyes.")
    assert look(quotes.LENS, *texts).findings[0].verdict == "words-moved-in"
    cited = f"{LEDE}\nCareless {words}. — Ann Reyes (@annreyes) May 3, 2021"
    assert all(f.verdict != "words-moved-in" for f in look(quotes.LENS, texts[0], cited).findings)


def test_a_post_only_here_names_who_signs_it() -> None:
    words = "Every lamp along the Norwick jetty had been dark since the winter gales, my dears."
    found = [f for f in alone(only_here.LENS, post(words)) if f.kind == "quote"]
    assert [f.subject.quote for f in found if f.subject] == ["Ann Reyes"]


def test_quotations_between_marks_stand_before_posts() -> None:
    words = "Every lamp along the Norwick jetty had been dark since the winter gales, my dears."
    said = [
        f"“The ferry had {number} on board and no reef was on their charts at all, and "
        "nobody there could read one,” said Bob Ray."
        for number in ("forty cows", "ninety pigs")
    ]
    found = [f for f in alone(only_here.LENS, "\n".join([post(words), *said])) if f.kind == "quote"]
    most = [f for f in found if f.weight > 0.25]
    assert [f.subject.quote for f in most if f.subject] == ["Bob Ray", "Bob Ray"]
