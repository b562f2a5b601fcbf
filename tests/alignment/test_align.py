"""Rows of passages: which sentences belong together, and which only look as if they did."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.alignment import sureness
from reader.alignment.align import align
from reader.model import Article, Point
from reader.text.document import Document

FERRY = (
    "The island ferry ran aground on a sandbank outside Norwick harbour early on Monday. "
    "All 84 passengers were taken off by two lifeboats within an hour. "
    "The skipper blamed a buoy that had drifted from its mooring during the storm. "
    "The council will pay for a replacement bus along the causeway until Friday."
)
OTHER_FERRY = (
    "Two lifeboats took all 84 passengers off a ferry within an hour on Monday. "
    "Her hull is undamaged, divers found after inspecting the propeller shaft. "
    "A buoy had drifted from its mooring in the storm, the skipper told harbour police."
)
ORCHARD = (
    "Growers in the Tarn valley expect the smallest apple harvest since records began. "
    "Late frost in April killed most of the blossom on the lower terraces. "
    "A cooperative has asked the ministry to lift the tax on imported seedlings."
)


def document(text: str, name: str = "a") -> Document:
    return Document(Article(id=name, text=text))


def rows(*texts: str) -> list[tuple[str, ...]]:
    """The first three words of each passage of each row, `-` for a gap."""
    documents = [document(text, str(at)) for at, text in enumerate(texts)]
    return [
        tuple(" ".join(p.quote.split()[:3]) if p else "-" for p in point.passages)
        for point in align(documents)
    ]


def test_the_same_statement_in_other_words_is_a_row() -> None:
    assert rows(FERRY, OTHER_FERRY) == [
        ("All 84 passengers", "Two lifeboats took"),
        ("The skipper blamed", "A buoy had"),
    ]


def test_articles_on_different_subjects_have_no_points() -> None:
    assert rows(FERRY, ORCHARD) == []


@pytest.mark.parametrize(
    ("why", "one", "other"),
    [
        (
            "names in common are no statement",
            "Mayor Ada Brandt of Port Ellery met Tom Reyes.",
            "Ada Brandt grew up in Port Ellery beside Tom Reyes.",
        ),
        (
            "names in common are no statement, however short the sentences",
            "Yesterday Ada Brandt met Tom Reyes.",
            "Yesterday Tom Reyes taught Ada Brandt.",
        ),
        (
            "two words in common are too few",
            "The harbour bridge closed.",
            "A harbour bridge needs paint.",
        ),
    ],
)
def test_what_is_no_row(why: str, one: str, other: str) -> None:
    filler = " Rain fell on the hills all night. Sheep stood under the old chestnut trees."
    assert rows(one + filler, other + " Nothing else moved in the valley.") == [], why


def test_short_sentences_are_a_row_if_they_share_three_words() -> None:
    assert rows(f"Nobody drowned yesterday, luckily. {ORCHARD}", "Luckily, nobody drowned.") == []
    short = rows(f"The baths opened in 1974. {ORCHARD}", "Kestrel baths were opened in 1974. Rain.")
    assert short == [("The baths opened", "Kestrel baths were")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nine complaints reached the dairy office.", "The dairy has had 9 complaints."),
        ("Two workers died in the depot blaze.", "The depot fire killed both workers."),
        ("The harbour gallery closed in spring.", "In spring, the harbour gallery was shut."),
        ("The airport chief stepped down over a bonus.", "Airport chief quit over her bonus."),
        ("Ada Penhallow swims daily in Thornley.", "In Thornley, Ada Penhellow swims daily."),
    ],
)
def test_other_words_for_the_same_are_the_same(one: str, other: str) -> None:
    assert len(rows(f"{one} {FERRY}", f"{other} {ORCHARD}")) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Chief fire officer Maura Tennick praised her crews.",
            "Chief fire officer Maura Tennick blamed a charger.",
        ),
        (
            "Yesterday Piers Larkwell, the managing director of the depot, wept.",
            "Managing director Piers Larkwell of the depot owns a mansion.",
        ),
        ("On Monday night the depot burned.", "On Monday night Reyes slept at the station."),
    ],
)
def test_a_person_with_an_office_or_a_time_is_a_subject(one: str, other: str) -> None:
    names = "Yesterday neither Maura Tennick nor Piers Larkwell spoke."
    assert rows(f"{one} {names} {FERRY}", f"{other} {ORCHARD}") == []


def certainty(one: str, other: str) -> str:
    """How surely the first sentences of two articles are one statement; empty if they are none."""
    points = align([document(f"{one} {FERRY}", "a"), document(f"{other} {ORCHARD}", "b")])
    return next((p.certainty for p in points if p.passages[0] and p.passages[1]), "")


@pytest.mark.parametrize(
    ("guard", "one", "other"),
    [
        pytest.param(
            "_DENIED",
            "The board wants to sell the pier this summer.",
            "Surprised visitors heard that the board never sells an old pier.",
            id="one denies what the other says",
        ),
        pytest.param(
            "_QUOTED",
            "Proud bakers and anglers say the board wants to sell the pier this summer.",
            "Two aunts complained about “people of the board who would sell a pier” in summer.",
            id="one quotes",
        ),
    ],
)
def test_a_doubt_makes_a_row_less_sure(
    monkeypatch: pytest.MonkeyPatch, guard: str, one: str, other: str
) -> None:
    assert certainty(one, other) == "perhaps"
    monkeypatch.setattr(sureness, guard, 0)
    assert certainty(one, other) == "sure"


@pytest.mark.parametrize(
    ("guard", "one", "other"),
    [
        pytest.param(
            "_VERBS",
            "Tired anglers agreed that the council should mend its pier.",
            "Whoever pays for rope and lamps in bad years, the council agreed to mend a pier in "
            "May.",
            id="both tell that it was done",
        ),
        pytest.param(
            "_SUBJECT",
            "The skipper of a rusty trawler found a bronze bell near Orley in fog.",
            "The skipper keeps a bell from Orley beside his bed.",
            id="both begin with one subject",
        ),
        pytest.param(
            "_ORDER",
            "For two years a bell of dark bronze hung in the chapel of the nuns.",
            "Two brothers cast a bell from bronze, which hangs in a chapel.",
            id="both say it in one order",
        ),
        pytest.param(
            "_BESIDE",
            "Two brothers cast a bell from bronze in the year of the flood. Wild geese nest on the "
            "roof of the mill.",
            "A bell of bronze was found in fog by brothers. Wild geese nest on a mill roof.",
            id="both go on alike",
        ),
    ],
)
def test_what_makes_a_row_surer(
    monkeypatch: pytest.MonkeyPatch, guard: str, one: str, other: str
) -> None:
    assert certainty(one, other) == "sure"
    monkeypatch.setattr(sureness, guard, 0)
    assert certainty(one, other) == "perhaps"


def test_what_stands_far_apart_in_its_articles_is_less_sure(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    one = "For two years a bell of dark bronze hung in the chapel of the nuns."
    other = "Two brothers cast a bell from bronze, which hangs in a chapel above the sea."
    articles = [document(f"{one} {FERRY}", "a"), document(f"{ORCHARD} {FERRY} {other}", "b")]
    assert align(articles)[0].certainty == "perhaps"
    monkeypatch.setattr(sureness, "_APART", 0)
    assert align(articles)[0].certainty == "sure"


@pytest.mark.parametrize(
    ("one", "other", "length"),
    [("abcbdab", "bdcaba", 4), ("", "ab", 0), ("ab", "", 0), ("abc", "cab", 2), ("aaa", "aa", 2)],
)
def test_the_longest_common_subsequence(one: str, other: str, length: int) -> None:
    assert sureness.in_one_order(one, other) == length


def test_words_with_capitals_on_both_sides_are_parts_of_a_name() -> None:
    guides = "Yesterday girl guides wept. "
    one = f"It was Fiona Cumming of the Girl Guides in Brask who wept. {guides}"
    other = "A choir led by Fiona Cumming of the Girl Guides in Brask sang."
    assert certainty(one, other) == ""


def test_a_sentence_that_says_what_two_say_is_in_two_rows() -> None:
    one = (
        "Dellafield recalled 38,000 tubs of yoghurt after samples of Tuesday had turned out to "
        "hold traces of a cleaning agent"
    )
    two = (
        "Samples of Tuesday held traces of a cleaning agent. "
        "Dellafield recalls 38,000 tubs of yoghurt."
    )
    assert rows(f"{one}. {FERRY}", f"{two} {ORCHARD}") == [
        ("Dellafield recalled 38,000", "Samples of Tuesday"),
        ("Dellafield recalled 38,000", "Dellafield recalls 38,000"),
    ]


def test_a_quotation_holds_its_passage_against_one_that_shares_more_words() -> None:
    one = (
        "“We have had nine chargers for this,” Maura Tennick told reporters at the burned depot. "
        "Ada Brandt wept at the chapel beside her sisters."
    )
    other = (
        "Maura Tennick smiled at reporters outside the burned depot. At the chapel Ada Brandt wept "
        "beside her sisters: “We have had nine chargers for this, and nobody is sorry.”"
    )
    assert ("“We have had", "At the chapel") in rows(f"{one} {FERRY}", f"{other} {ORCHARD}")


def test_headings_recaps_and_questions_leave_the_row_to_the_report() -> None:
    recap = (
        "In short: two lifeboats took all 84 passengers off within an hour.\n"
        f"{FERRY}\n"
        "FAQ\n"
        "How many passengers were there?\n"
        "Two lifeboats took all 84 passengers off a ferry within an hour on Monday.\n"
    )
    assert ("All 84 passengers", "Two lifeboats took") in rows(recap, OTHER_FERRY)
    heading = f"Two Lifeboats Took All 84 Passengers Off Within an Hour\n\n{FERRY}"
    assert ("All 84 passengers", "Two lifeboats took") in rows(heading, OTHER_FERRY)


def test_a_shared_quotation_is_a_row_whatever_stands_around_it() -> None:
    one = "“If you let them have it now, you lose,” Reyes said of years of neglect. Gulls cried."
    other = "He was tired. “We begged them. If you let them have it now, you lose.” Rain fell."
    assert rows(one, other) == [("“If you let", "If you let")]
    bare = one.replace("“", "").replace("”", "")
    assert rows(bare, other) == []


# Words that no language has weigh alike, so that these tests count them.
FILLER = "Rain fell on the hills. Sheep slept under chestnut trees. Bees stayed inside the hive."


def test_a_second_best_match_does_not_move_up_when_the_best_is_taken() -> None:
    one = "Zorka mipta velno drask pelvi quond. Zorka mipta velno drask tarbo. " + FILLER
    other = f"Zorka mipta velno drask pelvi quond. {ORCHARD}"
    assert len(rows(one, other)) == 1


def test_a_row_does_not_drift_from_its_first_passage_to_another_statement() -> None:
    assert rows(
        f"Zorka mipta velno drask pelvi quond. {FILLER}",
        "Zorka mipta velno drask tarbo hundi lesko brank.",
        "Tarbo hundi lesko brank furno gisto.",
    ) == [
        ("-", "Zorka mipta velno", "Tarbo hundi lesko"),
        ("Zorka mipta velno", "Zorka mipta velno", "-"),
    ]


def test_rows_that_both_have_a_passage_of_one_article_stay_apart() -> None:
    common = "zorka mipta velno drask"
    lines = [f"Pelvi quond {common}.", f"Tarbo hundi {common}."]
    assert rows(f"{lines[0]} {FILLER}", f"{lines[1]} Owls hooted.", " ".join(lines)) == [
        ("Pelvi quond zorka", "-", "Pelvi quond zorka"),
        ("-", "Tarbo hundi zorka", "Tarbo hundi zorka"),
    ]


def certain(*texts: str) -> list[tuple[str, tuple[str, ...]]]:
    """The certainty of each row, and the first word of its passages, `-` for a gap."""
    points = align([document(text, str(at)) for at, text in enumerate(texts)])
    return [
        (point.certainty, tuple(p.quote.split()[0] if p else "-" for p in point.passages))
        for point in points
    ]


def test_what_is_shared_in_one_place_is_only_perhaps() -> None:
    assert certain(
        f"Zorka mipta velno drask pelvi quond brank. {FILLER}",
        f"Hundi lesko dolmi zorka mipta velno drask. {ORCHARD}",
    ) == [("perhaps", ("Zorka", "Hundi"))]
    assert certain(
        f"Zorka mipta with velno pelvi and drask quond. {FILLER}",
        f"Hundi with zorka dolmi mipta and lesko velno with drask. {ORCHARD}",
    ) == [("sure", ("Zorka", "Hundi"))]


def test_openings_are_a_row_though_every_passage_has_their_words() -> None:
    words = "Zorka Mipta Velno Drask Pelvi Quond Tarbo Hundi Lesko Brank Furno Gisto Bramo".split()
    told = "the harbour ferry and a crew on rocks near Norwick"
    rest = " ".join(f"{word} watched {told}." for word in words)
    (found,) = rows(f"Smoke drove {told}. {rest}", f"Rain soaked {told}.")
    assert found[1] == "Rain soaked the"


SURE_ROW = "zorka with mipta and velno for drask at quond"


def test_a_faint_link_does_not_change_a_sure_row() -> None:
    faint = "Gulls cried. Wind rose. Hundi lesko brank furno gisto zorka with mipta and quond."
    assert certain(
        f"Pelvi {SURE_ROW}. {FILLER}", f"Tarbo {SURE_ROW}. {ORCHARD}", "Nothing else moved."
    ) == [("sure", ("Pelvi", "Tarbo", "-"))]
    one_only = f"Pelvi lesko {SURE_ROW}. {FILLER}"
    found = certain(one_only, f"Tarbo {SURE_ROW}. {ORCHARD}", faint)
    assert ("sure", ("Pelvi", "Tarbo", "-")) in found
    assert ("perhaps", ("Pelvi", "-", "Hundi")) in found


def test_what_is_perhaps_the_same_as_two_of_a_sure_row_is_the_same() -> None:
    faint = "Gulls cried. Wind rose. Hundi lesko brank furno gisto zorka with mipta and quond."
    row = f"lesko {SURE_ROW}"
    assert certain(f"Pelvi {row}. {FILLER}", faint) == [("perhaps", ("Pelvi", "Hundi"))]
    assert certain(f"Pelvi {row}. {FILLER}", f"Tarbo {row}. {ORCHARD}", faint) == [
        ("sure", ("Pelvi", "Tarbo", "Hundi"))
    ]


def test_figures_count_as_words_and_dates_do_not() -> None:
    one, other = "Ada Brandt of Norwick paid {}.", "{} came from Ada Brandt of Norwick."
    assert len(rows(f"{one.format('$4,200')} {FILLER}", other.format("$4,200"))) == 1
    assert rows(f"{one.format('in May 2012')} {FILLER}", other.format("May 2012")) == []


def test_quotations_are_a_row_only_for_six_words_of_one_sentence() -> None:
    one = "“Owls hoot. It will tide us over then.” Reyes left."
    alike = rows(one, "“Gulls cry. It will tide us over then.” Snow fell.")
    assert alike == [("It will tide", "It will tide")]
    assert rows(one, "“Gulls cry. It will tide us over soon.” Snow fell.") == []
    names = "“{} the Bank of Norwick and Brandt {}.” {} left."
    first, second = ("Owls fear", "now", "Reyes"), ("Gulls cry at", "yet", "Snow")
    assert rows(names.format(*first), names.format(*second)) == []
    longer = names.replace("Norwick", "Norwick, Ellery, Kestrel, Brask")
    assert rows(longer.format(*first), longer.format(*second)) != []
    split = "“Will you? Who would? Row us. Owls.” Reyes left."
    assert rows(split, "“Will you? Who would? Row us. Gulls.” Snow fell.") == []


def test_articles_of_one_sentence_can_be_compared() -> None:
    line = "Divers inspected the damaged propeller shaft."
    assert rows(line, line) == [("Divers inspected the", "Divers inspected the")]


def test_nearness_in_the_text_breaks_ties() -> None:
    line = "Divers inspected the damaged propeller shaft beneath the stranded ferry."
    between = " ".join(FERRY.split(". ")[:2]) + "."
    points = align([document(f"{line} {ORCHARD}"), document(f"{between} {ORCHARD} {line}", "b")])
    assert points[0].passages[0] is not None
    twice = f"{line} {ORCHARD} Late rain helped nobody. {line}"
    first = align([document(f"{line} {FERRY}", "a"), document(twice, "b")])[0].passages[1]
    assert first is not None
    assert first.span.start == 0


def test_three_articles_share_a_row_and_none_has_two_passages_in_it() -> None:
    found = rows(FERRY, OTHER_FERRY, f"{ORCHARD} {OTHER_FERRY}")
    assert ("All 84 passengers", "Two lifeboats took", "Two lifeboats took") in found
    for column in range(3):
        passages = [row[column] for row in found if row[column] != "-"]
        assert len(passages) == len(set(passages))


def test_rows_stand_in_the_order_of_the_first_article() -> None:
    turned = ". ".join(reversed(FERRY.rstrip(".").split(". "))) + "."
    starts = [
        p.passages[0].span.start
        for p in align([document(FERRY), document(turned, "b")])
        if p.passages[0]
    ]
    assert starts == sorted(starts)


def test_rows_that_the_first_article_lacks_follow_their_neighbour() -> None:
    first = FERRY.split(". ")[1] + "."
    found = rows(first, FERRY, FERRY)
    assert [row[1].split()[0] for row in found] == ["The", "All", "The", "The"]
    assert [row[0] == "-" for row in found] == [True, False, True, True]


SENTENCES = (
    *FERRY.replace(". ", ".|").split("|"),
    *OTHER_FERRY.replace(". ", ".|").split("|"),
    *ORCHARD.replace(". ", ".|").split("|"),
    "“We begged them for a new buoy,” said Reyes.",
    "",
    "A heading without an end",
    "\n",
)
texts = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8).map(" ".join).filter(str.strip)


@settings(max_examples=60, deadline=None)
@given(st.lists(texts, min_size=2, max_size=4))
def test_every_passage_is_cut_from_its_article(bodies: list[str]) -> None:
    documents = [document(body, f"x{at}") for at, body in enumerate(bodies)]
    for point in align(documents):
        assert 0 <= point.score <= 1
        for column, passage in enumerate(point.passages):
            if passage:
                assert passage.article == documents[column].article.id
                assert passage.quote == passage.span.of(documents[column].text)


def rows_by_article(points: tuple[Point, ...]) -> set[frozenset[tuple[str, int, int]]]:
    return {
        frozenset((p.article, p.span.start, p.span.end) for p in point.passages if p)
        for point in points
    }


@settings(max_examples=40, deadline=None)
@given(st.lists(texts, min_size=2, max_size=3))
def test_the_order_of_the_articles_does_not_change_the_rows(bodies: list[str]) -> None:
    documents = [document(body, f"x{at}") for at, body in enumerate(bodies)]
    expected = rows_by_article(align(documents))
    for turned in permutations(documents):
        assert rows_by_article(align(turned)) == expected


def test_identical_articles_align_fully() -> None:
    points = align([document(FERRY), document(FERRY, "b")])
    assert [(p.score, p.certainty) for p in points] == [(1.0, "sure")] * 4
    for point in points:
        one, other = point.passages
        assert one is not None
        assert other is not None
        assert one.span == other.span


def test_the_two_interview_pieces_share_what_a_reader_sees(shared: Path) -> None:
    seeds = sorted((shared / "seeds").glob("00[14]_*.txt"))
    found = align([document(path.read_text("utf-8"), path.name) for path in seeds])
    sure = [
        tuple(p.quote for p in point.passages if p) for point in found if point.certainty == "sure"
    ]
    assert any(all("acclaim" in quote for quote in row) for row in sure)
    assert any(all("fall behind" in quote for quote in row) for row in sure)
    assert any(all("pressure" in quote for quote in row) for row in sure)
    every = [tuple(p.quote for p in point.passages if p) for point in found]
    assert any(all("inexperience" in quote for quote in row) for row in every)
    assert any(all("opened up" in quote for quote in row) for row in every)
    assert 6 <= len(found) <= 8
