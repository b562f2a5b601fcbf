"""What one article has or lacks, judged by labels: only here, left out."""

from __future__ import annotations

from collections.abc import Iterable

from reader.text.tokens import fold
from tests.quality.comparing.labels import LETTERS, Label, Labelled, Place, meets
from tests.quality.comparing.score import Score


def only_here(event: Labelled, score: Score) -> None:
    """Judge what is said to stand in one article alone.

    A sentence or quotation is there alone if it lies in no row of points, or a label says so; a
    name, amount or topic if no other article has its words. Labels are met by any kind.
    """
    labels = event.words("only_here")
    shared = _passages(event, (label for label in event.rows("points") if label.required))
    perhaps = _passages(event, (label for label in event.rows("points") if not label.required))
    traps = [place for label in event.rows("not_only_here") for place in label.places]
    found: list[Place] = []
    for finding in event.findings("only-here"):
        places = [event.place(each) for each in (*finding.values, *finding.evidence) if each]
        found += places
        value = next(event.place(each) for each in finding.values if each)
        labelled = meets([value], labels)
        if finding.kind in ("passage", "quote"):
            passage = event.passage(value)
            holds = None if passage in perhaps and passage not in shared else passage not in shared
        else:
            holds = not _elsewhere(event, value)
        score.claim(labelled or holds, f"{event.name}: {finding.kind}: {finding.summary}")
        if not labelled and meets([value], traps):
            score.traps.append(f"{event.name}: {finding.summary}")
    for label in labels:
        words = event.words_at(label)
        score.want(meets([label], found), f"{event.name}: {words}")


def _passages(event: Labelled, labels: Iterable[Label]) -> set[tuple[int, int | None]]:
    return {event.passage(place) for label in labels for place in label.places}


def _elsewhere(event: Labelled, place: Place) -> bool:
    words = fold(event.words_at(place))
    others = [a for column, a in enumerate(event.articles) if column != place.column]
    return any(words in fold(f"{other.title or ''}\n{other.text}") for other in others)


def left_out(event: Labelled, score: Score) -> None:
    """Judge what is said to be missing in one article: by its words and the column without them.

    A claim without a label is false if the article has those very words, else unjudged.
    """
    labels = event.rows("left_out")
    claimed: list[tuple[str, set[int]]] = []
    for finding in event.findings("left-out"):
        words = " / ".join(e.quote for e in (finding.subject, *finding.values) if e)
        gone = {at for at, value in enumerate(finding.values) if value is None}
        claimed.append((words, gone))
        holds = True if any(_names(words, gone, label) for label in labels) else None
        trap = any(_names(words, gone, label) for label in event.rows("not_left_out"))
        said = finding.subject.quote if finding.subject else words
        texts = [fold(event.articles[at].text) for at in gone]
        if trap or any(fold(said) in text for text in texts):
            holds = False
        score.claim(holds, f"{event.name}: {finding.summary}")
        if trap:
            score.traps.append(f"{event.name}: {finding.summary}")
    for label in labels:
        if label.required:
            found = any(_names(words, gone, label) for words, gone in claimed)
            score.want(found, f"{event.name}: {label.fields['words']} by {label.fields['by']}")


def _names(words: str, gone: set[int], label: Label) -> bool:
    by = {LETTERS.index(letter) for letter in label.fields["by"]}
    return bool(by & gone) and fold(label.fields["words"]) in fold(words)
