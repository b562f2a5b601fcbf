"""Evaluative words in their places, with the list they come from and whose they are."""

from __future__ import annotations

import pytest

from reader.framing.lens import Case
from reader.framing.lenses.loaded import LENS
from reader.framing.word_lists import Own, WordLists
from reader.model import Article, Finding, LensReport
from reader.text.document import Document

LEDE = "The Norwick ferry ran aground on a sandbank on Monday morning."
OTHER = "A sandbank stopped the Norwick ferry on Monday. Nobody was hurt."


def look(
    *texts: str,
    titles: tuple[str, ...] = ("Ferry aground", "Norwick ferry stuck"),
    words: WordLists | None = None,
    language: str | None = None,
) -> LensReport:
    documents = tuple(
        Document(Article(id=str(at), title=titles[at % 2], text=text, language=language))
        for at, text in enumerate(texts)
    )
    return LENS.look(Case(documents, True, words or WordLists()))


def found(text: str, *more: str, title: str = "Ferry aground") -> dict[str, Finding]:
    report = look(f"{LEDE} {text}", OTHER, *more, titles=(title, "Norwick ferry stuck"))
    return {f.subject.quote: f for f in report.findings if f.subject}


@pytest.mark.parametrize(
    ("word", "verdict", "name", "text"),
    [
        ("reckless", "writer", "loaded-blame", "It was a reckless turn."),
        (
            "stinging rebuke",
            "writer",
            "loaded-heat",
            "A stinging rebuke came, and stinging rain.",
        ),
        ("Utterly", "writer", "loaded-intensity", "Utterly lost, the mate rang the bell."),
        ("farce", "quoted", "loaded-dismissal", "“This is a farce from end to end,” said Reyes."),
        ("slap in the face", "writer", "loaded-blame", "The fine is a slap in the face."),
        ("blasted", "writer", "loaded-action", "The mayor blasted the ferry line."),
    ],
)
def test_a_word_in_its_place(word: str, verdict: str, name: str, text: str) -> None:
    (finding,) = found(text).values()
    assert finding.subject is not None
    assert (finding.subject.quote, finding.verdict, finding.kind) == (word, verdict, "word")
    assert name in finding.reason
    assert finding.evidence[0].quote == text
    assert finding.values[1] is None


@pytest.mark.parametrize(
    ("why", "text"),
    [
        ("somebody said it", "Reyes said that it was a reckless turn."),
        ("somebody sees it so", "The turn is seen as reckless."),
        ("somebody sees it so", "The islanders made clear that it was a reckless turn."),
        ("an amount", "The ferry took incredible amounts of coal."),
        ("the thing", "They sent malicious code to the ferry."),
        ("the thing", "They looked for traces of propaganda on the ferry."),
        ("insurance", "Catastrophic coverage is sold at the ferry quay."),
        ("a deed", "The ferry, frightening us, turned."),
        ("a deed", "The ferry, frightening or stopping them, turned."),
        ("somebody sees it so", "They cast the turn at noon as a reckless one."),
        ("somebody sees it so", "The mate was questioned about a reckless turn."),
        ("the contrary", "The turn wasn’t reckless."),
        ("the contrary", "It was not a reckless turn."),
        ("critics think it", "To critics it was a reckless turn."),
        ("a noun", "Two men choked on the fumes."),
        ("a transcript", "Ann Reyes: It was a reckless turn."),
        ("a post whose marks are lost", "We made a reckless turn."),
        ("a post whose marks are lost", "It was a reckless turn!"),
        ("a citation whose marks are lost", "[The mate] made a reckless turn."),
        ("a quotation that is never closed", "“So reckless was the turn, and so late."),
        ("a quotation that is never closed", '"So reckless was the turn, and so late.'),
        ("a question", "Was it a reckless turn? Nobody knew it by then."),
        (
            "between two pieces",
            "“The turn was late,” said the reckless Reyes, “and we all knew of it by noon.”",
        ),
        (
            "a name that opens a sentence",
            "The band Brave Harbour sang. Brave Harbour left at noon.",
        ),
        ("a name", "It was the ship Reckless that came first."),
        ("the title of a book", "The mate holds a book, “Unhinged: The Log of an Old Hand”."),
        ("a topic word", "The stuck ferry was a Norwick sight."),
        ("links of the page", "Jane DoeFerry talks fail MORE (R-Utah) made a reckless turn."),
        ("page furniture", "\nRead more: a reckless turn"),
        ("a heading", "\n\n## A Reckless Turn\n\nMore follows."),
    ],
)
def test_what_is_not_claimed(why: str, text: str) -> None:
    assert found(text) == {}, why


@pytest.mark.parametrize(
    "text",
    [
        "“We are lost and nobody comes for us,” ran the last line of a reckless mate.",
        "The cutter Fear of Norwick made a reckless turn.",
        "It was late: a reckless turn came.",
        "They cast votes in a reckless turn.",
        "They cast it as a boon that follows a day of fog and a reckless turn.",
        "It was not late, and a reckless turn came.",
        "The Norwick Ferry Line Of Sandholm: a reckless turn.",
    ],
)
def test_what_does_not_make_it_another_voice(text: str) -> None:
    assert [(word, each.verdict) for word, each in found(text).items()] == [("reckless", "writer")]


def test_what_the_event_is_about_is_no_choice() -> None:
    text = "It was a tragic turn."
    assert list(found(text)) == ["tragic"]
    assert found(text, f"{LEDE} A tragic day.", f"{LEDE} So tragic a day.") == {}
    both = ("Reckless turn of ferry", "Ferry's reckless turn")
    assert look(f"{LEDE} A reckless turn.", OTHER, titles=both).state == "none"
    only = ("Reckless folly", "Reckless pride")
    assert look("A reckless mate. Bees left.", "Frost came.", titles=only).state == "none"
    late = "It came late. The fog was thick. Nobody rang."
    texts = [f"{LEDE} {late} {more} A tragic day." for more in ("Owls.", "Gulls.", "Terns.")]
    assert look(*texts).state == "none"
    assert look(texts[0], f"{LEDE} {late}", f"{LEDE} {late}").state == "found"
    begun = (f"A reckless ferry struck the quay. {LEDE}", f"A reckless ferry struck. {OTHER}")
    assert look(*begun, OTHER, OTHER).state == "none"


def test_a_headline_counts() -> None:
    finding = found("It sank.", title="A reckless turn off the quay")["reckless"]
    assert (finding.verdict, finding.subject and finding.subject.field) == ("writer", "title")
    assert finding.evidence[0].quote == "A reckless turn off the quay"
    for title in (
        "Reyes: reckless turn",
        "Reckless turn, says Reyes",
        "Reckless turn MORE (R-Utah)",
    ):
        assert found("It sank.", title=title) == {}, title
    assert found("It sank.", title="Mayor warns of ‘reckless’ turn")["reckless"].verdict == "quoted"
    named = found("Ann Stunning came.  She is Ann Stunning.", title="Stunning at the quay")
    assert named == {}


def test_counts_and_rates() -> None:
    text = (
        "A reckless turn. "
        + "Nothing else went by. " * 20
        + "A buoy lay there, left by reckless hands."
    )
    third = f"{LEDE} It came late. The fog was thick. Nobody rang. A reckless turn."
    (finding,) = look(f"{LEDE} {text}", OTHER, third, OTHER).findings
    assert finding.measures == (2.0, 0.0, 1.0, 0.0)
    assert finding.unit == "words"
    assert finding.summary.startswith("“reckless”: A 2 (")
    assert "C 1 (" in finding.summary
    assert "in 1,000 words" in finding.summary
    assert len(finding.evidence) == 3
    words = len(f"{LEDE} {text}".split())
    assert f"A 2 ({2000 / words:.1f} in 1,000 words)" in finding.summary


def test_a_few_passages_of_each_article() -> None:
    (finding,) = found(
        " ".join(f"The {word} was reckless." for word in "cox mate cook boy".split())
    ).values()
    assert finding.measures[0] == 4
    assert len(finding.evidence) == 3


def test_forms_of_a_word_are_one_finding() -> None:
    (finding,) = found("The turn was reckless. Anglers, too, fish recklessly.").values()
    assert finding.measures[0] == 2.0


def test_the_report_tells_the_rates_in_the_writers_voice() -> None:
    report = look(f"{LEDE} A reckless turn. “A farce from end to end,” said Reyes.", OTHER)
    assert report.reason.startswith("in the writer’s own voice: A 1 (")
    assert "B 0 (0.0 in 1,000 words)" in report.reason


def test_other_languages_and_none() -> None:
    assert look(LEDE, OTHER, language="sv").reason == "the word lists are of English words"
    assert look(LEDE, OTHER).state == "none"


def test_a_person_adds_and_takes_out() -> None:
    words = WordLists((Own("loaded-blame", ("cheeky",), ("Reckless",)),))
    (finding,) = look(f"{LEDE} A cheeky, reckless turn.", OTHER, words=words).findings
    assert finding.subject is not None
    assert finding.subject.quote == "cheeky"
    assert "your own words in the list “loaded-blame”" in finding.reason
    text = f"{LEDE} A cheeky turn."
    assert look(text, OTHER, words=words, language="sv").state == "found"
    said = WordLists((Own("reporting", ("quoth",)),))
    assert look(f"{LEDE} A reckless turn, quoth he.", OTHER).state == "found"
    assert look(f"{LEDE} A reckless turn, quoth he.", OTHER, words=said).state == "none"


def test_what_could_not_be_read_is_told() -> None:
    words = WordLists(
        (), ("words/loaded-blame.txt is left out", "words/cause-blame.txt is left out")
    )
    assert look(LEDE, OTHER, words=words).reason == "words/loaded-blame.txt is left out"
