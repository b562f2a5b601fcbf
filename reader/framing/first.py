"""Which findings stand first: the few that a reader would be sorry to miss.

Read on fresh events by one person, sentences and quotations that one article has alone were worth
knowing in 82 % of the cases, a mix of all lenses in 69 %; so they fill the list, behind a true
difference, a quotation with other words, a telling label or a headline in words of its own where
there is one. What others may well tell in other words stands here only where little else is found.
Names, topics, amounts, shares and rates never stand here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from reader.framing.as_written import is_run_in, is_stopped
from reader.model import Evidence, Finding, LensReport, Span
from reader.text.tokens import folded_words

MOST = 5
_SENTENCES, _QUOTATIONS = 2, 2
_LEADS = 2

# Verdicts that say that the articles part, by lens; roundings and spellings are no reason to stop,
# nor are quotations that are merely cut (the bar keeps them out): read first in five events they
# were never worth knowing. One that lost what limits it is another matter.
_PARTING = {
    "facts": {"contradicts", "differs", "own-dates-clash"},
    "quotes": {"altered", "trimmed"},
    "labels": {"differs"},
    "opening": {"differs"},
}
# The least weight that earns a place; the lenses give .5 and more to what they would show alone.
_BARS = {"facts": 0.5, "quotes": 0.75, "labels": 0.6, "opening": 0.6}
_SECOND = 0.7
_PASSAGE = 0.5
_QUOTE = 0.4
_VOICE = 0.5
_HEARD = 25  # quoted words of a voice that an article gives little of its room
_HEADLINES = 0.4  # less weight have those of much the same words
_MORE = 0.55
# What does not pass the bars fills up to five in the order in which readers found it false: in 360
# events of 303 lesser quotations 4 were, of 106 pairs of headlines 1, of 243 lesser sentences 12.
# With fewer than so many what a page ran together fills up, then voices that say little; with fewer
# still what others may well tell in other words: of 363 such findings 28 were false.
_FEWEST, _FEW = 4, 3
_MERELY, _SAID = 0.15, 0.07
_TOLD = ("passage", "quote")
# No sentence is so short: with fewer characters between them two are neighbours.
_BETWEEN = 12
_RUN = 5
_UTTERANCE = 8  # words; fewer in quotation marks say little alone
# What a writer puts in brackets is an aside; the items of a digest are each about something else.
_ASIDE = ("(", "[", "●", "•", "▪", "■", "◆", "* ", "- ")


def first(reports: Sequence[LensReport]) -> tuple[str, ...]:
    """Ids of up to five findings across lenses, fewer when fewer deserve it."""
    found = {report.name: report.findings for report in reports}
    alone = [f for f in found.get("only-here", ()) if f.kind in _TOLD]
    written = [f for f in alone if _as_written(f)]
    chosen = _leads(found)
    chosen += _spread((f for f in written if f.kind == "passage" and f.weight >= _PASSAGE), chosen)
    quotes = (f for f in written if f.kind == "quote" and f.weight >= _QUOTE)
    chosen += _new(quotes, chosen, _QUOTATIONS)
    voices = [f for f in found.get("quoted", ()) if _new_voice(f)]
    chosen += _new(voices, chosen, 1)
    chosen += _more(written, chosen)
    lesser = [f for f in found.get("quoted", ()) if _new_voice(f, least=0.0, words=_HEARD)]
    fill: Sequence[tuple[Iterable[Finding], int]] = (
        ([*voices, *_quotations(written, _MERELY)], MOST),
        (filter(_headlines, found.get("opening", ())), MOST),
        (_sentences(written, _MERELY), MOST),
        (_rest(alone, _MERELY), _FEWEST),
        (lesser, _FEWEST),
        (_quotations(alone, _SAID), _FEWEST),
        (_rest(alone, 0.0), _FEW),
    )
    for findings, enough in fill:
        chosen += _new(findings, chosen, enough - len(chosen))
    return tuple(finding.id for finding in chosen[:MOST])


def _new(findings: Iterable[Finding], chosen: Sequence[Finding], most: int) -> list[Finding]:
    """The first so many that show something else than what is chosen, and than one another."""
    taken: list[Finding] = []
    for finding in findings:
        if len(taken) >= most:
            break
        if not any(_repeats(finding, other) for other in (*chosen, *taken)):
            taken.append(finding)
    return taken


def _repeats(finding: Finding, other: Finding) -> bool:
    """Whether it shows what another does, a sentence beside that, or the same words once more."""
    return finding is other or any(
        one.article == two.article and (_beside(one.span, two.span) or _same_words(one, two))
        for one in finding.evidence
        for two in other.evidence
    )


def _beside(one: Span, two: Span) -> bool:
    return max(one.start, two.start) - min(one.end, two.end) < _BETWEEN


def _same_words(one: Evidence, two: Evidence) -> bool:
    """Whether half of the shorter one's words stand in the other, five and more in a row."""
    fewer, more = sorted((_runs(one.quote), _runs(two.quote)), key=len)
    return bool(fewer) and 2 * len(fewer & more) >= len(fewer)


def _runs(quote: str) -> set[tuple[str, ...]]:
    words = folded_words(quote)
    return {tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}


def _as_written(finding: Finding) -> bool:
    """Whether what it shows is the article's own text: no aside in brackets, no item of a list."""
    shown = finding.evidence[0].quote
    if is_run_in(shown):
        return False
    return finding.kind != "passage" or (is_stopped(shown) and not shown.startswith(_ASIDE))


def _rest(alone: Sequence[Finding], least: float) -> list[Finding]:
    """More quotations, then sentences, that one article has alone: better than nothing."""
    return [*_quotations(alone, least), *_sentences(alone, least)]


def _sentences(alone: Sequence[Finding], least: float) -> list[Finding]:
    """Those of so much weight that end as a sentence does; as written first."""
    told = [f for f in alone if f.kind == "passage" and f.weight >= least]
    return sorted(
        (f for f in told if is_stopped(f.evidence[0].quote)), key=_as_written, reverse=True
    )


def _quotations(alone: Sequence[Finding], least: float) -> list[Finding]:
    """Those of so much weight that are no mere terms; behind the others those of nobody."""
    quotes = [f for f in alone if f.kind == "quote" and f.weight >= least and not _is_term(f)]
    return sorted(quotes, key=lambda f: not _as_written(f) or f.subject is None)


def _is_term(finding: Finding) -> bool:
    return all(len(value.quote.split()) < _UTTERANCE for value in finding.values if value)


def _headlines(finding: Finding) -> bool:
    differs = finding.kind == "headline" and finding.verdict == "differs"
    return differs and finding.weight >= _HEADLINES


def _more(alone: Sequence[Finding], chosen: Sequence[Finding]) -> list[Finding]:
    """Another quotation of another article, then another sentence, each over a higher bar.

    With four findings of which five in six are worth knowing, one event in eight has less than
    three such; with five, one in thirty.
    """
    heard = {f.evidence[0].article for f in chosen if f.kind == "quote"}
    rest = [f for f in alone if f.weight >= _MORE]
    quotes = (f for f in rest if f.kind == "quote" and f.evidence[0].article not in heard)
    added = _new(quotes, chosen, 1)
    return added + _spread((f for f in rest if f.kind == "passage"), [*chosen, *added])


def _new_voice(finding: Finding, least: float = _VOICE, words: int = 0) -> bool:
    """Whether one article alone lets a person speak, with so much weight, in so many words."""
    heard = sum(value is not None for value in finding.values)
    # Where it cannot be said, the person may well speak.
    pairs = zip(finding.values, finding.measures, strict=False)
    silent = sum(value is None and measure == 0 for value, measure in pairs)
    if finding.verdict != "speaks" or heard != 1 or finding.weight < least:
        return False
    if finding.subject is None:
        return False  # words of nobody known are no voice
    if max((measure or 0 for measure in finding.measures), default=0) < words:
        return False
    return heard + silent == len(finding.values) and not is_run_in(finding.evidence[0].quote)


def _leads(found: dict[str, tuple[Finding, ...]]) -> list[Finding]:
    """The heaviest sure partings, one of each lens before a second of any."""
    best: list[Finding] = []
    more: list[Finding] = []
    for lens, verdicts in _PARTING.items():
        partings = [
            finding
            for finding in found.get(lens, ())
            if finding.verdict in verdicts and finding.certainty == "sure"
        ]
        best += [finding for finding in partings[:1] if finding.weight >= _BARS[lens]]
        more += [finding for finding in partings[1:] if finding.weight >= _SECOND]
    ranked = [sorted(group, key=lambda finding: -finding.weight) for group in (best, more)]
    return _of_different_things([*ranked[0], *ranked[1]])[:_LEADS]


def _of_different_things(findings: list[Finding]) -> list[Finding]:
    """Without those about a name that an earlier one is about: a role and a label are one."""
    kept: list[Finding] = []
    for finding in findings:
        subject = finding.subject.quote if finding.subject else finding.id
        if all(not other.subject or other.subject.quote != subject for other in kept):
            kept.append(finding)
    return kept


def _spread(findings: Iterable[Finding], chosen: Sequence[Finding]) -> list[Finding]:
    """Up to two new findings, one of each article before a second of any."""
    waiting = list(findings)
    taken: list[Finding] = []
    while waiting and len(taken) < _SENTENCES:
        held = Counter(finding.evidence[0].article for finding in taken)
        best = min(waiting, key=lambda finding: held[finding.evidence[0].article])
        waiting.remove(best)
        taken += _new([best], [*chosen, *taken], 1)
    return taken
