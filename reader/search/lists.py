"""What the lists of terms must tell so that queries can be answered from them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol

from reader.search.lexicon import Stems
from reader.search.syntax import Part, Run
from reader.search.vocabulary import WordList

IN_TEXT, IN_TITLE = 1, 3
"""The marks for words that begin with some letters; of both together the greater is left."""


class Posting(Protocol):
    """The documents of one term."""

    @property
    def ids(self) -> Sequence[int]:
        """Ascending."""

    @property
    def codes(self) -> Sequence[int]:
        """In each its weight, times the number of lengths, and the number of its length.

        Of other parts than the text only that it is not 0 means anything.
        """

    @property
    def row(self) -> Sequence[int]:
        """The codes of all documents, 0 without the term; may be empty."""


class PostingLists(Stems, Protocol):
    """What is known of some documents, which are numbered from the newest to the oldest.

    Equally old ones by their ids; of equal scores the lower number wins.
    """

    @property
    def article_ids(self) -> Sequence[str]:
        """Of each document."""

    @property
    def first(self) -> Sequence[int]:
        """The first day each can have been published (proleptic ordinal), 0 if unknown."""

    @property
    def last(self) -> Sequence[int]:
        """The last day."""

    @property
    def lengths(self) -> Sequence[int]:
        """The lengths that there are, in words; at most 256, for the index rounds them."""

    @property
    def length_of(self) -> Sequence[int]:
        """The number of each document's length."""

    def posting(self, part: Part, stem: str) -> Posting | None:
        """The documents of a term; None if there is none."""

    def size(self, part: Part, stems: Iterable[str]) -> int:
        """About how many documents have any of these stems."""

    def marked(self, run: Run) -> bytearray:
        """For every document a mark whether it has any of the words that a single one may be."""

    def together(self, run: Run) -> Mapping[int, float]:
        """How often the words of a run stand together in each document, more in the title."""

    def places(self, part: Part, stems: Iterable[str]) -> Callable[[int], Sequence[int]]:
        """What says of a document where any of these stems stands in it, ascending."""

    def words(self) -> WordList:
        """All words; kept."""

    def counted(self, part: Part) -> Mapping[str, int]:
        """In how many documents each term of a part stands."""
