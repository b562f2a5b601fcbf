"""How many facts changed in one of two articles are found, and what is claimed of untouched ones.

`python -m tests.quality.measure_injected` prints a table; it takes some minutes. Beside each figure
stands that of a plain method: any two sentences that share a third of their words and differ in
anything of the kind. It finds nearly all, and claims that much of what nobody changed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from reader.framing.compare import compare
from reader.framing.lenses import facts
from tests.quality import injecting
from tests.quality.injecting import Injected, Twins

DATA = Path(__file__).parents[2].parent / "shared" / "data"
DRAWS = 600


def table() -> None:
    """Print one row for each kind of change, then what is claimed where nothing was changed."""
    among = [injecting.twins(*pair) for pair in injecting.pairs(DATA / "events-dated-dev.jsonl.gz")]
    near = sum(len(pair.near) for pair in among)
    print(f"{len(among)} pairs of articles, {near} near copies of sentences\n")
    print("| changed | draws | places | found | plain | plain: claims per untouched pair |")
    print("|---|---|---|---|---|---|")
    for kind, draw in injecting.KINDS.items():
        row(kind, list(injecting.draws(draw, among, DRAWS)), among)
    once = list(injecting.draws(injecting.names_once, among, DRAWS))
    row("names", once, among, "a name in one place only")
    untouched(among)


def row(kind: str, made: Sequence[Injected], among: Sequence[Twins], name: str = "") -> None:
    """One row."""
    ours = sum(injecting.found(kind, each) for each in made) / len(made)
    plain = sum(_plainly(kind, each) for each in made) / len(made)
    claims = sum(
        len(injecting.plainly_differ(kind, pair.one.article, pair.other.article)) for pair in among
    )
    places = len({(each.one.id, each.changed.id, each.was, each.at.start) for each in made})
    per_pair = claims / len(among)
    print(
        f"| {name or kind} | {len(made)} | {places} | {ours:.3f} | {plain:.3f} | {per_pair:.2f} |",
        flush=True,
    )


def _plainly(kind: str, made: Injected) -> bool:
    places = injecting.plainly_differ(kind, made.one, made.changed)
    return any(span.overlaps(made.at) for span in places)


def untouched(among: Sequence[Twins]) -> None:
    """What the lens of facts says where nothing was changed, for a person to read and judge."""
    told: Counter[tuple[str, str]] = Counter()
    for pair in among:
        articles = [pair.one.article, pair.other.article]
        found = compare(articles, one_event=True, lenses=[facts.LENS]).findings
        told.update((finding.kind, finding.verdict) for finding in found)
    print(f"\n| claimed of {len(among)} untouched pairs | claims | per pair |")
    print("|---|---|---|")
    for (kind, verdict), count in sorted(told.items(), key=lambda item: -item[1]):
        print(f"| {kind} {verdict} | {count} | {count / len(among):.3f} |")


if __name__ == "__main__":
    table()
