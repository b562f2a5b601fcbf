"""What the others have and one never says, and what must not be called so."""

from __future__ import annotations

import pytest

from reader.framing.compare import compare
from reader.framing.lens import Case
from reader.framing.lenses.left_out import LENS
from reader.model import Article, Finding, LensReport
from reader.text.document import Document

TITLE = "Norwick ferry runs aground on sandbank"
BASE = (
    "The Norwick ferry ran aground on a sandbank on Monday morning. "
    "All 84 passengers of the ferry were taken off by lifeboats. "
    "Divers saw no damage to the hull of the ferry. "
)
OTHER = (
    "A sandbank stopped the Norwick ferry on Monday morning. "
    "Lifeboats took off all 84 passengers of the ferry. "
    "The hull of the ferry is not damaged, divers say. "
)
MORE = (
    "The Norwick ferry sails twice a day and was full when it left the quay. Tourists on the "
    "ferry sang until the lifeboats came. The sandbank has grown since the spring, fishermen "
    "told the paper, and the ferry draws more water than the boat it replaced. The line wants "
    "to sail again on Thursday if the tide is high enough for two tugs. Buses will go along the "
    "causeway until then, and the school has sent its pupils home with work for the week. The "
    "bakery gave away its bread because no lorry could take it over to the mainland in time. "
    "A wedding on the island was put off, and the band played on the quay for those who waited. "
    "The lighthouse keeper saw it all and wrote it down. "
)


def look(*texts: str, more: str = MORE, titles: tuple[str, ...] = ()) -> LensReport:
    documents = tuple(
        Document(Article(id=str(at), title=titles[at] if titles else TITLE, text=f"{text}{more}"))
        for at, text in enumerate(texts)
    )
    return LENS.look(Case(documents, one_event=True))


def quotes(kind: str, *texts: str) -> list[str]:
    found = [finding for finding in look(*texts).findings if finding.kind == kind]
    return [finding.subject.quote for finding in found if finding.subject]


HALDEN = (
    "Tom Halden runs the ferry tug. Mr Halden had called the harbour twice. In the end Halden "
    "pulled alone. Nobody thanked Halden for it. The line owes Halden a week of pay. "
)


def test_a_name_that_one_article_never_says() -> None:
    (finding,) = look(BASE + HALDEN, OTHER).findings
    assert [value and value.quote for value in finding.values] == ["Tom Halden", None]
    assert (finding.kind, finding.verdict, finding.unit) == ("name", "left-out", "times")
    assert finding.measures == (5.0, 0.0)
    assert finding.summary == "Tom Halden: never in B"
    assert all(place.article == "0" for place in finding.evidence)
    assert finding.weight < 0.5


SENTENCES = (
    "The ferry line asked {} for help. ",
    "Nobody had warned {} of mud. ",
    "It was up to {} to close the channel. ",
    "Letters went to {} in spring. ",
    "A plan by {} lies in a drawer. ",
)


def named(who: str) -> str:
    return "".join(SENTENCES).format(*[who] * 5)


@pytest.mark.parametrize(
    ("why", "name", "other"),
    [
        ("the surname", "Tom Halden", "Halden was silent. "),
        ("a possessive", "Tom Halden", "Halden’s tug waited. "),
        ("a lost apostrophe", "Tom Halden", "The tug was Haldens own. "),
        ("another spelling", "Tom Halden", "A Mr Haldan was silent. "),
        ("accents", "Tom Hálden", "Halden was silent. "),
        ("the first name alone", "Tom Halden", "Everyone likes Tom here. We met Tom later. "),
        ("initials", "Brede Harbour Trust", "They asked the BHT first. "),
        ("a long form of initials", "BHT", "They asked the Brede Harbour Trust. "),
        ("initials of a longer name", "Tarn Relief for Brede Islanders", "They asked TRBI first. "),
        ("a demonym that begins otherwise", "Denmark", "They asked the Danish navy. "),
        ("a part of a hyphenated word", "Tarnholm", "They asked the Tarnholm-Brede line. "),
        ("joined to one word", "SeaLink", "They asked sea link for help. "),
    ],
)
def test_present_in_some_form_is_not_left_out(why: str, name: str, other: str) -> None:
    assert quotes("name", BASE + named(name), OTHER) != [], why
    assert quotes("name", BASE + named(name), OTHER + other) == [], why


def test_a_people_is_no_name() -> None:
    assert quotes("name", BASE + named("Denmark"), OTHER) == ["Denmark"]
    assert quotes("name", BASE + named("the Danish"), OTHER) == []


def test_present_in_the_headline_is_not_left_out() -> None:
    titles = (TITLE, "Halden pulls Norwick ferry off sandbank")
    assert look(BASE + HALDEN, OTHER, titles=titles).state == "none"
    titles = (TITLE, "BHT asked to pull Norwick ferry off sandbank")
    assert look(BASE + named("Brede Harbour Trust"), OTHER, titles=titles).state == "none"


def test_whoever_speaks_of_the_office_speaks_of_its_holder() -> None:
    mayor = HALDEN.replace("Tom Halden runs", "Mayor Tom Halden runs")
    assert quotes("name", BASE + mayor, OTHER) == ["Tom Halden"]
    assert quotes("name", BASE + mayor, f"{OTHER}The mayor was silent. ") == []
    assert quotes("name", BASE + HALDEN, f"{OTHER}The mayor was silent. ") == ["Tom Halden"]


def test_a_land_and_its_people_are_one() -> None:
    assert len(quotes("name", BASE + named("Palestine") + named("Palestinians"), OTHER)) == 1


def test_how_often_it_must_be_said_goes_by_the_length_of_the_report() -> None:
    few = HALDEN.replace("The line owes Halden a week of pay. ", "")
    assert quotes("name", BASE + few, OTHER) == ["Tom Halden"]
    assert look(BASE + few, OTHER, more=MORE * 4).findings == ()
    assert look(BASE + HALDEN, OTHER, more=MORE * 4).state == "found"
    once = "Tom Halden runs the ferry tug. "
    assert quotes("name", BASE + once, OTHER) == []
    assert quotes("name", BASE + once, OTHER) == quotes("name", BASE, OTHER + once)


def test_what_all_but_one_say_need_not_touch_the_subject() -> None:
    geese = "Geese bite Tom Halden. "
    assert quotes("name", BASE + geese, OTHER + geese, OTHER) == ["Tom Halden"]
    assert quotes("name", BASE + geese * 2, OTHER) == []


def test_what_all_but_one_say_they_need_not_say_often() -> None:
    ferry = "The ferry hit Tom Halden. "
    assert look(BASE + ferry, OTHER + ferry, OTHER, more=MORE * 3).state == "found"
    assert look(BASE + ferry * 2, OTHER, more=MORE * 3).findings == ()


@pytest.mark.parametrize(
    ("who", "found"),
    [("Tarnholm", ["Tarnholm"]), ("Italy", []), ("Q", []), ("Brede and Tarn Trust", [])],
)
def test_what_is_seldom_said_must_be_unmistakable(who: str, found: list[str]) -> None:
    text = "".join(SENTENCES[:3]).format(*[who] * 3)
    assert quotes("name", BASE + text, OTHER) == found


def test_media_are_not_missed() -> None:
    assert quotes("name", BASE + named("Tarnholm Tribune"), OTHER) == []


def test_a_name_that_has_nothing_to_do_with_the_subject_is_not_missed() -> None:
    pairs = ("Bees love", "Wasps fear", "Cats trust", "Dogs follow", "Geese bite", "Owls watch")
    halden = "".join(f"{pair} Tom Halden. " for pair in pairs)
    assert quotes("name", f"{BASE}{halden}", OTHER) == []


def test_of_three_articles_two_must_say_it() -> None:
    assert quotes("name", BASE + HALDEN, OTHER, OTHER) == []
    (finding,) = look(BASE + HALDEN, OTHER, f"{OTHER}{HALDEN}").findings
    assert [value is None for value in finding.values] == [False, True, False]
    assert finding.summary == "Tom Halden: never in B"


def test_a_notice_leaves_nothing_out() -> None:
    report = look(BASE + HALDEN, OTHER, more="")
    assert (report.state, report.reason) == ("cannot-say", "too short to leave anything out")
    brief = Document(Article(id="b", title=TITLE, text=OTHER))
    whole = Document(Article(id="a", title=TITLE, text=BASE + HALDEN + MORE + MORE.upper() * 2))
    assert LENS.look(Case((whole, brief), one_event=True)).findings == ()


ORCHARD = "".join(
    f"Growers of village {at} blamed frost because apple trees of row {at} froze again. "
    for at in range(60)
)


def test_a_text_about_something_else_has_and_lacks_nothing() -> None:
    report = look(BASE + HALDEN, OTHER + ORCHARD)
    assert (report.state, report.reason) == (
        "cannot-say", "these texts are mostly about other things",
    )  # fmt: skip
    report = look(BASE, OTHER, OTHER + HALDEN + ORCHARD)
    assert (report.state, report.reason) == ("none", "1 of 3 mostly about something else")
    assert look(BASE + HALDEN, OTHER, OTHER + ORCHARD).state == "none"


def topic(pair: str, times: int) -> str:
    return "".join(SENTENCES[:times]).format(*[pair] * times)


@pytest.mark.parametrize(
    ("why", "one", "other", "found"),
    [
        ("neither word stands there", topic("rusty anchors", 3), "", ["rusty anchors"]),
        ("in two sentences", topic("rusty anchors", 2), "", []),
        ("both stand there apart", topic("rusty anchors", 5), "Anchors get rusty. ", []),
        ("one stands there", topic("rusty anchors", 5), "No anchor. ", []),
        ("neither is rare", topic("good people", 5), "", []),
        ("an adverb behind", topic("anchors rustily", 5), "", []),
        ("a word derived", topic("rusty anchors", 5), "Rust and an anchorage. ", []),
        ("a verb", topic("rusting anchors", 3) + "They rust anchors. ", "", []),
        ("longer words begin like a short one", topic("rusty bus", 3), "", ["rusty bus"]),
    ],
)  # fmt: skip
def test_topics(why: str, one: str, other: str, found: list[str]) -> None:
    assert quotes("topic", BASE + one, OTHER + other) == found, why


def test_it_is_asked_only_within_one_event() -> None:
    articles = [Article(id="a", title=TITLE, text=BASE + HALDEN + MORE),
                Article(id="b", title=TITLE, text=OTHER + MORE)]  # fmt: skip
    states: list[tuple[str, tuple[Finding, ...]]] = []
    for one_event in (True, False):
        reports = {r.name: r for r in compare(articles, one_event=one_event).reports}
        states.append((reports["left-out"].state, reports["left-out"].findings))
    assert states[0][0] == "found"
    assert states[1] == ("cannot-say", ())


def test_texts_without_a_common_subject() -> None:
    orchard = "Late frost killed the apple blossom. Growers fear for the harvest. Bees stayed away."
    report = look(BASE, orchard, more="", titles=("Ferry", "Apples"))
    assert (report.state, report.reason) == ("cannot-say", "no subject in common")
