"""Quality of grouping, on labelled events; floors are in floors.toml.

One setting has to hold all of them: what finds more events also joins articles that are alone.
"""

from __future__ import annotations

import gzip
import json
import random
import re
import tomllib
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import log
from pathlib import Path

import pytest

from reader.events import terms
from reader.events.linking import add, relink
from reader.events.profiles import Portrait, Profile, read
from reader.events.regroup import partition
from reader.events.rulings import Ruled
from reader.events.store import MemoryStore
from reader.model import Article, When
from reader.text import rarity
from tests.quality.bcubed import bcubed

Change = Callable[[Article], Article]

FLOORS: Mapping[str, float] = tomllib.loads(
    Path(__file__).with_name("floors.toml").read_text("utf-8")
)["events"]


@dataclass
class Labelled:
    articles: list[Article]
    event: dict[str, str]
    known: dict[str, tuple[Profile, Portrait]]
    undated: dict[str, Profile] = field(default_factory=dict)

    def groups(self, articles: Sequence[Article]) -> list[list[str]]:
        store = MemoryStore()
        for article in articles:
            known, shown = self.known[article.id]
            if known.days and not article.published:
                known = self.undated.setdefault(article.id, read([article])[0][0])
            store.put(known, shown)
            add(store, article.id)
        ids = sorted(article.id for article in articles)
        deque(relink(store, ids), maxlen=0)
        return partition(ids, store.links(ids), Ruled())

    def alone(self) -> list[Article]:
        """One article of each event."""
        return list({self.event[article.id]: article for article in self.articles}.values())


def rows(path: Path) -> Iterator[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def labelled(path: Path) -> Labelled:
    articles: list[Article] = []
    event: dict[str, str] = {}
    for row in rows(path):
        articles.append(article_of(row))
        event[row["id"]] = row["event"]
    return Labelled(articles, event, known(articles))


def known(articles: Sequence[Article]) -> dict[str, tuple[Profile, Portrait]]:
    return {article.id: each for article, each in zip(articles, read(articles), strict=True)}


def article_of(row: dict[str, str]) -> Article:
    when = When(row["date"]) if row.get("date") else None
    return Article(row["id"], row["text"], title=row.get("title") or None, published=when)


def undated(articles: Sequence[Article]) -> list[Article]:
    return [replace(article, published=None) for article in articles]


def without_title(article: Article) -> Article:
    """The article as it would be without a headline."""
    return replace(article, title=None)


def first_words(article: Article) -> Article:
    """The first 80 words of an article."""
    words = list(re.finditer(r"\S+", article.text))
    return replace(article, text=article.text[: words[79].end()]) if len(words) > 80 else article


def changed(of: Labelled, change: Change) -> Labelled:
    """The same articles as they would be otherwise."""
    articles = [change(article) for article in of.articles]
    return Labelled(articles, of.event, known(articles))


def foreign(of: Labelled, *, estimated: bool) -> Labelled:
    """The same articles, their words weighed as in a language whose table is estimated, or none."""
    size, counts = rarity.articles(), {}
    if estimated:
        fields = Path(__file__).with_name("estimated_english.txt").read_text("utf-8").split("\n", 1)
        pairs = (line.split("\t") for line in fields[1].splitlines())
        counts = {stem: log(size / int(times)) for stem, times in pairs}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(terms, "all_idfs", lambda _: (counts, log(size)))
        patch.setattr(terms, "pair_idfs", dict)
        patch.setattr(terms, "rare", lambda stem: counts.get(stem, log(size)) >= log(100))
        taken = known(of.articles)
    code = "de" if estimated else "xx"
    told = {id: (replace(each, language=code), shown) for id, (each, shown) in taken.items()}
    return Labelled(of.articles, of.event, told)


def grouped(groups: Sequence[Sequence[str]]) -> float:
    """The share of articles that are not alone."""
    sizes = [len(group) for group in groups]
    return sum(size for size in sizes if size > 1) / sum(sizes)


@pytest.fixture(scope="module")
def data() -> Path:
    folder = Path(__file__).parents[2].parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("the measuring material is not beside this checkout")
    return folder


@pytest.fixture(scope="module")
def dated(data: Path) -> Labelled:
    return labelled(data / "events-dated-dev.jsonl.gz")


@pytest.mark.slow
def test_dated_events(dated: Labelled) -> None:
    assert bcubed(dated.groups(dated.articles), dated.event).f1 >= FLOORS["dated_f1"]


@pytest.mark.slow
def test_lone_articles_stay_alone(dated: Labelled) -> None:
    assert grouped(dated.groups(dated.alone())) <= FLOORS["lone_grouped_at_most"]


@pytest.mark.slow
@pytest.mark.parametrize(("estimated", "floor"), [(True, "estimated"), (False, "unknown")])
def test_languages_whose_words_were_not_counted(
    dated: Labelled, estimated: bool, floor: str
) -> None:
    there = foreign(dated, estimated=estimated)
    assert bcubed(there.groups(dated.articles), dated.event).f1 >= FLOORS[f"{floor}_f1"]
    assert grouped(there.groups(dated.alone())) <= FLOORS[f"{floor}_lone_grouped_at_most"]


@pytest.mark.slow
def test_dated_events_without_their_dates(dated: Labelled) -> None:
    assert bcubed(dated.groups(undated(dated.articles)), dated.event).f1 >= FLOORS["undated_f1"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("change", "floor"), [(without_title, "untitled_f1"), (first_words, "beginnings_f1")]
)
def test_less_is_known_of_dated_events(dated: Labelled, change: Change, floor: str) -> None:
    less = changed(dated, change)
    assert bcubed(less.groups(less.articles), less.event).f1 >= FLOORS[floor]


@pytest.mark.slow
def test_look_alike_events(data: Path) -> None:
    twins = labelled(data / "events-lookalike-dev.jsonl.gz")
    assert bcubed(twins.groups(twins.articles), twins.event).f1 >= FLOORS["lookalike_f1"]
    less = changed(twins, first_words)
    found = bcubed(less.groups(less.articles), less.event)
    assert found.f1 >= FLOORS["lookalike_beginnings_f1"]


@pytest.mark.slow
def test_six_articles_about_six_things_stay_alone(dated: Labelled) -> None:
    draw = random.Random(1)
    lone = undated(dated.alone())
    libraries = [dated.groups(draw.sample(lone, 6)) for _ in range(200)]
    some = sum(len(groups) < 6 for groups in libraries) / len(libraries)
    assert some <= FLOORS["six_grouped_at_most"]


@pytest.mark.slow
def test_small_undated_libraries_of_one_story(dated: Labelled) -> None:
    f1 = together = 0.0
    libraries = list(stories(dated))
    for library in libraries:
        groups = dated.groups(undated(library))
        f1 += bcubed(groups, dated.event).f1
        together += any({library[0].id, library[1].id} <= set(group) for group in groups)
    assert f1 / len(libraries) >= FLOORS["story_f1"]
    assert together / len(libraries) >= FLOORS["story_together"]


def stories(dated: Labelled) -> Iterator[list[Article]]:
    """Two articles of an event, and the nearest articles of three other events of other days.

    Near is what shares most names; neither scores nor thresholds have a say in the choice.
    """
    names = {identifier: set(shown.names) for identifier, (_, shown) in dated.known.items()}
    members: dict[str, list[Article]] = {}
    for article in dated.articles:
        members.setdefault(dated.event[article.id], []).append(article)
    for event, (one, two, *_) in sorted(members.items())[::3]:
        own = names[one.id] & names[two.id]
        others = [
            max(group, key=lambda each: (len(names[each.id] & own), each.id))
            for name, group in members.items()
            if name != event and group[0].published != one.published
        ]
        others.sort(key=lambda each: (-len(names[each.id] & own), each.id))
        yield [one, two, *others[:3]]


@pytest.mark.slow
def test_events_are_found_in_a_haystack(data: Path, dated: Labelled) -> None:
    hay = [article_of(row) for row in rows(data / "haystack-dev.jsonl.gz")]
    groups = Labelled([], {}, dated.known | known(hay)).groups([*hay, *dated.articles])
    assert max(map(len, groups)) <= FLOORS["haystack_largest_at_most"]
    ours = [left for group in groups if (left := [id for id in group if id in dated.event])]
    found = bcubed(ours, dated.event)
    assert found.precision >= FLOORS["haystack_precision"]
    assert found.recall >= FLOORS["haystack_recall"]
