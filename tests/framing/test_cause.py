"""What is given as cause, blame, judgement and remedy, and what must not be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.framing.lens import Case
from reader.framing.lenses.cause import LENS
from reader.framing.word_lists import Own, WordLists
from reader.model import Article, Finding, LensReport
from reader.text.document import Document

TITLE = "Norwick ferry runs aground on sandbank"
LEDE = "The Norwick ferry ran aground on a sandbank on Monday morning."
OTHER = "A sandbank stopped the Norwick ferry on Monday. Nobody was hurt."


def look(
    *texts: str, language: str | None = None, words: WordLists | None = None, title: str = TITLE
) -> LensReport:
    documents = tuple(
        Document(Article(id=str(at), title=title, text=text, language=language))
        for at, text in enumerate(texts)
    )
    return LENS.look(Case(documents, True, words or WordLists()))


def one(sentence: str, *, words: WordLists | None = None) -> Finding:
    (finding,) = look(f"{LEDE} {sentence}", OTHER, words=words).findings
    return finding


@pytest.mark.parametrize(
    ("kind", "value", "sentence"),
    [
        ("cause", "because the buoy had drifted",
         "The ferry turned too early because the buoy had drifted, and the mate saw it late."),
        ("cause", "due to the fog", "The ferry was late due to the fog."),
        ("judgement", "good news is that the ferry runs",
         "The good news is that the ferry runs."),
        ("judgement", "bad news for the ferry", "It was bad news for the ferry."),
        ("cause", "caused the ferry to turn", "The fog was what caused the ferry to turn."),
        ("remedy", "should create jobs", "The ferry line and Reyes should create jobs."),
        ("cause", "caused the ferry to turn",
         "No doubt it was the fog that caused the ferry to turn."),
        ("cause", "not locked because of the mate",
         "The ferry was not locked because of the mate."),
        ("cause", "because no mate saw the buoy",
         "The ferry turned because no mate saw the buoy."),
        ("cause", "because of the fog", "They denied him a ferry ticket because of the fog."),
        ("remedy", "should be up for review", "The ferry tolls should be up for review."),
        ("cause", "due to the fog", "The delay of the ferry is due to the fog."),
        ("cause", "leading to a strike", "The ferry crew was fined, leading to a strike."),
        ("cause", "Because of the fog", "Because of the fog, the ferry turned too early."),
        ("blame", "blamed a drifting buoy for the accident",
         "The skipper of the ferry blamed a drifting buoy for the accident."),
        ("blame", "accused the harbour office of “plain sloth",
         "Reyes of the ferry line accused the harbour office of “plain sloth”."),
        ("blame", "criticised the ferry line sharply for its silence",
         "The mayor criticised the ferry line sharply for its silence."),
        ("blame", "The culprit is a system of fees",
         "The culprit is a system of fees on tolls, the ferry line."),
        ("blame", "is to blame for the delay", "The fog is to blame for the delay of the ferry."),
        ("blame", "blame for the delay", "The ferry line took the blame for the delay."),
        ("judgement", "a slap in the face",
         "The fine is a slap in the face for the ferry line, said Reyes."),
        ("judgement", "should have told the ferry",
         "The harbour office should have told the ferry, said Reyes."),
        ("remedy", "should dredge the channel every spring",
         "The council should dredge the channel every spring, wrote the ferry line."),
        ("remedy", "should take the buoy", "The ferry line should take the buoy in."),
        ("remedy", "should serve tea", "The ferry line should serve tea."),
        ("remedy", "should not be taking", "The ferry line should not be taking that risk."),
        ("cause", "because of the fog", "The ferry was late not only because of the fog."),
        ("cause", "because of the fog", "The ferry could not turn because of the fog."),
        ("remedy", "demanded an inquiry",
         "Having met the mate, the ferry line demanded an inquiry."),
        ("remedy", "called for an inquiry", "More than ten ferry men called for an inquiry."),
        ("remedy", "called for an inquiry",
         "Those opposed to the ferry called for an inquiry."),
        ("judgement", "credits the ferry crew with",
         "The mayor credits the ferry crew with a good turn."),
        ("judgement", "outrageous", "There is no doubt that the ferry fine is outrageous."),
        ("remedy", "should stop", "When fog comes over the bay, the ferry line should stop."),
        ("remedy", "must be dredged", "“The channel must be dredged,” said the ferry skipper."),
        ("remedy", "called for an inquiry", "The ferry union called for an inquiry."),
        ("remedy", "called for an inquiry",
         "The ferry union did not rest, Reyes told, and called for an inquiry."),
        ("remedy", "called for an inquiry",
         "The union has not slept and called for an inquiry into the ferry."),
        ("remedy", "called for an inquiry",
         "The crew did not rest: the ferry union called for an inquiry."),
        ("remedy", "called for an inquiry",
         "The crew did not rest while the ferry union called for an inquiry."),
        ("remedy", "called for an inquiry", "The ferry union not only called for an inquiry."),
        ("remedy", "should pay", "The crew declined a fee that the ferry line should pay."),
        ("remedy", "should pay", "In the idea of Reyes the ferry line should pay."),
        ("remedy", "demands an inquiry", "The ferry union demands an inquiry."),
        ("remedy", "demands for an inquiry", "The ferry union’s demands for an inquiry grew."),
        ("remedy", "proposed that the ferry stop", "The mayor proposed that the ferry stop."),
        ("judgement", "a victory for", "The fine is a victory for the ferry party."),
    ],
)  # fmt: skip
def test_what_is_stated(kind: str, value: str, sentence: str) -> None:
    finding = one(sentence)
    assert (finding.kind, finding.verdict) == (kind, "stated")
    assert finding.values[0] is not None
    assert finding.values[0].quote.startswith(value)
    assert finding.values[1] is None
    assert finding.evidence[0].quote == sentence


@pytest.mark.parametrize(
    ("why", "sentence"),
    [
        ("a date", "The ferry was due to leave at noon."),
        ("a way", "The ferry lay beside the steps leading to the market."),
        ("a belief", "The ferry line led to believe that all was well."),
        ("no proof", "But just because the ferry is old does not mean that it is bad."),
        ("nobody accuses", "The accused members of a ferry gang spoke of nothing."),
        ("a question", "Was the ferry late because of the fog? Nobody knew it by then."),
        ("nothing follows", "The ferry did what it should."),
        ("no remedy", "At the mayor’s urging, the ferry line began to sail."),
        ("no remedy", "He took no question from the ferry press, calling on another man instead."),
        ("a forecast", "Those at the ferry are calling for 3 feet of snow."),
        ("no remedy", "He is in the ferry gang, urging attacks on the harbour."),
        ("a condition", "If you accuse the ferry line of sloth, it will answer."),
        ("the question", "They came to the ferry to learn what may have prompted the assault."),
        ("nothing follows", "The ferry sank, just because."),
        ("nothing follows", "Such is the praise that the ferry crew deserve."),
        ("a condition", "The ferry line gains should Congress pay."),
        ("a rule", "“Dogs that must wear a lead dislike the ferry,” said Reyes."),
        ("a time table", "The ferry should arrive at noon."),
        ("an open question", "The court hears whether the ferry line should pay."),
        ("a condition", "The ferry line gains should the council pay."),
        ("a guess", "“The ferry must be glad,” said Reyes."),
        ("a rule", "Dogs on the ferry must wear a lead."),
        ("a hard job", "Steering a ferry is too demanding for one man."),
        ("a service", "The court will be called on to weigh the ferry."),
        ("a demand, not a judgement", "The ferry line should have the power."),
        ("no danger", "The ferry letter held a threat to sink the quay."),
        ("capitals", "FERRY LOST BECAUSE fog came, reads a film's label."),
        ("not the subject", "Apple growers lost money because of late frost."),
        ("links of the page",
         "Rep. Jane DoeFerry talks fail MORE (R-Utah) blamed the skipper for the delay."),
        ("two sentences run together", "The ferry sank.Reyes blamed the skipper for it."),
        ("why a source has no name",
         "Two men of the ferry line, who asked not to be named because they may not speak, wept."),
        ("not for what", "The ferry skipper came to take the blame."),
        ("a date", "The ferry was still due to leave at noon."),
        ("the contrary", "The ferry skipper is not to blame."),
        ("the contrary", "The ferry turn isn’t reckless."),
        ("thanks", "Thanks to everyone who wrote to the ferry line."),
        ("a telephone", "Reyes of the ferry line called on Monday to say no."),
        ("a guess", "This should be sobering to the ferry line."),
        ("a guess", "It should be clear to the ferry line."),
        ("a feeling", "The ferry line should be happy with the fine."),
        ("a feeling", "The ferry line should be very proud of the fine."),
        ("the contrary", "No one should call for a new ferry."),
        ("the contrary", "Reyes does not think that the ferry line should pay."),
        ("the contrary", "“I don’t think the ferry line should pay,” said Reyes."),
        ("the contrary", "It is impossible to say that the ferry line should pay."),
        ("the contrary", "The ferry line declined to blame the mate."),
        ("the contrary", "No man of the ferry claimed responsibility for the turn."),
        ("at a distance", "The plan begins with the idea that the ferry line should pay."),
        ("at a distance", "Reyes of the ferry backed away from blaming the mate."),
        ("at a distance", "Reyes of the ferry stopped short of calling for an inquiry."),
        ("not done", "Reyes of the ferry line could have demanded an inquiry."),
        ("a noun", "The ferry crew fears the mayor’s demands and threats."),
        ("a noun", "Ferry demands, old and new, lay on a desk."),
        ("a noun", "Ferry demands and threats lay on a desk."),
        ("a noun", "Far-reaching ferry demands described there lay on a desk."),
        ("the contrary", "The ferry line has avoided calling for an inquiry."),
        ("a noun", "The ferry crew’s demands relating to pay lay on a desk."),
        ("a noun", "The ferry crew shared the mayors’ demands there."),
        ("votes are counted", "The stations called a victory for the ferry party."),
        ("nobody proposes", "A ferry rule was proposed that would lower the tolls."),
        ("what was to be done", "The ferry line should definitely have told them."),
        ("a guess", "The ferry line ought to know how deep it is."),
        ("a deed", "The ferry man was fined for having urged two friends to pay."),
        ("an agreement", "The ferry contract, worth a million, calls for two new boats."),
        ("to hand over", "It was the first time that the ferry court demanded records of them."),
        ("a noun", "The ferry crew shared a list of trade demands including a new boat."),
        ("a measure", "The ferry crew work more hours than they ever should on a Monday."),
        ("the contrary", "Reyes questioned a ruling that said the ferry line should pay."),
        ("an open question", "It is unclear that the ferry line should pay."),
        ("an open question", "It is open how much blame lies with the ferry line for it."),
        ("no praise", "Ferry tax credits go up with the tolls that they pay."),
        ("an outlook", "The ferry loss should scare the mayors."),
        ("an outlook", "The ferry should really take very little time to raise."),
        ("an outlook", "The ferry turn should serve as a lesson."),
        ("an outlook", "The ferry turn should not be enough to stop them."),
        ("when, not what", "It is the ferry that Reyes called for last spring."),
        ("no cause", "The ferry turned, but not because of the fog."),
        ("the contrary", "Nor should the ferry line accuse him of sloth."),
        ("the contrary", "The fog has not yet triggered a ferry strike."),
        ("a condition", "If the ferry turns because of the fog, they will all be late."),
        ("an open question", "It is unclear if the ferry turned because of the fog."),
        ("the contrary", "It was not the fog that caused the ferry to turn."),
        ("the contrary", "The ferry turn was hardly caused by the fog."),
        ("doubted", "Divers doubt the ferry turn was caused by the fog."),
        ("doubted", "Reyes disputed that the ferry turned because of the fog."),
        ("nothing came of it", "The ferry search resulted in no finds at all."),
        ("open", "Who of the ferry crew is to blame remains to be seen."),
        ("an outlook", "The ferry deal should create new jobs."),
        ("an outlook", "Nothing should shock the ferry crew."),
        ("an outlook", "The ferry crossing should have been about a 3-hour trip."),
        ("a way of speaking", "If the ferry line errs, it should just say so."),
        ("broken off", "It is odd that the ferry runs, because Senator Ann Lee: no, not she."),
        ("no cause", "The ferry will not be late; it will not be because of the fog."),
        ("lines under pictures", "AP A ferry at dusk because of fog Reuters Men on a ferry."),
        ("an answer", "In response to a question on the ferry, Reyes shook her head."),
        ("the contrary", "No owner of a ferry deserves their support."),
        ("an open question", "They asked whether the ferry fine is outrageous to them."),
        ("links of the page", "The ferry man accused of lying to Congress MORE, met the mayor."),
        ("page furniture", "Read more: the ferry sank because of the fog"),
        ("a question", "They wish to learn what caused the ferry to turn."),
        ("the contrary", "The ferry can turn without causing any harm."),
        ("nobody is blamed", "They will fine whoever is to blame for the ferry turn."),
        ("a charge", "The law is for those accused of ferry theft."),
        ("a reply", "“We sail,” Reyes of the ferry line told The Tide in response to the mayor."),
        ("an answer",
         "The ferry owner named no cause in response to a series of questions by The Tide."),
        ("thanks", "“And a special thanks to the ferry men,” said Reyes."),
        ("what would be", "A win for the ferry party would have cheered the islands."),
        ("an outlook", "“The ferry line must live with it,” said Reyes."),
        ("an outlook", "The ferry line should be up ten points."),
        ("nobody can say", "We cannot prove that the tide caused the leak at the ferry."),
        ("nobody says", "They could not surely say that the ferry’s age ‘caused’ the leak."),
        ("there is none", "There isn’t a single leak of the ferry due to the new harbour."),
        ("reluctance", "The captain was reluctant to blame the council for the ferry."),
        ("a phrase", "“It must be noted that the ferry is old,” said Reyes."),
        ("an outlook", "The ferry turn should set the stage for a new line."),
        ("an outlook", "The ferry turn should pave the way for a new line."),
        ("of what", "It was a month of leaks, with the ferry blamed for 24."),
        ("what did it", "Then bad news from the ferry had spoilt the feast."),
    ],
)  # fmt: skip
def test_what_is_not(why: str, sentence: str) -> None:
    assert look(f"{LEDE}\n{sentence}", OTHER).findings == (), why


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("in the writer’s own words", "The ferry turned early because of the fog."),
        ("beside them “Ann Reyes”",
         "“We turned the ferry because we saw nothing at all,” said Ann Reyes."),
        ("speaker not stated", "The note reads: “The ferry turned because we saw nothing at all.”"),
        ("a word of saying", "Reyes said that the ferry turned because of the fog."),
        ("a word of saying", "Ann Reyes: The ferry turned because of the fog."),
        ("a word of saying", "They argue the ferry turned because of the fog."),
        ("a word of saying", "The crew worries about the ferry that turned because of the fog."),
        ("a word of saying", "The mayors debate whether the ferry turned because of the fog."),
        ("a word of saying", "They speak of a ferry that turned because of the fog."),
        ("a word of saying", "Ice is likely, and that the ferry turned because of fog is sure."),
        ("the writer’s own", "It is a debate on the ferry that turned because of the fog."),
        ("the writer’s own", "The ferry is old and that makes it slow because of the fog."),
        ("cited without marks", "We turned the ferry because of the fog."),
        ("by whom the sentence leaves open", "The ferry skipper was blamed for the delay."),
    ],
)  # fmt: skip
def test_whose_words_it_is(said: str, sentence: str) -> None:
    assert said in one(sentence).reason


def test_an_agent_that_is_named_is_not_left_open() -> None:
    finding = one("The ferry skipper was blamed for the delay by the mayor.")
    assert "leaves open" not in finding.reason


def test_one_row_is_one_finding() -> None:
    same = "The skipper of the ferry blamed a drifting harbour buoy for the whole accident."
    again = "For the accident the ferry's skipper blamed a drifting buoy of the harbour."
    (finding,) = look(f"{LEDE} {same}", f"{OTHER} {again}").findings
    assert [value is not None for value in finding.values] == [True, True]
    assert finding.summary.startswith("A “blamed")
    alone = one(same)
    assert finding.weight > alone.weight


def test_a_row_that_is_only_perhaps_one_is_not_one_finding() -> None:
    same = "The skipper of the ferry blamed a drifting buoy for the accident."
    texts = (f"{LEDE} {same}", f"{OTHER} {same}")
    case = Case(tuple(Document(Article(str(at), text)) for at, text in enumerate(texts)), True)
    assert len(LENS.look(case).findings) == 1
    # Takes the place of the rows that the case would find itself.
    vars(case)["points"] = tuple(replace(point, certainty="perhaps") for point in case.points)
    assert len(LENS.look(case).findings) == 2


def test_an_active_verb_names_its_agent() -> None:
    assert "leaves open" not in one("The ferry skipper is blaming the mate for it.").reason


def test_one_of_each_kind_in_a_sentence() -> None:
    assert one("The ferry was late because of fog and because of ice.").kind == "cause"
    ills = (("fog", "ice"), ("mud", "rust"), ("gales", "eels"), ("debt", "thieves"))
    late = " ".join(f"The ferry hit {a} because of {a} and because of {b}." for a, b in ills)
    assert len(look(f"{LEDE} {late}", OTHER).findings) == 4


def test_a_few_of_each_kind_those_on_the_subject_first() -> None:
    places = ("pier", "lock", "slip", "mole", "dock", "weir")
    many = " ".join(
        f"The {place} shut because the ferry of {place} town hit it." for place in places
    )
    best = "The Norwick ferry hit the sandbank because of the fog."
    found = look(f"{LEDE} {many} {best}", OTHER).findings
    assert len(found) == 4
    assert found[0].evidence[0].quote == best or found[0].weight == max(f.weight for f in found)
    assert any(f.evidence[0].quote == best for f in found)


def test_the_clause_ends_with_the_quotation_around_it() -> None:
    value = one("“The ferry turned because of the fog” ran the last line of the log.").values[0]
    assert value is not None
    assert value.quote == "because of the fog"


# What stands behind it is far from the front, where the shared subject is told.
FAR = "It was cold. Gulls cried. The tide was low. Rain fell. Bells rang."


def test_a_sentence_that_names_whom_others_name_is_on_the_subject() -> None:
    text = "Ann Lee demanded a full inquiry."
    a = f"{LEDE} {FAR} {text}"
    (finding,) = look(a, f"{OTHER} {FAR} Nothing was known to Ann Lee, said Ann Lee.").findings
    assert finding.evidence[0].quote == text
    assert look(a, f"{OTHER} {FAR}").findings == ()


def test_a_sentence_that_another_article_has_too_is_on_the_subject() -> None:
    text = "Around 300 residents of nearby streets left their homes because of the thick smoke."
    other = "About 300 residents of nearby streets left their homes because of thick smoke."
    assert look(f"{LEDE} {FAR} {text}", f"{OTHER} {FAR} {other}").findings
    assert look(f"{LEDE} {FAR} {text}", f"{OTHER} {FAR}").findings == ()


def test_nothing_to_say() -> None:
    assert look(LEDE, OTHER, language="sv").reason == "the word lists are of English words"
    assert look("Frost came.", "Bees left.", title="").reason == "no subject in common"
    assert look(LEDE, OTHER).state == "none"


def test_a_person_adds_and_takes_out() -> None:
    words = WordLists((Own("cause-cause", ("on account of",), ("because",)),))
    assert one("The ferry was late on account of fog.", words=words).kind == "cause"
    assert (
        look(f"{LEDE} The ferry was late because it was old.", OTHER, words=words).state == "none"
    )
    text = f"{LEDE} The ferry was late on account of fog."
    assert look(text, OTHER, language="sv", words=words).state == "found"


def test_who_speaks_is_told_where_the_text_shows_it() -> None:
    finding = one("Ann Lee said it was late. “The ferry line should pay for it soon.”")
    assert "in quotation marks, said by “Ann Lee”" in finding.reason


def test_praise_that_is_due_is_no_remedy() -> None:
    assert one("The ferry crew should be commended for it.").kind == "judgement"
