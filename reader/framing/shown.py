"""What is told of an utterance, and how its words are shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.framing.keeping import Kept
from reader.framing.sayings import Said, Saying
from reader.framing.utterances import Block
from reader.model import Certainty
from reader.text.document import Document
from reader.text.safety import one_line

_LABEL_WORDS = 4
_SHOWN_WORDS = 6
_LEAST = 3  # words of what all have


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with the words that go with it."""

    verdict: str
    reason: str
    summary: str
    weight: float
    changed: tuple[Saying, ...] = ()
    """The quotation in which words differ from the whole, if that is what is judged."""
    certainty: Certainty = "sure"


def words_of(document: Document, said: Sequence[Said]) -> str:
    """The first few of them as they stand in the text, in marks; empty for none."""
    if not said:
        return ""
    cut = document.text[said[0].span.start : said[min(len(said), _SHOWN_WORDS) - 1].span.end]
    return f"“{one_line(cut)}{' …' if len(said) > _SHOWN_WORDS else ''}”"


def label_of(documents: Sequence[Document], whole: Saying, kept: Sequence[Kept]) -> str:
    """A few of the shared words, with `…` where more of the utterance stands elsewhere."""
    part = min(kept, key=lambda part: (part.words, part.column))
    said = part.match.a.words
    if len(said) <= _LABEL_WORDS and len(part.match.a.quotation.pieces) == 1:
        return f"“{_cut(documents[part.column].text, said)}”"
    block = _block_of_all(part, kept)
    shared = _in_one_piece(part.match.a, part.match.a.words[block.a : block.a + block.length])
    text = documents[part.column].text
    if block.b > 0 and block.b + block.length == len(whole.words):
        shown = shared[-_LABEL_WORDS:]
        return f"“{'… ' if len(shared) > len(shown) or block.b else ''}{_cut(text, shown)}”"
    shown = shared[:_LABEL_WORDS]
    return f"“{_cut(text, shown)}{' …' if len(whole.words) > len(shown) else ''}”"


def _block_of_all(part: Kept, kept: Sequence[Kept]) -> Block:
    """The longest stretch that all who quote it have, else that one of them has."""
    every = [
        {at for block in other.match.blocks for at in range(block.b, block.b + block.length)}
        for other in kept
    ]
    common = set.intersection(*every)
    runs: list[Block] = []
    for block in part.match.blocks:
        begin = 0
        for at in range(block.length + 1):
            if at == block.length or block.b + at not in common:
                if at - begin >= _LEAST:
                    runs.append(Block(block.a + begin, block.b + begin, at - begin))
                begin = at + 1
    return max(runs or part.match.blocks, key=lambda block: block.length)


def _in_one_piece(saying: Saying, shared: Sequence[Said]) -> Sequence[Said]:
    """The most of the words that no `he said` stands between."""
    pieces = saying.quotation.pieces
    return max(([said for said in shared if said.span in piece] for piece in pieces), key=len)


def _cut(text: str, said: Sequence[Said]) -> str:
    return one_line(text[said[0].span.start : said[-1].span.end])


def listed(items: Sequence[str]) -> str:
    """`A, B and C`."""
    return " and ".join(filter(None, [", ".join(items[:-1]), items[-1]]))
