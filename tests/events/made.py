"""Strategies for small made-up articles of which groups, stories and near misses really form."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import replace

from hypothesis import strategies as st

from reader.events.profiles import Profile
from reader.events.scoring import Company
from reader.model import Event, Story

NAMES = (
    *("Tolliver", "Penbridge", "Harrow", "Vance", "Kellinghus", "Ostley"),
    *("Quenby", "Almond", "Linnea", "Sandholm", "Halvard", "Omra", "Tolliver", "Penbridge"),
)
WORDS = "fire mill bridge crack ferry storks council chimney girder tax".split()


@st.composite
def texts(draw: st.DrawFn) -> str:
    """A sentence on one of four overlapping subjects."""
    subject = 3 * draw(st.integers(0, 3))
    some = st.sampled_from(NAMES[subject : subject + 5])
    names = draw(st.lists(some, min_size=2, max_size=5))
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4))
    end = draw(st.sampled_from(["", "", " on Monday", " on Tuesday, 9 March", " in 2021"]))
    return f"We saw {' and '.join(names)} near the {' '.join(words)}{end}.\n"


DATES = st.one_of(
    st.none(),
    st.sampled_from(["2021", "2021-03", "2021-04", "2021-03-08T09:00Z"]),
    st.integers(1, 18).map(lambda day: f"2021-03-{day:02}"),
    st.integers(5, 9).map(lambda day: f"2021-03-{day:02}"),
)
TITLES = st.sampled_from([None, None, "Fire in Penbridge", "Tolliver Bridge shut"])
LANGUAGES = st.sampled_from([None, None, None, "en", "fr"])

Plain = tuple[Mapping[tuple[str, ...], object], Mapping[tuple[tuple[str, ...], ...], object]]


def plain(events: Sequence[Event], stories: Sequence[Story]) -> Plain:
    """All that events and stories say, but for their ids."""
    of = {event.id: event.articles for event in events}
    told = {story.id: tuple(sorted(of[id] for id in story.events)) for story in stories}
    return (
        {
            event.articles: (
                event.label,
                event.why,
                event.maybe,
                event.voices,
                told[event.story] if event.story else None,
            )
            for event in events
        },
        {told[story.id]: (story.label, story.why) for story in stories},
    )


def weighed(profile: Profile, weights: Mapping[int, float]) -> Profile:
    """A profile with other words, the heaviest first."""
    return replace(profile, words=array("I", weights), values=array("f", weights.values()))


def company(profile: Profile, dated: Sequence[int] = (), undated: Sequence[int] = ()) -> Company:
    """A company with such counts; what is not given is 0."""
    one, other = ([*each, *[0] * (len(profile.words) - len(each))] for each in (dated, undated))
    return Company(array("I", one), array("I", other))
