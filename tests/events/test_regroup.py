"""Step by step or all at once, in whatever order: the events are the same."""

from __future__ import annotations

import random
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.events import regroup, stories
from reader.events.before import NothingBefore
from reader.events.group import Groups, group, last
from reader.events.linking import add, remove
from reader.events.making import JOINED, Making
from reader.events.profiles import read
from reader.events.regroup import Changes, regrouped
from reader.events.rulings import Ruled, ruled, touched
from reader.events.store import GroupingStore, MemoryStore
from reader.library.grouping_store import SqliteGroupingStore
from reader.model import Article, Event, Ruling, RulingAct, Story, When
from tests.events.examples import ALL, BIRDS, ELECTION, FIRE, OTHER_FIRE, article
from tests.events.made import DATES, LANGUAGES, NAMES, TITLES, WORDS, plain, texts


class Grown:
    """Events that grow with what comes and goes, as those of a library do."""

    def __init__(self, store: GroupingStore | None = None) -> None:
        self.store = store or MemoryStore()
        self.articles: dict[str, Article] = {}
        self.rulings: list[Ruling] = []
        self.events: dict[str, Event] = {}
        self.stories: dict[str, Story] = {}
        self._moved: set[str] = set()
        self._edited: set[str] = set()

    def put(self, *articles: Article) -> None:
        """Let articles come in, or come with other words."""
        for each in articles:
            self.take_out(each.id)
            self.articles[each.id] = each
            [(known, shown)] = read([each])
            self.store.put(known, shown)
            self._moved |= add(self.store, each.id)
            self._edited.add(each.id)

    def take_out(self, id: str) -> None:
        """Let an article go."""
        if self.articles.pop(id, None):
            self._moved |= {id, *remove(self.store, id)}
            for event in self.events.values():
                if id in event.articles:
                    self._moved.update(event.articles)
                    self._edited.update(event.articles)

    def say(self, rulings: list[Ruling]) -> None:
        """Let other rulings hold."""
        for each in {*self.rulings, *rulings}:
            self._moved |= {*each.one, *each.apart[0], *each.apart[1]}
        self._edited |= self._moved
        self.rulings = rulings

    def regroup(self) -> Changes:
        """Bring the events up to date."""
        before = NothingBefore(
            self.articles.values(), list(self.events.values()), list(self.stories.values())
        )
        making = Making(self.store, before, ruled(self.rulings), self._edited)
        # As in a library: an event may be called otherwise if one of those named comes back.
        for each in self.rulings:
            if not touched(each).isdisjoint(self._moved):
                self._moved |= touched(each)
        changes = last(regrouped(making, self._moved))
        assert not changes.gone & changes.events.keys()
        assert not changes.gone_stories & changes.stories.keys()
        for id in changes.gone:
            del self.events[id]
        for id in changes.gone_stories:
            self.stories.pop(id, None)
        self.events |= changes.events
        self.stories |= changes.stories
        self._moved, self._edited = set(), set()
        return changes

    def check(self) -> None:
        """See that all at once comes to the same."""
        whole = group(self.articles.values(), rulings=self.rulings)
        assert plain([*self.events.values()], [*self.stories.values()]) == plain(*whole)
        check_ruled(ruled(self.rulings), [*self.events.values()], self.articles)


def test_a_name_hangs_on_which_of_the_named_are_there() -> None:
    grown = Grown()
    grown.put(*FIRE[:1], BIRDS)
    grown.take_out(FIRE[0].id)
    grown.say([Ruling(0, "name", "", (FIRE[0].id, BIRDS.id), name="A")])
    grown.regroup()
    assert [event.label for event in grown.events.values()] == ["A"]
    grown.put(FIRE[0])
    grown.regroup()
    assert "A" not in [event.label for event in grown.events.values()]
    grown.check()


def check_ruled(said: Ruled, events: Iterable[Event], there: Collection[str]) -> None:
    """See that each article is in one event, and that no correction is overruled."""
    home = {id: event.id for event in events for id in event.articles}
    assert home.keys() == set(there)
    assert all(len({home[id] for id in block if id in home}) <= 1 for block in said.blocks)
    for id in home.keys() & said.words.keys():
        assert not any(home[foe] == home[id] for foe in said.foes(id) & home.keys())


@pytest.fixture(params=["memory", "sqlite"])
def grown(request: pytest.FixtureRequest) -> Iterator[Callable[[], Grown]]:
    """Makes libraries without articles."""
    made: list[SqliteGroupingStore] = []

    def sqlite() -> Grown:
        made.append(SqliteGroupingStore(":memory:"))
        return Grown(made[-1])

    yield Grown if request.param == "memory" else sqlite
    for each in made:
        each.close()


IDS = [f"a{at}" for at in range(12)]
ARTICLES = st.builds(
    lambda id, text, title, date, language: replace(
        article(id, text, title, date), language=language
    ),
    st.sampled_from(IDS),
    texts(),
    TITLES,
    DATES,
    LANGUAGES,
)
MANY = st.lists(ARTICLES, max_size=14).map(
    lambda some: list({each.id: each for each in some}.values())
)
SETS = st.lists(st.sampled_from(IDS), min_size=1, max_size=4, unique=True).map(tuple)
ACTS: dict[RulingAct, st.SearchStrategy[Ruling]] = {
    "join": st.builds(Ruling, st.just(0), st.just("join"), st.just(""), SETS),
    "split": st.builds(
        Ruling, st.just(0), st.just("split"), st.just(""), apart=st.tuples(SETS, SETS)
    ),
    "move": st.builds(
        Ruling, st.just(0), st.just("move"), st.just(""), SETS, st.tuples(SETS, SETS)
    ),
    "name": st.builds(
        Ruling, st.just(0), st.just("name"), st.just(""), SETS, name=st.sampled_from(["A", "B", ""])
    ),
    "name-story": st.builds(
        Ruling, st.just(0), st.just("name-story"), st.just(""), SETS, name=st.sampled_from("AB")
    ),
}
STEPS = st.lists(
    st.one_of(
        ARTICLES,
        ARTICLES,
        ARTICLES,
        st.sampled_from(IDS),
        st.one_of(*ACTS.values()),
        st.integers(0, 9),
        st.none(),
    ),
    min_size=3,
    max_size=25,
)


@settings(max_examples=60)
@given(MANY, st.data())
def test_the_order_of_coming_does_not_matter(articles: list[Article], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(articles))
    once, again = group(articles), group([*shuffled, *shuffled[:2]])
    assert plain(*again) == plain(*once)
    assert [each.articles for each in again.events] == [each.articles for each in once.events]
    assert set(again.events) == set(once.events), "not even in their ids"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100)
@given(STEPS)
def test_step_by_step_is_as_good_as_all_at_once(
    grown: Callable[[], Grown], steps: list[Article | Ruling | str | int | None]
) -> None:
    """Articles come, change and go (a name); things are said and taken back (a number)."""
    library = grown()
    for number, step in enumerate([*steps, None]):
        said = library.rulings
        if isinstance(step, Article):
            library.put(step)
        elif isinstance(step, str):
            library.take_out(step)
        elif isinstance(step, Ruling):
            library.say([*said, replace(step, number=number)])
        elif isinstance(step, int):
            library.say([each for at, each in enumerate(said) if at != step])
        else:
            library.regroup()
            library.check()


@settings(max_examples=60)
@given(st.lists(ARTICLES, min_size=8, max_size=14))
def test_after_each_that_comes_it_is_as_if_all_had_come_at_once(articles: list[Article]) -> None:
    library = Grown()
    for at, each in enumerate(articles):
        library.put(replace(each, id=f"{each.id}-{at}"))
        library.regroup()
        library.check()


def stored(seed: int) -> list[Article]:
    """Sixteen articles of which what perhaps belongs together changes as they come in."""
    chance = random.Random(seed)
    found = []
    for at in range(16):
        subject = 3 * chance.randrange(4)
        names = chance.choices(NAMES[subject : subject + 5], k=chance.randint(2, 5))
        words = chance.choices(WORDS, k=chance.randint(1, 6))
        text = f"We saw {' and '.join(names)} near the {' '.join(words)}.\n"
        days = [None, *range(5, 10), *range(5, 24, 3)]
        day = chance.choice(days)
        found.append(article(f"a{at:02}", text, None, f"2021-03-{day:02}" if day else None))
    return found


@pytest.mark.parametrize("seed", range(30))
def test_a_link_that_grows_weaker_is_heard_of_at_its_other_end(seed: int) -> None:
    library = Grown()
    for each in stored(seed):
        library.put(each)
        library.regroup()
        library.check()


@settings(max_examples=60)
@given(MANY, st.lists(st.one_of(*ACTS.values()), max_size=6))
def test_what_a_person_said_is_never_overruled(articles: list[Article], said: list[Ruling]) -> None:
    for some in (articles[:3], articles):
        found = group(some, rulings=said)
        check_ruled(ruled(said), found.events, {each.id for each in some})


def test_what_comes_far_away_leaves_the_rest_as_it_is(grown: Callable[[], Grown]) -> None:
    library = grown()
    library.put(*FIRE, OTHER_FIRE, BIRDS)
    library.regroup()
    library.put(ELECTION)
    changes = library.regroup()
    assert [event.articles for event in changes.events.values()] == [("election",)]
    assert (changes.gone, changes.stories, changes.gone_stories) == (set(), {}, set())


def test_nothing_changes_where_nothing_moved(grown: Callable[[], Grown]) -> None:
    library = grown()
    library.put(*ALL)
    library.regroup()
    assert library.regroup() == Changes()


def test_texts_are_read_for_what_has_changed_only(monkeypatch: pytest.MonkeyPatch) -> None:
    library = Grown()
    library.put(*FIRE)
    library.regroup()
    asked: list[str] = []

    def note(self: NothingBefore, ids: Sequence[str]) -> list[Article]:
        asked.extend(ids)
        return [self._articles[id] for id in ids]

    monkeypatch.setattr(NothingBefore, "articles", note)
    library.put(replace(FIRE[0], id="late", published=When("2021-03-20")))
    library.regroup()
    assert set(asked) <= {"late", "fire-a"}, "for what perhaps belongs and for the story"


def test_an_edited_article_changes_the_reasons(grown: Callable[[], Grown]) -> None:
    library = grown()
    library.put(*FIRE[:2])
    library.regroup()
    library.put(replace(FIRE[1], published=FIRE[0].published))
    library.regroup()
    (event,) = library.events.values()
    assert event.why[-1] == "of the same day"


def test_an_event_that_lost_an_article_keeps_its_id(grown: Callable[[], Grown]) -> None:
    library = grown()
    library.put(*FIRE)
    library.regroup()
    (id,) = library.events
    library.take_out("fire-a")
    library.regroup()
    assert library.events.keys() == {id}
    library.take_out("fire-b")
    library.take_out("fire-c")
    library.regroup()
    assert library.events == {}


def test_articles_that_are_one_by_a_word_only_say_so() -> None:
    joined = Ruling(1, "join", "", ("fire-a", "birds"))
    (event,) = group([FIRE[0], BIRDS], rulings=[joined]).events
    assert event.why[0] == JOINED
    events = group([*FIRE, BIRDS], rulings=[joined]).events
    assert not any(JOINED in event.why for event in events), "others came by themselves"
    apart = Ruling(2, "split", "", apart=(("fire-a",), ("birds",)))
    assert len(group([FIRE[0], BIRDS], rulings=[joined, apart]).events) == 2


def test_what_was_joined_before_it_came_is_joined_when_it_comes(
    grown: Callable[[], Grown],
) -> None:
    library = grown()
    library.put(FIRE[0])
    library.say([Ruling(1, "join", "", ("birds", "fire-a"))])
    library.regroup()
    library.put(BIRDS)
    library.regroup()
    library.check()


def test_what_is_apart_is_not_even_perhaps() -> None:
    near = replace(FIRE[2], published=When("2021-03-12"))
    apart = Ruling(1, "part", "", apart=((near.id,), ("fire-b",)))
    assert any(event.maybe for event in group([*FIRE[:2], near]).events)
    assert not any(event.maybe for event in group([*FIRE[:2], near], rulings=[apart]).events)


def test_what_perhaps_belongs_is_looked_at_again(grown: Callable[[], Grown]) -> None:
    library = grown()
    library.put(replace(FIRE[2], published=When("2021-03-12")))
    library.regroup()
    library.put(*FIRE[:2])
    changes = library.regroup()
    assert {
        event.articles[0]: event.maybe[0][0] for event in changes.events.values() if event.maybe
    } == {"fire-c": "fire-b"}
    library.take_out("fire-b")
    library.regroup()
    assert not any(event.maybe for event in library.events.values())


def test_names_stand_for_headlines() -> None:
    named = Ruling(1, "name", "", ("fire-a", "fire-b"), name="The mill")
    (event,) = group(FIRE[:2], rulings=[named]).events
    assert event.label == "The mill"
    (event,) = group(FIRE[:1], rulings=[named]).events
    assert event.label == "The mill", "what is gone does not count"


@pytest.mark.parametrize("at_once", [1, 2])
def test_small_steps_come_to_the_same(at_once: int, monkeypatch: pytest.MonkeyPatch) -> None:
    articles = [*ALL, *(replace(each, id=f"{each.id}-2") for each in ALL)]
    whole = group(articles)
    monkeypatch.setattr(regroup, "_AT_ONCE", at_once)
    monkeypatch.setattr(stories, "_AT_ONCE", at_once)
    assert group(articles) == whole


def test_steps_can_be_left_in_the_middle() -> None:
    library = Grown()
    library.put(*ALL)
    making = Making(library.store, NothingBefore(ALL))
    steps = regrouped(making, [each.id for each in ALL])
    with suppress(StopIteration):
        for _ in range(2):
            next(steps)
    steps.close()
    library.regroup()
    library.check()


def test_ids_are_kept_from_what_was_before() -> None:
    before = group(ALL)
    renamed = Groups(tuple(replace(each, id=f"x{at}") for at, each in enumerate(before.events)), ())
    after = group(ALL, previous=renamed)
    assert {each.id: each.articles for each in after.events} == {
        each.id: each.articles for each in renamed.events
    }
