"""The parts of a query that only the library can answer, and counts of what was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from reader.library.library import Library
from reader.model import Card, Event
from reader.search.found import Ids, Labels
from reader.search.memory import MemoryIndex
from reader.search.port import Indexed, expanded
from reader.search.scan import runs_in
from reader.search.syntax import (
    Address,
    Among,
    Has,
    InEvent,
    InLanguage,
    Is,
    Length,
    Node,
    Noted,
    Or,
    Query,
    Run,
    Tag,
    Text,
    leaves,
    mapped,
)
from reader.search.vocabulary import Vocabulary
from reader.search.words import words

_LONG = 6  # letters of a word of which two may be wrong


def resolved(root: Node, library: Library) -> tuple[Node, list[str]]:
    """The tree with marks, tags, events and other names of outlets as article ids, and sentences
    about unknown ones.
    """
    notices: list[str] = []

    def change(node: Node) -> Node:
        if isinstance(node, Is):
            return Among(_marked(node, library))
        if isinstance(node, Length):
            return Among(frozenset(library.of_length(node.least, node.most)))
        if isinstance(node, Address):
            return Among(frozenset(library.at_address(node.part)))
        if isinstance(node, Has):
            return Among(_having(node, library))
        if isinstance(node, Noted):
            return Among(frozenset(library.notes_with([node.words])))
        if isinstance(node, InLanguage):
            spoken = library.in_language(node.code, begins=node.open)
            if not spoken and not node.open:
                notices.append(f"No article is in the language “{node.code}”.")
            return Among(frozenset(spoken))
        if isinstance(node, Tag):
            found = _tagged(node, library)
            if found is None and not node.open:
                notices.append(f"No article has the tag “{node.name}”.")
            return Among(found or frozenset())
        if isinstance(node, Text) and node.part == "outlet":
            return _by_any_name(node, library)
        if isinstance(node, InEvent):
            ids = _members(node, library.events())
            if not ids and not node.open:
                notices.append(f"No event is called “{node.name}”.")
            return Among(ids)
        return node

    return mapped(root, change), notices


def unknown_outlets(root: Node, library: Library) -> list[str]:
    """Sentences about outlets that are asked for and not there, with the one called nearly so."""
    asked = [leaf for leaf in leaves(root) if isinstance(leaf, Text) and leaf.part == "outlet"]
    if not asked:
        return []
    names = [name for name in {*library.values("outlet"), *library.outlets()} if name]
    known = MemoryIndex()
    known.update([Indexed(name, "", "", name, None) for name in names], [], 1)
    told = []
    for node in asked:
        if not known.search(Query(node.label, node), 1).total:
            near = _called_nearly(node, known)
            there = f" There is “{near}”." if near else ""
            told.append(f"No outlet is called “{node.label}”.{there}")
    return told


def _called_nearly(node: Text, outlets: MemoryIndex) -> str | None:
    """The outlet that has one of the words in its name, or one that is spelled nearly alike."""
    for word in node.words:
        spelled = outlets.vocabulary().spellings(word, 1 if len(word) < _LONG else 2)
        for each in (word, *(entry.word for entry in spelled[:1])):
            text = replace(node, words=(each,), label=each, edits=0, slop=0)
            for hit in outlets.search(Query(each, text), 1).hits:
                return hit.id
    return None


class Facets:
    """Counts found articles by marks, outlet, date, event and tags, in one state of a library."""

    def __init__(self, cards: Mapping[str, Card]) -> None:
        self._cards = cards
        self._labels = {
            "is": self._of(_marks),
            "outlet": self._of(lambda card: card.outlet or ""),
            "month": self._of(lambda card: card.published.iso[:7] if card.published else ""),
            "event": self._of(lambda card: card.event or ""),
            "tag": self._of(lambda card: _BETWEEN.join(card.marks.tags)),
        }

    def counted(self, found: Ids) -> dict[str, dict[str, int]]:
        """How many of the articles each filter would keep, by field and value.

        `is` has unread, starred and later, `outlet` and `date` (years) every value; what is not
        known is counted under the empty string. `month`, `event` (by id) and `tag` have only what
        is known.
        """
        counts = {field: found.counts(labels) for field, labels in self._labels.items()}
        years: Counter[str] = Counter()
        for month, count in counts["month"].items():
            years[month[:4]] += count
        marks = _apart(counts["is"])
        return {
            "is": {name: marks[name] for name in ("unread", "starred", "later")},
            "outlet": dict(counts["outlet"]),
            "date": dict(years),
            "month": {
                each: n for each, n in counts["month"].items() if len(each) == len("2025-11")
            },
            "event": {event: n for event, n in counts["event"].items() if event},
            "tag": dict(_apart(counts["tag"])),
        }

    def by_event(self, found: Ids) -> Counter[str]:
        """How many of the articles each event has, by its id."""
        return found.counts(self._labels["event"])

    def _of(self, label: Callable[[Card], str]) -> Labels:
        cards = self._cards
        return Labels(lambda id: label(cards[id]) if id in cards else "")


_BETWEEN = "\x1f"  # of several labels that one article bears


def _marks(card: Card) -> str:
    marks = card.marks
    having = {"unread": not marks.read, "starred": marks.starred, "later": marks.later}
    return _BETWEEN.join(name for name, has in having.items() if has)


def _apart(counts: Mapping[str, int]) -> Counter[str]:
    """Each of several labels by itself."""
    found: Counter[str] = Counter()
    for labels, count in counts.items():
        for label in filter(None, labels.split(_BETWEEN)):
            found[label] += count
    return found


def _marked(node: Is, library: Library) -> frozenset[str]:
    if node.state == "starred":
        return frozenset(library.marked(starred=True))
    if node.state == "later":
        return frozenset(library.marked(later=True))
    if node.state == "marked":
        marked = library.marked(starred=True) | library.marked(later=True)
        return frozenset(marked | library.tagged() | library.annotated())
    return frozenset(library.marked(read=node.state == "read"))


def _having(node: Has, library: Library) -> frozenset[str]:
    asked = {
        "tag": library.tagged,
        "event": library.grouped,
        "note": library.noted,
        "highlight": library.highlighted,
    }
    return frozenset(asked[node.what]())


def _tagged(node: Tag, library: Library) -> frozenset[str] | None:
    """The articles with the tag, or while it is typed with any that begins so; None without."""
    wanted = node.name.casefold()
    names = [
        name
        for name in library.tags()
        if name.casefold() == wanted or (node.open and name.casefold().startswith(wanted))
    ]
    if not names:
        return None
    return frozenset().union(*(library.marked(tag=name) for name in names))


def _by_any_name(node: Text, library: Library) -> Node:
    """What is asked of an outlet, of its other names too: the articles have only the one."""
    others = library.outlets()
    names = MemoryIndex()
    names.update([Indexed(each, "", "", each, None) for each in others], [], 1)
    found = names.search(Query(node.label, node), max(1, len(others))).hits
    if not found:
        return node
    ids = library.of_outlets({others[hit.id] for hit in found})
    return Or((node, Among(frozenset(ids))))


def _members(node: InEvent, events: Iterable[Event]) -> frozenset[str]:
    """The articles of the event with that id, or of those with these words in their label."""
    known = {event.id: event for event in events}
    if node.name in known:
        return frozenset(known[node.name].articles)
    parts = tuple(place.word for place in words(node.name))
    found: set[str] = set()
    for event in known.values():
        if (node.open and event.id.startswith(node.name)) or (
            parts and _says(event.label, parts, node)
        ):
            found.update(event.articles)
    return frozenset(found)


def _says(label: str, parts: tuple[str, ...], node: InEvent) -> bool:
    def ending(prefix: str) -> tuple[str, ...]:
        return tuple(p.word for p in words(label) if p.word.startswith(prefix))

    text = Text(parts, node.name, "title", "typing" if node.open else "")
    run = expanded(text, ending, lambda: Vocabulary([]))
    return isinstance(run, Run) and next(runs_in(label, run), None) is not None
