"""The same utterance in several articles: kept, cut, changed, and what is no shared quotation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.framing.lens import Case
from reader.framing.lenses.quotes import LENS
from reader.model import Article, Finding, LensReport
from reader.text.document import Document

WHOLE = "We will open the bridge only when my own family could cross it without fear"
OTHER = "“Nobody at the harbour has seen this paper,” said Bob Ray."


def look(*texts: str) -> LensReport:
    documents = tuple(Document(Article(f"a{at}", text)) for at, text in enumerate(texts))
    report = LENS.look(Case(documents, one_event=True))
    for finding in report.findings:
        for evidence in (*finding.evidence, *finding.values, finding.subject):
            if evidence is not None:
                text = texts[int(evidence.article[1:])]
                assert evidence.quote == evidence.span.of(text)
        for value in finding.values:
            inside = [e for e in finding.evidence if value and e.article == value.article]
            assert value is None or any(value.span in e.span for e in inside)
    return report


def one(*texts: str) -> Finding:
    report = look(*texts)
    assert len(report.findings) == 1, [f.summary for f in report.findings]
    return report.findings[0]


def say(words: str) -> str:
    return f"The paper was read in public. “{words},” she said on Monday."


PROUD = "We are proud of what the harbour workers have done this year for the town"
AFTER = ". It was the hardest winter since the old pier was built"


@pytest.mark.parametrize(
    ("kept", "denied"),
    [
        (PROUD, PROUD),
        (PROUD + AFTER, PROUD),
        (PROUD, PROUD + AFTER),
        ("Look at this quay. " + PROUD, PROUD),
        (PROUD, "Look at this quay. " + PROUD),
    ],
    ids="alike kept-longer denied-longer kept-before denied-before".split(),
)
def test_a_negation_near_the_beginning_is_a_change_and_no_cut(kept: str, denied: str) -> None:
    texts = [say(kept), say(denied.replace("We are", "We are not")), say(PROUD[:50])]
    for finding in (one(*texts[:2]), one(*texts)):
        assert finding.verdict == "altered"
        assert "B has “not”, A does not" in finding.summary


@pytest.mark.parametrize(
    ("a", "b", "verdict", "summary"),
    [
        (say(WHOLE), say(WHOLE), "same", "“We will open the …”: the same in A and B"),
        (
            say(WHOLE),
            say("We will open the bridge"),
            "trimmed",
            "“We will open the …”: B keeps 5 of A’s 15 words",
        ),
        (
            say("could cross it without any fear at all"),
            say("My family crossed yesterday. It could cross it without any fear at all"),
            "trimmed",
            "“… any fear at all”: A keeps 8 of B’s 13 words",
        ),
        (
            say(WHOLE),
            say(WHOLE.replace("without", "with")),
            "altered",
            "“We will open the …”: A has “without”, B has “with”",
        ),
        (
            say("The council was told of the faulty valve in June"),
            say("The council was told of the broken valve in June"),
            "altered",
            "“The council was told …”: A has “faulty”, B has “broken”",
        ),
        (
            say("The council was not told of the faulty valve in June"),
            say("The council was told of the faulty valve in June"),
            "altered",
            "“… faulty valve in June”: A has “not”, B does not",
        ),
        (
            "He called it a “reckless bet against the children of this town” on Monday.",
            "He called it a reckless “bet against the children of this town” on Monday.",
            "words-moved-in",
            "“… children of this town”: “reckless” is inside the marks in A, outside in B",
        ),
    ],
    ids="same cut-behind cut-before negated content not-lost moved".split(),
)
def test_verdicts(a: str, b: str, verdict: str, summary: str) -> None:
    finding = one(a, b)
    assert finding.verdict == verdict
    assert finding.unit == "words"
    assert finding.summary == summary


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "The colour of the harbour was not what we organised",
            "The color of the harbor was not what we organized",
        ),
        (
            "We don't know who closed the harbour gates",
            "We do not know who closed the harbour gates",
        ),
        (
            "They closed (or half closed) the harbour gates at dawn",
            "They closed the harbour gates at dawn",
        ),
        ("THE F.B.I. closed the harbour gates at dawn", "The FBI closed the harbour gates at dawn"),
        ("They closed three harbour gates, at dawn", "They closed 3 harbour gates at dawn"),
        (
            "The engineers count on the goodwill of the harbour crew",
            "The engineers count on the good will of the harbour crew",
        ),
        (
            "It's a shame that the harbour gates closed",
            "It is a shame that the harbour gates closed",
        ),
    ],
)
def test_spelling_case_brackets_and_contractions_change_nothing(a: str, b: str) -> None:
    assert one(say(a), say(b)).verdict == "same"


def test_other_words_weigh_more_than_a_word_left_out() -> None:
    said = "The council was told of the faulty valve in June"
    other = one(say(said), say(said.replace("faulty", "broken")))
    fewer = one(say(said), say(said.replace("faulty ", "")))
    negated = one(say(said), say(said.replace("was told", "was not told")))
    assert fewer.weight < 0.6 < other.weight < LISTED_FIRST < negated.weight


def test_a_hyphen_changes_nothing() -> None:
    said = "We seized the attorney-client papers of the harbour board"
    assert one(say(said), say(said.replace("-", " "))).verdict == "same"


def test_a_name_outside_the_marks_is_no_word_moved() -> None:
    a = "Bob “has chosen to act against the will of the harbour board”."
    b = "“Bob has chosen to act against the will of the harbour board,” she said."
    assert one(a, b).verdict == "same"


def test_an_ellipsis_is_no_alteration() -> None:
    finding = one(
        say("The council heard of the valve in June and it closed every gate at once"),
        say("The council heard of the valve … and it closed every gate at once"),
    )
    assert finding.verdict in {"trimmed", "same"}


def test_a_word_that_is_not_printed_is_no_alteration() -> None:
    words = "The council should leave the {} bridge to the engineers and the harbour crew"
    assert one(say(words.format("f—")), say(words.format("foggy"))).verdict == "same"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param(
            "“The council should leave the bridge to its engineers,” she said.",
            "“The council should leave the bridge to its gardeners,” she told us.",
            id="the last word",
        ),
        pytest.param(
            "“Engineers should now leave the bridge to the harbour crew,” she said.",
            "“Gardeners should now leave the bridge to the harbour crew,” she told us.",
            id="the first word",
        ),
        pytest.param(
            "“Those valves were closed far too late.” Rain fell.",
            "She wrote: “Those gates were closed far too late.”",
            id="a short quotation",
        ),
        pytest.param(
            "“We heard of the valve in June,” she said. “It flooded two gates of Orley valley.”",
            "“We heard of the valve in June.” Later: “It flooded two barns of Orley valley.”",
            id="in the second of two pieces",
        ),
        pytest.param(
            "It was “a blatant display of harbour trade” that “quite frankly verges on theft.”",
            "It was “a blatant display of harbour raids” that “verges on theft.”",
            id="beside a cut",
        ),
    ],
)
def test_one_word_that_carries_meaning_is_an_alteration(a: str, b: str) -> None:
    for texts in ((a, b), (b, a)):
        altered = [finding for finding in look(*texts).findings if finding.verdict == "altered"]
        assert len(altered) == 1
        assert altered[0].weight >= 0.6


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("a no-good skipper", "no good skipper"),
        ("an okay crew of nine", "an OK crew of nine"),
        ("on 20 June a crew", "on 20th June a crew"),
    ],
)
def test_spellings_are_no_alteration(a: str, b: str) -> None:
    words = "The council hired {} whose engineers repaired bridges and valves before the storm"
    assert one(say(words.format(a)), say(words.format(b))).verdict == "same"


def test_small_words_weigh_less_than_content_words() -> None:
    small = one(
        say("The council heard of the faulty valve late in June"),
        say("The council heard of a faulty valve late in June"),
    )
    assert small.verdict == "altered"
    assert small.weight < 0.3


def test_losing_a_condition_weighs_most_among_the_trimmed() -> None:
    limited = one(say("We will open the bridge"), say(WHOLE))
    plain = one(
        say("We will open the bridge"),
        say("We will open the bridge. It was checked twice over by two engineers last week"),
    )
    assert "only" in limited.reason
    assert limited.weight > plain.weight


def test_what_is_quoted_in_two_paragraphs_is_not_cut() -> None:
    a = say(f"{WHOLE}. That day has not come yet and I will say when")
    b = f"“{WHOLE}.”\n\n“That day has not come yet and I will say when,” she added."
    assert one(a, b).verdict == "same"


def test_what_stands_without_marks_elsewhere_is_not_lost() -> None:
    a = say(f"{WHOLE}. That day has not come yet and I will say when")
    b = say(WHOLE) + "\n\nThat day has not come yet and I will say when — a post of Monday."
    finding = one(a, b)
    assert finding.verdict == "same"
    assert "elsewhere" in finding.reason


def test_quotations_cut_in_different_places_are_one() -> None:
    shared = "the harbour master signed the paper in front of both of us"
    finding = one(
        say(f"I remember the rain that day, {shared}"),
        say(f"{shared}, and nobody ever asked him why"),
    )
    assert finding.verdict == "trimmed"
    assert "shared" in finding.summary


def test_three_articles_make_one_finding() -> None:
    finding = one(say("We will open the bridge"), OTHER, say(WHOLE), say(WHOLE))
    assert [value is not None for value in finding.values] == [True, False, True, True]
    assert finding.measures == (5.0, None, 15.0, 15.0)
    assert finding.summary.endswith("A keeps 5 of C’s 15 words")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("They spoke of “world models” all day.", "The “world models” were shown."),
        (
            "He wrote “The Long Way Home From The Sea”.",
            "In “The Long Way Home From The Sea” she left.",
        ),
        (say("Nobody was there when the gates were closed"), say("I was there when it rained")),
        (
            say("Ann Lee, head of the Harbour Board, will become our new mayor"),
            say("I think Ann Lee will be a great mayor of the Harbour Board"),
        ),
        (
            say(
                "Former ferry captains who read one story or more were likely to sail from the port"
            ),
            say(
                "We cannot prove that it moved these former ferry captains to sail from the harbour"
            ),
        ),
        (say(WHOLE), OTHER),
    ],
    ids="term title phrase names scattered other".split(),
)
def test_look_alikes_are_no_shared_quotation(a: str, b: str) -> None:
    assert look(a, b).state == "none"


def test_it_says_why_it_cannot_say() -> None:
    plain = "Nothing was said in public."
    assert look(plain, plain).reason == "no quotation in these texts"
    assert look(plain, say(WHOLE)).reason == "only one of them quotes"


def test_the_heaviest_comes_first_and_ids_are_stable() -> None:
    a = say(WHOLE) + "\n\n" + OTHER
    b = say("We will open the bridge") + "\n\n" + OTHER
    report = look(a, b)
    assert [f.verdict for f in report.findings] == ["trimmed", "same"]
    assert [f.id for f in report.findings] == [f.id for f in look(a, b).findings]
    assert len({f.id for f in report.findings}) == 2


PIECE = st.lists(
    st.sampled_from("we will not open the bridge only valve … (sic) [it] town, fear. June".split()),
    min_size=1,
    max_size=30,
).map(" ".join)


@given(
    st.lists(st.tuples(PIECE, st.sampled_from(["“{}”", '"{}"', "{}", "‘{}’", "“{}"])), max_size=6),
    st.integers(2, 4),
)
def test_any_quotations_give_evidence_that_stands_in_its_text(
    parts: list[tuple[str, str]], count: int
) -> None:
    texts = [
        "Start. " + " they said ".join(mark.format(words) for words, mark in parts[at % 2 :])
        for at in range(count)
    ]
    for finding in look(*texts).findings:
        assert 0 <= finding.weight <= 1
        given = sum(value is not None for value in finding.values)
        assert given > 1 or finding.reason.startswith("one article gives it twice")


def test_a_letter_in_brackets_changes_no_word() -> None:
    first = "“[B]ridges, even for the mayor, are not a matter of one family,” the court wrote."
    second = "“Bridges, even for the mayor, are not a matter of one family,” the court wrote."
    assert one(first, second).verdict == "same"


def test_a_line_that_two_persons_took_up_is_not_one_utterance() -> None:
    lee = "“In light of the storm the mayor should close the old bridge to lorries,” said Ann Lee."
    ray = "“The mayor should close the old bridge until the council shows its books,” said {}."
    assert not look(lee, ray.format("Bob Ray")).findings
    assert look(lee, ray.format("Ann Lee")).findings
    assert not look(lee, ray.format("Ray")).findings, "a surname alone is no other's either"
    # One of the articles may be wrong about who spoke.
    assert look(lee, lee.replace("Ann Lee", "Bob Ray")).findings


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("she said in an interview with the Orley Post", "she said at a rally on the quay"),
        ("she said on 3 May", "she said on 9 May"),
    ],
    ids=["an interview and a rally", "two days"],
)
def test_a_line_that_is_said_again_elsewhere_is_no_change(here: str, there: str) -> None:
    said = "we will open the bridge before winter comes and every child will cross it without fear"
    again = "we will open the bridge before harvest comes and each child will cross it without fear"
    assert look(f"“{said},” {here}.", f"“{again},” {here}.").findings[0].verdict == "altered"
    assert not look(f"“{said},” {here}.", f"“{again},” {there}.").findings


def test_lost_words_weigh_by_what_the_article_says_nowhere() -> None:
    whole = say(f"{FLEET}. The pilots of Orley demand double wages for winter nights")
    lost = one(say(FLEET), whole)
    told = one(say(FLEET) + "\n\nPilots in Orley demand double wages in winter nights.", whole)
    assert lost.verdict == told.verdict == "trimmed"
    assert told.weight < 0.3 < 0.4 <= lost.weight < LISTED_FIRST


@pytest.mark.parametrize(
    ("quoted", "reason"),
    [
        ("at dawn with every hand on board", "the beginning of a sentence is cut"),
        ("The fleet will sail to the island", "the end of a sentence is cut"),
        ("sail to the island at dawn", "the beginning and the end of a sentence are cut"),
    ],
)
def test_it_says_which_part_of_a_sentence_is_cut(quoted: str, reason: str) -> None:
    assert one(say(quoted), say(FLEET)).reason == reason


def test_a_sentence_of_which_nothing_is_quoted_is_not_cut_inside() -> None:
    more = "It was the hardest winter since the old pier was built, and nobody slept here"
    plain = say(FLEET) + "\n\nThe hardest winter since the old pier was built is over."
    assert one(plain, say(f"{FLEET}. {more}")).reason == (
        "the same words, but one goes on where the other stops"
    )


def test_what_is_quoted_in_a_few_words_of_their_own_is_not_lost() -> None:
    whole = say("I asked about the rogue pilots. The harbour council firmly denied any such plan")
    less = say("The harbour council firmly denied any such plan")
    pieces = f"The “rogue pilots” are known. She “asked about” them.\n\n{less}"
    assert one(less, whole).verdict == "trimmed"
    assert one(pieces, whole).verdict == "same"


def test_a_long_run_with_a_word_changed_is_one_utterance_with_few_words_of_content() -> None:
    a = "I haven't been able to do a deep dive"
    b = "My trade is not the law. I haven't had to do a deep dive"
    assert one(say(a), say(b)).verdict == "altered"


def test_a_negation_of_another_clause_is_no_lost_condition() -> None:
    more = "We are not afraid and our resolve will never waver in the storm"
    assert "not" not in one(say(more), say("our resolve will never waver in the storm")).reason


def test_a_longer_stretch_of_other_words_is_less_than_a_word_replaced() -> None:
    start = "What was calm and open is now crowded and hostile, so we must"
    first, second = (
        f"{start} sail out at dawn in the cup",
        f"{start} mend every net and rope in the cup",
    )
    long = one(say(first), say(second))
    short = one(say(first), say(first.replace("dawn", "dusk")))
    assert long.verdict == short.verdict == "altered"
    assert long.weight < short.weight


FLEET = "The fleet will sail to the island at dawn with every hand on board"
FLOOD = "rise by noon; the valley will flood"
LISTED_FIRST = 0.75


@pytest.mark.parametrize(
    ("quoted", "whole", "word"),
    [
        (FLEET, f"Unless the storm turns north by then, {FLEET}", "Unless"),
        (FLOOD, f"The dams that the old company left to us will probably {FLOOD}", "probably"),
        (FLEET, f"{FLEET}, unless the storm turns north", "unless"),
        (FLEET, f"I do not think for a minute that {FLEET}", "not"),
        (FLEET, f"It is a plain lie that {FLEET}", "lie"),
        (FLEET, f"Nobody in this town has ever said that {FLEET}", "Nobody"),
        (FLEET, f"There is no truth in the story that {FLEET}", "no"),
        (FLEET, f"I asked them whether {FLEET}", "whether"),
    ],
)
def test_a_limit_that_is_lost_is_listed_first(quoted: str, whole: str, word: str) -> None:
    finding = one(say(quoted), say(whole))
    assert finding.weight > LISTED_FIRST
    assert finding.reason.endswith(f"the lost part has “{word}”")


@pytest.mark.parametrize(
    ("here", "whole"),
    [
        ("Otherwise, he said, “{}.”", f"Unless the storm turns north by then, {FLEET}"),
        ("“{}.”", f"If you look at it, {FLEET}"),
        ("“{}.”", f"{FLEET}, because no crew is idle"),
        ("“{}, no doubt about it.”", f"{FLEET}. And there is no hurry, no question, I say"),
        ("“When rain falls and unless they see a storm {}.”", f"Unless there is a storm {FLEET}"),
    ],
    ids="told-beside idiom other-clause no-doubt in-its-own-words".split(),
)
def test_what_limits_nothing_or_is_told_is_no_lost_condition(here: str, whole: str) -> None:
    finding = one(here.format(FLEET), say(whole))
    assert "lost part" not in finding.reason
    assert finding.weight < LISTED_FIRST


@pytest.mark.parametrize(
    ("a", "b", "first"),
    [
        ("at dawn", "at dusk", False),
        ("at dawn", "nearly at dawn", True),
        ("at dawn", "early at dawn", False),
        ("after dawn", "before dawn", True),
        ("before 5", "before 6", True),
        ("staying at dawn", "remaining at dawn", False),
        ("at dawn", "near it", False),
        ("did not have did not have a wind", "did not have a wind", False),
        ("in some places", "in old places", False),
    ],
)
def test_changes_that_say_something_new_are_listed_first(a: str, b: str, first: bool) -> None:
    words = "The fleet of the island with every hand aboard sailed {} to the old harbour of Orley"
    finding = one(say(words.format(a)), say(words.format(b)))
    assert (finding.weight > LISTED_FIRST) is first


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("House Bill 9", "HB 9"),
        ("the General Hoy boat", "the Gen. Hoy boat"),
        ("a wave of 500ft height", "a wave of 500 feet height"),
        ("on the seventh of June", "on the 7th of June"),
        ("of thirty years", "of 30 years"),
    ],
)
def test_short_forms_are_no_alteration(a: str, b: str) -> None:
    words = "The fleet of the island with every hand aboard had {} that sailed to the harbour"
    assert one(say(words.format(a)), say(words.format(b))).verdict == "same"


def test_a_paraphrase_in_many_places_is_not_listed_first() -> None:
    words = "The fleet of the {} with every hand aboard has left for the {} harbour of {} today"
    many = one(
        say(words.format("island", "old", "Orley")), say(words.format("coast", "far", "Tam"))
    )
    assert many.verdict == "altered"
    assert many.weight < LISTED_FIRST


@pytest.mark.parametrize(
    ("here", "there", "same"),
    [
        ("26th", "twenty-sixth", True),
        ("21st", "twenty-first", True),
        ("300", "three hundred", True),
        ("2,500", "2500", True),
        ("2,300,000", "two million three hundred thousand", True),
        ("one", "1", True),
        ("2,500", "3,500", False),
        ("300", "three thousand", False),
        ("5", "6", False),
        ("many", "few", False),
        ("before", "after", False),
    ],
)
def test_numbers_are_compared_by_what_they_are(here: str, there: str, same: bool) -> None:
    line = "The council was told of the {} faulty valves in June"
    finding = one(say(line.format(here)), say(line.format(there)))
    assert (finding.verdict, finding.weight >= 0.5) == ("same" if same else "altered", not same)


def test_other_words_beside_the_shared_ones_are_a_change() -> None:
    follow = say("It is tempting to follow the siren call of the loudest in this town")
    finding = one(follow, say("reject the siren call of the loudest in this town today"))
    assert finding.verdict == "altered"
    assert finding.summary.endswith("A has “tempting to follow”, B has “reject”")


def test_another_tense_is_not_the_same() -> None:
    finding = one(
        say("The mayor told me that you wanted me to leave the town"),
        say("The mayor told me that you want me to leave the town"),
    )
    assert (finding.verdict, finding.reason) == (
        "altered",
        "only small words or endings differ",
    )


@pytest.mark.parametrize(
    ("one_has", "other_has"),
    [
        # Behind the mark of a cut, or written apart, no other words are claimed.
        (
            "In town the proud mayors want to make our old harbour great and free again now",
            "He knew it. He told … captains want to make our old harbour great and free again",
        ),
        (
            "A no-good captain who lost a new ferry and should have been jailed in June",
            "We all saw it. No good captain who lost a new ferry and should have been jailed",
        ),
    ],
)
def test_no_other_words_are_claimed(one_has: str, other_has: str) -> None:
    assert "beside" not in one(say(one_has), say(other_has)).reason


@pytest.mark.parametrize(
    ("other", "certainty"),
    [
        (
            "Talk of purported ferries and sunk boats, that is false and also dangerous and cruel.",
            "perhaps",
        ),
        (
            "Talk of late ferries and purported sunk boats is false and dangerous and cruel.",
            "sure",
        ),
    ],
)
def test_what_differs_in_many_places_is_perhaps_another_utterance(
    other: str, certainty: str
) -> None:
    said = "Talk of late ferries and sunk boats is false and dangerous and cruel."
    assert one(f"“{said}”", f"“{other}”").certainty == certainty


def test_statements_that_share_a_talking_point_are_perhaps_two_utterances() -> None:
    point = "the harbour board is now actively {} to sink the ferry company of this town"
    one_has = f"“By their vote, {point.format('attempting')},” Ann Lee said."
    other = "They have denied us our own berth today. In other words, {}. We will sue."
    assert one(one_has, f"“{other.format(point.format('trying'))}” Ann Lee said.").certainty == (
        "perhaps"
    )
    whole = f"“By their vote, {point.format('trying')},” Ann Lee said."
    assert one(one_has, whole).certainty == "sure"


def test_what_both_take_back_is_no_lost_condition() -> None:
    denied = f"She said it was not true that “{FLEET}.”"
    assert "lost part" not in one(denied, say(f"It is a lie that {FLEET}")).reason
    own = say(f"I did not say that {FLEET}")
    assert (
        one(own, f"The paper was read in public. She denied that “{FLEET}”.").verdict == "trimmed"
    )


SAFE = "The old pier is safe for every ship that lands here"


@pytest.mark.parametrize(
    ("a", "b", "summary", "reason"),
    [
        (
            f"The council met. “{SAFE},” Mayor Ann Lee said after the vote.",
            f"The council met. “{SAFE},” Deputy Mayor Bob Ray said after the vote.",
            "“The old pier is …”: beside it A has “Ann Lee”, B has “Bob Ray”",
            "the same words, but they are given to different persons",
        ),
        (
            f"The council met. “{SAFE},” Mayor Ann Lee said after the vote.",
            f"The council met. “{SAFE},” Mayor Ann Lee joked after the vote.",
            "“The old pier is …”: beside it B has “joked”",
            "the same words, but one article says that they were said in jest",
        ),
        *[
            (
                f"The council met. Ann Lee said that “{SAFE}”.",
                f"The council met. Ann Lee {denied} that “{SAFE}”.",
                f"“The old pier is …”: beside it B has “{word}”",
                "the same words, but one article says that it is not so",
            )
            for denied, word in (
                ("did not say", "not"),
                ("never promised", "never"),
                ("refused to say", "refused"),
                ("falsely claimed", "falsely"),
                ("denied saying", "denied"),
                ("does not believe for a moment", "not"),
                ("doubts", "doubts"),
                ("rejected the harbour board’s claim", "rejected"),
                ("said there was no evidence", "no"),
                ("said it was a lie", "lie"),
            )
        ],
        *[
            (
                f"The council met. “{SAFE},” Ann Lee said.",
                f"The council met. {front} “{SAFE}”{behind}",
                f"“The old pier is …”: beside it B has “{word}”",
                "the same words, but one article says that it is not so",
            )
            for front, behind, word in (
                ("It is not true, Ann Lee said, that", ".", "not"),
                ("It isn’t the case that", ", Ann Lee said.", "isn’t"),
                ("Nobody on the council said", ".", "Nobody"),
                ("None of the captains ever claimed that", ".", "None"),
                ("", " is a lie, Ann Lee said.", "lie"),
                ("", " was never said, Ann Lee told us.", "never"),
            )
        ],
        *[
            (
                f"The council met. “{SAFE},” Ann Lee said.",
                f"The council met. {front} “{SAFE}”{behind}",
                f"“The old pier is …”: beside it B has “{word}”",
                "the same words, but one article has them as a question or on a condition",
            )
            for front, behind, word in (
                ("Ann Lee was asked whether", ".", "whether"),
                ("Ann Lee could not say if", ".", "if"),
                ("If", ", Ann Lee said, nobody would have asked.", "If"),
                ("It is unclear whether", ", Ann Lee said.", "whether"),
                ("If the council agrees,", ", Ann Lee said.", "If"),
                ("Unless the council objects,", ", said Ann Lee.", "Unless"),
                ("Then it came.", ", Ann Lee said, if the council agrees.", "if"),
                ("Then it came.", ", but only if the council agrees, Ann Lee said.", "if"),
                ("Then it came.", ", Ann Lee said, as long as nobody objects.", "as long as"),
            )
        ],
        (
            "The council met. Ann Lee called it “a victory for every ship that lands here”.",
            "The council met. Ann Lee said it was not “a victory for every ship that lands here”.",
            "“a victory for every …”: beside it B has “not”",
            "the same words, but one article says that it is not so",
        ),
    ],
)
def test_what_stands_around_it_turns_a_quotation(a: str, b: str, summary: str, reason: str) -> None:
    finding = one(a, b)
    assert (finding.verdict, finding.certainty) == ("altered", "perhaps")
    assert finding.summary == summary
    assert finding.reason == reason


@pytest.mark.parametrize(
    "other",
    [
        f"The council met. Bob Ray said Ann Lee told him: “{SAFE}.”",
        f"Bob Ray told the council about Ann Lee. “{SAFE},” Ray said.",
        f"The council met. “{SAFE},” Mayor Ann Lea said after the vote.",
        f"The council, which did not meet, heard this: “{SAFE},” Ann Lee said.",
        f"The harbour was not quiet. “{SAFE},” Ann Lee said.",
        f"Ann Lee, who was not joking and is known for her jokes, said: “{SAFE}.”",
        f"Ann Lee, who never said much, left. “{SAFE},” Ann Lee said.",
        f"There is no doubt that “{SAFE},” Ann Lee said.",
        f"Nobody denied that “{SAFE},” Ann Lee said.",
        f"It is no lie, Ann Lee said, that “{SAFE}”.",
        f"If it does not rain, Ann Lee said, “{SAFE}”.",
        f"Asked whether it was true, Ann Lee said: “{SAFE}.”",
        f"Ann Lee did not only say that “{SAFE}”.",
        f"“{SAFE}” is not much to say, but Ann Lee said it.",
        f"“{SAFE},” Ann Lee said, if asked by reporters.",
        f"“{SAFE},” Ann Lee said, if not for the first time.",
        f"“{SAFE},” Ann Lee said, if reluctantly.",
        f"“{SAFE},” Ann Lee said, if at all.",
        f"If you ask Ann Lee, “{SAFE}”.",
        f"Ann Lee denied the report and said “{SAFE}”.",
        f"“{SAFE},” Ann Lee laughed.",
    ],
)
def test_nothing_around_it_turns_it(other: str) -> None:
    assert one(f"The council met. “{SAFE},” Mayor Ann Lee said.", other).verdict == "same"


@pytest.mark.parametrize(
    ("one_has", "other_has"),
    [
        ("the mayor", "the bishop"),
        ("the harbour master", "the finance minister"),
        ("the union", "the company"),
        ("a union spokesman", "a spokeswoman for the company"),
        ("Mayor Ann Lee", "the bishop"),
        ("the governor", "the judge"),
        ("Zorblax Quill", "Brumo Vant"),
    ],
)
def test_other_speakers_are_shown_beside_the_words(one_has: str, other_has: str) -> None:
    texts = [f"The council met. “{SAFE},” {who} said." for who in (one_has, other_has)]
    finding = one(*texts)
    assert finding.reason == "the same words, but they are given to different persons"
    shown = [value.quote for value in finding.values if value]
    assert shown[0].endswith(one_has)
    assert shown[1].endswith(other_has)


@pytest.mark.parametrize(
    ("one_has", "other_has"),
    [
        ("the mayor", "Ann Lee"),
        ("the mayor", "the deputy"),
        ("Deputy Mayor Ann Lee", "the judge"),
        ("the bishop", "the archbishop"),
        ("the mayor, once a bishop,", "the bishop"),
        ("the mother", "the teacher"),
    ],
)
def test_who_may_be_one_person_is_not_told_as_two(one_has: str, other_has: str) -> None:
    texts = [f"The council met. “{SAFE},” {who} said." for who in (one_has, other_has)]
    assert one(*texts).verdict == "same"


def test_what_a_speaker_quotes_from_another_is_told() -> None:
    plain = f"The council met. “{SAFE},” Ann Lee said."
    finding = one(plain, plain.replace("said.", "said, quoting her colleague Bob Ray."))
    assert finding.summary.endswith("beside it B has “quoting”")
    assert finding.reason == "the same words, but one article says that the speaker quotes somebody"


def test_a_denial_is_shown_with_the_words() -> None:
    finding = one(f"“{SAFE},” Ann Lee said.", f"It is not true, Ann Lee said, that “{SAFE}”.")
    shown = [value.quote for value in finding.values if value]
    assert shown[1].startswith("not true, Ann Lee said, that “The old")
    assert shown[0].startswith("“The old")


def test_one_article_alone_gives_a_quotation_twice() -> None:
    silent = "Nothing was said. The ships lay there."
    rest = SAFE.replace("is safe", "is not safe")
    finding = one(f"“{SAFE},” Ann Lee said. Then she sat down.\n\n“{rest},” Ann Lee said.", silent)
    assert (finding.verdict, finding.certainty) == ("altered", "perhaps")
    assert finding.summary == ("“… ship that lands here”: A has “not” in one place, not in another")
    assert [e.quote[1:8] for e in finding.evidence] == ["The old", "The old"]
    assert [value is None for value in finding.values] == [False, True]


def test_one_article_alone_trims_a_quotation() -> None:
    silent = "Nothing was said. The ships lay there."
    text = f"A “{SAFE[4:]}”, it said.\n\n“{SAFE}, but only if it does not rain,” Ann Lee said."
    finding = one(text, silent)
    assert finding.verdict == "trimmed"
    assert finding.summary == (
        "“old pier is safe …”: A has 18 words in one place, 10 of them in another"
    )
    assert finding.reason.endswith("once with fewer words; the lost part has “but”")
    assert finding.certainty == "sure"
    shorter = one(text.replace("but only if it does not rain", "and it has stood a while"), silent)
    assert (shorter.verdict, shorter.certainty) == ("trimmed", "perhaps")


@pytest.mark.parametrize(
    "text",
    [
        f"“{SAFE},” Ann Lee said.\n\nThen again. “{SAFE},” Ann Lee said.",
        f"“{SAFE},” Ann Lee said.\n\n“{SAFE.replace('safe', 'not safe')},” Bob Ray said.",
        "“The Flare court was wrongly decided in that winter,” it said.\n\nThen another. "
        "“The Marlow court was wrongly decided in that winter,” it said.",
        "“You cannot make a trade war with your neighbours. You need them,” it said.\n\n"
        "“You do not make trade war with your neighbours,” it said.",
        "“I was 12 years old at that time,” it said.\n\n“I was 7 years old at that time,” it said.",
    ],
    ids="alike two-speakers another-name said-again another-figure".split(),
)
def test_two_utterances_of_one_article_and_one_given_twice_alike(text: str) -> None:
    assert look(text, "Nothing was said. The ships lay there.").state == "cannot-say"


def test_a_few_words_that_one_article_denies_are_perhaps_changed() -> None:
    texts = [
        f"The council met. “{words},” Ann Lee said."
        for words in ("The line is safe", "The line is no longer safe", "The line is safe")
    ]
    finding = one(*texts)
    assert (finding.verdict, finding.certainty) == ("altered", "perhaps")
    assert finding.summary == "“The line is safe”: B has “no longer”, A does not"
    assert [value.quote[1:12] for value in finding.values if value] == ["The line is"] * 3
    assert look(texts[0], texts[2]).state == "none"


@pytest.mark.parametrize(
    "other",
    [
        "“The line is not safe,” Bob Ray said.",
        "They call it “the line is not safe”.",
        "“No, the line is safe,” Ann Lee said.",
        "“The line is safe now,” Ann Lee said.",
    ],
)
def test_a_few_words_of_another_or_not_denied_are_not_compared(other: str) -> None:
    assert look("The council met. “The line is safe,” Ann Lee said.", other).state == "none"


@pytest.mark.parametrize(
    ("put_in", "other", "told"),
    [
        ("[The mayor] lied", "He lied", "B has “[The mayor]”, A has “He”"),
        ("They [the drivers] lied", "They lied", "B has “[the drivers]”"),
        ("He lied [to the board]", "He lied to them", "B has “[to the board]”, A has “to them”"),
    ],
)
def test_words_in_square_brackets_are_told_as_put_in(put_in: str, other: str, told: str) -> None:
    line = "{} about the old pier and the harbour"
    finding = one(say(line.format(other)), say(line.format(put_in)))
    assert (finding.verdict, finding.summary.partition(": ")[2]) == ("altered", told)
    assert finding.reason == "only words in square brackets are put in, which are the outlet’s own"


@pytest.mark.parametrize(
    "other",
    ["[The mayor] {}", "The mayor {}", "(The mayor) {}", "[The] mayor {}", "The mayor [sic] {}"],
)
def test_brackets_around_what_others_have_put_nothing_in(other: str) -> None:
    line = "lied about the old pier and the harbour"
    assert one(say(f"[The mayor] {line}"), say(other.format(line))).verdict == "same"


LONG_PIER = "The old pier, which we built in the year of the flood and paid for, is {}safe"


@pytest.mark.parametrize(
    ("cut", "whole", "verdict"),
    [
        ("The old pier … is safe", LONG_PIER.format(""), "trimmed"),
        ("The old pier ... is safe", LONG_PIER.format("not "), "altered"),
        (
            "We built it … we paid for it",
            "We built it with our hands and we paid for it",
            "trimmed",
        ),
    ],
)
def test_short_halves_beside_a_cut_are_one_quotation(cut: str, whole: str, verdict: str) -> None:
    assert one(say(cut), say(whole)).verdict == verdict


@pytest.mark.parametrize(
    "cut",
    [
        "The old pier is safe",
        "The old pier … safe",
        "The pier … that it is",
        "It is … paid for now",
    ],
)
def test_short_halves_without_a_cut_or_words_of_weight_are_none(cut: str) -> None:
    assert look(say(cut), say(LONG_PIER.format(""))).state == "none"


@pytest.mark.parametrize(
    ("whole", "reason"),
    [
        (f"It was a hard winter. {SAFE}", "the same words, but one begins earlier than the other"),
        (
            f"{SAFE}. It was a hard winter",
            "the same words, but one goes on where the other stops",
        ),
        (
            f"It was a hard winter. {SAFE}. We built it",
            "the same words, but one begins earlier and one goes on where the other stops",
        ),
    ],
)
def test_it_says_at_which_end_whole_sentences_are_lost(whole: str, reason: str) -> None:
    assert one(say(SAFE), say(whole)).reason == reason


@pytest.mark.parametrize("word", ["really", "very", "just so"])
def test_a_word_that_stresses_is_told_of_a_quotation_that_is_cut_too(word: str) -> None:
    stressed = f"{SAFE.replace('is safe', f'is {word} safe')}, whatever the board may write of it"
    finding = one(say(SAFE), say(stressed))
    assert finding.verdict == "trimmed"
    assert finding.reason == f"the end of a sentence is cut; B has “{word}”, A does not"
    assert one(say(SAFE), say(stressed.replace(word, "quietly"))).verdict == "altered"


def test_words_put_in_near_the_beginning_are_no_cut() -> None:
    finding = one(
        say("We are proud of the old pier here"), say("We are just so proud of the old pier here")
    )
    assert (finding.verdict, finding.summary.partition(": ")[2]) == (
        "altered",
        "B has “just so”, A does not",
    )


@pytest.mark.parametrize(
    ("a", "b", "told"),
    [
        (
            "Only the mayor lied about the old pier",
            "The mayor lied only about the old pier",
            "only",
        ),
        (
            "The mayor lied about the old pier in public",
            "The mayor lied in public about the old pier",
            "in public",
        ),
        ("You may just have saved the old pier", "You may have just saved the old pier", "just"),
    ],
)
def test_words_that_stand_at_another_place_are_told_so(a: str, b: str, told: str) -> None:
    finding = one(say(a), say(b))
    assert finding.verdict == "altered"
    assert f"“{told}”" in finding.summary
    assert finding.summary.endswith("has it elsewhere")


def test_one_negation_that_is_lost_is_no_little_word() -> None:
    finding = one(say(f"{SAFE} paid by nobody"), say(f"{SAFE} paid"))
    assert finding.verdict == "trimmed"


def by_lee(words: str) -> str:
    return f"The paper was read in public. “{words},” said Ann Lee."


@pytest.mark.parametrize(
    ("a", "b", "told"),
    [
        (by_lee("We are sorry"), by_lee("We are not sorry"), "B has “not”, A does not"),
        (by_lee("I lied"), by_lee("I never lied"), "B has “never”, A does not"),
        (by_lee("It works"), by_lee("It does not work"), "B has “does not”, A does not"),
        (by_lee("The pier is safe"), by_lee("The pier may be safe"), "A has “is”, B has “may be”"),
        ("Ann Lee said the pier “is safe”.", "Ann Lee said the pier “may be safe”.",
            "A has “is”, B has “may be”"),
        (by_lee("The pier is old and it is safe for the ships of the island"),
            by_lee("The pier is old and it may be safe for the ships of the island"),
            "A has “is”, B has “may be”"),
    ],
)  # fmt: skip
def test_a_few_words_beside_their_denial_or_doubt(a: str, b: str, told: str) -> None:
    finding = one(a, b)
    assert finding.verdict == "altered"
    assert told in finding.summary


def test_a_few_words_are_shown_whole() -> None:
    summary = one(by_lee("We are sorry"), by_lee("We are not sorry")).summary
    assert summary == "“We are sorry”: B has “not”, A does not"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (by_lee("We are sorry"), by_lee("We are more sorry")),
        (by_lee("We are sorry"), by_lee("We are sorry")),
        (by_lee("We are here"), by_lee("We were here")),
        (by_lee("We are sorry"), by_lee("We are not sorry").replace("Ann Lee", "Bob Ray")),
        ("Ann Lee said the pier “is safe”.", "Ann Lee said the ferry “may be safe”."),
        ("Ann Lee said she would “not be pushed”.", "Ann Lee said she would not be “pushed”."),
        (by_lee("They say I am tired"), by_lee("They say I am tired not")),
        (by_lee("I am tired"), by_lee("I am not tired") + " “I am tired,” Ann Lee said later."),
        (by_lee("I will run"), by_lee("I could run") + " “I will run,” Ann Lee said later."),
    ],
    ids=[
        "a degree", "alike", "another time", "another speaker", "another thing", "outside",
        "at the end", "both", "both, too",
    ],
)  # fmt: skip
def test_a_few_words_that_nobody_denies(a: str, b: str) -> None:
    assert not [f for f in look(a, b).findings if f.verdict == "altered"]


@pytest.mark.parametrize("cut", ["The wall … will fall", "The wall [...] will fall"])
def test_a_cut_between_a_few_words(cut: str) -> None:
    whole = by_lee("The wall that my father built in the spring will fall")
    assert one(by_lee(cut), whole).reason == "the middle of a sentence is cut"
    assert not look(by_lee(cut), whole.replace("Ann Lee", "Bob Ray")).findings


@pytest.mark.parametrize("marks", [", {},", " – {} –", " -- {} --"])
def test_an_aside_that_is_left_out_is_a_cut(marks: str) -> None:
    whole = f"The plan{marks.format('which I wrote')} is good for the town and its people"
    for less in ("The plan is good for the town and its people", "The plan — is good for the town"):
        assert one(by_lee(whole), by_lee(less)).verdict == "trimmed"


def test_words_that_are_no_aside_are_a_change() -> None:
    whole = "The plan that Ray wrote is good for the town and its people"
    less = "The plan is good for the town and its people"
    assert one(by_lee(whole), by_lee(less)).verdict == "altered"


@pytest.mark.parametrize(
    ("a", "b", "reason"),
    [
        (f"It is clear that {FLEET}", f"{FLEET} to the sound of every bell on the quay",
            "the same words, but one begins earlier and one goes on where the other stops"),
        ("I was far away. " + FLEET, FLEET + ". Nobody slept in the harbour",
            "the same words, but one begins earlier and one goes on where the other stops"),
    ],
)  # fmt: skip
def test_where_each_has_what_the_other_has_not(a: str, b: str, reason: str) -> None:
    assert one(say(a), say(b)).reason == reason


def test_words_that_are_quoted_elsewhere_make_no_middle() -> None:
    less = f"It was “to the island”, she said. {say('with every hand on board')}"
    assert one(less, say(FLEET)).reason == "the beginning of a sentence is cut"


@pytest.mark.parametrize("asked", ["“{}?” Ann Lee laughed.", "“{}”? Ann Lee laughed."])
def test_a_question_is_no_statement(asked: str) -> None:
    said = f"“{SAFE},” Ann Lee said."
    finding = one(asked.format(SAFE), said)
    assert finding.summary.endswith("beside it A has “?”")
    for alike in (f"“{SAFE}?,” Ann Lee said.", f"Ann Lee asked why “{SAFE}”."):
        assert one(asked.format(SAFE), alike).verdict == "same"
    # Which of two sentences is meant as the question is open.
    two = f"Is it? {SAFE}"
    assert one(f"“{two}?” Ann Lee laughed.", f"“{two},” Ann Lee said.").verdict == "same"
