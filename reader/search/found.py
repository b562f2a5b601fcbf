"""The articles that a query found: counted with every key, and seldom named one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import cached_property
from itertools import chain
from typing import Protocol
from weakref import WeakKeyDictionary


class Labels:
    """A label for each article, such as its outlet, by which found articles are counted."""

    def __init__(self, of: Mapping[str, str]) -> None:
        self._of = of
        self._rows: WeakKeyDictionary[object, list[str]] = WeakKeyDictionary()

    def row(self, ids: Iterable[str], owner: object = None) -> list[str]:
        """The labels of these articles, empty without one; kept for an owner of always the same."""
        kept = self._rows.get(owner) if owner is not None else None
        if kept is None:
            kept = [self._of.get(id, "") for id in ids]
            if owner is not None:
                self._rows[owner] = kept
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
        return Counter(labels.row(self._ids))


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
