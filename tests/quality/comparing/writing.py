"""How one article is written, judged by labels: speakers, causes, sources, loaded words."""

from __future__ import annotations

from collections.abc import Sequence, Set

from reader.text.tokens import fold
from tests.quality.comparing.labels import LETTERS, Labelled, Place, meets
from tests.quality.comparing.score import Score


def quoted(event: Labelled, score: Score) -> None:
    """Judge who is said to speak, by person and article; who is not labelled is unjudged."""
    labels = event.rows("quoted")
    speaking: set[tuple[str, int]] = set()
    for finding in event.findings("quoted"):
        words = fold(" / ".join(e.quote for e in (finding.subject, *finding.values) if e))
        known = [x for x in labels if any(fold(name) in words for name in x.listed("person"))]
        columns = [at for at, value in enumerate(finding.values) if value]
        for at in columns if finding.verdict == "speaks" else ():
            speaking.update((label.listed("person")[0], at) for label in known)
            holds = any(LETTERS[at] in label.fields["speaks"] for label in known)
            score.claim(holds if known else None, f"{event.name} {LETTERS[at]}: {finding.summary}")
    for label in labels:
        for letter in label.fields["speaks"] if label.required else ():
            person = label.listed("person")[0]
            found = (person, LETTERS.index(letter)) in speaking
            score.want(found, f"{event.name} {letter}: {person}")


def cause(event: Labelled, score: Score) -> None:
    """Judge causes, blame, judgements and remedies by kind and sentence."""
    labels = event.rows("cause")
    known = [(kind, place) for label in labels for kind in label.kinds for place in label.places]
    wanted = [label.places[0] for label in labels if label.required]
    claimed = _claimed(event, "cause", ("cause", "blame", "judgement", "remedy"))
    traps = {
        (kind, event.passage(place))
        for label in event.rows("not_cause")
        for kind in label.kinds
        for place in label.places
    }
    _by_sentence(event, known, wanted, claimed, score, closed=event.closed("cause"), traps=traps)


def sources(event: Labelled, score: Score) -> None:
    """Judge named and unnamed sources, and hedges where they are labelled, by sentence."""
    hedges = event.words("sources.hedge")
    kinds = ("named", "unnamed", "hedge") if hedges else ("named", "unnamed")
    known = [(kind, place) for kind in kinds for place in event.words(f"sources.{kind}")]
    wanted = [place for _, place in known]
    claimed = _claimed(event, "sources", kinds)
    _by_sentence(event, known, wanted, claimed, score, closed=event.closed("sources"))


Told = tuple[str, tuple[int, int | None]]
"""A kind, and the sentence in which it is stated."""


def _claimed(event: Labelled, lens: str, kinds: Sequence[str]) -> set[Told]:
    """What a lens says of these kinds, by sentence."""
    return {
        (finding.kind, event.passage(event.place(each)))
        for finding in event.findings(lens)
        for each in (*finding.values, *finding.evidence)
        if each and finding.kind in kinds
    }


def _by_sentence(
    event: Labelled,
    labels: Sequence[tuple[str, Place]],
    wanted: Sequence[Place],
    claimed: Set[Told],
    score: Score,
    *,
    closed: bool,
    traps: Set[Told] = frozenset(),
) -> None:
    known = {(kind, event.passage(place)) for kind, place in labels}
    for told in sorted(claimed, key=str):
        kind, passage = told
        words = f"{event.name} {LETTERS[passage[0]]}: {kind}: {event.sentence(passage)[:110]}"
        unknown = False if closed or told in traps else None
        score.claim(True if told in known else unknown, words)
        if told in traps and told not in known:
            score.traps.append(words)
    for place in dict.fromkeys(wanted):
        kinds = [kind for kind, other in labels if other == place]
        found = any((kind, event.passage(place)) in claimed for kind in kinds)
        score.want(found, f"{event.name}: {kinds[0]}: {event.sentence(event.passage(place))[:90]}")


def loaded(event: Labelled, score: Score) -> None:
    """Judge evaluative words said to be the writer's own, by the word."""
    labels, traps = event.words("loaded"), event.words("not_loaded")
    claimed: list[Place] = []
    for finding in event.findings("loaded"):
        if finding.verdict == "writer":
            claimed += [event.place(value) for value in finding.values if value]
    for place in claimed:
        words = f"{event.name}: {event.words_at(place)}"
        trap = meets([place], traps)
        holds = meets([place], labels)
        score.claim(holds if holds or trap or event.closed("loaded") else None, words)
        if trap and not holds:
            score.traps.append(words)
    for label in labels:
        words = event.words_at(label)
        score.want(meets([label], claimed), f"{event.name}: {words}")
