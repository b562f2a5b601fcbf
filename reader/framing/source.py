"""Who speaks, as a text has it beside the reporting verb."""

from __future__ import annotations

from dataclasses import dataclass

from reader.model import Span
from reader.text.names import Name


@dataclass(frozen=True, slots=True)
class Source:
    """Who speaks, as the text has it beside the verb."""

    span: Span
    """The name without its title, the pronoun, or the words for somebody unnamed."""
    name: Name | None = None
    """The name that it is a mention of; None for pronouns and the unnamed."""
    unnamed: bool = False
    """Whether people are meant whom the text does not name (`officials`, `a spokesman`)."""

    role: str = ""
    """The noun, folded, of somebody whom the text has named before: `the mayor`; else nothing.

    `?` for one who bore it once, or stands in for the bearer: it is not looked for.
    """

    @property
    def pronoun(self) -> bool:
        """Whether it is `he`, `she` or `they`."""
        return self.name is None and not self.unnamed and not self.role
