"""The names of several articles, brought together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.text.names import Name, fold_full, initials, same_name


@dataclass(frozen=True, slots=True)
class Namesakes:
    """One name with all that may be the same, article by article."""

    column: int
    """The first article that has it."""
    name: Name
    same: tuple[tuple[Name, ...], ...]
    """The names of each article that may be this one, tested generously."""


def namesakes(columns: Sequence[tuple[Name, ...]]) -> Iterator[Namesakes]:
    """Every name of the articles once, in the order of the articles and of their texts."""
    index = [_Index(names) for names in columns]
    taken: set[tuple[int, int]] = set()
    for column, names in enumerate(columns):
        for place, name in enumerate(names):
            if (column, place) in taken:
                continue
            places = [
                [place] if at == column else known.places(name, index[column].forms[place])
                for at, known in enumerate(index)
            ]
            taken.update((at, found) for at, row in enumerate(places) for found in row)
            same = tuple(
                tuple(columns[at][found] for found in row) for at, row in enumerate(places)
            )
            yield Namesakes(column, name, same)


class _Index:
    """The names of one article by every form that `same_name` looks at, so that few are asked."""

    def __init__(self, names: tuple[Name, ...]) -> None:
        self._names = names
        self._by_form: dict[str, list[int]] = defaultdict(list)
        self.forms = tuple(map(_forms, names))
        for place, forms in enumerate(self.forms):
            for form in forms:
                self._by_form[form].append(place)

    def places(self, name: Name, forms: frozenset[str]) -> list[int]:
        """Where the names stand in the article's list that may be this one, of these forms."""
        near = {place for form in forms for place in self._by_form.get(form, ())}
        return sorted(place for place in near if same_name(name, self._names[place]))


def _forms(name: Name) -> frozenset[str]:
    full = fold_full(name)
    words = full.split()
    return frozenset((name.key, full, words[-1], initials(words))) - {""}
