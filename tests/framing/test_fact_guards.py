"""Every reason not to claim that two articles differ, each with a claim that it alone prevents."""

from __future__ import annotations

import pytest

from reader.framing.facts import ages, amounts, dated, days, parts, victims
from tests.framing.fact_texts import told


def _never(*_: object, **__: object) -> bool:
    return False


def _nowhere(*_: object) -> str:
    return ""


@pytest.mark.parametrize(
    ("module", "guard", "open_", "one", "other"),
    [
        pytest.param(
            amounts,
            "_several",
            _never,
            "The board will pay $12 million and $9 million for barges and the crane on the quay.",
            "For the new crane on the quay the board must find and pay $10 million.",
            id="two figures could be meant",
        ),
        pytest.param(
            amounts,
            "_stands_elsewhere",
            _never,
            "The board will pay $12 million for the new crane on the quay.",
            "For the new crane on the quay the board will pay $15 million. "
            "At first the crane on the quay was to cost the board $12 million.",
            id="the other article has the figure too",
        ),
        pytest.param(
            parts,
            "_adds_up",
            _never,
            "The plane crashed near Orley at dawn, with 71 people on board.",
            "The plane crashed near Orley at dawn, with 65 people and six cats on board.",
            id="a part of the whole",
        ),
        pytest.param(
            amounts,
            "others",
            _never,
            "The foundry in Orley will cut 60 skilled jobs in spring.",
            "The foundry in Orley will cut another 45 skilled jobs in spring.",
            id="another",
        ),
        pytest.param(
            amounts,
            "shared_out",
            _never,
            "The skipper wrote that three pilots had told her the crane on the quay is unsafe.",
            "The skipper wrote that two pilots had told her the crane on the quay is unsafe and a "
            "third that it is cursed.",
            id="two and a third",
        ),
        pytest.param(
            amounts,
            "disjoint_names",
            _never,
            "A skilled turner earns $410 a week at the foundry in Orley.",
            "A skilled turner earns $450 a week at the foundry in Brask.",
            id="other names beside the figures",
        ),
        pytest.param(
            amounts,
            "of_a_game",
            _never,
            "Marlow finished the match with 25 points and a career best for Orley.",
            "Marlow finished the match with 22 points and a career best for Orley.",
            id="scores",
        ),
        pytest.param(
            amounts,
            "of_a_game",
            _never,
            "Marlow finished the season with 43 RBIs and a career best for Orley.",
            "Marlow finished the season with 52 RBIs and a career best for Orley.",
            id="scores over a season",
        ),
        pytest.param(
            dated,
            "SAYING",
            frozenset(),
            "The board announced on 11 November that the old crane on the quay is unsafe.",
            "A letter to the pilots of every company was what the board announced on 12 November: "
            "the old crane is unsafe for boys and dogs.",
            id="the date of saying so",
        ),
        pytest.param(
            days,
            "_of_another",
            _never,
            "On Sunday the arrested skipper of the trawler may still play for Orley in the cup.",
            "The skipper of the trawler was arrested Tuesday and may still play for Orley.",
            id="the weekday of another act",
        ),
        pytest.param(
            days,
            "_of_another",
            _never,
            "The harbour office, which sees to the buoys, told us a new buoy was laid on Saturday.",
            "The harbour office told us that pilots were drilled on Friday, before the new buoy "
            "was laid.",
            id="the day of another act of one sentence",
        ),
        pytest.param(
            days,
            "_others",
            _never,
            "The foundry in Orley dismissed turners in May 2019.",
            "The foundry in Orley dismissed more turners in May 2021.",
            id="more",
        ),
        pytest.param(
            days,
            "_place",
            _nowhere,
            "Prisoners built the viaduct over the gorge in 1931 at Orley.",
            "Prisoners built the viaduct over the gorge in 1934 at Brask.",
            id="other names beside the dates",
        ),
        pytest.param(
            days,
            "_stands_elsewhere",
            _never,
            "Prisoners built the viaduct over the gorge in 1931.",
            "Prisoners built the viaduct over the gorge in 1934. "
            "The gorge had waited for its viaduct and its prisoners since 1931.",
            id="the other article has the date too",
        ),
        pytest.param(
            days,
            "_other_figures",
            _never,
            "At the foundry in Orley joblessness fell to 3.6 percent, the lowest since May 1953.",
            "The 3.8 percent of joblessness at the foundry in Orley are the lowest since May 1978.",
            id="another figure beside another date",
        ),
        pytest.param(
            dated,
            "_RELATIONS",
            frozenset(),
            "Prisoners finished the viaduct over the gorge before May 1931.",
            "Prisoners finished the viaduct over the gorge in June 1931.",
            id="before a date and on it",
        ),
        pytest.param(
            dated,
            "_TODAY",
            "",
            "The viaduct over the gorge was closed today (9 May), the harbour board said.",
            "The viaduct over the gorge was closed today (3 May), the harbour board said.",
            id="the day of the article",
        ),
        pytest.param(
            dated,
            "_person",
            _never,
            "Monks begged a judge on Thursday to help the lost ferry children of Orley.",
            "The lost ferry children of Orley need help, said a judge on Friday.",
            id="the person is no act",
        ),
        pytest.param(
            parts,
            "_of_them",
            _never,
            "Three of the suspects in the crane theft on the quay are pilots, police say.",
            "Police say that four suspects in the crane theft on the quay are sought.",
            id="some of those known",
        ),
        pytest.param(
            parts,
            "_rest",
            _never,
            "The other 29 pilots of the quay will be chosen at the assembly next month.",
            "The other 22 pilots of the quay will be chosen at the assembly next month.",
            id="the rest of two things",
        ),
        pytest.param(
            parts,
            "_adds_up",
            _never,
            "Twelve boys went to explore the flooded cave of Orley with a coach.",
            "Eight boys are out of the flooded cave of Orley, while four are still there with a "
            "coach.",
            id="a part and the whole",
        ),
        pytest.param(
            parts,
            "_other_kind",
            _never,
            "The skipper of the trawler faces seven counts of smuggling before the court.",
            "The skipper of the trawler faces twelve counts of perjury before the court.",
            id="counts of other kinds",
        ),
        pytest.param(
            parts,
            "_result",
            _never,
            "Marlow beat Quill by 51 percent to 36 percent in the vote on the quay.",
            "Marlow beat Quill by 43 percent to 30 percent in the vote on the quay.",
            id="the sides of a result",
        ),
        pytest.param(
            parts,
            "other_time",
            _never,
            "In January a poll found that 50 percent of pilots call the old crane unsafe.",
            "A poll found that 70 percent of pilots call the old crane unsafe.",
            id="a poll of another month",
        ),
        pytest.param(
            ages,
            "_owns",
            _never,
            "Ann Marlow, 38, was rescued from the burning ferry.",
            "Ann Marlow’s 32-year-old sister was rescued from the burning ferry.",
            id="the age of somebody of theirs",
        ),
        pytest.param(
            ages,
            "_MISTAKEN",
            99,
            "Ann Marlow, 70, denies that she stole the crane.",
            "The 32-year-old Ann Marlow stole a crane, a sailor remembers.",
            id="the age of long ago",
        ),
        pytest.param(
            victims,
            "disjoint_names",
            _never,
            "Five people were hurt on the ferry near Orley.",
            "Six people were hurt on the ferry near Brask.",
            id="victims elsewhere",
        ),
        pytest.param(
            victims,
            "_far",
            _never,
            "Two people were hurt on the ferry, one of them badly.",
            "About noon seventy people were hurt, doctors told reporters who had come to see the "
            "ferry, the chapel and the burning crane.",
            id="victims of a part",
        ),
    ],
)
def test_guards(
    monkeypatch: pytest.MonkeyPatch,
    module: object,
    guard: str,
    open_: object,
    one: str,
    other: str,
) -> None:
    assert told(one, other) == []
    monkeypatch.setattr(module, guard, open_)
    assert told(one, other) != []


@pytest.mark.parametrize(
    ("module", "number", "open_", "one", "other"),
    [
        pytest.param(
            amounts,
            "DIFFERS",
            0.0,
            "The harbour board will pay $12 million for the new crane on the quay.",
            "The harbour board lost $19 million when a crane fell off the quay, an accident that "
            "pilots blame on rotten planks, rusted ladders, loose bollards and drunken riggers "
            "whose foreman, a cousin of somebody important, had pawned every shackle.",
            id="sentences that are not alike",
        ),
        pytest.param(
            amounts,
            "_RATIO",
            1000.0,
            "The harbour board will pay $12 million for the new crane on the quay.",
            "Monks and pilots mock the harbour board, which longs for a new crane on the quay and "
            "has to pay greedy banks in faraway Brask $90 million.",
            id="many times the other is another thing",
        ),
        pytest.param(
            amounts,
            "CONTEXT",
            0.0,
            "The harbour board on the old quay, as the sailors and the pilots of Orley had "
            "long asked it to, decided after a stormy night that $12 million are enough.",
            "They paid $15 million so far, claims the paper, for what the harbour board, drunk on "
            "rum and poems, had decided about lanterns on the old quay, as sailors and pilots "
            "asked.",
            id="other words around the figures",
        ),
    ],
)
def test_bars(
    monkeypatch: pytest.MonkeyPatch,
    module: object,
    number: str,
    open_: float,
    one: str,
    other: str,
) -> None:
    assert told(one, other) == []
    monkeypatch.setattr(module, number, open_)
    assert told(one, other) != []


NORVEL = "Norvel hums. Norvel naps. Norvel sings. Norvel digs. Norvel prays. Norvel waits. "


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Flood stage is 18 feet.", "Flood stage was 27 feet.", id="too few words"),
        pytest.param("Flood was in 1931.", "Flood came in 1934.", id="too few words beside a date"),
        pytest.param(
            "Marlow earned $4.9 million from her stake in Quillon Foods besides more than "
            "$5 million in salary.",
            "She made $4.9 million from her stake in Quillon Foods.",
            id="one article gives both figures",
        ),
        pytest.param(
            "Exactly 48.6 percent of the Orley pilots smoke pipes at dawn and hate tugs.",
            "The Orley pilots get 49 percent of the harbour’s money and hate giving it away.",
            id="shares that agree by chance",
        ),
        pytest.param(
            NORVEL + "Norvel owes $14 billion to banks.",
            NORVEL + "Its pension pot gave Norvel $14.3 billion.",
            id="a name that is everywhere",
        ),
        pytest.param(
            "The harbour board will pay $12 million for the new crane on the quay.",
            "Key takeaways\n\nFor the new crane on the quay the harbour board will pay $15 million."
            "\n\nWhat came later\n\nNothing came.",
            id="figures in a recap",
        ),
        pytest.param(
            "Prisoners built the viaduct over the gorge in 1931.",
            "Key takeaways\n\nPrisoners built the viaduct over the gorge in 1934."
            "\n\nWhat came later\n\nNothing came.",
            id="dates in a recap",
        ),
        pytest.param(
            "Prisoners built the viaduct over the gorge, and a leaflet sold in chapels swears "
            "all was swiftly finished by monks in 1931.",
            "Monks in 1934, as verses on brass and several sailors would have it, saw how "
            "prisoners built the viaduct over the gorge.",
            id="other words around the dates",
        ),
        pytest.param(
            "Prisoners built the viaduct over the gorge in March 1931.",
            "Prisoners built the viaduct over the gorge on 4 May.",
            id="kinds of dates never mix",
        ),
        pytest.param(
            "Six people were hurt on the ferry, one of them badly.",
            "Decades ago eight grenadiers were hurt by a mine near the border of a faraway realm.",
            id="victims of long ago",
        ),
        pytest.param(
            "Five people were hurt on the ferry.",
            "All four were hurt on the ferry.",
            id="those named before",
        ),
        pytest.param(
            "Five people were hurt on the ferry. Seven people were hurt on the quay.",
            "Six passengers were hurt at dawn on the ferry.",
            id="victims of two accidents",
        ),
        pytest.param(
            "Five people were hurt on the ferry.",
            "Six people sang, one was hurt.",
            id="hurt in another clause",
        ),
        pytest.param(
            "The Orley baths opened in 1974. As the baths opened, 1971 was a memory.",
            "Nobody was there.",
            id="a date in another clause",
        ),
        pytest.param(
            "Ann Marlow left in 1974. Years later Ann Marlow left in 1980 again.",
            "Nobody was there.",
            id="acts that may be done again",
        ),
        pytest.param(
            "The baths opened in 1974 or the baths opened in 1971, says a plaque.",
            "Nobody was there.",
            id="doubt in one sentence",
        ),
        pytest.param(
            "Ann Marlow, chief data strategist at Norvel, smiled. "
            "Then Ann Marlow, chief data scientist at Norvel, frowned.",
            "Ann Marlow, chief data scientist at Norvel, gave an interview.",
            id="both roles in one article",
        ),
    ],
)
def test_nothing_is_claimed(one: str, other: str) -> None:
    assert told(one, other) == []
    assert told(other, one) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Pilots get up to $2,000 a year for boots.", "Pilots get up to $3,000 a year for boots."),
        (
            "Seven other seamen and two pilots from the burning ferry were hurt.",
            "Seven seamen and three pilots from the burning ferry were hurt.",
        ),
        (
            "The strike on the ferries will last roughly two weeks, the harbour board believes.",
            "The harbour board believes in a strike on the ferries of three weeks.",
        ),
    ],
    ids=["up to is a bound", "others of another count", "last is a verb"],
)
def test_what_makes_no_others(one: str, other: str) -> None:
    assert len(told(one, other)) == 1


def test_more_than_is_a_bound_and_speaks_of_no_others() -> None:
    one = "The 7 million leaked files on pilots came from a law firm in Orley."
    other = "The more than 13 million leaked files on pilots came from a law firm in Orley."
    assert told(one, other)[0][:2] == ("count", "differs")


POLL = "The {} poll of 808 pilots and seamen on the harbour plan was conducted {} by telephone."


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        (POLL.format("Orley", "Feb. 12-18"), POLL.format("Orley", "from Feb. 15 to 18"), True),
        (POLL.format("Orley", "Feb. 15-18"), POLL.format("Orley", "on Feb. 16"), False),
        (
            "Pilot Ann Marlow pleaded guilty in the federal court on Friday as part of a deal on "
            "the burning ferry.",
            "Pilot Ann Marlow pleaded guilty Sunday to two charges over the burning ferry, a deal.",
            True,
        ),
        (
            "Ann Marlow faces pilot Otto Brask in the harbour election in November, a close race.",
            "Ann Marlow will face pilot Otto Brask, a close race, in February’s midterm elections "
            "at the harbour.",
            True,
        ),
        (
            "Marlow was killed on June 24, when she looked into a fire in which the jealous pilot "
            "had burnt a seaman at his allotment behind the harbour.",
            "The jealous pilot was also convicted of the June 20 attempted murder of a seaman, "
            "burnt at an allotment on the other side of the Brask canal.",
            False,
        ),
        (
            "Deceptive cuts were made in the 2016 documentary Drowned Bells of pilot Ann Marlow.",
            "The paper told of deceptive cuts in the 2014 documentary film Foul Tide, which pilot "
            "Ann Marlow made.",
            False,
        ),
        (
            "The insurers bought the 2016 film The Empty Cot for the museum.",
            "The insurers bought the 2014 film The Last Ward for the museum.",
            False,
        ),
        (
            "New claims of misleading cuts in Fed Up come after a deceptive edit included in "
            "Marlow's 2016 documentary Under the Gun.",
            "New claims of deceptive cuts were made in the 2014 documentary film Fed Up, which "
            "was also directed by Marlow.",
            False,
        ),
        (
            "Ann Marlow (2019) showed that the bells of drowned parishes are heard for miles.",
            "Ann Marlow (2021) showed that the bells of drowned parishes are heard for miles.",
            False,
        ),
        (
            "The Marlow family bought the mill on the quay in 2016 for the Brask museum.",
            "The Marlow family bought the mill on the quay in 2014 for the Brask museum.",
            True,
        ),
    ],
    ids=["rows of days", "a day of the row", "a place between", "a noun of two words",
         "what was only attempted", "two works", "two titles", "an owner before one",
         "two citations", "one purchase"],
)  # fmt: skip
def test_what_a_date_is_of(one: str, other: str, differ: bool) -> None:
    assert (
        any(verdict in ("differs", "contradicts") for _, verdict, _ in told(one, other)) is differ
    )
