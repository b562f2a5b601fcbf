"""How one article is written, judged by labels: speakers, causes, sources, loaded words."""

from __future__ import annotations

from collections.abc import Sequence

from reader.model import Evidence, Finding
from reader.text.tokens import fold
from tests.quality.comparing.labels import LETTERS, Labelled, Place, meets
from tests.quality.comparing.score import Score


def quoted(event: Labelled, score: Score) -> None:
    """Judge who is said to speak, by person and article; who is not labelled is unjudged."""
    labels = event.rows("quoted")
    speaking: set[tuple[str, int]] = set()
    for finding in event.findings("quoted"):
        words = fold(" / ".join(e.quote for e in (finding.subject, *finding.values) if e))
        known = [label for label in labels if fold(label.fields["person"]) in words]
        columns = [at for at, value in enumerate(finding.values) if value]
        for at in columns if finding.verdict == "speaks" else ():
            speaking.update((label.fields["person"], at) for label in known)
            holds = any(LETTERS[at] in label.fields["speaks"] for label in known)
            score.claim(holds if known else None, f"{event.name} {'ABCDE'[at]}: {finding.summary}")
    for label in labels:
        for letter in label.fields["speaks"] if label.required else ():
            person = label.fields["person"]
            found = (person, LETTERS.index(letter)) in speaking
            score.want(found, f"{event.name} {letter}: {person}")


def cause(event: Labelled, score: Score) -> None:
    """Judge causes, blame, judgements and remedies by kind and sentence."""
    labels = event.rows("cause")
    _by_sentence(
        event,
        "cause",
        [(kind, place) for label in labels for kind in label.kinds for place in label.places],
        [label.places[0] for label in labels if label.required],
        score,
    )


def sources(event: Labelled, score: Score) -> None:
    """Judge named and unnamed sources, and hedges where they are labelled, by sentence."""
    known = [
        (kind, place)
        for kind in ("named", "unnamed", "hedge")
        for place in event.words(f"sources.{kind}")
    ]
    _by_sentence(event, "sources", known, [place for _, place in known], score)


def _by_sentence(
    event: Labelled,
    lens: str,
    labels: Sequence[tuple[str, Place]],
    wanted: Sequence[Place],
    score: Score,
) -> None:
    judged = {kind for kind, _ in labels} | ({"cause", "blame"} if lens == "cause" else set())
    known = {(kind, event.passage(place)) for kind, place in labels}
    kinds_of = {place: [kind for kind, other in labels if other == place] for place in wanted}
    claimed: set[tuple[str, tuple[int, int | None]]] = set()
    for finding in event.findings(lens):
        claimed |= {
            (finding.kind, event.passage(event.place(each)))
            for each in _shown_by(finding)
            if finding.kind in judged
        }
    for kind, passage in sorted(claimed, key=str):
        holds = True if (kind, passage) in known else False if event.closed(lens) else None
        words = f"{event.name} {'ABCDE'[passage[0]]}: {kind}: {event.sentence(passage)[:110]}"
        score.claim(holds, words)
    for place, kinds in kinds_of.items():
        found = any((kind, event.passage(place)) in claimed for kind in kinds)
        score.want(found, f"{event.name}: {kinds[0]}: {event.sentence(event.passage(place))[:90]}")


def _shown_by(finding: Finding) -> list[Evidence]:
    return [each for each in (*finding.values, *finding.evidence) if each]


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
