"""Who speaks in which article, how much, and who is only named."""

from __future__ import annotations

import pytest

from reader.framing.compare import compare
from reader.framing.lens import Case
from reader.framing.lenses.quoted import LENS
from reader.framing.persons import fullest, persons
from reader.model import Article, Finding, LensReport
from reader.text.document import Document
from reader.text.names import find_names

LEE = (
    "Ann Lee said “the ferry had been late on every day of the summer, that nobody had come to "
    "tell the islanders why, and that the harbour would have to answer for it in the autumn.”"
)
RAY = (
    "Bob Ray said “the ferry had been on time on most days of the summer, and that he would show "
    "the books of the harbour to anybody who came to ask him for them.”"
)
NAMED = "The harbour was built by Ann Lee in June."


def look(*texts: str) -> LensReport:
    documents = tuple(Document(Article(f"a{at}", text)) for at, text in enumerate(texts))
    report = LENS.look(Case(documents, one_event=True))
    for finding in report.findings:
        assert len(finding.values) == len(finding.measures) == len(texts)
        for evidence in (*finding.evidence, *finding.values, finding.subject):
            if evidence is not None:
                assert evidence.quote == evidence.span.of(texts[int(evidence.article[1:])])
    return report


def of(report: LensReport, name: str) -> Finding:
    (finding,) = (f for f in report.findings if f.subject and f.subject.quote == name)
    return finding


def test_words_are_counted_per_article() -> None:
    finding = of(look(LEE + " " + RAY, RAY), "Bob Ray")
    assert (finding.kind, finding.verdict, finding.unit) == ("person", "speaks", "words")
    assert finding.measures == (31.0, 31.0)
    assert finding.summary == "Bob Ray: A 31 words quoted, B 31 words quoted"


def test_a_voice_that_only_one_article_has_weighs_most() -> None:
    report = look(LEE, RAY)
    assert {f.weight for f in report.findings} == {0.5}
    assert of(report, "Ann Lee").summary == "Ann Lee, 33 words quoted"
    assert of(report, "Ann Lee").measures == (33.0, 0.0)


def test_reported_words_are_not_counted_and_weigh_less() -> None:
    # Not all of them may be theirs: where they end the writer may go on.
    finding = of(look(LEE.translate({ord(mark): None for mark in "“”"}), RAY), "Ann Lee")
    assert finding.weight == 0.3
    assert finding.summary == "Ann Lee, reported"
    assert finding.measures == (0.0, 0.0)
    assert finding.values[0] is not None
    assert finding.values[1] is None


def test_words_that_another_article_has_as_its_own_are_not_of_one_alone() -> None:
    said = LEE.removeprefix("Ann Lee said “the ferry").rstrip("”")
    assert of(look(LEE, f"{RAY}\n\nThe ferry{said}"), "Ann Lee").measures == (33.0, None)
    a_part = f"{RAY}\n\nThe harbour would have to answer, they say."
    assert of(look(LEE, a_part), "Ann Lee").measures == (33.0, None)
    passing = f"{RAY}\n\nGulls cried on every day of May."
    assert of(look(LEE, passing), "Ann Lee").measures == (33.0, 0.0)


def test_forms_of_a_name_are_one_person_across_articles() -> None:
    finding = of(look(LEE, LEE.replace("Ann Lee", "Mrs. Lee")), "Ann Lee")
    assert finding.measures == (33.0, 33.0)


def test_who_is_named_and_not_heard_is_silent_there() -> None:
    finding = of(look(LEE, RAY + "\n\n" + NAMED), "Ann Lee")
    assert finding.verdict == "silent"
    assert finding.measures == (33.0, 0.0)
    assert finding.values[1] is not None
    assert finding.values[1].quote == "Ann Lee"
    assert finding.summary == "Ann Lee: A 33 words quoted, B only the name"
    assert [e.article for e in finding.evidence] == ["a0", "a1"]


@pytest.mark.parametrize(
    "other",
    [
        # Quotations of nobody in particular may be hers.
        RAY + "\n\n" + NAMED + " “It was late on all the days of the summer.”",
        # A `she` that is not settled may be her.
        RAY + "\n\n" + NAMED + " A nurse met Ann Lee there. She said it was late.",
        # A sentence that speaks of words of hers.
        RAY + "\n\nA letter by Ann Lee came in June.",
        RAY + "\n\nAnn Lee denied it.",
        # The surname is a relative's, whose words may be taken for hers.
        RAY + "\n\n" + NAMED + " Bob Lee built it.",
        # Words without marks follow.
        RAY
        + "\n\nThen over the sand and stones came Ann Lee:\n\nNobody came to the harbour at all.",
        # An article that gives hardly any words says nothing by silence.
        NAMED + " The ferry is late. Bob Ray said it was on time.",
    ],
)
def test_silence_is_not_claimed_where_it_is_not_sure(other: str) -> None:
    finding = of(look(LEE, other), "Ann Lee")
    assert finding.verdict == "speaks"
    assert finding.measures == (33.0, None)


def test_silence_is_not_claimed_of_those_who_say_little_elsewhere() -> None:
    report = look("Ann Lee said it was late on all days of June. " + RAY, RAY + "\n\n" + NAMED)
    assert of(report, "Ann Lee").verdict == "speaks"


def test_a_remark_is_no_voice() -> None:
    report = look("Ann Lee said it was late. " + RAY, RAY)
    assert [f.subject.quote for f in report.findings if f.subject] == ["Bob Ray"]


def test_organisations_are_no_persons() -> None:
    said = LEE.replace("Ann Lee", "The Harbour Council")
    assert look(said, said).state == "none"
    assert look(*[LEE.replace("Ann Lee", "Global Ferry Watch")] * 2).state == "none"


def test_without_anybodys_words_it_cannot_say() -> None:
    report = look(NAMED, NAMED)
    assert (report.state, report.reason) == ("cannot-say", "no words of anybody in these texts")
    assert look(LEE, NAMED).reason == "1 of 2 give nobody's words"


def test_it_is_asked_of_one_event_only() -> None:
    articles = [Article("a", LEE), Article("b", RAY)]
    reports = {r.name: r for r in compare(articles, one_event=False).reports}
    assert reports["quoted"].reason == "not one event"


def rows(*texts: str) -> list[tuple[str | None, ...]]:
    documents = [Document(Article(str(at), text)) for at, text in enumerate(texts)]
    names = Case(tuple(documents), one_event=True).names
    return [
        tuple(names[0].key if names else None for names in row)
        for row in persons(documents, names)
    ]  # fmt: skip


def test_relatives_are_not_one_person() -> None:
    two = ("Ann Lee said it was late.", "Bob Lee said it was late.")
    assert sorted(rows(*two), key=str) == [("lee", None), (None, "lee")]
    # A surname alone that may be either's is nobody's.
    assert ("lee", None, "lee") not in rows(*two, "Mrs. Lee said it was late.")


def test_a_full_form_behind_the_bare_surname_may_be_a_relatives() -> None:
    text = "President Lee said it was late. With him came Ann Lee. Mr. Lee said it was cold."
    document = Document(Article("a", text))
    (row,) = persons([document], Case((document,), one_event=True).names)
    assert fullest([document], row)[1].of(text) == "Lee"


@pytest.mark.parametrize(
    "text",
    [
        "Sue and Bob Lee said it was late. Mr. Lee said it was cold.",
        "Bob Lee said it was late. Mrs. Lee said it was cold.",
    ],
)
def test_a_surname_that_a_couple_shares_is_no_full_name(text: str) -> None:
    document = Document(Article("a", text))
    (row,) = persons([document], Case((document,), one_event=True).names)
    assert fullest([document], row)[1].of(text) == "Lee"


def test_short_given_names_are_the_long_ones() -> None:
    two = ("Jim Lee said it was late.", "James Lee said it was late.")
    assert rows(*two) == [("lee", "lee")]


def test_a_person_named_in_capitals_too_keeps_their_words() -> None:
    shouted = LEE + " Then came LEE and LEE again. Mrs. Lee said “it was late.”"
    measures = of(look(shouted, LEE), "Ann Lee").measures
    assert measures[0] is not None
    assert measures[0] > 33


@pytest.mark.parametrize("name", ["Ann LeeCourt", "Ann Lee Ann", "Lee & Sons Ltd", "BAY7 Lee"])
def test_damaged_names_are_left_out(name: str) -> None:
    assert rows(f"On Monday {name} said it was late.") == []


@pytest.mark.parametrize("noun", ["ally", "family", "assembly"])
def test_a_noun_that_ends_as_an_adverb_does_is_the_speaker(noun: str) -> None:
    words = "“The ferry had been late on every day of the summer and nobody came,”"
    report = look(f"{NAMED}\n\n{words} one Lee {noun} said.", RAY)
    assert [f.subject.quote for f in report.findings if f.subject] == ["Bob Ray"]


@pytest.mark.parametrize(
    "text",
    [
        "No matter what Ann Lee has said, or what the council hopes to do, the old ferry is late.",
        "Ann Lee said all manner of heartless things of the islanders and of the old ferry.",
    ],
)
def test_that_somebody_spoke_gives_no_words(text: str) -> None:
    report = look(text, RAY)
    assert [f.subject.quote for f in report.findings if f.subject] == ["Bob Ray"]


def test_behind_a_colon_the_words_do_follow() -> None:
    text = "This is what Ann Lee said on Monday: “The ferry is late and nobody comes to tell us.”"
    assert of(look(text, RAY), "Ann Lee").measures[0] == 10.0


def test_a_surname_alone_finds_the_person_of_a_later_article() -> None:
    alone = "The council heard that Brandt is calm. It is said that Brandt will stay."
    known = "It was Brandt who closed the harbour. They say Mayor Ida Brandt is calm."
    documents = [Document(Article(f"a{at}", text)) for at, text in enumerate((alone, known))]
    rows = persons(documents, [find_names(document) for document in documents])
    assert [[len(names) for names in row] for row in rows] == [[1, 1]]


SAID = "The ferry had been late on all the days of that cold summer and nobody came"


def test_the_same_words_have_the_same_speaker() -> None:
    known = f"“{SAID},” said Ann Lee."
    unknown = f"{RAY}\n\nThe harbour was built by Ann Lee in June.\n\nOn the board stood: “{SAID}.”"
    assert of(look(known, unknown), "Ann Lee").measures == (16.0, 16.0)


def test_a_post_that_is_shown_again_is_counted_once() -> None:
    text = f"“{SAID},” said Ann Lee.\n\n{SAID} — Ann Lee (@annlee) May 3, 2018"
    assert of(look(text, RAY), "Ann Lee").measures[0] == 16.0


def test_a_post_that_is_shown_again_with_a_word_changed_is_counted_once() -> None:
    again = SAID.replace("cold", "icy")
    text = f"“{SAID},” said Ann Lee.\n\nA bird sang.\n\n“{again},” said Ann Lee."
    assert of(look(text, RAY), "Ann Lee").measures[0] == 16.0


def test_a_title_that_holds_words_of_somebody_is_not_theirs() -> None:
    known = "“The ferry was late on all the days of summer,” said Ann Lee."
    title = (
        "A film by Ann Lee is called “How we saw that the ferry was late on all the days of it”."
    )
    assert of(look(known, f"{RAY}\n\n{title}"), "Ann Lee").measures[1] is None


def test_words_that_may_be_theirs_are_told() -> None:
    open_words = " The board read “it was cold on every day of that summer, too”."
    finding = of(look(LEE + open_words, RAY), "Ann Lee")
    assert finding.summary == "Ann Lee, at least 33 words quoted"
    finding = of(look(LEE, f"{RAY}\n\n{NAMED}{open_words}"), "Ann Lee")
    assert finding.summary == "Ann Lee: A 33 words quoted, B not sure"


def test_a_surname_that_is_spelled_otherwise_may_be_theirs() -> None:
    said = f"“{SAID},” said Ann Gonzales."
    other = f"{RAY}\n\nA woman who told them it was cold, Ann Gonzalez, was found in June."
    assert of(look(said, other), "Ann Gonzales").measures[1] is None
    assert of(look(said, other.replace("Gonzalez", "Marlowe")), "Ann Gonzales").measures[1] == 0


def test_a_son_is_not_his_father() -> None:
    texts = ("Bob Ray Jr. said it was late.", "President Ray said it was late.")
    assert len(rows(*texts)) == 2
    assert len(rows("Bob Ray Jr. said it was late.", "Mr. Ray said it was late.")) == 1


def test_who_is_said_to_speak_in_the_words_of_another_is_not_silent() -> None:
    other = f"{RAY}\n\nThe captain, Ann Lee, said the ferry was late, the Harbour Times reported."
    assert of(look(LEE, other), "Ann Lee").verdict == "speaks"


@pytest.mark.parametrize("before", ["Ambassador to the United Nations", "Special Agent in Charge"])
def test_what_belongs_to_an_office_is_no_part_of_a_name(before: str) -> None:
    document = Document(Article("a", f"The {before} Ann Lee said it was late. Lee left."))
    assert "Ann Lee" in [name.full for name in find_names(document)]


def test_where_it_is_not_known_it_is_told() -> None:
    finding = of(look(LEE, f"{RAY}\n\nA letter by Ann Lee came in June."), "Ann Lee")
    assert finding.summary == "Ann Lee: A 33 words quoted, B not sure"


@pytest.mark.parametrize(
    ("more", "least"),
    [
        (" Ann Lee raised the prospect of “grand delays”.", True),
        (" Ann Lee said nothing about it. The captain argued that it was cold.", True),
        (" The harbour was built by Ann Lee in June.", False),
        (" Bob Ray said Ann Lee was “late”.", False),
        (" Selling “the old boats”, Ann Lee said, meant that the council had no more.", True),
        (" The council had taken it, Ann Lee said, on Monday.", False),
        (" Ann Lee said it was late. She called the council “a crab of the old kind”.", True),
        (" Ann Lee called it “late” and “lame”, the Harbour Times reported.", True),
    ],
    ids=[
        "marks",
        "a verb",
        "neither",
        "words of another",
        "behind a verb",
        "nothing behind a verb",
        "a pronoun",
        "passed on",
    ],
)
def test_a_count_that_may_be_too_small_says_so(more: str, least: bool) -> None:
    finding = of(look(LEE + more, RAY), "Ann Lee")
    assert ("at least" in finding.summary) is least


def test_one_person_has_one_name_across_articles() -> None:
    kim = "President Kim Dan Un said it was late. On Monday Kim left. There Kim said it was cold."
    assert len(rows(kim, "Mr. Kim said the ferry was late. On Monday Kim left.")) == 1
    hall = "Judge Ann Hall Lee said it was late. Hall Lee left. Hall Lee said it was cold."
    assert len(rows(hall, "Ann Lee said it was late.")) == 1


def test_a_surname_of_several_means_the_one_who_is_named_most() -> None:
    bob = "Bob Ray said it was late. " + "Ray said it was cold. " * 5
    two = f"{bob} Amy Ray said it was early."
    bare = "Mr. Ray said it was late."
    assert [[bool(names) for names in row] for row in rows(two, bare)] == [
        [True, True],
        [True, False],
    ]
    # Where the article speaks of the other one, too, or where neither is the chief one.
    assert sum(bool(row[1]) for row in rows(two, f"{bare} Amy came.")) == 0
    few = "Bob Ray said it was late. Amy Ray said it was early."
    assert sum(bool(row[1]) for row in rows(few, bare)) == 0


def test_a_surname_of_two_words_is_the_same_person() -> None:
    hall = (
        f"Judge Ann Hall Lee said it was late. Hall Lee left. Hall Lee said “{'it was cold ' * 3}.”"
    )
    assert of(look(hall, RAY), "Ann Hall Lee").measures[0] == 9.0


def test_letters_are_no_surname() -> None:
    kim = "President Kim Dan Un said it was late. On Monday Kim left."
    assert rows(kim, "On Monday the UN met. The UN said it was late.")[0][1] is None


def test_what_the_writer_puts_in_brackets_is_not_counted() -> None:
    said = f"“{SAID} [to the harbour of the town],” said Ann Lee."
    assert of(look(said, RAY), "Ann Lee").measures[0] == 16.0
    round_ones = of(look(said.replace("[", "(").replace("]", ")"), RAY), "Ann Lee")
    assert round_ones.summary == "Ann Lee, at least 16 words quoted"


def test_where_words_are_nobodys_each_count_may_be_too_small() -> None:
    nobodys = "\n\nOn the board stood in the rain: “It was cold on every day of that summer.”"
    assert of(look(LEE + nobodys, RAY), "Ann Lee").summary == "Ann Lee, at least 33 words quoted"


def test_titles_of_works_are_not_counted_as_words() -> None:
    book = "Ann Lee said that “The Last Ferry to the Islands of Harrow” took her a year to write."
    finding = of(look(f"{LEE}\n\n{book}", RAY), "Ann Lee")
    assert finding.measures[0] == 33.0


def test_words_of_nobody_in_particular_are_told_last() -> None:
    nobodys = "“Every ship that lands here pays for the pier and for the lamp.” So it goes."
    texts = (
        f"Rain fell. {nobodys}",
        "“The pier is old and the lamp is older still,” Ann Lee said.",
    )
    *_, last = look(*texts).findings
    assert last.subject is None
    assert last.summary == "speaker not stated or not found: A 13 words"
    assert last.measures == (13.0, 0.0)
    assert [e.quote for e in last.evidence] == [nobodys.removesuffix(" So it goes.")]


@pytest.mark.parametrize("words", ["the old lamp", "The Pier and the Lamp of Orley: A Whole Story"])
def test_terms_and_titles_are_words_of_nobody_that_are_not_told(words: str) -> None:
    said = "“The pier is old and the lamp is older still,” Ann Lee said."
    found = look(f"Rain fell on “{words}” all day.", said).findings
    assert [finding.summary for finding in found if finding.subject is None] == []


@pytest.mark.parametrize(
    ("denied", "told"),
    [
        ("Ann Lee denied that she had said “it is late in the year.”", 0),
        ("Ann Lee denied saying, “It is late in the year.”", 0),
        ("“It is late in the year,” Ann Lee denied having said.", 0),
        ("Ann Lee said it was not “late in the year.”", 4),
    ],
)
def test_words_that_somebody_denies_are_not_theirs(denied: str, told: int) -> None:
    with_it = of(look(f"{LEE}\n\n{denied}", RAY), "Ann Lee").measures[0]
    without = of(look(LEE, RAY), "Ann Lee").measures[0]
    assert with_it is not None
    assert without is not None
    assert with_it - without == told
