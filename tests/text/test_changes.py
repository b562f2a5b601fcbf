"""Differences are written as a reader sees them: `same [-taken out|+put in] same`."""

from __future__ import annotations

import random
import textwrap
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text.changes import Change, changes, counted

VOTE = "The harbour board voted late on Tuesday to close the basin for three years."
WALL = "Engineers told the board that the wall had moved eleven centimetres since the spring."
CREWS = "About forty crews work from the basin. Most of them learned of the vote from the radio."
BERTH = "The board will pay each crew for a berth in the southern port."
NEW = "Nobody in the fish hall was listening any more, and a boy swept ice into the gutter."


def written(old: str, new: str) -> str:
    """The changes in signs, paragraphs of the new text as ` / `."""
    found = []
    for change in changes(old, new):
        out = f"-{change.old.of(old)}" if change.old else ""
        put = f"+{change.new.of(new)}" if change.new else ""
        if change.kind == "same":
            assert change.new is not None
            found.append(change.new.of(new))
        else:
            found.append(f"[{out}{'|' if out and put else ''}{put}]")
    return " ".join(found).replace("\n", " / ")


def lines(*paragraphs: str) -> str:
    return "\n".join(paragraphs)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            WALL,
            WALL.replace("eleven", "twelve"),
            "Engineers told the board that the wall had moved [-eleven|+twelve] centimetres since "
            "the spring.",
        ),
        ("It cost 3.5 million crowns.", "It cost 3.6 million crowns.",
         "It cost [-3.5|+3.6] million crowns."),
        ("Mayor Ida Berg and her deputy spoke.", "Mayor Ida Bergh and her deputy spoke.",
         "Mayor Ida [-Berg|+Bergh] and her deputy spoke."),
        ("He did not deny it.", "He did deny it.", "He did [-not] deny it."),
        ("He won’t go.", "He will go.", "He [-won’t|+will] go."),
        ("They killed 12 men.", "They killed 12 men, police say.",
         "They killed 12 men [+, police say] ."),
        ("Mayor wins vote", "Mayor loses vote by two", "Mayor [-wins|+loses] vote [+by two]"),
        ("mayor wins", "Mayor wins", "[-mayor|+Mayor] wins"),
        ("主席周二表示反对。", "主席周三表示反对。", "主席周 [-二|+三] 表示反对。"),
    ],
    ids=["number", "figure", "name", "not", "short form", "clause", "headline", "case", "Chinese"],
)  # fmt: skip
def test_words(old: str, new: str, expected: str) -> None:
    assert written(old, new) == expected


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (lines(VOTE, WALL, CREWS, BERTH), lines(VOTE, WALL, CREWS, BERTH)),
        (lines(NEW, VOTE, WALL, CREWS, BERTH), f"[+{NEW}] {lines(VOTE, WALL, CREWS, BERTH)}"),
        (lines(VOTE, WALL, CREWS, BERTH, NEW), f"{lines(VOTE, WALL, CREWS, BERTH)} [+{NEW}]"),
        (lines(VOTE, CREWS, BERTH), f"{VOTE} [-{WALL}] {lines(CREWS, BERTH)}"),
        (lines(VOTE, NEW, CREWS, BERTH), f"{VOTE} [-{WALL}|+{NEW}] {lines(CREWS, BERTH)}"),
        (
            lines(VOTE, WALL, CREWS[39:], BERTH),
            f"{lines(VOTE, WALL)} [-{CREWS[:38]}] {lines(CREWS[39:], BERTH)}",
        ),
        (lines(WALL, CREWS, VOTE, BERTH), f"[-{VOTE}] {lines(WALL, CREWS)} [+{VOTE}] {BERTH}"),
        (NEW, f"[-{lines(VOTE, WALL, CREWS, BERTH)}|+{NEW}]"),
    ],
    ids=["nothing", "at the top", "at the end", "deleted", "another", "sentence", "moved", "all"],
)
def test_paragraphs(new: str, expected: str) -> None:
    assert written(lines(VOTE, WALL, CREWS, BERTH), new) == expected.replace("\n", " / ")


def test_a_headline_and_a_text_change_apart() -> None:
    old = lines("Board closes basin", "", VOTE, WALL)
    new = lines("Board shuts the northern basin", "", VOTE, WALL.replace("told", "warned"))
    assert written(old, new) == (
        f"Board [-closes|+shuts the northern] basin /  / {VOTE} / Engineers [-told|+warned] "
        + WALL[15:]
    )


def test_a_new_paragraph_does_not_shred_a_rewritten_one() -> None:
    rewritten = "Engineers had told the board on Monday that the sea wall moved since the spring."
    assert written(lines(VOTE, WALL), lines(VOTE, NEW, rewritten)) == (
        f"{VOTE} [+{NEW}] Engineers [+had] told the board [+on Monday] that the [+sea] wall "
        "[-had] moved [-eleven centimetres] since the spring."
    )


def test_two_paragraphs_that_became_one_and_were_edited() -> None:
    shorter = [WALL.replace("since the spring", "since May"), CREWS.replace("forty", "50")]
    expected = (
        "Engineers told the board that the wall had moved eleven centimetres since "
        "[-the spring|+May] . About [-forty|+50] " + CREWS[12:]
    )
    assert written(lines(WALL, CREWS), " ".join(shorter)) == expected
    assert written(" ".join([WALL, CREWS]), lines(*shorter)) == expected.replace(
        ". About", ". / About"
    )


def test_two_short_paragraphs_that_became_one() -> None:
    old = lines("Ida Berg won by two votes.", "The count took until dawn.")
    new = "Ida Bergh won by three votes. The recount took until dawn."
    assert written(old, new) == (
        "Ida [-Berg|+Bergh] won by [-two|+three] votes. The [-count|+recount] took until dawn."
    )


def test_single_words_within_a_rewritten_passage_are_part_of_it() -> None:
    old = "The board said the repairs planned for next winter are to go ahead on the north side."
    new = (
        "The board said the whole project has been shelved for lack of interest on the north side."
    )
    assert written(old, new) == (
        "The board said the [-repairs planned for next winter are to go ahead|"
        "+whole project has been shelved for lack of interest] on the north side."
    )


def test_five_words_in_a_row_are_no_accident() -> None:
    begin, end = "The board said on Tuesday evening that the", "on the north side of the old wall."
    out = "repairs that had been planned for winter", "will proceed without delay or debate"
    put = "undertaking was shelved since funds fell", "until somebody else has found money"
    old = f"{begin} {out[0]} at the end of a day {out[1]} {end}"
    new = f"{begin} {put[0]} at the end of a day {put[1]} {end}"
    assert written(old, new) == (
        f"{begin} [-{out[0]}|+{put[0]}] at the end of a day [-{out[1]}|+{put[1]}] {end}"
    )


def test_words_between_two_additions_stay() -> None:
    old = "The mayor said that she would resign."
    new = "The mayor of Halversen, who is 61, said late on Tuesday that she would resign."
    assert written(old, new) == (
        "The mayor [+of Halversen, who is 61,] said [+late on Tuesday] that she would resign."
    )


def test_a_heading_between_rewritten_paragraphs_stays() -> None:
    old = lines(VOTE, "Costs", WALL)
    new = lines(
        NEW, "Costs", "A second dam may be needed before the end of this century, they say."
    )
    assert " Costs [" in written(old, new)


def test_a_paragraph_rewritten_but_for_its_first_word_is_one_replacement() -> None:
    old = lines(VOTE, "The weather was fine all over the northern coast on that long day.", BERTH)
    new = lines(VOTE, "The wedding guests danced until somebody stole their last candles.", BERTH)
    assert written(old, new).count("[") == 1
    assert "[-The weather" in written(old, new)


def test_what_was_put_in_begins_at_the_best_border() -> None:
    old = "She came. She left."
    assert written(old, "She came. She saw. She left.") == "She came. [+She saw.] She left."
    assert written("a b c d", "a b c b c d") == "a [+b c] b c d"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("“We won’t go,” he said.", '"We won\'t go," he said.'),
        ("It is closed — for now…", "It is closed -- for now..."),
        ("pages 10-12", "pages 10–12"),
        ("One.\nTwo.", "One.\n\n  Two. "),
        (lines(VOTE, WALL), f"{VOTE} {WALL}"),
        ("caf\u00e9", "cafe\u0301"),
        ("co\u00adoperate", "cooperate"),
        ("``No''", "“No”"),
    ],
)
def test_type_and_white_space_are_no_change(old: str, new: str) -> None:
    assert {change.kind for change in changes(old, new)} == {"same"}


def test_a_wrapped_text_equals_an_unwrapped_one() -> None:
    wrapped = "\n\n".join(textwrap.fill(each, 60) for each in (VOTE, WALL))
    assert {change.kind for change in changes(wrapped, lines(VOTE, WALL))} == {"same"}


def test_empty_sides() -> None:
    assert changes("", "") == ()
    assert changes(" \n", "") == ()
    assert written("", "All of it.") == "[+All of it.]"
    assert written("All of it.", " ") == "[-All of it.]"


def test_counted() -> None:
    old, new = lines(VOTE, WALL, CREWS), lines(VOTE, WALL.replace("eleven", "some twelve"))
    # One word replaced by two; the last paragraph has seventeen words, its marks do not count.
    assert counted(changes(old, new), old, new) == (1 + 17, 2)
    assert counted(changes(old, old), old, old) == (0, 0)


_WORDS = st.lists(
    st.sampled_from(["the", "board", "said", "Ida", "12", "—", "“", ".", ",", "\n", "\n\n", "汉"]),
    max_size=60,
).map(" ".join)
_ANY = st.text(max_size=60)


def whole(text: str, found: tuple[Change, ...], side: str) -> None:
    """Spans are in order, and nothing but white space lies between them."""
    at = 0
    for change in found:
        span = getattr(change, side)
        if span is not None:
            assert at <= span.start
            assert not text[at : span.start].strip()
            assert span.of(text) == span.of(text).strip()
            at = span.end
    assert not text[at:].strip()


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.tuples(_WORDS, _WORDS), st.tuples(_ANY, _ANY)))
def test_changes_cover_both_texts(pair: tuple[str, str]) -> None:
    old, new = pair
    found = changes(old, new)
    whole(old, found, "old")
    whole(new, found, "new")
    for change in found:
        assert (change.old is None) == (change.kind == "put-in")
        assert (change.new is None) == (change.kind == "taken-out")
    kinds = [change.kind == "same" for change in found]
    assert all(one != two for one, two in pairwise(kinds))


@settings(max_examples=100, deadline=None)
@given(_WORDS)
def test_a_text_equals_itself(text: str) -> None:
    assert {change.kind for change in changes(text, text)} <= {"same"}


@settings(max_examples=100, deadline=None)
@given(_WORDS, _WORDS)
def test_what_is_the_same_reads_the_same(old: str, new: str) -> None:
    for change in changes(old, new):
        if change.kind == "same":
            assert change.old is not None
            assert change.new is not None
            assert change.old.of(old).split() == change.new.of(new).split()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("old", "new", "seconds"),
    [
        # Measured on two cores: .1, .5, .5, .7, 1.5 and .9 s; the limits leave room.
        ("article", "edited article", 2),
        ("book", "edited book", 8),
        ("word " * 200_000, "word " * 180_000, 8),
        ("word " * 200_000, "drow word " * 100_000, 8),
        ("word\n" * 100_000, "word\n" * 80_000 + "x\n" + "word\n" * 9_000, 20),
        ("a b b a " * 120_000, "b a b " * 160_000, 8),
    ],
    ids=["article", "book", "repeated", "mixed", "lines", "two words"],
)
def test_large_and_hostile_texts(old: str, new: str, seconds: float) -> None:
    if old in ("article", "book"):
        size = 1_000 if old == "article" else 5_000
        draw = random.Random(1)
        words = ["the", "of", "and", *(f"w{number}" for number in range(5_000))]
        old = "\n".join(" ".join(draw.choices(words, k=20)) for _ in range(size))
        new = old.replace(" w7 ", " w8 ")
    started = time.perf_counter()
    found = changes(old, new)
    assert time.perf_counter() - started < seconds
    kinds = [change.kind for change in found]
    if seconds == 20 or "w8" in new:  # the repeated lines, and those that were edited
        assert kinds[0] == "same"
    if "w8" in new:
        assert sum(counted(found, old, new)) < 100
    whole(old, found, "old")
    whole(new, found, "new")
