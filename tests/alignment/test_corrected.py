"""A person's word on two passages is stronger than any score."""

from __future__ import annotations

from reader.alignment.corrected import corrected, kept_apart
from reader.model import Article, Evidence, Judgement, JudgementAct, Place, Point
from reader.text.document import Document

TEXTS = (
    "The ferry sank on Monday. Nobody was hurt. The captain was asleep. It rained.\n",
    "On Monday the ferry went down. All were saved. It rained all day.\n",
    "A ferry sank on Monday. Divers look for the wreck.\n",
)
DOCUMENTS = [Document(Article(id, text)) for id, text in zip("abc", TEXTS, strict=True)]


def cut(column: int, index: int, last: int | None = None) -> Evidence:
    passages = DOCUMENTS[column].passages
    span = passages[index].span
    end = passages[index if last is None else last].span.end
    return DOCUMENTS[column].cut(type(span)(span.start, end))


def place(evidence: Evidence) -> Place:
    return Place(evidence.article, "text", evidence.quote, "", evidence.span.start)


def said(act: JudgementAct, one: Evidence, other: Evidence, number: int = 1) -> Judgement:
    return Judgement(number, act, "", (place(one), place(other)))


SANK = Point((cut(0, 0), cut(1, 0), cut(2, 0)), 0.5, "sure")
RAIN = Point((cut(0, 3), cut(1, 2), None), 0.4, "perhaps")
POINTS = (SANK, RAIN)


def quotes(points: tuple[Point, ...]) -> list[list[str | None]]:
    return [[p.quote if p else None for p in point.passages] for point in points]


def test_nothing_said_changes_nothing() -> None:
    assert corrected(POINTS, DOCUMENTS, ()) == POINTS


def test_two_passages_become_a_point_in_its_place() -> None:
    found = corrected(POINTS, DOCUMENTS, [said("same", cut(0, 1), cut(1, 1))])
    assert quotes(found) == [
        [p.quote for p in SANK.passages if p],
        ["Nobody was hurt.", "All were saved.", None],
        ["It rained.", "It rained all day.", None],
    ]
    assert (found[1].score, found[1].certainty) == (1.0, "sure")


def test_several_sentences_can_say_what_one_does() -> None:
    found = corrected(POINTS, DOCUMENTS, [said("same", cut(0, 1, 2), cut(1, 1))])
    assert quotes(found)[1][0] == "Nobody was hurt. The captain was asleep."


def test_a_passage_joins_a_row_and_leaves_its_own() -> None:
    found = corrected(POINTS, DOCUMENTS, [said("same", cut(0, 3), cut(2, 1))])
    assert quotes(found)[1] == ["It rained.", "It rained all day.", "Divers look for the wreck."]
    moved = corrected(POINTS, DOCUMENTS, [said("same", cut(0, 3), cut(1, 0))])
    assert quotes(moved) == [
        ["The ferry sank on Monday.", None, "A ferry sank on Monday."],
        ["It rained.", TEXTS[1][:30], None],
    ]


def test_the_first_of_two_leaves_and_the_others_stay_together() -> None:
    found = corrected(
        POINTS,
        DOCUMENTS,
        [said("apart", cut(0, 0), cut(1, 0)), said("apart", cut(0, 0), cut(2, 0), 2)],
    )
    assert quotes(found)[0] == [None, TEXTS[1][:30], "A ferry sank on Monday."]
    assert corrected(POINTS, DOCUMENTS, [said("apart", cut(0, 3), cut(1, 2))]) == (SANK,)


def test_the_last_word_holds() -> None:
    words = [said("apart", cut(0, 3), cut(1, 2)), said("same", cut(0, 3), cut(1, 2), 2)]
    assert quotes(corrected(POINTS, DOCUMENTS, words)) == quotes(POINTS)
    assert kept_apart(DOCUMENTS, words) == ()
    assert corrected(POINTS, DOCUMENTS, words[::-1]) == (SANK,)
    assert kept_apart(DOCUMENTS, words[:1]) == (((0, cut(0, 3).span), (1, cut(1, 2).span)),)


def test_a_passage_that_stands_no_more_is_passed_over() -> None:
    gone = Evidence("a", "text", cut(0, 1).span, "Nobody was injured.")
    foreign = Evidence("z", "text", cut(0, 1).span, "Nobody was hurt.")
    for one in (gone, foreign):
        assert corrected(POINTS, DOCUMENTS, [said("same", one, cut(1, 1))]) == POINTS


def test_in_a_later_version_the_nearest_of_the_same_words_is_meant() -> None:
    twice = Document(Article("a", "It rained. " + TEXTS[0] + "It rained.\n"))
    words = [Judgement(1, "same", "", (place(cut(0, 3)), place(cut(2, 1))))]
    found = corrected((), [twice, *DOCUMENTS[1:]], words)
    assert found[0].passages[0] is not None
    assert found[0].passages[0].span.start == len("It rained. ") + cut(0, 3).span.start
