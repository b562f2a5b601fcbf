"""Puts the parts of a query together that stand side by side."""

from __future__ import annotations

from reader.search.syntax import And, Everything, Node, Or, Part, SameQuotation, Text
from reader.text.stopwords import STOP


def joined(parts: list[Node]) -> Node:
    """All of the parts, without the little words that nearly every article has."""
    flat: list[Node] = []
    for part in parts:
        flat += part.parts if isinstance(part, And) else [part]
    flat = [part for part in flat if not isinstance(part, Everything | SameQuotation)]
    telling = [part for part in flat if not _says_little(part)]
    if any(isinstance(part, Text) for part in telling):
        flat = telling
    flat = list(dict.fromkeys(flat))
    spoken = {part: asked for part in flat if (asked := _of_quotations(part))}
    if len(spoken) > 1 and len(set().union(*spoken.values())) > 1:
        flat.append(SameQuotation(tuple(spoken)))
    if len(flat) > 1:
        return And(tuple(flat))
    return flat[0] if flat else Everything()


def _of_quotations(node: Node) -> set[Part]:
    """The parts that a node asks of quotations; none if it asks for anything else as well."""
    if isinstance(node, And | Or | SameQuotation):
        asked = [_of_quotations(part) for part in node.parts]
        return set[Part]().union(*asked) if all(asked) else set()
    return {node.part} if isinstance(node, Text) and node.part in ("quoted", "speaker") else set()


def _says_little(node: Node) -> bool:
    return (
        isinstance(node, Text)
        and len(node.words) == 1
        and node.words[0].rstrip("?") in STOP
        and node.part == "text"
        and not (node.open or node.edits)
    )
