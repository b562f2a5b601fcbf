"""What only one article has, and what must not be called so."""

from __future__ import annotations

import pytest

from reader.framing.alone import sentences, untold
from reader.framing.alone.ground import LESSER
from reader.framing.lens import Case
from reader.framing.lenses.only_here import LENS
from reader.model import Article, Finding, LensReport
from reader.text.document import Document

TITLE = "Norwick ferry runs aground on sandbank"
LEDE = "The Norwick ferry ran aground on a sandbank on Monday morning."
BASE = f"{LEDE} All 84 passengers were taken off by lifeboats. Divers saw no damage to the hull."
OTHER = (
    "A sandbank stopped the Norwick ferry on Monday morning. "
    "Lifeboats took off all 84 passengers. The hull is not damaged, divers say. "
    "The council has promised a bus along the causeway until Friday."
)


def look(*texts: str, titles: bool = True) -> LensReport:
    documents = tuple(
        Document(Article(id=str(at), title=TITLE if titles else None, text=text))
        for at, text in enumerate(texts)
    )
    return LENS.look(Case(documents, one_event=True))


def found(kind: str, *texts: str) -> list[Finding]:
    """What tells something; what is merely alone is looked at by `merely`."""
    return [
        finding
        for finding in look(*texts).findings
        if finding.kind == kind and (finding.weight > LESSER or kind in ("amount", "topic"))
    ]


def quotes(kind: str, *texts: str) -> list[str]:
    return [value.quote for finding in found(kind, *texts) for value in finding.values if value]


def merely(kind: str, *texts: str) -> list[str]:
    """What the first article has merely alone."""
    return [
        finding.values[0].quote
        for finding in look(*texts).findings
        if finding.kind == kind and finding.weight <= LESSER and finding.values[0]
    ]


BLAME = "The skipper blamed a drifting buoy that the Norwick harbour office had ignored for weeks."


def test_a_sentence_with_a_cause_is_found_in_its_column() -> None:
    (finding,) = found("passage", f"{BASE} {BLAME}", OTHER)
    assert [value and value.quote for value in finding.values] == [BLAME, None]
    assert finding.verdict == "only-here"
    assert finding.evidence[0].quote == BLAME


GALES = (
    "The Norwick ferry captain blamed violent autumn gales for pushing silt, weeds and driftwood "
    "into the dredged channel overnight."
)


PIECES = ("Pilots wept.", "Charts rot.", "Anchors rust.", "Giants sleep.", "Witches sing.",
          "Bakers rise.", "Lines blamed.")  # fmt: skip


@pytest.mark.parametrize(
    ("why", "one", "other"),
    [
        ("the other says it in other words", f"{BASE} {BLAME}",
         f"{OTHER} A buoy drifting for weeks was ignored by the harbour office, the skipper said."),
        ("the other says it in several sentences", f"{BASE} {BLAME}",
         f"{OTHER} A buoy was lost. Weeks had passed. Blame fell on a skipper. "
         "The office ignored letters. Drifting is harbour business."),
        ("the other has a third of its words in one sentence",
         f"{BASE} The ferry skipper blamed people, years, time, stokers, gossip, anchors, goblins.",
         f"{OTHER} People had years of time."),
        ("half of it stands in sentences of the other that follow each other",
         f"{BASE} The ferry skipper blamed pilots, charts, gossip, anchors, rudders and gulls.",
         f"{OTHER} Pilots wept. Gossip blamed eels. Charts and anchors rust."),
        ("nearly all of it stands in sentences of the other far from each other",
         f"{BASE} The ferry line blamed pilots, charts, anchors, giants, witches and bakers.",
         f"{OTHER} {' Eels like mud. Gulls cry. '.join(PIECES)}"),
        ("the other has many of its words in one sentence",
         f"{BASE} The ferry skipper blamed farmers, teachers, doctors, drivers, nurses, stokers, "
         "goblins, wizards, trolls, witches, dwarfs, elves, brewers, tinkers, tailors, rudders, "
         "gulls, bakers and poets.", f"{OTHER} Farmers, teachers, doctors, drivers, nurses met."),
        ("the other has its rare words in one sentence",
         f"{BASE} The ferry line blamed Zorbas, good people, long years and goblins.",
         f"{OTHER} Zorbas left at dawn."),
        ("the other has two rare words of its own",
         f"{BASE} The ferry skipper blamed a drunken stoker, pilots, anchors, charts, gossip, "
         "rudders, compasses and lookouts.", f"{OTHER} A stoker was drunken at noon."),
        ("it is the caption of a picture",
         f"{BASE} Skipper Tom Reyes leaves a hearing on the sunken ferry buoy in Quillby, Wales, "
         "May 3, 2018.", OTHER),
        ("it stands in a row",
         f"{BASE} {BLAME[:-1]}, “and they sent us a form,” a stoker named Hale recalled at lunch.",
         f"{OTHER} “And they sent us a form,” Hale wrote."),
        ("it is too short to stand alone", f"{BASE} Angry Norwick blamed the skipper.", OTHER),
        ("it is the first sentence", f"{BLAME} {BASE}", OTHER),
        ("it is the first sentence behind a caption",
         f"FILE - Old boats lie in the bay of Quillby.\n{BLAME} {BASE}", OTHER),
        ("it goes on with the shared news", f"Eels like mud. {GALES} {BASE}", OTHER),
        ("it is a heading", f"{BASE}\nSkipper Blames Drifting Norwick Buoy\nMore follows soon.",
         OTHER),
        ("it is a question", f"{BASE} {BLAME[:-1]}?", OTHER),
        ("it is page furniture", f"{BASE}\nRead more: {BLAME}", OTHER),
        ("it is advice to nobody",
         f"{BASE} Companies should check every ferry sandbank before the winter storms return.",
         OTHER),
        ("it touches what both have, not the core, and says nothing more",
         f"{BASE} Old men sold cabbages, turnips, leeks and barley on the causeway.", OTHER),
        ("it touches no shared subject",
         f"{BASE} Apple growers blamed late frost because blossom had opened early this spring.",
         OTHER),
    ],
)  # fmt: skip
def test_what_is_no_sentence_of_its_own(why: str, one: str, other: str) -> None:
    assert quotes("passage", one, other) == [], why


def test_what_is_likely_told_elsewhere_does_not_stand_for_itself(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    one = f"{BASE} {BLAME}"
    assert quotes("passage", one, OTHER) == [BLAME]
    # The bar from which on it is likely, lowered: odds near to it need texts as long as real ones.
    monkeypatch.setattr(untold, "_PERHAPS", float("-inf"))
    assert quotes("passage", one, OTHER) == []
    assert merely("passage", one, OTHER) == [BLAME]


LIST = (
    "The Norwick skipper blamed goblins, rudders, seals, charts, rats, stokers, hay and dry lofts."
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (LIST, "Rudders rot. Seals cry."),
        (f"{BLAME[:-1]}, and “it is very wet,” he said.", "They say it is very wet."),
    ],
)
def test_what_others_may_tell_does_not_stand_for_itself(one: str, other: str) -> None:
    assert quotes("passage", f"{BASE} {one}", OTHER) == [one]
    assert quotes("passage", f"{BASE} {one}", f"{OTHER} {other}") == []
    assert one in merely("passage", f"{BASE} {one}", f"{OTHER} {other}")


def test_a_sentence_of_which_much_stands_elsewhere_is_none_of_the_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    long = BLAME.replace("buoy", "buoy, broken lamps, a drunk stoker and wet maps")
    texts = f"{BASE} {long}", f"{OTHER} Lamps lit the pier. Weeks went by."
    (before,) = found("passage", *texts)
    assert before.weight > 0.5
    monkeypatch.setattr(sentences, "_OFTEN_TOLD", 0.1)
    (behind,) = found("passage", *texts)
    assert LESSER < behind.weight < 0.5


def test_names_and_figures_stand_behind_other_sentences() -> None:
    told = "The ferry line blamed {}, who slept below in wet blankets."
    plain, *bare = (
        found("passage", f"{BASE} {told.format(who)}", OTHER)[0].weight
        for who in (
            "stokers, nurses and cooks",
            "Holt, Vale, Reyes and Brandt",
            "nurses and 214 cooks",
        )
    )
    assert max(bare) < plain - 0.05


@pytest.mark.parametrize(
    ("why", "more", "less"),
    [
        ("it is longer", BLAME.replace("weeks", "all of so many weeks and months"), BLAME),
        ("more of it is new", f"{BLAME[:-1]}, rusting.", f"{BLAME[:-1]}, too."),
        ("it turns against what was said", f"But t{BLAME[1:]}", BLAME),
        ("the other names more", BLAME, BLAME.replace("drifting", "Drifting")),
        ("the other gives figures", BLAME, BLAME.replace("weeks", "24 weeks")),
    ],
)  # fmt: skip
def test_sentences_that_tell_more_stand_first(why: str, more: str, less: str) -> None:
    one, other = (found("passage", f"{BASE} {each}", OTHER)[0].weight for each in (more, less))
    assert one > other, why


def test_a_sentence_of_which_nearly_nothing_stands_elsewhere_is_of_something_else() -> None:
    # Both touch the subject; of one hardly a word stands in the other article.
    told = "The ferry {}blamed goblins, rudders, seals, charts, rats, stokers, hay and dry lofts."
    strange, near = (f"{BASE} {told.format(word)}" for word in ("skipper ", "at Norwick "))
    assert quotes("passage", strange, OTHER) == []
    assert quotes("passage", near, OTHER) != []


def test_the_same_words_are_less_likely_told_further_down() -> None:
    hill = "Rats gnawed ropes. Mules slept. Cooks sang. Bakers wept. Tailors swore. Monks dozed."
    one = "The Norwick ferry line was blamed by idle bakers, monks, tailors, clerks and cobblers."
    near, far = f"{BASE} {one}", f"{BASE} {hill} {one}"
    assert one not in quotes("passage", near, OTHER)
    assert one in quotes("passage", far, OTHER)


def test_a_quotation_of_which_a_sentence_is_quoted_elsewhere_does_not_tell() -> None:
    one = f"{BASE} {QUOTE[:-2]}. We had no time,” said Reyes."
    assert len(quotes("quote", one, OTHER)) == 1
    assert quotes("quote", one, f"{OTHER} “We had no time,” he said.") == []


def test_a_quotation_that_others_may_tell_weighs_least() -> None:
    one = f"{BASE} {QUOTE} said Reyes."
    for other, weight in (("They were glad.", 0.6), ("They fill in forms.", 0.095)):
        (quote,) = [f for f in look(one, f"{OTHER} {other}").findings if f.kind == "quote"]
        assert quote.weight == weight, other


def test_a_sentence_near_the_subject_must_say_more() -> None:
    near = "Old men blamed the causeway because cabbages, turnips and leeks rotted in wet cellars."
    assert quotes("passage", f"{BASE} {near}", OTHER) == [near]


def test_only_the_opening_goes_on_with_the_shared_news() -> None:
    assert quotes("passage", f"Eels like mud. Gulls cry. Owls hoot. {GALES} {BASE}", OTHER) == [
        GALES
    ]


def test_sentences_of_one_article_differ_among_themselves() -> None:
    again = "That drifting buoy, long ignored by the office, angered Norwick farmers and brewers."
    assert quotes("passage", f"{BASE} {BLAME} {again}", OTHER) == [BLAME]


MORE = (
    "Norwick farmers want compensation because milk soured on the quay. "
    "Tourists accused the ferry line of selling twice the cabins. "
    "Engineers at Norwick proposed replacing copper bolts with titanium. "
    "A ferry pilot criticised radar training during foggy nights."
)


def test_at_most_four_sentences_of_an_article() -> None:
    assert len(quotes("passage", f"{BASE} {BLAME} {MORE}", OTHER)) == 4


def test_a_sentence_is_not_found_twice() -> None:
    recap = "In short: the skipper blamed a drifting buoy that the Norwick harbour office ignored."
    assert quotes("passage", f"{BASE} {BLAME}\n{recap}", OTHER) == [BLAME]


QUOTE = (
    "“We asked three times for a stronger chain on the ferry buoy before the winter, "
    "and got a form to fill in,”"
)


@pytest.mark.parametrize(
    ("why", "one", "other", "number"),
    [
        ("long and about the ferry", f"{BASE} {QUOTE} said Reyes.", OTHER, 1),
        ("the other quotes five words of it", f"{BASE} {QUOTE} said Reyes.",
         f"{OTHER} Reyes spoke of “a form to fill in” and left.", 0),
        ("the other tells it in its own words", f"{BASE} {QUOTE} said Reyes.",
         f"{OTHER} Reyes asked for a strong chain before winter and got forms, three times.", 0),
        ("too short", f"{BASE} “We asked three times for a stronger ferry chain,” said Reyes.",
         OTHER, 0),
        ("about something else",
         f"{BASE} “My sister sells seven kinds of honey at the market every other week in the "
         "summer months,” said Reyes.", OTHER, 0),
    ],
)  # fmt: skip
def test_quotations(why: str, one: str, other: str, number: int) -> None:
    assert len(found("quote", one, other)) == number, why


def test_a_speaker_is_named_beside_the_quotation_or_before_it() -> None:
    (named,) = found("quote", f"{BASE} {QUOTE} said Tom Reyes.", OTHER)
    assert named.subject is not None
    assert named.subject.quote == "Tom Reyes"
    assert "named before" not in named.reason
    (before,) = found("quote", f"{BASE} Tom Reyes came later. {QUOTE} he said.", OTHER)
    assert before.subject is not None
    assert before.subject.quote == "Tom Reyes"
    assert "named before" in before.reason
    assert before.weight < named.weight
    (unnamed,) = found("quote", f"{BASE} A friend of Tom Reyes came. {QUOTE} he said.", OTHER)
    assert unnamed.subject is None
    assert "speaker" not in unnamed.summary
    assert "cannot be said" in unnamed.reason
    broken = QUOTE.replace(" before", ",” he said, “before")
    (between,) = found("quote", f"{BASE} A friend of Tom Reyes came. {broken[:-2]}.”", OTHER)
    assert "speaker" not in between.summary
    (bare,) = found("quote", f"{BASE} A friend of Tom Reyes came. {QUOTE[:-2]}.”", OTHER)
    assert bare.summary.startswith("“We asked")
    assert "cannot be said" in bare.reason
    leaders = "An official familiar with talks with foreign leaders said, "
    (familiar,) = found("quote", f"{BASE} {leaders}{QUOTE[:-2]}.”", OTHER)
    assert familiar.subject is None
    (official,) = found("quote", f"{BASE} {QUOTE} an official said.", OTHER)
    assert official.summary.startswith("an official: ")
    (led,) = found("quote", f"{BASE} {QUOTE} council spokesman Tom Reyes told the Bay Post.", OTHER)
    assert led.summary.startswith("Tom Reyes: ")
    (pronoun,) = found("quote", f"{BASE} He said: {QUOTE[:-2]}.”", OTHER)
    assert pronoun.subject is None


def test_a_quotation_is_not_shown_as_a_sentence_too() -> None:
    assert quotes("passage", f"{BASE} {QUOTE} said Reyes.", OTHER) == []


REYES = "Tom Reyes runs the tug. Mr Reyes had called twice. In the end Reyes pulled alone."

DENMARK = "A tug from Denmark came. They asked Denmark again. Ropes made in Denmark held."


@pytest.mark.parametrize(
    ("why", "one", "other", "names"),
    [
        ("in three sentences", f"{BASE} {REYES}", OTHER, ["Tom Reyes"]),
        ("in two sentences", f"{BASE} Tom Reyes runs the tug. Reyes pulled.", OTHER, []),
        ("news names it every day", f"{BASE} In Washington rain fell. They left Washington early. "
         "The road to Washington is long.", OTHER, []),
        ("the surname stands elsewhere", f"{BASE} {REYES}", f"{OTHER} Reyes was silent.", []),
        ("misspelt elsewhere", f"{BASE} {REYES}", f"{OTHER} A Mr Reyez was silent.", []),
        ("a land", f"{BASE} {DENMARK}", OTHER, ["Denmark"]),
        ("its people stand elsewhere", f"{BASE} {DENMARK}", f"{OTHER} A Danish tug came.", []),
        ("a people", f"{BASE} {DENMARK.replace('Denmark', 'the Danish')}", OTHER, []),
    ],
)  # fmt: skip
def test_names(why: str, one: str, other: str, names: list[str]) -> None:
    assert quotes("name", one, other) == names, why


@pytest.mark.parametrize(
    ("why", "one", "other", "amounts"),
    [
        ("a sum", f"{BASE} The Norwick ferry is insured for $4.2 million.", OTHER,
         ["$4.2 million"]),
        ("rounded elsewhere", f"{BASE} The Norwick ferry is insured for $4.2 million.",
         f"{OTHER} It is worth about $4 million.", []),
        ("a count is no amount", f"{BASE} The Norwick ferry carries 31 cars.", OTHER, []),
        ("of people it is", f"{BASE} The Norwick ferry has 31 workers.", OTHER, ["31"]),
        ("not said exactly", f"{BASE} The Norwick ferry has thousands of workers.", OTHER, []),
        ("few of them", f"{BASE} The Norwick ferry has 9 workers.", OTHER, []),
        ("perhaps the same ones", f"{BASE} The Norwick ferry has 31 workers.",
         f"{OTHER} The crew has more than 20 workers.", []),
        ("more of something else", f"{BASE} The Norwick ferry has 31 workers.",
         f"{OTHER} The crew has more than 20 ropes.", ["31"]),
        ("of another subject", f"{BASE} Honey rose by $3 million.", OTHER, []),
    ],
)  # fmt: skip
def test_amounts(why: str, one: str, other: str, amounts: list[str]) -> None:
    assert quotes("amount", one, other) == amounts, why


def test_an_amount_in_a_headline_elsewhere_is_not_alone() -> None:
    text = f"{BASE} The Norwick ferry is insured for $4.2 million."
    one = Document(Article(id="one", title=TITLE, text=text))
    for title, number in ((TITLE, 1), (f"{TITLE}: $4.2 million at stake", 0)):
        other = Document(Article(id="other", title=title, text=OTHER))
        report = LENS.look(Case((one, other), one_event=True))
        assert sum(finding.kind == "amount" for finding in report.findings) == number


DREDGING = (
    "Nobody paid for dredging. The dredging ended in May. Without dredging the channel fills. "
    "Norwick wants dredging back."
)


def test_topics() -> None:
    assert quotes("topic", f"{BASE} {DREDGING}", OTHER) == ["dredging"]
    assert quotes("topic", f"{BASE} {DREDGING}", f"{OTHER} They dredge no more.") == []
    common = DREDGING.replace("dredging", "money")
    assert quotes("topic", f"{BASE} {common}", OTHER) == []


def test_at_most_sixteen_findings_of_an_article() -> None:
    second = QUOTE.replace("three", "four").replace("chain", "rope").replace("“We", "“They")
    jonas = "Ida Jonas sells tickets. Ms Jonas ran. Everyone saw Jonas run."
    text = (
        f"{BASE} {BLAME} {QUOTE} said Reyes. {second} said Jonas. {REYES} {jonas} {DREDGING} {MORE}"
    )
    words = "cork silk wool flax jute hemp felt lace tweed".split()
    rest = " ".join(f"“Every {word}maker hoards {word}thread,” said a clerk." for word in words)
    findings = [f for f in look(f"{text} {rest}", OTHER).findings if f.values[0]]
    assert len(findings) == 16


WEDDING = "Old men sold cabbages, turnips, leeks and barley at a wedding."


@pytest.mark.parametrize(
    ("why", "one", "other", "number"),
    [
        ("it stands alone", f"{BASE} {WEDDING}", OTHER, 1),
        ("it says too little", f"{BASE} Owls hoot.", OTHER, 0),
        ("it is a question", f"{BASE} {WEDDING[:-1]}?", OTHER, 0),
        ("a fifth of its weight stands in one sentence elsewhere",
         f"{BASE} Old men of Tarnholm sold turnips, leeks and barley.",
         f"{OTHER} It is far to Tarnholm.", 0),
        ("a third of it stands here and there elsewhere", f"{BASE} Men of Tarnholm and Quillby "
         "sold turnips, leeks, onions and barley.",
         f"{OTHER} It is far to Tarnholm. Eels like mud. Gulls cry. It is near to Quillby.", 0),
        ("it is the credit of a picture", f"{BASE}\n(AP Photo/Jonas Brandt, file)", OTHER, 0),
        ("it gives an address",
         f"{BASE} Write to our licensing desk at desk@tarnholm-tribune.example today.", OTHER, 0),
    ],
)  # fmt: skip
def test_sentences_that_are_merely_alone(why: str, one: str, other: str, number: int) -> None:
    assert len(merely("passage", one, other)) == number, why


ACCUSED = (
    "The Norwick ferry passengers on the sandbank accused stokers of gambling, smuggling brandy, "
    "forging timetables and bribing customs clerks."
)


@pytest.mark.parametrize(
    ("why", "more", "found"),
    [
        ("the other shares the subject with it", "The ferry had Norwick passengers.", [ACCUSED]),
        ("the other has one of its words", "The ferry had Norwick passengers. Clerks waved.",
         [ACCUSED]),
        ("the other has some here and there",
         "The ferry had Norwick passengers. Clerks waved. Brandy was sold.", []),
    ],
)  # fmt: skip
def test_much_that_is_new_is_found_however_near_the_subject(
    why: str, more: str, found: list[str]
) -> None:
    assert merely("passage", f"{BASE} {ACCUSED}", f"{OTHER} {more}") == found, why


def test_little_that_is_new_is_not_found_so_near_the_subject() -> None:
    accused = "The Norwick ferry passengers on the sandbank accused stokers of gambling."
    other = f"{OTHER} The ferry had Norwick passengers."
    assert merely("passage", f"{BASE} {accused}", other) == []


@pytest.mark.parametrize(
    ("why", "said", "other", "found"),
    [
        ("short and of its own", "“never a bolder stoker” spoke", OTHER, True),
        ("two words, neither elsewhere", "“blind alley” ended", OTHER, True),
        ("two words, both elsewhere", "“blind alley” ended", f"{OTHER} Alley. So blind.", False),
        ("two words, a frequent one elsewhere", "“old alley” ended", f"{OTHER} Old men.", True),
        ("one word", "“alley” ended", OTHER, False),
        ("nothing new", "“take off passengers” came", OTHER, False),
        ("told elsewhere", "“a bold stoker of grim habits” spoke",
         f"{OTHER} No stoker was bold.", False),
    ],
)  # fmt: skip
def test_short_quotations(why: str, said: str, other: str, found: bool) -> None:
    assert bool(merely("quote", f"{BASE} Then a {said}.", other)) is found, why


def test_of_a_lesser_sentence_and_a_term_in_it_the_heavier_is_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(untold, "_PERHAPS", float("-inf"))
    blamed = BLAME.replace("drifting buoy", "“drifting old buoy”")
    assert merely("passage", f"{BASE} {blamed}", OTHER) == [blamed]
    assert merely("quote", f"{BASE} {blamed}", OTHER) == []


def test_a_short_quotation_gives_way_to_a_telling_sentence_around_it() -> None:
    blamed = BLAME.replace("drifting buoy", "“drifting old buoy”")
    assert quotes("passage", f"{BASE} {blamed}", OTHER) == [blamed]
    assert merely("quote", f"{BASE} {blamed}", OTHER) == []


@pytest.mark.parametrize(
    ("why", "one", "names"),
    [
        ("a person named once", "Nobody thanked Tom Reyes for it.", ["Tom Reyes"]),
        ("a town", "Nobody left Port Tarnholm for it.", []),
        ("the surname alone", "Nobody thanked Mr Reyes for it.", []),
        ("a photographer", "Nobody thanked Press/Tom Reyes for it.", []),
        ("link text run into it", "Tom ReyesTug of Tarnholm waits. Nobody saw Mr ReyesTug.", []),
    ],
)
def test_persons_named_once(why: str, one: str, names: list[str]) -> None:
    assert merely("name", f"{BASE} {one}", OTHER) == names, why


def test_texts_without_a_common_subject_are_not_compared() -> None:
    orchard = "Late frost killed the apple blossom. Growers fear for the harvest. Bees stayed away."
    report = look(BASE, orchard, titles=False)
    assert (report.state, report.reason) == ("cannot-say", "no subject in common")
    dated = look(f"{BASE} In March, 84 left.", f"On Monday in March, 84 cows left. {orchard}",
                 titles=False)  # fmt: skip
    assert dated.state == "cannot-say"


def test_a_text_about_something_else_is_left_out_and_said() -> None:
    digest = f"{OTHER} " + " ".join(
        f"Growers of village {at} blamed frost number {at} because apple trees froze again."
        for at in range(60)
    )
    report = look(f"{BASE} {BLAME}", digest)
    assert report.reason == "1 of 2 mostly about something else"
    assert all(finding.values[1] is None for finding in report.findings)


def test_two_reports_of_one_event_in_words_of_their_own_are_about_it() -> None:
    essays = (
        "Ferry on Norwick sandbank. Growers fear for pears. Frost killed blossom. Bees stayed in. "
        "A cider press closed. Prices doubled. Insurance pays nothing. An oak fell.",
        "A ferry at Norwick sandbank. Tutors teach songs. Choirs rehearse. A violin broke. "
        "Drums were late. Nobody danced. Lamps flickered. Curtains tore. The stage is old.",
    )
    documents = tuple(Document(Article(id=str(at), text=t)) for at, t in enumerate(essays))
    strange = LENS.look(Case(documents, one_event=False))
    assert strange.reason == "these texts are mostly about other things"
    assert LENS.look(Case(documents, one_event=True)).reason == ""


def test_one_word_is_a_subject_if_it_is_rare() -> None:
    fog = "Fog hid the Thurlwick tower. Owls cried."
    for word, rare in (("Thurlwick", True), ("country", False)):
        texts = fog.replace("Thurlwick", word), f"Bells rang at the {word} mill."
        report = look(*texts, titles=False)
        assert (report.state != "cannot-say") is rare, word


def test_of_one_event_any_word_of_the_openings_is_a_subject() -> None:
    texts = "Fog hid the court. Owls cried.", "Bells rang in the court."
    documents = tuple(Document(Article(id=str(at), text=t)) for at, t in enumerate(texts))
    for one_event in (True, False):
        report = LENS.look(Case(documents, one_event=one_event))
        assert (report.state != "cannot-say") is one_event


def test_identical_articles_have_nothing_alone() -> None:
    text = f"{BASE} {BLAME} {QUOTE} said Reyes. {REYES}"
    assert look(text, text) == LensReport("only-here", "none")


def test_a_sentence_with_an_evaluative_word_tells_more_than_one_without() -> None:
    plain = BLAME.replace("blamed", "watched")
    loaded = plain.replace("drifting", "shameful")
    (less,) = found("passage", f"{BASE} {plain}", OTHER)
    (more,) = found("passage", f"{BASE} {loaded}", OTHER)
    assert less.weight < more.weight


TERMS = "in exchange for free berths for every Orley trawler"
DEAL = f"The council promised a bus along the causeway until Friday {TERMS}."


def test_terms_are_found_where_the_rest_of_their_sentence_is_shared_news() -> None:
    assert merely("passage", f"{BASE} {DEAL}", OTHER) == [TERMS]


@pytest.mark.parametrize(
    "other",
    [
        "Free berths await every trawler of Orley.",
        "Berths will be free. So much is due to Orley. Its trawler crews cheered.",
        "It was all done in exchange for free landing, somebody whispered.",
    ],
    ids=["in one sentence", "in several", "begun alike"],
)
def test_terms_that_others_tell_are_no_terms_of_one_alone(other: str) -> None:
    assert merely("passage", f"{BASE} {DEAL}", f"{OTHER} {other}") == []


def test_terms_of_few_words_are_none() -> None:
    deal = "The council promised a bus along the causeway until Friday in exchange for nothing."
    assert merely("passage", f"{BASE} {deal}", OTHER) == []


def test_a_sentence_stands_for_the_terms_in_it() -> None:
    told = f"{BLAME[:-1]} in exchange for cheap diesel from Brask."
    assert quotes("passage", f"{BASE} {told}", OTHER) == [told]
    assert merely("passage", f"{BASE} {told}", OTHER) == []
