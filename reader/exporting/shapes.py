"""The JSON documents of the command line: dictionaries whose keys stand in the documented order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from reader.model import (
    Article,
    Comparison,
    Event,
    Evidence,
    Finding,
    Judgement,
    Point,
    Ruling,
    Story,
)

Shape = dict[str, Any]

# Scores are reported to this many digits; more would be noise.
_DIGITS = 4


def article_json(article: Article, event: str | None) -> Shape:
    """What is known of an article; `event` is its event of two and more, what is unknown null."""
    return {
        "id": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "byline": article.byline,
        "published": article.published.iso if article.published else None,
        "url": article.url,
        "source": article.source or None,
        "sources": list(article.sources),
        "language": article.language,
        "words": article.words,
        "event": event,
    }


def evidence_json(evidence: Evidence | None) -> Shape | None:
    """A place in an article with its words, or null."""
    if evidence is None:
        return None
    return {
        "article": evidence.article,
        "field": evidence.field,
        "start": evidence.span.start,
        "end": evidence.span.end,
        "text": evidence.quote,
    }


def event_json(event: Event, articles: Sequence[Shape]) -> Shape:
    """An event with its articles, which come as shapes."""
    return {
        "id": event.id,
        "label": event.label,
        "story": event.story,
        "articles": list(articles),
        "why": list(event.why),
        "perhaps": [{"article": article, "reason": reason} for article, reason in event.maybe],
        "voices": [
            {"articles": list(voice.articles), "share": round(voice.share, _DIGITS)}
            for voice in event.voices
        ],
    }


def story_json(story: Story) -> Shape:
    """A story with the ids of its events, in the order of their first dates."""
    return {
        "id": story.id,
        "label": story.label,
        "events": list(story.events),
        "why": list(story.why),
    }


def ruling_json(ruling: Ruling, titles: Mapping[str, str | None]) -> Shape:
    """A correction of the grouping; `titles` has those of the articles that are still there."""

    def named(ids: Sequence[str]) -> list[Shape]:
        return [{"id": id, "title": titles.get(id)} for id in ids]

    return {
        "number": ruling.number,
        "made": ruling.made,
        "act": ruling.act,
        "one": named(ruling.one),
        "apart": [named(ids) for ids in ruling.apart],
        "name": ruling.name,
    }


def judgement_json(judgement: Judgement, titles: Mapping[str, str | None]) -> Shape:
    """What was said of a finding or of two passages; `titles` as for `ruling_json`."""
    return {
        "number": judgement.number,
        "made": judgement.made,
        "act": judgement.act,
        "lens": judgement.lens or None,
        "kind": judgement.kind or None,
        "about": judgement.about or None,
        "passages": [
            {
                "article": {"id": place.article, "title": titles.get(place.article)},
                "field": place.field,
                "text": place.passage,
                "words": place.words or None,
            }
            for place in judgement.places
        ],
    }


def correction_json(said: Ruling | Judgement, titles: Mapping[str, str | None]) -> Shape:
    """Either of them."""
    if isinstance(said, Ruling):
        return ruling_json(said, titles)
    return judgement_json(said, titles)


def comparison_json(
    comparison: Comparison, articles: Sequence[Article], events: Mapping[str, str]
) -> Shape:
    """A whole comparison; `events` has the event of each article that belongs to one."""
    return {
        "articles": [article_json(article, events.get(article.id)) for article in articles],
        "points": [_point(point) for point in comparison.points],
        "lenses": [
            {"name": report.name, "state": report.state, "reason": report.reason}
            for report in comparison.reports
        ],
        "findings": [
            _finding(finding, len(comparison.articles)) for finding in comparison.findings
        ],
    }


def _point(point: Point) -> Shape:
    return {
        "passages": [evidence_json(passage) for passage in point.passages],
        "score": round(point.score, _DIGITS),
        "certainty": point.certainty,
    }


def _finding(finding: Finding, columns: int) -> Shape:
    return {
        "id": finding.id,
        "lens": finding.lens,
        "kind": finding.kind,
        "subject": evidence_json(finding.subject),
        "verdict": finding.verdict,
        "values": [evidence_json(value) for value in finding.values] or [None] * columns,
        "measures": list(finding.measures) or [None] * columns,
        "unit": finding.unit,
        "certainty": finding.certainty,
        "reason": finding.reason,
        "summary": finding.summary,
        "weight": round(finding.weight, _DIGITS),
        "evidence": [evidence_json(evidence) for evidence in finding.evidence],
    }
