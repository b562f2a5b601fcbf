"""What counts as a quotation, where it begins and ends, and who said it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.quotations import Quotation, find_quotations

SAID = "The pier was closed before the storm came"


def quoted(text: str) -> list[str]:
    return [q.inner.of(text) for q in find_quotations(text)]


def only(text: str) -> Quotation:
    found = find_quotations(text)
    assert len(found) == 1, quoted(text)
    return found[0]


@pytest.mark.parametrize(
    "text",
    [
        f"“{SAID},” she said.",
        f'"{SAID}," she said.',
        f"«{SAID}», she said.",
        f"« {SAID} », she said.",
        f"``{SAID},'' she said.",
        f"„{SAID}“, she said.",
        f"‘{SAID},’ she said.",
        f"'{SAID},' she said.",
        f"”{SAID},“ she said.",
        f"“{SAID},“ she said.",
        f"「{SAID}」 she said.",
    ],
    ids=(
        "curly straight guillemets spaced backticks german british plain swapped twice corner"
    ).split(),
)
def test_every_style_of_marks(text: str) -> None:
    found = only(text)
    assert found.pieces[0].of(text).rstrip(",") == SAID
    assert found.words == 8
    assert not found.is_term


@pytest.mark.parametrize(
    "text",
    [
        "The workers' union met the owners' lawyers.",
        "It's the town's oldest pier, they're sure, and the '90s were kind to it.",
        "He is 6' 2\" tall and that's that.",
        "Rock 'n' roll was played till the early hours.",
        "“This one is never closed, she said, and went home.",
        'An empty pair “ ” or "" says nothing.',
    ],
)
def test_apostrophes_and_lone_marks_open_nothing(text: str) -> None:
    assert find_quotations(text) == ()


def test_single_marks_are_believed_when_both_stand_where_marks_stand() -> None:
    text = "'We paid the workers' wages in full,' he said."
    assert quoted(text) == ["We paid the workers' wages in full,"]


def test_a_lone_single_mark_hides_no_quotation_behind_it() -> None:
    assert quoted("They left 'Newtown and “nobody came to help us,” she said.") == [
        "nobody came to help us,"
    ]


def test_single_marks_inside_a_quotation_belong_to_it() -> None:
    text = "“They told us ‘go home’ and we went,” she said."
    assert quoted(text) == ["They told us ‘go home’ and we went,"]


def test_a_quotation_goes_on_in_paragraphs_that_repeat_the_mark() -> None:
    text = "“We waited for an hour.\n\n“Then the boat came.\n\n“Nobody cheered,” he said."
    found = only(text)
    assert [piece.of(text) for piece in found.pieces] == [
        "We waited for an hour.",
        "Then the boat came.",
        "Nobody cheered,",
    ]
    assert found.words == 11


def test_a_mark_that_is_not_repeated_was_forgotten() -> None:
    assert quoted("“We waited for an hour.\n\nThen “the boat came late again” he wrote.") == [
        "the boat came late again"
    ]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("“We waited,” she said, “and nobody came.”", 2),
        ("“We waited,” said Ann Lee. “Nobody came to help us.”", 2),
        ("“We waited,” she said. Later he wrote: “Nobody came.”", 1),
        ("“We waited,” she said, and he added “nobody came”.", 1),
        ("They spoke of “long waiting” and of “the late boat”.", 1),
        ("“We waited,” Ann Lee said. “Nobody came,” Bob Ray said.", 1),
    ],
)
def test_spans_are_joined_over_he_said_only(text: str, pieces: int) -> None:
    assert len(find_quotations(text)[0].pieces) == pieces


@pytest.mark.parametrize(
    ("words", "term"),
    [
        ("world models", True),
        ("clean slate with a free hand", True),
        ("The Long Way Home Again", True),
        ("The Sailor Who Was Never In The Harbour", True),
        ("a staff of many willing helpers", True),
        ("When you wait, you lose the race", False),
        ("They paid five hundred crowns today,", False),
        ("the beginning of a new age for the whole town", False),
        ("Where will they learn now?", False),
    ],
)
def test_terms_and_titles_are_told_apart(words: str, term: bool) -> None:
    assert only(f"He called it “{words}” yesterday.").is_term is term


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("It was late. Said Lee, “The ferry sank at once.”", None),
        ("Said Lee, “The ferry sank at once.”", "Lee"),
        ("Continued Ann Lee: “The ferry sank at once.”", "Ann Lee"),
        (f"“{SAID},” she said.", "she"),
        (f"“{SAID},” said Ann Lee, the mayor.", "Ann Lee"),
        (f"“{SAID},” said Mayor Ann Lee on Monday.", "Ann Lee"),
        (f"“{SAID},” said the mayor, Ann Lee.", None),
        (f"“{SAID},” Lee later wrote.", "Lee"),
        (f"“{SAID},” Ann Lee, the mayor, said.", "Ann Lee"),
        (f"“{SAID},” according to Ann Lee.", "Ann Lee"),
        (f"Ann Lee said: “{SAID}.”", "Ann Lee"),
        # Who relays the words of another has not said them.
        (f"A clerk of the port said, “{SAID},” according to Ferne News.", None),
        (f"The port said in a statement that “{SAID},” noted Ferne News.", None),
        (f"Ann Lee told the council, “{SAID},” Ferne News reported.", "Ann Lee"),
        (f"A clerk said they were “{SAID},” Ann Lee wrote.", "Ann Lee"),
        (f"He told the council, “{SAID}.”", "He"),
        (f"“{SAID},” told Ann Lee.", None),
        (f"“{SAID},” urged Ann Lee.", None),
        (f"“{SAID},” said in London.", None),
        (f"“{SAID}.” Lee said nothing else.", None),
        (f"A friend of Ann Lee said, “{SAID}.”", None),
        (f"Asked about it, they read out “{SAID}.”", None),
    ],
)
def test_a_speaker_is_named_only_where_the_neighbours_name_him(
    text: str, speaker: str | None
) -> None:
    found = find_quotations(text)[0].speaker
    assert (found.of(text) if found else None) == speaker


MARKED = st.text(alphabet=st.sampled_from(list("ab AB.,!?:\n'\"“”‘’«»‹›„`「」—…(5é")), max_size=300)


@given(MARKED | st.text(max_size=200))
def test_spans_always_lie_in_the_text(text: str) -> None:
    previous = 0
    for found in find_quotations(text):
        assert previous <= found.span.start
        previous = found.span.end
        assert found.span.end <= len(text)
        assert found.inner in found.span
        assert found.pieces
        for piece in found.pieces:
            assert piece in found.inner
            assert piece.of(text).strip() == piece.of(text)
        assert found.words >= 0
        if found.speaker is not None:
            assert found.speaker.of(text)


@pytest.mark.parametrize("marks", ["“", "“”", '"', "'", "‘’", "“'”‘’\"«»"])
def test_a_hundred_thousand_marks_take_seconds(marks: str) -> None:
    line = " ".join(f"{mark}we saw the boats come in" for mark in marks) + ". "
    text = line * (100_000 // len(marks))
    begun = time.process_time()
    find_quotations(text)
    assert time.process_time() - begun < 8


@pytest.mark.parametrize("before", ["", "It was late. ", "It was late.\n\n", "“No,” she said. "])
def test_who_answers_a_question_did_not_say_what_was_asked(before: str) -> None:
    asked = f"{before}Asked if it was “untrue in every part,” Ann Lee said so."
    assert find_quotations(asked)[-1].speaker is None
    said = f"{before}It was “untrue in every part,” Ann Lee said."
    assert find_quotations(said)[-1].speaker is not None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“It is late,” said Ann Lee (D-Ohio) Tuesday.", "Ann Lee"),
        ("“It is late,” said Ann Lee 10 minutes later.", "Ann Lee"),
        ("“It is late,” said Ann Lee (D-Ohio) aide Bob Ray.", None),
        ("Asked if it was “late” or “early,” Ann Lee said it was not.", None),
        ("But when asked if it was “late,” Ann Lee said it was not.", None),
        ("When Ann Lee said it was “late,” Bob Ray objected and left.", None),
    ],
)
def test_who_stands_behind_a_quotation(text: str, speaker: str | None) -> None:
    found = find_quotations(text)[-1].speaker
    assert (found.of(text) if found else None) == speaker


def test_a_single_mark_that_a_double_one_closes() -> None:
    assert quoted("‘We are the sons of the quay,” they sang on it.") == [
        "We are the sons of the quay,"
    ]
    assert quoted("The ‘90s ended. “We are the sons of the quay,” they sang.") == [
        "We are the sons of the quay,"
    ]
