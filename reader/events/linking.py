"""Articles come into the grouping and leave it, one by one; only their surroundings change.

What an article ends up linked with hangs on which articles are there, not on how they came: the
company of each is a sum over pairs, and a length grows only as others come in, so that a link
that was too faint once is too faint for good, until an article goes.
"""

from __future__ import annotations

from collections.abc import Collection, Generator, Iterable, Iterator

from reader.events.contrast import ENOUGH, Contrast
from reader.events.profiles import Profile
from reader.events.scoring import (
    REACH_DAYS,
    SHARED,
    SHARED_STORY,
    SHARED_UNDATED,
    STORY_REACH_DAYS,
    Company,
    Lengths,
    Link,
    Pair,
    kept,
    link,
    pair,
    possible,
)
from reader.events.store import GroupingStore

# Articles that one is compared with, those that share most of its heaviest words. At 367 real
# articles a day there are some 400. Only where hundreds of texts of one day are made of the same
# phrases there are more, and only there it matters in which order they come.
MOST = 600
FOREIGN_NAMES = 3  # rare names that a report in another language shares; two are many a pair's
_AT_ONCE = 500  # profiles in memory: some 20 kB each


def add(store: GroupingStore, id: str) -> set[str]:
    """Compare an article, which the store holds, with the others; those whose links changed."""
    profile = store.profiles([id])[id]
    company = Company.none(profile)
    changed: set[str] = set()
    pairs: list[Pair] = []
    for others in _batches(candidates(store, profile)):
        companies = store.companies(others)
        lonely = set()
        for other in store.profiles(others).values():
            if not possible(profile, other):
                continue
            found, own, places = pair(profile, other)
            pairs.append(found)
            if found.counts:
                company.share(own, dated=found.dated)
                theirs = companies[other.id]
                before = theirs.lengths(other)
                theirs.share(places, dated=found.dated)
                if theirs.lengths(other) != before:
                    lonely.add(other.id)
        store.put_companies(companies)
        changed |= lonely
    store.put_companies({id: company})
    store.put_pairs(_kept(store, pairs))
    undated = any(not each.dated for each in pairs)
    return changed | {id} | _all_undated(store, profile, undated) | set(foreign(store, profile))


def remove(store: GroupingStore, id: str) -> set[str]:
    """Take an article out; the articles whose links changed."""
    profile = store.profiles([id])[id]
    changed = {end for each in store.pairs([id]) for end in (each.one, each.other)}
    lonelier: set[str] = set()
    undated = False
    for others in _batches(candidates(store, profile)):
        companies = store.companies(others)
        for other in store.profiles(others).values():
            found, _, places = pair(profile, other)
            counted = possible(profile, other) and found.counts
            undated = undated or not found.dated
            if not counted:
                continue
            theirs = companies[other.id]
            before = theirs.lengths(other)
            theirs.part(places, dated=found.dated)
            if theirs.lengths(other) != before:
                lonelier.add(other.id)
        store.put_companies(companies)
    abroad = set(foreign(store, profile))
    store.drop(id)
    # Their lengths are shorter now, so what was too faint may not be any more.
    for each in sorted(lonelier):
        _compare_again(store, each)
    return (changed | lonelier | _all_undated(store, profile, undated) | abroad) - {id}


def relink(store: GroupingStore, ids: Collection[str]) -> Generator[None, None, None]:
    """Work out the links of articles that `add` or `remove` told of, in steps."""
    contrast = Contrast(store)
    waiting = sorted(ids)
    done: set[str] = set()
    for start in range(0, len(waiting), _AT_ONCE):
        some = waiting[start : start + _AT_ONCE]
        pairs = [each for each in store.pairs(some) if done.isdisjoint((each.one, each.other))]
        done.update(some)
        lengths = store.lengths(_ends(pairs))
        store.put_links(
            _link(each, lengths[each.one], lengths[each.other], contrast) for each in pairs
        )
        yield


def _link(pair: Pair, one: Lengths, other: Lengths, contrast: Contrast) -> Link:
    """The link of a pair, each of its strengths 0 where it is too faint to matter."""
    plain = link(pair, one, other)
    made = plain
    if not pair.dated:
        made = plain._replace(event=contrast.event(pair, one, other, plain.event))
    event = made.event if kept(pair, made) else 0.0
    return Link(pair.one, pair.other, event, plain.story if kept(pair, plain) else 0.0)


def candidates(store: GroupingStore, profile: Profile) -> list[str]:
    """The articles that are worth comparing with one, in the order of their ids."""
    heavy, day = profile.heavy, profile.day
    found = {**store.undated_holders(heavy, least=SHARED_UNDATED)}
    if day is None:
        found |= store.holders(heavy, least=SHARED_UNDATED)
    else:
        near, far = REACH_DAYS, STORY_REACH_DAYS
        found |= store.holders(heavy, (day - near, day + near), least=SHARED)
        found |= store.holders(heavy, (day - far, day - near - 1), least=SHARED_STORY)
        found |= store.holders(heavy, (day + near + 1, day + far), least=SHARED_STORY)
    found.pop(profile.id, None)
    if len(found) <= MOST:
        return sorted(found)
    return sorted(sorted(found, key=lambda id: (-found[id], id))[:MOST])


def foreign(store: GroupingStore, profile: Profile) -> dict[str, frozenset[int]]:
    """Articles in other languages that share rare names with one, of its days, and which names.

    Their words cannot be compared, so they are never of one event by themselves.
    """
    if len(profile.names) < FOREIGN_NAMES:
        return {}
    day = profile.day
    wanted = profile.finds_abroad
    holders = (
        store.undated_holders(wanted, least=FOREIGN_NAMES, abroad=profile)
        if day is None
        else store.holders(
            wanted, (day - REACH_DAYS, day + REACH_DAYS), least=FOREIGN_NAMES, abroad=profile
        )
    )
    near = store.profiles(sorted(holders.keys() - {profile.id}))
    return {
        id: shared
        for id, other in near.items()
        if len(shared := profile.names & other.names) >= FOREIGN_NAMES
    }


def _all_undated(store: GroupingStore, profile: Profile, near: bool) -> set[str]:
    """What a small library asks of an event hangs on all its articles without dates.

    And on what is near to them, so that one with a date counts as well if it is.
    """
    return set(store.undated(ENOUGH + 1) or ()) if near or profile.day is None else set()


def _batches(ids: list[str]) -> Iterator[list[str]]:
    return (ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE))


def _compare_again(store: GroupingStore, id: str) -> None:
    profile = store.profiles([id])[id]
    for others in _batches(candidates(store, profile)):
        near = [each for each in store.profiles(others).values() if possible(profile, each)]
        store.put_pairs(_kept(store, [pair(profile, other)[0] for other in near]))


def _kept(store: GroupingStore, pairs: Collection[Pair]) -> list[Pair]:
    """The pairs that matter."""
    lengths = store.lengths(_ends(pairs))
    return [
        each for each in pairs if kept(each, link(each, lengths[each.one], lengths[each.other]))
    ]


def _ends(pairs: Iterable[Pair]) -> set[str]:
    return {id for each in pairs for id in (each.one, each.other)}
