"""Who is named first and who gets room: places and shares that a person can count."""

from __future__ import annotations

import pytest

from reader.framing.lens import Case
from reader.framing.lenses.order import LENS
from reader.model import Article, Finding, LensReport
from reader.text.document import Document

ONE = (
    "Mayor Ida Brandt closed the harbour on Monday. The mayor was calm. "
    "Ida Brandt will speak again today. The pilot, Tom Halden, was not asked. "
    "Fishermen went home. Nets hung dry. They say Brandt wants new charts. Gulls sat on the quay. "
    "Rain fell. Nobody sang."
)
OTHER = (
    "Tom Halden warned of the sandbank for years. He wrote three letters. "
    "“Nobody answered,” said Tom Halden. Mayor Ida Brandt had no comment. Boats lay idle."
)


def look(*texts: str, one_event: bool = True) -> LensReport:
    documents = tuple(
        Document(Article(id=str(at), title="Harbour closed", text=text))
        for at, text in enumerate(texts)
    )
    return LENS.look(Case(documents, one_event=one_event))


def verdict(which: str, *texts: str) -> list[Finding]:
    return [finding for finding in look(*texts).findings if finding.verdict == which]


def test_shares_of_sentences() -> None:
    found = {f.subject.quote: f for f in verdict("share", ONE, OTHER) if f.subject}
    assert found.keys() == {"Ida Brandt", "Tom Halden"}
    assert found["Ida Brandt"].measures == (30.0, 20.0)
    assert found["Tom Halden"].measures == (10.0, 40.0)
    assert found["Ida Brandt"].unit == "percent"
    assert found["Ida Brandt"].summary == "Ida Brandt: 30% | 20%"
    assert found["Ida Brandt"].kind == "person"
    assert "not counted" in found["Ida Brandt"].reason


def test_who_is_named_first() -> None:
    (finding,) = verdict("first", ONE, OTHER)
    assert [value and value.quote for value in finding.values] == ["Ida Brandt", "Tom Halden"]
    assert (finding.measures, finding.unit) == ((1.0, 1.0), "sentence")
    late = f"Rain fell. It was Monday. {ONE}"
    assert verdict("first", late, OTHER)[0].measures == (3.0, 1.0)


def test_articles_that_begin_with_the_same_person_need_no_line() -> None:
    assert verdict("first", ONE, f"Ida Brandt was silent. {OTHER}") == []


def test_a_person_whom_one_article_names_gets_no_share() -> None:
    lone = "Ada Quill ran. Then Ada Quill sat. Later Ada Quill slept. Ada Quill woke."
    assert "Ada Quill" not in {
        f.subject.quote for f in verdict("share", f"{ONE} {lone}", OTHER) if f.subject
    }


def test_headings_and_page_lines_are_no_sentences() -> None:
    page = f"Brandt Closes Harbour\n{ONE}\nRead more: Ida Brandt in pictures."
    found = {f.subject.quote: f for f in verdict("share", page, OTHER) if f.subject}
    assert found["Ida Brandt"].measures == (30.0, 20.0)


DREDGING = (
    "Fishermen called for dredging. Pilots fear what dredging costs. Why dredging stopped is not "
    "known. Tourists photograph the dredging. In May dredging ended. Anglers hate dredging. "
)
PLAIN = "".join(
    f"{who} went {where}. "
    for who, where in (("Ann", "home"), ("Bob", "away"), ("Cid", "out"), ("Dot", "up"),
                       ("Eve", "down"), ("Flo", "north"), ("Gus", "south"), ("Hal", "east"))
)  # fmt: skip


@pytest.mark.parametrize(
    ("why", "one", "other", "found"),
    [
        ("many against one", DREDGING, PLAIN + OTHER + " No dredging. ", ["dredging"]),
        ("only one has it", DREDGING, PLAIN + OTHER, []),
        ("both alike", DREDGING + PLAIN, DREDGING + PLAIN, []),
        ("a frequent word", DREDGING.replace("dredging", "money"),
         PLAIN + OTHER + " No money. ", []),
    ],
)  # fmt: skip
def test_topics_whose_shares_lie_far_apart(
    why: str, one: str, other: str, found: list[str]
) -> None:
    topics = [f for f in verdict("share", one, other) if f.kind == "topic"]
    assert [f.subject.quote for f in topics if f.subject] == found, why


def test_it_is_a_panel() -> None:
    assert all(finding.weight < 0.2 for finding in look(ONE, OTHER).findings)


def test_media_are_no_persons() -> None:
    fox = ONE.replace("Ida Brandt", "Ida Fox").replace("Brandt", "Fox")
    assert all("Fox" not in f.summary for f in look(fox, OTHER).findings)


def test_too_few_sentences_are_not_counted() -> None:
    report = look("Ida Brandt sat. Tom Halden stood.", OTHER)
    assert (report.state, report.reason) == ("cannot-say", "too few sentences to count")


def test_nobody_in_common_is_nothing_found() -> None:
    assert look(PLAIN, PLAIN.replace("went", "ran")).state == "none"


LONG = " The nets hung dry on the quay. It rained in the harbour. Nobody sang that day."


def test_a_surname_at_the_head_of_sentences_is_counted() -> None:
    one = "They met Mayor Ida Brandt. Brandt spoke to the pilots. Brandt left the quay early."
    found = {f.subject.quote: f for f in verdict("share", one + LONG, ONE) if f.subject}
    assert found["Ida Brandt"].measures[0] == 50.0


def test_a_surname_in_a_line_of_capitals_is_no_acronym() -> None:
    one = "They met Mayor Ida Brandt. They say Brandt is calm. One of the signs read BRANDT."
    found = {f.subject.quote: f for f in verdict("share", one + LONG, ONE) if f.subject}
    assert found["Ida Brandt"].measures[0] == 50.0


def test_an_acronym_that_reads_like_a_surname_is_nobody() -> None:
    one = "They met Kim Jong Un. They say Kim Jong Un is calm. The pilots were not asked." + LONG
    two = "UNITED NATIONS - They met Ann Lee. The U.N. was calm. They say Ann Lee spoke." + LONG
    (finding,) = verdict("first", one, two)
    assert [value and value.quote for value in finding.values] == ["Kim Jong Un", "Ann Lee"]


def test_an_office_with_a_prefix_is_no_part_of_a_name() -> None:
    one = "Old Acme co-President Ann Halden left. The pilots were not asked." + LONG
    (finding,) = verdict("first", one, ONE)
    assert finding.values[0] is not None
    assert finding.values[0].quote == "Ann Halden"
