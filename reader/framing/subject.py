"""Whether an article is about what the articles of a comparison are about together."""

from __future__ import annotations

from reader.framing.lens import Case

# A text that touches the shared subject in fewer of its passages is mostly about something else.
# On 240 reports of one event that were not looked at before, and the same mixed with others: this,
# or that no subject is shared, is said of 3 % of the plain reports, of 68 % of those followed by
# three other reports, of 61 % of those that are one item in four short ones, and of 93 % of
# reports of another event.
_ON_SUBJECT = 0.25
# In fewer, and without a passage that says what another one says, it is another story: so it is of
# two of 867 groups of three and more, both read and right, and of 79 % of reports put into others.
_OF_ANOTHER = 0.1
_FEWEST = 3


def on_subject(case: Case, column: int, core: frozenset[str]) -> bool:
    """Whether a quarter of the passages of one article touch the subject that it shares."""
    return _touching(case, column, core) >= _ON_SUBJECT


def of_another_story(case: Case) -> frozenset[int]:
    """The columns of an event of three and more that have next to nothing of its subject.

    None where fewer than two others are left, which may then as well be those that stray.
    """
    if len(case.documents) < _FEWEST or not case.one_event:
        return frozenset()
    found = frozenset(
        column
        for column in range(len(case.documents))
        if _touching(case, column, case.core) < _OF_ANOTHER
        and not any(point.passages[column] for point in case.points)
    )
    return found if len(case.documents) - len(found) > 1 else frozenset()


def _touching(case: Case, column: int, core: frozenset[str]) -> float:
    """The part of the passages of an article that touch the subject that it shares."""
    passages = [frozenset(words) for words in case.vectors.stems[column] if words]
    about = topic(case, column, core)
    touching = sum(not about.isdisjoint(words) for words in passages)
    return touching / len(passages) if passages else 0.0


def aside(case: Case, core: frozenset[str]) -> frozenset[int]:
    """The columns of the articles that are mostly about something else."""
    columns = range(len(case.documents))
    return frozenset(column for column in columns if not on_subject(case, column, core))


def said_aside(columns: frozenset[int], case: Case) -> str:
    """The clause that says how many articles are mostly about something else, or nothing."""
    count = len(columns)
    return f"{count} of {len(case.documents)} mostly about something else" if count else ""


def topic(case: Case, column: int, core: frozenset[str]) -> frozenset[str]:
    """The stems by which a passage of one article touches what the articles share."""
    return core | case.shared[column]
