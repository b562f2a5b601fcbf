"""The tree that a query becomes.

The parser makes `Text` for words and filters for fields. `expanded` turns each `Text` into a `Run`
of stems, and whoever knows the library turns an `Asked` into `Among`; an index is asked only about
what is then left: Run, Among, Published, Everything, SameQuotation, And, Or and Not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

Part = Literal["text", "title", "outlet", "byline", "quoted", "speaker"]
"""Where words are looked for: `text` is title and text, `quoted` what stands in it between
quotation marks, `speaker` the names right beside those."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words that must stand side by side: a word is one of them, a phrase several."""

    words: tuple[str, ...]
    """Folded; never empty. `*` in one stands for any letters, `?` for one."""
    label: str
    """As the person wrote it."""
    part: Part = "text"
    open: Literal["", "prefix", "typing"] = ""
    """How the last word goes on: not at all, in any way (`word*`), or still being typed."""
    slop: int = 0
    """How many other words may stand between them; with 1 and more in any order."""
    edits: int = 0
    """How many letters may differ in each word (`lecun~2`)."""


@dataclass(frozen=True, slots=True)
class Run:
    """Places side by side, each with the stems of which one must stand there."""

    stems: tuple[frozenset[str], ...]
    label: str
    part: Part = "text"
    exact: str = ""
    """The stem that was typed in full, if the last place has others beside it."""
    typed: str = ""
    """The letters that the last word begins with, where it is not finished."""
    slop: int = 0
    """How many other words may stand between them; with 1 and more in any order."""
    cut: bool = False
    """Whether it stands for more words than are looked for."""


@dataclass(frozen=True, slots=True)
class Is:
    """A mark that a person makes."""

    state: Literal["unread", "read", "starred", "later", "marked"]


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag by its name; an open one is still being typed."""

    name: str
    open: bool = False


@dataclass(frozen=True, slots=True)
class InEvent:
    """An event by its id, or by words of its label."""

    name: str
    open: bool = False


@dataclass(frozen=True, slots=True)
class Has:
    """Something that a person or the program has put to an article."""

    what: Literal["note", "highlight", "tag", "event"]


@dataclass(frozen=True, slots=True)
class Noted:
    """A note that has these words; the last one of an open one is still being typed."""

    words: str
    open: bool = False


@dataclass(frozen=True, slots=True)
class Length:
    """So many words in the text, both ends included; None leaves that side open."""

    least: int | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class InLanguage:
    """A language by its code (`en`); an open one is still being typed."""

    code: str
    open: bool = False


@dataclass(frozen=True, slots=True)
class Address:
    """An address that has these letters in it, compared without case."""

    part: str


@dataclass(frozen=True, slots=True)
class Published:
    """Surely published between two days, both included; None leaves that side open."""

    first: date | None = None
    last: date | None = None

    def holds(self, first: date | None, last: date | None) -> bool:
        """Whether an article of that first and last possible day is surely within."""
        if first is None or last is None:
            return False
        after = self.first is None or first >= self.first
        return after and (self.last is None or last <= self.last)


@dataclass(frozen=True, slots=True)
class Among:
    """The articles with these ids."""

    ids: frozenset[str]


@dataclass(frozen=True, slots=True)
class Everything:
    """Every article."""


@dataclass(frozen=True, slots=True)
class And:
    """What all parts find; two or more."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class SameQuotation:
    """Articles with a quotation of which all parts hold: what is said in it, and by whom.

    Runs of `quoted` and `speaker`, And and Or; stands in an And beside the same parts, which find
    and rank.
    """

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """What any part finds; two or more."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """What the part does not find."""

    part: Node


Asked = Is | Has | Noted | Tag | InEvent | Length | InLanguage | Address
"""What only the library can answer."""

Node = Text | Run | Asked | Published | Among | Everything | SameQuotation | And | Or | Not


@dataclass(frozen=True, slots=True)
class Query:
    """What a person typed, understood."""

    text: str
    root: Node
    notice: str | None = None
    """A sentence that says what was not understood, and what was searched instead."""
    error: int | None = None
    """Character offset in `text` of what was not understood."""
    wrong: str | None = None
    """What was not understood, without a word on what was searched instead."""


def leaves(node: Node, *, wanted: bool = True) -> Iterator[Node]:
    """The leaves of a tree that are asked for, or (`wanted=False`) those that are ruled out."""
    if isinstance(node, And | Or):
        for part in node.parts:
            yield from leaves(part, wanted=wanted)
    elif isinstance(node, Not):
        yield from leaves(node.part, wanted=not wanted)
    elif wanted:
        yield node


def only_words(node: Node) -> bool:
    """Whether an article that the tree does not find lacks words, and nothing else."""
    asked, ruled_out = leaves(node), leaves(node, wanted=False)
    words = all(isinstance(leaf, Text | Run) and leaf.part == "text" for leaf in asked)
    return words and not any(ruled_out)


def mapped(node: Node, change: Callable[[Node], Node]) -> Node:
    """The tree with every leaf changed."""
    if isinstance(node, And | Or | SameQuotation):
        return replace(node, parts=tuple(mapped(part, change) for part in node.parts))
    if isinstance(node, Not):
        return Not(mapped(node.part, change))
    return change(node)
