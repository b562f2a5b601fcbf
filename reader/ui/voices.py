"""Wire copy in fixed words: which articles of an event print one text."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from reader.model import Event, Voice
from reader.ui.shelf import LETTERS, Shelf


def copies(event: Event) -> int:
    """How many of its articles print a text that another one prints too."""
    return len({id for voice in event.voices for id in voice.articles})


def voice_of(event: Event | None, article: str) -> Voice | None:
    """The voice that an article speaks with, if others print its text."""
    voices = event.voices if event else ()
    return next((voice for voice in voices if article in voice.articles), None)


def one_voice(voice: Voice, letters: Mapping[str, str], articles: Collection[str]) -> str:
    """`One voice: A C print the same text, 92 %`; those without a letter are counted."""
    named = [letters[id] for id in articles if id in voice.articles and id in letters]
    others = len([id for id in voice.articles if id in articles]) - len(named)
    if not named:
        who = f"{others:,} articles"
    else:
        who = " ".join(named) + (f" and {others:,} more" if others else "")
    return f"One voice: {who} print the same text, {int(voice.share * 100)} %"


def voices_said(event: Event, shown: Sequence[str]) -> list[str]:
    """A sentence for each voice of an event; letters go by what is shown."""
    letters = dict(zip(shown, LETTERS, strict=False))
    return [one_voice(voice, letters, event.articles) for voice in event.voices]


def compared_voices(shelf: Shelf, ids: Sequence[str]) -> str:
    """The same for articles set side by side, briefly; empty where each is its own."""
    letters = dict(zip(ids, LETTERS, strict=False))
    events = dict.fromkeys(card.event for id in ids if (card := shelf.cards.get(id)))
    said = []
    for event in (shelf.events[id] for id in events if id and id in shelf.events):
        for voice in event.voices:
            named = [letters[id] for id in ids if id in voice.articles]
            if len(named) > 1:
                said.append(f"= {' '.join(named)} one voice, {int(voice.share * 100)} %")
    return "  ".join(said)
