"""Group articles into events: the one function that the rest of this package serves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Generator, Mapping, Sequence
from dataclasses import replace

from reader.events.clustering import clusters
from reader.events.copies import print_of, voices
from reader.events.identity import ids
from reader.events.labels import label
from reader.events.profiles import Profile, profiles
from reader.events.scoring import links
from reader.events.terms import Terms, terms
from reader.events.why import name_reason, shared_names, voice_reason, why
from reader.model import Article, Event, Voice

# An article outside perhaps belongs to an event if its mean link is so near to the threshold
# and they share rare names; only the nearest are named, or the list is noise.
MAYBE = 0.75
MAYBE_NAMES = 2
MAYBE_LISTED = 3

Links = Mapping[tuple[int, int], float]


def group(
    articles: Sequence[Article],
    *,
    previous: Sequence[Event] = (),
    terms_of: Callable[[Article], Terms] = terms,
    changed: Collection[str] | None = None,
) -> tuple[Event, ...]:
    """All articles as events, groups of one included, newest first.

    The order in which articles come does not matter, nor do articles that come twice. Events of
    `previous` give their ids to the groups that most of their articles are in. `terms_of` may
    bring stored terms. `changed` names the articles that are not as they were in `previous`;
    without it, nothing is taken over from there but ids.
    """
    steps = grouping(articles, previous=previous, terms_of=terms_of, changed=changed)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            events: tuple[Event, ...] = end.value
            return events


def grouping(
    articles: Sequence[Article],
    *,
    previous: Sequence[Event],
    terms_of: Callable[[Article], Terms],
    changed: Collection[str] | None,
) -> Generator[None, None, tuple[Event, ...]]:
    """`group` in steps, between which its caller may do something else."""
    ordered = sorted({article.id: article for article in articles}.values(), key=lambda a: a.id)
    seen = profiles(ordered, [terms_of(article) for article in ordered])
    yield
    found = links(seen)
    yield
    groups = [sorted(each, key=lambda i: _age(ordered[i])) for each in clusters(len(seen), found)]
    groups.sort(key=lambda each: max(_age(ordered[i]) for i in each), reverse=True)
    names = ids([[ordered[i].id for i in each] for each in groups], previous)
    nearby = _nearby(groups, found)
    as_before = {
        event.articles: event
        for event in previous
        if changed is not None and not any(id in changed for id in event.articles)
    }
    events = []
    for index, (name, each) in enumerate(zip(names, groups, strict=True)):
        members = [ordered[i] for i in each]
        known = as_before.get(tuple(article.id for article in members))
        maybe = _maybe(each, nearby[index], ordered, seen)
        if known is not None:
            events.append(replace(known, id=name, maybe=maybe))
        else:
            profiled = [seen[i] for i in each]
            events.append(_event(name, members, profiled, _within(each, found), maybe))
            yield
    return tuple(events)


def _event(
    name: str,
    members: Sequence[Article],
    seen: Sequence[Profile],
    strengths: Links,
    maybe: tuple[tuple[str, str], ...],
) -> Event:
    heard = one_voice(members)
    return Event(
        id=name,
        label=label(members, strengths),
        articles=tuple(article.id for article in members),
        why=(*why(members, seen), *(voice_reason(members, voice) for voice in heard)),
        maybe=maybe,
        voices=heard,
    )


def one_voice(articles: Sequence[Article]) -> tuple[Voice, ...]:
    """Which of some articles print one text."""
    if len(articles) < 2:
        return ()
    prints = {article.id: print_of(article.text) for article in articles}
    return tuple(Voice(ids, share) for ids, share in voices(prints))


def _age(article: Article) -> tuple[str, str, str]:
    """A key that puts older articles first; those without a date go by when they came in."""
    when = article.published
    return (when.first.isoformat() if when else article.added[:10], article.added, article.id)


def _within(members: Sequence[int], found: Links) -> dict[tuple[int, int], float]:
    """The links among some articles, by their places in `members`."""
    return {
        (a, b): strength
        for a, i in enumerate(members)
        for b, j in enumerate(members)
        if i < j and (strength := found.get((i, j)))
    }


def _nearby(groups: Sequence[Sequence[int]], found: Links) -> list[list[tuple[float, int]]]:
    """For each group the articles outside it whose mean link to it is `MAYBE` or more."""
    home = {i: index for index, group in enumerate(groups) for i in group}
    sums: defaultdict[tuple[int, int], float] = defaultdict(float)
    for (i, j), strength in found.items():
        if home[i] != home[j]:
            sums[home[i], j] += strength
            sums[home[j], i] += strength
    near: list[list[tuple[float, int]]] = [[] for _ in groups]
    for (index, i), total in sums.items():
        mean = total / len(groups[index])
        if mean >= MAYBE:
            near[index].append((-mean, i))
    return [sorted(each) for each in near]


def _maybe(
    members: Sequence[int],
    near: Sequence[tuple[float, int]],
    articles: Sequence[Article],
    seen: Sequence[Profile],
) -> tuple[tuple[str, str], ...]:
    """The nearest articles outside an event that share rare names with one of its articles."""
    found: list[tuple[str, str]] = []
    for _, i in near:
        if len(found) == MAYBE_LISTED:
            break
        names = max((shared_names(articles[i], seen[i], seen[j]) for j in members), key=len)
        if len(names) >= MAYBE_NAMES:
            found.append((articles[i].id, name_reason(names)))
    return tuple(found)
