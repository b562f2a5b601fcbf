"""Which keys the last line of the events screen names, for the row under the cursor."""

from __future__ import annotations

from collections.abc import Sequence

from reader.ui.bars import Hint
from reader.ui.eventlist import EventList
from reader.ui.panel import Target
from reader.ui.why import Perhaps, Step

PICK = Hint("Space", "pick", "pick")
FIND = Hint("/", "filter", "find")
RENAME = Hint("R", "rename", "rename")
OUT = Hint("-", "take out", "take_out")


def event_hints(view: EventList, target: object) -> Sequence[Hint]:
    """At most seven, the likeliest first; `target` is what the panel's cursor stands on."""
    row = view.current
    if row is None:
        return (Hint("a", "add", "add"),)
    to_list = Hint("←", "to the list", "left")
    if isinstance(target, Step):
        return (Hint("Enter", "go to it", "open"), to_list)
    if isinstance(target, Perhaps):
        here, other = Hint("+", "belongs here", "join"), Hint("d", "not the same event", "apart")
        return (Hint("Enter", "read", "open"), here, other, to_list)
    if isinstance(target, Target):
        return (Hint("Enter", "read", "open"), OUT, to_list)
    if view.picked:
        return _with_picked(view)
    other = Hint("v", "outlets" if view.timed else "time line", "view")
    if row.kind == "article":
        out = OUT if len(view.chronicle.events[row.event or ""].articles) > 1 else FIND
        info = Hint("i", "info", "info")
        return (Hint("Enter", "read", "open"), out, PICK, Hint("←", "fold", "left"), info)
    folded = view.is_folded(row)
    if row.kind == "story":
        fold = Hint("→", "its events", "right") if folded else Hint("←", "fold", "left")
        step = Hint("J", "next story", "step")
        return (fold, step, Hint("c", "compare", "compare"), RENAME, FIND, other)
    several = len(view.chronicle.events[row.id].articles) > 1
    fold = Hint("→", "its articles", "right") if folded else Hint("←", "fold", "left")
    open_ = Hint("Enter", "compare" if several else "read", "open")
    return (open_, fold, PICK, RENAME, FIND, other)


def _with_picked(view: EventList) -> Sequence[Hint]:
    """What can be done with picked events or articles."""
    events = [row.id for row in view.picked if row.kind == "event"]
    articles = [row.id for row in view.picked if row.kind == "article"]
    event = view.event()
    compare = Hint("c", "compare", "compare")
    if articles:
        move = Hint("+", f"move {len(articles)} here", "join")
        return (move, Hint("-", f"take out {len(articles)}", "take_out"), PICK, compare)
    if len(events) == 1 and (event is None or event.id in events):
        return (Hint("Space", "pick another", "pick"), compare, RENAME)
    join = Hint("+", "join with it" if len(events) == 1 else f"join {len(events)}", "join")
    apart = (Hint("d", "not the same event", "apart"),) if len(events) < 3 else ()
    return (join, *apart, PICK, compare)
