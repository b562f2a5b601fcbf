from __future__ import annotations

import os
import random
import subprocess
import sys
import time

import pytest

from reader.events.copies import Print, common, one_text, print_of, voices

WIRE = """\
HALVERSEN (Wire) — The harbour board voted late on Tuesday to close the northern basin to fishing
boats for three years, after divers found that the old sea wall had begun to sink.
Engineers told the board that the wall had moved eleven centimetres since the spring, twice as
much as in the whole decade before, and that no repair could be done while boats were moored.
About forty crews work from the basin. Most of them learned of the vote from the radio.
The board will pay each crew for a berth in the southern port, some nine kilometres away, where
the fish market is to move in the autumn. The costs are put at six million crowns.
Work on the wall begins in March. If the winter is mild it could be finished a year early, the
engineers said, but a second wall farther out may be needed before the end of the century.
"""
OWN = """\
When the vote came, nobody in the fish hall was listening any more. Crates were being washed,
and a boy swept ice into the gutter. For weeks the families of the quay had written letters,
first to the mayor, then to the county, and lastly to a newspaper in the capital that never
answered. Their argument was simple: whoever leaves the old quay does not come back to it.
A berth down the coast means an hour of diesel every day, and a market where strangers set
prices. What the surveyors measured is not in doubt here. What people doubt is whether anyone
will remember, after so long, that this was once promised to be for a short while only. Two
of the oldest skippers have put up their boats for sale; a third says that he will follow.
"""
SPEECH = (
    "“We did not come to this lightly, and I want every family on the quay to hear it from me. "
    "The wall is sinking, it has been sinking for years, and those who sat here before us knew it "
    "and looked away. I will not look away. We shall pay for every berth, for every hour of fuel, "
    "for every crate that has to travel, and when the last stone is laid I shall stand on it and "
    "welcome each of you home by name.”"
)


def shares(one: str, other: str) -> float:
    return common(print_of(one), print_of(other))


def same(one: str, other: str) -> bool:
    return one_text(print_of(one), print_of(other))


def half(text: str) -> str:
    words = text.split()
    return " ".join(words[: len(words) // 2])


@pytest.mark.parametrize(
    ("other", "least"),
    [
        (WIRE, 1.0),
        (WIRE.replace("\n", " "), 1.0),
        (WIRE.upper(), 1.0),
        (half(WIRE), 1.0),
        (OWN[:270] + "\n" + "\n".join(WIRE.split("\n")[2:]), 0.6),
        (WIRE + OWN[:200], 0.95),
        (WIRE.replace("—", "--").replace("three", "3").replace("eleven", "11"), 0.9),
        (WIRE.replace("board", "council"), 0.75),
    ],
    ids=["whole", "unwrapped", "capitals", "half", "other opening", "more", "style", "a word"],
)
def test_a_copy_is_one_text(other: str, least: float) -> None:
    assert shares(WIRE, other) >= least
    assert shares(WIRE, other) == shares(other, WIRE)
    assert same(WIRE, other)


def test_two_reports_of_one_event_are_two_texts() -> None:
    assert shares(WIRE, OWN) < 0.05
    assert not same(WIRE, OWN)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (SPEECH, SPEECH),
        (SPEECH, SPEECH.replace("“", '"').replace("”", '"')),
        (SPEECH, SPEECH.replace("“", "‘").replace("”", "’")),
        (SPEECH, SPEECH.replace("“", "„").replace("”", "“")),
        (SPEECH, SPEECH.replace("“", "«").replace("”", "»")),
        (SPEECH.replace("“", "").replace("”", " — Ida Berg (@idaberg) May 2, 2031"), SPEECH),
        # One paper sets it between marks, the other indents it: it is a quotation in both.
        (SPEECH, SPEECH.strip("“”")),
    ],
    ids=["same marks", "straight", "single", "German", "French", "embedded", "unmarked"],
)
def test_a_long_quotation_in_both_makes_no_copy(one: str, other: str) -> None:
    first, second = f"{one}\n{half(OWN)}", f"{other}\n{half(WIRE)}"
    assert shares(first, second) < 0.1
    assert not same(first, second)


def test_a_post_that_both_embed_makes_no_copy() -> None:
    post = SPEECH.strip("“”") + " — Ida Berg (@idaberg) May 2, 2031"
    assert shares(f"{post}\n{half(OWN)}", f"{post}\n{half(WIRE)}") < 0.1


def test_a_quotation_within_a_quotation_ends_only_itself() -> None:
    nested = SPEECH.replace("looked away.", "called it “a matter of taste”.")
    assert shares(f"{nested}\n{half(OWN)}", f"{nested}\n{half(WIRE)}") < 0.1


def test_less_than_half_of_the_words_makes_no_copy() -> None:
    words = WIRE.split()
    other = " ".join(words[: len(words) * 40 // 100]) + "\n" + half(OWN)
    assert 0.4 < shares(WIRE, other) < 0.5
    assert not same(WIRE, other)
    assert voices({"a": print_of(WIRE), "b": print_of(other)}) == ()


def test_a_copy_that_quotes_much_is_one_text() -> None:
    assert same(f"{WIRE}\n{SPEECH}", f"{SPEECH}\n{half(WIRE)}")


def test_a_long_report_that_holds_a_brief_is_a_voice_of_its_own() -> None:
    brief = half(WIRE)
    draw = random.Random(1)
    words = OWN.split()
    report = " ".join([*draw.choices(words, k=400), brief, *draw.choices(words, k=400)])
    assert shares(brief, report) == 1.0
    assert not same(brief, report)
    assert voices({"brief": print_of(brief), "report": print_of(report)}) == ()


def test_short_texts_cannot_be_told() -> None:
    words = " ".join(WIRE.split()[:39])
    assert shares(words, words) == 0.0
    assert voices({"a": print_of(words), "b": print_of(words)}) == ()
    longer = " ".join(WIRE.split()[:45])
    assert shares(longer, longer) == 1.0


def test_texts_of_hardly_more_than_quotations_cannot_be_told() -> None:
    said = f"{SPEECH} said Ida Berg, who chairs the harbour board, to the crews on Tuesday."
    assert shares(said, said) == 0.0


@pytest.mark.parametrize("text", ["", "\n", "one two", "“", "「"])
def test_hardly_any_text(text: str) -> None:
    assert shares(text, WIRE) == 0.0
    assert voices({"a": print_of(text), "b": print_of(text)}) == ()


def test_scripts_without_spaces() -> None:
    chinese = (
        "港务委员会周二深夜投票决定将北部码头对渔船关闭三年此前潜水员发现旧海堤已经开始下沉。"
        "工程师告诉委员会海堤自春季以来移动了十一厘米是此前整整十年的两倍停泊船只期间无法维修。"
    )
    other = (
        "投票结果公布时鱼市里已经没有人在听了箱子正在清洗一个男孩把冰块扫进水沟。"
        "几周来家庭一直在写信先写给市长再写给县里他们的理由很简单离开老码头的人不会再回来。"
    )
    assert same(chinese, chinese.replace("周二", "星期二"))
    assert shares(chinese, other) < 0.1


def test_groups_keep_their_order_and_name_their_weakest_link() -> None:
    words = WIRE.split()
    first, last = " ".join(words[: len(words) * 2 // 3]), " ".join(words[len(words) // 3 :])
    assert shares(first, last) == pytest.approx(0.5, abs=0.02)
    prints = {
        "other": print_of(OWN),
        "end": print_of(last),
        "second": print_of(OWN + "\n" + WIRE[:150]),
        "whole": print_of(WIRE),
        "start": print_of(first),
    }
    (one, of_one), (two, of_two) = voices(prints)
    assert one == ("other", "second")
    assert of_one == 1.0
    assert two == ("end", "whole", "start")
    assert of_two == 1.0


def test_two_halves_of_a_story_hang_together_by_the_whole() -> None:
    words = WIRE.split()
    middle = len(words) // 2
    halves = {"a": print_of(" ".join(words[:middle])), "c": print_of(" ".join(words[middle:]))}
    assert voices(halves) == ()
    assert [ids for ids, _ in voices({"b": print_of(WIRE), **halves})] == [("b", "a", "c")]


def test_the_smallest_share_of_a_group() -> None:
    changed = WIRE.replace("board", "council").replace("wall", "dam")
    (group,) = voices({"a": print_of(WIRE), "b": print_of(WIRE), "c": print_of(changed)})
    assert group == (("a", "b", "c"), shares(WIRE, changed))
    assert 0.5 < group[1] < 1.0


def test_prints_are_the_same_in_every_process() -> None:
    code = (
        "import sys; from reader.events.copies import print_of;"
        "print(print_of(sys.stdin.read()).runs.hex())"
    )
    made = {
        subprocess.run(
            [sys.executable, "-c", code],
            input=WIRE,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
        ).stdout.strip()
        for seed in ("1", "2")
    }
    assert made == {print_of(WIRE).runs.hex()}
    # Prints are kept in a cache: a change of what they are needs a new version there.
    assert print_of("one two three four five six") == Print(6, bytes.fromhex("b855be50561a6072"))


@pytest.mark.parametrize("alike", [False, True], ids=["fifty texts", "fifty copies"])
def test_fifty_articles_are_grouped_at_once(alike: bool) -> None:
    draw = random.Random(1)
    vocabulary = [f"word{number}" for number in range(3_000)]
    story = draw.choices(vocabulary, k=800)
    prints = {}
    for each in range(50):
        own = draw.choices(vocabulary, k=800)
        words = story[: 800 - each] + own[:100] if alike else story[:80] + own
        prints[str(each)] = print_of(" ".join(words))
    started = time.process_time()
    groups = voices(prints)
    # 12 to 17 ms; of the processor, which others may keep from it for long.
    assert time.process_time() - started < 0.2
    assert [len(ids) for ids, _ in groups] == ([50] if alike else [])


def test_hostile_texts_take_no_time() -> None:
    started = time.perf_counter()
    for text in ("'" * 200_000, "‘a " * 70_000, "“" * 200_000, "a(@b" * 50_000, "「" * 200_000):
        print_of(text)
    assert time.perf_counter() - started < 5
