"""The JSON of a comparison, whole."""

from __future__ import annotations

import json

from reader.exporting.shapes import comparison_json, event_json, ruling_json, story_json
from reader.model import Article, Comparison, Event, Ruling, Story, Voice


def test_comparison(comparison: Comparison, articles: list[Article]) -> None:
    made = comparison_json(comparison, articles, {"aaaaaaa": "e1"})
    assert json.dumps(made, indent=1, ensure_ascii=False) == json.dumps(
        EXPECTED, indent=1, ensure_ascii=False
    )


def _span(article: str, start: int, end: int, text: str) -> dict[str, object]:
    return {"article": article, "field": "text", "start": start, "end": end, "text": text}


COST = _span("aaaaaaa", 32, 68, "It cost $14 million, the mayor said.")
MAYOR = _span("aaaaaaa", 57, 62, "mayor")
EXPECTED = {
    "articles": [
        {
            "id": "aaaaaaa",
            "title": "Bridge [shut] <for> *good*",
            "outlet": "Coast & Sons",
            "byline": None,
            "published": "2026-03-02T08:15Z",
            "url": "https://coast.example/a?b=1&c=2",
            "source": "/articles/a.md",
            "sources": ["/articles/a.md", "https://coast.example/a"],
            "language": "en",
            "words": 13,
            "event": "e1",
        },
        {
            "id": "bbbbbbb",
            "title": None,
            "outlet": None,
            "byline": None,
            "published": None,
            "url": None,
            "source": "/articles/b.txt",
            "sources": ["/articles/b.txt"],
            "language": None,
            "words": 12,
            "event": None,
        },
    ],
    "points": [
        {
            "passages": [
                _span("aaaaaaa", 0, 30, "The bridge was shut on Monday."),
                _span("bbbbbbb", 0, 41, "The bridge was shut Monday after a crack."),
            ],
            "score": 0.6124,
            "certainty": "perhaps",
        }
    ],
    "lenses": [
        {"name": "facts", "state": "found", "reason": ""},
        {"name": "quotes", "state": "none", "reason": ""},
        {"name": "only-here", "state": "found", "reason": ""},
        {"name": "left-out", "state": "cannot-say", "reason": "not one event"},
    ],
    "findings": [
        {
            "id": "f1",
            "lens": "facts",
            "kind": "amount",
            "subject": None,
            "verdict": "rounded",
            "values": [
                _span("aaaaaaa", 40, 51, "$14 million"),
                _span("bbbbbbb", 56, 76, "14.3 million dollars"),
            ],
            "measures": [14e6, 14.3e6],
            "unit": "dollars",
            "certainty": "sure",
            "reason": "equal to 2 figures",
            "summary": "cost: amount  A $14 million · B 14.3 million dollars",
            "weight": 0.8123,
            "evidence": [COST, _span("bbbbbbb", 43, 77, "Repairs cost 14.3 million dollars.")],
        },
        {
            "id": "f2",
            "lens": "only-here",
            "kind": "name",
            "subject": MAYOR,
            "verdict": "only-here",
            "values": [MAYOR, None],
            "measures": [None, None],
            "unit": None,
            "certainty": "perhaps",
            "reason": "",
            "summary": "mayor",
            "weight": 0.5,
            "evidence": [COST],
        },
    ],
}


def test_event_and_its_story() -> None:
    event = Event(
        "e1",
        "Bridge shut",
        ("a", "b"),
        why=("of the same day",),
        story="s1",
        maybe=(("c", "both name Ansel"),),
        voices=(Voice(("a", "b"), 0.987654),),
    )
    assert event_json(event, [{"id": "a"}, {"id": "b"}]) == {
        "id": "e1",
        "label": "Bridge shut",
        "story": "s1",
        "articles": [{"id": "a"}, {"id": "b"}],
        "why": ["of the same day"],
        "perhaps": [{"article": "c", "reason": "both name Ansel"}],
        "voices": [{"articles": ["a", "b"], "share": 0.9877}],
    }
    story = Story("s1", "The bridge", ("e1", "e2"), ("all name Ansel",))
    assert story_json(story) == {
        "id": "s1",
        "label": "The bridge",
        "events": ["e1", "e2"],
        "why": ["all name Ansel"],
    }


def test_ruling() -> None:
    ruling = Ruling(7, "move", "2026-03-02T08:15:00+00:00", ("a", "b"), (("a",), ("c", "d")))
    assert ruling_json(ruling, {"a": "Bridge", "b": None, "c": "Crack"}) == {
        "number": 7,
        "made": "2026-03-02T08:15:00+00:00",
        "act": "move",
        "one": [{"id": "a", "title": "Bridge"}, {"id": "b", "title": None}],
        "apart": [
            [{"id": "a", "title": "Bridge"}],
            [{"id": "c", "title": "Crack"}, {"id": "d", "title": None}],
        ],
        "name": None,
    }
