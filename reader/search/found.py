"""The articles that a query found: counted with every key, and seldom named one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence, Set
from functools import cached_property
from itertools import chain, compress
from operator import itemgetter
from typing import Any, Protocol
from weakref import WeakKeyDictionary

# A row is kept for the next keys as soon as one of so many of its articles is counted.
_PAYS = 20


class Labels:
    """A label for each article, such as its outlet, by which found articles are counted."""

    def __init__(self, of: Callable[[str], str]) -> None:
        self.of = of
        """The label of an article by its id; must always be the same."""
        self._rows: WeakKeyDictionary[object, list[str]] = WeakKeyDictionary()

    def row(self, owner: object, ids: Sequence[str], wanted: int) -> list[str] | None:
        """The labels of all these articles of an owner, kept for it.

        None where so few are wanted that asking for all does not pay.
        """
        kept = self._rows.get(owner)
        if kept is None and wanted * _PAYS > len(ids):
            names: dict[str, str] = {}  # equal labels are one object, and sooner counted
            labels = list(map(self.of, ids))
            kept = self._rows[owner] = list(map(names.setdefault, labels, labels))
        return kept


class Portion(Protocol):
    """Some of the articles found, as an engine has them."""

    def __len__(self) -> int:
        """How many."""

    def __iter__(self) -> Iterator[str]:
        """Their ids."""

    def counts(self, labels: Labels) -> Counter[str]:
        """How many bear each label."""


class Listed:
    """A Portion of known ids."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._ids = tuple(ids)

    def __len__(self) -> int:
        return len(self._ids)

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def counts(self, labels: Labels) -> Counter[str]:
        """See Portion."""
        return Counter(map(labels.of, self._ids))


class Numbered:
    """A Portion of documents known by number, whose ids are looked up when they are asked for."""

    def __init__(self, owner: object, ids: Sequence[str], numbers: Sequence[int]) -> None:
        """The owner is what labels are kept for; the ids are those of all its documents."""
        self._owner, self._ids, self._numbers = owner, ids, numbers

    def __len__(self) -> int:
        return len(self._numbers)

    def __iter__(self) -> Iterator[str]:
        return iter(gathered(self._ids, self._numbers))

    def counts(self, labels: Labels) -> Counter[str]:
        """See Portion."""
        row = labels.row(self._owner, self._ids, len(self))
        return Counter(map(labels.of, self) if row is None else gathered(row, self._numbers))


class Marked:
    """A Portion of documents that have a mark in a row of all; none is named to count them."""

    def __init__(self, owner: object, ids: Sequence[str], row: bytes) -> None:
        """See Numbered."""
        self._owner, self._ids, self._row = owner, ids, row
        self._count = len(row) - row.count(0)

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[str]:
        return compress(self._ids, self._row)

    def counts(self, labels: Labels) -> Counter[str]:
        """See Portion."""
        row = labels.row(self._owner, self._ids, len(self))
        return Counter(map(labels.of, self) if row is None else compress(row, self._row))


class Ids(Set[str]):
    """The articles found; a key press wants to know how many, and seldom which."""

    def __init__(self, *portions: Portion) -> None:
        self.portions = portions

    def __len__(self) -> int:
        return sum(map(len, self.portions))

    def __iter__(self) -> Iterator[str]:
        return chain.from_iterable(self.portions)

    def __contains__(self, id: object) -> bool:
        return id in self._set

    def __repr__(self) -> str:
        return f"Ids({sorted(self)})"

    @classmethod
    def _from_iterable(cls, ids: Iterable[str]) -> frozenset[str]:  # type: ignore[override]
        """What `&`, `|` and `-` give."""
        return frozenset(ids)

    def counts(self, labels: Labels) -> Counter[str]:
        """How many bear each label."""
        return sum((each.counts(labels) for each in self.portions), Counter())

    @cached_property
    def _set(self) -> frozenset[str]:
        return frozenset(self)


def gathered(values: Any, at: Collection[int]) -> tuple[Any, ...]:
    """The values at these places."""
    if len(at) < 2:
        return tuple(values[each] for each in at)
    found: tuple[Any, ...] = itemgetter(*at)(values)
    return found
