"""What sources say of an article, what a person corrected, and what comes of both."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from reader.model import Draft, When

FIELDS = ("title", "outlet", "byline", "published", "url", "language")
"""What a source can say of its article."""

EDITABLE = ("title", "outlet", "byline", "published", "url")
"""What a person can correct."""


@dataclass(frozen=True, slots=True)
class Said:
    """What one source says of an article; None is not said."""

    values: tuple[str | None, ...]
    """One for each of FIELDS."""
    tags: tuple[str, ...] = ()

    @classmethod
    def of(cls, draft: Draft) -> Said:
        """What the source of a draft says."""
        published = draft.published.iso if draft.published else None
        values = (draft.title, draft.outlet, draft.byline, published, draft.url, draft.language)
        return cls(values, tuple(sorted(set(draft.tags))))

    @classmethod
    def loads(cls, stored: str) -> Said:
        """Read what `dumps` wrote; fields of later versions are passed over."""
        data = json.loads(stored)
        return cls(tuple(data.get(name) for name in FIELDS), tuple(data.get("tags", ())))

    @property
    def title(self) -> str | None:
        """The headline that it gives."""
        return self.values[FIELDS.index("title")]

    @property
    def url(self) -> str | None:
        """The address that it gives."""
        return self.values[FIELDS.index("url")]

    def dumps(self) -> str:
        """A JSON object of what is said."""
        data: dict[str, object] = {
            name: value for name, value in zip(FIELDS, self.values, strict=True) if value
        }
        if self.tags:
            data["tags"] = self.tags
        return json.dumps(data, ensure_ascii=False)


def settled(
    said: Sequence[Said],
    corrections: Mapping[str, str | None],
    outlets: Mapping[str, str] = MappingProxyType({}),
) -> dict[str, str | None]:
    """The values that hold: a person's first, then the first source's, then gaps filled.

    `outlets` has the one name of each outlet by its other names, case folded.

    A later source fills gaps only if it does not name another outlet: the same wire text printed
    elsewhere has another byline and another date.
    """

    def one_name(outlet: str | None) -> str | None:
        return outlets.get(outlet.casefold(), outlet) if outlet else outlet

    values: dict[str, str | None] = dict.fromkeys(FIELDS)
    for one in said:
        theirs = dict(zip(FIELDS, one.values, strict=True))
        theirs["outlet"] = one_name(theirs["outlet"])
        if values["outlet"] and theirs["outlet"] and theirs["outlet"] != values["outlet"]:
            continue
        for name, value in theirs.items():
            values[name] = values[name] or value
    values |= corrections
    return values | {"outlet": one_name(values["outlet"])}


def readable_date(value: str) -> bool:
    """Whether a date can be kept as it is written (ISO 8601, as fine as it is known)."""
    try:
        When(value)
    except ValueError:
        return False
    return True
