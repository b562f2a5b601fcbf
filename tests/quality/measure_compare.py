"""What the comparison finds of what a careful reader finds, lens by lens.

`python -m tests.quality.measure_compare` prints precision and recall on the labelled events of
`comparisons/`, with a plain method beside them where there is a cheap one; `--cases` adds what was
missed, what was claimed in error, and the traps that were stepped into.

Claims meet labels by the overlap of their places, never by words alike:

- points: two sentences share a proposition if one row of labels quotes words of both; for recall a
  row wants one pair for each two of its articles. Sentences that are word for word the same do not
  count. Sentences share words if they have three content stems in common: "pairs sharing words"
  wants only such pairs of a row, "rows sharing words" each row that has such a pair, found if a
  point has any two of its sentences.
- facts, quotations, labels: every value overlaps the words of one label in its article, in two
  articles or more (dates of one article that clash: in that one). Facts hold whatever the verdict;
  "differ" counts only claims and labels of verdicts that say so.
- only here: a sentence holds if it lies in no row of points, or overlaps a label; a name, amount or
  topic if no other article has these words. A label is found if any value or passage overlaps it.
- left out: by the words of the subject and the article that lacks them.
- who speaks: by the name and the article. Causes and sources: by the kind and the sentence.
  Loaded words: by the word.

What overlaps no label is false where the labels of that lens are all there are, else unjudged.
"""

from __future__ import annotations

import sys

from tests.quality import plain_comparing as plain
from tests.quality.comparing.measuring import (
    ALONE,
    BESIDE,
    POINTS,
    UNLABELLED,
    built,
    events,
    score,
)
from tests.quality.comparing.points import points
from tests.quality.comparing.score import Score
from tests.quality.comparing.values import DIFFER, claims, right_verdicts, values

NAMED = {
    "sure": "points, sure",
    "sure-words": "points, sure, pairs sharing words",
    "sure-rows": "points, sure, rows sharing words",
    "points": "points, all",
    "words": "points, all, pairs sharing words",
    "differs": "facts that differ",
}


def table(*, cases: bool) -> None:
    """Print one row for each lens."""
    names = [*POINTS, "facts", "differs", *[x for x in BESIDE if x != "facts"]]
    print("| | precision | recall | true, false, unjudged | traps | plain: precision, recall |")
    print("|---|---|---|---|---|---|")
    for name in (*names, *ALONE):
        if name not in NAMED and not built(name):
            print(f"| {name} | not built yet | | | | |")
            continue
        print(line(NAMED.get(name, name), score(name), baseline(name)))
    for name in UNLABELLED:
        state = "no labels" if built(name) else "not built yet"
        print(f"| {name} | {state} | | | | |")
    print(f"\nverdicts as labelled: {verdicts('facts')} facts, {verdicts('quotes')} quotations")
    for name in ("points", "facts", *list(BESIDE)[1:], *ALONE) if cases else ():
        if name == "points" or built(name):
            show(name, score(name))


def line(name: str, of: Score, beside: Score | None) -> str:
    """One row of the table."""
    plainly = f"{told(beside.precision)}, {told(beside.recall)}" if beside else ""
    claimed = f"{of.true}, {of.false}, {of.unjudged}"
    precision = f"{told(of.precision)} | {told(of.recall)} of {of.wanted}"
    return f"| {name} | {precision} | {claimed} | {len(of.traps)} | {plainly} |"


def told(figure: float | None) -> str:
    """Two digits."""
    return "-" if figure is None else f"{figure:.2f}"


def baseline(name: str) -> Score | None:
    """What a plain method would have found."""
    result = Score()
    if name in POINTS and name != "sure-rows":
        return best_cosine()
    for event in events():
        if name in ("facts", "differs"):
            only = DIFFER if name == "differs" else ()
            values(event, "facts", list(plain.differing_numbers(event)), result, only=only)
        elif name == "quotes":
            values(event, "quotes", list(plain.quotations(event)), result)
        elif name == "only-here":
            shared = {event.passage(p) for label in event.rows("points") for p in label.places}
            for column, document in enumerate(event.documents):
                for number in range(len(document.passages)):
                    result.claim((column, number) not in shared, "")
        else:
            return None
    return result


def best_cosine() -> Score:
    """Most alike sentences, at the threshold where precision and recall are best together."""
    tried = []
    found = {event.name: list(plain.alike(event)) for event in events()}
    for threshold in plain.THRESHOLDS:
        result = Score()
        for event in events():
            pairs = [pair for cosine, pair in found[event.name] if cosine >= threshold]
            points(event, pairs, result)
        tried.append(result)
    return max(tried, key=harmonic)


def harmonic(of: Score) -> float:
    """F1."""
    precision, recall = of.precision or 0.0, of.recall or 0.0
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def verdicts(lens: str) -> str:
    """How many of the claims that hold have the verdict of their label."""
    counts = [right_verdicts(event, BESIDE[lens], claims(event, lens)) for event in events()]
    return f"{sum(right for right, _ in counts)} of {sum(all for _, all in counts)}"


def show(name: str, of: Score) -> None:
    """The single cases."""
    print(f"\n## {name}")
    for word, found in (("false", of.wrong), ("missed", of.missed), ("trap", of.traps)):
        for each in found:
            print(f"- {word}: {' '.join(each.split())}")


if __name__ == "__main__":
    table(cases="--cases" in sys.argv[1:])
