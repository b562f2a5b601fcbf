"""Sources, reporting verbs, hedges and boosters, counted with their places."""

from __future__ import annotations

import pytest

from reader.exporting.wording import summary
from reader.framing.lens import Case
from reader.framing.lenses.sources import _PASSAGES, LENS
from reader.framing.verbs import KINDS
from reader.framing.word_lists import entries
from reader.model import Article, Finding, LensReport
from reader.text.document import Document

PLAIN = "The ferry left the harbour in the morning."


def look(*texts: str, language: str | None = None) -> LensReport:
    documents = tuple(
        Document(Article(f"a{at}", text, language=language)) for at, text in enumerate(texts)
    )
    report = LENS.look(Case(documents, one_event=False))
    for finding in report.findings:
        assert finding.verdict == "stated"
        assert len(finding.values) == len(finding.measures) == len(texts)
        for evidence in (*finding.evidence, *finding.values):
            if evidence is not None:
                assert evidence.quote == evidence.span.of(texts[int(evidence.article[1:])])
    return report


def groups(*texts: str) -> dict[str, Finding]:
    return {f.summary.partition(":")[0]: f for f in look(*texts).findings}


def test_a_source_that_comes_again_is_shown_where_there_is_room() -> None:
    twice = "Ann Lee said it was late. Lee said it was cold."
    others = "".join(f" {name} Hall said that it was warm." for name in "ABCDEFGHIJKLM")
    shown = [e.quote for e in groups(twice, PLAIN)["named sources"].evidence]
    assert shown == ["Ann Lee said it was late.", "Lee said it was cold."]
    many = groups(twice + others, PLAIN)["named sources"].evidence
    assert len(many) == _PASSAGES
    assert "Lee said it was cold." not in [e.quote for e in many]


def test_named_sources_are_counted_once_each() -> None:
    text = "Ann Lee said it was late. Lee said it was cold. The Harbour Council said it was not."
    found = groups(text, PLAIN)["named sources"]
    assert (found.kind, found.measures, found.unit) == ("named", (2.0, 0.0), "sources")
    assert found.summary == "named sources: A 2 Ann Lee, Harbour Council; B none"


def test_unnamed_sources_are_counted_each_time() -> None:
    text = "Officials said it was late. A spokesman for Acme said it was not."
    found = groups(PLAIN, text)["unnamed sources"]
    assert (found.kind, found.measures) == ("unnamed", (0.0, 2.0))
    assert [e.article for e in found.evidence] == ["a1", "a1"]


@pytest.mark.parametrize(
    "text",
    [
        "The police said it was late.",
        "Democrats said it was late.",
        "The Ohio Democrat said so.",
        "The senator said it was so.",
    ],
)
def test_who_is_neither_named_nor_withheld_is_not_counted(text: str) -> None:
    assert not {"named sources", "unnamed sources"} & set(groups(text, PLAIN))


def test_verbs_are_told_by_kind() -> None:
    text = (
        "Ann Lee said it was late. Bob Ray claimed that it was not. Mr. Ray denied the charge. "
        "Critics blasted him. Mrs. Lee admitted that it was cold. She vowed that it would be warm."
    )
    found = groups(text, PLAIN)
    assert {f.kind for name, f in found.items() if "and the like" in name} == {"verb"}
    assert found["claimed, insisted and the like"].measures == (1.0, 0.0)
    assert found["denied and the like"].measures == (1.0, 0.0)
    assert found["accused, blamed and the like"].measures == (1.0, 0.0)
    assert found["admitted, revealed and the like"].measures == (1.0, 0.0)
    assert found["vowed, promised and the like"].measures == (1.0, 0.0)
    assert "A 1 (28.6 in 1,000 words) denied; B none" in found["denied and the like"].summary


def test_a_verb_belongs_to_one_kind() -> None:
    every = [verb for kind in KINDS for verb in entries(f"reporting-{kind}")]
    assert len(every) == len(set(every))


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("The ferry was allegedly late.", "hedges"),
        ("The ferry appears to be late.", "hedges"),
        ("Of course the ferry was late.", "boosters"),
        ("The ferry is clearly late.", "boosters"),
    ],
)
def test_hedges_and_boosters_of_the_writer(text: str, group: str) -> None:
    assert groups(text, PLAIN)[group].measures == (1.0, 0.0)


@pytest.mark.parametrize(
    "text",
    [
        "“The ferry was of course late, allegedly,” Ann Lee said.",
        "Ann Lee said the ferry was obviously late and perhaps lost.",
        "The court ruled that the ferry was clearly late.",
        "The ferry was almost certainly lost.",
        "It was not obviously late.",
        "It absolutely must be said how it was late.",
    ],
)
def test_hedges_and_boosters_of_others_or_of_nobody(text: str) -> None:
    assert not {"hedges", "boosters"} & set(groups(text, PLAIN))


def test_other_languages_are_not_counted() -> None:
    report = look("Ann Lee said it was late.", PLAIN, language="de")
    assert (report.state, report.reason) == ("cannot-say", "its words are known in English only")


def test_nothing_to_count_is_none() -> None:
    assert look(PLAIN, PLAIN).state == "none"


def test_the_summary_of_all_articles_has_no_letter_in_front() -> None:
    found = groups(PLAIN, "Officials said it was late.")["unnamed sources"]
    assert summary(found).startswith("unnamed sources: A none; B 1")


@pytest.mark.parametrize(
    "text",
    [
        "Fearful that the ferry might be sold, the islanders met.",
        "The islanders worry that the ferry may be late.",
        "They are convinced that the council would perhaps close the harbour.",
        "The council can't seem to find a captain.",
    ],
)
def test_a_doubt_that_is_not_the_writers_is_no_hedge(text: str) -> None:
    assert "hedges" not in groups(text, PLAIN)


def test_what_somebody_made_clear_presses_nothing() -> None:
    assert "boosters" not in groups("Ann Lee made it clear that she would stay.", PLAIN)
    assert "boosters" in groups("It is clear that nobody will stay; of course not.", PLAIN)


def test_one_source_with_two_verbs_is_counted_once() -> None:
    text = "The ferry was late, according to a source in the room who said nothing else was."
    assert groups(text, PLAIN)["unnamed sources"].measures == (1.0, 0.0)


def test_the_answer_to_a_poll_is_no_source() -> None:
    assert "unnamed sources" not in groups("Some 12 percent of former officials said so.", PLAIN)
    assert "unnamed sources" in groups("Some former officials said so.", PLAIN)


def test_what_a_mark_opens_is_no_word_of_the_writer() -> None:
    text = "He spoke on Monday.\n\n“In fact, the ferry is late.\n\nThe nets hung dry."
    assert "boosters" not in groups(text, PLAIN)


def test_who_declined_to_speak_is_no_source() -> None:
    text = "A spokeswoman for the harbour council in Norwick declined to say whether it was late."
    assert "unnamed sources" not in groups(text, PLAIN)


ATTACKS = "accused, blamed and the like"


@pytest.mark.parametrize(
    "text",
    [
        "The captain met the nurse who accused him of sloth.",
        "She’s accused the ferry line of sloth.",
        "The company very specifically criticized the captain.",
        "The captain came back, accusing the ferry line of sloth.",
        "The captain was accused of sloth.",
    ],
)
def test_a_verb_counts_whoever_its_subject_is(text: str) -> None:
    assert groups(text, PLAIN)[ATTACKS].measures == (1.0, 0.0)


@pytest.mark.parametrize(
    "text",
    [
        "The storm slammed the harbour.",
        "The accused left the harbour.",
        "The newly accused captain left the harbour.",
        "“They accused me of sloth and of much else besides,” said Ann Lee.",
    ],
)
def test_what_is_no_verb_of_a_speaker_is_not_counted(text: str) -> None:
    assert ATTACKS not in groups(text, PLAIN)


@pytest.mark.parametrize(
    "text",
    [
        "Officials from both sides voiced doubts about the captain’s claim that it is so.",
        "It is the biggest cost to printers after workers, is now high, said Bob Ray.",
    ],
)
def test_who_stands_farther_in_front_is_no_source(text: str) -> None:
    assert "unnamed sources" not in groups(text, PLAIN)


def test_a_noun_is_not_counted_as_the_verb() -> None:
    found = groups("Officials doubt the captain’s claim. Critics claim it is so.", PLAIN)
    assert found["claimed, insisted and the like"].measures == (1.0, 0.0)
    assert "claimed, insisted and the like" not in groups("The storm claimed two lives.", PLAIN)


def test_none_is_said_only_where_nothing_may_be_one() -> None:
    claimed = "Ann Lee claimed that it was late."
    found = groups(claimed, "A claim was made.", "The old books suggest fog.")
    assert found["claimed, insisted and the like"].measures == (1.0, 0.0, None)
    found = groups(claimed, "The claims of the line are old.", "They were disputes and claims.")
    assert found["claimed, insisted and the like"].measures == (1.0, 0.0, None)
    assert found["claimed, insisted and the like"].summary.endswith("B none; C not sure")
    found = groups(claimed, "The company said that it was late.")
    assert found["named sources"].summary == "named sources: A 1 Ann Lee; B not sure"
    found = groups(claimed + " The company said that it was not.", PLAIN)
    assert found["named sources"].summary == "named sources: A at least 1 Ann Lee; B none"


def test_a_pronoun_is_the_source_that_it_means() -> None:
    text = "Ann Lee left on Monday. “It was late and cold there,” she said."
    assert groups(text, PLAIN)["named sources"].summary == "named sources: A 1 Ann Lee; B none"


@pytest.mark.parametrize(
    "text",
    [
        "The Saudis said it was late.",
        "North Korea said it was late.",
        "Many CEOs have said it was late.",
        "The First Amendment says it is so.",
        "The operatives told the person that it was late.",
    ],
)
def test_countries_and_those_who_speak_inside_the_story_are_no_sources(text: str) -> None:
    assert not {"named sources", "unnamed sources"} & set(groups(text, PLAIN))


def test_a_paper_in_short_is_counted_once() -> None:
    text = "The Harbour Times said it was late. The Times said that it was cold."
    assert groups(text, PLAIN)["named sources"].measures == (1.0, 0.0)


@pytest.mark.parametrize(
    "text",
    [
        "She may have been late, but she came.",
        "However late it may be, the ferry comes.",
        "What at first appeared to be fog is smoke.",
        "The site Indeed.com lists ferries.",
    ],
)
def test_what_is_only_granted_is_no_hedge(text: str) -> None:
    assert not {"hedges", "boosters"} & set(groups(text, PLAIN))


def test_an_office_is_the_source_that_bears_it() -> None:
    text = "President Ann Lee left on Monday. “It was late and cold there,” the president said."
    assert groups(text, PLAIN)["named sources"].summary == "named sources: A 1 Ann Lee; B none"


def test_a_person_is_shown_where_they_speak() -> None:
    text = "Bob Ray left. He said it was late. On Monday Bob Ray said it was cold."
    found = groups(text, PLAIN)["named sources"]
    assert [value.span.start for value in found.values if value] == [text.rindex("Bob")]
    assert [e.quote for e in found.evidence] == [
        "He said it was late.",
        "On Monday Bob Ray said it was cold.",
    ]
    two = "Ann Lee left. She said it was late. On Monday Bob Ray said it was cold."
    found = groups(two, PLAIN)["named sources"]
    assert [value.quote for value in found.values if value] == ["Bob Ray"]
    assert "Ann Lee, Bob Ray" in found.summary


def test_a_longer_form_behind_a_shorter_one_is_the_same_source() -> None:
    text = "On Monday Hall Lee said it was late. Judge Ann Hall Lee said it was cold."
    assert groups(text, PLAIN)["named sources"].measures[0] == 1.0


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Ann Lee claimed her party's nomination on Monday.", "named sources"),
        ("Experts told the president that it was late.", "unnamed sources"),
        ("Experts told President Lee that it was late.", "unnamed sources"),
        ("Did Ann Lee concede that it was late?", "admitted, revealed and the like"),
    ],
)
def test_who_only_does_or_may_say_something_is_not_counted(text: str, group: str) -> None:
    found = groups(f"{text} Bob Ray said it was cold.", PLAIN).get(group)
    assert found is None or text not in [evidence.quote for evidence in found.evidence]
