"""What counts as the same fact, and every reason not to claim that two articles differ."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.framing.lens import Case
from reader.framing.lenses.facts import LENS
from reader.model import Article
from reader.text.document import Document
from tests.framing.fact_texts import findings, told


@pytest.mark.parametrize(
    ("kind", "verdict", "one", "other", "values"),
    [
        (
            "amount",
            "rounded",
            "The harbour board will pay $12.4 million for the crane.",
            "For the crane the harbour board will pay about $12 million.",
            ("$12.4 million", "about $12 million"),
        ),
        (
            "amount",
            "rounded",
            "Shares jumped once Norvel had bought Quillon Foods for 14.3 billion dollars.",
            "Its stake in Quillon Foods, worth $14 billion, looks costly today.",
            ("14.3 billion dollars", "$14 billion"),
        ),
        (
            "amount",
            "differs",
            "The harbour board will pay $12 million for the new crane on the quay.",
            "For the new crane on the quay the harbour board will pay $15 million.",
            ("$12 million", "$15 million"),
        ),
        (
            "count",
            "differs",
            "The foundry in Orley will cut 600 skilled jobs next spring.",
            "The foundry in Orley will cut 450 skilled jobs next spring.",
            ("600", "450"),
        ),
        (
            "share",
            "differs",
            "The foundry in Orley raised the wages of its apprentices by 4 percent.",
            "Apprentices at the foundry in Orley got their wages raised by 6 percent.",
            ("4 percent", "6 percent"),
        ),
        (
            "duration",
            "differs",
            "The judge banned the skipper from sailing any trawler for three years.",
            "The skipper was banned by the judge from sailing any trawler for five years.",
            ("three years", "five years"),
        ),
        (
            "count",
            "contradicts",
            "The parish council voted 19 to 16 to close the bath house in Orley.",
            "By 19 to 15 the parish council voted to close the bath house in Orley.",
            ("19 to 16", "19 to 15"),
        ),
        (
            "date",
            "contradicts",
            "Inspectors found the crack in a main girder of the viaduct on Tuesday 11 November.",
            "Inspectors found the crack in a main girder of the viaduct on Wednesday 12 November.",
            ("Tuesday 11 November", "Wednesday 12 November"),
        ),
        (
            "date",
            "contradicts",
            "The viaduct over the gorge was built by prisoners in 1931.",
            "Prisoners built the viaduct over the gorge in 1934.",
            ("1931", "1934"),
        ),
        (
            "date",
            "finer",
            "Ann Marlow’s November departure from Norvel surprised nobody.",
            "Ann Marlow had many plans. Her exit in November 2022 came early.",
            ("November", "November 2022"),
        ),
        (
            "date",
            "differs",
            "Inspectors closed the viaduct over the gorge for good on Monday.",
            "Inspectors closed the viaduct over the gorge for good on Thursday.",
            ("Monday", "Thursday"),
        ),
        (
            "date",
            "contradicts",
            "Prisoners built the viaduct over the gorge in March 1931.",
            "Prisoners built the viaduct over the gorge in 1934.",
            ("March 1931", "1934"),
        ),
        (
            "amount",
            "differs",
            "The harbour board will pay $9 million for the new crane on the quay.",
            "The harbour board will pay $70 million for the new crane on the quay.",
            ("$9 million", "$70 million"),
        ),
        (
            "count",
            "differs",
            "Some 30 smooth seals and 200 gulls were counted on the skerries by wardens.",
            "Some 45 smooth seals and 200 gulls were counted on the skerries by wardens.",
            ("Some 30", "Some 45"),
        ),
        (
            "count",
            "differs",
            "The island ferry carried 120 pupils across the sound before the storm.",
            "The island ferry carried 150 students across the sound before the storm.",
            ("120", "150"),
        ),
        (
            "count",
            "differs",
            "More than 300 U.S. sailors wrote a letter against a tax on rum.",
            "More than 400 sailors wrote a letter against a tax on rum.",
            ("More than 300", "More than 400"),
        ),
        (
            "count",
            "changes-with-time",
            "The coastguard says that five people have been hurt on the ferry.",
            "Six people were hurt on the ferry, one of them badly.",
            ("five", "Six"),
        ),
        (
            "name",
            "respelled",
            "Only Dorothea Penhallow spoke for the plan.",
            "Against all advice Dorothea Penhellow spoke.",
            ("Dorothea Penhallow", "Dorothea Penhellow"),
        ),
        (
            "role",
            "differs",
            "Ann Marlow, former chief data strategist at Norvel, gave an interview.",
            "Ann Marlow, a widow and former chief data scientist at Norvel, is bitter.",
            ("chief data strategist", "chief data scientist"),
        ),
        (
            "age",
            "differs",
            "Ann Marlow, 27, runs the foundry.",
            "The 31-year-old heiress Ann Marlow sings well.",
            ("27", "31-year-old"),
        ),
        (
            "role",
            "differs",
            "They chose Ann Marlow, a young heiress and co-founder of Quillon Foods.",
            "They chose Ann Marlow, founder of Quillon Foods.",
            ("co-founder", "founder"),
        ),
    ],
)
def test_claims(
    kind: str, verdict: str, one: str, other: str, values: tuple[str | None, ...]
) -> None:
    assert told(one, other) == [(kind, verdict, values)]
    assert told(other, one) == [(kind, verdict, values[::-1])]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "The harbour board will pay $12 million for the new crane on the quay.",
            "For the new crane on the quay the harbour board will pay $12 million.",
            id="agreement alone is no finding",
        ),
        pytest.param(
            "The harbour board will keep a 49 percent stake in the new crane on the quay.",
            "The harbour board will keep a $14 billion stake in the new crane on the quay.",
            id="kinds never mix",
        ),
        pytest.param(
            "The foundry in Orley will cut 600 skilled jobs next spring.",
            "The foundry in Orley will hire 450 skilled researchers next spring.",
            id="nouns never mix",
        ),
        pytest.param(
            "Norvel released the wheat model LLaMA 4 for the farms of Orley.",
            "Norvel released the wheat model GPT-5 for the farms of Orley.",
            id="names of products are no numbers",
        ),
        pytest.param(
            "Ann Marlow, 27, runs the foundry.",
            "Ann Marlow, 28, runs the foundry.",
            id="a birthday",
        ),
        pytest.param(
            "Ann Marlow, 27, runs the foundry.",
            "Carl Brandt, 45, runs the foundry.",
            id="ages of two persons",
        ),
        pytest.param(
            "Dwight Marlow, 76, and Steven, 49, run the foundry.",
            "Dwight Marlow, Jr., 76, and his son Steven Marlow, 49, run the foundry.",
            id="ages of father and son",
        ),
        pytest.param(
            "Ann Marlow, chief executive of Norvel, gave an interview.",
            "Ann Marlow, chief scientist of Norvel, gave an interview.",
            id="two posts that one person may hold",
        ),
        pytest.param(
            "Ann Marlow, founder of Quillon Foods, gave an interview.",
            "Ann Marlow, co-founder of Norvel Grain, gave an interview.",
            id="roles in two organisations",
        ),
        pytest.param(
            "Ann Marlow left in November for a warmer coast.",
            "Carl Brandt said little. His exit in November 2022 came early.",
            id="the same act of two persons",
        ),
        pytest.param(
            "Six people were hurt on the ferry, one of them badly.",
            "Another five people were hurt on the ferry.",
            id="others hurt",
        ),
    ],
)
def test_no_claims(one: str, other: str) -> None:
    assert told(one, other) == []
    assert told(other, one) == []


def test_the_similarity_leaves_numbers_out() -> None:
    one = "Wages at the foundry rose 4 percent."
    other = "Wages at the foundry rose 5 percent in March, May, June and on Friday 9 October."
    assert told(one, other)[0][:2] == ("share", "differs")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "As of noon the storm was 145 miles off the lighthouse of Orley.",
            "By night the storm was 90 miles off the lighthouse of Orley.",
        ),
        (
            "The petition for a second ferry has 3,000 signatures from Orley.",
            "The petition for a second ferry has 4,000 signatures from Orley.",
        ),
        (
            "The storm over Orley moves west with winds of 70 mph.",
            "The storm over Orley moves west with winds of 90 mph.",
        ),
    ],
)
def test_what_grows_or_moves_changes_with_time(one: str, other: str) -> None:
    assert [verdict for _, verdict, _ in told(one, other)] == ["changes-with-time"]


def test_three_articles_make_one_finding() -> None:
    found = findings(
        "The harbour board will pay $12.4 million for the crane.",
        "For the crane the harbour board will pay about $12 million.",
        "The crane will cost the harbour board $12.4 million.",
    )
    summaries = [finding.summary.partition(" | ")[2] for finding in found]
    assert summaries == ["A C $12.4 million · B about $12 million"]
    assert len(found[0].evidence) == 3


def test_weekdays_of_different_weeks_are_not_compared() -> None:
    texts = (
        "On Tuesday thieves emptied the vault of the museum in Orley.",
        "On Friday thieves emptied the vault of the museum in Orley.",
    )
    assert told(*texts, published=("2024-05-08", "2024-05-09"))[0][:2] == ("date", "differs")
    assert told(*texts, published=("2024-05-08", "2024-05-15")) == []


def test_a_year_that_goes_without_saying_is_no_finding() -> None:
    texts = (
        "Ann Marlow’s November departure from Norvel surprised nobody.",
        "Ann Marlow had many plans. Her exit in November 2022 came early.",
    )
    assert told(*texts, published=("2024-05-08", None))[0][:2] == ("date", "finer")
    assert told(*texts, published=("2022-11-08", None)) == []


def test_victims_are_compared_in_one_event_only() -> None:
    texts = "Five people were hurt on the ferry.", "Six people have been hurt, a doctor told us."
    assert told(*texts)
    assert not told(*texts, one_event=False)


@pytest.mark.parametrize(
    ("text", "clash"),
    [
        ("The Orley baths opened in 1974. Since the baths opened in 1971 they never shut.", True),
        ("The Orley baths opened in 1974. Since the baths opened in 1974 they never shut.", False),
        ("The Orley baths opened in 1974. The Brask baths opened in 1971, sadly.", False),
        ("The baths opened in 1974. Since the inn opened in 1971 it never shut.", False),
        ("Ann Marlow died in 1974. Carl Brandt died in 1971.", False),
        ("Ann Marlow was born in 1924. Ann Marlow died in 1971.", False),
        ("Ann Marlow was born in 1924. Born in 1927, Marlow became a clerk.", True),
        ("Ann Marlow was born in 1924. Born in 1924, Marlow became a clerk.", False),
        ("Ann Marlow was born in 1924. Born in 1927, he met Marlow.", False),
        ("The pier was first built in 1931. The old pier, built in 1938, needs paint.", True),
        ("The pier was built in 1931. The pier was built again in 1938.", False),
        ("Ann Hale was born in 1924. Carl Hale was born in 1927. Hale, born in 1927, left.", False),
        ("The pier will be built in 1931. The old pier, built in 1938, needs paint.", False),
        ("The baths opened in 1974 and, after the fire, opened in 1980 again.", False),
    ],
)
def test_own_dates(text: str, clash: bool) -> None:
    found = findings(text, "Nobody was there.")
    assert [f.verdict for f in found] == (["own-dates-clash"] if clash else [])
    for finding in found:
        assert {evidence.article for evidence in finding.evidence} == {"a0"}
        assert len(finding.evidence) == 2


EXIT = "Ann Marlow’s exit in March 2019 stunned the board. "
AFTERMATH = "Following her exit Marlow wrote a book."


@pytest.mark.parametrize(
    ("text", "clash"),
    [
        (EXIT + "The crane she had bought fell over in June 2020. " + AFTERMATH, True),
        (EXIT + "The crane fell in June 2020. After Marlow left, she wrote a book.", True),
        (EXIT + "The crane she had bought fell over in June 2018. " + AFTERMATH, False),
        (EXIT + "The crane she had bought fell over in 2019. " + AFTERMATH, False),
        (EXIT + "The crane she had bought fell over in March 2019. " + AFTERMATH, False),
        (EXIT + AFTERMATH + " The crane fell over in June 2020.", False),
        (EXIT + "The crane fell over in June 2020. Marlow wrote a book.", False),
        (EXIT + "The crane fell in June 2020. After Brandt left, she wrote a book.", False),
        (EXIT + "The crane fell in June 2020. After the exit of Marlow prices fell.", True),
        (EXIT + "\n\nREAD MORE: Orley fair, June 2020\n\nMarlow laughed.\n" + AFTERMATH, False),
        (
            "Carl Brandt left in March 2019. Ann Marlow met him. Ann Marlow bought a crane, and "
            "Marlow sold it in June 2020. " + AFTERMATH,
            False,
        ),
        (EXIT + "The crane fell in June 2020. Following her wedding she wrote a book.", False),
        ("Ann Marlow left in 2019. The crane fell in 2020. " + AFTERMATH, True),
        ("The Orley baths closed for good. The crane fell in June 2020. " + AFTERMATH, False),
    ],
)
def test_what_came_before_is_dated_after(text: str, clash: bool) -> None:
    found = findings(text, "Nobody was there.")
    assert [f.verdict for f in found] == (["own-dates-clash"] if clash else [])
    for finding in found:
        assert [evidence.article for evidence in finding.evidence] == ["a0", "a0"]
        assert finding.subject is not None
        assert finding.subject.quote in ("exit", "left")


@pytest.mark.parametrize(
    ("texts", "subject"),
    [
        # What is counted says it better than a name nearby; where somebody is from says nothing.
        (
            ("The Norvel archive will show 2,300 angry letters by Ann Marlow next spring.",
             "The Norvel archive will show 2,900 angry letters by Ann Marlow next spring."),
            "letters",
        ),
        (
            ("The Norvel archive will spend $2,300 on paper by Ann Marlow next spring.",
             "The Norvel archive will spend $2,900 on paper by Ann Marlow next spring."),
            "Ann Marlow",
        ),
        (
            ("The Mexican archive will spend $2,300 on paper and ink next spring.",
             "The Mexican archive will spend $2,900 on paper and ink next spring."),
            "spend",
        ),
    ],
)  # fmt: skip
def test_what_a_finding_is_about(texts: tuple[str, str], subject: str) -> None:
    (finding,) = findings(*texts)
    assert finding.subject is not None
    assert finding.subject.quote == subject


def test_findings_rest_on_the_text() -> None:
    for finding in findings(
        "The foundry in Orley will cut 600 skilled jobs next spring.",
        "The foundry in Orley will cut 450 skilled jobs next spring.",
    ):
        assert finding.subject is not None
        assert finding.summary.startswith(finding.subject.quote)
        for value, sentence in zip(finding.values, finding.evidence, strict=True):
            assert value is not None
            assert value.span in sentence.span


def test_the_seeds(shared: Path) -> None:
    paths = sorted((shared / "seeds").glob("*.txt"))
    documents = tuple(Document(Article(path.name[:3], path.read_text())) for path in paths)
    found = LENS.look(Case(documents, one_event=False)).findings
    told_of = {(f.kind, f.verdict) for f in found}
    assert {("date", "finer"), ("amount", "rounded"), ("role", "differs")} <= told_of
    wrong = ("49", "27", "600", "45", "2013", "2019", "4")
    assert not [f for f in found for v in f.values if v is not None and v.quote in wrong]


COST = "The repair of the old pier will cost {} in the end."
VOTED = "{} of the workers at the old pier were for the plan of the council."
AGED = "{} was led away from the old pier by two wardens."
HEAD = "{} spoke for an hour about the nets of the old pier."
SHUT = "The old pier of Orley was shut {} after a storm of two days."


@pytest.mark.parametrize(
    ("text", "one", "other", "claim"),
    [
        (COST, "$3.4 million", "$3 million", ("amount", "rounded")),
        (COST, "about $3 million", "$2.6 million", ("amount", "rounded")),
        (COST, "$3.6 million", "$3 million", ("amount", "rounded")),
        (COST, "$1.9 million", "$1 million", None),
        (COST, "more than £40 million", "£42 million", ("amount", "rounded")),
        (COST, "nearly £50 million", "£46 million", ("amount", "rounded")),
        (COST, "up to £90 million", "£75 million", ("amount", "rounded")),
        (COST, "between £40 million and £50 million", "£45 million", ("amount", "rounded")),
        (COST, "more than £40 million", "£38 million", ("amount", "differs")),
        (COST, "hundreds of millions of dollars", "$430 million", ("amount", "rounded")),
        (COST, "hundreds of millions of dollars", "$150 million", ("amount", "differs")),
        (VOTED, "About 38 percent", "About 45 percent", ("share", "differs")),
        (VOTED, "About 43 percent", "About 45 percent", None),
        (AGED, "Bob Ray, 44,", "Bob Ray, a 57-year-old baker,", ("age", "differs")),
        (AGED, "Bob Ray, aged 44,", "Bob Ray, who is 57 years old,", ("age", "differs")),
        (AGED, "Bob Ray, 57 years of age,", "Bob Ray, 44,", ("age", "differs")),
        (AGED, "Bob Ray, 57,", "Bob Ray, whose son is 44 years old,", None),
        (
            HEAD,
            "Dan Moss, the mayor of Orley,",
            "Dan Moss, governor of Orley,",
            ("role", "differs"),
        ),
        (HEAD, "Mayor Dan Moss", "Deputy Mayor Dan Moss", ("role", "differs")),
        (HEAD, "Dan Moss, the mayor of Orley,", "Dan Moss, mayor of Orley,", None),
        (HEAD, "Dan Moss, a justice,", "Dan Moss, an associate justice,", None),
        (SHUT, "on 3 March 2012", "in 2012", ("date", "finer")),
        (SHUT, "on 2012-03-03", "on 3/3/2012", None),
        (SHUT, "in March 2012", "on 3 March", ("date", "finer")),
        (SHUT, "on the 7th of March 2012", "on the seventh of March 2012", None),
        (SHUT, "on the 7th of March 2012", "in the month of March 2012", ("date", "finer")),
        (SHUT, "in March 2012", "in 2011", ("date", "contradicts")),
    ],
)
def test_wordings_of_figures(
    text: str, one: str, other: str, claim: tuple[str, str] | None
) -> None:
    found = [each[:2] for each in told(text.format(one), text.format(other))]
    assert found == ([claim] if claim else [])
